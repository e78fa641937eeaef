//! How does a tree of elements become nodes of the page? The tree that is shown is kept beside its nodes; of the next one, only what
//! differs changes them.

use std::ptr;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlInputElement, HtmlTextAreaElement};

use super::{Attributes, Control, Element, Html, Node};

const SVG: &str = "http://www.w3.org/2000/svg";
const REFUSED: &str = "the document takes the app's nodes";

/// An element of the page, and what the app shows in it.
pub struct Shown {
    root: web_sys::Element,
    html: Html,
    nodes: Nodes,
}

impl Shown {
    /// A `div` that shows nothing yet.
    ///
    /// # Panics
    ///
    /// If the document refuses an element, as [`Shown::show`] does.
    pub fn new(document: &Document) -> Shown {
        let root = document.create_element("div").expect(REFUSED);
        Shown { root, html: Html::default(), nodes: Nodes::Several(vec![]) }
    }

    /// The element.
    pub fn root(&self) -> &web_sys::Element {
        &self.root
    }

    /// Shows a tree in place of the last one.
    ///
    /// # Panics
    ///
    /// If the document refuses a change.
    pub fn show(&mut self, html: Html) {
        let Some(document) = self.root.owner_document() else { return };
        let place = Place { document: &document, parent: &self.root, is_svg: false, after: &[], outer: None };
        place.update(&self.html, &html, &mut self.nodes);
        self.html = html;
    }
}

/// The nodes of a piece of HTML.
enum Nodes {
    /// The place of a text, or of an element with the places in it.
    One(web_sys::Node, Vec<Nodes>),
    /// The places of pieces side by side.
    Several(Vec<Nodes>),
    /// The places of a deferred piece, and the tree that it has made.
    Made(Html, Box<Nodes>),
}

impl Nodes {
    fn first(&self) -> Option<&web_sys::Node> {
        match self {
            Nodes::One(node, _) => Some(node),
            Nodes::Several(several) => several.iter().find_map(Nodes::first),
            Nodes::Made(_, nodes) => nodes.first(),
        }
    }

    fn remove(&self, parent: &web_sys::Node) {
        match self {
            // Somebody else may have removed it.
            Nodes::One(node, _) => drop(parent.remove_child(node)),
            Nodes::Several(several) => several.iter().for_each(|nodes| nodes.remove(parent)),
            Nodes::Made(_, nodes) => nodes.remove(parent),
        }
    }
}

/// The position of a piece of HTML on the page.
#[derive(Clone, Copy)]
struct Place<'a> {
    document: &'a Document,
    parent: &'a web_sys::Node,
    is_svg: bool,
    /// What follows it, and what follows the pieces that it is one of.
    after: &'a [Nodes],
    outer: Option<&'a Place<'a>>,
}

