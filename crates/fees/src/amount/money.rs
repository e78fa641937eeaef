//! What is an amount of money?

use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Neg, Sub};

use rust_decimal::Decimal;

use super::{quotient, ratio};

/// An amount of money: a whole number of the currency's smallest units (cents, for most).
///
/// Half a cent cannot be stored, so a sum of `Money` is exact by construction. It does not know its
/// [`Currency`](super::Currency).
///
/// It never overflows: the limits of fields keep sums below 10¹⁸, and products and quotients stop at [`Money::MOST`], which is more
/// than all the money there is.
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

    /// The largest number of major units (dollars) that a field or the sum of all gigs may have: a trillion. With three decimals
    /// that is 10¹⁵ minor units; fees and costs of all gigs together stay below 10¹⁸.
    pub const MAX_MAJOR: i64 = 1_000_000_000_000;

    /// The largest product or quotient and, with a minus sign, the smallest. The sum of sixteen of them fits 64 bits.
    pub const MOST: Money = Money(i64::MAX / 16);

    /// An amount in smallest units: `from_minor(1_250)` is $12.50.
    pub const fn from_minor(units: i64) -> Money {
        Money(units)
    }

    /// The number of smallest units.
    pub const fn minor(self) -> i64 {
        self.0
    }

    /// The nearest whole number of smallest units to a fraction of such units; half away from zero.
    ///
    /// ```
    /// use take_home_fees::amount::Money;
    /// assert_eq!(Money::quotient(5, 2), Money::from_minor(3));
    /// assert_eq!(Money::quotient(i128::MAX / 4, 1), Money::MOST);
    /// ```
    pub fn quotient(above: i128, below: i128) -> Money {
        Money::of(quotient(above, below))
    }

    /// An amount in smallest units, limited to [`Money::MOST`] and its negative.
    pub fn of(units: i128) -> Money {
        let most = if units < 0 { -Money::MOST.0 } else { Money::MOST.0 };
        Money(i64::try_from(units).unwrap_or(most).clamp(-Money::MOST.0, Money::MOST.0))
    }

    /// This amount as a fraction of another, to eighteen decimals; zero if the other is zero.
    ///
    /// ```
    /// use take_home_fees::amount::Money;
    /// assert_eq!(Money::from_minor(1_00).part_of(Money::from_minor(8_00)).to_string(), "0.125");
    /// ```
    pub fn part_of(self, whole: Money) -> Decimal {
        ratio(self.0, whole.0)
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
        // Up to twenty million dollars the product fits a machine integer. The general way took a twelfth of comparing a list.
        match i32::try_from(self.0) {
            Ok(units) => Money((i64::from(units) * i64::from(times)).clamp(-Money::MOST.0, Money::MOST.0)),
            Err(_) => Money::of(i128::from(self.0) * i128::from(times)),
        }
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Money>>(amounts: I) -> Money {
        amounts.fold(Money::ZERO, Add::add)
    }
}
