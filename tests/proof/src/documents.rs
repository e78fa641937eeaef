//! What do the documents say? The names, bounds and defaults of `docs/reference.md`, and the schedules of `docs/fees.md`.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::exact::{Exact, decimal};
use crate::notation::{self, Fee};

/// A row of the tables of names.
pub struct Name {
    /// The public name.
    pub name: &'static str,
    /// What may be written.
    pub value: Value,
    /// What holds if nothing is written; empty if there is no default.
    pub default: &'static str,
}

/// What may be written.
pub enum Value {
    /// A number between two bounds; the lower one itself only if it is included.
    Number {
        /// The lower bound.
        from: Exact,
        /// Whether it may be that.
        is_included: bool,
        /// The upper bound, which it may be.
        to: Exact,
    },
    /// One of these.
    OneOf(Vec<&'static str>),
    /// Anything else, in words.
    Text,
}

/// A schedule.
pub struct Schedule {
    /// Its id.
    pub id: &'static str,
    /// The platform's name.
    pub platform: &'static str,
    /// Whether clients pay it, on top.
    pub is_for_clients: bool,
    /// The fee as the page writes it.
    pub line: &'static str,
    /// The fee.
    pub fee: Fee,
    /// The currency of its amounts.
    pub currency: &'static str,
    /// As JSON writes it.
    pub from: String,
    /// The last day, if it has ended.
    pub until: Option<String>,
    /// To put dates in order: an approximate year counts from its middle, the year of an unknown day from its first.
    pub began: String,
    /// The same for its end.
    pub ended: Option<String>,
    /// How sure it is, as JSON says it.
    pub certainty: &'static str,
    /// The title of its source.
    pub title: &'static str,
    /// The address of its source.
    pub url: &'static str,
    /// The day on which that was read.
    pub read: String,
}

/// What a platform charges for taking a client off it.
pub struct Conversion {
    /// The platform's name.
    pub platform: &'static str,
    /// The fee.
    pub fee: Fee,
    /// The currency of its amounts.
    pub currency: &'static str,
    /// The hours of a year.
    pub hours: i128,
    /// After how many months it is free.
    pub months: i128,
}

const REFERENCE: &str = include_str!("../../../docs/reference.md");
const FEES: &str = include_str!("../../../docs/fees.md");

fn cells(line: &'static str) -> Option<Vec<&'static str>> {
    Some(line.strip_prefix("| ")?.strip_suffix('|')?.split(" | ").map(str::trim).collect())
}

fn code(text: &str) -> Option<&str> {
    text.trim().strip_prefix('`')?.strip_suffix('`')
}

/// Every name that the reference lists.
pub fn names() -> &'static HashMap<&'static str, Name> {
    static NAMES: OnceLock<HashMap<&'static str, Name>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let table = REFERENCE.split("<!-- Generated").nth(1).and_then(|rest| rest.split("<!-- End").next());
        let rows = table.expect("the tables of names").lines().filter_map(|line| {
            let cells = cells(line)?;
            let name = code(cells.first()?)?;
            let default = cells.get(3).and_then(|cell| code(cell)).unwrap_or_default();
            Some((name, Name { name, value: value(cells[2]), default }))
        });
        rows.collect()
    })
}

fn value(text: &'static str) -> Value {
    let number = |text: &str| decimal(&text.replace(',', ""));
    let ends = |(from, to): (&str, &str)| Some((number(from)?, number(to)?));
    if let Some((from, to)) = text.strip_prefix("above ").and_then(|text| text.split_once(", up to ")).and_then(ends) {
        return Value::Number { from, is_included: false, to };
    }
    if let Some((from, to)) = text.split_once(" to ").and_then(ends) {
        return Value::Number { from, is_included: true, to };
    }
    let choices: Option<Vec<_>> = text.split(", ").map(code).collect();
    choices.map_or(Value::Text, Value::OneOf)
}

/// Every schedule, in the order of the page.
pub fn schedules() -> &'static [Schedule] {
    static SCHEDULES: OnceLock<Vec<Schedule>> = OnceLock::new();
    SCHEDULES.get_or_init(|| {
        let mut platform = "";
        let mut schedules = vec![];
        for line in FEES.lines() {
            platform = line.strip_prefix("### ").unwrap_or(platform);
            schedules.extend(cells(line).and_then(|cells| row(platform, &cells)));
        }
        assert!(schedules.len() > 100, "docs/fees.md lists the schedules");
        schedules
    })
}

