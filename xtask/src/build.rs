//! Building `dist/`, and the step after Trunk.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::names::{self, Names};
use crate::run::{command, finish, root, run, say};
use crate::{sizes, tools};

/// Where the page's HTML takes the example: before the end of the element.
const PLACE: &str = "</take-home>";

/// The release in `dist/`, and what each file weighs.
pub fn build() -> Result<()> {
    trunk(&["build", "--release"])?;
    sizes::print()
}

/// Builds, serves, and rebuilds on changes.
pub fn serve(rest: &[&str]) -> Result<()> {
    say("the address follows when the first build is done; ctrl-c ends it");
    trunk(&[&["serve", "--release"], rest].concat())
}

/// A release in `dist/` that knows only the platforms which the example needs, to be weighed. `build.rs` is told so.
pub fn with_few_platforms(files: &str) -> Result<()> {
    trunk_with(&["build", "--release"], &[("CATALOGUE_ONLY", files)])
}

fn trunk(arguments: &[&str]) -> Result<()> {
    trunk_with(arguments, &[])
}

fn trunk_with(arguments: &[&str], env: &[(&str, &str)]) -> Result<()> {
    let path = tools::path_for_builds()?;
    say(&format!("trunk {}", arguments.join(" ")));
    let arguments = [arguments, &["--offline", "--skip-version-check"]].concat();
    // Trunk reads NO_COLOR as a flag and accepts only true or false.
    finish(command("trunk", &arguments).env("PATH", path).envs(env.iter().copied()).env_remove("NO_COLOR"))
}

/// Writes the example into the built page and, for a release, makes scripts and style sheets small: called by Trunk, which names the
/// folder that will become `dist/`.
pub fn stage() -> Result<()> {
    let folder = std::env::var("TRUNK_STAGING_DIR").context("this step is called by Trunk")?;
    let page = Path::new(&folder).join("index.html");
    let html = std::fs::read_to_string(&page).context("index.html")?;
    ensure!(html.matches(PLACE).count() == 1, "index.html needs exactly one {PLACE}");
    let html = html.replace(PLACE, &format!("{}{PLACE}", example()?.trim()));
    std::fs::write(&page, without_leftover(&html)).context("index.html")?;
    // Trunk's own minifier does not read what wasm-bindgen writes.
    if std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release") {
        minify(Path::new(&folder))?;
    }
    Ok(())
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

/// The example as HTML. It is built in a folder of its own: Trunk's build holds the lock on the usual one.
fn example() -> Result<String> {
    let target = root().join("target/prerender");
    let arguments = ["run", "--quiet", "--features", "prerender", "--bin", "prerender"];
    let output = command("cargo", &arguments)
        .env("CARGO_TARGET_DIR", target)
        .stderr(std::process::Stdio::inherit())
        .output()
        .context("cargo could not be started")?;
    ensure!(output.status.success(), "the example could not be written");
    String::from_utf8(output.stdout).context("the example is not UTF-8")
}
