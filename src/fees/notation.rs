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

use std::fmt;
use std::str::FromStr;

use super::{Adjustment, Applies, Basis, Case, Charge, Fee, Limit, Tier, TierRate, slug};
use crate::amount::{Decimal, Money, Rate, RateError, decimal, written};

/// Where a text stops being a fee, and what was expected there.
///
/// ```
/// use take_home::fees::Fee;
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

impl FromStr for Fee {
    type Err = NotationError;

    fn from_str(text: &str) -> Result<Fee, NotationError> {
        let mut line = Line { text, at: 0 };
        let mut cases = vec![];
        loop {
            let applies = line.applies(&cases)?;
            let charge = line.charge(&cases)?;
            let is_alone = applies == Applies::Always;
            let is_last = applies == Applies::Later;
            cases.push(Case { applies, charge });
            if line.rest().is_empty() {
                break;
            }
            if is_alone || is_last || !line.sign(';') {
                let tax = cases.last().is_some_and(|case| case.charge.tax.is_some());
                let basis = cases.last().is_some_and(|case| case.charge.basis != Basis::default());
                if is_alone && line.rest().starts_with(';') {
                    return Err(line.error_at(0, Expected::Name));
                }
                let expected = if tax || basis || is_last { Expected::End } else { Expected::Continuation };
                return Err(line.error(expected));
            }
        }
        match cases.last() {
            Some(Case { applies: Applies::FirstMonths(_), .. }) => Err(line.error(Expected::Later)),
            _ => Ok(Fee { cases }),
        }
    }
}

/// A line being read, and how far.
struct Line<'a> {
    text: &'a str,
    at: usize,
}

