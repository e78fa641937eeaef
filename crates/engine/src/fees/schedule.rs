//! What is a schedule? One dated, sourced fee of a platform.

use time::Date;

use super::Fee;
use crate::amount::Currency;

/// A schedule: a fee of a platform, the day it took effect, and its source.
///
/// A schedule that has been in force is never changed, only succeeded, and its id is never used again.
#[derive(Debug, PartialEq, Eq)]
pub struct Schedule {
    /// Its permanent name in links: the platform and the year it took effect, `upwork-2016`; for a client's fee
    /// `upwork-client-2016`.
    pub id: &'static str,
    /// The payer who is charged.
    pub payer: Payer,
    /// The fee.
    pub fee: Fee,
    /// The currency of the fee's limits and fixed parts.
    pub currency: Currency,
    /// The date on which it took effect.
    pub from: Since,
    /// The date on which it ended, if nothing replaced it.
    pub ended: Option<Since>,
    /// The certainty.
    pub certainty: Certainty,
    /// The page it was read from.
    pub source: Source,
}

/// The details of a schedule. They are separate because only an open panel shows them, so that they are not part of the first load.
#[derive(Debug, PartialEq, Eq)]
pub struct Details {
    /// Anything else that a reader should know; may be empty.
    pub note: &'static str,
    /// The same fee as other pages state it.
    pub readings: &'static [Reading],
}

/// The payer that a platform charges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Payer {
    /// Charged out of what is billed.
    Freelancer,
    /// Charged on top of what is billed.
    Client,
}

/// A start or end date, as precise as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// This day.
    On(Date),
    /// About this year; no day was found.
    About(i32),
    /// This year or earlier: the year of the oldest page found.
    By(i32),
}

/// The reliability of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// The platform's own page.
    Official,
    /// The platform's own page, as others quote it.
    Quoted,
    /// Third parties' pages only.
    ThirdParty,
    /// Pages disagree; the other readings are listed.
    Conflicting,
    /// Combined from several pages; none states it.
    Reconstructed,
}

/// The page that a fact was read from.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// The page's title.
    pub title: &'static str,
    /// Its address.
    pub url: &'static str,
    /// The day it was read.
    pub read: Date,
}

/// The same fee as another page states it.
#[derive(Debug, PartialEq, Eq)]
pub struct Reading {
    /// The fee.
    pub fee: Fee,
    /// The page it was read from.
    pub source: Source,
}

impl Since {
    /// The year.
    pub fn year(self) -> i32 {
        match self {
            Since::On(day) => day.year(),
            Since::About(year) | Since::By(year) => year,
        }
    }

    /// The first day on which it certainly applies, to put dates in order: an approximate year counts from its middle.
    pub fn surely(self) -> (i32, u16) {
        match self {
            Since::On(day) => (day.year(), day.ordinal()),
            Since::About(year) => (year, 183),
            Since::By(year) => (year, 1),
        }
    }
}

impl Schedule {
    /// The fee, if it can be charged in this currency: its own, or any if it names no amounts.
    pub fn fee_in(&self, currency: Currency) -> Option<&Fee> {
        (self.currency == currency || !self.fee.names_amounts()).then_some(&self.fee)
    }
}
