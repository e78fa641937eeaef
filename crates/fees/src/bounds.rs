//! What may remain of payments that are not known exactly, but lie between two others?

use super::curve::{Curve, Line};
use super::terms::{Spread, Stage, TRILLION};
use super::{Payment, Terms};
use crate::amount::{Exact, Money};

/// Bounds for what remains of some equal payments in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The number of payments, at least one.
    pub count: i64,
    /// The least that remains of them together.
    pub least: Money,
    /// The most.
    pub most: Money,
    /// The effect of rounding on what the first charge leaves of them together, at least and at most, apart from payments that
    /// cross a bend of the fee.
    pub rounding: [Exact; 2],
}

/// The least and the most of something.
type Between = [i128; 2];

/// The number of amounts, or of payments, up to which each is calculated separately.
const FEW: i64 = 4;

impl Terms {
    /// Bounds for the first of `count` payments in a row between `low` and `high`, in what was billed before as well as in the
    /// amount: for as many as are charged alike, or until the last has passed a bend of the fee. Both are charged by the same
    /// curve.
    #[inline(never)]
    pub fn bounds(&self, low: &Payment, high: &Payment, count: i64) -> Bounds {
        let stage = &self.stages[0];
        let ((curve, start), (other, end)) = (stage.curve(low), stage.curve(high));
        let (low_amount, high_amount) = (low.amount.minor(), high.amount.minor());
        let place = curve.place(start);
        let line = &curve.lines()[place];
        let is_on_line = |before: i64, amount: i64| before >= line.from && before + amount <= line.to;
        let alike = || {
            let alike = [self.alike(low), self.alike(high)].into_iter().flatten().min();
            if high_amount == 0 { count } else { alike.unwrap_or(count).clamp(1, count) }
        };
        if std::ptr::eq(curve, other) && is_on_line(start, low_amount) && is_on_line(end, high_amount) {
            let [left, rounding] = stage.on_line(line, low_amount, high_amount);
            return Bounds::each(alike(), self.after_later(left), rounding);
        }
        let exactly = |curve: &Curve, billed: i64| i128::from(billed) * TRILLION - stage.taxed(curve.total(billed));
        let slack = stage.most_rounded();
        if stage.spread == Spread::WholeByHistory {
            // Rates fall, so the earlier tier leaves less.
            let left = whole([exactly(curve, low_amount) - slack, exactly(other, high_amount) + slack]);
            return Bounds::each(alike(), self.after_later(left), [0; 2]);
        }
        // A payment that crosses a bend sooner leaves less, and the next leaves as much more; but later charges apply to each. A
        // fixed part is charged on the first unit.
        let until = i128::from(line.to - start).div_euclid(low_amount.max(1).into()) + 1;
        let is_alone = line.to == 0 || low_amount == 0 || !self.is_single() && until <= FEW.into();
        let count = if is_alone { 1 } else { i64::try_from(until).unwrap_or(count).clamp(1, count) };
        let (low_end, high_end) = (start + low_amount * count, end + high_amount * count);
        let slack = slack * i128::from(count);
        let together = whole([
            exactly(curve, low_end) - exactly(curve, end) - slack,
            exactly(curve, high_end) - exactly(curve, start) + slack,
        ]);
        // Each is on a line, or crosses a bend, and then leaves something between what it would leave on the lines beside it. The
        // effect of rounding on that is not counted here: each bend has its own slack.
        let last_place = curve.place(high_end).max(place);
        let (mut left, mut rounding) = ([i128::MAX, i128::MIN], [0; 2]);
        for line in &curve.lines()[place..=last_place] {
            let [[least, most], [below, above]] = stage.on_line(line, low_amount, high_amount);
            left = [least.min(left[0]), most.max(left[1])];
            rounding = [below.min(rounding[0]), above.max(rounding[1])];
        }
        let each = Bounds::each(count, self.after_later(if is_alone { together } else { left }), rounding);
        if !self.is_single() {
            return each;
        }
        let [least, most] = together.map(Money::of);
        Bounds { least: each.least.max(least), most: each.most.min(most), ..each }
    }

