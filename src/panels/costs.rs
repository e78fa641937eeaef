use super::{FILL_IN, Page};
use crate::fees::{BIDDING, Bidding};
use crate::markup::{Html, column, el, together};
use crate::scenario::Side;

/// What each side costs besides the fee and what an hour of it pays; what is usual, and what bids cost when.
pub fn costs(page: &Page) -> Html {
    let words = page.words;
    let sums = page
        .comparison
        .counted
        .as_ref()
        .map(|_| el!("div", "class" = "th-sides"; side(page, Side::Gigs), side(page, Side::Contract)));
    together(vec![
        sums.unwrap_or_default(),
        el!("p", "class" = "th-hint"; words.costs_hint()),
        assumptions(page),
        el!("p", "class" = "th-hint"; words.eras_hint()),
        el!("ul", "class" = "th-eras"; BIDDING.iter().map(|bidding| era(page, bidding)).collect::<Vec<_>>()),
    ])
}

/// What bids cost at some time, and a button that fills it in.
fn era(page: &Page, bidding: &'static Bidding) -> Html {
    let words = page.words;
    el!("li";
        el!("b"; words.bidding_since(bidding)), " ", bidding.note, " ",
        el!("a", "href" = bidding.source.url, "rel" = "noopener", "target" = "_blank"; bidding.source.title),
        ", ", words.read_on(bidding.source.read), "; ", words.certainty(bidding.certainty), ". ",
        set(page, bidding.set, words.use_it()))
}

fn side(page: &Page, side: Side) -> Html {
    let words = page.words;
    let Some(counted) = page.comparison.counted() else { return Html::default() };
    let take_home = words.format.money(page.comparison.outcomes.get(side).take_home);
    let row = |(label, value): (String, String)| el!("tr"; el!("th", "scope" = "row"; label), el!("td"; value));
    let rows = words.cost_rows(take_home, counted.nets.get(side)).into_iter().map(row);
    el!("div", "class" = column(side);
        el!("table", "class" = "th-working";
            el!("caption", "class" = "th-title"; words.side(side)),
            el!("tbody"; rows.collect::<Vec<_>>())))
}

/// What was found of each, and what one may begin with.
fn assumptions(page: &Page) -> Html {
    let words = page.words;
    let columns = words.assumptions_columns().map(|column| el!("th", "scope" = "col"; column));
    let rows = words.assumptions().into_iter().map(|assumption| {
        let begin = (!assumption.set.is_empty()).then(|| set(page, assumption.set, assumption.begin)).flatten();
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

/// A button that fills in some fields at once, as a link would.
pub fn set(page: &Page, link: impl Into<String>, text: &'static str) -> Option<Html> {
    page.live.then(
        || el!("button", "type" = "button", "class" = "th-use", "data-field" = FILL_IN, "value" = link.into(); text),
    )
}
