//! Is the map true to the comparison, and what do the bars of “Which number matters most?” say?

use proptest::prelude::*;
use take_home::amount::Money;
use take_home::compare::{Change, Range, compare, deciding_fields, grid, influences, profile, stretches};
use take_home::panels::outline;
use take_home::scenario::{Clients, Field};
use take_home::state::{Action, Author, Ranges, State};

mod support;
use support::scenario;

#[test]
fn every_pair_of_the_map_is_compared() {
    for link in [
        "",
        "gig-clients=one&gig-billed=400",
        "schedule=upwork-2025&gig-rate=15",
        "schedule=crowdworks-2026&contract-payments=3",
        "gigs=10000&gig-price=99999.99",
        "gig-hours=5&contract-hours=200&verdict=hour&bid-minutes=20",
        "fee=whole 5%25 to 100, 10%25&gigs=1&gig-price=100&contract-price=104",
    ] {
        let plain = scenario(link);
        let ranges = Ranges::around(&plain);
        let fields = deciding_fields(&plain);
        assert!(fields.len() >= 3, "{link}");
        for (across, up) in fields.iter().zip(&fields[1..]) {
            let range = |field: &Field| (*field, ranges.of(*field).expect("a slider"));
            let found = grid(&plain, range(across), range(up), [5, 4]);
            let pairs = found.up.iter().flat_map(|up| found.across.iter().map(move |across| (*across, *up)));
            for (((x, y), lead), total) in pairs.zip(&found.leads).zip(&found.totals) {
                let there = plain.with(*up, y).and_then(|there| there.with(*across, x)).map(|there| compare(&there));
                let billed = there.as_ref().map(|there| there.outcomes.contract.gross - there.outcomes.gigs.gross);
                assert_eq!(*total, billed, "{link}: {} {x}, {} {y}", across.name(), up.name());
                let expected = there.map(|there| there.verdict.difference);
                if lead.is_some() || expected.is_none() {
                    assert_eq!(*lead, expected, "{link}: {} {x}, {} {y}", across.name(), up.name());
                }
            }
            // What was said at the start is said in the middle of the map, too.
            assert!(found.leads.iter().any(Option::is_some), "{link}: {} and {}", across.name(), up.name());
        }
    }
}

#[test]
fn a_corner_that_no_field_accepts_is_empty() {
    // 10,000 × 99,999,999.99 is over 100,000,000,000.00.
    let plain = scenario("gigs=10000&gig-price=1");
    let range = |to: i64| Range { from: 1, to, step: 1 };
    let found = grid(&plain, (Field::GigPrice, range(9_999_999_999_999)), (Field::Gigs, range(10_000)), [1, 1]);
    assert_eq!(found.leads.iter().map(Option::is_some).collect::<Vec<_>>(), [true, true, true, false]);
}

#[test]
fn the_map_is_divided_evenly() {
    let range = |from: i64, to: i64| Range { from, to, step: 1 };
    let found = grid(&scenario(""), (Field::GigPrice, range(10, 30)), (Field::Gigs, range(5, 12)), [4, 2]);
    assert_eq!(found.across, [10, 15, 20, 25, 30]);
    assert_eq!(found.up, [5, 8, 12], "8.5 is no number of gigs");
}

#[test]
fn an_outline_runs_where_the_level_is_crossed() {
    // Left to right 0, 10: the level 5 is crossed in the middle, and the right half is inside.
    let half = outline(2, &[Some(0), Some(10), Some(0), Some(10)], 5);
    assert_eq!(half.line, "M500 0L500 1000");
    assert_eq!(half.area, "M500 1000L1000 1000L1000 0L500 0Z");
    assert_eq!(outline(2, &[Some(0); 4], 5).area, "", "nothing is inside");
    let whole = outline(2, &[Some(7); 4], 5);
    assert_eq!((whole.area.as_str(), whole.line.as_str()), ("M0 1000L1000 1000L1000 0L0 0Z", ""), "everything is");
    assert_eq!(outline(2, &[None, Some(7), None, Some(7)], 5).places, [], "up to the last amount that is known");
}

/// Whether a place is inside a path, by how often a line to the right crosses it. Places are doubled, and the line lies
/// between them.
fn is_inside(area: &str, (x, y): (i64, i64)) -> bool {
    let mut crossings = 0;
    for closed in area.split('Z').filter(|path| !path.is_empty()) {
        let corners: Vec<(i64, i64)> = closed[1..]
            .split('L')
            .map(|corner| {
                let (x, y) = corner.split_once(' ').unwrap();
                (2 * x.parse::<i64>().unwrap(), 2 * y.parse::<i64>().unwrap())
            })
            .collect();
        for (index, from) in corners.iter().enumerate() {
            let to = corners[(index + 1) % corners.len()];
            if (from.1 > y) != (to.1 > y)
                && (x - from.0) * (to.1 - from.1).abs() < (y - from.1) * (to.0 - from.0) * (to.1 - from.1).signum()
            {
                crossings += 1;
            }
        }
    }
    crossings % 2 == 1
}

