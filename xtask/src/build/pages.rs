//! What can be read before any script? The words of each page, and the example, written into it.

use std::fs;

use anyhow::{Context, Result, ensure};

use super::compile::Example;
use super::files::Files;
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
        let html = without_comments(&without_trunk(&html).replace(place, &text)).with_context(|| path.to_owned())?;
        pages.insert(asset.name.to_string(), html.into_bytes());
    }
    Ok(pages)
}

/// A page without the lines that are for Trunk.
fn without_trunk(html: &str) -> String {
    html.split_inclusive('\n').filter(|line| !line.contains("<link data-trunk")).collect()
}

/// A page without the lines that have files fetched early.
pub fn without_preloads(html: &str) -> String {
    html.split_inclusive('\n').filter(|line| !line.contains("preload\"")).collect()
}

/// A page without its comments, which only people read, and without the lines that held nothing else.
fn without_comments(html: &str) -> Result<String> {
    let mut rest = html;
    let mut page = String::new();
    while let Some((before, after)) = rest.split_once("<!--") {
        let (_, after) = after.split_once("-->").context("a comment has no end")?;
        let line = before.trim_end_matches(' ');
        let is_alone = (line.is_empty() || line.ends_with('\n')) && after.starts_with('\n');
        page.push_str(if is_alone { line } else { before });
        rest = if is_alone { &after[1..] } else { after };
    }
    Ok(page + rest)
}

#[cfg(test)]
mod tests {
    use super::without_comments;

    #[test]
    fn comments_stay_in_the_sources() {
        for (page, expected) in [
            ("<p>1</p>", "<p>1</p>"),
            ("<!doctype html>\n<!-- What? -->\n<html>", "<!doctype html>\n<html>"),
            ("<p>\n  <!-- one\n  and two -->\n  1 <!-- here -->2\n</p>", "<p>\n  1 2\n</p>"),
        ] {
            assert_eq!(without_comments(page).unwrap(), expected);
        }
        assert!(without_comments("<p>1 <!-- 2</p>").is_err());
    }
}
