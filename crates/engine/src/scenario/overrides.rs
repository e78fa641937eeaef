//! What do the author's attributes and a link say? Some fields as text, and the draft that they make of the defaults.

use std::rc::Rc;

use super::check::Check;
use super::validate;
use super::{DecimalMark, Draft, FeeSource, Field, Kind, Problem, Reason};
use crate::amount::written;
use crate::fees::Payer;

/// Some fields as text: what the author's attributes say, or a link. What is not given stays as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overrides([Option<Rc<str>>; Field::ALL.len()]);

impl Default for Overrides {
    fn default() -> Overrides {
        Overrides([const { None }; Field::ALL.len()])
    }
}

impl Overrides {
    /// The text given for a field.
    pub fn text(&self, field: Field) -> Option<&str> {
        self.0[field as usize].as_deref()
    }

    /// Gives a field a text.
    pub fn set(&mut self, field: Field, text: &str) {
        self.0[field as usize] = Some(text.into());
    }

    /// Takes a field's text back.
    pub fn remove(&mut self, field: Field) {
        self.0[field as usize] = None;
    }

    /// The draft of the defaults alone.
    pub fn default_draft() -> Draft {
        Overrides::resolve(&[])
    }

    /// The draft that results when each layer overrides the ones before it, above the defaults. A contract's price that
    /// no layer gives is gigs × price, as these stand here; a rate that no layer gives is the nearest to the usual one
    /// that the fee allows.
    pub fn resolve(layers: &[&Overrides]) -> Draft {
        let given = |field: Field| layers.iter().rev().find_map(|layer| layer.0[field as usize].clone());
        // The defaults are written out once: a link is resolved with every move of a slider.
        thread_local!(static DEFAULTS: Draft = Draft(Field::ALL.map(|field| Rc::from(field.default_text()))));
        let mut draft = DEFAULTS.with(|defaults| {
            Draft(Field::ALL.map(|field| given(field).unwrap_or_else(|| Rc::clone(&defaults.0[field as usize]))))
        });
        // Attributes and links write numbers with a point; the draft has them as its language does.
        if draft.decimal_mark() == DecimalMark::Comma {
            for field in Field::ALL.into_iter().filter(|field| field.kind().is_number()) {
                draft = draft.clone().with(field, &DecimalMark::Comma.write(draft.text(field)));
            }
        }
        if given(Field::Rate).is_none()
            && let Some(rate) = validate::nearest_rate(&draft)
        {
            let rate = draft.decimal_mark().write(&rate.percent().to_string());
            draft = draft.with(Field::Rate, &rate);
        }
        if given(Field::ContractPrice).is_none() {
            // Where gigs and price make no amount, validation complains about them; the contract then repeats the
            // default example's total.
            let total = validate::gigs_total(&draft)
                .map_or_else(|| "15000".into(), |(total, currency)| written(currency.major(total)).to_string());
            let total = draft.decimal_mark().write(&total);
            draft = draft.with(Field::ContractPrice, &total);
        }
        draft
    }
}

/// Whether a text can stand in a field, by itself: what a link or an attribute is asked before it is used.
pub(super) fn check_alone(field: Field, text: &str) -> Result<(), Reason> {
    let draft = Overrides::default_draft().with(field, text);
    let mut check = Check::new(&draft);
    match field.kind() {
        Kind::Schedule(_) if text == FeeSource::CUSTOM => {}
        Kind::Schedule(Payer::Freelancer) | Kind::Currency => {
            check.fee();
        }
        Kind::Schedule(Payer::Client) => {
            check.client_offer(None);
        }
        // Nothing takes an example's fee away.
        Kind::Fee if text.trim().is_empty() => {}
        Kind::Fee => {
            check.own_fee(field);
        }
        // Which there are depends on the fee, so that is seen when all is put together.
        Kind::Status => {}
        Kind::Rate { optional } => {
            if !(optional && text.trim().is_empty()) {
                check.rate(field);
            }
        }
        Kind::Whole { .. } => {
            check.whole(field);
        }
        Kind::Percent { .. } | Kind::Hours => {
            check.hundredths(field);
        }
        // Digits behind the point depend on the currency, so that is seen when all is put together.
        Kind::Money { least, .. } => {
            check.number(field).map(|number| check.positive(field, number, least == 0));
        }
        Kind::Flag | Kind::Choice(_) | Kind::Lang => check.word(field),
    }
    match check.problems.into_iter().find(|problem| problem.field == field) {
        // A currency of its own is fine beside a fee of its own; again, seen when all is put together.
        None | Some(Problem { reason: Reason::OtherCurrency(_) | Reason::FeeTooFine(_), .. }) => Ok(()),
        Some(problem) => Err(problem.reason),
    }
}