impl Line<'_> {
    fn rest(&self) -> &str {
        self.text[self.at..].trim_start()
    }

    fn error(&self, expected: Expected) -> NotationError {
        self.error_at(self.at, expected)
    }

    fn error_at(&self, at: usize, expected: Expected) -> NotationError {
        let found = self.text[at..].trim_start();
        let at = self.text[..self.text.len() - found.len()].chars().count() + 1;
        // A long remainder would hide the message that follows it.
        let found = match found.trim_end().char_indices().nth(24) {
            Some((end, _)) => format!("{}…", &found[..end]),
            None => found.trim_end().to_owned(),
        };
        NotationError { at, found, expected }
    }

    fn skip_to(&mut self, rest_len: usize) {
        self.at = self.text.len() - rest_len;
    }

    /// Reads `sign` if it comes next.
    fn sign(&mut self, sign: char) -> bool {
        let Some(rest) = self.rest().strip_prefix(sign) else { return false };
        self.skip_to(rest.len());
        true
    }

    /// Reads `word`, in any case, if it comes next as a whole word.
    fn word(&mut self, word: &str) -> bool {
        let rest = self.rest();
        let whole = rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
            && !rest[word.len()..].starts_with(|next: char| next.is_ascii_alphanumeric());
        if whole {
            self.skip_to(rest.len() - word.len());
        }
        whole
    }

    /// For whom or when the next charge applies: what stands before a colon.
    fn applies(&mut self, cases: &[Case]) -> Result<Applies, NotationError> {
        let start = self.at;
        let first = cases.first().map(|case| &case.applies);
        let rest = self.rest();
        let Some((name, behind)) = rest.split_once(':').filter(|(name, _)| !name.contains(';')) else {
            return if first.is_none() { Ok(Applies::Always) } else { Err(self.error(Expected::Name)) };
        };
        let (name, behind) = (name.trim_end().to_owned(), behind.len());
        let applies = if name.eq_ignore_ascii_case("later") && matches!(first, Some(Applies::FirstMonths(_))) {
            Applies::Later
        } else if let Some(months) = first_months(&name).filter(|_| !matches!(first, Some(Applies::Status(_)))) {
            let before = cases.last().map_or(0, |case| match case.applies {
                Applies::FirstMonths(months) => months,
                Applies::Always | Applies::Status(_) | Applies::Later => u32::MAX,
            });
            if months <= before {
                return Err(self.error_at(start, Expected::MoreMonths));
            }
            Applies::FirstMonths(months)
        } else if matches!(first, Some(Applies::FirstMonths(_))) {
            return Err(self.error_at(start, Expected::MoreMonths));
        } else if slug(&name).is_empty() || name.chars().count() > 40 {
            return Err(self.error_at(start, Expected::Name));
        } else if cases.iter().any(|case| matches!(&case.applies, Applies::Status(other) if slug(other) == slug(&name)))
        {
            return Err(self.error_at(start, Expected::OtherName));
        } else {
            Applies::Status(name)
        };
        self.skip_to(behind);
        Ok(applies)
    }

    fn charge(&mut self, cases: &[Case]) -> Result<Charge, NotationError> {
        let open = cases.iter().find_map(|case| case.charge.open_rate());
        let mut tiers: Vec<Tier> = vec![];
        let whole = self.word("whole");
        let start = self.at;
        loop {
            let rate = self.tier_rate(&tiers, open)?;
            let adjusted = self.at;
            let adjustments = self.adjustments()?;
            let bound = self.at;
            let excluded = self.word("under");
            if !excluded && !self.word("to") {
                tiers.push(Tier { rate, adjustments, up_to: None });
                break;
            }
            if !whole && !adjustments.is_empty() {
                return Err(self.error_at(adjusted, Expected::Whole));
            }
            if !whole && excluded {
                return Err(self.error_at(bound, Expected::Whole));
            }
            let before = self.at;
            let limit = Limit { amount: self.amount()?, excluded };
            let last = tiers.last().and_then(|tier| tier.up_to).map_or(Decimal::ZERO, |limit| limit.amount);
            if last >= limit.amount {
                return Err(self.error_at(before, Expected::RisingLimit));
            }
            tiers.push(Tier { rate, adjustments, up_to: Some(limit) });
            if !self.sign(',') {
                return Err(self.error(Expected::NextTier));
            }
        }
        let basis = if self.word("per") { self.basis()? } else { Basis::default() };
        // What is left of a payment then rises with it, and later payments are never dearer.
        let falls = tiers.windows(2).all(|pair| pair[0].rate.most() >= pair[1].rate.most());
        let plain = |tier: &Tier| tier.adjustments.is_empty() && matches!(tier.rate, TierRate::Set(_));
        if whole && basis.counts_earlier_billings() && !(falls && tiers.iter().all(plain)) {
            return Err(self.error_at(start, Expected::FallingRates));
        }
        let tax = self.tax(&tiers)?;
        Ok(Charge { tiers, whole, basis, tax })
    }

    fn tax(&mut self, tiers: &[Tier]) -> Result<Option<Rate>, NotationError> {
        if !self.word("plus") {
            return Ok(None);
        }
        let start = self.at;
        let tax = self.rate()?;
        if !self.word("tax") {
            return Err(self.error(Expected::Tax));
        }
        let all = |tier: &Tier| tier.rate.most().fraction() * (Decimal::ONE + tax.fraction());
        if tiers.iter().any(|tier| all(tier) > Rate::MAX.fraction()) {
            return Err(self.error_at(start, Expected::SmallerTax));
        }
        Ok(Some(tax))
    }

    fn tier_rate(&mut self, tiers: &[Tier], open: Option<(Rate, Rate)>) -> Result<TierRate, NotationError> {
        let start = self.at;
        let least = self.rate()?;
        if !self.rest().starts_with("..") {
            return Ok(TierRate::Set(least));
        }
        self.skip_to(self.rest().len() - 2);
        let before = self.at;
        let most = self.rate()?;
        if most <= least {
            return Err(self.error_at(before, Expected::RisingRange));
        }
        // The reader chooses one rate; it has to fit every tier that is left open.
        let opens = |tier: &Tier| match tier.rate {
            TierRate::Open { least, most } => Some((least, most)),
            TierRate::Set(_) => None,
        };
        match open.or_else(|| tiers.iter().find_map(opens)) {
            Some(other) if other != (least, most) => Err(self.error_at(start, Expected::SameRange)),
            _ => Ok(TierRate::Open { least, most }),
        }
    }

    fn rate(&mut self) -> Result<Rate, NotationError> {
        let start = self.at;
        let Some(percent) = self.number(Grouping::Plain) else { return Err(self.error_at(start, Expected::Rate)) };
        if !self.sign('%') {
            return Err(self.error(Expected::Percent));
        }
        Rate::from_percent(percent).map_err(|error| {
            self.error_at(
                start,
                match error {
                    RateError::OutOfRange => Expected::RateInRange,
                    RateError::TooFine => Expected::CoarserRate,
                },
            )
        })
    }

    fn amount(&mut self) -> Result<Decimal, NotationError> {
        let start = self.at;
        self.sign('$');
        let Some(amount) = self.number(Grouping::Thousands) else { return Err(self.error_at(start, Expected::Amount)) };
        if amount.normalize().scale() > 3 || amount > Decimal::from(Money::MAX_MAJOR) {
            return Err(self.error_at(start, Expected::AmountInRange));
        }
        Ok(amount.normalize())
    }

    /// An amount that each payment may be charged. Ten thousand of them still add up to no more than a field accepts.
    fn charged_amount(&mut self) -> Result<Decimal, NotationError> {
        let start = self.at;
        let amount = self.amount()?;
        if amount > Decimal::from(Money::MAX_MAJOR / 10_000) {
            return Err(self.error_at(start, Expected::SmallerAmount));
        }
        Ok(amount)
    }

    fn adjustments(&mut self) -> Result<Vec<Adjustment<Decimal>>, NotationError> {
        let mut adjustments: Vec<Adjustment<Decimal>> = vec![];
        loop {
            let start = self.at;
            let adjustment = if self.sign('+') {
                Adjustment::Plus(self.charged_amount()?)
            } else {
                self.sign(',');
                if !self.word("at") {
                    self.at = start;
                    return Ok(adjustments);
                }
                if self.word("least") {
                    Adjustment::AtLeast(self.charged_amount()?)
                } else if self.word("most") {
                    Adjustment::AtMost(self.charged_amount()?)
                } else {
                    return Err(self.error(Expected::LeastOrMost));
                }
            };
            let kind = std::mem::discriminant(&adjustment);
            if adjustments.iter().any(|earlier| std::mem::discriminant(earlier) == kind) {
                return Err(self.error_at(start, Expected::OnlyOnce));
            }
            let bounds = |adjustment: &Adjustment<Decimal>| match *adjustment {
                Adjustment::AtLeast(amount) => Some((amount, true)),
                Adjustment::AtMost(amount) => Some((amount, false)),
                Adjustment::Plus(_) => None,
            };
            if let Some((amount, is_least)) = bounds(&adjustment) {
                let crosses = |(other, _)| if is_least { amount > other } else { amount < other };
                if adjustments.iter().filter_map(bounds).any(crosses) {
                    return Err(self.error_at(start, Expected::MostAboveLeast));
                }
            }
            adjustments.push(adjustment);
        }
    }

    fn basis(&mut self) -> Result<Basis, NotationError> {
        for basis in [Basis::Client, Basis::Contract, Basis::Payment, Basis::Month] {
            if self.word(basis.name()) {
                return Ok(basis);
            }
        }
        Err(self.error(Expected::Basis))
    }

    /// Reads digits with at most one point. Thousands may be set apart by a comma or a space: such a separator stands
    /// between digits and is followed by exactly three, which are not a rate of their own (`to 500, 100…`).
    fn number(&mut self, grouping: Grouping) -> Option<Decimal> {
        let rest = self.rest();
        let mut digits = String::new();
        let mut read = 0;
        loop {
            let next = &rest[read..];
            let mut chars = next.chars();
            match chars.next() {
                Some(digit) if digit.is_ascii_digit() => digits.push(digit),
                // Two points are a range.
                Some('.') if !digits.contains('.') && !next.starts_with("..") => digits.push('.'),
                Some(',' | ' ' | '\u{a0}' | '\u{202f}')
                    if grouping == Grouping::Thousands
                        && digits.ends_with(|last: char| last.is_ascii_digit())
                        && !digits.contains('.')
                        && is_group_of_three(chars.as_str()) => {}
                _ => break,
            }
            read += next.chars().next().map_or(0, char::len_utf8);
        }
        let number = decimal(&digits)?;
        self.skip_to(rest.len() - read);
        Some(number)
    }
}

