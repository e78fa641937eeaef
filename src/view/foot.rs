use yew::Html;

use super::LIVE;
use super::events::{BACK, COPY};
use super::state::State;
use crate::markup::{el, together};
use crate::scenario::Tariff;

/// What can be done with the whole scenario.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Foot {
    /// Whether the reader has moved away from the example.
    pub moved: bool,
    /// Whether the scenario lives in the address, and there is a clipboard for it.
    pub copies: bool,
    /// Whether the link just was copied.
    pub copied: bool,
}

/// The last line: the way back, the link, the source.
pub fn foot(state: &State, foot: Foot) -> Html {
    let words = state.words();
    let source = match state.answer.scenario.tariff() {
        Tariff::Schedule(schedule) => Some(el!("span", "class" = "th-source";
            words.read(schedule), ", ",
            el!("a", "href" = schedule.source.url, "rel" = "noopener", "target" = "_blank",
                "title" = schedule.source.title;
                words.source()))),
        Tariff::Custom => None,
    };
    let copy = if foot.copied { words.link_copied() } else { words.copy_link() };
    let actions = if LIVE {
        together(vec![
            el!("button", "type" = "button", "class" = "th-back", "data-field" = BACK, "hidden" = !foot.moved;
                words.back()),
            el!("button", "type" = "button", "class" = "th-copy", "data-field" = COPY, "hidden" = !foot.copies; copy),
        ])
    } else {
        el!("span"; words.needs_script())
    };
    el!("div", "class" = "th-foot", "part" = "foot"; actions, source)
}
