//! What does leaving the platform cost, in the permitted ways, and what is at stake in the others?

use super::balance::Kept;
use super::costs;
use super::payments::Payments;
use crate::amount::{Decimal, Money};
use crate::fees::{CONVERSIONS, Choice, Conversion, Payment, Schedule};
use crate::scenario::{BySide, FeeSource, LeavingTerms, Scenario};

/// The same work on the platform and off it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaving {
    /// The payment service's schedule.
    pub direct: &'static Schedule,
    /// The position among its statuses, counted from 0.
    pub status: usize,
    /// The amounts that each side keeps; none if the payment service charges in another currency.
    pub ways: Option<BySide<Ways>>,
    /// The platform's conversion fees, newest first, each with its amount for one client.
    pub conversions: Vec<(&'static Conversion, Option<Money>)>,
    /// The cost of losing the account: its monthly take-home, for the months until it is replaced.
    pub worth: Money,
}

/// The amounts that one side keeps on the platform and off it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ways {
    /// The remaining amount after the platform's fee and all costs.
    pub stays: Money,
    /// The remaining amount after the payment service's fee and the same costs.
    pub leaves: Money,
    /// The number of clients that would leave the platform.
    pub clients: u32,
    /// The conversion fee for all of them, if there is one.
    pub conversion: Option<Money>,
    /// The number of months after which the clients may leave without a fee; none if no term is known.
    pub months_left: Option<u32>,
}

impl Ways {
    /// The saving from leaving, before what it may cost.
    pub fn saving(&self) -> Money {
        self.leaves - self.stays
    }

    /// The remaining amount after a conversion fee.
    pub fn leaves_after(&self, conversion: Money) -> Money {
        self.leaves - conversion
    }

    /// The chance of losing the account below which leaving in breach of the terms would pay in money alone, as a
    /// fraction of one; none if it saves nothing, or at least as much as is at stake.
    pub fn break_even(&self, worth: Money) -> Option<Decimal> {
        let saving = self.saving();
        (saving > Money::ZERO && saving < worth).then(|| saving.part_of(worth))
    }
}

/// Whether the reader has entered anything about leaving.
pub fn is_leaving(scenario: &Scenario) -> bool {
    let LeavingTerms { service: _, status: _, hourly_rate, conversion_fee, monthly_take_home, rebuild_months } =
        &scenario.inputs().leaving;
    hourly_rate.or(*conversion_fee).or(*monthly_take_home).is_some() || *rebuild_months != 0
}

/// Compares staying with leaving.
pub fn leaving(scenario: &Scenario) -> Leaving {
    let inputs = scenario.inputs();
    let LeavingTerms { service, status, conversion_fee: named, monthly_take_home, rebuild_months, .. } = inputs.leaving;
    let terms = service.fee_in(scenario.currency()).and_then(|fee| {
        let choice = fee.nearest(Choice { status, ..Choice::default() });
        fee.settle(choice, scenario.currency()).ok()
    });
    let rules = CONVERSIONS.iter().rev().filter(|rule| match scenario.fee_source() {
        FeeSource::Schedule(schedule) => schedule.platform().name == rule.platform,
        FeeSource::Custom => false,
    });
    let conversions: Vec<_> = rules.map(|rule| (rule, conversion_fee(scenario, rule))).collect();
    let newest = conversions.first();
    let each = named.or(newest.and_then(|(_, fee)| *fee));
    let ways = terms.map(|terms| {
        BySide::from_fn(|side| {
            let plan = scenario.plans().get(side);
            let cost = costs::cost(scenario, side);
            let kept = |terms| Kept::of(&Payments::of(plan, terms)).rounded - cost;
            Ways {
                stays: kept(scenario.terms().get(side)),
                leaves: kept(&terms),
                clients: plan.client_count(),
                conversion: each.map(|each| each * plan.client_count()),
                months_left: newest.map(|(rule, _)| rule.months.saturating_sub(plan.client_months)),
            }
        })
    });
    let worth = monthly_take_home.unwrap_or_default() * rebuild_months;
    Leaving { direct: service, status, ways, conversions, worth }
}

/// The conversion fee for one client at the reader's hourly rate; none if no rate is given, or it is in another
/// currency.
fn conversion_fee(scenario: &Scenario, rule: &Conversion) -> Option<Money> {
    let rate = scenario.inputs().leaving.hourly_rate?;
    if rule.currency != scenario.currency() {
        return None;
    }
    let terms = rule.fee.settle(Choice::default(), scenario.currency()).ok()?;
    Some(terms.fee(&Payment::of(rate * rule.hours, Money::ZERO)))
}
