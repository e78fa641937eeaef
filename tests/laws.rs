//! Which laws hold for every fee and every plan? A second, naive implementation has to agree, too.

mod support;

use proptest::prelude::*;
use support::{oracle, terms};
use take_home::amount::{Currency, Decimal, Exact, Money, Rate, round};
use take_home::compare::{Range, compare, level_gigs, stretches};
use take_home::fees::{Fee, Payment, Terms};
use take_home::scenario::{Field, Kind, Overrides, Scenario, Side, Slider, Unit, read_link, write_link};

/// Amounts up to 300.00, so that an oracle can go through them cent by cent.
const SMALL: i64 = 30_000;

fn cents(most: i64) -> impl Strategy<Value = i64> {
    prop_oneof![3 => 1..=most, 1 => (1..=most / 100).prop_map(|whole| whole * 100)]
}

fn dollars(cents: i64) -> String {
    Currency::USD.plain(Money::from_minor(cents))
}

/// A fee as text: tiers within the amounts above, so that limits are met and crossed.
fn fee_text(adjusted: bool) -> impl Strategy<Value = String> {
    let tier = (0..9_000_i64, 1..SMALL / 3);
    let adjustment = prop_oneof![
        Just(String::new()),
        (1..300_i64).prop_map(|amount| format!(" + {}", dollars(amount))),
        (1..1_000_i64).prop_map(|amount| format!(" at least {}", dollars(amount))),
        (1..4_000_i64).prop_map(|amount| format!(" at most {}", dollars(amount))),
        (1..300_i64, 1..2_000_i64).prop_map(|(fixed, most)| format!(" + {} at most {}", dollars(fixed), dollars(most))),
    ];
    let basis =
        prop_oneof![Just(" per client"), Just(" per contract"), Just(""), Just(" per month"), Just(" per account")];
    (prop::collection::vec(tier, 1..5), adjustment, basis).prop_map(move |(tiers, adjustment, basis)| {
        let percent = |hundredths: i64| Decimal::new(hundredths, 2).normalize().to_string();
        let mut text = String::new();
        let mut limit = 0;
        for (rate, width) in &tiers[1..] {
            limit += width;
            text = format!("{text}{}% to {}, ", percent(*rate), dollars(limit));
        }
        let last = percent(tiers[0].0);
        let adjustment = if adjusted { adjustment.as_str() } else { "" };
        format!("{text}{last}%{adjustment}{basis}")
    })
}

/// A fee of any form that is one charge: what [`fee_text`] makes, a whole rate by size or by history, tax on top.
fn any_fee(adjusted: bool) -> impl Strategy<Value = String> {
    let percent = |hundredths: i64| Decimal::new(hundredths, 2).normalize().to_string();
    let adjustment = prop_oneof![
        2 => Just(String::new()),
        1 => (1..300_i64).prop_map(|amount| format!(" + {}", dollars(amount))),
        1 => (1..1_000_i64).prop_map(|amount| format!(" at least {}", dollars(amount))),
        1 => (1..4_000_i64).prop_map(|amount| format!(" at most {}", dollars(amount))),
    ];
    let tier = (0..9_000_i64, 1..SMALL / 3, adjustment, any::<bool>());
    let by_size = (prop::collection::vec(tier, 1..4), 0..9_000_i64, prop_oneof![Just(""), Just(" per contract")]);
    let by_size = by_size.prop_map(move |(tiers, last, basis)| {
        let mut text = String::from("whole ");
        let mut limit = 0;
        for (rate, width, adjustment, under) in tiers {
            limit += width;
            let adjustment = if adjusted { adjustment } else { String::new() };
            let to = if under { "under" } else { "to" };
            text = format!("{text}{}%{adjustment} {to} {}, ", percent(rate), dollars(limit));
        }
        format!("{text}{}%{basis}", percent(last))
    });
    let falling = (
        prop::collection::vec((0..9_000_i64, 1..SMALL / 3), 2..5),
        prop_oneof![Just("client"), Just("month"), Just("account")],
    );
    let by_history = falling.prop_map(move |(mut tiers, basis)| {
        tiers.sort_by_key(|tier| -tier.0);
        let mut text = String::from("whole ");
        let mut limit = 0;
        for (rate, width) in &tiers[1..] {
            limit += width;
            text = format!("{text}{}% to {}, ", percent(tiers[0].0.max(*rate)), dollars(limit));
        }
        // The first rates are the greatest one, the last the least.
        format!("{text}{}% per {}", percent(tiers[tiers.len() - 1].0), basis)
    });
    let by_job = (0..9_000_i64, 0..9_000_i64, prop_oneof![Just("client"), Just("account")]);
    let by_job = by_job.prop_map(move |(one, other, basis)| {
        let (first, later) = (percent(one.max(other)), percent(one.min(other)));
        format!("whole {first}% for the first job, {later}% per {basis}")
    });
    let charge = prop_oneof![6 => fee_text(adjusted), 4 => by_size, 2 => by_history, 1 => by_job];
    let tax = prop_oneof![4 => Just(String::new()), 1 => (1..1_000_i64).prop_map(move |tax| format!(" plus {}% tax", percent(tax)))];
    (charge, tax).prop_map(|(charge, tax)| charge + &tax)
}

