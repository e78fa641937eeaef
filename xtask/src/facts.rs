//! What is made of the catalogue for people: the page of facts and the list of ids. And what the catalogue weighs.

use anyhow::{Context, Result, ensure};

use crate::assets::Kind;
use crate::build::{self, Site, hosting};
use crate::run::{output, root, run, say};
use crate::sizes;

const PAGE: &str = "docs/fees.md";
const IDS: &str = "catalogue/shipped-ids.txt";

/// The most that the catalogue may weigh in the app, compressed.
const LIMIT: usize = 12_000;

/// Tests the catalogue, then writes the page and adds new ids to the list.
pub fn write() -> Result<()> {
    say("the catalogue's tests");
    run("cargo", &["test", "--quiet", "--test", "catalogue", "--test", "published"])?;
    std::fs::write(root().join(PAGE), made("page")?).context(PAGE)?;
    std::fs::write(root().join(IDS), ids()?).context(IDS)?;
    say(&format!("{PAGE} and {IDS} are as the catalogue has it"));
    Ok(())
}

/// Fails where they are not as the catalogue has it.
pub fn are_fresh() -> Result<()> {
    let is = |path: &str, text: String| -> Result<bool> {
        Ok(std::fs::read_to_string(root().join(path)).unwrap_or_default() == text)
    };
    ensure!(is(PAGE, made("page")?)?, "{PAGE} is not as the catalogue has it: cargo xtask facts");
    ensure!(is(IDS, ids()?)?, "{IDS} lacks an id of the catalogue: cargo xtask facts");
    Ok(())
}

fn made(what: &str) -> Result<String> {
    let made = output("cargo", &["run", "--quiet", "--bin", "facts", "--", what]);
    made.context("the catalogue could not be printed; `cargo build` says why")
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

/// Prints what the catalogue weighs in each module, compressed: what the same build weighs less with these platforms alone,
/// and for them as much more as their files are of all. Fails above the limit. (With none at all, code would go too.)
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
        let alone = few.get(&**name).map_or(Ok(0), |module| Ok::<_, anyhow::Error>(hosting::brotli(module)?.len()))?;
        let weight = sizes::weight(site, asset)?.saturating_sub(alone) * all / (all - needed);
        println!("the catalogue in {name:<28} {weight:>6} bytes, brotli; limit {LIMIT}");
        ensure!(weight <= LIMIT, "the catalogue weighs {weight} bytes in {name}, more than {LIMIT}");
    }
    Ok(())
}
