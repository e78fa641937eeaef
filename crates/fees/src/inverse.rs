//! What must be billed so that a given amount remains? Solved from the tiers.
//!
//! For a given history, the fee on a payment consists of straight pieces: each tier is one, and a floor or cap is a
//! level one. On one piece, "at least the target remains after the rounded fee" can be solved for the payment, so no
//! prices are tried. Pieces that join without a jump form a run. On a run, what remains never falls as the payment
//! grows, so there is one price from which enough remains. Where the fee jumps, a new run begins.

use rust_decimal::prelude::ToPrimitive;

use super::terms::{SettledTier, Spread};
use super::{Adjustment, Terms};
use crate::amount::{Decimal, Money};

/// Payments from `from` to `to` smallest units, both included, pay `fee + slope × (payment − from)`, before tax.
#[derive(Clone, Copy, Debug)]
struct Piece {
    from: Decimal,
    to: Option<Decimal>,
    fee: Decimal,
    slope: Decimal,
}

impl Terms {
    /// The payments of which at least `target` remains after the fee, if `before` was counted already: stretches from
    /// the smallest to the largest, each with its last amount. The last stretch has no end. There is no stretch if even
    /// its start would be too large to represent.
    ///
    /// There are several only if the fee [jumps](Terms::jumps).
    ///
    /// ```
    /// use take_home_fees::amount::{Currency, Money, Rate};
    /// use take_home_fees::{Choice, Fee};
    /// let fee: Fee = "whole 5% to 100, 10%".parse().unwrap();
    /// let terms = fee.settle(Choice::default(), Currency::USD).unwrap();
    /// // 95.00 remains of 100.00, but of 100.01 only 90.01; 105.55 leaves 94.99, 105.56 leaves 95.00.
    /// let cents = Money::from_minor;
    /// let billed = terms.billings_keeping(cents(95_00), Money::ZERO);
    /// assert_eq!(billed, [(cents(100_00), Some(cents(100_00))), (cents(105_56), None)]);
    /// ```
    pub fn billings_keeping(&self, target: Money, before: Money) -> Vec<(Money, Option<Money>)> {
        let stretch = |pieces: &[Piece]| {
            let least = pieces.iter().find_map(|piece| self.least_keeping(piece, target.exact()))?;
            let end = pieces.last().and_then(|piece| piece.to);
            Some((Money::from_minor(least.to_i64()?), end.and_then(|end| end.to_i64()).map(Money::from_minor)))
        };
        let mut stretches: Vec<(Money, Option<Money>)> = vec![];
        for next in self.runs(before).iter().filter_map(|run| stretch(run)) {
            match stretches.last_mut() {
                // No gap, although the fee could have jumped there.
                Some(last) if last.1.is_some_and(|end| end + Money::from_minor(1) == next.0) => last.1 = next.1,
                _ => stretches.push(next),
            }
        }
        stretches
    }

    /// The smallest payment of which at least `target` remains after its fee, if `before` was counted already.
    ///
    /// Since fees are below 100 %, a large enough payment reaches every target; `None` if it is too large to
    /// represent.
    ///
    /// ```
    /// use take_home_fees::amount::{Currency, Money};
    /// use take_home_fees::{Choice, Fee};
    /// let fee: Fee = "20% to 500, 10% to 10000, 5% per client".parse().unwrap();
    /// let terms = fee.settle(Choice::default(), Currency::USD).unwrap();
    /// // 400.00 remains of the first 500.00, 90.00 of the next 100.00.
    /// let billed = terms.least_billing_keeping(Money::from_minor(490_00), Money::ZERO);
    /// assert_eq!(billed, Some(Money::from_minor(600_00)));
    /// ```
    pub fn least_billing_keeping(&self, target: Money, before: Money) -> Option<Money> {
        self.billings_keeping(target, before).first().map(|stretch| stretch.0)
    }

    /// About how much must be billed, in smallest units and before rounding, so that `target` remains, if each part of
    /// a payment pays the rate of its own tier and the tax on that. With a fixed part, floor or cap it would depend on
    /// the number of payments.
    pub fn billing_keeping_exactly(&self, target: Decimal, before: Money) -> Decimal {
        let pieces = self.slice_pieces(before);
        let taxed = Decimal::ONE + self.tax.unwrap_or_default().fraction();
        let on_piece = |piece: &Piece| {
            let billing = piece.from + (target - piece.from + piece.fee * taxed) / (Decimal::ONE - piece.slope * taxed);
            piece.to.is_none_or(|to| billing <= to).then_some(billing.max(piece.from))
        };
        pieces.iter().find_map(on_piece).unwrap_or_default()
    }

    /// Whether [`Terms::billing_keeping_exactly`] applies to these terms.
    pub fn is_tiers_alone(&self) -> bool {
        self.spread == Spread::Slices && !self.has_adjustments()
    }

    /// The pieces, divided into runs where the fee may jump.
    fn runs(&self, before: Money) -> Vec<Vec<Piece>> {
        let adjusted = |tier: &SettledTier, pieces: Vec<Piece>| {
            tier.adjustments.iter().fold(pieces, |pieces, adjustment| {
                pieces.into_iter().flat_map(|piece| piece.adjusted(adjustment)).flatten().collect()
            })
        };
        match self.spread {
            Spread::Slices => vec![adjusted(&self.tiers[self.tiers.len() - 1], self.slice_pieces(before))],
            Spread::WholeBySize => {
                let mut from = Decimal::ZERO;
                let run = |tier: &SettledTier| {
                    let slope = tier.rate.fraction();
                    let to = tier.up_to.map(Money::exact);
                    let piece = Piece { from, to, fee: from * slope, slope };
                    from = to.map_or(from, |to| to + Decimal::ONE);
                    adjusted(tier, vec![piece])
                };
                self.tiers.iter().map(run).collect()
            }
            Spread::WholeByHistory => {
                let begun = before + Money::from_minor(1);
                let tier = self.tiers.iter().find(|tier| tier.up_to.is_none_or(|limit| begun <= limit));
                let piece = |tier: &SettledTier| Piece {
                    from: Decimal::ZERO,
                    to: None,
                    fee: Decimal::ZERO,
                    slope: tier.rate.fraction(),
                };
                tier.map(|tier| vec![piece(tier)]).into_iter().collect()
            }
        }
    }