/// A fee whose tiers never get dearer.
fn falling_fee() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("20% to 500, 10% to 10000, 5% per client".to_owned()),
        Just("20% to 50, 10% to 100, 5% per client".to_owned()),
        Just("25% to 250, 20% per client".to_owned()),
        Just("10%".to_owned()),
        Just("8.75%".to_owned()),
    ]
}

fn plan_link(fee: &str, jobs: u32, price: i64, one: bool, billed: i64, contract: i64, before: i64) -> String {
    format!(
        "fee={}&gigs={jobs}&gig-price={}&gig-clients={}&gig-billed={}&contract-price={}&contract-billed={}",
        fee.replace('%', "%25").replace('+', "%2B"),
        dollars(price),
        if one { "one" } else { "each" },
        dollars(billed),
        dollars(contract),
        dollars(before),
    )
}

fn any_link(adjusted: bool) -> impl Strategy<Value = String> {
    let plan = (1..12_u32, cents(SMALL / 4), any::<bool>(), 0..SMALL / 2);
    (any_fee(adjusted), plan, cents(SMALL), 0..SMALL / 2, any::<bool>()).prop_map(
        |(fee, (jobs, price, one, billed), contract, before, tied)| {
            let tied = if tied { "&same-total" } else { "" };
            plan_link(&fee, jobs, price, one, billed, contract, before) + tied
        },
    )
}

#[track_caller]
fn scenario(link: &str) -> Scenario {
    support::scenario(link)
}

