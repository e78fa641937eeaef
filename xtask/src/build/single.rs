//! What is in the single file? The page with everything inside, to be opened from a disk.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use rayon::prelude::*;

use super::compress::gzip;
use super::files::Files;
use super::pages::without_preloads;
use super::scripts::INLINED;
use crate::assets::{Asset, Kind, LOADER};

/// Makes the single file from files that are not published yet. Beside it there is neither a server nor a newer version, so the
/// page's tags for those are removed.
pub fn one_file(assets: &[Asset], files: &mut Files) -> Result<Vec<u8>> {
    let loader = files.remove(INLINED).context("the loader of the single file is not built")?;
    let loader = String::from_utf8(loader)?;
    let packed = serde_json::to_string(&packed(assets, files, &loader)?)?;
    // Nothing is fetched here.
    let mut page = without_preloads(text(files, "index.html")?);
    for id in ["offline", "news"] {
        page = with_element(&page, "<p", &format!("id=\"{id}\""), "</p>", "")?;
    }
    for asset in assets.iter().filter(|asset| asset.name != LOADER) {
        let named = format!("=\"{}\"", asset.name);
        if !page.contains(&named) {
            continue;
        }
        page = match asset.kind() {
            Kind::Script => with_element(&page, "<script", &named, "</script>", "")?,
            Kind::Style => {
                let style = format!("<style>{}</style>", text(files, &asset.name)?);
                with_element(&page, "<link", &named, ">", &style)?
            }
            Kind::Page | Kind::Wasm | Kind::Other if asset.inlined => {
                page.replace(&named, &format!("=\"{}\"", address(asset, files)?))
            }
            Kind::Page | Kind::Wasm | Kind::Other => with_element(&page, "<link", &named, ">", "")?,
        };
    }
    // Last, because it contains the others' names.
    let with_files = format!(
        "<script type=\"application/json\" id=\"take-home-files\">{packed}</script><script type=\"module\">{loader}</script>"
    );
    let page = with_element(&page, "<script", &format!("=\"{LOADER}\""), "</script>", &with_files)?;
    Ok(page.into_bytes())
}

/// All files that the loader names, by their names: compressed, as text.
fn packed(assets: &[Asset], files: &Files, loader: &str) -> Result<BTreeMap<String, String>> {
    let named: Vec<&Asset> = assets.iter().filter(|asset| loader.contains(&format!("\"{}\"", asset.name))).collect();
    let packed = |asset: &&Asset| {
        let name = asset.name.to_string();
        ensure!(asset.inlined, "{LOADER} fetches {name}, which the single file does not contain");
        let content = files.get(&name).with_context(|| format!("{name} is not built"))?;
        Ok((name, BASE64_STANDARD.encode(gzip(content)?)))
    };
    named.par_iter().map(packed).collect()
}

/// An address that contains its file.
fn address(asset: &Asset, files: &Files) -> Result<String> {
    let content = files.get(&*asset.name).with_context(|| format!("{} is not built", asset.name))?;
    Ok(format!("data:{};base64,{}", asset.media_type(), BASE64_STANDARD.encode(content)))
}

fn text<'a>(files: &'a Files, name: &str) -> Result<&'a str> {
    let bytes = files.get(name).with_context(|| format!("{name} is not built"))?;
    std::str::from_utf8(bytes).with_context(|| format!("{name} is not text"))
}

/// The page with a replacement for the first such element whose tag contains these words.
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
    fn only_what_the_loader_names_is_packed() {
        let chunk = "take-home-chunk-1.wasm".to_owned();
        let loader = format!("const a={{x:[\"{chunk}\"],y:[\"{chunk}\"]}};");
        let files = Files::from([(chunk.clone(), b"chunk".to_vec()), ("take-home.css".to_owned(), vec![])]);
        let packed = packed(&assets::all([chunk.clone()]), &files, &loader).unwrap();
        assert_eq!(packed.keys().collect::<Vec<_>>(), [&chunk]);
        assert!(packed[&chunk].starts_with("H4sI"), "base64 of what gzip begins with: {packed:?}");
        let picture = "const a=\"example.png\";";
        assert!(super::packed(&assets::all([]), &files, picture).is_err(), "it is not in the single file");
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
