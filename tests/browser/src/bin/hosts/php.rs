//! How is PHP run? Debian's, or another version, which is Wasm and comes from npm (`php.mjs`).

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::npm;
use crate::process::{Running, run, serve};

/// A version of PHP.
pub enum Php {
    Debian,
    /// One from npm, such as `8.4`.
    Npm(&'static str),
}

impl Php {
    /// Its version, such as `8.4`.
    pub fn version(&self) -> Result<String> {
        match self {
            Php::Debian => run(Command::new("php").args(["-r", "echo PHP_MAJOR_VERSION, '.', PHP_MINOR_VERSION;"])),
            Php::Npm(version) => Ok((*version).to_owned()),
        }
    }

    /// Runs a script of a folder, and gives what it prints.
    pub fn run(&self, folder: &Path, script: &str, environment: &[(&str, &str)]) -> Result<String> {
        let mut command = match self {
            Php::Debian => {
                let mut command = Command::new("php");
                command.args(["-d", "display_errors=stderr"]);
                command
            }
            Php::Npm(version) => wasm(version, folder, "run")?,
        };
        run(command.arg(script).envs(environment.iter().copied()).current_dir(folder))
    }

    /// Serves a folder at a port of this computer.
    pub async fn serve(&self, folder: &Path, port: u16) -> Result<Running> {
        let mut command = match self {
            Php::Debian => {
                let mut command = Command::new("php");
                // A page asks for many files at once.
                command.args(["-S", &format!("127.0.0.1:{port}"), "-t"]).arg(folder).env("PHP_CLI_SERVER_WORKERS", "4");
                command
            }
            Php::Npm(version) => {
                let mut command = wasm(version, folder, "serve")?;
                command.arg(port.to_string());
                command
            }
        };
        serve(&mut command, port).await
    }
}

fn wasm(version: &str, folder: &Path, mode: &str) -> Result<Command> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/bin/hosts/php.mjs");
    let mut command = Command::new("node");
    command.env("PHP_WASM", npm("@php-wasm/node").context("PHP")?).arg(script).args([version]).arg(folder).arg(mode);
    Ok(command)
}
