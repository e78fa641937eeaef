//! Which tests run, and in which browsers?

use anyhow::{Result, bail};

use crate::browsers::Browsers;
use crate::run::{command, finish, is_ci, run, say};
use crate::{browsers, build, fuzz, hosts, partners, proof};

/// Everything that needs no browser, then the built page in every engine. With words, only the
/// browser tests whose name has the first of them.
pub fn test(filter: &[&str]) -> Result<()> {
    test_with(filter, &[])
}

/// The same with other variables in the tests' environment.
pub fn test_with(filter: &[&str], variables: &[(&str, &str)]) -> Result<()> {
    if filter.is_empty() {
        say("everything that needs no browser");
        run("cargo", &["test"])?;
        proof::slice()?;
        fuzz::slice()?;
        // The build's own.
        run("cargo", &["test", "--profile", "quick", "--package", "xtask"])?;
    }
    let browsers = browsers::find()?;
    partners::scripts()?;
    build::build()?;
    say(&format!("the built page in {}", browsers.found.join(", ")));
    let arguments = [&["test", "--package", "browsers", "--test", "page", "--"], filter].concat();
    in_browsers(&browsers, &arguments, variables)?;
    if filter.is_empty() && browsers.found.contains(&"chromium") {
        hosts::quick(&browsers)?;
    }
    for (engine, how) in &browsers.missing {
        eprintln!("not tested in {engine}: {how}");
    }
    if !browsers.missing.is_empty() && is_ci() {
        bail!("browsers are missing, and CI=true requires all of them");
    }
    Ok(())
}

/// Screenshots to be looked at.
pub fn shots() -> Result<()> {
    let browsers = browsers::find()?;
    build::build()?;
    in_browsers(&browsers, &["run", "--quiet", "--package", "browsers", "--bin", "shots"], &[])
}

/// Runs cargo with the drivers on the path, and the tests' fonts.
pub fn in_browsers(browsers: &Browsers, arguments: &[&str], variables: &[(&str, &str)]) -> Result<()> {
    let path = std::env::var("PATH").unwrap_or_default();
    let folders = browsers.folders.iter().map(|folder| folder.display().to_string());
    let path = folders.chain([path]).collect::<Vec<_>>().join(":");
    let engines = std::env::var("ENGINES").unwrap_or_else(|_| browsers.found.join(","));
    let mut cargo = command("cargo", arguments);
    cargo.env("PATH", path).env("AXE", &browsers.axe).env("FONTCONFIG_FILE", &browsers.fonts).env("ENGINES", engines);
    cargo.envs(variables.iter().copied());
    finish(&mut cargo)
}
