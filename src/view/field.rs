use yew::prelude::*;

use super::range;
use super::state::State;
use super::track::track;
use crate::compare::{Quantity, stretches};
use crate::report::Words;
use crate::scenario::Field;

/// A number as a text field and, over the painted track, a slider.
pub fn number_field(state: &State, live: bool, field: Field, quantity: Quantity, label: &str) -> Html {
    let words = state.words();
    let scenario = &state.answer.scenario;
    let range = state.ranges.of(quantity);
    let value = range::value(scenario, quantity);
    let stretches = stretches(scenario, quantity, range);
    html! {
        <div class="th-field">
            { text_row(state, live, field, label, unit(&words, quantity)) }
            <div class="th-slider">
                { track(quantity, range, &stretches, &words.format) }
                if live {
                    <input type="range" data-field={field.name()} aria-label={label.to_owned()}
                        min={range.from.to_string()} max={range.to.to_string()} step={range.step.to_string()}
                        value={value.to_string()}
                        aria-valuetext={words.slider(quantity, value, &stretches)} />
                }
            </div>
            if live {
                { message(state, field) }
            }
        </div>
    }
}

/// What stands beside a number: before it or after it, and what it is called aloud.
struct Unit {
    before: String,
    after: &'static str,
    spoken: String,
}

fn unit(words: &Words, quantity: Quantity) -> Unit {
    match quantity {
        Quantity::Gigs => Unit { before: String::new(), after: "", spoken: String::new() },
        Quantity::Price(_) | Quantity::Billed(_) => {
            Unit { before: words.format.symbol(), after: "", spoken: words.in_currency() }
        }
        Quantity::Rate(_) => Unit { before: String::new(), after: "%", spoken: words.in_percent().into() },
    }
}

fn text_row(state: &State, live: bool, field: Field, label: &str, unit: Unit) -> Html {
    if !live {
        return html! {
            <div class="th-row">
                <span class="th-label">{ label }</span>
                <span class="th-number">
                    <span class="th-unit">{ unit.before }</span><span class="th-text">{ state.draft.text(field) }</span>
                    <span class="th-unit">{ unit.after }</span>
                </span>
            </div>
        };
    }
    html! {
        <div class="th-row">
            <label class="th-label" for={field.name()}>
                { label }<span class="th-aloud">{ " " }{ unit.spoken }</span>
            </label>
            <span class="th-number">
                <span class="th-unit" aria-hidden="true">{ unit.before }</span>
                { text_input(state, field) }
                <span class="th-unit" aria-hidden="true">{ unit.after }</span>
            </span>
        </div>
    }
}

/// A text field that holds what was typed until the reader leaves it.
pub fn text_input(state: &State, field: Field) -> Html {
    let problem = state.problem(field).is_some();
    let text = state.draft.text(field);
    // All numbers that people really type have the same width; a longer one makes its field grow.
    let size = text.chars().count().clamp(9, 20);
    html! {
        <input type="text" id={field.name()} data-field={field.name()} inputmode={if field == Field::Fee { "text" } else { "decimal" }}
            class="th-text" value={text.to_owned()} size={size.to_string()}
            autocomplete="off" spellcheck="false" enterkeyhint="done"
            aria-invalid={problem.then_some("true")} aria-describedby={problem.then(|| message_id(field))} />
    }
}

/// What is wrong with a field. The element is always there, so that no field moves in the page when it fills.
pub fn message(state: &State, field: Field) -> Html {
    let text = state.problem(field).map(|problem| state.words().problem(problem));
    html! { <p class="th-message" id={message_id(field)} hidden={text.is_none()}>{ text.unwrap_or_default() }</p> }
}

fn message_id(field: Field) -> String {
    format!("{}-message", field.name())
}
