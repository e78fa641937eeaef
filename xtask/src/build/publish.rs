//! Under which addresses are files published? Files that pages name keep their names for ever, in one folder for as long as pages
//! need not be changed; all others carry a hash of their content, so that they can be cached for ever and are never mixed up with
//! those of another build.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha384};

use super::files::{Files, hash};
use super::scripts::PINNED;
use crate::assets::{Address, Asset, INTEGRITY, Kind, LOADER};

/// The folder of the loader and of all that it fetches. Another one is for the day on which pages would have to change.
pub const FOLDER: &str = "v1/";

/// The text that replaces a name wherever a file mentions it.
type Mentions = BTreeMap<String, String>;

/// The site: files by the addresses at which they are published, and for each name its address.
#[derive(Default)]
pub struct Published {
    pub files: Files,
    pub addresses: BTreeMap<String, String>,
    /// The addresses that have a hash in them, whose files never change.
    pub immutable: BTreeSet<String>,
}

/// Gives each file its address, and writes the new names wherever files mention one another.
pub fn published(assets: &[Asset], mut files: Files) -> Result<Published> {
    let mut site = Published::default();
    let checked = take(&mut files, PINNED)?;
    let mut mentions = site.add_hashed(assets, &mut files)?;
    let integrity = site.add_pinned(assets, &files, &checked, &mentions)?;
    files.insert(INTEGRITY.to_owned(), integrity.into_bytes());
    for asset in with_address(assets, |address| matches!(address, Address::Stable | Address::StableAndPinned)) {
        let bytes = renamed(asset.kind(), take(&mut files, &asset.name)?, &mentions)?;
        site.add(asset, format!("{FOLDER}{}", asset.name), bytes);
    }
    mentions = site.addresses.clone();
    for asset in with_address(assets, |address| address == Address::Root) {
        let bytes = renamed(asset.kind(), take(&mut files, &asset.name)?, &mentions)?;
        site.add(asset, asset.name.to_string(), bytes);
    }
    ensure!(files.is_empty(), "the table of assets has no row for {:?}", files.keys());
    Ok(site)
}

impl Published {
    fn add(&mut self, asset: &Asset, address: String, bytes: Vec<u8>) {
        self.addresses.insert(asset.name.to_string(), address.clone());
        self.files.insert(address, bytes);
    }

    /// Adds the files with hashes, each after those that it mentions.
    fn add_hashed(&mut self, assets: &[Asset], files: &mut Files) -> Result<Mentions> {
        let mut mentions = Mentions::new();
        let mut waiting: Vec<&Asset> = with_address(assets, |address| address == Address::Hashed).collect();
        while !waiting.is_empty() {
            let names: Vec<&str> = waiting.iter().map(|asset| &*asset.name).collect();
            let is_ready = |asset: &&Asset| {
                let bytes = files.get(&*asset.name).map(Vec::as_slice).unwrap_or_default();
                !names.iter().any(|name| *name != asset.name && is_mentioned(name, asset.kind(), bytes))
            };
            let (ready, others): (Vec<&Asset>, Vec<&Asset>) = waiting.iter().partition(|asset| is_ready(asset));
            ensure!(!ready.is_empty(), "these files mention one another in a circle: {names:?}");
            for asset in ready {
                let bytes = renamed(asset.kind(), take(files, &asset.name)?, &mentions)?;
                let published = with_hash(&asset.name, &bytes);
                mentions.insert(asset.name.to_string(), published.clone());
                self.immutable.insert(format!("{FOLDER}{published}"));
                self.add(asset, format!("{FOLDER}{published}"), bytes);
            }
            waiting = others;
        }
        Ok(mentions)
    }

    /// Adds the scripts that pages name once more, under names with hashes, and returns the list of these. Such a loader checks
    /// what it fetches: the hash of each file follows its name.
    fn add_pinned(&mut self, assets: &[Asset], files: &Files, loader: &[u8], mentions: &Mentions) -> Result<String> {
        let integrity_of = |published: &str| {
            let bytes = self.files.get(&format!("{FOLDER}{published}")).context("hashed files are published first")?;
            Ok::<_, anyhow::Error>(format!("{published}#{}", integrity(bytes)))
        };
        let checked = mentions.iter().map(|(name, published)| Ok((name.clone(), integrity_of(published)?)));
        let checked: Mentions = checked.collect::<Result<_>>()?;
        let mut lines = vec![];
        for asset in with_address(assets, |address| address == Address::StableAndPinned) {
            let own = files.get(&*asset.name).with_context(|| not_built(&asset.name))?;
            let source = if asset.name == LOADER { loader } else { own };
            let bytes = renamed(asset.kind(), source.to_vec(), &checked)?;
            let published = with_hash(&asset.name, &bytes);
            let stem = asset.name.trim_end_matches(".js");
            lines.push(format!("\"{stem}\":\"{published} {}\"", integrity(&bytes)));
            self.immutable.insert(format!("{FOLDER}{published}"));
            self.files.insert(format!("{FOLDER}{published}"), bytes);
        }
        Ok(format!("{{{}}}\n", lines.join(",")))
    }
}

