//! Are lists of gigs read, charged and written back as `docs/list-notation.md` says? `tests/plans.rs` has them among all
//! other plans, against naive sums.

mod support;

use proptest::prelude::*;
use support::{comparison, problems, scenario, usd};
use take_home::compare::{
    Bundles, bundles, compare, concession_costs, hardest_hit, list_lines, months, remaining_by_price, risk,
};
use take_home::json::{comparison_json, extras_json};
use take_home::scenario::{
    DecimalMark, Draft, Field, InList, Kind, Names, Overrides, Reason, Scenario, Side, example, read_link, read_list,
    validate, write_link,
};
use take_home::state::{Action, Author, Open, Panel, State};

/// Twenty small gigs, six for Acme, and two larger ones.
const YEAR: &str = "gig-list=20 x 150, 5 x 800 for Acme, 3000 for Acme, 2 x 1500 for 2 clients";

#[test]
fn each_client_climbs_the_tiers_alone() {
    let found = comparison(YEAR);
    assert_eq!(found.outcomes.gigs.gross, usd("13,000"), "3,000 + 4,000 + 3,000 + 3,000");
    // 20 × 30; Acme's 7,000: 100 + 650; 2 × (100 + 100).
    assert_eq!(found.outcomes.gigs.service_fee, usd("1,750"), "600 + 750 + 400");
    assert_eq!(found.outcomes.contract.gross, usd("13,000"), "as much as the list, as long as nobody says otherwise");
    assert_eq!(found.verdict.difference, usd("550"), "13,000 − (100 + 950 + 150) less 11,250");
}

#[test]
fn every_line_says_what_it_leaves() {
    let lines = list_lines(&scenario(YEAR), Side::Gigs);
    let fees: Vec<_> = lines.iter().map(|line| line.service_fee).collect();
    // The second of Acme's lines comes after 4,000.
    assert_eq!(fees, [usd("600"), usd("450"), usd("300"), usd("400")]);
    let left: Vec<_> = lines.iter().map(|line| line.take_home).collect();
    assert_eq!(left, [usd("2,400"), usd("3,550"), usd("2,700"), usd("2,600")]);
    assert_eq!(hardest_hit(&lines), Some(0), "20% of each 150");
    let flat = list_lines(&scenario(&format!("{YEAR}&fee=10%25")), Side::Gigs);
    assert_eq!(hardest_hit(&flat), None, "10% of everything");
}

#[test]
fn the_same_work_as_fewer_contracts() {
    let found =
        bundles(&scenario("gig-list=10 x 400 for 2 clients, 500 for Acme, 2 x 250 for Acme"), Side::Gigs).unwrap();
    // Each of the two: 2,000 is 100 + 150. Acme: 1,000 is 100 + 50. In one: 5,000 is 100 + 450.
    let today = found.today.map(|(schedule, left)| (schedule.id, left));
    assert_eq!(today, Some(("upwork-2025", usd("4,500"))), "10% of 5,000");
    let Bundles { list, by_client, clients, one, today: _ } = found;
    assert_eq!((list, by_client, clients, one), (usd("4,350"), usd("4,350"), 3, usd("4,450")));
    // Charged by contract, larger ones pay the lower tiers.
    let fee = "fee=20%25 to 500, 10%25 per contract";
    let found =
        bundles(&scenario(&format!("{fee}&gig-list=10 x 400 for 2 clients, 600 for Acme")), Side::Gigs).unwrap();
    // 10 × 320 + 490; then 2 × (2,000 − 250) + 490; then 4,600 − 510.
    assert_eq!(
        found,
        Bundles { list: usd("3,690"), by_client: usd("3,990"), clients: 3, one: usd("4,090"), today: None }
    );
}

fn comparison_of(draft: &Draft) -> take_home::compare::Comparison {
    compare(&validate(draft).unwrap())
}

fn json(scenario: &Scenario) -> serde_json::Value {
    serde_json::from_str(&comparison_json(scenario, &compare(scenario)).to_string()).unwrap()
}

