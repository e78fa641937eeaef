use yew::prelude::*;

use super::events::WORKING;
use super::result::class;
use super::state::State;
use crate::report::WorkingRow;
use crate::scenario::Side;

/// How each figure comes about, closed by default: the fee as a sum, tier by tier when opened. What is closed is not
/// made, so that a drag does not pay for it; in the page's HTML it is there, to be opened without a script.
pub fn working(state: &State, live: bool) -> Html {
    let open = state.working;
    let words = state.words();
    let outcomes = &state.answer.comparison.outcomes;
    html! {
        <details class="th-panel" data-field={WORKING} {open}>
            <summary>
                <b>{ words.working_heading() }</b>{ " " }<span>{ words.working_summary(outcomes) }</span>
            </summary>
            <div class="th-sides">
                if open || !live {
                    { side(state, Side::Gigs) }
                    { side(state, Side::Contract) }
                }
            </div>
        </details>
    }
}

fn side(state: &State, side: Side) -> Html {
    let words = state.words();
    let working = words.working(state.answer.comparison.outcomes.get(side));
    html! {
        <div class={classes!("th-column", class(side))}>
            <table class="th-working">
                <caption class="th-title">{ words.side(side) }</caption>
                <tbody>
                    { for working.rows.into_iter().map(|row| match row {
                        WorkingRow::Heading(text) => html! { <tr class="th-heading"><th colspan="2">{ text }</th></tr> },
                        WorkingRow::Part(text, fee) => html! { <tr><td>{ text }</td><td>{ fee }</td></tr> },
                        WorkingRow::Total(text, fee) => html! {
                            <tr class="th-total"><td>{ text }</td><td>{ fee }</td></tr>
                        },
                    }) }
                    <tr class="th-sum"><td>{ working.sum }</td><td>{ working.take_home }</td></tr>
                </tbody>
            </table>
        </div>
    }
}
