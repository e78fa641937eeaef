//! Which fields does each side have? Two columns.

use crate::controls::name::OPEN;
use crate::controls::{LIVE, choice_field, number_field, use_button};
use crate::html::{Html, el, several, ticked};
use crate::state::{Panel, State};
use crate::style::column;
use engine::scenario::{Clients, Field, Side};

/// The two columns of fields.
pub fn sides(state: &State) -> Html {
    el!("div", "class" = "th-sides", "part" = "fields"; side(state, Side::Gigs), side(state, Side::Contract))
}

fn side(state: &State, side: Side) -> Html {
    let words = state.words();
    let scenario = &state.answer.scenario;
    let full = !state.is_compact();
    let [billed, months, rate] = match side {
        Side::Gigs => [Field::GigBilled, Field::GigMonths, Field::GigRate],
        Side::Contract => [Field::ContractBilled, Field::ContractMonths, Field::ContractRate],
    };
    let field = |field| number_field(state, field, words.label(field));
    let own = match side {
        _ if scenario.is_list(side) => list(state, side),
        Side::Gigs => gigs(state),
        Side::Contract => contract(state),
    };
    // The compact view shows only the contract's.
    let counts_billed = (full || side == Side::Contract) && scenario.counts_earlier_billings(side);
    let counts_months = full && scenario.counts_months();
    let has_rate = scenario.has_open_rate() && state.own_rates;
    el!("div", "class" = column(side), "role" = "group", "aria-label" = words.side_fields(side);
        el!("p", "class" = "th-title", "aria-hidden" = "true"; words.side_fields(side)),
        own,
        counts_billed.then(|| field(billed)),
        counts_months.then(|| field(months)),
        has_rate.then(|| field(rate)))
}

/// The size of a list, and one number that moves all its prices.
fn list(state: &State, side: Side) -> Html {
    let words = state.words();
    let level = state.answer.scenario.pricing_field(side);
    let [_, edit] = words.list_buttons();
    several![
        el!("p", "class" = "th-listed"; words.list_in_all(&state.answer.scenario, side), " ",
            (LIVE && !state.is_compact()).then(|| use_button(OPEN, Panel::List.name().into(), edit.into(), None))),
        number_field(state, level, words.label(level)),
    ]
}

fn gigs(state: &State) -> Html {
    let words = state.words();
    let answer = &state.answer;
    let counts = answer.scenario.counts_clients() || answer.comparison.after_costs.is_some();
    let clients = (!state.is_compact() && counts).then(|| clients(state));
    several![
        number_field(state, Field::Gigs, words.label(Field::Gigs)),
        number_field(state, Field::GigPrice, words.label(Field::GigPrice)),
        clients,
        if LIVE && !state.is_compact() { open_list(state) } else { Html::default() },
    ]
}

fn open_list(state: &State) -> Html {
    let [open, _] = state.words().list_buttons();
    el!("p", "class" = "th-listed"; use_button(OPEN, Panel::List.name().into(), open.into(), None))
}

/// A client for each gig, one for all of them, or a number with its slider.
fn clients(state: &State) -> Html {
    let words = state.words();
    let field = Field::GigClients;
    let chosen = state.answer.scenario.plans().gigs.clients().unwrap_or_default();
    if !LIVE {
        return el!("div", "class" = "th-row th-field";
            el!("span", "class" = "th-label"; words.label(field)),
            el!("span", "class" = "th-number"; words.clients(chosen)));
    }
    let text = state.draft.text(field);
    let is_number = ![Clients::EACH, Clients::ONE].contains(&text);
    // Five gigs for each.
    let several = || (state.answer.scenario.plans().gigs.jobs() / 5).max(2).to_string();
    let several = if is_number { text.to_owned() } else { several() };
    let option = |clients: Clients, value: &str| (value.to_owned(), words.clients(clients));
    let options = [
        option(Clients::Each, Clients::EACH),
        option(Clients::One, Clients::ONE),
        (several, words.several_clients().to_owned()),
    ];
    several![
        choice_field(state, field, &options),
        if is_number { number_field(state, field, words.number_of_clients()) } else { Html::default() },
    ]
}

fn contract(state: &State) -> Html {
    let words = state.words();
    let tied = state.draft.same_total();
    let price = Field::ContractPrice;
    let tie = Field::SameTotal.name();
    let total = if tied {
        el!("div", "class" = "th-row th-field";
            el!("span", "class" = "th-label"; words.label(price)),
            el!("output", "class" = "th-number", "id" = price.name(), "aria-live" = "off";
                words.format.money(state.answer.scenario.plans().contract.gross())))
    } else {
        number_field(state, price, words.label(price))
    };
    let tie = (LIVE && (tied || !state.is_compact())).then(|| {
        let tick = el!("input", "type" = "checkbox", "id" = tie, "data-field" = tie);
        el!("label", "class" = "th-check"; ticked(tick, tied), words.label(Field::SameTotal))
    });
    several![total, tie]
}
