//! Which sentences does a link lead to?

mod support;

use support::scenario;
use take_home::amount::Money;
use take_home::compare::{Range, compare, stretches};
use take_home::scenario::{FeeSource, Field, Overrides, read_link};
use take_home::words::{Words, WorkingRow};
use time::macros::date;

#[track_caller]
fn check(link: &str, verdict: &str, turn: &str) {
    let scenario = scenario(link);
    let comparison = compare(&scenario);
    let words = Words::new(&read_link(&Overrides::default(), link).0, scenario.currency());
    assert_eq!(words.verdict(&comparison).plain(), verdict, "{link}");
    assert_eq!(words.turn(&scenario, &comparison).plain(), turn, "{link}");
}

#[test]
fn a_share_is_not_rounded_to_none_or_all() {
    let format = Words::new(&read_link(&Overrides::default(), "").0, scenario("").currency()).format;
    for (part, of, expected) in [
        (0, 1_500_000, "0%"),
        (1, 1_500_000, "under 0.1%"),
        (1_500, 1_500_000, "0.1%"),
        (130_000, 1_500_000, "8.7%"),
        (1_498_500, 1_500_000, "99.9%"),
        // A fee of 99.99% is not all.
        (1_499_850, 1_500_000, "over 99.9%"),
        (1_500_000, 1_500_000, "100%"),
    ] {
        assert_eq!(format.share(Money::from_minor(part), Money::from_minor(of)), expected, "{part} of {of}");
    }
}

/// What is shown again only if the format differs has to notice each language's numbers.
#[test]
fn the_key_of_a_format_differs_with_every_mark_and_currency() {
    let format = |link: &str| Words::new(&read_link(&Overrides::default(), link).0, scenario(link).currency()).format;
    let links = ["", "lang=de", "lang=fr", "lang=de-CH", "lang=en-IN", "fee=10%25&currency=EUR"];
    let formats: Vec<_> = links.map(format).into();
    for (at, one) in formats.iter().enumerate() {
        for other in &formats[..at] {
            assert_ne!(one, other);
            assert_ne!(one.key(), other.key());
        }
    }
}

#[test]
fn a_verdict_says_who_leaves_more_and_what_would_turn_it() {
    check(
        "",
        "One large contract leaves you $1,700 more.",
        "Break-even: $562.97 per gig, 35 gigs or a $13,210.53 contract.",
    );
    // The gigs keep 16,000: 8,950 + 0.95 × 7,421.05 = 15,999.9975, where the fee of 371.0525 is rounded to 371.05. And of
    // 428.12 a gig keeps 342.50, 13,700 ÷ 40, for its fee of 85.624 is rounded to 85.62.
    check(
        "gigs=40&contract-price=15000",
        "Many small gigs leave you $2,300 more.",
        "Break-even: $428.12 per gig, 35 gigs or a $17,421.05 contract.",
    );
    check(
        "schedule=upwork-2023",
        "No difference: the fee is 10% either way.",
        "This fee is the same for small and large jobs. Only the prices decide.",
    );
    check(
        "schedule=upwork-2023&contract-price=14000",
        "Many small gigs leave you $900 more.",
        "The fee is 10% either way. The difference is in your prices. Break-even: $466.67 per gig, 28 gigs or a $15,000 contract.",
    );
    check(
        "schedule=upwork-2023&gig-price=333.33&same-total",
        "No difference: the fee is 10% either way.",
        "Rounding alone leaves the gigs $0.09 more.",
    );
    check("contract-price=13210.53", "No difference: $12,000 either way.", "At these numbers the money is the same.");
    // 12 × 225 in 120 hours, and 2,700 in 60.
    check(
        "schedule=upwork-2023&gigs=12&gig-price=250&contract-price=3000&gig-hours=10&contract-hours=60",
        "No difference: $2,700 either way.",
        "The money is the same, but not the time: an hour on the gigs pays $22.50, an hour on the contract $45.",
    );
    // 35 minutes for each of two bids a gig, and for two bids for the contract: nobody has said how long the work takes.
    check(
        "schedule=upwork-2023&gigs=12&gig-price=250&contract-price=3000&bid-minutes=35&gig-win-rate=50&contract-win-rate=50",
        "No difference: $2,700 either way.",
        "The money is the same, but not the time: 14 unpaid hours for the gigs, 1.17 unpaid hours for the contract.",
    );
    // Nobody has said how long the contract takes.
    check(
        "schedule=upwork-2023&gigs=12&gig-price=250&contract-price=3000&gig-hours=10",
        "No difference: $2,700 either way.",
        "At these numbers the money is the same.",
    );
    check(
        "gigs=1&gig-price=500&contract-price=400",
        "The single gig leaves you $80 more.",
        "Break-even: $400 per gig or a $500 contract.",
    );
    check(
        "schedule=upwork-2025&gig-rate=15&contract-rate=0&contract-price=1000000000000",
        "One large contract leaves you $999,999,987,250 more.",
        "Break-even: a $12,750 contract. No price per gig breaks even.",
    );
}

