use std::rc::Rc;

use super::{Clients, DecimalMark, Field};
use crate::amount::written;

/// Every field as text, exactly as typed. Always representable, perhaps not computable: that is what
/// [`validate`](fn@super::validate) finds out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft([Rc<str>; Field::ALL.len()]);

impl Draft {
    /// A flag that is set.
    pub const YES: &'static str = "yes";
    /// A flag that is not set.
    pub const NO: &'static str = "no";

    /// The text of a field.
    pub fn text(&self, field: Field) -> &str {
        &self.0[field as usize]
    }

    /// The same draft with another text in one field.
    #[must_use]
    pub fn with(mut self, field: Field, text: &str) -> Draft {
        self.0[field as usize] = text.into();
        self
    }

    /// Whether the contract's price follows the gigs.
    pub fn same_total(&self) -> bool {
        self.text(Field::SameTotal) == Draft::YES
    }

    /// How the gigs are spread over clients.
    pub fn clients(&self) -> Clients {
        if self.text(Field::GigClients) == "one" { Clients::One } else { Clients::Each }
    }

    /// How this draft's language writes the decimal mark.
    pub fn decimal_mark(&self) -> DecimalMark {
        DecimalMark::of_language(self.text(Field::Lang))
    }
}

/// Some fields as text: what the author's attributes say, or a link. What is not given stays as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given([Option<Rc<str>>; Field::ALL.len()]);

impl Default for Given {
    fn default() -> Given {
        Given([const { None }; Field::ALL.len()])
    }
}

impl Given {
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
        Given::resolve(&[])
    }

    /// The draft that results when each layer overrides the ones before it, above the defaults. A contract's price that
    /// no layer gives is gigs × price, as these stand here; a rate that no layer gives is the nearest to the usual one
    /// that the fee allows.
    pub fn resolve(layers: &[&Given]) -> Draft {
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
            && let Some(rate) = super::validate::nearest_rate(&draft)
        {
            let rate = draft.decimal_mark().write(&rate.percent().to_string());
            draft = draft.with(Field::Rate, &rate);
        }
        if given(Field::ContractPrice).is_none() {
            // Where gigs and price make no amount, validation complains about them; the contract then repeats the
            // default example's total.
            let total = super::validate::gigs_total(&draft)
                .map_or_else(|| "15000".into(), |(total, currency)| written(currency.major(total)).to_string());
            let total = draft.decimal_mark().write(&total);
            draft = draft.with(Field::ContractPrice, &total);
        }
        draft
    }
}
