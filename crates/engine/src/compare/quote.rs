//! What should a quote ask for, so that enough remains?

use super::balance::Kept;
use super::costs::Expenses;
use super::matching::{self, Matching};
use super::payments::Payments;
use crate::amount::Money;
use crate::fees::slug;
use crate::scenario::{BySide, Criterion, Hours, Plan, QuoteWishes, Scenario, Side};

/// The lowest price of each job of a side, or [share](crate::scenario::Plan::pricing) of a list's prices, at which at least
/// `keep` remains in total, after fee and costs; none if that is more than a field accepts.
pub fn price_keeping(scenario: &Scenario, side: Side, keep: Money) -> Option<i64> {
    prices_keeping(scenario, side, keep).least_pricing()
}

/// All prices or shares at which at least `keep` remains: where the fee jumps, higher prices may leave less.
pub fn prices_keeping(scenario: &Scenario, side: Side, keep: Money) -> Matching {
    prices(scenario, side, Criterion::Money, keep)
}

/// The lowest price or share at which an hour pays at least `hourly`, after fee and costs; none without hours.
pub fn price_paying(scenario: &Scenario, side: Side, hourly: Money) -> Option<i64> {
    let expenses = Expenses::of(scenario.inputs(), side);
    expenses.has_hours().then(|| prices(scenario, side, Criterion::Hour, hourly).least_pricing()).flatten()
}

fn prices(scenario: &Scenario, side: Side, criterion: Criterion, target: Money) -> Matching {
    let (plan, terms) = (scenario.plans().get(side), scenario.terms().get(side));
    let target = Expenses::of(scenario.inputs(), side).needed(criterion, target);
    matching::prices(plan, terms, target, scenario.currency().max())
}

/// The totals that are billed at the prices to ask for, and the end of a picture of them: a third beyond the higher one.
pub fn asked_totals(scenario: &Scenario, keep: Money, prices: &BySide<Option<i64>>) -> (BySide<Option<Money>>, Money) {
    let total = |side: Side| prices.get(side).map(|price| scenario.plans().get(side).priced(price).gross());
    let totals = BySide::from_fn(total);
    let higher = totals.gigs.unwrap_or(keep).max(totals.contract.unwrap_or(keep));
    (totals, higher + Money::quotient(higher.minor().into(), 3))
}

/// The totals that a side bills at some prices, and what it then leaves after fee and costs: `count` prices, evenly up to those
/// that bill `most` in all.
pub fn remaining_by_price(scenario: &Scenario, side: Side, most: Money, count: u32) -> Vec<(Money, Money)> {
    let (plan, terms) = (scenario.plans().get(side), scenario.terms().get(side));
    let cost = Expenses::of(scenario.inputs(), side).cost();
    // The total of all jobs at a pricing, times the number of pricings that are calculated.
    let (pricing, gross) = pricing_and_gross(plan);
    let below = gross * i128::from(count);
    (1..=count)
        .map(|number| Money::quotient(i128::from(most.minor()) * i128::from(number) * i128::from(pricing), below))
        .map(|pricing| {
            let payments = Payments::of(&plan.priced(pricing.minor().max(1)), terms);
            (payments.gross(), Kept::of(&payments).rounded - cost)
        })
        .collect()
}

/// A billed total, and the amount that each side then leaves after fee and costs; none for the gigs if no price of theirs bills it.
pub type Total = (Money, BySide<Option<Money>>);

/// The amounts that each side leaves at the same totals: those of the gigs at round prices, about `count` of them up to `most`, and
/// those of the `asked` prices of each side's jobs. None if the contract is a list, whose prices give other totals.
pub fn remaining_by_total(
    scenario: &Scenario,
    most: Money,
    count: i64,
    asked: BySide<Option<i64>>,
) -> Option<Vec<Total>> {
    let plans = scenario.plans();
    if plans.contract.is_list() {
        return None;
    }
    let (pricing, gross) = pricing_and_gross(&plans.gigs);
    let highest = (i128::from(most.minor()) * i128::from(pricing)).div_euclid(gross.max(1));
    // No list asks for more than a share can be.
    let bound = if plans.gigs.is_list() { u32::MAX.into() } else { i64::MAX };
    let highest = i64::try_from(highest).unwrap_or(bound).min(bound);
    let step = round_step(highest / count.max(1)).max(1);
    let cost = BySide::from_fn(|side| Expenses::of(scenario.inputs(), side).cost());
    let remaining = |side: Side, plan: &Plan| take_home(scenario, side, plan) - *cost.get(side);
    let contract = |total: Money| Some(remaining(Side::Contract, &plans.contract.priced(total.minor())));
    let mut totals: Vec<Total> = vec![];
    // The totals of the gigs come first, as they have both sides.
    for price in (1..=highest / step).map(|number| number * step).chain(asked.gigs) {
        let gigs = plans.gigs.priced(price);
        let total = gigs.gross();
        add(&mut totals, (total, BySide { gigs: Some(remaining(Side::Gigs, &gigs)), contract: contract(total) }));
    }
    if let Some(total) = asked.contract.map(Money::from_minor) {
        add(&mut totals, (total, BySide { gigs: None, contract: contract(total) }));
    }
    Some(totals)
}

