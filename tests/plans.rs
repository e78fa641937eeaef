//! Do fees, matching prices and painted tracks hold for plans of every kind? Every form of fee, one charge or two in a row,
//! instalments, months, tax, costs, either verdict, and currencies of no, two and three digits, against the naive sums and
//! against trying every value near the answer.

mod support;

use std::ops::RangeInclusive;

use proptest::prelude::*;
use support::oracle;
use take_home::amount::{Decimal, Money};
use take_home::compare::{Range, compare, profile, stretches};
use take_home::json::comparison_json;
use take_home::scenario::{Field, Overrides, Scenario, Side, Slider, Unit, read_link, validate};
use take_home::state::Ranges;

fn percent(hundredths: i64) -> String {
    Decimal::new(hundredths, 2).normalize().to_string()
}

/// An amount in hundredths, to be rewritten in other currencies.
fn amount(hundredths: i64) -> String {
    Decimal::new(hundredths, 2).to_string()
}

fn adjustment() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just(String::new()),
        1 => (1..300_i64).prop_map(|fixed| format!(" + {}", amount(fixed))),
        1 => (1..1_000_i64).prop_map(|least| format!(" at least {}", amount(least))),
        1 => (1..4_000_i64).prop_map(|most| format!(" at most {}", amount(most))),
        1 => (1..300_i64, 1..2_000_i64).prop_map(|(fixed, most)| format!(" + {} at most {}", amount(fixed), amount(most))),
    ]
}

fn tax() -> impl Strategy<Value = String> {
    prop_oneof![3 => Just(String::new()), 1 => (1..1_000_i64).prop_map(|tax| format!(" plus {}% tax", percent(tax)))]
}

/// Rates that are common, low, or so high that next to nothing is left.
fn rate() -> impl Strategy<Value = i64> {
    prop_oneof![6 => 0..3_000_i64, 2 => 0..9_000_i64, 1 => 9_000..9_080_i64]
}

fn charge() -> impl Strategy<Value = String> {
    let tiers = || prop::collection::vec((rate(), 1..10_000_i64, adjustment(), any::<bool>()), 1..4);
    let slices = (
        tiers(),
        rate(),
        adjustment(),
        prop_oneof![Just(" per client"), Just(" per contract"), Just(""), Just(" per month"), Just(" per account")],
    );
    let slices = slices.prop_map(|(tiers, last, adjustment, basis)| {
        let mut limit = 0;
        let tiers: Vec<String> = tiers[1..]
            .iter()
            .map(|(rate, width, _, _)| {
                limit += width;
                format!("{}% to {}, ", percent(*rate), amount(limit))
            })
            .collect();
        format!("{}{}%{adjustment}{basis}", tiers.concat(), percent(last))
    });
    let by_size = (tiers(), rate(), adjustment(), prop_oneof![Just(""), Just(" per contract")]);
    let by_size = by_size.prop_map(|(tiers, last, adjustment, basis)| {
        let mut limit = 0;
        let tiers: Vec<String> = tiers
            .iter()
            .map(|(rate, width, adjustment, under)| {
                limit += width;
                format!("{}%{adjustment} {} {}, ", percent(*rate), if *under { "under" } else { "to" }, amount(limit))
            })
            .collect();
        format!("whole {}{}%{adjustment}{basis}", tiers.concat(), percent(last))
    });
    let history = prop_oneof![Just("client"), Just("month"), Just("account")];
    let by_history = (tiers(), history, any::<bool>()).prop_map(|(mut tiers, basis, under)| {
        tiers.sort_by_key(|tier| -tier.0);
        let mut limit = 0;
        let last = percent(tiers.pop().map_or(0, |tier| tier.0));
        let tiers: Vec<String> = tiers
            .iter()
            .map(|(rate, width, _, _)| {
                limit += width;
                format!("{}% {} {}, ", percent(*rate), if under { "under" } else { "to" }, amount(limit))
            })
            .collect();
        format!("whole {}{last}% per {}", tiers.concat(), basis)
    });
    let by_job = (rate(), rate(), any::<bool>()).prop_map(|(one, other, account)| {
        let (first, later) = (percent(one.max(other)), percent(one.min(other)));
        format!("whole {first}% for the first job, {later}% per {}", if account { "account" } else { "client" })
    });
    (prop_oneof![6 => slices, 4 => by_size, 2 => by_history, 1 => by_job], tax())
        .prop_map(|(charge, tax)| charge + &tax)
}

