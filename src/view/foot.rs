use yew::prelude::*;

use super::field::Dispatch;
use super::state::{Action, State};
use crate::scenario::Tariff;

/// What can be done with the whole scenario, and where the fee was read.
#[derive(Properties, PartialEq)]
pub struct Copy {
    /// The page's address without its fragment, where the scenario lives in it.
    pub copied: bool,
    /// Copies the link.
    pub on_copy: Callback<()>,
}

/// The last line: the way back, the link, the source.
pub fn foot(state: &State, dispatch: &Dispatch, copy: Option<Copy>) -> Html {
    let words = state.words();
    html! {
        <div class="th-foot">
            if let Some(dispatch) = dispatch {
                <button type="button" class="th-back" hidden={!state.has_moved()}
                    onclick={dispatch.reform(|_| Action::Back)}>{ words.back() }</button>
            } else {
                <span>{ words.needs_script() }</span>
            }
            if let Some(Copy { copied, on_copy }) = copy {
                <button type="button" class="th-copy" onclick={on_copy.reform(|_| ())}>
                    { if copied { words.link_copied() } else { words.copy_link() } }
                </button>
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
