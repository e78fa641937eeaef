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

/// Round numbers along a range: about `most` of them on a phone, and those half-way between them on wide screens.
pub fn ticks(from: i64, to: i64, most: i64, say: impl Fn(i64) -> String) -> Vec<Tick> {
    let step = round_step((to - from) / most.max(1));
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
    ticks
}

impl Tick {
    /// Whether a text at that place would touch its label.
    pub fn is_near(&self, at: u64) -> bool {
        self.at.abs_diff(at) < WHOLE / 10
    }
}

/// How many marks an axis across has room for on a phone, if the widest says this; one alone would give no scale.
pub fn room(widest: &str) -> i64 {
    (20 / i64::try_from(longest_figure(widest)).unwrap_or(30).max(1)).clamp(2, 5)
}

/// Lines and numbers along both axes. Long numbers of the axis up are over their lines, the others beside the picture.
pub fn axes(across: &[Tick], up: &[Tick]) -> Html {
    let is_long = up.iter().any(|tick| longest_figure(&tick.label) > 7);
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
