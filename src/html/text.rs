//! What is a tree of elements as text?

use super::{Html, Node};

impl Html {
    /// The tree as HTML.
    pub fn to_text(&self) -> String {
        let mut html = String::new();
        self.write(&mut html);
        html
    }

    fn write(&self, html: &mut String) {
        match self.node() {
            Node::Text(text) => escape(text.as_str(), html),
            Node::Several(nodes) => nodes.iter().for_each(|node| node.write(html)),
            Node::Kept(inner) => inner.write(html),
            Node::Deferred(piece) => piece.make().write(html),
            Node::Element(element) => {
                html.push('<');
                html.push_str(element.name);
                for (key, value) in element.attributes.iter() {
                    html.push(' ');
                    html.push_str(key);
                    html.push_str("=\"");
                    escape(value, html);
                    html.push('"');
                }
                html.push('>');
                element.children.iter().for_each(|child| child.write(html));
                html.push_str("</");
                html.push_str(element.name);
                html.push('>');
            }
        }
    }
}

/// Writes a text so that it is nothing but text, between tags or quotation marks.
pub fn escape(text: &str, html: &mut String) {
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
