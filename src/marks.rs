//! What are pictures drawn with? A few marks, whose places are hundredths of a percent of the picture's width and height, as
//! a [`Scale`](crate::scale::Scale) has them.

use crate::html::{Html, el};
use crate::scale::percent;

/// The far edge of a picture: all of its width, or all of its height.
pub const WHOLE: u64 = 10_000;

/// A straight line: across and down where it begins, and where it ends.
#[inline(never)]
pub fn line(class: &'static str, [x1, y1, x2, y2]: [u64; 4]) -> Html {
    el!("line", "class" = some(class), "x1" = percent(x1), "y1" = percent(y1), "x2" = percent(x2), "y2" = percent(y2))
}

/// A rectangle: across and down where it begins, its width and its height.
#[inline(never)]
pub fn rectangle(class: &'static str, [x, y, width, height]: [u64; 4]) -> Html {
    el!(
        "rect",
        "class" = some(class),
        "x" = percent(x),
        "y" = percent(y),
        "width" = percent(width),
        "height" = percent(height)
    )
}

/// A dot: across and down, and its radius in pixels.
#[inline(never)]
pub fn dot(class: &'static str, [x, y]: [u64; 2], radius: &'static str) -> Html {
    el!("circle", "class" = some(class), "cx" = percent(x), "cy" = percent(y), "r" = radius)
}

/// A text: across and down, how far from there, and which end of it is there.
#[inline(never)]
pub fn label(
    class: &'static str,
    [x, y]: [u64; 2],
    [dx, dy]: [&'static str; 2],
    anchor: &'static str,
    text: String,
) -> Html {
    el!("text", "class" = some(class), "x" = percent(x), "y" = percent(y), "dx" = dx, "dy" = dy, "text-anchor" = anchor; text)
}

/// A line through points, in a thousand parts each way, inside the axes of a chart.
#[inline(never)]
pub fn polyline(class: &'static str, points: String) -> Html {
    el!("polyline", "class" = some(class), "points" = points)
}

/// Stripes for what is the gigs', which looks different without its colour, too; `id` is what it is filled by.
pub fn pattern(id: &'static str) -> Html {
    el!("pattern", "id" = id, "width" = "9", "height" = "9", "patternUnits" = "userSpaceOnUse";
        el!("rect", "class" = "th-stripe", "width" = "2", "height" = "9"))
}

/// Shapes drawn as one, so that a move changes one attribute; nothing if there are none.
#[inline(never)]
pub fn path(class: &'static str, shapes: &[String]) -> Html {
    el!(
        "path",
        "class" = class,
        "d" = (!shapes.is_empty()).then(|| shapes.iter().map(String::as_str).collect::<String>())
    )
}

/// A picture that says nothing that the text beside it does not.
#[inline(never)]
pub fn drawing(class: &'static str, marks: Html) -> Html {
    el!("svg", "class" = some(class), "aria-hidden" = "true", "focusable" = "false"; marks)
}

/// A picture that is read out as one sentence.
#[inline(never)]
pub fn image(class: &'static str, sentence: &'static str, marks: Html) -> Html {
    el!("svg", "class" = some(class), "role" = "img", "aria-label" = sentence, "focusable" = "false"; marks)
}

/// No class has no name.
fn some(class: &'static str) -> Option<&'static str> {
    (!class.is_empty()).then_some(class)
}
