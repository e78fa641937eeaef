//! Does the calculator work on real servers, in real generators and with real bundlers? Each gets a small site, with the lines that the
//! documents give. Run by `cargo xtask hosts`, which installs the programs; prints the table of docs/embedding.md.

mod article;
mod bundlers;
mod database;
mod documents;
mod frameworks;
mod generators;
mod ghost;
mod github;
mod php;
mod process;
mod servers;
mod site;
mod wordpress;

use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use browsers::{Engine, Page, Server};

/// A check of a host: gives the version of the program.
type Check = for<'a> fn(&'a Page<'a>, &'a Path) -> Pin<Box<dyn Future<Output = Result<String>> + 'a>>;

/// The name of a host in the documents, and its check.
macro_rules! hosts {
    ($($name:literal: $check:path),+ $(,)?) => {
        [$(($name, (|page, folder| Box::pin($check(page, folder))) as Check)),+]
    };
}

const HOSTS: &[(&str, Check)] = &hosts! {
    "nginx": servers::nginx,
    "Apache": servers::apache,
    "Caddy": servers::caddy,
    "lighttpd": servers::lighttpd,
    "Cloudflare Pages (wrangler)": servers::cloudflare,
    "Netlify (its reader of `_headers`)": servers::netlify,
    "serve": servers::serve_js,
    "superstatic (Firebase)": servers::superstatic,
    "GitHub Pages, from a workflow (its rules in nginx)": github::workflow,
    "GitHub Pages, from a branch (its rules and Jekyll)": github::branch,
    "Hugo": generators::hugo,
    "Jekyll": generators::jekyll,
    "Eleventy": generators::eleventy,
    "Astro": generators::astro,
    "MkDocs": generators::mkdocs,
    "Material for MkDocs": generators::material,
    "Pelican": generators::pelican,
    "Next.js 15": generators::next_15,
    "Next.js 16": generators::next_16,
    "SvelteKit": generators::sveltekit,
    "Docusaurus": generators::docusaurus,
    "WordPress": wordpress::wordpress,
    "WordPress with other versions of PHP": wordpress::others,
    "Ghost": ghost::ghost,
    "Vite": bundlers::vite,
    "webpack": bundlers::webpack,
    "Rollup": bundlers::rollup,
    "esbuild": bundlers::esbuild,
    "Parcel": bundlers::parcel,
    "a CDN for npm (`+esm`, by Rollup)": bundlers::cdn,
    "React 18": frameworks::react_18,
    "React 19": frameworks::react_19,
    "Vue": frameworks::vue,
    "Svelte": frameworks::svelte,
};

fn main() -> ExitCode {
    let done = tokio::runtime::Runtime::new().map_err(Into::into).and_then(|runtime| runtime.block_on(check()));
    if let Err(error) = &done {
        eprintln!("error: {error:#}");
    }
    if done.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

async fn check() -> Result<()> {
    let wanted: Vec<String> = std::env::args().skip(1).map(|word| word.to_lowercase()).collect();
    let is_wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|word| name.to_lowercase().contains(word));
    let session = Engine::Chromium.start().await?;
    session.client.set_window_size(1280, 1400).await?;
    let server = Server::start();
    let page = Page { client: &session.client, server: &server };
    let (mut rows, mut failures) = (vec![], vec![]);
    for (name, check) in HOSTS.iter().filter(|(name, _)| is_wanted(name)) {
        let began = Instant::now();
        let short = short(name);
        let folder = folder(&short)?;
        article::begin(&short)?;
        match check(&page, &folder).await {
            Ok(version) => {
                eprintln!("{name} {version}: works ({:.0} s)", began.elapsed().as_secs_f64());
                rows.push(format!("| {name} | {version} |"));
                // What failed stays there to be looked at.
                std::fs::remove_dir_all(&folder)?;
            }
            Err(error) => {
                eprintln!("{name}: {error:#}");
                failures.push(*name);
            }
        }
    }
    let table = format!("| program | version |\n|---|---|\n{}\n", rows.join("\n"));
    print!("{table}");
    // The reasons are above.
    ensure!(failures.is_empty(), "failed: {}", failures.join(", "));
    // Only a run of all of them says what works.
    if wanted.is_empty() { documents::write_table(&table) } else { Ok(()) }
}

/// A host's name as that of a folder.
fn short(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase()
}

/// An empty folder for a host.
fn folder(name: &str) -> Result<PathBuf> {
    let folder = std::env::temp_dir().join(format!("take-home-hosts-{}", std::process::id())).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// The folder of an npm package that `cargo xtask hosts` has installed, by its name or, as `next@15`, with how its version begins.
fn npm(package: &str) -> Result<PathBuf> {
    let (name, version) = match package.rsplit_once('@') {
        Some((name, version)) if !name.is_empty() => (name, format!("{version}.")),
        _ => (package, String::new()),
    };
    let list = std::env::var("HOSTS_NPM").context("`cargo xtask hosts` sets HOSTS_NPM")?;
    let folders = std::env::split_paths(&list).map(|modules| modules.join(name));
    let is_wanted = |folder: &PathBuf| version_in(folder).is_ok_and(|found| found.starts_with(&version));
    folders.into_iter().find(is_wanted).with_context(|| format!("{package} is not installed"))
}

fn npm_version(package: &str) -> Result<String> {
    version_in(&npm(package)?)
}

fn version_in(folder: &Path) -> Result<String> {
    let text = std::fs::read_to_string(folder.join("package.json"))?;
    let value: serde_json::Value = serde_json::from_str(&text)?;
    Ok(value["version"].as_str().context("a version")?.to_owned())
}
