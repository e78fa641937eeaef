//! Makes constants of the catalogue: one file of `catalogue/` is one platform. A slip there stops the build with the
//! file's name; what a build cannot see, `tests/catalogue.rs` does.

use std::fmt::Write;
use std::path::Path;

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Platform {
    name: String,
    market: Market,
    #[serde(default)]
    freelancer: Vec<Schedule>,
    #[serde(default)]
    client: Vec<Schedule>,
    #[serde(default)]
    fact: Vec<Fact>,
    #[serde(default)]
    conversion: Vec<Conversion>,
}

/// What is known of a platform besides its fees, from some time on.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fact {
    topic: Topic,
    from: String,
    set: String,
    note: String,
    certainty: Certainty,
    title: String,
    url: String,
    read: String,
}

#[derive(Deserialize, Debug)]
#[serde(rename_all = "kebab-case")]
enum Topic {
    Bidding,
    Reviews,
    Payment,
    Dispute,
    Score,
    Leaving,
}

/// What it costs to take a client off a platform, from some time on.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Conversion {
    from: String,
    fee: String,
    currency: String,
    hours: u32,
    months: u32,
    note: String,
    certainty: Certainty,
    title: String,
    url: String,
    read: String,
}

#[derive(Deserialize, Debug)]
#[serde(rename_all = "kebab-case")]
enum Market {
    Marketplace,
    Payment,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Schedule {
    id: String,
    fee: String,
    currency: String,
    from: String,
    ended: Option<String>,
    certainty: Certainty,
    title: String,
    url: String,
    read: String,
    #[serde(default)]
    note: String,
    #[serde(default)]
    reading: Vec<Reading>,
}

#[derive(Deserialize, Debug)]
#[serde(rename_all = "kebab-case")]
enum Certainty {
    Official,
    Quoted,
    ThirdParty,
    Conflicting,
    Reconstructed,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reading {
    fee: String,
    title: String,
    url: String,
    read: String,
}

fn main() {
    println!("cargo:rerun-if-changed=catalogue");
    println!("cargo:rerun-if-env-changed=CATALOGUE_ONLY");
    // To weigh the catalogue, the build can be told to leave out all platforms but these.
    let only = std::env::var("CATALOGUE_ONLY").ok();
    let mut files: Vec<_> = std::fs::read_dir("catalogue")
        .expect("catalogue/ holds the platforms")
        .map(|entry| entry.expect("catalogue/ can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .filter(|path| {
            only.as_ref()
                .is_none_or(|only| only.split(',').any(|name| path.file_stem().is_some_and(|stem| stem == name)))
        })
        .collect();
    files.sort();
    let mut made = Made::default();
    for file in files {
        if let Err(slip) = made.add(&file) {
            panic!("{}: {slip}", file.display());
        }
    }
    let folder = std::env::var("OUT_DIR").expect("Cargo says where to");
    std::fs::write(Path::new(&folder).join("catalogue.rs"), made.code()).expect("the constants can be written");
}

/// The constants, each as the text between its brackets.
#[derive(Default)]
struct Made {
    platforms: String,
    details: String,
    facts: String,
    conversions: String,
    processors: String,
}

impl Made {
    fn add(&mut self, file: &Path) -> Result<(), String> {
        let text = std::fs::read_to_string(file).map_err(|error| error.to_string())?;
        let Platform { name, market, freelancer, client, fact, conversion } =
            toml::from_str(&text).map_err(|error| error.to_string())?;
        if matches!(market, Market::Payment) {
            self.processors.extend(freelancer.iter().map(|schedule| format!("{:?}, ", schedule.id)));
        }
        let freelancer = schedules("Freelancer", &freelancer, &mut self.details)?;
        let client = schedules("Client", &client, &mut self.details)?;
        for Fact { topic, from, set, note, certainty, title, url, read } in &fact {
            let about = |slip| format!("{topic:?} from {from}: {slip}");
            let source = source(title, url, read).map_err(about)?;
            let from = since(from).map_err(about)?;
            writeln!(
                self.facts,
                "Fact {{ platform: {name:?}, topic: Topic::{topic:?}, from: {from}, set: {set:?}, note: {note:?}, \
                 certainty: super::Certainty::{certainty:?}, source: {source} }},"
            )
            .expect("a string takes any text");
        }
        for Conversion { from, fee, currency, hours, months, note, certainty, title, url, read } in &conversion {
            let about = |slip| format!("conversion from {from}: {slip}");
            let source = source(title, url, read).map_err(about)?;
            let (from, currency) = (since(from).map_err(about)?, self::currency(currency).map_err(about)?);
            writeln!(
                self.conversions,
                "Conversion {{ platform: {name:?}, from: {from}, fee: {fee:?}, currency: {currency}, hours: {hours}, \
                 months: {months}, note: {note:?}, certainty: super::Certainty::{certainty:?}, source: {source} }},"
            )
            .expect("a string takes any text");
        }
        writeln!(
            self.platforms,
            "Platform {{ name: {name:?}, market: Market::{market:?}, freelancer: &[{freelancer}], client: &[{client}] }},"
        )
        .expect("a string takes any text");
        Ok(())
    }

