//! What is money, a rate, a currency? The vocabulary of everything else, and the one function that rounds.

mod currency;
mod exact;
mod money;
mod rate;

pub use currency::{Currency, UnknownCurrency};
pub use exact::Exact;
pub use money::Money;
pub use rate::{Rate, RateError};
pub use rust_decimal::Decimal;

/// `above` ÷ `below` as the nearest whole number, half away from zero. Nothing else in this crate rounds.
///
/// Upwork publishes that the fee of each transaction is rounded to the nearest cent, but not what happens at exactly
/// half a cent; half away from zero is the commercial custom and what the one published example
/// (1,000.55 at 10% is 100.06) uses.
///
/// `below` is above zero, and twice `above` fits 128 bits.
///
/// ```
/// use take_home_fees::amount::quotient;
/// assert_eq!([quotient(26_664, 10), quotient(10_0055, 10)], [2_666, 10_006]);
/// assert_eq!([quotient(5, 2), quotient(-5, 2), quotient(10, 3)], [3, -3, 3]);
/// ```
#[inline(never)]
pub fn quotient(above: i128, below: i128) -> i128 {
    // Nearly every amount fits a machine integer. The general way would take a fifth of the time of a drag.
    if let (Ok(above), Ok(below)) = (i64::try_from(above), i64::try_from(below)) {
        let whole = above / below;
        // Faster than a second division.
        let rest = (above - whole * below).abs();
        return i128::from(if rest >= below - rest { whole + above.signum() } else { whole });
    }
    let (whole, rest) = (above / below, (above % below).abs());
    if rest >= below - rest { whole + above.signum() } else { whole }
}

/// Rounds to `places` decimals with [`quotient`].
///
/// ```
/// use take_home_fees::amount::{round, Decimal};
/// assert_eq!(round(Decimal::new(26_664, 1), 0), Decimal::new(2_666, 0));
/// assert_eq!(round(Decimal::new(10_0055, 1), 0), Decimal::new(10_006, 0));
/// ```
pub fn round(exact: Decimal, places: u32) -> Decimal {
    let digits = exact.scale().saturating_sub(places);
    scaled(quotient(exact.mantissa(), 10_i128.pow(digits)), exact.scale() - digits)
}

/// The decimal with these digits, of which `scale` are after the point; zero if there are more than 28, which no amount, rate or
/// number of hours has. Unlike `Decimal::from_i128_with_scale`, it pulls in no message for that case.
pub fn scaled(mantissa: i128, scale: u32) -> Decimal {
    Decimal::try_from_i128_with_scale(mantissa, scale).unwrap_or_default()
}

/// A number in whole units of its `places`-th decimal, such as dollars in cents; none if it has more decimals.
///
/// Decimals are moved here, and not multiplied: the code that multiplies and adds them is a hundredth of every reader's download.
/// With up to nine places, no decimal is too large for that.
///
/// ```
/// use take_home_fees::amount::{in_units, Decimal};
/// assert_eq!([in_units(Decimal::new(1_205, 1), 2), in_units(Decimal::new(1_205, 3), 2)], [Some(12_050), None]);
/// assert_eq!(in_units(Decimal::new(1_200_00, 2), 0), Some(1_200));
/// ```
pub fn in_units(number: Decimal, places: u32) -> Option<i128> {
    let number = number.normalize();
    Some(number.mantissa() * 10_i128.pow(places.checked_sub(number.scale())?))
}

/// A hundred times a fraction.
///
/// ```
/// use take_home_fees::amount::{in_percent, Decimal};
/// assert_eq!([12_345, 5, 100].map(|fraction| in_percent(Decimal::new(fraction, 4)).to_string()), ["123.45", "0.05", "1"]);
/// assert_eq!(in_percent(Decimal::new(3, 1)), Decimal::new(30, 0));
/// ```
pub fn in_percent(fraction: Decimal) -> Decimal {
    let fraction = fraction.normalize();
    let missing = 2_u32.saturating_sub(fraction.scale());
    scaled(fraction.mantissa() * 10_i128.pow(missing), fraction.scale().saturating_sub(2))
}

/// `above` ÷ `below` to eighteen decimals, without trailing zeros, or to a whole number if that is all a [`Decimal`] holds; zero if
/// `below` is.
///
/// ```
/// use take_home_fees::amount::{Decimal, ratio};
/// assert_eq!([ratio(1, 8), ratio(5, 0)], [Decimal::new(125, 3), Decimal::ZERO]);
/// assert_eq!(ratio(100_000_000_001, 1), Decimal::from(100_000_000_001_i64));
/// ```
pub fn ratio(above: i64, below: i64) -> Decimal {
    const PLACES: u32 = 18;
    if below == 0 {
        return Decimal::ZERO;
    }
    let (above, below) = (i128::from(above) * i128::from(below.signum()), i128::from(below.abs()));
    let rounded = |places: u32| Decimal::try_from_i128_with_scale(quotient(above * 10_i128.pow(places), below), places);
    // Without decimals it is below 2⁶⁴.
    rounded(PLACES).or_else(|_| rounded(0)).unwrap_or_default().normalize()
}

/// Reads digits with at most one point; `None` if there is no digit, anything else, or more than a [`Decimal`] holds.
/// Decimals beyond its 28 digits are dropped.
///
/// ```
/// use take_home_fees::amount::{Decimal, decimal};
/// assert_eq!(decimal("1200.50"), Some(Decimal::new(1_200_50, 2)));
/// assert_eq!(decimal("18."), Some(Decimal::new(18, 0)));
/// assert_eq!(decimal("1e5"), None);
/// ```
pub fn decimal(text: &str) -> Option<Decimal> {
    // Ten times this and a digit more are still below 2⁹⁶.
    const FULL: i128 = 1_000_000_000_000_000_000_000_000_000;
    let (mut mantissa, mut scale, mut digits) = (0_i128, 0, 0);
    let mut after_point = false;
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' if mantissa < FULL => {
                mantissa = mantissa * 10 + i128::from(byte - b'0');
                scale += u32::from(after_point);
                digits += 1;
            }
            b'0'..=b'9' if after_point => {}
            b'.' if !after_point => after_point = true,
            _ => return None,
        }
    }
    if digits == 0 || scale > 28 {
        return None;
    }
    Decimal::try_from_i128_with_scale(mantissa, scale).ok()
}

/// An amount as links and the fee notation write it: whole, or with at least two decimals.
///
/// ```
/// use take_home_fees::amount::{Decimal, written};
/// assert_eq!(written(Decimal::new(1_200_50, 2)).to_string(), "1200.50");
/// assert_eq!(written(Decimal::new(1_200_00, 2)).to_string(), "1200");
/// ```
pub fn written(amount: Decimal) -> Decimal {
    let mut amount = amount.normalize();
    if amount.scale() == 1 {
        amount.rescale(2);
    }
    amount
}
