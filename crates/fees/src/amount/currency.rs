//! Which currency is it, and how many decimals does it have?

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;

use super::{Money, in_units};

/// A currency by its ISO 4217 code: three letters, and the number of decimals that the standard gives it.
///
/// ```
/// use take_home_fees::amount::{Currency, Money};
/// let usd: Currency = "usd".parse().unwrap();
/// assert_eq!(usd.code(), "USD");
/// assert_eq!(usd.plain(Money::from_minor(1_200_50)), "1200.50");
/// let yen: Currency = "JPY".parse().unwrap();
/// assert_eq!(yen.plain(Money::from_minor(1_200)), "1200");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Currency([u8; 3]);

/// The text is not three letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownCurrency;

impl fmt::Display for UnknownCurrency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a currency is three letters such as USD")
    }
}

// ISO 4217, list one: the currencies that do not have two decimals, without units of account.
const NO_DIGITS: [&str; 16] =
    ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"];
const THREE_DIGITS: [&str; 7] = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];

impl Currency {
    /// The United States dollar.
    pub const USD: Currency = Currency(*b"USD");

    /// The currency with this code, which must be three capital letters.
    pub const fn of(code: [u8; 3]) -> Currency {
        Currency(code)
    }

    /// The ISO 4217 code in capitals.
    pub fn code(&self) -> &str {
        // Three ASCII letters, by construction: one chunk. Links are read in chunks, too, so no more code is needed.
        self.0.utf8_chunks().next().map_or("", |chunk| chunk.valid())
    }

    /// The number of decimals: 2 for most, 0 for the yen, 3 for the Kuwaiti dinar.
    pub fn digits(&self) -> u32 {
        match self.code() {
            code if NO_DIGITS.contains(&code) => 0,
            code if THREE_DIGITS.contains(&code) => 3,
            _ => 2,
        }
    }

    /// The largest amount that a field accepts.
    pub fn max(&self) -> Money {
        Money::from_minor(Money::MAX_MAJOR * self.minor_per_major())
    }

    /// The number of smallest units in a major unit: 100 cents in a dollar.
    pub fn minor_per_major(&self) -> i64 {
        10_i64.pow(self.digits())
    }

    /// Converts major units (dollars) to an amount; `None` if they have more decimals than the currency, or are too large for a
    /// field.
    pub fn amount(&self, major: Decimal) -> Option<Money> {
        if major.abs() > Decimal::from(Money::MAX_MAJOR) {
            return None;
        }
        i64::try_from(in_units(major, self.digits())?).ok().map(Money::from_minor)
    }

    /// The amount as a decimal number of major units with all the currency's digits.
    pub fn major(&self, amount: Money) -> Decimal {
        Decimal::new(amount.minor(), self.digits())
    }

    /// The amount as machines write it, `1200.50`: no symbol, no separators, the currency's digits.
    pub fn plain(&self, amount: Money) -> String {
        self.major(amount).to_string()
    }
}

impl FromStr for Currency {
    type Err = UnknownCurrency;
    fn from_str(text: &str) -> Result<Currency, UnknownCurrency> {
        let bytes: [u8; 3] = text.trim().as_bytes().try_into().map_err(|_| UnknownCurrency)?;
        if bytes.iter().all(u8::is_ascii_alphabetic) {
            Ok(Currency(bytes.map(|letter| letter.to_ascii_uppercase())))
        } else {
            Err(UnknownCurrency)
        }
    }
}
