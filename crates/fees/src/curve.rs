//! What is charged in total on an amount? The function F of the law, as straight lines.
//!
//! F(0) is nothing. A payment is charged F(before + payment) − F(before), so a fixed part, a floor or a cap counts once
//! for everything that the basis counts. All values are exact, in millionths of the smallest unit.

use super::Adjustment;
use crate::amount::{Money, Rate};

/// A tier with its rate chosen, and its amounts in one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SettledTier {
    pub rate: Rate,
    pub adjustments: Vec<Adjustment<Money>>,
    /// The last amount that belongs to the tier; if history decides, the billings with which it ends.
    pub up_to: Option<Money>,
}

/// F for amounts that are whole numbers of smallest units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Curve(Box<[Line]>);

/// Amounts from `from` to `to`, both included, are charged `fee + slope × (amount − from)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub from: i64,
    pub to: i64,
    pub fee: i128,
    pub slope: i64,
}

impl Curve {
    /// Builds the curve that charges each part of an amount at the rate of its tier, with the adjustments of the last tier.
    pub fn of(tiers: &[SettledTier]) -> Curve {
        let mut lines: Vec<Line> = vec![];
        let (mut from, mut fee) = (0, 0);
        for tier in tiers {
            let (to, slope) = (tier.up_to.map_or(i64::MAX, Money::minor), i64::from(tier.rate.millionths()));
            lines.push(Line { from, to, fee, slope });
            fee += i128::from(slope) * i128::from(to - from);
            from = to;
        }
        let adjustments = tiers.last().map_or(&[][..], |tier| &tier.adjustments);
        if !adjustments.is_empty() {
            let first = &mut lines[0];
            *first = Line { from: 1, fee: first.slope.into(), ..*first };
        }
        for adjustment in adjustments {
            lines = lines.into_iter().flat_map(|line| line.adjusted(adjustment)).flatten().collect();
        }
        if lines[0].from > 0 {
            lines.insert(0, Line { from: 0, to: 0, fee: 0, slope: 0 });
        }
        Curve(lines.into())
    }

    /// The curve of one rate on everything.
    pub fn flat(rate: Rate) -> Curve {
        Curve([Line { from: 0, to: i64::MAX, fee: 0, slope: rate.millionths().into() }].into())
    }

    /// Whether it is one rate on everything.
    pub fn is_flat(&self) -> bool {
        self.0.len() == 1
    }

    /// The lines, from the smallest amount to the largest.
    pub fn lines(&self) -> &[Line] {
        &self.0
    }

    /// The position of the line that continues from an amount.
    pub fn place(&self, amount: i64) -> usize {
        self.0.iter().rposition(|line| line.from <= amount).unwrap_or(0)
    }

    /// F of an amount.
    pub fn total(&self, amount: i64) -> i128 {
        self.0[self.place(amount)].total(amount)
    }

    /// F(before + amount) − F(before).
    pub fn charged(&self, before: i64, amount: i64) -> i128 {
        let line = &self.0[self.place(before)];
        if before + amount <= line.to { line.untaxed(amount) } else { self.total(before + amount) - line.total(before) }
    }

    /// Whether an additional amount is never charged more, the more was counted before it.
    pub fn is_concave(&self) -> bool {
        // The step from nothing to the first unit is steeper than any line.
        let lines = if self.0[0].to == 0 { &self.0[1..] } else { &self.0[..] };
        lines.windows(2).all(|pair| pair[0].slope >= pair[1].slope)
    }

    /// Whether an additional amount is never charged less, the more was counted before it.
    pub fn is_convex(&self) -> bool {
        self.0[0].to != 0 && self.0.windows(2).all(|pair| pair[0].slope <= pair[1].slope)
    }
}

impl Line {
    /// F of an amount on the line.
    pub fn total(&self, amount: i64) -> i128 {
        self.fee + i128::from(self.slope) * i128::from(amount - self.from)
    }

    /// The charge on an amount that lies on the line.
    pub fn untaxed(&self, amount: i64) -> i128 {
        i128::from(self.slope) * i128::from(amount)
    }

    /// The number of payments of `amount` in a row, after `before`, that stay on the line.
    pub fn holds(&self, before: i64, amount: i64) -> i64 {
        (self.to - before) / amount.max(1)
    }

    /// This line after an adjustment: unchanged, moved, levelled, or cut in two where a floor or cap takes effect.
    fn adjusted(self, adjustment: &Adjustment<Money>) -> [Option<Line>; 2] {
        let bound = i128::from(adjustment.amount().minor()) * i128::from(Rate::WHOLE);
        let level = |line: Line| Line { fee: bound, slope: 0, ..line };
        match adjustment {
            Adjustment::Plus(_) => [Some(Line { fee: self.fee + bound, ..self }), None],
            Adjustment::AtLeast(_) => {
                let (below, above) = self.cut(bound - 1);
                [below.map(level), above]
            }
            Adjustment::AtMost(_) => {
                let (below, above) = self.cut(bound);
                [below, above.map(level)]
            }
        }
    }

    /// The amounts that are charged at most `bound`, and those that are charged more.
    fn cut(self, bound: i128) -> (Option<Line>, Option<Line>) {
        if self.fee > bound {
            return (None, Some(self));
        }
        // A level line never rises above the bound.
        let more = i64::try_from((bound - self.fee).checked_div(self.slope.into()).unwrap_or(i128::MAX));
        match more.ok().and_then(|more| self.from.checked_add(more)).filter(|last| *last < self.to) {
            None => (Some(self), None),
            Some(last) => {
                let above = Line { from: last + 1, fee: self.total(last + 1), ..self };
                (Some(Line { to: last, ..self }), Some(above))
            }
        }
    }
}
