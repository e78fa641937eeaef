//! Do two engines say the same? The second one is here, written from the documents alone, in exact fractions.
//!
//! Nothing of it is shared with the product: it reads the tables of `docs/reference.md` and `docs/fees.md`, has its own
//! parser of the fee notation, and checks least prices by their definition instead of by a search. `cargo xtask proof`
//! compares it with the product. Modules are listed in the order in which data passes through them.

#![allow(
    clippy::missing_panics_doc,
    clippy::missing_errors_doc,
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    clippy::similar_names,
    clippy::type_complexity,
    clippy::format_push_string,
    clippy::map_unwrap_or,
    clippy::filter_map_next,
    reason = "only its own program and tests call it, and a panic is how the proof stops"
)]

pub mod exact;

pub mod documents;
pub mod list;
pub mod notation;
pub mod plan;

pub mod charged;
pub mod comparison;
pub mod costs;
pub mod disputes;
pub mod least;
pub mod leaving;
pub mod months;
pub mod quotes;
pub mod risk;
pub mod side;

pub mod expect;
pub mod judge;

pub mod edges;
pub mod fees;
pub mod link;
pub mod random;
pub mod reduce;
pub mod search;
