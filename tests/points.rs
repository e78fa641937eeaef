//! Are figures right at the points where they are easily wrong: where a fee jumps, rounding wavers, bounds are reached,
//! and a charge counts once for several payments? Each case with its sum.

mod support;

use support::{comparison, scenario, terms, usd};
use take_home::amount::{Currency, Money, Rate, RateError};
use take_home::compare::{Range, compare, price_keeping, risk, stretches};
use take_home::fees::Payment;
use take_home::json::comparison_json;
use take_home::scenario::{Field, Side};

/// The fee of each side, as an amount.
#[track_caller]
fn fees(link: &str, gigs: &str, contract: &str) {
    let outcomes = comparison(link).outcomes;
    let currency = scenario(link).currency();
    let fees = [outcomes.gigs.service_fee, outcomes.contract.service_fee].map(|fee| currency.plain(fee));
    assert_eq!(fees, [gigs, contract], "{link}");
}

/// The fee of the contract in six payments, and what its client pays on top.
#[track_caller]
fn in_six_payments(link: &str, fee: &str, client_fee: &str) {
    let link = format!("{link}&contract-payments=6");
    let json = json(&link);
    assert_eq!(json["contract"]["serviceFee"], fee, "{link}");
    assert_eq!(json["client"]["contract"]["clientFee"], client_fee, "{link}");
}

fn json(link: &str) -> serde_json::Value {
    let scenario = scenario(link);
    serde_json::from_str(&comparison_json(&scenario, &compare(&scenario)).to_string()).expect(link)
}

#[test]
fn fixed_parts_and_floors_are_charged_once_for_a_contract() {
    // 10 % of 120.00 is 12.00, more than the minimum of 5.00 for the project; the client's 3 % is 3.60.
    in_six_payments("schedule=freelancer-com-2026&contract-price=120", "12.00", "3.60");
    // 5 % of 3,000.00 and 4.95 once; under the fee of 2025 the highest initiation fee, 14.99.
    in_six_payments("schedule=upwork-2023&client-schedule=upwork-client-2023&contract-price=3000", "300.00", "154.95");
    let highest = "schedule=upwork-2025&client-rate=5&client-status=basic-highest-initiation-fee&contract-price=3000";
    in_six_payments(highest, "300.00", "164.99");
    // The client pays 29.00 for the project.
    in_six_payments("schedule=contra-2026&contract-price=3000", "0.00", "29.00");
}

#[test]
fn a_basis_says_how_often_a_part_is_charged() {
    let contract = |fee: &str, more: &str| {
        let link = format!("fee={}&gigs=1&gig-price=1{more}", fee.replace('%', "%25").replace('+', "%2B"));
        Currency::USD.plain(comparison(&link).outcomes.contract.service_fee)
    };
    let three = "&contract-price=60&contract-payments=3";
    // 20.00 thrice: 10 % of 60.00 is 6.00; 5.00 for each payment would be 15.00.
    assert_eq!(contract("10% at least 5 per contract", three), "6.00");
    assert_eq!(contract("10% at least 5", three), "15.00");
    // 3 % of 60.00, and 4.95 once for the client, or for each payment.
    assert_eq!(contract("3% + 4.95 per client", three), "6.75");
    assert_eq!(contract("3% + 4.95", three), "16.65");
    // A client who was billed before has paid the fixed part.
    assert_eq!(contract("3% + 4.95 per client", "&contract-price=60&contract-payments=3&contract-billed=1"), "1.80");
    // 4 % of 10,000.00 is 400.00, at most 99.00 a month: in two months twice.
    let month = "&contract-price=10000&contract-payments=4";
    assert_eq!(contract("4% at most 99 per month", month), "99.00");
    assert_eq!(contract("4% at most 99 per month", &format!("{month}&contract-duration=2")), "198.00");
    // 10 % of 90.00 in three payments with a fixed part of 1.00 each, or once.
    assert_eq!(contract("10% per contract then 0% + 1", "&contract-price=90&contract-payments=3"), "12.00");
    assert_eq!(contract("10% + 1 per contract", "&contract-price=90&contract-payments=3"), "10.00");
}

