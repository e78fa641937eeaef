use super::{Adjustment, Basis, Charge, Choice, Fee, TierRate};
use crate::amount::{Currency, Decimal, Money, Rate};

/// A fee with everything decided: one rate for each tier, every limit in the currency's smallest units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    pub(super) tiers: Vec<SettledTier>,
    pub(super) spread: Spread,
    basis: Basis,
    pub(super) tax: Option<Rate>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SettledTier {
    pub rate: Rate,
    pub adjustments: Vec<Adjustment<Money>>,
    /// The last amount that belongs to the tier.
    pub up_to: Option<Money>,
}

/// How a payment is spread over the tiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spread {
    /// Each part of it pays the rate of its own tier.
    Slices,
    /// All of it pays the rate of the tier that its amount falls into.
    WholeBySize,
    /// All of it pays the rate of the tier in force when it is made.
    WholeByHistory,
}

/// Why a fee could not be settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settlement {
    /// The fee leaves the rate open between these two, and the chosen rate is outside.
    RateOutside {
        /// The least rate the fee allows.
        least: Rate,
        /// The greatest.
        most: Rate,
    },
    /// An amount in the fee has more decimals than the currency.
    FinerThanCurrency(Decimal),
}

/// One payment, and what was counted before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payment {
    /// Billed before, if the fee's basis counts it.
    pub before: Money,
    /// The payment itself, gross.
    pub amount: Money,
}

/// A part of the fee on one payment: what falls into one tier, or one adjustment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slice {
    /// Which part of the fee this is.
    pub kind: SliceKind,
    /// How much of the payment it concerns; zero for an adjustment.
    pub amount: Money,
    /// What it adds to the fee; negative for a cap.
    pub fee: Money,
}

/// Which part of a fee a [`Slice`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SliceKind {
    /// The tier of that position, counted from 0, and its rate.
    Tier(usize, Rate),
    /// `+`: the fixed part.
    Fixed,
    /// `at least`: what is added to reach the floor.
    Minimum,
    /// `at most`: what is taken off above the cap.
    Maximum,
    /// Tax on the fee, at that rate.
    Tax(Rate),
}

impl Fee {
    /// Decides what the fee leaves open.
    ///
    /// # Errors
    ///
    /// When the charge that applies leaves a rate open and the chosen one is outside its range, or when an amount in it
    /// cannot be expressed in `currency`.
    pub fn settle(&self, choice: Choice, currency: Currency) -> Result<Terms, Settlement> {
        self.charge(choice).settle(choice.rate, currency)
    }
}

impl Charge {
    fn settle(&self, rate: Rate, currency: Currency) -> Result<Terms, Settlement> {
        let in_currency = |amount: Decimal| currency.amount(amount).ok_or(Settlement::FinerThanCurrency(amount));
        let tiers = self.tiers.iter().map(|tier| {
            let rate = match tier.rate {
                TierRate::Set(rate) => rate,
                TierRate::Open { least, most } if least <= rate && rate <= most => rate,
                TierRate::Open { least, most } => return Err(Settlement::RateOutside { least, most }),
            };
            let adjustments = tier.adjustments.iter().map(|adjustment| {
                let amount = in_currency(adjustment.amount())?;
                Ok(adjustment.with(amount))
            });
            let up_to = tier.up_to.map(|limit| {
                let amount = in_currency(limit.amount)?;
                Ok(if limit.excluded { amount - Money::from_minor(1) } else { amount })
            });
            Ok(SettledTier { rate, adjustments: adjustments.collect::<Result<_, _>>()?, up_to: up_to.transpose()? })
        });
        let spread = match (self.whole, self.basis.counts_earlier_billings()) {
            (false, _) => Spread::Slices,
            (true, false) => Spread::WholeBySize,
            (true, true) => Spread::WholeByHistory,
        };
        Ok(Terms { tiers: tiers.collect::<Result<_, _>>()?, spread, basis: self.basis, tax: self.tax })
    }
}

impl Terms {
    /// The same terms with this tax on the fee instead of their own; zero changes nothing.
    #[must_use]
    pub fn taxed(self, tax: Rate) -> Terms {
        if tax == Rate::ZERO { self } else { Terms { tax: Some(tax), ..self } }
    }

    /// Whether some tier with its tax takes all of a payment or more, so that there is nothing to compare.
    pub fn takes_all(&self) -> bool {
        let tax = Decimal::ONE + self.tax.unwrap_or_default().fraction();
        self.tiers.iter().any(|tier| tier.rate.fraction() * tax >= Decimal::ONE)
    }

    /// Which billings the tiers count.
    pub fn basis(&self) -> Basis {
        self.basis
    }

    /// The one rate on everything, if there are neither tiers nor adjustments nor tax.
    pub fn flat_rate(&self) -> Option<Rate> {
        match &self.tiers[..] {
            [tier] if tier.adjustments.is_empty() && self.tax.is_none() => Some(tier.rate),
            _ => None,
        }
    }

    /// Whether any tier has an adjustment.
    pub fn has_adjustments(&self) -> bool {
        self.tiers.iter().any(|tier| !tier.adjustments.is_empty())
    }

    /// Whether rates never rise from tier to tier, as in every sliding scale that rewards loyalty.
    pub fn never_rises(&self) -> bool {
        self.tiers.windows(2).all(|pair| pair[0].rate >= pair[1].rate)
    }

