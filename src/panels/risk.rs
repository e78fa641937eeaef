//! What may go wrong, and how likely?

use super::chart::{axes, bands, room, ticks};
use super::facts::facts;
use super::{PanelContext, sums};
use crate::controls::fold;
use crate::html::{Html, el, phrase, several};
use crate::marks::{WHOLE, drawing, line, rectangle};
use crate::scale::Scale;
use engine::amount::Money;
use engine::compare::{Chance, Prospect, Risk, likelihoods, round_step};
use engine::fees::Topic;
use engine::scenario::{BySide, Side};

/// How many ranges of amounts a picture has, about.
const MOST_BARS: i64 = 24;

/// What may go wrong, and with which effect.
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

/// How likely each amount is, for one side above the other, on one axis.
fn histograms(context: &PanelContext, risk: &Risk) -> Html {
    let words = context.words;
    let (gigs, contract) = (risk.prospects.gigs, risk.prospects.contract);
    let (low, high) = (gigs.low.min(contract.low), gigs.high.max(contract.high));
    // A fourth of the likely amounts on either side of them, in ranges of round width.
    let margin = ((high - low).minor() / 4).max(high.minor().abs() / 20);
    let step = round_step((2 * margin + (high - low).minor()) / MOST_BARS);
    let from = (low.minor() - margin).div_euclid(step) * step;
    let count = (high.minor() + margin - from).div_euclid(step) + 1;
    let to = from + step * count;
    let [start, width] = [from, step].map(Money::from_minor);
    // One more range on either side shows whether the first and the last bar stand for anything beyond the axis.
    let found = likelihoods(context.scenario, start - width, width, u32::try_from(count + 2).unwrap_or(3));
    let money = |value: i64| words.format.short_money(Money::from_minor(value));
    let across = ticks(from, to, room(&money(to)), money);
    let on_axis = BySide::from_fn(|side| on_axis(found.get(side)));
    let side = |side: Side| {
        let prospect = risk.prospects.get(side);
        let mut marks = bars(&on_axis.get(side).0, from, step, prospect);
        // Both sides share the axis, which is below the lower picture.
        marks.push(axes(if side == Side::Contract { &across } else { &[] }, &[]));
        marks.push(line("th-rail", [0, WHOLE, WHOLE, WHOLE]));
        (words.band(prospect), el!("div", "class" = "th-chart th-low"; drawing("th-drawn", marks)))
    };
    let is_any = |end: usize| on_axis.gigs.1[end] || on_axis.contract.1[end];
    let ends = words.bars_beyond(is_any(0).then(|| start + width), is_any(1).then(|| Money::from_minor(to - step)));
    several![bands(words, side), ends.map(|ends| el!("p", "class" = "th-hint"; ends))]
}

/// The chances of the ranges on the axis, the first and the last of which take what is below and above it; and whether there is
/// any.
fn on_axis(chances: &[Chance]) -> (Vec<Chance>, [bool; 2]) {
    let [below, on_axis @ .., above] = chances else { return (vec![], [false; 2]) };
    let mut all = on_axis.to_vec();
    // The chances of everything else may lack a little, which the last one then has.
    let rest = on_axis.iter().fold(*below, |sum, chance| sum.or(*chance));
    if let Some(first) = all.first_mut() {
        *first = first.or(*below);
    }
    if let Some(last) = all.last_mut() {
        *last = last.or(*above);
    }
    (all, [*below != Chance::NEVER, !rest.reaches(Chance::CERTAIN)])
}

/// A bar for each range of amounts, the likeliest as high as the picture. The middle eight cases of ten are darker.
fn bars(chances: &[Chance], from: i64, step: i64, prospect: &Prospect) -> Vec<Html> {
    let across = Scale::between(0, i64::try_from(chances.len()).unwrap_or(1));
    let units = |chance: &Chance| i64::try_from(chance.units()).unwrap_or(i64::MAX);
    let up = Scale::between(0, chances.iter().map(units).max().unwrap_or(1));
    let bars = (0_i64..).zip(chances).filter(|(_, chance)| **chance != Chance::NEVER).map(|(index, chance)| {
        // Something that may happen is seen, however rare it is.
        let height = up.at(units(chance)).max(150);
        let (left, right) = (across.at(index), across.at(index + 1));
        let (least, most) = (from + step * index, from + step * (index + 1));
        let is_likely = most > prospect.low.minor() && least <= prospect.high.minor();
        let class = if is_likely { "th-likely" } else { "th-rare" };
        rectangle(class, [left + 20, WHOLE - height, right - left - 40, height])
    });
    bars.collect()
}
