//! What should `comparison` say of a plan? The keys that are always there; the others are in the files of their topics.

use serde_json::Value;

use crate::charged::{Kind, Row};
use crate::documents::Schedule;
use crate::exact::{fixed, fraction, trimmed};
use crate::expect::Expect;
use crate::least::{Least, Prices};
use crate::notation::Fee;
use crate::plan::{Plan, Which};
use crate::side::Side;

/// An amount with the currency's digits.
pub fn money(plan: &Plan, units: i128) -> String {
    fixed(fraction(units, plan.units()), plan.digits)
}

/// Who is ahead.
pub fn ahead(difference: i128) -> &'static str {
    match difference {
        0 => "neither",
        1.. => "contract",
        _ => "gigs",
    }
}

/// The names of the least price or level that matches the other side, and of its gaps.
pub fn matching_names(side: &Side) -> [[&'static str; 2]; 2] {
    match side.which {
        Which::Gigs => {
            [["matchingGigPrice", "matchingGigPriceGaps"], ["matchingGigListLevel", "matchingGigListLevelGaps"]]
        }
        Which::Contract => [
            ["matchingContractPrice", "matchingContractPriceGaps"],
            ["matchingContractListLevel", "matchingContractListLevelGaps"],
        ],
    }
}

/// What each line of a list leaves.
pub fn lines<'a>(plan: &Plan, side: &Side) -> Option<(&'static str, Expect<'a>)> {
    let list = side.list.as_ref()?;
    let payments = side.payments_at(side.price);
    let fees = side.terms.fees(&payments);
    let mut charged = payments.iter().zip(fees);
    let rows = list.iter().map(|line| {
        let of_line: Vec<_> = charged.by_ref().take(line.jobs).collect();
        let gross: i128 = of_line.iter().map(|(payment, _)| payment.amount).sum();
        let fee: i128 = of_line.iter().map(|(_, fee)| fee).sum();
        Expect::Object(vec![
            ("count", Expect::text(line.jobs.to_string())),
            ("price", Expect::text(money(plan, of_line[0].0.amount))),
            ("gross", Expect::text(money(plan, gross))),
            ("serviceFee", Expect::text(money(plan, fee))),
            ("takeHome", Expect::text(money(plan, gross - fee))),
        ])
    });
    let name = if side.which == Which::Gigs { "gigLines" } else { "contractLines" };
    Some((name, Expect::List(rows.collect())))
}

/// The part of `comparison` that goes by the fee alone.
pub fn comparison<'a>(
    plan: &'a Plan,
    gigs: &'a Side,
    contract: &'a Side,
    product: &Value,
) -> Vec<(&'static str, Expect<'a>)> {
    let [gigs_keep, contract_keeps] = [gigs, contract].map(|side| side.take_home(side.price));
    let difference = contract_keeps - gigs_keep;
    let mut keys = vec![
        ("schedule", schedule(plan.schedule, &plan.fee.1)),
        ("currency", Expect::text(plan.currency.as_str())),
        ("gigs", outcome(plan, gigs)),
        ("contract", outcome(plan, contract)),
        ("ahead", Expect::text(ahead(difference))),
        ("difference", Expect::text(money(plan, difference))),
    ];
    let least = |side: &'a Side, enough: i128| Least {
        prices: Prices::of_jobs(plan, side),
        is_enough: Box::new(move |price| side.take_home(price) >= enough),
    };
    for (side, enough) in [(gigs, contract_keeps), (contract, gigs_keep)] {
        let [price, level] = matching_names(side);
        let least = least(side, enough);
        if side.list.is_some() {
            keys.push((price[0], Expect::Null));
            keys.extend(least.with_gaps(level[0], level[1], product));
        } else {
            keys.extend(least.with_gaps(price[0], price[1], product));
        }
    }
    if let Some((from, fee, line)) = &plan.client {
        let side = |side: &Side| {
            let terms = plan.client_terms(fee, side.which);
            let (gross, _) = side.gross_and_fee(side.price);
            let on_top: i128 = terms.sum(&side.payments_at(side.price));
            Expect::Object(vec![
                ("pays", Expect::text(money(plan, gross + on_top))),
                ("clientFee", Expect::text(money(plan, on_top))),
            ])
        };
        let client = vec![("schedule", schedule(*from, line)), ("gigs", side(gigs)), ("contract", side(contract))];
        keys.push(("client", Expect::Object(client)));
    }
    keys
}

fn schedule<'a>(schedule: Option<&Schedule>, line: &str) -> Expect<'a> {
    let text = |of: &dyn Fn(&Schedule) -> Option<String>| Expect::maybe(schedule.and_then(of));
    let source = schedule.map_or(Expect::Null, |schedule| {
        Expect::Object(vec![
            ("title", Expect::text(schedule.title)),
            ("url", Expect::text(schedule.url)),
            ("read", Expect::text(schedule.read.as_str())),
            ("certainty", Expect::text(schedule.certainty)),
        ])
    });
    Expect::Object(vec![
        ("id", Expect::text(schedule.map_or("custom", |schedule| schedule.id))),
        ("platform", text(&|schedule| Some(schedule.platform.to_owned()))),
        ("fee", Expect::text(line)),
        ("from", text(&|schedule| Some(schedule.from.clone()))),
        ("until", text(&|schedule| schedule.until.clone())),
        ("source", source),
    ])
}

fn outcome<'a>(plan: &Plan, side: &Side) -> Expect<'a> {
    let (gross, fee) = side.gross_and_fee(side.price);
    let rows = side.rows();
    // Two ways to the same sum, in this engine too.
    assert_eq!(rows.iter().map(|row| row.fee).sum::<i128>(), fee, "the rows add up to the fee");
    Expect::Object(vec![
        ("gross", Expect::text(money(plan, gross))),
        ("serviceFee", Expect::text(money(plan, fee))),
        ("takeHome", Expect::text(money(plan, gross - fee))),
        ("effectiveRate", Expect::text(trimmed(fraction(fee, gross), 4))),
        ("tiers", Expect::List(rows.iter().map(|found| row(plan, found)).collect())),
    ])
}

fn row<'a>(plan: &Plan, row: &Row) -> Expect<'a> {
    let mut keys = vec![
        ("rate", Expect::text(trimmed(row.rate, 6))),
        ("amount", Expect::text(money(plan, row.amount))),
        ("fee", Expect::text(money(plan, row.fee))),
    ];
    let kind = match row.kind {
        Kind::Tier(_) => None,
        Kind::Fixed => Some("fixed"),
        Kind::Minimum => Some("minimum"),
        Kind::Maximum => Some("maximum"),
        Kind::Tax => Some("tax"),
    };
    keys.extend(kind.map(|kind| ("kind", Expect::text(kind))));
    keys.extend((row.charge > 0).then(|| ("charge", Expect::text((row.charge + 1).to_string()))));
    Expect::Object(keys)
}

/// A side for each.
pub fn sides(plan: &Plan) -> [Side; 2] {
    [Which::Gigs, Which::Contract].map(|which| Side::of(plan, which))
}

/// The amounts at which a fee changes, for tests at its edges.
pub fn limits(plan: &Plan, fee: &Fee) -> Vec<i128> {
    let units = plan.units();
    fee.limits().into_iter().map(|limit| (limit * crate::exact::whole(units)).to_integer()).collect()
}
