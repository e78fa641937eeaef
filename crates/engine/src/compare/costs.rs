//! What does a side cost besides the fee, and how long does it take?
//!
//! Bids are an expected number: wins divided by the share of bids that win. Everything is a fraction with that share
//! in the denominator, and is rounded once.

use super::balance::Kept;
use crate::amount::{Decimal, Exact, Money};
use crate::scenario::{Costs, Criterion, Every, Hours, Inputs, Plan, Scenario, Side};

/// One kind of cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CostKind {
    /// The cost of bids.
    Bids,
    /// Connects beyond those that are free, included or in hand.
    Connects,
    /// The membership, month by month.
    Membership,
    /// Subcontractors and tools.
    BoughtIn,
    /// Withdrawals.
    Withdrawals,
}

impl CostKind {
    /// Every kind, in the order shown.
    pub const ALL: [CostKind; 5] =
        [CostKind::Bids, CostKind::Connects, CostKind::Membership, CostKind::BoughtIn, CostKind::Withdrawals];
}

/// The costs and hours of a side, and what remains after them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Net {
    /// The expected number of bids, to two decimals.
    pub bids: Decimal,
    /// Each kind of cost that occurs, in order; they add up to `cost`.
    pub costs: Vec<(CostKind, Money)>,
    /// All costs besides the fee.
    pub cost: Money,
    /// The amount that remains after fee and costs.
    pub remaining: Money,
    /// Hours, paid and unpaid, to two decimals.
    pub hours: Decimal,
    /// The remaining amount for each of these hours; none if there are no hours.
    pub hourly: Option<Money>,
    /// Whether the hours of the work itself are among them. If only unpaid ones are known, `hourly` is not the real pay per hour.
    pub times_work: bool,
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

/// A side's hours by what they are spent on, in hundredths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HoursByUse {
    /// Hours that the price pays for.
    pub paid: i64,
    /// Unpaid hours with clients.
    pub overhead: i64,
    /// Unpaid hours on bids.
    pub bidding: i64,
}

impl HoursByUse {
    /// The hours that are not paid.
    pub fn unpaid(&self) -> i64 {
        self.overhead + self.bidding
    }
}

/// A side's hours by what they are spent on, each rounded to a hundredth.
pub fn hours_by_use(scenario: &Scenario, side: Side) -> HoursByUse {
    let expenses = Expenses::of(scenario.inputs(), side);
    let parts = PER_HUNDREDTH * expenses.win_rate;
    let [paid, overhead, bidding] = expenses.hours_by_use.map(|hours| Money::quotient(hours, parts).minor());
    HoursByUse { paid, overhead, bidding }
}

/// Everything that a side costs besides the fee.
pub(super) fn cost(scenario: &Scenario, side: Side) -> Money {
    Expenses::of(scenario.inputs(), side).cost()
}

/// The number of parts of an hour, chosen so that a hundredth of an hour and a minute are both whole numbers of parts.
const PER_HOUR: i128 = 300;
const PER_HUNDREDTH: i128 = PER_HOUR / 100;
const PER_MINUTE: i128 = PER_HOUR / 60;

/// A side's costs and hours as fractions.
#[derive(Clone, Copy, Debug)]
pub(super) struct Expenses {
    /// The share of bids that win, in hundredths of a percent: the denominator.
    win_rate: i128,
    bids: i128,
    costs: [i128; CostKind::ALL.len()],
    /// Paid hours, unpaid ones with clients and those on bids, with the share × [`PER_HOUR`] as denominator.
    hours_by_use: [i128; 3],
    /// All of them.
    hours: i128,
    is_short: bool,
}

/// The number of months in which one of the first payments falls, if all agreed payments are spread over months as evenly as
/// possible, and the earlier months have one more.
fn months_with_one(first: u32, agreed: u32, months: u32) -> u32 {
    let (each, longer) = (agreed / months, agreed % months);
    let in_longer = longer * (each + 1);
    first.min(in_longer).div_ceil(each + 1) + (first.saturating_sub(in_longer)).div_ceil(each.max(1))
}

impl Expenses {
    pub fn of(inputs: &Inputs, side: Side) -> Expenses {
        Expenses::unpaid(inputs, side, 0)
    }

