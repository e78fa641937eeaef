//! Which fees are tried? Those of the catalogue, and any that the grammar allows.

use fastrand::Rng;

use crate::documents::schedules;
use crate::exact::{fixed, fraction};
use crate::link::Link;
use crate::notation::{self, Rate, When};
use crate::plan::digits_of;

/// Currencies of none, two and three decimals.
pub const CURRENCIES: [&str; 4] = ["USD", "JPY", "KWD", "EUR"];

/// Sets a fee, its currency and whatever it leaves open.
pub fn set_fee(rng: &mut Rng, link: &mut Link) {
    let schedules = schedules();
    if rng.u8(..3) == 0 {
        let freelancer: Vec<_> = schedules.iter().filter(|schedule| !schedule.is_for_clients).collect();
        let schedule = rng.choice(freelancer).expect("a schedule");
        link.set("schedule", schedule.id);
        if !schedule.fee.names_amounts() && rng.u8(..4) == 0 {
            link.set("currency", *rng.choice(&CURRENCIES).expect("a currency"));
        }
        set_choices(rng, link, schedule.line, ["status", "rate"]);
        if rng.u8(..3) == 0
            && let Some(client) = rng.choice(
                schedules
                    .iter()
                    .filter(|client| client.is_for_clients && client.currency == schedule.currency)
                    .collect::<Vec<_>>(),
            )
            && link.get("currency").is_none()
        {
            link.set("client-schedule", client.id);
            set_choices(rng, link, client.line, ["client-status", "client-rate"]);
        } else if rng.u8(..6) == 0 {
            link.set("client-schedule", "none");
        }
    } else {
        let currency = if rng.bool() { CURRENCIES[0] } else { *rng.choice(&CURRENCIES).expect("a currency") };
        let line = fee(rng, digits_of(currency));
        link.set("schedule", "custom");
        link.set("fee", line.clone());
        if currency != "USD" {
            link.set("currency", currency);
        }
        set_choices(rng, link, &line, ["status", "rate"]);
        if rng.u8(..3) == 0 {
            let line = fee(rng, digits_of(currency));
            link.set("client-schedule", "custom");
            link.set("client-fee", line.clone());
            set_choices(rng, link, &line, ["client-status", "client-rate"]);
        }
    }
    if rng.u8(..8) == 0 {
        link.set("fee-tax", rng.u8(1..=25).to_string());
    }
}

