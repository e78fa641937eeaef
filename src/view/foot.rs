use yew::prelude::*;

use super::events::{BACK, COPY};
use super::state::State;
use crate::scenario::Tariff;

/// Whether the link to the scenario can be copied, and whether it just was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// The scenario does not live in the address, or there is no clipboard.
    None,
    /// It can be copied.
    Ready,
    /// It is in the clipboard.
    Copied,
}

/// The last line: the way back, the link, the source.
pub fn foot(state: &State, live: bool, link: Link) -> Html {
    let words = state.words();
    html! {
        <div class="th-foot">
            if live {
                <button type="button" class="th-back" data-field={BACK} hidden={!state.has_moved()}>
                    { words.back() }
                </button>
                <button type="button" class="th-copy" data-field={COPY} hidden={link == Link::None}>
                    { if link == Link::Copied { words.link_copied() } else { words.copy_link() } }
                </button>
            } else {
                <span>{ words.needs_script() }</span>
            }
            if let Tariff::Schedule(schedule) = state.answer.scenario.tariff() {
                <span class="th-source">
                    { words.read(schedule) }{ ", " }<a href={schedule.source.url} rel="noopener" target="_blank"
                        title={schedule.source.title}>{ words.source() }</a>
                </span>
            }
        </div>
    }
}