#[test]
fn a_list_in_yen_has_few_prices_and_many_levels() {
    // 7 and 7, as the contract: 9 and a tax of 2 take 11 of the first, of which nothing is left for 9 more; of the second, which
    // the floor has paid for, only these: −4 − 2. Of 12 the 11 leave something, so that 9 is taken of both: −8 + 1. Of 14 and 14:
    // −6 + 1.
    let fee = "30%25 %2B 4 at least 9 per month plus 20%25 tax then 3%25 to 419, 2%25 to 1450, 0%25 %2B 9 at least 9 then 0%25 to 503, 4%25";
    let json = json(&scenario(&format!("fee={fee}&currency=JPY&gig-list=2 x 6&gig-list-level=120.82")));
    assert_eq!(json["gigs"]["takeHome"], "-6");
    assert_eq!(json["matchingGigListLevel"], "108.34", "6.5 ÷ 6");
    let gap = serde_json::json!([{ "from": "191.67", "to": "224.99" }]);
    assert_eq!(json["matchingGigListLevelGaps"], gap, "from 11.5 ÷ 6 to just below 13.5 ÷ 6");
}

#[test]
fn the_contract_of_a_client_comes_where_the_first_job_was() {
    // Acme's 1,200 begin at nothing billed: 108. For the other 500 it is 7% then: 35.
    let fee = "fee=whole 9%25 to 1000, 7%25 per account";
    let found = bundles(&scenario(&format!("{fee}&gig-list=600 for Acme, 500, 600 for Acme")), Side::Gigs).unwrap();
    assert_eq!(found.by_client, usd("1,557"));
}

#[test]
fn fewer_contracts_have_the_lists_prices_and_clients() {
    let fee = "fee=20%25 to 500, 10%25 per client";
    // Half of 400: two clients with 2 × 200 and one with 200; B, A and C with 2 × 50, 50 and 50.
    let list = "5 x 400 for 3 clients, 100 for B, 100 for A, 100 for b, 100 for C";
    let found = bundles(&scenario(&format!("{fee}&gig-list={list}&gig-list-level=50")), Side::Gigs).unwrap();
    assert_eq!((found.list, found.by_client, found.clients), (usd("960"), usd("960"), 6));
    // 1,200: 100 on the first 500, 70 on the rest.
    assert_eq!(found.one, usd("1,030"));
    let names = read_list(list, DecimalMark::Point).unwrap().written(DecimalMark::Point, Names::Letters);
    assert_eq!(names, "5 x 400 for 3 clients, 100 for A, 100 for B, 100 for A, 100 for C");
}

#[test]
fn a_list_may_be_raised_as_far_as_a_field_accepts() {
    // 3 × 300,000,000,000 of 1,000,000,000,000, in whole hundredths of a percent.
    let found = comparison("fee=0%25&gig-list=3 x 300000000000&contract-price=1000000000000").verdict.matching.gigs;
    assert_eq!(found.least_pricing(), None, "11,111 are a bit less, and 11,112 too much");
    let found = comparison("fee=0%25&gig-list=3 x 300000000000&contract-price=999990000000").verdict.matching.gigs;
    assert_eq!(found.least_pricing(), Some(11_111), "3 × 333,330,000,000");
    assert_eq!(found.pricing_gaps().next(), None);
}

#[test]
fn a_list_may_not_be_raised_to_what_rounding_makes_too_much() {
    // 6 × 111,111,111,111.11 at 150%: 166,666,666,666.665 each, paid as .67, are two cents over 1,000,000,000,000.00.
    let list = "fee=0%25&gig-list=6 x 111111111111.11";
    assert_eq!(scenario(list).plans().gigs.highest_pricing(usd("1,000,000,000,000")), 14_999);
    let level =
        |level: &str| problems(&format!("fee=0%&schedule=custom&gig-list=6 x 111111111111.11&gig-list-level={level}"));
    assert_eq!(level("149.99"), []);
    assert_eq!(level("150").len(), 1);
}

/// Each line jumps at another share of its price: more of them than are looked at one by one.
#[test]
fn a_list_of_seventy_prices_may_fall_behind_at_each_jump() {
    let lines: Vec<String> = (0..70).map(|line| format!("2 x {}.37", 300 + 5 * line)).collect();
    for (fee, contract, least, gaps) in [
        ("whole 10%25 to 500, 20%25", "60000", 8_178, 1),
        ("whole 10%25 to 500, 20%25 per contract", "58000", 7_805, 1),
        ("whole 20%25 to 500, 10%25 per contract", "66000", 10_460, 0),
    ] {
        let scenario = scenario(&format!("fee={fee}&gig-list={}&contract-price={contract}", lines.join(", ")));
        let compared = compare(&scenario);
        let found = &compared.verdict.matching.gigs;
        assert_eq!((found.least_pricing(), found.pricing_gaps().count()), (Some(least), gaps), "{fee}");
        let mut ends: Vec<i64> = found.pricing_gaps().flat_map(|(from, to)| [from, to]).collect();
        ends.push(least);
        for level in ends.into_iter().flat_map(|end| end - 60..end + 60).chain((5_000..20_000).step_by(97)) {
            let left = scenario.with(Field::GigListLevel, level).map(|there| compare(&there).outcomes.gigs.take_home);
            let is_in_gap = found.pricing_gaps().any(|(from, to)| (from..=to).contains(&level));
            let is_enough = left >= Some(compared.outcomes.contract.take_home);
            assert_eq!(least <= level && !is_in_gap, is_enough, "{fee}: {level}");
        }
    }
}

