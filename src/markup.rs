//! Elements in few bytes, as nodes of the page or, without a browser, as text.
//!
//! `html!` writes out the making of each element where it stands; here that is a call, so the app weighs less on the way
//! to the reader. And what is made of these can be made by a module that knows no Yew.

use crate::amount::Money;
use crate::report::Phrase;
use crate::scenario::Side;

#[cfg(feature = "web")]
pub use nodes::*;
#[cfg(not(feature = "web"))]
pub use text::*;

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
    let share = i128::from(part.minor()) * 10_000 / i128::from(scale.minor().max(1));
    let share = i64::try_from(share).unwrap_or_default();
    format!("{}.{:02}%", share / 100, share % 100)
}

/// Elements as nodes of the page.
#[cfg(feature = "web")]
mod nodes {
    use std::rc::Rc;

    use yew::AttrValue;
    pub use yew::Html;
    pub use yew::virtual_dom::AttributeOrProperty as Attribute;
    use yew::virtual_dom::{Attributes, VList, VNode, VTag, VText};

    use super::{Child, Value};

    /// An element whose attributes are always the same: what `el!` calls.
    #[inline(never)]
    pub fn fixed(name: &'static str, attributes: &'static [(&'static str, Attribute)], children: Vec<Html>) -> Html {
        with_attributes(name, Attributes::Static(attributes), children)
    }

    /// An element whose attributes change: what `el!` calls.
    #[inline(never)]
    pub fn element(
        name: &'static str,
        keys: &'static [&'static str],
        values: Box<[Option<Attribute>]>,
        children: Vec<Html>,
    ) -> Html {
        with_attributes(name, Attributes::Dynamic { keys, values }, children)
    }

    fn with_attributes(name: &'static str, attributes: Attributes, children: Vec<Html>) -> Html {
        let mut tag = VTag::new(name);
        tag.attributes = attributes;
        tag.add_children(children);
        tag.into()
    }

    /// A control with a value that the reader may have changed since it was set.
    pub fn filled(control: Html, value: String) -> Html {
        with_tag(control, |tag| tag.set_value(Some(value)))
    }

    /// A box or a choice that the reader may have ticked since it was set.
    pub fn ticked(control: Html, is_ticked: bool) -> Html {
        with_tag(control, |tag| tag.set_checked(is_ticked))
    }

    fn with_tag(control: Html, change: impl FnOnce(&mut VTag)) -> Html {
        match control {
            VNode::VTag(mut tag) => {
                change(Rc::make_mut(&mut tag));
                VNode::VTag(tag)
            }
            other => other,
        }
    }

    /// Nodes side by side.
    #[inline(never)]
    pub fn together(nodes: Vec<Html>) -> Html {
        VList::with_children(nodes, None).into()
    }

    /// Text.
    #[inline(never)]
    pub fn written(text: impl Into<AttrValue>) -> Html {
        VText::new(text.into()).into()
    }

    impl Value for &'static str {
        fn value(self) -> Option<Attribute> {
            Some(Attribute::Attribute(AttrValue::Static(self)))
        }
    }

    impl Value for String {
        fn value(self) -> Option<Attribute> {
            Some(Attribute::Attribute(self.into()))
        }
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
}

/// Elements as text.
#[cfg(not(feature = "web"))]
mod text {
    use std::borrow::Cow;

    use super::{Child, Value};

    /// The text of an element, and of what is in it.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct Html(pub String);

    /// The value of an attribute.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum Attribute {
        /// Known beforehand.
        Static(&'static str),
        /// Made.
        Made(Cow<'static, str>),
    }

    /// An element whose attributes are always the same: what `el!` calls.
    #[inline(never)]
    pub fn fixed(name: &'static str, attributes: &'static [(&'static str, Attribute)], children: Vec<Html>) -> Html {
        let mut html = format!("<{name}");
        for (key, value) in attributes {
            value.write(&mut html, key);
        }
        close(html, name, children)
    }

    /// An element whose attributes change: what `el!` calls.
    #[inline(never)]
    #[allow(clippy::needless_pass_by_value, reason = "the page's nodes keep them")]
    pub fn element(
        name: &'static str,
        keys: &'static [&'static str],
        values: Box<[Option<Attribute>]>,
        children: Vec<Html>,
    ) -> Html {
        let mut html = format!("<{name}");
        for (key, value) in keys.iter().zip(&values) {
            if let Some(value) = value {
                value.write(&mut html, key);
            }
        }
        close(html, name, children)
    }

    fn close(mut html: String, name: &str, children: Vec<Html>) -> Html {
        html.push('>');
        for Html(child) in children {
            html.push_str(&child);
        }
        html.push_str("</");
        html.push_str(name);
        html.push('>');
        Html(html)
    }

    impl Attribute {
        fn write(&self, html: &mut String, key: &str) {
            let value = match self {
                Attribute::Static(value) => value,
                Attribute::Made(value) => value.as_ref(),
            };
            html.push(' ');
            html.push_str(key);
            html.push_str("=\"");
            escape(value, html);
            html.push('"');
        }
    }

    fn escape(text: &str, html: &mut String) {
        for char in text.chars() {
            match char {
                '&' => html.push_str("&amp;"),
                '<' => html.push_str("&lt;"),
                '>' => html.push_str("&gt;"),
                '"' => html.push_str("&quot;"),
                other => html.push(other),
            }
        }
    }

    /// Elements side by side.
    pub fn together(nodes: Vec<Html>) -> Html {
        Html(nodes.into_iter().map(|Html(node)| node).collect())
    }

    /// Text.
    #[inline(never)]
    pub fn written(text: impl AsRef<str>) -> Html {
        let mut html = String::new();
        escape(text.as_ref(), &mut html);
        Html(html)
    }

    impl Value for &'static str {
        fn value(self) -> Option<Attribute> {
            Some(Attribute::Static(self))
        }
    }

    impl Value for String {
        fn value(self) -> Option<Attribute> {
            Some(Attribute::Made(self.into()))
        }
    }

    impl Child for Html {
        fn node(self) -> Html {
            self
        }
    }

    impl Child for &'static str {
        fn node(self) -> Html {
            written(self)
        }
    }

    impl Child for String {
        fn node(self) -> Html {
            written(self)
        }
    }
}
