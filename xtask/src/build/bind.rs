//! How do scripts and Wasm call each other? wasm-bindgen decides, as a library of the version in Cargo.lock.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use walrus::Module;
use wasm_bindgen_cli_support::{Bindgen, Output};

/// A module, and the script through which other scripts call it.
pub struct Bound(Output);

impl Bound {
    pub fn script(&self) -> &str {
        self.0.js()
    }

    pub fn module(&mut self) -> &mut Module {
        self.0.wasm_mut()
    }
}

/// Binds a module for a page.
pub fn for_page(module: Vec<u8>) -> Result<Bound> {
    let mut bindgen = Bindgen::new();
    // Parts import what the linker exports; and the loader knows where the Wasm is.
    bindgen.web(true)?.keep_lld_exports(true).omit_default_module_path(true);
    let output = generated(&mut bindgen, "app", module)?;
    let is_alone = output.snippets().values().all(Vec::is_empty) && output.local_modules().is_empty();
    ensure!(is_alone, "a crate brings a script, for which the table of assets has no row");
    Ok(Bound(output))
}

/// Binds a module for Node, and writes it into a folder.
pub fn for_node(name: &str, module: Vec<u8>, folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.nodejs(true)?;
    generated(&mut bindgen, name, module)?.emit(folder)
}

fn generated(bindgen: &mut Bindgen, name: &str, module: Vec<u8>) -> Result<Output> {
    bindgen.input_bytes(name, module).typescript(false).demangle(false);
    bindgen.generate_output().context("wasm-bindgen")
}