fn left(terms: &Terms, before: i64, amount: i64) -> i64 {
    let payment = Payment::of(Money::from_minor(amount), Money::from_minor(before));
    amount - terms.fee(&payment).minor()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_naive_implementation_agrees(link in any_link(true)) {
        let scenario = scenario(&link);
        let comparison = compare(&scenario);
        for side in [Side::Gigs, Side::Contract] {
            prop_assert_eq!(comparison.outcomes.get(side).take_home.minor(), oracle::left(&scenario, side), "{:?}", side);
        }
    }

    #[test]
    fn left_and_fee_make_up_the_gross_and_rows_add_up(link in any_link(true)) {
        let comparison = compare(&scenario(&link));
        for side in [Side::Gigs, Side::Contract] {
            let outcome = comparison.outcomes.get(side);
            prop_assert_eq!(outcome.take_home + outcome.service_fee, outcome.gross);
            prop_assert_eq!(outcome.tiers.iter().map(|row| row.fee).sum::<Money>(), outcome.service_fee);
            prop_assert_eq!(outcome.tiers.iter().map(|row| row.amount).sum::<Money>(), outcome.gross);
            let payments: Money = outcome.payments.iter().map(|group| group.fee * group.count).sum();
            prop_assert_eq!(payments, outcome.service_fee);
        }
        prop_assert_eq!(
            comparison.outcomes.contract.take_home - comparison.outcomes.gigs.take_home,
            comparison.verdict.difference
        );
    }

    #[test]
    fn splitting_a_clients_billings_changes_the_fee_by_rounding_only(
        fee in fee_text(true), before in 0..SMALL, parts in prop::collection::vec(cents(SMALL / 4), 1..8),
    ) {
        let terms = terms(&fee);
        let all = Payment::of(Money::from_minor(parts.iter().sum()), Money::from_minor(before));
        let whole = terms.fees(&all).1;
        let mut at = before;
        let mut rounded = Money::ZERO;
        for part in &parts {
            rounded += terms.fee(&Payment::of(Money::from_minor(*part), Money::from_minor(at)));
            at += part;
        }
        let half_a_cent_each = Exact::from_trillionths(Exact::PER_UNIT / 2 * i128::try_from(parts.len()).unwrap());
        prop_assert!((Exact::from(rounded) - whole).abs() <= half_a_cent_each);
    }

    #[test]
    fn the_effective_rate_lies_between_the_marginal_rates(fee in fee_text(false), before in 0..SMALL, amount in 1..SMALL) {
        let terms = terms(&fee);
        let payment = Payment::of(Money::from_minor(amount), Money::from_minor(before));
        let exact = Decimal::from_i128_with_scale(terms.fees(&payment).1.trillionths(), 12);
        let rates: Vec<Decimal> = fee.parse::<Fee>().unwrap().cases()[0].charge.tiers.iter().map(|tier| {
            tier.rate.to_string().trim_end_matches('%').parse::<Decimal>().unwrap() / Decimal::ONE_HUNDRED
        }).collect();
        let amount = Decimal::from(amount);
        prop_assert!(exact >= amount * rates.iter().min().unwrap());
        prop_assert!(exact <= amount * rates.iter().max().unwrap());
    }

    #[test]
    fn what_is_left_never_falls_as_the_payment_grows(fee in fee_text(true), before in 0..SMALL, amount in 1..SMALL) {
        let terms = terms(&fee);
        prop_assert!(left(&terms, before, amount + 1) >= left(&terms, before, amount));
    }

    #[test]
    fn billings_that_keep_enough_are_found_all_and_no_others(
        fee in any_fee(true), target in -500..SMALL / 2, before in prop_oneof![Just(0), 0..SMALL],
    ) {
        let terms = terms(&fee);
        let cents = Money::from_minor;
        let found = terms.billings_keeping(cents(target), cents(before), cents(SMALL));
        for pair in found.windows(2) {
            prop_assert!(pair[0].1 + cents(1) < pair[1].0);
        }
        for amount in 0..=SMALL {
            let is_found = found.iter().any(|(from, to)| (*from..=*to).contains(&cents(amount)));
            let kept = left(&terms, before, amount);
            prop_assert_eq!(is_found, kept >= target, "{} leaves {}: {:?}", amount, kept, found);
        }
    }

    #[test]
    fn no_payment_has_a_negative_fee(fee in any_fee(true), before in 0..SMALL, amount in 0..SMALL, more in 0..SMALL) {
        let payment = Payment { contract: Money::from_minor(before + amount + more), ..Payment::of(Money::from_minor(amount), Money::from_minor(before)) };
        prop_assert!(terms(&fee).fee(&payment) >= Money::ZERO);
    }

    #[test]
    fn the_inverse_of_a_billing_keeps_what_it_kept(fee in fee_text(true), before in 0..SMALL, amount in 1..SMALL) {
        let terms = terms(&fee);
        let kept = left(&terms, before, amount);
        let most = Currency::USD.max();
        let bill = terms.least_billing_keeping(Money::from_minor(kept), Money::from_minor(before), most).unwrap().minor();
        prop_assert!(bill <= amount);
        prop_assert_eq!(left(&terms, before, bill), kept);
    }

    #[test]
    fn matching_prices_are_the_least_that_do(link in any_link(true)) {
        let scenario = scenario(&link);
        let comparison = compare(&scenario);
        for side in [Side::Gigs, Side::Contract] {
            let target = comparison.outcomes.get(side.other()).take_home.minor();
            let price = comparison.verdict.matching.get(side).least().expect("rates below 90% match within a trillion").minor();
            let kept = |price: i64| {
                let plan = scenario.plans().get(side);
                let link = plan_link(
                    &scenario.fee().to_string(),
                    plan.jobs(), price, plan.clients() == Some(take_home::scenario::Clients::One), plan.billed.minor(), 1, 0,
                );
                compare(&support::scenario(&link)).outcomes.gigs.take_home.minor()
            };
            prop_assert!(kept(price) >= target, "{:?} at {}", side, price);
            // The least of all, not just the last of the ones around it.
            for cheaper in (1..price).rev().take(40) {
                prop_assert!(kept(cheaper) < target, "{:?} at {}", side, cheaper);
            }
        }
    }

    /// Found by comparing one number of gigs after another, up to the most that is looked at.
    #[test]
    fn the_number_of_gigs_that_breaks_even_is_the_nearest(link in any_link(true)) {
        let scenario = scenario(&link);
        let comparison = compare(&scenario);
        let ahead = |gigs: i64| compare(&scenario.with(Field::Gigs, gigs).expect("few gigs")).verdict.lead.side();
        let now = i64::from(scenario.plans().gigs.jobs());
        let side = ahead(now);
        let is_other = |gigs: &i64| ahead(*gigs) != side;
        let below = (1..now).rev().find(is_other);
        let above = (now + 1..=3 * now + 100).find(is_other);
        let expected = match side {
            _ if scenario.same_total() => None,
            None => None,
            // Where they are level, or else the least at which the gigs are still ahead.
            Some(Side::Gigs) => below.map(|gigs| gigs + i64::from(ahead(gigs).is_some())).or(above),
            Some(Side::Contract) => above.or(below),
        };
        prop_assert_eq!(level_gigs(&scenario, &comparison).map(i64::from), expected, "{}", link);
    }

    #[test]
    fn notation_prints_and_reads_back(text in any_fee(true)) {
        let fee: Fee = text.parse().unwrap();
        let printed = fee.to_string();
        prop_assert_eq!(printed.parse::<Fee>().unwrap(), fee);
        prop_assert_eq!(printed.parse::<Fee>().unwrap().to_string(), printed);
    }

    #[test]
    fn links_bring_the_scenario_back(link in any_link(true)) {
        let (author, _) = take_home::scenario::example(
            [("gigs", "12"), ("contract-price", "999.5"), ("same-total", ""), ("theme", "dark"), ("lang", "de")],
        );
        for overrides in [Overrides::default(), author] {
            let (draft, ignored) = read_link(&overrides, &link);
            prop_assert!(ignored.is_empty());
            let written = write_link(&draft, &overrides);
            let (again, ignored) = read_link(&overrides, &written);
            prop_assert!(ignored.is_empty());
            prop_assert_eq!(&again, &draft, "{}", written);
            prop_assert_eq!(write_link(&again, &overrides), written);
        }
    }
}

