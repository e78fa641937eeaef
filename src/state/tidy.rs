//! How does the page write a number, however it was typed?

use engine::amount::{Rate, in_units};
use engine::scenario::{Draft, Field, Kind, Scenario};
use words::Words;

/// Every number as the page writes it.
pub fn tidy_all(draft: Draft, scenario: &Scenario) -> Draft {
    let words = Words::new(&draft, scenario.currency());
    Field::ALL.iter().copied().fold(draft, |draft, field| tidy(draft, field, &words))
}

/// A number as the page writes it; any other text stays as typed.
pub fn tidy(draft: Draft, field: Field, words: &Words) -> Draft {
    let Ok(number) = draft.number(field) else { return draft };
    let text = match field.kind() {
        Kind::Money { .. } => words.format.currency.amount(number).map(|amount| words.format.amount(amount)),
        Kind::Percent { .. } | Kind::Hours => Some(words.format.decimal(number)),
        Kind::Whole { .. } | Kind::Clients if in_units(number, 0).is_some() => {
            u32::try_from(number).ok().map(|count| words.format.count(count))
        }
        Kind::Rate { .. } => Rate::from_percent(number).ok().map(|rate| words.format.percent(rate)),
        Kind::Whole { .. }
        | Kind::Schedule(_)
        | Kind::Fee
        | Kind::Status
        | Kind::Clients
        | Kind::List(_)
        | Kind::Flag
        | Kind::Choice(_)
        | Kind::Currency
        | Kind::Lang => None,
    };
    match text {
        Some(text) => draft.with(field, &text),
        None => draft,
    }
}
