//! What runs the second engine? Any number of plans at full speed, and a slice of them with the tests.

use anyhow::Result;

use crate::run::{run, say, today};

/// Compares both engines on random plans and on every edge.
pub fn proof(words: &[&str]) -> Result<()> {
    let seed = today().to_string();
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
