//! What is the graph over a slider? By how much each side leads along its range: the contract above the line, the gigs
//! below it, on one scale of money for all sliders.

use engine::amount::Money;
use engine::compare::{Range, Stretch, profile};
use engine::scenario::{Field, Group, Side};

use crate::html::{Html, el};
use crate::scale::Scale;
use crate::state::{State, round_up};

/// The parts of the graph's width and height: whole numbers, so that the built page and the live one agree.
const WIDTH: u16 = 1_000;
const HEIGHT: u16 = 200;

/// The graph over the slider of a field; only the main ones have one.
pub fn profile_of(state: &State, field: Field, range: Range, stretches: &[Stretch]) -> Option<Html> {
    if field.group() != Group::Main {
        return None;
    }
    let comparison = &state.answer.comparison;
    let left = |side: Side| comparison.compared(side).abs();
    // A round number does not change at every move.
    let most = round_up(left(Side::Gigs).max(left(Side::Contract)).minor().max(10));
    let tolerance = Money::from_minor(most / 150);
    let points = profile(&state.answer.scenario, field, range, stretches, tolerance);
    let across = Scale::between(range.from, range.to);
    let up = Scale::around_zero(Money::from_minor(most));
    let example = across.part(state.example.answer.scenario.inputs().get(field), WIDTH).to_string();
    Some(el!(
        "svg",
        "class" = "th-profile",
        "aria-hidden" = "true",
        "focusable" = "false",
        "viewBox" = "0 0 1000 200",
        "preserveAspectRatio" = "none";
        el!("path", "class" = "th-contract", "d" = area(&points, across, up, Side::Contract)),
        el!("path", "class" = "th-gigs", "d" = area(&points, across, up, Side::Gigs)),
        el!("path", "class" = "th-even", "d" = "M0 100H1000"),
        el!("path", "class" = "th-author", "d" = format!("M{example} 0V200"))
    ))
}

/// The area between the line and one side's lead.
fn area(points: &[(i64, Money)], across: Scale, up: Scale, side: Side) -> String {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return String::new() };
    let x = |value: i64| across.part(value, WIDTH);
    let mut path = format!("M{} 100", x(first.0));
    for (value, lead) in points {
        let shown = match side {
            Side::Contract => (*lead).max(Money::ZERO),
            Side::Gigs => (*lead).min(Money::ZERO),
        };
        // A lead beyond the edge is not drawn; a line that goes there leaves the picture where it crosses the edge.
        let height = i64::from(HEIGHT) - up.beyond(shown.minor(), HEIGHT);
        // Without `format!`, because most numbers that a move writes are here.
        path += &["L", &x(*value).to_string(), " ", &height.to_string()].concat();
    }
    path + &format!("L{} 100Z", x(last.0))
}