#[test]
fn prices_would_have_to_be_higher() {
    let found = comparison(&format!("{YEAR}&contract-price=15000")).verdict.matching.gigs;
    // 20 × 150: 2,400 of each hundred percent; Acme 6,300 less 50; the others 2,700 less 100. 11,400 × 121.5% − 150 is
    // 13,701, and the contract leaves 13,700; at 121.49% it is 13,699.86.
    assert_eq!(found.least_pricing(), Some(12_150));
    assert_eq!(found.least(), None, "a list has no price of each gig");
    let level = comparison(&format!("{YEAR}&contract-price=15000&gig-list-level=121.5"));
    assert_eq!(level.outcomes.gigs.take_home, usd("13,701"));
}

#[test]
fn json_has_shares_of_the_list_in_place_of_a_price() {
    let scenario = scenario(&format!("{YEAR}&contract-price=15000"));
    let json = json(&scenario);
    assert_eq!(json["matchingGigPrice"], serde_json::Value::Null);
    assert_eq!(json["matchingGigListLevel"], "121.5");
    let extras: serde_json::Value = serde_json::from_str(&extras_json(&scenario).to_string()).unwrap();
    assert_eq!(extras["gigLines"][1]["serviceFee"], "450.00");
    assert!(!extras.to_string().contains("Acme"), "names of clients stay out of it");
}

#[test]
fn both_sides_may_be_lists() {
    let found = comparison("gig-list=10 x 300&contract-list=2 x 1000 for Acme, 1000 for Berta");
    assert_eq!(found.outcomes.gigs.take_home, usd("2,400"), "3,000 − 10 × 60");
    assert_eq!(found.outcomes.contract.take_home, usd("2,600"), "3,000 − (100 + 150) − (100 + 50)");
}

#[test]
fn months_and_the_account_go_by_the_order_of_the_list() {
    let fee = "fee=20%25 to 1000, 10%25 per month&gig-duration=2";
    let link = format!("{fee}&gig-list=1000, 500, 800, 200");
    // The first month: 200 + 50. The second: 160 + 40.
    assert_eq!(comparison(&link).outcomes.gigs.service_fee, usd("450"));
    let by_month: Vec<_> = months(&scenario(&link)).sides.gigs.iter().map(|month| month.fee).collect();
    assert_eq!(by_month, [usd("250"), usd("200")]);
    let account = comparison("fee=20%25 to 1000, 10%25 per account&gig-list=600, 600, 100");
    assert_eq!(account.outcomes.gigs.service_fee, usd("230"), "120 + (80 + 20) + 10");
}

#[test]
fn a_payment_that_fails_takes_the_average() {
    let found = risk(&scenario("fee=0%25&gig-list=100, 300&contract-price=400&non-payment=10")).unwrap();
    assert_eq!(found.prospects.gigs.expected, usd("360"), "90% of 400, whichever fails");
}

#[test]
fn costs_count_gigs_and_clients_of_the_list() {
    let found = comparison(&format!("{YEAR}&bid-cost=1&gig-win-rate=50&gig-bought-in=10"));
    let net = &found.after_costs.unwrap().nets.gigs;
    assert_eq!(net.cost, usd("326"), "23 clients take 46 bids; 28 gigs take 10 each");
}

