//! What travels to a reader, and its limits.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::publish::unhashed;
use crate::run::root;
use crate::{hosting, single};

/// The most that a first load may weigh, compressed with brotli: everything in `dist/` that the page asks for.
const FIRST_LOAD: usize = 130_000;
/// The most that the page and its style may weigh, so that the readable example comes with the first round trip.
const READABLE: usize = 14_000;

/// What the page asks for at once, and the part of it that can be read before any script.
const FIRST: [&str; 9] = [
    "index.html",
    "icon.svg",
    "manifest.webmanifest",
    "page.css",
    "page.js",
    "take-home.css",
    "take-home.js",
    "take-home-app.js",
    "take-home-app_bg.wasm",
];
const READABLE_FILES: [&str; 3] = ["index.html", "page.css", "take-home.css"];

/// What the page asks for only when a reader opens a panel, and the most that it may weigh.
const PANELS: [&str; 3] = ["take-home-panels.js", "take-home-panels_bg.wasm", "take-home-panels.css"];
const OPENED: usize = 112_000;

/// What it asks for besides only when a comparison is taken along.
const COPIES: [&str; 2] = ["take-home-copies.js", "take-home-copies.css"];
const TAKEN: usize = 6_000;

/// What it asks for only where more than the fee is to count, and the most that it may weigh.
const MORE: [&str; 2] = ["take-home-more.js", "take-home-more_bg.wasm"];
const COUNTED: usize = 140_000;

/// What an article pays for an element that nobody comes near.
const LOADER: [&str; 1] = ["take-home.js"];
const UNUSED: usize = 4_000;

/// What a page pays for frames that take the height they need.
const RESIZING: [&str; 1] = ["resize.js"];
const RESIZED: usize = 1_000;

/// What is in `dist/`: name in the sources, size, size on the way.
fn weigh() -> Result<Vec<(String, usize, usize)>> {
    let weigh = |path: PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        Ok((unhashed(name), usize::try_from(path.metadata()?.len())?, hosting::weight(&path)?))
    };
    hosting::files(&root().join("dist")).context("dist/ is not built")?.into_iter().map(weigh).collect()
}

/// What each Wasm module weighs on the way.
pub fn wasm() -> Result<Vec<(String, usize)>> {
    let modules =
        weigh()?.into_iter().filter(|(name, ..)| Path::new(name).extension().is_some_and(|end| end == "wasm"));
    Ok(modules.map(|(name, _, packed)| (name, packed)).collect())
}

/// What travels together, what of it, and its limit.
const LIMITS: [(&str, &[&str], usize); 7] = [
    ("first load", &FIRST, FIRST_LOAD),
    ("readable: HTML and styles", &READABLE_FILES, READABLE),
    ("when a panel is opened", &PANELS, OPENED),
    ("when it is taken along", &COPIES, TAKEN),
    ("when more is counted", &MORE, COUNTED),
    ("an element out of sight", &LOADER, UNUSED),
    ("the script for frames", &RESIZING, RESIZED),
];

/// Prints each file's weight, and what travels together.
pub fn print() -> Result<()> {
    let files = weigh()?;
    println!("{:<28} {:>9} {:>9}", "dist/", "bytes", "brotli");
    for (name, bytes, packed) in &files {
        println!("{name:<28} {bytes:>9} {packed:>9}");
    }
    for (what, names, limit) in LIMITS {
        println!("{what:<28} {:>9} {:>9}  limit {limit}", "", sum(&files, names)?);
    }
    Ok(())
}

/// How many times the bytes of its parts the one file may have: what is inside is written in 64 characters.
const ONE_FILE: (usize, usize) = (14, 10);

/// Fails above the limits.
pub fn guard() -> Result<()> {
    let files = weigh()?;
    let bytes = |wanted: &str| {
        let found = files.iter().find(|(name, ..)| name == wanted);
        found.map(|(_, bytes, _)| *bytes).with_context(|| format!("{wanted} is not in dist/"))
    };
    let parts = single::parts().map(bytes).sum::<Result<usize>>()?;
    let whole = bytes(single::FILE)?;
    println!("{} has {whole} bytes, its parts {parts}", single::FILE);
    ensure!(whole * ONE_FILE.1 <= parts * ONE_FILE.0, "{} is too large for its parts", single::FILE);
    for (what, names, limit) in LIMITS {
        let sum = sum(&files, names)?;
        ensure!(sum <= limit, "{what}: {sum} bytes, more than {limit}");
    }
    Ok(())
}

fn sum(files: &[(String, usize, usize)], names: &[&str]) -> Result<usize> {
    let weight = |wanted: &&str| {
        let found = files.iter().find(|(name, ..)| name == wanted);
        found.map(|(.., packed)| packed).with_context(|| format!("{wanted} is not in dist/"))
    };
    names.iter().map(weight).sum()
}
