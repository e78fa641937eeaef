//! Which code comes later? The splitter takes cargo's one module apart before wasm-bindgen sees it: code that only a
//! split point reaches becomes a part, and code that several parts share a chunk.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};

use super::files::{Files, Parts};
use crate::run::scratch;

/// A module in parts.
pub struct Split {
    /// The code that is there from the start.
    pub main: Vec<u8>,
    /// Parts and chunks, by the names that the loader knows.
    pub files: Files,
    /// The files of each part, in the order in which they have to be instantiated.
    pub parts: Parts,
}

/// Takes a module apart.
pub fn split(module: &[u8]) -> Result<Split> {
    let folder = scratch("split")?;
    let main = folder.join("main.wasm");
    let mut options = wasm_split_cli_support::Options::new(module);
    options.output_dir = &folder;
    options.main_out_path = &main;
    let split = wasm_split_cli_support::transform(options).map_err(|error| anyhow!("the splitter: {error:#}"))?;
    let mut files = Files::new();
    for path in &split.split_modules {
        files.insert(file_name(&stem(path)?), fs::read(path)?);
    }
    let files_of = |(part, stems): (String, Vec<String>)| (part, stems.iter().map(|stem| file_name(stem)).collect());
    Ok(Split { main: fs::read(&main)?, files, parts: split.prefetch_map.into_iter().map(files_of).collect() })
}

/// `split_panels` as `take-home-panels.wasm`, `chunk_2` as `take-home-chunk-2.wasm`.
fn file_name(stem: &str) -> String {
    let name = stem.strip_prefix("split_").map_or_else(|| stem.replace('_', "-"), str::to_owned);
    format!("take-home-{name}.wasm")
}

fn stem(path: &Path) -> Result<String> {
    let stem = path.file_stem().and_then(|stem| stem.to_str());
    Ok(stem.context("the splitter's files have names")?.to_owned())
}

#[cfg(test)]
mod tests {
    #[test]
    fn parts_and_chunks_have_published_names() {
        assert_eq!(super::file_name("split_panels"), "take-home-panels.wasm");
        assert_eq!(super::file_name("chunk_2"), "take-home-chunk-2.wasm");
    }
}
