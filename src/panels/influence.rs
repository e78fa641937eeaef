//! Which number matters most? A bar for each: how far the lead goes if the number is a tenth lower or higher.

use super::chart::{axis_row, room, ticks};
use super::context::PanelContext;
use crate::html::{Html, el, several};
use crate::marks::{WHOLE, drawing, line, rectangle};
use crate::scale::Scale;
use crate::style::class;
use engine::amount::Money;
use engine::compare::{Influence, influences};
use engine::scenario::Side;

/// Each number's bar on one scale, the strongest first.
pub fn influence(context: &PanelContext) -> Html {
    let words = context.words;
    let found = influences(context.scenario, context.comparison);
    let now = context.comparison.verdict.difference;
    let ends = || found.iter().flat_map(|influence| influence.leads).chain([now, Money::ZERO]);
    let (least, most) = (ends().min().unwrap_or_default(), ends().max().unwrap_or_default());
    let scale = Scale::between(least.minor(), most.minor().max(least.minor() + 1));
    let rows = found.iter().map(|influence| {
        let [name, values] = words.change(&influence.change, context.scenario);
        el!("tr";
            el!("th", "scope" = "row"; name, " ", el!("small"; values)),
            el!("td"; bar(influence, scale, now), el!("span"; words.lead_range(influence.leads))))
    });
    let by = |lead: i64| match lead {
        0 => words.format.count(0),
        _ => words.lead_on_axis(Money::from_minor(lead).abs()),
    };
    let (from, to) = (least.minor(), most.minor());
    let ticks = ticks(from, to, room(&by(to.max(-from))), &by);
    several![
        el!("table", "class" = "th-influence"; el!("tbody"; rows.collect::<Html>(), (!found.is_empty()).then(|| axis_row(&ticks)))),
        el!("p", "class" = "th-hint"; words.influence_hint()),
    ]
}

/// From one lead to the other: where the contract leads in its colour, where the gigs lead in theirs.
fn bar(influence: &Influence, scale: Scale, now: Money) -> Html {
    let [one, other] = influence.leads;
    let (low, high) = (one.min(other), one.max(other));
    let part = |side: Side, from: Money, to: Money| {
        let (from, to) = (scale.at(from.minor()), scale.at(to.minor()));
        (from < to).then(|| rectangle(class(side), [from, 0, to - from, WHOLE]))
    };
    let at = |class: &'static str, at: Money| line(class, [scale.at(at.minor()), 0, scale.at(at.minor()), WHOLE]);
    let marks = several![
        part(Side::Gigs, low.min(Money::ZERO), high.min(Money::ZERO)),
        part(Side::Contract, low.max(Money::ZERO), high.max(Money::ZERO)),
        at("th-zero", Money::ZERO),
        at("th-now", now),
    ];
    drawing("", marks)
}
