//! The price that would bring a side level with the other.

use rust_decimal::prelude::ToPrimitive;

use super::{Left, Payments};
use crate::amount::{Decimal, Money};
use crate::fees::Terms;
use crate::scenario::Plan;

/// The least price of each job at which the plan, else as it is, keeps at least `target`. `None` where all jobs together
/// would come to more than `most`.
pub(super) fn least_price(plan: &Plan, terms: &Terms, target: Money, most: Money) -> Option<Money> {
    let most = most.minor() / i64::from(plan.jobs);
    let payments = Payments::of(plan, terms);
    let least = if payments.length == 1 {
        // Every payment stands alone and has to keep its share of the target.
        let chains = i64::from(payments.chains);
        let share = target.minor().div_euclid(chains) + i64::from(target.minor().rem_euclid(chains) > 0);
        terms.least_billing_keeping(Money::from_minor(share), payments.before)?
    } else {
        least_in_chain(&payments, target, most)?
    };
    // A job pays something.
    Some(least.max(Money::from_minor(1))).filter(|least| least.minor() <= most)
}

/// Payments of one chain push each other up the tiers, so their fees are not one straight piece after the other. Without
/// rounding, what is left rises with the price; rounding moves each payment's fee by at most half a unit. That brackets
/// the answer within a few units, and the first price in the bracket that does is the least of all.
fn least_in_chain(payments: &Payments, target: Money, most: i64) -> Option<Money> {
    let left = |price: i64| Left::of(&Payments { amount: Money::from_minor(price), ..*payments });
    let slack = Decimal::from(payments.length) / Decimal::TWO;
    let (short, enough) = (target.exact() - slack, target.exact() + slack);
    let (from, to) = if payments.terms.has_adjustments() {
        // A fixed part, floor or cap counts payments: the bracket's ends are found by halving.
        let first_with_exactly = |wanted| first(most, |price| left(price).exact >= wanted);
        (first_with_exactly(short)?, first_with_exactly(enough).unwrap_or(most))
    } else {
        // The whole chain climbs the tiers like one payment. A unit to either side covers what the division leaves over.
        let price = |wanted| {
            let billing = payments.terms.billing_keeping_exactly(wanted, payments.before);
            (billing / Decimal::from(payments.length)).floor().to_i64()
        };
        ((price(short)? - 1).max(1), price(enough).map_or(most, |price| (price + 2).min(most)))
    };
    if from > to {
        return None;
    }
    let enough = |price: i64| left(price).rounded >= target;
    let least = if payments.terms.never_rises() {
        // No payment is pushed into a dearer tier, so what is left of each never falls as the price rises.
        enough(to).then(|| halve(from - 1, to, enough))
    } else {
        (from..=to).find(|&price| enough(price))
    };
    least.map(Money::from_minor)
}

/// The first price from one unit to `most` that is `enough`, where every larger one is too.
fn first(most: i64, enough: impl Fn(i64) -> bool) -> Option<i64> {
    let (mut short, mut price) = (0, 1);
    while !enough(price) {
        short = price;
        price = Some(most.min(price * 2)).filter(|next| *next > price)?;
    }
    Some(halve(short, price, enough))
}

/// The first price that is `enough`, when `short` is not and `price` is.
fn halve(mut short: i64, mut price: i64, enough: impl Fn(i64) -> bool) -> i64 {
    while price - short > 1 {
        let middle = short + (price - short) / 2;
        if enough(middle) { price = middle } else { short = middle }
    }
    price
}
