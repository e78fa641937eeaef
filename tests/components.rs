//! What do the views render natively, as the page shows it before any script?

mod support;

use std::collections::BTreeSet;

use take_home::compare::compare;
use take_home::live::Arrival;
use take_home::scenario::Field;
use take_home::state::{Author, State};
use take_home::view::{Foot, Stage, widget};

fn example() -> String {
    take_home::view::example().to_text()
}

/// The text of some HTML, one space between pieces.
fn text(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text += before;
        text += " ";
        rest = tag.split_once('>').map_or("", |(_, after)| after);
    }
    text.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_example_carries_the_verdict_and_both_columns_as_text() {
    let text = text(&example());
    for expected in [
        "One large contract leaves you $1,700 more.",
        "Break-even: $562.97 per gig, 35 gigs or a $13,210.53 contract",
        "Many small gigs $12,000 fee $3,000 (20%)",
        "One large contract $13,700 fee $1,300 (8.7%)",
        "The gigs Number of gigs 30",
        "Price per gig $ 500.00",
        "The contract Contract price $ 15,000.00",
        "first $500.00 at 20% $100.00 next $9,500.00 at 10% $950.00 next $5,000.00 at 5% $250.00",
        "ended 2 May 2023",
        "To change the numbers, turn on JavaScript.",
    ] {
        assert!(text.contains(expected), "{expected:?} is missing from {text:?}");
    }
}

#[test]
fn the_example_has_no_controls_and_nothing_that_a_strict_policy_blocks() {
    let html = example();
    for absent in ["<input", "<select", "<button", "<script"] {
        assert!(!html.contains(absent), "{absent} in {html}");
    }
    // The names of all attributes: what is between their values.
    let tags = html.split('<').filter_map(|text| text.split_once('>')).map(|(tag, _)| tag);
    for name in tags.flat_map(|tag| tag.split('"').step_by(2)).filter_map(|names| names.split_whitespace().last()) {
        assert!(!name.starts_with("on") && name != "style=" && name != "id=", "{name} in {html}");
    }
    assert!(!html.contains("id="), "ids could clash with those of the page around");
}

/// The page of a link with all questions closed.
fn page(link: &str) -> (State, String) {
    let state = State::new(Author::default(), link);
    let html = widget(&state, Foot::default(), Arrival::default(), Stage::Whole).to_text();
    (state, html)
}

/// The styles of a part come later than the answer.
#[test]
fn what_shows_before_any_part_has_its_styles() {
    let main = include_str!("../styles/take-home.css");
    let parts = [
        include_str!("../styles/take-home-panels.css"),
        include_str!("../styles/take-home-share.css"),
        include_str!("../styles/take-home-books.css"),
    ]
    .concat();
    let has = |css: &str, class: &str| {
        let is_end = |rest: &str| !rest.starts_with(|char: char| char.is_ascii_alphanumeric() || char == '-');
        css.split(&format!(".{class}")).skip(1).any(is_end)
    };
    for link in [
        "",
        "#gig-hours=10&bid-connects=6&connect-price=0.15&bid-cost=3&withdrawal-fee=2",
        "#verdict=hour&gig-hours=8&contract-hours=100",
        "#schedule=upwork-2025&gig-rate=5&contract-rate=12&gig-clients=5",
        "#fee=20%25%20to%20500,%2010%25&same-total",
        "#gig-list=20%20x%20150,%203000%20for%20Acme&view=compact",
    ] {
        let (_, html) = page(link);
        let (before, rest) = html.split_once("th-questions").unwrap();
        let (_, foot) = rest.split_once("class=\"th-foot\"").unwrap();
        let classes: BTreeSet<&str> = [before, "class=\"th-foot\"", foot]
            .iter()
            .flat_map(|html| html.split("class=\"").skip(1))
            .filter_map(|rest| rest.split('"').next())
            .flat_map(str::split_whitespace)
            .collect();
        // Nothing is in the place of what shares until its part is there.
        let is_seen = |class: &&&str| **class != "th-share";
        let is_late = |class: &&&str| has(&parts, class) && !has(main, class);
        let late: Vec<&&str> = classes.iter().filter(is_seen).filter(is_late).collect();
        assert!(late.is_empty(), "{link}: {late:?}");
    }
}

/// The heights of a path at whole values along a slider: between its points it is straight.
fn height(path: &str, x: f64) -> f64 {
    let numbers = path.split(['M', 'L', 'Z', ' ']).filter(|text| !text.is_empty()).map(|text| text.parse().unwrap());
    let numbers: Vec<f64> = numbers.collect();
    let points: Vec<(f64, f64)> = numbers.chunks(2).map(|pair| (pair[0], pair[1])).collect();
    let outline = &points[1..points.len() - 1];
    let end = outline.iter().position(|point| point.0 >= x).expect("it reaches that far").max(1);
    let ((from, low), (to, high)) = (outline[end - 1], outline[end]);
    if to - from < 1.0 { high } else { low + (high - low) * (x - from) / (to - from) }
}

fn float(number: i64) -> f64 {
    i32::try_from(number).unwrap().into()
}

/// Where a lead is beyond the graph's edge, the line goes on to there, and the picture ends at the edge.
#[test]
fn the_graph_over_a_slider_is_where_the_lead_is() {
    for link in ["", "#gigs=12&gig-price=250&contract-price=2800"] {
        let (state, html) = page(link);
        let range = state.ranges.of(Field::Gigs).unwrap();
        // The first graph is that of the number of gigs.
        let graph = html.split("class=\"th-profile\"").nth(1).unwrap();
        let path = |class: &str| {
            let found = graph.split(&format!("class=\"{class}\" d=\"")).nth(1).unwrap();
            found.split('"').next().unwrap().to_owned()
        };
        // 15,000 for 13,700 in the example, and 3,000 for 2,700 and 2,610.
        let most = if link.is_empty() { 1_500_000.0 } else { 300_000.0 };
        for gigs in range.from..=range.to {
            let scenario = state.answer.scenario.with(Field::Gigs, gigs).unwrap();
            let lead = float(compare(&scenario).verdict.difference.minor());
            let x = float(gigs - range.from) * 1_000.0 / float(range.to - range.from);
            let contract = height(&path("th-contract"), x).clamp(0.0, 200.0);
            let gigs_drawn = height(&path("th-gigs"), x).clamp(0.0, 200.0);
            let drawn = if lead > 0.0 { contract } else { gigs_drawn };
            let expected = (100.0 - lead / most * 100.0).clamp(0.0, 200.0);
            assert!((drawn - expected).abs() < 4.0, "{link}: at {gigs} {drawn} and not {expected}");
        }
    }
}
