//! How is the site built? In one pipeline, which `cargo xtask build`, `cargo xtask serve` and Trunk's hook run:
//!
//! 1. `compile`: cargo builds the app as one Wasm module, and natively the programs that print the example.
//! 2. `linked` reads it; `unused` removes what Yew never runs here, and `panics` the reasons of panics; `split`: the module is
//!    taken apart, into what is needed at once and parts that come later.
//! 3. `bind`: wasm-bindgen writes the script through which others call the app.
//! 4. `scripts`: scripts and style sheets are minified; `names` shortens names in Wasm accordingly.
//! 5. `optimise`: wasm-opt makes each Wasm file small, and `order` puts its functions in order; `symbols` lists what they are
//!    called.
//! 6. `pages`: the example is written into the pages, and their words: `texts`.
//! 7. `single`: everything is put into the single file.
//! 8. `publish`: each file gets its address, most of them with a hash, and the others mention it by that.
//! 9. `cards`: if the build knows the site's address, pages describe what a pasted address shows. `frame`: the page for frames
//!    is put into a folder as well; `worker`: the service worker gets its list of files.
//! 10. `compress`: each file is compressed; `hosting`: headers are written.
//!
//! `plugin` puts the site into a plugin for `WordPress`. `package` makes the package for npm of the same files; `types` describes
//! it to TypeScript and editors, by the names that `reference` reads in the documents.
//!
//! The table in `assets` lists what is published, and how.

pub mod bind;
pub mod cards;
pub mod compile;
pub mod compress;
pub mod files;
pub mod frame;
pub mod hosting;
pub mod keep;
mod linked;
pub mod names;
pub mod optimise;
mod order;
pub mod package;
pub mod pages;
mod panics;
pub mod plugin;
pub mod publish;
pub mod reference;
pub mod scripts;
pub mod single;
pub mod split;
mod symbols;
pub mod texts;
pub mod types;
pub mod unused;
pub mod worker;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{fs, thread};

use anyhow::{Context, Result, anyhow, ensure};

use crate::assets::{self, Asset, Kind, ONE_FILE, Source};
use crate::run::{root, say};
use crate::tools;
use compile::Example;
use files::{Files, Parts, write};
use linked::Linked;
use publish::Published;
use texts::{Inside, Texts};

/// The output of the pipeline.
pub struct Site {
    pub assets: Vec<Asset>,
    pub parts: Parts,
    pub published: Published,
    /// The package for npm.
    pub package: Files,
    /// Compressed files.
    pub packed: Files,
    texts: Texts,
    times: Times,
}

/// The release in `dist/`, with what a host needs.
pub fn build() -> Result<Site> {
    build_as(&[])
}

/// The same with options: `keep` leaves the files of the previous build, and an address is that of the site.
pub fn build_as(words: &[&str]) -> Result<Site> {
    let (keep, addresses): (Vec<&str>, Vec<&str>) = words.iter().partition(|word| **word == "keep");
    ensure!(addresses.len() < 2, "a site has one address, not {}", addresses.join(" and "));
    let mut site = Site::make(addresses.first().copied())?;
    site.write(&dist(), !keep.is_empty())?;
    package::write(&site.package)?;
    plugin::write(&site.published.files, &site.texts)?;
    site.times.print();
    Ok(site)
}

/// The same in the folder that Trunk names, in place of what Trunk has put there.
pub fn for_trunk() -> Result<()> {
    let folder = std::env::var("TRUNK_STAGING_DIR").context("Trunk calls this, as Trunk.toml says")?;
    Site::make(None)?.write(Path::new(&folder), false)
}

/// The same in `dist/` without compressed files, which no server on this machine sends.
pub fn for_serving() -> Result<()> {
    write(&Site::make(None)?.published.files, &dist())
}

/// The app's Wasm files alone, as they are published. `env` is for the engine's build script.
pub fn wasm(env: &[(&str, &str)]) -> Result<Files> {
    tools::install()?;
    let mut files = App::make(&compile::app(env)?, &Texts::read()?, &mut Times::new())?.files;
    files.retain(|name, _| Kind::of(name) == Kind::Wasm);
    Ok(files)
}

pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The app's Wasm, and all scripts and style sheets.
struct App {
    assets: Vec<Asset>,
    parts: Parts,
    files: Files,
}