    /// Bounds for what remains of payments in a row together: at the lowest price and the highest, each as one payment of the
    /// whole amount. Rounding moves what remains of the payments by `rounding`, apart from those that cross a bend.
    ///
    /// Without rounding, the payments leave as much as if they were one, so it does not matter which of them crosses a bend.
    /// None if there are later charges, or if payments are charged as a whole by history.
    pub fn bounds_together(&self, low: &Payment, high: &Payment, rounding: [Exact; 2]) -> Option<[Money; 2]> {
        let [stage] = &self.stages[..] else { return None };
        let ((curve, start), (other, also)) = (stage.curve(low), stage.curve(high));
        if start != also || !std::ptr::eq(curve, other) || stage.spread == Spread::WholeByHistory {
            return None;
        }
        let bends = curve.place(start + high.amount.minor()) - curve.place(start);
        let slack = i128::try_from(bends).ok()? * stage.most_rounded();
        let exactly = |payment: &Payment| {
            let amount = payment.amount.minor();
            i128::from(amount) * TRILLION - stage.taxed(curve.charged(start, amount))
        };
        let [below, above] = rounding.map(Exact::trillionths);
        Some(whole([exactly(low) + below - slack, exactly(high) + above + slack]).map(Money::of))
    }

    /// Bounds after later charges, given those of what the first charge leaves.
    #[inline(never)]
    fn after_later(&self, left: Between) -> Between {
        self.stages[1..].iter().fold(left, |[least, most], stage| {
            // A rest of nothing or less pays nothing, one of a unit may pay a fixed part.
            if most <= 0 {
                return [least, most];
            }
            let on = |rest: i128| stage.on(rest, stage.untaxed(&Payment::of(Money::of(rest), Money::ZERO)));
            let [below, above] = stage.left(&on(least.max(1)), &on(most));
            if least > 0 { [below, above] } else { [below.min(least), above.max(0)] }
        })
    }
}

impl Bounds {
    /// Bounds for `count` payments together, given those of each.
    fn each(count: i64, left: Between, rounding: Between) -> Bounds {
        let [least, most] = left.map(|it| Money::of(it * i128::from(count)));
        let rounding = rounding.map(|it| Exact::from_trillionths(it * i128::from(count)));
        Bounds { count, least, most, rounding }
    }
}

/// An amount and what is charged on it.
struct Charged {
    amount: i128,
    fee: i128,
    tax: i128,
    /// Fee and tax without rounding, in trillionths.
    exactly: i128,
}

impl Charged {
    fn left(&self) -> i128 {
        self.amount - self.fee - self.tax
    }

    fn left_exactly(&self) -> i128 {
        self.amount * TRILLION - self.exactly
    }
}

impl Stage {
    #[inline(never)]
    fn on(&self, amount: i128, untaxed: i128) -> Charged {
        let (fee, tax) = self.fee_and_tax(untaxed);
        Charged { amount, fee, tax, exactly: self.taxed(untaxed) }
    }

    /// Bounds for what the charge leaves of amounts from `low` to `high`.
    #[inline(never)]
    fn left(&self, low: &Charged, high: &Charged) -> Between {
        // The fee takes no less of a higher amount and leaves no less, and the tax takes no less.
        let [least, most] = [low.amount - low.fee - high.tax, high.amount - high.fee - low.tax];
        if self.tax.is_none() {
            return [least, most];
        }
        let slack = self.most_rounded();
        let exactly = whole([low.left_exactly() - slack, high.left_exactly() + slack]);
        [least.max(exactly[0]), most.min(exactly[1])]
    }

    /// Bounds for what the charge leaves of amounts from `low` to `high` on a line, and for the effect of rounding on that, in
    /// trillionths.
    #[inline(never)]
    fn on_line(&self, line: &Line, low: i64, high: i64) -> [Between; 2] {
        let on = |amount: i64| self.on(amount.into(), line.untaxed(amount));
        let moved = |at: &Charged| at.left() * TRILLION - at.left_exactly();
        let (from, to) = (on(low), on(high));
        if high - low >= FEW {
            let [least, most] = self.left(&from, &to);
            // The charge stays between its values at both ends, and so does what it leaves.
            let slack = self.most_rounded();
            let below = (from.exactly - (to.fee + to.tax) * TRILLION).max(least * TRILLION - to.left_exactly());
            let above = (to.exactly - (from.fee + from.tax) * TRILLION).min(most * TRILLION - from.left_exactly());
            return [[least, most], [below.max(-slack), above.min(slack)]];
        }
        let mut bounds = [[from.left(); 2], [moved(&from); 2]];
        for amount in low + 1..=high {
            let at = on(amount);
            for ([least, most], value) in bounds.iter_mut().zip([at.left(), moved(&at)]) {
                (*least, *most) = (value.min(*least), value.max(*most));
            }
        }
        bounds
    }
}

/// Converts bounds from trillionths to whole units, because what remains is whole.
#[inline(never)]
fn whole([least, most]: Between) -> Between {
    [-(-least).div_euclid(TRILLION), most.div_euclid(TRILLION)]
}
