//! Are the scripts of pages right? Their types, their lints and format, and the tests that need no browser.

use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::run::{root, run, say};
use crate::tools;

/// Checks the types that the comments give.
pub const TYPESCRIPT: &str = "7.0.2";
/// Lints and formats; biome.json names its version, too.
const BIOME: &str = "2.6.8";

/// The folder of the tests, and of what TypeScript has to know.
const FOLDER: &str = "tests/scripts";

/// Types, lints, format and tests of `web/`.
pub fn check() -> Result<()> {
    say("types of the scripts");
    let compiler = program("typescript", TYPESCRIPT, "tsc")?;
    // The globals of a worker differ from those of a page.
    for project in ["tsconfig.json", "tsconfig.worker.json"] {
        run("node", &[&compiler, "--project", &format!("{FOLDER}/{project}")])?;
    }
    say("lints and format of the scripts");
    run("node", &[&program("@biomejs/biome", BIOME, "biome")?, "check", "--error-on-warnings"])?;
    say("tests of the scripts");
    let tests = tests(&root().join(FOLDER))?;
    let tests: Vec<&str> = tests.iter().map(String::as_str).collect();
    run("node", &[&["--test", "--test-reporter=dot"][..], &tests].concat())
}

/// The path of a program from npm.
fn program(package: &str, version: &str, name: &str) -> Result<String> {
    Ok(tools::npm_package(package, version)?.join("bin").join(name).display().to_string())
}

/// All files of tests: versions of Node differ in what they look for.
fn tests(folder: &Path) -> Result<Vec<String>> {
    let entries = std::fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let paths = entries.map(|entry| Ok(entry?.path().display().to_string())).collect::<Result<Vec<_>>>()?;
    let tests: Vec<String> = paths.into_iter().filter(|path| path.ends_with(".test.mjs")).collect();
    ensure!(!tests.is_empty(), "{} has no tests", folder.display());
    Ok(tests)
}
