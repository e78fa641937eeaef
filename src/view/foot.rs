//! What can be done with the whole scenario? The last lines: how it differs from the example, the way back, sharing,
//! and the source.

use crate::controls::LIVE;
use crate::controls::name::BACK;
use crate::controls::use_button;
use crate::html::{Child, Html, el, together};
use crate::state::State;
use engine::scenario::{FeeSource, Field};
use words::Words;

/// What the foot depends on besides the state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Foot {
    /// Whether the scenario lives in the address.
    pub linked: bool,
}

/// The last lines: how the reader's numbers differ, and the way back; sharing; the source.
pub fn foot(state: &State, foot: Foot) -> Html {
    let words = state.words();
    let source = match state.answer.scenario.fee_source() {
        FeeSource::Schedule(schedule) => Some(el!("span", "class" = "th-source";
            words.read_at(schedule),
            el!("a", "href" = schedule.source.url, "target" = "_blank",
                "title" = schedule.source.title;
                words.source()))),
        FeeSource::Custom => None,
    };
    let actions = if LIVE {
        let [link, print, export, saved, embed] = words.share_buttons();
        together(vec![
            el!("p", "class" = "th-moved", "hidden" = !state.is_moved();
                state.is_moved().then(|| moved(state)), " ",
                el!("button", "type" = "button", "class" = "th-back", "data-field" = BACK; words.back())),
            el!("button", "type" = "button", "data-share" = "link", "hidden" = !foot.linked; link),
            el!("button", "type" = "button", "data-share" = "print"; print),
            el!("button", "type" = "button", "data-share" = "export"; export),
            el!("button", "type" = "button", "data-share" = "saved"; saved),
            el!("button", "type" = "button", "data-share" = "embed"; embed),
        ])
    } else {
        el!("span"; words.needs_script())
    };
    together(vec![
        el!("div", "class" = "th-foot", "part" = "foot"; actions, source),
        // Filled by the script for sharing, which loads on demand.
        el!("div", "class" = "th-share"),
    ])
}

/// What the example says, and each change from it as a button that undoes it.
fn moved(state: &State) -> Html {
    let example = &state.example;
    let words = Words::new(&example.draft, example.answer.scenario.currency());
    let verdict = words.verdict(&example.answer.comparison).plain();
    let changes = state.moved();
    let undo = |(field, from, to): &(Field, &str, &str)| {
        // A fee of one's own and a schedule exclude each other: the one that the example has is put back.
        let is_other =
            *field == Field::Fee && from.is_empty() || *field == Field::Schedule && *from == FeeSource::CUSTOM;
        let change = words.changed(*field, from, to);
        let aloud = words.undo_change(change.clone());
        (!is_other).then(|| use_button(field.name(), (*from).to_owned(), change, Some(aloud)))
    };
    let undo: Vec<Html> = changes.iter().filter_map(undo).flat_map(|button| [Child::node(" "), button]).collect();
    together(vec![Child::node(words.moved(&verdict, !changes.is_empty())), together(undo)])
}
