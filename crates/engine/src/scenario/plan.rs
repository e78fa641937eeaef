//! What is a side? A plan: how many jobs, for whom, at what price, and what they take.

use super::{Hours, Protection, Share};
use crate::amount::Money;

/// One of the two sides of the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Many small gigs.
    Gigs,
    /// One large contract.
    Contract,
}

impl Side {
    /// The side it is compared with.
    #[must_use]
    pub fn other(self) -> Side {
        match self {
            Side::Gigs => Side::Contract,
            Side::Contract => Side::Gigs,
        }
    }
}

/// A value for each side of the comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BySide<T> {
    /// The gigs' value.
    pub gigs: T,
    /// The contract's value.
    pub contract: T,
}

impl<T> BySide<T> {
    /// The same function of each side.
    pub fn from_fn(mut value: impl FnMut(Side) -> T) -> BySide<T> {
        BySide { gigs: value(Side::Gigs), contract: value(Side::Contract) }
    }

    /// The value of one side.
    pub fn get(&self, side: Side) -> &T {
        match side {
            Side::Gigs => &self.gigs,
            Side::Contract => &self.contract,
        }
    }

    /// The value of one side, to change.
    pub fn get_mut(&mut self, side: Side) -> &mut T {
        match side {
            Side::Gigs => &mut self.gigs,
            Side::Contract => &mut self.contract,
        }
    }
}

impl<T, E> BySide<Result<T, E>> {
    /// Both values, or the first error.
    ///
    /// # Errors
    ///
    /// When either side is an error.
    pub fn transpose(self) -> Result<BySide<T>, E> {
        Ok(BySide { gigs: self.gigs?, contract: self.contract? })
    }
}

/// Work for one or more clients: a number of jobs at a price. The large contract is a plan with one job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// How many jobs, at least one. Each is one contract and one payment.
    pub jobs: u32,
    /// The gross price of each job, above zero.
    pub price: Money,
    /// How the jobs are spread over clients.
    pub clients: Clients,
    /// Amount already billed to each of those clients.
    pub billed: Money,
    /// The number of payments for each job, at least one. Several only if there is one job.
    pub instalments: u32,
    /// The number of months over which the payments are spread, at least one.
    pub months: u32,
    /// Whole months since the first project with those clients.
    pub client_months: u32,
    /// Working hours of each job.
    pub hours: Hours,
    /// Unpaid hours for each job.
    pub overhead: Hours,
    /// Share of bids that win.
    pub win_rate: Share,
    /// Bought-in work for each job.
    pub bought_in: Money,
    /// What protects the payments.
    pub protection: Protection,
}

/// How the jobs are spread over clients.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clients {
    /// Every job has its own client.
    #[default]
    Each,
    /// All jobs are for one client.
    One,
    /// For that many: each has as many jobs as the others, or the first few one more. More than there are jobs are as
    /// many as jobs.
    Number(u32),
}

impl Plan {
    /// One job, paid at once, to fill in.
    pub(super) const BLANK: Plan = Plan {
        jobs: 1,
        price: Money::ZERO,
        clients: Clients::One,
        billed: Money::ZERO,
        instalments: 1,
        months: 1,
        client_months: 0,
        hours: Hours::from_hundredths(0),
        overhead: Hours::from_hundredths(0),
        win_rate: Share::ALL,
        bought_in: Money::ZERO,
        protection: Protection::None,
    };

    /// The gross of all jobs together.
    pub fn gross(&self) -> Money {
        self.price * self.jobs
    }

    /// The number of payments for each job; none is less than a unit.
    pub fn payments_each(&self) -> u32 {
        let most = u32::try_from(self.price.minor()).unwrap_or(u32::MAX).max(1);
        self.instalments.min(most)
    }

    /// How many payments there are.
    pub fn payments(&self) -> u32 {
        self.jobs * self.payments_each()
    }

    /// How many clients there are.
    pub fn client_count(&self) -> u32 {
        match self.clients {
            Clients::Each => self.jobs,
            Clients::One => 1,
            Clients::Number(number) => number.min(self.jobs),
        }
    }
}
