//! The fee notation: one line of text for any fee.
//!
//! ```text
//! fee        = charge | status { "; " status } | months { "; " months } "; later: " charge
//! status     = name ": " charge
//! months     = "first " number " months: " charge
//! charge     = ( slices | "whole " whole ) [ " per " basis ] [ " plus " number "% tax" ]
//! slices     = { rate " to " money ", " } rate { adjustment }
//! whole      = { rate { adjustment } ( " to " | " under " ) money ", " } rate { adjustment }
//! rate       = number "%" [ ".." number "%" ]
//! adjustment = " + " money | " at least " money | " at most " money
//! basis      = "client" | "contract" | "payment" | "month"
//! ```
//!
//! | form | for example | what it says |
//! |---|---|---|
//! | one rate | `10%` | 500.00 pays 50.00 |
//! | slices | `20% to 500, 10% to 10000, 5% per client` | 600.00 to a new client pays 100.00 + 10.00 |
//! | free up to a total | `0% to 5000, 10% per contract` | 6,000.00 pays 100.00 |
//! | fixed part | `2.9% + 0.30` | 100.00 pays 3.20 |
//! | floor | `10% at least 5` | 20.00 pays 5.00 |
//! | cap | `0.8% at most 5` | 1,000.00 pays 5.00 |
//! | whole, by size | `whole 5.5% + 3 under 100, 5.5%` | 99.99 pays 8.50, 100.00 pays 5.50 |
//! | whole, by history | `whole 20% to 300, 10% per client` | 400.00 to a new client pays 80.00, the next 400.00 pay 40.00 |
//! | open rate | `0%..15% per contract` | the reader says which |
//! | by status | `Basic: 9%; Plus: 4.5%` | the reader says which |
//! | by time | `first 3 months: 10%; later: 5%` | the months since the first project with the client decide |
//! | tax on the fee | `10% plus 20% tax` | 100.00 pays 10.00 and 2.00 |
//!
//! Input tolerates spaces, `$`, separators of thousands, capitals and a comma before `at`.

mod read;
mod write;

use std::fmt;

/// Where a text stops being a fee, and what was expected there.
///
/// ```
/// use take_home_fees::Fee;
/// let error = "20% to 500, ten percent".parse::<Fee>().unwrap_err();
/// assert_eq!(error.to_string(), "unexpected “ten percent” at character 13, expected a rate such as 10%");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotationError {
    /// The position of the first character that does not fit, counted from 1.
    pub at: usize,
    /// The text from there on; empty at the end of the line.
    pub found: String,
    /// What would have fitted.
    pub expected: Expected,
}

/// What the notation has at some place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A number with a percent sign.
    Rate,
    /// A rate from 0 % to 99.99 %.
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
    /// `whole` at the beginning, since only a whole payment's tiers have limits with `under` and charges of their own.
    Whole,
    /// Falling rates and nothing else, where a whole rate depends on what was billed before.
    FallingRates,
    /// A tax that leaves fee and tax together below 99.99 %.
    SmallerTax,
    /// `tax` after its rate.
    Tax,
    /// A name and a colon, as the parts before have.
    Name,
    /// A name that no part before has.
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
    /// `client`, `contract`, `payment` or `month`.
    Basis,
    /// The end of the line.
    End,
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Expected::Rate => "a rate such as 10%",
            Expected::RateInRange => "a rate from 0% to 99.99%",
            Expected::CoarserRate => "a rate with at most 4 decimals",
            Expected::RisingRange => "a rate above the first one of the range",
            Expected::SameRange => "the same range as in the tier before",
            Expected::Percent => "%",
            Expected::Amount => "an amount such as 500",
            Expected::AmountInRange => "an amount with at most 3 decimals, up to a trillion",
            Expected::SmallerAmount => "an amount up to a hundred million",
            Expected::RisingLimit => "a limit above the one before",
            Expected::NextTier => "a comma and the next tier, such as “, 10%”",
            Expected::Continuation => "“to”, “+”, “at least”, “at most”, “per” or the end",
            Expected::Whole => "“whole” at the start of a charge with “under”, or with several charges of their own",
            Expected::FallingRates => "falling rates only, since here the rate depends on what was billed before",
            Expected::SmallerTax => "a tax with which all is below 99.99%",
            Expected::Tax => "“tax”",
            Expected::Name => "a name and a colon, as in “Basic: 9%; Plus: 4.5%”",
            Expected::OtherName => "a name that was not used yet",
            Expected::MoreMonths => "more months than before, or “later:”",
            Expected::Later => "a last part such as “; later: 5%”",
            Expected::LeastOrMost => "“least” or “most”",
            Expected::MostAboveLeast => "an “at most” not below the “at least”",
            Expected::OnlyOnce => "each of “+”, “at least” and “at most” only once",
            Expected::Basis => "“client”, “contract”, “payment” or “month”",
            Expected::End => "the end",
        })
    }
}

impl fmt::Display for NotationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.found.as_str() {
            "" => write!(f, "the fee ends at character {}, expected {}", self.at, self.expected),
            found => write!(f, "unexpected “{found}” at character {}, expected {}", self.at, self.expected),
        }
    }
}

impl std::error::Error for NotationError {}