proptest! {
    #[test]
    fn an_outline_has_the_amounts_inside(amounts in prop::collection::vec(-20_i64..20, 25)) {
        let amounts: Vec<Option<i64>> = amounts.into_iter().map(|amount| Some(2 * amount + 1)).collect();
        let found = outline(5, &amounts, 0);
        for (row, column) in (1..4).flat_map(|row| (1..4).map(move |column| (row, column))) {
            let place = (2 * 250 * i64::from(column) + 1, 2 * (1_000 - 250 * i64::from(row)) + 1);
            let amount = amounts[usize::try_from(row * 5 + column).unwrap()];
            prop_assert_eq!(is_inside(&found.area, place), amount >= Some(0), "{}, {} of {}", column, row, found.area);
        }
    }
}

#[test]
fn what_matters_most() {
    let plain = scenario("");
    let found = influences(&plain, &compare(&plain));
    let money = |cents: i64| Money::from_minor(cents);
    let named: Vec<_> = found.iter().map(|influence| (influence.change, influence.leads)).collect();
    let today = take_home::fees::Schedule::find("upwork-2025").unwrap();
    assert_eq!(
        named,
        [
            // 13,500 − 100 − 950 − 175 = 12,275; 16,500 − 100 − 950 − 325 = 15,125; both less 12,000.
            (Change::Number(Field::ContractPrice, [1_350_000, 1_650_000]), [money(27_500), money(312_500)]),
            // 13,700 − 30 × (450 − 90) = 2,900; 13,700 − 30 × (550 − 100 − 5) = 350.
            (Change::Number(Field::GigPrice, [45_000, 55_000]), [money(290_000), money(35_000)]),
            // 13,700 − 27 × 400 and 13,700 − 33 × 400.
            (Change::Number(Field::Gigs, [27, 33]), [money(290_000), money(50_000)]),
            (Change::Clients(Clients::One), [money(170_000), money(0)]),
            (Change::Fee(today), [money(170_000), money(0)]),
        ]
    );
}

#[test]
fn the_map_has_two_axes_that_differ() {
    let state = State::new(Author::default(), "").after(Action::ChooseAxis(0, Field::Gigs));
    assert_eq!(state.axes, [Field::Gigs, Field::GigPrice], "the other one gives way");
    let state = state.after(Action::ChooseAxis(1, Field::ContractPrice));
    assert_eq!(state.axes, [Field::Gigs, Field::ContractPrice]);
    let state = state.after(Action::Place([(Field::Gigs, 40), (Field::ContractPrice, 1_600_000)]));
    assert_eq!(state.link(), "gigs=40&contract-price=16000");
    assert_eq!(state.axes, [Field::Gigs, Field::ContractPrice], "a point that moves changes no axis");
}

/// The rate of 14.5% ends at 15%, which is the most that the fee may be, and three gigs of a third are ahead by rounding alone.
#[test]
fn what_matters_stays_within_the_fee_and_above_rounding() {
    let found = |link: &str| {
        let scenario = scenario(link);
        influences(&scenario, &compare(&scenario))
    };
    let rate = |link: &str| {
        let changes = found(link).into_iter().map(|influence| influence.change);
        changes.into_iter().find_map(|change| match change {
            Change::Number(Field::Rate, values) => Some(values),
            Change::Number(..) | Change::Clients(_) | Change::Fee(_) => None,
        })
    };
    assert_eq!(rate("schedule=upwork-2025&contract-price=20000&rate=14.5"), Some([1_305, 1_500]));
    assert_eq!(rate("fee=5.005%25..15%25&contract-price=20000&rate=5.01"), Some([501, 551]), "5.005% and more");
    assert_eq!(rate("fee=5%25..15%25&contract-price=20000&rate=5"), Some([500, 550]));
    let today = take_home::fees::Schedule::find("upwork-2025").unwrap();
    let third = found("schedule=upwork-2023&gigs=3&gig-price=1234.56&contract-price=3703.68");
    // 3 × (1,234.56 − 123.46) = 3,333.30; 3,703.68 − 370.37 = 3,333.31.
    let fee = third.iter().find(|influence| influence.change == Change::Fee(today));
    assert_eq!(fee.map(|influence| influence.leads), Some([Money::ZERO; 2]));
}

