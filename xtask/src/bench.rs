//! Speed and memory, looked at rather than asserted.

use anyhow::Result;

use crate::run::{command, finish, root, run, say};
use crate::{browsers, build, tools};

/// The engine in Wasm in Node, then the page in Chromium.
pub fn bench() -> Result<()> {
    engine()?;
    page()
}

fn engine() -> Result<()> {
    let path = tools::path_for_builds()?;
    say("the engine in Wasm");
    let target = "wasm32-unknown-unknown";
    let arguments = ["build", "--quiet", "--release", "--bin", "engine", "--features", "bench", "--target", target];
    run("cargo", &arguments)?;
    let built = root().join("target").join(target).join("release/engine.wasm");
    let out = root().join("target/bench");
    let (built, out) = (built.display().to_string(), out.display().to_string());
    let tool = |program: &str, arguments: &[&str]| finish(command(program, arguments).env("PATH", &path));
    tool("wasm-bindgen", &["--target", "nodejs", "--out-dir", &out, &built])?;
    // As in the build.
    let wasm = format!("{out}/engine_bg.wasm");
    let features = [
        "bulk-memory",
        "bulk-memory-opt",
        "nontrapping-float-to-int",
        "sign-ext",
        "mutable-globals",
        "reference-types",
        "multivalue",
    ];
    let features: Vec<String> = features.iter().map(|feature| format!("--enable-{feature}")).collect();
    let mut arguments = vec!["-O3", &wasm, "-o", &wasm];
    arguments.extend(features.iter().map(String::as_str));
    tool("wasm-opt", &arguments)?;
    run("node", &["benches/engine.mjs", &out])
}

fn page() -> Result<()> {
    build::build()?;
    let found = browsers::find()?;
    if !found.found.contains(&"chromium") {
        eprintln!("the page is measured in Chromium, which is not there");
        return Ok(());
    }
    say("the page in Chromium (some minutes)");
    run("cargo", &["run", "--quiet", "--package", "browsers", "--bin", "measure"])
}
