//! What does a side cost besides the fee, and what does an hour pay? *Costs and hours* of `docs/definitions.md`.

use crate::comparison::{ahead, matching_names, money};
use crate::exact::{Exact, round, trimmed, whole};
use crate::expect::Expect;
use crate::least::{Least, Prices};
use crate::plan::Plan;
use crate::side::Side;

/// What a side costs, and its hours.
pub struct Costs {
    /// Expected, unrounded.
    pub bids: Exact,
    /// What does not depend on withdrawals, unrounded.
    apart: Exact,
    withdrawal_fee: Exact,
    /// As agreed.
    withdrawals: i128,
    /// Unrounded.
    pub hours: Exact,
}

/// Whether the plan counts costs or hours.
pub fn are_counted(plan: &Plan) -> bool {
    let is_set = |name: &str| plan.number(name) > whole(0);
    let costs = ["bid-cost", "membership", "withdrawal-fee", "gig-bought-in", "contract-bought-in"];
    let hours = ["bid-minutes", "client-overhead", "gig-hours", "contract-hours", "gig-overhead", "contract-overhead"];
    let connects = is_set("bid-connects") && is_set("connect-price");
    costs.into_iter().chain(hours).any(is_set) || connects
}

/// Whether the verdict goes by pay per hour.
pub fn is_by_hour(plan: &Plan, costs: &[Costs; 2]) -> bool {
    plan.text("verdict") == "hour" && costs.iter().all(|side| side.hours > whole(0))
}

impl Costs {
    /// The costs and hours of a side.
    pub fn of(plan: &Plan, side: &Side) -> Costs {
        let own = |name: &str| plan.number(&side.which.field(name));
        let major = |name: &str| plan.number(name) * whole(plan.units());
        let bids = whole(side.clients) * whole(100) / own("win-rate");
        let included = plan.count("free-connects") + plan.count("membership-connects");
        let connects =
            bids * plan.number("bid-connects") - plan.number("held-connects") - whole(side.months * included);
        let apart = bids * major("bid-cost")
            + connects.max(whole(0)) * major("connect-price")
            + whole(side.months) * major("membership")
            + whole(side.jobs) * own("bought-in") * whole(plan.units());
        let is_monthly = plan.text("withdrawals") == "month";
        Costs {
            bids,
            apart,
            withdrawal_fee: major("withdrawal-fee"),
            withdrawals: if is_monthly { side.months.min(side.payments) } else { side.payments },
            hours: whole(side.jobs) * (own("hours") + own("overhead"))
                + whole(side.clients) * plan.number("client-overhead")
                + bids * plan.number("bid-minutes") / whole(60),
        }
    }

    /// All costs.
    pub fn total(&self) -> i128 {
        self.without(0)
    }

    /// The costs without some of the withdrawals.
    pub fn without(&self, withdrawals: i128) -> i128 {
        round(self.apart + whole(self.withdrawals - withdrawals) * self.withdrawal_fee)
    }

    /// What an hour pays, if that much remains; `None` without hours.
    pub fn hourly(&self, remaining: i128) -> Option<i128> {
        (self.hours > whole(0)).then(|| round(whole(remaining) / self.hours))
    }
}

/// `costs` and `verdict`.
pub fn verdict<'a>(plan: &'a Plan, sides: [&'a Side; 2], costs: &'a [Costs; 2]) -> Vec<(&'static str, Expect<'a>)> {
    if !are_counted(plan) {
        return vec![];
    }
    let remaining = move |index: usize, price: i128| sides[index].take_home(price) - costs[index].total();
    let by_hour = is_by_hour(plan, costs);
    // By what decides.
    let value = move |index: usize, price: i128| {
        let remaining = remaining(index, price);
        if by_hour { costs[index].hourly(remaining).expect("hours") } else { remaining }
    };
    let [gigs, contract] = [0, 1].map(|index| value(index, sides[index].price));
    let net = |index: usize| {
        let (cost, remaining) = (&costs[index], remaining(index, sides[index].price));
        Expect::Object(vec![
            ("bids", Expect::text(trimmed(cost.bids, 2))),
            ("cost", Expect::text(money(plan, cost.total()))),
            ("takeHome", Expect::text(money(plan, remaining))),
            ("hours", Expect::text(trimmed(cost.hours, 2))),
            ("hourlyPay", Expect::maybe(cost.hourly(remaining).map(|hourly| money(plan, hourly)))),
        ])
    };
    let least = |index: usize, enough: i128| {
        let prices = Prices::of_jobs(plan, sides[index]);
        Least { prices, is_enough: Box::new(move |price| value(index, price) >= enough) }.alone()
    };
    let mut verdict = vec![
        ("by", Expect::text(if by_hour { "hour" } else { "money" })),
        ("ahead", Expect::text(ahead(contract - gigs))),
        ("difference", Expect::text(money(plan, contract - gigs))),
    ];
    for (index, enough) in [(0, contract), (1, gigs)] {
        let [[price, _], [level, _]] = matching_names(sides[index]);
        if sides[index].list.is_some() {
            verdict.extend([(price, Expect::Null), (level, least(index, enough))]);
        } else {
            verdict.push((price, least(index, enough)));
        }
    }
    vec![("costs", Expect::Object(vec![("gigs", net(0)), ("contract", net(1))])), ("verdict", Expect::Object(verdict))]
}
