//! What paints a slider? A line for each stretch in which a side is ahead, and marks where that changes.

use crate::html::{Html, el};
use crate::scale::{Scale, percent};
use crate::style::class;
use engine::compare::{Range, Stretch};
use engine::scenario::Field;
use words::{Format, changes};

/// The painted track behind a slider: who is ahead along its range, and marks where that changes.
///
/// Positions are written as percentages in SVG attributes, because a `style` attribute is blocked under a strict
/// policy; they are whole hundredths, so the built page and the live one agree.
pub fn track(field: Field, range: Range, stretches: &[Stretch], format: &Format) -> Html {
    let at = |value: i64| Position::of(value, range);
    let painted = stretches.iter().filter_map(|stretch| {
        // The stretch reaches to where the next one begins.
        let (from, to) = (at(stretch.from), if stretch.to == range.to { at(stretch.to) } else { at(stretch.to + 1) });
        let class = stretch.ahead.map_or("th-level", class);
        // Anything narrower than a hairline would only flicker.
        (to.0 - from.0 >= 20 || stretches.len() == 1).then(|| {
            el!("line", "class" = class, "x1" = from.attribute(), "x2" = to.attribute(), "y1" = "12", "y2" = "12")
        })
    });
    let marks = marks(stretches, range).into_iter().map(|value| {
        let position = at(value);
        el!("g", "class" = "th-mark";
            el!("line", "x1" = position.attribute(), "x2" = position.attribute(), "y1" = "4", "y2" = "20"),
            el!("text", "x" = position.attribute(), "y" = "33", "text-anchor" = position.anchor();
                format.value_with_unit(field, value)))
    });
    el!("svg", "class" = "th-track", "aria-hidden" = "true", "focusable" = "false";
        el!("g"; painted.collect::<Vec<_>>()),
        el!("g"; marks.collect::<Vec<_>>()))
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

    fn attribute(self) -> String {
        percent(self.0)
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
