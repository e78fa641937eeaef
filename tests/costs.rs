//! Are costs, months and quotes right? Each figure with its sum.

mod support;

use support::{comparison, scenario, usd};
use take_home::amount::{Decimal, Money};
use take_home::compare::{
    BarPart, Comparison, CostKind, Lead, Net, concession_costs, hourly, hours_by_use, months, price_keeping,
    price_paying, prices_keeping, rate_keeping, remaining_by_price, remaining_by_total,
};
use take_home::scenario::{BySide, Field, Reason, Side, read_link, validate};

fn nets(comparison: &Comparison) -> (&Net, &Net) {
    let counted = comparison.after_costs.as_ref().expect("something is counted");
    (&counted.nets.gigs, &counted.nets.contract)
}

fn gigs(link: &str) -> Net {
    nets(&comparison(link)).0.clone()
}

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

// One public analysis: 10 % fee, 9 connects a bid at 0.15, so 1.35 a bid. Net = price × 0.9 − bids × 1.35.

#[track_caller]
fn bid_row(price: &str, win_rate: &str, bids: &str, cost: &str, net: &str) {
    let found = gigs(&format!(
        "schedule=upwork-2023&gigs=1&gig-price={price}&gig-win-rate={win_rate}&bid-connects=9&connect-price=0.15"
    ));
    assert_eq!(found.bids, number(bids), "1 win ÷ {win_rate}%");
    assert_eq!(found.costs, [(CostKind::Connects, usd(cost))], "{bids} × 9 × 0.15");
    assert_eq!(found.remaining, usd(net), "{price} × 0.9 − {cost}");
}

#[test]
fn a_50_gig_at_1_percent_loses_90() {
    bid_row("50", "1", "100", "135.00", "-90.00");
}

#[test]
fn a_50_gig_at_5_percent_leaves_18() {
    bid_row("50", "5", "20", "27.00", "18.00");
}

#[test]
fn a_180_gig_at_2_percent_leaves_94_50() {
    bid_row("180", "2", "50", "67.50", "94.50");
}

#[test]
fn a_180_gig_at_10_percent_leaves_148_50() {
    bid_row("180", "10", "10", "13.50", "148.50");
}

#[test]
fn a_500_gig_at_1_percent_leaves_315() {
    bid_row("500", "1", "100", "135.00", "315.00");
}

#[test]
fn a_500_gig_at_10_percent_leaves_436_50() {
    bid_row("500", "10", "10", "13.50", "436.50");
}

#[test]
fn bids_that_cannot_be_divided_are_rounded_once() {
    let net = gigs("gigs=1&gig-win-rate=7&bid-cost=1");
    assert_eq!(net.bids, number("14.29"), "1 ÷ 7% = 14.2857…");
    assert_eq!(net.cost, usd("14.29"), "14.2857… × 1.00");
    let net = gigs("gigs=3&gig-win-rate=7&bid-cost=0.50");
    assert_eq!(net.cost, usd("21.43"), "42.857… × 0.50 = 21.428…");
}

#[test]
fn repeat_work_for_one_client_is_won_once() {
    assert_eq!(gigs("gigs=30&bid-cost=2&gig-win-rate=10").cost, usd("600.00"), "30 clients × 10 bids × 2.00");
    assert_eq!(
        gigs("gigs=30&gig-clients=one&bid-cost=2&gig-win-rate=10").cost,
        usd("20.00"),
        "one client × 10 bids × 2.00"
    );
}

#[test]
fn sixty_free_connects_are_thirty_bids_of_two() {
    let link = |gigs: u32| {
        format!("gigs={gigs}&gig-win-rate=10&bid-connects=2&connect-price=1&free-connects=60&bid-minutes=1")
    };
    assert_eq!(gigs(&link(3)).cost, Money::ZERO, "30 bids × 2 = 60 connects, all free");
    assert_eq!(gigs(&link(4)).cost, usd("20.00"), "40 bids × 2 = 80 connects, 20 bought at 1.00");
    let two_months = format!("{}&gig-duration=2", link(4));
    assert_eq!(gigs(&two_months).cost, Money::ZERO, "two months give 120");
}

