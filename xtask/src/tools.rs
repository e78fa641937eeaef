//! The pinned tools of a build. What is on the path in the right version is used, the rest is installed once.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::run::{cache, command, finish, output, root, run, say, with_retries};

/// The newest Trunk that the pinned compiler builds.
const TRUNK: &str = "0.21.14";
/// wasm-opt comes with it; Trunk.toml asks for the same version.
const BINARYEN: &str = "132.0.0";

/// Makes scripts small.
const ESBUILD: &str = "0.28.2";

/// The program that makes scripts small.
pub fn esbuild() -> Result<String> {
    Ok(npm_package("esbuild", ESBUILD)?.join("bin/esbuild").display().to_string())
}

/// The path for a build: the tools first.
pub fn path_for_builds() -> Result<String> {
    wasm_target()?;
    let wasm_bindgen = wasm_bindgen_version()?;
    let folders = [
        Some(npm_package("binaryen", BINARYEN)?.join("../.bin")),
        installed("trunk", "trunk", TRUNK, &["--locked"])?,
        // Its own lock file names a crate that the registry does not have.
        installed("wasm-bindgen", "wasm-bindgen-cli", &wasm_bindgen, &[])?,
    ];
    let path = std::env::var("PATH").unwrap_or_default();
    let folders = folders.into_iter().flatten().map(|folder| folder.display().to_string());
    Ok(folders.chain([path]).collect::<Vec<_>>().join(":"))
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

/// The tool has to be of exactly the version that the library has in the lock file.
fn wasm_bindgen_version() -> Result<String> {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).context("Cargo.lock")?;
    let entry = lock.split("[[package]]").find(|entry| entry.contains("name = \"wasm-bindgen\"\n"));
    let version = entry.and_then(|entry| entry.split("version = \"").nth(1)?.split('"').next());
    Ok(version.context("Cargo.lock names no wasm-bindgen")?.to_owned())
}

/// The folder of a program that cargo can install; `None` when the right version is on the path already.
pub fn installed(program: &str, package: &str, version: &str, flags: &[&str]) -> Result<Option<PathBuf>> {
    let is_right = |program: &str| {
        output(program, &["--version"]).is_some_and(|text| text.split_whitespace().any(|word| word == version))
    };
    if is_right(program) {
        return Ok(None);
    }
    let home = cache()?.join(format!("{package}-{version}"));
    let folder = home.join("bin");
    if !is_right(&folder.join(program).display().to_string()) {
        say(&format!("installing {package} {version} (some minutes, once)"));
        let home = home.display().to_string();
        with_retries(package, || {
            let arguments = [&["install", package, "--version", version, "--root", &home, "--force"], flags].concat();
            // Tools that run for seconds need not be fast: this builds them in a third of the time.
            let quick = [("LTO", "off"), ("OPT_LEVEL", "1"), ("CODEGEN_UNITS", "16")];
            let quick = quick.map(|(name, value)| (format!("CARGO_PROFILE_RELEASE_{name}"), value));
            finish(command("cargo", &arguments).envs(quick).env_remove("CARGO_TARGET_DIR"))
        })?;
    }
    Ok(Some(folder))
}

/// The folder of an npm package.
pub fn npm_package(package: &str, version: &str) -> Result<PathBuf> {
    let home = cache()?.join(format!("{package}-{version}"));
    let folder = home.join("node_modules").join(package);
    if !folder.join("package.json").exists() {
        say(&format!("installing {package} {version} from npm"));
        std::fs::create_dir_all(&home)?;
        let prefix = home.display().to_string();
        let package = format!("{package}@{version}");
        let arguments =
            ["install", "--prefix", &prefix, "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", &package];
        with_retries("npm", || run("npm", &arguments))?;
    }
    Ok(folder)
}
