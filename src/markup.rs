//! Elements in few bytes, as nodes of the page or, without a browser, as text.
//!
//! `html!` writes out the making of each element where it stands; here that is a call, so the app weighs less on the way
//! to the reader. And what is made of these can be made by a module that knows no Yew.

#[cfg(feature = "web")]
mod nodes;
#[cfg(not(feature = "web"))]
mod text;

#[cfg(feature = "web")]
pub use nodes::*;
#[cfg(not(feature = "web"))]
pub use text::*;

use crate::amount::Money;
use crate::report::Phrase;
use crate::scenario::Side;

/// An element: its name, its attributes, and after a semicolon what is in it.
///
/// ```ignore
/// el!("p", "class" = "th-note", "hidden" = is_fine; "Look at ", el!("b"; name), ".")
/// ```
///
/// An attribute is text, or an `Option` of it, or `true` and `false` for one that is there or not. A child is an element,
/// text, an `Option` or a `Vec` of elements.
macro_rules! el {
    // Attributes that are known beforehand are data, not code.
    ($name:literal $(, $key:literal = $value:literal)* $(; $($child:expr),* $(,)?)?) => {{
        const ATTRIBUTES: &[(&str, $crate::markup::Attribute)] =
            &[$(($key, $crate::markup::Attribute::Static($value))),*];
        $crate::markup::fixed($name, ATTRIBUTES, vec![$($($crate::markup::Child::node($child)),*)?])
    }};
    ($name:literal $(, $key:literal = $value:expr)* $(; $($child:expr),* $(,)?)?) => {
        $crate::markup::element(
            $name,
            &[$($key),*],
            Box::new([$($crate::markup::Value::value($value)),*]),
            vec![$($($crate::markup::Child::node($child)),*)?],
        )
    };
}
pub(crate) use el;

/// What an attribute may be.
pub trait Value {
    /// Its value; none where it is not there.
    fn value(self) -> Option<Attribute>;
}

impl Value for bool {
    fn value(self) -> Option<Attribute> {
        self.then_some("").and_then(Value::value)
    }
}

impl<Inner: Value> Value for Option<Inner> {
    fn value(self) -> Option<Attribute> {
        self.and_then(Value::value)
    }
}

/// What may stand in an element.
pub trait Child {
    /// It as a node.
    fn node(self) -> Html;
}

impl<Inner: Child> Child for Option<Inner> {
    fn node(self) -> Html {
        self.map(Child::node).unwrap_or_default()
    }
}

impl Child for Vec<Html> {
    fn node(self) -> Html {
        together(self)
    }
}

/// A sentence with its stressed part.
pub fn phrase(phrase: &Phrase) -> Html {
    let part = |(text, stressed): &(String, bool)| {
        if *stressed { el!("b"; text.clone()) } else { written(text.clone()) }
    };
    together(phrase.0.iter().map(part).collect())
}

/// The class that gives a side its colour.
pub fn class(side: Side) -> &'static str {
    match side {
        Side::Gigs => "th-gigs",
        Side::Contract => "th-contract",
    }
}

/// The same for one of two columns.
pub fn column(side: Side) -> &'static str {
    match side {
        Side::Gigs => "th-column th-gigs",
        Side::Contract => "th-column th-contract",
    }
}

/// The class that gives a tier its shade of grey.
pub fn tier_class(index: usize) -> &'static str {
    ["th-tier-0", "th-tier-1", "th-tier-2"][index % 3]
}

/// A width in hundredths of a percent of the scale; bars are drawn, not computed with.
pub fn share(part: Money, scale: Money) -> String {
    attribute(hundredths(part.minor(), scale.minor()))
}

/// A part of a whole, which is not above a trillion of the finest currency, in hundredths of a percent.
pub fn hundredths(part: i64, whole: i64) -> u64 {
    let [part, whole] = [part.max(0), whole.max(1)].map(i64::unsigned_abs);
    part * 10_000 / whole
}

/// Hundredths of a percent as an SVG attribute has them.
pub fn attribute(hundredths: u64) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

impl Child for Html {
    fn node(self) -> Html {
        self
    }
}

impl Child for &'static str {
    #[inline(never)]
    fn node(self) -> Html {
        written(self)
    }
}

impl Child for String {
    #[inline(never)]
    fn node(self) -> Html {
        written(self)
    }
}
