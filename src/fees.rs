//! What platforms charge: a fee as one line of text, the catalogue of dated schedules, and what a fee comes to.
//!
//! A [`Fee`] is what a platform announces. It may leave a rate open for the reader to choose and knows no currency. Once
//! [settled](Fee::settle) it is [`Terms`]: every rate decided, every amount in smallest units, ready to be charged.

mod catalogue;
mod inverse;
mod notation;
mod schedule;
mod terms;

pub use catalogue::{PLATFORMS, Platform};
pub use notation::{Expected, NotationError};
pub use schedule::{Schedule, Source};
pub use terms::{Payment, Settlement, Slice, SliceKind, Terms};

use crate::amount::{Decimal, Rate};

/// A fee as a platform announces it.
///
/// The text form is the product's fee notation; it parses and prints back to itself.
///
/// ```
/// use take_home::fees::Fee;
/// let fee: Fee = "20 % to $500, 10% to 10,000, 5% per client".parse().unwrap();
/// assert_eq!(fee.to_string(), "20% to 500, 10% to 10000, 5% per client");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fee {
    tiers: Vec<Tier>,
    adjustments: Vec<Adjustment<Decimal>>,
    basis: Basis,
}

/// A slice of what is billed, and the share taken of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tier {
    /// The share taken of the billings in this tier.
    pub rate: TierRate,
    /// Where the tier ends, in major units; the limit itself belongs to it. The last tier has no end.
    pub up_to: Option<Decimal>,
}

/// The share that a tier takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TierRate {
    /// The same for everyone.
    Set(Rate),
    /// Anything between the two, both included; the reader says which.
    Open {
        /// The least the platform takes.
        least: Rate,
        /// The most the platform takes.
        most: Rate,
    },
}

/// What is done to a payment's fee after its tiers were added up; several are applied from left to right, as they are
/// read.
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
    /// The amount of the adjustment, whichever it is.
    pub fn amount(&self) -> Amount {
        match *self {
            Adjustment::Plus(amount) | Adjustment::AtLeast(amount) | Adjustment::AtMost(amount) => amount,
        }
    }

    /// The same kind of adjustment by another amount.
    pub(crate) fn with<Other>(&self, amount: Other) -> Adjustment<Other> {
        match self {
            Adjustment::Plus(_) => Adjustment::Plus(amount),
            Adjustment::AtLeast(_) => Adjustment::AtLeast(amount),
            Adjustment::AtMost(_) => Adjustment::AtMost(amount),
        }
    }
}

/// Which billings the tiers count.
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
}

impl Basis {
    /// Whether money billed before counts towards the tiers.
    pub fn counts_earlier_billings(self) -> bool {
        match self {
            Basis::Client | Basis::Month => true,
            Basis::Contract | Basis::Payment => false,
        }
    }
}

impl Basis {
    /// Whether it matters if all gigs have one client.
    pub fn counts_clients(self) -> bool {
        self == Basis::Client
    }
}

impl Fee {
    /// The tiers from the first billed unit on; there is at least one, limits rise, and only the last is without end.
    pub fn tiers(&self) -> &[Tier] {
        &self.tiers
    }

    /// What is added, or held to, once per payment, in the order written.
    pub fn adjustments(&self) -> &[Adjustment<Decimal>] {
        &self.adjustments
    }

    /// Which billings the tiers count.
    pub fn basis(&self) -> Basis {
        self.basis
    }

    /// The least and greatest rate among which the reader chooses, where the fee leaves one open.
    pub fn open_rate(&self) -> Option<(Rate, Rate)> {
        self.tiers.iter().find_map(|tier| match tier.rate {
            TierRate::Open { least, most } => Some((least, most)),
            TierRate::Set(_) => None,
        })
    }

    /// Whether the fee names an amount of money, so that it belongs to one currency.
    pub fn names_amounts(&self) -> bool {
        !self.adjustments.is_empty() || self.tiers.len() > 1
    }
}
