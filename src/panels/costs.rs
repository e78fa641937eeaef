use super::facts::facts;
use super::{Page, fill_in, sums};
use crate::fees::Topic;
use crate::markup::{Html, el, together};
use crate::scenario::Side;

/// What each side costs besides the fee and what an hour of it pays; what is usual, and what bids cost when.
pub fn costs(page: &Page) -> Html {
    let words = page.words;
    together(vec![
        counted(page).unwrap_or_default(),
        el!("p", "class" = "th-hint"; words.costs_hint()),
        assumptions(page),
        el!("p", "class" = "th-hint"; words.eras_hint()),
        facts(page, &[Topic::Bidding]),
    ])
}

/// What each side costs besides the fee and what an hour of it pays, where that is counted.
pub fn counted(page: &Page) -> Option<Html> {
    page.comparison.counted()?;
    Some(el!("div", "class" = "th-sides"; side(page, Side::Gigs), side(page, Side::Contract)))
}

fn side(page: &Page, side: Side) -> Html {
    let words = page.words;
    let Some(counted) = page.comparison.counted() else { return Html::default() };
    let take_home = words.format.money(page.comparison.outcomes.get(side).take_home);
    sums(page, side, words.cost_rows(take_home, counted.nets.get(side)))
}

/// What was found of each, and what one may begin with.
fn assumptions(page: &Page) -> Html {
    let words = page.words;
    let columns = words.assumptions_columns().map(|column| el!("th", "scope" = "col"; column));
    let rows = words.assumptions().into_iter().map(|assumption| {
        let begin = (!assumption.set.is_empty()).then(|| fill_in(page, assumption.set, assumption.begin)).flatten();
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