impl Place<'_> {
    fn insert(&self, node: &web_sys::Node) {
        self.parent.insert_before(node, self.next()).expect(REFUSED);
    }

    fn next(&self) -> Option<&web_sys::Node> {
        self.after.iter().find_map(Nodes::first).or_else(|| self.outer?.next())
    }

    /// Makes the nodes of a piece.
    fn create(&self, html: &Html) -> Nodes {
        match html.node() {
            Node::Text(text) => {
                let node = self.document.create_text_node(text.as_str()).into();
                self.insert(&node);
                Nodes::One(node, vec![])
            }
            Node::Several(several) => Nodes::Several(several.iter().map(|one| self.create(one)).collect()),
            Node::Kept(html) => self.create(html),
            Node::Deferred(deferred) => {
                let made = deferred.make();
                let nodes = self.create(&made);
                Nodes::Made(made, Box::new(nodes))
            }
            Node::Element(element) => self.create_element(element),
        }
    }

    fn create_element(&self, element: &Element) -> Nodes {
        let is_svg = self.is_svg || element.name == "svg";
        let made = if is_svg {
            self.document.create_element_ns(Some(SVG), element.name)
        } else {
            self.document.create_element(element.name)
        };
        let node = made.expect(REFUSED);
        for (key, value) in element.attributes.iter() {
            node.set_attribute(key, value).expect(REFUSED);
        }
        let inside = Place { parent: &node, is_svg, after: &[], outer: None, ..*self };
        let children = element.children.iter().map(|child| inside.create(child)).collect();
        self.insert(&node);
        set_control(&node, element);
        Nodes::One(node.into(), children)
    }

    /// Changes the nodes of a piece into those of another.
    fn update(&self, old: &Html, new: &Html, nodes: &mut Nodes) {
        match (old.node(), new.node(), &mut *nodes) {
            (Node::Kept(old), Node::Kept(new), _) if Rc::ptr_eq(old, new) => {}
            (Node::Kept(old), _, _) => self.update(old, new, nodes),
            (_, Node::Kept(new), _) => self.update(old, new, nodes),
            (Node::Deferred(old), Node::Deferred(new), Nodes::Made(..)) if old == new => {}
            (Node::Deferred(_), _, Nodes::Made(..)) => {
                let Nodes::Made(made, mut inner) = std::mem::replace(nodes, Nodes::Several(vec![])) else { return };
                self.update(&made, new, &mut inner);
                *nodes = *inner;
            }
            (_, Node::Deferred(deferred), _) => {
                let made = deferred.make();
                self.update(old, &made, nodes);
                let inner = std::mem::replace(nodes, Nodes::Several(vec![]));
                *nodes = Nodes::Made(made, Box::new(inner));
            }
            (Node::Text(old), Node::Text(new), Nodes::One(node, _)) => {
                if old != new {
                    node.set_node_value(Some(new.as_str()));
                }
            }
            (Node::Several(old), Node::Several(new), Nodes::Several(nodes)) => {
                Place { after: &[], outer: Some(self), ..*self }.update_all(old, new, nodes);
            }
            (Node::Element(old), Node::Element(new), Nodes::One(node, children)) if old.name == new.name => {
                let element = node.unchecked_ref();
                let is_changed = update_attributes(element, &old.attributes, &new.attributes);
                let is_svg = self.is_svg || new.name == "svg";
                let inside = Place { parent: node, is_svg, after: &[], outer: None, ..*self };
                inside.update_all(&old.children, &new.children, children);
                if is_changed || old.control != new.control || changes_by_itself(new) {
                    set_control(element, new);
                }
            }
            _ => {
                let made = self.create(new);
                nodes.remove(self.parent);
                *nodes = made;
            }
        }
    }

    /// The same for pieces side by side. If there are more or fewer than before, they are matched from the end.
    fn update_all(&self, old: &[Html], new: &[Html], nodes: &mut Vec<Nodes>) {
        let (gone, added) = (old.len().saturating_sub(new.len()), new.len().saturating_sub(old.len()));
        nodes.drain(..gone).for_each(|nodes| nodes.remove(self.parent));
        let before = Place { after: nodes, ..*self };
        let made: Vec<Nodes> = new.iter().take(added).map(|html| before.create(html)).collect();
        let mut rest = &mut nodes[..];
        for (old, new) in old.iter().skip(gone).zip(new.iter().skip(added)) {
            let Some((first, after)) = rest.split_first_mut() else { return };
            Place { after, ..*self }.update(old, new, first);
            rest = after;
        }
        nodes.splice(..0, made);
    }
}

/// Sets the attributes that differ; returns whether any does.
fn update_attributes(element: &web_sys::Element, old: &Attributes, new: &Attributes) -> bool {
    let mut is_changed = false;
    let mut set = |key, value: Option<&str>| {
        is_changed = true;
        match value {
            Some(value) => element.set_attribute(key, value),
            None => element.remove_attribute(key),
        }
        .expect(REFUSED);
    };
    if ptr::eq(old.keys, new.keys) {
        for (index, key) in new.keys.iter().enumerate() {
            let value = new.value(index);
            if old.value(index) != value {
                set(key, value);
            }
        }
    } else {
        for (key, _) in old.iter().filter(|(key, _)| new.get(key).is_none()) {
            set(key, None);
        }
        for (key, value) in new.iter().filter(|(key, value)| old.get(key) != Some(value)) {
            set(key, Some(value));
        }
    }
    is_changed
}

/// Whether a control shows something else as soon as a reader presses or drags it, whatever becomes of that. What is typed is not
/// touched: it may be half a word.
fn changes_by_itself(element: &Element) -> bool {
    match element.control {
        Control::Unset => false,
        Control::Ticked(_) => true,
        Control::Value(_) => element.attributes.get("type") == Some("range"),
    }
}

/// Gives a control its value, unless the reader has just given it the same.
fn set_control(node: &web_sys::Element, element: &Element) {
    match &element.control {
        Control::Unset => {}
        Control::Ticked(is_ticked) => node.unchecked_ref::<HtmlInputElement>().set_checked(*is_ticked),
        Control::Value(text) if element.name == "textarea" => {
            let area = node.unchecked_ref::<HtmlTextAreaElement>();
            if area.value() != text.as_str() {
                area.set_value(text.as_str());
            }
        }
        Control::Value(text) => {
            let input = node.unchecked_ref::<HtmlInputElement>();
            if input.value() != text.as_str() {
                input.set_value(text.as_str());
            }
        }
    }
}
