//! What does each payment pay? *The fee* of `docs/definitions.md`.
//!
//! Rates have at most four decimals of a percent, so every unrounded fee is a whole number of millionths of a unit, and
//! nothing is lost by counting in them.

use std::collections::HashMap;

use crate::exact::{Exact, quotient, whole};
use crate::notation::{Adjustment, Basis, Charge, Rate};

/// Millionths of the currency's smallest unit.
type Millionths = i128;

const MILLION: i128 = 1_000_000;

/// One payment, in the order in which they are made.
#[derive(Clone, Copy, Debug)]
pub struct Payment {
    /// In smallest units.
    pub amount: i128,
    /// Which of the side's clients makes it.
    pub client: usize,
    /// Which of the side's contracts it is for.
    pub contract: usize,
    /// The price of that contract.
    pub price: i128,
    /// In which month, from 0.
    pub month: usize,
}

/// A row of the working.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The charge, counted from 0.
    pub charge: usize,
    /// What the row is.
    pub kind: Kind,
    /// Of a tier or a tax.
    pub rate: Exact,
    /// What is billed in the tier.
    pub amount: i128,
    /// What it pays.
    pub fee: i128,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A tier, by its position.
    Tier(usize),
    /// `+`
    Fixed,
    /// `at least`
    Minimum,
    /// `at most`
    Maximum,
    /// `plus … tax`
    Tax,
}

/// Charges with everything decided: rates chosen, amounts in smallest units.
#[derive(Clone, Debug)]
pub struct Terms {
    charges: Vec<Settled>,
    /// What was billed before, to each client or on the platform.
    billed: i128,
}

#[derive(Clone, Debug)]
struct Settled {
    is_whole: bool,
    basis: Basis,
    tiers: Vec<SettledTier>,
    adjustments: Vec<Adjust>,
    tax: Option<Tax>,
}

#[derive(Clone, Debug)]
struct SettledTier {
    /// Millionths of each unit.
    rate: i128,
    /// The highest amount that belongs to the tier, and the first one that does not.
    limit: Option<(i128, bool)>,
    adjustments: Vec<Adjust>,
}

/// In smallest units.
#[derive(Clone, Copy, Debug)]
enum Adjust {
    Plus(i128),
    AtLeast(i128),
    AtMost(i128),
}

impl Terms {
    /// Decides what a fee leaves open. `rate` chooses an open rate, `tax` replaces the first charge's, and `units` is
    /// how many smallest units a major one has.
    pub fn settle(
        charges: &[Charge],
        rate: impl Fn(Rate) -> Exact,
        tax: Option<Exact>,
        units: i128,
        billed: i128,
    ) -> Terms {
        let minor = |amount: Exact| {
            let amount = amount * whole(units);
            assert!(amount.is_integer(), "an amount of the fee has more decimals than the currency");
            amount.to_integer()
        };
        let adjust = |adjustments: &[Adjustment]| {
            let adjust = adjustments.iter().map(|adjustment| match *adjustment {
                Adjustment::Plus(amount) => Adjust::Plus(minor(amount)),
                Adjustment::AtLeast(amount) => Adjust::AtLeast(minor(amount)),
                Adjustment::AtMost(amount) => Adjust::AtMost(minor(amount)),
            });
            adjust.collect::<Vec<_>>()
        };
        let charges = charges.iter().enumerate().map(|(index, charge)| Settled {
            is_whole: charge.is_whole,
            basis: charge.basis,
            tiers: charge
                .tiers
                .iter()
                .map(|tier| {
                    let parts = rate(tier.rate) * whole(MILLION);
                    assert!(parts.is_integer(), "a rate has more than four decimals");
                    SettledTier {
                        rate: parts.to_integer(),
                        limit: tier.limit.map(|(limit, is_next)| (minor(limit), is_next)),
                        adjustments: adjust(&tier.adjustments),
                    }
                })
                .collect(),
            adjustments: adjust(&charge.adjustments),
            tax: (if index == 0 { tax.or(charge.tax) } else { charge.tax }).map(Tax),
        });
        Terms { charges: charges.collect(), billed }
    }

    /// The fee of each payment.
    pub fn fees(&self, payments: &[Payment]) -> Vec<i128> {
        let mut fees = Vec::with_capacity(payments.len());
        self.each_fee(payments, |fee| fees.push(fee));
        fees
    }

    /// All fees together.
    pub fn sum(&self, payments: &[Payment]) -> i128 {
        let mut sum = 0;
        self.each_fee(payments, |fee| sum += fee);
        sum
    }

    fn each_fee(&self, payments: &[Payment], mut found: impl FnMut(i128)) {
        let mut counts = Counts::new(self);
        let mut last: Option<([i128; 3], i128)> = None;
        for payment in payments {
            let before = counts.before(payment);
            counts.add(payment);
            // The next of many equal payments pays the same.
            let same = [before, payment.amount, payment.price];
            if let Some((seen, fee)) = last
                && seen == same
            {
                found(fee);
                continue;
            }
            let mut fee = 0;
            for (index, charge) in self.charges.iter().enumerate() {
                let (before, payment) = if index == 0 { (before, *payment) } else { (0, rest(payment, fee)) };
                let charged = round_millionths(charge.taken(before, &payment));
                fee += charged + charge.tax.as_ref().map_or(0, |tax| tax.on(charged));
            }
            last = Some((same, fee));
            found(fee);
        }
    }

