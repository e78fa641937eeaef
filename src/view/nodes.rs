//! How does a tree of elements become nodes of the page? As Yew's, which finds what has changed.

use std::rc::Rc;

use yew::virtual_dom::{AttributeOrProperty, Attributes, VChild, VList, VNode, VTag, VText};
use yew::{AttrValue, Component, Context, Properties};

use crate::html::{Control, Element, Html, Text, Values};

/// The tree as Yew's nodes.
pub fn nodes(html: &Html) -> VNode {
    match html {
        Html::Text(text) => VText::new(value(text)).into(),
        Html::Several(several) => VList::with_children(several.iter().map(nodes).collect(), None).into(),
        Html::Element(element) => tag(element).into(),
        Html::Island(_) | Html::Deferred(_) => VChild::<Island>::new(IslandProps { html: html.clone() }, None).into(),
    }
}

fn tag(element: &Element) -> VTag {
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
    tag.add_children(children.iter().map(nodes));
    tag
}

fn value(text: &Text) -> AttrValue {
    match text {
        Text::Fixed(text) => AttrValue::Static(text),
        Text::Made(text) => AttrValue::Rc(Rc::clone(text)),
    }
}

/// A piece of the page that Yew leaves alone while its tree stays the same.
struct Island;

#[derive(Properties, PartialEq)]
struct IslandProps {
    html: Html,
}

impl Component for Island {
    type Message = ();
    type Properties = IslandProps;

    fn create(_: &Context<Island>) -> Island {
        Island
    }

    fn view(&self, context: &Context<Island>) -> VNode {
        match &context.props().html {
            Html::Island(html) => nodes(html),
            Html::Deferred(piece) => nodes(&piece.make()),
            html => nodes(html),
        }
    }
}
