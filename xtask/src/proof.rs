//! Who runs the second engine? Any number of plans at full speed, and a slice of them with the tests.

use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::Result;

use crate::run::{run, say};
use crate::test;

/// Compares both engines on random plans and on every edge; with `browser`, the second one with the built page.
pub fn proof(words: &[&str]) -> Result<()> {
    let seed = today().to_string();
    if let ["browser", rest @ ..] = words {
        let plans = rest.first().unwrap_or(&"10000");
        say(&format!("{plans} plans in the built page, seed {seed}"));
        return test::test_with(&["the_second_engine_says"], &[("PROOF_PLANS", plans), ("PROOF_SEED", &seed)]);
    }
    let arguments: &[&str] = match words {
        [] => &["1000000", &seed],
        [count] if count.parse::<u64>().is_ok() => &[count, &seed],
        _ => words,
    };
    run("cargo", &[&["run", "--quiet", "--profile", "proof", "--package", "proof", "--"], arguments].concat())
}

/// A slice for the tests, with the profile that they have built already: other plans each day.
pub fn slice() -> Result<()> {
    let seed = today().to_string();
    say(&format!("the second engine; the same again: cargo xtask proof 5000 {seed}"));
    run("cargo", &["run", "--quiet", "--package", "proof", "--", "5000", &seed])
}

/// The days since 1970.
pub fn today() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs() / 86_400)
}
