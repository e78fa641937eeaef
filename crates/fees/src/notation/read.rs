//! How does a line of text become a fee?

use std::str::FromStr;

use super::{Expected, NotationError, misfit};
use crate::amount::{Decimal, Money, Rate, RateError, decimal};
use crate::terms::{LEAST_LEFT, left, left_of_all};
use crate::{Adjustment, Applies, Basis, Case, Charge, Fee, Limit, Tier, TierRate, slug};

impl FromStr for Fee {
    type Err = NotationError;

    fn from_str(text: &str) -> Result<Fee, NotationError> {
        let mut line = Line { text, at: 0 };
        let mut cases = vec![];
        loop {
            let applies = line.applies(&cases)?;
            let open = cases.iter().flat_map(Case::charges).find_map(Charge::open_rate);
            let start = line.at;
            let charge = line.charge(open)?;
            let mut then = vec![];
            while line.word("then") {
                let open = open.or_else(|| charge.open_rate()).or_else(|| then.iter().find_map(Charge::open_rate));
                then.push(line.next_charge(open)?);
            }
            let case = Case { applies, charge, then: then.into() };
            if leaves_too_little(&case) {
                return Err(line.error_at(start, Expected::MoreLeft));
            }
            let is_alone = case.applies == Applies::Always;
            let is_last = case.applies == Applies::Later;
            cases.push(case);
            if line.rest().is_empty() {
                break;
            }
            if is_alone || is_last || !line.sign(';') {
                let last = cases.last().and_then(|case| case.charges().last());
                let tax = last.is_some_and(|charge| charge.tax.is_some());
                let basis = last.is_some_and(|charge| charge.basis != Basis::default());
                if is_alone && line.rest().starts_with(';') {
                    return Err(line.error_at(0, Expected::Name));
                }
                let expected = if tax || basis || is_last { Expected::End } else { Expected::Continuation };
                return Err(line.error(expected));
            }
        }
        match cases.last() {
            Some(Case { applies: Applies::FirstMonths(_), .. }) => Err(line.error(Expected::Later)),
            _ => Ok(Fee::of(cases)),
        }
    }
}

/// A line being read, and the position reached.
struct Line<'a> {
    text: &'a str,
    at: usize,
}

