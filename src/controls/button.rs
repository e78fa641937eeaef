//! How does a reader apply a value with one press?

use super::LIVE;
use crate::html::{Html, el};

/// A button that gives `value` to what it names: a field, or another control. `aloud` says what the button does where its
/// text alone does not.
pub fn use_button(name: &'static str, value: String, text: String, aloud: Option<String>) -> Html {
    el!("button", "type" = "button", "class" = "th-use", "data-field" = name, "value" = value, "aria-label" = aloud; text)
}

/// A value in a sentence that one press tries. Without a script it is only stressed.
pub fn try_button(name: &'static str, value: String, title: String, text: String) -> Html {
    if !LIVE {
        return el!("b"; text);
    }
    el!("button", "type" = "button", "class" = "th-try", "data-field" = name, "value" = value, "title" = title; text)
}
