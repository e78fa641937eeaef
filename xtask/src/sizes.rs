//! What travels to a reader, and its limits.

use std::io::Read;

use anyhow::{Context, Result, ensure};

use crate::run::root;

/// The most that a first load may weigh, compressed with brotli: everything in `dist/` that the page asks for.
const FIRST_LOAD: usize = 130_000;
/// The most that the page and its style may weigh, so that the readable example comes with the first round trip.
const READABLE: usize = 14_000;

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

/// The first load, and the part of it that can be read before any script.
fn sums(files: &[(String, usize, usize)]) -> (usize, usize) {
    let readable = files.iter().filter(|(name, ..)| READABLE_FILES.contains(&name.as_str()));
    (files.iter().map(|file| file.2).sum(), readable.map(|file| file.2).sum())
}

/// Prints each file's weight.
pub fn print() -> Result<()> {
    let files = weigh()?;
    println!("{:<28} {:>9} {:>9}", "dist/", "bytes", "brotli");
    for (name, bytes, packed) in &files {
        println!("{name:<28} {bytes:>9} {packed:>9}");
    }
    let (all, readable) = sums(&files);
    println!("{:<28} {:>9} {all:>9}  limit {FIRST_LOAD}", "first load", "");
    println!("{:<28} {:>9} {readable:>9}  limit {READABLE}", "readable: HTML and styles", "");
    Ok(())
}

/// Fails above the limits.
pub fn guard() -> Result<()> {
    let (all, readable) = sums(&weigh()?);
    ensure!(all <= FIRST_LOAD, "the first load weighs {all} bytes, more than {FIRST_LOAD}");
    ensure!(readable <= READABLE, "the readable page weighs {readable} bytes, more than {READABLE}");
    Ok(())
}

/// The size after brotli at its best, as a static host sends it.
fn brotli_size(bytes: &[u8]) -> Result<usize> {
    let mut packed = vec![];
    brotli::CompressorReader::new(bytes, 1 << 16, 11, 22).read_to_end(&mut packed)?;
    Ok(packed.len())
}
