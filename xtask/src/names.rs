//! Short names where scripts and Wasm meet. What wasm-bindgen calls `__wbg_addEventListener_83ef16da0995f634` travels
//! twice, once in each file, and half of it is a hash that does not compress.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{ExportSection, ImportSection, Module};

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
}
