//! What may go wrong, and how often does each side end ahead? *Risk* of `docs/definitions.md`.
//!
//! Chances have two decimals of a percent, so every case has a whole number of chances out of a power of ten thousand, and
//! nothing is rounded.

use num_bigint::{BigInt, BigUint};
use num_traits::{One, Zero};

use crate::comparison::money;
use crate::costs::{Costs, is_by_hour};
use crate::exact::{Exact, fixed, fraction, round, whole};
use crate::expect::{Expect, amount, millionth, number};
use crate::list;
use crate::plan::{Plan, Which};
use crate::side::{Side, spread};

/// Amounts that may remain, each with its share of all cases, in ascending order.
struct Outcomes {
    cases: Vec<(i128, BigUint)>,
    all: BigUint,
}

/// A chance as a whole number of ten-thousandths.
const CERTAIN: u32 = 10_000;

/// `risk`, if something may fail.
pub fn risk<'a>(plan: &'a Plan, sides: [&'a Side; 2], costs: &'a [Costs; 2]) -> Option<Expect<'a>> {
    let review = parts(plan.percent("bad-review"));
    let unpaid = sides.map(|side| parts(plan.percent(chance_name(plan, side.which))));
    if review == 0 && unpaid == [0, 0] {
        return None;
    }
    let average = plan.amount("average-price");
    let average = match average {
        0 if sides[0].list.is_some() => round(fraction(sides[0].gross_and_fee(sides[0].price).0, sides[0].jobs)),
        0 => plan.amount("gig-price"),
        average => average,
    };
    let review_costs = round(plan.number("reviews-in-sight") * plan.percent("work-lost") * whole(average));
    let outcomes =
        [0, 1].map(|index| Outcomes::of(plan, sides[index], &costs[index], unpaid[index], review, review_costs));
    let by_hour = is_by_hour(plan, costs);
    let deciding = [0, 1].map(|index| {
        outcomes[index].map(|remains| if by_hour { costs[index].hourly(remains).expect("hours") } else { remains })
    });
    let all = &outcomes[0].all * &outcomes[1].all;
    let (gigs_ahead, level) = wins(&deciding[0], &deciding[1]);
    let contract_ahead = &all - &gigs_ahead - &level;
    let ahead = [gigs_ahead, contract_ahead].map(|part| chance(&part, &all));
    let side = |index: usize, ahead: Exact20| {
        let outcomes = &outcomes[index];
        let payments = u32::try_from(sides[index].payments_at(sides[index].price).len()).expect("few payments");
        let jobs = u32::try_from(sides[index].jobs).expect("a number of jobs");
        let none = |parts: u32, times: u32| {
            let all = BigUint::from(CERTAIN).pow(times);
            chance(&(&all - BigUint::from(CERTAIN - parts).pow(times)), &all)
        };
        Expect::Object(vec![
            ("ahead", near(ahead)),
            ("expected", outcomes.expected(plan)),
            ("low", outcomes.quantile(plan, 1)),
            ("high", outcomes.quantile(plan, 9)),
            ("nonPayment", near(none(unpaid[index], payments))),
            ("badReview", near(none(review, jobs))),
        ])
    };
    let [gigs_ahead, contract_ahead] = ahead;
    Some(Expect::Object(vec![
        ("gigs", side(0, gigs_ahead)),
        ("contract", side(1, contract_ahead)),
        ("level", near(chance(&level, &all))),
        ("badReviewCosts", Expect::text(money(plan, review_costs))),
    ]))
}

/// Which chance counts for a side's payments.
fn chance_name(plan: &Plan, which: Which) -> &'static str {
    match plan.text(&which.field("protection")) {
        "escrow" => "escrow-non-payment",
        "hourly" => "hourly-non-payment",
        _ => "non-payment",
    }
}

fn parts(chance: Exact) -> u32 {
    let parts = chance * whole(CERTAIN.into());
    assert!(parts.is_integer(), "percentages have two decimals");
    u32::try_from(parts.to_integer()).expect("a chance")
}

/// A chance to twenty places, which is more than anyone asks for.
type Exact20 = i128;

const PLACES: u32 = 20;

fn chance(part: &BigUint, all: &BigUint) -> Exact20 {
    let chance = part * BigUint::from(10u8).pow(PLACES) / all;
    i128::try_from(chance).expect("at most one")
}

/// Six places of a chance that is known to eighteen: either of two, if it is halfway between them.
fn near<'a>(chance: Exact20) -> Expect<'a> {
    let exact = Exact::new(chance, 10i128.pow(PLACES));
    Expect::claim(move |value| {
        let six = number(value)?;
        let is_six = (six / millionth()).is_integer();
        let off = if six > exact { six - exact } else { exact - six };
        if is_six && off <= millionth() / whole(2) + Exact::new(1, 10i128.pow(13)) {
            Ok(())
        } else {
            Err(format!("about {}", fixed(exact, 9)))
        }
    })
}

/// How many cases out of `CERTAIN` to the power of `times` happen `count` times, for every count.
fn binomial(parts: u32, times: usize) -> Vec<BigUint> {
    let (hit, miss) = (BigUint::from(parts), BigUint::from(CERTAIN - parts));
    // Times of a miss alone, from none to all.
    let mut misses = vec![BigUint::one()];
    for _ in 0..times {
        misses.push(misses.last().expect("one") * &miss);
    }
    let (mut ways, mut hits) = (BigUint::one(), BigUint::one());
    let mut cases = vec![];
    for count in 0..=times {
        cases.push(&ways * &hits * &misses[times - count]);
        ways = ways * (times - count) / (count + 1);
        hits *= &hit;
    }
    cases
}

