//! Does the product say of many plans what the second engine says? `cargo xtask proof` runs this.

use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use proof::judge::{is_judging, judge};
use proof::link::Link;
use proof::random;
use proof::reduce::reduce;

/// How many differences are worth a look.
const SHOWN: usize = 10;

fn main() -> ExitCode {
    if let Some(link) = std::env::args().nth(1).filter(|word| word.contains('=')) {
        return explain(&link);
    }
    let numbers: Vec<u64> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    let count = numbers.first().copied().unwrap_or(1_000_000);
    let seed = numbers.get(1).copied().unwrap_or(1);
    println!("seed {seed}, {count} plans");
    // A panic of the product is a difference, which says what it was.
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| if !is_judging() { hook(panic) }));
    let start = Instant::now();
    let (next, found) = (AtomicU64::new(0), Mutex::new(vec![]));
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, Into::into) {
            scope.spawn(|| loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= count {
                    return;
                }
                let link = random::plan(seed, number);
                if let Some(first) = judge(&link.to_string()).into_iter().next() {
                    let mut found = found.lock().expect("no one panics");
                    found.push((link, first.path));
                    if found.len() >= 400 {
                        next.store(count, Ordering::Relaxed);
                    }
                }
            });
        }
    });
    let found: Vec<(Link, String)> = found.into_inner().expect("no one panics");
    println!("{} differ, after {:.1} s", found.len(), start.elapsed().as_secs_f64());
    let mut paths: Vec<&str> = found.iter().map(|(_, path)| path.as_str()).collect();
    paths.sort_unstable();
    for group in paths.chunk_by(|one, other| one == other) {
        println!("{:6} {}", group.len(), group[0]);
    }
    let mut seen: Vec<&str> = vec![];
    for (link, path) in &found {
        if seen.contains(&path.as_str()) || seen.len() >= SHOWN {
            continue;
        }
        seen.push(path);
        let (link, differences) = if path == "link" { (link.clone(), judge(&link.to_string())) } else { reduce(link, path) };
        println!("\n#{link}");
        for difference in differences.iter().take(3) {
            println!("  {}: product {}, proof {}", difference.path, difference.product, difference.proof);
        }
    }
    if found.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What the product says of one link, and where it should not.
fn explain(link: &str) -> ExitCode {
    println!("{}", proof::judge::product(link).map_or_else(|why| why, |json| format!("{json:#}")));
    for difference in judge(link) {
        println!("{}: product {}, proof {}", difference.path, difference.product, difference.proof);
    }
    ExitCode::SUCCESS
}
