//! Which plans lie on an edge? Every limit of every schedule and its neighbours, and every bound of every name.

use crate::documents::{Name, Value, names, schedules};
use crate::exact::{Exact, fraction, trimmed, whole};
use crate::fees::{CURRENCIES, short};
use crate::link::Link;
use crate::notation::{Rate, When, status_name};
use crate::plan::digits_of;

/// All of them.
pub fn plans() -> Vec<Link> {
    let mut links = limits();
    links.extend(bounds());
    links
}

/// At every limit of every schedule, and a unit below and above it: as a price, as what was billed before, as what two
/// payments reach together; for freelancers and for clients, under each status and at both ends of an open rate.
fn limits() -> Vec<Link> {
    let mut links = vec![];
    for schedule in schedules() {
        let digits = digits_of(schedule.currency);
        let units = whole(10i128.pow(digits));
        let mut limits: Vec<i128> =
            schedule.fee.limits().into_iter().map(|limit| (limit * units).to_integer()).collect();
        limits.push(10i128.pow(digits));
        limits.sort_unstable();
        limits.dedup();
        for choices in choices(schedule.is_for_clients, &schedule.fee) {
            for near in limits.iter().flat_map(|limit| [limit - 1, *limit, limit + 1]).filter(|near| *near > 0) {
                let mut link = Link::default();
                if schedule.is_for_clients {
                    link.set("schedule", "custom");
                    link.set("fee", "10%");
                    if schedule.currency != "USD" {
                        link.set("currency", schedule.currency);
                    }
                    link.set("client-schedule", schedule.id);
                } else {
                    link.set("schedule", schedule.id);
                }
                link.0.extend(choices.iter().cloned());
                link.set("gigs", "2");
                link.set("gig-clients", "one");
                link.set("gig-price", short(near, digits));
                let mut billed = link.clone();
                link.set("contract-price", short(near * 2, digits));
                link.set("contract-payments", "2");
                billed.set("gig-billed", short(near, digits));
                billed.set("contract-billed", short(near, digits));
                billed.set("contract-price", short(near, digits));
                billed.set("contract-payments", "3");
                billed.set("contract-duration", "2");
                links.extend([link, billed]);
            }
        }
    }
    links
}

/// What a reader may choose: each status, and both ends of an open rate; each side of a change of months.
fn choices(is_for_clients: bool, fee: &crate::notation::Fee) -> Vec<Vec<(&'static str, String)>> {
    let [status, rate] = if is_for_clients { ["client-status", "client-rate"] } else { ["status", "rate"] };
    let mut all = vec![];
    for (when, charges) in &fee.cases {
        let mut chosen = vec![];
        match when {
            When::Otherwise => {}
            When::Status(name) => chosen.push((status, status_name(name))),
            When::First(months) => {
                chosen.push(("gig-months", (months - 1).to_string()));
                chosen.push(("contract-months", months.to_string()));
            }
        }
        let tiers = charges.iter().flat_map(|charge| &charge.tiers);
        let open =
            tiers.filter_map(|tier| if let Rate::Open(from, to) = tier.rate { Some([from, to]) } else { None }).next();
        let ends = open.into_iter().flatten().map(|end| trimmed(end * whole(100), 4));
        let before = all.len();
        all.extend(ends.map(|end| [&chosen[..], &[(rate, end)]].concat()));
        if all.len() == before {
            all.push(chosen);
        }
    }
    all
}

/// Plans in which each name is at each bound and next to it, with everything counted and with nothing else.
fn bounds() -> Vec<Link> {
    let mut links = vec![];
    let mut sorted: Vec<&Name> = names().values().collect();
    sorted.sort_by_key(|name| name.name);
    for currency in CURRENCIES {
        let digits = digits_of(currency);
        for name in &sorted {
            let values = match &name.value {
                Value::Number { from, is_included, to } => numbers(name.name, digits, *from, *is_included, *to),
                Value::OneOf(choices) => choices.iter().map(|choice| (*choice).to_owned()).collect(),
                Value::Text => continue,
            };
            for value in values {
                for fee in [
                    "10%",
                    "20% to 500, 10% + 1 per client",
                    "whole 12% to 100, 5% at least 2 per contract plus 20% tax then 1%",
                ] {
                    for counted in [false, true] {
                        let mut link = Link::default();
                        link.set("schedule", "custom");
                        link.set("fee", fee);
                        link.set("currency", currency);
                        if counted {
                            link.0.extend(everything());
                        }
                        if ["theme", "view", "verdict", "direct-schedule"].contains(&name.name) && !counted {
                            continue;
                        }
                        link.set(name.name, value.clone());
                        fit(&mut link, name);
                        links.push(link);
                    }
                }
            }
        }
    }
    links
}

