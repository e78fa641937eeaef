//! What is the whole widget?

use engine::scenario::Field;

use super::fee::fee;
use super::foot::{self, Foot};
use super::panels::panels;
use super::result::result;
use super::sides::sides;
use super::verdict::verdict;
use crate::html::{Html, el, several};
use crate::live::Arrival;
use crate::state::{Author, State};

/// The progress of the first render: it takes several tasks, so that a slow phone stays responsive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Nothing: the state is new.
    Empty,
    /// The answer.
    Answer,
    /// The fields, too.
    Fields,
    /// Everything.
    Whole,
}

impl Stage {
    /// The next stage.
    #[must_use]
    pub fn next(self) -> Stage {
        match self {
            Stage::Empty => Stage::Answer,
            Stage::Answer => Stage::Fields,
            Stage::Fields | Stage::Whole => Stage::Whole,
        }
    }
}

/// The whole widget, up to that stage.
pub fn widget(state: &State, foot: Foot, books: Arrival, made: Stage) -> Html {
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
                (made >= Stage::Answer).then(|| several![
                    fee(state),
                    el!("div", "class" = "th-head"; verdict(state), result(state)),
                ]),
                (made >= Stage::Fields).then(|| sides(state))),
            // There in the compact view as well, so that the loader notices when they come into sight.
            el!("div", "class" = "th-questions", "hidden" = !is_full;
                (is_full && made == Stage::Whole).then(|| panels(state, books)))),
        (made == Stage::Whole).then(|| foot::foot(state, foot)))
}

/// The example as text, for the HTML written at build time.
pub fn example() -> Html {
    widget(&State::new(Author::default(), ""), Foot::default(), Arrival::default(), Stage::Whole)
}
