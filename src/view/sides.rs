use yew::prelude::*;

use super::field::number_field;
use super::result::class;
use super::state::State;
use crate::compare::Quantity;
use crate::scenario::{Clients, Field, Side};

/// The two columns of fields.
pub fn sides(state: &State, live: bool) -> Html {
    html! {
        <div class="th-sides">
            { side(state, live, Side::Gigs) }
            { side(state, live, Side::Contract) }
        </div>
    }
}

fn side(state: &State, live: bool, side: Side) -> Html {
    let words = state.words();
    let terms = state.answer.scenario.terms().get(side);
    let full = state.draft.text(Field::View) != "compact";
    let (billed, rate, label) = match side {
        Side::Gigs => (Field::GigBilled, Field::GigRate, words.label_billed(state.draft.clients())),
        Side::Contract => (Field::ContractBilled, Field::ContractRate, words.label(Field::ContractBilled)),
    };
    html! {
        <div class={classes!("th-column", class(side))} role="group" aria-label={words.side_fields(side)}>
            <p class="th-title" aria-hidden="true">{ words.side_fields(side) }</p>
            { match side {
                Side::Gigs => gigs(state, live, full),
                Side::Contract => contract(state, live),
            } }
            if full && terms.basis().counts_earlier_billings() {
                { number_field(state, live, billed, Quantity::Billed(side), label) }
            }
            if state.answer.scenario.fee().open_rate().is_some() && state.own_rates {
                { number_field(state, live, rate, Quantity::Rate(Some(side)), words.label(rate)) }
            }
        </div>
    }
}

fn gigs(state: &State, live: bool, full: bool) -> Html {
    let words = state.words();
    html! {
        <>
            { number_field(state, live, Field::Gigs, Quantity::Gigs, words.label(Field::Gigs)) }
            { number_field(state, live, Field::GigPrice, Quantity::Price(Side::Gigs), words.label(Field::GigPrice)) }
            if full && state.answer.scenario.terms().gigs.basis().counts_clients() {
                { clients(state, live) }
            }
        </>
    }
}

fn clients(state: &State, live: bool) -> Html {
    let words = state.words();
    let label = words.label(Field::GigClients);
    if !live {
        return html! {
            <div class="th-row th-field">
                <span class="th-label">{ label }</span><span class="th-number">{ words.clients(state.draft.clients()) }</span>
            </div>
        };
    }
    let name = Field::GigClients.name();
    let choice = |clients: Clients, value: &'static str| {
        html! {
            <label>
                <input type="radio" {name} {value} data-field={name} checked={state.draft.clients() == clients} />
                <span>{ words.clients(clients) }</span>
            </label>
        }
    };
    html! {
        <div class="th-row th-field" role="radiogroup" aria-label={label}>
            <span class="th-label" aria-hidden="true">{ label }</span>
            <span class="th-choice">{ choice(Clients::Each, "each") }{ choice(Clients::One, "one") }</span>
        </div>
    }
}

fn contract(state: &State, live: bool) -> Html {
    let words = state.words();
    let tied = state.draft.same_total();
    let price = Field::ContractPrice;
    let tie = Field::SameTotal.name();
    html! {
        <>
            if tied {
                <div class="th-row th-field">
                    <span class="th-label">{ words.label(price) }</span>
                    <output class="th-number" id={price.name()}>
                        { words.format.money(state.answer.scenario.plans().contract.price) }
                    </output>
                </div>
            } else {
                { number_field(state, live, price, Quantity::Price(Side::Contract), words.label(price)) }
            }
            if live {
                <label class="th-check">
                    <input type="checkbox" id={tie} data-field={tie} checked={tied} />
                    { words.label(Field::SameTotal) }
                </label>
            }
        </>
    }
}
