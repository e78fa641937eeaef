//! Everything that can be said without running the product.

use anyhow::{Result, ensure};

use crate::run::{command, finish, root, run, say};
use crate::{documents, facts, licences, sizes, stage, tools};

/// Format, lints, documentation, licences, and the limits on what travels.
pub fn check() -> Result<()> {
    say("format");
    run("cargo", &["fmt", "--all", "--check"])?;
    say("files that documents name");
    documents::check()?;
    tools::wasm_target()?;
    // The tests' dependencies do not all build for Wasm.
    let wasm = ["--lib", "--bins", "--features", "bench", "--target", "wasm32-unknown-unknown"];
    let first = ["--lib", "--bin", "take-home-app", "--target", "wasm32-unknown-unknown"];
    let panels = ["--lib", "--bin", "take-home-panels", "--no-default-features", "--features", "panels"];
    let panels = [&panels[..], &["--target", "wasm32-unknown-unknown"]].concat();
    let engine = ["--all-targets", "--no-default-features", "--features", "text"];
    let page = ["--all-targets", "--features", "prerender"];
    for what in [&engine[..], &page, &wasm, &first, &panels] {
        say(&format!("lints, {}", what.join(" ")));
        run("cargo", &[&["clippy", "--quiet"][..], what, &["--", "-D", "warnings"]].concat())?;
    }
    say("lints of the tools and the browser tests");
    let others =
        ["clippy", "--quiet", "--all-targets", "--package", "xtask", "--package", "browsers", "--", "-D", "warnings"];
    run("cargo", &others)?;
    say("documentation");
    finish(
        command("cargo", &["doc", "--quiet", "--no-deps", "--document-private-items"])
            .env("RUSTDOCFLAGS", "-D warnings"),
    )?;
    licences::check()?;
    say("generated documents");
    facts::are_fresh()?;
    let taken = std::fs::read_to_string(root().join("docs/example.svg"))?;
    ensure!(
        taken == stage::copy("picture")?,
        "docs/example.png shows another example: `cargo xtask shots` takes it anew"
    );
    facts::weigh()?;
    sizes::guard()
}