    /// The fee on one payment alone.
    pub fn fee_on(&self, amount: i128) -> i128 {
        self.fees(&[Payment { amount, client: 0, contract: 0, price: amount, month: 0 }])[0]
    }

    /// The working of all payments together.
    pub fn rows(&self, payments: &[Payment]) -> Vec<Row> {
        let mut counts = Counts::new(self);
        let mut rows: Vec<Row> = vec![];
        let mut places: HashMap<(usize, Kind), usize> = HashMap::new();
        for payment in payments {
            let before = counts.before(payment);
            let mut fee = 0;
            for (index, charge) in self.charges.iter().enumerate() {
                let (before, payment) = if index == 0 { (before, *payment) } else { (0, rest(payment, fee)) };
                for row in charge.parts(index, before, &payment) {
                    fee += row.fee;
                    let place = *places.entry((index, row.kind)).or_insert(rows.len());
                    match rows.get_mut(place) {
                        Some(sum) => {
                            sum.amount += row.amount;
                            sum.fee += row.fee;
                        }
                        None => rows.push(row),
                    }
                }
            }
            counts.add(payment);
        }
        rows.retain(|row| matches!(row.kind, Kind::Tier(_) | Kind::Tax) || row.fee != 0);
        // Tiers in their order, adjustments as they first take something, then the tax.
        rows.sort_by_key(|row| match row.kind {
            Kind::Tier(tier) => (row.charge, 0, tier),
            Kind::Tax => (row.charge, 2, 0),
            Kind::Fixed | Kind::Minimum | Kind::Maximum => (row.charge, 1, 0),
        });
        rows
    }
}

/// The same payment without what earlier charges took; nothing, if they took it all.
fn rest(payment: &Payment, taken: i128) -> Payment {
    let amount = (payment.amount - taken).max(0);
    Payment { amount, price: amount, ..*payment }
}

/// What the first charge has counted so far.
struct Counts {
    basis: Basis,
    billed: i128,
    /// The contract being paid and what was counted before it, if all payments of one are charged alike.
    job: Option<(usize, i128)>,
    is_by_job: bool,
    /// The month of the first payment.
    month: Option<usize>,
    /// By client, contract or month.
    so_far: Vec<Option<i128>>,
}

impl Counts {
    fn new(terms: &Terms) -> Counts {
        let is_by_job = terms.charges[0].tiers[0].limit.is_some_and(|(limit, _)| limit == 0);
        Counts {
            basis: terms.charges[0].basis,
            billed: terms.billed,
            job: None,
            is_by_job,
            month: None,
            so_far: vec![],
        }
    }

    /// Of what a payment is one, and what that had before the first payment.
    fn place(&self, payment: &Payment) -> Option<(usize, i128)> {
        match self.basis {
            Basis::Payment => None,
            Basis::Contract => Some((payment.contract, 0)),
            Basis::Client => Some((payment.client, self.billed)),
            Basis::Month => {
                let is_first = self.month.is_none_or(|month| month == payment.month);
                Some((payment.month, if is_first { self.billed } else { 0 }))
            }
            Basis::Account => Some((0, self.billed)),
        }
    }

    fn before(&self, payment: &Payment) -> i128 {
        if let Some((contract, before)) = self.job
            && contract == payment.contract
        {
            return before;
        }
        self.place(payment).map_or(0, |(key, start)| self.so_far.get(key).copied().flatten().unwrap_or(start))
    }

    fn add(&mut self, payment: &Payment) {
        self.month.get_or_insert(payment.month);
        if self.is_by_job {
            self.job = Some((payment.contract, self.before(payment)));
        }
        if let Some((key, start)) = self.place(payment) {
            if self.so_far.len() <= key {
                self.so_far.resize(key + 1, None);
            }
            *self.so_far[key].get_or_insert(start) += payment.amount;
        }
    }
}

impl Settled {
    /// Which tier a whole payment pays.
    fn tier(&self, before: i128, payment: &Payment) -> usize {
        let is_under = |limit: Option<(i128, bool)>| match (limit, self.basis) {
            (None, _) => true,
            (Some((limit, is_next)), Basis::Payment) => payment.amount < limit || (payment.amount == limit && !is_next),
            (Some((limit, is_next)), Basis::Contract) => payment.price < limit || (payment.price == limit && !is_next),
            // The first job: nothing was billed before it.
            (Some((0, _)), _) => before == 0,
            (Some((limit, _)), Basis::Client | Basis::Month | Basis::Account) => before < limit,
        };
        self.tiers.iter().position(|tier| is_under(tier.limit)).expect("the last tier has no limit")
    }

