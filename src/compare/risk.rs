//! What may go wrong: payments that are never made, bad reviews and the work that they cost, disputes.
//!
//! Every payment fails and every job ends badly by itself, with a chance of its own; so a side has a distribution of what
//! is left, worked out exactly. Of several payments the last ones are those never made, so that what is left depends on
//! how many they are and not on which; a distribution then needs few sums, however many jobs there are.

use super::chance::{Binomial, Chance};
use super::costs::{By, Effort};
use super::payments::Payments;
use super::score::scores;
use crate::amount::{Decimal, Money, round};
use crate::scenario::{BySide, Field, Inputs, Plan, Scenario, Side};

/// What may become of both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Risk {
    /// What decides.
    pub by: By,
    /// What may become of each side.
    pub prospects: BySide<Prospect>,
    /// How likely each side ends ahead.
    pub ahead: BySide<Chance>,
    /// How likely both end level.
    pub level: Chance,
    /// What one bad review costs in work.
    pub review_costs: Money,
}

/// What may become of one side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prospect {
    /// What is left on average, after fees, costs and lost work.
    pub expected: Money,
    /// In one case of ten at most this is left.
    pub low: Money,
    /// In nine cases of ten at most this is left.
    pub high: Money,
    /// How likely at least one payment is never made.
    pub unpaid: Chance,
    /// How likely at least one review is bad.
    pub bad_review: Chance,
}

/// The field that says how likely a side's payments fail.
fn non_payment(inputs: &Inputs, side: Side) -> Field {
    let protection = match side {
        Side::Gigs => Field::GigProtection,
        Side::Contract => Field::ContractProtection,
    };
    [Field::NonPayment, Field::EscrowNonPayment, Field::HourlyNonPayment]
        .into_iter()
        .nth(usize::try_from(inputs.get(protection)).unwrap_or(0))
        .unwrap_or(Field::NonPayment)
}

/// What a job pays that a bad review may cost: the price of a gig where the reader names no other.
pub fn average_price(scenario: &Scenario) -> Money {
    match scenario.inputs().get(Field::AveragePrice) {
        0 => scenario.plans().gigs.price,
        price => Money::from_minor(price),
    }
}

/// What one bad review costs: the jobs done while it is in sight, at their price, as far as they are lost by it.
fn review_costs(scenario: &Scenario) -> Money {
    let [jobs, lost] = [Field::ReviewsInSight, Field::WorkLost].map(|it| i128::from(scenario.inputs().get(it)));
    Money::quotient(jobs * i128::from(average_price(scenario).minor()) * lost, 10_000)
}

/// Whether the reader says anything of what may go wrong.
pub fn is_risky(scenario: &Scenario) -> bool {
    let inputs = scenario.inputs();
    may_fail(inputs) || arbitration(inputs).is_some() || scores(inputs).is_some()
}

/// Whether a payment may fail or a job end badly.
fn may_fail(inputs: &Inputs) -> bool {
    inputs.any(&[Field::BadReview, non_payment(inputs, Side::Gigs), non_payment(inputs, Side::Contract)])
}

/// What may become of both sides; none where nothing is said to go wrong.
pub fn risk(scenario: &Scenario) -> Option<Risk> {
    let inputs = scenario.inputs();
    if !may_fail(inputs) {
        return None;
    }
    let by = By::of(inputs);
    let cases = BySide::from_fn(|side| Cases::of(scenario, side));
    let (gigs, contract) = (&cases.gigs, &cases.contract);
    // Of each case of the contract, in how many cases the gigs are behind or not ahead.
    let (mut ahead, mut not_behind) = (Chance::NEVER, Chance::NEVER);
    contract.each(|chance, left| {
        let decides = contract.effort.decides_in_the_end(by, left);
        let below = |target: Money| gigs.below(gigs.effort.needed_in_the_end(by, target)).and(chance);
        ahead = ahead.or(below(decides));
        not_behind = not_behind.or(below(decides + Money::from_minor(1)));
    });
    Some(Risk {
        by,
        prospects: BySide::from_fn(|side| cases.get(side).prospect()),
        ahead: BySide { gigs: not_behind.not(), contract: ahead },
        level: not_behind.without(ahead),
        review_costs: review_costs(scenario),
    })
}