#[test]
fn a_membership_is_paid_each_month_and_brings_connects() {
    // From 2019: 14.99 a month for 70 connects, others at 0.15.
    let link = "gigs=4&gig-win-rate=10&bid-connects=4&connect-price=0.15&membership=14.99&membership-connects=70";
    let net = gigs(&format!("{link}&gig-duration=2"));
    let costs = [(CostKind::Connects, usd("3.00")), (CostKind::Membership, usd("29.98"))];
    assert_eq!(net.costs, costs, "160 connects less 140, 20 × 0.15; 2 × 14.99");
    assert_eq!(net.cost, usd("32.98"));
}

#[test]
fn connects_in_hand_are_used_first() {
    let net = gigs("gigs=1&gig-win-rate=10&bid-connects=4&connect-price=0.15&held-connects=20");
    assert_eq!(net.cost, usd("3.00"), "40 connects less 20, × 0.15");
}

#[test]
fn a_40_gig_with_an_hour_of_pitching_pays_16_an_hour() {
    let net = gigs("gigs=1&gig-price=40&gig-hours=1&gig-win-rate=100&bid-minutes=60");
    assert_eq!(net.remaining, usd("32.00"), "40 − 20%");
    assert_eq!(net.hours, number("2"), "one hour of work, one of pitching");
    assert_eq!(net.hourly, Some(usd("16.00")), "32.00 ÷ 2");
}

#[test]
fn hours_count_work_overhead_clients_and_bids() {
    let net = gigs("gigs=30&gig-hours=8&gig-overhead=0.5&client-overhead=1.5&gig-win-rate=10&bid-minutes=35");
    assert_eq!(net.hours, number("475"), "30 × (8 + 0.5 + 1.5) + 300 × 35 ÷ 60 = 300 + 175");
    assert_eq!(net.hourly, Some(usd("25.26")), "12,000 ÷ 475 = 25.263…");
}

#[test]
fn hours_are_divided_by_their_use() {
    // 30 gigs for 6 clients, each won by ten proposals of 35 minutes.
    let link = "gig-clients=6&gig-hours=2.5&gig-overhead=0.25&client-overhead=1.5&bid-minutes=35&gig-win-rate=10";
    let hours = hours_by_use(&scenario(link), Side::Gigs);
    assert_eq!([hours.paid, hours.overhead, hours.bidding], [75_00, 16_50, 35_00], "30 × 2.5; 7.5 + 9; 60 × 35 / 60");
}

#[test]
fn withdrawals_are_counted_by_payment_or_month() {
    let link = "gigs=30&withdrawal-fee=0.99&gig-duration=10&contract-payments=6&contract-duration=6";
    assert_eq!(gigs(link).cost, usd("29.70"), "30 × 0.99");
    let monthly = comparison(&format!("{link}&withdrawals=month"));
    assert_eq!(nets(&monthly).0.cost, usd("9.90"), "10 × 0.99");
    assert_eq!(nets(&monthly).1.cost, usd("5.94"), "6 × 0.99");
}

#[test]
fn bought_in_work_counts_for_each_gig() {
    let compared = comparison("gigs=30&gig-bought-in=12.50&contract-bought-in=1000");
    assert_eq!(nets(&compared).0.cost, usd("375.00"), "30 × 12.50");
    assert_eq!(nets(&compared).1.remaining, usd("12,700.00"), "13,700 − 1,000");
}

#[test]
fn tax_on_the_fee_is_charged_with_it() {
    let compared = comparison("fee-tax=19");
    assert_eq!(compared.outcomes.gigs.service_fee, usd("3,570.00"), "30 × (100 + 19)");
    assert_eq!(compared.outcomes.contract.service_fee, usd("1,547.00"), "1,300 + 247");
    assert!(compared.after_costs.is_none(), "it is part of the fee");
}

// The verdict may turn when more is counted.

