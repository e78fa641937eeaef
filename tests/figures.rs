//! Are published and derived figures exact to the cent? Each with its sum written out.

mod support;

use support::{comparison, payment, scenario, terms, terms_at, usd};
use take_home::amount::{Currency, Money};
use take_home::compare::{Lead, Range, compare, level_gigs, stretches};
use take_home::fees::Payment;
use take_home::scenario::{Field, Side};

const SLIDING: &str = "20% to 500, 10% to 10000, 5% per client";

/// One payment after others to the same client: its fee and what is left.
#[track_caller]
fn case(fee: &str, before: &str, amount: &str, expected_fee: &str, left: &str, because: &str) {
    let charged = terms(fee).fee(&payment(before, amount));
    assert_eq!(charged, usd(expected_fee), "fee on {amount} after {before}: {because}");
    assert_eq!(usd(amount) - charged, usd(left), "left of {amount} after {before}: {because}");
}

// The articles: 20 % of the first 500, 10 % to 10,000, 5 % above, per client.

#[test]
fn thirty_gigs_of_500_for_a_client_each_keep_12_000() {
    let gigs = comparison("gigs=30&gig-price=500").outcomes.gigs;
    assert_eq!(gigs.service_fee, usd("3,000.00"), "30 × (500 × 20%) = 30 × 100");
    assert_eq!(gigs.take_home, usd("12,000.00"), "15,000 − 3,000");
}

#[test]
fn one_contract_of_15_000_for_a_new_client_keeps_13_700() {
    let contract = comparison("contract-price=15000").outcomes.contract;
    assert_eq!(contract.service_fee, usd("1,300.00"), "500 × 20% + 9,500 × 10% + 5,000 × 5% = 100 + 950 + 250");
    assert_eq!(contract.take_home, usd("13,700.00"), "15,000 − 1,300");
    let fees: Vec<_> = contract.tiers.iter().map(|row| row.fee).collect();
    assert_eq!(fees, [usd("100"), usd("950"), usd("250")]);
}

#[test]
fn the_contract_leaves_1_700_more_than_the_gigs() {
    let comparison = comparison("");
    assert_eq!(comparison.verdict.lead, Lead::Ahead(Side::Contract));
    assert_eq!(comparison.verdict.difference, usd("1,700.00"), "13,700 − 12,000");
}

#[test]
fn another_project_for_that_client_pays_5_percent_on_all_of_it() {
    case(SLIDING, "15,000", "2,000", "100.00", "1,900.00", "2,000 × 5%");
}

#[test]
fn of_500_a_month_from_one_client_400_are_left_first_then_450() {
    case(SLIDING, "0", "500", "100.00", "400.00", "500 × 20%");
    case(SLIDING, "500", "500", "50.00", "450.00", "500 × 10%");
    case(SLIDING, "9,500", "500", "50.00", "450.00", "the limit belongs to the lower tier: 500 × 10%");
    case(SLIDING, "10,000", "500", "25.00", "475.00", "500 × 5%");
}

#[test]
fn three_posts_at_50_for_one_new_client_keep_120() {
    let gigs = comparison("gigs=3&gig-price=50&gig-clients=one").outcomes.gigs;
    assert_eq!(gigs.gross, usd("150.00"), "3 × 50");
    assert_eq!(gigs.take_home, usd("120.00"), "150 − 3 × (50 × 20%) = 150 − 30");
}

#[test]
fn a_single_40_dollar_gig_keeps_32() {
    case(SLIDING, "0", "40", "8.00", "32.00", "40 × 20%");
}

// Upwork 2016 to 2023, published and derived.

#[test]
fn sliding_scale_examples() {
    case(SLIDING, "0", "600.00", "110.00", "490.00", "500 × 20% + 100 × 10% (published)");
    case(SLIDING, "0", "500.00", "100.00", "400.00", "500 × 20%");
    case(SLIDING, "0", "500.01", "100.00", "400.01", "100 + 0.01 × 10% = 100.001");
    case(SLIDING, "0", "10,000.00", "1,050.00", "8,950.00", "100 + 9,500 × 10%");
    case(SLIDING, "0", "10,000.01", "1,050.00", "8,950.01", "1,050 + 0.01 × 5% = 1,050.0005");
    case(SLIDING, "0", "20,000.00", "1,550.00", "18,450.00", "1,050 + 10,000 × 5%");
    case(SLIDING, "400.00", "200.00", "30.00", "170.00", "100 × 20% + 100 × 10%");
}

