//! Is the comparison of staying with leaving right? Each figure with its sum.

mod support;

use support::{scenario, usd};
use take_home::amount::{Decimal, Money, round};
use take_home::compare::{Leaving, Ways, leaving};
use take_home::fees::{CONVERSIONS, FACTS, Fee, Topic};
use take_home::scenario::{Field, Overrides, Reason, read_link, validate};

fn of(link: &str) -> Leaving {
    leaving(&scenario(link))
}

#[track_caller]
fn ways(link: &str) -> (Ways, Ways) {
    let ways = of(link).ways.expect("the same currency");
    (ways.gigs, ways.contract)
}

#[test]
fn twenty_an_hour_is_a_conversion_fee_of_4992() {
    let (gigs, contract) = ways("conversion-rate=20");
    assert_eq!(contract.conversion, Some(usd("4,992.00")), "12% of 20 × 2,080 = 41,600");
    assert_eq!(gigs.conversion, Some(usd("149,760.00")), "for each of 30 clients");
    let (one, _) = ways("conversion-rate=20&gig-clients=one");
    assert_eq!(one.conversion, Some(usd("4,992.00")));
}

#[test]
fn a_conversion_fee_has_a_least_and_a_most() {
    let fee = |rate: &str| ways(&format!("conversion-rate={rate}")).1.conversion.unwrap();
    assert_eq!(fee("4"), usd("1,000.00"), "12% of 8,320 would be 998.40");
    assert_eq!(fee("4.01"), usd("1,000.90"), "12% of 8,340.80 = 1,000.896");
    assert_eq!(fee("200.32"), usd("49,999.87"), "12% of 416,665.60 = 49,999.872");
    assert_eq!(fee("200.33"), usd("50,000.00"), "12% of 416,686.40 would be 50,002.37");
    let fees: Vec<_> = of("conversion-rate=4").conversions.iter().map(|(_, fee)| fee.unwrap()).collect();
    assert_eq!(fees, [usd("1,000.00"), usd("998.40")], "the older rule, without limits, comes second");
}

#[test]
fn a_fee_that_the_platform_named_goes_first() {
    assert_eq!(ways("conversion-rate=20&conversion-fee=3500").1.conversion, Some(usd("3,500.00")));
    assert_eq!(ways("").1.conversion, None, "no rate, no fee");
    assert_eq!(ways("schedule=fiverr-2026&conversion-rate=20").1.conversion, None, "no rule is known there");
    assert_eq!(ways("schedule=fiverr-2026&conversion-fee=100").1.conversion, Some(usd("100.00")));
}

#[test]
fn two_years_are_waited_out() {
    let left = |link: &str| ways(link).1.months_left;
    assert_eq!(left(""), Some(24));
    assert_eq!(left("contract-months=23"), Some(1));
    assert_eq!(left("contract-months=24"), Some(0));
    assert_eq!(left("contract-months=60"), Some(0));
    assert_eq!(left("fee=10%25"), None, "a fee of one's own has no terms");
    assert_eq!(ways("gig-months=10").0.months_left, Some(14));
}

#[test]
fn off_the_platform_a_processor_is_paid() {
    let (gigs, contract) = ways("");
    assert_eq!(contract.stays, usd("13,700.00"));
    assert_eq!(contract.leaves, usd("14,476.01"), "15,000 − 3.49% − 0.49 = 15,000 − 523.99");
    assert_eq!(contract.saving(), usd("776.01"));
    assert_eq!(gigs.leaves, usd("14,461.80"), "30 × (500 − 17.45 − 0.49)");
    let (_, card) = ways("direct-status=paid-by-card");
    assert_eq!(card.leaves, usd("14,551.01"), "15,000 − 2.99% − 0.49");
    let (_, direct) = ways("direct-schedule=upwork-direct-2024&direct-status=freelancer-plus");
    assert_eq!(direct.leaves, usd("15,000.00"), "0% with the membership");
    let (_, monthly) = ways("contract-payments=12");
    assert_eq!(monthly.leaves, usd("14,470.56"), "12 × (1,250 − 44.12): 43.625 + 0.49 is 44.115");
}

