//! Which names do scripts and Wasm share? Short ones: `__wbg_addEventListener_83ef16da0995f634`, as wasm-bindgen writes it, would
//! be downloaded twice, and half of it is a hash that does not compress.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use walrus::{Data, Module};

/// The pattern of names that only wasm-bindgen uses; esbuild shortens them. Names that a page or a part uses are left alone.
pub const PATTERN: &str = "--mangle-props=^__wb";

/// Long names and their short ones, as the scripts got them.
pub struct Names(BTreeMap<String, String>);

impl Names {
    /// Reads the list that esbuild wrote.
    pub fn read(list: &Path) -> Result<Names> {
        Ok(Names(serde_json::from_slice(&std::fs::read(list)?).context("esbuild's list of names")?))
    }

    /// Gives a module's imports and exports the names that the scripts now know.
    pub fn shorten(&self, module: &mut Module) -> Result<()> {
        let imports = module.imports.iter_mut().map(|import| &mut import.name);
        let exports = module.exports.iter_mut().map(|export| &mut export.name);
        let mut renamed = 0;
        for name in imports.chain(exports) {
            if let Some(short) = self.0.get(name) {
                name.clone_from(short);
                renamed += 1;
            }
        }
        ensure!(renamed > 0, "esbuild and wasm-bindgen agree on no name");
        Ok(())
    }
}

/// Blanks the paths of other people's source files. Nobody reads what is left of them: a panic has a stack (`symbols`).
pub fn blank_paths(module: &mut Module, lock: &str) {
    let value =
        |line: &str, key: &str| line.strip_prefix(key).map(|value| value.trim_matches([' ', '=', '"']).to_owned());
    let names = lock.lines().filter_map(|line| value(line, "name"));
    let versions = lock.lines().skip_while(|line| !line.starts_with("[[")).filter_map(|line| value(line, "version"));
    let packages = names.zip(versions).map(|(name, version)| format!("{name}-{version}/src/"));
    let beginnings: Vec<String> = packages.chain(["/rustc/".to_owned()]).collect();
    let all: Vec<_> = module.data.iter().map(Data::id).collect();
    for data in all {
        for beginning in &beginnings {
            blank(&mut module.data.get_mut(data).value, beginning.as_bytes());
        }
    }
}

/// Blanks the paths that begin like this.
fn blank(bytes: &mut [u8], beginning: &[u8]) {
    const END: &[u8] = b".rs";
    let find = |bytes: &[u8], text: &[u8]| bytes.windows(text.len()).position(|window| window == text);
    let mut from = 0;
    while let Some(start) = find(&bytes[from..], beginning).map(|at| from + at) {
        let Some(length) = find(&bytes[start..], END) else { return };
        from = start + length + END.len();
        bytes[start..from].fill(b'-');
    }
}
