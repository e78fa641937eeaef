//! What can be wrong with a draft?

use super::{Field, ListError};
use crate::amount::{Currency, Money, Rate, RateError};
use crate::fees::NotationError;

/// A problem that keeps a draft from being calculated, and its field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field to correct.
    pub field: Field,
    /// The reason.
    pub reason: Reason,
}

/// The reason why a text cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Nothing was typed, but something is needed.
    Empty,
    /// Not a number.
    NotANumber,
    /// A number that can be read in two ways, where it is not possible to ask.
    Unclear,
    /// An amount in another currency than the others. It is used, and not converted.
    ForeignAmount,
    /// Below zero.
    Negative,
    /// Zero is not allowed here.
    Zero,
    /// Not a whole number.
    NotWhole,
    /// More decimals than this.
    TooManyDigits(u32),
    /// With its tax the fee takes all of a payment.
    TakesAll,
    /// The criterion is hourly pay, but there are no hours.
    NoHours,
    /// More than this many.
    TooMany(u32),
    /// More than a field accepts.
    TooLarge(Money, Currency),
    /// All gigs together are more than a field accepts.
    TotalTooLarge(Money, Currency),
    /// More decimals than the currency has.
    TooFine(Currency),
    /// Not a rate.
    Rate(RateError),
    /// Not between the rates that the fee allows.
    RateOutside(Rate, Rate),
    /// Not a fee.
    Notation(NotationError),
    /// Not a list of jobs.
    List(ListError),
    /// The fee names an amount with more decimals than the currency.
    FeeTooFine(Currency),
    /// No schedule has this id.
    UnknownSchedule,
    /// Not one of the fee's statuses, which are these.
    UnknownStatus(Vec<String>),
    /// Not one of the words that the field knows.
    UnknownChoice(&'static [&'static str]),
    /// Not the code of a currency.
    UnknownCurrency,
    /// The schedule's limits are in this currency and no other.
    OtherCurrency(Currency),
    /// Not a language tag.
    UnknownLanguage,
    /// No field has this name.
    UnknownName,
    /// The name occurs twice.
    Repeated,
}
