//! What is a piece of HTML? A tree of elements and text. The app turns it into nodes of the page (`view/nodes.rs`),
//! everything else turns it into text.

mod text;

use std::any::Any;
use std::fmt;
use std::rc::Rc;

pub use text::escape;
use words::Phrase;

/// A piece of HTML.
#[derive(Debug, PartialEq)]
pub enum Html {
    /// An element, and what is in it.
    Element(Box<Element>),
    /// Text.
    Text(Text),
    /// Pieces side by side; nothing at all where there are none.
    Several(Vec<Html>),
    /// A piece that the page makes anew only when it has changed.
    Island(Rc<Html>),
    /// The same, whose tree is not even made while its key stays the same.
    Deferred(Rc<Deferred>),
}

/// A piece that depends on its key alone.
#[derive(Clone)]
pub struct Deferred {
    key: String,
    from: Option<Rc<dyn Any>>,
    make: Rc<dyn Fn() -> Html>,
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
        Html::Text(text.into())
    }
}

impl From<&'static str> for Html {
    fn from(text: &'static str) -> Html {
        Html::Text(text.into())
    }
}

impl Default for Html {
    fn default() -> Html {
        Html::Several(vec![])
    }
}

/// An element.
#[derive(Debug, PartialEq)]
pub struct Element {
    /// Its name.
    pub name: &'static str,
    /// Its attributes.
    pub attributes: Attributes,
    /// Its value, if it is a control that a reader may have changed since it was set.
    pub control: Control,
    /// What is in it.
    pub children: Vec<Html>,
}

/// The value of a control.
#[derive(Clone, Debug, Default, PartialEq)]
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
#[derive(Clone, Debug, PartialEq)]
pub struct Attributes {
    /// The names.
    pub keys: &'static [&'static str],
    /// The values.
    pub values: Values,
}

/// Values of attributes.
#[derive(Clone, Debug, PartialEq)]
pub enum Values {
    /// Always the same: data, not code.
    Fixed(&'static [&'static str]),
    /// Made at run time; none if the attribute is absent.
    Made(Box<[Option<Text>]>),
}

impl Attributes {
    /// The attributes that are present, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let value = |index: usize| match &self.values {
            Values::Fixed(values) => values.get(index).copied(),
            Values::Made(values) => values.get(index)?.as_ref().map(Text::as_str),
        };
        self.keys.iter().enumerate().filter_map(move |(index, key)| Some((*key, value(index)?)))
    }
}

/// A text that is constant, or made at run time.
#[derive(Clone, Debug)]
pub enum Text {
    /// Constant.
    Fixed(&'static str),
    /// Made at run time.
    Made(Rc<str>),
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
        Text::Made(text.into())
    }
}

/// An element: its name, its attributes, and after a semicolon what is in it.
///
/// ```ignore
/// el!("p", "class" = "th-note", "hidden" = is_fine; "Look at ", el!("b"; name), ".")
/// ```
///
/// An attribute is text, or an `Option` of it, or `true` and `false` for one that is there or not. A child is an element,
/// text, an `Option` or a `Vec` of elements.
macro_rules! el {
    ($name:literal $(, $key:literal = $value:literal)* $(; $($child:expr),* $(,)?)?) => {
        $crate::html::fixed($name, &[$($key),*], &[$($value),*], $crate::html::pieces![$($($child),*)?])
    };
    ($name:literal $(, $key:literal = $value:expr)* $(; $($child:expr),* $(,)?)?) => {{
        let mut values = $crate::html::room($crate::html::count!($($value),*));
        $($crate::html::Value::add($value, &mut values);)*
        $crate::html::element($name, &[$($key),*], values, $crate::html::pieces![$($($child),*)?])
    }};
}
pub(crate) use el;

/// Pieces side by side, each of which is what a child of an element may be.
macro_rules! several {
    ($($piece:expr),* $(,)?) => { $crate::html::together($crate::html::pieces![$($piece),*]) };
}
pub(crate) use several;

/// The same as a vector. One call adds a piece, so that each takes few bytes.
macro_rules! pieces {
    () => { vec![] };
    ($($piece:expr),+ $(,)?) => {{
        let mut pieces = $crate::html::room($crate::html::count!($($piece),+));
        $($crate::html::Child::add($piece, &mut pieces);)+
        pieces
    }};
}
pub(crate) use pieces;