#[test]
fn a_list_is_written_as_it_is_meant() {
    for (text, written) in [
        ("20 x 150, 5 x 800 for Acme", "20 x 150, 5 x 800 for Acme"),
        ("20x150;5 X $800 FOR Acme;", "20 x 150, 5 x 800 for Acme"),
        ("1 × 1,500.50\r\n 2*2 000 for one client", "1500.50, 2 x 2000 for 1 client"),
        ("10 x 99 for 12 clients", "10 x 99"),
        ("10 x 99 for 3 clients,", "10 x 99 for 3 clients"),
        ("2 x 1.200,50 for A, 3 x 10 for a", "2 x 1200.50 for A, 3 x 10 for A"),
        ("MXN 500, 2 x MX$ 300 for Max x Co", "500, 2 x 300 for Max x Co"),
        ("750 for Acme for the spring issue", "750 for Acme for the spring issue"),
        ("\u{feff}5 x 80\u{200b}", "5 x 80"),
        // Without spaces, where no number could go on.
        ("20x150,5x800", "20 x 150, 5 x 800"),
        ("20 x 1,500,5 x 800 for Acme,2 x 1,000", "20 x 1500, 5 x 800 for Acme, 2 x 1000"),
        ("3000 for Acme,2 x 100 for 2x4 Ltd,10*5", "3000 for Acme, 2 x 100 for 2x4 Ltd, 10 x 5"),
        ("20 x 1,500 for 3x Ltd", "20 x 1500 for 3x Ltd"),
        ("1,500 x 20", "1500 x 20"),
        // As notes are written.
        ("- 150\n• 2 x 80 for Acme\n3. $1.5k\n4) 20 RMB", "150, 2 x 80 for Acme, 1500, 20"),
        ("500 RON, 5 php, KSh 20, US$ 7", "500, 5, 20, 7"),
    ] {
        let list = read_list(text, DecimalMark::Point).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(list.written(DecimalMark::Point, Names::Given), written, "{text}");
    }
    let german = read_list("20 x 1.500, 3 x 99,50 für Acme", DecimalMark::Comma);
    assert!(german.is_err(), "the notation is the same in every language");
    let german = read_list("20 x 1.500, 3 x 99,50 for Acme", DecimalMark::Comma).unwrap();
    assert_eq!(german.written(DecimalMark::Point, Names::Letters), "20 x 1500, 3 x 99.50 for A");
}

/// Five jobs of 800 pay 20% of 500 and 10% of 300 for each client who has one, and less of what else a client has.
#[test]
fn clients_are_counted_in_words() {
    let list = |clients: &str| format!("5 x 800 for {clients}");
    for (clients, meant, fee) in [
        ("each client", "5 x 800", "650.00"),
        ("each", "5 x 800", "650.00"),
        ("different clients", "5 x 800", "650.00"),
        ("five clients", "5 x 800", "650.00"),
        // Three jobs of one client and two of the other: 2,400 and 1,600.
        ("two clients", "5 x 800 for 2 clients", "500.00"),
        ("2 different clients", "5 x 800 for 2 clients", "500.00"),
        ("2 customers", "5 x 800 for 2 clients", "500.00"),
        ("one client", "5 x 800 for 1 client", "450.00"),
        ("the same client", "5 x 800 for 1 client", "450.00"),
        ("a customer", "5 x 800 for 1 client", "450.00"),
        ("a client each", "5 x 800", "650.00"),
        ("2 new clients", "5 x 800 for 2 clients", "500.00"),
    ] {
        let read = read_list(&list(clients), DecimalMark::Point).expect(clients);
        assert_eq!(read.written(DecimalMark::Point, Names::Given), meant, "{clients}");
        assert_eq!(comparison(&format!("gig-list={}", list(clients))).outcomes.gigs.service_fee, usd(fee), "{clients}");
    }
    let named = read_list(
        "5 x 800 for Happy Clients, 2 x 5 for 7, 5 for new client, 6 for 7 Eleven client",
        DecimalMark::Point,
    );
    assert_eq!(named.expect("four names").named(), 4);
}

