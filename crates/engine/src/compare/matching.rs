//! At which prices would a side keep as much as the other?
//!
//! Without rounding, what remains rises with the price, apart from jumps of the fee. That brackets the answer: below, no
//! price is enough, above, every price is. Within the bracket rounding decides, price by price. Single payments are
//! solved by the fee itself; payments that count towards each other's tiers are divided into ever shorter ranges, until
//! all prices of a range are enough, or none is.

use super::payments::{History, Payments, Run};
use crate::amount::{Exact, Money};
use crate::fees::{Payment, Terms};
use crate::scenario::{List, Plan, Share};

/// The prices of each job at which a side keeps at least what the other does, as stretches from the lowest price to
/// the highest, each with its last price. For a list, they are shares of its prices: see [`Plan::pricing`].
///
/// For nearly every fee there is one stretch, from some price on. There are several if the fee [jumps](Terms::jumps) or
/// rounding makes a higher price leave less. There is none if even the lowest would be more than a field accepts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matching {
    stretches: Vec<(i64, i64)>,
    most: i64,
    is_list: bool,
    is_ahead_at_lowest: bool,
}

impl Matching {
    /// Whether even the lowest price that a field accepts keeps more than the other side does: then no price breaks even, though
    /// all of the first stretch match.
    pub fn is_ahead_at_lowest(&self) -> bool {
        self.is_ahead_at_lowest
    }

    /// The lowest price that matches; none for a list.
    pub fn least(&self) -> Option<Money> {
        self.least_pricing().filter(|_| !self.is_list).map(Money::from_minor)
    }

    /// The lowest price, or share of a list's prices, that matches.
    pub fn least_pricing(&self) -> Option<i64> {
        self.stretches.first().map(|stretch| stretch.0)
    }

    /// The lowest price or share from which all up to this one match.
    pub fn least_pricing_up_to(&self, pricing: i64) -> Option<i64> {
        self.stretches.iter().map(|stretch| stretch.0).rfind(|from| *from <= pricing)
    }

    /// The prices or shares above the lowest at which the side falls short again, from and to, both included. The last may reach to
    /// the highest that a field accepts.
    pub fn pricing_gaps(&self) -> impl Iterator<Item = (i64, i64)> {
        let starts = self.stretches.iter().skip(1).map(|stretch| stretch.0 - 1);
        let ends = starts.chain(std::iter::once(self.most));
        self.stretches.iter().map(|stretch| stretch.1 + 1).zip(ends).filter(|(from, to)| from <= to)
    }

    /// The same as prices; none for a list.
    pub fn gaps(&self) -> impl Iterator<Item = (Money, Money)> {
        let price = |(from, to): (i64, i64)| (Money::from_minor(from), Money::from_minor(to));
        self.pricing_gaps().filter(|_| !self.is_list).map(price)
    }

    /// The prices or shares that match, as stretches with the first and the last.
    pub(super) fn stretches(&self) -> &[(i64, i64)] {
        &self.stretches
    }
}

/// The prices of each job, or shares of a list's prices, at which the plan, otherwise unchanged, keeps at least `target`. All
/// jobs together cost at most `most`.
pub(super) fn prices(plan: &Plan, terms: &Terms, target: Money, most: Money) -> Matching {
    let side = Priced::new(plan, terms, most);
    let stretches = side.enough(target.minor());
    let within = |(from, to): (i64, i64)| (from.max(1), to.min(side.most));
    let stretches = stretches.into_iter().map(within).filter(|(from, to)| from <= to);
    let stretches: Vec<(i64, i64)> = stretches.collect();
    let is_ahead_at_lowest = stretches.first().is_some_and(|(from, _)| *from == 1) && side.paid_out(1) > target.minor();
    Matching { stretches, most: side.most, is_list: side.run.is_none(), is_ahead_at_lowest }
}

/// The prices at which the plan would keep exactly `target` without rounding, as stretches: neighbouring shares of a list's prices
/// may be the same prices.
pub(super) fn level_prices(plan: &Plan, terms: &Terms, target: Exact, most: Money) -> Vec<(i64, i64)> {
    let side = Priced::new(plan, terms, most);
    let (nearly, more) = (target.trillionths() - 2, target.trillionths() + 3);
    let [nearly, more] = [nearly, more].map(Exact::from_trillionths);
    let stretch = |(from, to): (i64, i64)| {
        let start = side.first_exactly(nearly, from, to)?;
        if !(side.exactly_kept(start) - target).is_nothing() {
            return None;
        }
        let end = if side.run.is_some() {
            Some(start + 1)
        } else {
            first(start, to, &|price| side.exactly_kept(price) >= more)
        };
        Some((start, end.map_or(to, |end| end - 1)))
    };
    // A list with too many jumps has no ranges.
    side.ranges().unwrap_or_default().into_iter().filter_map(stretch).collect()
}

