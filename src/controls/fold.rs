//! How is something hidden that few readers need? Behind one line that opens.

use crate::html::{Html, el};

/// One line that opens, and what is behind it.
pub fn fold(name: impl Into<Html>, content: Html) -> Html {
    folded(name.into(), content)
}

#[inline(never)]
fn folded(name: Html, content: Html) -> Html {
    el!("details", "class" = "th-more"; el!("summary"; name), content)
}
