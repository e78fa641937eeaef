//! Which controls does the reader's file have? They carry their name in `data-books`, and `live` hears what is done with them.

use crate::controls::option;
use crate::html::{Html, el};

/// A button.
#[inline(never)]
pub fn button(name: &'static str, text: String) -> Html {
    el!("button", "type" = "button", "class" = "th-use", "data-books" = name; text)
}

/// A list to choose from: values, and what each is called.
#[inline(never)]
pub fn list(name: &'static str, label: &'static str, chosen: String, options: Vec<(String, String)>) -> Html {
    let option = |(value, text): (String, String)| {
        let is_chosen = value == chosen;
        option(value, is_chosen, text)
    };
    let options: Html = options.into_iter().map(option).collect();
    el!("label"; label, " ",
        el!("select", "class" = "th-pick", "data-books" = name, "data-chosen" = chosen; options))
}

/// A quiet line.
#[inline(never)]
pub fn hint(text: String) -> Html {
    el!("p", "class" = "th-hint"; text)
}
