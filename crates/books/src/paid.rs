//! What did a client pay, and what had been billed before?

use engine::amount::Money;
use engine::fees::{Basis, Payment};
use time::Date;

use crate::known::place;

/// A client, by the position of the name; several rows may have the same one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Client(pub u32);

/// The position of a client among all, after those without a name.
pub(crate) fn position(client: Option<Client>) -> usize {
    client.map_or(0, |client| client.0 as usize + 1)
}

/// A client's payment, and the fee taken of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paid {
    /// The line on which it is.
    pub line: u32,
    /// The day, if the file has dates.
    pub day: Option<Date>,
    /// The client, if the file names one.
    pub client: Option<Client>,
    /// The amount, less what was given back of it.
    pub gross: Money,
    /// The fee that was taken, less what was given back of it; none if the file does not name it.
    pub taken: Option<Money>,
    /// The amounts that were given back later.
    pub returned: Returned,
}

impl Paid {
    /// Whether anything of it was not given back.
    pub fn remains(&self) -> bool {
        self.gross > Money::ZERO
    }

    /// The fee that was kept although everything else was refunded.
    pub fn kept_fee(&self) -> Option<Money> {
        self.taken.filter(|taken| !self.remains() && *taken > Money::ZERO)
    }

    /// The amount that was billed on its day.
    pub fn billed(&self) -> Money {
        self.gross + self.returned.amount
    }

    /// The fee that was taken of that, if the file names it.
    pub fn charged(&self) -> Option<Money> {
        Some(self.taken? + self.returned.fee)
    }
}

/// The amounts that were given back of a payment after its day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Returned {
    /// The part of what was billed.
    pub amount: Money,
    /// The part of its fee; below zero if more was taken, as for a dispute.
    pub fee: Money,
    /// The day on which the last of it was given back; none if the file does not name it.
    pub day: Option<Date>,
}

/// The amounts billed before each payment, from the first one on.
#[derive(Default)]
pub(crate) struct Walk {
    /// The amount billed to each client, by position, and the day of the first payment.
    by_client: Vec<(Money, Option<Date>)>,
    in_all: Money,
    month: (i32, u8, Money),
    /// The payments of which something will be given back; the next one is last.
    returns: Vec<Paid>,
}

impl Walk {
    /// A payment of an amount, with what counts before it.
    pub fn payment(&self, basis: Basis, paid: &Paid, amount: Money) -> Payment {
        let before = match basis {
            // Each payment without a name counts as a different client's.
            Basis::Client => self.client(paid).map_or(Money::ZERO, |(billed, _)| *billed),
            Basis::Account => self.in_all,
            Basis::Month if month_of(paid.day) == (self.month.0, self.month.1) => self.month.2,
            Basis::Month | Basis::Contract | Basis::Payment => Money::ZERO,
        };
        Payment::of(amount, before)
    }

    /// The amount that the client was billed, and the first day; none without a name.
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

    /// Advances to the day of a payment: what was given back until then is no longer billed.
    pub fn come_to(&mut self, day: Option<Date>) {
        while let Some(Paid { client, day, returned, .. }) = self.returns.pop_if(|paid| paid.returned.day <= day) {
            self.count(client, day, -returned.amount);
        }
    }

    /// Counts a payment.
    pub fn go_on(&mut self, paid: &Paid) {
        let is_returned_later = paid.returned.day > paid.day && paid.returned.amount != Money::ZERO;
        self.count(paid.client, paid.day, if is_returned_later { paid.billed() } else { paid.gross });
        if is_returned_later {
            let later = self.returns.partition_point(|other| other.returned.day > paid.returned.day);
            self.returns.insert(later, *paid);
        }
    }

    fn count(&mut self, client: Option<Client>, day: Option<Date>, amount: Money) {
        if let Some(Client(client)) = client {
            let (billed, first) = place(&mut self.by_client, client as usize);
            if *billed == Money::ZERO {
                *first = day;
            }
            *billed += amount;
        }
        self.in_all += amount;
        let (year, month) = month_of(day);
        if (year, month) == (self.month.0, self.month.1) {
            self.month.2 += amount;
        } else if amount > Money::ZERO {
            self.month = (year, month, amount);
        }
    }
}

fn month_of(day: Option<Date>) -> (i32, u8) {
    day.map_or((0, 0), |day| (day.year(), day.month().into()))
}
