//! How small does Wasm get? wasm-opt works on each file alone; then its functions are put in order.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use rayon::prelude::*;

use super::files::{Files, hash};
use super::order::ordered;
use super::symbols;
use crate::assets::{Kind, SYMBOLS};
use crate::run::{root, run};
use crate::tools;

/// The passes that make the smallest downloads, tried one by one; DESIGN.md has the others.
const PASSES: [&str; 12] = [
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=30",
    "--flexible-inline-max-function-size=10",
    "--flatten",
    "--rereloop",
    "-O4",
    "-O3",
    // Fewer bytes before compression, and more after it.
    "--skip-pass=local-cse",
    "--skip-pass=memory-packing",
    "--debuginfo",
    "--strip-producers",
    "--strip-target-features",
];

/// The features of every browser in which the page works. (`--all-features` would use some that none has yet.)
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Optimises all modules among the files, at the same time, and adds the list of their functions.
pub fn optimise(files: &mut Files) -> Result<()> {
    let modules: Vec<(&String, &mut Vec<u8>)> =
        files.iter_mut().filter(|(name, _)| Kind::of(name) == Kind::Wasm).collect();
    let listed = modules.into_par_iter().map(|(name, module)| {
        let (published, list) = symbols::taken(name, &optimised(module)?)?;
        *module = published;
        Ok(list)
    });
    let lists: Vec<String> = listed.collect::<Result<_>>()?;
    files.insert(SYMBOLS.to_owned(), lists.concat().into_bytes());
    Ok(())
}

/// A module optimised, with its functions' names; an earlier result is read again.
pub fn optimised(module: &[u8]) -> Result<Vec<u8>> {
    let done = place(module)?;
    if !done.exists() {
        let (before, after) = (done.with_extension("before"), done.with_extension("after"));
        fs::write(&before, module)?;
        let (from, to) = (before.display().to_string(), after.display().to_string());
        run(&tools::wasm_opt()?, &[&[from.as_str(), "-o", &to], &PASSES[..], &FEATURES].concat())?;
        fs::write(&after, ordered(&fs::read(&after)?)?)?;
        fs::rename(&after, &done)?;
        fs::remove_file(before)?;
    }
    fs::read(&done).with_context(|| done.display().to_string())
}

/// The path of the result, named after everything that it depends on.
fn place(module: &[u8]) -> Result<PathBuf> {
    let flags = [&[tools::BINARYEN], &PASSES[..], &FEATURES].concat().join(" ");
    let folder = root().join("target/optimised");
    fs::create_dir_all(&folder)?;
    Ok(folder.join(hash(&[flags.as_bytes(), include_bytes!("order.rs"), module].concat()) + ".wasm"))
}
