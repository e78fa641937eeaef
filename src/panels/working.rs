use super::Page;
use crate::markup::{Html, column, el};
use crate::report::WorkingRow;
use crate::scenario::Side;

/// How each figure comes about: the fee tier by tier.
pub fn working(page: &Page) -> Html {
    el!("div", "class" = "th-sides"; side(page, Side::Gigs), side(page, Side::Contract))
}

fn side(page: &Page, side: Side) -> Html {
    let words = page.words;
    let working = words.working(page.comparison.outcomes.get(side));
    let row = |row: WorkingRow| match row {
        WorkingRow::Heading(text) => el!("tr", "class" = "th-heading"; el!("th", "colspan" = "2"; text)),
        WorkingRow::Part(text, fee) => el!("tr"; el!("td"; text), el!("td"; fee)),
        WorkingRow::Total(text, fee) => el!("tr", "class" = "th-total"; el!("td"; text), el!("td"; fee)),
    };
    let mut rows: Vec<Html> = working.rows.into_iter().map(row).collect();
    rows.push(el!("tr", "class" = "th-sum"; el!("td"; working.sum), el!("td"; working.take_home)));
    el!("div", "class" = column(side);
        el!("table", "class" = "th-working";
            el!("caption", "class" = "th-title"; words.side(side)),
            el!("tbody"; rows)))
}
