//! What can be done with the whole scenario? The last lines: how it differs from the example, the way back, sharing,
//! and the source.

use crate::controls::LIVE;
use crate::controls::name::{BACK, BRING_BACK};
use crate::controls::use_button;
use crate::html::{Html, el, several};
use crate::live::{Arrival, Live};
use crate::state::{Answered, State};
use engine::fees::Payer;
use engine::scenario::{Draft, FeeSource, Field};
use words::{ShareButton, Words};

/// Everything the foot depends on besides the state.
#[derive(Clone, Copy, Default)]
pub struct Foot<'a> {
    /// Whether the scenario lives in the address.
    pub linked: bool,
    /// The part that shares it.
    pub sharing: Arrival<'a>,
}

/// The buttons that share something, with the name by which the part knows each and whether it opens a section; the link is
/// there only if the address is the scenario's.
const SHARE: [(ShareButton, &str, bool); 5] = [
    (ShareButton::Link, "link", false),
    (ShareButton::Print, "print", false),
    (ShareButton::Export, "export", true),
    (ShareButton::Saved, "saved", true),
    (ShareButton::Embed, "embed", true),
];

/// The last lines: how the reader's numbers differ, and the way back; everything, of a compact calculator; sharing; the source.
pub fn foot(state: &State, foot: Foot) -> Html {
    let open = foot.sharing.live().and_then(Live::open);
    let words = state.words();
    let source = match state.answer.scenario.fee_source() {
        FeeSource::Schedule(schedule) => Some(el!("span", "class" = "th-source";
            (!state.is_compact()).then(|| words.read_at(schedule)),
            el!("a", "href" = schedule.source.url, "target" = "_blank",
                "title" = schedule.source.title;
                words.source()))),
        FeeSource::Custom => None,
    };
    let actions = if LIVE {
        let buttons = SHARE.into_iter().map(|(button, name, opens)| {
            let expanded = opens.then(|| if open == Some(name) { "true" } else { "false" });
            let hidden = button == ShareButton::Link && !foot.linked;
            el!("button", "type" = "button", "data-share" = name, "hidden" = hidden, "aria-expanded" = expanded;
                words.share_button(button))
        });
        let is_changed = state.is_changed();
        several![
            el!("p", "class" = "th-changed", "hidden" = !is_changed; is_changed.then(|| changed(state)), " ",
                el!("button", "type" = "button", "class" = "th-back", "data-field" = BACK; words.back())),
            state.can_bring_back().then(|| el!("button", "type" = "button", "data-field" = BRING_BACK, "value" = "";
                words.bring_back())),
            state.is_compact().then(|| show_all(words)),
            buttons.collect::<Html>(),
        ]
    } else {
        el!("span"; words.needs_script())
    };
    several![
        el!("div", "class" = "th-foot", "part" = "foot"; actions, source),
        el!("div", "class" = "th-share", "data-open" = open;
            foot.sharing.has_failed().then(|| el!("p", "class" = "th-note", "part" = "notice", "role" = "alert"; words.part_failed())),
            foot.sharing.live().map(Live::view)),
    ]
}

/// The button of a compact calculator that shows everything.
fn show_all(words: Words) -> Html {
    el!("button", "type" = "button", "class" = "th-all", "data-field" = Field::View.name(), "value" = "full";
        words.show_all())
}

/// The example's verdict, and each change from it as a button that undoes it.
fn changed(state: &State) -> Html {
    let words = state.words();
    let example = state.example_here();
    let Answered { draft, answer } = &*example;
    let verdict = Words::of(draft, &answer.scenario, &answer.comparison).verdict(&answer.comparison).plain();
    let changes = state.changes();
    let is_changed = |other: Field| changes.iter().any(|(field, ..)| *field == other);
    let undo = |(field, _, to): &(Field, &str, &str)| {
        let restored = restored(draft, *field, &is_changed)?;
        let change = words.changed(*field, &state.undone(*field, draft), to);
        let aloud = words.undo_change(change.clone());
        Some(use_button(restored.name(), state.undone(restored, draft), change, Some(aloud)))
    };
    let undo: Html = changes.iter().filter_map(undo).map(|button| several![" ", button]).collect();
    several![words.example_verdict(&verdict, !changes.is_empty()), undo]
}

/// The field by which a change from the example is undone; none if another one undoes it. An own fee and a schedule exclude each
/// other: the one that the example has is put back.
fn restored(example: &Draft, field: Field, is_changed: &dyn Fn(Field) -> bool) -> Option<Field> {
    let pairs =
        [(Field::Fee, Field::Schedule, Payer::Freelancer), (Field::ClientFee, Field::ClientSchedule, Payer::Client)];
    let pair = pairs.into_iter().find(|(fee, schedule, _)| field == *fee || field == *schedule);
    let Some((fee, schedule, payer)) = pair else { return Some(field) };
    match (field == fee, example.is_own_fee(payer)) {
        (true, true) | (false, false) => Some(field),
        // The schedule's own button does it.
        (true, false) => (!is_changed(schedule)).then_some(schedule),
        (false, true) => None,
    }
}
