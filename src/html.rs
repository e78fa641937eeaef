//! What is a piece of HTML? A tree of elements and text. In a page it becomes nodes, everywhere else text.

mod nodes;
mod text;

use std::any::Any;
use std::fmt;
use std::rc::Rc;

pub use nodes::Shown;
pub use text::escape;
use words::Phrase;

/// A piece of HTML: a pointer, because the code of every view hands pieces on.
#[derive(Debug)]
pub struct Html(Box<Node>);

impl Html {
    /// The node itself.
    pub fn node(&self) -> &Node {
        &self.0
    }

    /// An element, or pieces side by side, with another piece after what is there.
    #[must_use]
    pub fn with(mut self, piece: Html) -> Html {
        match &mut *self.0 {
            Node::Element(element) => element.children.push(piece),
            Node::Several(pieces) => pieces.push(piece),
            Node::Text(_) | Node::Kept(_) | Node::Deferred(_) => {}
        }
        self
    }

    /// The same with the value of its next attribute; none if that is absent.
    fn with_value(mut self, value: Option<Text>) -> Html {
        if let Node::Element(Element { attributes: Attributes { values: Values::Made(values), .. }, .. }) = &mut *self.0
        {
            values.push(value);
        }
        self
    }
}

impl From<Node> for Html {
    #[inline(never)]
    fn from(node: Node) -> Html {
        Html(Box::new(node))
    }
}

impl FromIterator<Html> for Html {
    /// The pieces side by side.
    fn from_iter<Pieces: IntoIterator<Item = Html>>(pieces: Pieces) -> Html {
        let mut html = Html::default();
        for piece in pieces {
            html = html.with(piece);
        }
        html
    }
}

/// A node of the tree.
#[derive(Debug)]
pub enum Node {
    /// An element, and what is in it.
    Element(Element),
    /// Text.
    Text(Text),
    /// Pieces side by side; nothing at all where there are none.
    Several(Vec<Html>),
    /// A piece that its maker keeps: while it is the same one, nothing in it is compared.
    Kept(Rc<Html>),
    /// A piece whose tree is not made again while its key stays the same.
    Deferred(Deferred),
}

/// A piece that depends on its key alone.
pub struct Deferred {
    key: String,
    from: Option<Rc<dyn Any>>,
    make: Box<dyn Fn() -> Html>,
}

impl Deferred {
    /// Makes the piece.
    pub fn make(&self) -> Html {
        (self.make)()
    }
}

impl PartialEq for Deferred {
    fn eq(&self, other: &Deferred) -> bool {
        let is_from_same = match (&self.from, &other.from) {
            (Some(from), Some(other)) => Rc::ptr_eq(from, other),
            (from, other) => from.is_none() && other.is_none(),
        };
        is_from_same && self.key == other.key
    }
}

impl fmt::Debug for Deferred {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.key)
    }
}

impl From<String> for Html {
    fn from(text: String) -> Html {
        Node::Text(text.into()).into()
    }
}

impl From<&'static str> for Html {
    fn from(text: &'static str) -> Html {
        Node::Text(text.into()).into()
    }
}

impl Default for Html {
    fn default() -> Html {
        together(vec![])
    }
}

/// An element.
#[derive(Debug)]
pub struct Element {
    /// Its name.
    pub name: &'static str,
    /// Its attributes.
    pub attributes: Attributes,
    /// Its value, if it is a control that a reader may have changed since it was set.
    pub control: Control,
    /// Its children.
    pub children: Vec<Html>,
}

/// The value of a control.
#[derive(Debug, Default, PartialEq)]
pub enum Control {
    /// Not a control, or its value does not matter.
    #[default]
    Unset,
    /// A text or a number.
    Value(Text),
    /// Whether it is ticked.
    Ticked(bool),
}

/// Names of attributes, and their values in the same order.
#[derive(Debug)]
pub struct Attributes {
    /// The names.
    pub keys: &'static [&'static str],
    /// The values.
    pub values: Values,
}

/// Values of attributes.
#[derive(Debug)]
pub enum Values {
    /// Always the same: data, not code.
    Fixed(&'static [&'static str]),
    /// Made at run time; none if the attribute is absent.
    Made(Vec<Option<Text>>),
}

impl Attributes {
    /// The attributes that are present, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.keys.iter().enumerate().filter_map(|(index, key)| Some((*key, self.value(index)?)))
    }

    /// The value of the attribute of a name; none if it is absent.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(key, _)| *key == name).map(|(_, value)| value)
    }

    /// The value of the attribute at a place; none if it is absent.
    pub fn value(&self, index: usize) -> Option<&str> {
        match &self.values {
            Values::Fixed(values) => values.get(index).copied(),
            Values::Made(values) => values.get(index)?.as_ref().map(Text::as_str),
        }
    }
}

/// A text that is constant, or made at run time.
#[derive(Clone, Debug)]
pub enum Text {
    /// Constant.
    Fixed(&'static str),
    /// Made at run time.
    Made(String),
}

impl Text {
    /// The text.
    pub fn as_str(&self) -> &str {
        match self {
            Text::Fixed(text) => text,
            Text::Made(text) => text,
        }
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Text) -> bool {
        self.as_str() == other.as_str()
    }
}

impl From<&'static str> for Text {
    fn from(text: &'static str) -> Text {
        Text::Fixed(text)
    }
}

impl From<String> for Text {
    #[inline(never)]
    fn from(text: String) -> Text {
        Text::Made(text)
    }
}

