//! What should a quote ask for, so that enough remains?

use super::costs::Expenses;
use super::{Kept, Payments, matching};
use crate::amount::Money;
use crate::scenario::{Criterion, Plan, Scenario, Side};

/// The lowest price of each job of a side at which at least `keep` remains in total, after fee and costs; none if that
/// is more than a field accepts.
pub fn price_keeping(scenario: &Scenario, side: Side, keep: Money) -> Option<Money> {
    price(scenario, side, Criterion::Money, keep)
}

/// The lowest price at which an hour pays at least that, after fee and costs; none without hours.
pub fn price_paying(scenario: &Scenario, side: Side, hourly: Money) -> Option<Money> {
    let expenses = Expenses::of(scenario.inputs(), side);
    expenses.has_hours().then(|| price(scenario, side, Criterion::Hour, hourly)).flatten()
}

fn price(scenario: &Scenario, side: Side, criterion: Criterion, target: Money) -> Option<Money> {
    let (plan, terms) = (scenario.plans().get(side), scenario.terms().get(side));
    let target = Expenses::of(scenario.inputs(), side).needed(criterion, target);
    matching::prices(plan, terms, target, scenario.currency().max()).least()
}

/// What a discount on the price of each job costs a side in take-home; none if nothing remains of the price.
pub fn concession_costs(scenario: &Scenario, side: Side, off: Money) -> Option<Money> {
    let plan = scenario.plans().get(side);
    let left = |plan: &Plan| Kept::of(&Payments::of(plan, scenario.terms().get(side))).rounded;
    let lower = Plan { price: plan.price - off, ..*plan };
    (lower.price > Money::ZERO).then(|| left(plan) - left(&lower))
}

/// An hourly contract: a rate, billed week by week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hourly {
    /// What is billed for a week, rounded.
    pub week: Money,
    /// All weeks together.
    pub gross: Money,
    /// The fee on them, week by week.
    pub fee: Money,
    /// What remains.
    pub take_home: Money,
}

/// The hourly contract that the reader describes, for the contract's client; none if a week bills nothing.
pub fn hourly(scenario: &Scenario) -> Option<Hourly> {
    hourly_at(scenario, scenario.inputs().quote.hourly_rate?)
}

fn hourly_at(scenario: &Scenario, rate: Money) -> Option<Hourly> {
    let quote = &scenario.inputs().quote;
    let week = Money::quotient(i128::from(rate.minor()) * i128::from(quote.weekly_hours.hundredths()), 100);
    let weeks = quote.weeks;
    let gross = Money::from_minor(week.minor().checked_mul(weeks.into())?);
    if week <= Money::ZERO || gross > scenario.currency().max() {
        return None;
    }
    // A month has four weeks and a third.
    let months = (weeks * 3).div_ceil(13);
    let plan = Plan { price: gross, instalments: weeks, months, ..scenario.plans().contract };
    let (fee, _) = Payments::of(&plan, &scenario.terms().contract).fees();
    Some(Hourly { week, gross, fee, take_home: gross - fee })
}

/// The lowest hourly rate of which at least `hourly` remains for each hour billed; none if no rate is enough.
pub fn rate_keeping(scenario: &Scenario, hourly: Money) -> Option<Money> {
    let quote = &scenario.inputs().quote;
    let (hours, weeks) = (quote.weekly_hours.hundredths(), quote.weeks);
    if hours <= 0 || hourly <= Money::ZERO {
        return None;
    }
    // In hundredths, as the hours are.
    let wanted = i128::from(hourly.minor()) * i128::from(hours) * i128::from(weeks);
    let enough = |rate: i64| {
        hourly_at(scenario, Money::from_minor(rate)).map(|found| i128::from(found.take_home.minor()) * 100 >= wanted)
    };
    let (mut short, mut rate) = (0, hourly.minor());
    while !enough(rate)? {
        short = rate;
        rate = rate.checked_mul(2)?;
    }
    while rate - short > 1 {
        let middle = short + (rate - short) / 2;
        if enough(middle).unwrap_or(false) { rate = middle } else { short = middle }
    }
    Some(Money::from_minor(rate))
}
