//! What does the build generate from `words/en.ftl`? A function for each message without places, and a struct with a
//! field for each place for every other one. A mistake in the file, or between it and the code that uses it, stops the
//! build with file and line.

mod code;
mod message;
mod uses;

use std::path::Path;
use std::{env, fs, process};

use message::{FILE, Slip};
use uses::Uses;

fn main() {
    for path in [FILE, "src"] {
        println!("cargo:rerun-if-changed={}", fs::canonicalize(path).expect("the crate has it").display());
    }
    let text = fs::read_to_string(FILE).expect("the words can be read");
    let messages = message::read(&text).unwrap_or_else(|slips| stop(slips));
    let uses = Uses::in_folder(Path::new("src")).expect("the sources can be read");
    let slips = uses.differences(&messages);
    if !slips.is_empty() {
        stop(slips);
    }
    let out = env::var("OUT_DIR").expect("Cargo says where to");
    fs::write(Path::new(&out).join("text.rs"), code::of(&messages)).expect("the code can be written");
}

/// Reports every mistake, and stops the build.
fn stop(slips: Vec<Slip>) -> ! {
    for Slip { file, line, what } in slips {
        println!("cargo::error={file}:{line}: {what}");
    }
    process::exit(1)
}