impl App {
    fn make(module: &[u8], texts: &Texts, times: &mut Times) -> Result<App> {
        let split = times.of("parts", || split::split(&without_unused(module)?))?;
        let assets = assets::all(split.files.keys().cloned());
        let mut bound = times.of("bindings", || bind::for_page(split.main))?;
        let scripts =
            times.of("scripts and styles", || scripts::minified(&assets, bound.script(), &split.parts, texts))?;
        let mut files = split.files;
        for part in files.values_mut() {
            *part = symbols::readable(part)?;
        }
        scripts.names.shorten(bound.module())?;
        names::blank_paths(bound.module(), &fs::read_to_string(root().join("Cargo.lock"))?);
        files.insert(assets::APP[1].to_owned(), bound.module().emit_wasm());
        times.of("optimising", || optimise::optimise(&mut files))?;
        files.extend(scripts.files);
        Ok(App { assets, parts: split.parts, files })
    }
}

impl Site {
    fn make(address: Option<&str>) -> Result<Site> {
        let mut times = Times::new();
        let texts = Texts::read()?;
        let (module, example) = times.of("compiling", compile)?;
        let mut app = App::make(&module, &texts, &mut times)?;
        let package = times.of("package", || package::made(&app.assets, &mut app.files))?;
        let published = times.of("pages and names", || published(&app.assets, app.files, &example, &texts, address))?;
        Ok(Site { assets: app.assets, parts: app.parts, published, package, packed: Files::new(), texts, times })
    }

    /// Writes all files, with headers and compressed ones, into a folder, which may keep those of the previous build.
    fn write(&mut self, folder: &Path, keep: bool) -> Result<()> {
        let files = &self.published.files;
        self.packed = self.times.of("compressing", || compress::compressed(files))?;
        let mut all = files.clone();
        all.insert(hosting::HEADERS.to_owned(), hosting::headers(&self.published).into_bytes());
        all.extend(self.packed.clone());
        if keep {
            keep::add(folder, &mut all);
        }
        write(&all, folder)
    }
}

/// The site of the app's files, the pages, and what is published as it is.
fn published(
    assets: &[Asset],
    mut files: Files,
    example: &Example,
    texts: &Texts,
    address: Option<&str>,
) -> Result<Published> {
    files.extend(pages::filled(assets, example, texts)?);
    for asset in assets {
        if let (Source::File(path), Kind::Other) = (asset.source, asset.kind()) {
            let mut bytes = fs::read(root().join(path)).context(path)?;
            if path.ends_with(".webmanifest") {
                bytes = texts.fill(str::from_utf8(&bytes).context(path)?, Inside::Quotes).into_bytes();
            }
            files.insert(asset.name.to_string(), bytes);
        }
    }
    let one_file = single::one_file(assets, &mut files)?;
    files.insert(ONE_FILE.to_owned(), one_file);
    let mut site = publish::published(assets, files)?;
    symbols::address(&mut site);
    frame::add_folder(&mut site)?;
    if let Some(address) = address {
        cards::add(&mut site, address)?;
    }
    worker::write_list(assets, &mut site)?;
    Ok(site)
}

/// The linker's module without code that is never run, and without the reasons of panics.
fn without_unused(module: &[u8]) -> Result<Vec<u8>> {
    let mut linked = Linked::read(module)?;
    unused::remove(&mut linked)?;
    panics::shorten(&mut linked)?;
    linked.written()
}

/// Compiles the app and the example at the same time, and meanwhile installs the tools that are needed next.
fn compile() -> Result<(Vec<u8>, Example)> {
    tools::wasm_target()?;
    thread::scope(|scope| {
        let installing = scope.spawn(tools::install);
        let example = scope.spawn(Example::new);
        let module = compile::app(&[])?;
        let panicked = |_| anyhow!("a thread of the build panicked");
        installing.join().map_err(panicked)??;
        Ok((module, example.join().map_err(panicked)??))
    })
}

/// The time that each stage takes.
struct Times(Vec<(&'static str, Duration)>);

impl Times {
    fn new() -> Times {
        Times(vec![])
    }

    fn of<T>(&mut self, stage: &'static str, run: impl FnOnce() -> Result<T>) -> Result<T> {
        say(stage);
        let began = Instant::now();
        let done = run();
        self.0.push((stage, began.elapsed()));
        done
    }

    fn print(&self) {
        for (stage, time) in &self.0 {
            println!("{stage:<28} {:>7.1} s", time.as_secs_f64());
        }
    }
}
