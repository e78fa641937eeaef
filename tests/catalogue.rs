//! The catalogue is data, and is tested as data.

mod support;

use take_home::amount::{Currency, Rate};
use take_home::fees::{Fee, PLATFORMS, Schedule};

/// Every id ever shipped. Rows are added, never removed or changed: links hold them for ever.
const IDS: [&str; 3] = ["upwork-2016", "upwork-2023", "upwork-2025"];

fn schedules() -> impl Iterator<Item = &'static Schedule> {
    PLATFORMS.iter().flat_map(|platform| platform.schedules)
}

#[test]
fn ids_are_unique_and_none_is_ever_lost() {
    let mut ids: Vec<&str> = schedules().map(|schedule| schedule.id).collect();
    ids.sort_unstable();
    let mut kept = IDS.to_vec();
    kept.sort_unstable();
    assert_eq!(ids, kept);
    assert!(IDS.iter().all(|id| Schedule::find(id).is_some_and(|schedule| schedule.id == *id)));
    assert_eq!(Schedule::find("custom"), None, "that id is for a fee of the reader's own");
}

#[test]
fn an_id_is_the_platform_and_the_year_it_took_effect() {
    for schedule in schedules() {
        let platform = schedule.platform().name.to_lowercase();
        assert_eq!(schedule.id, format!("{platform}-{}", schedule.from.year()));
    }
}

#[test]
fn days_rise_and_nothing_was_read_before_it_was_there() {
    for platform in PLATFORMS {
        assert!(!platform.schedules.is_empty(), "{}", platform.name);
        for pair in platform.schedules.windows(2) {
            assert!(pair[0].from < pair[1].from, "{} before {}", pair[0].id, pair[1].id);
            assert_eq!(pair[0].until().and_then(time::Date::next_day), Some(pair[1].from));
            assert_eq!(pair[0].successor(), Some(&pair[1]));
        }
        assert_eq!(platform.schedules.last().and_then(Schedule::until), None);
        assert!(platform.schedules.iter().all(|schedule| schedule.from <= schedule.source.read));
    }
}

#[test]
fn every_schedule_names_its_source() {
    for schedule in schedules() {
        assert!(schedule.source.url.starts_with("https://"), "{}", schedule.id);
        assert!(!schedule.source.title.is_empty(), "{}", schedule.id);
    }
}

#[test]
fn every_fee_prints_as_it_is_written_and_can_be_charged() {
    for schedule in schedules() {
        let fee: Fee = schedule.fee.parse().expect(schedule.id);
        assert_eq!(fee.to_string(), schedule.fee);
        let rate = fee.open_rate().map_or(Rate::ZERO, |(least, _)| least);
        assert!(fee.settle(rate, schedule.currency).is_ok(), "{}", schedule.id);
        assert_eq!(schedule.currency, Currency::USD);
    }
}
