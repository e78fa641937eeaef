//! Does it avoid the bugs of other fee calculators? Each one found is a case.

mod support;

use support::{comparison, payment, terms, usd};
use take_home::scenario::{Draft, Field, Overrides, Problem, Reason, validate};

const SLIDING: &str = "20% to 500, 10% to 10000, 5% per client";

#[track_caller]
fn fee(before: &str, amount: &str) -> String {
    take_home::amount::Currency::USD.plain(terms(SLIDING).fee(&payment(before, amount)))
}

#[test]
fn a_limit_is_an_upper_edge_not_a_width() {
    assert_eq!(fee("0", "10,400"), "1070.00", "100 + 9,500 × 10% + 400 × 5%, not 10,000 wide");
}

#[test]
fn the_lower_tier_is_subtracted_from_the_next() {
    assert_eq!(fee("0", "1,000"), "150.00", "100 + 500 × 10%, not 100 + 1,000 × 10%");
}

#[test]
fn the_top_tier_has_its_own_rate() {
    assert_eq!(fee("0", "30,000"), "2050.00", "100 + 950 + 20,000 × 5%");
}

#[test]
fn the_total_does_not_pick_one_rate_for_everything() {
    assert_eq!(fee("0", "600"), "110.00", "not 600 × 10% = 60");
}

#[test]
fn history_counts_to_the_cent_and_for_each_client() {
    assert_eq!(fee("499.99", "0.10"), "0.01", "0.01 × 20% + 0.09 × 10% = 0.011");
    let gigs = comparison("gigs=2&gig-price=100&gig-billed=450").outcomes.gigs;
    assert_eq!(gigs.service_fee, usd("30.00"), "for each of two clients 50 × 20% + 50 × 10%");
}

#[test]
fn history_within_the_first_tier_and_a_small_amount() {
    assert_eq!(fee("300", "100"), "20.00", "still all at 20%");
}

#[test]
fn above_500_begins_with_the_next_cent() {
    assert_eq!(fee("0", "500.01"), "100.00", "100.001");
    assert_eq!(fee("500", "0.05"), "0.01", "0.005 is rounded away from zero");
    assert_eq!(fee("9,999.99", "0.20"), "0.01", "0.01 × 10% + 0.19 × 5% = 0.0105");
}

#[test]
fn no_float_shows_and_each_payment_is_rounded() {
    assert_eq!(fee("0", "0.07"), "0.01", "0.014, which a float would show as 0.014000000000000002");
    let gigs = comparison("schedule=upwork-2023&gigs=3&gig-price=0.05").outcomes.gigs;
    assert_eq!(gigs.service_fee, usd("0.03"), "3 × 0.005 rounded payment by payment, not 0.015 rounded once");
}

#[test]
fn an_amount_smaller_than_what_is_left_of_a_tier_makes_no_negative_part() {
    let slices = terms(SLIDING).slices(&payment("100", "50"));
    assert_eq!(slices.len(), 1);
    assert_eq!(slices[0].fee, usd("10.00"), "50 × 20%");
}

#[test]
fn the_inverse_crosses_tiers() {
    let bill = terms(SLIDING).least_billing_keeping(usd("1,000"), usd("0"), take_home::amount::Currency::USD.max());
    assert_eq!(bill, Some(usd("1,166.67")), "500 + 600 ÷ 0.9 = 1,166.67, not 1,000 ÷ 0.9 or ÷ 0.8");
}

#[test]
fn limits_stay_in_the_platforms_currency() {
    let euros = Overrides::default_draft().with(Field::Currency, "EUR");
    let usd = take_home::amount::Currency::USD;
    assert_eq!(
        validate(&euros),
        Err(vec![Problem { field: Field::Currency, reason: Reason::OtherCurrency(usd) }]),
        "500 dollars are not 500 euros"
    );
}

#[test]
fn what_the_client_pays_is_not_taken_from_the_freelancer() {
    let contract = comparison("").outcomes.contract;
    assert_eq!(contract.gross - contract.take_home, contract.service_fee);
}

#[test]
fn the_fee_is_taken_from_everything_billed() {
    // A tip or bonus is billed like anything else: 500 and a bonus of 50 pay the fee on 550.
    assert_eq!(fee("0", "550"), "105.00", "100 + 50 × 10%");
}

#[test]
fn an_empty_draft_is_a_problem_not_a_zero() {
    let empty: Draft = Overrides::default_draft().with(Field::GigPrice, "");
    assert_eq!(validate(&empty), Err(vec![Problem { field: Field::GigPrice, reason: Reason::Empty }]));
}
