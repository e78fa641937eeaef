//! Do the documents name files that exist? Links to files, and paths of the project in backticks, are looked up.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::run::root;

/// Folders of sources: a path that begins with one of them is a file of the project. Others, such as `dist/`, are built.
const FOLDERS: [&str; 13] = [
    ".ci",
    ".github",
    "benches",
    "catalogue",
    "crates",
    "docs",
    "integrations",
    "src",
    "styles",
    "tests",
    "web",
    "words",
    "xtask",
];

/// Fails if a document names a file that does not exist.
pub fn check() -> Result<()> {
    let mut missing = vec![];
    for document in documents()? {
        let text = std::fs::read_to_string(&document).with_context(|| document.display().to_string())?;
        let folder = document.parent().unwrap_or(&document);
        let paths = paths(&text).map(|path| (path, root()));
        let links = links(&text).map(|path| (path, folder.to_owned()));
        let lost = paths.chain(links).filter(|(path, base)| !base.join(path).exists());
        let name = document.strip_prefix(root()).unwrap_or(&document).display();
        missing.extend(lost.map(|(path, _)| format!("{name}: {path}")));
    }
    ensure!(missing.is_empty(), "documents name files that do not exist:\n{}", missing.join("\n"));
    Ok(())
}

/// Every document at the top and in `docs/`.
fn documents() -> Result<Vec<PathBuf>> {
    let mut documents = vec![];
    for folder in [root(), root().join("docs")] {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|end| end == "md") {
                documents.push(path);
            }
        }
    }
    documents.sort();
    Ok(documents)
}

/// The paths of the project in backticks.
fn paths(text: &str) -> impl Iterator<Item = &str> {
    let is_name = |char: char| char.is_ascii_alphanumeric() || "._-/".contains(char);
    text.split('`').skip(1).step_by(2).filter(move |code| {
        let is_path = code.split_once('/').is_some_and(|(folder, _)| FOLDERS.contains(&folder));
        is_path && code.chars().all(is_name)
    })
}

/// The targets of links that lead to files, without the place in the file.
fn links(text: &str) -> impl Iterator<Item = &str> {
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
    let files = targets.filter_map(|(target, _)| target.split('#').next());
    // `../../releases` is a page of the repository's host.
    files.filter(|file| !file.is_empty() && !file.contains("://") && !Path::new(file).starts_with("../.."))
}
