//! How does a piece of HTML become nodes that stay as they are? The app's own follow its state (`view/nodes.rs`); these are
//! for paper.

use wasm_bindgen::JsValue;
use web_sys::{Document, Element};

use crate::html::{Html, Node};

const HTML: &str = "http://www.w3.org/1999/xhtml";
const SVG: &str = "http://www.w3.org/2000/svg";

/// An element with a class, and a piece of HTML in it.
///
/// # Errors
///
/// If the browser rejects an element or an attribute.
pub fn element(document: &Document, class: &str, html: &Html) -> Result<Element, JsValue> {
    let element = document.create_element_ns(Some(HTML), "div")?;
    element.set_attribute("class", class)?;
    append(document, &element, HTML, html)?;
    Ok(element)
}

fn append(document: &Document, parent: &web_sys::Node, space: &str, html: &Html) -> Result<(), JsValue> {
    match html.node() {
        Node::Text(text) => {
            parent.insert_before(&document.create_text_node(text.as_str()), None)?;
        }
        Node::Several(several) => several.iter().try_for_each(|one| append(document, parent, space, one))?,
        Node::Island(inner) => append(document, parent, space, inner)?,
        Node::Deferred(piece) => append(document, parent, space, &piece.make())?,
        Node::Element(element) => {
            let space = if element.name == "svg" { SVG } else { space };
            let node = document.create_element_ns(Some(space), element.name)?;
            for (key, value) in element.attributes.iter() {
                node.set_attribute(key, value)?;
            }
            element.children.iter().try_for_each(|child| append(document, &node, space, child))?;
            parent.insert_before(&node, None)?;
        }
    }
    Ok(())
}