#[test]
fn costs_can_turn_the_verdict() {
    let compared = comparison("contract-bought-in=2000");
    assert_eq!(compared.verdict.lead, Lead::Ahead(Side::Gigs));
    assert_eq!(compared.verdict.difference, usd("-300.00"), "13,700 − 2,000 − 12,000");
    assert_eq!(compared.by_fee().0, Lead::Ahead(Side::Contract));
    assert_eq!(compared.by_fee().1, usd("1,700.00"));
    // 12,300 have to be left of the contract after 2,000: 14,000 after the fee, 300 ÷ 95 % more than now.
    assert_eq!(compared.verdict.matching.contract.least(), Some(usd("15,315.79")));
}

#[test]
fn by_the_hour_the_shorter_work_can_be_ahead() {
    let link = "verdict=hour&gig-hours=5&contract-hours=200";
    let compared = comparison(link);
    let (gigs, contract) = nets(&compared);
    assert_eq!(gigs.hourly, Some(usd("80.00")), "12,000 ÷ 150");
    assert_eq!(contract.hourly, Some(usd("68.50")), "13,700 ÷ 200");
    assert_eq!(compared.after_costs.as_ref().unwrap().criterion, take_home::scenario::Criterion::Hour);
    assert_eq!(compared.verdict.lead, Lead::Ahead(Side::Gigs));
    assert_eq!(compared.verdict.difference, usd("-11.50"));
    // Gigs that pay 68.50 an hour leave 10,275.00, 342.50 each: 428.12 × 80 % = 342.496, and 68.499… is 68.50 as well.
    assert_eq!(compared.verdict.matching.gigs.least(), Some(usd("428.10")), "342.48 × 30 ÷ 150 = 68.496 is 68.50");
}

#[test]
fn what_decides_is_what_is_left_or_what_an_hour_pays() {
    let decides = |link: &str| {
        let compared = comparison(link);
        [Side::Gigs, Side::Contract].map(|side| compared.compared(side))
    };
    assert_eq!(decides(""), ["12,000", "13,700"].map(usd));
    assert_eq!(decides("contract-bought-in=2000"), ["12,000", "11,700"].map(usd));
    let hours = "gig-hours=5&contract-hours=200&contract-bought-in=2000";
    assert_eq!(decides(hours), ["12,000", "11,700"].map(usd));
    assert_eq!(decides(&format!("{hours}&verdict=hour")), ["80", "58.50"].map(usd), "÷ 150 and ÷ 200");
}

#[test]
fn a_bar_shows_what_becomes_of_the_gross() {
    let bars = |link: &str| {
        let compared = comparison(link);
        [Side::Gigs, Side::Contract].map(|side| {
            let net = compared.after_costs.as_ref().map(|counted| counted.nets.get(side));
            compared.outcomes.get(side).bar(net)
        })
    };
    // Each part ends where the next begins.
    let parts = |ends: &[(BarPart, &str)]| {
        let mut from = Money::ZERO;
        let part = |(part, end): &(BarPart, &str)| (*part, std::mem::replace(&mut from, usd(end)), usd(end));
        ends.iter().map(part).collect::<Vec<_>>()
    };
    let (left, cost, fee) = (BarPart::Remaining, BarPart::Cost, BarPart::Fee);
    let contract = [(left, "13,700"), (fee(0), "13,800"), (fee(1), "14,750"), (fee(2), "15,000")];
    assert_eq!(bars(""), [parts(&[(left, "12,000"), (fee(0), "15,000")]), parts(&contract)]);
    // 30 × 10, and more than the contract brings.
    let all_cost = [(left, "0"), (cost, "13,700"), (fee(0), "13,800"), (fee(1), "14,750"), (fee(2), "15,000")];
    assert_eq!(
        bars("gig-bought-in=10&contract-bought-in=20000"),
        [parts(&[(left, "11,700"), (cost, "12,000"), (fee(0), "15,000")]), parts(&all_cost)]
    );
    let capped = "fee=30%25 to 50, 40%25 at most 20&gigs=1&gig-price=100&contract-price=100";
    // 15 and 20, of which the cap gives 15 back.
    assert_eq!(bars(capped)[0], parts(&[(left, "80"), (fee(0), "95"), (fee(1), "100"), (fee(2), "100")]));
}