    fn slice_pieces(&self, before: Money) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = vec![];
        // The payment at which the tier starts, and the fee on it.
        let mut start = Decimal::ZERO;
        let mut fee = Decimal::ZERO;
        for tier in self.tiers.iter().filter(|tier| tier.up_to.is_none_or(|limit| before < limit)) {
            let to = tier.up_to.map(|limit| (limit - before).exact());
            pieces.push(Piece { from: start, to, fee, slope: tier.rate.fraction() });
            if let Some(to) = to {
                fee += (to - start) * tier.rate.fraction();
                start = to;
            }
        }
        pieces
    }

    /// The smallest payment on the piece of which `target` or more remains.
    ///
    /// What remains is payment − round(fee), and rounding half away from zero gives at most n exactly if the fee is
    /// below n + ½. So payment − target + ½ must exceed the fee, which on a straight piece is one inequality in the
    /// payment.
    fn least_keeping(&self, piece: &Piece, target: Decimal) -> Option<Decimal> {
        let half = Decimal::new(5, 1);
        let within = |payment: Decimal| piece.to.is_none_or(|to| payment <= to).then_some(payment);
        let Some(tax) = self.tax else {
            let missing = target - piece.from + piece.fee - half;
            return within(piece.from + steps(missing, Decimal::ONE - piece.slope));
        };
        // Rounding changes fee and tax by at most half a unit each, and the tax also by the tax on half a unit. A
        // payment that falls short by more than that need not be tried; only a few others are left.
        let taxed = Decimal::ONE + tax.fraction();
        let missing = target - piece.from + piece.fee * taxed - half - half * taxed;
        let mut payment = within(piece.from + steps(missing - Decimal::ONE, Decimal::ONE - piece.slope * taxed))?;
        while payment - self.rounded(piece.fee + (payment - piece.from) * piece.slope).exact() < target {
            payment = within(payment + Decimal::ONE)?;
        }
        Some(payment)
    }
}

/// The smallest whole number of steps that together exceed what is missing; none if nothing is.
fn steps(missing: Decimal, step: Decimal) -> Decimal {
    if missing.is_sign_negative() && !missing.is_zero() {
        Decimal::ZERO
    } else {
        floor_of_quotient(missing, step) + Decimal::ONE
    }
}

impl Piece {
    /// This piece after an adjustment: unchanged, moved, levelled, or cut in two where a floor or cap takes effect.
    fn adjusted(self, adjustment: &Adjustment<Money>) -> [Option<Piece>; 2] {
        let bound = adjustment.amount().exact();
        // The first payment of the piece whose fee is beyond the bound.
        let (cut, below_is_level) = match adjustment {
            Adjustment::Plus(_) => return [Some(Piece { fee: self.fee + bound, ..self }), None],
            Adjustment::AtLeast(_) => (self.first(bound), true),
            Adjustment::AtMost(_) => (self.first_above(bound), false),
        };
        let level = |piece: Piece| Piece { fee: bound, slope: Decimal::ZERO, ..piece };
        let (below, above) = self.cut_at(cut);
        if below_is_level { [below.map(level), above] } else { [below, above.map(level)] }
    }

    /// The first payment whose fee is at least `bound`, if the piece gets there.
    fn first(&self, bound: Decimal) -> Option<Decimal> {
        if bound <= self.fee {
            Some(self.from)
        } else if self.slope.is_zero() {
            None
        } else {
            // The ceiling: −⌊−x⌋.
            Some(self.from - floor_of_quotient(self.fee - bound, self.slope))
        }
    }

    /// The first payment whose fee is more than `bound`, if the piece gets there.
    fn first_above(&self, bound: Decimal) -> Option<Decimal> {
        if bound < self.fee {
            Some(self.from)
        } else if self.slope.is_zero() {
            None
        } else {
            Some(self.from + floor_of_quotient(bound - self.fee, self.slope) + Decimal::ONE)
        }
    }

    /// The payments below `cut` and those from it on.
    fn cut_at(self, cut: Option<Decimal>) -> (Option<Piece>, Option<Piece>) {
        match cut.filter(|&cut| self.to.is_none_or(|to| cut <= to)) {
            None => (Some(self), None),
            Some(cut) if cut <= self.from => (None, Some(self)),
            Some(cut) => {
                let fee = self.fee + (cut - self.from) * self.slope;
                (Some(Piece { to: Some(cut - Decimal::ONE), ..self }), Some(Piece { from: cut, fee, ..self }))
            }
        }
    }
}

/// ⌊dividend ÷ divisor⌋ for a positive divisor, exactly: a quotient has at most 28 digits, so the candidate is checked
/// by multiplying back.
fn floor_of_quotient(dividend: Decimal, divisor: Decimal) -> Decimal {
    let candidate = (dividend / divisor).floor();
    if candidate * divisor > dividend {
        candidate - Decimal::ONE
    } else if (candidate + Decimal::ONE) * divisor <= dividend {
        candidate + Decimal::ONE
    } else {
        candidate
    }
}