#[test]
fn twenty_clients_of_500_pay_2_000_where_one_of_10_000_pays_1_050() {
    let comparison = comparison("gigs=20&gig-price=500&contract-price=10000");
    assert_eq!(comparison.outcomes.gigs.service_fee, usd("2,000.00"), "20 × 100");
    assert_eq!(comparison.outcomes.gigs.take_home, usd("8,000.00"));
    assert_eq!(comparison.outcomes.contract.service_fee, usd("1,050.00"), "100 + 950");
}

// The same shape on other platforms.

#[test]
fn peopleperhour_by_buyer_since_2018() {
    const FEE: &str = "20% to 250, 7.5% to 5000, 3.5% per client";
    case(FEE, "0", "500.00", "68.75", "431.25", "250 × 20% + 250 × 7.5% = 50 + 18.75 (published)");
    case(FEE, "0", "5,000.00", "406.25", "4,593.75", "50 + 4,750 × 7.5% = 50 + 356.25");
    case(FEE, "0", "10,000.00", "581.25", "9,418.75", "406.25 + 5,000 × 3.5%");
}

#[test]
fn peopleperhour_by_month_before_2018() {
    const FEE: &str = "15% to 175, 3.5% at least 1 per month";
    case(FEE, "0", "100.00", "15.00", "85.00", "100 × 15% (published, invoice A)");
    case(FEE, "100.00", "200.00", "15.63", "184.37", "75 × 15% + 125 × 3.5% = 11.25 + 4.375 = 15.625 (published)");
}

#[test]
fn everything_on_the_platform_counts_per_account() {
    const FEE: &str = "whole 9% to 1000, 7% to 10000, 5% per account";
    case(FEE, "0", "1,200.00", "108.00", "1,092.00", "1,200 × 9%: less than 1,000 was billed before");
    case(FEE, "1,000.00", "200.00", "14.00", "186.00", "200 × 7%");
    let clients = |clients: &str| {
        let link = format!("fee={FEE}&gigs=4&gig-price=300&gig-billed=500&gig-clients={clients}&contract-price=1200");
        comparison(&link).outcomes.gigs.service_fee
    };
    // 500, 800, 1,100 and 1,400 were billed before: 27 + 27 + 21 + 21.
    assert_eq!(clients("each"), usd("96.00"));
    assert_eq!(clients("one"), usd("96.00"), "it does not matter whose they are");
}

#[test]
fn introduction_fee_of_99designs() {
    const FEE: &str = "20% to 500, 0% per client";
    case(FEE, "0", "500.00", "100.00", "400.00", "500 × 20%");
    case(FEE, "0", "2,000.00", "100.00", "1,900.00", "500 × 20% + 1,500 × 0%");
    let ten = comparison("fee=20% to 500, 0% per client&gigs=10&gig-price=200&contract-price=2000").outcomes.gigs;
    assert_eq!(ten.service_fee, usd("400.00"), "10 × (200 × 20%)");
    assert_eq!(ten.take_home, usd("1,600.00"));
}

#[test]
fn kwork_in_the_first_tier() {
    case(
        "20% to 30000, 12% to 300000, 7.5% per client",
        "0",
        "3,000.00",
        "600.00",
        "2,400.00",
        "3,000 × 20% (published)",
    );
    case("20%", "0", "5,000.00", "1,000.00", "4,000.00", "5,000 × 20% (published)");
    case("12%", "0", "5,000.00", "600.00", "4,400.00", "5,000 × 12% (published)");
    case("7.5%", "0", "5,000.00", "375.00", "4,625.00", "5,000 × 7.5% (published)");
}

#[test]
fn free_up_to_a_total_at_freelancer_com() {
    case("0% to 5000, 10% per contract", "0", "500.00", "0.00", "500.00", "below 5,000 nothing is taken (published)");
}

// A flat tenth.

#[test]
fn flat_ten_percent_examples() {
    case("10%", "0", "20.00", "2.00", "18.00", "20 × 10% (published, an hour in 2013)");
    case("10%", "0", "500.00", "50.00", "450.00", "500 × 10% (published)");
    case("10%", "0", "266.64", "26.66", "239.98", "12 h × 22.22 × 10% = 26.664 (published)");
    case("10%", "0", "333.36", "33.34", "300.02", "12 h × 27.78 × 10% = 33.336 (published)");
}