#[test]
fn an_hour_without_hours_is_told_at_the_field() {
    let (draft, ignored) = read_link(&take_home::scenario::Overrides::default(), "verdict=hour");
    assert_eq!((ignored[0].name.as_str(), &ignored[0].reason), ("verdict", &Reason::NoHours));
    let problems = validate(&draft.with(Field::Verdict, "hour")).unwrap_err();
    let fields: Vec<Field> = problems.iter().map(|problem| problem.field).collect();
    assert_eq!(fields, [Field::GigHours, Field::ContractHours]);
}

#[test]
fn a_win_rate_of_nothing_is_told_at_the_field() {
    let (draft, _) = read_link(&take_home::scenario::Overrides::default(), "");
    for field in [Field::GigWinRate, Field::ContractWinRate] {
        let problems = validate(&draft.clone().with(field, "0")).unwrap_err();
        assert_eq!((problems[0].field, &problems[0].reason), (field, &Reason::Zero));
    }
}

// Month by month.

#[test]
fn a_retainer_of_500_climbs_from_400_to_450_to_475() {
    let found = months(&scenario("contract-price=15000&contract-payments=30&contract-duration=30&gig-duration=30"));
    let kept = |number: usize| {
        let month = found.sides.contract[number - 1];
        month.gross - month.fee
    };
    assert_eq!(kept(1), usd("400.00"), "500 − 20%");
    assert_eq!(kept(2), usd("450.00"), "500 − 10%");
    assert_eq!(kept(20), usd("450.00"), "the 10,000 are reached");
    assert_eq!(kept(21), usd("475.00"), "500 − 5%");
    assert_eq!(found.sides.contract[29].so_far, usd("13,700.00"), "what the contract leaves in one payment too");
    assert_eq!(found.sides.gigs[29].so_far, usd("12,000.00"));
    assert_eq!(found.at_stake.contract, usd("500.00"));
    assert_eq!(found.overtakings, [], "after the first month both have 400.00, then the contract leads");
}

#[test]
fn gigs_paid_at_once_are_overtaken_by_a_retainer() {
    let found = months(&scenario("contract-payments=10&contract-duration=10"));
    assert_eq!(found.sides.gigs[0].so_far, usd("12,000.00"));
    // 1,500 a month: 100 + 100 are the first fee, then 150; the 10,000 are passed in the seventh month.
    assert_eq!(found.sides.contract[0].so_far, usd("1,300.00"), "1,500 − 100 − 100");
    assert_eq!(found.sides.contract[8].so_far, usd("12,275.00"), "13,500 − 100 − 950 − 175");
    assert_eq!(found.overtakings, [(9, Side::Contract)], "8 months leave 10,850.00");
    assert_eq!(found.at_stake.contract, usd("1,500.00"));
    assert_eq!(found.at_stake.gigs, usd("500.00"));
}

#[test]
fn fewer_payments_than_months_come_at_the_end_of_their_shares() {
    let so_far =
        |link: &str| months(&scenario(link)).sides.contract.iter().map(|month| month.so_far).collect::<Vec<_>>();
    let zero = Money::ZERO;
    // All at the end: 15,000 − 1,300.
    assert_eq!(so_far("contract-duration=4"), [zero, zero, zero, usd("13,700.00")]);
    // 7,500 − (100 + 700) in month 3 and the rest in month 6.
    let [half, whole] = [usd("6,700.00"), usd("13,700.00")];
    assert_eq!(so_far("contract-payments=2&contract-duration=6"), [zero, zero, half, half, half, whole]);
    // Payment 1 of 2 in month 2 of 3: 1 × 3 ÷ 2, rounded up.
    assert_eq!(so_far("contract-payments=2&contract-duration=3"), [zero, half, whole]);
}

#[test]
fn instalments_that_cannot_be_divided_come_to_the_price() {
    let compared = comparison("fee=2.9%25%20%2B%200.30&contract-price=100&contract-payments=3");
    let outcome = &compared.outcomes.contract;
    assert_eq!(outcome.gross, usd("100.00"), "33.34 + 33.33 + 33.33");
    assert_eq!(outcome.service_fee, usd("3.81"), "three times 0.97 and 0.30: each payment has its fixed part");
}

