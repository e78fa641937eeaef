//! What is shown for a draft that can be computed?

use std::cell::OnceCell;
use std::rc::Rc;

use engine::compare::{Comparison, compare};
use engine::scenario::{Draft, Overrides, Scenario, Side, validate, write_link, write_private_link};

use super::tidy::tidy_all;
use super::{Author, Zeros};

/// A scenario and its comparison.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The scenario that was compared.
    pub scenario: Scenario,
    /// The result.
    pub comparison: Comparison,
    /// The fields in which the reader has typed a zero, so that no panel assumes another number.
    pub zeros: Zeros,
    /// The costs and hours that the reader no longer counts, as a link: what their panel assumes.
    pub uncounted: Option<Rc<str>>,
}

/// The comparison follows from the scenario.
impl PartialEq for Answer {
    fn eq(&self, other: &Answer) -> bool {
        self.scenario == other.scenario
    }
}

impl Answer {
    pub(super) fn of(scenario: Scenario, zeros: Zeros, uncounted: Option<Rc<str>>) -> Answer {
        let comparison = compare(&scenario);
        // Once others are counted, they are the reader's.
        let uncounted = uncounted.filter(|_| comparison.after_costs.is_none());
        Answer { scenario, comparison, zeros, uncounted }
    }
}

/// A draft that could be computed, and the link to it from the defaults.
#[derive(Clone, Debug)]
pub struct Good {
    pub(super) draft: Draft,
    link: OnceCell<Rc<str>>,
}

/// The link follows from the draft.
impl PartialEq for Good {
    fn eq(&self, other: &Good) -> bool {
        self.draft == other.draft
    }
}

impl From<Draft> for Good {
    fn from(draft: Draft) -> Good {
        Good { draft, link: OnceCell::new() }
    }
}

impl Good {
    /// The link, written when it is first needed: it takes as long as several comparisons.
    pub fn link(&self) -> &Rc<str> {
        self.link.get_or_init(|| write_link(&self.draft, &Overrides::default()).into())
    }

    /// The same with the clients of lists by their names, to go on from on this page.
    pub fn private_link(&self) -> Rc<str> {
        let has_list = [Side::Gigs, Side::Contract].into_iter().any(|side| self.draft.has_list(side));
        if has_list { write_private_link(&self.draft).into() } else { Rc::clone(self.link()) }
    }
}

/// A draft that could be computed, with numbers as the page writes them, and its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    /// Every field.
    pub draft: Draft,
    /// The answer.
    pub answer: Rc<Answer>,
}

impl Answered {
    /// # Panics
    ///
    /// If the draft cannot be computed. Those of attributes and links always can.
    #[inline(never)]
    pub(super) fn of(draft: Draft) -> Answered {
        let Ok(scenario) = validate(&draft) else { panic!("links and attributes leave a draft that can be computed") };
        Answered { draft: tidy_all(draft, &scenario), answer: Rc::new(Answer::of(scenario, Zeros::default(), None)) }
    }

    pub(super) fn example(author: &Author) -> Rc<Answered> {
        Rc::new(Answered::of(Overrides::resolve(&[&author.overrides])))
    }
}
