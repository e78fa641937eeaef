//! What is the whole widget?

use engine::scenario::Field;

use super::fee::fee;
use super::foot::{self, Foot};
use super::panels::panels;
use super::result::result;
use super::sides::sides;
use super::verdict::verdict;
use crate::html::{Html, el, island};
use crate::live::Arrival;
use crate::state::{Author, State};

/// The whole widget.
pub fn widget(state: &State, foot: Foot, books: Arrival) -> Html {
    let classes = match state.draft.text(Field::Theme) {
        "light" => "th th-light",
        "dark" => "th th-dark",
        "auto" => "th th-auto",
        _ => "th th-page",
    };
    let is_full = !state.is_compact();
    let classes = if is_full { classes.to_owned() } else { format!("{classes} th-compact") };
    el!("div", "class" = classes, "part" = "container";
        el!("div", "class" = "th-body";
            el!("div", "class" = "th-lead";
                island(fee(state)),
                el!("div", "class" = "th-head"; verdict(state), result(state)),
                sides(state)),
            is_full.then(|| el!("div", "class" = "th-questions"; panels(state, books)))),
        island(foot::foot(state, foot)))
}

/// The example as text, for the HTML written at build time.
pub fn example() -> Html {
    widget(&State::new(Author::default(), ""), Foot::default(), Arrival::default())
}
