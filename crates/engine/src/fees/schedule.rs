//! What is a schedule? One dated, sourced price list of a platform, and which came after it.

use time::Date;

use super::catalogue::DETAILS;
use super::{Fee, PAYMENT_SERVICES, PLATFORMS, Platform};
use crate::amount::Currency;

/// One price list of a platform: a fee, the day it took effect, and where that was read.
///
/// A schedule that has been in force is never changed, only succeeded, and its id is never used again.
#[derive(Debug, PartialEq, Eq)]
pub struct Schedule {
    /// Platform and year it took effect, `upwork-2016`: the name in links, for ever. That of a client's fee says so,
    /// `upwork-client-2016`.
    pub id: &'static str,
    /// Who is charged.
    pub payer: Payer,
    /// The fee.
    pub fee: Fee,
    /// The currency of the fee's limits and fixed parts.
    pub currency: Currency,
    /// When it took effect.
    pub from: Since,
    /// When it ended, where nothing took its place.
    pub ended: Option<Since>,
    /// How sure it is.
    pub certainty: Certainty,
    /// Where it was read.
    pub source: Source,
}

/// What else is known of a schedule. It stands apart, since only those who open it need it: what is not asked for does
/// not travel.
#[derive(Debug, PartialEq, Eq)]
pub struct Details {
    /// What else the reader should know; may be empty.
    pub note: &'static str,
    /// What other pages say of the same fee.
    pub readings: &'static [Reading],
}

/// Whom a platform charges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Payer {
    /// Its fee is taken from what is billed.
    Freelancer,
    /// Its fee comes on top of what is billed.
    Client,
}

/// A day, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// That day.
    On(Date),
    /// About that year; the day was not found.
    About(i32),
    /// That year or earlier: it is the year of the first page seen.
    By(i32),
}

/// How sure a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// The platform's own page.
    Official,
    /// The platform's own page, as others quote it.
    Quoted,
    /// Other people's pages only.
    ThirdParty,
    /// Pages disagree; the other readings are listed.
    Conflicting,
    /// Put together from parts; no page states it.
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

/// What another page says of the same fee.
#[derive(Debug, PartialEq, Eq)]
pub struct Reading {
    /// The fee.
    pub fee: Fee,
    /// Where it was read.
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

    /// The first day on which it surely holds, for putting days in order: a year that is only about right counts from
    /// its middle.
    pub fn surely(self) -> (i32, u16) {
        match self {
            Since::On(day) => (day.year(), day.ordinal()),
            Since::About(year) => (year, 183),
            Since::By(year) => (year, 1),
        }
    }
}

impl Schedule {
    /// The schedule with that id.
    pub fn find(id: &str) -> Option<&'static Schedule> {
        Schedule::all().find(|schedule| schedule.id == id)
    }

    /// Every schedule of the catalogue, platform by platform.
    pub fn all() -> impl Iterator<Item = &'static Schedule> {
        PLATFORMS.iter().flat_map(|platform| platform.freelancer.iter().chain(platform.client))
    }

    /// The first schedule of a payment service.
    ///
    /// # Panics
    ///
    /// Never: the catalogue has one.
    pub(crate) fn first_payment_service() -> &'static Schedule {
        let Some(schedule) = PAYMENT_SERVICES.first().and_then(|id| Schedule::find(id)) else {
            panic!("every payment service is in the catalogue")
        };
        schedule
    }

    /// What else is known of it.
    pub fn details(&self) -> &'static Details {
        let found = DETAILS.iter().find(|(id, _)| *id == self.id);
        found.map_or(&Details { note: "", readings: &[] }, |(_, details)| details)
    }

    /// The platform that charges it.
    ///
    /// # Panics
    ///
    /// For a schedule that is not in the catalogue; none is made elsewhere.
    pub fn platform(&self) -> &'static Platform {
        let charges = |platform: &&Platform| platform.schedules(self.payer).iter().any(|other| other.id == self.id);
        let Some(platform) = PLATFORMS.iter().find(charges) else { panic!("every schedule is in the catalogue") };
        platform
    }

    /// The fee, where it can be charged in that currency: in its own, or where it names no amounts.
    pub fn fee_in(&self, currency: Currency) -> Option<&Fee> {
        (self.currency == currency || !self.fee.names_amounts()).then_some(&self.fee)
    }

    /// The schedule of the same platform, for the same payer, that took its place, if there is one.
    pub fn successor(&self) -> Option<&'static Schedule> {
        let mut later = self.platform().schedules(self.payer).iter().skip_while(|schedule| schedule.id != self.id);
        later.nth(1)
    }

    /// When it ended: the day before its successor's first, or when the platform stopped charging it. None while it is in
    /// force.
    pub fn until(&self) -> Option<Since> {
        self.ended.or_else(|| match self.successor()?.from {
            Since::On(day) => Some(day.previous_day().map_or(Since::About(day.year()), Since::On)),
            Since::About(year) | Since::By(year) => Some(Since::About(year)),
        })
    }

    /// What clients paid the same platform beside it: the last of their schedules that began before this one ended.
    pub fn beside(&self) -> Option<&'static Schedule> {
        let ended = self.until().map(Since::surely);
        let began = |schedule: &&Schedule| ended.is_none_or(|ended| schedule.from.surely() <= ended);
        self.platform().client.iter().rfind(began)
    }
}