#[test]
fn mistakes_are_told_with_their_place() {
    for (text, at, found, expected) in [
        ("", 1, "", InList::Price),
        (" ,; ", 1, "", InList::Price),
        ("20 x 150, two for Acme", 11, "two for Acme", InList::Price),
        ("20 x", 1, "20 x", InList::Price),
        ("20 x 0", 1, "20 x 0", InList::Price),
        ("20 x -5", 1, "20 x -5", InList::Price),
        ("0 x 150", 1, "0 x 150", InList::Count),
        ("2.5 x 150", 1, "2.5 x 150", InList::Count),
        ("€5, 20000 x 150", 5, "20000 x 150", InList::FewerJobs),
        ("5, 20000 x 150", 4, "20000 x 150", InList::FewerJobs),
        ("3 x 1.500", 1, "3 x 1.500", InList::Clearer),
        ("1.000 x 5", 1, "1.000 x 5", InList::Clearer),
        // Three prices, or one of a hundred million.
        ("100,200,300", 1, "100,200,300", InList::Clearer),
        ("5, 100 200 300", 4, "100 200 300", InList::Clearer),
        // Two prices, or one with decimals.
        ("150,80", 1, "150,80", InList::Space),
        ("2 x 10, 20x150,5x800,3000", 16, "5x800,3000", InList::Space),
        ("1500,2 x 900", 1, "1500,2 x 900", InList::Space),
        ("$80 logo", 1, "$80 logo", InList::For),
        ("5, Ann 500", 4, "Ann 500", InList::For),
        ("Jo 500", 1, "Jo 500", InList::For),
        ("3x150 Bob", 1, "3x150 Bob", InList::For),
        ("500 all", 1, "500 all", InList::For),
        ("Job 1 500", 1, "Job 1 500", InList::For),
        ("Ron 500", 1, "Ron 500", InList::For),
        ("20 x 150 x 3", 1, "20 x 150 x 3", InList::Price),
        ("1500,2k", 1, "1500,2k", InList::Space),
        ("150,80k", 1, "150,80k", InList::Space),
        ("1.500k", 1, "1.500k", InList::Clearer),
        ("- ", 1, "-", InList::Price),
        ("-150", 1, "-150", InList::Price),
        ("5 for ", 1, "5 for", InList::Client),
        ("5 for 0 clients", 1, "5 for 0 clients", InList::Client),
        ("5 x 800 for my clients", 1, "5 x 800 for my clients", InList::Client),
        ("5 x 800 for a few clients", 1, "5 x 800 for a few client…", InList::Client),
        ("5 for a dozen customers", 1, "5 for a dozen customers", InList::Client),
        ("6000 x 1, 6000 x 1", 11, "6000 x 1", InList::FewerJobs),
    ] {
        let error = read_list(text, DecimalMark::Point).unwrap_err();
        assert_eq!((error.at, error.found.as_str(), error.expected), (at, found, expected), "{text}");
    }
    let error = read_list("20 x", DecimalMark::Point).unwrap_err();
    assert_eq!(error.to_string(), "“20 x” at character 1, expected Price");
    let lines = vec!["1"; 2_001].join(", ");
    assert_eq!(read_list(&lines, DecimalMark::Point).unwrap_err().expected, InList::FewerLines);
}

#[test]
fn a_list_may_have_as_much_as_it_says() {
    let read = |text: &str| read_list(text, DecimalMark::Point).map(|_| ()).map_err(|error| error.expected);
    assert_eq!(read("9999 x 1, 1"), Ok(()));
    assert_eq!(read("9999 x 1, 2 x 1"), Err(InList::FewerJobs));
    assert_eq!(read(&vec!["1"; 2_000].join(", ")), Ok(()));
    assert_eq!(read(&format!("1 for {}", "é".repeat(60))), Ok(()));
    assert_eq!(read(&format!("1 for {}", "é".repeat(61))), Err(InList::Client));
}

#[test]
fn clients_have_more_letters_than_the_alphabet() {
    let text: Vec<String> = (1..=55).map(|number| format!("1 for client-{number}")).collect();
    let written = read_list(&text.join(", "), DecimalMark::Point).unwrap().written(DecimalMark::Point, Names::Letters);
    let last: Vec<&str> = written.split(", ").skip(24).collect();
    assert_eq!(last[..4], ["1 for Y", "1 for Z", "1 for AA", "1 for AB"]);
    assert_eq!(last[26..], ["1 for AY", "1 for AZ", "1 for BA", "1 for BB", "1 for BC"]);
}

#[test]
fn a_discount_leaves_something_of_every_price() {
    let costs = |off: &str| concession_costs(&scenario("gig-list=3 x 40, 20"), Side::Gigs, usd(off));
    // 112 are left of 140; of 3 × 20.01 and 0.01, 3 × (20.01 − 4.00) and 0.01.
    assert_eq!(costs("19.99"), Some(usd("63.96")), "112 − 48.03 − 0.01");
    assert_eq!(costs("20"), None);
}

#[test]
fn prices_of_a_list_are_drawn_up_to_the_most() {
    let drawn = remaining_by_price(&scenario("gig-list=3 x 40, 80"), Side::Gigs, usd("400"), 4);
    let left = ["80", "160", "240", "320"].map(usd);
    assert_eq!(drawn, ["100", "200", "300", "400"].map(usd).into_iter().zip(left).collect::<Vec<_>>());
}