fn fee() -> impl Strategy<Value = String> {
    let then = (0..900_i64, adjustment(), tax())
        .prop_map(|(rate, adjustment, tax)| format!(" then {}%{adjustment}{tax}", percent(rate)));
    (charge(), prop_oneof![3 => Just(String::new()), 1 => then]).prop_map(|(charge, then)| charge + &then)
}

/// A plan as a link, with amounts in hundredths.
fn plan(payments: RangeInclusive<u32>) -> impl Strategy<Value = String> {
    let gigs = (1..12_u32, 1..8_000_i64, clients(), prop_oneof![Just(0), 0..15_000_i64], 1..5_u32);
    let contract = (1..30_000_i64, prop_oneof![Just(0), 0..15_000_i64], payments, 1..5_u32);
    let more = (prop_oneof![4 => Just(0), 1 => 1..3_000_i64], prop_oneof![5 => Just(""), 1 => Just("&same-total")]);
    let currency = prop_oneof![Just("USD"), Just("JPY"), Just("KWD")];
    (fee(), gigs, contract, more, costs(), lists(), currency).prop_map(
        |(fee, gigs, contract, (fee_tax, tied), costs, lists, currency)| {
            let (jobs, price, clients, billed, months) = gigs;
            let (contract, before, payments, spread) = contract;
            let link = format!(
                "fee={}&gigs={jobs}&gig-price={}&gig-clients={}&gig-billed={}&gig-duration={months}&contract-price={}\
                 &contract-billed={}&contract-payments={payments}&contract-duration={spread}&fee-tax={}{costs}{tied}{lists}",
                fee.replace('%', "%25").replace('+', "%2B"),
                amount(price),
                clients,
                amount(billed),
                amount(contract),
                amount(before),
                percent(fee_tax),
            );
            in_currency(&link, currency)
        },
    )
}

/// A list in place of either side, or of both, or of none.
fn lists() -> impl Strategy<Value = String> {
    let clients = prop_oneof![
        3 => Just(String::new()),
        2 => (0..3_usize).prop_map(|name| format!(" for {}", ["Acme", "Berta", "Carl"][name])),
        1 => (1..6_u32).prop_map(|number| format!(" for {number} clients")),
    ];
    let line = (1..5_u32, 1..8_000_i64, clients)
        .prop_map(|(count, price, clients)| format!("{count} x {}{clients}", amount(price)));
    let level = prop_oneof![2 => Just(10_000_i64), 2 => 5_000..20_000_i64, 1 => 1..100_000_i64];
    let list = (prop::collection::vec(line, 1..6), level).prop_map(|(lines, level)| (lines.join(", "), percent(level)));
    let one = |name: &'static str, share: u32| {
        let list = list.clone().prop_map(move |(list, level)| format!("&{name}-list={list}&{name}-list-level={level}"));
        prop_oneof![5 => Just(String::new()), share => list]
    };
    (one("gig", 4), one("contract", 2)).prop_map(|(gigs, contract)| gigs + &contract)
}

/// For whom the gigs are.
fn clients() -> impl Strategy<Value = String> {
    prop_oneof![Just("each".to_owned()), Just("one".to_owned()), (1..14_u32).prop_map(|number| number.to_string())]
}

