//! What are equal payments in a row charged? In groups that pay the same.

use std::ops::RangeInclusive;

use crate::amount::Money;
use crate::fees::{Basis, Payment, Terms};
use crate::scenario::Plan;

/// Equal payments in a row. Instalments are equal as well, except that the first few are a unit larger if the price does not divide
/// evenly.
#[derive(Clone, Copy, Debug)]
pub(in crate::compare) struct Run<'a> {
    pub count: u32,
    /// The amount of each, except the first few.
    pub amount: Money,
    /// The number of payments that are a unit larger.
    pub larger: u32,
    /// The amount counted before the first of them.
    pub before: Money,
    /// The price of the contract that they are parts of, if that is what the fee is charged on; none if each payment is
    /// charged alone.
    pub contract: Option<Money>,
    pub history: History,
    pub terms: &'a Terms,
}

/// The payments that count towards the tiers of a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::compare) enum History {
    /// None: each starts from zero.
    Alone,
    /// All that came before.
    Together,
    /// The payments of the same month. Payments are spread evenly over this number of months; if they do not divide evenly, the
    /// earlier months have one more. The amount billed before belongs to the month of the first payment.
    Months(u32),
    /// The payments for the same client. All payments of the plan are spread over the clients in the same way, one client after the
    /// other. The amount billed before was billed to each.
    Clients {
        /// The number of payments that the plan has for all clients together.
        payments: u32,
        /// The number of clients.
        clients: u32,
    },
}

impl History {
    /// The history of the payments of some jobs, for some clients, which count by client.
    pub fn by_client(clients: u32, jobs: u32, payments: u32) -> History {
        match clients {
            1 => History::Together,
            clients if clients < jobs => History::Clients { payments, clients },
            _ => History::Alone,
        }
    }
}

/// Payments in a row that pay the same fee, or a single one.
#[derive(Clone, Copy, Debug)]
pub(in crate::compare) struct Group {
    /// Their number, over all months.
    pub count: u32,
    /// The first of them.
    pub first: Payment,
}

/// The number of payments made in the first of some months, if they are spread evenly: the earlier months have one more; if there
/// are fewer payments than months, each comes at the end of its share of the time.
pub(super) fn by_then(count: u32, months: u32, all_months: u32) -> u32 {
    let (each, extra) = (count / all_months, count % all_months);
    if each == 0 { months * count / all_months } else { each * months + extra.min(months) }
}

impl<'a> Run<'a> {
    /// The payments of equal jobs.
    pub fn of(plan: &Plan, terms: &'a Terms) -> Run<'a> {
        let price = plan.price().unwrap_or_default();
        let one_job = plan.jobs() == 1;
        let history = match terms.basis() {
            // All payments of one job follow what was billed before it.
            _ if one_job && terms.counts_jobs() => History::Alone,
            Basis::Client => History::by_client(plan.client_count(), plan.jobs(), plan.payments()),
            Basis::Contract if one_job => History::Together,
            Basis::Account => History::Together,
            Basis::Month => History::Months(plan.months),
            Basis::Contract | Basis::Payment => History::Alone,
        };
        // For a single payment and for one rate the result is the same, and independent payments are faster to
        // calculate.
        let is_alone = plan.payments() == 1 || terms.ignores_history();
        let history = if is_alone { History::Alone } else { history };
        let before = if terms.basis().counts_earlier_billings() { plan.billed } else { Money::ZERO };
        let contract = (terms.basis() == Basis::Contract).then_some(price);
        let instalments = i64::from(plan.payments_each());
        let amount = Money::from_minor(price.minor() / instalments);
        let larger = u32::try_from(price.minor() % instalments).unwrap_or(0);
        Run { count: plan.payments(), amount, larger, before, contract, history, terms }
    }

    /// The payments in the first of some months.
    pub fn in_first(self, months: u32, all_months: u32) -> Run<'a> {
        let count = by_then(self.count, months, all_months);
        let history = match self.history {
            History::Months(_) => History::Months(months),
            History::Alone | History::Together | History::Clients { .. } => self.history,
        };
        Run { count, larger: self.larger.min(count), history, ..self }
    }

    /// One of the payments, given its amount and what was counted before it.
    pub fn payment(&self, before: Money, amount: Money) -> Payment {
        Payment { before, amount, contract: self.contract.unwrap_or(amount) }
    }

    /// All fees, rounded payment by payment.
    pub fn fee(&self) -> Money {
        let mut fee = Money::ZERO;
        self.each_group(&mut |group| fee += self.terms.fee(&group.first) * group.count);
        fee
    }