fn with_address(assets: &[Asset], is: impl Fn(Address) -> bool) -> impl Iterator<Item = &Asset> {
    assets.iter().filter(move |asset| is(asset.address))
}

fn take(files: &mut Files, name: &str) -> Result<Vec<u8>> {
    files.remove(name).with_context(|| not_built(name))
}

fn not_built(name: &str) -> String {
    format!("{name} is in the table of assets, and not built")
}

/// The forms in which scripts and pages mention a file: quoted, so that no name is found in another.
fn forms(name: &str) -> [(String, &'static str); 2] {
    [(format!("\"{name}\""), ""), (format!("\"./{name}\""), "./")]
}

fn is_mentioned(name: &str, kind: Kind, bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    kind.mentions_files() && forms(name).iter().any(|(form, _)| text.contains(form))
}

fn renamed(kind: Kind, bytes: Vec<u8>, mentions: &Mentions) -> Result<Vec<u8>> {
    if !kind.mentions_files() {
        return Ok(bytes);
    }
    let mut text = String::from_utf8(bytes).context("scripts and pages are text")?;
    for (name, published) in mentions {
        for (form, prefix) in forms(name) {
            text = text.replace(&form, &format!("\"{prefix}{published}\""));
        }
    }
    Ok(text.into_bytes())
}

/// The hash with which a browser compares a file.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

/// `take-home.css` as `take-home.3f2a9c01.css`.
fn with_hash(name: &str, bytes: &[u8]) -> String {
    let (stem, end) = name.split_once('.').unwrap_or((name, ""));
    format!("{stem}.{}.{end}", &hash(bytes)[..8])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets;

    fn file(name: &str, content: &str) -> (String, Vec<u8>) {
        (name.to_owned(), content.as_bytes().to_vec())
    }

    fn site(extra: &[(&str, &str)]) -> Result<Published> {
        let assets: Vec<Asset> = assets::all([])
            .into_iter()
            .filter(|asset| {
                ["embed.html", "take-home.js", "take-home.css", "page.js", "save.js", INTEGRITY].contains(&&*asset.name)
            })
            .collect();
        let mut files = Files::from([
            file("embed.html", "<link href=\"take-home.css\"><script src=\"take-home.js\">"),
            file("take-home.js", "load(\"take-home.css\")"),
            file(PINNED, "check(\"take-home.css\")"),
            file("take-home.css", "p{}"),
            file("page.js", "import(\"./save.js\");\"not-page.js\""),
            file("save.js", "save()"),
        ]);
        files.extend(extra.iter().map(|(name, content)| file(name, content)));
        published(&assets, files)
    }

    fn text<'a>(site: &'a Published, address: &str) -> &'a str {
        std::str::from_utf8(&site.files[address]).unwrap()
    }

    #[test]
    fn files_mention_published_names() {
        let site = site(&[]).unwrap();
        let style = format!("take-home.{}.css", &hash(b"p{}")[..8]);
        let save = format!("save.{}.js", &hash(b"save()")[..8]);
        assert_eq!(text(&site, "embed.html"), format!("<link href=\"v1/{style}\"><script src=\"v1/take-home.js\">"));
        assert_eq!(text(&site, "v1/take-home.js"), format!("load(\"{style}\")"));
        assert_eq!(text(&site, &site.addresses["page.js"]), format!("import(\"./{save}\");\"not-page.js\""));
    }

    #[test]
    fn a_pinned_loader_says_what_files_hold() {
        let site = site(&[]).unwrap();
        let list: serde_json::Value = serde_json::from_str(text(&site, "v1/integrity.json")).unwrap();
        let (name, integrity) = list["take-home"].as_str().unwrap().split_once(' ').unwrap();
        let loader = text(&site, &format!("v1/{name}"));
        assert_eq!(integrity, super::integrity(loader.as_bytes()));
        let style = format!("take-home.{}.css", &hash(b"p{}")[..8]);
        assert_eq!(loader, format!("check(\"{style}#{}\")", super::integrity(b"p{}")));
    }

    #[test]
    fn what_cannot_be_named_stops_the_build() {
        let circle = site(&[("save.js", "import(\"./page.js\")")]).err().unwrap().to_string();
        assert!(circle.contains("circle") && circle.contains("page.js"), "{circle}");
        let unknown = site(&[("other.js", "")]).err().unwrap().to_string();
        assert!(unknown.contains("other.js"), "{unknown}");
    }
}
