use yew::prelude::*;

use super::events::OWN_RATES;
use super::field::{message, number_field, text_input};
use super::state::State;
use crate::compare::Quantity;
use crate::fees::PLATFORMS;
use crate::report::Words;
use crate::scenario::{Field, Tariff};

/// Which fee applies: the platform, its schedule, whether it is in force, and the rate where it leaves one open.
pub fn tariff(state: &State, live: bool) -> Html {
    let words = state.words();
    let tariff = shown(state);
    let picked = if live { pickers(words, tariff) } else { text(words, tariff) };
    html! {
        <div class="th-tariff">
            <div class="th-pickers">
                { picked }
                <span class="th-status">{ words.status(tariff) }</span>
            </div>
            if tariff == Tariff::Custom && live {
                <div class="th-own-fee">
                    <label class="th-aloud" for={Field::Fee.name()}>{ words.label(Field::Fee) }</label>
                    { text_input(state, Field::Fee) }
                    { message(state, Field::Fee) }
                    <p class="th-hint">{ words.fee_hint() }</p>
                </div>
            }
            if state.answer.scenario.fee().open_rate().is_some() {
                <div class="th-rate">
                    if !state.own_rates {
                        { number_field(state, live, Field::Rate, Quantity::Rate(None), words.label(Field::Rate)) }
                    }
                    if live {
                        <label class="th-check">
                            <input type="checkbox" data-field={OWN_RATES} checked={state.own_rates} />
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

/// What the two lists show. A list in which something was once picked no longer follows its options' `selected`, so the
/// app sets these by hand after each change.
pub fn picked(state: &State) -> [(&'static str, &'static str); 2] {
    let tariff = shown(state);
    let platform = match tariff {
        Tariff::Schedule(schedule) => schedule.platform().schedules.last().map_or(tariff.id(), |schedule| schedule.id),
        Tariff::Custom => Tariff::CUSTOM,
    };
    [("platform", platform), ("schedule", tariff.id())]
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

fn pickers(words: Words, tariff: Tariff) -> Html {
    let platform = match tariff {
        Tariff::Schedule(schedule) => Some(schedule.platform()),
        Tariff::Custom => None,
    };
    html! {
        <>
            <select class="th-pick" id="platform" data-field="platform" aria-label={words.platform()}>
                // A platform is entered at its newest schedule.
                { for PLATFORMS.iter().map(|entry| html! {
                    <option value={entry.schedules.last().map(|schedule| schedule.id)}
                        selected={platform == Some(entry)}>{ entry.name }</option>
                }) }
                <option value={Tariff::CUSTOM} selected={platform.is_none()}>{ words.own_fee() }</option>
            </select>
            if let Some(platform) = platform {
                <select class="th-pick" id="schedule" data-field="schedule"
                    aria-label={words.label(Field::Schedule)}>
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
