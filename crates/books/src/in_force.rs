//! Which fee was in force on a day, and what was billed if only the net is known?

use engine::amount::{Currency, Money, Rate};
use engine::fees::{Basis, Choice, Payment, Platform, Schedule, Since};
use time::{Date, Month};

use crate::known::place;

/// The schedule in force on a day, and whether its first day is known and not later; without a day, the newest one.
pub fn in_force(platform: &Platform, day: Option<Date>) -> Option<(&'static Schedule, bool)> {
    let schedules = platform.freelancer();
    let Some(day) = day else { return schedules.last().map(|newest| (newest, true)) };
    let has_begun = |schedule: &&Schedule| schedule.from.surely() <= (day.year(), day.ordinal());
    let (schedule, is_sure) = match schedules.iter().rfind(has_begun) {
        Some(schedule) => (schedule, !matches!(schedule.from, Since::About(year) if year == day.year())),
        // Nobody knows since when it is in force.
        None => (schedules.first().filter(|first| !matches!(first.from, Since::On(_)))?, false),
    };
    let has_ended = schedule.ended.is_some_and(|ended| ended.surely() < (day.year(), day.ordinal()));
    (!has_ended).then_some((schedule, is_sure))
}

/// What was billed before a payment, as fees count it.
#[derive(Default)]
pub(crate) struct Billed {
    to_each: Vec<Money>,
    in_all: Money,
    in_month: (Option<(i32, Month)>, Money),
}

impl Billed {
    /// What counts for a payment by this basis.
    fn before(&self, basis: Basis, client: usize, day: Option<Date>) -> Money {
        match basis {
            Basis::Client => self.to_each.get(client).copied().unwrap_or_default(),
            Basis::Account => self.in_all,
            Basis::Month if self.in_month.0 == day.map(month) => self.in_month.1,
            Basis::Month | Basis::Contract | Basis::Payment => Money::ZERO,
        }
    }

    /// Counts a payment.
    pub fn add(&mut self, client: usize, day: Option<Date>, gross: Money) {
        *place(&mut self.to_each, client) += gross;
        self.in_all += gross;
        if self.in_month.0 != day.map(month) {
            self.in_month = (day.map(month), Money::ZERO);
        }
        self.in_month.1 += gross;
    }
}

fn month(day: Date) -> (i32, Month) {
    (day.year(), day.month())
}

/// The gross of a payment of which a file says only the net: the least amount that leaves that net under the fee in force, at the
/// reader's rate where it is open, after what was billed before.
pub(crate) fn gross_of(
    (platform, rate): (&Platform, Rate),
    (client, day): (usize, Option<Date>),
    net: Money,
    currency: Currency,
    billed: &Billed,
) -> Option<Money> {
    let (schedule, _) = in_force(platform, day)?;
    let fee = schedule.fee_in(currency)?;
    let terms = fee.settle(fee.nearest(Choice { rate, ..Choice::default() }), currency).ok()?;
    let before = billed.before(terms.basis(), client, day);
    let leaves = |gross: i64| {
        let gross = Money::from_minor(gross);
        gross - terms.fee(&Payment::of(gross, before)) >= net
    };
    let (mut too_little, mut enough) = (net.minor() - 1, net.minor());
    while !leaves(enough) {
        too_little = enough;
        enough = enough.checked_mul(2).filter(|more| *more <= currency.max().minor())?;
    }
    while enough - too_little > 1 {
        let middle = too_little + (enough - too_little) / 2;
        if leaves(middle) { enough = middle } else { too_little = middle }
    }
    Some(Money::from_minor(enough))
}