/// Of equal ones, the first on the page comes first.
#[test]
fn what_matters_equally_keeps_its_order() {
    let plain = scenario("fee=0%25&gigs=10&gig-price=100&contract-price=1000");
    let found = influences(&plain, &compare(&plain));
    let fields: Vec<_> = found.iter().map(|influence| influence.change).collect();
    let numbers =
        [(Field::Gigs, [9, 11]), (Field::GigPrice, [9_000, 11_000]), (Field::ContractPrice, [90_000, 110_000])];
    assert_eq!(fields, numbers.map(|(field, values)| Change::Number(field, values)), "100 less to 100 more each");
}

/// A number that changes nothing cannot be an axis of the map.
#[test]
fn numbers_that_decide() {
    let costs =
        "gig-win-rate gig-hours gig-duration contract-win-rate contract-hours contract-duration contract-payments";
    for (link, names) in [
        ("fee=10%25", "gigs gig-price contract-price"),
        ("fee=10%25&gig-clients=6", "gigs gig-price contract-price"),
        ("fee=10%25&same-total=on", "gigs gig-price"),
        ("fee=10%25&gig-list=3 x 100, 200", "gig-list-level contract-price"),
        ("", "gigs gig-price gig-billed contract-price contract-billed"),
        ("gig-clients=6", "gigs gig-price gig-clients gig-billed contract-price contract-billed"),
        ("gig-clients=one", "gigs gig-price gig-billed contract-price contract-billed"),
        ("schedule=upwork-2025&rate=5", "rate gigs gig-price contract-price"),
        ("schedule=upwork-2025&rate=5&gig-rate=6", "gig-rate contract-rate gigs gig-price contract-price"),
        ("fee=first 6 months: 10%25; later: 5%25", "gigs gig-price gig-months contract-price contract-months"),
        ("fee=10%25&gig-hours=5&contract-hours=9", &format!("gigs gig-price contract-price {costs}")),
        (
            "fee=10%25&gig-clients=6&gig-hours=5&contract-hours=9",
            &format!("gigs gig-price gig-clients contract-price {costs}"),
        ),
    ] {
        let found: Vec<&str> = deciding_fields(&scenario(link)).into_iter().map(Field::name).collect();
        assert_eq!(found.join(" "), names, "{link}");
    }
}

/// The contract's lead along a range, over a slider.
#[test]
fn a_profile_has_its_ends_turns_and_jumps() {
    let points = |link: &str, field: Field, from: i64, to: i64| {
        let (scenario, range) = (scenario(link), Range { from, to, step: 1 });
        profile(&scenario, field, range, &stretches(&scenario, field, range), Money::from_minor(100))
    };
    // Seven values, evenly spread, and the two between which the lead changes: 13,700 − 400 for each gig.
    let gigs = [1, 17, 34, 35, 50, 67, 83, 100].map(|gigs| (gigs, Money::from_minor(1_370_000 - 40_000 * gigs)));
    assert_eq!(points("", Field::Gigs, 1, 100), gigs);
    // 1,600 of the contract's 2,000, less 90% of a price or, above 100, 80%.
    let jump = "fee=whole 10%25 to 100, 20%25&gigs=1&gig-price=50&contract-price=2000";
    let lead = |(price, left): (i64, i64)| (price, Money::from_minor(160_000 - left));
    let left = [(1, 1), (3_334, 3_001), (6_667, 6_000), (10_000, 9_000), (10_001, 8_001)];
    let above = [(13_333, 10_666), (16_666, 13_333), (19_999, 15_999)];
    assert_eq!(points(jump, Field::GigPrice, 1, 19_999), left.into_iter().chain(above).map(lead).collect::<Vec<_>>());
    let beside = points(jump, Field::GigPrice, 10_001, 19_999);
    assert_eq!(beside.first(), Some(&lead((10_001, 8_001))), "a jump before the range is not drawn");
}

/// Tiers bend it: at 500 and at 10,000. Halved five times, each sixth of the range is drawn to about a hundred dollars.
#[test]
fn a_profile_follows_the_bends() {
    let plain = scenario("");
    let range = Range { from: 1, to: 2_000_000, step: 1 };
    let tracks = stretches(&plain, Field::ContractPrice, range);
    let found = profile(&plain, Field::ContractPrice, range, &tracks, Money::from_minor(100));
    assert_eq!(found.len(), 15, "seven, two at the turn, and what five halvings add at the bends: {found:?}");
    assert!(found.windows(2).all(|pair| pair[0].0 < pair[1].0), "{found:?}");
    for price in (1..2_000_000).step_by(9_973) {
        let pair = found.windows(2).find(|pair| price <= pair[1].0).expect("up to the end");
        let ((from, low), (to, high)) = (pair[0], pair[1]);
        let drawn = low.minor() + (high - low).minor() * (price - from) / (to - from);
        let lead = plain.with(Field::ContractPrice, price).map(|there| compare(&there).verdict.difference.minor());
        assert!(lead.is_some_and(|lead| (lead - drawn).abs() <= 300), "{price}: {drawn} for {lead:?}");
    }
}
