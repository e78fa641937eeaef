//! What frames a picture? Axes with round numbers, drawn by the same few marks everywhere; and the names of both sides.
//!
//! A picture is an SVG as wide as its place. Places are percentages, so that it needs no size, no script and no `style`
//! attribute; what is drawn in it is an inner SVG of a thousand parts each way, which is stretched.

use crate::html::{Html, el, several};
use crate::marks::{WHOLE, label, line};
use crate::scale::Scale;
use crate::style::{class, longest_figure};
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
pub fn ticks(from: i64, to: i64, most: i64, say: impl Fn(i64) -> String) -> Vec<Tick> {
    let range = to - from;
    let mut step = round_step(range / most.max(1));
    if step > range {
        // The next round number is at most two and a half times as large.
        step = round_step((range * 2 / 5).max(1));
        if most == 1 && 2 * step <= range {
            step *= 2;
        }
    }
    let fine = if step % 2 == 0 { step / 2 } else { step };
    let scale = Scale::between(from, to);
    let mut ticks = vec![];
    let mut value = from.div_euclid(fine) * fine;
    while value <= to {
        if value >= from {
            ticks.push(Tick { at: scale.at(value), label: say(value), is_fine: value % step != 0 });
        }
        value += fine;
    }
    // Where there is room for two numbers, they are far from each other.
    if let (1, Some(last)) = (most, ticks.iter().rev().find(|tick| !tick.is_fine).map(|tick| tick.at)) {
        ticks
            .iter_mut()
            .filter(|tick| tick.at < last && tick.at + WHOLE * 3 / 5 > last)
            .for_each(|tick| tick.is_fine = true);
    }
    ticks
}

impl Tick {
    /// Whether a text at that place would touch its label.
    pub fn is_near(&self, at: u64) -> bool {
        self.at.abs_diff(at) < WHOLE / 10
    }

    /// Whether it is in the upper third, where a picture of two lines has their names.
    pub fn is_high(&self) -> bool {
        self.at > WHOLE * 2 / 3
    }
}

/// How many steps between marks an axis across has room for on a phone, if the widest mark says this. The axis is 18 em wide, a
/// character 0.6; beside half of a mark there is the whole of the last, and a space.
pub fn room(widest: &str) -> i64 {
    (180 / (9 * i64::try_from(longest_figure(widest)).unwrap_or(30) + 3)).clamp(1, 5)
}

/// Whether the numbers of an axis up are too long to be beside the picture.
pub fn are_inside(up: &[Tick]) -> bool {
    up.iter().any(|tick| longest_figure(&tick.label) > 7)
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
    el!("g"; vertical.collect::<Vec<_>>(), level.collect::<Vec<_>>())
}

/// What is drawn inside the axes, in a thousand parts each way.
pub fn plot(shapes: Vec<Html>) -> Html {
    el!("svg", "class" = "th-plot", "viewBox" = "0 0 1000 1000", "preserveAspectRatio" = "none", "focusable" = "false"; shapes)
}

/// A picture of the gigs above the same of the contract, each under its side's name and a line about it.
pub fn bands(words: Words, of: impl Fn(Side) -> (String, Html)) -> Html {
    let band = |side: Side| {
        let (line, picture) = of(side);
        el!("div", "class" = class(side);
            el!("p", "class" = "th-title"; words.side(side)),
            el!("p", "class" = "th-hint"; line),
            picture)
    };
    el!("div", "class" = "th-bands"; band(Side::Gigs), band(Side::Contract))
}
