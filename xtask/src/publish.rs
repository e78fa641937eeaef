//! Under which names files are published. What a page names keeps its name for ever, in a folder of its own for as long as
//! pages need not be changed; all other files carry a hash of what they hold, so that they can be kept for ever and never
//! be mixed up with those of another build.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256, Sha384};

/// The folder of the loader and of all that it fetches. Another one is for the day on which pages would have to change.
pub const FOLDER: &str = "v1";

/// What pages name: their names stay.
const STABLE: [&str; 2] = ["take-home.js", "resize.js"];

/// What is found from there. Each may name those before it.
const HASHED: [&str; 16] = [
    "page.css",
    "save.js",
    "page.js",
    "demo.css",
    "frame.css",
    "frame.js",
    "take-home.css",
    "take-home-panels.css",
    "take-home-app_bg.wasm",
    "take-home-app.js",
    "take-home-more_bg.wasm",
    "take-home-more.js",
    "take-home-panels_bg.wasm",
    "take-home-panels.js",
    "take-home-copies.css",
    "take-home-copies.js",
];

/// Moves each file of a built folder to its place and writes its new name wherever it is named.
pub fn publish(folder: &Path) -> Result<()> {
    let place = folder.join(FOLDER);
    fs::create_dir_all(&place)?;
    let mut names = vec![];
    for name in HASHED {
        if Path::new(name).extension().is_none_or(|end| end != "wasm") {
            rename_in(&folder.join(name), &names, "").with_context(|| format!("{name} is not built"))?;
        }
        let bytes = fs::read(folder.join(name)).with_context(|| format!("{name} is not built"))?;
        let published = with_hash(name, &bytes);
        fs::rename(folder.join(name), place.join(&published))?;
        names.push((name, published));
    }
    pin(folder, &names)?;
    for name in STABLE {
        fs::rename(folder.join(name), place.join(name)).with_context(|| format!("{name} is not built"))?;
        rename_in(&place.join(name), &names, "")?;
        names.push((name, name.to_owned()));
    }
    let pages = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let is_page = |path: &Path| path.extension().is_some_and(|end| end == "html");
    let pages = pages.iter().map(fs::DirEntry::path).filter(|path| is_page(path));
    pages.into_iter().try_for_each(|page| rename_in(&page, &names, &format!("{FOLDER}/")))
}

/// What each script is called and what it holds where a page wants this very build, and no other.
const INTEGRITY: &str = "integrity.json";

/// Which file each of these is made of: a loader that checks what it fetches, and a script that fetches nothing.
const PINNED: [(&str, &str); 2] = [("take-home.js", "pinned.js"), ("resize.js", "resize.js")];

/// Puts beside the scripts that pages name each of them once more, under a name with its hash. What such a loader fetches it
/// checks: behind the name of each file stands what it has to hold.
fn pin(folder: &Path, names: &[(&'static str, String)]) -> Result<()> {
    let place = folder.join(FOLDER);
    let checked = |(name, published): &(&'static str, String)| {
        Ok((*name, format!("{published}#{}", integrity(&fs::read(place.join(published))?))))
    };
    let names = names.iter().map(checked).collect::<Result<Vec<_>>>()?;
    let mut lines = vec![];
    for (name, source) in PINNED {
        let file = place.join(name);
        fs::copy(folder.join(source), &file).with_context(|| source.to_owned())?;
        rename_in(&file, &names, "")?;
        let bytes = fs::read(&file)?;
        let published = with_hash(name, &bytes);
        fs::rename(file, place.join(&published))?;
        let stem = name.trim_end_matches(".js");
        lines.push(format!("\"{stem}\":\"{published} {}\"", integrity(&bytes)));
    }
    fs::remove_file(folder.join("pinned.js"))?;
    Ok(fs::write(place.join(INTEGRITY), format!("{{{}}}\n", lines.join(",")))?)
}

/// What a browser compares a file with.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

/// `take-home.css` as `take-home.3f2a9c01.css`.
fn with_hash(name: &str, bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    let (stem, end) = name.split_once('.').unwrap_or((name, ""));
    format!("{stem}.{:08x}.{end}", u32::from_be_bytes([hash[0], hash[1], hash[2], hash[3]]))
}

/// The name without its hash.
pub fn unhashed(published: &str) -> String {
    let parts: Vec<&str> = published.split('.').collect();
    match parts[..] {
        [stem, _, end] if HASHED.contains(&format!("{stem}.{end}").as_str()) => format!("{stem}.{end}"),
        _ => published.to_owned(),
    }
}

/// Whether a published path says by its name what the file holds.
pub fn is_hashed(path: &str) -> bool {
    let parts: Vec<&str> = path.rsplit('/').next().unwrap_or_default().split('.').collect();
    matches!(parts[..], [_, hash, _] if hash.len() == 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn rename_in(file: &Path, names: &[(&str, String)], prefix: &str) -> Result<()> {
    let mut text = fs::read_to_string(file)?;
    for (name, published) in names {
        text = text.replace(name, &format!("{prefix}{published}"));
    }
    Ok(fs::write(file, text)?)
}
