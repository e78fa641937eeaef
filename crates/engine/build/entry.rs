//! Which entries may a file of the catalogue have? Everything but the fees, in the form the constants need.

use serde::Deserialize;

use crate::{At, Slip};

/// A file of the catalogue.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Platform {
    pub name: String,
    pub market: At,
    /// Whether few readers look for it, so that a page gets its schedules after the first load.
    #[serde(default)]
    pub rare: bool,
    #[serde(default)]
    pub freelancer: Vec<Schedule>,
    #[serde(default)]
    pub client: Vec<Schedule>,
    #[serde(default)]
    pub fact: Vec<Fact>,
    #[serde(default)]
    pub conversion: Vec<Conversion>,
}

impl Platform {
    /// Reads a file.
    pub fn read(text: &str) -> Result<Platform, Slip> {
        Ok(toml::from_str(text)?)
    }
}

/// One schedule.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    pub id: String,
    pub fee: At,
    pub currency: At,
    pub from: At,
    pub ended: Option<At>,
    /// The last day on which contracts that paid less under it kept it, although another fee applied to others.
    pub kept: Option<At>,
    pub certainty: At,
    pub title: String,
    pub url: String,
    pub read: At,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub reading: Vec<Reading>,
}

/// The same fee as another page states it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    pub fee: At,
    pub title: String,
    pub url: String,
    pub read: At,
}

/// A fact besides fees, with its start date.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    pub topic: At,
    pub from: At,
    pub set: String,
    pub note: String,
    pub certainty: At,
    pub title: String,
    pub url: String,
    pub read: At,
}

/// The fee for taking a client off a platform, with its start date.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conversion {
    pub from: At,
    pub fee: At,
    pub currency: At,
    pub hours: u32,
    pub months: u32,
    pub note: String,
    pub certainty: At,
    pub title: String,
    pub url: String,
    pub read: At,
}

/// The variant that a word names: `third-party` is `ThirdParty`.
pub fn variant(word: &At, known: &[&str]) -> Result<String, Slip> {
    let name = word.get_ref();
    if !known.contains(&name.as_str()) {
        return Err(Slip::of(word, &format!("“{name}” is none of {}", known.join(", "))));
    }
    let capitalised = |part: &str| part[..1].to_uppercase() + &part[1..];
    Ok(name.split('-').map(capitalised).collect())
}

/// The certainty of a fact.
pub fn certainty(word: &At) -> Result<String, Slip> {
    let known = ["official", "quoted", "third-party", "conflicting", "reconstructed"];
    Ok(format!("Certainty::{}", variant(word, &known)?))
}

/// A page and the day on which it was read.
pub fn source(title: &str, url: &str, read: &At) -> Result<String, Slip> {
    Ok(format!("Source {{ title: {title:?}, url: {url:?}, read: {} }}", day(read, read.get_ref())?))
}

/// `USD`
pub fn currency(code: &At) -> Result<String, Slip> {
    let text = code.get_ref();
    if text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase()) {
        Ok(format!("Currency::of(*b\"{text}\")"))
    } else {
        Err(Slip::of(code, &format!("“{text}” is not the code of a currency, such as USD")))
    }
}

/// `2016-06-21`, `about 2019`, `by 2026`
pub struct Since;

impl Since {
    /// The constant.
    pub fn code(text: &At) -> Result<String, Slip> {
        let year = |year: &str| year.parse::<u16>().map_err(|_| Slip::of(text, &format!("“{year}” is not a year")));
        let when = text.get_ref();
        if let Some(about) = when.strip_prefix("about ") {
            Ok(format!("Since::About({})", year(about)?))
        } else if let Some(by) = when.strip_prefix("by ") {
            Ok(format!("Since::By({})", year(by)?))
        } else {
            Ok(format!("Since::On({})", day(text, when)?))
        }
    }
}

/// The constant of a day.
pub fn day(at: &At, text: &str) -> Result<String, Slip> {
    let parts: Vec<&str> = text.split('-').collect();
    let is_number = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    match parts.as_slice() {
        [year, month, day] if [year.len(), month.len(), day.len()] == [4, 2, 2] && parts.iter().all(is_number) => {
            Ok(format!("time::macros::date!({year} - {month} - {day})"))
        }
        _ => Err(Slip::of(at, &format!("“{text}” is not a day such as 2016-06-21, nor “about 2019”, nor “by 2026”"))),
    }
}
