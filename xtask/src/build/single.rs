//! Stage 7: what is in the one file? The page with everything inside, to be opened from a disk.

use std::fmt::Write as _;

use anyhow::{Context, Result, bail, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use super::Files;
use crate::assets::{Asset, Kind, LOADER};

/// Makes the one file from files that are not published yet. Where it lies there is neither a server nor a newer version, so
/// what the page says of those is left out.
pub fn one_file(assets: &[Asset], files: &Files) -> Result<Vec<u8>> {
    let mut page = text(files, "index.html")?.to_owned();
    for id in ["offline", "news"] {
        page = with_element(&page, "<p", &format!("id=\"{id}\""), "</p>", "")?;
    }
    let loader = loader(assets, files)?;
    for asset in assets {
        let named = format!("=\"{}\"", asset.name);
        if !page.contains(&named) {
            continue;
        }
        let content = || text(files, &asset.name);
        page = match asset.kind() {
            Kind::Script if asset.name == LOADER => with_element(
                &page,
                "<script",
                &named,
                "</script>",
                &format!("<script type=\"module\">{loader}</script>"),
            )?,
            Kind::Script => with_element(&page, "<script", &named, "</script>", "")?,
            Kind::Style => with_element(&page, "<link", &named, ">", &format!("<style>{}</style>", content()?))?,
            _ if asset.inlined => page.replace(&named, &format!("=\"{}\"", address(asset, files)?)),
            _ => with_element(&page, "<link", &named, ">", "")?,
        };
    }
    Ok(page.into_bytes())
}

/// The loader with all that it fetches: each file once, in a constant, however often it is named.
fn loader(assets: &[Asset], files: &Files) -> Result<String> {
    let mut loader = text(files, LOADER)?.to_owned();
    let mut constants = String::new();
    for (number, asset) in assets.iter().enumerate() {
        let named = format!("\"{}\"", asset.name);
        if !loader.contains(&named) {
            continue;
        }
        ensure!(asset.inlined, "{LOADER} fetches {named}, which the one file does not contain");
        loader = loader.replace(&named, &format!("inlined{number}"));
        let _ = writeln!(constants, "const inlined{number}=\"{}\";", address(asset, files)?);
    }
    Ok(constants + &loader)
}

/// An address that holds its file.
fn address(asset: &Asset, files: &Files) -> Result<String> {
    let bytes = files.get(&*asset.name).with_context(|| format!("{} is not built", asset.name))?;
    Ok(format!("data:{};base64,{}", asset.media_type(), BASE64_STANDARD.encode(bytes)))
}

fn text<'a>(files: &'a Files, name: &str) -> Result<&'a str> {
    let bytes = files.get(name).with_context(|| format!("{name} is not built"))?;
    std::str::from_utf8(bytes).with_context(|| format!("{name} is not text"))
}

/// The page with something else in place of the first such element whose tag contains those words.
fn with_element(page: &str, tag: &str, words: &str, end: &str, replacement: &str) -> Result<String> {
    for (at, _) in page.match_indices(tag) {
        let opened = page[at..].find('>').with_context(|| format!("{tag} is closed"))? + at;
        if !page[at..opened].contains(words) {
            continue;
        }
        let ended = page[opened..].find(end).with_context(|| format!("{tag} {words} ends"))? + opened + end.len();
        return Ok([&page[..at], replacement, &page[ended..]].concat());
    }
    bail!("the page has no {tag} with {words}")
}
