//! What is in the plugin for `WordPress`? Its files and, in the folder `calculator/`, the site; as a folder and as the zip that `WordPress` takes.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::PathBuf;

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::Files;
use crate::run::root;

/// The folder in the zip, by which `WordPress` knows the plugin.
const NAME: &str = "take-home";

/// Where both are written.
pub fn folder() -> PathBuf {
    root().join("target/wordpress")
}

/// Writes the plugin with a site in it.
pub fn write(site: &Files) -> Result<()> {
    let sources = root().join("integrations/wordpress");
    let mut plugin = Files::new();
    for path in super::files_in(&sources)? {
        plugin.insert(path.strip_prefix(&sources)?.display().to_string(), fs::read(&path)?);
    }
    plugin.extend(site.iter().map(|(name, bytes)| (format!("calculator/{name}"), bytes.clone())));
    super::write(&plugin, &folder().join(NAME))?;
    let path = folder().join(format!("{NAME}.zip"));
    fs::write(&path, zip(&plugin)?).with_context(|| path.display().to_string())
}

/// All files below the plugin's folder, compressed. Their date is the first that the format knows, so that equal files make an equal zip.
fn zip(files: &Files) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    for (name, bytes) in files {
        zip.start_file(format!("{NAME}/{name}"), options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
