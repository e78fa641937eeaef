//! What is a rate?

use rust_decimal::Decimal;

/// A share of an amount: from 0 to 99.99 %, with at most four decimals of a percent.
///
/// Below one, because a fee that takes everything leaves nothing to compare and has no inverse; four decimals, because
/// then every product with an amount of money is exact in a [`Decimal`].
///
/// ```
/// use take_home_fees::amount::{Decimal, Rate};
/// let rate = Rate::from_percent("7.5".parse().unwrap()).unwrap();
/// assert_eq!(rate.fraction(), Decimal::new(75, 3));
/// assert_eq!(rate.percent(), Decimal::new(75, 1));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rate(Decimal);

/// Why a number is not a [`Rate`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateError {
    /// Below 0 % or above 99.99 %.
    OutOfRange,
    /// More than four decimals of a percent.
    TooFine,
}

impl Rate {
    /// No fee at all.
    pub const ZERO: Rate = Rate(Decimal::ZERO);

    /// The highest rate: 99.99 %.
    pub const MAX: Rate = Rate(Decimal::from_parts(99_99, 0, 0, false, 4));

    /// The rate of that many millionths, for constants: `200_000` is 20 %.
    ///
    /// # Panics
    ///
    /// Above 999,900 millionths; in a constant, when it is compiled.
    pub const fn from_millionths(mut millionths: u32) -> Rate {
        assert!(millionths <= 999_900, "a rate is at most 99.99 %");
        let mut scale = 6;
        while scale > 0 && millionths.is_multiple_of(10) {
            millionths /= 10;
            scale -= 1;
        }
        Rate(Decimal::from_parts(millionths, 0, 0, false, scale))
    }

    /// The rate of that many percent.
    ///
    /// # Errors
    ///
    /// When `percent` is negative, above 99.99, or has more than four decimals.
    pub fn from_percent(percent: Decimal) -> Result<Rate, RateError> {
        if percent.is_sign_negative() && !percent.is_zero() || percent > Rate::MAX.percent() {
            return Err(RateError::OutOfRange);
        }
        let percent = percent.normalize();
        if percent.scale() > 4 {
            return Err(RateError::TooFine);
        }
        Ok(Rate((percent / Decimal::ONE_HUNDRED).normalize()))
    }

    /// As a fraction of one, without trailing zeros: 0.075 for 7.5 %.
    pub const fn fraction(self) -> Decimal {
        self.0
    }

    /// As a percentage, without trailing zeros: 7.5 for 7.5 %.
    pub fn percent(self) -> Decimal {
        (self.0 * Decimal::ONE_HUNDRED).normalize()
    }
}