/// 30 × (500 − 100 − 400 − 600) is −18,000, less than any contract leaves; 15,000 − 1,300 − 600 is 13,100.
#[test]
fn a_price_at_which_nothing_is_level_is_no_break_even() {
    let both = "withdrawal-fee=600&gig-bought-in=400";
    let comparison = compare(&scenario(both));
    assert!(comparison.verdict.matching.contract.is_ahead_at_lowest());
    check(
        both,
        "After costs, one large contract leaves you $31,100 more.",
        "Break-even: $1,651.86 per gig. No contract price breaks even.",
    );
}

#[test]
fn what_both_sides_have_is_told_apart() {
    let label = |link: &str, field: Field| {
        let draft = read_link(&Overrides::default(), link).0;
        Words::new(&draft, scenario(link).currency()).label_with_side(field)
    };
    let both = "gig-list=1 x 150&contract-list=1 x 200";
    assert_eq!(label(both, Field::GigListLevel), "These jobs: Prices, as % of your list");
    assert_eq!(label(both, Field::ContractListLevel), "Those jobs: Prices, as % of your list");
    assert_eq!(label("gig-list=1 x 150", Field::GigListLevel), "Prices, as % of your list");
    assert_eq!(label("", Field::GigBilled), "The gigs: Already billed to each client");
}

#[test]
fn articles_sound_like_the_number_after_them() {
    for (price, contract) in [
        ("700", "a $700 contract"),
        ("8", "an $8 contract"),
        ("11.5", "an $11.50 contract"),
        ("18", "an $18 contract"),
        ("80.01", "an $80.01 contract"),
        ("110", "a $110 contract"),
        ("899.99", "an $899.99 contract"),
        ("1100", "a $1,100 contract"),
        ("8000", "an $8,000 contract"),
        ("11372.34", "an $11,372.34 contract"),
        ("18000000", "an $18,000,000 contract"),
        ("180000", "a $180,000 contract"),
    ] {
        // Without a fee, a gig of the same price is level.
        let scenario = scenario(&format!("fee=0%25&gigs=1&gig-price={price}&contract-price=0.5"));
        let words = Words::new(&Overrides::default_draft(), scenario.currency());
        let turn = words.turn(&scenario, &compare(&scenario)).plain();
        assert!(turn.contains(&format!("or {contract}.")), "{turn}");
    }
}

#[test]
fn the_working_of_the_example() {
    let scenario = scenario("");
    let words = Words::new(&Overrides::default_draft(), scenario.currency());
    let outcomes = compare(&scenario).outcomes;
    assert_eq!(words.working_summary(&outcomes), "$3,000 on the gigs, $1,300 on the contract");
    let working = words.working(&outcomes.contract, scenario.terms().contract.basis());
    let part = |text: &str, fee: &str| WorkingRow::Part(text.into(), fee.into());
    assert_eq!(
        working.rows,
        [
            WorkingRow::Heading("One payment of $15,000.00".into()),
            part("first $500.00 at 20%", "$100.00"),
            part("next $9,500.00 at 10%", "$950.00"),
            part("next $5,000.00 at 5%", "$250.00"),
            WorkingRow::Total("fee".into(), "$1,300.00".into()),
        ]
    );
    assert_eq!(working.sum, "$15,000.00 − $1,300.00");
    assert_eq!(working.take_home, "$13,700.00");
}