    /// What is taken from a payment, unrounded: F(before + payment) − F(before).
    fn taken(&self, before: i128, payment: &Payment) -> Millionths {
        let tier = if self.is_whole { self.tier(before, payment) } else { 0 };
        let adjustments = if self.is_whole { &self.tiers[tier].adjustments } else { &self.adjustments };
        let total = |x: i128| {
            if x == 0 {
                return 0;
            }
            adjustments.iter().fold(self.by_rates(x, tier), |total, adjustment| adjustment.of(total))
        };
        total(before + payment.amount) - total(before)
    }

    /// The running totals of what a payment pays: tiers, then adjustments.
    fn steps(&self, before: i128, payment: &Payment) -> Vec<Step> {
        let after = before + payment.amount;
        if payment.amount == 0 {
            return vec![];
        }
        let mut steps = vec![];
        let mut add = |kind, amount, change, rate| {
            let total = steps.last().map_or(0, |step: &Step| step.total) + change;
            steps.push(Step { kind, amount, total, rate });
        };
        let adjustments = if self.is_whole {
            let tier = self.tier(before, payment);
            add(Kind::Tier(tier), payment.amount, payment.amount * self.tiers[tier].rate, self.tiers[tier].rate);
            &self.tiers[tier].adjustments
        } else {
            for (index, (tier, (from, to))) in self.tiers.iter().zip(self.slices()).enumerate() {
                let part = |x: i128| to.map_or(x, |to| x.min(to)).max(from) - from;
                let amount = part(after) - part(before);
                if amount > 0 {
                    add(Kind::Tier(index), amount, amount * tier.rate, tier.rate);
                }
            }
            &self.adjustments
        };
        // Whole by history has no adjustments, so that everything with adjustments counts from its own zero.
        let tier = if self.is_whole { self.tier(before, payment) } else { 0 };
        let mut totals = [before, after].map(|x| self.by_rates(x, tier));
        for adjustment in adjustments {
            // Nothing is taken from nothing.
            let adjusted = [(before, totals[0]), (after, totals[1])];
            let adjusted = adjusted.map(|(x, total)| if x == 0 { 0 } else { adjustment.of(total) });
            add(adjustment.kind(), 0, (adjusted[1] - totals[1]) - (adjusted[0] - totals[0]), 0);
            totals = adjusted;
        }
        steps
    }

    /// The tiers' part of F at x; of a whole payment, that of its tier.
    fn by_rates(&self, x: i128, tier: usize) -> Millionths {
        if self.is_whole {
            return x * self.tiers[tier].rate;
        }
        let slices = self.tiers.iter().zip(self.slices());
        slices.map(|(tier, (from, to))| (to.map_or(x, |to| x.min(to)).max(from) - from) * tier.rate).sum()
    }

    /// Where each tier begins and ends.
    fn slices(&self) -> impl Iterator<Item = (i128, Option<i128>)> {
        let mut from = 0;
        self.tiers.iter().map(move |tier| {
            let to = tier.limit.map(|(limit, _)| limit);
            (std::mem::replace(&mut from, to.unwrap_or_default()), to)
        })
    }

    /// The rows of one payment: differences of rounded running totals. An adjustment that changes nothing, such as a fixed
    /// part that was paid before, is none.
    fn parts(&self, charge: usize, before: i128, payment: &Payment) -> Vec<Row> {
        let (mut rounded, mut total) = (0, 0);
        let mut rows = vec![];
        for step in self.steps(before, payment) {
            let has_changed = std::mem::replace(&mut total, step.total) != step.total;
            if has_changed || matches!(step.kind, Kind::Tier(_)) {
                let fee = round_millionths(step.total) - rounded;
                rounded += fee;
                rows.push(Row {
                    charge,
                    kind: step.kind,
                    rate: Exact::new(step.rate, MILLION),
                    amount: step.amount,
                    fee,
                });
            }
        }
        if let Some(tax) = &self.tax {
            rows.push(Row { charge, kind: Kind::Tax, rate: tax.0, amount: 0, fee: tax.on(rounded) });
        }
        rows
    }
}

impl Adjust {
    /// What it makes of a total.
    fn of(&self, total: Millionths) -> Millionths {
        match *self {
            Adjust::Plus(amount) => total + amount * MILLION,
            Adjust::AtLeast(amount) => total.max(amount * MILLION),
            Adjust::AtMost(amount) => total.min(amount * MILLION),
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Adjust::Plus(_) => Kind::Fixed,
            Adjust::AtLeast(_) => Kind::Minimum,
            Adjust::AtMost(_) => Kind::Maximum,
        }
    }
}

/// A running total after a tier or an adjustment.
struct Step {
    kind: Kind,
    amount: i128,
    total: Millionths,
    rate: i128,
}

/// The tax on a charge, as a fraction.
#[derive(Clone, Debug)]
struct Tax(Exact);

impl Tax {
    fn on(&self, charged: i128) -> i128 {
        quotient(charged * self.0.numer(), *self.0.denom())
    }
}

fn round_millionths(number: Millionths) -> i128 {
    quotient(number, MILLION)
}
