//! What may go wrong? Payments that are never made, bad reviews and the work that they cost, disputes.
//!
//! Payments fail and jobs end badly independently of each other, so what remains of a side has a distribution, which
//! is calculated exactly. If several payments fail, they are the last ones, so that what remains depends on their
//! number and not on which they are. A distribution then needs few sums, however many jobs there are. The payments of a
//! list may differ, so each that fails then takes the average of what all of them leave.

use super::chance::{Binomial, Chance};
use super::costs::Expenses;
use super::payments::Payments;
use super::quote::round_step;
use crate::amount::{Decimal, Money};
use crate::scenario::{BySide, Criterion, Dispute, Inputs, RiskRates, Scenario, Share, Side};

/// The possible outcomes of both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Risk {
    /// The criterion of the verdict.
    pub criterion: Criterion,
    /// The possible outcomes of each side.
    pub prospects: BySide<Prospect>,
    /// The chance that each side ends ahead.
    pub ahead: BySide<Chance>,
    /// The chance that both end level.
    pub level: Chance,
    /// The cost of one bad review in lost work.
    pub review_costs: Money,
}

/// The possible outcomes of one side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prospect {
    /// The average remaining, after fees, costs and lost work.
    pub expected: Money,
    /// The amount that remains at most in one case of ten.
    pub low: Money,
    /// The amount that remains at most in nine cases of ten.
    pub high: Money,
    /// The chance that at least one payment is never made.
    pub unpaid: Chance,
    /// The chance that at least one review is bad.
    pub bad_review: Chance,
}

/// The share of a side's payments that are never made.
fn non_payment(inputs: &Inputs, side: Side) -> Share {
    inputs.risk.non_payment.under(inputs.plans.get(side).protection)
}

/// The price of a job that a bad review may cost: a gig's price, on average, unless the reader gives another.
pub fn average_price(scenario: &Scenario) -> Money {
    scenario.inputs().risk.average_price.unwrap_or_else(|| scenario.plans().gigs.average_price())
}

/// The cost of one bad review: the lost share of the jobs done while it is visible, at their price.
fn review_costs(scenario: &Scenario) -> Money {
    let RiskRates { reviews_in_sight, work_lost, .. } = scenario.inputs().risk;
    let lost = i128::from(reviews_in_sight) * i128::from(work_lost.hundredths());
    Money::quotient(lost * i128::from(average_price(scenario).minor()), 10_000)
}

/// Whether a payment may fail or a job end badly.
pub fn is_risky(scenario: &Scenario) -> bool {
    let inputs = scenario.inputs();
    let shares = [inputs.risk.bad_review, non_payment(inputs, Side::Gigs), non_payment(inputs, Side::Contract)];
    shares.iter().any(|share| !share.is_zero())
}

/// The possible outcomes of both sides; none if nothing is entered about risk.
pub fn risk(scenario: &Scenario) -> Option<Risk> {
    if !is_risky(scenario) {
        return None;
    }
    let criterion = scenario.inputs().criterion;
    let cases = BySide::from_fn(|side| Cases::of(scenario, side));
    let (gigs, contract) = (&cases.gigs, &cases.contract);
    // For each case of the contract: how likely the gigs are behind, and how likely they are not ahead.
    let (mut ahead, mut not_behind) = (Chance::NEVER, Chance::NEVER);
    contract.each(|chance, left| {
        let compared = contract.expenses.by_criterion(criterion, left);
        let below = |target: Money| gigs.below(gigs.expenses.needed_after_costs(criterion, target)).and(chance);
        ahead = ahead.or(below(compared));
        not_behind = not_behind.or(below(compared + Money::from_minor(1)));
    });
    Some(Risk {
        criterion,
        prospects: BySide::from_fn(|side| cases.get(side).prospect()),
        ahead: BySide { gigs: not_behind.not(), contract: ahead },
        level: not_behind.without(ahead),
        review_costs: review_costs(scenario),
    })
}

/// The chances that what remains of each side is in each of several ranges: the first begins at `from`, each is as wide as `step`,
/// and the last contains everything beyond it as well.
pub fn likelihoods(scenario: &Scenario, from: Money, step: Money, count: u32) -> BySide<Vec<Chance>> {
    BySide::from_fn(|side| {
        let cases = Cases::of(scenario, side);
        let mut before = Chance::NEVER;
        (1..=count)
            .map(|number| {
                let below = if number == count { Chance::CERTAIN } else { cases.below(from + step * number) };
                let likelihood = below.without(before);
                before = below;
                likelihood
            })
            .collect()
    })
}