/// Costs of every kind, as often as not none at all.
fn costs() -> impl Strategy<Value = String> {
    let money = |most: i64| prop_oneof![2 => Just(0), 1 => 1..=most];
    let shared = (money(900), money(9), money(60), money(90), money(900), any::<bool>(), money(90), money(9));
    let side = || (1..=100_i64, 1..400_i64, money(300), money(900));
    let some = (shared, side(), side(), any::<bool>()).prop_map(|(shared, gigs, contract, hour)| {
        let (bid, connects, price, free, membership, monthly, minutes, overhead) = shared;
        let side = |name: &str, (win, hours, overhead, bought): (i64, i64, i64, i64)| {
            format!("&{name}-win-rate={win}&{name}-hours={hours}&{name}-overhead={overhead}&{name}-bought-in={}", amount(bought))
        };
        format!(
            "&bid-cost={}&bid-connects={connects}&connect-price={}&free-connects={free}&membership={}&bid-minutes={minutes}\
             &client-overhead={overhead}&withdrawals={}{}{}{}",
            amount(bid), amount(price), amount(membership), if monthly { "month" } else { "payment" },
            side("gig", gigs), side("contract", contract), if hour { "&verdict=hour" } else { "" },
        )
    });
    prop_oneof![Just(String::new()), some]
}

/// The link in another currency: amounts keep their digits, but have another number of decimals. Percentages stay.
fn in_currency(link: &str, currency: &str) -> String {
    let digits = match currency {
        "JPY" => 0,
        "KWD" => 3,
        _ => 2,
    };
    let mut rest = link;
    let mut written = String::new();
    while let Some(start) = rest.find(|char: char| char.is_ascii_digit()) {
        written += &rest[..start];
        rest = &rest[start..];
        let end = rest.find(|char: char| !char.is_ascii_digit() && char != '.').unwrap_or(rest.len());
        let (number, after) = rest.split_at(end);
        let is_amount = number.split_once('.').is_some_and(|(_, cents)| cents.len() == 2)
            && !after.starts_with('%')
            && !written.ends_with("fee-tax=")
            && !written.ends_with("list-level=");
        if is_amount {
            let units: i64 = number.replace('.', "").parse().unwrap();
            written += &Decimal::new(units, digits).to_string();
            // In a list, three decimals could be thousands.
            if digits == 3 && written.rsplit('&').next().is_some_and(|pair| pair.contains("-list=")) {
                written.push('0');
            }
        } else {
            written += number;
        }
        rest = after;
    }
    format!("{written}{rest}&currency={currency}")
}

/// The scenario of a link, if it makes one: random fees may take nearly everything.
fn valid(link: &str) -> Option<Scenario> {
    validate(&read_link(&Overrides::default(), link).0).ok()
}

/// The scenario of a link with another value of a field, if the two make one.
fn moved(link: &str, scenario: &Scenario, field: Field, value: i64) -> Option<Scenario> {
    let digits = match field.kind().unit() {
        Unit::Money => scenario.currency().digits(),
        Unit::Percent | Unit::Hours => 2,
        Unit::None => 0,
    };
    let draft = read_link(&Overrides::default(), link).0;
    validate(&draft.with(field, &Decimal::new(value, digits).to_string())).ok()
}

/// The usual number of cases, multiplied by `TIMES` if that is set.
fn cases(usual: u32) -> ProptestConfig {
    let times = std::env::var("TIMES").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    ProptestConfig::with_cases(usual * times)
}

