//! How much is downloaded, and how much may it be? Every limit of the project, with room to spare: whatever is close to its limit
//! is examined before something is added.

use std::fmt::Write as _;

use anyhow::{Context, Result, ensure};

use crate::assets::{APP, Asset, Kind, LOADER, Load, ONE_FILE};
use crate::build::{Site, compress};

/// Files that are downloaded together: their name, which files these are, and the most that they may weigh, compressed with brotli.
type Limit = (&'static str, fn(&Asset) -> bool, usize);

const LIMITS: [Limit; 7] = [
    ("first load", |asset| asset.load == Load::First, 158_000),
    ("readable: HTML and styles", |asset| asset.load == Load::First && is_seen(asset), 14_000),
    ("the app's main Wasm", |asset| asset.name == APP[1], 138_500),
    ("all Wasm", |asset| asset.kind() == Kind::Wasm, 294_000),
    ("cached offline", |asset| asset.offline, 326_000),
    ("an element out of sight", |asset| asset.name == LOADER, 4_950),
    ("the script for frames", |asset| asset.name == "resize.js", 1_000),
];

/// The most that each part of the app may weigh with its chunks and styles. The code in a part depends on what refers to it, so one
/// reference can move much of it; a part that is not listed may not weigh more than `NEW_PART`.
const PARTS: [(&str, usize); 4] = [(ANSWERS, 34_000), (OPENED, 50_000), ("share", 90_000), ("books", 64_500)];
/// The `answers` part is loaded before any panel opens, so it is counted once.
const ANSWERS: &str = "answers";
const OPENED: &str = "panels";
const NEW_PART: usize = 10_000;

/// The most bytes that the single file may have, as it is.
const ONE_FILE_BYTES: usize = 508_000;

fn is_seen(asset: &Asset) -> bool {
    matches!(asset.kind(), Kind::Page | Kind::Style)
}

/// A sum of weights, and its limit.
struct Sum {
    what: String,
    bytes: usize,
    limit: usize,
}

/// Prints each file's weight, and the sums.
pub fn print(site: &Site) -> Result<()> {
    println!("{:<28} {:>9} {:>9}", "dist/", "bytes", "brotli");
    for asset in &site.assets {
        println!("{:<28} {:>9} {:>9}", asset.name, content(site, asset)?.len(), weight(site, asset)?);
    }
    print!("{}", together(site)?);
    Ok(())
}

/// The files that are downloaded together, with their limits, as a table.
pub fn together(site: &Site) -> Result<String> {
    let mut table = format!("{:<28} {:>9} {:>9} {:>9}\n", "together", "", "brotli", "limit");
    for Sum { what, bytes, limit } in sums(site)? {
        let _ = writeln!(table, "{what:<28} {:>9} {bytes:>9} {limit:>9}", "");
    }
    Ok(table)
}

/// Fails above the limits.
pub fn guard(site: &Site) -> Result<()> {
    for Sum { what, bytes, limit } in sums(site)? {
        ensure!(bytes <= limit, "{what}: {bytes} bytes, more than {limit}");
    }
    Ok(())
}

fn sums(site: &Site) -> Result<Vec<Sum>> {
    let weigh = |is: &dyn Fn(&Asset) -> bool| -> Result<usize> {
        site.assets.iter().filter(|asset| is(asset)).map(|asset| weight(site, asset)).sum()
    };
    let mut sums = vec![];
    for (what, is, limit) in LIMITS {
        sums.push(Sum { what: what.to_owned(), bytes: weigh(&is)?, limit });
    }
    for (part, files) in &site.parts {
        let before = if part == OPENED { site.parts.get(ANSWERS) } else { None };
        let is_there = |file: &String| before.is_some_and(|before| before.contains(file));
        let is_of =
            |asset: &Asset| files.iter().any(|file| *file == asset.name && !is_there(file)) || is_with(asset, part);
        let limit = PARTS.iter().find(|(name, _)| name == part).map_or(NEW_PART, |(_, limit)| *limit);
        sums.push(Sum { what: format!("with the part {part}"), bytes: weigh(&is_of)?, limit });
    }
    let one_file = site.published.files[ONE_FILE].len();
    sums.push(Sum { what: format!("{ONE_FILE}, not compressed"), bytes: one_file, limit: ONE_FILE_BYTES });
    Ok(sums)
}

fn is_with(asset: &Asset, part: &str) -> bool {
    matches!(asset.load, Load::Part(name) if name == part)
}

fn content<'a>(site: &'a Site, asset: &Asset) -> Result<&'a [u8]> {
    let address = site.published.addresses.get(&*asset.name).with_context(|| format!("{} is not built", asset.name))?;
    Ok(&site.published.files[address])
}

/// The number of bytes that are downloaded for a file.
pub fn weight(site: &Site, asset: &Asset) -> Result<usize> {
    let bytes = content(site, asset)?;
    match site.packed.get(&format!("{}.br", site.published.addresses[&*asset.name])) {
        Some(packed) => Ok(packed.len()),
        None => Ok(compress::brotli(bytes)?.len().min(bytes.len())),
    }
}
