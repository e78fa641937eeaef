//! At which prices would a side keep as much as the other?
//!
//! Without rounding, what remains rises with the price, apart from jumps of the fee. That brackets the answer: below, no
//! price is enough, above, every price is. Within the bracket rounding decides, price by price. Single payments are
//! solved by the fee itself; payments that count towards each other's tiers are divided into ever shorter ranges, until
//! all prices of a range are enough, or none is.

use super::payments::History;
use super::{Kept, Payments};
use crate::amount::{Exact, Money};
use crate::fees::Terms;
use crate::scenario::Plan;

/// The prices of each job at which a side keeps at least what the other does, as stretches from the lowest price to
/// the highest, each with its last price.
///
/// For nearly every fee there is one stretch, from some price on. There are several if the fee [jumps](Terms::jumps) or
/// rounding makes a higher price leave less. There is none if even the lowest would be more than a field accepts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matching {
    stretches: Vec<(Money, Money)>,
    most: Money,
}

impl Matching {
    /// The lowest price that matches.
    pub fn least(&self) -> Option<Money> {
        self.stretches.first().map(|stretch| stretch.0)
    }

    /// The lowest price from which all prices up to this one match.
    pub fn least_up_to(&self, price: Money) -> Option<Money> {
        self.stretches.iter().map(|stretch| stretch.0).rfind(|from| *from <= price)
    }

    /// The prices above the lowest at which the side falls short again, from and to, both included. The last may reach
    /// to the highest price that a field accepts.
    pub fn gaps(&self) -> impl Iterator<Item = (Money, Money)> {
        let unit = Money::from_minor(1);
        let starts = self.stretches.iter().skip(1).map(move |stretch| stretch.0 - unit);
        let ends = starts.chain(std::iter::once(self.most));
        self.stretches.iter().map(move |stretch| stretch.1 + unit).zip(ends).filter(|(from, to)| from <= to)
    }

    /// The prices that match, as stretches with their first and last price.
    pub(super) fn stretches(&self) -> &[(Money, Money)] {
        &self.stretches
    }
}

/// The prices of each job at which the plan, otherwise unchanged, keeps at least `target`. All jobs together cost at
/// most `most`.
pub(super) fn prices(plan: &Plan, terms: &Terms, target: Money, most: Money) -> Matching {
    let side = Priced::new(plan, terms, most);
    let stretches = side.enough(target.minor());
    let within = |(from, to): (i64, i64)| (from.max(1), to.min(side.most));
    let stretches = stretches.into_iter().map(within).filter(|(from, to)| from <= to);
    Matching {
        stretches: stretches.map(|(from, to)| (Money::from_minor(from), Money::from_minor(to))).collect(),
        most: Money::from_minor(side.most),
    }
}

/// The prices of each job at which the plan would keep exactly that without rounding.
pub(super) fn level_prices(plan: &Plan, terms: &Terms, target: Exact, most: Money) -> Vec<Money> {
    let side = Priced::new(plan, terms, most);
    let nearly = Exact::from_trillionths(target.trillionths() - 2);
    let ranges = side.ranges().into_iter();
    let prices = ranges.filter_map(|(from, to)| side.first_exactly(nearly, from, to)).map(Money::from_minor);
    prices.filter(|price| (side.kept(price.minor()).exact - target).is_nothing()).collect()
}

/// A plan with any price.
struct Priced<'a> {
    plan: &'a Plan,
    terms: &'a Terms,
    payments: Payments<'a>,
    /// The highest price of a job.
    most: i64,
}

