//! Does the product say of many plans what the second engine says? `cargo xtask proof` runs this.

use std::process::ExitCode;
use std::time::Instant;

use proof::edges;
use proof::judge::{is_judging, judge, product};
use proof::random;
use proof::reduce::reduce;
use proof::search::{Found, compare};

const USAGE: &str = "\
proof [COUNT] [SEED]   compares both engines on random plans, and on every edge
proof edges            on the edges alone
proof links COUNT SEED prints the links of random plans, one a line
proof against FILE     compares what something else said of links: lines of a link, a tab and the comparison as JSON
proof LINK             shows what the product says of one link, and where it should not
";

/// How many differences are shown.
const SHOWN: usize = 10;

fn main() -> ExitCode {
    // A panic of the product is a difference, which says what it was.
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !is_judging() {
            hook(panic);
        }
    }));
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let number = |word: Option<&&str>, default: u64| word.map_or(Ok(default), |word| word.parse());
    match (words.as_slice(), number(words.first(), 1_000_000), number(words.get(1), 1)) {
        (["edges"], ..) => on_edges(),
        (["links", count, seed], ..) => {
            let (Ok(count), Ok(seed)) = (count.parse(), seed.parse()) else { return usage() };
            (0..count).for_each(|number| println!("{}", random::plan(seed, number)));
            ExitCode::SUCCESS
        }
        (["against", file], ..) => against(file),
        ([link], ..) if link.contains('=') => explain(link),
        ([] | [_] | [_, _], Ok(count), Ok(seed)) => {
            let random = on_random(count, seed);
            if random == ExitCode::SUCCESS { on_edges() } else { random }
        }
        _ => usage(),
    }
}

fn usage() -> ExitCode {
    eprint!("{USAGE}");
    ExitCode::from(2)
}

fn on_random(count: u64, seed: u64) -> ExitCode {
    println!("{count} random plans, seed {seed}");
    let start = Instant::now();
    let found = compare(count, &|number| random::plan(seed, number));
    report(count, &found, start)
}

fn on_edges() -> ExitCode {
    let links = edges::plans();
    let count = u64::try_from(links.len()).unwrap_or(u64::MAX);
    println!("{count} plans on edges");
    let start = Instant::now();
    let found = compare(count, &|number| links[usize::try_from(number).unwrap_or_default()].clone());
    report(count, &found, start)
}

/// Prints how many plans differ, where, and the smallest of each kind.
fn report(count: u64, Found { differing: found, refused }: &Found, start: Instant) -> ExitCode {
    let seconds = start.elapsed().as_secs_f64();
    println!("{} of {count} differ, {refused} are refused by both, after {seconds:.1} s", found.len());
    let mut paths: Vec<&str> = found.iter().map(|(_, path)| path.as_str()).collect();
    paths.sort_unstable();
    for group in paths.chunk_by(|one, other| one == other) {
        println!("{:6} {}", group.len(), group[0]);
    }
    paths.dedup();
    for path in paths.into_iter().take(SHOWN) {
        let Some((link, _)) = found.iter().find(|(_, other)| other == path) else { continue };
        let (link, differences) = reduce(link, path);
        println!("\n#{link}");
        for difference in differences.iter().take(3) {
            println!("  {}: product {}, proof {}", difference.path, difference.product, difference.proof);
        }
    }
    if found.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn explain(link: &str) -> ExitCode {
    println!("{}", product(link).map_or_else(|why| why, |json| format!("{json:#}")));
    for difference in judge(link).unwrap_or_default() {
        println!("{}: product {}, proof {}", difference.path, difference.product, difference.proof);
    }
    ExitCode::SUCCESS
}

/// Compares what was built with the second engine: each line is a link and what was said of it.
fn against(file: &str) -> ExitCode {
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) => {
            eprintln!("{file}: {error}");
            return ExitCode::FAILURE;
        }
    };
    let mut differing = 0;
    for line in text.lines() {
        let said = line.split_once('\t').and_then(|(link, json)| Some((link, serde_json::from_str(json).ok()?)));
        let Some((link, said)) = said else {
            println!("no link and JSON: {line}");
            differing += 1;
            continue;
        };
        let differences = proof::judge::differences(link, &said);
        differing += usize::from(!differences.is_empty());
        for difference in differences.iter().take(if differing > SHOWN { 0 } else { 3 }) {
            println!("#{link}\n  {}: built {}, proof {}", difference.path, difference.product, difference.proof);
        }
    }
    println!("{differing} of {} differ", text.lines().count());
    if differing == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
