//! Speed and memory, looked at rather than asserted.

use anyhow::Result;

use crate::build::{bind, compile, optimise, split};
use crate::run::{run, say, scratch};
use crate::{browsers, build, tools};

/// The engine in Wasm in Node, then the page in Chromium.
pub fn bench() -> Result<()> {
    engine()?;
    page()
}

fn engine() -> Result<()> {
    tools::install()?;
    say("the engine in Wasm");
    let module = compile::wasm(&["--bin", "engine", "--features", "bench"], &[])?;
    let folder = scratch("bench")?;
    bind::for_node("engine", split::split(&module)?.main, &folder)?;
    // As in the build.
    let wasm = folder.join("engine_bg.wasm");
    std::fs::write(&wasm, optimise::optimised(&std::fs::read(&wasm)?)?)?;
    run("node", &["benches/engine.mjs", &folder.display().to_string()])
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
