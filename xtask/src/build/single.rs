//! What is in the single file? The page with everything inside, to be opened from a disk.

use std::fmt::Write as _;

use anyhow::{Context, Result, bail, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use super::Files;
use super::hosting::gzip;
use super::pages::without_preloads;
use super::scripts::INLINED;
use crate::assets::{Asset, Kind, LOADER};

/// Makes the single file from files that are not published yet. Where it lies there is neither a server nor a newer version, so
/// the page's tags for those are removed.
pub fn one_file(assets: &[Asset], files: &mut Files) -> Result<Vec<u8>> {
    let loader = files.remove(INLINED).context("the loader of the single file is not built")?;
    let loader = loader_with_files(assets, files, String::from_utf8(loader)?)?;
    // Nothing is fetched here.
    let mut page = without_preloads(text(files, "index.html")?);
    for id in ["offline", "news"] {
        page = with_element(&page, "<p", &format!("id=\"{id}\""), "</p>", "")?;
    }
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
            Kind::Page | Kind::Wasm | Kind::Other if asset.inlined => {
                page.replace(&named, &format!("=\"{}\"", address(asset, files)?))
            }
            Kind::Page | Kind::Wasm | Kind::Other => with_element(&page, "<link", &named, ">", "")?,
        };
    }
    Ok(page.into_bytes())
}

/// The loader with all that it fetches: each file once, in a constant, however often it is named.
fn loader_with_files(assets: &[Asset], files: &Files, mut loader: String) -> Result<String> {
    let mut constants = String::new();
    for (number, asset) in assets.iter().enumerate() {
        let named = format!("\"{}\"", asset.name);
        if !loader.contains(&named) {
            continue;
        }
        ensure!(asset.inlined, "{LOADER} fetches {named}, which the single file does not contain");
        loader = loader.replace(&named, &format!("inlined{number}"));
        let _ = writeln!(constants, "const inlined{number}=\"{}\";", address(asset, files)?);
    }
    Ok(constants + &loader)
}

/// An address that holds its file. Wasm is compressed in it: the file is half as large for that.
fn address(asset: &Asset, files: &Files) -> Result<String> {
    let bytes = files.get(&*asset.name).with_context(|| format!("{} is not built", asset.name))?;
    let (kind, content) = match asset.kind() {
        Kind::Wasm => ("application/gzip", &gzip(bytes)?),
        Kind::Page | Kind::Script | Kind::Style | Kind::Other => (asset.media_type(), bytes),
    };
    Ok(format!("data:{kind};base64,{}", BASE64_STANDARD.encode(content)))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets;

    #[test]
    fn a_chunk_of_two_parts_is_there_once() {
        let chunk = "take-home-chunk-1.wasm".to_owned();
        let loader = format!("const a={{x:[\"{chunk}\"],y:[\"{chunk}\"]}};");
        let files = Files::from([(chunk.clone(), b"chunk".to_vec())]);
        let loader = loader_with_files(&assets::all([chunk]), &files, loader).unwrap();
        assert_eq!(loader.matches("data:application/gzip;base64,").count(), 1, "{loader}");
        let name = loader.split(&[' ', '='][..]).nth(1).unwrap();
        assert!(loader.ends_with(&format!("const a={{x:[{name}],y:[{name}]}};")), "{loader}");
    }

    #[test]
    fn elements_are_found_by_their_tag() {
        let page = "<link a=\"1\"><link b=\"2\"><p id=\"x\">1 <b>2</b></p>!";
        assert_eq!(
            with_element(page, "<link", "b=\"2\"", ">", "").unwrap(),
            "<link a=\"1\"><p id=\"x\">1 <b>2</b></p>!"
        );
        assert_eq!(with_element(page, "<p", "id=\"x\"", "</p>", "-").unwrap(), "<link a=\"1\"><link b=\"2\">-!");
        assert!(with_element(page, "<p", "id=\"y\"", "</p>", "").is_err());
    }
}
