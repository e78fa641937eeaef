//! Which platforms are known? Their numbers are in `catalogue/` and in the tests, nowhere else; the build script turns
//! them into constants (`build/`).

use std::borrow::Cow;
use std::sync::OnceLock;

use time::Date;

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
    /// The kind of platform.
    pub market: Market,
    /// The id of its newest schedule for freelancers; empty if it charges them nothing known.
    pub newest: &'static str,
    charges: Charges,
}

/// The place of a platform's schedules.
#[derive(Debug, PartialEq, Eq)]
enum Charges {
    /// In the first load.
    First(Schedules),
    /// In [`RARE`], at this position. Their ids begin with `name`.
    #[allow(dead_code, reason = "a build to measure the catalogue has no rare platform")]
    Rare { place: usize, name: &'static str },
}

/// The fees that a platform has charged over time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Schedules {
    /// The schedules for freelancers, oldest first.
    pub freelancer: &'static [Schedule],
    /// The schedules for clients, oldest first.
    pub client: &'static [Schedule],
}

/// The kind of platform that charges a fee.
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
    /// The topic.
    pub topic: Topic,
    /// Its start date.
    pub from: Since,
    /// The fields that express it, as in a link; empty if none does.
    pub set: &'static str,
    /// Its meaning in words.
    pub note: &'static str,
    /// The certainty.
    pub certainty: Certainty,
    /// The page it was read from.
    pub source: Source,
}

/// The topic of a [`Fact`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// The cost of a bid.
    Bidding,
    /// The share of bad reviews, and what follows from one.
    Reviews,
    /// The share of payments that fail, and what protects them.
    Payment,
    /// The cost of arbitration.
    Dispute,
    /// The rule by which the success score is counted.
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
    /// The number of hours that count as a year.
    pub hours: u32,
    /// The number of months from the start of a relationship after which it is free.
    pub months: u32,
    /// Anything else that a reader should know.
    pub note: &'static str,
    /// The certainty.
    pub certainty: Certainty,
    /// The page it was read from.
    pub source: Source,
}

impl Platform {
    /// The schedules for freelancers and clients; empty as long as they have not arrived.
    pub fn charges(&self) -> Schedules {
        match self.charges {
            Charges::First(schedules) => schedules,
            Charges::Rare { place, .. } => arrived().get(place).copied().unwrap_or_default(),
        }
    }

    /// The schedules for freelancers, oldest first.
    pub fn freelancer(&self) -> &'static [Schedule] {
        self.charges().freelancer
    }

    /// The schedules for clients, oldest first.
    pub fn client(&self) -> &'static [Schedule] {
        self.charges().client
    }

    /// The schedules for one of the two payers.
    pub fn schedules(&self, payer: Payer) -> &'static [Schedule] {
        match payer {
            Payer::Freelancer => self.freelancer(),
            Payer::Client => self.client(),
        }
    }
}

static ARRIVED: OnceLock<&'static [Schedules]> = OnceLock::new();

/// The schedules of rare platforms. On a page they are in parts of the app and arrive with them; natively they are always there.
fn arrived() -> &'static [Schedules] {
    if cfg!(target_family = "wasm") { ARRIVED.get().copied().unwrap_or_default() } else { RARE }
}

/// Adds the schedules of rare platforms, which are [`RARE`], to the catalogue of a page.
pub fn add_rare(schedules: &'static [Schedules]) {
    // Three parts have them; whichever comes first brings them.
    let _ = ARRIVED.set(schedules);
}

/// Whether the schedules of rare platforms are there: see [`add_rare`].
pub fn has_rare() -> bool {
    !arrived().is_empty()
}

/// Whether a word begins as the ids of a rare platform's schedules do.
pub fn names_rare(word: &str) -> bool {
    let is_of = |charges: &Charges| matches!(charges, Charges::Rare { name, .. } if word.starts_with(name));
    PLATFORMS.iter().any(|platform| is_of(&platform.charges))
}

#[allow(clippy::unreadable_literal, clippy::wildcard_imports, reason = "written by the build")]
mod made {
    use super::*;
    include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));
}
pub(super) use made::DETAILS;
pub use made::{CONVERSIONS, FACTS, KEPT, PAYMENT_SERVICES, PLATFORMS, RARE};