impl Outcomes {
    fn of(plan: &Plan, side: &Side, costs: &Costs, unpaid: u32, review: u32, review_costs: i128) -> Outcomes {
        let payments = side.payments_at(side.price);
        let fees = side.terms.fees(&payments);
        let jobs = usize::try_from(side.jobs).expect("a number of jobs");
        let is_monthly = plan.text("withdrawals") == "month";
        let (never, reviews) = (binomial(unpaid, payments.len()), binomial(review, jobs));
        let mut cases = vec![];
        let mut take_home = 0;
        // How often money is withdrawn, if so many of the payments that were agreed are made.
        let agreed = usize::try_from(side.payments).expect("few payments");
        let months: Vec<usize> = spread(agreed, side.months).collect();
        let withdrawals = |made: usize| match made.checked_sub(1) {
            // Once for each month that has a payment.
            Some(last) if is_monthly => 1 + months[..=last].windows(2).filter(|pair| pair[0] != pair[1]).count(),
            _ => made,
        };
        for made in 0..=payments.len() {
            if made > 0 {
                take_home += payments[made - 1].amount - fees[made - 1];
            }
            // Each payment of a list that fails takes the average with it, unless all are alike.
            let average = |made: usize| {
                let [made, all] = [made, payments.len()].map(|count| i128::try_from(count).expect("few"));
                round(fraction(side.take_home(side.price) * made, all))
            };
            let differ = side.list.as_ref().is_some_and(|lines| !list::is_alike(lines));
            let take_home = if differ { average(made) } else { take_home };
            let fewer = withdrawals(agreed) - withdrawals(agreed - (payments.len() - made));
            let remains = take_home - costs.without(i128::try_from(fewer).expect("a number of withdrawals"));
            let share = &never[payments.len() - made];
            if share.is_zero() {
                continue;
            }
            for (bad, cases_of) in reviews.iter().enumerate().filter(|(_, cases)| !cases.is_zero()) {
                cases.push((remains - i128::try_from(bad).expect("a number of jobs") * review_costs, share * cases_of));
            }
        }
        let all = BigUint::from(CERTAIN).pow(u32::try_from(payments.len() + jobs).expect("few"));
        Outcomes { cases, all }.sorted()
    }

    fn sorted(mut self) -> Outcomes {
        self.cases.sort_by_key(|(amount, _)| *amount);
        self
    }

    /// The same chances of other values.
    fn map(&self, value: impl Fn(i128) -> i128) -> Outcomes {
        let cases = self.cases.iter().map(|(amount, cases)| (value(*amount), cases.clone())).collect();
        Outcomes { cases, all: self.all.clone() }.sorted()
    }

    /// The average, to the unit.
    fn expected<'a>(&self, plan: &'a Plan) -> Expect<'a> {
        let sum: BigInt =
            self.cases.iter().map(|(amount, cases)| BigInt::from(*amount) * BigInt::from(cases.clone())).sum();
        // Millionths of a unit are enough to see how near to a half it is.
        let exact = sum * 1_000_000 / BigInt::from(self.all.clone());
        let exact = Exact::new(i128::try_from(exact).expect("an amount"), 1_000_000);
        let largest = self.cases.iter().map(|(amount, _)| amount.abs()).max().unwrap_or_default();
        // Chances are known to eighteen places, so a sum of large amounts is not known to a unit.
        let slack = Exact::new(1, 1_000_000) + Exact::new(largest * 100, 1_000_000_000_000_000_000);
        Expect::claim(move |value| {
            let found = amount(value, plan.units())?;
            let off = if whole(found) > exact { whole(found) - exact } else { exact - whole(found) };
            if off <= Exact::new(1, 2) + slack { Ok(()) } else { Err(format!("about {}", money(plan, round(exact)))) }
        })
    }

    /// The smallest amount such that at most that much remains in that many tenths of all cases.
    fn quantile<'a>(&self, plan: &'a Plan, tenths: u32) -> Expect<'a> {
        // A hair's breadth of chance decides nothing: they are known to eighteen places.
        let slack = &self.all / BigUint::from(10u8).pow(13);
        let (target, mut so_far) = (&self.all * tenths, BigUint::zero());
        let mut fitting = vec![];
        for (index, (amount, cases)) in self.cases.iter().enumerate() {
            so_far += cases;
            if self.cases.get(index + 1).is_some_and(|(next, _)| next == amount) {
                continue;
            }
            if (&so_far + &slack) * 10u8 >= target {
                fitting.push(*amount);
            }
            if so_far >= &slack + &target / 10u8 {
                break;
            }
        }
        Expect::claim(move |value| {
            let found = amount(value, plan.units())?;
            if fitting.contains(&found) { Ok(()) } else { Err(format!("{fitting:?} in smallest units")) }
        })
    }
}

/// In how many cases one is above the other, and in how many both are equal.
fn wins(one: &Outcomes, other: &Outcomes) -> (BigUint, BigUint) {
    let (mut ahead, mut level, mut below, mut index) = (BigUint::zero(), BigUint::zero(), BigUint::zero(), 0);
    for (amount, cases) in &one.cases {
        while other.cases.get(index).is_some_and(|(other, _)| other < amount) {
            below += &other.cases[index].1;
            index += 1;
        }
        ahead += cases * &below;
        let equal: BigUint =
            other.cases[index..].iter().take_while(|(other, _)| other == amount).map(|(_, cases)| cases).sum();
        level += cases * equal;
    }
    (ahead, level)
}