    /// The amount that comes in before any fee.
    pub fn gross(&self) -> Money {
        self.amount * self.count + Money::from_minor(i64::from(self.larger))
    }

    /// Visits the payments in groups. All payments of one history within one tier pay the same, so there are a few
    /// groups for each tier, however many payments there are.
    pub fn each_group(&self, visit: &mut dyn FnMut(Group)) {
        match self.history {
            History::Alone => {
                let unit = Money::from_minor(1);
                for (count, amount) in [(self.larger, self.amount + unit), (self.count - self.larger, self.amount)] {
                    if count > 0 {
                        visit(Group { count, first: self.payment(self.before, amount) });
                    }
                }
            }
            History::Together => self.chain(1, self.before, self.larger, self.count - self.larger, visit),
            History::Months(_) | History::Clients { .. } => self.each_chain(&mut |times, before, larger, equal| {
                self.chain(times, before, larger, equal, visit);
            }),
        }
    }

    /// The number of histories, the number of payments they are spread over, and the amount counted before the first payment of the
    /// later ones.
    pub fn histories(&self) -> (u32, u32, Money) {
        match self.history {
            History::Alone | History::Together => (1, self.count, self.before),
            History::Months(months) => (months, self.count, Money::ZERO),
            History::Clients { payments, clients } => (clients, payments, self.before),
        }
    }

    /// Visits the histories in order, in which payments count towards each other's tiers: the position of the first payment, the
    /// number of payments, and the amount counted before them.
    pub fn each_history(&self, mut visit: impl FnMut(u32, u32, Money)) {
        let (histories, payments, later) = self.histories();
        let (each, extra) = (payments / histories, payments % histories);
        let mut start = 0;
        for number in 0..histories {
            let length = (each + u32::from(number < extra)).min(self.count - start);
            visit(start, length, if number == 0 { self.before } else { later });
            start += length;
        }
    }

    /// The amounts that remain of the first n payments, for each n of a range that ends at most with all of them.
    pub fn left_of_first(&self, wanted: RangeInclusive<u32>) -> Vec<Money> {
        let mut left = vec![];
        let (mut done, mut so_far) = (0, Money::ZERO);
        self.in_order(&mut |group| {
            let each = group.first.amount - self.terms.fee(&group.first);
            // A group ends where the next one starts.
            let numbers = done..done + group.count;
            left.extend(numbers.filter(|number| wanted.contains(number)).map(|number| so_far + each * (number - done)));
            done += group.count;
            so_far += each * group.count;
        });
        left.extend(wanted.contains(&done).then_some(so_far));
        left
    }

    /// Visits the payments in the order in which they are made.
    fn in_order(&self, visit: &mut dyn FnMut(Group)) {
        match self.history {
            History::Alone | History::Together => self.each_group(visit),
            History::Months(_) | History::Clients { .. } => self.each_chain(&mut |times, before, larger, equal| {
                for _ in 0..times {
                    self.chain(1, before, larger, equal, visit);
                }
            }),
        }
    }

    /// Visits the histories that have payments: the number of equal ones, the amount counted before, and the number of larger and
    /// of other payments in each.
    fn each_chain(&self, visit: &mut dyn FnMut(u32, Money, u32, u32)) {
        let (histories, payments, later) = self.histories();
        let (each, extra) = (payments / histories, payments % histories);
        let (mut number, mut done) = (0, 0);
        while done < self.count {
            let is_longer = number < extra;
            let length = (each + u32::from(is_longer)).min(self.count - done);
            let larger = self.larger.saturating_sub(done).min(length);
            let before = if number == 0 { self.before } else { later };
            let alike = match larger {
                _ if before != later => 1,
                0 => (self.count - done) / length,
                _ if larger == length => (self.larger - done) / length,
                _ => 1,
            };
            let times = alike.min(if is_longer { extra - number } else { histories - number });
            visit(times, before, larger, length - larger);
            number += times;
            done += length * times;
        }
    }

    /// Visits payments that count towards each other's tiers, the larger ones first. There are `times` such chains.
    fn chain(&self, times: u32, mut before: Money, larger: u32, equal: u32, visit: &mut dyn FnMut(Group)) {
        for (mut left, amount) in [(larger, self.amount + Money::from_minor(1)), (equal, self.amount)] {
            while left > 0 {
                let first = self.payment(before, amount);
                let alike = self.terms.alike(&first).unwrap_or(i64::from(left));
                let count = u32::try_from(alike).unwrap_or(left).min(left);
                visit(Group { count: count * times, first });
                before += amount * count;
                left -= count;
            }
        }
    }
}
