//! What do the author's attributes and a link set? Some fields as text, and the draft that results above the defaults.

use std::rc::Rc;

use super::check::Check;
use super::validate;
use super::{DecimalMark, Draft, FeeSource, Field, Kind, Problem, Reason, other_reading, relisted};
use crate::amount::{Decimal, written};
use crate::fees::Payer;

/// Some fields as text, set by the author's attributes or a link. Other fields stay unchanged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overrides(Rc<[Option<Rc<str>>; Field::ALL.len()]>);

impl Default for Overrides {
    fn default() -> Overrides {
        Overrides(Rc::new([const { None }; Field::ALL.len()]))
    }
}

impl Overrides {
    /// The text set for a field.
    pub fn text(&self, field: Field) -> Option<&str> {
        self.0[field as usize].as_deref()
    }

    /// Sets a field's text.
    pub fn set(&mut self, field: Field, text: &str) {
        Rc::make_mut(&mut self.0)[field as usize] = Some(text.into());
    }

    /// Removes a field's text.
    pub fn remove(&mut self, field: Field) {
        Rc::make_mut(&mut self.0)[field as usize] = None;
    }

    /// The draft of the defaults alone.
    pub fn default_draft() -> Draft {
        Overrides::resolve(&[])
    }

    /// The draft that results if each layer overrides the ones before it, above the defaults. If no layer sets the
    /// contract's price, it is gigs × price of the result; if no layer sets the rate, it is the allowed one nearest to
    /// the default.
    pub fn resolve(layers: &[&Overrides]) -> Draft {
        let set = |field: Field| layers.iter().rev().find_map(|layer| layer.0[field as usize].clone());
        // The defaults are written out once: a link is resolved with every move of a slider.
        thread_local!(static DEFAULTS: [Rc<str>; Field::ALL.len()] = Field::ALL.map(|field| field.default_text().into()));
        let default = |field: Field| DEFAULTS.with(|defaults| Rc::clone(&defaults[field as usize]));
        let mut draft = Draft::of(|field| set(field).unwrap_or_else(|| default(field)));
        // Attributes and links write numbers with a point; the draft has them as its language writes them.
        let mark = draft.decimal_mark();
        if mark.is_comma() {
            for field in Field::ALL.iter().copied().filter(|field| field.kind().is_number()) {
                draft = draft.clone().with(field, &mark.write(draft.text(field)));
            }
            for field in [Field::GigList, Field::ContractList] {
                if let Some(list) = relisted(draft.text(field), DecimalMark::Point, mark) {
                    draft = draft.with(field, &list);
                }
            }
        }
        if set(Field::Rate).is_none()
            && let Some(rate) = validate::nearest_rate(&draft)
        {
            let rate = draft.decimal_mark().write(&rate.percent().to_string());
            draft = draft.with(Field::Rate, &rate);
        }
        if set(Field::ContractPrice).is_none() {
            // If gigs and price give no amount, validation reports them; the contract then repeats the default
            // example's total.
            let total = validate::gigs_total(&draft)
                .map_or_else(|| "15000".into(), |(total, currency)| written(currency.major(total)).to_string());
            let total = draft.decimal_mark().write(&total);
            draft = draft.with(Field::ContractPrice, &total);
        }
        draft
    }
}

/// The number that a reader may have meant by a text in a field instead of the one that is read, if it is valid there, too.
pub fn doubt(field: Field, text: &str, mark: DecimalMark) -> Option<Decimal> {
    let other = field.kind().is_number().then(|| other_reading(text, mark))??;
    check_alone(field, &other.to_string()).ok().map(|()| other)
}

/// Whether a text is valid in a field, apart from the others; checked before a link or an attribute is used.
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
        // An empty fee or list takes the place of the example's.
        Kind::Fee | Kind::List(_) if text.trim().is_empty() => {}
        Kind::Fee => {
            check.own_fee(field);
        }
        // Valid statuses depend on the fee, so this is checked with everything together.
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
        // The number of decimals depends on the currency, so it is checked with everything together.
        Kind::Money { least, .. } => {
            check.number(field).map(|number| check.positive(field, number, least == 0));
        }
        // So is the number of decimals in a list.
        Kind::List(side) => {
            check.list(side);
        }
        Kind::Clients | Kind::Flag | Kind::Choice(_) | Kind::Lang => check.word(field),
    }
    match check.problems.into_iter().find(|problem| problem.field == field) {
        // Another currency is valid with a fee of the reader's own; that too is checked with everything together.
        None | Some(Problem { reason: Reason::OtherCurrency(_) | Reason::FeeTooFine(_), .. }) => Ok(()),
        Some(problem) => Err(problem.reason),
    }
}
