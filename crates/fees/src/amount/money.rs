//! What is an amount of money?

use std::cmp::Ordering;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Neg, Sub};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::round;

/// An amount of money: a whole number of the currency's smallest units (cents, for most).
///
/// Half a cent cannot be stored, so a sum of `Money` is exact by construction. It does not know its
/// [`Currency`](super::Currency).
///
/// ```
/// use take_home_fees::amount::Money;
/// let gig = Money::from_minor(500_00);
/// assert_eq!(gig * 30, Money::from_minor(15_000_00));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i64);

impl Money {
    /// No money.
    pub const ZERO: Money = Money(0);

    /// The largest number of major units (dollars) that a field or the sum of all gigs may be: a trillion. With three
    /// decimals that is 10¹⁵ minor units, far below what `i64` and the 96 bits of a [`Decimal`] hold after multiplying
    /// by a rate, so no sum or product in the engine can overflow.
    pub const MAX_MAJOR: i64 = 1_000_000_000_000;

    /// That many smallest units: `from_minor(1_250)` is $12.50.
    pub const fn from_minor(units: i64) -> Money {
        Money(units)
    }

    /// How many smallest units this is.
    pub const fn minor(self) -> i64 {
        self.0
    }

    /// The nearest whole number of smallest units to `exact`, which is itself in smallest units; half away from zero.
    ///
    /// # Panics
    ///
    /// When the amount exceeds what 64 bits hold. Amounts within [`Money::MAX_MAJOR`] and rates below one cannot.
    pub fn round(exact: Decimal) -> Money {
        Money(round(exact, 0).to_i64().expect("amounts within Money::MAX_MAJOR fit 64 bits"))
    }

    /// The nearest whole number of smallest units to a fraction of such units; half away from zero.
    ///
    /// # Panics
    ///
    /// When it exceeds what 64 bits hold, or `denominator` is not above zero.
    ///
    /// ```
    /// use take_home_fees::amount::Money;
    /// assert_eq!(Money::quotient(5, 2), Money::from_minor(3));
    /// assert_eq!(Money::quotient(-5, 2), Money::from_minor(-3));
    /// assert_eq!(Money::quotient(10, 3), Money::from_minor(3));
    /// ```
    pub fn quotient(numerator: i128, denominator: i128) -> Money {
        // Only whether the remainder is below, at or above a half matters.
        let tenths = match (2 * numerator.rem_euclid(denominator)).cmp(&denominator) {
            Ordering::Less if numerator % denominator == 0 => 0,
            Ordering::Less => 4,
            Ordering::Equal => 5,
            Ordering::Greater => 6,
        };
        Money::round(Decimal::from_i128_with_scale(numerator.div_euclid(denominator) * 10 + tenths, 1))
    }

    /// The same amount as a decimal number of smallest units.
    pub fn exact(self) -> Decimal {
        Decimal::from(self.0)
    }

    /// The distance from zero.
    #[must_use]
    pub const fn abs(self) -> Money {
        Money(self.0.abs())
    }
}

impl Add for Money {
    type Output = Money;
    fn add(self, other: Money) -> Money {
        Money(self.0 + other.0)
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Money) {
        self.0 += other.0;
    }
}

impl Sub for Money {
    type Output = Money;
    fn sub(self, other: Money) -> Money {
        Money(self.0 - other.0)
    }
}

impl Neg for Money {
    type Output = Money;
    fn neg(self) -> Money {
        Money(-self.0)
    }
}

impl Mul<u32> for Money {
    type Output = Money;
    fn mul(self, times: u32) -> Money {
        Money(self.0 * i64::from(times))
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Money>>(amounts: I) -> Money {
        amounts.fold(Money::ZERO, Add::add)
    }
}