#[test]
fn a_contracts_whole_fee_hangs_on_its_price() {
    let terms = terms("whole 5% + 10 under 100, 2% per contract");
    let pay = |before: &str, amount: &str, contract: &str| {
        terms.fee(&Payment { before: usd(before), amount: usd(amount), contract: usd(contract) })
    };
    // 2 % of 100.00, in two payments of 1.00; 5 % of 90.00 and 10.00, of which the first payment bears 10.00.
    assert_eq!([pay("0", "50", "100"), pay("50", "50", "100")], [usd("1"), usd("1")]);
    assert_eq!([pay("0", "45", "90"), pay("45", "45", "90")], [usd("12.25"), usd("2.25")]);
    fees(
        "fee=whole 5%25 %2B 10 under 100, 2%25 per contract&gigs=2&gig-price=50&contract-price=100&contract-payments=2",
        "25.00",
        "2.00",
    );
}

#[test]
fn the_tier_in_force_is_decided_by_what_was_billed_before() {
    let fee = |fee: &str, before: &str| terms(fee).fee(&Payment::of(usd("400"), usd(before)));
    // 299.99 is under 300: 20 % of 400.00.
    assert_eq!(fee("whole 20% under 300, 10% per client", "299.99"), usd("80"));
    assert_eq!(fee("whole 20% to 300, 10% per client", "299.99"), usd("80"));
    assert_eq!(fee("whole 20% under 300, 10% per client", "300"), usd("40"));
    assert_eq!(fee("whole 20% to 300, 10% per client", "300"), usd("40"));
}

#[test]
fn two_charges_in_a_row_are_each_rounded() {
    // 20 % of 99.99 is 19.998, so 20.00; 3 % of 79.99 is 2.3997, so 2.40.
    fees("fee=20%25 then 3%25&gigs=1&gig-price=99.99&contract-price=6443.30", "22.40", "1443.30");
    // Two such payments, each charged on its own rest: 100.00 less 10.00 is 90.00; 2.9 % and 0.30 are 2.91.
    fees(
        "fee=10%25 then 2.9%25 %2B 0.30&gigs=2&gig-price=100&contract-price=200&contract-payments=2",
        "25.82",
        "25.82",
    );
    // Nothing is charged on nothing: the minimum takes all of 4.00.
    fees("fee=10%25 at least 5 then 0%25 %2B 1&gigs=1&gig-price=4&contract-price=100", "5.00", "11.00");
    let json = json("fee=20%25 then 3%25&gigs=1&gig-price=100&contract-price=6443.30");
    assert_eq!(json["contract"]["takeHome"], "5000.00");
    assert_eq!(
        json["gigs"]["tiers"].to_string(),
        r#"[{"amount":"100.00","fee":"20.00","rate":"0.2"},{"amount":"80.00","charge":"2","fee":"2.40","rate":"0.03"}]"#
    );
    assert_eq!(
        price("fee=20%25 then 3%25&gigs=1&gig-price=1&contract-price=1&keep=5000", Side::Contract),
        Some(usd("6443.30"))
    );
}

fn price(link: &str, side: Side) -> Option<Money> {
    let scenario = scenario(link);
    price_keeping(&scenario, side, scenario.inputs().quote.keep.unwrap()).map(Money::from_minor)
}

#[test]
fn an_hours_pay_has_no_lead_without_hours() {
    let link = "schedule=upwork-2023&verdict=hour&gig-hours=10&contract-hours=200";
    let comparison = comparison(link);
    assert_eq!(comparison.verdict.difference, usd("22.50"), "13,500 ÷ 200 less 13,500 ÷ 300");
    let track = stretches(&scenario(link), Field::ContractHours, Range { from: 0, to: 40_000, step: 100 });
    let painted: Vec<_> = track.iter().map(|stretch| (stretch.from, stretch.to, stretch.ahead)).collect();
    // 13,500 ÷ 300.04 is 44.994, so 44.99; up to 300.03 it is 45.00 after rounding.
    assert_eq!(
        painted,
        [(0, 0, None), (1, 29_996, Some(Side::Contract)), (29_997, 30_003, None), (30_004, 40_000, Some(Side::Gigs))]
    );
}

