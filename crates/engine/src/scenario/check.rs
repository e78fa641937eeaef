//! How is one field of a draft read? By its kind, collecting what is wrong.

mod fee;

use std::rc::Rc;

use super::limits::{MAX_GIGS, MAX_HOURS};
use super::list::ReadList;
use super::{Clients, Draft, Field, Kind, NumberError, Problem, Reason, Side};
use crate::amount::{Currency, Decimal, Money, Rate, in_units};

/// A draft being read, and the problems found so far.
pub(super) struct Check<'a> {
    pub draft: &'a Draft,
    pub problems: Vec<Problem>,
}

impl<'a> Check<'a> {
    pub fn new(draft: &'a Draft) -> Check<'a> {
        Check { draft, problems: vec![] }
    }

    pub fn complain<T>(&mut self, field: Field, reason: Reason) -> Option<T> {
        self.add(field, reason);
        None
    }

    /// Adds a problem in the order of the fields.
    fn add(&mut self, field: Field, reason: Reason) {
        let after = self.problems.partition_point(|problem| problem.field as usize <= field as usize);
        self.problems.insert(after, Problem { field, reason });
    }

    pub fn whole(&mut self, field: Field) -> Option<u32> {
        let Kind::Whole { least, most } = field.kind() else { return None };
        let number = self.number(field)?;
        let number = self.positive(field, number, least == 0)?;
        let Some(whole) = in_units(number, 0) else { return self.complain(field, Reason::NotWhole) };
        match u32::try_from(whole) {
            Ok(number) if number <= most => Some(number),
            _ => self.complain(field, Reason::TooMany(most)),
        }
    }

    /// A share or hours, in hundredths.
    pub fn hundredths(&mut self, field: Field) -> Option<i64> {
        let (least, most) =
            if let Kind::Percent { least, most } = field.kind() { (least, most) } else { (0, MAX_HOURS) };
        let number = self.number(field)?;
        let number = self.positive(field, number, least == 0)?;
        if number > Decimal::from(most) {
            return self.complain(field, Reason::TooMany(most));
        }
        let hundredths = in_units(number, 2).and_then(|hundredths| i64::try_from(hundredths).ok());
        hundredths.or_else(|| self.complain(field, Reason::TooManyDigits(2)))
    }

    pub fn money(&mut self, field: Field, currency: Currency) -> Option<Money> {
        let Kind::Money { least, most } = field.kind() else { return None };
        let number = self.number(field)?;
        let number = self.positive(field, number, least == 0)?;
        if number > Decimal::from(most) {
            let most = currency.amount(Decimal::from(most)).unwrap_or(currency.max());
            return self.complain(field, Reason::TooLarge(most, currency));
        }
        currency.amount(number).or_else(|| self.complain(field, Reason::TooFine(currency)))
    }

    pub fn positive(&mut self, field: Field, number: Decimal, or_nothing: bool) -> Option<Decimal> {
        if number.is_zero() && !or_nothing { self.complain(field, Reason::Zero) } else { Some(number) }
    }

    /// A rate that a fee allows.
    pub fn rate_within(&mut self, field: Field, least: Rate, most: Rate) -> Option<Rate> {
        let rate = self.rate(field)?;
        if least <= rate && rate <= most { Some(rate) } else { self.complain(field, Reason::RateOutside(least, most)) }
    }

    pub fn rate(&mut self, field: Field) -> Option<Rate> {
        let percent = self.number(field)?;
        Rate::from_percent(percent).map_or_else(|error| self.complain(field, Reason::Rate(error)), Some)
    }

    pub fn number(&mut self, field: Field) -> Option<Decimal> {
        match self.draft.number(field) {
            Ok(number) => Some(number),
            Err(NumberError::Empty) => self.complain(field, Reason::Empty),
            Err(NumberError::Negative) => self.complain(field, Reason::Negative),
            Err(NumberError::NotANumber) => self.complain(field, Reason::NotANumber),
        }
    }

    pub fn list(&mut self, side: Side) -> Option<Rc<ReadList>> {
        let list = self.draft.list(side);
        list.map_or_else(|error| self.complain(Field::list_of(side), Reason::List(error)), Some)
    }

    pub fn word(&mut self, field: Field) {
        let text = self.draft.text(field);
        let reason = match field.kind() {
            Kind::Choice(words) if !words.contains(&text) => Reason::UnknownChoice(words),
            // A list names its clients itself, so this field is not read.
            Kind::Clients if self.draft.has_list(Side::Gigs) => return,
            Kind::Clients if self.draft.clients().is_none() => match self.draft.number(field) {
                Ok(number) if number > Decimal::from(MAX_GIGS) => Reason::TooMany(MAX_GIGS),
                Ok(number) if number.is_zero() => Reason::Zero,
                Ok(_) => Reason::NotWhole,
                Err(_) => Reason::UnknownChoice(&[Clients::EACH, Clients::ONE, "6"]),
            },
            Kind::Flag if ![Kind::YES, Kind::NO].contains(&text) => Reason::UnknownChoice(&[Kind::YES, Kind::NO]),
            Kind::Lang if !is_language_tag(text) => Reason::UnknownLanguage,
            Kind::Choice(_)
            | Kind::Clients
            | Kind::Flag
            | Kind::Lang
            | Kind::Schedule(_)
            | Kind::Fee
            | Kind::Rate { .. }
            | Kind::Status
            | Kind::Whole { .. }
            | Kind::Percent { .. }
            | Kind::Hours
            | Kind::Money { .. }
            | Kind::List(_)
            | Kind::Currency => return,
        };
        self.add(field, reason);
    }
}

fn is_language_tag(text: &str) -> bool {
    text.is_empty()
        || text.len() <= 35
            && text.split('-').enumerate().all(|(index, part)| {
                (1..=8).contains(&part.len())
                    && part.bytes().all(|b| b.is_ascii_alphanumeric())
                    && (index > 0 || part.len() >= 2 && part.bytes().all(|b| b.is_ascii_alphabetic()))
            })
}
