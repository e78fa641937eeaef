use std::rc::Rc;

use yew::prelude::*;

use super::foot::{self, Foot};
use super::result::result;
use super::sides::sides;
use super::state::{Author, State};
use super::tariff::tariff;
use super::verdict::verdict;
use super::working::working;
use crate::scenario::Field;

/// The whole widget. If it is not live it is text: the same figures, no controls.
pub fn widget(state: &State, live: bool, foot: Foot) -> Html {
    let theme = match state.draft.text(Field::Theme) {
        "light" => "th-light",
        "dark" => "th-dark",
        _ => "th-auto",
    };
    let full = state.draft.text(Field::View) != "compact";
    html! {
        <div class={classes!("th", theme)} part="container">
            <div class="th-head">
                { tariff(state, live) }
                { verdict(state, live) }
                { result(state) }
            </div>
            { sides(state, live) }
            if full {
                { working(state, live) }
            }
            { foot::foot(state, live, foot) }
        </div>
    }
}

/// The example as text, for the HTML written at build time.
#[component]
pub fn Example() -> Html {
    let state = Rc::new(State::new(Author::default(), ""));
    widget(&state, false, Foot::default())
}
