//! What did a client pay, and what had been billed before?

use engine::amount::Money;
use engine::fees::{Basis, Payment};
use time::Date;

use crate::known::place;

/// A client, by the position of the name; several rows may be of the same one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Client(pub u32);

/// What a client paid at once, and what was taken of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paid {
    /// The line on which it is.
    pub line: u32,
    /// When, if the file has dates.
    pub day: Option<Date>,
    /// Who, if that is said.
    pub client: Option<Client>,
    /// How much, less what was given back of it.
    pub gross: Money,
    /// What was taken as a fee, less what was given back of that; none if the file does not say it.
    pub taken: Option<Money>,
}

/// What was billed before each payment, from the first one on.
#[derive(Default)]
pub(crate) struct Walk {
    /// To each client, by position, and the day of the first payment.
    by_client: Vec<(Money, Option<Date>)>,
    in_all: Money,
    month: (i32, u8, Money),
}

impl Walk {
    /// The payment after what counts before it.
    pub fn payment(&self, basis: Basis, paid: &Paid) -> Payment {
        let before = match basis {
            // Nobody's name is another client each time.
            Basis::Client => self.client(paid).map_or(Money::ZERO, |(billed, _)| *billed),
            Basis::Account => self.in_all,
            Basis::Month if month_of(paid.day) == (self.month.0, self.month.1) => self.month.2,
            Basis::Month | Basis::Contract | Basis::Payment => Money::ZERO,
        };
        Payment::of(paid.gross, before)
    }

    /// What the client was billed, and when first; none without a name.
    pub fn client(&self, paid: &Paid) -> Option<&(Money, Option<Date>)> {
        self.by_client.get(paid.client?.0 as usize)
    }

    /// Whole months since the client's first payment.
    pub fn months_with(&self, paid: &Paid) -> u32 {
        let first = self.client(paid).and_then(|(_, first)| *first);
        let (Some(first), Some(day)) = (first, paid.day) else { return 0 };
        let months =
            (day.year() - first.year()) * 12 + i32::from(u8::from(day.month())) - i32::from(u8::from(first.month()));
        u32::try_from(months - i32::from(day.day() < first.day())).unwrap_or(0)
    }

    /// Counts a payment.
    pub fn go_on(&mut self, paid: &Paid) {
        if let Some(Client(client)) = paid.client {
            let (billed, first) = place(&mut self.by_client, client as usize);
            if *billed == Money::ZERO {
                *first = paid.day;
            }
            *billed += paid.gross;
        }
        self.in_all += paid.gross;
        let (year, month) = month_of(paid.day);
        let before = if (year, month) == (self.month.0, self.month.1) { self.month.2 } else { Money::ZERO };
        self.month = (year, month, before + paid.gross);
    }
}

fn month_of(day: Option<Date>) -> (i32, u8) {
    day.map_or((0, 0), |day| (day.year(), day.month().into()))
}
