//! What frames a picture? Axes with round numbers, drawn by the same few marks everywhere; and the names of both sides.
//!
//! A picture is an SVG as wide as its place. Places are percentages, so that it needs no size, no script and no `style`
//! attribute; what is drawn in it is an inner SVG of a thousand parts each way, which is stretched.

use crate::html::{Html, el, several};
use crate::marks::{WHOLE, drawing, label, line};
use crate::scale::Scale;
use crate::style::{class, longest_figure};
use engine::amount::Decimal;
use engine::compare::round_step;
use engine::scenario::Side;
use words::Words;

/// A mark on an axis: where it is, and what it says.
pub struct Tick {
    at: u64,
    label: String,
    /// Whether there is room for it only on a wide screen.
    is_fine: bool,
}

/// Round numbers along a range, at least two: about `most` steps between them on a phone, and those half-way on wide screens.
pub fn ticks(from: i64, to: i64, most: i64, say: &dyn Fn(i64) -> String) -> Vec<Tick> {
    let step = step(from, to, most);
    let fine = if step % 2 == 0 && most > 1 { step / 2 } else { step };
    let scale = Scale::between(from, to);
    let mut ticks = vec![];
    let mut value = from.div_euclid(fine) * fine;
    while value <= to {
        if value >= from {
            ticks.push(Tick { at: scale.at(value), label: say(value), is_fine: value % step != 0 });
        }
        value += fine;
    }
    if most == 1 {
        // Long numbers: the first and the last, on wide screens, too.
        let last = ticks.len();
        let mut number = 0;
        ticks.retain(|_| {
            number += 1;
            number == 1 || number == last
        });
    }
    ticks
}

/// None to all, in that many steps at most on a phone.
pub fn percents(words: Words, most: i64) -> Vec<Tick> {
    ticks(0, 100, most, &|whole| words.format.fraction(Decimal::new(whole, 2)))
}

/// A round step of which about that many fit into a range; a smaller one where fewer than two of its numbers are in it or, if there
/// is room for two alone, where they are close to each other.
fn step(from: i64, to: i64, most: i64) -> i64 {
    let between = |step: i64| to.div_euclid(step) * step + (-from).div_euclid(step) * step;
    let least = |step: i64| if most == 1 { step.max((to - from) * 3 / 5) } else { step };
    let mut step = round_step((to - from) / most.max(1));
    while step > 1 && between(step) < least(step) {
        // The round number before a round number is two fifths of it, or half.
        step = round_step(step * 2 / 5);
    }
    step
}

impl Tick {
    /// The same without its label, if a text at that place would touch it.
    #[must_use]
    pub fn beside_text(mut self, at: u64) -> Tick {
        if self.at.abs_diff(at) < WHOLE / 10 {
            self.label.clear();
        }
        self
    }

    /// Whether it is in the upper third, where a picture of two lines has their names.
    pub fn is_high(&self) -> bool {
        self.at > WHOLE * 2 / 3
    }
}

/// The width of the horizontal axis of most pictures on a phone, in em.
const ON_A_PHONE: i64 = 18;

/// The number of steps between marks for which such an axis has room, if the widest mark is this text.
pub fn room(widest: &str) -> i64 {
    room_in(ON_A_PHONE, widest)
}

/// The same for an axis of that many em. A character is 0.6 em wide; beside half of a mark there is the whole of the last, and a
/// space.
pub fn room_in(width: i64, widest: &str) -> i64 {
    (10 * width / (9 * i64::try_from(longest_figure(widest)).unwrap_or(30) + 3)).clamp(1, 5)
}

/// Whether the numbers of an axis up are too long to be beside the picture.
pub fn are_inside(up: &[Tick]) -> bool {
    up.iter().any(|tick| longest_figure(&tick.label) > 7)
}

/// The title of a horizontal axis, before its first number.
pub fn title(text: &'static str) -> Html {
    label("", [0, WHOLE], ["-1.2em", "1.3em"], "end", text.into())
}