/// How many expressions there are.
macro_rules! count {
    ($($item:expr),*) => { <[&str]>::len(&[$(stringify!($item)),*]) };
}
pub(crate) use count;

/// Room for that many.
#[inline(never)]
pub fn room<Item>(count: usize) -> Vec<Item> {
    Vec::with_capacity(count)
}

/// An element: what `el!` calls.
#[inline(never)]
pub fn element(
    name: &'static str,
    keys: &'static [&'static str],
    values: Vec<Option<Text>>,
    children: Vec<Html>,
) -> Html {
    new(name, Attributes { keys, values: Values::Made(values.into()) }, children)
}

/// The same for constant attributes.
#[inline(never)]
pub fn fixed(
    name: &'static str,
    keys: &'static [&'static str],
    values: &'static [&'static str],
    children: Vec<Html>,
) -> Html {
    new(name, Attributes { keys, values: Values::Fixed(values) }, children)
}

fn new(name: &'static str, attributes: Attributes, children: Vec<Html>) -> Html {
    Html::Element(Box::new(Element { name, attributes, control: Control::Unset, children }))
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
    if let Html::Element(element) = &mut html {
        element.control = control;
    }
    html
}

/// Pieces side by side.
pub fn together(nodes: Vec<Html>) -> Html {
    Html::Several(nodes)
}

/// A piece that the page makes anew only when it has changed: for what mostly stays while something else moves.
pub fn island(html: Html) -> Html {
    Html::Island(Rc::new(html))
}

/// A piece that is made anew only when its key has changed: everything that it depends on is in the key.
pub fn deferred(key: String, make: impl Fn() -> Html + 'static) -> Html {
    Html::Deferred(Rc::new(Deferred { key, from: None, make: Rc::new(make) }))
}

/// The same for a piece that also depends on `from`, which is compared by identity and not by its contents.
pub fn deferred_from<Source: 'static>(from: &Rc<Source>, key: String, make: impl Fn() -> Html + 'static) -> Html {
    Html::Deferred(Rc::new(Deferred { key, from: Some(Rc::<Source>::clone(from)), make: Rc::new(make) }))
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

/// What an attribute may be.
pub trait Value {
    /// Adds it to values; none if the attribute is absent.
    fn add(self, values: &mut Vec<Option<Text>>);
}

impl Value for &'static str {
    #[inline(never)]
    fn add(self, values: &mut Vec<Option<Text>>) {
        values.push(Some(self.into()));
    }
}

impl Value for String {
    #[inline(never)]
    fn add(self, values: &mut Vec<Option<Text>>) {
        values.push(Some(self.into()));
    }
}

impl Value for bool {
    #[inline(never)]
    fn add(self, values: &mut Vec<Option<Text>>) {
        values.push(self.then(|| "".into()));
    }
}

impl<Inner: Value> Value for Option<Inner> {
    #[inline(never)]
    fn add(self, values: &mut Vec<Option<Text>>) {
        match self {
            Some(value) => value.add(values),
            None => values.push(None),
        }
    }
}

/// What may be in an element.
pub trait Child {
    /// Adds it to pieces. An absent one keeps its place.
    fn add(self, pieces: &mut Vec<Html>);
}

impl Child for Html {
    #[inline(never)]
    fn add(self, pieces: &mut Vec<Html>) {
        pieces.push(self);
    }
}

impl Child for &'static str {
    #[inline(never)]
    fn add(self, pieces: &mut Vec<Html>) {
        pieces.push(self.into());
    }
}

impl Child for String {
    #[inline(never)]
    fn add(self, pieces: &mut Vec<Html>) {
        pieces.push(self.into());
    }
}

impl Child for Vec<Html> {
    #[inline(never)]
    fn add(self, pieces: &mut Vec<Html>) {
        pieces.push(together(self));
    }
}

impl<const COUNT: usize> Child for [Html; COUNT] {
    fn add(self, pieces: &mut Vec<Html>) {
        Vec::from(self).add(pieces);
    }
}

impl<Inner: Child> Child for Option<Inner> {
    #[inline(never)]
    fn add(self, pieces: &mut Vec<Html>) {
        match self {
            Some(child) => child.add(pieces),
            None => pieces.push(Html::default()),
        }
    }
}
