//! May the reader have meant something other than what the page read?

use engine::amount::{Currency, Decimal};
use engine::scenario::{Field, doubt, other_currency_in, read_as};

use super::State;

/// What is doubtful about a text in a field, although it can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// The reader may have meant this number, which is valid there, too.
    Number(Decimal),
    /// It names this currency, which is not that of all amounts, and nothing is converted.
    Currency(Currency),
}

impl State {
    /// What is doubtful about a text in a field, although it can be read.
    pub(super) fn doubts(&self, field: Field, text: &str) -> Option<Doubt> {
        let has_amounts = field.kind().has_amounts();
        let foreign = if has_amounts { other_currency_in(text, self.answer.scenario.currency()) } else { None };
        let mark = self.draft.decimal_mark();
        // In a currency with thousandths, three digits that are read as decimals are what they seem.
        let has_thousandths = has_amounts && self.answer.scenario.currency().digits() == 3;
        let is_meant = |other: &Decimal| read_as(text, field.kind().unit(), mark).is_ok_and(|read| read < *other);
        let other = doubt(field, text, mark).filter(|other| !has_thousandths || !is_meant(other));
        other.map(Doubt::Number).or(foreign.map(Doubt::Currency))
    }

    /// What is doubtful about a text that the reader has typed, until it is changed.
    pub(super) fn doubted(&self, field: Field) -> Option<Doubt> {
        self.doubted.filter(|(doubted, _)| *doubted == field).map(|(_, doubt)| doubt)
    }

    /// Whether anything is.
    pub fn is_doubted(&self, field: Field) -> bool {
        self.doubted(field).is_some()
    }

    /// What the reader may have meant by a number instead of what the page understood.
    pub fn doubt(&self, field: Field) -> Option<Decimal> {
        if let Doubt::Number(other) = self.doubted(field)? { Some(other) } else { None }
    }

    /// Whether the reader has typed an amount in another currency, which was read as one in that of the page.
    pub fn is_in_other_currency(&self, field: Field) -> bool {
        matches!(self.doubted(field), Some(Doubt::Currency(_)))
    }

    /// The currency of such an amount, if the fee can be charged in it.
    pub fn typed_currency(&self, field: Field) -> Option<Currency> {
        match self.doubted(field)? {
            Doubt::Currency(typed) => Some(typed).filter(|typed| self.may_be_in(*typed)),
            Doubt::Number(_) => None,
        }
    }
}