    /// Whether rates never fall from tier to tier.
    pub fn never_falls(&self) -> bool {
        self.tiers.windows(2).all(|pair| pair[0].rate <= pair[1].rate)
    }

    /// The amounts after which the fee on a payment may jump: a cent more can cost much more, or less.
    pub fn jumps(&self) -> impl Iterator<Item = Money> {
        let by_size = self.spread == Spread::WholeBySize;
        self.tiers.iter().filter_map(move |tier| tier.up_to.filter(|_| by_size))
    }

    /// Whether each additional unit of a payment adds at most one unit to its charge, apart from jumps. Tax is rounded
    /// separately, so it may add a second one.
    pub fn is_smooth(&self) -> bool {
        self.tax.is_none()
    }

    /// By how much rounding changes the charge on one payment at most: the fee by half a unit, and its tax by half a
    /// unit and by the tax on half a unit.
    pub fn most_rounded(&self) -> Decimal {
        let half = Decimal::new(5, 1);
        self.tax.map_or(half, |tax| half + half + half * tax.fraction())
    }

    /// The number of limits, if each part of a payment pays the rate of its own tier; none if payments are charged as a
    /// whole.
    pub fn limits_in_slices(&self) -> Option<i64> {
        (self.spread == Spread::Slices).then(|| i64::try_from(self.tiers.len()).unwrap_or(i64::MAX / 4) - 1)
    }

    /// How many payments of `amount` in a row, starting after `before`, pay the same fee for the same reasons; at least
    /// one. `None` if all do.
    pub fn alike(&self, before: Money, amount: Money) -> Option<i64> {
        let limit = self.tiers.iter().find_map(|tier| tier.up_to.filter(|&limit| before < limit))?;
        let room = (limit - before).minor();
        Some(match self.spread {
            Spread::Slices | Spread::WholeBySize => (room / amount.minor()).max(1),
            // The one that crosses the limit began below it.
            Spread::WholeByHistory => (room + amount.minor() - 1) / amount.minor(),
        })
    }

    /// The fee on one payment in smallest units, not rounded, tax included: F(before + amount) − F(before), adjusted.
    pub fn exact_fee(&self, payment: Payment) -> Decimal {
        let fee = self.before_tax(payment);
        self.tax.map_or(fee, |tax| fee + fee * tax.fraction())
    }

    /// The charge on one payment: the exact fee, rounded once, and the tax on that, rounded once.
    pub fn fee(&self, payment: Payment) -> Money {
        self.rounded(self.before_tax(payment))
    }

    pub(super) fn rounded(&self, before_tax: Decimal) -> Money {
        let fee = Money::round(before_tax);
        self.tax.map_or(fee, |tax| fee + Money::round(fee.exact() * tax.fraction()))
    }

    /// The charge on one payment: as charged, and unrounded.
    pub fn fees(&self, payment: Payment) -> (Money, Decimal) {
        let fee = self.before_tax(payment);
        (self.rounded(fee), self.tax.map_or(fee, |tax| fee + fee * tax.fraction()))
    }

    fn before_tax(&self, payment: Payment) -> Decimal {
        let mut fee = Decimal::ZERO;
        let last = self.each_tier(payment, |_, rate, amount| fee += amount.exact() * rate.fraction());
        last.adjustments.iter().fold(fee, |fee, adjustment| match *adjustment {
            Adjustment::Plus(amount) => fee + amount.exact(),
            Adjustment::AtLeast(amount) => fee.max(amount.exact()),
            Adjustment::AtMost(amount) => fee.min(amount.exact()),
        })
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
        let last = self.each_tier(payment, |index, rate, amount| {
            exact += amount.exact() * rate.fraction();
            slice(SliceKind::Tier(index, rate), amount, exact);
        });
        for adjustment in &last.adjustments {
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
        if let Some(tax) = self.tax {
            let fee = Money::round(counted.exact() * tax.fraction());
            slices.push(Slice { kind: SliceKind::Tax(tax), amount: Money::ZERO, fee });
        }
        slices
    }

    /// Calls `visit` with each tier that the payment reaches: its position, its rate, the amount in it. Returns the
    /// tier whose adjustments apply to the payment.
    fn each_tier(&self, payment: Payment, mut visit: impl FnMut(usize, Rate, Money)) -> &SettledTier {
        if self.spread != Spread::Slices {
            let (index, tier) = self.whole_tier(payment);
            visit(index, tier.rate, payment.amount);
            return tier;
        }
        let mut from = payment.before;
        let to = payment.before + payment.amount;
        for (index, tier) in self.tiers.iter().enumerate() {
            let end = tier.up_to.map_or(to, |limit| limit.min(to));
            if from < end {
                visit(index, tier.rate, end - from);
                from = end;
            }
        }
        &self.tiers[self.tiers.len() - 1]
    }

    /// The tier that a whole payment falls into: that of its first unit if earlier billings count, otherwise that of
    /// its last.
    fn whole_tier(&self, payment: Payment) -> (usize, &SettledTier) {
        let unit = match self.spread {
            Spread::WholeByHistory => payment.before + Money::from_minor(1),
            Spread::Slices | Spread::WholeBySize => payment.amount,
        };
        let within = |(_, tier): &(usize, &SettledTier)| tier.up_to.is_none_or(|limit| unit <= limit);
        self.tiers.iter().enumerate().find(within).unwrap_or((0, &self.tiers[0]))
    }
}
