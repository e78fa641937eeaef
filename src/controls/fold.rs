//! How are rarely needed details hidden? In a `<details>` element with a one-line summary.

use crate::html::{Html, el};

/// One line that opens, and what is behind it.
pub fn fold(name: impl Into<Html>, content: Html) -> Html {
    folded(name.into(), content, false)
}

/// The same, and whether it is open until the reader closes it.
#[inline(never)]
pub fn folded(name: Html, content: Html, is_open: bool) -> Html {
    el!("details", "class" = "th-more", "open" = is_open; el!("summary"; name), content)
}