impl Line<'_> {
    fn rest(&self) -> &str {
        from(self.text, self.at).trim_start()
    }

    fn error(&self, expected: Expected) -> NotationError {
        self.error_at(self.at, expected)
    }

    fn error_at(&self, at: usize, expected: Expected) -> NotationError {
        let (at, found) = misfit(self.text, at);
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
        let whole = rest.split_at_checked(word.len()).is_some_and(|(start, after)| {
            start.eq_ignore_ascii_case(word) && !after.starts_with(|next: char| next.is_ascii_alphanumeric())
        });
        if whole {
            self.skip_to(rest.len() - word.len());
        }
        whole
    }

    /// Reads the condition of the next charge: the text before a colon.
    fn applies(&mut self, cases: &[Case]) -> Result<Applies, NotationError> {
        let start = self.at;
        let first = cases.first().map(|case| &case.applies);
        let rest = self.rest();
        let Some((name, behind)) = rest.split_once(':').filter(|(name, _)| !name.as_bytes().contains(&b';')) else {
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
            Applies::Status(name.into())
        };
        self.skip_to(behind);
        Ok(applies)
    }

    /// Reads a charge on what another one leaves.
    fn next_charge(&mut self, open: Option<(Rate, Rate)>) -> Result<Charge, NotationError> {
        let start = self.at;
        let charge = self.charge(open)?;
        if charge.whole || charge.basis != Basis::Payment {
            return Err(self.error_at(start, Expected::EachPayment));
        }
        Ok(charge)
    }

    /// Reads one charge, whose open rates have the range that others leave open.
    fn charge(&mut self, open: Option<(Rate, Rate)>) -> Result<Charge, NotationError> {
        let mut tiers: Vec<Tier> = vec![];
        let whole = self.word("whole");
        let start = self.at;
        loop {
            let rate = self.tier_rate(&tiers, open)?;
            let adjusted = self.at;
            let adjustments = self.adjustments()?;
            let bound = self.at;
            if self.word("for") {
                let is_first_job = ["the", "first", "job"].into_iter().all(|word| self.word(word));
                if !whole || !tiers.is_empty() || !is_first_job {
                    return Err(self.error_at(bound, Expected::FirstJob));
                }
                tiers.push(Tier { rate, adjustments: adjustments.into(), up_to: Some(Limit::FIRST_JOB) });
                if !self.sign(',') {
                    return Err(self.error(Expected::NextTier));
                }
                continue;
            }
            let excluded = self.word("under");
            if !excluded && !self.word("to") {
                tiers.push(Tier { rate, adjustments: adjustments.into(), up_to: None });
                break;
            }
            if !whole && !adjustments.is_empty() {
                return Err(self.error_at(adjusted, Expected::Whole));
            }
            if !whole && excluded {
                return Err(self.error_at(bound, Expected::Whole));
            }
            let before = self.at;
            let limit = Limit { amount: self.amount(Commas::Thousands)?, excluded };
            let last = tiers.last().and_then(|tier| tier.up_to).map_or(Decimal::ZERO, |limit| limit.amount);
            if last >= limit.amount {
                return Err(self.error_at(before, Expected::RisingLimit));
            }
            tiers.push(Tier { rate, adjustments: adjustments.into(), up_to: Some(limit) });
            if !self.sign(',') {
                return Err(self.error(Expected::NextTier));
            }
        }
        let basis = if self.word("per") { self.basis()? } else { Basis::default() };
        let counts_jobs = tiers[0].up_to == Some(Limit::FIRST_JOB);
        if counts_jobs && !matches!(basis, Basis::Client | Basis::Account) {
            return Err(self.error_at(start, Expected::FirstJob));
        }
        // Then what remains rises with the payment, and later payments never cost more.
        let falls = tiers.windows(2).all(|pair| pair[0].rate.most() >= pair[1].rate.most());
        let plain = |tier: &Tier| tier.adjustments.is_empty() && matches!(tier.rate, TierRate::Set(_));
        if whole && basis.counts_earlier_billings() && !(falls && tiers.iter().all(plain)) {
            return Err(self.error_at(start, Expected::FallingRates));
        }
        let tax = self.tax(&tiers)?;
        Ok(Charge { tiers: tiers.into(), whole, basis, tax })
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
        if tiers.iter().any(|tier| left(tier.rate.most(), Some(tax)) < LEAST_LEFT) {
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
        // The reader chooses one rate, which has to fit every open tier.
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
        let Some(percent) = self.number(Commas::Decimal) else { return Err(self.error_at(start, Expected::Rate)) };
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

    fn amount(&mut self, commas: Commas) -> Result<Decimal, NotationError> {
        let start = self.at;
        self.sign('$');
        let Some(amount) = self.number(commas) else { return Err(self.error_at(start, Expected::Amount)) };
        if amount.normalize().scale() > 3 || amount > Decimal::from(Money::MAX_MAJOR) {
            return Err(self.error_at(start, Expected::AmountInRange));
        }
        // `10.000` is ten to some and ten thousand to others. An amount is never written with a meaningless zero at the end.
        let is_below_thousand = amount >= Decimal::ONE && amount < Decimal::ONE_THOUSAND;
        if is_below_thousand && amount.scale() == 3 && amount.normalize().scale() < 3 {
            return Err(self.error_at(start, Expected::ClearAmount));
        }
        Ok(amount.normalize())
    }

    /// Reads an amount that each payment may be charged: ten thousand of them still add up to no more than a field accepts.
    fn charged_amount(&mut self) -> Result<Decimal, NotationError> {
        let start = self.at;
        let amount = self.amount(Commas::Both)?;
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
        for basis in [Basis::Client, Basis::Contract, Basis::Payment, Basis::Month, Basis::Account] {
            if self.word(basis.name()) {
                return Ok(basis);
            }
        }
        Err(self.error(Expected::Basis))
    }

    /// Reads digits with at most one point. A comma or a space may separate thousands: it is between digits, and
    /// followed by exactly three that are not the next rate (`to 500, 100…`). Where no tier can follow, any other comma
    /// between digits is a decimal one (`2,9% + 0,30`).
    fn number(&mut self, commas: Commas) -> Option<Decimal> {
        let rest = self.rest();
        let mut digits = String::new();
        let mut read = 0;
        loop {
            let next = from(rest, read);
            let mut chars = next.chars();
            match chars.next() {
                Some(digit) if digit.is_ascii_digit() => digits.push(digit),
                // Two points are a range.
                Some('.') if !has_point(&digits) && !next.starts_with("..") => digits.push('.'),
                Some(',' | ' ' | '\u{a0}' | '\u{202f}')
                    if commas != Commas::Decimal
                        && digits.ends_with(|last: char| last.is_ascii_digit())
                        && digits != "0"
                        && !has_point(&digits)
                        && is_group_of_three(chars.as_str()) => {}
                Some(',')
                    if commas != Commas::Thousands
                        && digits.ends_with(|last: char| last.is_ascii_digit())
                        && !has_point(&digits)
                        && chars.as_str().starts_with(|next: char| next.is_ascii_digit()) =>
                {
                    digits.push('.');
                }
                _ => break,
            }
            read += next.chars().next().map_or(0, char::len_utf8);
        }
        let number = decimal(&digits)?;
        self.skip_to(rest.len() - read);
        Some(number)
    }
}

/// Whether all charges in a row may take more than 99.99% of a payment.
fn leaves_too_little(case: &Case) -> bool {
    let least_left = |charge: &Charge| charge.tiers.iter().map(|tier| left(tier.rate.most(), charge.tax)).min();
    left_of_all(case.charges().filter_map(least_left)) < LEAST_LEFT
}

fn has_point(digits: &str) -> bool {
    digits.as_bytes().contains(&b'.')
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

/// The possible meanings of a comma between digits.
#[derive(Clone, Copy, PartialEq)]
enum Commas {
    /// Decimals follow: in a rate.
    Decimal,
    /// Thousands follow: in a limit, because the next tier may come after it.
    Thousands,
    /// Either: in any other amount.
    Both,
}

fn is_group_of_three(text: &str) -> bool {
    let after = text.trim_start_matches(|next: char| next.is_ascii_digit());
    text.len() - after.len() == 3 && !after.trim_start().starts_with('%')
}

/// The text from a position on. Indexing would add the code that prints any character, for a panic that never happens:
/// 1,300 bytes of download.
fn from(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}