/// The number in `first 3 months`.
fn first_months(name: &str) -> Option<u32> {
    let mut words = name.split_ascii_whitespace();
    let first = words.next().is_some_and(|word| word.eq_ignore_ascii_case("first"));
    let months = words.next()?.parse().ok().filter(|months| *months > 0);
    let unit =
        words.next().is_some_and(|word| word.eq_ignore_ascii_case("months") || word.eq_ignore_ascii_case("month"));
    months.filter(|_| first && unit && words.next().is_none())
}

#[derive(Clone, Copy, PartialEq)]
enum Grouping {
    Plain,
    Thousands,
}

fn is_group_of_three(text: &str) -> bool {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    digits == 3 && !text[digits..].trim_start().starts_with('%')
}

impl Basis {
    /// The word for it in the notation.
    pub fn name(self) -> &'static str {
        match self {
            Basis::Client => "client",
            Basis::Contract => "contract",
            Basis::Payment => "payment",
            Basis::Month => "month",
        }
    }
}

impl fmt::Display for TierRate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TierRate::Set(rate) => write!(f, "{}%", rate.percent()),
            TierRate::Open { least, most } => write!(f, "{}%..{}%", least.percent(), most.percent()),
        }
    }
}

impl fmt::Display for Charge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.whole {
            f.write_str("whole ")?;
        }
        for tier in &self.tiers {
            write!(f, "{}", tier.rate)?;
            for adjustment in &tier.adjustments {
                let sign = match adjustment {
                    Adjustment::Plus(_) => "+",
                    Adjustment::AtLeast(_) => "at least",
                    Adjustment::AtMost(_) => "at most",
                };
                write!(f, " {sign} {}", written(adjustment.amount()))?;
            }
            if let Some(limit) = tier.up_to {
                let to = if limit.excluded { "under" } else { "to" };
                write!(f, " {to} {}, ", written(limit.amount))?;
            }
        }
        if self.basis != Basis::Payment {
            write!(f, " per {}", self.basis.name())?;
        }
        match self.tax {
            Some(tax) => write!(f, " plus {}% tax", tax.percent()),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Fee {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, case) in self.cases().iter().enumerate() {
            if index > 0 {
                f.write_str("; ")?;
            }
            match &case.applies {
                Applies::Always => {}
                Applies::Status(name) => write!(f, "{name}: ")?,
                Applies::FirstMonths(1) => f.write_str("first 1 month: ")?,
                Applies::FirstMonths(months) => write!(f, "first {months} months: ")?,
                Applies::Later => f.write_str("later: ")?,
            }
            write!(f, "{}", case.charge)?;
        }
        Ok(())
    }
}
