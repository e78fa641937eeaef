use std::rc::Rc;

use yew::prelude::*;

use super::field::Dispatch;
use super::foot::{Copy, foot};
use super::result::result;
use super::sides::sides;
use super::state::{Author, State};
use super::tariff::tariff;
use super::verdict::verdict;
use super::working::working;
use crate::scenario::Field;

/// The whole widget. Without `dispatch` it is text: the same figures, no controls.
pub fn widget(state: &State, dispatch: &Dispatch, copy: Option<Copy>) -> Html {
    let theme = match state.draft.text(Field::Theme) {
        "light" => "th-light",
        "dark" => "th-dark",
        _ => "th-auto",
    };
    let full = state.draft.text(Field::View) != "compact";
    html! {
        <div class={classes!("th", theme)} part="container">
            <div class="th-head">
                { tariff(state, dispatch) }
                { verdict(state, dispatch) }
                { result(state) }
            </div>
            { sides(state, dispatch) }
            if full {
                { working(state, dispatch.is_none()) }
            }
            { foot(state, dispatch, copy) }
        </div>
    }
}

/// The example as text, for the HTML written at build time.
#[component]
pub fn Example() -> Html {
    let state = Rc::new(State::new(Author::default(), ""));
    widget(&state, &None, None)
}
