use yew::prelude::*;

use super::result::class;
use super::state::State;
use crate::report::Phrase;

/// Who is ahead, and what would turn it round. The one live region of the page.
pub fn verdict(state: &State, live: bool) -> Html {
    let words = state.words();
    let comparison = &state.answer.comparison;
    let side = comparison.lead.side().map_or("th-level", class);
    html! {
        <div class={classes!("th-verdict", side)} part="verdict">
            <p class="th-answer" aria-live="polite" aria-atomic="true">{ phrase(&words.verdict(comparison)) }</p>
            <p class="th-turn">{ words.turn(&state.answer.scenario, comparison) }</p>
            if live {
                <p class="th-note" role="status" hidden={!state.is_stale()}>{ words.stale() }</p>
                <div class="th-notes" hidden={state.ignored.is_empty() && state.author.ignored.is_empty()}>
                    { for state.author.ignored.iter().chain(&state.ignored).map(|ignored| html! {
                        <p class="th-note">{ words.ignored(ignored) }</p>
                    }) }
                </div>
            }
        </div>
    }
}

fn phrase(phrase: &Phrase) -> Html {
    phrase
        .0
        .iter()
        .map(|(text, stressed)| {
            if *stressed {
                html! { <b>{ text }</b> }
            } else {
                html! { { text } }
            }
        })
        .collect()
}
