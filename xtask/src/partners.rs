//! Which programs of others does the element meet in tests? Frameworks, converters and extensions from npm, each as one script.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use crate::run::{command, finish, root, say};
use crate::tools;

/// A program: the name of its script and of what that defines, the package with its version, and what tests use of it.
type Partner = (&'static str, &'static str, &'static str, &'static str);

const REACT: &str = "export { createElement } from 'react'; export { createRoot } from 'react-dom/client'; export { flushSync } from 'react-dom';";

const PARTNERS: [Partner; 7] = [
    ("turbo", "@hotwired/turbo", "8.0.23", "export * from '@hotwired/turbo';"),
    ("react18", "react-dom", "18.3.1", REACT),
    ("react19", "react-dom", "19.3.1", REACT),
    ("preact", "preact", "11.2.0", "export { createElement, render } from 'preact';"),
    ("darkreader", "darkreader", "4.9.133", "export { enable, disable } from 'darkreader';"),
    ("showdown", "showdown", "2.1.0", "export { Converter } from 'showdown';"),
    ("wordpress", "@wordpress/autop", "4.56.0", "export { autop } from '@wordpress/autop';"),
];

/// The folder with their scripts; makes those that are missing.
pub fn scripts() -> Result<PathBuf> {
    let folder = root().join("target/partners");
    fs::create_dir_all(&folder)?;
    for (name, package, version, used) in PARTNERS {
        let script = folder.join(format!("{name}-{version}.js"));
        let published = folder.join(format!("{name}.js"));
        if !script.exists() {
            let package = tools::npm_package(package, version)?;
            let modules = package.ancestors().find(|folder| folder.ends_with("node_modules")).unwrap_or(&package);
            say(&format!("bundling {name}"));
            let entry = folder.join(format!("{name}.entry.js"));
            fs::write(&entry, used)?;
            let arguments = [
                entry.display().to_string(),
                "--bundle".into(),
                "--format=iife".into(),
                format!("--global-name={name}"),
                "--define:process.env.NODE_ENV=\"production\"".into(),
                "--log-level=error".into(),
                format!("--outfile={}", script.display()),
            ];
            let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
            finish(command(&tools::esbuild()?, &arguments).env("NODE_PATH", modules))?;
        }
        fs::copy(&script, &published)?;
    }
    Ok(folder)
}
