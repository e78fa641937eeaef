//! How is each figure calculated?

use super::chart::{axes, room, ticks, title};
use super::context::PanelContext;
use crate::controls::LIVE;
use crate::html::{Html, el, several};
use crate::marks::{WHOLE, drawing, label, pattern, rectangle};
use crate::scale::Scale;
use crate::style::{class, column};
use engine::amount::{Money, Rate};
use engine::scenario::{BySide, Side};
use words::WorkingRow;

/// The working of each figure: the fee tier by tier, as areas and in numbers.
pub fn working(context: &PanelContext) -> Html {
    let side = |side: Side| {
        el!("div", "class" = column(side);
            el!("p", "class" = "th-title"; context.words.side(side)), rows(context, side))
    };
    let sides = el!("div", "class" = "th-sides"; side(Side::Gigs), side(Side::Contract));
    several![areas(context), sides]
}

/// The rates along all that each side bills: a side's area is its fee. None if there is no fee.
fn areas(context: &PanelContext) -> Option<Html> {
    let (words, outcomes) = (context.words, &context.comparison.outcomes);
    let areas = BySide::from_fn(|side| outcomes.get(side).areas());
    let rate = |rate: Rate| i64::from(rate.millionths());
    let spread = |side: Side| i64::try_from(areas.get(side).spread).unwrap_or(i64::MAX / 4);
    let height = |side: Side| areas.get(side).tiers.iter().map(|tier| rate(tier.2)).max().unwrap_or(0) + spread(side);
    let top = height(Side::Gigs).max(height(Side::Contract));
    if top == 0 {
        return None;
    }
    let most = outcomes.gigs.gross.max(outcomes.contract.gross);
    let (across, up) = (Scale::up_to(most), Scale::between(0, top));
    let money = |value: i64| words.format.short_money(Money::from_minor(value));
    let below = ticks(0, most.minor(), room(&money(most.minor())), &money);
    let beside = ticks(0, top, 2, &|rate| words.format.millionths(rate));
    let shapes = |side: Side| {
        let area = |from: Money, to: Money, low: i64, high: i64| {
            let [left, right] = [from, to].map(|amount| across.at(amount.minor()));
            let [low, high] = [low, high].map(|rate| up.at(rate));
            rectangle("", [left, WHOLE - high, right - left, high - low])
        };
        let spread = spread(side);
        let tiers = areas.get(side).tiers.iter().map(|tier| area(tier.0, tier.1, spread, spread + rate(tier.2)));
        tiers.collect::<Html>().with(area(Money::ZERO, outcomes.get(side).gross, 0, spread))
    };
    let side = |side: Side| {
        // The page's own HTML has no ids.
        let stripes = (LIVE && side == Side::Gigs).then(|| el!("g", "fill" = "url(#th-rows)"; shapes(side)));
        several![el!("g", "class" = class(side); shapes(side)), stripes]
    };
    // The smaller area is in front.
    let front = if outcomes.contract.service_fee > outcomes.gigs.service_fee { Side::Gigs } else { Side::Contract };
    let rates = areas.get(front).tiers.iter().filter_map(|tier| {
        let [from, to] = [tier.0, tier.1].map(|amount| across.at(amount.minor()));
        let top = WHOLE - up.at(spread(front) + rate(tier.2));
        // Only steps that are wide and low enough.
        (to - from > WHOLE / 8 && top > WHOLE / 4)
            .then(|| label(class(front), [from, top], [".4em", "-.3em"], "start", words.format.rate(tier.2)))
    });
    let name = |side: Side, place: [u64; 2], [dx, dy]: [&'static str; 2], anchor: &'static str| {
        label(class(side), place, [dx, dy], anchor, words.side_with(side, outcomes.get(side).service_fee))
    };
    let names = several![
        name(front.other(), [WHOLE, 0], ["-.4em", "1.2em"], "end"),
        name(front, [0, WHOLE], [".4em", "-.5em"], "start"),
    ];
    let marks = several![
        LIVE.then(|| pattern("th-rows")),
        axes(&below, &beside),
        title(words.you_bill()),
        side(front.other()),
        side(front),
        el!("g", "class" = "th-labels"; rates.collect::<Html>(), names),
    ];
    let is_spread = spread(Side::Gigs).max(spread(Side::Contract)) > 0;
    let hint = is_spread.then(|| el!("p", "class" = "th-hint"; words.fee_spread()));
    Some(several![el!("div", "class" = "th-chart th-low th-rates"; drawing("th-drawn th-areas", marks)), hint])
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