/// The chance of each amount, for both sides on one axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Histogram {
    /// The start of the first range.
    pub from: Money,
    /// The width of each range.
    pub step: Money,
    /// The chances of the ranges. The first and the last have everything beyond the axis as well.
    pub chances: BySide<Vec<Chance>>,
    /// The amount below which everything in the first range is, for both sides, if there is anything beyond the axis; and the
    /// amount at or above which everything in the last one is.
    pub beyond: [Option<Money>; 2],
}

impl Histogram {
    /// A histogram of what remains, in about `most_ranges` ranges of a round width. It reaches from below the likely amounts of
    /// both sides to above them, by a fourth of their distance each.
    pub fn of(scenario: &Scenario, risk: &Risk, most_ranges: i64) -> Histogram {
        let (gigs, contract) = (risk.prospects.gigs, risk.prospects.contract);
        let (low, high) = (gigs.low.min(contract.low).minor(), gigs.high.max(contract.high).minor());
        let margin = ((high - low) / 4).max(high.abs() / 20);
        let step = round_step((2 * margin + high - low) / most_ranges.max(1));
        let from = (low - margin).div_euclid(step) * step;
        let count = (high + margin - from).div_euclid(step) + 1;
        let last = from + step * (count - 1);
        let [start, width, last] = [from, step, last].map(Money::from_minor);
        // One more range on either side has what is beyond the axis.
        let found = likelihoods(scenario, start - width, width, u32::try_from(count + 2).unwrap_or(3));
        let on_axis = BySide::from_fn(|side| joined(found.get(side)));
        let is_any = |end: usize| on_axis.gigs.1[end] || on_axis.contract.1[end];
        let beyond = [is_any(0).then(|| start + width), is_any(1).then_some(last)];
        Histogram {
            from: start,
            step: width,
            chances: BySide { gigs: on_axis.gigs.0, contract: on_axis.contract.0 },
            beyond,
        }
    }

    /// The first amount of a range, and the first one after it.
    pub fn range(&self, index: usize) -> [Money; 2] {
        let index = u32::try_from(index).unwrap_or(u32::MAX);
        let from = self.from + self.step * index;
        [from, from + self.step]
    }

    /// The end of the axis.
    pub fn to(&self) -> Money {
        self.range(self.chances.gigs.len().saturating_sub(1))[1]
    }
}

/// The chances of the ranges on the axis, the first and the last of which include what is below and above it; and whether there is
/// anything below and above it.
fn joined(chances: &[Chance]) -> (Vec<Chance>, [bool; 2]) {
    let [below, on_axis @ .., above] = chances else { return (vec![], [false; 2]) };
    let mut all = on_axis.to_vec();
    // The chances of everything else may lack a little, which the last one then has.
    let rest = on_axis.iter().fold(*below, |sum, chance| sum.or(*chance));
    if let Some(first) = all.first_mut() {
        *first = first.or(*below);
    }
    if let Some(last) = all.last_mut() {
        *last = last.or(*above);
    }
    (all, [*below != Chance::NEVER, !rest.reaches(Chance::CERTAIN)])
}

/// All possible outcomes of one side.
struct Cases {
    jobs: u32,
    expenses: Expenses,
    /// The number of payments that are never made.
    unpaid: Binomial,
    /// The amount that remains before lost work, for each such number, from the smallest on.
    left: Vec<Money>,
    /// The number of bad reviews.
    bad: Binomial,
    bad_hundredths: i64,
    /// The cost of each of these.
    loss: Money,
}

impl Cases {
    fn of(scenario: &Scenario, side: Side) -> Cases {
        let (inputs, plan) = (scenario.inputs(), scenario.plans().get(side));
        let equal = plan.as_equal_jobs();
        let plan = equal.as_ref().unwrap_or(plan);
        let payments = Payments::of(plan, scenario.terms().get(side));
        let count = payments.count();
        let unpaid = Binomial::of(count, non_payment(inputs, side).hundredths());
        let fewest = count - unpaid.most();
        let made = payments.left_of_first(fewest..=count - unpaid.least());
        let expenses = Expenses::of(inputs, side);
        let cost = |made: u32| match inputs.costs.withdrawal.fee {
            Money::ZERO => expenses.cost(),
            _ => Expenses::unpaid(inputs, side, count - made).cost(),
        };
        let mut left: Vec<Money> = (fewest..).zip(made).map(|(made, left)| left - cost(made)).collect();
        left.reverse();
        Cases {
            jobs: plan.jobs(),
            expenses,
            unpaid,
            left,
            bad: Binomial::of(plan.jobs(), inputs.risk.bad_review.hundredths()),
            bad_hundredths: inputs.risk.bad_review.hundredths().into(),
            loss: review_costs(scenario),
        }
    }

