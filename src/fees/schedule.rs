use time::Date;

use super::{Fee, PLATFORMS, Platform};
use crate::amount::Currency;

/// One price list of a platform: a fee, the day it took effect, and where that was read.
///
/// A schedule that has been in force is never changed, only succeeded, and its id is never used again.
#[derive(Debug, PartialEq, Eq)]
pub struct Schedule {
    /// Platform and year it took effect, `upwork-2016`: the name in links, for ever.
    pub id: &'static str,
    /// The fee in the notation.
    pub fee: &'static str,
    /// The currency of the fee's limits and fixed parts.
    pub currency: Currency,
    /// The first day it was in force.
    pub from: Date,
    /// Where it was read.
    pub source: Source,
}

/// The page that a schedule was read from.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// The page's title.
    pub title: &'static str,
    /// Its address.
    pub url: &'static str,
    /// The day it was read.
    pub read: Date,
}

impl Schedule {
    /// The schedule with that id.
    pub fn find(id: &str) -> Option<&'static Schedule> {
        PLATFORMS.iter().flat_map(|platform| platform.schedules).find(|schedule| schedule.id == id)
    }

    /// The platform that charges it.
    ///
    /// # Panics
    ///
    /// For a schedule that is not in the catalogue; none is made elsewhere.
    pub fn platform(&self) -> &'static Platform {
        PLATFORMS
            .iter()
            .find(|platform| platform.schedules.iter().any(|schedule| schedule.id == self.id))
            .expect("every schedule is in the catalogue")
    }

    /// The fee, read from its notation.
    ///
    /// # Panics
    ///
    /// If the catalogue had a slip; the tests read every fee in it.
    pub fn fee(&self) -> Fee {
        let Ok(fee) = self.fee.parse() else { panic!("every fee of the catalogue is well written") };
        fee
    }

    /// The schedule of the same platform that took its place, if there is one.
    pub fn successor(&self) -> Option<&'static Schedule> {
        self.platform().schedules.iter().find(|schedule| schedule.from > self.from)
    }

    /// The last day it was in force: the day before its successor's first.
    pub fn until(&self) -> Option<Date> {
        self.successor().and_then(|next| next.from.previous_day())
    }
}
