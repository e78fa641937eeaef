//! How are the jobs spread over clients?

use super::units::Units;

/// The way the jobs are spread over clients.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clients {
    /// Every job has its own client.
    #[default]
    Each,
    /// All jobs are for one client.
    One,
    /// The jobs are spread evenly over this many clients; the first few may have one more. There are no more clients
    /// than jobs.
    Number(u32),
}

impl Clients {
    /// The word for a client for each job in links and attributes.
    pub const EACH: &str = "each";
    /// The word for one client for all jobs.
    pub const ONE: &str = "one";

    /// The number of clients, for this many jobs.
    pub fn count(self, jobs: u32) -> u32 {
        match self {
            Clients::Each => jobs,
            Clients::One => 1,
            Clients::Number(number) => number.min(jobs),
        }
    }
}

/// Zero is a client for each job.
impl Units for Clients {
    fn units(&self) -> i64 {
        match self {
            Clients::Each => 0,
            Clients::One => 1,
            Clients::Number(number) => i64::from(*number),
        }
    }
    fn set(&mut self, units: i64) {
        *self = match u32::try_from(units) {
            Ok(0) | Err(_) => Clients::Each,
            Ok(1) => Clients::One,
            Ok(number) => Clients::Number(number),
        };
    }
}