#[test]
fn the_readers_rate_since_2025() {
    let case = |rate: &str, amount: &str, fee: &str, because: &str| {
        let charged = terms_at("0%..15% per contract", rate).fee(&payment("0", amount));
        assert_eq!(charged, usd(fee), "{because}");
    };
    case("12", "1,000.00", "120.00", "1,000 × 12% (published)");
    case("10", "1,000.00", "100.00", "1,000 × 10% (published)");
    case("15", "1,000.00", "150.00", "1,000 × 15% (published)");
    case("10", "1,000.55", "100.06", "1,000.55 × 10% = 100.055, half away from zero (published)");
    case("0", "1,000.00", "0.00", "nothing");
}

// Fixed parts, floors and caps.

#[test]
fn fixed_parts_floors_and_caps() {
    case("2.9% + 0.30", "0", "100.00", "3.20", "96.80", "100 × 2.9% + 0.30 (published)");
    case("2.9% + 0.30", "0", "1,000.00", "29.30", "970.70", "1,000 × 2.9% + 0.30 (published)");
    case("3.49% + 0.49", "0", "100.00", "3.98", "96.02", "3.49 + 0.49 (published)");
    case("2.99% + 0.49", "0", "100.00", "3.48", "96.52", "2.99 + 0.49 (published)");
    case("0.8% at most 5", "0", "100.00", "0.80", "99.20", "100 × 0.8% (published)");
    case("0.8% at most 5", "0", "200.00", "1.60", "198.40", "200 × 0.8% (published)");
    case("0.8% at most 5", "0", "500.00", "4.00", "496.00", "500 × 0.8% (published)");
    case("0.8% at most 5", "0", "625.00", "5.00", "620.00", "625 × 0.8% reaches the cap");
    case("0.8% at most 5", "0", "9,000.00", "5.00", "8,995.00", "72 is capped at 5");
    case("10% at least 5 per contract", "0", "20.00", "5.00", "15.00", "2 is raised to 5");
    case("10% at least 5 per contract", "0", "50.00", "5.00", "45.00", "50 × 10%");
    case("10% at least 5 per contract", "0", "50.01", "5.00", "45.01", "5.001");
    case("10% at least 5 per contract", "0", "500.00", "50.00", "450.00", "500 × 10%");
    case("10% at least 100", "0", "500.00", "100.00", "400.00", "50 is raised to 100");
}

#[test]
fn ten_contracts_of_30_pay_the_floor_ten_times() {
    let gigs = comparison("fee=10% at least 5 per contract&gigs=10&gig-price=30&contract-price=300").outcomes;
    assert_eq!(gigs.gigs.service_fee, usd("50.00"), "10 × max(3, 5)");
    assert_eq!(gigs.gigs.take_home, usd("250.00"));
    assert_eq!(gigs.contract.service_fee, usd("30.00"), "300 × 10%");
}

// The inverse.

#[track_caller]
fn inverse(fee: &str, before: &str, keep: &str, bill: &str, because: &str) {
    let billed = terms(fee).least_billing_keeping(usd(keep), usd(before), Currency::USD.max()).expect(because);
    assert_eq!(billed, usd(bill), "to keep {keep} after {before}: {because}");
    let left = |amount| amount - terms(fee).fee(&Payment::of(amount, usd(before)));
    assert!(left(billed) >= usd(keep), "{because}");
    assert!(left(billed - usd("0.01")) < usd(keep), "a cent less would not do: {because}");
}

