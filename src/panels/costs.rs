//! How much do bids, costs and hours take?

use super::chart::{axis_below, bands, room, ticks};
use super::context::{PanelContext, fill_in, sums};
use super::facts::facts;
use crate::controls::{self, fold, pieces};
use crate::html::{Html, el, several};
use crate::scale::Scale;
use engine::compare::{HoursByUse, hours_by_use};
use engine::fees::Topic;
use engine::scenario::{BySide, Field, Side};

/// The costs of each side besides the fee, its hourly pay, usual values, and the cost of proposals over time.
pub fn costs(context: &PanelContext) -> Html {
    let words = context.words;
    let sources = several![
        el!("p", "class" = "th-hint"; words.costs_hint()),
        assumptions(context),
        el!("p", "class" = "th-hint"; words.eras_hint()),
        facts(context, &[Topic::Bidding]),
    ];
    several![
        hours(context),
        fold(words.as_table(), counted(context).unwrap_or_default()),
        fold(words.sources(), sources),
    ]
}

/// The hours of both sides on one scale: paid, unpaid with clients, unpaid on bids.
pub fn hours(context: &PanelContext) -> Option<Html> {
    let hours = BySide::from_fn(|side| hours_by_use(context.scenario, side));
    let all = |hours: &HoursByUse| hours.paid + hours.unpaid();
    let most = all(&hours.gigs).max(all(&hours.contract));
    let scale = Scale::between(0, most);
    let bar = |side: Side| {
        let HoursByUse { paid, overhead, bidding } = *hours.get(side);
        let piece = |class: &'static str, from: i64, to: i64| pieces(scale, class, &[(from, to)]);
        let pieces = several![
            piece("th-left", 0, paid),
            piece("th-tier-0", paid, paid + overhead),
            piece("th-tier-2", paid + overhead, paid + overhead + bidding),
            piece("th-none", paid + overhead + bidding, most),
        ];
        (context.words.hours_line(hours.get(side)), el!("div", "class" = "th-bar"; controls::bar(None, pieces)))
    };
    let shown = |hours: i64| context.words.format.value_with_unit(Field::GigHours, hours);
    let axis = || axis_below(&ticks(0, most, room(&shown(most)), &shown));
    (most > 0).then(|| bands(context.words, Some(axis()), &bar))
}

/// The costs of each side besides the fee, and its hourly pay, if they are counted.
pub fn counted(context: &PanelContext) -> Option<Html> {
    let words = context.words;
    let counted = context.comparison.after_costs.as_ref()?;
    Some(sums(words, &|side| {
        let take_home = words.format.money(context.comparison.outcomes.get(side).take_home);
        words.cost_rows(take_home, counted.nets.get(side))
    }))
}

/// A table of what was found about each quantity, with values to start with.
fn assumptions(context: &PanelContext) -> Html {
    let words = context.words;
    let columns = words.assumptions_columns().map(|column| el!("th", "scope" = "col"; column));
    let rows = words.assumptions().into_iter().map(|assumption| {
        let button = || fill_in(context, assumption.set, assumption.begin.clone(), Some(words.assume(&assumption)));
        let begin = (!assumption.set.is_empty()).then(button).flatten();
        el!("tr";
            el!("th", "scope" = "row"; assumption.what),
            el!("td"; assumption.found),
            el!("td"; begin.unwrap_or_else(|| el!("span"; assumption.begin.clone()))))
    });
    several![
        el!("p", "class" = "th-hint"; words.assumptions_hint()),
        el!("table", "class" = "th-assumptions";
            el!("thead"; el!("tr"; columns)),
            el!("tbody"; rows.collect::<Html>())),
    ]
}
