use super::{Adjustment, Basis, Fee, TierRate};
use crate::amount::{Currency, Decimal, Money, Rate};

/// A fee with everything decided: one rate for each tier, every limit in the currency's smallest units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    pub(super) tiers: Vec<SettledTier>,
    pub(super) adjustments: Vec<Adjustment<Money>>,
    basis: Basis,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SettledTier {
    pub rate: Rate,
    pub up_to: Option<Money>,
}

/// Why a fee could not be settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settlement {
    /// The fee leaves a rate open between these two, and the one chosen lies outside.
    RateOutside {
        /// The least rate the fee allows.
        least: Rate,
        /// The greatest.
        most: Rate,
    },
    /// An amount in the fee has more digits behind the point than the currency has.
    FinerThanCurrency(Decimal),
}

/// One payment: what was counted before it, and how much it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payment {
    /// Billed before, as far as the fee's basis counts it.
    pub before: Money,
    /// The payment itself, gross.
    pub amount: Money,
}

/// A part of the fee on one payment: what falls into one tier, or one adjustment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slice {
    /// Which part of the fee this is.
    pub kind: SliceKind,
    /// How much of the payment it concerns; nothing for an adjustment.
    pub amount: Money,
    /// What it adds to the fee. A cap takes away, so it is negative there.
    pub fee: Money,
}

/// Which part of a fee a [`Slice`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SliceKind {
    /// The tier of that position, counted from 0, and its rate.
    Tier(usize, Rate),
    /// `+`: the fixed part.
    Fixed,
    /// `at least`: what is missing to the least fee.
    Minimum,
    /// `at most`: what is let off above the greatest fee.
    Maximum,
}

impl Fee {
    /// Decides what the fee leaves open. `rate` is the reader's choice and matters only where the fee has a range.
    ///
    /// # Errors
    ///
    /// When the fee leaves a rate open and `rate` is outside its range, or when an amount in the fee cannot be
    /// expressed in `currency`.
    pub fn settle(&self, rate: Rate, currency: Currency) -> Result<Terms, Settlement> {
        let in_currency = |amount: Decimal| currency.amount(amount).ok_or(Settlement::FinerThanCurrency(amount));
        let tiers = self.tiers().iter().map(|tier| {
            let rate = match tier.rate {
                TierRate::Set(rate) => rate,
                TierRate::Open { least, most } if least <= rate && rate <= most => rate,
                TierRate::Open { least, most } => return Err(Settlement::RateOutside { least, most }),
            };
            Ok(SettledTier { rate, up_to: tier.up_to.map(in_currency).transpose()? })
        });
        let adjustments = self.adjustments().iter().map(|adjustment| {
            let amount = in_currency(adjustment.amount())?;
            Ok(adjustment.with(amount))
        });
        Ok(Terms {
            tiers: tiers.collect::<Result<_, _>>()?,
            adjustments: adjustments.collect::<Result<_, _>>()?,
            basis: self.basis(),
        })
    }
}

impl Terms {
    /// Which billings the tiers count.
    pub fn basis(&self) -> Basis {
        self.basis
    }

    /// The one rate on everything, where there are neither tiers nor adjustments.
    pub fn flat_rate(&self) -> Option<Rate> {
        match (&self.tiers[..], &self.adjustments[..]) {
            ([tier], []) => Some(tier.rate),
            _ => None,
        }
    }

    /// Whether any amount is added or held to, beyond the tiers.
    pub fn has_adjustments(&self) -> bool {
        !self.adjustments.is_empty()
    }

    /// Whether no tier takes a greater share than the one before it, as in every sliding scale that rewards loyalty.
    pub fn never_rises(&self) -> bool {
        self.tiers.windows(2).all(|pair| pair[0].rate >= pair[1].rate)
    }

    /// Whether no tier takes a smaller share than the one before it.
    pub fn never_falls(&self) -> bool {
        self.tiers.windows(2).all(|pair| pair[0].rate <= pair[1].rate)
    }

    /// The end of the first tier that reaches beyond `before`, or `None` in the last tier.
    pub(crate) fn limit_after(&self, before: Money) -> Option<Money> {
        self.tiers.iter().find_map(|tier| tier.up_to.filter(|&limit| before < limit))
    }

    /// The fee on one payment in smallest units, not rounded: F(before + amount) − F(before), adjusted.
    pub fn exact_fee(&self, payment: Payment) -> Decimal {
        let mut fee = Decimal::ZERO;
        self.each_tier(payment, |_, rate, amount| fee += amount.exact() * rate.fraction());
        self.adjustments.iter().fold(fee, |fee, adjustment| match *adjustment {
            Adjustment::Plus(amount) => fee + amount.exact(),
            Adjustment::AtLeast(amount) => fee.max(amount.exact()),
            Adjustment::AtMost(amount) => fee.min(amount.exact()),
        })
    }

    /// The fee on one payment: the exact fee, rounded once.
    pub fn fee(&self, payment: Payment) -> Money {
        Money::round(self.exact_fee(payment))
    }

    /// The fee on one payment in its parts. Each running total is rounded, so the parts add up to [`Terms::fee`].
    pub fn slices(&self, payment: Payment) -> Vec<Slice> {
        let mut slices = vec![];
        let mut exact = Decimal::ZERO;
        let mut counted = Money::ZERO;
        let mut slice = |kind, amount, exact| {
            let total = Money::round(exact);
            slices.push(Slice { kind, amount, fee: total - counted });
            counted = total;
        };
        self.each_tier(payment, |index, rate, amount| {
            exact += amount.exact() * rate.fraction();
            slice(SliceKind::Tier(index, rate), amount, exact);
        });
        for adjustment in &self.adjustments {
            let (kind, adjusted) = match *adjustment {
                Adjustment::Plus(amount) => (SliceKind::Fixed, exact + amount.exact()),
                Adjustment::AtLeast(amount) => (SliceKind::Minimum, exact.max(amount.exact())),
                Adjustment::AtMost(amount) => (SliceKind::Maximum, exact.min(amount.exact())),
            };
            if adjusted != exact {
                exact = adjusted;
                slice(kind, Money::ZERO, exact);
            }
        }
        slices
    }

    /// Calls `visit` with each tier that the payment reaches into: its position, its rate, how much falls into it.
    fn each_tier(&self, payment: Payment, mut visit: impl FnMut(usize, Rate, Money)) {
        let mut from = payment.before;
        let to = payment.before + payment.amount;
        for (index, tier) in self.tiers.iter().enumerate() {
            let end = tier.up_to.map_or(to, |limit| limit.min(to));
            if from < end {
                visit(index, tier.rate, end - from);
                from = end;
            }
        }
    }
}
