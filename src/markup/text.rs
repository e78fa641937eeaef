//! Elements as text.

use std::borrow::Cow;

use super::Value;

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
