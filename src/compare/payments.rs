//! How a plan becomes payments, and what they are charged.

use crate::amount::{Decimal, Money};
use crate::fees::{Basis, Payment, Terms};
use crate::scenario::{Clients, Plan};

/// Equal payments in equal chains. Within a chain each payment counts towards the tiers of the next; chains know nothing
/// of each other. Gigs for a client each are many chains of one payment, gigs for one client are one chain of many.
#[derive(Clone, Copy, Debug)]
pub(super) struct Payments<'a> {
    pub chains: u32,
    pub length: u32,
    pub amount: Money,
    pub before: Money,
    pub terms: &'a Terms,
}

/// Payments in a row that pay the same fee, or a single one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    /// How many, over all chains.
    pub count: u32,
    /// The first of them.
    pub first: Payment,
}

impl<'a> Payments<'a> {
    pub fn of(plan: &Plan, terms: &'a Terms) -> Payments<'a> {
        let one_chain = match terms.basis() {
            Basis::Client => plan.clients == Clients::One,
            // A month counts all clients together; all gigs are taken to be paid within it.
            Basis::Month => true,
            // Each gig is one contract and one payment.
            Basis::Contract | Basis::Payment => false,
        };
        let (chains, length) = if one_chain { (1, plan.jobs) } else { (plan.jobs, 1) };
        let before = if terms.basis().counts_earlier_billings() { plan.billed } else { Money::ZERO };
        Payments { chains, length, amount: plan.price, before, terms }
    }

    pub fn gross(&self) -> Money {
        self.amount * self.length * self.chains
    }

    /// All fees, rounded payment by payment, and their sum had nothing been rounded.
    pub fn fees(&self) -> (Money, Decimal) {
        let mut rounded = Money::ZERO;
        let mut exact = Decimal::ZERO;
        for group in self.groups() {
            let (fee, exact_fee) = self.terms.fees(group.first);
            rounded += fee * group.count;
            exact += exact_fee * Decimal::from(group.count);
        }
        (rounded, exact)
    }

    /// The payments in groups. All payments of a chain that lie within one tier pay the same, so there are at most two
    /// groups for each tier, however many payments there are.
    pub fn groups(&self) -> impl Iterator<Item = Group> {
        let Payments { chains, length, amount, mut before, terms } = *self;
        let mut left = length;
        std::iter::from_fn(move || {
            if left == 0 {
                return None;
            }
            let alike = terms.alike(before, amount).unwrap_or(i64::from(left));
            let count = u32::try_from(alike).unwrap_or(left).min(left);
            let group = Group { count: count * chains, first: Payment { before, amount } };
            before += amount * count;
            left -= count;
            Some(group)
        })
    }
}
