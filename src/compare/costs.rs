//! What a side costs besides the fee, and how long it takes.
//!
//! Bids are an expected number: so many wins divided by the share of bids that win. Everything is kept as a fraction with
//! that share below the line, and rounded once.

use super::Left;
use crate::amount::{Decimal, Money, round};
use crate::scenario::{Field, Inputs, MORE, Plan, Scenario, Side};

/// By what the sides are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// What is left in the end.
    Money,
    /// What an hour pays.
    Hour,
}

impl By {
    pub(super) fn of(inputs: &Inputs) -> By {
        if inputs.get(Field::Verdict) == 0 { By::Money } else { By::Hour }
    }
}

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

/// The fields that say anything about one side's hours.
fn hours_of(side: Side) -> [Field; 2] {
    match side {
        Side::Gigs => [Field::GigHours, Field::GigOverhead],
        Side::Contract => [Field::ContractHours, Field::ContractOverhead],
    }
}

/// Whether anything is counted besides the fee.
pub(super) fn are_counted(inputs: &Inputs) -> bool {
    inputs.any(&[
        Field::BidCost,
        Field::Membership,
        Field::BidMinutes,
        Field::ClientOverhead,
        Field::WithdrawalFee,
        Field::GigHours,
        Field::GigOverhead,
        Field::GigBoughtIn,
        Field::ContractHours,
        Field::ContractOverhead,
        Field::ContractBoughtIn,
    ]) || MORE && inputs.get(Field::BidConnects) * inputs.get(Field::ConnectPrice) != 0
}

/// All that a side costs besides the fee.
pub(super) fn cost(scenario: &Scenario, side: Side) -> Money {
    Effort::of(scenario.inputs(), side, scenario.plans().get(side)).cost()
}

/// A side's costs and hours as fractions.
#[derive(Clone, Copy, Debug)]
pub(super) struct Effort {
    /// Hundredths of a percent of all bids that win: what is below the line.
    win_rate: i128,
    bids: i128,
    costs: [i128; CostKind::ALL.len()],
    /// Hours, with 300 × the share below the line.
    hours: i128,
    is_short: bool,
}

impl Effort {
    pub fn of(inputs: &Inputs, side: Side, plan: &Plan) -> Effort {
        Effort::unpaid(inputs, side, plan, 0)
    }

    /// The same where so many payments are never made: the work is done all the same, and fewer are withdrawn.
    pub fn unpaid(inputs: &Inputs, side: Side, plan: &Plan, unpaid: u32) -> Effort {
        // As many as are agreed on, even where the price has not a unit for each: costs do not hang on the price.
        let payments = plan.jobs * plan.instalments - unpaid;
        let get = |field: Field| i128::from(inputs.get(field));
        let (win_rate, bought_in) = match side {
            Side::Gigs => (Field::GigWinRate, Field::GigBoughtIn),
            Side::Contract => (Field::ContractWinRate, Field::ContractBoughtIn),
        };
        // A client is won once; who comes back needs no bid.
        let (clients, jobs, months) = (i128::from(plan.client_count()), i128::from(plan.jobs), i128::from(plan.months));
        let win_rate = get(win_rate).max(1);
        let bids = clients * 10_000;
        let given = get(Field::HeldConnects) + (get(Field::FreeConnects) + get(Field::MembershipConnects)) * months;
        let missing = get(Field::BidConnects) * bids - given * win_rate;
        let withdrawals = match get(Field::Withdrawals) {
            0 => i128::from(payments),
            _ => months.min(i128::from(payments)),
        };
        let hundredths = hours_of(side).map(get).iter().sum::<i128>() * jobs + get(Field::ClientOverhead) * clients;
        Effort {
            win_rate,
            bids,
            costs: [
                get(Field::BidCost) * bids,
                missing.max(0) * get(Field::ConnectPrice),
                get(Field::Membership) * months * win_rate,
                get(bought_in) * jobs * win_rate,
                get(Field::WithdrawalFee) * withdrawals * win_rate,
            ],
            hours: 3 * hundredths * win_rate + 5 * get(Field::BidMinutes) * bids,
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
    pub fn spent(self) -> Spent {
        let cost: i128 = self.costs.iter().sum();
        let below = self.win_rate;
        let exact = if cost % below == 0 {
            Decimal::from_i128_with_scale(cost / below, 0)
        } else {
            // A third has no end: two that are equal are to stay equal.
            round(Decimal::from_i128_with_scale(cost, 0) / Decimal::from_i128_with_scale(below, 0), 12)
        };
        Spent { effort: self, cost: Left { rounded: self.cost(), exact } }
    }

    /// What decides, of what is left after fee and costs.
    pub fn decides_in_the_end(&self, by: By, net: Money) -> Money {
        match by {
            By::Money => net,
            By::Hour => self.hourly(net).unwrap_or_default(),
        }
    }

    /// What is left for each hour; nothing where there are none.
    fn hourly(&self, take_home: Money) -> Option<Money> {
        let below = 300 * self.win_rate;
        (self.hours > 0).then(|| Money::quotient(i128::from(take_home.minor()) * below, self.hours))
    }

    /// What has to be left after the fee for at least `target` to be what decides.
    pub fn needed(&self, by: By, target: Money) -> Money {
        self.needed_in_the_end(by, target) + self.cost()
    }

    /// The same after fee and costs.
    pub fn needed_in_the_end(&self, by: By, target: Money) -> Money {
        match by {
            By::Money => target,
            By::Hour => {
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
pub(super) struct Spent {
    effort: Effort,
    cost: Left,
}

impl Spent {
    /// What decides, of what is left after the fee.
    pub fn decides(&self, by: By, left: Left) -> Left {
        let rounded = left.rounded - self.cost.rounded;
        match by {
            By::Money => Left { rounded, exact: left.exact - self.cost.exact },
            By::Hour => {
                let hourly = self.effort.decides_in_the_end(by, rounded);
                Left { rounded: hourly, exact: hourly.exact() }
            }
        }
    }
}