/// Everything that can be counted.
fn everything() -> Vec<(&'static str, String)> {
    let all = [
        ("gigs", "5"),
        ("gig-price", "180"),
        ("contract-price", "900"),
        ("bid-cost", "1"),
        ("bid-connects", "12"),
        ("connect-price", "2"),
        ("bid-minutes", "20"),
        ("gig-hours", "3.5"),
        ("contract-hours", "30"),
        ("client-overhead", "1.25"),
        ("membership", "10"),
        ("membership-connects", "20"),
        ("withdrawal-fee", "1"),
        ("contract-payments", "3"),
        ("contract-duration", "3"),
        ("gig-duration", "2"),
        ("keep", "700"),
        ("hourly-pay", "20"),
        ("concession", "15"),
        ("hourly-rate", "40"),
        ("weekly-hours", "9.5"),
        ("bad-review", "3.5"),
        ("non-payment", "1.25"),
        ("claim", "500"),
        ("arbitration-fee", "291"),
        ("good-jobs", "7"),
        ("bad-jobs", "1"),
        ("silent-jobs", "2"),
        ("conversion-rate", "20"),
        ("monthly-take-home", "2000"),
        ("rebuild-months", "6"),
        ("direct-schedule", "upwork-direct-2023"),
    ];
    all.into_iter().map(|(name, value)| (name, value.to_owned())).collect()
}

/// Both bounds and their neighbours.
fn numbers(name: &str, digits: u32, from: Exact, is_included: bool, to: Exact) -> Vec<String> {
    let places = match name {
        "rate" | "gig-rate" | "contract-rate" | "client-rate" => 4,
        _ if is_amount(name) => digits,
        "fee-tax" | "bad-review" | "work-lost" | "non-payment" | "escrow-non-payment" | "hourly-non-payment" => 2,
        _ if ["hours", "overhead", "win-rate", "list-level"].iter().any(|end| name.ends_with(end)) => 2,
        _ => 0,
    };
    let step = fraction(1, 10i128.pow(places));
    let lowest = if is_included { from } else { from + step };
    let mut numbers = vec![lowest, lowest + step, to - step, to];
    numbers.dedup();
    numbers.into_iter().map(|number| trimmed(number, places)).collect()
}

/// Whether the number is an amount of money.
fn is_amount(name: &str) -> bool {
    let amounts = [
        "bid-cost",
        "connect-price",
        "membership",
        "withdrawal-fee",
        "keep",
        "hourly-pay",
        "concession",
        "hourly-rate",
        "claim",
        "arbitration-fee",
        "conversion-rate",
        "conversion-fee",
        "monthly-take-home",
        "average-price",
    ];
    amounts.contains(&name) || ["-price", "-billed", "-bought-in"].iter().any(|end| name.ends_with(end))
}

/// Keeps the rest of a plan acceptable: all gigs together have the same limit as one, and chances are counted exactly, so
/// that there may be few jobs.
fn fit(link: &mut Link, changed: &Name) {
    let number = |link: &Link, name: &str| link.get(name).and_then(crate::exact::decimal);
    let highest = whole(1_000_000_000_000);
    let (gigs, price) = (number(link, "gigs").unwrap_or(whole(30)), number(link, "gig-price").unwrap_or(whole(500)));
    if gigs * price > highest {
        link.set("gigs", "1");
    }
    let many = number(link, "gigs").unwrap_or(whole(30)) > whole(40)
        || number(link, "contract-payments").unwrap_or(whole(1)) > whole(40);
    if many {
        for name in ["bad-review", "non-payment"] {
            link.unset(name);
        }
    }
    // A level is a list's.
    for (level, list) in [("gig-list-level", "gig-list"), ("contract-list-level", "contract-list")] {
        if changed.name == level {
            link.set(
                list,
                "3 x 99.50 for Acme, 20 x 7, 1000 for 1 client"
                    .replace(".50", if link.get("currency") == Some("JPY") { "" } else { ".50" }),
            );
        }
    }
    // By the hour both sides need hours.
    if changed.name == "verdict" {
        link.set("gig-hours", "3.5");
        link.set("contract-hours", "30");
    }
}
