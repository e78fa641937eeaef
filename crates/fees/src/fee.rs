//! What does a platform announce? One charge for everyone, or several cases of which one applies.

use std::borrow::Cow;

use crate::amount::Rate;
use crate::{Basis, Charge, Tier, TierRate};

/// A fee as a platform announces it: one charge for everyone, or several cases of which one applies.
///
/// It is written as one line of text, in the notation explained below, and prints back to the same line.
///
/// ```
/// use take_home_fees::Fee;
/// let fee: Fee = "20 % to $500, 10% to 10,000, 5% per client".parse().unwrap();
/// assert_eq!(fee.to_string(), "20% to 500, 10% to 10000, 5% per client");
/// ```
///
#[doc = include_str!("../fee-notation.md")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fee {
    cases: Cow<'static, [Case]>,
}

/// A charge, and for whom or when it applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The condition under which the charge applies.
    pub applies: Applies,
    /// The charge of the platform.
    pub charge: Charge,
    /// The charges of others, one after the other, on the rest of each payment: a payment service, a withdrawal.
    pub then: Cow<'static, [Charge]>,
}

impl Case {
    /// All charges in a row.
    pub fn charges(&self) -> impl Iterator<Item = &Charge> {
        std::iter::once(&self.charge).chain(self.then.iter())
    }
}

/// The condition under which a [`Case`] of a fee applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Applies {
    /// Always and to everyone: the fee has no other case.
    Always,
    /// A status: a membership, a level, a way of paying.
    Status(Cow<'static, str>),
    /// The first months with a client, up to this number.
    FirstMonths(u32),
    /// The months after those.
    Later,
}

/// The reader's choices where the fee leaves something open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// The rate, if it is open.
    pub rate: Rate,
    /// The position among the fee's statuses, counted from 0.
    pub status: usize,
    /// Whole months since the first project with the client.
    pub months: u32,
}

impl Choice {
    /// A choice of this rate, with the first status and a new client.
    pub fn at(rate: Rate) -> Choice {
        Choice { rate, ..Choice::default() }
    }
}

impl Fee {
    /// No fee at all: `0%`.
    pub fn nothing() -> Fee {
        static TIER: [Tier; 1] =
            [Tier { rate: TierRate::Set(Rate::ZERO), adjustments: Cow::Borrowed(&[]), up_to: None }];
        static CASE: [Case; 1] = [Case {
            applies: Applies::Always,
            charge: Charge { tiers: Cow::Borrowed(&TIER), whole: false, basis: Basis::Payment, tax: None },
            then: Cow::Borrowed(&[]),
        }];
        Fee::constant(&CASE)
    }

    /// A fee of constant cases, as the build generates it from a line of the catalogue.
    pub const fn constant(cases: &'static [Case]) -> Fee {
        Fee { cases: Cow::Borrowed(cases) }
    }

    /// The fee with these cases; there is at least one.
    pub(crate) fn of(cases: Vec<Case>) -> Fee {
        Fee { cases: cases.into() }
    }

    /// The cases, at least one.
    pub fn cases(&self) -> &[Case] {
        &self.cases
    }

    /// The names of the statuses that the reader can choose from, if there are any.
    pub fn statuses(&self) -> impl Iterator<Item = &str> {
        self.cases.iter().filter_map(|case| match &case.applies {
            Applies::Status(name) => Some(name.as_ref()),
            Applies::Always | Applies::FirstMonths(_) | Applies::Later => None,
        })
    }

    /// Whether the fee depends on the months with a client.
    pub fn counts_months(&self) -> bool {
        self.cases.iter().any(|case| case.applies == Applies::Later)
    }

    /// The first charge that applies to a choice.
    pub fn charge(&self, choice: Choice) -> &Charge {
        &self.case(choice).charge
    }

    /// The lowest and highest rate that the reader can choose, if the case that applies leaves it open, be it in its
    /// first charge or in a later one.
    pub fn open_rate_of(&self, choice: Choice) -> Option<(Rate, Rate)> {
        self.case(choice).charges().find_map(Charge::open_rate)
    }

    /// The same choice with the nearest rate that its charge allows.
    #[must_use]
    pub fn nearest(&self, choice: Choice) -> Choice {
        match self.open_rate_of(choice) {
            Some((least, most)) => Choice { rate: choice.rate.clamp(least, most), ..choice },
            None => choice,
        }
    }

    /// The case that applies to a choice. A status beyond the last counts as the first.
    pub fn case(&self, choice: Choice) -> &Case {
        let applies = |(index, case): &(usize, &Case)| match case.applies {
            Applies::Always | Applies::Later => true,
            Applies::Status(_) => *index == choice.status,
            Applies::FirstMonths(months) => choice.months < months,
        };
        let found = self.cases.iter().enumerate().find(applies);
        found.map_or(&self.cases[0], |(_, case)| case)
    }

    /// The lowest and highest rate that the reader can choose, if any case leaves it open.
    pub fn open_rate(&self) -> Option<(Rate, Rate)> {
        self.cases.iter().flat_map(Case::charges).find_map(Charge::open_rate)
    }

    /// Whether the fee names an amount of money, which ties it to one currency.
    pub fn names_amounts(&self) -> bool {
        self.cases.iter().flat_map(Case::charges).any(Charge::names_amounts)
    }
}

/// A status as it is written in links and attributes: `Entry Level` is `entry-level`.
pub fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for char in name.chars() {
        if char.is_ascii_alphanumeric() || !char.is_ascii() {
            slug.push(char.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}