impl<'a> Priced<'a> {
    fn new(plan: &'a Plan, terms: &'a Terms, most: Money) -> Priced<'a> {
        // As many payments as agreed, whatever the price is now.
        let usual = Plan { price: Money::from_minor(plan.instalments.into()), ..*plan };
        Priced { plan, terms, payments: Payments::of(&usual, terms), most: most.minor() / i64::from(plan.jobs) }
    }

    /// The payments at a price.
    fn at(&self, price: i64) -> Payments<'a> {
        Payments::of(&Plan { price: Money::from_minor(price), ..*self.plan }, self.terms)
    }

    fn kept(&self, price: i64) -> Kept {
        Kept::of(&self.at(price))
    }

    /// What remains at a price as paid out, which is sooner computed than what remains without rounding.
    fn paid_out(&self, price: i64) -> i64 {
        let payments = self.at(price);
        (payments.gross() - payments.fee()).minor()
    }

    /// The prices that keep at least `target`.
    fn enough(&self, target: i64) -> Vec<(i64, i64)> {
        if self.payments.history != History::Alone {
            return self.in_chains(target);
        }
        // Payments are independent, and each has to keep its share of the target.
        let count = i64::from(self.payments.count);
        let share = Money::from_minor(-(-target).div_euclid(count));
        // With instalments, the first few payments are a unit larger.
        let most = Money::from_minor(self.most / i64::from(self.plan.instalments) + 1);
        let alone = self.terms.billings_keeping(share, self.payments.before, most);
        let alone = alone.into_iter().map(|(from, to)| (from.minor(), if to == most { i64::MAX } else { to.minor() }));
        if self.plan.instalments == 1 {
            alone.collect()
        } else {
            alone.map(|it| self.in_instalments(target, it)).collect()
        }
    }

    /// The prices in instalments, from a stretch of single payments that keep their share of the target. At its ends,
    /// some instalments are of an amount that does, and others of the one beside it that does not.
    fn in_instalments(&self, target: i64, (from, to): (i64, i64)) -> (i64, i64) {
        let count = i64::from(self.plan.instalments);
        let kept = |amount: i64| {
            let payment = self.payments.payment(self.payments.before, Money::from_minor(amount));
            (payment.amount - self.terms.fee(&payment)).minor()
        };
        let first = if from == 0 {
            0
        } else {
            // `larger` payments keep the second, the others the first: at least the target together.
            let (short, enough) = (kept(from - 1), kept(from));
            let larger = -(count * short - target).div_euclid(enough - short);
            count * (from - 1) + larger
        };
        if to == i64::MAX {
            return (first, to);
        }
        let (enough, short) = (kept(to), kept(to + 1));
        (first, count * to + (count * enough - target).div_euclid(enough - short))
    }

    /// The ranges of prices between jumps of the fee.
    fn ranges(&self) -> Vec<(i64, i64)> {
        // Instalments that are charged alone do not all jump at once.
        let alone = if self.payments.history == History::Alone { i64::from(self.plan.instalments) } else { 1 };
        let mut ranges = vec![];
        let mut from = 1;
        for limit in self.terms.jumps() {
            let end = limit.minor() * alone;
            if from <= end && end < self.most {
                ranges.push((from, end));
                ranges.extend((end + 1..end + alone).map(|price| (price, price)));
                from = end + alone;
            }
        }
        ranges.push((from, self.most));
        ranges.retain(|(from, to)| from <= to);
        ranges
    }

    /// The prices at which payments that count towards each other's tiers keep enough.
    fn in_chains(&self, target: i64) -> Vec<(i64, i64)> {
        let mut search = Search::new(self, target);
        let exactly = Exact::from(Money::from_minor(target));
        let slack = self.terms.most_rounded() * self.payments.count;
        // Fewer units than payments are fewer payments, which may fall into other months. None keeps more than it is.
        let instalments = i64::from(self.plan.instalments);
        if target < instalments {
            (1..instalments.min(self.most + 1))
                .filter(|price| self.paid_out(*price) >= target)
                .for_each(|price| search.add(price, price));
        }
        for (from, to) in self.ranges() {
            let from = from.max(instalments);
            if from > to {
                continue;
            }
            let (possible, certain) = if self.terms.is_single() {
                // Amounts are whole: more than a unit less is enough as well.
                let certainly = Exact::from_trillionths((exactly + slack).trillionths() - Exact::PER_UNIT + 1);
                (self.first_exactly(exactly - slack, from, to), self.first_exactly(certainly, from, to))
            } else {
                let first = self.terms.first_alone();
                let first = Priced::new(self.plan, &first, self.most());
                (first.first_exactly(exactly - slack, from, to), first.first_certainly(self.terms, exactly, from, to))
            };
            let Some(possible) = possible else { continue };
            search.within(possible, certain.map_or(to, |certain| certain - 1));
            if let Some(certain) = certain {
                search.add(certain, to);
            }
        }
        search.found
    }

    /// The first price of a range at which at least that remains without rounding, if what remains rises along it.
    fn first_exactly(&self, target: Exact, from: i64, to: i64) -> Option<i64> {
        let jobs = i64::from(self.plan.jobs);
        let solved = match self.payments.history {
            _ if !self.terms.is_single() => None,
            // All payments climb the tiers like one.
            History::Together if !self.terms.is_whole_by_history() => Some((target, jobs)),
            History::Alone if self.plan.instalments == 1 => {
                Some((Exact::from_trillionths(-(-target.trillionths()).div_euclid(jobs.into())), 1))
            }
            History::Alone | History::Together | History::Months(_) | History::Clients { .. } => None,
        };
        if let Some((target, jobs)) = solved {
            let payment = self.at(from).payment(self.payments.before, Money::from_minor(from));
            let billed = self.terms.first_keeping_exactly(target, &payment)?;
            return Some((-(-billed.minor()).div_euclid(jobs)).max(from)).filter(|price| *price <= to);
        }
        first(from, to, &|price| self.kept(price).exact >= target)
    }

    /// The first price of a range from which at least `target` remains for certain after later charges, if this is the
    /// first charge alone.
    fn first_certainly(&self, all: &Terms, target: Exact, from: i64, to: i64) -> Option<i64> {
        let count = self.payments.count;
        let share = all.later_share();
        // A later charge takes its share of a rest and its fixed part from each payment, or nothing of a rest below zero,
        // which only the first charge's fixed parts and floors, and rounding, can leave to it.
        let [once, each] = all.most_fixed();
        let mut histories = 0;
        self.payments.each_history(|_, _, _| histories += 1);
        let lost = once * histories + (each + all.most_rounded() + all.most_rounded()) * count;
        first(from, to, &|price| {
            let rest = self.kept(price).exact.trillionths();
            let left = if rest > 0 { rest / 1_000_000 * (share.trillionths() / 1_000_000) } else { rest };
            Exact::from_trillionths(left) - lost >= target
        })
    }

    fn most(&self) -> Money {
        Money::from_minor(self.most) * self.plan.jobs
    }

    /// The least and the most that remains at any price of a range, and how many payments were charged to know it.
    fn bounds(&self, low: i64, high: i64) -> (i64, i64, u32) {
        let instalments = i64::from(self.plan.instalments);
        let ends = [low, high].map(|price| (price / instalments, price % instalments));
        let at = [low, high].map(|price| self.at(price));
        let mut sums = (0, 0, 0);
        // A month like the one before leaves the same.
        let mut last = None;
        self.payments.each_history(|start, length, before| {
            let larger = ends.map(|(_, larger)| (larger - i64::from(start)).clamp(0, length.into()));
            let month = (length, before, larger);
            let sum = match last {
                Some((other, (below, above, _))) if other == month => (below, above, 0),
                _ => chain_bounds(at, ends.map(|end| end.0), larger, length.into(), before),
            };
            last = Some((month, sum));
            sums = (sums.0 + sum.0, sums.1 + sum.1, sums.2 + sum.2);
        });
        sums
    }
}

