//! What is a bar made of? Pieces as long as their amounts, on one scale.

use engine::amount::Money;

use crate::html::{Html, el};
use crate::scale::Scale;

/// A piece from one amount to another.
pub fn piece(scale: Scale, class: &'static str, from: Money, to: Money) -> Html {
    let [x, width] = scale.stretch(from, to);
    el!("rect", "class" = class, "x" = x, "width" = width, "height" = "100%")
}