/// Every step of a slider, and some values between, against a whole comparison.
fn check_stretches(link: &str, field: Field, name: &str, range: Range) -> Result<(), TestCaseError> {
    let found = stretches(&scenario(link), field, range);
    prop_assert_eq!(found[0].from, range.from);
    prop_assert_eq!(found[found.len() - 1].to, range.to);
    for pair in found.windows(2) {
        prop_assert_eq!(pair[0].to + 1, pair[1].from);
        prop_assert_ne!(pair[0].ahead, pair[1].ahead);
    }
    let mut value = range.from;
    while value <= range.to {
        let stretch = found.iter().find(|stretch| stretch.from <= value && value <= stretch.to).unwrap();
        let text = match field.kind().unit() {
            Unit::Money => dollars(value),
            Unit::Percent | Unit::Hours => Decimal::new(value, 2).to_string(),
            Unit::None => value.to_string(),
        };
        let kept: Vec<&str> = link.split('&').filter(|pair| pair.split('=').next() != Some(name)).collect();
        let moved = format!("{}&{name}={text}", kept.join("&"));
        let verdict = compare(&scenario(&moved)).verdict;
        prop_assert_eq!(stretch.ahead, verdict.lead.side(), "{} = {} of {:?} in {}", name, text, found, moved);
        value += range.step;
    }
    Ok(())
}

