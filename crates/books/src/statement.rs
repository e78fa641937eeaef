//! What does a file say? Its payments, what was left out, and what a reader may say about its layout.

use std::borrow::Cow;

use engine::amount::{Currency, Money, Rate};
use engine::fees::Platform;
use engine::scenario::DecimalMark;
use time::Date;

use crate::cells::Broken;
use crate::column::Columns;
use crate::date::Order;
use crate::layout::Head;
use crate::paid::{Client, Paid, Returned};
use crate::services::RowKind;

/// What a reader says about a file, where that is not left to its layout.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Where each column is.
    pub columns: Option<Columns>,
    /// Which of two numbers in a date is the day.
    pub order: Option<Order>,
    /// The decimal mark.
    pub mark: Option<DecimalMark>,
    /// Which of several currencies counts.
    pub currency: Option<Currency>,
    /// Whose fee was taken, if the file of no known service says only what arrived.
    pub platform: Option<&'static Platform>,
    /// The rate where that fee leaves it open.
    pub rate: Rate,
}

/// What probably holds where a file says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usual {
    /// The currency.
    pub currency: Currency,
    /// The decimal mark.
    pub mark: DecimalMark,
}

/// One row that was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The line on which it is.
    pub line: u32,
    /// What it is.
    pub kind: RowKind,
    /// When it was, if the file has dates.
    pub day: Option<Date>,
    /// Who paid, if that is said.
    pub client: Option<Client>,
    /// In which currency.
    pub currency: Currency,
    /// How much, below zero if it was taken.
    pub amount: Money,
    /// What the same row says was taken as a fee, below zero if it was given back.
    pub fee: Option<Money>,
}

impl From<Entry> for Paid {
    /// A payment of which nothing has been refunded.
    fn from(Entry { line, day, client, amount, fee, .. }: Entry) -> Paid {
        Paid { line, day, client, gross: amount, taken: fee, returned: Returned::default() }
    }
}

/// A row that does not count, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The line on which it is.
    pub line: u32,
    /// Why.
    pub why: Why,
}

/// Why a row does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It did not happen, or not yet: its status.
    Status(String),
    /// It has no amount, or nothing.
    NoAmount,
    /// Its amount is not a number.
    Amount(String),
    /// Its amount has more decimals than its currency.
    Finer(String),
    /// Its amount is more than anybody is paid.
    TooLarge(String),
    /// With those before it, it is more than anybody is paid.
    SumTooLarge,
    /// Its date is not a day.
    Day(String),
    /// It has another number of cells than the headings.
    Cells {
        /// How many.
        found: usize,
        /// And how many the headings have.
        expected: usize,
    },
    /// No client paid: it changes one currency into another, holds money back for a while, or is the reader's own, such as a loan.
    NotPaid,
    /// It is the sum of other rows.
    Total,
    /// It is in another currency than what is looked at.
    Currency(Currency),
    /// It is in a currency whose name is not known.
    UnknownCurrency(String),
    /// It takes money out for something that is neither a fee, nor tax, nor a withdrawal.
    MoneyOut(Money, Currency),
    /// It is beyond the most rows that are read.
    TooMany,
}

/// What else a file has, each as a sum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// Fees of which nothing says what they were taken for.
    pub loose_fees: Money,
    /// Money given back of which nothing says what it was paid for.
    pub loose_refunds: Money,
    /// Taxes, on fees or kept back.
    pub taxes: Money,
    /// Money taken to a bank.
    pub withdrawn: Money,
    /// And the fees for that.
    pub withdrawal_fees: Money,
    /// Memberships, bids and the like.
    pub spent: Money,
}

/// What a file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// How it is laid out.
    pub head: Head,
    /// The order of numbers in its dates, and whether any date decides it.
    pub order: (Order, bool),
    /// How many amounts could be read in two ways.
    pub unclear: u32,
    /// The currency that was looked at.
    pub currency: Currency,
    /// How many payments there are in each currency.
    pub currencies: Vec<(Currency, u32)>,
    /// The clients' names.
    pub clients: Vec<String>,
    /// The rows that were understood, as they are in the file.
    pub entries: Vec<Entry>,
    /// The rows that were not, or that do not count.
    pub left_out: Vec<LeftOut>,
    /// The payments from the first day on.
    pub payments: Vec<Paid>,
    /// Those of which everything was given back, each with how many of the others came before it.
    pub(crate) undone: Vec<(usize, Paid)>,
    /// What else there is.
    pub sums: Sums,
    /// By whose fee the payments were worked out from what arrived, if the file does not say them.
    pub worked_out: Option<&'static Platform>,
    /// Of how many payments that could not be done, so that what arrived counts as billed.
    pub not_worked_out: u32,
    /// Where the file breaks off, if it does.
    pub broken: Option<Broken>,
}

impl Statement {
    /// Whether there were payments, all of which were given back.
    pub fn is_undone(&self) -> bool {
        self.payments.is_empty() && !self.undone.is_empty()
    }

    /// What else there is besides the payments and the fees that are counted with them.
    pub fn besides(&self) -> Sums {
        let kept = self.undone.iter().filter_map(|(_, paid)| paid.kept_fee()).sum::<Money>();
        let kept = if self.payments.is_empty() { Money::ZERO } else { kept };
        Sums { loose_fees: self.sums.loose_fees - kept, ..self.sums }
    }

    /// All payments from the first day on, for what had been billed before each: those of which everything was given back as well.
    pub fn history(&self) -> Cow<'_, [Paid]> {
        if self.undone.is_empty() {
            return Cow::Borrowed(&self.payments);
        }
        let mut history = Vec::with_capacity(self.payments.len() + self.undone.len());
        let mut from = 0;
        for (at, paid) in &self.undone {
            history.extend_from_slice(&self.payments[from..*at]);
            history.push(*paid);
            from = *at;
        }
        history.extend_from_slice(&self.payments[from..]);
        Cow::Owned(history)
    }
}
