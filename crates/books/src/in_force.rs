//! Which fee was in force on a day, what does it usually take, and what was billed if only what arrived is known?

use engine::amount::{Currency, Money, Rate};
use engine::fees::{Applies, Choice, Fee, KEPT, Platform, Schedule, Since, Terms};
use time::Date;

use crate::paid::{Paid, Walk};

/// The schedule in force on a day, and whether its first day is known and not later; without a day, the newest one.
pub fn in_force(platform: &Platform, day: Option<Date>) -> Option<(&'static Schedule, bool)> {
    let schedules = platform.freelancer();
    let Some(day) = day else { return schedules.last().map(|newest| (newest, true)) };
    let has_begun = |schedule: &&Schedule| schedule.from.surely() <= (day.year(), day.ordinal());
    let (schedule, is_sure) = match schedules.iter().rfind(has_begun) {
        Some(schedule) => (schedule, !matches!(schedule.from, Since::About(year) if year == day.year())),
        // Its start date is not known exactly.
        None => (schedules.first().filter(|first| !matches!(first.from, Since::On(_)))?, false),
    };
    let has_ended = schedule.ended.is_some_and(|ended| ended.surely() < (day.year(), day.ordinal()));
    (!has_ended).then_some((schedule, is_sure))
}

/// The schedule before `schedule`, if contracts that paid less under it still kept it on this day.
pub fn kept(platform: &Platform, schedule: &Schedule, day: Option<Date>) -> Option<&'static Schedule> {
    let at = platform.freelancer().iter().position(|other| other.id == schedule.id)?;
    let before = platform.freelancer().get(at.checked_sub(1)?)?;
    let day = day?;
    let is_kept = |(id, last): &(&str, Date)| *id == before.id && day <= *last;
    KEPT.iter().any(is_kept).then_some(before)
}

/// The usual fee, where a file does not name one: with its first status, and the rate nearest to a given one.
pub(crate) struct UsualFee {
    /// The terms in the first months with a client, and later.
    terms: [Terms; 2],
    /// The number of those first months, if the fee counts them.
    first_months: Option<u32>,
}

impl UsualFee {
    pub fn of(fee: &Fee, currency: Currency, rate: Rate) -> Option<UsualFee> {
        let settled = |months: u32| fee.settle(fee.nearest(Choice { rate, status: 0, months }), currency).ok();
        let first_months = fee
            .cases()
            .iter()
            .find_map(|case| if let Applies::FirstMonths(months) = case.applies { Some(months) } else { None });
        Some(UsualFee { terms: [settled(0)?, settled(u32::MAX)?], first_months })
    }

    fn terms(&self, walk: &Walk, paid: &Paid) -> &Terms {
        let is_first = self.first_months.is_none_or(|months| walk.months_with(paid) < months);
        &self.terms[usize::from(!is_first)]
    }

    /// The fee that it takes of a payment.
    pub fn charged(&self, walk: &Walk, paid: &Paid) -> Money {
        if !paid.remains() {
            return Money::ZERO;
        }
        let terms = self.terms(walk, paid);
        terms.fee(&walk.payment(terms.basis(), paid, paid.gross))
    }

    /// The least that has to be billed, up to `most`, so that `arrived` arrives.
    pub fn billed(&self, walk: &Walk, paid: &Paid, arrived: Money, most: Money) -> Option<Money> {
        let terms = self.terms(walk, paid);
        let before = walk.payment(terms.basis(), paid, arrived).before;
        terms.least_billing_keeping(arrived, before, most)
    }
}
