//! How are other programs run, and where is everything?

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail};

/// The project's root.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is a folder of the project").to_owned()
}

/// The folder of tools that no package manager puts on the path: outside the project, so that clones share them.
pub fn cache() -> Result<PathBuf> {
    let base = std::env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cache")))
        .context("there is no home directory to keep tools in")?;
    Ok(base.join("take-home"))
}

/// The folder in which cargo keeps its downloads.
pub fn cargo_home() -> Result<PathBuf> {
    std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cargo")))
        .context("there is no home directory for cargo")
}

/// An empty folder for a stage of the build.
pub fn scratch(stage: &str) -> Result<PathBuf> {
    let folder = root().join("target/site").join(stage);
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Copies a folder with everything in it.
pub fn copy_folder(from: &std::path::Path, to: &std::path::Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let (path, name) = entry.map(|entry| (entry.path(), entry.file_name()))?;
        if path.is_dir() {
            copy_folder(&path, &to.join(name))?;
        } else {
            std::fs::copy(&path, to.join(name))?;
        }
    }
    Ok(())
}

/// Prints what happens next, so that a long step does not look like a stop.
pub fn say(what: &str) {
    eprintln!("\x1b[1m▸ {what}\x1b[0m");
}

/// Whether this runs in CI, which installs what it needs and writes nothing that is committed.
pub fn is_ci() -> bool {
    std::env::var_os("CI").is_some_and(|ci| ci == "true")
}

/// A command in the project's root.
pub fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root());
    command
}

/// Runs a command to its end and fails if it fails.
pub fn run(program: &str, arguments: &[&str]) -> Result<()> {
    finish(&mut command(program, arguments))
}

/// Runs a prepared command to its end and fails if it fails.
pub fn finish(command: &mut Command) -> Result<()> {
    let status =
        command.status().with_context(|| format!("{} could not be started", command.get_program().display()))?;
    if status.success() { Ok(()) } else { bail!("{command:?} ended with {status}") }
}

/// The standard output of a command, if it can be run and succeeds.
pub fn output(program: &str, arguments: &[&str]) -> Option<String> {
    let output = command(program, arguments).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Tries something that depends on a network again if it fails.
pub fn with_retries(what: &str, mut attempt: impl FnMut() -> Result<()>) -> Result<()> {
    let mut tries = 1;
    loop {
        match attempt() {
            Err(error) if tries < 3 => {
                tries += 1;
                eprintln!("{what} failed ({error:#}); try {tries} of 3");
            }
            done => return done.with_context(|| format!("{what} failed {tries} times")),
        }
    }
}

/// The days since 1970.
pub fn today() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs() / 86_400)
}
