//! What runs the tests with texts that nobody would write? A hundred thousand of each kind unless asked for more, and a slice of
//! them with the other tests.

use anyhow::Result;

use crate::run::{run, say, today};

/// Tries a number of texts for each target, 100,000 if none is named.
pub fn fuzz(words: &[&str]) -> Result<()> {
    let seed = today().to_string();
    let arguments: &[&str] = match words {
        [] => &["100000", &seed],
        [count] => &[count, &seed],
        _ => words,
    };
    run("cargo", &[&["run", "--quiet", "--profile", "proof", "--package", "fuzz", "--"], arguments].concat())
}

/// The number of texts that the tests try for each group of targets: a million in all, most of them for those that take
/// microseconds.
const SLICE: [(&str, &[&str]); 3] = [
    ("800000", &["notation"]),
    ("190000", &["numbers"]),
    ("2000", &["links", "lists", "files", "saved", "attributes"]),
];

/// A slice for the tests, with the profile that they have built already: other texts each day. Machines that run other
/// things, too, have more time for each.
pub fn slice() -> Result<()> {
    let seed = today().to_string();
    say("texts that nobody would write");
    for (count, targets) in SLICE {
        run("cargo", &[&["run", "--quiet", "--package", "fuzz", "--", count, &seed, "200"], targets].concat())?;
    }
    Ok(())
}
