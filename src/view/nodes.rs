//! How does a tree of elements become nodes of the page? As Yew's, which finds what has changed.

use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::JsValue;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VChild, VList, VNode, VTag, VText};
use yew::{AttrValue, Component, Context, Properties};

use crate::html::{Control, Deferred, Element, Html, Node, Text, Values};

/// The tree as Yew's nodes. `changing` is called before an island changes its own.
pub fn nodes(html: &Html, changing: &Function) -> VNode {
    match html.node() {
        Node::Text(text) => VText::new(value(text)).into(),
        Node::Several(several) => {
            VList::with_children(several.iter().map(|html| nodes(html, changing)).collect(), None).into()
        }
        Node::Element(element) => tag(element, changing).into(),
        Node::Island(html) => island(Piece::Made(Rc::clone(html)), changing),
        Node::Deferred(html) => island(Piece::Deferred(Rc::clone(html)), changing),
    }
}

fn island(piece: Piece, changing: &Function) -> VNode {
    VChild::<Island>::new(IslandProps { piece, changing: changing.clone() }, None).into()
}

fn tag(element: &Element, changing: &Function) -> VTag {
    let Element { name, attributes, control, children } = element;
    let mut tag = VTag::new(*name);
    match control {
        Control::Unset => {}
        Control::Value(text) => tag.set_value(Some(value(text))),
        Control::Ticked(is_ticked) => tag.set_checked(*is_ticked),
    }
    let attribute = |text: AttrValue| AttributeOrProperty::Attribute(text);
    let values = match &attributes.values {
        Values::Fixed(values) => values.iter().map(|text| Some(attribute(AttrValue::Static(text)))).collect(),
        Values::Made(values) => values.iter().map(|text| Some(attribute(value(text.as_ref()?)))).collect(),
    };
    tag.attributes = Attributes::Dynamic { keys: attributes.keys, values };
    tag.add_children(children.iter().map(|child| nodes(child, changing)));
    tag
}

/// Has the app's nodes put back where others have changed them, such as a translator. Until the end of the task, changes are the app's.
pub fn change(changing: &Function) {
    let _ = changing.call0(&JsValue::NULL);
}

fn value(text: &Text) -> AttrValue {
    match text {
        Text::Fixed(text) => AttrValue::Static(text),
        Text::Made(text) => AttrValue::Rc(Rc::clone(text)),
    }
}

/// A piece of the page that Yew leaves alone while its tree stays the same.
struct Island;

/// What is on an island: its tree, or what makes it.
#[derive(PartialEq)]
enum Piece {
    Made(Rc<Html>),
    Deferred(Rc<Deferred>),
}

#[derive(Properties, PartialEq)]
struct IslandProps {
    piece: Piece,
    changing: Function,
}

impl Component for Island {
    type Message = ();
    type Properties = IslandProps;

    fn create(_: &Context<Island>) -> Island {
        Island
    }

    fn view(&self, context: &Context<Island>) -> VNode {
        let IslandProps { piece, changing } = context.props();
        // Yew lets the browser do other things between the app and its islands, if it takes long.
        change(changing);
        match piece {
            Piece::Made(html) => nodes(html, changing),
            Piece::Deferred(deferred) => nodes(&deferred.make(), changing),
        }
    }
}
