//! Does any text make the product panic, hang or take much memory? `cargo xtask fuzz` runs this.

use std::panic::catch_unwind;
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use fastrand::Rng;
use fuzz::corpus::{self, escaped};
use fuzz::mutation::mutated;
use fuzz::{TARGETS, Target};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// What one text may take, in megabytes.
const MOST_MEMORY: f32 = 64.0;

/// How long one text may take at most before it counts as hanging.
const HANGS: Duration = Duration::from_secs(20);

/// What came of a target.
struct Report {
    slowest: (Duration, String),
    most_memory: f32,
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let is_name = |word: &String| TARGETS.iter().any(|(name, _)| word == name);
    let (names, words): (Vec<String>, Vec<String>) = words.into_iter().partition(is_name);
    let number = |index: usize, default: u64| words.get(index).map_or(Ok(default), |word| word.parse());
    let (Ok(count), Ok(seed), Ok(limit)) = (number(0, 100_000), number(1, 1), number(2, 5)) else {
        eprintln!("fuzz [COUNT] [SEED] [MILLISECONDS] [TARGET …]");
        return ExitCode::from(2);
    };
    println!(
        "{count} texts for each target, seed {seed}, at most {limit} ms for each 50 bytes and {MOST_MEMORY} MB each"
    );
    std::panic::set_hook(Box::new(|panic| eprintln!("{panic}")));
    for target in TARGETS.into_iter().filter(|(name, _)| names.is_empty() || names.iter().any(|other| other == name)) {
        let start = Instant::now();
        match tried(target, count, seed, Duration::from_millis(limit)) {
            Ok(Report { slowest: (slowest, text), most_memory }) => println!(
                "{:12}{:8.1} s   slowest {:6.2} ms   most memory {most_memory:5.2} MB   {:.80}",
                target.0,
                start.elapsed().as_secs_f64(),
                slowest.as_secs_f64() * 1000.0,
                escaped(&text),
            ),
            Err(why) => {
                eprintln!("{}: {why}", target.0);
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}

/// Tries the corpus, then texts made of it.
fn tried((name, target): Target, count: u64, seed: u64, limit: Duration) -> Result<Report, String> {
    let corpus = corpus::of(name);
    let mut rng = Rng::with_seed(seed);
    let mut report = Report { slowest: (Duration::ZERO, String::new()), most_memory: 0.0 };
    let watch = Watch::new(name);
    let mutations = (0..count).map(|_| mutated(&mut rng, &corpus));
    for text in corpus.clone().into_iter().chain(mutations) {
        watch.begin(&text);
        let before = MEMORY.current_usage_as_mb();
        MEMORY.reset_peak_usage();
        // Each name of a long link is read in turn, as often as it occurs, and so is each saved scenario.
        let limit = limit * u32::try_from(text.len() / 50 + 1).unwrap_or(1);
        let once = || {
            let start = Instant::now();
            catch_unwind(|| target(&text)).map(|()| start.elapsed())
        };
        let failed = |_| format!("it panics: \"{}\"", escaped(&text));
        let mut taken = once().map_err(failed)?;
        let memory = MEMORY.peak_usage_as_mb() - before;
        // What else the machine does is not the text's fault.
        for _ in 0..8 {
            if taken > limit.min(report.slowest.0.max(Duration::from_millis(1))) {
                taken = taken.min(once().map_err(failed)?);
            }
        }
        watch.end();
        if taken > limit {
            return Err(format!("{taken:?} for \"{}\"", escaped(&text)));
        }
        if memory > MOST_MEMORY {
            return Err(format!("{memory} MB for \"{}\"", escaped(&text)));
        }
        report.most_memory = report.most_memory.max(memory);
        if taken > report.slowest.0 {
            report.slowest = (taken, text);
        }
    }
    Ok(report)
}

/// Notices a text that does not come to an end.
struct Watch {
    /// How many were begun; even while none is being tried.
    begun: Arc<AtomicU64>,
    text: Arc<Mutex<String>>,
}

impl Watch {
    fn new(name: &'static str) -> Watch {
        let watch = Watch { begun: Arc::default(), text: Arc::default() };
        let (begun, text) = (Arc::downgrade(&watch.begun), Arc::clone(&watch.text));
        std::thread::spawn(move || {
            let mut seen = 0;
            while let Some(begun) = begun.upgrade() {
                let now = begun.load(Ordering::Relaxed);
                if now == seen && now % 2 == 1 {
                    eprintln!(
                        "{name}: it hangs: \"{}\"",
                        escaped(&text.lock().map(|text| text.clone()).unwrap_or_default())
                    );
                    std::process::exit(1);
                }
                seen = now;
                drop(begun);
                std::thread::sleep(HANGS);
            }
        });
        watch
    }

    fn begin(&self, text: &str) {
        if let Ok(mut current) = self.text.lock() {
            text.clone_into(&mut current);
        }
        self.begun.fetch_add(1, Ordering::Relaxed);
    }

    fn end(&self) {
        self.begun.fetch_add(1, Ordering::Relaxed);
    }
}
