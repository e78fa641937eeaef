//! The step after Trunk: from what it built to what is published.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::names::{self, Names};
use crate::publish::publish;
use crate::run::{command, root, run};
use crate::{single, tools, worker};

/// Where a page's HTML takes the example as text: before the end of the element.
const PLACE: &str = "</take-home>";

/// Where it takes the table.
const TABLE: &str = "<!-- table -->";

/// Writes the example into the built pages, for a release makes scripts and style sheets small, and gives every file its place
/// and name: called by Trunk, which names the folder that will become `dist/`.
pub fn stage() -> Result<()> {
    let folder = std::env::var("TRUNK_STAGING_DIR").context("this step is called by Trunk")?;
    let folder = Path::new(&folder);
    let (example, table) = (example()?.trim().to_owned() + PLACE, copy("table")?);
    for (page, place, text) in [
        ("index.html", PLACE, example.as_str()),
        ("embed.html", PLACE, &example),
        ("demo.html", TABLE, table.trim()),
        ("example.html", TABLE, table.trim()),
    ] {
        let page = folder.join(page);
        let html = std::fs::read_to_string(&page).with_context(|| page.display().to_string())?;
        ensure!(html.matches(place).count() == 1, "{} needs exactly one {place}", page.display());
        std::fs::write(&page, without_leftover(&html.replace(place, text)))?;
    }
    std::fs::write(folder.join("example.svg"), copy("picture")?)?;
    pin(folder)?;
    // Trunk's own minifier does not read what wasm-bindgen writes.
    if std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release") {
        minify(folder)?;
    }
    single::write(folder)?;
    publish(folder)?;
    worker::write(folder)
}

/// What of the loader is another where it checks all that it fetches.
const UNCHECKED: &str =
    "const fetched = (name) => fetch(beside(name));\nconst imported = (name) => import(beside(name));\n";

/// Makes of the loader the one that checks.
fn pin(folder: &Path) -> Result<()> {
    let loader = std::fs::read_to_string(folder.join("take-home.js"))?;
    ensure!(loader.matches(UNCHECKED).count() == 1, "the loader fetches and imports in one place each");
    let checks = folder.join("pinned.js");
    let loader = loader.replace(UNCHECKED, &std::fs::read_to_string(&checks)?);
    Ok(std::fs::write(checks, loader)?)
}

/// Writes each script and style sheet anew without what only people read, and shortens the names by which scripts and Wasm
/// know each other.
fn minify(folder: &Path) -> Result<()> {
    let files = std::fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let of_kind = |kinds: &[&str]| -> Vec<PathBuf> {
        let is_kind = |path: &PathBuf| path.extension().is_some_and(|end| kinds.iter().any(|kind| *kind == end));
        files.iter().map(std::fs::DirEntry::path).filter(is_kind).collect()
    };
    // Outside the folder, which travels.
    let list = root().join("target/names.json");
    std::fs::write(&list, "{}")?;
    let mangled = format!("--mangle-cache={}", list.display());
    let outdir = format!("--outdir={}", folder.display());
    let options = ["--minify", "--format=esm", "--target=es2022", "--allow-overwrite", "--log-level=warning"];
    let files: Vec<String> = of_kind(&["js", "css"]).iter().map(|path| path.display().to_string()).collect();
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    run(&tools::esbuild()?, &[&options[..], &[&outdir, names::PATTERN, &mangled], &files].concat())?;
    let names = Names::read(&list)?;
    of_kind(&["wasm"]).iter().try_for_each(|module| names.rename_in(module))
}

/// Without the link to the Rust crate, which Trunk leaves behind where it injects no script.
fn without_leftover(html: &str) -> String {
    let mut parts = html.split("<link");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |page, link| match link.split_once('>') {
        Some((attributes, rest)) if attributes.contains("data-trunk") => page + rest.trim_start(),
        _ => page + "<link" + link,
    })
}

/// The example as HTML.
fn example() -> Result<String> {
    made(&["--features", "prerender", "--bin", "prerender"])
}

/// The example as a table of plain HTML, or as a picture.
pub fn copy(what: &str) -> Result<String> {
    made(&["--no-default-features", "--features", "text", "--bin", "copies", "--", what])
}

/// What a program of ours prints. It is built in a folder of its own: Trunk's build holds the lock on the usual one.
fn made(arguments: &[&str]) -> Result<String> {
    let target = root().join("target/prerender");
    let output = command("cargo", &[&["run", "--quiet"], arguments].concat())
        .env("CARGO_TARGET_DIR", target)
        .stderr(std::process::Stdio::inherit())
        .output()
        .context("cargo could not be started")?;
    ensure!(output.status.success(), "the example could not be written");
    String::from_utf8(output.stdout).context("the example is not UTF-8")
}
