//! What is a side? A plan: which jobs, for whom, at what price, and what they take.

use std::rc::Rc;

use super::{Clients, Hours, List, Protection, Share};
use crate::amount::Money;

/// Work for one or more clients: a number of jobs at a price, or a list of jobs. The large contract is a plan with one
/// job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The number of jobs, at least one, if there is no list. Each is one contract and one payment.
    pub(super) jobs: u32,
    /// The gross price of each job, above zero, if there is no list.
    pub(super) price: Money,
    /// The way the jobs are spread over clients, if there is no list.
    pub(super) clients: Clients,
    /// A list of jobs; if there is one, it replaces these three.
    pub(super) list: Option<Rc<List>>,
    /// The share of the list's prices that is asked for.
    pub(super) level: Share,
    /// Amount already billed to each of those clients.
    pub billed: Money,
    /// The number of payments for each job, at least one. Several only if there is one job.
    pub(super) instalments: u32,
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
    /// Subcontractors and tools for each job.
    pub bought_in: Money,
    /// The protection of the payments.
    pub protection: Protection,
}

impl Plan {
    /// One job, paid at once, to fill in.
    pub(super) const BLANK: Plan = Plan {
        jobs: 1,
        price: Money::ZERO,
        clients: Clients::One,
        list: None,
        level: Share::ALL,
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

    /// The number of jobs.
    pub fn jobs(&self) -> u32 {
        self.list.as_ref().map_or(self.jobs, |list| list.jobs())
    }

    /// The gross of all jobs together.
    pub fn gross(&self) -> Money {
        self.list.as_ref().map_or_else(|| self.price * self.jobs, |list| list.gross(self.level))
    }

    /// The price of each job; none if there is a list.
    pub fn price(&self) -> Option<Money> {
        (!self.is_list()).then_some(self.price)
    }

    /// The way the jobs are spread over clients; none if there is a list.
    pub fn clients(&self) -> Option<Clients> {
        (!self.is_list()).then_some(self.clients)
    }

    /// Whether it is a list of jobs.
    pub fn is_list(&self) -> bool {
        self.list.is_some()
    }

    /// The list of jobs, and the share of its prices that is asked for.
    pub fn list(&self) -> Option<(&List, Share)> {
        self.list.as_deref().map(|list| (list, self.level))
    }

    /// The number of payments agreed for each job.
    pub fn instalments(&self) -> u32 {
        if self.is_list() { 1 } else { self.instalments }
    }

    /// The number of payments for each job; none is less than a unit.
    pub fn payments_each(&self) -> u32 {
        let most = u32::try_from(self.price.minor()).unwrap_or(u32::MAX).max(1);
        self.instalments().min(most)
    }

    /// The number of payments.
    pub fn payments(&self) -> u32 {
        if self.is_list() { self.jobs() } else { self.jobs * self.payments_each() }
    }

    /// The number of clients.
    pub fn client_count(&self) -> u32 {
        self.list.as_ref().map_or_else(|| self.clients.count(self.jobs), |list| list.client_count())
    }

    /// The average price of a job.
    pub fn average_price(&self) -> Money {
        match &self.list {
            Some(list) => Money::quotient(list.gross(self.level).minor().into(), list.jobs().into()),
            None => self.price,
        }
    }

    /// The one whole number that sets all prices: the price of each job in smallest units or, for a list, the share of its prices
    /// that is asked for, in hundredths of a percent.
    pub fn pricing(&self) -> i64 {
        if self.is_list() { self.level.hundredths().into() } else { self.price.minor() }
    }

    /// The same work at other prices: see [`Plan::pricing`].
    #[must_use]
    pub fn priced(&self, pricing: i64) -> Plan {
        use super::units::Units as _;
        let mut plan = self.clone();
        if plan.is_list() {
            plan.level.set(pricing);
        } else {
            plan.price = Money::from_minor(pricing);
        }
        plan
    }

    /// The highest [pricing](Plan::pricing) at which all jobs together cost at most `most`.
    pub fn highest_pricing(&self, most: Money) -> i64 {
        match &self.list {
            Some(list) => list.highest_level(most),
            None => most.minor() / i64::from(self.jobs.max(1)),
        }
    }

    /// The same work at a discount on the price of each job; none if nothing remains of a price.
    pub fn discounted(&self, off: Money) -> Option<Plan> {
        let Some((list, level)) = self.list() else {
            let price = self.price - off;
            return (price > Money::ZERO).then(|| Plan { price, ..self.clone() });
        };
        let list = Some(list.discounted(level, off)?.into());
        Some(Plan { list, level: Share::ALL, ..self.clone() })
    }

    /// The same work without a list, if the list says no more than equal jobs do.
    pub fn as_equal_jobs(&self) -> Option<Plan> {
        let (list, level) = self.list()?;
        let (jobs, price, clients) = list.equal_jobs()?;
        Some(Plan { jobs, price: level.of(price), clients, list: None, instalments: 1, ..self.clone() })
    }

    /// The same work with one job for each client of a list.
    #[must_use]
    pub fn with_a_job_for_each_client(&self) -> Plan {
        let list = self.list().map(|(list, level)| list.with_a_job_for_each_client(level).into());
        Plan { list, level: Share::ALL, ..self.clone() }
    }

    /// The same with another number of equal jobs.
    #[must_use]
    pub fn with_jobs(&self, jobs: u32) -> Plan {
        Plan { jobs, ..self.clone() }
    }

    /// The same work as one job for one client, in this many payments over this many months.
    #[must_use]
    pub fn as_one_job(&self, price: Money, instalments: u32, months: u32) -> Plan {
        Plan { jobs: 1, price, clients: Clients::One, list: None, instalments, months, ..self.clone() }
    }
}
