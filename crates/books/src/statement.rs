//! What does a file say? Its payments, the rows that were ignored, and the settings with which a reader may correct its layout.

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

/// A reader's settings for a file, where they are not left to its layout.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The place of each column.
    pub columns: Option<Columns>,
    /// The order of the day and the month in dates.
    pub order: Option<Order>,
    /// The decimal mark.
    pub mark: Option<DecimalMark>,
    /// The currency that counts, if there are several.
    pub currency: Option<Currency>,
    /// The platform whose fee was taken, if a file of no known service has only what arrived.
    pub platform: Option<&'static Platform>,
    /// The rate where that fee leaves it open.
    pub rate: Rate,
}

/// The values that probably hold where a file names none.
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
    /// The line in the file.
    pub line: u32,
    /// The kind.
    pub kind: RowKind,
    /// The day, if the file has dates.
    pub day: Option<Date>,
    /// The client, if the file names one.
    pub client: Option<Client>,
    /// The currency.
    pub currency: Currency,
    /// The amount, below zero if it was taken.
    pub amount: Money,
    /// The fee that was taken by the same row, below zero if it was given back.
    pub fee: Option<Money>,
}

impl From<Entry> for Paid {
    /// A payment of which nothing has been refunded.
    fn from(Entry { line, day, client, amount, fee, .. }: Entry) -> Paid {
        Paid { line, day, client, gross: amount, taken: fee, returned: Returned::default() }
    }
}

/// A row that does not count, and the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The line in the file.
    pub line: u32,
    /// The reason.
    pub why: Why,
}

/// The reason why a row does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It did not happen, or not yet: its status.
    Status(String),
    /// It has no amount, or zero.
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
        /// The number of its cells.
        found: usize,
        /// The number of headings.
        expected: usize,
    },
    /// No client paid: it changes one currency into another, holds money back for a while, or is the reader's own, such as a loan.
    NotPaid,
    /// It is the sum of other rows.
    Total,
    /// It is in another currency than the one that counts.
    Currency(Currency),
    /// It is in a currency whose name is not known.
    UnknownCurrency(String),
    /// It takes money out for something that is neither a fee, nor tax, nor a withdrawal.
    MoneyOut(Money, Currency),
    /// It is beyond the most rows that are read.
    TooMany,
}

/// Everything else in a file, each as a sum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// Fees for which no payment was found.
    pub loose_fees: Money,
    /// Refunds for which no payment was found.
    pub loose_refunds: Money,
    /// Taxes, on fees or kept back.
    pub taxes: Money,
    /// Money taken to a bank.
    pub withdrawn: Money,
    /// The fees for withdrawals.
    pub withdrawal_fees: Money,
    /// Memberships, bids and the like.
    pub spent: Money,
}

/// The contents of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Its layout.
    pub head: Head,
    /// The order of numbers in its dates, and whether any date decides it.
    pub order: (Order, bool),
    /// The number of amounts that can be read in two ways.
    pub unclear: u32,
    /// The currency that counts.
    pub currency: Currency,
    /// The number of payments in each currency.
    pub currencies: Vec<(Currency, u32)>,
    /// The clients' names.
    pub clients: Vec<String>,
    /// The rows that were understood, as they are in the file.
    pub entries: Vec<Entry>,
    /// The rows that were not understood, or that do not count.
    pub left_out: Vec<LeftOut>,
    /// The payments from the first day on.
    pub payments: Vec<Paid>,
    /// The payments of which everything was given back, each with the number of the others that came before it.
    pub(crate) undone: Vec<(usize, Paid)>,
    /// The sums of everything else.
    pub sums: Sums,
    /// The platform by whose fee the payments were worked out from what arrived, if the file does not have them.
    pub worked_out: Option<&'static Platform>,
    /// The number of payments for which that was not possible, so that what arrived counts as billed.
    pub not_worked_out: u32,
    /// The place where the file breaks off, if it does.
    pub broken: Option<Broken>,
}

impl Statement {
    /// Whether there were payments, all of which were given back.
    pub fn is_undone(&self) -> bool {
        self.payments.is_empty() && !self.undone.is_empty()
    }

    /// The sums besides the payments and the fees that are counted with them.
    pub fn besides(&self) -> Sums {
        let kept = self.undone.iter().filter_map(|(_, paid)| paid.kept_fee()).sum::<Money>();
        let kept = if self.payments.is_empty() { Money::ZERO } else { kept };
        Sums { loose_fees: self.sums.loose_fees - kept, ..self.sums }
    }

    /// All payments from the first day on, to find what was billed before each: those of which everything was given back as well.
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
