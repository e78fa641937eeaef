//! Which payments does a side bring, and what do they leave? *Payments* and *The fee* of `docs/definitions.md`.

use crate::charged::{Payment, Row, Terms};
use crate::list::{self, Line};
use crate::plan::{Plan, Which};

/// A side, at whatever price.
pub struct Side {
    /// Which of the two.
    pub which: Which,
    /// How many jobs.
    pub jobs: i128,
    /// How many clients they are for.
    pub clients: i128,
    /// How many payments the contract is agreed in, or one for each gig.
    pub payments: i128,
    /// Over how many months they are spread.
    pub months: i128,
    /// The price of each job; of a list, the level of its prices in hundredths of a percent.
    pub price: i128,
    /// The jobs of a list.
    pub list: Option<Vec<Line>>,
    /// The terms of the freelancer's fee.
    pub terms: Terms,
}

impl Side {
    /// A side of a plan.
    pub fn of(plan: &Plan, which: Which) -> Side {
        let months = plan.count(&which.field("duration"));
        if let Some(list) = plan.list(which) {
            let count = |count: usize| i128::try_from(count).expect("few");
            let jobs = count(list.iter().map(|line| line.jobs).sum());
            let price = plan.level(which);
            let clients = count(list::clients(&list));
            return Side {
                which,
                jobs,
                clients,
                payments: jobs,
                months,
                price,
                list: Some(list),
                terms: plan.terms(which),
            };
        }
        let jobs = if which == Which::Gigs { plan.count("gigs") } else { 1 };
        let clients = match (which, plan.text("gig-clients")) {
            (Which::Contract, _) | (_, "one") => 1,
            (_, "each") => jobs,
            (_, number) => number.parse::<i128>().expect("a number of clients").min(jobs),
        };
        Side {
            which,
            jobs,
            clients,
            payments: if which == Which::Gigs { jobs } else { plan.count("contract-payments") },
            months,
            price: plan.price(which),
            list: None,
            terms: plan.terms(which),
        }
    }

    /// All payments, if each job costs that much.
    pub fn payments_at(&self, price: i128) -> Vec<Payment> {
        if let Some(list) = &self.list {
            return list::payments(list, price, 0, self.months);
        }
        let count = if self.which == Which::Gigs { self.jobs } else { self.payments.min(price) };
        let (each, more) = if self.which == Which::Gigs { (price, 0) } else { (price / count, price % count) };
        let count = usize::try_from(count).expect("a number of payments");
        let mut months = spread(count, self.months);
        let clients = usize::try_from(self.clients).expect("a number of clients");
        let (gigs, extra) = (count / clients, count % clients);
        // The first few clients have one more gig than the others.
        let client = |index: usize| match index.checked_sub(extra * (gigs + 1)) {
            None => index / (gigs + 1),
            Some(behind) => extra + behind / gigs,
        };
        let payment = |index: usize| Payment {
            // The first few are a unit larger.
            amount: each + i128::from((index as i128) < more),
            client: if self.clients == 1 { 0 } else { client(index) },
            contract: if self.which == Which::Gigs { index } else { 0 },
            price,
            month: months.next().expect("a month for each payment"),
        };
        (0..count).map(payment).collect()
    }

    /// What is billed, and what the fee takes of it.
    pub fn gross_and_fee(&self, price: i128) -> (i128, i128) {
        let payments = self.payments_at(price);
        (payments.iter().map(|payment| payment.amount).sum(), self.terms.sum(&payments))
    }

    /// What remains after the fee if each job costs that much less; `None` if nothing is left of one.
    pub fn take_home_less(&self, off: i128) -> Option<i128> {
        let payments = match &self.list {
            Some(list) => list::payments(list, self.price, off, self.months),
            None if self.price > off => self.payments_at(self.price - off),
            None => return None,
        };
        let gross: i128 = payments.iter().map(|payment| payment.amount).sum();
        payments.iter().all(|payment| payment.amount > 0).then(|| gross - self.terms.sum(&payments))
    }

    /// What remains after the fee.
    pub fn take_home(&self, price: i128) -> i128 {
        let (gross, fee) = self.gross_and_fee(price);
        gross - fee
    }

    /// The working.
    pub fn rows(&self) -> Vec<Row> {
        self.terms.rows(&self.payments_at(self.price))
    }
}

/// The month of each of some payments, counted from 0. The earlier months have one more; fewer payments than months come at
/// the end of their shares of the time.
pub fn spread(payments: usize, months: i128) -> impl Iterator<Item = usize> {
    let months = usize::try_from(months).expect("a number of months");
    let (each, more) = (payments / months, payments % months);
    let month = move |index: usize| match index.checked_sub(more * (each + 1)) {
        _ if each == 0 => ((index + 1) * months).div_ceil(payments) - 1,
        None => index / (each + 1),
        Some(behind) => more + behind / each,
    };
    (0..payments).map(month)
}
