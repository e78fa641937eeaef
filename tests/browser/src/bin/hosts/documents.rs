//! Which code do the documents tell people to copy? The tests use the same blocks.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

/// The project's root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Where docs/embedding.md has the table of what was tried.
const TABLE: [&str; 2] = ["<!-- Printed by `cargo xtask hosts`. -->\n", "<!-- End of what it prints. -->"];

/// Writes the table of what was tried.
pub fn write_table(table: &str) -> Result<()> {
    let path = root().join("docs/embedding.md");
    let text = std::fs::read_to_string(&path)?;
    let (before, rest) = text.split_once(TABLE[0]).context("the table's place in docs/embedding.md")?;
    let (_, after) = rest.split_once(TABLE[1]).context("the table's end in docs/embedding.md")?;
    Ok(std::fs::write(&path, format!("{before}{}\n{table}\n{}{after}", TABLE[0], TABLE[1]))?)
}

/// The blocks of code of one kind in the section with that heading, in order.
pub fn blocks(document: &str, heading: &str, kind: &str) -> Result<Vec<String>> {
    let path = root().join("docs").join(document);
    let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let found = blocks_in(&text, heading, kind);
    ensure!(!found.is_empty(), "{document} has no {kind} below {heading:?}");
    Ok(found)
}

/// The only or first one.
pub fn block(document: &str, heading: &str, kind: &str) -> Result<String> {
    Ok(blocks(document, heading, kind)?.swap_remove(0))
}

fn blocks_in(text: &str, heading: &str, kind: &str) -> Vec<String> {
    let mut blocks: Vec<String> = vec![];
    let mut is_here = false;
    let mut open: Option<&str> = None;
    for line in text.lines() {
        match (open, line.trim_start().strip_prefix("```")) {
            (None, Some(opened)) => {
                open = Some(opened);
                if is_here && opened == kind {
                    blocks.push(String::new());
                }
            }
            (Some(_), Some(_)) => open = None,
            (Some(inside), None) => {
                if is_here
                    && inside == kind
                    && let Some(block) = blocks.last_mut()
                {
                    *block += line;
                    block.push('\n');
                }
            }
            (None, None) => {
                if let Some(title) = line.trim_start_matches('#').strip_prefix(' ').filter(|_| line.starts_with('#')) {
                    is_here = title == heading;
                }
            }
        }
    }
    blocks
}
