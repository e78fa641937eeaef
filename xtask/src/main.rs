//! Which commands does the project have? Each installs what it is missing, pinned, and reports what it is doing.
//!
//! `build` is the pipeline from the sources to `dist/`: compile, split, bind, scripts, optimise, pages, single, publish, worker,
//! hosting. `assets` is the one table of its output.

mod assets;
mod build;
mod serve;
mod sizes;

mod bench;
mod check;
mod documents;
mod due;
mod facts;
mod fuzz;
mod ghost;
mod hosts;
mod licences;
mod notices;
mod proof;
mod scripts;
mod test;

mod browsers;
mod fonts;
mod partners;
mod run;
mod tools;
mod typed;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask serve   build, serve, and print the address; builds anew when a file changes; --port 9000 for another port
cargo xtask build   the release, into dist/: works in any folder of any static host; with the site's address also what a pasted address shows;
                    keep: hashed files of the previous build stay for readers who have its pages open
cargo xtask check   format, lints, script types and tests, documents, licences, size limits; with Trunk installed, whether it builds the same
cargo xtask test    every test: the engine, the components, and the built page in Chromium, Firefox and WebKit
cargo xtask hosts   the built page on real servers, in generators and with bundlers; with words, only those with one of them in their name
cargo xtask facts   tests the catalogue, then writes docs/fees.md, the names in docs/reference.md and the list of ids;
                    due: which pages to read again first
cargo xtask notices whose code is in the build, and under which licences: writes both lists, after dependencies have changed
cargo xtask proof   a second engine, written from the documents, on 1,000,000 random plans and every edge case: proof [COUNT] [SEED];
                    browser [COUNT]: on as many in the built page
cargo xtask fuzz    100,000 texts nobody would write, as fees, links, numbers, lists, files, saved lists and attributes: fuzz [COUNT] [SEED]
cargo xtask shots   screenshots of every state, width and theme into screenshots/
cargo xtask bench   speed of the engine in Wasm and of the page in Chromium, and memory; `bench engine` for the engine alone
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["serve", rest @ ..] => serve::serve(rest),
        ["build", words @ ..] => build::build_as(words).and_then(|site| sizes::print(&site)),
        ["check"] => check::check(),
        ["test", filter @ ..] => test::test(filter),
        ["hosts", words @ ..] => hosts::hosts(words),
        ["facts"] => facts::write(),
        ["facts", "due"] => due::print(false),
        ["facts", "due", "all"] => due::print(true),
        ["bench"] => bench::bench(),
        ["bench", "engine"] => bench::engine().map(drop),
        ["fuzz", rest @ ..] => fuzz::fuzz(rest),
        ["notices"] => notices::write(),
        ["proof", "browser"] => test::proof_in_browser("10000"),
        ["proof", "browser", plans] => test::proof_in_browser(plans),
        ["proof", rest @ ..] => proof::proof(rest),
        ["shots"] => test::shots(),
        // Trunk's hook.
        ["stage"] => build::for_trunk(),
        _ => {
            eprint!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