    /// The same if this many payments, the last ones, are never made: the work is done anyway, and there are fewer
    /// withdrawals.
    pub fn unpaid(inputs: &Inputs, side: Side, unpaid: u32) -> Expenses {
        let Costs { fee_tax: _, bid, connects, membership, client_overhead, withdrawal } = &inputs.costs;
        let plan = inputs.plans.get(side);
        // The number agreed, even if the price has no unit for each: costs do not depend on the price.
        let agreed = plan.jobs() * plan.instalments();
        let money = |amount: Money| i128::from(amount.minor());
        // A client is won once, and returns without a bid.
        let (clients, jobs, months) =
            (i128::from(plan.client_count()), i128::from(plan.jobs()), i128::from(plan.months));
        let win_rate = i128::from(plan.win_rate.hundredths()).max(1);
        let bids = clients * 10_000;
        let each_month = i128::from(connects.free) + i128::from(membership.connects);
        let free = i128::from(connects.held) + each_month * months;
        let missing = i128::from(bid.connects) * bids - free * win_rate;
        let withdrawals = match withdrawal.every {
            Every::Payment => agreed - unpaid,
            Every::Month => months_with_one(agreed - unpaid, agreed, plan.months),
        };
        let hundredths = |hours: Hours| i128::from(hours.hundredths());
        let overhead = hundredths(plan.overhead) * jobs + hundredths(*client_overhead) * clients;
        let hours_by_use = [
            PER_HUNDREDTH * hundredths(plan.hours) * jobs * win_rate,
            PER_HUNDREDTH * overhead * win_rate,
            // The bids that it takes to win each client once.
            PER_MINUTE * i128::from(bid.minutes) * bids,
        ];
        Expenses {
            win_rate,
            bids,
            costs: [
                money(bid.cost) * bids,
                missing.max(0) * money(connects.price),
                money(membership.price) * months * win_rate,
                money(plan.bought_in) * jobs * win_rate,
                money(withdrawal.fee) * i128::from(withdrawals) * win_rate,
            ],
            hours_by_use,
            hours: hours_by_use.iter().sum(),
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

    /// All costs, ready to be subtracted from many balances.
    pub fn deduction(self) -> Deduction {
        // A third has endless decimals, but what division drops is far below what counts.
        let exact = self.costs.iter().sum::<i128>() * Exact::PER_UNIT / self.win_rate;
        let exact = Exact::from_trillionths(exact);
        Deduction { expenses: self, cost: Kept { rounded: self.cost(), exact } }
    }

    /// The amount that is compared, given what remains after fee and costs.
    pub fn by_criterion(&self, criterion: Criterion, net: Money) -> Money {
        match criterion {
            Criterion::Money => net,
            Criterion::Hour => self.hourly(net).unwrap_or_default(),
        }
    }

    /// The amount that remains for each hour; none if there are no hours.
    fn hourly(&self, take_home: Money) -> Option<Money> {
        let below = PER_HOUR * self.win_rate;
        (self.hours > 0).then(|| Money::quotient(i128::from(take_home.minor()) * below, self.hours))
    }

    /// The amount that a side has to keep after the fee for the criterion to reach `target`.
    pub fn needed(&self, criterion: Criterion, target: Money) -> Money {
        self.needed_after_costs(criterion, target) + self.cost()
    }

    /// The same after fee and costs.
    pub fn needed_after_costs(&self, criterion: Criterion, target: Money) -> Money {
        match criterion {
            Criterion::Money => target,
            Criterion::Hour => {
                // Hourly pay rounds to the target or more from half a unit below it.
                let (above, below) = ((2 * i128::from(target.minor()) - 1) * self.hours, 2 * PER_HOUR * self.win_rate);
                let exactly = above.rem_euclid(below) == 0;
                // Half a unit rounds away from zero: up to a positive target, otherwise below the target.
                let more = i128::from(!exactly || target <= Money::ZERO);
                Money::of(above.div_euclid(below) + more)
            }
        }
    }

    /// The costs and hours of a side, and what remains, given its take-home.
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
            remaining: take_home - cost,
            hours: places(self.hours, PER_HOUR * self.win_rate),
            hourly: self.hourly(take_home - cost),
            times_work: self.hours_by_use[0] != 0,
        }
    }
}

/// The amount that is compared: the amount that a side keeps after the fee, minus what else is counted, or its hourly pay.
pub(super) fn compared(inputs: &Inputs, side: Side, kept: Kept) -> Kept {
    if are_counted(inputs) { Expenses::of(inputs, side).deduction().compared(inputs.criterion, kept) } else { kept }
}

/// A side's costs, rounded and exact.
#[derive(Clone, Copy, Debug)]
pub(super) struct Deduction {
    expenses: Expenses,
    cost: Kept,
}

impl Deduction {
    /// The amount that is compared, given what a side keeps after the fee.
    pub fn compared(&self, criterion: Criterion, kept: Kept) -> Kept {
        let rounded = kept.rounded - self.cost.rounded;
        match criterion {
            Criterion::Money => Kept { rounded, exact: kept.exact - self.cost.exact },
            Criterion::Hour => {
                let hourly = self.expenses.by_criterion(criterion, rounded);
                Kept { rounded: hourly, exact: Exact::from(hourly) }
            }
        }
    }

    /// All costs, without rounding.
    pub fn exact_cost(&self) -> Exact {
        self.cost.exact
    }

    /// The amount that is compared, before costs and pay are rounded.
    pub fn before_rounding(&self, criterion: Criterion, kept: Exact) -> Exact {
        self.each(criterion, kept - self.cost.exact)
    }

    /// The most by which rounding changes that, if it changes the amount kept after the fee by at most `fees`.
    pub fn rounds(&self, criterion: Criterion, fees: Exact) -> Exact {
        // Divisions drop less than a trillionth each.
        let half = Exact::from_trillionths(Exact::PER_UNIT / 2 + 2);
        let costs = self.each(criterion, fees + half);
        match criterion {
            Criterion::Money => costs,
            Criterion::Hour => costs + half,
        }
    }

    /// An amount of money by the criterion.
    fn each(&self, criterion: Criterion, amount: Exact) -> Exact {
        match criterion {
            Criterion::Money => amount,
            Criterion::Hour => {
                let (above, below) = (PER_HOUR * self.expenses.win_rate, self.expenses.hours.max(1));
                Exact::from_trillionths(amount.trillionths() * above / below)
            }
        }
    }
}