const SLIDERS: [(Field, &str); 5] = [
    (Field::Gigs, "gigs"),
    (Field::GigPrice, "gig-price"),
    (Field::GigBilled, "gig-billed"),
    (Field::ContractPrice, "contract-price"),
    (Field::ContractBilled, "contract-billed"),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn stretches_agree_with_comparing_at_every_step(link in any_link(true), step in 1..900_i64) {
        for (field, name) in SLIDERS {
            if name == "contract-price" && link.ends_with("same-total") {
                continue;
            }
            let range = if field == Field::Gigs {
                Range { from: 1, to: 40, step: 1 }
            } else {
                Range { from: step, to: step + step * 80, step }
            };
            check_stretches(&link, field, name, range)?;
        }
    }

    /// Where the balance can only rise or fall, every cent is right, not only every step.
    #[test]
    fn stretches_of_falling_fees_are_exact_to_the_cent(
        fee in falling_fee(), jobs in 1..9_u32, price in cents(20_000), one: bool, billed in 0..20_000_i64,
        contract in cents(90_000), before in 0..20_000_i64, from in 1..40_000_i64,
    ) {
        let link = plan_link(&fee, jobs, price, one, billed, contract, before);
        for (field, name) in &SLIDERS[1..] {
            let far = Range { from: 1, to: 60_000, step: 500 };
            let near = stretches(&scenario(&link), *field, far);
            // Around each change, and at a random place.
            for start in near.iter().map(|stretch| (stretch.from - 40).max(1)).chain([from]) {
                let range = Range { from: start, to: start + 80, step: 1 };
                check_stretches(&link, *field, name, range)?;
                for stretch in stretches(&scenario(&link), *field, range) {
                    let whole = near.iter().find(|whole| whole.from <= stretch.from && stretch.from <= whole.to);
                    prop_assert!(stretch.from > 60_000 || whole.is_some_and(|whole| whole.ahead == stretch.ahead));
                }
            }
        }
    }

    /// Bounds of a range of prices hold what remains at each of them.
    #[test]
    fn payments_leave_something_within_their_bounds(
        fee in prop::sample::select(&[
            "20% to 500, 10% per client",
            "20% to 5, 10% to 20, 5% per client plus 19% tax",
            "65.62% to 13.77, 21.97% at least 2.18 per month then 0.77% + 1.17 at most 1.63",
            "0% to 6.51, 83.81% to 35.95, 14% + 0.30 per account then 5.92% plus 21% tax",
            "whole 20% under 30, 10% per client then 1%",
            "whole 33.33% to 5, 21.21% to 20, 11.11% per client",
            "whole 33.33% for the first job, 11.11% per account plus 19% tax",
        ][..]),
        before in prop_oneof![Just(0), 0..3_000_i64],
        low in 1..600_i64, width in 0..40_i64, earlier in 0..4_i64, count in 1..20_i64,
    ) {
        let terms = terms(fee);
        let contract = Money::from_minor(100_000);
        let at = |amount: i64, made: i64| {
            let before = Money::from_minor(before + made * amount);
            Payment { before, amount: Money::from_minor(amount), contract }
        };
        let bounds = terms.bounds(&at(low, earlier), &at(low + width, earlier), count);
        prop_assert!((1..=count).contains(&bounds.count));
        let mut all = vec![];
        for amount in low..=low + width {
            let left = (earlier..earlier + bounds.count).map(|made| at(amount, made)).map(|it| it.amount - terms.fee(&it));
            let left: Money = left.sum();
            prop_assert!(bounds.least <= left && left <= bounds.most, "{left:?} at {amount} of {bounds:?}");
            all.push(left);
        }
        // One rate on all of each payment: nothing but rounding keeps the bounds from what is left at the ends.
        if terms.is_whole_by_history() {
            let unit = Money::from_minor(2 * bounds.count);
            let (least, most) = (all.iter().min().copied(), all.iter().max().copied());
            prop_assert!(least <= Some(bounds.least + unit) && Some(bounds.most - unit) <= most, "{all:?} for {bounds:?}");
        }
    }

    #[test]
    fn stretches_of_an_open_rate_agree_at_every_step(
        price in cents(90_000), jobs in 1..40_u32, contract in cents(900_000), own in 0..1_500_i64,
    ) {
        let own_rate = Decimal::new(own, 2);
        let plan = format!("schedule=upwork-2025&gigs={jobs}&gig-price={}&contract-price={}", dollars(price), dollars(contract));
        let range = Range { from: 0, to: 1_500, step: 50 };
        check_stretches(&plan, Field::Rate, "rate", range)?;
        let own = format!("{plan}&gig-rate={own_rate}&contract-rate={own_rate}");
        check_stretches(&own, Field::GigRate, "gig-rate", range)?;
        check_stretches(&own, Field::ContractRate, "contract-rate", range)?;
        // A rate of one side overrides the one for both.
        check_stretches(&own, Field::Rate, "rate", range)?;
        check_stretches(&format!("{plan}&gig-rate={own_rate}"), Field::Rate, "rate", range)?;
    }
}

#[test]
fn the_largest_amounts_do_not_overflow() {
    let largest = Money::MAX_MAJOR;
    for link in [
        format!("gigs=1&gig-price={largest}&contract-price={largest}&contract-billed={largest}&gig-billed={largest}"),
        format!("gigs=10000&gig-price={}&gig-clients=one&contract-price=0.01", largest / 10_000),
        format!("fee=99.99%25&gigs=10000&gig-price={}&contract-price={largest}", largest / 10_000),
        format!("fee=99.99%25 per client&gigs=10000&gig-price=0.01&gig-clients=one&contract-price={largest}"),
        format!(
            "fee=0%25 to 0.01, 99.99%25 to 1, 3%25 per client&gigs=10000&gig-clients=one&contract-price={largest}&currency=KWD"
        ),
        format!("fee=0%25..99.99%25&gig-rate=99.99&contract-rate=0&gigs=1&contract-price={largest}&currency=KWD"),
        format!("fee=0%25..99.99%25&gig-rate=99.99&contract-rate=0&gigs=30&contract-price={}", largest / 10),
        format!(
            "fee=0%25 to {0}, 99.99%25 per client&gig-clients=one&gigs=100&gig-price=1&gig-billed={0}&contract-price={0}",
            largest / 2
        ),
        "fee=1%25 %2B 100000000 at least 100000000&currency=KWD&gigs=10000&gig-price=1".to_owned(),
    ] {
        let scenario = scenario(&link);
        let comparison = compare(&scenario);
        assert_eq!(
            comparison.outcomes.gigs.take_home + comparison.outcomes.gigs.service_fee,
            comparison.outcomes.gigs.gross
        );
        let to = scenario.currency().max().minor();
        for (field, _) in &SLIDERS[1..] {
            stretches(&scenario, *field, Range { from: 1, to: to / 10_000, step: to / 10_000 / 300 });
        }
    }
    assert_eq!(Rate::from_percent(Decimal::new(99_991, 3)).ok(), None);
}

