//! Does an article work on somebody's site? The checks that every host has to pass, in Chromium.

use std::fs;
use std::path::PathBuf;
use std::sync::Mutex;

use anyhow::{Context, Result, ensure};
use browsers::{Page, wait_for};
use serde_json::json;

use crate::documents::root;

/// What the snippet of docs/embedding.md shows: 12 × (250 − 25), and 3,000 − 300.
pub const LEFT: [&str; 2] = ["2700.00", "2700.00"];
/// How its text begins.
const TEXT: &str = "Twelve gigs of $250 leave";

/// Opens an article and checks its calculator; then goes to another page of the site and back, if the article links to one.
pub async fn works(page: &Page<'_>, address: &str) -> Result<()> {
    page.client.goto("about:blank").await?;
    page.client.goto(address).await?;
    is_right(page).await.context("on opening")?;
    nothing_is_missing(page).await?;
    pictures(page).await?;
    let links = page.run("return document.querySelectorAll('a.elsewhere, a[href*=elsewhere]').length").await?;
    if links != json!(0) {
        page.run("document.querySelector('a.elsewhere, a[href*=elsewhere]').click()").await?;
        wait_for("the other page", async || {
            ensure!(page.run("return document.querySelector('take-home')").await? == json!(null), "still the article");
            Ok(())
        })
        .await?;
        page.run("history.back()").await?;
        is_right(page).await.context("after going back")?;
        nothing_is_missing(page).await?;
    }
    follows_the_theme(page).await
}

/// Where the pictures of the host that is being tried go, and how many there are.
static PICTURES: Mutex<(PathBuf, usize)> = Mutex::new((PathBuf::new(), 0));

/// Makes an empty folder for a host's pictures.
pub fn begin(host: &str) -> Result<()> {
    let folder = root().join("screenshots/hosts").join(host);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    *PICTURES.lock().expect("no panic before") = (folder, 0);
    Ok(())
}

/// Pictures of the article at the width of a phone and of a desktop, for someone to look at.
async fn pictures(page: &Page<'_>) -> Result<()> {
    let (folder, count) = {
        let mut pictures = PICTURES.lock().expect("no panic before");
        pictures.1 += 1;
        pictures.clone()
    };
    let title = page.client.title().await?.replace(|letter: char| !letter.is_alphanumeric(), "-");
    let taken = async {
        for (width, height) in [(360, 800), (1280, 1400)] {
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            page.in_chromium("Emulation.setDeviceMetricsOverride", size).await?;
            page.run("scrollTo(0, 0)").await?;
            fs::write(folder.join(format!("{count:02}-{title}-{width}.png")), page.client.screenshot().await?)?;
        }
        Ok(())
    };
    let taken = taken.await;
    page.in_chromium("Emulation.clearDeviceMetricsOverride", json!({})).await?;
    taken
}

/// The sums, to the cent; the example in sight once, or not at all below the calculator.
async fn is_right(page: &Page<'_>) -> Result<()> {
    wait_for("the calculator", async || {
        let seen = page
            .run(
                "const all = [...document.querySelectorAll('take-home')];
                 all[0]?.scrollIntoView();
                 return all.map(({ comparison }) => [comparison?.gigs.takeHome, comparison?.contract.takeHome])",
            )
            .await?;
        ensure!(seen == json!([LEFT]), "{seen}");
        Ok(())
    })
    .await?;
    let copies = page
        .run(&format!(
            "const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
             let copies = 0;
             while (walker.nextNode()) {{
               const range = document.createRange();
               range.selectNode(walker.currentNode);
               const {{ data, parentElement }} = walker.currentNode;
               const isExample = data.includes('{TEXT}') || (data.trim() && parentElement.closest('take-home'));
               if (isExample && range.getClientRects().length) copies++;
             }}
             return copies"
        ))
        .await?;
    ensure!(copies == json!(0), "{copies} copies of the example are in sight beside the calculator");
    let moved = page
        .run_async(
            "const element = document.querySelector('take-home');
             element.addEventListener('change', ({ detail }) => { element.gigs = 12; done(detail.gigs.takeHome) }, { once: true });
             element.setAttribute('gigs', '20');",
        )
        .await?;
    // 20 × 225.
    ensure!(moved == json!("4500.00"), "{moved} after a change");
    wait_for("the example again", async || {
        ensure!(page.comparison(0).await?["gigs"]["takeHome"] == json!(LEFT[0]), "not yet");
        Ok(())
    })
    .await
}

/// No file of the page was missing.
async fn nothing_is_missing(page: &Page<'_>) -> Result<()> {
    let failed = page
        .run("return performance.getEntriesByType('resource').filter(({ responseStatus }) => responseStatus >= 400).map(({ name }) => name).filter((name) => !name.endsWith('favicon.ico'))")
        .await?;
    ensure!(failed == json!([]), "missing: {failed}");
    Ok(())
}

async fn follows_the_theme(page: &Page<'_>) -> Result<()> {
    for (scheme, color, background) in [("dark", "#eee", "#111"), ("light", "#111", "#fff"), ("dark", "#eee", "#111")] {
        page.run(&format!(
            "for (const element of [document.documentElement, document.body, ...document.querySelectorAll('body *:has(take-home)')])
               Object.assign(element.style, {{ colorScheme: '{scheme}', color: '{color}', background: '{background}' }})"
        ))
        .await?;
        wait_for(scheme, async || {
            let seen = page
                .run("return getComputedStyle(document.querySelector('take-home').shadowRoot.querySelector('.th')).colorScheme")
                .await?;
            ensure!(seen == json!(scheme), "{seen} on a {scheme} page");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// A frame of the page shows these sums.
pub async fn frame_works(page: &Page<'_>, address: &str) -> Result<()> {
    page.client.goto("about:blank").await?;
    page.client.goto(address).await?;
    wait_for("the frame", async || {
        let seen = page
            .run_in_frame("return [document.querySelector('take-home').comparison?.gigs.takeHome, document.querySelector('h1').clientWidth]")
            .await?;
        ensure!(seen == json!([LEFT[0], 1]), "{seen}");
        Ok(())
    })
    .await
}
