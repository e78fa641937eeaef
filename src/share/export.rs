//! What can be exported?

use super::{Original, text};
use crate::html::{Html, el, together};

/// A button that a script of the page listens to.
pub fn button(what: &'static str, text: &'static str) -> Html {
    el!("button", "type" = "button", "class" = "th-use", "data-share" = what; text)
}

/// What can be exported.
pub fn controls(original: &Original) -> Html {
    let words = original.page.words;
    let [_, _, heading, ..] = words.share_buttons();
    let [text, table, file, picture] = words.export_buttons();
    together(vec![
        el!("h2"; heading),
        el!("p", "class" = "th-examples";
            button("text", text), button("table", table), button("csv", file), button("picture", picture)),
    ])
}

/// The text, to look at.
pub fn made(original: &Original) -> Html {
    el!("pre", "class" = "th-snippet", "tabindex" = "0", "aria-label" = original.page.words.export_text(); text(original))
}

/// The note that something was done, or what to do if it could not be done.
pub fn said(original: &Original) -> Html {
    let Original { page, with, .. } = original;
    let words = page.words;
    let what = with.get("what");
    let said = words.said(what, &|name| with.get(name).to_owned());
    let undo = (what == "removed").then(|| button("undo", words.undo()));
    // If the clipboard refused it, the text can be copied from here.
    let by_hand = (what == "by-hand").then(|| {
        el!("textarea", "readonly" = true, "rows" = "3", "class" = "th-snippet", "aria-label" = said.clone(); with.get("text").to_owned())
    });
    together(vec![el!("span"; said), undo.unwrap_or_default(), by_hand.unwrap_or_default()])
}
