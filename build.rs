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
    bidding: Vec<Bidding>,
}

/// What bids cost from some time on.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Bidding {
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
    // To weigh the catalogue, the build can be told to leave out all platforms but one.
    let only = std::env::var("CATALOGUE_ONLY").ok();
    let mut files: Vec<_> = std::fs::read_dir("catalogue")
        .expect("catalogue/ holds the platforms")
        .map(|entry| entry.expect("catalogue/ can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .filter(|path| only.as_ref().is_none_or(|only| path.file_stem().is_some_and(|stem| stem == only.as_str())))
        .collect();
    files.sort();
    let mut code = String::from(
        "/// Every platform of the catalogue, in the order shown.\npub static PLATFORMS: &[Platform] = &[\n",
    );
    let (mut details, mut bidding) = (String::new(), String::new());
    for file in files {
        match platform(&file, &mut details, &mut bidding) {
            Ok(text) => code.push_str(&text),
            Err(slip) => panic!("{}: {slip}", file.display()),
        }
    }
    code.push_str("];\n");
    code.push_str(
        "/// What else is known of them, by their ids.\npub(super) static DETAILS: &[(&str, Details)] = &[\n",
    );
    code.push_str(&details);
    code.push_str("];\n");
    code.push_str(
        "/// What bids have cost, platform by platform, oldest first.\npub static BIDDING: &[Bidding] = &[\n",
    );
    code.push_str(&bidding);
    code.push_str("];\n");
    let folder = std::env::var("OUT_DIR").expect("Cargo says where to");
    std::fs::write(Path::new(&folder).join("catalogue.rs"), code).expect("the constants can be written");
}

fn platform(file: &Path, details: &mut String, bids: &mut String) -> Result<String, String> {
    let text = std::fs::read_to_string(file).map_err(|error| error.to_string())?;
    let Platform { name, market, freelancer, client, bidding } =
        toml::from_str(&text).map_err(|error| error.to_string())?;
    let freelancer = schedules("Freelancer", &freelancer, details)?;
    let client = schedules("Client", &client, details)?;
    for Bidding { from, set, note, certainty, title, url, read } in &bidding {
        let about = |slip| format!("bidding from {from}: {slip}");
        let source = source(title, url, read).map_err(about)?;
        let from = since(from).map_err(about)?;
        writeln!(
            bids,
            "Bidding {{ platform: {name:?}, from: {from}, set: {set:?}, note: {note:?}, \
             certainty: super::Certainty::{certainty:?}, source: {source} }},"
        )
        .expect("a string takes any text");
    }
    Ok(format!(
        "Platform {{ name: {name:?}, market: Market::{market:?}, freelancer: &[{freelancer}], client: &[{client}] }},\n"
    ))
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
        if currency.len() != 3 || !currency.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Err(about(format!("“{currency}” is not the code of a currency, such as USD")));
        }
        writeln!(
            code,
            "Schedule {{ id: {id:?}, payer: Payer::{payer}, fee: {fee:?}, currency: crate::amount::Currency::of(*b\"{currency}\"), \
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
