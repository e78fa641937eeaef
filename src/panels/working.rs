//! How is each figure calculated?

use super::PanelContext;
use crate::html::{Html, el};
use crate::style::column;
use engine::scenario::Side;
use words::WorkingRow;

/// How each figure is calculated: the fee tier by tier.
pub fn working(context: &PanelContext) -> Html {
    el!("div", "class" = "th-sides"; side(context, Side::Gigs), side(context, Side::Contract))
}

fn side(context: &PanelContext, side: Side) -> Html {
    let words = context.words;
    let working = words.working(context.comparison.outcomes.get(side), context.scenario.terms().get(side).basis());
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
