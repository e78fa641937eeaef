//! What has to change with the fee? A rate outside its range, a status that it does not have, and the like.

use engine::amount::{Decimal, Rate};
use engine::scenario::{Draft, Field, Reason, validate};

/// The number in a field, if there is one.
pub fn number_in(draft: &Draft, field: Field) -> Option<Decimal> {
    draft.number(field).ok()
}

/// The draft with values reset that the current fee does not allow: a rate outside its range, a currency other than
/// its limits', a status that it does not have, an unreadable history that now counts. The reader would not be at
/// fault for such a problem, and it might show in a hidden field. The field being `typed` stays as it is.
pub fn fitting(draft: Draft, typed: Option<Field>) -> Draft {
    // A reset can make another charge apply, with another problem, but only a few times.
    (0..4).fold(draft, |draft, _| fitted(draft, typed))
}

fn fitted(mut draft: Draft, typed: Option<Field>) -> Draft {
    let Err(problems) = validate(&draft) else { return draft };
    for problem in problems.into_iter().filter(|problem| Some(problem.field) != typed) {
        let field = problem.field;
        draft = match (field, &problem.reason) {
            (
                Field::Rate | Field::GigRate | Field::ContractRate | Field::ClientRate,
                Reason::RateOutside(least, most),
            ) => {
                let chosen = number_in(&draft, field).and_then(|percent| Rate::from_percent(percent).ok());
                let nearest = chosen.unwrap_or(*least).clamp(*least, *most).percent().to_string();
                let text = draft.decimal_mark().write(&nearest);
                draft.with(field, &text)
            }
            (
                Field::Rate
                | Field::GigRate
                | Field::ContractRate
                | Field::Status
                | Field::GigBilled
                | Field::GigMonths
                | Field::ContractBilled
                | Field::ContractMonths
                | Field::ClientSchedule
                | Field::ClientRate
                | Field::ClientStatus
                | Field::DirectStatus
                | Field::Currency,
                _,
            ) => draft.with(field, field.default_text()),
            _ => draft,
        };
    }
    draft
}
