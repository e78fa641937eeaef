//! How are tests written? A scenario is a link, an amount is a text.
#![allow(dead_code, reason = "each test binary uses some of these")]

pub mod oracle;

use std::rc::Rc;

use take_home::amount::{Currency, Money, Rate};
use take_home::compare::{Comparison, compare, grid, influences, level_gigs, profile, stretches};
use take_home::fees::{Choice, Fee, Payment, Terms};
use take_home::json::{comparison_json, extras_json};
use take_home::live::Arrival;
use take_home::panels::{PanelContext, content, controls, line};
use take_home::scenario::{Field, Group, Ignored, Overrides, Reason, Scenario, read_link, validate};
use take_home::share::{Original, csv, picture, sheet, table, text};
use take_home::state::{Answer, Author, Open, Panel, Ranges, State};
use take_home::view::{Foot, Stage, widget};
use time::macros::date;

/// The scenario of a link, which has to be free of faults.
#[track_caller]
pub fn scenario(link: &str) -> Scenario {
    let (draft, ignored) = read_link(&Overrides::default(), link);
    assert_eq!(ignored, [] as [Ignored; 0], "{link}");
    validate(&draft).expect(link)
}

/// What is wrong with what is typed into the fields that a link names, each with its field.
pub fn problems(link: &str) -> Vec<(Field, Reason)> {
    let typed = link.split('&').map(|pair| pair.split_once('=').expect(link));
    let draft =
        typed.fold(Overrides::default_draft(), |draft, (name, text)| draft.with(Field::named(name).expect(link), text));
    let problems = validate(&draft).err().unwrap_or_default();
    problems.into_iter().map(|problem| (problem.field, problem.reason)).collect()
}

/// The comparison of a link.
#[track_caller]
pub fn comparison(link: &str) -> Comparison {
    compare(&scenario(link))
}

/// Calculates everything that a page shows at once. Returns whether nothing of the link was ignored.
pub fn everything(link: &str) -> bool {
    let (draft, ignored) = read_link(&Overrides::default(), link);
    let scenario = validate(&draft).expect("a link leaves out what cannot be computed");
    let comparison = compare(&scenario);
    comparison_json(&scenario, &comparison);
    extras_json(&scenario);
    level_gigs(&scenario, &comparison);
    influences(&scenario, &comparison);
    let ranges = Ranges::around(&scenario);
    for (field, range) in Field::ALL.into_iter().filter_map(|field| Some((field, ranges.of(field)?))) {
        let found = stretches(&scenario, field, range);
        if field.group() == Group::Main {
            profile(&scenario, field, range, &found, Money::from_minor(100));
        }
    }
    if let (Some(across), Some(up)) = (ranges.of(Field::GigPrice), ranges.of(Field::Gigs)) {
        grid(&scenario, (Field::GigPrice, across), (Field::Gigs, up), [24, 18]);
    }
    ignored.is_empty()
}

/// Says everything that a page can show or share, panels included, as text.
pub fn everything_said(link: &str) -> String {
    let state = Rc::new(State::restored(Author::default(), link, Open::default()).read_on(Some(date!(2026 - 11 - 22))));
    let original = Original::of(&state, "https://example.org/".to_owned());
    let context = PanelContext { live: true, ..original.context() };
    let Original { words, .. } = &original;
    let Answer { scenario, comparison, .. } = &*state.answer;
    let mut all = vec![
        widget(&state, Foot::default(), Arrival::default(), Stage::Whole).to_text(),
        text(&original),
        csv(&original, ';'),
        words.default_name(comparison),
        sheet(&original).to_text(),
        picture(scenario, comparison, words).to_text(),
        table(scenario, comparison, words).to_text(),
    ];
    for panel in Panel::ALL {
        all.extend(line(panel, &context));
        all.push(content(panel, &context).to_text());
        all.extend(controls(panel, &state, &context).map(|html| html.to_text()));
    }
    all.join("\n")
}

/// The terms of a fee in US dollars, at a rate in percent where it leaves one open.
#[track_caller]
pub fn terms_at(fee: &str, rate: &str) -> Terms {
    let rate = Rate::from_percent(rate.parse().expect(rate)).expect(rate);
    fee.parse::<Fee>().expect(fee).settle(Choice::at(rate), Currency::USD).expect(fee)
}

/// The terms of a fee in US dollars.
#[track_caller]
pub fn terms(fee: &str) -> Terms {
    terms_at(fee, "0")
}

/// `usd("1,200.50")`
#[track_caller]
pub fn usd(text: &str) -> Money {
    Currency::USD.amount(text.replace(',', "").parse().expect(text)).expect(text)
}

/// `500.00` after `0.00`
pub fn payment(before: &str, amount: &str) -> Payment {
    Payment::of(usd(amount), usd(before))
}
