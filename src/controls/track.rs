//! What paints a slider? A line for each stretch in which a side is ahead, and marks where that changes.

use crate::html::{Html, el, several};
use crate::marks::{drawing, path};
use crate::scale::{Scale, percent};
use crate::style::class;
use engine::compare::{Range, Stretch};
use engine::scenario::{Field, Side};
use words::{Format, changes};

/// The painted track behind a slider: who is ahead along its range, and marks where that changes.
///
/// Positions are whole hundredths of a percent in SVG attributes, because a `style` attribute is blocked under a strict policy
/// and the built page and the live one have to agree.
pub fn track(field: Field, range: Range, stretches: &[Stretch], format: &Format) -> Html {
    let at = |value: i64| Position::of(value, range);
    let painted = |ahead: Option<Side>| {
        let its = stretches.iter().filter(|stretch| stretch.ahead == ahead).filter_map(|stretch| {
            // The stretch reaches to where the next one begins.
            let to = if stretch.to == range.to { stretch.to } else { stretch.to + 1 };
            let (from, to) = (at(stretch.from).0, at(to).0);
            // Anything narrower than a hairline would only flicker.
            (to - from >= 20 || stretches.len() == 1).then(|| format!("M{from} 12H{to}"))
        });
        path(ahead.map_or("th-level", class), &its.collect::<Vec<_>>())
    };
    let marks: Vec<(i64, Position)> = marks(stretches, range).into_iter().map(|value| (value, at(value))).collect();
    let strokes: Vec<String> = marks.iter().map(|(_, at)| format!("M{} 4V20", at.0)).collect();
    let label = |(value, at): &(i64, Position)| {
        el!("text", "x" = percent(at.0), "y" = "33", "text-anchor" = at.anchor();
            format.value_with_unit(field, *value))
    };
    let picture = el!("svg", "class" = "th-track", "viewBox" = "0 0 10000 24", "preserveAspectRatio" = "none",
        "aria-hidden" = "true", "focusable" = "false";
        painted(Some(Side::Contract)), painted(Some(Side::Gigs)), painted(None), path("th-marks", &strokes));
    // The labels have a picture of their own, so that they are not stretched. Nested inside this one, Firefox would measure it too wide.
    several![picture, drawing("th-marked", marks.iter().map(label).collect())]
}

/// The changes of lead that get a mark: the first, and all others whose labels do not overlap.
fn marks(stretches: &[Stretch], range: Range) -> Vec<i64> {
    let mut marks: Vec<i64> = vec![];
    for value in changes(stretches) {
        let apart = |mark: &i64| Position::of(value, range).0 - Position::of(*mark, range).0 >= 2_500;
        if marks.last().is_none_or(apart) {
            marks.push(value);
        }
    }
    marks
}

/// A place along the track in hundredths of a percent.
#[derive(Clone, Copy)]
struct Position(u64);

impl Position {
    fn of(value: i64, range: Range) -> Position {
        Position(Scale::between(range.from, range.to).at(value))
    }

    /// Near an end, the label is on one side of the mark.
    fn anchor(self) -> &'static str {
        match self.0 {
            ..1_200 => "start",
            1_200..=8_800 => "middle",
            _ => "end",
        }
    }
}
