//! How is a fee read and written? `docs/fee-notation.md` has the grammar and explains each form; it is also part of the
//! documentation of [`Fee`](crate::Fee).

mod read;
mod write;

use std::fmt;

/// The place where a text stops being a fee, and what was expected there.
///
/// ```
/// use take_home_fees::Fee;
/// let error = "20% to 500, ten percent".parse::<Fee>().unwrap_err();
/// assert_eq!(error.to_string(), "“ten percent” at character 13, expected Rate");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotationError {
    /// The position of the first character that does not fit, counted from 1.
    pub at: usize,
    /// The text from there on; empty at the end of the line.
    pub found: String,
    /// The element that would fit.
    pub expected: Expected,
}

/// Describes a misfit from a byte on: the position of the next character that is not a space, counted from 1, and the text from
/// there on, shortened so that it does not hide the message after it.
pub fn misfit(text: &str, at: usize) -> (usize, String) {
    let rest = text.get(at..).unwrap_or_default().trim_start();
    let at = text.chars().count() - rest.chars().count() + 1;
    let mut found: String = rest.trim_end().chars().take(24).collect();
    if found.len() < rest.trim_end().len() {
        found.push('…');
    }
    (at, found)
}

/// An element that the notation expects at some position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A number with a percent sign.
    Rate,
    /// A rate from 0% to 99.99%.
    RateInRange,
    /// A rate of at most four decimals.
    CoarserRate,
    /// The second rate of a range, not below the first.
    RisingRange,
    /// The range that an earlier tier leaves open.
    SameRange,
    /// A percent sign.
    Percent,
    /// An amount of money.
    Amount,
    /// An amount that can be read in one way only: `1.500` is 1.5 to some and 1500 to others.
    ClearAmount,
    /// An amount with at most three decimals, up to a trillion.
    AmountInRange,
    /// An amount of at most a hundred million, since it may be charged ten thousand times.
    SmallerAmount,
    /// A limit above that of the tier before.
    RisingLimit,
    /// A comma and the next tier.
    NextTier,
    /// `+`, `at least`, `at most`, `per` or the end.
    Continuation,
    /// `whole` at the start: only tiers for whole payments can use `under` or have their own adjustments.
    Whole,
    /// `for the first job`, in the first tier of a `whole` that counts by client or on the platform.
    FirstJob,
    /// Falling rates and nothing else, because here the rate depends on what was billed before.
    FallingRates,
    /// A tax that leaves fee and tax together below 99.99%.
    SmallerTax,
    /// Charges in a row that together leave at least 0.01%.
    MoreLeft,
    /// A charge on each payment: after `then` there is no `whole` and no basis but the payment.
    EachPayment,
    /// `tax` after its rate.
    Tax,
    /// A name and a colon, as in the parts before.
    Name,
    /// A name that no part before uses.
    OtherName,
    /// More months than in the part before, or `later`.
    MoreMonths,
    /// One more part, for the time `later`.
    Later,
    /// `least` or `most`.
    LeastOrMost,
    /// An `at most` that is not below the `at least`.
    MostAboveLeast,
    /// One adjustment of each kind only.
    OnlyOnce,
    /// `client`, `contract`, `payment`, `month` or `account`.
    Basis,
    /// The end of the line.
    End,
}

/// Prints the error for developers: readers see the messages of `crates/words`.
impl fmt::Display for NotationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” at character {}, expected {:?}", self.found, self.at, self.expected)
    }
}

impl std::error::Error for NotationError {}