/// Chooses a status and a rate, if the fee has several.
fn set_choices(rng: &mut Rng, link: &mut Link, line: &str, names: [&'static str; 2]) {
    let Some(fee) = notation::read(line) else { return };
    let [status, rate] = names;
    let statuses = fee
        .cases
        .iter()
        .filter_map(|(when, _)| if let When::Status(name) = when { Some(notation::status_name(name)) } else { None });
    if let Some(chosen) = rng.choice(statuses.collect::<Vec<_>>())
        && rng.bool()
    {
        link.set(status, chosen);
    }
    let tiers = fee.cases.iter().flat_map(|(_, charges)| charges).flat_map(|charge| &charge.tiers);
    let ranges: Vec<_> =
        tiers.filter_map(|tier| if let Rate::Open(from, to) = tier.rate { Some((from, to)) } else { None }).collect();
    if let [(from, to), ..] = ranges[..]
        && fee.cases.len() == 1
    {
        let within = |rng: &mut Rng| {
            let steps = if rng.bool() { 100 } else { 10_000 };
            fixed((from + (to - from) * fraction(rng.i128(0..=steps), steps)) * fraction(100, 1), 4)
        };
        if rng.bool() {
            let chosen = within(rng);
            link.set(rate, chosen);
        }
        if rate == "rate" {
            let (one, other) = (within(rng), within(rng));
            if rng.bool() {
                link.set("gig-rate", one);
            }
            if rng.bool() {
                link.set("contract-rate", other);
            }
        }
    }
}

/// A fee of any form.
pub fn fee(rng: &mut Rng, digits: u32) -> String {
    // All that is open in a fee is the same rate.
    let open = (rng.u8(..6) == 0).then(|| {
        let to = rate_parts(rng, 40).max(1);
        format!("{}..{}", percent(rng.u32(..to)), percent(to))
    });
    let open = open.as_deref();
    match rng.u8(..10) {
        0 => format!("Basic: {}; Plus Member: {}", charges(rng, digits, 40, open), charges(rng, digits, 40, open)),
        1 => {
            let first = rng.u8(1..=6);
            let second = first + rng.u8(1..=6);
            let one = format!("first {first} months: {}", charges(rng, digits, 40, open));
            let two = if rng.bool() {
                format!("; first {second} months: {}", charges(rng, digits, 40, open))
            } else {
                String::new()
            };
            format!("{one}{two}; later: {}", charges(rng, digits, 40, open))
        }
        _ => {
            let top = if rng.u8(..30) == 0 { 98 } else { 40 };
            charges(rng, digits, top, open)
        }
    }
}

/// Charges that together stay below what a fee may take.
fn charges(rng: &mut Rng, digits: u32, top: u32, open: Option<&str>) -> String {
    let mut text = charge(rng, digits, top, open, false);
    if rng.u8(..6) == 0 {
        text += &format!(" then {}", charge(rng, digits, 20, open, true));
        if rng.u8(..4) == 0 {
            text += &format!(" then {}", charge(rng, digits, 9, open, true));
        }
    }
    text
}

fn charge(rng: &mut Rng, digits: u32, top: u32, open: Option<&str>, is_next: bool) -> String {
    let basis: &str = rng
        .choice([
            "",
            "",
            " per client",
            " per client",
            " per contract",
            " per contract",
            " per payment",
            " per month",
            " per account",
        ])
        .expect("a basis");
    let basis = if is_next { "" } else { basis };
    let is_whole = !is_next && rng.u8(..4) == 0;
    let by_history = is_whole && matches!(basis, " per client" | " per month" | " per account");
    let count = rng.usize(1..=4).min(rng.usize(1..=4));
    let mut rates: Vec<u32> = (0..count).map(|_| rate_parts(rng, top)).collect();
    if by_history || rng.bool() {
        rates.sort_unstable_by(|one, other| other.cmp(one));
    }
    if by_history {
        rates.dedup();
    }
    let limits = limits(rng, digits, rates.len() - 1);
    let open = open.filter(|_| !by_history);
    let mut text = String::from(if is_whole { "whole " } else { "" });
    for (index, rate) in rates.iter().enumerate() {
        let rate = open.filter(|_| index == 0 || rng.bool()).map_or_else(|| percent(*rate), str::to_owned);
        text += &rate;
        if is_whole && !by_history {
            text += &adjustments(rng, digits);
        }
        let is_by_job = by_history && index == 0 && basis != " per month" && rng.u8(..4) == 0;
        if is_by_job && rates.len() > 1 {
            text += " for the first job, ";
        } else if let Some(limit) = limits.get(index) {
            text += if is_whole && rng.bool() { " under " } else { " to " };
            text += limit;
            text += ", ";
        }
    }
    if !is_whole {
        text += &adjustments(rng, digits);
    }
    text += basis;
    if rng.u8(..6) == 0 {
        text += &format!(" plus {}% tax", rng.choice(["5", "7.7", "10", "19", "20", "22.25"]).expect("a tax"));
    }
    text
}

/// A rate in ten-thousandths of a percent.
fn rate_parts(rng: &mut Rng, top: u32) -> u32 {
    match rng.u8(..8) {
        0 => 0,
        1 => rng.u32(1..=top * 10_000),
        2 => rng.u32(1..=top * 100) * 100,
        _ => rng.u32(1..=top) * 10_000,
    }
}

fn percent(parts: u32) -> String {
    format!("{}%", crate::exact::trimmed(fraction(parts.into(), 10_000), 4))
}

fn limits(rng: &mut Rng, digits: u32, count: usize) -> Vec<String> {
    let mut limits: Vec<i128> = (0..count).map(|_| level(rng, digits)).collect();
    limits.sort_unstable();
    limits.dedup();
    while limits.len() < count {
        limits.push(limits.last().map_or(1, |last| last + 10i128.pow(digits)));
    }
    limits.iter().map(|limit| short(*limit, digits)).collect()
}

fn adjustments(rng: &mut Rng, digits: u32) -> String {
    let units = 10i128.pow(digits);
    let small = |rng: &mut Rng| {
        short(
            match rng.u8(..3) {
                0 => rng.i128(1..=9 * units),
                1 => rng.i128(1..=100) * units,
                _ => rng.i128(1..=units.max(9)),
            },
            digits,
        )
    };
    match rng.u8(..10) {
        0 => format!(" + {}", small(rng)),
        1 => format!(" at least {}", small(rng)),
        2 => format!(" at most {}", small(rng)),
        3 => format!(" + {} at least {}", small(rng), small(rng)),
        4 => {
            let floor = rng.i128(1..=20 * units);
            let cap = floor + rng.i128(0..=500 * units);
            format!(" at least {} at most {}", short(floor, digits), short(cap, digits))
        }
        _ => String::new(),
    }
}

/// An amount at which something happens, mostly a round one.
pub fn level(rng: &mut Rng, digits: u32) -> i128 {
    let units = 10i128.pow(digits);
    match rng.u8(..6) {
        0 => rng.i128(1..=1_000),
        1 => rng.i128(1..=100_000) * units / 100.min(units),
        2 => rng.i128(1..=50) * 10 * units,
        _ => rng.i128(1..=40) * 50 * units,
    }
}

/// An amount as fees write it: decimals only if there are any.
pub fn short(amount: i128, digits: u32) -> String {
    let units = 10i128.pow(digits);
    let places = if amount % units == 0 {
        0
    } else if digits == 3 && amount % 10 == 0 {
        2
    } else {
        digits
    };
    fixed(fraction(amount, units), places)
}
