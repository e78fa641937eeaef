//! What does each side leave, who is ahead, and what would make them equal?

use super::balance::{Balance, Kept, Lead};
use super::costs::{self, Expenses, Net};
use super::matching::{self, Matching};
use super::outcome::Outcome;
use crate::amount::{Money, Rate};
use crate::scenario::{BySide, Criterion, Scenario, Side};

/// The result of a comparison: which side leaves more, by how much, and what would make them equal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The outcome of each side after its fee.
    pub outcomes: BySide<Outcome>,
    /// The verdict after everything that is counted.
    pub verdict: Verdict,
    /// The one rate on everything on both sides, if size brings no discount and nothing else is counted.
    pub flat: Option<Rate>,
    /// The result after costs, if anything but the fee is counted.
    pub after_costs: Option<AfterCosts>,
}

impl Comparison {
    /// The amount that a side keeps after its fee and, where they are counted, its costs.
    pub fn remaining(&self, side: Side) -> Money {
        self.after_costs.as_ref().map_or(self.outcomes.get(side).take_home, |counted| counted.nets.get(side).remaining)
    }

    /// The contract's remaining amount minus the gigs'.
    pub fn difference_remaining(&self) -> Money {
        self.remaining(Side::Contract) - self.remaining(Side::Gigs)
    }

    /// Whether pay per hour decides.
    pub fn is_by_hour(&self) -> bool {
        self.after_costs.as_ref().is_some_and(|counted| counted.criterion == Criterion::Hour)
    }

    /// The amount by which a side keeps less than the other, if it does; none if pay per hour decides, because money then does not
    /// decide who is behind.
    pub fn lacks(&self, side: Side) -> Option<Money> {
        let lacks = self.remaining(side.other()) - self.remaining(side);
        (lacks > Money::ZERO && !self.is_by_hour()).then_some(lacks)
    }

    /// The amount that is compared: what remains of a side after everything that is counted, or its pay per hour.
    pub fn compared(&self, side: Side) -> Money {
        match self.after_costs.as_ref() {
            Some(counted) if counted.criterion == Criterion::Hour => counted.nets.get(side).hourly.unwrap_or_default(),
            _ => self.remaining(side),
        }
    }

    /// The lead by the fee alone, and the difference.
    pub fn by_fee(&self) -> (Lead, Money) {
        self.after_costs.as_ref().map_or((self.verdict.lead, self.verdict.difference), |after_costs| after_costs.by_fee)
    }
}

/// The lead, and the prices that would reverse it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The side that is ahead, if any.
    pub lead: Lead,
    /// The contract's remaining amount minus the gigs'; per hour, the contract's hourly pay minus the gigs'.
    pub difference: Money,
    /// The prices at which each side would match the other; for the gigs the price of each, with the same number and
    /// clients.
    pub matching: BySide<Matching>,
}

/// A comparison that counts more than the fee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AfterCosts {
    /// The criterion of the verdict.
    pub criterion: Criterion,
    /// The costs, hours and remaining amount of each side.
    pub nets: BySide<Net>,
    /// The lead by the fee alone, and the contract's take-home minus the gigs'.
    pub by_fee: (Lead, Money),
}

impl AfterCosts {
    /// Whether it may give another verdict than the fee alone: hours that only take time cost no money.
    pub fn may_change_verdict(&self) -> bool {
        self.criterion == Criterion::Hour
            || [&self.nets.gigs, &self.nets.contract].iter().any(|net| net.cost != Money::ZERO)
    }

    /// Whether the hours of any side are counted, so that an hour of it pays something.
    pub fn has_hours(&self) -> bool {
        [&self.nets.gigs, &self.nets.contract].iter().any(|net| net.hourly.is_some())
    }
}

/// Compares the two sides. There is a result for every scenario.
///
/// ```
/// use take_home_engine::amount::Money;
/// use take_home_engine::compare::{Lead, compare};
/// use take_home_engine::scenario::{Overrides, Side, validate};
///
/// let thirty_gigs_of_500_or_one_contract = validate(&Overrides::default_draft()).unwrap();
/// let comparison = compare(&thirty_gigs_of_500_or_one_contract);
/// assert_eq!(comparison.verdict.lead, Lead::Ahead(Side::Contract));
/// assert_eq!(comparison.verdict.difference, Money::from_minor(1_700_00));
/// ```
pub fn compare(scenario: &Scenario) -> Comparison {
    let outcomes = BySide::from_fn(|side| Outcome::of(scenario.plans().get(side), scenario.terms().get(side)));
    let kept = BySide::from_fn(|side| outcomes.get(side).kept());
    let flat = scenario.terms().gigs.flat_rate().filter(|rate| scenario.terms().contract.flat_rate() == Some(*rate));
    if !costs::are_counted(scenario.inputs()) {
        return Comparison { outcomes, verdict: verdict_by_fee(scenario, kept), flat, after_costs: None };
    }
    let by_fee = Balance::of(kept);
    let by_fee = (by_fee.lead(), by_fee.rounded);
    let criterion = scenario.inputs().criterion;
    let expenses = BySide::from_fn(|side| Expenses::of(scenario.inputs(), side));
    let compared = BySide::from_fn(|side| expenses.get(side).deduction().compared(criterion, *kept.get(side)));
    let needed = |side: Side| expenses.get(side).needed(criterion, compared.get(side.other()).rounded);
    let verdict = verdict(scenario, compared, &needed);
    let nets = BySide::from_fn(|side| expenses.get(side).net(kept.get(side).rounded));
    Comparison { outcomes, verdict, flat: None, after_costs: Some(AfterCosts { criterion, nets, by_fee }) }
}

/// The prices at which each side would match the other by the fee alone, whatever else is counted.
pub fn matching_by_fee(scenario: &Scenario, comparison: &Comparison) -> BySide<Matching> {
    if comparison.after_costs.is_none() {
        return comparison.verdict.matching.clone();
    }
    verdict_by_fee(scenario, BySide::from_fn(|side| comparison.outcomes.get(side).kept())).matching
}

fn verdict_by_fee(scenario: &Scenario, kept: BySide<Kept>) -> Verdict {
    verdict(scenario, kept, &|side| kept.get(side.other()).rounded)
}

/// The verdict on two balances. To match the other side, a side has to keep `target` after its fee.
fn verdict(scenario: &Scenario, kept: BySide<Kept>, target: &dyn Fn(Side) -> Money) -> Verdict {
    let balance = Balance::of(kept);
    let most = scenario.currency().max();
    let matching = BySide::from_fn(|side| {
        matching::prices(scenario.plans().get(side), scenario.terms().get(side), target(side), most)
    });
    Verdict { lead: balance.lead(), difference: balance.rounded, matching }
}
