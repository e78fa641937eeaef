//! When does the money come, and who has more by which month?

use super::costs;
use super::payments::Payments;
use crate::amount::Money;
use crate::scenario::{BySide, Scenario, Side};

/// One side's month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Month {
    /// The number of payments that come in.
    pub payments: u32,
    /// Their sum before the fee.
    pub gross: Money,
    /// The fee on them.
    pub fee: Money,
    /// The remaining amount of everything so far, after fees and an even share of the costs.
    pub so_far: Money,
}

impl Month {
    /// The amount that remains of its payments after the fee.
    pub fn kept(&self) -> Money {
        self.gross - self.fee
    }
}

/// Both sides month by month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Months {
    /// The months of each side, equally many for both. After its last payment a side stays the same.
    pub sides: BySide<Vec<Month>>,
    /// The months, counted from 1, in which a side overtakes the other, and which side.
    pub overtakings: Vec<(u32, Side)>,
    /// The largest payment of each side, which is at stake before it is made.
    pub at_stake: BySide<Money>,
}

/// Whether anything is spread over more than one payment or month.
pub fn is_spread(scenario: &Scenario) -> bool {
    let plans = scenario.plans();
    plans.gigs.months > 1 || plans.contract.months > 1 || plans.contract.instalments() > 1
}

/// The payments of both sides by month, spread evenly. If they do not divide evenly, the earlier months have one more; if there are
/// fewer payments than months, each comes at the end of its share of the time, and the last one in the last month.
pub fn months(scenario: &Scenario) -> Months {
    let plans = scenario.plans();
    let count = plans.gigs.months.max(plans.contract.months);
    let sides = BySide::from_fn(|side| {
        let plan = plans.get(side);
        let terms = scenario.terms().get(side);
        let cost = costs::cost(scenario, side);
        let mut before = (0, Money::ZERO, Money::ZERO);
        let month = |number: u32| {
            let passed = number.min(plan.months);
            let first = Payments::in_first(plan, terms, passed);
            let (count, fee, gross) = (first.count(), first.fee(), first.gross());
            let spent = Money::quotient(i128::from(cost.minor()) * i128::from(passed), plan.months.into());
            let month = Month {
                payments: count - before.0,
                gross: gross - before.1,
                fee: fee - before.2,
                so_far: gross - fee - spent,
            };
            before = (count, gross, fee);
            month
        };
        (1..=count).map(month).collect::<Vec<_>>()
    });
    let mut leader = None;
    let mut overtakings = vec![];
    for (number, (gigs, contract)) in (1..).zip(sides.gigs.iter().zip(&sides.contract)) {
        let ahead = match gigs.so_far.cmp(&contract.so_far) {
            std::cmp::Ordering::Greater => Side::Gigs,
            std::cmp::Ordering::Less => Side::Contract,
            std::cmp::Ordering::Equal => continue,
        };
        if leader.replace(ahead).is_some_and(|before| before != ahead) {
            overtakings.push((number, ahead));
        }
    }
    let at_stake = BySide::from_fn(|side| Payments::of(plans.get(side), scenario.terms().get(side)).largest());
    Months { sides, overtakings, at_stake }
}
