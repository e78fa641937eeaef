//! Which forms does a charge have?

use std::borrow::Cow;

use crate::amount::{Decimal, Rate};

/// A charge on payments: tiers with their adjustments, the billings that count towards them, and a tax.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charge {
    /// The tiers in order: at least one, with rising limits; only the last has no limit.
    pub tiers: Cow<'static, [Tier]>,
    /// Whether the whole payment pays the rate of one tier, rather than each part the rate of its own tier.
    ///
    /// That tier is the one in force when the payment is made if earlier billings count; otherwise it is the one that its amount
    /// falls into, and then a cent more can cost more than a cent.
    pub whole: bool,
    /// The billings that the tiers count.
    pub basis: Basis,
    /// Tax on the fee, as a share of it. The earnings themselves are not taxed here.
    pub tax: Option<Rate>,
}

/// A slice of what is billed, and the share taken of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tier {
    /// The share taken of the billings in this tier.
    pub rate: TierRate,
    /// The adjustments, applied once per payment in the order written. If tiers are slices of a payment, only the last tier has
    /// adjustments, for the payment as a whole.
    pub adjustments: Cow<'static, [Adjustment<Decimal>]>,
    /// The end of the tier. The last tier has none.
    pub up_to: Option<Limit>,
}

/// The end of a tier, in major units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The amount.
    pub amount: Decimal,
    /// Whether the amount itself belongs to the next tier: `under 100` instead of `to 100`.
    pub excluded: bool,
}

impl Limit {
    /// The end of a tier for the first job, with a client or on the platform: it ends once anything has been billed.
    pub const FIRST_JOB: Limit = Limit { amount: Decimal::ZERO, excluded: false };
}

/// The share that a tier takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TierRate {
    /// The same for everyone.
    Set(Rate),
    /// Any rate between the two, both included; the reader chooses.
    Open {
        /// The least the platform takes.
        least: Rate,
        /// The most the platform takes.
        most: Rate,
    },
}

impl TierRate {
    /// The rate, or the lowest it can be.
    pub fn least(&self) -> Rate {
        match *self {
            TierRate::Set(rate) | TierRate::Open { least: rate, .. } => rate,
        }
    }

    /// The rate, or the highest it can be.
    pub fn most(&self) -> Rate {
        match *self {
            TierRate::Set(rate) | TierRate::Open { most: rate, .. } => rate,
        }
    }
}

/// A change to a payment's fee after its tiers are added up. Several are applied from left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adjustment<Amount> {
    /// `10% + 0.30`: 100.00 pays 10.30.
    Plus(Amount),
    /// `10% at least 5`: 20.00 pays 5.00.
    AtLeast(Amount),
    /// `0.8% at most 5`: 1,000.00 pays 5.00.
    AtMost(Amount),
}

impl<Amount: Copy> Adjustment<Amount> {
    /// The amount of the adjustment.
    pub fn amount(&self) -> Amount {
        match *self {
            Adjustment::Plus(amount) | Adjustment::AtLeast(amount) | Adjustment::AtMost(amount) => amount,
        }
    }

    /// The same kind of adjustment with another amount.
    pub fn with<Other>(&self, amount: Other) -> Adjustment<Other> {
        match self {
            Adjustment::Plus(_) => Adjustment::Plus(amount),
            Adjustment::AtLeast(_) => Adjustment::AtLeast(amount),
            Adjustment::AtMost(_) => Adjustment::AtMost(amount),
        }
    }
}

/// The billings that the tiers count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Basis {
    /// All billings to one client, over time.
    Client,
    /// The billings of one contract, from zero.
    Contract,
    /// One payment, from zero.
    #[default]
    Payment,
    /// The billings of one calendar month, to all clients.
    Month,
    /// All billings on the platform, to all clients, over time.
    Account,
}

impl Basis {
    /// Whether money billed before counts towards the tiers.
    pub fn counts_earlier_billings(self) -> bool {
        match self {
            Basis::Client | Basis::Month | Basis::Account => true,
            Basis::Contract | Basis::Payment => false,
        }
    }

    /// Whether it matters if all gigs have one client.
    pub fn counts_clients(self) -> bool {
        self == Basis::Client
    }
}

impl Charge {
    /// The lowest and highest rate that the reader can choose, if the rate is open.
    pub fn open_rate(&self) -> Option<(Rate, Rate)> {
        self.tiers.iter().find_map(|tier| match tier.rate {
            TierRate::Open { least, most } => Some((least, most)),
            TierRate::Set(_) => None,
        })
    }

    /// Whether the charge names an amount of money.
    pub fn names_amounts(&self) -> bool {
        let has_limit = |tier: &Tier| tier.up_to.is_some_and(|limit| limit != Limit::FIRST_JOB);
        self.tiers.iter().any(|tier| has_limit(tier) || !tier.adjustments.is_empty())
    }

    /// Whether the first job is charged differently from later ones.
    pub fn counts_jobs(&self) -> bool {
        self.tiers[0].up_to == Some(Limit::FIRST_JOB)
    }
}
