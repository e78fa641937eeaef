//! Staying on the platform or leaving it: what the allowed ways cost, and what is at stake in the others.

use super::{Left, Payments};
use crate::amount::{Decimal, Money};
use crate::fees::{CONVERSIONS, Choice, Conversion, Fee, PROCESSORS, Payment, Schedule};
use crate::scenario::{BySide, Field, Scenario, Side, Tariff};

/// What becomes of the work on the platform and off it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaving {
    /// What is charged off the platform.
    pub direct: &'static Schedule,
    /// Which of its statuses, counted from 0.
    pub status: usize,
    /// What each side comes to; none where what is charged off the platform is in another currency.
    pub ways: Option<BySide<Ways>>,
    /// What the platform has asked for taking a client along, with what that comes to for one client; the newest first.
    pub conversions: Vec<(&'static Conversion, Option<Money>)>,
    /// What losing the account would cost: what it leaves in a month, for the months until it is made good.
    pub worth: Money,
}

/// What one side comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ways {
    /// What is left after the platform's fee.
    pub stays: Money,
    /// What is left after what is charged off it.
    pub leaves: Money,
    /// How many clients would be taken along.
    pub clients: u32,
    /// The conversion fee for all of them, where there is one.
    pub conversion: Option<Money>,
    /// In how many months the clients are free; none where no term is known.
    pub months_left: Option<u32>,
}

impl Ways {
    /// What leaving saves before anything that it may cost.
    pub fn saving(&self) -> Money {
        self.leaves - self.stays
    }

    /// The chance of losing the account below which leaving in breach pays by the sum, as a fraction of one; none where
    /// it saves nothing, or more than all that is at stake.
    pub fn break_even(&self, worth: Money) -> Option<Decimal> {
        let saving = self.saving();
        (saving > Money::ZERO && saving < worth).then(|| saving.exact() / worth.exact())
    }
}

/// Whether the reader says anything about leaving.
pub fn is_leaving(scenario: &Scenario) -> bool {
    scenario.inputs().any(&[Field::ConversionRate, Field::ConversionFee, Field::RebuildMonths, Field::MonthlyTakeHome])
}

/// What staying and leaving come to.
pub fn leaving(scenario: &Scenario) -> Leaving {
    let inputs = scenario.inputs();
    let (direct, status) = direct(scenario);
    let terms = direct.fee_in(scenario.currency()).and_then(|fee| {
        let choice = fee.nearest(Choice { status, ..Choice::default() });
        fee.settle(choice, scenario.currency()).ok()
    });
    let rules = CONVERSIONS.iter().rev().filter(|rule| match scenario.tariff() {
        Tariff::Schedule(schedule) => schedule.platform().name == rule.platform,
        Tariff::Custom => false,
    });
    let conversions: Vec<_> = rules.map(|rule| (rule, conversion_fee(scenario, rule))).collect();
    let newest = conversions.first();
    let named = Money::from_minor(inputs.get(Field::ConversionFee));
    let each = if named > Money::ZERO { Some(named) } else { newest.and_then(|(_, fee)| *fee) };
    let ways = terms.map(|terms| {
        BySide::from_fn(|side| {
            let plan = scenario.plans().get(side);
            let left = |terms| Left::of(&Payments::of(plan, terms)).rounded;
            let months = match side {
                Side::Gigs => Field::GigMonths,
                Side::Contract => Field::ContractMonths,
            };
            let months = u32::try_from(inputs.get(months)).unwrap_or(0);
            Ways {
                stays: left(scenario.terms().get(side)),
                leaves: left(&terms),
                clients: plan.client_count(),
                conversion: each.map(|each| each * plan.client_count()),
                months_left: newest.map(|(rule, _)| rule.months.saturating_sub(months)),
            }
        })
    });
    let months = u32::try_from(inputs.get(Field::RebuildMonths)).unwrap_or(0);
    Leaving { direct, status, ways, conversions, worth: Money::from_minor(inputs.get(Field::MonthlyTakeHome)) * months }
}

/// What is charged off the platform, as the reader chose it, and which of its statuses, counted from 0.
///
/// # Panics
///
/// Never: every payment service that can be chosen is in the catalogue.
pub fn direct(scenario: &Scenario) -> (&'static Schedule, usize) {
    let position = |field: Field| usize::try_from(scenario.inputs().get(field)).unwrap_or(0);
    let found = PROCESSORS.get(position(Field::DirectSchedule)).and_then(|id| Schedule::find(id));
    let Some(schedule) = found else { panic!("every payment service is in the catalogue") };
    (schedule, position(Field::DirectStatus))
}

/// What a platform asks for one client at the reader's hourly rate; none where that is not given or in another currency.
fn conversion_fee(scenario: &Scenario, rule: &Conversion) -> Option<Money> {
    let rate = Money::from_minor(scenario.inputs().get(Field::ConversionRate));
    if rate == Money::ZERO || rule.currency != scenario.currency() {
        return None;
    }
    let fee: Fee = rule.fee.parse().ok()?;
    let terms = fee.settle(Choice::default(), scenario.currency()).ok()?;
    Some(terms.fee(Payment { before: Money::ZERO, amount: rate * rule.hours }))
}
