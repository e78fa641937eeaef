//! How does a tree of elements become nodes of the page? As Yew's, which finds what has changed.

use yew::AttrValue;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VList, VNode, VTag, VText};

use crate::html::{Control, Element, Html, Text, Values};

/// The tree as Yew's nodes.
pub fn nodes(html: Html) -> VNode {
    match html {
        Html::Text(text) => VText::new(value(text)).into(),
        Html::Several(several) => VList::with_children(several.into_iter().map(nodes).collect(), None).into(),
        Html::Element(element) => tag(*element).into(),
    }
}

fn tag(element: Element) -> VTag {
    let Element { name, attributes, control, children } = element;
    let mut tag = VTag::new(name);
    match control {
        Control::Unset => {}
        Control::Value(text) => tag.set_value(Some(value(text))),
        Control::Ticked(is_ticked) => tag.set_checked(is_ticked),
    }
    let attribute = |text: AttrValue| Some(AttributeOrProperty::Attribute(text));
    let values = match attributes.values {
        Values::Fixed(values) => values.iter().map(|text| attribute(AttrValue::Static(text))).collect(),
        Values::Made(values) => values.into_iter().map(|text| text.and_then(|text| attribute(value(text)))).collect(),
    };
    tag.attributes = Attributes::Dynamic { keys: attributes.keys, values };
    tag.add_children(children.into_iter().map(nodes));
    tag
}

fn value(text: Text) -> AttrValue {
    match text {
        Text::Fixed(text) => AttrValue::Static(text),
        Text::Made(text) => AttrValue::Rc(text),
    }
}
