use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::field::{Dispatch, message, number_field, text_input};
use super::state::{Action, State};
use crate::compare::Quantity;
use crate::fees::PLATFORMS;
use crate::report::Words;
use crate::scenario::{Field, Tariff};

/// Which fee applies: the platform, its schedule, whether it is in force, and the rate where it leaves one open.
pub fn tariff(state: &State, dispatch: &Dispatch) -> Html {
    let words = state.words();
    let tariff = shown(state);
    let picked = match dispatch {
        Some(dispatch) => pickers(words, tariff, dispatch),
        None => text(words, tariff),
    };
    html! {
        <div class="th-tariff">
            <div class="th-pickers">
                { picked }
                <span class="th-status">{ words.status(tariff) }</span>
            </div>
            if let (Tariff::Custom, Some(dispatch)) = (tariff, dispatch) {
                <div class="th-own-fee">
                    <label class="th-aloud" for={Field::Fee.name()}>{ words.label(Field::Fee) }</label>
                    { text_input(state, dispatch, Field::Fee, state.draft.text(Field::Fee).to_owned()) }
                    { message(state, Field::Fee) }
                    <p class="th-hint">{ words.fee_hint() }</p>
                </div>
            }
            if state.answer.scenario.fee().open_rate().is_some() {
                <div class="th-rate">
                    { number_field(state, dispatch, Field::Rate, Quantity::Rate(None), words.label(Field::Rate)) }
                    if let Some(dispatch) = dispatch {
                        <label class="th-check">
                            <input type="checkbox" checked={state.has_own_rates()}
                                onchange={dispatch.reform({
                                    let own = !state.has_own_rates();
                                    move |_| Action::OwnRates(own)
                                })} />
                            { words.own_rates() }
                        </label>
                    }
                </div>
            }
            if let Some(note) = words.basis_note(state.answer.scenario.fee().basis()) {
                <p class="th-hint">{ note }</p>
            }
        </div>
    }
}

/// The tariff that the reader has chosen, even while its text cannot be read.
fn shown(state: &State) -> Tariff {
    let own = !state.draft.text(Field::Fee).trim().is_empty() || state.draft.text(Field::Schedule) == Tariff::CUSTOM;
    if own { Tariff::Custom } else { state.answer.scenario.tariff() }
}

fn text(words: Words, tariff: Tariff) -> Html {
    match tariff {
        Tariff::Custom => html! { <span class="th-pick">{ words.own_fee() }</span> },
        Tariff::Schedule(schedule) => html! {
            <>
                <span class="th-pick">{ schedule.platform().name }</span>{ " " }
                <span class="th-pick">{ words.schedule(schedule) }</span>{ " " }
            </>
        },
    }
}

fn pickers(words: Words, tariff: Tariff, dispatch: &Callback<Action>) -> Html {
    let choose = dispatch
        .reform(|event: Event| Action::ChooseSchedule(event.target_unchecked_into::<HtmlSelectElement>().value()));
    let platform = match tariff {
        Tariff::Schedule(schedule) => Some(schedule.platform()),
        Tariff::Custom => None,
    };
    html! {
        <>
            <select class="th-pick" id="platform" aria-label={words.platform()} onchange={choose.clone()}>
                // A platform is entered at its newest schedule.
                { for PLATFORMS.iter().map(|entry| html! {
                    <option value={entry.schedules.last().map(|schedule| schedule.id)}
                        selected={platform == Some(entry)}>{ entry.name }</option>
                }) }
                <option value={Tariff::CUSTOM} selected={platform.is_none()}>{ words.own_fee() }</option>
            </select>
            if let Some(platform) = platform {
                <select class="th-pick" id="schedule" aria-label={words.label(Field::Schedule)} onchange={choose}>
                    { for platform.schedules.iter().rev().map(|schedule| html! {
                        <option value={schedule.id} selected={schedule.id == tariff.id()}>
                            { words.schedule(schedule) }
                        </option>
                    }) }
                </select>
            }
        </>
    }
}
