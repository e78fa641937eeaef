use super::Page;
use super::about::facts;
use crate::compare::{ClientSide, client_sides};
use crate::markup::{Html, column, el, together};
use crate::scenario::{Side, Tariff};

/// What the client pays, and where it goes.
pub fn client(page: &Page) -> Html {
    let sides = client_sides(page.scenario, &page.comparison.outcomes);
    let money = sides.map(|sides| {
        together(vec![
            el!("p"; page.words.client_sentence(&sides)),
            el!("div", "class" = "th-sides";
                side(page, Side::Gigs, &sides.gigs),
                side(page, Side::Contract, &sides.contract)),
        ])
    });
    let facts = match page.scenario.client().map(|client| client.tariff) {
        Some(Tariff::Schedule(schedule)) => Some(facts(page, schedule)),
        Some(Tariff::Custom) | None => None,
    };
    let unknown = || el!("p"; page.words.client_unknown());
    together(vec![money.unwrap_or_else(unknown), facts.unwrap_or_default()])
}

fn side(page: &Page, side: Side, money: &ClientSide) -> Html {
    let words = page.words;
    let row = |(label, amount): (&'static str, String)| el!("tr"; el!("th", "scope" = "row"; label), el!("td"; amount));
    el!("div", "class" = column(side);
        el!("table", "class" = "th-working";
            el!("caption", "class" = "th-title"; words.side(side)),
            el!("tbody"; words.client_rows(money).into_iter().map(row).collect::<Vec<_>>())))
}