#[test]
fn more_gigs_for_the_same_clients_turn_the_lead_back() {
    // 10.00 less 20 % leaves 8.00, and a bid for each of six clients costs 20.00. One gig leaves -12.00, six leave -72.00, and
    // from then on each adds 8.00: ten leave -40.00. So does the contract: 60.00 - 12.00 - 20.00 - 68.00.
    let link = "gig-clients=6&fee=20%25&gig-price=10&bid-cost=20&gig-win-rate=100\
                &contract-price=60&contract-win-rate=100&contract-bought-in=68";
    let track = stretches(&scenario(link), Field::Gigs, Range { from: 1, to: 60, step: 1 });
    let painted: Vec<_> = track.iter().map(|stretch| (stretch.from, stretch.to, stretch.ahead)).collect();
    assert_eq!(
        painted,
        [(1, 3, Some(Side::Gigs)), (4, 9, Some(Side::Contract)), (10, 10, None), (11, 60, Some(Side::Gigs))]
    );
}

#[test]
fn a_rate_for_both_sides_leaves_the_one_of_a_side_alone() {
    // At 20 % the gigs leave 80.00 whatever the contract pays; the contract's own 10 % leaves 81.00 of 90.00.
    let link = "fee=0%25..40%25&rate=20&contract-rate=10&gigs=1&gig-price=100&contract-price=90";
    let track = stretches(&scenario(link), Field::Rate, Range { from: 0, to: 4_000, step: 100 });
    let painted: Vec<_> = track.iter().map(|stretch| (stretch.from, stretch.to, stretch.ahead)).collect();
    // 100.00 - 19.00 is 81.00.
    assert_eq!(painted, [(0, 1_899, Some(Side::Gigs)), (1_900, 1_900, None), (1_901, 4_000, Some(Side::Contract))]);
}

#[test]
fn prices_in_instalments_where_the_fee_jumps() {
    for link in [
        "schedule=escrow-com-2026&gigs=1&gig-price=996000&contract-price=900000&contract-payments=2",
        "schedule=escrow-com-2015&gigs=1&gig-price=50010.10&contract-price=49994&contract-payments=2",
    ] {
        let compared = comparison(link);
        let least = compared.verdict.matching.contract.least().expect(link);
        let kept = |price: Money| {
            let name = "contract-price=";
            let start = link.find(name).unwrap() + name.len();
            let end = start + link[start..].find('&').unwrap();
            let moved = format!("{}{}{}", &link[..start], Currency::USD.plain(price), &link[end..]);
            comparison(&moved).outcomes.contract.take_home
        };
        let target = compared.outcomes.gigs.take_home;
        assert!(kept(least) >= target, "{link}");
        for less in 1..2_000 {
            assert!(kept(least - Money::from_minor(less)) < target, "{link}: {less} less");
        }
        // The same fee in one payment: instalments change the price by rounding only.
        let once = comparison(&link.replace("&contract-payments=2", "")).verdict.matching.contract.least().unwrap();
        assert!((least - once).abs() <= Money::from_minor(2), "{link}: {least:?}, at once {once:?}");
    }
    // 2 × (50 − 5) is 90.
    let few = comparison("schedule=upwork-2023&gigs=1&gig-price=100&contract-price=0.01&contract-payments=2");
    assert_eq!(few.verdict.matching.contract.least(), Some(usd("100")));
}