#[test]
fn a_list_may_not_be_more_than_a_field_accepts() {
    let usd = take_home::amount::Currency::USD;
    assert_eq!(problems("gig-list=2 x 600000000000"), [(Field::GigList, Reason::TotalTooLarge(usd.max(), usd))]);
    let list = "gig-list=2 x 400000000000&gig-list-level=126";
    assert_eq!(problems(list), [(Field::GigListLevel, Reason::TotalTooLarge(usd.max(), usd))]);
    assert_eq!(problems("gig-list=0.005"), [(Field::GigList, Reason::TooFine(usd))]);
    assert_eq!(problems("gig-list=5&gig-list-level=1001"), [(Field::GigListLevel, Reason::TooMany(1_000))]);
}

#[test]
fn three_decimals_are_written_as_four() {
    let kwd = |list: &str| comparison(&format!("fee=0%25&currency=KWD&gig-list={list}")).outcomes.gigs.gross.minor();
    assert_eq!(kwd("2 x 1.1250"), 2_250);
    let list = read_list("2 x 1.1250, 0.125, 7.5", DecimalMark::Point).unwrap();
    assert_eq!(list.written(DecimalMark::Point, Names::Given), "2 x 1.1250, 0.125, 7.50");
    assert_eq!(list.written(DecimalMark::Comma, Names::Given), "2 x 1,1250, 0,125, 7,50");
}

#[test]
fn what_a_list_replaces_is_not_read() {
    let draft = read_link(&Overrides::default(), YEAR).0;
    let draft = [Field::Gigs, Field::GigPrice, Field::GigClients]
        .into_iter()
        .fold(draft, |draft, field| draft.with(field, "?"));
    assert!(validate(&draft).is_ok());
}

#[test]
fn links_call_clients_by_letters_unless_the_reader_names_them() {
    let state = State::new(Author::default(), YEAR);
    assert_eq!(state.draft.text(Field::GigList), "20 x 150, 5 x 800 for Acme, 3000 for Acme, 2 x 1500", "as it came");
    assert!(!state.link().contains("Acme"), "{}", state.link());
    assert!(state.link().contains("5%20x%20800%20for%20A,"), "{}", state.link());
    // What the page starts again from after a failure never leaves it.
    let state = state.after(Action::Open(Panel::List, true)).after(Action::Open(Panel::Costs, true));
    let open = state.open.only(&|panel| panel != Panel::Costs).names();
    let restored = State::restored(Author::default(), &state.good.private_link(), Open::named(&open));
    assert!(restored.open.is_open(Panel::List) && !restored.open.is_open(Panel::Costs), "{open}");
    assert_eq!(restored.draft.text(Field::GigList), state.draft.text(Field::GigList));
    assert_eq!(restored.link(), state.link());
    let named = state.after(Action::Type(Field::ListNames, Kind::YES.into()));
    assert!(named.link().contains("5%20x%20800%20for%20Acme,"), "{}", named.link());
    assert!(named.link().contains("list-names"), "the next one who changes it keeps them");
    let again = State::new(Author::default(), &named.link());
    assert_eq!(again.link(), named.link());
}

#[test]
fn a_typed_list_is_kept_as_it_is_typed() {
    let state =
        State::new(Author::default(), "").after(Action::Type(Field::GigList, "3 x 200\n2 x 90 for Acme\n".into()));
    assert_eq!(state.answer.comparison.outcomes.gigs.gross, usd("780"));
    assert_eq!(state.draft.text(Field::GigList), "3 x 200\n2 x 90 for Acme\n");
    let half = state.after(Action::Type(Field::GigList, "3 x 200\n2 x ".into()));
    assert!(half.is_stale());
    assert_eq!(half.answer.comparison.outcomes.gigs.gross, usd("780"), "the last good answer stays");
    let back = half.after(Action::Type(Field::GigList, String::new()));
    assert_eq!(back.answer.comparison.outcomes.gigs.gross, usd("15,000"));
}

#[test]
fn an_author_writes_a_list_in_the_pages_language() {
    let (overrides, ignored) = example([("lang", "de"), ("gig-list", "20 x 1500.50, 3 x 80 for Acme")]);
    assert_eq!(ignored, []);
    let state = State::new(Author { overrides, ignored }, "");
    assert_eq!(state.draft.text(Field::GigList), "20 x 1500,50, 3 x 80 for Acme");
    assert_eq!(state.answer.comparison.outcomes.gigs.gross, usd("30,250"));
    assert_eq!(state.link(), "");
}

