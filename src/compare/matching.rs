//! The price that would bring a side level with the other.

use super::{Left, Payments};
use crate::amount::{Decimal, Money};
use crate::fees::Terms;
use crate::scenario::Plan;

/// The least price of each job at which the plan, else as it is, keeps at least `target`. `None` where even a trillion
/// would not do.
pub(super) fn least_price(plan: &Plan, terms: &Terms, target: Money) -> Option<Money> {
    let payments = Payments::of(plan, terms);
    let least = if payments.length == 1 {
        // Every payment stands alone and has to keep its share of the target.
        let chains = i64::from(payments.chains);
        let share = target.minor().div_euclid(chains) + i64::from(target.minor().rem_euclid(chains) > 0);
        terms.least_billing_keeping(Money::from_minor(share), payments.before)
    } else {
        least_in_chain(&payments, target)?
    };
    // A job pays something.
    Some(least.max(Money::from_minor(1)))
}

/// Payments of one chain push each other up the tiers, so their fees are not one straight piece after the other. Without
/// rounding, what is left rises with the price; rounding moves each payment's fee by at most half a unit. That brackets
/// the answer within a few units, and the first price in the bracket that does is the least of all.
fn least_in_chain(payments: &Payments, target: Money) -> Option<Money> {
    let left = |price: i64| Left::of(&Payments { amount: Money::from_minor(price), ..*payments });
    let slack = Decimal::from(payments.length) / Decimal::TWO;
    let first_with_exactly = |wanted: Decimal| {
        let (mut short, mut enough) = (0, 1);
        while left(enough).exact < wanted {
            short = enough;
            enough = enough.checked_mul(2).filter(|price| *price <= LARGEST)?;
        }
        while enough - short > 1 {
            let price = short + (enough - short) / 2;
            if left(price).exact < wanted { short = price } else { enough = price }
        }
        Some(enough)
    };
    let from = first_with_exactly(target.exact() - slack)?;
    let to = first_with_exactly(target.exact() + slack)?;
    (from..=to).find(|&price| left(price).rounded >= target).map(Money::from_minor)
}

// With ten thousand payments of this size a sum of exact fees still fits a Decimal.
const LARGEST: i64 = Money::MAX_MAJOR * 1000;
