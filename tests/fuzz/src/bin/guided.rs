//! The same texts, guided by which code they reach: libFuzzer's loop around one target, named in `FUZZ_TARGET`.
#![no_main]

use std::sync::LazyLock;

use fuzz::{TARGETS, Target};
use libfuzzer_sys::fuzz_target;

static TARGET: LazyLock<Target> = LazyLock::new(|| {
    let name = std::env::var("FUZZ_TARGET").unwrap_or_default();
    TARGETS.into_iter().find(|(target, _)| *target == name).expect("FUZZ_TARGET names a target")
});

fuzz_target!(|text: &[u8]| {
    if let Ok(text) = std::str::from_utf8(text) {
        (TARGET.1)(text);
    }
});
