//! What may go wrong, and how likely?

use super::chart::{axes, bands, room, ticks};
use super::context::{PanelContext, sums};
use super::facts::facts;
use crate::controls::fold;
use crate::html::{Html, el, phrase, several};
use crate::marks::{WHOLE, drawing, line, rectangle};
use crate::scale::Scale;
use engine::amount::Money;
use engine::compare::{Chance, Histogram, Prospect, Risk};
use engine::fees::Topic;
use engine::scenario::Side;

/// The approximate number of ranges of amounts in a picture.
const MOST_BARS: i64 = 24;

/// The risks, and their effects.
pub fn risk(context: &PanelContext) -> Html {
    let words = context.words;
    let found = engine::compare::risk(context.scenario).map(|risk| shown(context, &risk));
    let sources =
        several![el!("p", "class" = "th-hint"; words.risk_hint()), facts(context, &[Topic::Reviews, Topic::Payment])];
    several![found, fold(words.sources(), sources)]
}

fn shown(context: &PanelContext, risk: &Risk) -> Html {
    let words = context.words;
    let table = sums(words, &|side| words.prospect_rows(risk.prospects.get(side)));
    several![
        el!("p"; phrase(&words.odds(risk))),
        histograms(context, risk),
        el!("p"; words.review_costs(context.scenario, risk.review_costs)),
        fold(words.as_table(), table),
    ]
}

/// Histograms of the amounts that may remain, one side above the other, on one axis.
fn histograms(context: &PanelContext, risk: &Risk) -> Html {
    let words = context.words;
    let found = Histogram::of(context.scenario, risk, MOST_BARS);
    let money = |value: i64| words.format.short_money(Money::from_minor(value));
    let (from, to) = (found.from.minor(), found.to().minor());
    let across = ticks(from, to, room(&money(to)), &money);
    let side = |side: Side| {
        let prospect = risk.prospects.get(side);
        // Both sides share the axis, which is below the lower picture.
        let axis = axes(if side == Side::Contract { &across } else { &[] }, &[]);
        let marks = several![bars(&found, side, prospect), axis, line("th-rail", [0, WHOLE, WHOLE, WHOLE])];
        (words.band(prospect), el!("div", "class" = "th-chart th-low"; drawing("th-drawn", marks)))
    };
    let [below, above] = found.beyond;
    let ends = words.bars_beyond(below, above);
    several![bands(words, None, &side), ends.map(|ends| el!("p", "class" = "th-hint"; ends))]
}

/// A bar for each range of amounts, the likeliest as high as the picture. The middle eight cases of ten are darker.
fn bars(found: &Histogram, side: Side, prospect: &Prospect) -> Html {
    let chances = found.chances.get(side);
    let across = Scale::between(0, i64::try_from(chances.len()).unwrap_or(1));
    let units = |chance: &Chance| i64::try_from(chance.units()).unwrap_or(i64::MAX);
    let up = Scale::between(0, chances.iter().map(units).max().unwrap_or(1));
    let bars = chances.iter().enumerate().filter(|(_, chance)| **chance != Chance::NEVER).map(|(index, chance)| {
        // Something that may happen is seen, however rare it is.
        let height = up.at(units(chance)).max(150);
        let place = i64::try_from(index).unwrap_or_default();
        let (left, right) = (across.at(place), across.at(place + 1));
        let [least, most] = found.range(index);
        let is_likely = most > prospect.low && least <= prospect.high;
        let class = if is_likely { "th-likely" } else { "th-rare" };
        rectangle(class, [left + 20, WHOLE - height, right - left - 40, height])
    });
    bars.collect()
}