/// Lines and numbers along both axes. Long numbers of the axis up are over their lines, the others beside the picture.
pub fn axes(across: &[Tick], up: &[Tick]) -> Html {
    let is_long = are_inside(up);
    let [dx, dy, anchor] = if is_long { [".3em", "-.3em", "start"] } else { ["-.5em", ".35em", "end"] };
    // A long number ends at its place rather than beyond the picture.
    let is_wide = across.iter().any(|tick| longest_figure(&tick.label) > 9);
    let vertical = across.iter().map(|tick| {
        let anchor = if tick.at > 9_700 || is_wide && tick.at > 5_000 { "end" } else { "middle" };
        el!("g", "class" = tick.is_fine.then_some("th-fine");
            line("th-grid", [tick.at, 0, tick.at, WHOLE]),
            label("", [tick.at, WHOLE], ["0", "1.3em"], anchor, tick.label.clone()))
    });
    let level = up.iter().filter(|tick| !tick.is_fine).map(|tick| {
        let y = WHOLE - tick.at;
        several![line("th-grid", [0, y, WHOLE, y]), label("", [0, y], [dx, dy], anchor, tick.label.clone())]
    });
    el!("g"; vertical.collect::<Html>(), level.collect::<Html>())
}

/// The axis below pictures that have none themselves: bars, and points in a row.
pub fn axis_below(ticks: &[Tick]) -> Html {
    // Long numbers begin or end at their places rather than beyond the picture.
    let reach = if ticks.iter().any(|tick| longest_figure(&tick.label) > 9) { WHOLE / 2 } else { WHOLE * 3 / 100 };
    let marks = ticks.iter().map(|tick| {
        let anchor = if tick.at < reach {
            "start"
        } else if tick.at > WHOLE - reach {
            "end"
        } else {
            "middle"
        };
        el!("g", "class" = tick.is_fine.then_some("th-fine");
            line("", [tick.at, 0, tick.at, WHOLE / 5]),
            label("", [tick.at, 0], ["0", "1.3em"], anchor, tick.label.clone()))
    });
    drawing("th-below", marks.collect())
}

/// The same as the last row of a table with a picture in each row.
pub fn axis_row(ticks: &[Tick]) -> Html {
    el!("tr", "class" = "th-axis-row", "aria-hidden" = "true"; el!("th"), el!("td"; axis_below(ticks)))
}

/// The drawing inside the axes, in a thousand parts each way.
pub fn plot(shapes: Html) -> Html {
    el!("svg", "class" = "th-plot", "viewBox" = "0 0 1000 1000", "preserveAspectRatio" = "none", "focusable" = "false"; shapes)
}

/// A picture of the gigs above the same of the contract, each under its side's name and a line about it, and the axis of both.
pub fn bands(words: Words, axis: Option<Html>, of: &dyn Fn(Side) -> (String, Html)) -> Html {
    let band = |side: Side| {
        let (line, picture) = of(side);
        el!("div", "class" = class(side);
            el!("p", "class" = "th-title"; words.side(side)),
            el!("p", "class" = "th-hint"; line),
            picture)
    };
    el!("div", "class" = "th-bands"; band(Side::Gigs), band(Side::Contract), axis)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_axis_has_two_numbers_on_a_phone() {
        for most in 1..=5 {
            for from in [0, 1, 5, 20, 105, 999] {
                for range in (1..60).chain([90, 100, 399, 400, 999, 1_000, 4_999, 89_999]) {
                    let found = ticks(from, from + range, most, &|value| value.to_string());
                    let coarse: Vec<&str> =
                        found.iter().filter(|tick| !tick.is_fine).map(|tick| tick.label.as_str()).collect();
                    assert!(coarse.len() >= 2, "{from} to {}: {coarse:?}", from + range);
                    assert!(most > 1 || coarse.len() == 2, "{from} to {}: {coarse:?}", from + range);
                    assert!(
                        i64::try_from(coarse.len()).unwrap() <= 2 * most + 1,
                        "{from} to {}: {coarse:?}",
                        from + range
                    );
                }
            }
        }
    }
}