/// The same for payments that count towards each other's tiers. Their amounts and how many of them are a unit larger lie
/// between two ends.
fn chain_bounds(at: [Payments; 2], amounts: [i64; 2], larger: [i64; 2], length: i64, before: Money) -> (i64, i64, u32) {
    let (mut least, mut most, mut charged) = (0, 0, 0);
    let mut befores = [before; 2];
    let mut index = 0;
    while index < length {
        let is_larger = larger.map(|larger| index < larger);
        // Up to where the larger ones end.
        let mut count = length - index;
        for (is_larger, larger) in is_larger.into_iter().zip(larger) {
            count = if is_larger { count.min(larger - index) } else { count };
        }
        let units = |end: usize| Money::from_minor(amounts[end] + i64::from(is_larger[end]));
        let [low, high] = [0, 1].map(|end| at[end].payment(befores[end], units(end)));
        let bounds = at[0].terms.bounds(&low, &high);
        let alike = if high.amount == Money::ZERO { count } else { bounds.alike.unwrap_or(count).clamp(1, count) };
        least += bounds.least.minor() * alike;
        most += bounds.most.minor() * alike;
        let alike_count = u32::try_from(alike).unwrap_or(u32::MAX);
        befores = [befores[0] + low.amount * alike_count, befores[1] + high.amount * alike_count];
        index += alike;
        charged += 1;
    }
    (least, most, charged)
}

