//! How does a reader type or drag a number, and choose a word?

use std::rc::Rc;

use engine::compare::{Range, Stretch, stretches};
use engine::scenario::{Field, Unit};
use words::Words;

use super::LIVE;
use super::button::use_button;
use super::name::FILL_IN;
use super::profile::profile_of;
use super::track::track;
use crate::html::{Html, deferred_from, el, filled, several, ticked};
use crate::state::State;

/// A number as a text field and, if it has one, a slider over the painted track.
pub fn number_field(state: &State, field: Field, label: &str) -> Html {
    let words = state.words();
    let slider = state.ranges.of(field).map(|range| {
        let scenario = &state.answer.scenario;
        let stretches = stretches(scenario, field, range);
        let graph = profile_of(state, field, range, &stretches);
        let track = track(field, range, &stretches, &words.format);
        several![
            graph,
            el!("div", "class" = "th-slider"; track, LIVE.then(|| slider(state, field, label, range, stretches)))
        ]
    });
    el!("div", "class" = "th-field";
        text_row(state, field, label, signs(&words, field)),
        LIVE.then(|| message(state, field)),
        slider)
}

/// The slider over the track. Its spoken text changes at once with its own value, and after a pause with other numbers: a screen
/// reader only reads out the slider that moves.
fn slider(state: &State, field: Field, label: &str, range: Range, stretches: Vec<Stretch>) -> Html {
    let words = state.words();
    let value = state.answer.scenario.inputs().get(field);
    let Range { from, to, step } = range;
    let key = format!("{value} {from} {to} {step} {label} {}", words.format.key());
    let (answer, label) = (Rc::clone(&state.answer), label.to_owned());
    deferred_from(&state.rested, key, move || {
        let slider = el!(
            "input",
            "type" = "range",
            "data-field" = field.name(),
            "aria-label" = label.clone(),
            "min" = from.to_string(),
            "max" = to.to_string(),
            "step" = step.to_string(),
            "aria-valuetext" = words.slider(field, value, &stretches, &answer.comparison)
        );
        filled(slider, value.to_string())
    })
}

/// The unit beside a number, before or after it, and how it is read aloud.
struct Signs {
    before: String,
    after: &'static str,
    spoken: String,
}

fn signs(words: &Words, field: Field) -> Signs {
    let none = Signs { before: String::new(), after: "", spoken: String::new() };
    match field.kind().unit() {
        Unit::Money => Signs { before: words.format.symbol(), spoken: words.in_currency(), ..none },
        Unit::Percent => Signs { after: "%", spoken: words.in_percent().into(), ..none },
        Unit::Hours => Signs { after: words.unit_hours(), ..none },
        Unit::None => none,
    }
}

fn text_row(state: &State, field: Field, label: &str, signs: Signs) -> Html {
    let spoken = LIVE.then(|| el!("span", "class" = "th-aloud"; " ", signs.spoken));
    let text = if LIVE {
        text_input(state, field)
    } else {
        el!("span", "class" = "th-text"; state.draft.text(field).to_owned())
    };
    let number = several![
        el!("span", "class" = "th-unit", "aria-hidden" = LIVE.then_some("true"); signs.before),
        text,
        el!("span", "class" = "th-unit", "aria-hidden" = LIVE.then_some("true"); signs.after),
    ];
    let label = several![label.to_owned(), spoken];
    let label = if LIVE {
        el!("label", "class" = "th-label", "for" = field.name(); label)
    } else {
        el!("span", "class" = "th-label"; label)
    };
    el!("div", "class" = "th-row"; label, el!("span", "class" = "th-number"; number))
}

/// A number without a slider; `usual` is shown in it until something is typed.
pub fn plain_field(state: &State, field: Field, usual: Option<String>) -> Html {
    let signs = signs(&state.words(), field);
    el!("div", "class" = "th-field";
        el!("div", "class" = "th-row";
            el!("label", "class" = "th-label", "for" = field.name();
                state.words().label(field), el!("span", "class" = "th-aloud"; " ", signs.spoken)),
            el!("span", "class" = "th-number";
                el!("span", "class" = "th-unit", "aria-hidden" = "true"; signs.before),
                typed(state, field, usual, 6),
                el!("span", "class" = "th-unit", "aria-hidden" = "true"; signs.after))),
        message(state, field))
}

