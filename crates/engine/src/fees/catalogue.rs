//! Which platforms are known? Their numbers are in `catalogue/` and in the tests, nowhere else; the build script turns
//! them into constants (`build/`).

use std::borrow::Cow;

use super::{
    Adjustment, Applies, Basis, Case, Certainty, Charge, Details, Fee, Limit, Payer, Reading, Schedule, Since, Source,
    Tier, TierRate,
};
use crate::amount::{Currency, Decimal, Rate};

/// A marketplace or a payment service, and what it has charged over time.
#[derive(Debug, PartialEq, Eq)]
pub struct Platform {
    /// Its name, as the platform writes it.
    pub name: &'static str,
    /// What kind of platform it is.
    pub market: Market,
    /// What freelancers paid, oldest first.
    pub freelancer: &'static [Schedule],
    /// What clients paid, oldest first.
    pub client: &'static [Schedule],
}

/// What kind of platform charges a fee.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Market {
    /// It brings freelancers and clients together.
    Marketplace,
    /// It moves the money of clients found elsewhere.
    Payment,
}

/// Something known about a platform besides its fees.
#[derive(Debug, PartialEq, Eq)]
pub struct Fact {
    /// The platform's name.
    pub platform: &'static str,
    /// What it is about.
    pub topic: Topic,
    /// Its start date.
    pub from: Since,
    /// The fields that express it, as in a link; empty if none does.
    pub set: &'static str,
    /// Its meaning in words.
    pub note: &'static str,
    /// How sure it is.
    pub certainty: Certainty,
    /// The page it was read from.
    pub source: Source,
}

/// The topic of a [`Fact`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// What a bid costs.
    Bidding,
    /// How often a review is bad, and what follows.
    Reviews,
    /// How often a payment fails, and what protects it.
    Payment,
    /// What arbitration costs.
    Dispute,
    /// How the success score is counted.
    Score,
    /// The terms under which a client may leave.
    Leaving,
}

/// The fee for taking a client off a platform.
#[derive(Debug, PartialEq, Eq)]
pub struct Conversion {
    /// The platform's name.
    pub platform: &'static str,
    /// Its start date.
    pub from: Since,
    /// The fee, on the hourly rate times [`Conversion::hours`].
    pub fee: Fee,
    /// The currency of its amounts.
    pub currency: Currency,
    /// How many hours count as a year.
    pub hours: u32,
    /// After how many months from the start of a relationship it is free.
    pub months: u32,
    /// Anything else that a reader should know.
    pub note: &'static str,
    /// How sure it is.
    pub certainty: Certainty,
    /// The page it was read from.
    pub source: Source,
}

impl Platform {
    /// What it charges one of the two payers.
    pub fn schedules(&self, payer: Payer) -> &'static [Schedule] {
        match payer {
            Payer::Freelancer => self.freelancer,
            Payer::Client => self.client,
        }
    }
}

#[allow(clippy::unreadable_literal, clippy::wildcard_imports, reason = "written by the build")]
mod made {
    use super::*;
    include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));
}
pub(super) use made::DETAILS;
pub use made::{CONVERSIONS, FACTS, PAYMENT_SERVICES, PLATFORMS};
