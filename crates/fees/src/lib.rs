//! What is a fee, how is it written, and what does a payment pay? Money, rates and the fee notation; no catalogue, no
//! scenario.
//!
//! A [`Fee`] is what a platform announces. It may leave a rate, or which of its [cases](Case) applies, for the reader to
//! choose, and knows no currency. Once [settled](Fee::settle) it is [`Terms`]: every rate decided, every amount in
//! smallest units, ready to be charged.
//!
//! Modules are listed in the order in which data passes through them.

pub mod amount;

mod charge;
mod fee;
mod notation;

mod bounds;
mod curve;
mod inverse;
mod terms;

pub use bounds::Bounds;
pub use charge::{Adjustment, Basis, Charge, Limit, Tier, TierRate};
pub use fee::{Applies, Case, Choice, Fee, slug};
pub use notation::{Expected, NotationError, misfit};
pub use terms::{Payment, Settlement, Slice, SliceKind, Terms};
