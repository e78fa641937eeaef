//! What should a quote be? *Quotes* of `docs/definitions.md`.

use crate::charged::Payment;
use crate::comparison::money;
use crate::costs::Costs;
use crate::documents::{Value, names};
use crate::exact::{round, whole};
use crate::expect::{Expect, amount};
use crate::least::{Least, Prices};
use crate::plan::Plan;
use crate::side::{Side, spread};

/// `quote`, if one is asked for.
pub fn quotes<'a>(plan: &'a Plan, sides: [&'a Side; 2], costs: &'a [Costs; 2]) -> Option<Expect<'a>> {
    let asked = |name: &str| plan.number(name) > whole(0);
    // A week that comes to nothing is no quote.
    let is_hourly = round(whole(plan.amount("hourly-rate")) * plan.number("weekly-hours")) > 0;
    if !is_hourly && !["keep", "hourly-pay", "concession"].into_iter().any(asked) {
        return None;
    }
    let side = |index: usize| {
        let (side, cost) = (sides[index], &costs[index]);
        let remaining = move |price: i128| side.take_home(price) - cost.total();
        let mut keys = vec![];
        if asked("keep") {
            let keep = plan.amount("keep");
            let is_enough = Box::new(move |price| remaining(price) >= keep);
            let name = if side.list.is_some() { "levelKeeping" } else { "priceKeeping" };
            keys.push((name, Least { prices: Prices::of_jobs(plan, side), is_enough }.alone()));
        }
        if asked("hourly-pay") {
            let pay = plan.amount("hourly-pay");
            let is_enough = Box::new(move |price| cost.hourly(remaining(price)).is_some_and(|hourly| hourly >= pay));
            let name = if side.list.is_some() { "levelPaying" } else { "pricePaying" };
            keys.push((name, Least { prices: Prices::of_jobs(plan, side), is_enough }.alone()));
        }
        if asked("concession") {
            let cheaper = side.take_home_less(plan.amount("concession"));
            let costs = cheaper.map(|cheaper| side.take_home(side.price) - cheaper);
            keys.push(("concessionCosts", Expect::maybe(costs.map(|costs| money(plan, costs)))));
        }
        Expect::Object(keys)
    };
    let mut keys = vec![("gigs", side(0)), ("contract", side(1))];
    if is_hourly {
        let (week, gross, fee) = by_week(plan, sides[1], plan.amount("hourly-rate"));
        keys.push((
            "hourly",
            Expect::Object(vec![
                ("week", Expect::text(money(plan, week))),
                ("gross", Expect::text(money(plan, gross))),
                ("serviceFee", Expect::text(money(plan, fee))),
                ("takeHome", Expect::text(money(plan, gross - fee))),
            ]),
        ));
    }
    if asked("hourly-pay") && asked("weekly-hours") {
        keys.push(("rateKeeping", rate_keeping(plan, sides[1])));
    }
    Some(Expect::Object(keys))
}

/// A week's bill, that of all weeks, and the fee on it, at some rate.
fn by_week(plan: &Plan, contract: &Side, rate: i128) -> (i128, i128, i128) {
    let week = round(whole(rate) * plan.number("weekly-hours"));
    let weeks = plan.count("weeks");
    let months = spread(usize::try_from(weeks).expect("weeks"), (weeks * 3 + 12) / 13);
    let payment = |month| Payment { amount: week, client: 0, contract: 0, price: week * weeks, month };
    let payments: Vec<Payment> = months.map(payment).collect();
    (week, week * weeks, contract.terms.sum(&payments))
}

fn rate_keeping<'a>(plan: &'a Plan, contract: &'a Side) -> Expect<'a> {
    let Value::Number { to, .. } = names()["hourly-rate"].value else { unreachable!("a number") };
    let highest = to.to_integer() * plan.units();
    let wanted = whole(plan.amount("hourly-pay")) * plan.number("weekly-hours") * whole(plan.count("weeks"));
    let is_enough = move |rate: i128| {
        let (_, gross, fee) = by_week(plan, contract, rate);
        whole(gross - fee) >= wanted
    };
    Expect::claim(move |value| {
        if value.is_null() {
            return if is_enough(highest) { Err("the highest rate is enough".to_owned()) } else { Ok(()) };
        }
        let rate = amount(value, plan.units())?;
        match (is_enough(rate), (1..=50).find(|less| rate > *less && is_enough(rate - less))) {
            (false, _) => Err("it is not enough".to_owned()),
            (true, Some(less)) => Err(format!("{} is enough", money(plan, rate - less))),
            (true, None) => Ok(()),
        }
    })
}
