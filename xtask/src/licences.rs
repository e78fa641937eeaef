//! Do all dependencies have a licence and a source that we accept? `deny.toml` has the rules.

use anyhow::Result;

use crate::run::{run, say};
use crate::tools;

const CARGO_DENY: &str = "0.20.2";

/// Checks licences, sources and duplicate versions of every dependency. Advisories need a database that is not on
/// crates.io; a workflow checks them.
pub fn check() -> Result<()> {
    // Not optimised it is ready in half the time, and still takes about a second to run.
    let flags = ["--locked", "--config", "profile.release.opt-level=0"];
    let program = tools::program("cargo-deny", CARGO_DENY, &flags)?;
    say("licences and sources of dependencies");
    run(&program, &["--locked", "--workspace", "check", "licenses", "bans", "sources"])
}