#[test]
fn months_begin_anew_where_a_fee_counts_them() {
    let link = "fee=15%25%20to%20175,%203.5%25%20per%20month&gigs=10&gig-price=500";
    let at_once = comparison(link).outcomes.gigs.service_fee;
    assert_eq!(at_once, usd("195.13"), "26.25 + 325 × 3.5% = 37.63, then nine times 17.50");
    let spread = comparison(&format!("{link}&gig-duration=10")).outcomes.gigs.service_fee;
    assert_eq!(spread, usd("376.30"), "ten times 37.63");
    let uneven = comparison(&format!("{link}&gig-duration=4")).outcomes.gigs.service_fee;
    assert_eq!(uneven, usd("255.52"), "3 + 3 + 2 + 2 gigs: four times 37.63 and six times 17.50");
}

#[test]
fn costs_are_spread_over_the_months() {
    let found = months(&scenario("gigs=10&gig-duration=10&bid-cost=1&gig-win-rate=10"));
    assert_eq!(found.sides.gigs[0].so_far, usd("390.00"), "400 − a tenth of 100");
    assert_eq!(found.sides.gigs[9].so_far, usd("3,900.00"));
}

// What to ask for.

#[test]
fn twelve_hours_at_22_22_are_239_98() {
    let found = hourly(&scenario("schedule=upwork-2023&hourly-rate=22.22&weekly-hours=12&weeks=1")).unwrap();
    assert_eq!(found.week, usd("266.64"), "12 × 22.22");
    assert_eq!(found.fee, usd("26.66"), "10% of 266.64");
    assert_eq!(found.take_home, usd("239.98"));
}

#[test]
fn twelve_hours_at_27_78_are_300_02() {
    let found = hourly(&scenario("schedule=upwork-2023&hourly-rate=27.78&weekly-hours=12&weeks=1")).unwrap();
    assert_eq!(found.take_home, usd("300.02"), "333.36 − 33.34");
}

#[test]
fn weeks_of_one_client_climb_the_tiers() {
    let found = hourly(&scenario("hourly-rate=25&weekly-hours=20&weeks=30")).unwrap();
    assert_eq!(found.gross, usd("15,000.00"), "30 × 500");
    assert_eq!(found.fee, usd("1,300.00"), "100 + 950 + 250");
}

#[test]
fn to_keep_20_an_hour_ask_22_23() {
    let found = rate_keeping(&scenario("schedule=upwork-2023&weekly-hours=12&weeks=1"), usd("20"));
    assert_eq!(found, Some(usd("22.23")), "12 × 22.22 leaves 239.98, two cents short; 12 × 22.23 leaves 240.08");
}

#[test]
fn the_price_that_keeps_a_sum_crosses_tiers_and_pays_the_costs() {
    let at = |link: &str, side, keep| price_keeping(&scenario(link), side, usd(keep)).map(Money::from_minor);
    assert_eq!(at("", Side::Contract, "490"), Some(usd("600.00")), "400 of the first 500, 90 of the next 100");
    assert_eq!(at("", Side::Gigs, "12000"), Some(usd("500.00")));
    assert_eq!(at("contract-bought-in=90", Side::Contract, "400"), Some(usd("600.00")), "490 after the fee");
    assert_eq!(at("gigs=1&bid-cost=1&gig-win-rate=1", Side::Gigs, "300"), Some(usd("500.00")), "400 less 100 bids");
}

#[test]
fn a_higher_price_may_keep_less_where_the_fee_jumps() {
    let gaps = |link: &str| prices_keeping(&scenario(link), Side::Contract, usd("2300")).gaps().collect::<Vec<_>>();
    // 2,555.55 pays 255.56, one cent too much; 2,555.56 pays as much.
    assert_eq!(gaps("fee=whole 5%25 to 2500, 10%25"), [(usd("2,500.01"), usd("2,555.55"))]);
    assert_eq!(gaps("fee=whole 5%25 to 2000, 10%25"), [], "2,000 leaves 1,900");
    assert_eq!(gaps("fee=10%25"), []);
}

