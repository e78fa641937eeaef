//! The fee notation: one line of text for any fee.
//!
//! ```text
//! fee   = { rate " to " money ", " } rate { " + " money | " at least " money | " at most " money } [ " per " basis ]
//! rate  = number "%" [ ".." number "%" ]
//! basis = "client" | "contract" | "payment" | "month"
//! ```
//!
//! Input tolerates spaces, `$`, separators of thousands, capitals and a comma before `at`.

use std::fmt;
use std::str::FromStr;

use super::{Adjustment, Basis, Fee, Tier, TierRate};
use crate::amount::{Decimal, Money, Rate, RateError, written};

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
    /// `least` or `most`.
    LeastOrMost,
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
            Expected::LeastOrMost => "“least” or “most”",
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
        let mut tiers = vec![];
        loop {
            let rate = line.tier_rate(&tiers)?;
            if !line.word("to") {
                tiers.push(Tier { rate, up_to: None });
                break;
            }
            let before = line.at;
            let limit = line.amount()?;
            if tiers.last().map_or(Decimal::ZERO, |tier: &Tier| tier.up_to.unwrap_or_default()) >= limit {
                return Err(line.error_at(before, Expected::RisingLimit));
            }
            tiers.push(Tier { rate, up_to: Some(limit) });
            if !line.sign(',') {
                return Err(line.error(Expected::NextTier));
            }
        }
        let adjustments = line.adjustments()?;
        let basis = if line.word("per") { line.basis()? } else { Basis::default() };
        match line.rest() {
            "" => Ok(Fee { tiers, adjustments, basis }),
            _ if basis == Basis::default() => Err(line.error(Expected::Continuation)),
            _ => Err(line.error(Expected::End)),
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

    fn tier_rate(&mut self, tiers: &[Tier]) -> Result<TierRate, NotationError> {
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
        let open = TierRate::Open { least, most };
        // The reader chooses one rate; it has to fit every tier that is left open.
        match tiers.iter().find(|tier| matches!(tier.rate, TierRate::Open { .. })) {
            Some(tier) if tier.rate != open => Err(self.error_at(start, Expected::SameRange)),
            _ => Ok(open),
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
    fn charge(&mut self) -> Result<Decimal, NotationError> {
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
                Adjustment::Plus(self.charge()?)
            } else {
                self.sign(',');
                if !self.word("at") {
                    self.at = start;
                    return Ok(adjustments);
                }
                if self.word("least") {
                    Adjustment::AtLeast(self.charge()?)
                } else if self.word("most") {
                    Adjustment::AtMost(self.charge()?)
                } else {
                    return Err(self.error(Expected::LeastOrMost));
                }
            };
            let kind = std::mem::discriminant(&adjustment);
            if adjustments.iter().any(|earlier| std::mem::discriminant(earlier) == kind) {
                return Err(self.error_at(start, Expected::OnlyOnce));
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
        let number = digits.parse().ok()?;
        self.skip_to(rest.len() - read);
        Some(number)
    }
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

impl fmt::Display for Fee {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for tier in &self.tiers {
            write!(f, "{}", tier.rate)?;
            if let Some(limit) = tier.up_to {
                write!(f, " to {}, ", written(limit))?;
            }
        }
        for adjustment in &self.adjustments {
            let sign = match adjustment {
                Adjustment::Plus(_) => "+",
                Adjustment::AtLeast(_) => "at least",
                Adjustment::AtMost(_) => "at most",
            };
            write!(f, " {sign} {}", written(adjustment.amount()))?;
        }
        match self.basis {
            Basis::Payment => Ok(()),
            basis => write!(f, " per {}", basis.name()),
        }
    }
}
