//! How is Ghost installed? Its package for npm has parts inside that npm cannot install as dependencies, and yarn's lock, which
//! names every other package with its hash. So npm unpacks it, checked by its hash, and yarn does the rest, as on other people's
//! servers.
//!
//! For a new version, `xtask/npm/ghost-….json` is written by hand: it has the hash (`npm view ghost@… dist.integrity`) and no
//! dependencies.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::run::{finish, output, say, with_retries};
use crate::tools::npm_package;

/// The last one of version 5, and the installer that its lock is for.
pub const GHOST: (&str, &str) = ("ghost", "5.130.6");
const YARN: (&str, &str) = ("yarn", "1.22.22");

/// Installs it in the folder of the package, once.
pub fn install() -> Result<()> {
    let ghost = npm_package(GHOST.0, GHOST.1)?;
    // Written last.
    if ghost.join("node_modules/.yarn-integrity").exists() {
        return Ok(());
    }
    let yarn = npm_package(YARN.0, YARN.1)?.join("bin/yarn.js");
    say(&format!("installing what Ghost {} needs (470 MB)", GHOST.1));
    let locked = resolved(&ghost)?;
    // The registry that npm fetches from, which may be a mirror.
    let registry = output("npm", &["config", "get", "registry"]).context("npm's registry")?;
    needs_only_what_runs(&ghost)?;
    with_retries("yarn", || {
        let mut install = std::process::Command::new("node");
        install.arg(&yarn).args(["install", "--production", "--ignore-scripts", "--non-interactive", "--silent"]);
        install.args(["--registry", registry.trim()]);
        finish(install.current_dir(&ghost))
    })?;
    let unknown: Vec<String> = resolved(&ghost)?.difference(&locked).cloned().collect();
    // Those are in the package itself.
    ensure!(unknown.iter().all(|from| from.starts_with("\"file:components/")), "not in Ghost's lock: {unknown:?}");
    Ok(())
}

/// The addresses of the lock's packages, each with its hash.
fn resolved(ghost: &Path) -> Result<BTreeSet<String>> {
    let lock = fs::read_to_string(ghost.join("yarn.lock"))?;
    Ok(lock.lines().filter_map(|line| line.trim().strip_prefix("resolved ")).map(str::to_owned).collect())
}

/// Removes what is for its own developers, some of it from elsewhere than npm, and the database that would have to be compiled.
fn needs_only_what_runs(ghost: &Path) -> Result<()> {
    let path = ghost.join("package.json");
    let mut package: Value = serde_json::from_str(&fs::read_to_string(&path)?)?;
    let package = package.as_object_mut().context("an object")?;
    for kind in ["devDependencies", "optionalDependencies"] {
        package.remove(kind);
    }
    Ok(fs::write(&path, serde_json::to_string_pretty(package)?)?)
}