#[test]
fn what_must_be_billed_to_keep_an_amount() {
    inverse(SLIDING, "0", "400.00", "500.00", "the whole first tier");
    inverse(SLIDING, "0", "490.00", "600.00", "400 of the first 500, 90 of the next 100");
    inverse(SLIDING, "0", "8,950.00", "10,000.00", "two whole tiers");
    inverse(SLIDING, "0", "13,700.00", "15,000.00", "400 + 8,550 + 4,750");
    inverse(SLIDING, "0", "12,000.00", "13,210.53", "10,000 + 3,050 ÷ 0.95 = 13,210.526…");
    inverse(SLIDING, "400.00", "170.00", "200.00", "80 of 100 at 20%, 90 of 100 at 10%");
    inverse("20%", "0", "100.00", "125.00", "100 ÷ 0.8 (published)");
    // The published calculators answer 22.22 and 27.78: to the nearest cent, which keeps 20.00 and 25.00 too.
    inverse("10%", "0", "20.00", "22.22", "22.22 − 2.22 = 20.00 (published)");
    inverse("10%", "0", "25.00", "27.78", "27.78 − 2.78 = 25.00 (published)");
    inverse("10%", "0", "1,000.55", "1,111.72", "1,111.72 − 111.17 (published)");
    // Published in whole roubles: 2,500, 2,273 and 2,162. To the kopeck:
    inverse("20%", "0", "2,000.00", "2,500.00", "2,000 ÷ 0.8");
    inverse("12%", "0", "2,000.00", "2,272.73", "2,000 ÷ 0.88 = 2,272.727…");
    inverse("7.5%", "0", "2,000.00", "2,162.16", "2,000 ÷ 0.925 = 2,162.162…; the fee 162.162 is rounded to 162.16");
    // 103.29 pays 2.99541 + 0.30 = 3.29541, that is 3.30, and keeps 99.99.
    inverse("2.9% + 0.30", "0", "100.00", "103.30", "(100 + 0.30) ÷ 0.971 = 103.296");
    inverse("0.8% at most 5", "0", "8,995.00", "9,000.00", "behind the cap every cent is kept");
    inverse("10% at least 5", "0", "15.00", "20.00", "below the floor every cent is kept");
}

#[test]
fn the_prices_that_match() {
    let comparison = comparison("");
    assert_eq!(
        comparison.verdict.matching.gigs.least(),
        Some(usd("562.97")),
        "562.97 − 106.30 = 456.67, × 30 = 13,700.10"
    );
    assert_eq!(
        comparison.verdict.matching.contract.least(),
        Some(usd("13,210.53")),
        "13,210.53 − 1,210.53 = 12,000.00"
    );
}

#[test]
fn matching_prices_bring_the_sides_level() {
    let at = |link: &str| comparison(link).verdict.difference;
    assert_eq!(at("contract-price=13210.53"), usd("0.00"));
    assert_eq!(at("contract-price=13210.52"), usd("-0.01"));
    assert_eq!(at("gig-price=562.97&contract-price=15000"), usd("-0.10"));
    assert_eq!(at("gig-price=562.96&contract-price=15000"), usd("0.20"), "13,700 − 30 × 456.66");
}

// The rest of a comparison.

#[test]
fn under_a_flat_fee_size_makes_no_difference() {
    let comparison = comparison("schedule=upwork-2023");
    assert_eq!(comparison.verdict.lead, Lead::Level);
    assert_eq!(comparison.flat.map(|rate| rate.percent().to_string()), Some("10".into()));
}

#[test]
fn rounding_alone_is_no_advantage() {
    // 30 × 333.33 = 9,999.90; each fee is 33.333, that is 33.33, in all 999.90; the contract's is 999.99.
    let comparison = comparison("schedule=upwork-2023&gig-price=333.33&same-total");
    assert_eq!(comparison.verdict.difference, usd("-0.09"));
    assert_eq!(comparison.verdict.lead, Lead::Rounding(Side::Gigs));
    assert_eq!(comparison.verdict.lead.side(), None);
}

#[test]
fn rounding_can_favour_the_contract_too() {
    // 30 × 333.35 = 10,000.50; each fee is 33.335, that is 33.34, in all 1,000.20; the contract's is 1,000.05.
    let comparison = comparison("schedule=upwork-2023&gig-price=333.35&same-total");
    assert_eq!(comparison.verdict.difference, usd("0.15"));
    assert_eq!(comparison.verdict.lead, Lead::Rounding(Side::Contract));
}

#[test]
fn the_lead_can_change_hands_twice() {
    // In the dear middle tier the contract keeps 100 × (1 − 60 %) = 40, outside of it 95; the gig keeps 73.69 − 3.68.
    let scenario =
        scenario("fee=5%25 to 1000, 60%25 to 2000, 5%25 per client&gigs=1&gig-price=73.69&contract-price=100");
    let range = Range { from: 0, to: 500_000, step: 5_000 };
    let found = stretches(&scenario, Field::ContractBilled, range);
    let found: Vec<_> = found.iter().map(|stretch| (stretch.from, stretch.ahead)).collect();
    let (gigs, contract) = (Some(Side::Gigs), Some(Side::Contract));
    assert_eq!(
        found,
        [
            (0, contract),
            // On the way into the dear tier the fee is 5 + (billed − 900) × 55 %: 29.99 from 945.43 on, 30.00 from 945.45.
            (94_543, None),
            (94_545, gigs),
            // On the way out it is 60 − (billed − 1,900) × 55 %: 29.99 from 1,954.56 on, 29.98 from 1,954.58.
            (195_456, None),
            (195_458, contract),
        ]
    );
}

