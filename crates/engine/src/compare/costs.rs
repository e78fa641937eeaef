//! What does a side cost besides the fee, and how long does it take?
//!
//! Bids are an expected number: so many wins divided by the share of bids that win. Everything is kept as a fraction with
//! that share below the line, and rounded once.

use super::Kept;
use crate::amount::{Decimal, Money, round};
use crate::scenario::{Costs, Criterion, Every, Inputs, Plan, Scenario, Side};

/// One kind of cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CostKind {
    /// What bids cost.
    Bids,
    /// Connects beyond those that are given or in hand.
    Connects,
    /// The membership, month by month.
    Membership,
    /// Bought-in work.
    BoughtIn,
    /// Withdrawals.
    Withdrawals,
}

impl CostKind {
    /// Every kind, in the order shown.
    pub const ALL: [CostKind; 5] =
        [CostKind::Bids, CostKind::Connects, CostKind::Membership, CostKind::BoughtIn, CostKind::Withdrawals];
}

/// What a side comes to in the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Net {
    /// How many bids it takes, as expected, to two places.
    pub bids: Decimal,
    /// What there is of each kind of cost, in order; together they are `cost`.
    pub costs: Vec<(CostKind, Money)>,
    /// All costs besides the fee.
    pub cost: Money,
    /// What is left after fee and costs.
    pub take_home: Money,
    /// Hours, paid and unpaid, to two places.
    pub hours: Decimal,
    /// What is left for each of these hours; none where there are no hours.
    pub hourly: Option<Money>,
}

/// Whether anything is counted besides the fee.
pub(super) fn are_counted(inputs: &Inputs) -> bool {
    let Costs { fee_tax: _, bid, connects, membership, client_overhead, withdrawal } = &inputs.costs;
    let shared = [bid.cost, membership.price, withdrawal.fee];
    let on_side = |plan: &Plan| !plan.hours.is_zero() || !plan.overhead.is_zero() || plan.bought_in != Money::ZERO;
    shared.iter().any(|cost| *cost != Money::ZERO)
        || bid.minutes != 0
        || !client_overhead.is_zero()
        || bid.connects != 0 && connects.price != Money::ZERO
        || on_side(&inputs.plans.gigs)
        || on_side(&inputs.plans.contract)
}

/// All that a side costs besides the fee.
pub(super) fn cost(scenario: &Scenario, side: Side) -> Money {
    Expenses::of(scenario.inputs(), side).cost()
}

/// A side's costs and hours as fractions.
#[derive(Clone, Copy, Debug)]
pub(super) struct Expenses {
    /// Hundredths of a percent of all bids that win: what is below the line.
    win_rate: i128,
    bids: i128,
    costs: [i128; CostKind::ALL.len()],
    /// Hours, with 300 × the share below the line.
    hours: i128,
    is_short: bool,
}

impl Expenses {
    pub fn of(inputs: &Inputs, side: Side) -> Expenses {
        Expenses::unpaid(inputs, side, 0)
    }

    /// The same where so many payments are never made: the work is done all the same, and fewer are withdrawn.
    pub fn unpaid(inputs: &Inputs, side: Side, unpaid: u32) -> Expenses {
        let Costs { fee_tax: _, bid, connects, membership, client_overhead, withdrawal } = &inputs.costs;
        let plan = inputs.plans.get(side);
        // As many as are agreed on, even where the price has not a unit for each: costs do not hang on the price.
        let payments = i128::from(plan.jobs * plan.instalments - unpaid);
        let money = |amount: Money| i128::from(amount.minor());
        // A client is won once; who comes back needs no bid.
        let (clients, jobs, months) = (i128::from(plan.client_count()), i128::from(plan.jobs), i128::from(plan.months));
        let win_rate = i128::from(plan.win_rate.hundredths()).max(1);
        let bids = clients * 10_000;
        let each_month = i128::from(connects.free) + i128::from(membership.connects);
        let given = i128::from(connects.held) + each_month * months;
        let missing = i128::from(bid.connects) * bids - given * win_rate;
        let withdrawals = match withdrawal.every {
            Every::Payment => payments,
            Every::Month => months.min(payments),
        };
        let hours_each = i128::from(plan.hours.hundredths() + plan.overhead.hundredths());
        let hundredths = hours_each * jobs + i128::from(client_overhead.hundredths()) * clients;
        Expenses {
            win_rate,
            bids,
            costs: [
                money(bid.cost) * bids,
                missing.max(0) * money(connects.price),
                money(membership.price) * months * win_rate,
                money(plan.bought_in) * jobs * win_rate,
                money(withdrawal.fee) * withdrawals * win_rate,
            ],
            hours: 3 * hundredths * win_rate + 5 * i128::from(bid.minutes) * bids,
            is_short: missing > 0,
        }
    }