/// Found by looking for them: each was painted once as no comparison would have it.
#[test]
fn stretches_agree_where_they_once_did_not() {
    let months = Range { from: 0, to: 24, step: 1 };
    for (link, field, name, range) in [
        (
            "fee=first 3 months: 10%25; later: 50%25 to 100, 5%25 per client&gigs=1&gig-price=100&gig-billed=1000&contract-price=100",
            Field::GigMonths,
            "gig-months",
            months,
        ),
        (
            "fee=first 3 months: 10%25; later: 0%25..50%25&gigs=1&gig-price=100&contract-price=100&rate=0&gig-rate=40",
            Field::GigMonths,
            "gig-months",
            months,
        ),
        ("schedule=malt-2019&gig-months=1", Field::ContractMonths, "contract-months", months),
        (
            "fee=whole 0%25 to 60, 89.1025%25 plus 7.5%25 tax&currency=JPY&gigs=2&gig-price=51&contract-price=78",
            Field::GigPrice,
            "gig-price",
            Range { from: 4, to: 244, step: 4 },
        ),
        (
            "fee=whole 90%25 under 2, 72.5849%25 under 3, 54%25 to 6, 50%25&currency=JPY&gigs=3&gig-price=22&contract-price=82&same-total",
            Field::GigPrice,
            "gig-price",
            Range { from: 2, to: 108, step: 2 },
        ),
        // Both what is left and the hours move, and what is left is rounded before it is shared.
        (
            "fee=whole 75%25 to 0.01, 0%25 per month&gigs=1&gig-price=0.01&contract-price=0.01&bid-connects=11&connect-price=0.70\
             &free-connects=3&bid-minutes=7&withdrawal-fee=1.83&withdrawals=payment&client-overhead=1.33&contract-payments=12\
             &gig-hours=2.13&gig-bought-in=24.31&gig-duration=4&contract-win-rate=73.17&contract-overhead=1.52\
             &contract-duration=5&verdict=hour",
            Field::GigWinRate,
            "gig-win-rate",
            Range { from: 100, to: 10_000, step: 300 },
        ),
        // Without a tax of the reader's the fee's own is in force.
        (
            "fee=whole 81.26%25 %2B 1.90 to 57.06, 0%25 plus 7.7%25 tax&gigs=7&gig-price=38.61&same-total&client-overhead=0.01\
             &contract-payments=7&gig-win-rate=0.01&gig-hours=0.49&gig-overhead=2.60&gig-bought-in=20.04\
             &contract-win-rate=0.01&contract-overhead=1.74&contract-bought-in=30.85&verdict=hour",
            Field::FeeTax,
            "fee-tax",
            Range { from: 0, to: 1_000, step: 50 },
        ),
    ] {
        // Prices are in yen, which have no smaller unit; percentages are counted in hundredths.
        let found = stretches(&scenario(link), field, range);
        let mut value = range.from;
        while value <= range.to {
            let stretch = found.iter().find(|stretch| stretch.from <= value && value <= stretch.to).unwrap();
            let kept: Vec<&str> = link.split('&').filter(|pair| pair.split('=').next() != Some(name)).collect();
            let places = if field.is_counted_besides() { 2 } else { 0 };
            let moved = format!("{}&{name}={}", kept.join("&"), Decimal::new(value, places));
            assert_eq!(stretch.ahead, compare(&scenario(&moved)).verdict.lead.side(), "{moved}");
            value += range.step;
        }
    }
}

