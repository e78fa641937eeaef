//! Which class gives something its look, and where is it on a scale?

use engine::amount::Money;
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

/// A width in hundredths of a percent of the scale; bars are drawn, not computed with.
pub fn share(part: Money, scale: Money) -> String {
    attribute(hundredths(part.minor(), scale.minor()))
}

/// A part of a whole, which is not above a trillion of the finest currency, in hundredths of a percent.
pub fn hundredths(part: i64, whole: i64) -> u64 {
    let [part, whole] = [part.max(0), whole.max(1)].map(i64::unsigned_abs);
    part * 10_000 / whole
}

/// Hundredths of a percent as an SVG attribute has them.
pub fn attribute(hundredths: u64) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}
