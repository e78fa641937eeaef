//! Which class gives something its look?

use engine::scenario::Side;

/// The class that gives a side its colour.
pub fn class(side: Side) -> &'static str {
    match side {
        Side::Gigs => "th-gigs",
        Side::Contract => "th-contract",
    }
}

/// The same for one of two columns.
pub fn column(side: Side) -> &'static str {
    match side {
        Side::Gigs => "th-column th-gigs",
        Side::Contract => "th-column th-contract",
    }
}

/// The class that gives a tier its shade of grey.
pub fn tier_class(index: usize) -> &'static str {
    ["th-tier-0", "th-tier-1", "th-tier-2"][index % 3]
}