/// What a reader can say about costs, on both sides.
fn any_costs() -> impl Strategy<Value = String> {
    let whole = |most: i64| prop_oneof![2 => Just(0), 3 => 0..=most];
    let money = |most: i64| prop_oneof![2 => Just(0), 3 => 0..=most];
    let shared = (money(2_000), whole(20), money(100), whole(80), money(3_000), whole(60), money(500), any::<bool>());
    let side = || (1..=10_000_i64, whole(400), whole(300), money(5_000), 1..=30_i64);
    (shared, side(), side(), 1..=12_i64, 1..=300_i64).prop_map(|(shared, gigs, contract, payments, per_client)| {
        let (bid, connects, price, free, membership, minutes, withdrawal, monthly) = shared;
        let hundredths = |value: i64| Decimal::new(value, 2).to_string();
        let side = |name: &str, (win, hours, overhead, bought, months): (i64, i64, i64, i64, i64)| {
            format!(
                "&{name}-win-rate={}&{name}-hours={}&{name}-overhead={}&{name}-bought-in={}&{name}-duration={months}",
                hundredths(win), hundredths(hours), hundredths(overhead), dollars(bought)
            )
        };
        format!(
            "&bid-cost={}&bid-connects={connects}&connect-price={}&free-connects={free}&membership={}&bid-minutes={minutes}\
             &withdrawal-fee={}&withdrawals={}&client-overhead={}&contract-payments={payments}{}{}",
            dollars(bid), dollars(price), dollars(membership), dollars(withdrawal),
            if monthly { "month" } else { "payment" }, hundredths(per_client), side("gig", gigs), side("contract", contract)
        )
    })
}

