//! What is a rate?

use rust_decimal::Decimal;

/// A share of an amount: from 0 to 99.99%, with at most four decimals of a percent.
///
/// Below one, because a fee that takes everything leaves nothing to compare and has no inverse; four decimals, so that
/// it is a whole number of millionths, and every product with an amount of money is exact.
///
/// ```
/// use take_home_fees::amount::{Decimal, Rate};
/// let rate = Rate::from_percent("7.5".parse().unwrap()).unwrap();
/// assert_eq!(rate.fraction(), Decimal::new(75, 3));
/// assert_eq!(rate.percent(), Decimal::new(75, 1));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rate(u32);

/// The reason why a number is not a [`Rate`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateError {
    /// Below 0% or above 99.99%.
    OutOfRange,
    /// More than four decimals of a percent.
    TooFine,
}

impl Rate {
    /// No fee at all.
    pub const ZERO: Rate = Rate(0);

    /// The highest rate: 99.99%.
    pub const MAX: Rate = Rate(999_900);

    /// All of an amount, in millionths.
    pub const WHOLE: u32 = 1_000_000;

    /// A rate in millionths, for constants: `200_000` is 20%.
    ///
    /// # Panics
    ///
    /// Above 999,900 millionths; in a constant, when it is compiled.
    pub const fn from_millionths(millionths: u32) -> Rate {
        assert!(millionths <= Rate::MAX.0, "a rate is at most 99.99%");
        Rate(millionths)
    }

    /// Converts a percentage to a rate.
    ///
    /// # Errors
    ///
    /// When `percent` is negative, above 99.99, or has more than four decimals.
    pub fn from_percent(percent: Decimal) -> Result<Rate, RateError> {
        if percent < Decimal::ZERO || percent > Rate::MAX.percent() {
            return Err(RateError::OutOfRange);
        }
        let percent = percent.normalize();
        let finer = 4_u32.checked_sub(percent.scale()).ok_or(RateError::TooFine)?;
        u32::try_from(percent.mantissa() * 10_i128.pow(finer)).map(Rate).map_err(|_| RateError::OutOfRange)
    }

    /// The number of millionths: 75,000 for 7.5%.
    pub const fn millionths(self) -> u32 {
        self.0
    }

    /// The rate as a fraction of one, without trailing zeros: 0.075 for 7.5%.
    pub fn fraction(self) -> Decimal {
        Decimal::new(self.0.into(), 6).normalize()
    }

    /// The rate as a percentage, without trailing zeros: 7.5 for 7.5%.
    pub fn percent(self) -> Decimal {
        Decimal::new(self.0.into(), 4).normalize()
    }
}