/// Ranges of fewer prices are tried price by price, which takes no longer than computing bounds for them.
const FEW: i64 = 24;

/// Looks for the prices that keep enough, range by range.
struct Search<'a> {
    priced: &'a Priced<'a>,
    target: i64,
    found: Vec<(i64, i64)>,
    /// How many more payments, or groups of equal ones, are charged.
    charges: u32,
    /// About how many that is for one price.
    each: u32,
}

impl<'a> Search<'a> {
    /// How many payments, or groups of equal ones, are charged before the prices that were not looked at are taken not
    /// to be enough. Only fees that take nearly everything of hundreds of payments need as many; there, rounding makes
    /// thousands of gaps.
    const MOST_CHARGES: u32 = 20_000;

    fn new(priced: &'a Priced<'a>, target: i64) -> Search<'a> {
        Search { priced, target, found: vec![], charges: Search::MOST_CHARGES, each: 1 }
    }

    /// Looks from one price to another.
    fn within(&mut self, low: i64, high: i64) {
        // A few prices need no limit.
        if high - low >= FEW {
            self.each = 0;
            self.priced.at(low).each_group(&mut |_| self.each += 1);
        }
        self.look(low, high);
    }

    fn add(&mut self, from: i64, to: i64) {
        match self.found.last_mut() {
            Some(last) if last.1 + 1 >= from => last.1 = to,
            _ => self.found.push((from, to)),
        }
    }

    fn look(&mut self, low: i64, high: i64) {
        if low > high {
            return;
        }
        if high - low < FEW {
            for price in low..=high {
                if self.charges > 0 && self.priced.paid_out(price) >= self.target {
                    self.add(price, price);
                }
                self.charges = self.charges.saturating_sub(self.each);
            }
            return;
        }
        if self.charges == 0 {
            return;
        }
        let (least, most, charged) = self.priced.bounds(low, high);
        self.charges = self.charges.saturating_sub(charged);
        if least >= self.target {
            self.add(low, high);
        } else if most >= self.target {
            // Prices that divide into the same amounts stay together.
            let instalments = i64::from(self.priced.plan.instalments);
            let middle = low + (high - low) / 2;
            let end = middle - middle % instalments + instalments - 1;
            let middle = if end < high { end } else { middle };
            self.look(low, middle);
            self.look(middle + 1, high);
        }
    }
}

/// The first number from `from` to `to` for which `enough` holds, if it does for every larger one too.
fn first(from: i64, to: i64, enough: &dyn Fn(i64) -> bool) -> Option<i64> {
    let (mut short, mut step) = (from - 1, 1);
    // Double steps find small prices soon.
    let mut found = loop {
        let next = short.saturating_add(step).min(to);
        if enough(next) {
            break next;
        }
        if next == to {
            return None;
        }
        (short, step) = (next, step.saturating_mul(2));
    };
    while found - short > 1 {
        let middle = short + (found - short) / 2;
        if enough(middle) { found = middle } else { short = middle }
    }
    Some(found)
}
