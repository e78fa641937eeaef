//! Which fee was in force on a day, and what was billed if only the net is known?

use engine::amount::{Currency, Money};
use engine::fees::{Choice, Payment, Platform, Schedule, Since};
use time::Date;

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

/// The gross of a payment of which a file says only the net: the least amount that leaves that net under the fee in force.
pub(crate) fn gross_of(platform: &Platform, day: Option<Date>, net: Money, currency: Currency) -> Option<Money> {
    let (schedule, _) = in_force(platform, day)?;
    let terms = schedule.fee_in(currency)?.settle(Choice::default(), currency).ok()?;
    let leaves = |gross: i64| {
        let gross = Money::from_minor(gross);
        gross - terms.fee(&Payment::of(gross, Money::ZERO)) >= net
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
