use yew::Html;

use super::LIVE;
use super::state::State;
use crate::markup::el;
use crate::panels::{Page, Panel};

/// Where the contents of panels come from: the module that the page fetches once one is opened, or, when the example is
/// written, from this very program.
pub trait Contents {
    /// What a panel holds for a state; whatever there is to say where that is not to be had yet.
    fn of(&self, panel: Panel, state: &State) -> Html;

    /// What a panel's closed line says of its effect, as far as that is to be had.
    fn line(&self, _panel: Panel, _state: &State) -> Option<String> {
        None
    }
}

/// The contents as nodes, all there at once and not live: for the example in the page's HTML, where panels are opened
/// without a script.
pub struct Written;

impl Contents for Written {
    fn of(&self, panel: Panel, state: &State) -> Html {
        crate::panels::content(panel, &page(state))
    }
}

/// What a panel is told.
pub fn page(state: &State) -> Page<'_> {
    let answer = &state.answer;
    Page {
        scenario: &answer.scenario,
        comparison: &answer.comparison,
        words: state.words(),
        today: state.today,
        live: LIVE,
    }
}

/// Something to be opened: one line that says what it holds, closed by default. What is closed is not made, so that a
/// drag does not pay for it.
pub fn panel(panel: Panel, open: bool, heading: &'static str, summary: String, content: Option<Html>) -> Html {
    el!("details", "class" = "th-panel", "part" = "panel", "data-field" = panel.name(), "open" = open;
        el!("summary"; el!("b"; heading), " ", el!("span"; summary)),
        el!("div", "class" = "th-content"; content))
}
