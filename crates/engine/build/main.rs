//! What does the build generate from `catalogue/`? Constants: one file is one platform, and every fee is parsed here,
//! with the notation that readers type. A mistake stops the build with its file and line.

mod entry;
mod fee;
mod slip;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

use entry::{Conversion, Fact, Platform, Schedule, Since, source, variant};
use fee::Fees;
use slip::{At, Slip};

fn main() {
    println!("cargo:rerun-if-env-changed=CATALOGUE_ONLY");
    let folder = fs::canonicalize("catalogue").expect("catalogue/ holds the platforms");
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut made = Made::default();
    for file in files(&folder) {
        let text = fs::read_to_string(&file).expect("a file of the catalogue can be read");
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        if let Err(slip) = Platform::read(&text).and_then(|platform| made.add(&name, &platform)) {
            println!("cargo::error=catalogue/{name}.toml:{}: {}", slip.line(&text), slip.what);
            process::exit(1);
        }
    }
    let out = env::var("OUT_DIR").expect("Cargo says where to");
    fs::write(Path::new(&out).join("catalogue.rs"), made.code()).expect("the constants can be written");
}

/// The platforms' files in order. To measure the catalogue's size, a build can be limited to some of them.
fn files(folder: &Path) -> Vec<PathBuf> {
    let only = env::var("CATALOGUE_ONLY").ok();
    let is_wanted = |path: &PathBuf| {
        let stem = path.file_stem().unwrap_or_default();
        path.extension().is_some_and(|extension| extension == "toml")
            && only.as_ref().is_none_or(|only| only.split(',').any(|name| name == stem))
    };
    let entries = fs::read_dir(folder).expect("catalogue/ can be read");
    let mut files: Vec<_> =
        entries.map(|entry| entry.expect("catalogue/ can be read").path()).filter(is_wanted).collect();
    files.sort();
    files
}

/// The constants, each as the text between its brackets.
#[derive(Default)]
struct Made {
    fees: Fees,
    platforms: String,
    rare: Vec<String>,
    details: String,
    kept: String,
    facts: String,
    conversions: String,
    payment_services: String,
}

const WRITES: &str = "a string takes any text";

impl Made {
    fn add(&mut self, file: &str, platform: &Platform) -> Result<(), Slip> {
        let name = &platform.name;
        let market = variant(&platform.market, &["marketplace", "payment"])?;
        if market == "Payment" {
            if platform.rare {
                return Err(Slip::of(
                    &platform.market,
                    &"payment services are needed for what leaving costs, and not rare",
                ));
            }
            self.payment_services.extend(platform.freelancer.iter().map(|schedule| format!("{:?}, ", schedule.id)));
        }
        let freelancer = self.schedules("Freelancer", &platform.freelancer)?;
        let client = self.schedules("Client", &platform.client)?;
        for fact in &platform.fact {
            self.add_fact(name, fact)?;
        }
        for conversion in &platform.conversion {
            self.add_conversion(name, conversion)?;
        }
        let newest = platform.freelancer.last().map_or("", |schedule| &schedule.id);
        let schedules = format!("Schedules {{ freelancer: &[{freelancer}], client: &[{client}] }}");
        let charges = if platform.rare {
            self.rare.push(schedules);
            format!("Charges::Rare {{ place: {}, name: \"{file}-\" }}", self.rare.len() - 1)
        } else {
            format!("Charges::First({schedules})")
        };
        writeln!(
            self.platforms,
            "Platform {{ name: {name:?}, market: Market::{market}, newest: {newest:?}, charges: {charges} }},"
        )
        .expect(WRITES);
        Ok(())
    }