#[test]
fn a_breach_pays_only_below_a_chance() {
    let leaving = of("rebuild-months=5&monthly-take-home=5000");
    assert_eq!(leaving.worth, usd("25,000.00"), "5 × 5,000");
    let contract = leaving.ways.unwrap().contract;
    let chance = contract.break_even(leaving.worth).unwrap();
    assert_eq!(round(chance, 4), Decimal::new(310, 4), "776.01 ÷ 25,000 = 3.104%");
    assert_eq!(contract.break_even(Money::ZERO), None, "nothing is said to be at stake");
    assert_eq!(contract.break_even(usd("776.01")), None, "less at stake than is saved");
    assert!(contract.break_even(usd("776.02")).is_some());
}

#[test]
fn where_nothing_is_saved_nothing_pays() {
    let (_, contract) = ways("schedule=upwork-direct-2024&status=freelancer-plus&direct-schedule=stripe-2026");
    assert_eq!(contract.saving(), usd("-435.30"), "2.9% of 15,000 and 0.30, where the platform takes nothing");
    assert_eq!(contract.break_even(usd("10,000.00")), None);
}

#[test]
fn other_currencies_are_not_mixed() {
    assert_eq!(of("schedule=malt-2019").ways, None, "PayPal's fixed part is in dollars");
    let (_, contract) = ways("schedule=upwork-2023&currency=EUR&direct-schedule=upwork-direct-2023&conversion-rate=20");
    assert_eq!(contract.conversion, None, "its least and most are in dollars");
    assert_eq!(contract.leaves, usd("14,490.00"), "3.4% has no amounts");
}

#[test]
fn bad_values_are_told_at_their_field() {
    let problem = |field: Field, text: &str| {
        let draft = Overrides::default_draft().with(field, text);
        let problems = validate(&draft).expect_err(text);
        assert_eq!(problems.len(), 1, "{problems:?}");
        (problems[0].field, problems[0].reason.clone())
    };
    assert_eq!(problem(Field::ContractMonths, "abc"), (Field::ContractMonths, Reason::NotANumber));
    assert_eq!(problem(Field::ContractMonths, "1.5"), (Field::ContractMonths, Reason::NotWhole));
    assert_eq!(problem(Field::BadReview, "101"), (Field::BadReview, Reason::TooMany(100)));
    assert_eq!(problem(Field::ReviewsInSight, "101"), (Field::ReviewsInSight, Reason::TooMany(100)));
    assert_eq!(problem(Field::Claim, "-1"), (Field::Claim, Reason::Negative));
    assert!(matches!(problem(Field::DirectSchedule, "upwork-2016"), (_, Reason::UnknownChoice(_))));
    assert!(matches!(problem(Field::DirectStatus, "gold"), (_, Reason::UnknownStatus(_))));
}

#[test]
fn a_damaged_link_loses_no_more_than_its_fault() {
    let (draft, ignored) =
        read_link(&Overrides::default(), "#direct-schedule=nowhere&direct-status=x&rebuild-months=3&bad-review=x");
    let names: Vec<_> = ignored.iter().map(|ignored| ignored.name.as_str()).collect();
    assert_eq!(names, ["direct-schedule", "bad-review", "direct-status"]);
    assert_eq!(draft.text(Field::RebuildMonths), "3");
    assert!(validate(&draft).is_ok());
}

#[test]
fn every_fact_can_be_used_and_every_rule_read() {
    for fact in FACTS {
        let (draft, ignored) = read_link(&Overrides::default(), fact.set);
        assert_eq!(ignored, [], "{}", fact.note);
        assert!(validate(&draft).is_ok());
        assert!(fact.source.url.starts_with("https://"), "{}", fact.note);
    }
    for topic in [Topic::Bidding, Topic::Reviews, Topic::Payment, Topic::Dispute, Topic::Score, Topic::Leaving] {
        assert!(FACTS.iter().any(|fact| fact.topic == topic), "{topic:?}");
    }
    for rule in CONVERSIONS {
        let text = rule.fee.to_string();
        assert_eq!(text.parse::<Fee>().expect(&text), rule.fee);
    }
}
