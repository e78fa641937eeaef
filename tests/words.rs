//! The sentences, from a link to what the reader is told.

mod support;

use support::scenario;
use take_home::compare::{Quantity, Range, compare, stretches};
use take_home::report::{Words, WorkingRow};
use take_home::scenario::{Given, Side, read_link};

#[track_caller]
fn check(link: &str, verdict: &str, turn: &str) {
    let scenario = scenario(link);
    let comparison = compare(&scenario);
    let words = Words::new(&read_link(&Given::default(), link).0, scenario.currency());
    assert_eq!(words.verdict(&comparison).plain(), verdict, "{link}");
    assert_eq!(words.turn(&scenario, &comparison), turn, "{link}");
}

#[test]
fn verdicts() {
    check(
        "",
        "One large contract leaves you $1,700.00 more.",
        "To match it, each gig would have to pay $562.97. The contract stays ahead down to a price of $13,210.53.",
    );
    // The gigs keep 16,000: 8,950 + 0.95 × 7,421.05 = 15,999.9975, where the fee of 371.0525 is rounded to 371.05. And of
    // 428.12 a gig keeps 342.50, 13,700 ÷ 40, for its fee of 85.624 is rounded to 85.62.
    check(
        "gigs=40&contract-price=15000",
        "Many small gigs leave you $2,300.00 more.",
        "To match them, the contract would have to pay $17,421.05. The gigs stay ahead down to $428.12 each.",
    );
    check(
        "schedule=upwork-2023",
        "No difference: 10\u{a0}% either way.",
        "Under this fee size brings no discount: only the prices decide.",
    );
    check(
        "schedule=upwork-2023&contract-price=14000",
        "Many small gigs leave you $900.00 more.",
        "The fee is 10\u{a0}% either way: the difference is in the prices, not in the size. To match them, the contract \
         would have to pay $15,000.00. The gigs stay ahead down to $466.67 each.",
    );
    check(
        "schedule=upwork-2023&gig-price=333.33&same-total",
        "No difference: 10\u{a0}% either way.",
        "Only rounding each payment sets them apart: it leaves the gigs $0.09 more.",
    );
    check(
        "contract-price=13210.53",
        "No difference: $12,000.00 either way.",
        "At these numbers it does not matter which you choose.",
    );
    check(
        "gigs=1&gig-price=500&contract-price=400",
        "The one gig leaves you $80.00 more.",
        "To match it, the contract would have to pay $500.00. The gig stays ahead down to a price of $400.00.",
    );
    check(
        "schedule=upwork-2025&gig-rate=15&contract-rate=0&contract-price=1000000000000",
        "One large contract leaves you $999,999,987,250.00 more.",
        "No price of the gigs would match it. The contract stays ahead down to a price of $12,750.00.",
    );
}

#[test]
fn the_working_of_the_example() {
    let scenario = scenario("");
    let words = Words::new(&Given::default_draft(), scenario.currency());
    let outcomes = compare(&scenario).outcomes;
    assert_eq!(words.working_summary(&outcomes), "100 + 950 + 250 = 1,300");
    let working = words.working(&outcomes.contract);
    let part = |text: &str, fee: &str| WorkingRow::Part(text.into(), fee.into());
    assert_eq!(
        working.rows,
        [
            WorkingRow::Heading("One payment of $15,000.00".into()),
            part("first $500.00 at 20\u{a0}%", "$100.00"),
            part("next $9,500.00 at 10\u{a0}%", "$950.00"),
            part("next $5,000.00 at 5\u{a0}%", "$250.00"),
            WorkingRow::Total("fee".into(), "$1,300.00".into()),
        ]
    );
    assert_eq!(working.sum, "$15,000.00 − $1,300.00");
    assert_eq!(working.take_home, "$13,700.00");
}

#[test]
fn a_slider_says_where_the_lead_changes_hands() {
    let scenario = scenario("");
    let words = Words::new(&Given::default_draft(), scenario.currency());
    let quantity = Quantity::Price(Side::Gigs);
    let found = stretches(&scenario, quantity, Range { from: 500, to: 100_000, step: 500 });
    assert_eq!(
        words.slider(quantity, 50_000, &found),
        "$500.00: the contract is ahead. The lead changes hands at $562.97."
    );
    assert_eq!(
        words.slider(quantity, 60_000, &found),
        "$600.00: the gigs are ahead. The lead changes hands at $562.97."
    );
}

#[test]
fn schedules_and_their_standing() {
    let words = Words::new(&Given::default_draft(), take_home::amount::Currency::USD);
    let named = |id| take_home::fees::Schedule::find(id).unwrap();
    assert_eq!(words.schedule(named("upwork-2016")), "20 / 10 / 5\u{a0}%, 2016–2023");
    assert_eq!(words.schedule(named("upwork-2023")), "10\u{a0}%, 2023–2025");
    assert_eq!(words.schedule(named("upwork-2025")), "0–15\u{a0}%, since 2025");
    assert_eq!(words.status(scenario("").tariff(), None), "ended 2\u{a0}May\u{a0}2023; now 0–15\u{a0}% per contract");
    assert_eq!(words.status(scenario("schedule=upwork-2025").tariff(), None), "in force since 1\u{a0}May\u{a0}2025");
}
