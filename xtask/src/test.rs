//! Which tests run, and in which browsers?

use anyhow::{Result, bail};

use crate::run::{is_ci, run, say, today};
use crate::{browsers, build, fuzz, hosts, partners, proof};

/// Runs everything that needs no browser, then the built page in every engine. With words, runs only the browser tests whose name
/// has the first of them.
pub fn test(filter: &[&str]) -> Result<()> {
    test_with(filter, &[])
}

/// Runs the second engine on a number of plans in the built page.
pub fn proof_in_browser(plans: &str) -> Result<()> {
    let seed = today().to_string();
    say(&format!("{plans} plans in the built page, seed {seed}"));
    test_with(&["the_second_engine_says"], &[("PROOF_PLANS", plans), ("PROOF_SEED", &seed)])
}

fn test_with(filter: &[&str], variables: &[(&str, &str)]) -> Result<()> {
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
    browsers.run(&arguments, variables)?;
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

/// Takes screenshots to be looked at.
pub fn shots() -> Result<()> {
    let browsers = browsers::find()?;
    build::build()?;
    browsers.run(&["run", "--quiet", "--package", "browsers", "--bin", "shots"], &[])
}
