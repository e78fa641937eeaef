//! Which pages should be read again first? Those of fees in force, of platforms that many readers look for, the oldest reading
//! first. And which readings are over a year old? The page warns its readers of those, and `cargo xtask check` us.

use std::collections::BTreeMap;
use std::fs;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};

use crate::run::root;

/// The number of pages that the report names, unless all are wanted.
const FIRST: usize = 25;

/// Something in the catalogue that was read on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Reading {
    /// The place to edit: the file and the line of the day.
    place: String,
    /// A schedule's id, or the topic of a fact.
    what: String,
    /// The page.
    url: String,
    /// The day, as `2026-11-22`.
    read: String,
    /// Whether the first load has it: many readers look for it.
    is_frequent: bool,
    /// Whether the fee or the fact is in force.
    is_in_force: bool,
}

impl Reading {
    /// The order in which pages are read again.
    fn order(&self) -> (bool, bool, &str, &str) {
        (!self.is_in_force, !self.is_frequent, &self.read, &self.place)
    }

    /// Whether it is over a year old: not yet on the same day a year later.
    fn is_old(&self, today: &str) -> bool {
        let year = self.read.split('-').next().and_then(|year| year.parse::<u16>().ok());
        year.is_none_or(|year| format!("{}{}", year + 1, &self.read[4..]).as_str() < today)
    }
}

/// Prints the pages to read again first, with the lines to edit.
pub fn print(all: bool) -> Result<()> {
    let readings = readings()?;
    println!("Fees in force before ended ones, of the first load before rare platforms, the oldest reading first.");
    println!("If nothing has changed, set `read` to today. If something has: CONTRIBUTING.md, “Add a schedule”.\n");
    let pages = pages(&readings);
    let shown = if all { pages.len() } else { FIRST };
    for page in pages.iter().take(shown) {
        println!("{}  {}", page[0].read, page[0].url);
        for Reading { place, what, is_in_force, .. } in page {
            println!("            {what}{}, {place}", if *is_in_force { "" } else { " (ended)" });
        }
    }
    if pages.len() > shown {
        println!("\n{} more pages: `cargo xtask facts due all`", pages.len() - shown);
    }
    Ok(())
}

/// Warns of readings that are over a year old. It never fails: a fee does not change because a year has passed.
pub fn warn() -> Result<()> {
    let today = today();
    let is_on_github = std::env::var_os("GITHUB_ACTIONS").is_some();
    let old: Vec<Reading> = readings()?.into_iter().filter(|reading| reading.is_old(&today)).collect();
    for Reading { place, what, url, read, .. } in &old {
        match place.split_once(':').filter(|_| is_on_github) {
            Some((file, line)) => println!("::warning file={file},line={line}::{what} was read on {read}: {url}"),
            None => eprintln!("warning: {place}: {what} was read on {read}, over a year ago: {url}"),
        }
    }
    if !old.is_empty() {
        eprintln!(
            "warning: {} readings are over a year old; `cargo xtask facts due` says which to begin with",
            old.len()
        );
    }
    Ok(())
}

/// The readings of each page, in the order in which to read them.
fn pages(readings: &[Reading]) -> Vec<Vec<Reading>> {
    let mut pages: BTreeMap<&str, Vec<Reading>> = BTreeMap::new();
    for reading in readings {
        pages.entry(&reading.url).or_default().push(reading.clone());
    }
    let mut pages: Vec<Vec<Reading>> = pages.into_values().collect();
    for page in &mut pages {
        page.sort_by(|one, other| one.order().cmp(&other.order()));
    }
    pages.sort_by(|one, other| one[0].order().cmp(&other[0].order()));
    pages
}

fn readings() -> Result<Vec<Reading>> {
    let mut readings = vec![];
    for entry in fs::read_dir(root().join("catalogue"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|end| end == "toml") {
            let name = path.file_name().context("a file has a name")?.to_string_lossy();
            readings.extend(readings_in(&format!("catalogue/{name}"), &fs::read_to_string(&path)?));
        }
    }
    Ok(readings)
}

/// A schedule, a fact or a conversion of a file.
#[derive(Default)]
struct Entry {
    /// Only the last entry of a kind is in force: of the schedules of a payer, of the facts on a topic, of conversions.
    kind: String,
    /// Its id or its topic.
    what: String,
    has_ended: bool,
    /// Its pages: the line of the day, the address and the day.
    pages: Vec<(usize, String, String)>,
}