    fn schedules(&mut self, payer: &str, schedules: &[Schedule]) -> Result<String, Slip> {
        let mut code = String::new();
        for (index, schedule) in schedules.iter().enumerate() {
            let is_last = index + 1 == schedules.len();
            let Schedule { id, fee, currency, from, ended, kept, certainty, title, url, read, note, .. } = schedule;
            let fee = self.fees.constant(fee)?;
            let ended = ended.as_ref().map(Since::code).transpose()?;
            let ended = ended.map_or("None".to_owned(), |ended| format!("Some({ended})"));
            writeln!(
                code,
                "Schedule {{ id: {id:?}, payer: Payer::{payer}, fee: {fee}, currency: {}, from: {}, ended: {ended}, \
                 certainty: {}, source: {} }},",
                entry::currency(currency)?,
                Since::code(from)?,
                entry::certainty(certainty)?,
                source(title, url, read)?
            )
            .expect(WRITES);
            if let Some(kept) = kept {
                let day = entry::day(kept, kept.get_ref())?;
                if payer != "Freelancer" || is_last {
                    return Err(Slip::of(kept, &"only a freelancer's fee that another one replaced was kept by some"));
                }
                writeln!(self.kept, "({id:?}, {day}),").expect(WRITES);
            }
            let readings = self.readings(schedule)?;
            if !note.is_empty() || !readings.is_empty() {
                writeln!(self.details, "({id:?}, Details {{ note: {note:?}, readings: &[{readings}] }}),")
                    .expect(WRITES);
            }
        }
        Ok(code)
    }

    fn readings(&mut self, schedule: &Schedule) -> Result<String, Slip> {
        let readings = schedule.reading.iter().map(|reading| {
            let fee = self.fees.constant(&reading.fee)?;
            Ok(format!("Reading {{ fee: {fee}, source: {} }},", source(&reading.title, &reading.url, &reading.read)?))
        });
        readings.collect()
    }

    fn add_fact(&mut self, platform: &str, fact: &Fact) -> Result<(), Slip> {
        let Fact { topic, from, set, note, certainty, title, url, read } = fact;
        let topics = ["bidding", "reviews", "payment", "dispute", "score", "leaving"];
        writeln!(
            self.facts,
            "Fact {{ platform: {platform:?}, topic: Topic::{}, from: {}, set: {set:?}, note: {note:?}, certainty: {}, \
             source: {} }},",
            variant(topic, &topics)?,
            Since::code(from)?,
            entry::certainty(certainty)?,
            source(title, url, read)?
        )
        .expect(WRITES);
        Ok(())
    }

    fn add_conversion(&mut self, platform: &str, conversion: &Conversion) -> Result<(), Slip> {
        let Conversion { from, fee, currency, hours, months, note, certainty, title, url, read } = conversion;
        writeln!(
            self.conversions,
            "Conversion {{ platform: {platform:?}, from: {}, fee: {}, currency: {}, hours: {hours}, months: {months}, \
             note: {note:?}, certainty: {}, source: {} }},",
            Since::code(from)?,
            self.fees.constant(fee)?,
            entry::currency(currency)?,
            entry::certainty(certainty)?,
            source(title, url, read)?
        )
        .expect(WRITES);
        Ok(())
    }

    fn code(&self) -> String {
        let Made { fees, platforms, rare, details, kept, facts, conversions, payment_services } = self;
        format!(
            "{}\
             /// Every platform of the catalogue, in the order shown.\n\
             pub static PLATFORMS: &[Platform] = &[\n{platforms}];\n\
             /// The schedules of platforms that few readers look for.\n\
             pub static RARE: &[Schedules] = &[\n{}];\n\
             /// Notes and other readings, by the schedules' ids.\n\
             pub static DETAILS: &[(&str, Details)] = &[\n{details}];\n\
             /// Schedules that contracts with a lower fee kept after their end, each with the last day.\n\
             pub const KEPT: &[(&str, Date)] = &[\n{kept}];\n\
             /// Facts besides fees, platform by platform, topic by topic, oldest first.\n\
             pub static FACTS: &[Fact] = &[\n{facts}];\n\
             /// Fees for taking a client off a platform, oldest first.\n\
             pub static CONVERSIONS: &[Conversion] = &[\n{conversions}];\n\
             /// The ids of the schedules of payment services.\n\
             pub const PAYMENT_SERVICES: &[&str] = &[{payment_services}];\n",
            fees.code(),
            rare.join(",\n")
        )
    }
}
