//! Prints the catalogue as a page: every fee, its days, its source, and what else was read.

use take_home::fees::{Market, PLATFORMS, Platform, Reading, Schedule};
use take_home::scenario::Overrides;
use words::Words;

fn main() {
    if std::env::args().nth(1).as_deref() == Some("ids") {
        Schedule::all().for_each(|schedule| println!("{}", schedule.id));
        return;
    }
    let words = Words::new(&Overrides::default_draft(), take_home::amount::Currency::USD);
    println!("# Fees, their days and their sources\n");
    println!("Made by `cargo xtask facts` from the files of `catalogue/`; what is changed here by hand is lost.\n");
    println!(
        "{} platforms, {} schedules. A fee is written in the notation that [fees/notation.rs](../src/fees/notation.rs) \
         explains line by line. Where the first day is not known, the year in the id is that of the first page seen.\n",
        PLATFORMS.len(),
        Schedule::all().count()
    );
    for market in [Market::Marketplace, Market::Payment] {
        println!("## {}\n", words.market(market));
        for platform in PLATFORMS.iter().filter(|platform| platform.market == market) {
            print_platform(&words, platform);
        }
    }
    println!("## Where sources disagree\n");
    for schedule in Schedule::all().filter(|schedule| !schedule.details().readings.is_empty()) {
        for Reading { fee, source } in schedule.details().readings {
            println!(
                "- `{}`: `{}`, or `{fee}` as [{}]({}) has it, read {}",
                schedule.id,
                schedule.fee,
                source.title,
                source.url,
                words.format.date(source.read)
            );
        }
    }
}

fn print_platform(words: &Words, platform: &Platform) {
    println!("### {}\n", platform.name);
    println!("| id | charged to | fee | currency | in force | how sure | source, read |");
    println!("|---|---|---|---|---|---|---|");
    for schedule in platform.freelancer.iter().chain(platform.client) {
        println!(
            "| `{}` | {} | `{}` | {} | {} | {} | [{}]({}), {} |",
            schedule.id,
            words.payer(schedule.payer),
            schedule.fee,
            schedule.currency.code(),
            words.period(schedule),
            words.certainty(schedule.certainty),
            schedule.source.title,
            schedule.source.url,
            words.format.date(schedule.source.read)
        );
    }
    println!();
    for schedule in
        platform.freelancer.iter().chain(platform.client).filter(|schedule| !schedule.details().note.is_empty())
    {
        println!("- `{}`: {}", schedule.id, schedule.details().note);
    }
    println!();
}
