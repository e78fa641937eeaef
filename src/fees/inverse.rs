//! From what should be kept back to what must be billed, read off the tiers.
//!
//! For a given history the fee on a payment is made of straight pieces: each tier is one, a floor and a cap are level
//! ones. On one piece "what is left after the rounded fee is at least the target" can be solved for the payment, so no
//! prices are tried.

use rust_decimal::prelude::ToPrimitive;

use super::{Adjustment, Terms};
use crate::amount::{Decimal, Money};

/// Payments from `from` to `to` smallest units, both included, pay `fee + slope × (payment − from)`.
#[derive(Clone, Copy, Debug)]
struct Piece {
    from: Decimal,
    to: Option<Decimal>,
    fee: Decimal,
    slope: Decimal,
}

impl Terms {
    /// The least payment of which at least `target` is left after its fee, when `before` has been counted already.
    ///
    /// A fee below 100 % always leaves something more of a larger payment, so there is one for every target; `None` where
    /// it is too large to be written down.
    ///
    /// ```
    /// use take_home::amount::{Currency, Money, Rate};
    /// use take_home::fees::Fee;
    /// let fee: Fee = "20% to 500, 10% to 10000, 5% per client".parse().unwrap();
    /// let terms = fee.settle(Rate::ZERO, Currency::USD).unwrap();
    /// // 400.00 is left of the first 500.00, 90.00 of the next 100.00.
    /// let billed = terms.least_billing_keeping(Money::from_minor(490_00), Money::ZERO);
    /// assert_eq!(billed, Some(Money::from_minor(600_00)));
    /// ```
    pub fn least_billing_keeping(&self, target: Money, before: Money) -> Option<Money> {
        let least = self.pieces(before).iter().find_map(|piece| piece.least_keeping(target.exact()))?;
        least.to_i64().map(Money::from_minor)
    }

    /// About how much must be billed, in smallest units and before any rounding, for `target` to be left of it. The tiers
    /// alone are asked: with a fixed part, floor or cap it matters in how many payments it comes.
    pub(crate) fn billing_keeping_exactly(&self, target: Decimal, before: Money) -> Decimal {
        let pieces = self.tier_pieces(before);
        let on_piece = |piece: &Piece| {
            let billing = piece.from + (target - piece.from + piece.fee) / (Decimal::ONE - piece.slope);
            piece.to.is_none_or(|to| billing <= to).then_some(billing.max(piece.from))
        };
        pieces.iter().find_map(on_piece).unwrap_or_default()
    }

    fn pieces(&self, before: Money) -> Vec<Piece> {
        self.adjustments.iter().fold(self.tier_pieces(before), |pieces, adjustment| {
            pieces.into_iter().flat_map(|piece| piece.adjusted(adjustment)).flatten().collect()
        })
    }

    fn tier_pieces(&self, before: Money) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = vec![];
        // Where the tier starts as a payment, and the fee there.
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
}

impl Piece {
    /// This piece after an adjustment: itself, moved, levelled, or cut in two where a floor or cap begins to hold.
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

    /// The least payment on this piece that leaves `target` or more.
    ///
    /// Left is payment − round(fee), and rounding half away from zero gives at most n exactly when the fee is below
    /// n + ½. So payment − target + ½ must exceed the fee, which on a straight piece is one inequality in the payment.
    fn least_keeping(&self, target: Decimal) -> Option<Decimal> {
        let missing = target - self.from + self.fee - Decimal::new(5, 1);
        let payment = if missing.is_sign_negative() && !missing.is_zero() {
            self.from
        } else {
            self.from + floor_of_quotient(missing, Decimal::ONE - self.slope) + Decimal::ONE
        };
        (self.to.is_none_or(|to| payment <= to)).then_some(payment)
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