fn check_prices(link: &str) -> Result<(), TestCaseError> {
    let Some(scenario) = valid(link) else { return Err(TestCaseError::reject("no plan")) };
    let comparison = compare(&scenario);
    let limits: Vec<i64> = (scenario.fee().cases()[0].charge.tiers.iter())
        .filter_map(|tier| Some(scenario.currency().amount(tier.up_to?.amount)?.minor()))
        .collect();
    for side in [Side::Gigs, Side::Contract] {
        let field = scenario.pricing_field(side);
        if scenario.same_total() {
            continue;
        }
        let target = comparison.compared(side.other());
        let matching = comparison.verdict.matching.get(side);
        let gaps: Vec<(i64, i64)> = matching.pricing_gaps().collect();
        let is_said = |price: i64| {
            matching.least_pricing().is_some_and(|least| least <= price)
                && !gaps.iter().any(|(from, to)| *from <= price && price <= *to)
        };
        let near = |value: i64, around: i64| (value - around).max(1)..=value + around;
        let mut tried: Vec<i64> = vec![];
        tried.extend(matching.least_pricing().into_iter().flat_map(|least| near(least, 60)));
        for (from, to) in gaps.iter().take(3) {
            tried.extend(near(*from, 3).chain(near(*to, 3)));
        }
        let payments = i64::from(scenario.plans().get(side).instalments());
        for limit in &limits {
            tried.extend(near(*limit, 2).chain(near(limit * payments, payments + 1)));
        }
        let most = scenario.plans().get(side).highest_pricing(scenario.currency().max());
        for price in tried.into_iter().filter(|price| *price <= most) {
            let enough = compare(&moved(link, &scenario, field, price).expect(link)).compared(side) >= target;
            prop_assert_eq!(enough, is_said(price), "{:?} at {} of {:?} in {}", side, price, matching, link);
        }
    }
    Ok(())
}

fn check_tracks(link: &str) -> Result<(), TestCaseError> {
    let Some(scenario) = valid(link) else { return Err(TestCaseError::reject("no plan")) };
    let ranges = Ranges::around(&scenario);
    for field in Field::ALL.into_iter().filter(|field| field.slider() != Slider::None) {
        let Some(range) = ranges.of(field) else { continue };
        if matches!(field, Field::Rate | Field::GigRate | Field::ContractRate) && !scenario.has_open_rate() {
            continue;
        }
        // Fewer steps are as good, and sooner tried.
        let range = Range { step: range.step * 7, ..range };
        let painted = stretches(&scenario, field, range);
        prop_assert_eq!(painted[0].from, range.from);
        prop_assert_eq!(painted[painted.len() - 1].to, range.to);
        let steps = (range.from..=range.to).step_by(usize::try_from(range.step).unwrap());
        let mut tried: Vec<i64> = steps.collect();
        for pair in painted.windows(2).take(4) {
            prop_assert_eq!(pair[0].to + 1, pair[1].from);
            prop_assert_ne!(pair[0].ahead, pair[1].ahead);
            let change = pair[1].from;
            // Between the same two steps.
            let step = change - 1 - (change - 1 - range.from) % range.step;
            tried.extend((change - 8).max(step)..=(change + 7).min(step + range.step).min(range.to));
        }
        for value in tried {
            let stretch = painted.iter().find(|stretch| stretch.from <= value && value <= stretch.to).unwrap();
            let ahead = moved(link, &scenario, field, value).and_then(|moved| compare(&moved).verdict.lead.side());
            prop_assert_eq!(stretch.ahead, ahead, "{} = {} of {:?} in {}", field.name(), value, painted, link);
        }
    }
    Ok(())
}

/// The lead that a profile draws at a value.
fn drawn(points: &[(i64, Money)], value: i64) -> Option<i64> {
    let after = points.iter().position(|point| point.0 >= value)?;
    let (to, lead) = points[after];
    if to == value {
        return Some(lead.minor());
    }
    let (from, before) = points[after.checked_sub(1)?];
    let along = (i128::from(value - from), i128::from(to - from));
    Some((before + Money::quotient(along.0 * i128::from((lead - before).minor()), along.1)).minor())
}