    fn code(&self) -> String {
        let Made { platforms, details, facts, conversions, processors } = self;
        format!(
            "/// Every platform of the catalogue, in the order shown.\n\
             pub static PLATFORMS: &[Platform] = &[\n{platforms}];\n\
             /// What else is known of them, by their ids.\n\
             pub(super) static DETAILS: &[(&str, Details)] = &[\n{details}];\n\
             /// What is known besides fees, platform by platform, topic by topic, oldest first.\n\
             pub static FACTS: &[Fact] = &[\n{facts}];\n\
             /// What taking a client off a platform has cost, oldest first.\n\
             pub static CONVERSIONS: &[Conversion] = &[\n{conversions}];\n\
             /// The ids of what freelancers paid those who move the money of clients found elsewhere.\n\
             pub const PROCESSORS: &[&str] = &[{processors}];\n"
        )
    }
}

fn schedules(payer: &str, schedules: &[Schedule], details: &mut String) -> Result<String, String> {
    let mut code = String::new();
    for Schedule { id, fee, currency, from, ended, certainty, title, url, read, note, reading } in schedules {
        let about = |slip| format!("{id}: {slip}");
        let from = since(from).map_err(about)?;
        let ended = match ended {
            Some(ended) => format!("Some({})", since(ended).map_err(about)?),
            None => "None".into(),
        };
        let source = source(title, url, read).map_err(about)?;
        let readings: Result<String, String> = reading
            .iter()
            .map(|reading| {
                let source = self::source(&reading.title, &reading.url, &reading.read).map_err(about)?;
                Ok(format!("super::Reading {{ fee: {:?}, source: {source} }},", reading.fee))
            })
            .collect();
        let readings = readings?;
        let currency = self::currency(currency).map_err(about)?;
        writeln!(
            code,
            "Schedule {{ id: {id:?}, payer: Payer::{payer}, fee: {fee:?}, currency: {currency}, \
             from: {from}, ended: {ended}, certainty: super::Certainty::{certainty:?}, source: {source} }},"
        )
        .expect("a string takes any text");
        if !note.is_empty() || !readings.is_empty() {
            writeln!(details, "({id:?}, Details {{ note: {note:?}, readings: &[{readings}] }}),")
                .expect("a string takes any text");
        }
    }
    Ok(code)
}

fn source(title: &str, url: &str, read: &str) -> Result<String, String> {
    let read = day(read)?;
    Ok(format!("super::Source {{ title: {title:?}, url: {url:?}, read: {read} }}"))
}

fn currency(code: &str) -> Result<String, String> {
    if code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()) {
        Ok(format!("crate::amount::Currency::of(*b\"{code}\")"))
    } else {
        Err(format!("“{code}” is not the code of a currency, such as USD"))
    }
}

/// `2016-06-21`, `about 2019`, `by 2026`
fn since(text: &str) -> Result<String, String> {
    let year = |year: &str| year.parse::<u16>().map_err(|_| format!("“{year}” is not a year"));
    if let Some(about) = text.strip_prefix("about ") {
        Ok(format!("super::Since::About({})", year(about)?))
    } else if let Some(by) = text.strip_prefix("by ") {
        Ok(format!("super::Since::By({})", year(by)?))
    } else {
        Ok(format!("super::Since::On({})", day(text)?))
    }
}

fn day(text: &str) -> Result<String, String> {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    match parts.as_slice() {
        [year, month, day]
            if year.len() == 4 && month.len() == 2 && day.len() == 2 && parts.iter().all(|part| number(part)) =>
        {
            Ok(format!("time::macros::date!({year} - {month} - {day})"))
        }
        _ => Err(format!("“{text}” is not a day such as 2016-06-21, nor “about 2019”, nor “by 2026”")),
    }
}
