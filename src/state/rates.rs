//! Which rates did the reader choose, while another fee does not allow them? They come back with a fee that does.

use std::rc::Rc;

use engine::fees::Platform;
use engine::scenario::{Draft, Field};

const RATES: [Field; 3] = [Field::Rate, Field::GigRate, Field::ContractRate];

/// Rates that a fee may have replaced.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ChosenRates {
    /// The platform for whose fee they were chosen; none if the fee was the reader's own.
    pub platform: Option<&'static Platform>,
    /// The draft with them.
    draft: Draft,
    /// The draft with what stands in their place, as long as the reader changes none.
    replaced_by: Draft,
}

impl ChosenRates {
    /// The rates of a draft, for the fee of a platform.
    pub fn of(draft: &Draft, platform: Option<&'static Platform>) -> Rc<ChosenRates> {
        Rc::new(ChosenRates { platform, draft: draft.clone(), replaced_by: draft.clone() })
    }

    /// Whether a draft has what replaced them.
    pub fn are_replaced_in(&self, draft: &Draft) -> bool {
        have_equal(&self.replaced_by, draft)
    }

    /// The same after a draft has taken their place; none if it has them.
    pub fn replaced_by(&self, draft: &Draft) -> Option<Rc<ChosenRates>> {
        (!have_equal(&self.draft, draft)).then(|| Rc::new(ChosenRates { replaced_by: draft.clone(), ..self.clone() }))
    }

    /// A draft with these rates.
    pub fn put_back(&self, draft: Draft) -> Draft {
        RATES.into_iter().fold(draft, |draft, field| draft.with(field, self.draft.text(field)))
    }
}

fn have_equal(one: &Draft, other: &Draft) -> bool {
    RATES.into_iter().all(|field| one.text(field) == other.text(field))
}
