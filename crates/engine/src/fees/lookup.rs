//! Which schedule is it, whose is it, and what replaced it?

use std::ptr;

use super::catalogue::DETAILS;
use super::{Details, PAYMENT_SERVICES, PLATFORMS, Platform, Schedule, Since};

impl Schedule {
    /// The schedule with this id.
    pub fn find(id: &str) -> Option<&'static Schedule> {
        Schedule::all().find(|schedule| schedule.id == id)
    }

    /// Every schedule of the catalogue that has arrived, platform by platform.
    pub fn all() -> impl Iterator<Item = &'static Schedule> {
        PLATFORMS.iter().flat_map(|platform| platform.freelancer().iter().chain(platform.client()))
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

    /// The details of the schedule.
    pub fn details(&self) -> &'static Details {
        let found = DETAILS.iter().find(|(id, _)| *id == self.id);
        found.map_or(&Details { note: "", readings: &[] }, |(_, details)| details)
    }

    /// The platform that charges it.
    ///
    /// # Panics
    ///
    /// For a schedule that is not in the catalogue. There is no other.
    pub fn platform(&self) -> &'static Platform {
        let charges = |platform: &&Platform| platform.schedules(self.payer).iter().any(|other| ptr::eq(other, self));
        let Some(platform) = PLATFORMS.iter().find(charges) else { panic!("every schedule is in the catalogue") };
        platform
    }

    /// The schedule of the same platform and payer that replaced it, if there is one.
    pub fn successor(&self) -> Option<&'static Schedule> {
        let mut later = self.platform().schedules(self.payer).iter().skip_while(|schedule| schedule.id != self.id);
        later.nth(1)
    }

    /// The date on which it ended: the day before its successor's first day, or the date on which the platform stopped charging it.
    /// None while it is in force.
    pub fn until(&self) -> Option<Since> {
        self.ended.or_else(|| match self.successor()?.from {
            Since::On(day) => Some(day.previous_day().map_or(Since::About(day.year()), Since::On)),
            Since::About(year) | Since::By(year) => Some(Since::About(year)),
        })
    }

    /// The schedule that is in force now, if this one has ended. The platform may have had others in between.
    pub fn today(&self) -> Option<&'static Schedule> {
        let newest = self.platform().schedules(self.payer).last()?;
        (self.until().is_some() && newest.until().is_none()).then_some(newest)
    }

    /// The client's fee that goes with it: the platform's last one that began before this one ended.
    pub fn beside(&self) -> Option<&'static Schedule> {
        let ended = self.until().map(Since::surely);
        let began = |schedule: &&Schedule| ended.is_none_or(|ended| schedule.from.surely() <= ended);
        self.platform().client().iter().rfind(began)
    }
}
