//! What can be read before any script? The words of each page, and the example, written into it.

use std::fs;

use anyhow::{Context, Result, ensure};

use super::Files;
use super::compile::Example;
use super::texts::{Inside, Texts};
use crate::assets::{Asset, Filling, PICTURE, Source};
use crate::run::root;

/// Reads the pages and writes their texts and the example into them, and adds the picture of it.
pub fn filled(assets: &[Asset], example: &Example, texts: &Texts) -> Result<Files> {
    let mut pages = Files::from([(PICTURE.to_owned(), example.picture.clone().into_bytes())]);
    for asset in assets {
        let Source::Page(path, filling) = asset.source else { continue };
        let html = fs::read_to_string(root().join(path)).with_context(|| path.to_owned())?;
        let html = texts.fill(&html, Inside::Html);
        // Before the end of the element, or in place of a comment.
        let (place, text) = match filling {
            Filling::Example => ("</take-home>", example.html.clone() + "</take-home>"),
            Filling::Table => ("<!-- table -->", example.table.clone()),
        };
        ensure!(html.matches(place).count() == 1, "{path} needs exactly one {place}");
        pages.insert(asset.name.to_string(), without_trunk(&html).replace(place, &text).into_bytes());
    }
    Ok(pages)
}

/// A page without the lines that are for Trunk.
fn without_trunk(html: &str) -> String {
    html.split_inclusive('\n').filter(|line| !line.contains("<link data-trunk")).collect()
}
