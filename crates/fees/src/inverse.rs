//! What must be billed so that a given amount remains? Solved from the lines of the charge.
//!
//! Without rounding, what remains of a payment rises along each curve, so "at least the target remains" is one
//! inequality for each line. Rounding moves the answer by a few units at most: those few payments are tried. Where a fee
//! is charged as a whole by size, a new curve begins at each limit. If charges follow one another, the rests that are
//! enough after the last one are what must remain after the one before it.

use super::curve::Curve;
use super::terms::{Stage, TRILLION};
use super::{Payment, Terms};
use crate::amount::{Exact, Money};

/// Amounts from the first to the second, both included, in smallest units.
type Stretch = (i64, i64);

impl Terms {
    /// The payments up to `most` of which at least `target` remains after the fee, if `before` was counted already:
    /// stretches from the smallest to the largest, each with its last amount.
    ///
    /// There are several where the fee jumps, and where fee and tax are rounded one after the other.
    ///
    /// ```
    /// use take_home_fees::amount::{Currency, Money, Rate};
    /// use take_home_fees::{Choice, Fee};
    /// let fee: Fee = "whole 5% to 100, 10%".parse().unwrap();
    /// let terms = fee.settle(Choice::default(), Currency::USD).unwrap();
    /// // 95.00 remains of 100.00, but of 100.01 only 90.01; 105.55 leaves 94.99, 105.56 leaves 95.00.
    /// let cents = Money::from_minor;
    /// let billed = terms.billings_keeping(cents(95_00), Money::ZERO, cents(500_00));
    /// assert_eq!(billed, [(cents(100_00), cents(100_00)), (cents(105_56), cents(500_00))]);
    /// ```
    pub fn billings_keeping(&self, target: Money, before: Money, most: Money) -> Vec<(Money, Money)> {
        let mut wanted = vec![(target.minor(), most.minor())];
        for (index, stage) in self.stages.iter().enumerate().rev() {
            let before = if index == 0 { before } else { Money::ZERO };
            let within = |(from, to): Stretch| {
                let enough = stage.keeping(from, before, most.minor());
                // No rest is more than the payment.
                if to < most.minor() { without(&enough, &stage.keeping(to + 1, before, most.minor())) } else { enough }
            };
            let mut found: Vec<Stretch> = vec![];
            for stretch in wanted.into_iter().flat_map(within) {
                found.insert(found.partition_point(|other| other.0 < stretch.0), stretch);
            }
            wanted = joined(found);
        }
        let payments = wanted.into_iter().filter(|(_, to)| *to >= 0);
        payments.map(|(from, to)| (Money::from_minor(from.max(0)), Money::from_minor(to))).collect()
    }

    /// The smallest payment of which at least `target` remains after its fee, if `before` was counted already; none if
    /// it is more than `most`.
    ///
    /// ```
    /// use take_home_fees::amount::{Currency, Money};
    /// use take_home_fees::{Choice, Fee};
    /// let fee: Fee = "20% to 500, 10% to 10000, 5% per client".parse().unwrap();
    /// let terms = fee.settle(Choice::default(), Currency::USD).unwrap();
    /// // 400.00 remains of the first 500.00, 90.00 of the next 100.00.
    /// let billed = terms.least_billing_keeping(Money::from_minor(490_00), Money::ZERO, Currency::USD.max());
    /// assert_eq!(billed, Some(Money::from_minor(600_00)));
    /// ```
    pub fn least_billing_keeping(&self, target: Money, before: Money, most: Money) -> Option<Money> {
        self.billings_keeping(target, before, most).first().map(|stretch| stretch.0)
    }

    /// The smallest payment of at least one unit of which `target` or more remains without any rounding, if the payments
    /// of a contract of this price are charged by the first charge alone.
    pub fn first_keeping_exactly(&self, target: Exact, payment: &Payment) -> Option<Money> {
        let stage = &self.stages[0];
        let (curve, before) = stage.curve(payment);
        stage.first_exactly(curve, before, target.trillionths(), 1).map(Money::from_minor)
    }

    /// Whether there is only one charge.
    pub fn is_single(&self) -> bool {
        self.stages.len() == 1
    }

    /// The number of charges in a row.
    pub fn charges(&self) -> u32 {
        u32::try_from(self.stages.len()).unwrap_or(u32::MAX)
    }
}

impl Stage {
    /// The payments up to `most` of which at least `target` remains after this charge. A rest below zero pays nothing.
    fn keeping(&self, target: i64, before: Money, most: i64) -> Vec<Stretch> {
        let mut stretches = vec![];
        if target <= 0 {
            stretches.push((target, 0));
        }
        let exactly = i128::from(target) * TRILLION;
        let slack = self.most_rounded();
        for (curve, from, to) in self.curves(before) {
            let (to, counted) = (to.min(most), self.curve(&Payment::of(Money::from_minor(from), before)).1);
            let first = |target: i128| self.first_exactly(curve, counted, target, from).unwrap_or(i64::MAX);
            if self.tax.is_none() {
                // The fee is at most n after rounding if it is below n + ½; what remains never falls.
                stretches.push((first(exactly - slack + 1), to));
                continue;
            }
            let certain = first(exactly + slack);
            let kept = |payment: i64| payment - self.rounded(curve.charged(counted, payment)).minor();
            let tried = first(exactly - slack).min(to.saturating_add(1))..certain.min(to.saturating_add(1));
            stretches.extend(tried.filter(|payment| kept(*payment) >= target).map(|payment| (payment, payment)));
            stretches.push((certain, to));
        }
        stretches.retain(|(from, to)| from <= to);
        joined(stretches)
    }

    /// The first payment, from `least` on, of which `target` trillionths or more remain without rounding.
    fn first_exactly(&self, curve: &Curve, before: i64, target: i128, least: i64) -> Option<i64> {
        let counted = curve.total(before);
        curve.lines()[curve.place(before)..].iter().find_map(|line| {
            let from = (line.from - before).max(least);
            let to = line.to - before;
            // The fee on nothing, if the line were extended to it.
            let fee = line.total(before) - counted;
            let remains = TRILLION - self.taxed(line.slope.into());
            let missing = target + self.taxed(fee);
            let first =
                i64::try_from(-(-missing).div_euclid(remains)).unwrap_or(if missing > 0 { i64::MAX } else { 0 });
            let first = first.max(from);
            (first <= to && from <= to).then_some(first)
        })
    }
}

/// The amounts in `all` without `others`, which are parts of it.
fn without(all: &[Stretch], others: &[Stretch]) -> Vec<Stretch> {
    let mut rest = vec![];
    for &(mut from, to) in all {
        for &(start, end) in others {
            if from <= end && start <= to {
                if from < start {
                    rest.push((from, start - 1));
                }
                from = end.saturating_add(1);
            }
        }
        if from <= to {
            rest.push((from, to));
        }
    }
    rest
}

/// Joins stretches that touch; they are in order.
pub(super) fn joined(stretches: Vec<Stretch>) -> Vec<Stretch> {
    let mut joined: Vec<Stretch> = vec![];
    for next in stretches {
        match joined.last_mut() {
            Some(last) if last.1.saturating_add(1) >= next.0 => last.1 = last.1.max(next.1),
            _ => joined.push(next),
        }
    }
    joined
}
