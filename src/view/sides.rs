use yew::prelude::*;

use super::field::{Dispatch, number_field};
use super::result::class;
use super::state::{Action, State};
use crate::compare::Quantity;
use crate::scenario::{Clients, Draft, Field, Side};

/// The two columns of fields.
pub fn sides(state: &State, dispatch: &Dispatch) -> Html {
    html! {
        <div class="th-sides">
            { side(state, dispatch, Side::Gigs) }
            { side(state, dispatch, Side::Contract) }
        </div>
    }
}

fn side(state: &State, dispatch: &Dispatch, side: Side) -> Html {
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
                Side::Gigs => gigs(state, dispatch, full),
                Side::Contract => contract(state, dispatch),
            } }
            if full && terms.basis().counts_earlier_billings() {
                { number_field(state, dispatch, billed, Quantity::Billed(side), label) }
            }
            if state.answer.scenario.fee().open_rate().is_some() && state.has_own_rates() {
                { number_field(state, dispatch, rate, Quantity::Rate(Some(side)), words.label(rate)) }
            }
        </div>
    }
}

fn gigs(state: &State, dispatch: &Dispatch, full: bool) -> Html {
    let words = state.words();
    html! {
        <>
            { number_field(state, dispatch, Field::Gigs, Quantity::Gigs, words.label(Field::Gigs)) }
            { number_field(state, dispatch, Field::GigPrice, Quantity::Price(Side::Gigs), words.label(Field::GigPrice)) }
            if full && state.answer.scenario.terms().gigs.basis().counts_clients() {
                { clients(state, dispatch) }
            }
        </>
    }
}

fn clients(state: &State, dispatch: &Dispatch) -> Html {
    let words = state.words();
    let label = words.label(Field::GigClients);
    let Some(dispatch) = dispatch else {
        return html! {
            <div class="th-row th-field">
                <span class="th-label">{ label }</span><span class="th-number">{ words.clients(state.draft.clients()) }</span>
            </div>
        };
    };
    let choice = |clients: Clients, text: &'static str| {
        let choose = dispatch.reform(move |_: Event| Action::Type(Field::GigClients, text.into()));
        html! {
            <label>
                <input type="radio" name="gig-clients" value={text} checked={state.draft.clients() == clients}
                    onchange={choose} />
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

fn contract(state: &State, dispatch: &Dispatch) -> Html {
    let words = state.words();
    let tied = state.draft.same_total();
    let price = Field::ContractPrice;
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
                { number_field(state, dispatch, price, Quantity::Price(Side::Contract), words.label(price)) }
            }
            if let Some(dispatch) = dispatch {
                <label class="th-check">
                    <input type="checkbox" id={Field::SameTotal.name()} checked={tied}
                        onchange={dispatch.reform(move |_| {
                            Action::Type(Field::SameTotal, if tied { Draft::NO } else { Draft::YES }.into())
                        })} />
                    { words.label(Field::SameTotal) }
                </label>
            }
        </>
    }
}
