//! What is shared? The answer shown, as it is from the defaults, and where others can open it.

use std::rc::Rc;

use engine::scenario::{Draft, Field, Overrides, read_link, write_link};
use words::Words;

use crate::panels::PanelContext;
use crate::state::State;

/// The comparison to share, and what else is known about it.
#[derive(Clone, Debug)]
pub struct Original {
    /// The state that the page shows.
    pub state: Rc<State>,
    /// The fields of its scenario, as in the link to it from the defaults.
    pub draft: Draft,
    /// The words for it.
    pub words: Words,
    /// The address at which it can be opened; empty if there is none.
    pub address: String,
}

impl Original {
    /// The original that a page shows at an address.
    pub fn of(state: &Rc<State>, address: String) -> Original {
        let (draft, _) = read_link(&Overrides::default(), state.good.link());
        let words = Words::of(&draft, &state.answer.scenario, &state.answer.comparison);
        Original { state: Rc::clone(state), draft, words, address }
    }

    /// The link to it from the defaults.
    pub fn link(&self) -> &str {
        self.state.good.link()
    }

    /// The context of its panels.
    pub fn context(&self) -> PanelContext<'_> {
        PanelContext {
            scenario: &self.state.answer.scenario,
            comparison: &self.state.answer.comparison,
            zeros: self.state.answer.zeros,
            uncounted: None,
            words: self.words,
            today: self.state.today,
            live: false,
        }
    }

    /// The address for others, who need not know how a disk is arranged.
    pub fn public_address(&self) -> &str {
        if self.address.starts_with("file:") { "" } else { &self.address }
    }
}

/// The link that gives the same from an author's example as `link` gives from the defaults. Language, theme and view that
/// `link` does not name stay the author's.
pub fn link_from(link: &str, author: &Overrides) -> String {
    write_link(&in_looks(link, |look| author.text(look)), author)
}

/// The draft of a link in this language, theme and view, unless it names its own. Numbers depend on the language, so
/// these come first.
pub fn in_looks<'a>(link: &str, looks: impl Fn(Field) -> Option<&'a str>) -> Draft {
    let mut overrides = Overrides::default();
    for look in LOOKS {
        if let Some(text) = looks(look) {
            overrides.set(look, text);
        }
    }
    read_link(&overrides, link).0
}

/// The look of the page, which is not part of a scenario.
pub const LOOKS: [Field; 3] = [Field::Lang, Field::Theme, Field::View];

/// A link without these looks.
pub fn without_looks(link: &str, looks: &[Field]) -> String {
    let mut rest = String::new();
    for pair in link.split('&') {
        let name = pair.split('=').next().unwrap_or_default();
        if looks.iter().all(|look| look.name() != name) {
            add(&mut rest, &[pair]);
        }
    }
    rest
}

/// Adds a pair to a link.
pub fn add(link: &mut String, pair: &[&str]) {
    if !link.is_empty() {
        link.push('&');
    }
    for piece in pair {
        link.push_str(piece);
    }
}