/// Everything that may become of one side.
struct Cases {
    plan: Plan,
    effort: Effort,
    /// How many payments are never made.
    unpaid: Binomial,
    /// What is left in the end but for lost work, by so many, from the least number on.
    left: Vec<Money>,
    /// How many reviews are bad.
    bad: Binomial,
    bad_hundredths: i64,
    /// What each of these costs.
    loss: Money,
}

impl Cases {
    fn of(scenario: &Scenario, side: Side) -> Cases {
        let (inputs, plan) = (scenario.inputs(), scenario.plans().get(side));
        let hundredths = |field: Field| u32::try_from(inputs.get(field)).unwrap_or(0);
        let payments = Payments::of(plan, scenario.terms().get(side));
        let unpaid = Binomial::of(payments.count, hundredths(non_payment(inputs, side)));
        let fewest = payments.count - unpaid.most();
        let made = payments.left_of_first(fewest..=payments.count - unpaid.least());
        let effort = Effort::of(inputs, side, plan);
        let cost = |made: u32| match inputs.get(Field::WithdrawalFee) {
            0 => effort.cost(),
            _ => Effort::unpaid(inputs, side, plan, payments.count - made).cost(),
        };
        let mut left: Vec<Money> = (fewest..).zip(made).map(|(made, left)| left - cost(made)).collect();
        left.reverse();
        Cases {
            plan: *plan,
            effort,
            unpaid,
            left,
            bad: Binomial::of(plan.jobs, hundredths(Field::BadReview)),
            bad_hundredths: inputs.get(Field::BadReview),
            loss: review_costs(scenario),
        }
    }

    /// Visits every case with its chance and what is left in it.
    fn each(&self, mut visit: impl FnMut(Chance, Money)) {
        for (chance, left) in self.unpaid.chances().iter().zip(&self.left) {
            for (number, bad) in (self.bad.least()..).zip(self.bad.chances()) {
                visit(chance.and(*bad), *left - self.loss * number);
            }
        }
    }

    /// How likely less than that is left.
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

    /// The least of which at most that much is left with at least that chance.
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

    /// What is left on average.
    fn expected(&self) -> Money {
        let whole = i128::from(Chance::CERTAIN.units());
        // Differences to one of the cases are small, and so is what their chances lack.
        let usual = self.left[self.left.len() / 2];
        let payments = self
            .unpaid
            .chances()
            .iter()
            .zip(&self.left)
            .fold(0, |sum, (chance, left)| sum + i128::from(chance.units()) * i128::from((*left - usual).minor()));
        let reviews = i128::from(self.plan.jobs) * i128::from(self.bad_hundredths) * i128::from(self.loss.minor());
        let nines = (payments - reviews * (whole / 10_000)).div_euclid(whole / 1_000_000_000);
        // What chances lack has its place far behind the point.
        Money::round(round(usual.exact() + Decimal::from_i128_with_scale(nines, 9), 6))
    }
}

/// Whether arbitration is worth its fee.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arbitration {
    /// What is in dispute.
    pub claim: Money,
    /// What it costs to have it decided; it is lost even by who wins.
    pub fee: Money,
}

impl Arbitration {
    /// The chance of winning from which on it pays, as a fraction of one; none where the fee is all of the claim.
    pub fn break_even(&self) -> Option<Decimal> {
        (self.fee < self.claim).then(|| self.fee.exact() / self.claim.exact())
    }
}

/// The dispute that the reader describes; none where the claim or the fee is not given.
pub fn arbitration(inputs: &Inputs) -> Option<Arbitration> {
    let [claim, fee] = [Field::Claim, Field::ArbitrationFee].map(|field| Money::from_minor(inputs.get(field)));
    (claim > Money::ZERO && fee > Money::ZERO).then_some(Arbitration { claim, fee })
}