/// Everything that was read for a file of the catalogue. The build has checked its form, so lines are enough.
fn readings_in(file: &str, text: &str) -> Vec<Reading> {
    let is_frequent = !text.lines().any(|line| line == "rare = true");
    let entries = entries_in(text);
    let last: BTreeMap<&str, usize> = entries.iter().zip(0..).map(|(entry, index)| (&*entry.kind, index)).collect();
    let readings = entries.iter().zip(0..).flat_map(|(entry, index)| {
        let is_in_force = !entry.has_ended && last.get(&*entry.kind) == Some(&index);
        entry.pages.iter().map(move |(line, url, read)| Reading {
            place: format!("{file}:{line}"),
            what: entry.what.clone(),
            url: url.clone(),
            read: read.clone(),
            is_frequent,
            is_in_force,
        })
    });
    readings.collect()
}

fn entries_in(text: &str) -> Vec<Entry> {
    let value = |line: &str, key: &str| -> Option<String> {
        let rest = line.strip_prefix(key)?.strip_prefix(" = \"")?;
        Some(rest.strip_suffix('"')?.to_owned())
    };
    let mut entries: Vec<Entry> = vec![];
    let mut url = String::new();
    for (line, number) in text.lines().zip(1..) {
        if let Some(heading) = line.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]")) {
            // Another page's reading belongs to the entry before.
            if !heading.ends_with(".reading") {
                entries.push(Entry { kind: heading.to_owned(), what: heading.to_owned(), ..Entry::default() });
            }
            continue;
        }
        let Some(entry) = entries.last_mut() else { continue };
        if let Some(id) = value(line, "id") {
            entry.what = id;
        } else if let Some(topic) = value(line, "topic") {
            (entry.kind, entry.what) = (topic.clone(), topic);
        } else if value(line, "ended").is_some() {
            entry.has_ended = true;
        } else if let Some(address) = value(line, "url") {
            url = address;
        } else if let Some(read) = value(line, "read") {
            entry.pages.push((number, url.clone(), read));
        }
    }
    entries
}

/// The day, as `2026-11-22`. Nothing that is built depends on it.
fn today() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    day(seconds / 86_400)
}

/// The date of a number of days since the first of January 1970.
fn day(days: u64) -> String {
    // Years begin in March here, so that the leap day is the last of its year; 400 years have 146,097 days.
    let shifted = days + 719_468;
    let (era, of_era) = (shifted / 146_097, shifted % 146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    format!("{year}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::{day, pages, readings_in};

    const FILE: &str = r#"name = "Guru"
[[freelancer]]
id = "guru-2010"
url = "https://guru.example/old"
read = "2026-11-22"

[[freelancer]]
id = "guru-2026"
url = "https://guru.example/new"
read = "2026-11-23"

[[freelancer.reading]]
url = "https://elsewhere.example"
read = "2026-11-20"

[[client]]
id = "guru-client-2026"
url = "https://guru.example/old"
read = "2026-11-22"
ended = "2026-11-01"

[[fact]]
topic = "bidding"
url = "https://guru.example/bids-before"
read = "2026-11-19"

[[fact]]
topic = "dispute"
url = "https://guru.example/arbitration"
read = "2026-11-24"

[[fact]]
topic = "bidding"
url = "https://guru.example/bids"
read = "2026-11-25"

[[conversion]]
url = "https://guru.example/leaving-before"
read = "2026-11-18"

[[conversion]]
url = "https://guru.example/leaving"
read = "2026-11-26"
"#;

    #[test]
    fn fees_in_force_come_first_and_then_the_oldest_reading() {
        let readings = readings_in("catalogue/guru.toml", FILE);
        let order: Vec<String> =
            pages(&readings).iter().map(|page| format!("{} {}", page[0].url, page[0].place)).collect();
        assert_eq!(
            order,
            [
                "https://elsewhere.example catalogue/guru.toml:14",
                "https://guru.example/new catalogue/guru.toml:10",
                "https://guru.example/arbitration catalogue/guru.toml:30",
                "https://guru.example/bids catalogue/guru.toml:35",
                "https://guru.example/leaving catalogue/guru.toml:43",
                // Replaced or ended.
                "https://guru.example/leaving-before catalogue/guru.toml:39",
                "https://guru.example/bids-before catalogue/guru.toml:25",
                "https://guru.example/old catalogue/guru.toml:19",
            ]
        );
        let rare = readings_in("catalogue/guru.toml", &format!("rare = true\n{FILE}"));
        assert!(rare.iter().all(|reading| !reading.is_frequent));
    }

    #[test]
    fn a_reading_is_old_after_a_year_and_a_day() {
        let reading = &readings_in("catalogue/guru.toml", FILE)[0];
        assert!(!reading.is_old("2027-11-22") && reading.is_old("2027-11-23"));
    }

    #[test]
    fn days_are_dates() {
        let dates = [0, 58, 59, 11_016, 20_783].map(day);
        assert_eq!(dates, ["1970-01-01", "1970-02-28", "1970-03-01", "2000-02-29", "2026-11-26"]);
    }
}
