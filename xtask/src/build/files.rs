//! What do the stages pass on? Files with their contents, which are then written to a folder, and their hashes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::assets::Kind;

/// Contents of files by their names.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The files of each part of the app.
pub type Parts = BTreeMap<String, Vec<String>>;

/// Makes a folder contain these files and no other. Pages are written last: the files that they name are there before them.
pub fn write(files: &Files, folder: &Path) -> Result<()> {
    let (pages, others): (Vec<_>, Vec<_>) = files.iter().partition(|(name, _)| Kind::of(name) == Kind::Page);
    for (name, bytes) in others.into_iter().chain(pages) {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        if fs::read(&path).ok().as_ref() != Some(bytes) {
            fs::write(&path, bytes).with_context(|| path.display().to_string())?;
        }
    }
    for path in files_in(folder)? {
        let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        if !files.contains_key(&name) {
            fs::remove_file(&path).with_context(|| path.display().to_string())?;
        }
    }
    Ok(())
}

/// All files of a folder, at any depth.
pub fn files_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = vec![];
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.is_dir() { files.extend(files_in(&path)?) } else { files.push(path) }
    }
    Ok(files)
}

/// The first 16 digits of a SHA-256.
pub fn hash(bytes: &[u8]) -> String {
    format!("{:016x}", Sha256::digest(bytes).iter().take(8).fold(0u64, |hash, byte| hash << 8 | u64::from(*byte)))
}
