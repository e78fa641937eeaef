//! Which columns does a file have, and where?

use engine::scenario::{is_letter, small};

use crate::known::spaced;

/// The content of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The date.
    Date,
    /// The client who paid.
    Client,
    /// The amount that was billed; below zero if it was taken.
    Amount,
    /// The amount that came in.
    Credit,
    /// The amount that went out.
    Debit,
    /// The direction of the money: `Dr` or `Cr`.
    Direction,
    /// The amount that was given back.
    Returned,
    /// The fee that was taken.
    Fee,
    /// The amount that arrived after the fee.
    Net,
    /// The kind of entry.
    Kind,
    /// The currency.
    Currency,
    /// The status: whether it happened.
    Status,
    /// The description.
    About,
    /// The identifier of the entry.
    Id,
    /// The identifier of the entry that it belongs to.
    Belongs,
}

impl Column {
    /// Every column.
    pub const ALL: [Column; 15] = [
        Column::Date,
        Column::Client,
        Column::Amount,
        Column::Credit,
        Column::Debit,
        Column::Direction,
        Column::Returned,
        Column::Fee,
        Column::Net,
        Column::Kind,
        Column::Currency,
        Column::Status,
        Column::About,
        Column::Id,
        Column::Belongs,
    ];

    /// The columns with amounts.
    pub(crate) const MONEY: [Column; 6] =
        [Column::Amount, Column::Credit, Column::Debit, Column::Returned, Column::Fee, Column::Net];

    /// Its name in the page.
    pub fn name(self) -> &'static str {
        match self {
            Column::Date => "date",
            Column::Client => "client",
            Column::Amount => "amount",
            Column::Credit => "credit",
            Column::Debit => "debit",
            Column::Direction => "direction",
            Column::Returned => "returned",
            Column::Fee => "fee",
            Column::Net => "net",
            Column::Kind => "kind",
            Column::Currency => "currency",
            Column::Status => "status",
            Column::About => "about",
            Column::Id => "id",
            Column::Belongs => "belongs",
        }
    }

    /// The column with this name.
    pub fn named(name: &str) -> Option<Column> {
        Column::ALL.into_iter().find(|column| column.name() == name)
    }
}

/// The place of each column, counted from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Columns([Option<u16>; Column::ALL.len()]);

impl Columns {
    /// The place of a column.
    pub fn get(&self, column: Column) -> Option<usize> {
        self.0[column as usize].map(usize::from)
    }

    /// The same with a column at another place, or nowhere.
    #[must_use]
    pub fn with(mut self, column: Column, place: Option<usize>) -> Columns {
        self.0[column as usize] = place.and_then(|place| u16::try_from(place).ok());
        self
    }

    /// Whether any column has amounts.
    pub fn has_amounts(&self) -> bool {
        [Column::Amount, Column::Credit, Column::Net].iter().any(|column| self.get(*column).is_some())
    }

    /// Whether its only amounts are those that arrived after the fee.
    pub fn has_only_net(&self) -> bool {
        let has_none = |column: Column| self.get(column).is_none();
        !has_none(Column::Net) && has_none(Column::Amount) && has_none(Column::Credit)
    }

    /// Whether any column is at this place.
    pub(crate) fn has(&self, place: usize) -> bool {
        Column::ALL.iter().any(|column| self.get(*column) == Some(place))
    }

    /// Puts a column at a place, if neither is taken.
    pub(crate) fn fill(&mut self, column: Column, place: usize) {
        if self.get(column).is_none() && !self.has(place) {
            *self = self.with(column, Some(place));
        }
    }
}

/// A heading in its plainest form: small letters, one space between words, no marks.
pub(crate) fn plain(heading: &str) -> String {
    spaced(heading, &|char| (char.is_ascii_digit() || is_letter(char)).then_some(small(char)))
}
