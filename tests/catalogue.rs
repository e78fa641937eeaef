//! Is the catalogue sound? It is data, and is tested as data.

mod support;

use std::collections::BTreeSet;

use support::comparison;
use take_home::amount::{Currency, Money, Rate};
use take_home::compare::{Lead, elsewhere};
use take_home::fees::{
    Certainty, Choice, Fee, PLATFORMS, Payer, Platform, RARE, Schedule, Since, has_rare, names_rare,
};
use take_home::scenario::Side;

/// Every id ever shipped; `cargo xtask facts` adds new ones. None is ever removed: links hold them for ever.
const SHIPPED: &str = include_str!("../catalogue/shipped-ids.txt");

#[test]
fn ids_are_unique_and_none_is_ever_lost() {
    let mut seen = BTreeSet::new();
    for schedule in Schedule::all() {
        assert!(seen.insert(schedule.id), "{} twice", schedule.id);
        assert_eq!(Schedule::find(schedule.id), Some(schedule));
    }
    for id in SHIPPED.lines() {
        assert!(seen.contains(id), "{id} was shipped once and has to stay");
    }
    assert!(!seen.contains("custom") && !seen.contains("none"), "these are for fees of one's own, and for none");
}

#[test]
fn an_id_is_the_platform_and_the_year_it_took_effect() {
    for platform in PLATFORMS {
        let mut names = BTreeSet::new();
        for schedule in platform.freelancer().iter().chain(platform.client()) {
            let year = schedule.from.year().to_string();
            let name = schedule.id.strip_suffix(&year).and_then(|name| name.strip_suffix('-'));
            let name = name.unwrap_or_else(|| panic!("{} took effect in {year}", schedule.id));
            assert_eq!(name.ends_with("-client"), schedule.payer == Payer::Client, "{}", schedule.id);
            names.insert(name.trim_end_matches("-client"));
            assert!(schedule.id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'));
        }
        assert_eq!(names.len(), 1, "{} has one name in its ids: {names:?}", platform.name);
        assert_eq!(platform.newest, platform.freelancer().last().map_or("", |schedule| schedule.id));
    }
}

#[test]
fn it_is_as_large_as_promised() {
    let readme = include_str!("../README.md");
    for promise in [format!("{} platforms", PLATFORMS.len()), format!("{} schedules", Schedule::all().count())] {
        assert!(readme.contains(&promise), "README does not say {promise}");
    }
    for payer in [Payer::Freelancer, Payer::Client] {
        assert!(Schedule::all().any(|schedule| schedule.payer == payer));
    }
}

#[test]
fn days_rise_and_nothing_was_read_before_it_was_there() {
    for platform in PLATFORMS {
        assert!(platform.freelancer().len() + platform.client().len() > 0, "{}", platform.name);
        for schedules in [platform.freelancer(), platform.client()] {
            for pair in schedules.windows(2) {
                assert!(pair[0].from.surely() < pair[1].from.surely(), "{} before {}", pair[0].id, pair[1].id);
                assert_eq!(pair[0].successor(), Some(&pair[1]));
                assert_eq!(pair[0].ended, None, "{} ended when {} began", pair[0].id, pair[1].id);
                match (pair[0].until(), pair[1].from) {
                    (Some(Since::On(last)), Since::On(first)) => assert_eq!(last.next_day(), Some(first)),
                    (Some(Since::About(last)), Since::About(first) | Since::By(first)) => assert_eq!(last, first),
                    other => panic!("{other:?}"),
                }
            }
            assert_eq!(schedules.last().and_then(Schedule::successor), None);
        }
    }
    for schedule in Schedule::all() {
        let sources = schedule.details().readings.iter().map(|reading| &reading.source).chain([&schedule.source]);
        for source in sources {
            let read = Since::On(source.read);
            assert!(schedule.from.surely() <= read.surely(), "{} was read before it began", schedule.id);
        }
        assert!(schedule.until().is_none_or(|until| until.surely() >= schedule.from.surely()), "{}", schedule.id);
    }
}

#[test]
fn every_fact_names_its_source() {
    for schedule in Schedule::all() {
        let sources = schedule.details().readings.iter().map(|reading| &reading.source).chain([&schedule.source]);
        for source in sources {
            let host = source.url.strip_prefix("https://").unwrap_or_else(|| panic!("{}: {}", schedule.id, source.url));
            assert!(host.split('/').next().is_some_and(|host| host.contains('.')), "{}", schedule.id);
            assert!(!source.url.contains(char::is_whitespace) && !source.title.is_empty(), "{}", schedule.id);
        }
    }
}

#[test]
fn a_conflict_says_what_else_was_read() {
    for schedule in Schedule::all().filter(|schedule| schedule.certainty == Certainty::Conflicting) {
        assert!(!schedule.details().readings.is_empty() || !schedule.details().note.is_empty(), "{}", schedule.id);
    }
    for schedule in Schedule::all() {
        assert!(schedule.details().readings.iter().all(|reading| reading.fee != schedule.fee), "{}", schedule.id);
    }
}

#[test]
fn every_fee_prints_as_it_is_written_and_can_be_charged() {
    for schedule in Schedule::all() {
        let readings = schedule.details().readings.iter().map(|reading| reading.fee.to_string());
        for text in readings.chain([schedule.fee.to_string()]) {
            let fee: Fee = text.parse().unwrap_or_else(|error| panic!("{}: {error}", schedule.id));
            assert_eq!(fee.to_string(), text, "{}", schedule.id);
            let rate = fee.open_rate().map_or(Rate::ZERO, |(least, _)| least);
            for status in 0..fee.cases().len() {
                for months in [0, 1_200] {
                    let terms = fee.settle(Choice { rate, status, months }, schedule.currency);
                    assert!(terms.is_ok(), "{}", schedule.id);
                }
            }
        }
    }
}

#[test]
fn clients_fees_stand_beside_the_freelancers() {
    let beside = |id: &str| Schedule::find(id).and_then(Schedule::beside).map(|schedule| schedule.id);
    assert_eq!(beside("upwork-2013"), Some("upwork-client-2013"));
    assert_eq!(beside("upwork-2016"), Some("upwork-client-2019"), "the last one that began while it was in force");
    assert_eq!(beside("upwork-2025"), Some("upwork-client-2025"));
    assert_eq!(beside("guru-2026"), None, "not known");
}

/// They come with a part of the page, which loads as soon as a link names one.
#[test]
fn a_rare_schedule_is_known_by_how_its_id_begins() {
    for platform in PLATFORMS {
        for schedule in platform.charges().freelancer.iter().chain(platform.client()) {
            assert_eq!(names_rare(schedule.id), RARE.contains(&platform.charges()), "{}", schedule.id);
        }
    }
    assert!(has_rare() && !names_rare(""));
}

#[test]
fn every_schedule_opens_by_its_id_alone() {
    assert_eq!(support::scenario("fee=10%25").fee_source().platform(), None);
    for platform in PLATFORMS {
        for schedule in platform.freelancer() {
            let found = support::scenario(&format!("schedule={}", schedule.id));
            assert_eq!(found.fee_source().id(), schedule.id);
            assert_eq!(found.fee_source().platform(), Some(platform));
            assert_eq!(found.currency(), schedule.currency);
        }
        for schedule in platform.client() {
            let found = support::scenario(&format!(
                "client-schedule={}&fee=10%25&currency={}",
                schedule.id,
                schedule.currency.code()
            ));
            assert_eq!(found.client().map(|client| client.source.id()), Some(schedule.id));
        }
    }
}

#[test]
fn every_schedule_that_fits_is_compared_and_the_rest_is_named() {
    let scenario = support::scenario("");
    let found = elsewhere(&scenario);
    let freelancers = PLATFORMS.iter().flat_map(Platform::freelancer).count();
    assert_eq!(found.verdicts.len() + found.left_out.len(), freelancers);
    assert!(found.left_out.iter().all(|schedule| schedule.currency != Currency::USD));
    let under = |id: &str| {
        let verdict = found.verdicts.iter().find(|verdict| verdict.schedule.id == id).expect(id);
        (verdict.lead, Currency::USD.plain(verdict.difference))
    };
    assert_eq!(under("upwork-2016"), (Lead::Ahead(Side::Contract), "1700.00".into()), "as the page itself");
    assert_eq!(under("upwork-2023"), (Lead::Level, "0.00".into()), "10% either way");
    assert_eq!(under("fevrok-2026"), (Lead::Ahead(Side::Contract), "1525.00".into()), "3,000 − (100 + 675 + 700)");
    // Each verdict is that of the schedule's own link.
    for verdict in &found.verdicts {
        let fee = &verdict.schedule.fee;
        let rate = fee.open_rate().map_or(String::new(), |(least, most)| {
            let ten = Rate::from_percent(10.into()).unwrap();
            format!("&rate={}", if least <= ten && ten <= most { ten } else { least }.percent())
        });
        let link = format!("schedule={}&currency=USD{rate}", verdict.schedule.id);
        let comparison = comparison(&link);
        assert_eq!(verdict.difference, comparison.verdict.difference, "{link}");
        assert_eq!(verdict.lead, comparison.verdict.lead, "{link}");
    }
}

#[test]
fn a_status_stays_under_another_fee_that_has_it() {
    for (status, position) in [("basic", 0), ("guru-vendor", 1)] {
        let found = elsewhere(&support::scenario(&format!("schedule=guru-2009&status={status}"))).verdicts;
        let of = |id: &str| {
            found.iter().find(|verdict| verdict.schedule.id == id).map(|verdict| verdict.choices.gigs.status)
        };
        assert_eq!([of("guru-2009"), of("guru-2010")], [Some(position); 2], "{status}");
        // One that has no such status takes its first.
        assert_eq!([of("dribbble-2023"), of("guru-2026")].into_iter().flatten().max(), Some(0), "{status}");
    }
}

#[test]
fn eras_stand_together_and_platforms_in_the_order_of_their_lead() {
    let found = elsewhere(&support::scenario("")).verdicts;
    let mut platforms: Vec<&str> = vec![];
    let mut newest: Vec<Money> = vec![];
    let place = |name: &str| PLATFORMS.iter().position(|platform| platform.name == name);
    let mut before = None;
    for verdict in &found {
        let name = verdict.schedule.platform().name;
        if platforms.last() != Some(&name) {
            assert!(!platforms.contains(&name), "{name} is torn apart");
            platforms.push(name);
            newest.push(verdict.difference);
            // Those that leave the same stay in the catalogue's order.
            let left = (verdict.difference, verdict.remaining.contract);
            assert!(
                before.replace((left, place(name))).is_none_or(|before| before.0 != left || before.1 < place(name))
            );
        }
    }
    assert!(newest.is_sorted_by(|one, next| one >= next));
}
