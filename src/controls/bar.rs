//! What is a bar made of? Stretches as long as their amounts, on one scale.

use engine::amount::Money;

use crate::html::{Html, el};
use crate::marks::path;
use crate::scale::Scale;

/// A bar with its pieces. It is read out as `label`, or not at all.
pub fn bar(label: Option<String>, pieces: Html) -> Html {
    el!(
        "svg",
        "viewBox" = "0 0 10000 20",
        "preserveAspectRatio" = "none",
        "focusable" = "false",
        "role" = label.is_some().then_some("img"),
        "aria-hidden" = label.is_none().then_some("true"),
        "aria-label" = label;
        pieces
    )
}

/// A piece from one amount to another.
pub fn piece(scale: Scale, class: &'static str, from: Money, to: Money) -> Html {
    pieces(scale, class, &[(from.minor(), to.minor())])
}

/// Pieces of one kind, each from one number to another.
pub fn pieces(scale: Scale, class: &'static str, stretches: &[(i64, i64)]) -> Html {
    let places = stretches.iter().map(|(from, to)| (scale.at(*from), scale.at(*to))).filter(|(from, to)| from < to);
    path(class, &places.map(|(from, to)| format!("M{from} 0H{to}V20H{from}Z")).collect::<Vec<_>>())
}

/// A bracket from one number to another; nothing if there are none.
pub fn bracket(scale: Scale, ends: Option<(i64, i64)>) -> Html {
    let shape = ends.map(|(from, to)| {
        let (from, to) = (scale.at(from), scale.at(to));
        format!("M{from} 0V20M{from} 10H{to}M{to} 0V20")
    });
    path("th-gap", shape.as_slice())
}
