//! What travels to a reader, and its limits.

use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::run::root;

/// The most that a first load may weigh, compressed with brotli: everything in `dist/` that the page asks for.
const FIRST_LOAD: usize = 130_000;
/// The most that the page and its style may weigh, so that the readable example comes with the first round trip.
const READABLE: usize = 14_000;

/// What the page asks for only when a reader opens a panel, and the most that it may weigh.
const PANELS: [&str; 2] = ["take-home-panels.js", "take-home-panels_bg.wasm"];
const OPENED: usize = 95_000;

/// What it asks for only where more than the fee is to count, and the most that it may weigh.
const MORE: [&str; 2] = ["take-home-more.js", "take-home-more_bg.wasm"];
const COUNTED: usize = 140_000;

const READABLE_FILES: [&str; 3] = ["index.html", "page.css", "take-home.css"];

/// What is in `dist/`: name, size, size on the way.
fn weigh() -> Result<Vec<(String, usize, usize)>> {
    let dist = root().join("dist");
    let mut names: Vec<String> = std::fs::read_dir(&dist)
        .context("dist/ is not built")?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .collect();
    names.sort();
    let weigh = |name: String| {
        let bytes = std::fs::read(dist.join(&name)).with_context(|| name.clone())?;
        Ok((name, bytes.len(), brotli_size(&bytes)?))
    };
    names.into_iter().map(weigh).collect()
}

/// What each Wasm module weighs on the way.
pub fn wasm() -> Result<Vec<(String, usize)>> {
    let modules =
        weigh()?.into_iter().filter(|(name, ..)| Path::new(name).extension().is_some_and(|end| end == "wasm"));
    Ok(modules.map(|(name, _, packed)| (name, packed)).collect())
}

/// What travels, compressed.
struct Sums {
    /// Everything that the page asks for.
    first_load: usize,
    /// The part of it that can be read before any script.
    readable: usize,
    /// What comes when a panel is opened.
    opened: usize,
    /// What comes when more than the fee is counted.
    counted: usize,
}

fn sums(files: &[(String, usize, usize)]) -> Sums {
    let sum = |is_counted: &dyn Fn(&str) -> bool| {
        files.iter().filter(|(name, ..)| is_counted(name)).map(|(.., packed)| packed).sum()
    };
    Sums {
        first_load: sum(&|name| !PANELS.contains(&name) && !MORE.contains(&name)),
        readable: sum(&|name| READABLE_FILES.contains(&name)),
        opened: sum(&|name| PANELS.contains(&name)),
        counted: sum(&|name| MORE.contains(&name)),
    }
}

/// Prints each file's weight.
pub fn print() -> Result<()> {
    let files = weigh()?;
    println!("{:<28} {:>9} {:>9}", "dist/", "bytes", "brotli");
    for (name, bytes, packed) in &files {
        println!("{name:<28} {bytes:>9} {packed:>9}");
    }
    let Sums { first_load, readable, opened, counted } = sums(&files);
    println!("{:<28} {:>9} {first_load:>9}  limit {FIRST_LOAD}", "first load", "");
    println!("{:<28} {:>9} {readable:>9}  limit {READABLE}", "readable: HTML and styles", "");
    println!("{:<28} {:>9} {opened:>9}  limit {OPENED}", "when a panel is opened", "");
    println!("{:<28} {:>9} {counted:>9}  limit {COUNTED}", "when more is counted", "");
    Ok(())
}

/// Fails above the limits.
pub fn guard() -> Result<()> {
    let Sums { first_load, readable, opened, counted } = sums(&weigh()?);
    ensure!(first_load <= FIRST_LOAD, "the first load weighs {first_load} bytes, more than {FIRST_LOAD}");
    ensure!(opened <= OPENED, "the panels weigh {opened} bytes, more than {OPENED}");
    ensure!(counted <= COUNTED, "the app that counts more weighs {counted} bytes, more than {COUNTED}");
    ensure!(readable <= READABLE, "the readable page weighs {readable} bytes, more than {READABLE}");
    Ok(())
}

/// The size after brotli at its best, as a static host sends it.
fn brotli_size(bytes: &[u8]) -> Result<usize> {
    let mut packed = vec![];
    brotli::CompressorReader::new(bytes, 1 << 16, 11, 22).read_to_end(&mut packed)?;
    Ok(packed.len())
}
