//! How do scripts and style sheets get small? Without what only people read; and the names by which the app's script and its Wasm
//! know each other are short in both.

use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};

use super::files::{Files, Parts};
use super::names::{self, Names};
use super::package::{self, PACKAGED};
use super::texts::{Inside, Texts};
use crate::assets::{APP, Asset, Kind, LOADER, Source};
use crate::run::{copy_folder, root, run, scratch};
use crate::tools;

/// The loader's line about parts, before the build knows them.
const PARTS: &str = "const PARTS = /* parts */ {};";

/// The module with the loader's way to fetch files.
const FETCHING: &str = "\"./files.js\"";

/// The scripts that only a running app needs are part of its script.
const BESIDE_APP: &str = "export { followPage } from \"./scheme.js\";\nexport { strayExample } from \"./example.js\";\n\
                          export { ignoreSwipes } from \"./swipes.js\";\nexport { watchNodes } from \"./nodes.js\";\n\
                          export { awaitQuestions } from \"./questions.js\";\n";

/// The loader that checks what it fetches, and that of the single file, before they get their own names.
pub const PINNED: &str = "take-home-pinned.js";
pub const INLINED: &str = "take-home-inlined.js";

/// The line about files in the loader of the package, before the build knows them.
const PACKED: &str = "FILES = /* files */ {};";

/// Scripts and style sheets as they are published.
pub struct Scripts {
    pub files: Files,
    /// The short names in the scripts, which the app's Wasm has to use as well.
    pub names: Names,
}

/// Minifies all scripts and style sheets; `app` is the one through which others call the app.
pub fn minified(assets: &[Asset], app: &str, parts: &Parts, texts: &Texts) -> Result<Scripts> {
    // They are placed as in the project, so that they may import one another from there.
    let folder = scratch("scripts")?;
    for name in ["web", "styles"] {
        copy_folder(&root().join(name), &folder.join(name))?;
    }
    let web = folder.join("web");
    let loader = texts.fill(&fs::read_to_string(web.join(LOADER))?, Inside::Quotes);
    let loader = with_parts(&loader, parts)?;
    ensure!(loader.matches(FETCHING).count() == 1, "{LOADER} must contain {FETCHING} exactly once");
    let with_imports = fs::read_to_string(web.join("packaged.js"))?;
    ensure!(with_imports.matches(PACKED).count() == 1, "packaged.js needs one line {PACKED:?}");
    let packed = assets.iter().filter(|asset| package::is_packed(asset)).map(|asset| asset.name.to_string());
    fs::write(
        web.join("packaged.js"),
        with_imports.replace(PACKED, &format!("FILES = {};", package::imports(packed))),
    )?;
    for (other, fetching) in
        [(PINNED, "\"./pinned.js\""), (INLINED, "\"./inlined.js\""), (PACKAGED, "\"./packaged.js\"")]
    {
        fs::write(web.join(other), loader.replace(FETCHING, fetching))?;
    }
    fs::write(web.join(LOADER), loader)?;
    fs::write(web.join(APP[0]), format!("{app}\n{BESIDE_APP}"))?;
    let names = esbuild(&folder, &entries(assets))?;
    let mut files = Files::new();
    for entry in fs::read_dir(folder.join("out"))? {
        let entry = entry?;
        files.insert(entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path())?);
    }
    Ok(Scripts { files, names })
}

/// The input of esbuild: everything that is published as a separate file.
fn entries(assets: &[Asset]) -> Vec<String> {
    let small = assets.iter().filter(|asset| matches!(asset.kind(), Kind::Script | Kind::Style));
    let source = |asset: &Asset| match asset.source {
        Source::File(path) => path.to_owned(),
        Source::Page(..) | Source::Made => format!("web/{}", asset.name),
    };
    small.map(source).chain([PINNED, INLINED, PACKAGED].map(|name| format!("web/{name}"))).collect()
}

/// Runs esbuild, which writes into `out`, and returns the names that it has shortened. A script that imports one which is published
/// itself goes on importing it; all others become part of it.
fn esbuild(folder: &Path, entries: &[String]) -> Result<Names> {
    let list = folder.join("names.json");
    fs::write(&list, "{}")?;
    let paths: Vec<String> = entries.iter().map(|entry| folder.join(entry).display().to_string()).collect();
    let published = entries.iter().filter_map(|entry| entry.rsplit('/').next());
    let external: Vec<String> = published.chain(["files/*"]).map(|name| format!("--external:./{name}")).collect();
    let out = format!("--outdir={}", folder.join("out").display());
    let mangled = format!("--mangle-cache={}", list.display());
    let fixed =
        ["--bundle", "--minify", "--format=esm", "--target=es2022", "--entry-names=[name]", "--log-level=warning"];
    let arguments: Vec<&str> = fixed
        .into_iter()
        .chain([out.as_str(), names::PATTERN, &mangled])
        .chain(external.iter().chain(&paths).map(String::as_str))
        .collect();
    run(&tools::esbuild()?, &arguments)?;
    Names::read(&list)
}

fn with_parts(loader: &str, parts: &Parts) -> Result<String> {
    ensure!(loader.matches(PARTS).count() == 1, "{LOADER} needs one line {PARTS:?}");
    let parts = serde_json::to_string(parts)?;
    Ok(loader.replace(PARTS, &format!("const PARTS = {parts};")))
}