#[test]
fn profiles_draw_the_lead_at_every_step() {
    for link in [
        "",
        "gig-clients=one",
        "schedule=upwork-2025&gig-rate=15",
        "gigs=45&gig-price=620&contract-price=15000",
        "schedule=crowdworks-2026",
        "fee=whole 5%25 to 100, 10%25&gigs=1&gig-price=100&contract-price=104",
        "schedule=freelancer-com-2026&contract-payments=6",
        "gig-hours=15&contract-hours=200&verdict=hour&bid-cost=2&gig-win-rate=20",
        "fee=20%25 to 500, 5%25 per month&gig-duration=6&contract-payments=6&contract-duration=6",
    ] {
        let scenario = valid(link).expect(link);
        let ranges = Ranges::around(&scenario);
        for field in [Field::Gigs, Field::GigPrice, Field::GigBilled, Field::ContractPrice, Field::ContractBilled] {
            let range = ranges.of(field).expect("a main field has a slider");
            let tolerance = Money::from_minor(scenario.plans().contract.gross().minor() / 150);
            let points = profile(&scenario, field, range, &stretches(&scenario, field, range), tolerance);
            for value in (range.from..=range.to).step_by(usize::try_from(range.step).unwrap()) {
                let lead = compare(&moved(link, &scenario, field, value).expect(link)).verdict.difference.minor();
                let drawn = drawn(&points, value).expect("the whole range is drawn");
                assert!(
                    (lead - drawn).abs() <= 2 * tolerance.minor(),
                    "{link}: {} = {value} is {lead}, drawn {drawn}",
                    field.name()
                );
            }
        }
    }
}

#[test]
fn a_straight_profile_has_no_more_points_than_it_needs() {
    let scenario = valid("fee=10%25").unwrap();
    let range = Ranges::around(&scenario).of(Field::GigPrice).unwrap();
    let found = stretches(&scenario, Field::GigPrice, range);
    // Thirty fees of 10 %, each rounded by half a cent at most, are 15 cents off, and so is the line between two such points.
    let points = profile(&scenario, Field::GigPrice, range, &found, Money::from_minor(30));
    // Seven at equal distances, and 499.99, 500 and 500.01, where the lead changes.
    assert_eq!(points.len(), 10, "{points:?}");
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn a_profile_is_exact_at_its_points(link in plan(1..=12)) {
        let Some(scenario) = valid(&link) else { return Err(TestCaseError::reject("no plan")) };
        for field in [Field::Gigs, Field::GigPrice, Field::GigBilled, Field::ContractPrice, Field::ContractBilled] {
            let range = Ranges::around(&scenario).of(field).expect("a main field has a slider");
            let found = stretches(&scenario, field, range);
            let points = profile(&scenario, field, range, &found, Money::from_minor(50));
            for pair in points.windows(2) {
                prop_assert!(pair[0].0 < pair[1].0, "{:?} of {}", field, link);
            }
            for (value, lead) in points {
                let difference = moved(&link, &scenario, field, value).map(|moved| compare(&moved).verdict.difference);
                prop_assert_eq!(Some(lead), difference, "{:?} = {} of {}", field, value, link);
            }
        }
    }

    #[test]
    fn fees_are_those_of_the_naive_sum(link in plan(1..=12)) {
        let Some(scenario) = valid(&link) else { return Err(TestCaseError::reject("no plan")) };
        let comparison = compare(&scenario);
        for side in [Side::Gigs, Side::Contract] {
            let outcome = comparison.outcomes.get(side);
            prop_assert_eq!(outcome.take_home.minor(), oracle::left(&scenario, side), "{:?} of {}", side, link);
            let rows = outcome.tiers.iter();
            prop_assert_eq!(rows.clone().map(|row| row.fee).sum::<Money>(), outcome.service_fee, "{}", link);
            let first = rows.filter(|row| row.charge == 0);
            prop_assert_eq!(first.map(|row| row.amount).sum::<Money>(), outcome.gross, "{}", link);
        }
        comparison_json(&scenario, &comparison);
    }

    #[test]
    fn a_price_matches_if_it_is_said_to(link in plan(1..=12)) {
        check_prices(&link)?;
    }

    #[test]
    fn a_price_in_many_instalments_matches_if_it_is_said_to(link in plan(13..=520)) {
        check_prices(&link)?;
    }
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn tracks_agree_with_comparing_at_steps_and_near_changes(link in plan(1..=12)) {
        check_tracks(&link)?;
    }
}
