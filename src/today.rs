//! What day is it? Only this file asks a clock.

use time::{Date, Month};

/// Today, by the reader's clock.
pub fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    let month = Month::try_from(u8::try_from(now.get_month() + 1).ok()?).ok()?;
    Date::from_calendar_date(i32::try_from(now.get_full_year()).ok()?, month, u8::try_from(now.get_date()).ok()?).ok()
}
