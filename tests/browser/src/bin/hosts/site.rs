//! How is a small site made, and tried at the root of a host?

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use browsers::Page;

use crate::article;
use crate::process::{free_port, run, serve};

/// Writes files into a folder, whatever folders they are in.
pub fn write(folder: &Path, files: &[(&str, &str)]) -> Result<()> {
    for (name, text) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().context("a folder")?)?;
        fs::write(path, text)?;
    }
    Ok(())
}

/// A package and what it needs, where programs look for them. Some take no symbolic link.
pub fn modules(package: &str, project: &Path) -> Result<()> {
    let folder = crate::npm(package)?;
    let modules = folder.ancestors().find(|folder| folder.ends_with("node_modules")).context("a folder")?;
    fs::create_dir_all(project)?;
    run(Command::new("cp").arg("-al").arg(modules).arg(project.join("node_modules"))).map(drop)
}

/// Serves the site at the root of a host, as most generators expect it, and checks an article.
pub async fn works(page: &Page<'_>, site: &Path, path: &str) -> Result<()> {
    let port = free_port()?;
    let mut command = Command::new("python3");
    command.args(["-m", "http.server", &port.to_string(), "--bind", "127.0.0.1", "--directory"]).arg(site);
    let _running = serve(&mut command, port).await?;
    article::works(page, &format!("http://127.0.0.1:{port}/{path}")).await
}