#[test]
fn the_working_says_what_is_charged_once() {
    let link = "fee=3%25 %2B 4.95 per contract then 0%25 %2B 1&contract-price=60&contract-payments=3";
    let scenario = scenario(link);
    let words = Words::new(&Overrides::default_draft(), scenario.currency());
    let outcome = compare(&scenario).outcomes.contract;
    let rows = words.working(&outcome, scenario.terms().contract.basis()).rows;
    let part = |text: &str, fee: &str| WorkingRow::Part(text.into(), fee.into());
    // 3 % of 20.00 and 4.95; then 1.00 for each payment.
    assert!(rows.contains(&part("fixed fee, once for the contract", "$4.95")), "{rows:?}");
    assert!(rows.contains(&part("fixed fee", "$1.00")), "{rows:?}");
}

#[test]
fn a_slider_says_where_the_lead_changes_hands() {
    let scenario = scenario("");
    let words = Words::new(&Overrides::default_draft(), scenario.currency());
    let field = Field::GigPrice;
    let found = stretches(&scenario, field, Range { from: 500, to: 100_000, step: 500 });
    assert_eq!(
        words.slider(field, 50_000, &found, &compare(&scenario)),
        "$500: the contract leaves $1,700 more. Break-even at $562.97."
    );
    let dearer = compare(&support::scenario("gig-price=600&contract-price=15000"));
    let spoken = words.slider(field, 60_000, &found, &dearer);
    assert_eq!(spoken, "$600: the gigs leave $1,000 more. Break-even at $562.97.");
}

#[test]
fn a_schedule_is_named_with_its_years_and_says_whether_it_is_in_force() {
    let words = Words::new(&Overrides::default_draft(), take_home::amount::Currency::USD);
    let named = |id| take_home::fees::Schedule::find(id).unwrap();
    assert_eq!(words.schedule(named("upwork-2016")), "20 / 10 / 5%, 2016–2023");
    assert_eq!(words.schedule(named("upwork-2023")), "10%, 2023–2025");
    assert_eq!(words.schedule(named("upwork-2025")), "0–15%, since 2025");
    assert_eq!(words.status(scenario("").fee_source(), None), "ended 2\u{a0}May\u{a0}2023; now 0–15% per contract");
    assert_eq!(words.short_status(scenario("").fee_source(), None), "ended 2\u{a0}May\u{a0}2023");
    assert_eq!(
        words.status(scenario("schedule=upwork-2025").fee_source(), None),
        "in force since 1\u{a0}May\u{a0}2025"
    );
    let plain = |text: String| text.replace('\u{a0}', " ");
    for (id, name, standing) in [
        ("upwork-2013", "10%, until 2016", "ended 20 Jun 2016; now 0–15% per contract"),
        ("elance-2015", "8.75%, until 2016", "ended about 2016; not official"),
        ("fiverr-2026", "20%, as of 2026", "in force"),
        ("workana-2019", "20 / 10 / 5%, until 2026", "ended about 2026; now 20%; sources disagree"),
        ("designcrowd-2014", "15%, as of 2014", "last seen in 2014"),
        ("malt-2019", "10%, later 5%, until 2026", "ended about 2026; now 0–10%"),
        ("99designs-2026", "0–35% by type, as of 2026", "in force"),
        ("upwork-direct-2024", "5% or 0%, since 2024", "in force since 27 Feb 2024"),
        ("paypal-2020", "2.9% + $0.30, until 2021", "ended 1 Aug 2021; now 2.29–4.99% by type; not official"),
        ("escrow-com-2026", "2.6 … 0.9%, as of 2026", "in force"),
        (
            "peopleperhour-2015",
            "15 / 3.5%, at least £1, until 2016",
            "ended about 2016; now 20 / 7.5 / 3.5% per client",
        ),
    ] {
        assert_eq!(plain(words.schedule(named(id))), name, "{id}");
        assert_eq!(plain(words.status(FeeSource::Schedule(named(id)), None)), standing, "{id}");
    }
    assert_eq!(plain(words.schedule(named("contra-client-2026"))), "$15 / $29, since 2026");
    assert_eq!(plain(words.schedule(named("fiverr-client-2024"))), "5.5% + $3 / 5.5%, 2024–2026");
}

