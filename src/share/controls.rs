//! Which controls share something? They carry their name in `data-share`, and `live` hears what is done with them.

use crate::html::{Html, el};

/// A button.
pub fn button(name: &'static str, text: &'static str) -> Html {
    el!("button", "type" = "button", "class" = "th-use", "data-share" = name; text)
}

/// A box to tick.
pub fn tick(name: &'static str, label: &'static str, is_ticked: bool) -> Html {
    let control = el!("input", "type" = "checkbox", "data-share" = name);
    el!("label", "class" = "th-check"; crate::html::ticked(control, is_ticked), label)
}

/// A list to choose from: names, and what each is called.
pub fn list(
    name: &'static str,
    label: &'static str,
    chosen: &'static str,
    options: &[(&'static str, &'static str)],
) -> Html {
    let option = |(value, text): &(&'static str, &'static str)| el!("option", "value" = *value, "selected" = *value == chosen; *text);
    el!("label"; label, " ",
        el!("select", "class" = "th-pick", "data-share" = name, "data-chosen" = chosen;
            options.iter().map(option).collect::<Html>()))
}
