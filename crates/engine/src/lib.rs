//! Many small gigs or one large contract: which leaves you more, to the cent? No browser, no sentence, no clock.
//!
//! Modules are listed in the order in which data passes through them.

pub use take_home_fees::amount;
pub mod fees;
pub mod scenario;

pub mod compare;
pub mod json;