#[test]
fn a_fact_read_over_a_year_ago_says_so() {
    let words = Words::new(&Overrides::default_draft(), take_home::amount::Currency::USD);
    let schedule = take_home::fees::Schedule::find("upwork-2023").unwrap();
    let told = |today| (words.old(schedule, Some(today)), words.status(FeeSource::Schedule(schedule), Some(today)));
    assert_eq!(told(date!(2027 - 11 - 22)).0, None, "a year to the day");
    let (old, status) = told(date!(2027 - 11 - 23));
    assert!(old.is_some_and(|old| old.starts_with("Last checked 22\u{a0}Nov\u{a0}2026, over a year ago.")));
    assert!(status.ends_with("; checked over a year ago"), "{status}");
    assert_eq!(words.old(schedule, None), None, "nobody knows the day");
}

#[test]
fn a_fee_that_jumps_is_told_with_the_prices_that_fall_short() {
    check(
        "fee=whole 5%25 to 100, 10%25&gigs=1&gig-price=100&contract-price=104",
        "The single gig leaves you $1.40 more.",
        "Break-even: $98.53 per gig or a $100 contract. The fee jumps here: a contract at $100.01 to $105.55 falls behind again.",
    );
    // 864.00 are left of two gigs of 480; of a contract of 960 as well, but not of one of 1,001.
    check(
        "fee=whole 10%25 to 1000, 20%25&gigs=2&gig-price=480&contract-price=1500",
        "One large contract leaves you $336 more.",
        "Break-even: $666.67 per gig, 3 gigs or a $1,080 contract. The fee jumps here: at \
         $1,000.01 to $1,079.99 the contract falls behind; at $960 to $1,000 it is level or ahead.",
    );
}

#[test]
fn hours_that_are_missing_are_no_cost() {
    let link = "gigs=12&gig-price=250&contract-price=2800&gig-hours=8";
    let scenario = scenario(link);
    let words = Words::new(&read_link(&Overrides::default(), link).0, scenario.currency());
    let summary = words.costs_summary(&scenario, compare(&scenario).after_costs.as_ref());
    assert_eq!(summary, "gigs 96\u{a0}hours; contract no hours yet");
}

#[test]
fn an_hour_of_bids_alone_is_said_to_be_one() {
    let turn = |link: &str| {
        let scenario = scenario(&format!("schedule=upwork-2023&verdict=hour&{link}"));
        let words = Words::new(&read_link(&Overrides::default(), link).0, scenario.currency());
        words.turn(&scenario, &compare(&scenario)).plain()
    };
    let both = turn("bid-minutes=60&gig-win-rate=50&contract-win-rate=20");
    assert!(both.starts_with("Only unpaid hours are counted. Say how long the work takes."), "{both}");
    let one = turn("bid-minutes=60&contract-hours=100");
    assert!(one.starts_with("On one side, only unpaid hours are counted. Say how long the work takes."), "{one}");
    let none = turn("gig-hours=5&contract-hours=100");
    assert!(!none.contains("unpaid"), "{none}");
}

