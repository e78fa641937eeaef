//! What did the reader type? Every field as text.

use std::cell::OnceCell;
use std::rc::Rc;

use super::limits::MAX_GIGS;
use super::list::ReadList;
use super::{BySide, Clients, DecimalMark, FeeSource, Field, Kind, ListError, NumberError, Side, read_as};
use crate::amount::{Decimal, in_units};
use crate::fees::Payer;

/// Every field as text, exactly as typed. Always representable, perhaps not computable;
/// [`validate`](fn@super::validate) decides. Copies share their texts until one of them changes.
#[derive(Clone, Debug)]
pub struct Draft(Rc<Fields>);

#[derive(Clone, Debug)]
struct Fields {
    texts: [Rc<str>; Field::ALL.len()],
    /// The decimal mark of its language: every number is read with it.
    mark: DecimalMark,
    /// Lists that have been read: they are long, and most changes leave them as they are.
    lists: BySide<OnceCell<Rc<ReadList>>>,
}

impl PartialEq for Draft {
    fn eq(&self, other: &Draft) -> bool {
        Rc::ptr_eq(&self.0, &other.0) || self.0.texts == other.0.texts
    }
}

impl Eq for Draft {}

impl Draft {
    /// A draft of the texts of all fields.
    pub(super) fn of(text: impl FnMut(Field) -> Rc<str>) -> Draft {
        let texts = Field::ALL.map(text);
        let mark = DecimalMark::of_language(&texts[Field::Lang as usize]);
        Draft(Rc::new(Fields { texts, mark, lists: BySide::default() }))
    }

    /// The text of a field.
    pub fn text(&self, field: Field) -> &str {
        &self.0.texts[field as usize]
    }

    /// The same draft with another text in one field.
    #[must_use]
    pub fn with(mut self, field: Field, text: &str) -> Draft {
        let own = Rc::make_mut(&mut self.0);
        own.texts[field as usize] = text.into();
        if field == Field::Lang {
            own.mark = DecimalMark::of_language(text);
        }
        let is_read_anew = field == Field::Lang || matches!(field.kind(), Kind::List(_));
        if is_read_anew {
            own.lists = BySide::default();
        }
        self
    }

    /// Whether the contract's price follows the gigs.
    pub fn same_total(&self) -> bool {
        self.text(Field::SameTotal) == Kind::YES && !self.has_list(Side::Contract)
    }

    /// Whether a side is a list.
    pub fn has_list(&self, side: Side) -> bool {
        !self.text(Field::list_of(side)).trim().is_empty()
    }

    /// Whether something replaces a field: a list replaces jobs and their price, the gigs' total the contract's price.
    pub fn is_replaced(&self, field: Field) -> bool {
        let is_of_gigs = matches!(field, Field::Gigs | Field::GigPrice | Field::GigClients);
        is_of_gigs && self.has_list(Side::Gigs)
            || field == Field::ContractPrice && (self.has_list(Side::Contract) || self.same_total())
    }

    /// Whether a payer's fee is the reader's own, even while nothing is typed.
    pub fn is_own_fee(&self, payer: Payer) -> bool {
        let [schedule, fee] = match payer {
            Payer::Freelancer => [Field::Schedule, Field::Fee],
            Payer::Client => [Field::ClientSchedule, Field::ClientFee],
        };
        self.text(schedule) == FeeSource::CUSTOM || !self.text(fee).trim().is_empty()
    }

    /// Whether a side has its own rate.
    pub fn has_own_rate(&self, side: Side) -> bool {
        let field = match side {
            Side::Gigs => Field::GigRate,
            Side::Contract => Field::ContractRate,
        };
        !self.text(field).trim().is_empty()
    }

    /// Whether any side has its own rate.
    pub fn has_own_rates(&self) -> bool {
        [Side::Gigs, Side::Contract].into_iter().any(|side| self.has_own_rate(side))
    }

    /// The list of a side.
    ///
    /// # Errors
    ///
    /// If there is none.
    pub(super) fn list(&self, side: Side) -> Result<Rc<ReadList>, ListError> {
        let read = self.0.lists.get(side);
        if let Some(list) = read.get() {
            return Ok(Rc::clone(list));
        }
        let list = Rc::new(ReadList::of(self.text(Field::list_of(side)), self.decimal_mark())?);
        Ok(Rc::clone(read.get_or_init(|| list)))
    }

    /// The way the gigs are spread over clients, if that can be read.
    pub fn clients(&self) -> Option<Clients> {
        match self.text(Field::GigClients).trim() {
            Clients::EACH => Some(Clients::Each),
            Clients::ONE => Some(Clients::One),
            _ => match u32::try_from(in_units(self.number(Field::GigClients).ok()?, 0)?) {
                Ok(1) => Some(Clients::One),
                Ok(number @ 2..=MAX_GIGS) => Some(Clients::Number(number)),
                _ => None,
            },
        }
    }

    /// The number in a field.
    ///
    /// # Errors
    ///
    /// If there is none.
    pub fn number(&self, field: Field) -> Result<Decimal, NumberError> {
        read_as(self.text(field), field.kind().unit(), self.decimal_mark())
    }

    /// The decimal mark of this draft's language.
    pub fn decimal_mark(&self) -> DecimalMark {
        self.0.mark
    }
}
