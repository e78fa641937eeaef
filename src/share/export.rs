//! What can be exported?

use super::controls::button;
use super::{Original, text};
use crate::html::{Html, el, several};
use words::ShareButton;

/// The buttons, and the text to look at.
pub fn export(original: &Original) -> Html {
    let words = original.words;
    let [as_text, table, file, picture] = words.export_buttons();
    several![
        el!("h2"; words.share_button(ShareButton::Export)),
        el!("p", "class" = "th-examples";
            button("text", as_text), button("table", table), button("csv", file), button("picture", picture)),
        el!("div";
            el!("pre", "class" = "th-snippet", "tabindex" = "0", "aria-label" = words.export_text(); text(original))),
    ]
}
