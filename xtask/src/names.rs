//! Short names where scripts and Wasm meet. What wasm-bindgen calls `__wbg_addEventListener_83ef16da0995f634` travels
//! twice, once in each file, and half of it is a hash that does not compress. Nor do the paths of other people's source
//! files, which stand in a module for what a panic says; the files' own names are enough there.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{DataSection, ExportSection, ImportSection, Module};

/// What only wasm-bindgen names so; names that a page calls are left alone.
pub const PATTERN: &str = "--mangle-props=^__wb";

/// Long names and their short ones, as the scripts got them.
pub struct Names(BTreeMap<String, String>);

impl Names {
    /// Reads the list that esbuild wrote.
    pub fn read(list: &Path) -> Result<Names> {
        Ok(Names(serde_json::from_slice(&std::fs::read(list)?).context("esbuild's list of names")?))
    }

    /// Gives what a Wasm module takes in and hands out the names that the scripts now know.
    pub fn rename_in(&self, file: &Path) -> Result<()> {
        let before = std::fs::read(file)?;
        let mut module = Module::new();
        let mut renaming = Renaming { names: &self.0, renamed: 0 };
        renaming.parse_core_module(&mut module, wasmparser::Parser::new(0), &before)?;
        ensure!(renaming.renamed > 0, "{}: nothing was renamed", file.display());
        std::fs::write(file, module.finish())?;
        Ok(())
    }
}

struct Renaming<'a> {
    names: &'a BTreeMap<String, String>,
    renamed: usize,
}

impl Renaming<'_> {
    fn short<'a>(&'a mut self, name: &'a str) -> &'a str {
        let short = self.names.get(name);
        self.renamed += usize::from(short.is_some());
        short.map_or(name, String::as_str)
    }
}

impl Reencode for Renaming<'_> {
    type Error = std::convert::Infallible;

    fn parse_imports(
        &mut self,
        section: &mut ImportSection,
        imports: wasmparser::Imports<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let wasmparser::Imports::Single(offset, import) = imports else {
            return utils::parse_imports(self, section, imports);
        };
        let name = self.short(import.name).to_owned();
        let import = wasmparser::Import { name: &name, ..import };
        utils::parse_imports(self, section, wasmparser::Imports::Single(offset, import))
    }

    fn parse_export(
        &mut self,
        exports: &mut ExportSection,
        export: wasmparser::Export<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let name = self.short(export.name).to_owned();
        utils::parse_export(self, exports, wasmparser::Export { name: &name, ..export })
    }

    fn parse_data(&mut self, data: &mut DataSection, datum: wasmparser::Data<'_>) -> Result<(), Error<Self::Error>> {
        let mut bytes = datum.data.to_vec();
        without_folders(&mut bytes);
        utils::parse_data(self, data, wasmparser::Data { data: &bytes, ..datum })
    }
}

/// Makes nothing of the folders of source files that are not ours. Their texts keep their length, since others point to
/// where they begin and what follows.
fn without_folders(data: &mut [u8]) {
    const ROOTS: [&[u8]; 3] = [b"/rustc/", b"/rust/deps/", b"/registry/src/"];
    let mut at = 0;
    while at < data.len() {
        let Some(root) = ROOTS.into_iter().find(|root| data[at..].starts_with(root)) else {
            at += 1;
            continue;
        };
        let is_path = |byte: &u8| byte.is_ascii_alphanumeric() || b"/._+-".contains(byte);
        let path = data[at..].iter().take_while(|byte| is_path(byte)).count();
        let Some(length) = data[at..at + path].windows(3).position(|part| part == b".rs") else {
            at += root.len();
            continue;
        };
        let end = at + length;
        let folders = data[at..end].iter().rposition(|byte| *byte == b'/').map_or(at, |length| at + length);
        // Where Cargo keeps its registry is this machine's own affair.
        let before = data[..at].iter().rev().take_while(|byte| is_path(byte)).count();
        let home = data[at - before..at].windows(6).rposition(|part| part == b".cargo").map_or(at, |found| {
            let start = data[at - before..at - before + found].iter().position(|byte| *byte == b'/');
            at - before + start.unwrap_or(found)
        });
        data[home..folders].fill(0);
        at = end;
    }
}

#[cfg(test)]
mod tests {
    use super::without_folders;

    #[test]
    fn folders_go_and_names_stay() {
        let mut data =
            b"Upwork12/root/.cargo/registry/src/index-19/yew-0.23.0/src/lib.rs, /rustc/5980/library/add.rs src/ours.rs"
                .to_vec();
        without_folders(&mut data);
        let left: Vec<u8> = data.iter().copied().filter(|byte| *byte != 0).collect();
        assert_eq!(String::from_utf8(left).unwrap(), "Upwork12/lib.rs, /add.rs src/ours.rs");
    }
}
