//! The catalogue: every platform, each with its schedules. Its numbers stand in the files of `catalogue/`, and in the
//! tests, nowhere else; the build makes constants of them.

use super::{Certainty, Details, Payer, Schedule, Since, Source};

/// A marketplace or a payment service, and what it has charged over time.
#[derive(Debug, PartialEq, Eq)]
pub struct Platform {
    /// Its name as it writes it itself.
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

/// What a bid on a platform cost from some time on.
#[derive(Debug, PartialEq, Eq)]
pub struct Bidding {
    /// The platform's name.
    pub platform: &'static str,
    /// Since when.
    pub from: Since,
    /// The fields that say it, as a link has them.
    pub set: &'static str,
    /// What it means in words.
    pub note: &'static str,
    /// How sure it is.
    pub certainty: Certainty,
    /// The page it was read from.
    pub source: Source,
}

impl Platform {
    /// What it charges one of the two.
    pub fn schedules(&self, payer: Payer) -> &'static [Schedule] {
        match payer {
            Payer::Freelancer => self.freelancer,
            Payer::Client => self.client,
        }
    }
}

include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));
