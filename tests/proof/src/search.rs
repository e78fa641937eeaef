//! Which of many plans differ? On all processors.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::judge::judge;
use crate::link::Link;

/// After this many the rest does not matter.
const ENOUGH: usize = 400;

/// What came of some plans.
pub struct Found {
    /// Those that differ, each with the first place where it does.
    pub differing: Vec<(Link, String)>,
    /// How many both engines refuse.
    pub refused: u64,
}

/// Compares both engines on the plans whose numbers are below `count`.
pub fn compare(count: u64, plan: &(dyn Fn(u64) -> Link + Sync)) -> Found {
    let (next, refused, found) = (AtomicU64::new(0), AtomicU64::new(0), Mutex::new(vec![]));
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, Into::into) {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= count {
                        return;
                    }
                    let link = plan(number);
                    let Some(differences) = judge(&link.to_string()) else {
                        refused.fetch_add(1, Ordering::Relaxed);
                        continue;
                    };
                    if let Some(first) = differences.into_iter().next() {
                        let mut found = found.lock().expect("a list");
                        found.push((link, first.path));
                        if found.len() >= ENOUGH {
                            next.store(count, Ordering::Relaxed);
                        }
                    }
                }
            });
        }
    });
    Found { differing: found.into_inner().expect("a list"), refused: refused.into_inner() }
}
