//! Which rates did the reader choose, for which platform's fee? They come back with that platform, and with a fee that allows them.

use std::rc::Rc;

use engine::fees::{Payer, Platform, Schedule};
use engine::scenario::{Draft, Field};

const RATES: [Field; 3] = [Field::Rate, Field::GigRate, Field::ContractRate];

/// Rates that other ones may have taken the place of.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ChosenRates {
    platform: Option<&'static Platform>,
    texts: [Rc<str>; 3],
}

/// Whether a field has one of these rates.
pub(super) fn is_rate(field: Field) -> bool {
    RATES.contains(&field)
}

/// The platform whose fee a draft names; none if the fee is the reader's own.
fn platform_in(draft: &Draft) -> Option<&'static Platform> {
    let schedule = Schedule::find(draft.text(Field::Schedule)).filter(|_| !draft.is_own_fee(Payer::Freelancer));
    schedule.map(Schedule::platform)
}

impl ChosenRates {
    /// The rates of a draft, for its platform's fee.
    pub fn of(draft: &Draft) -> Rc<ChosenRates> {
        Rc::new(ChosenRates { platform: platform_in(draft), texts: RATES.map(|field| draft.text(field).into()) })
    }

    /// Whether they were chosen for the platform whose fee a draft names.
    pub fn are_for(&self, draft: &Draft) -> bool {
        self.platform == platform_in(draft)
    }

    /// A draft with these rates, if they were chosen for its platform's fee.
    pub fn where_they_apply(&self, draft: Draft) -> Draft {
        if self.are_for(&draft) { self.put_into(draft) } else { draft }
    }

    /// A draft with these rates.
    pub fn put_into(&self, draft: Draft) -> Draft {
        RATES.iter().zip(&self.texts).fold(draft, |draft, (field, text)| draft.with(*field, text))
    }

    /// Whether they have to be remembered beside a draft: it has others, or is another platform's.
    pub fn are_missing_in(&self, draft: &Draft) -> bool {
        !self.are_for(draft) || RATES.iter().zip(&self.texts).any(|(field, text)| draft.text(*field) != &**text)
    }
}