/// The fields that the numbers of a sentence try, in its order.
fn tried(link: &str) -> (String, Vec<(&'static str, String)>) {
    let scenario = scenario(link);
    let words = Words::new(&read_link(&Overrides::default(), link).0, scenario.currency());
    let turn = words.turn(&scenario, &compare(&scenario));
    let tries = turn.0.iter().filter_map(|(_, attempt)| attempt.as_ref());
    (turn.plain(), tries.map(|attempt| (attempt.field.name(), attempt.value.clone())).collect())
}

#[test]
fn each_number_of_the_break_even_line_tries_itself() {
    let owned = |tries: &[(&'static str, &str)]| {
        tries.iter().map(|(name, value)| (*name, (*value).to_owned())).collect::<Vec<_>>()
    };
    for (link, tries) in [
        ("", &[("gig-price", "562.97"), ("gigs", "35"), ("contract-price", "13,210.53")][..]),
        // Three of 200 and one of 450 at 76.2%: 3 × 152.40 + 342.90 = 800.10, of which 80% is 640.08; the gigs keep 20 × 32.
        (
            "gigs=20&gig-price=40&contract-list=3 x 200, 450 for Bo",
            &[("gig-price", "52.50"), ("contract-list-level", "76.2")],
        ),
        (
            "schedule=upwork-2023&gig-clients=one&gigs=20&gig-price=40&contract-list=3 x 200",
            &[("gig-price", "30.00"), ("contract-list-level", "133.34")],
        ),
        // The gigs keep 20 × 32 + 40 = 680, as does 811.11 less 100 and 31.11. At 72.04% they keep 20 × 23.06 + 28.82 = 490.02,
        // and 600 keeps 490.
        ("gig-list=20 x 40, 50&contract-price=600", &[("gig-list-level", "72.04"), ("contract-price", "811.11")]),
        (
            "gig-list=20 x 40, 50&contract-list=3 x 200",
            &[("gig-list-level", "70.59"), ("contract-list-level", "141.67")],
        ),
        // 1 and 2 keep 0.80 and 1.60, as do 20 gigs of 0.15 that keep 0.12 each.
        ("gigs=20&gig-price=40&contract-list=1, 2", &[("gig-price", "0.15")]),
    ] {
        let (turn, found) = tried(link);
        assert_eq!(found, owned(tries), "{link}: {turn}");
    }
    assert_eq!(
        tried("gigs=20&gig-price=40&contract-list=1, 2").0,
        "Break-even: $0.15 for each of these. Those do not break even, even at ten times their prices."
    );
}

/// A price that is tried moves the other side as well, so it would not be the break-even that the line names.
#[test]
fn prices_of_tied_totals_are_named_and_not_offered() {
    for (link, expected) in [
        ("same-total&gigs=40", "Break-even, if the totals may differ: $568.06 per gig or a $17,421.05 contract."),
        (
            "same-total&gigs=7&gig-bought-in=490&contract-bought-in=100",
            "Break-even, if the totals may differ: $1,076.20 per gig.",
        ),
        // One contract of 3,000 keeps 2,650, and 20 gigs of 415.62 keep 6,650 less 4,000.
        (
            "same-total&gig-list=20 x 150&gig-bought-in=200",
            "Break-even, if the totals may differ: 177.08% above your list’s prices.",
        ),
    ] {
        let scenario = scenario(link);
        let comparison = compare(&scenario);
        let words = Words::of(&read_link(&Overrides::default(), link).0, &scenario, &comparison);
        let turn = words.turn(&scenario, &comparison);
        assert_eq!(turn.plain(), expected, "{link}");
        assert!(turn.0.iter().all(|(_, tried)| tried.is_none()), "{link}");
    }
}

#[test]
fn more_clients_than_gigs_are_as_many_as_there_are_gigs() {
    let scenario = scenario("gigs=12&gig-clients=100");
    let comparison = compare(&scenario);
    let words = Words::new(&Overrides::default_draft(), scenario.currency());
    let found = stretches(&scenario, Field::GigClients, Range { from: 1, to: 12, step: 1 });
    let spoken = words.slider(Field::GigClients, 100, &found, &comparison);
    assert!(spoken.starts_with("100: ") && spoken.contains(" more."), "{spoken}");
}
