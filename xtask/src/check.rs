//! What has to be right before the product runs? Format, lints, documents, scripts and their tests, licences, sizes, and that Trunk
//! builds the same.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::assets::PICTURE;
use crate::run::{command, copy_folder, finish, is_ci, output, root, run, say, scratch};
use crate::{build, documents, due, facts, licences, notices, scripts, sizes, tools, typed};

/// Format, lints, documentation, licences, and size limits.
pub fn check() -> Result<()> {
    say("format");
    run("cargo", &["fmt", "--all", "--check"])?;
    say("files that documents name");
    documents::check()?;
    tools::wasm_target()?;
    // The tests' dependencies do not all build for Wasm.
    let wasm = ["--lib", "--bins", "--features", "bench", "--target", "wasm32-unknown-unknown"];
    for what in [&["--workspace", "--all-targets"][..], &wasm] {
        say(&format!("lints, {}", what.join(" ")));
        run("cargo", &[&["clippy", "--quiet"][..], what, &["--", "-D", "warnings"]].concat())?;
    }
    scripts::check()?;
    say("documentation");
    finish(
        command("cargo", &["doc", "--quiet", "--workspace", "--no-deps", "--document-private-items"])
            .env("RUSTDOCFLAGS", "-D warnings"),
    )?;
    licences::check()?;
    notices::are_fresh()?;
    say("generated documents");
    facts::are_fresh()?;
    due::warn()?;
    let taken = fs::read_to_string(root().join("docs/example.svg"))?;
    let site = build::build()?;
    sizes::print(&site)?;
    let picture = &site.published.files[PICTURE];
    ensure!(taken.as_bytes() == picture, "docs/example.png shows another example: `cargo xtask shots` takes it anew");
    typed::check()?;
    facts::weigh(&site)?;
    sizes::guard(&site)?;
    trunk_builds_the_same()
}

/// Fails if Trunk, which runs the same pipeline, makes other files than those in `dist/`. It runs in a copy of the project in
/// another folder: the published files do not depend on where they were built.
fn trunk_builds_the_same() -> Result<()> {
    let Some(trunk) = tools::trunk(is_ci())? else {
        eprintln!("not checked: whether Trunk builds the same, since it is not installed (CI=true installs it)");
        return Ok(());
    };
    say("Trunk builds the same files in another folder");
    let folder = scratch("trunk")?;
    let elsewhere = copied()?;
    let path = folder.display().to_string();
    let arguments = ["build", "--dist", &path, "--offline", "--skip-version-check"];
    let mut command = command(&trunk, &arguments);
    // The compiled files stay there, and never get among those that are compiled here.
    command.current_dir(&elsewhere).env("CARGO_TARGET_DIR", compiled_elsewhere()?);
    // Trunk reads NO_COLOR as a flag and accepts only true or false.
    finish(command.env_remove("NO_COLOR"))?;
    let (ours, theirs) = (contents(&build::dist())?, contents(&folder)?);
    let differs: Vec<&str> = ours
        .keys()
        .chain(theirs.keys())
        .filter(|name| ours.get(*name) != theirs.get(*name))
        .map(String::as_str)
        .collect();
    ensure!(differs.is_empty(), "Trunk builds other files: {}", differs.join(", "));
    println!("{} files, byte for byte", ours.len());
    Ok(())
}

/// The folder in which that is compiled. It begins with the libraries that are compiled here, which are the same ones.
fn compiled_elsewhere() -> Result<PathBuf> {
    let folder = root().join("target/elsewhere");
    for profile in ["quick", "release", "wasm32-unknown-unknown/release"] {
        let (here, there) = (root().join("target").join(profile), folder.join(profile));
        if here.exists() && !there.exists() {
            fs::create_dir_all(there.parent().unwrap_or(&folder))?;
            // Cargo compares the times of files, which this keeps.
            run("cp", &["-a", &here.display().to_string(), &there.display().to_string()])?;
        }
    }
    Ok(folder)
}

/// A copy of the project's own files in another folder: always the same, so that only what has changed is compiled again.
fn copied() -> Result<PathBuf> {
    let name = format!("take-home-elsewhere{}", root().display()).replace(['/', '\\', ':'], "-");
    let folder = std::env::temp_dir().join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    // In a container the files may be another user's.
    let arguments = ["-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let files = output("git", &arguments);
    for name in files.context("git lists no files")?.split_terminator('\0') {
        let (from, to) = (root().join(name), folder.join(name));
        // Git lists what has been removed, but not yet committed.
        if !from.exists() {
            continue;
        }
        fs::create_dir_all(to.parent().unwrap_or(&folder))?;
        // A link to a folder is one of git's files, too.
        if from.is_dir() {
            copy_folder(&from, &to)?;
        } else {
            fs::copy(&from, &to).with_context(|| from.display().to_string())?;
        }
    }
    Ok(folder)
}

/// The files of a folder with their contents.
fn contents(folder: &Path) -> Result<build::files::Files> {
    let content = |path: PathBuf| Ok((path.strip_prefix(folder)?.display().to_string(), fs::read(&path)?));
    build::files::files_in(folder)?.into_iter().map(content).collect()
}
