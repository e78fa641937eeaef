//! Which tools does a build need? Those on the path in the right version are used, the rest are installed once, pinned.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use serde_json::json;

use crate::run::{cache, command, finish, is_ci, output, root, run, say, with_retries};

/// The newest Trunk that the pinned compiler builds.
const TRUNK: &str = "0.21.14";

/// Has wasm-opt.
pub const BINARYEN: &str = "132.0.0";

/// Makes scripts small, and serves.
pub const ESBUILD: &str = "0.28.2";

/// Installs what every build needs.
pub fn install() -> Result<()> {
    wasm_target()?;
    esbuild()?;
    wasm_opt()?;
    Ok(())
}

/// The program that makes scripts small, and serves.
pub fn esbuild() -> Result<String> {
    Ok(npm_package("esbuild", ESBUILD)?.join("bin/esbuild").display().to_string())
}

/// The program that makes Wasm small.
pub fn wasm_opt() -> Result<String> {
    Ok(npm_package("binaryen", BINARYEN)?.join("bin/wasm-opt").display().to_string())
}

/// Trunk: the one on the path if it is of the right version, or the one installed here; installs it if asked to.
pub fn trunk(install: bool) -> Result<Option<String>> {
    if !install && !is_version("trunk", TRUNK) && !is_version(&ours("trunk", "trunk", TRUNK)?, TRUNK) {
        return Ok(None);
    }
    // It serves and calls a hook: without what it downloads tools with, and not optimised, it is ready in a third of the time.
    let flags = ["--locked", "--no-default-features", "--config", "profile.release.opt-level=0"];
    program("trunk", TRUNK, &flags).map(Some)
}

/// A program of the crate with this name, to be run: the one on the path if it is of the right version, or one installed here.
pub fn program(name: &str, version: &str, flags: &[&str]) -> Result<String> {
    let folder = installed(name, name, version, flags)?;
    Ok(folder.map_or_else(|| name.to_owned(), |folder| folder.join(name).display().to_string()))
}

/// Adds the target that Wasm is built for.
pub fn wasm_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let has = output("rustup", &["target", "list", "--installed"]).is_some_and(|list| list.contains(TARGET));
    if has {
        return Ok(());
    }
    say("installing the compiler's WebAssembly target");
    with_retries("rustup", || run("rustup", &["target", "add", TARGET]))
}

/// The folder of a program that cargo can install; `None` when the right version is on the path already.
pub fn installed(program: &str, package: &str, version: &str, flags: &[&str]) -> Result<Option<PathBuf>> {
    if is_version(program, version) {
        return Ok(None);
    }
    let home = home(package, version)?;
    // The folder is named after the version, because not every program prints its own.
    if !Path::new(&ours(program, package, version)?).exists() {
        say(&format!("installing {package} {version} (some minutes, once)"));
        let root = home.display().to_string();
        with_retries(package, || {
            let arguments = [&["install", package, "--version", version, "--root", &root, "--force"], flags].concat();
            // Tools that run for seconds need not be fast: this builds them in a third of the time.
            let quick = [("LTO", "off"), ("OPT_LEVEL", "1"), ("CODEGEN_UNITS", "16")];
            let quick = quick.map(|(name, value)| (format!("CARGO_PROFILE_RELEASE_{name}"), value));
            finish(command("cargo", &arguments).envs(quick).env_remove("CARGO_TARGET_DIR"))
        })?;
    }
    Ok(Some(home.join("bin")))
}

fn is_version(program: &str, version: &str) -> bool {
    output(program, &["--version"]).is_some_and(|text| text.split_whitespace().any(|word| word == version))
}

/// The path of a program that was installed here.
fn ours(program: &str, package: &str, version: &str) -> Result<String> {
    Ok(home(package, version)?.join("bin").join(program).display().to_string())
}

fn home(package: &str, version: &str) -> Result<PathBuf> {
    Ok(cache()?.join(format!("{package}-{version}")))
}

/// The folder of an npm package, with the packages that its lock in `xtask/npm` names and nothing else: npm compares each file with
/// its hash there. Without a lock, as for a new version, one is written.
pub fn npm_package(package: &str, version: &str) -> Result<PathBuf> {
    let home = home(package, version)?;
    let folder = home.join("node_modules").join(package);
    if folder.join("package.json").exists() {
        return Ok(folder);
    }
    let path = home.display().to_string();
    let npm = |arguments: &[&str]| {
        let quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--prefix", &path];
        with_retries("npm", || run("npm", &[arguments, &quiet].concat()))
    };
    fs::create_dir_all(&home)?;
    let wanted = json!({ "name": "tools", "private": true, "dependencies": { package: version } });
    fs::write(home.join("package.json"), wanted.to_string())?;
    let lock = root().join(format!("xtask/npm/{package}-{version}.json"));
    if !lock.exists() {
        ensure!(
            !is_ci(),
            "{} is missing: run this command without CI=true and commit the file it writes",
            lock.display()
        );
        say(&format!("{package} {version} is new: writing {}", lock.display()));
        npm(&["install", "--package-lock-only", "--omit-lockfile-registry-resolved"])?;
        fs::create_dir_all(lock.parent().unwrap_or(&lock))?;
        fs::copy(home.join("package-lock.json"), &lock)?;
    }
    say(&format!("installing {package} {version} from npm"));
    fs::copy(&lock, home.join("package-lock.json"))?;
    npm(&["ci"])?;
    Ok(folder)
}
