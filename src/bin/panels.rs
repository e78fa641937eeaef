//! Fills panels: the module that a page fetches once the first one is opened. It knows the engine and the words, and no
//! Yew; what it makes is text.

use take_home::compare::compare;
use take_home::copies;
use take_home::panels::{EXTRAS, LINE, Page, Panel, content, line};
use take_home::report::{Words, extras_json};
use take_home::scenario::{Given, follow_link, validate};
use take_home::today::today;
use wasm_bindgen::prelude::wasm_bindgen;

/// The HTML of a panel for the scenario of a link, what its closed line says, or, for `extras`, what `comparison` has
/// besides; nothing for what does not exist.
#[wasm_bindgen]
pub fn fill(panel: &str, link: &str) -> Option<String> {
    let draft = follow_link(&Given::default(), link);
    let scenario = validate(&draft).ok()?;
    if panel == EXTRAS {
        return Some(extras_json(&scenario).to_string());
    }
    let words = Words::new(&draft, scenario.currency());
    if let Some(panel) = panel.strip_suffix(LINE) {
        return line(Panel::named(panel)?, &scenario, words);
    }
    let comparison = compare(&scenario);
    let page = Page { scenario: &scenario, comparison: &comparison, words, today: today(), live: true };
    Some(content(Panel::named(panel)?, &page).0)
}

/// What is taken along of the scenario of a link: see [`copies::copy`].
#[wasm_bindgen]
pub fn copy(what: &str, link: &str, with: &str) -> Option<String> {
    copies::copy(what, link, with, today())
}

fn main() {}
