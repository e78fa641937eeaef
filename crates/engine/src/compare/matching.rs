//! At which price would a side match the other?

use super::payments::History;
use super::{Kept, Payments};
use crate::amount::{Decimal, Money};
use crate::fees::Terms;
use crate::scenario::Plan;

/// The prices of each job at which a side keeps at least what the other does, as stretches from the lowest price to
/// the highest, each with its last price; the last stretch has no end.
///
/// For nearly every fee there is one stretch, from some price on. There are several if the fee [jumps](Terms::jumps),
/// so that a higher price can leave less. There is none if even the lowest would be more than a field accepts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matching(Vec<(Money, Option<Money>)>);

impl Matching {
    /// The lowest price that matches.
    pub fn least(&self) -> Option<Money> {
        self.0.first().map(|stretch| stretch.0)
    }

    /// The lowest price from which all prices up to this one match.
    pub fn least_up_to(&self, price: Money) -> Option<Money> {
        self.0.iter().map(|stretch| stretch.0).rfind(|from| *from <= price)
    }

    /// The prices above the lowest at which the side falls short again, from and to, both included.
    pub fn gaps(&self) -> impl Iterator<Item = (Money, Money)> {
        let unit = Money::from_minor(1);
        self.0.windows(2).filter_map(move |pair| Some((pair[0].1? + unit, pair[1].0 - unit)))
    }
}

/// The prices of each job at which the plan, otherwise unchanged, keeps at least `target`. All jobs together cost at
/// most `most`.
pub(super) fn prices(plan: &Plan, terms: &Terms, target: Money, most: Money) -> Matching {
    let most = most.minor() / i64::from(plan.jobs);
    let side = Priced { plan, terms, target };
    let payments = Payments::of(plan, terms);
    let mut stretches = if payments.history == History::Alone {
        // Payments are independent, and each has to keep its share of the target.
        let count = i64::from(payments.count);
        let share = target.minor().div_euclid(count) + i64::from(target.minor().rem_euclid(count) > 0);
        let alone = terms.billings_keeping(Money::from_minor(share), payments.before);
        if plan.instalments == 1 { alone } else { side.in_instalments(alone) }
    } else {
        // Billings that count over time have no jumps.
        side.least_in_chain(most).map(|least| (least, None)).into_iter().collect()
    };
    // A price is never zero. With a separately rounded tax, the first unit may leave less than nothing.
    let unit = Money::from_minor(1);
    if let Some(first) = stretches.first_mut().filter(|first| first.0 < unit) {
        let within = |price: &Money| first.1.is_none_or(|last| *price <= last);
        let least = std::iter::successors(Some(unit), |price| Some(*price + unit))
            .take_while(within)
            .find(|price| side.enough(price.minor()));
        match least {
            Some(least) => first.0 = least,
            None => drop(stretches.remove(0)),
        }
    }
    stretches.retain(|stretch| stretch.0.minor() <= most);
    Matching(stretches)
}

/// A plan, and what it has to keep.
struct Priced<'a> {
    plan: &'a Plan,
    terms: &'a Terms,
    target: Money,
}

impl Priced<'_> {
    fn kept(&self, price: i64) -> Kept {
        Kept::of(&Payments::of(&Plan { price: Money::from_minor(price), ..*self.plan }, self.terms))
    }

    fn enough(&self, price: i64) -> bool {
        self.kept(price).rounded >= self.target
    }

    /// Prices of a job in instalments, from the stretches of single payments that keep their share. Since payments may
    /// differ by a unit, prices a few units lower or higher may match as well.
    fn in_instalments(&self, alone: Vec<(Money, Option<Money>)>) -> Vec<(Money, Option<Money>)> {
        let count = self.plan.instalments;
        let below = i64::from(count) - 1;
        let mut stretches: Vec<(Money, Option<Money>)> = vec![];
        for (from, to) in alone {
            let (from, to) = ((from * count).minor(), to.map(|to| (to * count).minor()));
            let from = (0..below)
                .map(|less| from - 1 - less)
                .take_while(|price| *price > 0 && self.enough(*price))
                .last()
                .unwrap_or(from);
            let to = to.map(|to| {
                (0..below).map(|more| to + 1 + more).take_while(|price| self.enough(*price)).last().unwrap_or(to)
            });
            match stretches.last_mut() {
                Some(last) if last.1.is_some_and(|end| end.minor() + 1 >= from) => last.1 = to.map(Money::from_minor),
                _ => stretches.push((Money::from_minor(from), to.map(Money::from_minor))),
            }
        }
        stretches
    }

    /// Payments of one chain push each other up the tiers, so their fees are not one straight piece after the other.
    /// Without rounding, what remains rises with the price; rounding changes each payment's fee by at most half a
    /// unit. That brackets the answer within a few units, and the first price in the bracket that is enough is the
    /// lowest of all.
    fn least_in_chain(&self, most: i64) -> Option<Money> {
        let Priced { plan, terms, target } = *self;
        let payments = Payments::of(plan, terms);
        let slack = Decimal::from(payments.count) * terms.most_rounded();
        let (short, enough) = (target.exact() - slack, target.exact() + slack);
        let (from, to) = if terms.is_tiers_alone() && payments.history == History::Together {
            // The whole chain climbs the tiers like one payment. A unit on either side covers the remainder of the
            // division.
            let price = |wanted| {
                let billing = terms.billing_keeping_exactly(wanted, payments.before);
                i64::try_from((billing / Decimal::from(plan.jobs)).floor()).ok()
            };
            ((price(short)? - 1).max(1), price(enough).map_or(most, |price| (price + 2).min(most)))
        } else {
            // With a fixed part, floor, cap or tax the number of payments matters: the bracket's ends are found by
            // halving.
            let first_with_exactly = |wanted| first(most, |price| self.kept(price).exact >= wanted);
            (first_with_exactly(short)?, first_with_exactly(enough).unwrap_or(most))
        };
        if from > to {
            return None;
        }
        let least = if terms.never_rises() && terms.is_smooth() {
            // No payment is pushed into a more expensive tier, so what remains of each never falls as the price rises.
            self.enough(to).then(|| halve(from - 1, to, |price| self.enough(price)))
        } else {
            let growth = if plan.jobs == 1 { payments.most_growth() } else { None };
            self.first_in(from, to, growth)
        };
        least.map(Money::from_minor)
    }

    /// The first price that is enough, if each additional unit of it leaves at most `growth` more. What is missing
    /// then tells how many prices can be skipped.
    fn first_in(&self, from: i64, to: i64, growth: Option<i64>) -> Option<i64> {
        let mut price = from;
        while price <= to {
            let missing = (self.target - self.kept(price).rounded).minor();
            if missing <= 0 {
                return Some(price);
            }
            price += growth.map_or(1, |growth| (missing + growth - 1) / growth);
        }
        None
    }
}

/// The first price from one unit to `most` that is `enough`, if every larger one is too.
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
