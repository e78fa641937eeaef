//! How is each figure calculated?

use super::chart::{axes, room, ticks};
use super::context::PanelContext;
use crate::html::{Html, el, several};
use crate::marks::{WHOLE, drawing, rectangle};
use crate::scale::Scale;
use crate::style::{class, column};
use engine::amount::{Money, Rate};
use engine::compare::TierRow;
use engine::fees::SliceKind;
use engine::scenario::Side;
use words::WorkingRow;

/// How each figure is calculated: the fee tier by tier, as areas and in numbers.
pub fn working(context: &PanelContext) -> Html {
    let side = |side: Side| {
        el!("div", "class" = column(side);
            el!("p", "class" = "th-title"; context.words.side(side)), rows(context, side))
    };
    let sides = el!("div", "class" = "th-sides"; side(Side::Gigs), side(Side::Contract));
    several![areas(context), sides]
}

/// The rates along all that each side bills: a side's area is its fee. None if a part of a fee has no rate, such as a fixed
/// one, or is charged on what another has left.
fn areas(context: &PanelContext) -> Option<Html> {
    let outcomes = &context.comparison.outcomes;
    let has_area = |row: &TierRow| row.charge == 0 && matches!(row.kind, SliceKind::Tier(..));
    let rows = || outcomes.gigs.tiers.iter().chain(&outcomes.contract.tiers);
    if !rows().all(has_area) {
        return None;
    }
    let words = context.words;
    let most = outcomes.gigs.gross.max(outcomes.contract.gross);
    let rate = |row: &TierRow| i64::from(row.rate().millionths());
    // Nothing is charged.
    let top = rows().map(rate).max().filter(|top| *top > 0)?;
    let (across, up) = (Scale::up_to(most), Scale::between(0, top));
    let money = |value: i64| words.format.short_money(Money::from_minor(value));
    let below = ticks(0, most.minor(), room(&money(most.minor())), &money);
    let beside = ticks(0, top, 2, &|rate| words.format.rate(Rate::from_millionths(u32::try_from(rate).unwrap_or(0))));
    let side = |side: Side| {
        let areas = outcomes.get(side).stretches().map(|(row, from, to)| {
            let (from, to, height) = (across.at(from.minor()), across.at(to.minor()), up.at(rate(row)));
            rectangle("", [from, WHOLE - height, to - from, height])
        });
        el!("g", "class" = class(side); areas.collect::<Html>())
    };
    // The smaller area is in front.
    let front = if outcomes.contract.service_fee > outcomes.gigs.service_fee { Side::Gigs } else { Side::Contract };
    let marks = several![axes(&below, &beside), side(front.other()), side(front)];
    Some(el!("div", "class" = "th-chart th-low"; drawing("th-drawn th-areas", marks)))
}

/// The same in numbers.
fn rows(context: &PanelContext, side: Side) -> Html {
    let words = context.words;
    let working = words.working(context.comparison.outcomes.get(side), context.scenario.terms().get(side).basis());
    let row = |row: WorkingRow| match row {
        WorkingRow::Heading(text) => el!("tr", "class" = "th-heading"; el!("th", "colspan" = "2"; text)),
        WorkingRow::Part(text, fee) => el!("tr"; el!("td"; text), el!("td"; fee)),
        WorkingRow::Total(text, fee) => el!("tr", "class" = "th-total"; el!("td"; text), el!("td"; fee)),
    };
    let mut rows: Vec<Html> = working.rows.into_iter().map(row).collect();
    rows.push(el!("tr", "class" = "th-sum"; el!("td"; working.sum), el!("td"; working.take_home)));
    el!("table", "class" = "th-working", "aria-label" = words.side(side); el!("tbody"; rows))
}