    /// Visits every case with its chance and what remains in it.
    fn each(&self, mut visit: impl FnMut(Chance, Money)) {
        for (chance, left) in self.unpaid.chances().iter().zip(&self.left) {
            for (number, bad) in (self.bad.least()..).zip(self.bad.chances()) {
                visit(chance.and(*bad), *left - self.loss * number);
            }
        }
    }

    /// The chance that less than `amount` remains.
    fn below(&self, amount: Money) -> Chance {
        self.unpaid.chances().iter().zip(&self.left).fold(Chance::NEVER, |sum, (chance, left)| {
            let spare = (*left - amount).minor();
            let below = match self.loss.minor() {
                0 if spare < 0 => Chance::CERTAIN,
                0 => Chance::NEVER,
                loss => self.bad.more_than(spare.div_euclid(loss)),
            };
            sum.or(chance.and(below))
        })
    }

    /// The smallest amount such that at most that much remains with at least this chance.
    fn quantile(&self, chance: Chance) -> Money {
        let (mut least, mut most) = self.left.iter().fold((i64::MAX, i64::MIN), |(least, most), left| {
            (least.min((*left - self.loss * self.bad.most()).minor()), most.max(left.minor()))
        });
        while least < most {
            let middle = least + (most - least).div_euclid(2);
            let enough = self.below(Money::from_minor(middle + 1)).reaches(chance);
            (least, most) = if enough { (least, middle) } else { (middle + 1, most) };
        }
        Money::from_minor(least)
    }

    fn prospect(&self) -> Prospect {
        Prospect {
            expected: self.expected(),
            low: self.quantile(Chance::hundredths(1_000)),
            high: self.quantile(Chance::hundredths(9_000)),
            unpaid: self.unpaid.more_than(0),
            bad_review: self.bad.more_than(0),
        }
    }

    /// The average remaining, rounded once.
    fn expected(&self) -> Money {
        let certain = i128::from(Chance::CERTAIN.units());
        // Differences from one of the cases are small, and so is what their chances lack.
        let usual = self.left[self.left.len() / 2];
        let (mut payments, mut lacks) = (0, 0);
        for (chance, left) in self.unpaid.chances().iter().zip(&self.left) {
            let difference = i128::from((*left - usual).minor());
            payments += i128::from(chance.units()) * difference;
            lacks += Chance::LACKS * difference.abs();
        }
        let reviews = i128::from(self.jobs) * i128::from(self.bad_hundredths) * i128::from(self.loss.minor());
        let whole = Money::of(i128::from(usual.minor()) - reviews.div_euclid(10_000));
        let exact = i128::from(whole.minor()) * certain + payments - reviews.rem_euclid(10_000) * (certain / 10_000);
        // Half a unit may look like a little less, because chances lack a little.
        Money::quotient(exact + exact.signum() * lacks, certain)
    }
}

/// Whether arbitration is worth its fee.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arbitration {
    /// The amount in dispute.
    pub claim: Money,
    /// The cost of a decision, which even the winner pays.
    pub fee: Money,
}

impl Arbitration {
    /// The average gain at a chance of winning, after the fee.
    pub fn brings(&self, chance: Share) -> Money {
        Money::quotient(i128::from(self.claim.minor()) * i128::from(chance.hundredths()), 10_000) - self.fee
    }

    /// The lowest chance of winning at which it costs nothing on average, in whole hundredths of a percent; none if there is none.
    pub fn least_chance(&self) -> Option<Share> {
        let hundredths = -(-i128::from(self.fee.minor()) * 10_000).div_euclid(self.claim.minor().max(1).into());
        u32::try_from(hundredths).ok().filter(|hundredths| *hundredths <= 10_000).map(Share::from_hundredths)
    }

    /// The chance of winning from which it pays, as a fraction of one; none if the fee is the whole claim.
    pub fn break_even(&self) -> Option<Decimal> {
        (self.fee < self.claim).then(|| self.fee.part_of(self.claim))
    }
}

/// The dispute that the reader describes; none if the claim or the fee is not given.
pub fn arbitration(dispute: &Dispute) -> Option<Arbitration> {
    Some(Arbitration { claim: dispute.claim?, fee: dispute.arbitration_fee? })
}