/// A draft keeps lists that it has read, but not what is another list since.
#[test]
fn a_list_is_read_anew_in_another_language_or_with_another_text() {
    let gross = |draft: &Draft| comparison_of(draft).outcomes.gigs.gross;
    let english = Overrides::default_draft().with(Field::GigList, "2 x 10,000");
    assert_eq!(gross(&english), usd("20,000"), "2 × 10,000");
    assert!(validate(&english.clone().with(Field::Lang, "de")).is_err(), "ten or ten thousand?");
    assert_eq!(gross(&english.clone().with(Field::GigList, "3 x 100")), usd("300"));
    assert_eq!(gross(&english.clone().with(Field::GigListLevel, "200")), usd("40,000"));
    assert_eq!(english.clone().with(Field::Lang, ""), english, "what has been read makes no other draft");
}

#[test]
fn a_long_working_ends_with_the_rest() {
    let lines: Vec<String> = (1..=100).map(|number| format!("{}", 10 * number)).collect();
    let scenario = scenario(&format!("fee=10%25&gig-list={}", lines.join(", ")));
    let words = words::Words::new(&Overrides::default_draft(), scenario.currency());
    let working = words.working(&compare(&scenario).outcomes.gigs, scenario.terms().gigs.basis());
    let last = working.rows.last().unwrap();
    // 61 + … + 100 is 3,220.
    assert_eq!(*last, words::WorkingRow::Total("the fee on 40 more payments".into(), "$3,220.00".into()));
}

fn list() -> impl Strategy<Value = Vec<(u32, i64, Option<usize>)>> {
    prop::collection::vec((1..6_u32, 1..300_000_i64, prop::option::of(0..3_usize)), 1..8)
}

fn written(lines: &[(u32, i64, Option<usize>)]) -> String {
    let line = |(count, cents, client): &(u32, i64, Option<usize>)| {
        let client = client.map_or(String::new(), |client| format!(" for {}", ["Acme", "Berta", "Carl"][client]));
        format!("{count} x {}.{:02}{client}", cents / 100, cents % 100)
    };
    lines.iter().map(line).collect::<Vec<_>>().join(", ")
}

/// Fees of every basis.
fn fee() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "20%25 to 500, 10%25 to 10000, 5%25 per client",
        "20%25 to 500, 10%25 per contract",
        "2.9%25 %2B 0.30",
        "whole 10%25 to 100, 5%25",
        "whole 30%25 for the first job, 15%25 per client",
        "12%25 at least 5",
    ])
}

