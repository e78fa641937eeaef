//! Is that the least price? Checked by its definition, at the price, a unit below it, and wherever a fee may jump; not by a
//! search.

use serde_json::Value;

use crate::comparison::{limits, money};
use crate::expect::{Expect, amount};
use crate::plan::{Plan, Which};
use crate::side::Side;

/// As many payments, under several charges, are more than the product looks at price by price.
const MANY: i128 = 300;

/// Which prices are there, and which are worth looking at.
pub struct Prices<'a> {
    plan: &'a Plan,
    /// The highest that a field accepts.
    pub highest: i128,
    /// How many units one of what is written has: a price's smallest units, or hundredths of a percent.
    units: i128,
    /// Where something may happen.
    edges: Vec<i128>,
    /// Whether the search may end before it has looked at every price, as the definitions say: then prices that are not
    /// listed may be enough.
    is_cut_short: bool,
}

/// A claim about the least price at which something is enough.
pub struct Least<'a> {
    /// Which prices there are.
    pub prices: Prices<'a>,
    /// Whether a price is enough.
    pub is_enough: Box<dyn Fn(i128) -> bool + 'a>,
}

impl<'a> Prices<'a> {
    /// The prices of a side's jobs.
    pub fn of_jobs(plan: &'a Plan, side: &Side) -> Prices<'a> {
        let billed = plan.amount(&side.which.field("billed"));
        let payments = if side.which == Which::Contract { side.payments } else { 1 };
        let counted = if side.which == Which::Gigs { side.jobs } else { 1 };
        let units = if side.list.is_some() { 100 } else { plan.units() };
        let mut edges = vec![side.price, plan.price(side.which.other()), payments];
        // Where a line of a list reaches a limit.
        for payment in side.list.iter().flat_map(|_| side.payments_at(10_000)) {
            for limit in limits(plan, &plan.fee.0) {
                edges.extend([limit * 10_000 / payment.amount, (limit - billed) * 10_000 / payment.amount]);
            }
        }
        for limit in limits(plan, &plan.fee.0) {
            edges.extend([limit, limit - billed, limit * payments, limit / counted, (limit - billed) / counted]);
        }
        let charges = plan.case(&plan.fee.0, "status", side.which).len();
        let is_cut_short = charges > 1 && side.jobs.max(side.payments) >= MANY;
        Prices { plan, highest: plan.highest_price(side.which), units, edges, is_cut_short }
    }

    /// Prices in a range: both ends, the edges in it and their neighbours, and some between.
    fn within(&self, from: i128, to: i128) -> Vec<i128> {
        if from > to {
            return vec![];
        }
        let mut prices = vec![from, to, from + 1, to - 1];
        if to - from <= 12 {
            prices = (from..=to).collect();
        }
        for edge in &self.edges {
            prices.extend([edge - 1, *edge, edge + 1]);
        }
        // Halving the way to each end meets every order of size.
        let (mut low, mut high) = (to, from);
        for _ in 0..6 {
            low = from + (low - from) / 7;
            high = to - (to - high) / 7;
            prices.extend([low, high]);
        }
        prices.retain(|price| (from..=to).contains(price));
        prices.sort_unstable();
        prices.dedup();
        prices
    }
}

impl<'a> Least<'a> {
    /// The least price alone.
    pub fn alone(self) -> Expect<'a> {
        Expect::claim(move |value| self.check(value, None))
    }

    /// The least price, and the ranges above it that are not enough.
    pub fn with_gaps(self, name: &'static str, gaps: &'static str, product: &Value) -> Vec<(&'static str, Expect<'a>)> {
        let units = self.prices.units;
        let listed = product.get(gaps).and_then(Value::as_array).cloned();
        let read =
            move |gap: &Value| Some((amount(gap.get("from")?, units).ok()?, amount(gap.get("to")?, units).ok()?));
        let ranges: Option<Vec<(i128, i128)>> = listed.iter().flatten().map(read).collect();
        let keys = listed.is_some();
        let claim = Expect::claim(move |value| {
            let ranges = ranges.as_deref().ok_or("every gap has two ends")?;
            self.check(value, Some(ranges))
        });
        let mut expected = vec![(name, claim)];
        // They are checked together with the price.
        expected.extend(keys.then(|| (gaps, Expect::claim(|_| Ok(())))));
        expected
    }

    /// Whether the value is the least price, and the gaps are the gaps.
    fn check(&self, value: &Value, gaps: Option<&[(i128, i128)]>) -> Result<(), String> {
        let prices = &self.prices;
        let money = |price| money(prices.plan, price);
        let none =
            |from: i128, to: i128| match prices.within(from, to).into_iter().find(|price| (self.is_enough)(*price)) {
                Some(price) if !prices.is_cut_short => Err(format!("{} is enough", money(price))),
                _ => Ok(()),
            };
        let all =
            |from: i128, to: i128| match prices.within(from, to).into_iter().find(|price| !(self.is_enough)(*price)) {
                Some(price) => Err(format!("{} is not enough, and in no gap", money(price))),
                None => Ok(()),
            };
        if value.is_null() {
            return none(1, prices.highest);
        }
        let least = amount(value, prices.units)?;
        if !(1..=prices.highest).contains(&least) {
            return Err("a price that a field accepts".to_owned());
        }
        if !(self.is_enough)(least) {
            return Err("it is not enough".to_owned());
        }
        none(1, least - 1)?;
        let Some(gaps) = gaps else { return Ok(()) };
        let mut from = least;
        for (start, end) in gaps {
            if !(from < *start && start <= end && *end <= prices.highest) {
                return Err(format!("a gap from {} to {} is out of order", money(*start), money(*end)));
            }
            all(from, start - 1)?;
            none(*start, *end)?;
            from = end + 1;
        }
        // Only a hundred are listed.
        if gaps.len() < 100 && from <= prices.highest { all(from, prices.highest) } else { Ok(()) }
    }
}
