//! What does cargo build? The app as one Wasm module, and natively the example that is written into pages.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::run::{cargo_home, command, output, root};

/// The binary that becomes the app.
const APP: &str = "take-home-app";

pub const TARGET: &str = "wasm32-unknown-unknown";

/// The app as cargo links it: whole, with everything that the splitter needs to know. `env` is for the engine's build script.
pub fn app(env: &[(&str, &str)]) -> Result<Vec<u8>> {
    wasm(&["--bin", APP], env)
}

/// A binary as Wasm, in a release.
pub fn wasm(what: &[&str], env: &[(&str, &str)]) -> Result<Vec<u8>> {
    let fixed = ["build", "--release", "--target", TARGET, "--message-format", "json-render-diagnostics"];
    let mut cargo = command("cargo", &[&fixed, what].concat());
    cargo.env("CARGO_ENCODED_RUSTFLAGS", rustflags()?).envs(env.iter().copied());
    let messages = printed(&mut cargo)?;
    let built = |line| {
        let message: serde_json::Value = serde_json::from_str(line).ok()?;
        message["executable"].as_str().or_else(|| message["filenames"][0].as_str()).map(PathBuf::from)
    };
    let is_wasm = |path: &PathBuf| path.extension().is_some_and(|end| end == "wasm");
    let path = messages.lines().filter_map(built).rfind(is_wasm).context("cargo has built no Wasm")?;
    std::fs::read(&path).with_context(|| path.display().to_string())
}

/// Flags against what LLVM does for speed even where it is asked for size, because that makes the compressed file larger.
const FOR_SIZE: [&str; 4] = ["-disable-lsr", "-enable-load-pre=0", "-disable-early-taildup", "-disable-machine-licm"];

/// The compiler's flags, the same on every machine and whatever `RUSTFLAGS` says.
fn rustflags() -> Result<String> {
    // Panics name source files. Their place on this machine is private, and would change the bytes.
    let registries = std::fs::read_dir(cargo_home()?.join("registry/src")).into_iter().flatten().flatten();
    let mut flags: Vec<String> =
        registries.map(|registry| format!("--remap-path-prefix={}/=", registry.path().display())).collect();
    flags.sort();
    // The standard library is compiled in part here and in part by its authors, who call it this.
    let sources = sysroot()?.join("lib/rustlib/src/rust");
    flags.push(format!("--remap-path-prefix={}=/rustc/{}", sources.display(), compiler_commit()?));
    // The splitter follows relocations.
    flags.push("-Clink-args=--emit-relocs".to_owned());
    flags.extend(FOR_SIZE.map(|flag| format!("-Cllvm-args={flag}")));
    Ok(flags.join("\x1f"))
}

fn sysroot() -> Result<PathBuf> {
    let printed = output("rustc", &["--print", "sysroot"]).context("rustc does not say where it is")?;
    Ok(PathBuf::from(printed.trim()))
}

fn compiler_commit() -> Result<String> {
    let version = output("rustc", &["-vV"]).context("rustc does not say its version")?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
    Ok(commit.context("rustc does not say its commit")?.to_owned())
}

/// The example, made by native programs from the same components as the app's.
pub struct Example {
    /// The example as HTML, for inside the element.
    pub html: String,
    /// The example as a plain table.
    pub table: String,
    /// The example as a picture.
    pub picture: String,
}

impl Example {
    /// Builds the programs that print it, and runs them.
    pub fn new() -> Result<Example> {
        let native = |arguments: &[&str]| {
            let text =
                printed(&mut command("cargo", &[&["run", "--quiet", "--profile", "quick"], arguments].concat()))?;
            Ok::<_, anyhow::Error>(text.trim().to_owned())
        };
        let print = |what| native(&["--bin", "example", "--", what]);
        Ok(Example { html: print("html")?, table: print("table")?, picture: print("picture")? + "\n" })
    }
}

/// Runs a command and returns its output, if it succeeds; its messages are shown.
fn printed(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output().context("cargo could not be started")?;
    ensure!(output.status.success(), "cargo failed in {}", root().display());
    String::from_utf8(output.stdout).context("cargo's output is not UTF-8")
}
