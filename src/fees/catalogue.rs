//! The catalogue: every platform, each with its schedules. Numbers stand here and in the tests, nowhere else.

mod upwork;

use super::Schedule;

/// A marketplace, and what it has charged freelancers over time.
#[derive(Debug, PartialEq, Eq)]
pub struct Platform {
    /// Its name as it writes it itself.
    pub name: &'static str,
    /// Its schedules, oldest first.
    pub schedules: &'static [Schedule],
}

/// Every platform of the catalogue, in the order shown.
pub static PLATFORMS: &[Platform] = &[upwork::UPWORK];
