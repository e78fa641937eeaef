//! What does the client pay, and where does it go?

use super::about::facts;
use super::chart::{axis_below, bands, room, ticks};
use super::context::{PanelContext, sums};
use crate::controls::{self, fold, piece};
use crate::html::{Html, el, several};
use crate::scale::Scale;
use engine::amount::Money;
use engine::compare::{ClientSide, client_sides};
use engine::scenario::{BySide, FeeSource, Side};
use words::Words;

/// The client's money, and who gets it.
pub fn client(context: &PanelContext) -> Html {
    let words = context.words;
    let sides = client_sides(context.scenario, &context.comparison.outcomes);
    let money = sides.map(|sides| {
        let table = sums(words, &|side| words.client_rows(sides.get(side)));
        several![
            bands(words, Some(axis(words, most(&sides))), &|side| (
                words.client_line(sides.get(side)),
                bar(&sides, side)
            )),
            fold(words.as_table(), table),
        ]
    });
    let facts = match context.scenario.client().map(|client| client.source) {
        Some(FeeSource::Schedule(schedule)) => Some(facts(context, schedule)),
        Some(FeeSource::Custom) | None => None,
    };
    let unknown = || el!("p"; words.client_unknown());
    let facts = facts.map(|facts| fold(words.sources(), facts));
    several![money.unwrap_or_else(unknown), facts]
}

/// The most that the client pays for either side.
fn most(sides: &BySide<ClientSide>) -> Money {
    sides.gigs.pays.max(sides.contract.pays)
}

/// Amounts from nothing to the most that the client pays.
fn axis(words: Words, most: Money) -> Html {
    let money = |amount: i64| words.format.short_money(Money::from_minor(amount));
    axis_below(&ticks(0, most.minor(), room(&money(most.minor())), &money))
}

/// The client's money as bars: what remains, and the two fees, on one scale for both sides.
fn bar(sides: &BySide<ClientSide>, side: Side) -> Html {
    let most = most(sides);
    let scale = Scale::up_to(most);
    let side = sides.get(side);
    let ClientSide { pays, take_home, .. } = *side;
    let billed = side.billed();
    let pieces = several![
        piece(scale, "th-left", Money::ZERO, take_home),
        piece(scale, "th-tier-0", take_home, billed),
        piece(scale, "th-tier-1", billed, pays),
        piece(scale, "th-none", pays, most),
    ];
    el!("div", "class" = "th-bar"; controls::bar(None, pieces))
}
