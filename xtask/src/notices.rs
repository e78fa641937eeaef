//! Whose code is in the build, under which licences? A list of all crates for programs, in the format of `CycloneDX`, and their
//! licences for people; both are published beside the pages. Other people's tools write them; whether they are fresh is checked
//! without these.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::build::files::files_in;
use crate::run::{command, finish, output, root, run, say};
use crate::tools;

/// Writes the licences.
const CARGO_ABOUT: &str = "0.9.3";

/// Writes the list for programs.
const CARGO_CYCLONEDX: &str = "0.5.9";

const LICENCES: &str = "web/third-party.txt";
const LIST: &str = "web/sbom.cdx.json";

const TARGET: &str = crate::build::compile::TARGET;

/// Writes both again; takes some minutes, half of them for the tools.
pub fn write() -> Result<()> {
    let about = tools::program("cargo-about", CARGO_ABOUT, &["--locked", "--features", "cli"])?;
    let cyclonedx = tools::program("cargo-cyclonedx", CARGO_CYCLONEDX, &["--locked"])?;
    say("licences of what is in the build");
    let templates = ["--config", "xtask/notices/about.toml", "xtask/notices/licences.hbs"];
    run(&about, &[&["generate", "--locked", "--fail", "--output-file", LICENCES], &templates[..]].concat())?;
    say("list of what is in the build");
    let name = "sbom-of-take-home";
    let format = ["--format", "json", "--spec-version", "1.5", "--target", TARGET, "--override-filename", name];
    // Without it, the list would contain the time.
    finish(
        command(&cyclonedx, &[&["cyclonedx", "--no-build-deps"], &format[..]].concat()).env("SOURCE_DATE_EPOCH", "0"),
    )?;
    // One for each crate of the workspace.
    let made = format!("{name}.json");
    let list = fs::read_to_string(root().join(&made))?;
    for folder in ["crates", "tests", "xtask"] {
        for path in files_in(&root().join(folder))?.iter().filter(|path| path.ends_with(&made)) {
            fs::remove_file(path)?;
        }
    }
    fs::remove_file(root().join(&made))?;
    // The place of the project on this machine is private.
    let mut list: Value = serde_json::from_str(&list.replace(&format!("file://{}", root().display()), "file://."))?;
    // Crates that other members of the workspace need, for their own features, are not in the build.
    let crates = crates()?;
    let mut left = vec![list["metadata"]["component"]["bom-ref"].clone()];
    let components = list["components"].as_array_mut().context("components")?;
    components.retain(|component| named(component).is_some_and(|name| crates.contains(&name)));
    left.extend(components.iter().map(|component| component["bom-ref"].clone()));
    let dependencies = list["dependencies"].as_array_mut().context("dependencies")?;
    dependencies.retain(|dependency| left.contains(&dependency["ref"]));
    for dependency in dependencies {
        if let Some(on) = dependency["dependsOn"].as_array_mut() {
            on.retain(|other| left.contains(other));
        }
    }
    fs::write(root().join(LIST), serde_json::to_string_pretty(&list)? + "\n")?;
    are_fresh()
}

/// Fails if a crate of the build is missing, or one is named that is not in it.
pub fn are_fresh() -> Result<()> {
    let crates = crates()?;
    let list: Value = serde_json::from_str(&fs::read_to_string(root().join(LIST)).context(LIST)?)?;
    let components = list["components"].as_array().into_iter().flatten().chain([&list["metadata"]["component"]]);
    let listed: BTreeSet<String> = components.filter_map(named).collect();
    let licences = fs::read_to_string(root().join(LICENCES)).context(LICENCES)?;
    let differs = crates.symmetric_difference(&listed);
    let has_licence =
        |name: &&String| licences.lines().any(|line| format!("{} ", line.trim()).starts_with(&format!("{name} ")));
    let unlicensed = crates.iter().filter(|name| !has_licence(name));
    let outdated: BTreeSet<&String> = differs.chain(unlicensed).collect();
    ensure!(outdated.is_empty(), "{LIST} or {LICENCES} is outdated: `cargo xtask notices` writes them; {outdated:?}");
    Ok(())
}

/// The name and version of each crate of the app.
fn crates() -> Result<BTreeSet<String>> {
    let app = ["tree", "--locked", "--package", "take-home", "--target", TARGET, "--edges", "normal"];
    let printed = output("cargo", &[&app[..], &["--prefix", "none", "--format", "{p}"]].concat());
    let named = |line: &str| {
        let (name, rest) = line.split_once(" v")?;
        Some(format!("{name} {}", rest.split(' ').next()?))
    };
    Ok(printed.context("cargo prints no tree")?.lines().filter_map(named).collect())
}

/// The name and version of a component of the list.
fn named(component: &Value) -> Option<String> {
    Some(format!("{} {}", component["name"].as_str()?, component["version"].as_str()?))
}
