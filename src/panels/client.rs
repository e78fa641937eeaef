//! What does the client pay, and where does it go?

use super::PanelContext;
use super::about::facts;
use crate::html::{Html, el, together};
use crate::style::column;
use engine::compare::{ClientSide, client_sides};
use engine::scenario::{FeeSource, Side};

/// What the client pays, and where it goes.
pub fn client(context: &PanelContext) -> Html {
    let sides = client_sides(context.scenario, &context.comparison.outcomes);
    let money = sides.map(|sides| {
        together(vec![
            el!("p"; context.words.client_sentence(&sides)),
            el!("div", "class" = "th-sides";
                side(context, Side::Gigs, &sides.gigs),
                side(context, Side::Contract, &sides.contract)),
        ])
    });
    let facts = match context.scenario.client().map(|client| client.source) {
        Some(FeeSource::Schedule(schedule)) => Some(facts(context, schedule)),
        Some(FeeSource::Custom) | None => None,
    };
    let unknown = || el!("p"; context.words.client_unknown());
    together(vec![money.unwrap_or_else(unknown), facts.unwrap_or_default()])
}

fn side(context: &PanelContext, side: Side, money: &ClientSide) -> Html {
    let words = context.words;
    let row = |(label, amount): (&'static str, String)| el!("tr"; el!("th", "scope" = "row"; label), el!("td"; amount));
    el!("div", "class" = column(side);
        el!("table", "class" = "th-working";
            el!("caption", "class" = "th-title"; words.side(side)),
            el!("tbody"; words.client_rows(money).into_iter().map(row).collect::<Vec<_>>())))
}
