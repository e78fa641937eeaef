//! What is in the package for npm? The same loader and files as in `dist/`, in a form that every bundler understands: scripts that
//! import one another under literal names. It is written to `target/npm/take-home/`, for `npm pack`, and not published by the
//! build.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;

use super::compress::gzip;
use super::files::{self, Files, files_in};
use super::reference::Reference;
use super::types;
use crate::assets::{Asset, Kind, LOADER};
use crate::run::{root, run, scratch};
use crate::tools;

/// The loader of the package, before it gets its name there.
pub const PACKAGED: &str = "take-home-packaged.js";

/// The loader's own address, which it does not know: a bundle may be anywhere.
const NOWHERE: &str = "--define:import.meta.url=\"https://take-home.invalid/v1/take-home.js\"";

/// Whether the loader fetches a file, so that it is in the package.
pub fn is_packed(asset: &Asset) -> bool {
    asset.inlined && !matches!(asset.kind(), Kind::Page | Kind::Other) && ![LOADER, "page.css"].contains(&&*asset.name)
}

/// The table from names to imports, for the loader.
pub fn imports(names: impl IntoIterator<Item = String>) -> String {
    let rows = names.into_iter().map(|name| format!("{name:?}: () => import(\"./files/{}\")", script_of(&name)));
    format!("{{{}}}", rows.collect::<Vec<_>>().join(", "))
}

/// The name of a file's script, because each file is a script.
fn script_of(name: &str) -> String {
    if Kind::of(name) == Kind::Script { name.to_owned() } else { format!("{name}.js") }
}

/// Takes the package's loader out of the files of the app, and makes the package of them.
pub fn made(assets: &[Asset], files: &mut Files) -> Result<Files> {
    let loader = files.remove(PACKAGED).context("the loader of the package is not built")?;
    let mut package = types::files(&Reference::read()?)?;
    package.insert(LOADER.to_owned(), loader);
    for asset in assets.iter().filter(|asset| is_packed(asset)) {
        let bytes = files.get(&*asset.name).with_context(|| format!("{} is not built", asset.name))?;
        let script = match asset.kind() {
            Kind::Script => factory(&asset.name, bytes)?,
            Kind::Wasm => format!("export default \"{}\";\n", BASE64_STANDARD.encode(gzip(bytes)?)),
            Kind::Page | Kind::Style | Kind::Other => {
                format!("export default {};\n", serde_json::to_string(str::from_utf8(bytes)?)?)
            }
        };
        package.insert(format!("files/{}", script_of(&asset.name)), script.into_bytes());
    }
    for (name, path) in [
        ("index.js", "web/package/index.js"),
        ("comparison.d.ts", "web/package/comparison.d.ts"),
        ("README.md", "web/package/README.md"),
        ("LICENSE-MIT", "LICENSE-MIT"),
        ("LICENSE-APACHE", "LICENSE-APACHE"),
        ("third-party.txt", "web/third-party.txt"),
    ] {
        package.insert(name.to_owned(), fs::read(root().join(path)).context(path)?);
    }
    let integrations = root().join("integrations");
    for path in files_in(&integrations)? {
        let name = path.strip_prefix(root())?.display().to_string();
        // The plugin for `WordPress` is a package of another kind.
        if name.starts_with("integrations/wordpress/") {
            continue;
        }
        package.insert(name, fs::read(&path)?);
    }
    package.insert("package.json".to_owned(), (serde_json::to_string_pretty(&manifest()?)? + "\n").into_bytes());
    Ok(package)
}

/// A module that runs its script whenever it is asked for it, not once.
fn factory(name: &str, script: &[u8]) -> Result<String> {
    let folder = scratch("package")?;
    let [from, to] = ["from.js", "to.js"].map(|file| folder.join(file).display().to_string());
    fs::write(&from, script)?;
    let out = format!("--outfile={to}");
    let fixed =
        ["--minify", "--bundle", "--format=iife", "--global-name=made", "--target=es2022", "--log-level=warning"];
    run(&tools::esbuild()?, &[&fixed[..], &[NOWHERE, &out, &from]].concat()).with_context(|| name.to_owned())?;
    let made = fs::read_to_string(&to)?;
    Ok(format!("export default () => {{\n{}\nreturn made;\n}};\n", made.trim()))
}

fn manifest() -> Result<serde_json::Value> {
    let cargo = fs::read_to_string(root().join("Cargo.toml"))?;
    let version = cargo.lines().find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    let version = version.context("the project has a version")?;
    let mut exports = json!({
        ".": { "types": "./index.d.ts", "default": "./index.js" },
        "./custom-elements.json": "./custom-elements.json",
        "./html-data.json": "./html-data.json",
        "./package.json": "./package.json",
    });
    for framework in types::frameworks() {
        exports[format!("./{framework}")] = json!({ "types": format!("./{framework}.d.ts") });
    }
    Ok(json!({
        "name": "take-home",
        "version": version,
        "description": "Many small gigs or one large contract: which leaves you more? A calculator for freelancers, as a custom element.",
        "keywords": ["freelance", "fee", "calculator", "custom-element", "web-component"],
        "license": "MIT OR Apache-2.0",
        "type": "module",
        "sideEffects": ["./index.js", "./take-home.js"],
        "types": "./index.d.ts",
        "exports": exports,
        "customElements": "custom-elements.json",
    }))
}

/// The folder to which it is written.
pub fn folder() -> PathBuf {
    root().join("target/npm/take-home")
}

/// Writes it, and nothing else in its folder.
pub fn write(package: &Files) -> Result<()> {
    files::write(package, &folder())
}