#[test]
fn the_price_that_pays_an_hour() {
    let link = "gigs=1&gig-hours=9&gig-overhead=1&contract-hours=100";
    let at = |side, hourly| price_paying(&scenario(link), side, usd(hourly)).map(Money::from_minor);
    assert_eq!(at(Side::Gigs, "40"), Some(usd("499.94")), "399.95 ÷ 10 = 39.995 is 40.00, and 499.94 × 80% = 399.952");
    assert_eq!(
        at(Side::Contract, "85.50"),
        Some(usd("9,555.00")),
        "8,549.50 ÷ 100 = 85.495; 400 of the first 500, 8,149.50 of the next 9,055"
    );
    assert_eq!(price_paying(&scenario(""), Side::Gigs, usd("40")), None, "no hours");
}

#[test]
fn prices_are_drawn_with_what_they_leave_after_costs() {
    let drawn = remaining_by_price(&scenario("gigs=2&gig-bought-in=10"), Side::Gigs, usd("1200"), 3);
    // 20 for both gigs; of 600 the fee takes 100 and 10.
    let expected = [("400", "300"), ("800", "620"), ("1200", "960")];
    assert_eq!(drawn, expected.map(|(gross, left)| (usd(gross), usd(left))));
}

#[test]
fn both_sides_are_beside_each_other_at_the_same_totals() {
    // Up to 15,000 for thirty gigs of up to 500: in steps of 100. 20% of 500 and less; 20% of 500, 10% to 10,000 and 5%.
    let nothing = BySide { gigs: None, contract: None };
    let rows = remaining_by_total(&scenario(""), usd("15000"), 6, nothing).expect("the contract is no list");
    let expected = [
        ("3000", "2400", "2650"),
        ("6000", "4800", "5350"),
        ("9000", "7200", "8050"),
        ("12000", "9600", "10850"),
        ("15000", "12000", "13700"),
    ];
    let both = |gigs, contract| BySide { gigs: Some(usd(gigs)), contract: Some(usd(contract)) };
    assert_eq!(rows, expected.map(|(total, gigs, contract)| (usd(total), both(gigs, contract))));
    // To keep 12,000: 500 per gig, which is there, and 13,210.53 × 95% − 550 for the contract, which thirty gigs cannot bill.
    let asked = BySide { gigs: Some(50_000), contract: Some(1_321_053) };
    let with_asked = remaining_by_total(&scenario(""), usd("15000"), 6, asked).expect("the contract is no list");
    assert_eq!(with_asked[4], (usd("13210.53"), BySide { gigs: None, contract: Some(usd("12000")) }));
    assert_eq!([&with_asked[..4], &with_asked[5..]].concat(), rows);
    // 30 × 333.33 is between them, and 9,999.90 × 90% − 50 remains of the contract.
    let asked = BySide { gigs: Some(33_333), contract: None };
    let with_asked = remaining_by_total(&scenario(""), usd("15000"), 6, asked).expect("the contract is no list");
    assert_eq!(with_asked[3], (usd("9999.90"), both("7999.80", "8949.91")));
    // Those of a list are at round shares of its prices: 60, 120, 180, 240, 300.
    let list = remaining_by_total(&scenario("fee=10%25&gig-list=150, 150"), usd("300"), 6, nothing)
        .expect("the contract is no list");
    assert_eq!(list.iter().map(|(total, _)| *total).collect::<Vec<_>>(), ["60", "120", "180", "240", "300"].map(usd));
    assert_eq!(list[4].1, both("270", "270"));
    assert_eq!(remaining_by_total(&scenario("fee=10%25&contract-list=150, 150"), usd("300"), 6, nothing), None);
}

#[test]
fn a_concession_costs_less_than_it_gives() {
    let at = |side, off| concession_costs(&scenario(""), side, usd(off));
    assert_eq!(at(Side::Contract, "1000"), Some(usd("950.00")), "it lies in the 5% tier");
    assert_eq!(at(Side::Contract, "6000"), Some(usd("5,650.00")), "5,000 × 95% + 1,000 × 90%");
    assert_eq!(at(Side::Gigs, "50"), Some(usd("1,200.00")), "30 × 50 × 80%");
    assert_eq!(at(Side::Gigs, "500"), None, "nothing would be left of the price");
}
