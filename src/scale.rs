//! Where is an amount in a picture? One scale for all of them, in hundredths of a percent: whole numbers, so that the page
//! written at build time and the live one agree.

use engine::amount::Money;

/// A range of amounts, or of any other whole numbers, from one edge of a picture to the other.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    from: i64,
    width: u64,
}

impl Scale {
    /// From one number to another, which are not the same edge.
    pub fn between(from: i64, to: i64) -> Scale {
        Scale { from, width: to.max(from).abs_diff(from).max(1) }
    }

    /// From nothing to an amount.
    pub fn up_to(most: Money) -> Scale {
        Scale::between(0, most.minor())
    }

    /// From one amount below nothing to the same above it.
    pub fn around_zero(most: Money) -> Scale {
        Scale::between(-most.minor(), most.minor())
    }

    /// The position of a number, in `parts` of the whole width. A number off the scale is at its nearer edge.
    pub fn part(self, number: i64, parts: u16) -> u64 {
        self.beyond(number, parts).clamp(0, parts.into()).unsigned_abs()
    }

    /// The same for a number that may be off the scale, and is then beyond its edge.
    pub fn beyond(self, number: i64, parts: u16) -> i64 {
        let along = (i128::from(number) - i128::from(self.from)) * i128::from(parts) / i128::from(self.width);
        i64::try_from(along.clamp(-FAR, FAR)).unwrap_or_default()
    }

    /// The position of a number, in hundredths of a percent.
    pub fn at(self, number: i64) -> u64 {
        self.part(number, 10_000)
    }
}

/// Far enough beyond any picture, and no sum with it overflows.
const FAR: i128 = 1 << 40;

/// Hundredths of a percent as an SVG attribute has them.
pub fn percent(hundredths: u64) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}