#[test]
fn where_the_lead_changes_hands_in_the_example() {
    let changes = |quantity, to| {
        let found = stretches(&scenario(""), quantity, Range { from: 1, to, step: 1 });
        found.iter().map(|stretch| (stretch.from, stretch.ahead)).collect::<Vec<_>>()
    };
    let (gigs, contract) = (Some(Side::Gigs), Some(Side::Contract));
    assert_eq!(changes(Field::Gigs, 100), [(1, contract), (35, gigs)], "35 × 400 = 14,000 against 13,700");
    assert_eq!(changes(Field::GigPrice, 100_000), [(1, contract), (56_297, gigs)]);
    assert_eq!(
        changes(Field::ContractPrice, 3_000_000),
        [(1, gigs), (1_321_053, None), (1_321_054, contract)],
        "at 13,210.53 both keep 12,000.00"
    );
}

#[test]
fn each_side_can_have_a_rate_of_its_own() {
    let outcomes = comparison("schedule=upwork-2025&gig-rate=15&contract-rate=5").outcomes;
    assert_eq!(outcomes.gigs.service_fee, usd("2,250.00"), "15,000 × 15%");
    assert_eq!(outcomes.contract.service_fee, usd("750.00"), "15,000 × 5%");
}

#[test]
fn with_the_same_total_the_contract_follows_the_gigs() {
    let scenario = scenario("gigs=20&gig-price=250&contract-price=1&same-total");
    assert_eq!(scenario.plans().contract.gross(), usd("5,000.00"), "20 × 250");
}

#[test]
fn gigs_for_one_client_climb_the_tiers_together() {
    let gigs = comparison("gigs=30&gig-price=500&gig-clients=one").outcomes.gigs;
    assert_eq!(gigs.service_fee, usd("1,300.00"), "500 at 20%, 19 × 500 at 10%, 10 × 500 at 5%: 100 + 950 + 250");
    let gigs = comparison("gigs=2&gig-price=300.05&gig-clients=one&gig-billed=300").outcomes.gigs;
    // 300–500 at 20 % = 40, 100.05 at 10 % = 10.005: 50.01. Then 300.05 at 10 % = 30.005: 30.01.
    assert_eq!(gigs.service_fee, usd("80.02"), "each payment is rounded on its own");
}

#[test]
fn a_currency_without_cents_is_rounded_to_whole_units() {
    let contract = comparison("fee=10%&currency=JPY&gig-price=500&contract-price=15005").outcomes.contract;
    assert_eq!(contract.service_fee.minor(), 1_501, "1,500.5 yen, half away from zero");
}

#[test]
fn nothing_is_no_price() {
    // Of 3 yen none are left under 25 yen and more; a price of nothing would match, but is none.
    let comparison = comparison(
        "fee=whole 0%25 under 1, 34.3%25 %2B 25 per contract&currency=JPY&gigs=1&gig-price=8&contract-price=3",
    );
    let yen = |amount| take_home::amount::Money::from_minor(amount);
    assert_eq!(comparison.verdict.matching.gigs.least(), Some(yen(3)));
    assert_eq!(comparison.verdict.matching.gigs.gaps().next(), None);
}

// Gigs for a number of clients.

#[test]
fn thirty_gigs_for_six_clients() {
    // Five each: 500 at 20%, then 2,000 at 10%: 300.
    let gigs = comparison("gigs=30&gig-price=500&gig-clients=6").outcomes.gigs;
    assert_eq!(gigs.service_fee, usd("1,800.00"), "6 × (100 + 200)");
    // Six would be 350; five gigs and a sixth: 8 gigs for 3 clients are 3, 3 and 2.
    let gigs = comparison("gigs=8&gig-price=500&gig-clients=3").outcomes.gigs;
    assert_eq!(gigs.service_fee, usd("550.00"), "200 + 200 + 150");
    let gigs = comparison("gigs=8&gig-price=500&gig-clients=3&gig-billed=500").outcomes.gigs;
    assert_eq!(gigs.service_fee, usd("400.00"), "10% of 4,000: each has paid for the first 500 before");
}

