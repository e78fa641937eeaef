//! May the reader have meant something other than what the page read?

use engine::amount::{Currency, Decimal};
use engine::scenario::{DecimalMark, Field, doubt, other_currency_in, read_as};

/// A doubt about a text in a field, although it can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// The reader may have meant this number, which is valid there, too.
    Number(Decimal),
    /// It names this currency, which is not that of all amounts, and nothing is converted.
    Currency(Currency),
}

impl Doubt {
    /// The doubt about a text in a field, if amounts are in this currency.
    pub fn of(text: &str, field: Field, mark: DecimalMark, currency: Currency) -> Option<Doubt> {
        let has_amounts = field.kind().has_amounts();
        let foreign = if has_amounts { other_currency_in(text, currency) } else { None };
        // In a currency with thousandths, three digits that are read as decimals are what they seem.
        let has_thousandths = has_amounts && currency.digits() == 3;
        let is_meant = |other: &Decimal| read_as(text, field.kind().unit(), mark).is_ok_and(|read| read < *other);
        let other = doubt(field, text, mark).filter(|other| !has_thousandths || !is_meant(other));
        other.map(Doubt::Number).or(foreign.map(Doubt::Currency))
    }
}