/// Adds a total in its place, unless it is already there or is zero.
fn add(totals: &mut Vec<Total>, total: Total) {
    let place = totals.partition_point(|before| before.0 < total.0);
    if total.0 > Money::ZERO && totals.get(place).is_none_or(|there| there.0 != total.0) {
        totals.insert(place, total);
    }
}

/// The next 1, 2 or 5 times a power of ten.
pub fn round_step(least: i64) -> i64 {
    let mut ten = 1;
    loop {
        for digit in [1, 2, 5] {
            if digit * ten >= least {
                return digit * ten;
            }
        }
        ten *= 10;
    }
}

/// The amount that a side keeps of a plan after its fee.
fn take_home(scenario: &Scenario, side: Side, plan: &Plan) -> Money {
    Kept::of(&Payments::of(plan, scenario.terms().get(side))).rounded
}

/// The pricing of a side, and the total that all its jobs bill at it.
fn pricing_and_gross(plan: &Plan) -> (i64, i128) {
    if plan.is_list() { (plan.pricing(), plan.gross().minor().into()) } else { (1, plan.jobs().into()) }
}

/// The take-home that a discount on the price of each job costs a side; none if nothing remains of a price.
pub fn concession_costs(scenario: &Scenario, side: Side, off: Money) -> Option<Money> {
    let plan = scenario.plans().get(side);
    Some(take_home(scenario, side, plan) - take_home(scenario, side, &plan.discounted(off)?))
}

/// An hourly contract: a rate, billed week by week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hourly {
    /// The amount billed for a week, rounded.
    pub week: Money,
    /// All weeks together.
    pub gross: Money,
    /// The fee on them, week by week.
    pub fee: Money,
    /// The amount that remains.
    pub take_home: Money,
    /// The number of calendar months that it spans.
    pub months: u32,
    /// All hours that it bills.
    pub hours: Hours,
}

/// The hourly contract that the reader describes, for the contract's client; none if a week bills nothing.
pub fn hourly(scenario: &Scenario) -> Option<Hourly> {
    hourly_at(scenario, scenario.inputs().quote.hourly_rate?)
}

/// The name of the status whose fee is for work by the hour, if the fee has one and the reader has not chosen it.
pub fn hourly_status(scenario: &Scenario) -> Option<&str> {
    let chosen = scenario.choices().contract.status;
    scenario
        .fee()
        .statuses()
        .enumerate()
        .find_map(|(status, name)| (slug(name) == "hourly" && status != chosen).then_some(name))
}

/// The amount billed for a week at a rate.
fn week_of(rate: Money, quote: &QuoteWishes) -> Money {
    Money::quotient(i128::from(rate.minor()) * i128::from(quote.weekly_hours.hundredths()), 100)
}

/// An hourly contract as payments week by week.
fn hourly_plan(scenario: &Scenario, gross: Money) -> Plan {
    let quote = &scenario.inputs().quote;
    scenario.plans().contract.as_one_job(gross, quote.weeks, months_of(quote))
}

fn months_of(quote: &QuoteWishes) -> u32 {
    // A month has four weeks and a third.
    (quote.weeks * 3).div_ceil(13)
}

fn hourly_at(scenario: &Scenario, rate: Money) -> Option<Hourly> {
    let quote = &scenario.inputs().quote;
    let week = week_of(rate, quote);
    let gross = week * quote.weeks;
    if week <= Money::ZERO || gross > scenario.currency().max() {
        return None;
    }
    let plan = hourly_plan(scenario, gross);
    let fee = Payments::of(&plan, &scenario.terms().contract).fee();
    let hours = Hours::from_hundredths(quote.weekly_hours.hundredths() * i64::from(quote.weeks));
    Some(Hourly { week, gross, fee, take_home: gross - fee, months: months_of(quote), hours })
}

/// The lowest hourly rate of which at least `hourly` remains for each hour billed; none if no rate is enough.
pub fn rate_keeping(scenario: &Scenario, hourly: Money) -> Option<Money> {
    let quote = &scenario.inputs().quote;
    let (hours, weeks) = (i128::from(quote.weekly_hours.hundredths()), i128::from(quote.weeks));
    if hours <= 0 || hourly <= Money::ZERO {
        return None;
    }
    // Hours are in hundredths; the least sum that is enough.
    let wanted = -(-i128::from(hourly.minor()) * hours * weeks).div_euclid(100);
    let plan = hourly_plan(scenario, Money::from_minor(quote.weeks.into()));
    let most = scenario.currency().max();
    let sums = matching::prices(&plan, &scenario.terms().contract, Money::of(wanted), most);
    sums.stretches().iter().find_map(|(from, to)| {
        let week = -(-i128::from(*from)).div_euclid(weeks);
        // The least rate that rounds to that for a week; rates in whole units may pass over a sum.
        let rate = Money::of(-(-(200 * week - 100)).div_euclid(2 * hours)).max(Money::from_minor(1));
        let gross = week_of(rate, quote).minor().checked_mul(quote.weeks.into())?;
        (gross <= *to).then_some(rate)
    })
}