#[test]
fn as_many_clients_as_gigs_are_a_client_each_and_one_is_one() {
    let fee = |clients: &str| comparison(&format!("gigs=7&gig-price=321.09&gig-clients={clients}")).outcomes.gigs;
    assert_eq!(fee("7"), fee("each"));
    assert_eq!(fee("9"), fee("each"), "more clients than gigs");
    assert_eq!(fee("1"), fee("one"));
}

#[test]
fn bids_and_overhead_are_for_each_client() {
    let link = "gigs=30&gig-clients=6&bid-cost=2&gig-win-rate=10&client-overhead=1.5";
    let counted = comparison(link).after_costs.expect("bids cost something");
    assert_eq!(counted.nets.gigs.cost, usd("120.00"), "6 clients at ten bids each");
    assert_eq!(counted.nets.gigs.hours.to_string(), "9", "6 × 1.5");
}

#[test]
fn the_first_job_for_a_client_costs_twice_as_much() {
    let fee = "schedule=taskrabbit-2015&gig-price=100&contract-price=400";
    let gigs = |more: &str| comparison(&format!("{fee}&gigs=4&{more}")).outcomes.gigs.service_fee;
    assert_eq!(gigs(""), usd("120.00"), "4 × 30: every client is a new one");
    assert_eq!(gigs("gig-clients=one"), usd("75.00"), "30 + 3 × 15");
    assert_eq!(gigs("gig-clients=2"), usd("90.00"), "2 × (30 + 15)");
    assert_eq!(gigs("gig-billed=50"), usd("60.00"), "none is the first");
    let contract = |more: &str| comparison(&format!("{fee}&{more}")).outcomes.contract.service_fee;
    assert_eq!(contract("contract-payments=4"), usd("120.00"), "four payments of the first job");
    assert_eq!(contract("contract-payments=4&contract-billed=50"), usd("60.00"));
}

#[test]
fn a_cap_on_everything_is_no_cap_on_each_gig() {
    // At 0.03, 4,000 gigs bring 120.00. The account pays 6.65, and 7% of 0.03 rounds to nothing: 113.35. At 0.02 they bring
    // 80.00, which is less than the contract's 99.99 − 6.65 − 6.53 = 86.81.
    let link = "fee=23%25 at most 6.65 per account then 7%25&contract-price=99.99&gigs=4000";
    let matching = comparison(link).verdict.matching.gigs;
    assert_eq!(matching.least(), Some(usd("0.03")));
    assert_eq!(matching.gaps().next(), None);
}

#[test]
fn an_open_rate_after_then_is_the_readers_choice() {
    let contract =
        |rate: &str| comparison(&format!("fee=20%25 then 2%25..6%25&contract-price=100{rate}")).outcomes.contract;
    assert_eq!(contract("&rate=4").service_fee, usd("23.20"), "20.00 + 4% of 80.00");
    assert_eq!(contract("").service_fee, usd("24.80"), "the default of 10% is nearest to 6%: 20.00 + 4.80");
    let link = "fee=10%&contract-price=100&client-fee=5%25 then 2%25..6%25";
    let json = support::scenario(link);
    let fee = take_home::compare::client_sides(&json, &comparison(link).outcomes).expect("a fee").contract.client_fee;
    assert_eq!(fee, usd("10.70"), "5.00 + the highest rate, 6%, of 95.00");
}

/// Up to three times as many and a hundred more: further away nobody asks.
#[test]
fn gigs_that_break_even_are_looked_for_nearby() {
    let found = |gigs: u32, contract: &str| {
        let scenario = scenario(&format!("fee=0%25&gigs={gigs}&gig-price=100&contract-price={contract}"));
        level_gigs(&scenario, &compare(&scenario))
    };
    assert_eq!(found(30, "18901"), Some(190), "3 × 30 + 100");
    assert_eq!(found(30, "19001"), None);
    assert_eq!(found(1_000, "150050"), Some(1_501));
    assert_eq!(found(1_000, "309901"), Some(3_100), "3 × 1,000 + 100");
    assert_eq!(found(1_000, "310001"), None);
    assert_eq!(found(1_000, "50050"), Some(501), "the least at which they are still ahead");
    assert_eq!(found(40, "3000"), Some(30), "30 × 100 = 3,000: level, as the slider's mark says");
    assert_eq!(found(20, "3000"), Some(30), "the same from below");
}

