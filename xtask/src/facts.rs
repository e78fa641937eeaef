//! Which documents does the code write? The catalogue becomes the page of fees and the list of ids, the table of fields the
//! tables of names in the reference. And what does the catalogue weigh?

use anyhow::{Context, Result, ensure};

use crate::assets::Kind;
use crate::build::{self, Site, compress};
use crate::run::{output, root, run, say};
use crate::sizes;

const PAGE: &str = "docs/fees.md";
const IDS: &str = "catalogue/shipped-ids.txt";
const REFERENCE: &str = "docs/reference.md";

/// The tables of names are between these two lines of the reference.
const NAMES: [&str; 2] = [
    "<!-- Generated from crates/engine/src/scenario/field.rs by `cargo xtask facts`. -->\n",
    "<!-- End of generated part. -->\n",
];

/// The most that the catalogue may weigh in the app, compressed.
const LIMIT: usize = 12_000;

/// Tests the catalogue, then writes the page of fees and the tables of names, and adds new ids to the list.
pub fn write() -> Result<()> {
    say("the catalogue's tests");
    run("cargo", &["test", "--quiet", "--test", "catalogue", "--test", "published"])?;
    for (path, text) in documents()? {
        std::fs::write(root().join(path), text).context(path)?;
        say(&format!("{path} is up to date"));
    }
    Ok(())
}

/// Fails if one of these documents is not up to date.
pub fn are_fresh() -> Result<()> {
    for (path, text) in documents()? {
        let found = std::fs::read_to_string(root().join(path)).unwrap_or_default();
        ensure!(found == text, "{path} is out of date: cargo xtask facts");
    }
    Ok(())
}

fn documents() -> Result<[(&'static str, String); 3]> {
    Ok([(PAGE, made("page")?), (IDS, ids()?), (REFERENCE, reference()?)])
}

/// The reference with fresh tables of names.
fn reference() -> Result<String> {
    let text = std::fs::read_to_string(root().join(REFERENCE)).context(REFERENCE)?;
    let [start, end] = NAMES;
    let marked = || {
        let (before, rest) = text.split_once(start)?;
        Some((before, rest.split_once(end)?.1))
    };
    let (before, after) = marked().with_context(|| format!("{REFERENCE} needs the lines {start}and {end}"))?;
    Ok(format!("{before}{start}\n{}{end}{after}", made("names")?))
}

fn made(what: &str) -> Result<String> {
    let made = output("cargo", &["run", "--quiet", "--bin", "facts", "--", what]);
    made.context("the facts could not be printed; `cargo build` says why")
}

/// Every id ever shipped, and after them those that are new.
fn ids() -> Result<String> {
    let shipped = std::fs::read_to_string(root().join(IDS)).unwrap_or_default();
    let mut ids: Vec<&str> = shipped.lines().collect();
    let now = made("ids")?;
    for id in now.lines() {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    Ok(ids.join("\n") + "\n")
}

/// The platforms that the example needs, a payment service among them, and with it every build.
const NEEDED: &str = "upwork,paypal";

/// Prints the weight of the catalogue in each module, compressed: the amount by which the same build is lighter with these
/// platforms alone, and for them as much more as their files are of all. Fails above the limit. (With none at all, code would go
/// too.)
pub fn weigh(site: &Site) -> Result<()> {
    say("what the catalogue weighs: the app with the platforms of the example");
    let few = build::wasm(&[("CATALOGUE_ONLY", NEEDED)])?;
    let (mut all, mut needed) = (0, 0);
    for entry in std::fs::read_dir(root().join("catalogue"))? {
        let path = entry?.path();
        let bytes = usize::try_from(path.metadata()?.len())?;
        all += bytes;
        if NEEDED.split(',').any(|name| path.file_stem().is_some_and(|stem| stem == name)) {
            needed += bytes;
        }
    }
    for asset in site.assets.iter().filter(|asset| asset.kind() == Kind::Wasm) {
        let name = &asset.name;
        let alone = few.get(&**name).map_or(Ok(0), |module| Ok::<_, anyhow::Error>(compress::brotli(module)?.len()))?;
        let weight = sizes::weight(site, asset)?.saturating_sub(alone) * all / (all - needed);
        println!("the catalogue in {name:<28} {weight:>6} bytes, brotli; limit {LIMIT}");
        ensure!(weight <= LIMIT, "the catalogue weighs {weight} bytes in {name}, more than {LIMIT}");
    }
    Ok(())
}