/// One of a few words.
pub fn choice_field(state: &State, field: Field, options: &[(String, String)]) -> Html {
    let (name, label) = (field.name(), state.words().label(field));
    let choice = |(value, text): &(String, String)| {
        let radio = el!("input", "type" = "radio", "name" = name, "value" = value.clone(), "data-field" = name);
        el!("label"; ticked(radio, state.draft.text(field) == value), el!("span"; text.clone()))
    };
    el!("div", "class" = "th-row th-field", "role" = "radiogroup", "aria-label" = label;
        el!("span", "class" = "th-label", "aria-hidden" = "true"; label),
        el!("span", "class" = "th-choice"; options.iter().map(choice).collect::<Html>()))
}

/// A text of several lines.
pub fn lines_field(state: &State, field: Field) -> Html {
    let words = state.words();
    let problem = state.problem(field).is_some();
    let text = state.draft.text(field);
    // About as many characters fit on a line.
    let lines = text.lines().map(|line| line.chars().count() / 48 + 1).sum::<usize>().clamp(3, 12);
    let input = el!(
        "textarea",
        "id" = field.name(),
        "data-field" = field.name(),
        "class" = "th-text",
        "rows" = lines.to_string(),
        "autocomplete" = "off",
        "spellcheck" = "false",
        "aria-invalid" = problem.then_some("true"),
        "aria-describedby" = (problem || state.is_doubted(field)).then(|| message_id(field))
    );
    el!("div", "class" = "th-lines";
        el!("label", "class" = "th-label", "for" = field.name(); words.label(field)),
        filled(input, text.to_owned()),
        message(state, field))
}

/// A text field that keeps the text as typed until the reader leaves it.
pub fn text_input(state: &State, field: Field) -> Html {
    typed(state, field, None, 9)
}

fn typed(state: &State, field: Field, usual: Option<String>, least_size: usize) -> Html {
    let problem = state.problem(field).is_some();
    let text = state.draft.text(field);
    // A zero says as little as nothing, unless the reader is about to type more.
    let is_nothing = text == field.default_text() || text.trim_matches(['0', '.', ',']).is_empty();
    let text = if usual.is_some() && is_nothing && state.typing != Some(field) { "" } else { text };
    // A side uses the shared rate until it has its own.
    let shared =
        matches!(field, Field::GigRate | Field::ContractRate) && text.is_empty() && state.typing != Some(field);
    let text = if shared { state.draft.text(Field::Rate) } else { text };
    // All numbers that people usually type have the same width; a longer one makes its field grow.
    let shown = usual.as_deref().filter(|_| text.is_empty()).unwrap_or(text);
    let size = shown.chars().count().clamp(least_size, 20);
    let input = el!(
        "input",
        "type" = "text",
        "id" = field.name(),
        "data-field" = field.name(),
        "inputmode" = if field.kind().is_number() { "decimal" } else { "text" },
        "class" = "th-text",
        "size" = size.to_string(),
        "autocomplete" = "off",
        "spellcheck" = "false",
        "enterkeyhint" = "done",
        "placeholder" = usual,
        "aria-invalid" = problem.then_some("true"),
        "aria-describedby" = (problem || state.is_doubted(field)).then(|| message_id(field))
    );
    filled(input, text.to_owned())
}

/// The message about a field: what is wrong, or how a number was understood that can be read in two ways. The element is
/// always there, so that nothing moves when a message appears.
pub fn message(state: &State, field: Field) -> Html {
    let text = state.problem(field).map(|problem| state.words().problem(problem));
    let question = if text.is_none() { question(state, field) } else { None };
    el!("p", "class" = "th-message", "id" = message_id(field), "hidden" = text.is_none() && question.is_none();
        text, question)
}

/// A line with the number that was understood, and a button for the other reading; or a line that nothing is converted, and a
/// button for the other currency.
fn question(state: &State, field: Field) -> Option<Html> {
    if state.is_in_other_currency(field) {
        let words = state.words();
        let switch = state.typed_currency(field).map(|typed| {
            let link = format!("{}={}", Field::Currency.name(), typed.code());
            several![" ", use_button(FILL_IN, link, words.use_currency(typed), None)]
        });
        return Some(several![words.nothing_converted(), switch]);
    }
    let other = state.doubt(field)?;
    let [understood, meant] = state.words().understood(state.draft.number(field).ok()?, other);
    let fill_in = format!("{}={other}", field.name());
    Some(several![understood, " ", use_button(FILL_IN, fill_in, meant, None)])
}

fn message_id(field: Field) -> String {
    format!("{}-message", field.name())
}