/// What is known of a fee before anything is charged decides how tracks are painted.
#[test]
fn a_fee_says_how_it_behaves() {
    for (fee, follows_history, follows_rate, is_in_proportion, later_are_flat) in [
        ("10%", true, true, true, true),
        // More before it is never charged more, or never less; in the third it is first more, then less.
        ("20% to 500, 10% per client", true, true, true, true),
        ("10% to 500, 20% per client", true, true, true, true),
        ("10% to 500, 20% to 1000, 15% per client", false, true, true, true),
        ("whole 30% to 500, 20% per client", true, true, true, true),
        // The first payment pays a fixed part: the rates may fall after it, but not rise.
        ("20% to 500, 10% + 1 per client", true, true, false, true),
        ("10% to 500, 20% + 1 per client", false, true, false, true),
        ("10% at least 5", false, true, false, true),
        ("10% at most 50", true, false, false, true),
        ("10% then 3%", true, false, false, true),
        ("10% then 3% + 0.30", false, false, false, false),
        ("10% then 3% plus 20% tax", false, false, false, true),
    ] {
        let terms = terms(fee);
        let found = (terms.follows_history(), terms.follows_rate(), terms.is_in_proportion(), terms.later_are_flat());
        assert_eq!(found, (follows_history, follows_rate, is_in_proportion, later_are_flat), "{fee}");
    }
}

#[test]
fn the_least_of_which_something_is_always_left() {
    for (fee, least, sum) in [
        ("10%", 1, "90% of a cent is more than the half that rounding may take"),
        ("50%", 2, "half a cent is not more than half a cent"),
        ("10% + 1", 112, "90% of 1.12 is 1.008, more than 1.005"),
        ("20% to 500, 10% + 1 per client", 126, "80% of 1.26 is 1.008"),
        ("10% at least 5", 557, "90% of 5.57 is 5.013"),
        ("10% then 3%", 2, "90% of 97% of 0.02 is 0.01746; each charge is rounded"),
        ("20% at least 1 at most 50 per client then 3% + 0.30", 169, "80% of 97% of 1.69 is 1.3114, more than 1.31"),
    ] {
        let terms = terms(fee);
        let found = (1..1_000).find(|amount| terms.always_leaves(Money::from_minor(*amount)));
        assert_eq!(found, Some(least), "{fee}: {sum}");
    }
}

#[test]
fn the_areas_of_a_fee_are_as_large_as_the_fee() {
    let fees = [
        "",
        "fee-tax=21",
        "fee=2.9%25 %2B 0.30",
        "fee=10%25 at least 3",
        "fee=20%25 to 500, 10%25 at most 150 per contract",
        "fee=5%25 then 3%25 %2B 1",
        "schedule=upwork-2025&rate=12&gig-clients=5&gig-billed=700",
    ];
    for link in fees {
        let comparison = comparison(link);
        for side in [Side::Gigs, Side::Contract] {
            let outcome = comparison.outcomes.get(side);
            let areas = outcome.areas();
            let tiers = areas
                .tiers
                .iter()
                .map(|(from, to, rate)| i128::from((*to - *from).minor()) * i128::from(rate.millionths()));
            let gross = i128::from(outcome.gross.minor());
            let area = tiers.sum::<i128>() + areas.spread * gross;
            // Half a unit for each payment, and half a millionth of the gross.
            let payments: u32 = outcome.payments.iter().map(|group| group.count).sum();
            let rounding = i128::from(payments) * 500_000 + gross / 2;
            let difference = (area - i128::from(outcome.service_fee.minor()) * 1_000_000).abs();
            assert!(difference <= rounding, "{link}, {side:?}: {areas:?}");
        }
    }
    // 20% + 4.2% tax is 24.2%: the tax is a band of 4.2% below the tier.
    let taxed = comparison("fee-tax=21").outcomes.gigs.areas();
    assert_eq!((taxed.tiers.len(), taxed.spread), (1, 42_000));
    // A cap takes off more than everything else adds: 150 of 15,000 are one band of 1%.
    let capped = comparison("fee=20%25 to 500, 10%25 at most 150 per contract").outcomes.contract.areas();
    assert_eq!((capped.tiers.len(), capped.spread), (0, 10_000));
}
