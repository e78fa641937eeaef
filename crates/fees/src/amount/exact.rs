//! What is an amount before it is rounded?

use std::ops::{Add, Mul, Sub};

use super::Money;

/// An amount without rounding: a whole number of trillionths of the currency's smallest unit. A rate of an amount, and
/// a tax on that, need no finer unit.
///
/// It decides nothing but whether two sides differ by rounding alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exact(i128);

impl Exact {
    /// Nothing.
    pub const ZERO: Exact = Exact(0);

    /// The number of trillionths in a smallest unit.
    pub const PER_UNIT: i128 = 1_000_000_000_000;

    /// An amount in trillionths.
    pub const fn from_trillionths(trillionths: i128) -> Exact {
        Exact(trillionths)
    }

    /// The number of trillionths.
    pub const fn trillionths(self) -> i128 {
        self.0
    }

    /// The distance from zero.
    #[must_use]
    pub const fn abs(self) -> Exact {
        Exact(self.0.abs())
    }

    /// Whether it is less than a millionth of a smallest unit: a charge on an unrounded rest, or costs with endless decimals, can
    /// leave such a difference.
    pub const fn is_nothing(self) -> bool {
        self.0.abs() < Exact::PER_UNIT / 1_000_000
    }
}

impl From<Money> for Exact {
    fn from(money: Money) -> Exact {
        Exact(i128::from(money.minor()) * Exact::PER_UNIT)
    }
}

impl Add for Exact {
    type Output = Exact;
    fn add(self, other: Exact) -> Exact {
        Exact(self.0 + other.0)
    }
}

impl Sub for Exact {
    type Output = Exact;
    fn sub(self, other: Exact) -> Exact {
        Exact(self.0 - other.0)
    }
}

impl Mul<u32> for Exact {
    type Output = Exact;
    fn mul(self, times: u32) -> Exact {
        Exact(self.0 * i128::from(times))
    }
}