/// The schedule with that id.
pub fn schedule(id: &str) -> Option<&'static Schedule> {
    static BY_ID: OnceLock<HashMap<&'static str, &'static Schedule>> = OnceLock::new();
    let by_id = BY_ID.get_or_init(|| schedules().iter().map(|schedule| (schedule.id, schedule)).collect());
    by_id.get(id).copied()
}

fn row(platform: &'static str, cells: &[&'static str]) -> Option<Schedule> {
    let [id, payer, line, currency, period, certainty, source] = *cells else { return None };
    let (id, line) = (code(id)?, code(line)?);
    let year = &id[id.len() - 4..];
    let (from, until) = period_of(period, year);
    let written = |day: &Day| match day {
        Day::On(day) => day.clone(),
        Day::About(year) | Day::By(year) => year.clone(),
    };
    let in_order = |day: &Day| match day {
        Day::On(day) => day.clone(),
        Day::About(year) => format!("{year}-07-02"),
        Day::By(year) => format!("{year}-01-01"),
    };
    let certainty = match certainty {
        "official" => "official",
        "official, quoted elsewhere" => "quoted",
        "not official" => "third-party",
        "sources disagree" => "conflicting",
        "reconstructed" => "reconstructed",
        _ => panic!("{id}: which certainty is {certainty}?"),
    };
    let (title, rest) = source.strip_prefix('[')?.split_once("](")?;
    let (url, read) = rest.rsplit_once("), ")?;
    Some(Schedule {
        id,
        platform,
        is_for_clients: payer.starts_with("the client"),
        line,
        fee: notation::read(line).unwrap_or_else(|| panic!("{id}: {line}")),
        currency,
        from: written(&from),
        until: until.as_ref().map(written),
        began: in_order(&from),
        ended: until.as_ref().map(in_order),
        certainty,
        title,
        url,
        read: iso(read),
    })
}

/// A day, as far as it is known.
enum Day {
    On(String),
    About(String),
    By(String),
}

/// When a schedule began and ended. If the start is unknown, the year in the id counts.
fn period_of(period: &str, year: &str) -> (Day, Option<Day>) {
    let since = || Day::By(year.to_owned());
    let period = period.trim_end_matches("; start unknown");
    if let Some(from) = period.strip_prefix("since ") {
        return (day_of(from), None);
    }
    if let Some(until) = period.strip_prefix("until ") {
        return (since(), Some(day_of(until)));
    }
    if let Some((from, until)) = period.split_once(" to ") {
        return (day_of(from), Some(day_of(until)));
    }
    (since(), None)
}

fn day_of(text: &str) -> Day {
    match (text.strip_prefix("about "), text.strip_suffix(" or earlier")) {
        (Some(year), _) => Day::About(year.to_owned()),
        (_, Some(year)) => Day::By(year.to_owned()),
        _ => Day::On(iso(text)),
    }
}

/// `21 Jun 2016` as `2016-06-21`.
fn iso(text: &str) -> String {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    // The spaces within a date do not break.
    let words: Vec<&str> = text.split_whitespace().collect();
    let [day, month, year] = words[..] else { panic!("{text} is no day") };
    let month = months.iter().position(|name| *name == month).expect(text) + 1;
    format!("{year}-{month:02}-{day:0>2}")
}

/// The platform's newest rule for taking a client off it.
pub fn conversion(platform: &str) -> Option<&'static Conversion> {
    static CONVERSIONS: OnceLock<Vec<Conversion>> = OnceLock::new();
    let rules = CONVERSIONS.get_or_init(|| {
        let section = FEES.split("## Taking a client off the platform").nth(1).expect("the rules for leaving");
        let rules = section.lines().take_while(|line| !line.starts_with("## ")).filter_map(|line| {
            let [platform, line, currency, hours, months, ..] = cells(line)?[..] else { return None };
            Some(Conversion {
                platform,
                fee: notation::read(code(line)?)?,
                currency,
                hours: hours.replace(',', "").parse().ok()?,
                months: months.strip_suffix(" months")?.parse().ok()?,
            })
        });
        rules.collect()
    });
    // They are listed oldest first.
    rules.iter().rfind(|rule| rule.platform == platform)
}