/// A whole list in one line for each of its gigs.
fn split(lines: &[(u32, i64, Option<usize>)]) -> Vec<(u32, i64, Option<usize>)> {
    lines.iter().flat_map(|(count, cents, client)| vec![(1, *cents, *client); *count as usize]).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn splitting_a_line_changes_nothing(lines in list(), fee in fee(), level in 1..20_000_i64) {
        let level = format!("{}.{:02}", level / 100, level % 100);
        let link = |lines: &[_]| format!("fee={fee}&gig-list={}&gig-list-level={level}&contract-price=9000", written(lines));
        let [whole, parts] = [&lines[..], &split(&lines)].map(|lines| comparison(&link(lines)));
        prop_assert_eq!(whole.outcomes.gigs.service_fee, parts.outcomes.gigs.service_fee);
        prop_assert_eq!(whole.verdict, parts.verdict);
    }

    #[test]
    fn without_a_history_the_order_does_not_matter(lines in list(), fee in prop::sample::select(vec![
        "20%25 to 500, 10%25 per contract", "2.9%25 %2B 0.30", "whole 10%25 to 100, 5%25",
    ])) {
        let link = |lines: &[_]| format!("fee={fee}&gig-list={}", written(lines));
        let backwards: Vec<_> = lines.iter().rev().copied().collect();
        prop_assert_eq!(comparison(&link(&lines)).verdict, comparison(&link(&backwards)).verdict);
    }

    #[test]
    fn a_list_of_equal_lines_is_the_plan_without_a_list(
        count in 1..40_u32, cents in 1..100_000_i64, clients in 1..12_u32, fee in fee(), billed in 0..3_000_u32,
    ) {
        let price = format!("{}.{:02}", cents / 100, cents % 100);
        let rest = format!("fee={fee}&gig-billed={billed}&contract-price=5000&bid-cost=2&non-payment=3");
        let plan = comparison(&format!("{rest}&gigs={count}&gig-price={price}&gig-clients={clients}"));
        let list = comparison(&format!("{rest}&gig-list={count} x {price} for {clients} clients"));
        prop_assert_eq!(&plan.outcomes, &list.outcomes);
        prop_assert_eq!(plan.after_costs, list.after_costs);
        prop_assert_eq!(plan.verdict.difference, list.verdict.difference);
        prop_assert_eq!(plan.verdict.matching.contract, list.verdict.matching.contract);
    }

    #[test]
    fn equal_lines_risk_what_equal_gigs_risk(
        counts in prop::collection::vec(1..20_u32, 1..4), cents in 1..100_000_i64, which in 0..4_usize, clients in 1..12_u32,
        fee in fee(), billed in 0..3_000_u32,
    ) {
        let price = format!("{}.{:02}", cents / 100, cents % 100);
        let all: u32 = counts.iter().sum();
        let lines = |suffix: &str| {
            let line = |count: &u32| format!("{count} x {price}{suffix}");
            counts.iter().map(line).collect::<Vec<_>>().join("; ")
        };
        let (list, clients) = match which {
            0 => (lines(""), "each".to_owned()),
            1 => (lines(" for Acme"), "one".to_owned()),
            // Named, but each once.
            2 => {
                let names: Vec<String> = (1..=all).map(|name| format!("{price} for Client {name}")).collect();
                (names.join("; "), "each".to_owned())
            }
            _ => (format!("{all} x {price} for {clients} clients"), clients.min(all).to_string()),
        };
        let rest = format!(
            "fee={fee}&gig-billed={billed}&contract-price=5000&bid-cost=2&non-payment=30&bad-review=10&work-lost=20&withdrawal-fee=1"
        );
        let plan = scenario(&format!("{rest}&gigs={all}&gig-price={price}&gig-clients={clients}"));
        prop_assert_eq!(risk(&plan), risk(&scenario(&format!("{rest}&gig-list={list}"))));
    }

    #[test]
    fn lines_add_up(lines in list(), fee in fee()) {
        let scenario = scenario(&format!("fee={fee}&gig-list={}", written(&lines)));
        let outcome = compare(&scenario).outcomes.gigs;
        let found = list_lines(&scenario, Side::Gigs);
        prop_assert_eq!(found.iter().map(|line| line.gross).sum::<take_home::amount::Money>(), outcome.gross);
        prop_assert_eq!(found.iter().map(|line| line.service_fee).sum::<take_home::amount::Money>(), outcome.service_fee);
    }

    #[test]
    fn links_and_the_notation_go_round(lines in list(), level in 1..100_000_i64) {
        let text = written(&lines);
        let list = read_list(&text, DecimalMark::Point).unwrap();
        let once = list.written(DecimalMark::Point, Names::Given);
        prop_assert_eq!(&read_list(&once, DecimalMark::Point).unwrap(), &list);
        let comma = list.written(DecimalMark::Comma, Names::Given);
        prop_assert_eq!(&read_list(&comma, DecimalMark::Comma).unwrap(), &list, "{}", comma);
        let level = format!("{}.{:02}", level / 100, level % 100);
        let draft = read_link(&Overrides::default(), &format!("gig-list={text}&gig-list-level={level}")).0;
        let link = write_link(&draft, &Overrides::default());
        let again = read_link(&Overrides::default(), &link).0;
        prop_assert_eq!(write_link(&again, &Overrides::default()), link);
    }

    #[test]
    fn whatever_is_typed_is_read_or_refused(text in "[0-9 x×,.;\\nforAclients$€é-]{0,60}") {
        if let Ok(list) = read_list(&text, DecimalMark::Point) {
            let written = list.written(DecimalMark::Point, Names::Given);
            prop_assert_eq!(read_list(&written, DecimalMark::Point).unwrap(), list, "{}", written);
        }
    }
}

/// As in readers' files.
#[test]
fn the_case_of_letters_does_not_tell_clients_apart() {
    for [one, other] in [["Acme", "ACME"], ["Müller", "MÜLLER"], ["Иван", "ИВАН"]] {
        let found = comparison(&format!("gig-list=500 for {one}, 500 for {other}"));
        // 500 × 20% + 500 × 10%.
        assert_eq!(found.outcomes.gigs.service_fee, usd("150"), "{one}");
    }
}

#[test]
fn digits_of_other_scripts_are_read_in_every_place() {
    for text in ["٣ x ١٥٠, ٤ x ٨٠ for ٢ clients", "３ x １５０, ４ x ８０ for ２ clients"] {
        let list = read_list(text, DecimalMark::Point).expect(text);
        assert_eq!(list.written(DecimalMark::Point, Names::Given), "3 x 150, 4 x 80 for 2 clients");
    }
}
