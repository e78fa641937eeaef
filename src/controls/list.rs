//! How is something chosen from a list?

use engine::fees::{Fee, slug};
use engine::scenario::Field;

use crate::html::{Html, el};

/// A list with the chosen value. The app sets it explicitly after each change (`app.rs`), because once something was
/// picked in a list, it no longer follows the `selected` of its options.
pub fn list(name: &'static str, label: Option<&'static str>, chosen: String, options: Html) -> Html {
    el!("select", "class" = "th-pick", "id" = name, "data-field" = name, "data-chosen" = chosen, "aria-label" = label;
        options)
}

/// An entry of a list.
pub fn option(value: String, is_chosen: bool, text: String) -> Html {
    el!("option", "value" = value, "selected" = is_chosen; text)
}

/// The list of a fee's statuses, if it has any.
pub fn statuses(field: Field, label: &'static str, fee: &Fee, chosen: usize) -> Html {
    let Some(name) = fee.statuses().nth(chosen) else { return Html::default() };
    let options = fee.statuses().enumerate().map(|(index, name)| option(slug(name), index == chosen, name.to_owned()));
    list(field.name(), Some(label), slug(name), options.collect())
}
