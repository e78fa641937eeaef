//! What the page keeps for readers without a network.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::publish::FOLDER;

/// Which files are kept, beside those of the loader's folder. The page itself is what its folder answers with.
const FILES: [&str; 4] = ["./", "embed.html", "icon.svg", "manifest.webmanifest"];

/// Writes into the published worker which files it keeps, and a hash of them all.
pub fn write(folder: &Path) -> Result<()> {
    let mut files: Vec<String> = FILES.map(str::to_owned).into();
    let mut others = fs::read_dir(folder.join(FOLDER))?.collect::<Result<Vec<_>, _>>()?;
    others.sort_by_key(fs::DirEntry::file_name);
    files.extend(others.iter().map(|entry| format!("{FOLDER}/{}", entry.file_name().to_string_lossy())));
    let mut build = Sha256::new();
    for file in &files {
        let path = if file == "./" { "index.html" } else { file };
        build.update(fs::read(folder.join(path)).with_context(|| path.to_owned())?);
    }
    let build: u64 = build.finalize().iter().take(8).fold(0, |hash, byte| hash << 8 | u64::from(*byte));
    let list: Vec<String> = files.iter().map(|file| format!("{file:?}")).collect();
    let path = folder.join("worker.js");
    let mut worker = fs::read_to_string(&path)?;
    for (place, text) in [("BUILD", format!("{build:016x}")), ("\"FILES\"", list.join(","))] {
        ensure!(worker.contains(place), "the worker has a place for {place}");
        worker = worker.replace(place, &text);
    }
    Ok(fs::write(path, worker)?)
}
