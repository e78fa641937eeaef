//! How does a plan become payments, and what are they charged?

mod list;
mod run;

use std::ops::RangeInclusive;

use crate::amount::{Exact, Money};
use crate::fees::Terms;
use crate::scenario::{List, Plan, Share};
use run::by_then;
pub(super) use run::{Group, History, Run};

/// The payments of a plan.
#[derive(Clone, Debug)]
pub(super) enum Payments<'a> {
    /// The payments of equal jobs, or of one.
    Equal(Run<'a>),
    /// The payments of a list. Where they count towards each other, they are in its order.
    List(Vec<Run<'a>>),
}

impl<'a> Payments<'a> {
    pub fn of(plan: &Plan, terms: &'a Terms) -> Payments<'a> {
        match plan.list() {
            None => Payments::Equal(Run::of(plan, terms)),
            Some((list, level)) => Payments::List(list::all(plan, list, level, terms)),
        }
    }

    /// The payments in the first of a plan's months.
    pub fn in_first(plan: &Plan, terms: &'a Terms, months: u32) -> Payments<'a> {
        match plan.list() {
            None => Payments::Equal(Run::of(plan, terms).in_first(months, plan.months)),
            Some((list, level)) => {
                let count = by_then(plan.jobs(), months, plan.months);
                Payments::List(list::first(plan, list, level, terms, count))
            }
        }
    }

    /// The payments of each line of a plan's list.
    pub fn by_line(plan: &Plan, list: &List, level: Share, terms: &'a Terms) -> Vec<Payments<'a>> {
        list::by_line(plan, list, level, terms).into_iter().map(Payments::List).collect()
    }

    /// All payments, run by run.
    pub fn runs(&self) -> &[Run<'a>] {
        match self {
            Payments::Equal(run) => std::slice::from_ref(run),
            Payments::List(runs) => runs,
        }
    }

    /// The number of payments.
    pub fn count(&self) -> u32 {
        self.runs().iter().map(|run| run.count).sum()
    }

    /// The amount that comes in before any fee.
    pub fn gross(&self) -> Money {
        self.runs().iter().map(Run::gross).sum()
    }

    /// The largest payment.
    pub fn largest(&self) -> Money {
        let largest = |run: &Run| run.amount + Money::from_minor(i64::from(run.larger > 0));
        self.runs().iter().map(largest).max().unwrap_or_default()
    }

    /// All fees, rounded payment by payment, and their sum without rounding.
    pub fn fees(&self) -> (Money, Exact) {
        let mut rounded = Money::ZERO;
        let mut exact = Exact::ZERO;
        for run in self.runs() {
            run.each_group(&mut |group| {
                let (fee, exact_fee) = run.terms.fees(&group.first);
                rounded += fee * group.count;
                exact = exact + exact_fee * group.count;
            });
        }
        (rounded, exact)
    }

    /// The amount that remains after all fees, without rounding.
    pub fn exactly_kept(&self) -> Exact {
        let mut fee = Exact::ZERO;
        for run in self.runs() {
            run.each_group(&mut |group| fee = fee + run.terms.exact_fee(&group.first) * group.count);
        }
        Exact::from(self.gross()) - fee
    }

    /// All fees, rounded payment by payment.
    pub fn fee(&self) -> Money {
        self.runs().iter().map(Run::fee).sum()
    }

    /// Visits the payments in groups that pay the same.
    pub fn each_group(&self, visit: &mut dyn FnMut(Group)) {
        for run in self.runs() {
            run.each_group(visit);
        }
    }

    /// The amounts that remain of the first n payments, for each n of a range that ends at most with all of them. The payments of a
    /// list differ, so each leaves the average.
    pub fn left_of_first(&self, wanted: RangeInclusive<u32>) -> Vec<Money> {
        match self {
            Payments::Equal(run) => run.left_of_first(wanted),
            Payments::List(_) => {
                let left = i128::from((self.gross() - self.fee()).minor());
                wanted.map(|made| Money::quotient(left * i128::from(made), self.count().into())).collect()
            }
        }
    }
}
