//! What may remain of payments that are not known exactly, but lie between two others?

use super::terms::{Spread, Stage, TRILLION};
use super::{Payment, Terms};
use crate::amount::Money;

/// What may remain of each of some payments in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// How many payments in a row this holds for, at least one; none if for all.
    pub alike: Option<i64>,
    /// The least that remains of each.
    pub least: Money,
    /// The most.
    pub most: Money,
}

impl Terms {
    /// Bounds for the payments between `low` and `high`, in what was billed before as well as in the amount. Both are
    /// charged by the same curve.
    #[inline(never)]
    pub fn bounds(&self, low: &Payment, high: &Payment) -> Bounds {
        let stage = &self.stages[0];
        let alike = [self.alike(low), self.alike(high)].into_iter().flatten().min();
        let ((curve, start), (other, end)) = (stage.curve(low), stage.curve(high));
        let (low_amount, high_amount) = (low.amount.minor(), high.amount.minor());
        let exactly =
            |curve: &super::curve::Curve, billed: i64| i128::from(billed) * TRILLION - stage.taxed(curve.total(billed));
        let place = curve.place(start);
        let line = curve.lines()[place];
        let is_on_line = |before: i64, amount: i64| before >= line.from && before + amount <= line.to;
        if std::ptr::eq(curve, other) && is_on_line(start, low_amount) && is_on_line(end, high_amount) {
            let untaxed = |amount: i64| i128::from(line.slope) * i128::from(amount);
            let kept = |amount: i64| {
                let amount = Money::from_minor(amount);
                (amount - self.later(amount, stage.rounded(untaxed(amount.minor())))).minor()
            };
            // A few amounts are tried; of many, the ends are enough, without a tax exactly, otherwise give or take what is
            // rounded.
            let are_few = high_amount - low_amount < 4;
            if are_few || stage.tax.is_none() && self.never_turns() {
                let end = if are_few { high_amount } else { low_amount + 1 };
                let at_end = Money::from_minor(kept(high_amount));
                let with = |(least, most): (Money, Money), amount: i64| {
                    let kept = Money::from_minor(kept(amount));
                    (least.min(kept), most.max(kept))
                };
                let (least, most) = (low_amount..end).fold((at_end, at_end), with);
                return Bounds { alike, least, most };
            }
            let exactly = |amount: i64| i128::from(amount) * TRILLION - stage.taxed(untaxed(amount));
            return self.after_rounding(alike, exactly(low_amount), exactly(high_amount));
        }
        if stage.spread == Spread::WholeByHistory {
            // Rates fall, so the earlier tier leaves less.
            return self.after_rounding(Some(1), exactly(curve, low_amount), exactly(other, high_amount));
        }
        let least = exactly(curve, start + low_amount) - exactly(curve, end);
        let most = exactly(curve, end + high_amount) - exactly(curve, start);
        self.after_rounding(Some(1), least, most)
    }

    /// Bounds after rounding and later charges, from those of what the first charge leaves, in trillionths.
    fn after_rounding(&self, alike: Option<i64>, least: i128, most: i128) -> Bounds {
        // What remains is whole.
        let whole = |least: i128, most: i128, stage: &Stage| {
            let slack = stage.most_rounded();
            (-(slack - least).div_euclid(TRILLION), (most + slack).div_euclid(TRILLION))
        };
        let (mut least, mut most) = whole(least, most, &self.stages[0]);
        for stage in &self.stages[1..] {
            let exactly = |rest: i128| {
                let payment = Payment::of(Money::of(rest), Money::ZERO);
                rest * TRILLION - stage.taxed(stage.untaxed(&payment))
            };
            // A rest of nothing or less pays nothing, one of a unit may pay a fixed part.
            let (lowest, highest) = match (least, most) {
                (1.., _) => (exactly(least), exactly(most)),
                (_, ..=0) => continue,
                _ => (exactly(1).min(least * TRILLION), exactly(most).max(0)),
            };
            (least, most) = whole(lowest, highest, stage);
        }
        Bounds { alike, least: Money::of(least), most: Money::of(most) }
    }
}