    /// Whether connects have to be bought.
    pub fn is_short(&self) -> bool {
        self.is_short
    }

    /// Whether it takes any time.
    pub fn has_hours(&self) -> bool {
        self.hours > 0
    }

    /// All costs.
    pub fn cost(&self) -> Money {
        Money::quotient(self.costs.iter().sum(), self.win_rate)
    }

    /// All costs, to be taken from what is left after the fee as often as asked.
    pub fn deduction(self) -> Deduction {
        let cost: i128 = self.costs.iter().sum();
        let below = self.win_rate;
        let exact = if cost % below == 0 {
            Decimal::from_i128_with_scale(cost / below, 0)
        } else {
            // A third has no end: two that are equal are to stay equal.
            round(Decimal::from_i128_with_scale(cost, 0) / Decimal::from_i128_with_scale(below, 0), 12)
        };
        Deduction { expenses: self, cost: Kept { rounded: self.cost(), exact } }
    }

    /// What decides, of what is left after fee and costs.
    pub fn decides_in_the_end(&self, criterion: Criterion, net: Money) -> Money {
        match criterion {
            Criterion::Money => net,
            Criterion::Hour => self.hourly(net).unwrap_or_default(),
        }
    }

    /// What is left for each hour; nothing where there are none.
    fn hourly(&self, take_home: Money) -> Option<Money> {
        let below = 300 * self.win_rate;
        (self.hours > 0).then(|| Money::quotient(i128::from(take_home.minor()) * below, self.hours))
    }

    /// What has to be left after the fee for at least `target` to be what decides.
    pub fn needed(&self, criterion: Criterion, target: Money) -> Money {
        self.needed_in_the_end(criterion, target) + self.cost()
    }

    /// The same after fee and costs.
    pub fn needed_in_the_end(&self, criterion: Criterion, target: Money) -> Money {
        match criterion {
            Criterion::Money => target,
            Criterion::Hour => {
                // An hour's pay rounds to the target or more from half a unit below it on.
                let (above, below) = ((2 * i128::from(target.minor()) - 1) * self.hours, 600 * self.win_rate);
                let exactly = above.rem_euclid(below) == 0;
                // Half a unit rounds away from zero: up to the target if that is above it, else below it.
                let more = i128::from(!exactly || target <= Money::ZERO);
                Money::from_minor(i64::try_from(above.div_euclid(below) + more).unwrap_or(i64::MAX / 4))
            }
        }
    }

    /// What a side comes to, of what is left after the fee.
    pub fn net(&self, take_home: Money) -> Net {
        let mut running = (0, Money::ZERO);
        let costs = CostKind::ALL.into_iter().zip(self.costs).filter(|(_, cost)| *cost != 0).map(|(kind, cost)| {
            let total = running.0 + cost;
            let rounded = Money::quotient(total, self.win_rate);
            let row = (kind, rounded - running.1);
            running = (total, rounded);
            row
        });
        let costs = costs.collect();
        let cost = self.cost();
        let places =
            |above: i128, below: i128| Decimal::new(Money::quotient(above * 100, below).minor(), 2).normalize();
        Net {
            bids: places(self.bids, self.win_rate),
            costs,
            cost,
            take_home: take_home - cost,
            hours: places(self.hours, 300 * self.win_rate),
            hourly: self.hourly(take_home - cost),
        }
    }
}

/// A side's costs worked out, rounded and not.
#[derive(Clone, Copy, Debug)]
pub(super) struct Deduction {
    expenses: Expenses,
    cost: Kept,
}

impl Deduction {
    /// What decides, of what is left after the fee.
    pub fn decides(&self, criterion: Criterion, kept: Kept) -> Kept {
        let rounded = kept.rounded - self.cost.rounded;
        match criterion {
            Criterion::Money => Kept { rounded, exact: kept.exact - self.cost.exact },
            Criterion::Hour => {
                let hourly = self.expenses.decides_in_the_end(criterion, rounded);
                Kept { rounded: hourly, exact: hourly.exact() }
            }
        }
    }
}