proptest! {
    /// Whatever way an amount takes, it is rounded as the library for decimals does it.
    #[test]
    fn every_number_is_rounded_half_away_from_zero(
        mantissa in prop_oneof![any::<i64>().prop_map(i128::from), -79_i128 * 10_i128.pow(27)..79 * 10_i128.pow(27)],
        halves in any::<bool>(),
        scale in 0_u32..=28,
        places in 0_u32..=14,
    ) {
        let digits = scale.saturating_sub(places);
        // Exactly a half, as often as not.
        let unit = 10_i128.pow(digits);
        let mantissa = if halves && digits > 0 { mantissa / unit * unit + mantissa.signum() * unit / 2 } else { mantissa };
        let exact = Decimal::from_i128_with_scale(mantissa, scale);
        let expected = exact.round_dp_with_strategy(places, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
        prop_assert_eq!(round(exact, places), expected);
        prop_assert!(!round(Decimal::ZERO, places).is_sign_negative());
    }
}

/// A fraction rounded half away from zero, the long way.
fn rounded(above: i128, below: i128) -> i128 {
    let sign = if above < 0 { -1 } else { 1 };
    sign * ((2 * above.abs() + below) / (2 * below))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    /// Costs and hours against a sum that is written out kind by kind, and fees against each payment alone.
    #[test]
    fn what_is_left_in_the_end_is_that_of_a_naive_sum(link in any_link(true), costs in any_costs(), hour: bool) {
        let scenario = scenario(&format!("{link}{costs}{}", if hour { "&verdict=hour" } else { "" }));
        let comparison = compare(&scenario);
        let get = |field: Field| i128::from(scenario.inputs().get(field));
        for side in [Side::Gigs, Side::Contract] {
            let payments = oracle::fee_of_each(&scenario, side);
            let fee: i64 = payments.iter().map(|payment| payment.1).sum();
            let outcome = comparison.outcomes.get(side);
            prop_assert_eq!(outcome.service_fee.minor(), fee);
            prop_assert_eq!(outcome.gross.minor(), payments.iter().map(|payment| payment.0).sum::<i64>());
            let Some(counted) = &comparison.after_costs else { continue };
            let plan = scenario.plans().get(side);
            let name = |gig: Field, contract: Field| get(if side == Side::Gigs { gig } else { contract });
            let win = name(Field::GigWinRate, Field::ContractWinRate);
            let months = name(Field::GigDuration, Field::ContractDuration);
            let (jobs, clients) = (i128::from(plan.jobs()), i128::from(plan.client_count()));
            // Everything × the win rate, so that bids are whole.
            let bids = 10_000 * clients;
            let connects = get(Field::BidConnects) * bids - get(Field::FreeConnects) * months * win;
            // As many as are agreed on, also where a price of few cents cannot be divided so often.
            let agreed = jobs * i128::from(plan.instalments());
            let withdrawals = match get(Field::Withdrawals) {
                0 => agreed,
                _ => months.min(agreed),
            };
            let cost = get(Field::BidCost) * bids
                + connects.max(0) * get(Field::ConnectPrice)
                + win * (get(Field::Membership) * months
                    + name(Field::GigBoughtIn, Field::ContractBoughtIn) * jobs
                    + get(Field::WithdrawalFee) * withdrawals);
            let net = counted.nets.get(side);
            prop_assert_eq!(i128::from(net.cost.minor()), rounded(cost, win));
            prop_assert_eq!(net.costs.iter().map(|cost| cost.1).sum::<Money>(), net.cost);
            prop_assert_eq!(net.remaining, outcome.take_home - net.cost);
            let hours = (name(Field::GigHours, Field::ContractHours) + name(Field::GigOverhead, Field::ContractOverhead)) * jobs
                + get(Field::ClientOverhead) * clients;
            // In minutes × 100 × the win rate: an hour has 60, a hundredth of one 0.6.
            let minutes = hours * 60 * win + get(Field::BidMinutes) * bids * 100;
            let hourly = (minutes > 0).then(|| rounded(i128::from(net.remaining.minor()) * 6_000 * win, minutes));
            prop_assert_eq!(net.hourly.map(|hourly| i128::from(hourly.minor())), hourly);
        }
        // The side that is ahead leads by the criterion that decides.
        if let Some(counted) = &comparison.after_costs {
            let decides = |side: Side| {
                let net = counted.nets.get(side);
                if hour { net.hourly.unwrap() } else { net.remaining }
            };
            prop_assert_eq!(comparison.verdict.difference, decides(Side::Contract) - decides(Side::Gigs));
        }
    }

    /// The least price that matches, with costs and by the hour.
    #[test]
    fn matching_prices_count_what_is_counted(link in any_link(true), costs in any_costs(), hour: bool) {
        let link = format!("{link}{costs}{}", if hour { "&verdict=hour" } else { "" });
        let comparison = compare(&scenario(&link));
        let fee: Fee = scenario(&link).fee().to_string().parse().unwrap();
        let decides = |link: &str, side: Side| {
            let comparison = compare(&scenario(link));
            match comparison.after_costs {
                Some(counted) if hour => counted.nets.get(side).hourly.unwrap(),
                Some(counted) => counted.nets.get(side).remaining,
                None => comparison.outcomes.get(side).take_home,
            }
        };
        for (side, name) in [(Side::Gigs, "gig-price"), (Side::Contract, "contract-price")] {
            let target = decides(&link, side.other());
            let matching = comparison.verdict.matching.get(side);
            let Some(price) = matching.least() else { continue };
            let kept = |price: i64| {
                let pairs = link.split('&').filter(|pair| {
                    let key = pair.split('=').next();
                    key != Some(name) && key != Some("same-total")
                });
                let moved = format!("{}&{name}={}", pairs.collect::<Vec<_>>().join("&"), dollars(price));
                decides(&moved, side)
            };
            prop_assert!(kept(price.minor()) >= target, "{:?} at {} in {} ({})", side, price.minor(), link, fee);
            for cheaper in (1..price.minor()).rev().take(15) {
                prop_assert!(kept(cheaper) < target, "{:?} at {} in {}", side, cheaper, link);
            }
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(30))]

    /// Painted tracks with costs, of every quantity that has one. Where both sides move, rounding may set the two
    /// apart by a unit close to where the lead changes.
    #[test]
    fn stretches_with_costs_agree_with_comparing(link in any_link(true), costs in any_costs(), hour: bool) {
        let link = format!("{link}{costs}{}", if hour { "&verdict=hour" } else { "" });
        for (field, name) in SLIDERS {
            if name == "contract-price" && link.contains("same-total") {
                continue;
            }
            let by_price = Range { from: 500, to: 20_000, step: 500 };
            let range = if field == Field::Gigs { Range { from: 1, to: 30, step: 1 } } else { by_price };
            check_stretches(&link, field, name, range)?;
        }
        for field in Field::ALL.into_iter().filter(|field| field.is_counted_besides() && field.slider() != Slider::None) {
            let range = match (field.kind().unit(), field.kind()) {
                (Unit::Money, _) => Range { from: 0, to: 3_000, step: 100 },
                (Unit::Percent, Kind::Percent { least: 0, .. }) => Range { from: 0, to: 1_000, step: 50 },
                (Unit::Percent, _) => Range { from: 100, to: 10_000, step: 300 },
                (Unit::Hours, _) if hour && field == Field::ClientOverhead => Range { from: 100, to: 1_000, step: 50 },
                (Unit::Hours, _) => Range { from: 0, to: 1_000, step: 50 },
                (Unit::None, Kind::Whole { least, .. }) => Range { from: i64::from(least), to: 24, step: 1 },
                (Unit::None, _) => unreachable!("only numbers"),
            };
            check_stretches(&link, field, field.name(), range)?;
        }
    }
}
