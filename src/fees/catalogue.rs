//! The catalogue: every platform, each with its schedules. Its numbers stand in the files of `catalogue/`, and in the
//! tests, nowhere else; the build makes constants of them.

use super::{Details, Payer, Schedule};

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
