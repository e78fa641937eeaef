//! Elements as nodes of the page.

use std::rc::Rc;

use yew::AttrValue;
pub use yew::Html;
pub use yew::virtual_dom::AttributeOrProperty as Attribute;
use yew::virtual_dom::{Attributes, VList, VNode, VTag, VText};

use super::Value;

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
