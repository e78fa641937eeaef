//! What is in the plugin for `WordPress`? Its files and, in the folder `calculator/`, the site; as a folder and as the zip that `WordPress` takes.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

use anyhow::{Context, Result};
use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

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
    let mut zip = vec![];
    let mut directory = vec![];
    for (name, bytes) in files {
        let name = format!("{NAME}/{name}");
        let mut encoder = DeflateEncoder::new(vec![], Compression::best());
        encoder.write_all(bytes)?;
        let packed = encoder.finish()?;
        let mut sum = Crc::new();
        sum.update(bytes);
        // Version 2.0, names in UTF-8, deflate, and 1 January 1980.
        let mut about = vec![20, 0, 0, 8, 8, 0, 0, 0, 0x21, 0];
        about.extend(sum.sum().to_le_bytes());
        about.extend(u32::try_from(packed.len())?.to_le_bytes());
        about.extend(u32::try_from(bytes.len())?.to_le_bytes());
        about.extend(u16::try_from(name.len())?.to_le_bytes());
        about.extend([0, 0]);
        let at = u32::try_from(zip.len())?;
        zip.extend(b"PK\x03\x04");
        zip.extend(&about);
        zip.extend(name.as_bytes());
        zip.extend(packed);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&about);
        // No comment, the first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (count, at, length) = (u16::try_from(files.len())?, u32::try_from(zip.len())?, u32::try_from(directory.len())?);
    zip.extend(directory);
    zip.extend(b"PK\x05\x06\0\0\0\0");
    zip.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    zip.extend([length.to_le_bytes(), at.to_le_bytes()].concat());
    zip.extend([0, 0]);
    Ok(zip)
}
