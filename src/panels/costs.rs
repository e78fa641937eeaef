//! How much do bids, costs and hours take?

use super::facts::facts;
use super::{PanelContext, fill_in, sums};
use crate::html::{Html, el, together};
use engine::fees::Topic;
use engine::scenario::Side;

/// What each side costs besides the fee and its hourly pay; usual values, and what bids have cost over time.
pub fn costs(context: &PanelContext) -> Html {
    let words = context.words;
    together(vec![
        counted(context).unwrap_or_default(),
        el!("p", "class" = "th-hint"; words.costs_hint()),
        assumptions(context),
        el!("p", "class" = "th-hint"; words.eras_hint()),
        facts(context, &[Topic::Bidding]),
    ])
}

/// What each side costs besides the fee and its hourly pay, if that is counted.
pub fn counted(context: &PanelContext) -> Option<Html> {
    context.comparison.after_costs()?;
    Some(el!("div", "class" = "th-sides"; side(context, Side::Gigs), side(context, Side::Contract)))
}

fn side(context: &PanelContext, side: Side) -> Html {
    let words = context.words;
    let Some(counted) = context.comparison.after_costs() else { return Html::default() };
    let take_home = words.format.money(context.comparison.outcomes.get(side).take_home);
    sums(context, side, words.cost_rows(take_home, counted.nets.get(side)))
}

/// What was found about each quantity, and values to start with.
fn assumptions(context: &PanelContext) -> Html {
    let words = context.words;
    let columns = words.assumptions_columns().map(|column| el!("th", "scope" = "col"; column));
    let rows = words.assumptions().into_iter().map(|assumption| {
        let button = || fill_in(context, assumption.set, assumption.begin, Some(words.assume(&assumption)));
        let begin = (!assumption.set.is_empty()).then(button).flatten();
        el!("tr";
            el!("th", "scope" = "row"; assumption.what),
            el!("td"; assumption.found),
            el!("td"; begin.unwrap_or_else(|| el!("span"; assumption.begin))))
    });
    together(vec![
        el!("p", "class" = "th-hint"; words.assumptions_hint()),
        el!("table", "class" = "th-assumptions";
            el!("thead"; el!("tr"; columns.to_vec())),
            el!("tbody"; rows.collect::<Vec<_>>())),
    ])
}
