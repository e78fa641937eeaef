//! How fast is it, how much memory does it take, and how much is downloaded? The results are looked at rather than asserted, and
//! written into docs/measurements.md.

use anyhow::{Context, Result};

use crate::build::{bind, compile, optimise, split};
use crate::run::{output, root, say, scratch};
use crate::{browsers, build, sizes, tools};

const PAGE: &str = "docs/measurements.md";

/// The heading from which on the page is kept.
const KEPT: &str = "\n## Goals\n";

/// Measures the engine in Wasm in Node, then the page in Chromium, and writes down the results.
pub fn bench() -> Result<()> {
    let engine = engine()?;
    let site = build::build()?;
    let weights = sizes::together(&site)?;
    let page = page()?;
    let day = output("date", &["+%F"]).unwrap_or_default();
    let cores = std::thread::available_parallelism()?;
    let text = format!(
        "# Measurements\n\n\
         Written by `cargo xtask bench` on {}, on a machine with {cores} processors. Times vary by a factor of three and more \
         while anything else runs: compare lines of one run. The page “by hand” is `tests/browser/pages/floor.html`: five \
         sliders and their sums, without tracks, exactness or a framework.\n\n\
         ## The engine\n\nMedians of 15 rounds; what may go wrong, of 9.\n\n```\n{}\n```\n\n\
         ## The page\n\n\
         Until the example can be read: first contentful paint at 150 ms, 1.6 Mbit/s and a processor slowed four times. Input to \
         changed DOM: from the event to the last change before the next frame, over the five main \
         sliders (with a list, the four that it has), panels closed except where the line says otherwise; the shift is the \
         layout's, of all moves together. Memory: script heap and Wasm memory after collecting garbage; the first line is a page without the element.\n\n```\n{}\n```\n\n\
         ## Download size\n\nCompressed with brotli, except where the line says otherwise, and the limit that `cargo xtask check` \
         guards.\n\n```\n{}\n```\n",
        day.trim(),
        engine.trim_end(),
        page.trim_end(),
        weights.trim_end()
    );
    std::fs::write(root().join(PAGE), text + &kept()).context(PAGE)
}

/// The rest of the page, which is written by hand: its measurements take too long to repeat each time.
fn kept() -> String {
    let before = std::fs::read_to_string(root().join(PAGE)).unwrap_or_default();
    before.find(KEPT).map(|start| before[start..].to_owned()).unwrap_or_default()
}

/// Measures the engine in Wasm in Node, which takes half a minute.
pub fn engine() -> Result<String> {
    tools::install()?;
    say("the engine in Wasm");
    let module = compile::wasm(&["--bin", "engine", "--features", "bench"], &[])?;
    let folder = scratch("bench")?;
    bind::for_node("engine", split::split(&module)?.main, &folder)?;
    // As in the build.
    let wasm = folder.join("engine_bg.wasm");
    std::fs::write(&wasm, optimise::optimised(&std::fs::read(&wasm)?)?)?;
    printed("node", &["benches/engine.mjs", &folder.display().to_string()])
}

fn page() -> Result<String> {
    let found = browsers::find()?;
    if !found.found.contains(&"chromium") {
        return Ok("not measured: Chromium is not installed".to_owned());
    }
    say("the page in Chromium (some minutes)");
    printed("cargo", &["run", "--quiet", "--package", "browsers", "--bin", "measure"])
}

/// Runs a program and returns its output, which is shown as well.
fn printed(program: &str, arguments: &[&str]) -> Result<String> {
    let text = output(program, arguments).with_context(|| format!("{program} failed"))?;
    println!("{text}");
    Ok(text)
}