/// An element: its name, its attributes, and after a semicolon what is in it.
///
/// ```ignore
/// el!("p", "class" = "th-note", "hidden" = is_fine; "Look at ", el!("b"; name), ".")
/// ```
///
/// An attribute is text, or an `Option` of it, or `true` and `false` for one that is there or not. A child is an element,
/// text, or an `Option`, an array or a `Vec` of elements.
macro_rules! el {
    ($name:literal $(, $key:literal = $value:literal)* $(; $($child:expr),* $(,)?)?) => {{
        let html = $crate::html::fixed($name, &[$($key),*], &[$($value),*]);
        $($(let html = $crate::html::Child::put($child, html);)*)?
        html
    }};
    ($name:literal $(, $key:literal = $value:expr)* $(; $($child:expr),* $(,)?)?) => {{
        let html = $crate::html::element($name, &[$($key),*]);
        $(let html = $crate::html::Value::put($value, html);)*
        $($(let html = $crate::html::Child::put($child, html);)*)?
        html
    }};
}
pub(crate) use el;

/// Pieces side by side, each of which is what a child of an element may be.
macro_rules! several {
    ($($piece:expr),* $(,)?) => {{
        let html = $crate::html::Html::default();
        $(let html = $crate::html::Child::put($piece, html);)*
        html
    }};
}
pub(crate) use several;

/// An element, whose values follow: what `el!` calls.
#[inline(never)]
pub fn element(name: &'static str, keys: &'static [&'static str]) -> Html {
    new(name, Attributes { keys, values: Values::Made(vec![]) })
}

/// One with constant attributes.
#[inline(never)]
pub fn fixed(name: &'static str, keys: &'static [&'static str], values: &'static [&'static str]) -> Html {
    new(name, Attributes { keys, values: Values::Fixed(values) })
}

fn new(name: &'static str, attributes: Attributes) -> Html {
    Node::Element(Element { name, attributes, control: Control::Unset, children: vec![] }).into()
}

/// A control that holds a text or a number.
pub fn filled(control: Html, value: String) -> Html {
    with_control(control, Control::Value(value.into()))
}

/// A box or a choice that is ticked or not.
pub fn ticked(control: Html, is_ticked: bool) -> Html {
    with_control(control, Control::Ticked(is_ticked))
}

fn with_control(mut html: Html, control: Control) -> Html {
    if let Node::Element(element) = &mut *html.0 {
        element.control = control;
    }
    html
}

/// Pieces side by side.
pub fn together(nodes: Vec<Html>) -> Html {
    Node::Several(nodes).into()
}

/// A piece that is made anew only when its key has changed: everything that it depends on is in the key.
pub fn deferred(key: String, make: impl Fn() -> Html + 'static) -> Html {
    Node::Deferred(Deferred { key, from: None, make: Box::new(make) }).into()
}

/// The same for a piece that also depends on `from`, which is compared by identity and not by its contents.
pub fn deferred_from<Source: 'static>(from: &Rc<Source>, key: String, make: impl Fn() -> Html + 'static) -> Html {
    Node::Deferred(Deferred { key, from: Some(Rc::<Source>::clone(from)), make: Box::new(make) }).into()
}

/// A sentence with its stressed part.
pub fn phrase(phrase: &Phrase) -> Html {
    let part = |(text, stressed): &(String, bool)| if *stressed { el!("b"; text.clone()) } else { text.clone().into() };
    together(phrase.0.iter().map(part).collect())
}

/// A sentence with HTML in the place of each stressed part.
pub fn placed<const N: usize>(phrase: &Phrase, places: [Html; N]) -> Html {
    let mut places = places.into_iter();
    let mut part = |(text, stressed): &(String, bool)| {
        if *stressed { places.next().unwrap_or_default() } else { text.clone().into() }
    };
    together(phrase.0.iter().map(&mut part).collect())
}

/// The types that an attribute may have.
pub trait Value {
    /// Gives an element the value of its next attribute; none if it is absent.
    fn put(self, element: Html) -> Html;
}

impl Value for &'static str {
    #[inline(never)]
    fn put(self, element: Html) -> Html {
        element.with_value(Some(self.into()))
    }
}

impl Value for String {
    #[inline(never)]
    fn put(self, element: Html) -> Html {
        element.with_value(Some(self.into()))
    }
}

impl Value for bool {
    #[inline(never)]
    fn put(self, element: Html) -> Html {
        element.with_value(self.then(|| "".into()))
    }
}

impl<Inner: Value> Value for Option<Inner> {
    #[inline(never)]
    fn put(self, element: Html) -> Html {
        match self {
            Some(value) => value.put(element),
            None => element.with_value(None),
        }
    }
}

/// The types that may be in an element, or beside other pieces.
pub trait Child {
    /// Puts it after what is there. An absent one keeps its place.
    fn put(self, html: Html) -> Html;
}

impl Child for Html {
    #[inline(never)]
    fn put(self, html: Html) -> Html {
        html.with(self)
    }
}

impl Child for &'static str {
    #[inline(never)]
    fn put(self, html: Html) -> Html {
        html.with(self.into())
    }
}

impl Child for String {
    #[inline(never)]
    fn put(self, html: Html) -> Html {
        html.with(self.into())
    }
}

impl Child for Vec<Html> {
    #[inline(never)]
    fn put(self, html: Html) -> Html {
        html.with(together(self))
    }
}

impl<const COUNT: usize> Child for [Html; COUNT] {
    fn put(self, html: Html) -> Html {
        Vec::from(self).put(html)
    }
}

impl<Inner: Child> Child for Option<Inner> {
    #[inline(never)]
    fn put(self, html: Html) -> Html {
        match self {
            Some(child) => child.put(html),
            None => html.with(Html::default()),
        }
    }
}