#[test]
fn gaps_by_rounding_are_named() {
    // 5,023 leaves 3,917 (1,005 and 101 of tax), 5,022 leaves 3,918 (1,004 and 100); thirty times 117,510 and 117,540.
    let json = json("schedule=crowdworks-2026&gigs=30&gig-price=5023&contract-price=144427");
    assert_eq!(json["matchingGigPrice"], "5022");
    assert_eq!(json["matchingGigPriceGaps"].to_string(), r#"[{"from":"5023","to":"5023"}]"#);
}

#[test]
fn charges_in_a_row_that_leave_next_to_nothing_make_no_gaps() {
    // Whatever the price, each of 520 payments leaves nothing or more, as much as the gig of 1 does: 1 − 1 and 0.
    let json = json(
        "fee=99%25 to 777, 90%25 per client then 99%25&currency=JPY&gigs=1&gig-price=1&contract-price=50000000&contract-payments=520",
    );
    assert_eq!(json["gigs"]["takeHome"], "0");
    assert_eq!(json["matchingContractPrice"], "1");
    assert!(json["matchingContractPriceGaps"].is_null(), "{json:#}");
}

#[test]
fn payments_that_leave_nothing_each_make_no_gaps() {
    // The first 777 are free. Of each later payment below 5,000, 99.99 % rounds to all of it: 777 remain at every price from 777 on.
    let link = "fee=0%25 to 777, 99.99%25 per month&currency=JPY&gigs=1&gig-price=777&contract-price=50000&contract-payments=520";
    let json = json(link);
    assert_eq!(json["gigs"]["takeHome"], "777");
    assert_eq!(json["matchingContractPrice"], "777");
    assert!(json["matchingContractPriceGaps"].is_null(), "{json:#}");
    let scenario = scenario(link);
    for price in (777..2_700_000).step_by(997) {
        let moved = scenario.with(Field::ContractPrice, price).unwrap();
        assert!(compare(&moved).outcomes.contract.take_home >= Money::from_minor(777), "{price}");
    }
}

#[test]
fn a_gap_may_reach_the_end_of_the_field() {
    // Of the most that a field accepts, 99.99 % are charged; 100.00 leaves 100.00.
    let json = json(
        "fee=whole 0%25 to 100, 99.99%25&gigs=1&gig-price=100&contract-price=1&contract-billed=0&currency=USD&keep=1",
    );
    assert_eq!(json["matchingContractPrice"], "100.00");
    assert_eq!(json["matchingContractPriceGaps"].to_string(), r#"[{"from":"100.01","to":"999950.00"}]"#);
    let never = self::json("fee=whole 0%25 to 200000000, 99.99%25&gigs=1&gig-price=150000000&contract-price=1");
    assert_eq!(never["matchingContractPrice"], "150000000.00");
    assert_eq!(never["matchingContractPriceGaps"].to_string(), r#"[{"from":"200000000.01","to":"1000000000000.00"}]"#);
}

#[test]
fn averages_are_rounded_once() {
    // 25.01 × (1 − 10⁻⁸) and 25.00 × 0.9999² are 50.00499999.
    let link = "fee=0%25&gigs=1&gig-price=1&contract-price=50.01&contract-payments=2&non-payment=0.01";
    assert_eq!(risk(&scenario(link)).unwrap().prospects.contract.expected, usd("50.00"));
    // One of two payments of a cent each: half a cent and half a cent is one, and a half of one is rounded up.
    let link = "fee=0%25&gigs=1&gig-price=0.01&contract-price=0.01&non-payment=50";
    assert_eq!(risk(&scenario(link)).unwrap().prospects.contract.expected, usd("0.01"));
    // 0.5⁷ is 0.0078125 exactly.
    let scenario = scenario("gigs=7&contract-price=1&bad-review=50&reviews-in-sight=1&work-lost=10");
    let never = risk(&scenario).unwrap().prospects.gigs.bad_review.not();
    assert_eq!(never.fraction().to_string(), "0.007813");
}

#[test]
fn amounts_and_rates_are_as_they_are_written() {
    assert_eq!(-Money::from_minor(5), Money::from_minor(0) - Money::from_minor(5));
    assert_eq!(Money::quotient(-i128::MAX / 4, 1), -Money::MOST);
    // As many as fit 32 bits, and one more; and what would be more than any amount.
    for units in [0, 1, -1, i64::from(i32::MAX), i64::from(i32::MAX) + 1, i64::from(i32::MIN), i64::from(i32::MIN) - 1]
    {
        for times in [0, 1, 3, 10_000, u32::MAX] {
            let product = i128::from(units) * i128::from(times);
            assert_eq!(Money::from_minor(units) * times, Money::of(product), "{units} × {times}");
        }
    }
    assert_eq!([Money::MOST * 2, -Money::MOST * u32::MAX], [Money::MOST, -Money::MOST]);
    let rate = |percent: &str| Rate::from_percent(percent.parse().unwrap());
    assert_eq!(rate("-0"), Ok(Rate::ZERO), "no rate is less than nothing");
    assert_eq!(rate("-0.0001"), Err(RateError::OutOfRange));
    assert_eq!(rate("99.99"), Ok(Rate::MAX));
    assert_eq!(rate("99.9901"), Err(RateError::OutOfRange));
    assert_eq!(rate("1.00001"), Err(RateError::TooFine));
    assert_eq!(rate("2.725").unwrap().millionths(), 27_250);
}

#[test]
fn no_link_panics_or_hangs() {
    let rising: Vec<String> = (1..30).map(|tier| format!("{}%25 to {}", 2 * tier, 1000 * tier)).collect();
    for link in [
        "fee=0%25..99.99%25&rate=99.99&contract-rate=0&fee-tax=0.01&contract-price=1000000000000".to_owned(),
        "fee=49.995%25 plus 99.99%25 tax&contract-price=1000000000000&verdict=hour&gig-hours=99999.99&contract-overhead=0.01".into(),
        "fee=99.99%25&fee-tax=0.01&currency=KWD&contract-price=1000000000".into(),
        "fee=99.99%25&currency=KWD&contract-payments=520&keep=1000000000000".into(),
        format!("fee={}, 60%25 per client&contract-payments=520&contract-price=1000000", rising.join(", ")),
        "fee=0%25 to 100, 99.99%25 per client&contract-payments=520&contract-price=100000000&currency=KWD".into(),
        "fee=0%25 to 100, 50%25 to 1000, 99.98%25 per contract plus 0.01%25 tax&contract-payments=519&contract-price=999999999.99".into(),
        "fee=49.995%25 to 777, 50%25 per month plus 99.98%25 tax&gigs=10000&gig-price=99999999.99&gig-duration=119&contract-payments=520&contract-duration=120".into(),
        "fee=50%25 to 777, 60%25 per client then 99.97%25 %2B 1 at most 100000000&gigs=9999&gig-clients=one&gig-price=100000000&contract-payments=519".into(),
        "hourly-rate=1000000&weekly-hours=100000&weeks=520&hourly-pay=1000000&gig-hours=0.01&verdict=hour&contract-hours=0.01&bid-cost=1000000&gig-win-rate=0.01&gigs=10000&currency=KWD".into(),
        "conversion-rate=1000000&monthly-take-home=1000000000&rebuild-months=1200&gigs=10000&conversion-fee=1000000000&currency=USD".into(),
        "bad-review=100&reviews-in-sight=10000&work-lost=100&average-price=1000000000000&gigs=10000&gig-price=1&non-payment=50&currency=KWD".into(),
    ] {
        support::everything(&link);
    }
}

#[test]
fn tracks_are_right_where_rounding_changes_the_lead() {
    // Thirty payments of 5.55 against one of 166.40: along the tax on the fee the lead goes back and forth by cents.
    let link = "schedule=upwork-2023&gigs=30&gig-price=5.55&contract-price=166.40";
    let range = Range { from: 0, to: 3_000, step: 10 };
    for (field, most) in [
        (Field::FeeTax, 3_000),
        (Field::BidCost, 300),
        (Field::Membership, 300),
        (Field::WithdrawalFee, 300),
        (Field::ConnectPrice, 300),
    ] {
        let more = if field == Field::ConnectPrice { "&bid-connects=2" } else { "" };
        track(&format!("{link}{more}"), field, Range { to: most, ..range });
    }
}

/// The track of a field, which has to say at every value what the comparison does.
#[track_caller]
fn track(link: &str, field: Field, range: Range) -> Vec<(i64, Option<Side>)> {
    let scenario = scenario(link);
    let painted = stretches(&scenario, field, range);
    let mut next = range.from;
    for stretch in &painted {
        assert_eq!(stretch.from, next, "{link}: {painted:?}");
        for value in stretch.from..=stretch.to {
            let there = scenario.with(field, value).map(|there| compare(&there));
            let ahead = there.as_ref().and_then(|there| there.verdict.lead.side());
            assert_eq!(stretch.ahead, ahead, "{link}&{}={value}: {painted:?}", field.name());
        }
        next = stretch.to + 1;
    }
    assert_eq!(next, range.to + 1, "{link}");
    painted.iter().map(|stretch| (stretch.from, stretch.ahead)).collect()
}

const GIGS: Option<Side> = Some(Side::Gigs);
const CONTRACT: Option<Side> = Some(Side::Contract);

/// Where more gigs first help and then hurt, or the other way round, the same side may lead at both ends of a track.
#[test]
fn a_lead_in_the_middle_of_the_gigs_is_seen() {
    let range = Range { from: 1, to: 100, step: 1 };
    // A gig leaves 5. Its ten bids take 100 connects of 0.15, which run out after the tenth: from then on it costs 10.
    let connects = "fee=0%25&gig-price=5&contract-price=20&gig-win-rate=10&contract-win-rate=100&bid-connects=10\
                    &connect-price=0.15&held-connects=1000";
    let led = [(1, CONTRACT), (4, None), (5, GIGS), (13, None), (14, CONTRACT)];
    assert_eq!(track(connects, Field::Gigs, range), led, "5 × 4 = 20, and 50 − 3 × 10");
    // Each of the first six months with a gig costs a withdrawal: 1 less 2 for each, then 1 more.
    let months = "fee=0%25&gig-price=1&contract-price=1&withdrawal-fee=2&withdrawals=month&gig-duration=6\
                  &contract-bought-in=2";
    let led = [(1, GIGS), (3, None), (4, CONTRACT), (9, None), (10, GIGS)];
    assert_eq!(track(months, Field::Gigs, range), led, "1 − 2 − 2 = −3; −6 and 3 more");
    // One client: five gigs leave 80 of 100, the rest 90, and each costs 85.
    let together = "fee=20%25 to 500, 10%25 per client&gig-clients=one&gig-price=100&contract-price=100\
                    &gig-bought-in=85&contract-bought-in=92";
    let led = [(1, GIGS), (3, CONTRACT), (8, GIGS)];
    assert_eq!(track(together, Field::Gigs, range), led, "80 − 92 = −12; −25 and 5 more for each");
    // The second charge takes 0.85 of each: five gigs cost 0.06, the rest leave 0.04.
    let later = "fee=20%25 to 5, 10%25 per client then 1%25 %2B 0.85&gig-clients=one&gig-price=1&contract-price=3\
                 &contract-payments=3";
    let led = [(1, GIGS), (3, None), (4, CONTRACT), (8, None), (9, GIGS)];
    assert_eq!(track(later, Field::Gigs, range), led, "3 × −0.06; −0.30 and 0.04 more for each");
    // However many there are now.
    for link in [connects, months, together, later] {
        assert_eq!(track(&format!("gigs=1&{link}"), Field::Gigs, range), track(link, Field::Gigs, range));
    }
}

/// The contract's ten bids have ten free connects, the thirty of the gigs 120: it is behind until those are used up, too.
#[test]
fn a_lead_in_the_middle_of_the_connects_is_seen() {
    let link = "fee=0%25&gig-price=10&contract-price=301&gig-win-rate=100&contract-win-rate=10&connect-price=0.15\
                &free-connects=10&gig-duration=12&contract-duration=1&bid-connects=1";
    let led = [(1, CONTRACT), (2, GIGS), (6, CONTRACT)];
    assert_eq!(track(link, Field::BidConnects, Range { from: 1, to: 60, step: 1 }), led, "1 − 1.50; 1 − 7.50 + 9.00");
}

/// Above 100.00 the fee jumps, between two steps of the slider.
#[test]
fn a_gap_between_two_steps_of_a_price_is_seen() {
    let link = "fee=whole 10%25 to 100, 20%25&gigs=1&gig-price=50&contract-price=94.44";
    let led = [(1, CONTRACT), (9_444, None), (9_446, GIGS), (10_001, CONTRACT), (10_625, None), (10_626, GIGS)];
    let range = Range { from: 1, to: 15_000, step: 3_000 };
    assert_eq!(track(link, Field::GigPrice, range), led, "85.00 are left of 94.44, 94.45 and 106.25");
}

/// By the hour, pay is rounded twice: what is left, and what an hour of it is.
#[test]
fn tracks_by_the_hour_are_right_where_rounding_changes_the_lead() {
    let even = "schedule=upwork-2023&gig-price=5.55&verdict=hour&gig-hours=0.05";
    let bids = "gigs=33&contract-price=183&contract-hours=1.65&gig-win-rate=100&contract-win-rate=3";
    let hours = "gigs=30&contract-price=166.40&contract-hours=3&bid-minutes=1&bid-cost=0.01&gig-win-rate=27";
    for (more, field, to, changes) in [
        ("gigs=30&contract-price=166.40&contract-hours=1.5", Field::FeeTax, 3_000, 52),
        (bids, Field::BidCost, 300, 3),
        (&format!("{bids}&bid-connects=2"), Field::ConnectPrice, 300, 3),
        (hours, Field::GigWinRate, 10_000, 3),
        (hours, Field::ContractWinRate, 10_000, 3),
        ("gigs=30&gig-clients=one&client-overhead=1&contract-price=166.40&contract-hours=1.5", Field::Gigs, 300, 2),
    ] {
        let from = i64::from(field != Field::FeeTax);
        let found = track(&format!("{even}&{more}"), field, Range { from, to, step: 10 });
        assert_eq!(found.len(), changes, "{}: {found:?}", field.name());
    }
}

/// What is level before rounding is level: at a price, at shares of a list's prices that round to it, and in instalments.
#[test]
fn what_is_level_but_for_rounding_is_painted_so() {
    let link = "schedule=upwork-2023&contract-price=166.50";
    // 30 × 4.995 = 149.85, as of 166.50, but paid as 4.99 each. 30 more cost as much on either side.
    let costs = format!("{link}&gigs=30&gig-price=5&gig-bought-in=1&contract-bought-in=30");
    let led = [(1, CONTRACT), (555, None), (556, GIGS)];
    assert_eq!(track(&costs, Field::GigPrice, Range { from: 1, to: 1_000, step: 1 }), led);
    // 5.55 at 99.91% is 5.545…, at 100.09% 5.554….
    let list = format!("{link}&gig-list=30 x 5.55");
    let led = [(9_000, CONTRACT), (9_991, None), (10_010, GIGS)];
    assert_eq!(track(&list, Field::GigListLevel, Range { from: 9_000, to: 11_000, step: 100 }), led);
    let payments = "schedule=upwork-2023&gigs=1&gig-price=166.50&contract-payments=30&contract-price=100";
    // At 166.50 both keep 149.85 but for rounding; at 166.65 as paid out: 30 × 0.56 are taken.
    let led = [(16_000, GIGS), (16_650, None), (16_651, GIGS), (16_665, None), (16_666, CONTRACT)];
    assert_eq!(track(payments, Field::ContractPrice, Range { from: 16_000, to: 17_000, step: 100 }), led);
    // 15 × (9.90 − 0.09) = 30 × (4.995 − 0.09), of which 0.645 is taken as 0.65.
    let fixed = "fee=10%25 %2B 0.09&gigs=15&gig-price=11&contract-payments=30&contract-price=100";
    assert_eq!(track(fixed, Field::ContractPrice, Range { from: 16_000, to: 17_000, step: 100 }), led);
}

/// Around each change of the lead, every value is right.
#[test]
fn a_lead_that_flickers_is_right_around_its_changes() {
    let link = "fee=5%25..15%25 at least 0.01&gigs=30&gig-price=5.55&contract-price=166.40&rate=10";
    let plain = scenario(link);
    let painted = stretches(&plain, Field::Rate, Range { from: 500, to: 1_500, step: 50 });
    assert_eq!(painted.len(), 43);
    for change in &painted[1..] {
        for value in change.from - 8..change.from + 8 {
            let ahead = plain.with(Field::Rate, value).and_then(|there| compare(&there).verdict.lead.side());
            let found = painted.iter().find(|stretch| (stretch.from..=stretch.to).contains(&value));
            assert_eq!(found.and_then(|stretch| stretch.ahead), ahead, "{value} beside {change:?}");
        }
    }
}
