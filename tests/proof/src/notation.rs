//! What does a fee in the notation say? Read from `docs/fee-notation.md`, for lines as that page writes them.

use crate::exact::{Exact, decimal, fraction, whole};

/// A fee: one set of charges, or several of which one applies.
#[derive(Clone, Debug)]
pub struct Fee {
    /// Which case applies when; a fee without cases has one.
    pub cases: Vec<(When, Vec<Charge>)>,
}

/// When a case of a fee applies.
#[derive(Clone, Debug, PartialEq)]
pub enum When {
    /// Always, or if no case before it does: `later`.
    Otherwise,
    /// If the reader chose that status; its name as it is written.
    Status(String),
    /// In the first months with a client.
    First(i128),
}

/// What is taken from a payment, by one of the charges that `then` separates.
#[derive(Clone, Debug)]
pub struct Charge {
    /// Whether the whole payment pays one tier's rate.
    pub is_whole: bool,
    /// From the lowest limit to the last tier, which has none.
    pub tiers: Vec<Tier>,
    /// In slices, the adjustments of everything.
    pub adjustments: Vec<Adjustment>,
    /// What counts.
    pub basis: Basis,
    /// The tax on the charge, as a fraction.
    pub tax: Option<Exact>,
}

/// One tier.
#[derive(Clone, Debug)]
pub struct Tier {
    /// Its rate.
    pub rate: Rate,
    /// Where it ends, in major units, and whether the limit itself is the next one's.
    pub limit: Option<(Exact, bool)>,
    /// Of a whole payment.
    pub adjustments: Vec<Adjustment>,
}

/// A rate as a fraction, or the range that it is chosen from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rate {
    /// One rate.
    Fixed(Exact),
    /// The reader chooses.
    Open(Exact, Exact),
}

/// A fixed part, a floor or a cap, in major units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Adjustment {
    /// `+`
    Plus(Exact),
    /// `at least`
    AtLeast(Exact),
    /// `at most`
    AtMost(Exact),
}

/// Which billings count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// All payments to one client.
    Client,
    /// The payments of one contract.
    Contract,
    /// One payment.
    Payment,
    /// All payments of one month.
    Month,
    /// All payments of a side.
    Account,
}

impl Fee {
    /// Whether any amount is named.
    pub fn names_amounts(&self) -> bool {
        self.cases.iter().flat_map(|(_, charges)| charges).any(|charge| {
            !charge.adjustments.is_empty()
                || charge
                    .tiers
                    .iter()
                    .any(|tier| tier.limit.is_some_and(|(limit, _)| limit > whole(0)) || !tier.adjustments.is_empty())
        })
    }

    /// The amounts at which something changes, in major units.
    pub fn limits(&self) -> Vec<Exact> {
        let mut limits = vec![];
        for charge in self.cases.iter().flat_map(|(_, charges)| charges) {
            let tiers = charge.tiers.iter();
            limits.extend(tiers.clone().filter_map(|tier| Some(tier.limit?.0)).filter(|limit| *limit > whole(0)));
            for adjustment in tiers.flat_map(|tier| &tier.adjustments).chain(&charge.adjustments) {
                let (Adjustment::Plus(amount) | Adjustment::AtLeast(amount) | Adjustment::AtMost(amount)) = *adjustment;
                limits.push(amount);
            }
        }
        limits
    }
}

/// A status as links write it: in lower case, with hyphens.
pub fn status_name(status: &str) -> String {
    let words = status.to_lowercase();
    let words = words.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// The fee as it is printed: a payment is what counts if nothing else is written.
pub fn printed(line: &str) -> String {
    line.replace(" per payment", "").replace("first 1 months: ", "first 1 month: ")
}

/// Reads a fee; `None` if the line does not fit the grammar.
pub fn read(line: &str) -> Option<Fee> {
    let cases = line.split("; ").map(|case| match case.split_once(": ") {
        None => Some((When::Otherwise, charges(case)?)),
        Some(("later", rest)) => Some((When::Otherwise, charges(rest)?)),
        Some((name, rest)) => {
            let months = name.strip_prefix("first ");
            let months = months.and_then(|name| name.strip_suffix(" months").or(name.strip_suffix(" month")));
            let months = months.and_then(|months| months.parse().ok());
            Some((months.map_or_else(|| When::Status(name.to_owned()), When::First), charges(rest)?))
        }
    });
    Some(Fee { cases: cases.collect::<Option<_>>()? })
}

fn charges(text: &str) -> Option<Vec<Charge>> {
    text.split(" then ").map(charge).collect()
}

fn charge(text: &str) -> Option<Charge> {
    let (text, tax) = match text.rsplit_once(" plus ") {
        Some((text, tax)) => (text, Some(percent(tax.strip_suffix(" tax")?)?)),
        None => (text, None),
    };
    let (text, basis) = match text.rsplit_once(" per ") {
        None => (text, Basis::Payment),
        Some((text, basis)) => {
            let basis = match basis {
                "client" => Basis::Client,
                "contract" => Basis::Contract,
                "payment" => Basis::Payment,
                "month" => Basis::Month,
                "account" => Basis::Account,
                _ => return None,
            };
            (text, basis)
        }
    };
    let (text, is_whole) = text.strip_prefix("whole ").map_or((text, false), |text| (text, true));
    let mut tiers = text.split(", ").map(tier).collect::<Option<Vec<_>>>()?;
    let adjustments = if is_whole { vec![] } else { std::mem::take(&mut tiers.last_mut()?.adjustments) };
    Some(Charge { is_whole, tiers, adjustments, basis, tax })
}

fn tier(text: &str) -> Option<Tier> {
    let limited = |word: &str| text.rsplit_once(word);
    // The first job ends with the first unit billed.
    let first_job = text.strip_suffix(" for the first job").map(|text| (text, Some((whole(0), false))));
    let (text, limit) = match (limited(" to "), limited(" under ")) {
        _ if first_job.is_some() => first_job?,
        (Some((text, limit)), _) => (text, Some((decimal(limit)?, false))),
        (None, Some((text, limit))) => (text, Some((decimal(limit)?, true))),
        (None, None) => (text, None),
    };
    let mut words = text.split(' ');
    let rate = words.next()?;
    let rate = match rate.split_once("..") {
        Some((from, to)) => Rate::Open(percent(from)?, percent(to)?),
        None => Rate::Fixed(percent(rate)?),
    };
    let mut adjustments = vec![];
    while let Some(word) = words.next() {
        adjustments.push(match word {
            "+" => Adjustment::Plus(decimal(words.next()?)?),
            "at" => match (words.next()?, decimal(words.next()?)?) {
                ("least", amount) => Adjustment::AtLeast(amount),
                ("most", amount) => Adjustment::AtMost(amount),
                _ => return None,
            },
            _ => return None,
        });
    }
    Some(Tier { rate, limit, adjustments })
}

fn percent(text: &str) -> Option<Exact> {
    Some(decimal(text.strip_suffix('%')?)? * fraction(1, 100))
}

impl Rate {
    /// The rate, if the reader chose that one: the nearest that the fee allows.
    pub fn at(self, chosen: Exact) -> Exact {
        match self {
            Rate::Fixed(rate) => rate,
            Rate::Open(from, to) => chosen.clamp(from, to),
        }
    }

    /// The highest rate that it can be.
    pub fn highest(self) -> Exact {
        self.at(whole(1))
    }
}