/// A plan with any price.
struct Priced<'a> {
    plan: &'a Plan,
    terms: &'a Terms,
    /// Its equal payments, as many as agreed, whatever the price is now; none for a list.
    run: Option<Run<'a>>,
    instalments: i64,
    /// The highest price of a job.
    most: i64,
}

impl<'a> Priced<'a> {
    /// The most jumps of a list for which each range between them is searched.
    const MOST_JUMPS: usize = 64;

    fn new(plan: &'a Plan, terms: &'a Terms, most: Money) -> Priced<'a> {
        let instalments = i64::from(plan.instalments());
        let run = (!plan.is_list()).then(|| Run::of(&plan.priced(instalments), terms));
        Priced { plan, terms, run, instalments, most: plan.highest_pricing(most) }
    }

    /// The payments at a price.
    fn at(&self, price: i64) -> Payments<'a> {
        Payments::of(&self.plan.priced(price), self.terms)
    }

    /// The remaining amount at a price, without rounding.
    fn exactly_kept(&self, price: i64) -> Exact {
        self.at(price).exactly_kept()
    }

    /// The remaining amount at a price, as paid out.
    fn paid_out(&self, price: i64) -> i64 {
        let payments = self.at(price);
        (payments.gross() - payments.fee()).minor()
    }

    /// The equal payments, if they are charged one by one.
    fn alone(&self) -> Option<Run<'a>> {
        self.run.filter(|run| run.history == History::Alone)
    }

    /// The prices that keep at least `target`.
    fn enough(&self, target: i64) -> Vec<(i64, i64)> {
        let Some(run) = self.alone() else { return self.in_chains(target) };
        // Payments are independent, and each has to keep its share of the target.
        let share = Money::from_minor(-(-target).div_euclid(run.count.into()));
        // With instalments, the first few payments are a unit larger.
        let most = Money::from_minor(self.most / self.instalments + 1);
        let alone = self.terms.billings_keeping(share, run.before, most);
        let alone = alone.into_iter().map(|(from, to)| (from.minor(), if to == most { i64::MAX } else { to.minor() }));
        if self.instalments == 1 {
            alone.collect()
        } else {
            alone.map(|it| self.in_instalments(&run, target, it)).collect()
        }
    }

    /// Converts a stretch of single payments that keep their share of the target to prices in instalments. At its ends, some
    /// instalments have an amount that keeps its share, and others the neighbouring amount that does not.
    fn in_instalments(&self, run: &Run, target: i64, (from, to): (i64, i64)) -> (i64, i64) {
        let count = self.instalments;
        let kept = |amount: i64| {
            let payment = run.payment(run.before, Money::from_minor(amount));
            (payment.amount - self.terms.fee(&payment)).minor()
        };
        let first = if from == 0 {
            0
        } else {
            // `larger` payments keep `enough`, the others `short`: together at least the target.
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

    /// The ranges of prices between jumps of the fee; none if there are too many.
    fn ranges(&self) -> Option<Vec<(i64, i64)>> {
        if let Some((list, _)) = self.plan.list() {
            return self.ranges_of_list(list);
        }
        // Instalments that are charged alone do not all jump at once.
        let alone = if self.alone().is_some() { self.instalments } else { 1 };
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
        Some(ranges)
    }

    /// The same for a list: a line jumps at the share of its price that reaches a limit.
    fn ranges_of_list(&self, list: &List) -> Option<Vec<(i64, i64)>> {
        let mut ends: Vec<i64> = vec![];
        for limit in self.terms.jumps() {
            for line in list.merged() {
                // The last share of which the price rounds to the limit or less.
                let end = ((2 * i128::from(limit.minor()) + 1) * 5_000 - 1) / i128::from(line.price.minor());
                let Some(end) = i64::try_from(end).ok().filter(|end| (1..self.most).contains(end)) else { continue };
                let place = ends.partition_point(|other| *other < end);
                if ends.get(place) != Some(&end) {
                    ends.insert(place, end);
                }
                if ends.len() > Self::MOST_JUMPS {
                    return None;
                }
            }
        }
        ends.push(self.most);
        let mut from = 1;
        let range = |end: &i64| (std::mem::replace(&mut from, end + 1), *end);
        Some(ends.iter().map(range).collect())
    }

    /// The prices at which payments that differ, or count towards each other's tiers, keep enough.
    fn in_chains(&self, target: i64) -> Vec<(i64, i64)> {
        let mut search = Search::new(self, target);
        let exactly = Exact::from(Money::from_minor(target));
        let slack = self.terms.most_rounded() * self.count();
        // Fewer units than payments are fewer payments, which may fall into other months. None keeps more than it is.
        let instalments = self.instalments;
        if target < instalments {
            (1..instalments.min(self.most + 1))
                .filter(|price| self.paid_out(*price) >= target)
                .for_each(|price| search.add(price, price));
        }
        let Some(ranges) = self.ranges() else {
            search.within(1, self.most);
            return search.found;
        };
        for (from, to) in ranges {
            let from = from.max(instalments);
            if from > to {
                continue;
            }
            let (possible, certain) = if self.terms.is_single() {
                // Amounts are whole: more than a unit less is enough as well.
                let certainly = Exact::from_trillionths((exactly + slack).trillionths() - Exact::PER_UNIT + 1);
                let possible = self.first_exactly(exactly - slack, from, to);
                let certain = match possible {
                    // In a list, a few steps further on.
                    Some(possible) if self.run.is_none() => {
                        first(possible, to, &|price| self.exactly_kept(price) >= certainly)
                    }
                    _ => self.first_exactly(certainly, from, to),
                };
                (possible, certain)
            } else {
                let first = self.terms.first_alone();
                let most = self.plan.priced(self.most).gross();
                let first = Priced::new(self.plan, &first, most);
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

    /// Whether two prices bring the same payments: shares of a list's prices are rounded.
    fn is_alike(&self, one: i64, other: i64) -> bool {
        let Some((list, _)) = self.plan.list() else { return one == other };
        let [one, other] = [one, other].map(|level| Share::from_hundredths(u32::try_from(level).unwrap_or(u32::MAX)));
        list.merged().iter().all(|line| one.of(line.price) == other.of(line.price))
    }

    /// The number of payments that were agreed.
    fn count(&self) -> u32 {
        self.run.map_or(self.plan.jobs(), |run| run.count)
    }

    /// The first price of a range at which at least `target` remains without rounding, if what remains rises along the range.
    fn first_exactly(&self, target: Exact, from: i64, to: i64) -> Option<i64> {
        let value = |price: i64| self.exactly_kept(price).trillionths();
        let Some(run) = self.run else { return self.first_reaching(from, to, target, &value) };
        let jobs = i64::from(self.plan.jobs());
        let solved = match run.history {
            _ if !self.terms.is_single() => None,
            // All payments climb the tiers like one.
            History::Together if !self.terms.is_whole_by_history() => Some((target, jobs)),
            History::Alone if self.instalments == 1 => {
                Some((Exact::from_trillionths(-(-target.trillionths()).div_euclid(jobs.into())), 1))
            }
            History::Alone | History::Together | History::Months(_) | History::Clients { .. } => None,
        };
        if let Some((target, jobs)) = solved {
            let payment = Payment::of(Money::from_minor(from), run.before);
            let billed = self.terms.first_keeping_exactly(target, &payment)?;
            return Some((-(-billed.minor()).div_euclid(jobs)).max(from)).filter(|price| *price <= to);
        }
        self.first_reaching(from, to, target, &value)
    }

    /// The first price of a range from which at least `target` remains for certain after later charges, if this is the
    /// first charge alone.
    fn first_certainly(&self, all: &Terms, target: Exact, from: i64, to: i64) -> Option<i64> {
        let count = self.count();
        let share = all.later_share();
        // A later charge takes its share of a rest and its fixed part from each payment, or nothing of a rest below zero,
        // which only the first charge's fixed parts and floors, and rounding, can leave to it.
        let [once, each] = all.most_fixed();
        let histories = self.run.map_or(count, |run| run.histories().0);
        let lost = once * histories + (each + all.most_rounded() + all.most_rounded()) * count;
        let value = |price: i64| {
            let rest = self.exactly_kept(price).trillionths();
            let left = if rest > 0 { rest / 1_000_000 * (share.trillionths() / 1_000_000) } else { rest };
            (Exact::from_trillionths(left) - lost).trillionths()
        };
        self.first_reaching(from, to, target, &value)
    }

    /// The first price of a range at which a value, in trillionths, is at least the target, if it rises along the range.
    fn first_reaching(&self, from: i64, to: i64, target: Exact, value: &dyn Fn(i64) -> i128) -> Option<i64> {
        let target = target.trillionths();
        if self.run.is_some() {
            first(from, to, &|price| value(price) >= target)
        } else {
            // All lines of a list are charged for one value: few steps matter more than short ones.
            first_on_line(from, to, self.plan.pricing(), target, value)
        }
    }

    /// The least and the most that remains at any price of a range, and the number of payments that were charged to find out.
    fn bounds(&self, low: i64, high: i64) -> (i64, i64, u32) {
        let mut sums = (0, 0, 0);
        let mut add = |sum: (i64, i64, u32)| sums = (sums.0 + sum.0, sums.1 + sum.1, sums.2 + sum.2);
        let [at_low, at_high] = [low, high].map(|price| self.at(price));
        // The runs are the same at each price, but for their amounts.
        for (low, high) in at_low.runs().iter().zip(at_high.runs()) {
            if low.history == History::Alone {
                let (least, most, charged) = self.bounds_alone(low, high);
                add((least * i64::from(low.count), most * i64::from(low.count), charged));
                continue;
            }
            let together = [low, high].map(|run| run.before);
            // A history like the one before leaves the same.
            let mut last = None;
            low.each_history(|start, length, before| {
                let larger = [low, high].map(|run| i64::from(run.larger.saturating_sub(start).min(length)));
                let befores = if low.history == History::Together { together } else { [before; 2] };
                let history = (length, befores, larger);
                let sum = match last {
                    Some((other, (below, above, _))) if other == history => (below, above, 0),
                    _ => chain_bounds([low, high], larger, length.into(), befores),
                };
                last = Some((history, sum));
                add(sum);
            });
        }
        sums
    }

    /// The same for one payment that is charged alone. Between two jumps, the fee follows one curve.
    fn bounds_alone(&self, low: &Run, high: &Run) -> (i64, i64, u32) {
        let (from, to) = (low.amount.minor(), high.amount.minor());
        let payment = |amount: i64| Payment::of(Money::from_minor(amount), low.before);
        let mut sum = (i64::MAX, i64::MIN, 0);
        let mut piece = |from: i64, to: i64| {
            let bounds = self.terms.bounds(&payment(from), &payment(to), 1);
            sum = (sum.0.min(bounds.least.minor()), sum.1.max(bounds.most.minor()), sum.2 + 1);
        };
        let mut start = from;
        for limit in self.terms.jumps().map(Money::minor).filter(|limit| (from..to).contains(limit)) {
            piece(start, limit);
            start = limit + 1;
        }
        piece(start, to);
        sum
    }
}

/// The same for payments that count towards each other's tiers. Their amounts, the number of those that are a unit larger, and the
/// amount billed before them are between two ends.
fn chain_bounds(at: [&Run; 2], larger: [i64; 2], length: i64, mut befores: [Money; 2]) -> (i64, i64, u32) {
    let (mut least, mut most, mut charged) = (0, 0, 0);
    let mut rounding = [Exact::ZERO; 2];
    let [from, to] = [0, 1].map(|end| {
        let total = at[end].amount.minor() * length + larger[end];
        at[end].payment(befores[end], Money::from_minor(total))
    });
    let mut index = 0;
    while index < length {
        let is_larger = larger.map(|larger| index < larger);
        // Up to where the larger ones end.
        let mut count = length - index;
        for (is_larger, larger) in is_larger.into_iter().zip(larger) {
            count = if is_larger { count.min(larger - index) } else { count };
        }
        let units = |end: usize| at[end].amount + Money::from_minor(i64::from(is_larger[end]));
        let [low, high] = [0, 1].map(|end| at[end].payment(befores[end], units(end)));
        let bounds = at[0].terms.bounds(&low, &high, count);
        least += bounds.least.minor();
        most += bounds.most.minor();
        rounding = [0, 1].map(|end| rounding[end] + bounds.rounding[end]);
        let alike = u32::try_from(bounds.count).unwrap_or(u32::MAX);
        befores = [befores[0] + low.amount * alike, befores[1] + high.amount * alike];
        index += bounds.count;
        charged += 1;
    }
    // The bounds of what the payments leave together are often tighter than those of what each leaves.
    if let Some([together, at_most]) = at[0].terms.bounds_together(&from, &to, rounding) {
        (least, most) = (least.max(together.minor()), most.min(at_most.minor()));
    }
    (least, most, charged)
}

/// The number of prices below which a range is tried price by price, which takes no longer than calculating bounds for it.
const FEW: i64 = 24;

/// Looks for the prices that keep enough, range by range.
struct Search<'a> {
    priced: &'a Priced<'a>,
    target: i64,
    found: Vec<(i64, i64)>,
    /// The number of further charges allowed on payments, or on groups of equal ones.
    charges: u32,
    /// The approximate number of charges for one price.
    each: u32,
}

impl<'a> Search<'a> {
    /// The most charges on payments, or on groups of equal ones; after that, prices that have not been tried count as not enough.
    /// Only fees that take nearly everything of hundreds of payments need as many; there, rounding makes thousands of gaps.
    const MOST_CHARGES: u32 = 32_000;
    /// The number of prices that are always tried, even if each takes hundreds of charges, as in a long list.
    const LEAST_PRICES: u32 = 64;

    fn new(priced: &'a Priced<'a>, target: i64) -> Search<'a> {
        Search { priced, target, found: vec![], charges: Search::MOST_CHARGES, each: 1 }
    }

    /// Searches from one price to another.
    fn within(&mut self, low: i64, high: i64) {
        // A few prices need no limit.
        if high - low >= FEW {
            self.each = 0;
            self.priced.at(low).each_group(&mut |_| self.each += self.priced.terms.charges());
            self.charges = self.charges.max(self.each.saturating_mul(Search::LEAST_PRICES));
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
        if high - low < FEW || self.priced.is_alike(low, high) {
            let mut price = low;
            while price <= high {
                let end = if self.priced.is_alike(price, high) { high } else { price };
                if self.charges > 0 && self.priced.paid_out(price) >= self.target {
                    self.add(price, end);
                }
                self.charges = self.charges.saturating_sub(self.each);
                price = end + 1;
            }
            return;
        }
        if self.charges == 0 {
            return;
        }
        let (least, most, charged) = self.priced.bounds(low, high);
        self.charges = self.charges.saturating_sub(charged * self.priced.terms.charges());
        if least >= self.target {
            self.add(low, high);
        } else if most >= self.target {
            // Prices that divide into the same amounts stay together.
            let instalments = self.priced.instalments;
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

/// The same for a value that rises almost in straight lines, such as the sum of many payments: a straight line through two
/// values leads close to the answer, and is soon found from a number `near` it. Every third step halves the range, so that no
/// bend costs many steps.
fn first_on_line(from: i64, to: i64, near: i64, target: i128, value: &dyn Fn(i64) -> i128) -> Option<i64> {
    let at = |number: i64| (number, value(number));
    let mut last = at(near.clamp(from, to));
    let is_short = last.1 < target;
    // The line through zero leads nearly to the other side of the answer, and a step more beyond it.
    let beyond = i128::from(last.0) * target / last.1.max(1) - i128::from(last.0);
    let mut step = i64::try_from(beyond.abs() + 1).unwrap_or(i64::MAX);
    let (mut short, mut found) = loop {
        let (end, next) =
            if is_short { (to, last.0.saturating_add(step)) } else { (from, last.0.saturating_sub(step)) };
        if last.0 == end {
            return Some(from).filter(|_| !is_short);
        }
        let next = at(next.clamp(from, to));
        if (next.1 < target) != is_short {
            break if is_short { (last, next) } else { (next, last) };
        }
        (last, step) = (next, step.saturating_mul(4));
    };
    let mut was_short = !is_short;
    for round in 0_u32.. {
        let width = found.0 - short.0;
        if width <= 1 {
            break;
        }
        let along = if round % 3 == 2 {
            width / 2
        } else {
            let share = (target - short.1) / ((found.1 - short.1) / i128::from(width)).max(1);
            // A step further than the line leads comes from the other side.
            let share = i64::try_from(share).unwrap_or(width).saturating_add(if was_short { 1 } else { -1 });
            share.clamp(1, width - 1)
        };
        let next = at(short.0 + along);
        was_short = next.1 < target;
        if was_short { short = next } else { found = next }
    }
    Some(found.0)
}
