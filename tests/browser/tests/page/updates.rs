//! What happens to readers whose page or cache is of one build while the host has another?

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use browsers::{Page, Server, wait_for};
use serde_json::json;

use crate::around::start;
use crate::{embed, offline};

/// A copy of the site with one more loader, as a cache has it: it names files which are no longer there.
fn outdated(names: &[&str]) -> Result<PathBuf> {
    let folder = offline::copy()?;
    let mut text = std::fs::read_to_string(folder.join("v1/take-home.js"))?;
    for name in names {
        let before = format!("\"{name}.");
        let mut places = text.match_indices(&before).map(|(at, _)| at + before.len());
        let at =
            places.find(|at| text[at + 8..].starts_with('.')).with_context(|| format!("the loader names {name}"))?;
        text.replace_range(at..at + 8, "00000000");
    }
    std::fs::write(folder.join("v1/cached.js"), text)?;
    Ok(folder)
}

async fn open(page: &Page<'_>, server: &Server, how: &str) -> Result<()> {
    page.client.goto("about:blank").await?;
    page.client.goto(&server.url(&format!("{how}/pages/empty.html#gigs=20"))).await?;
    // A reader who saves data gets the questions' part when they open one, not when they see them.
    page.run_async(
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
         document.body.innerHTML = '<div id=\"place\"><take-home address id=\"first\" gig-price=\"100\">The example.</take-home></div>';
         document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: '../v1/cached.js' }));
         customElements.whenDefined('take-home').then(() => done())",
    )
    .await
    .map(drop)
}

async fn gross(page: &Page<'_>, index: usize, expected: &str) -> Result<()> {
    wait_for(&format!("{expected} of the element {index}"), async || {
        let comparison = page.comparison(index).await?;
        ensure!(comparison["gigs"]["gross"] == json!(expected), "{comparison}");
        Ok(())
    })
    .await
}

pub async fn a_cached_loader_finds_the_present_build(page: &Page<'_>) -> Result<()> {
    for gone in [
        &["take-home-app"][..],
        &["take-home-app_bg"],
        &["take-home"],
        &["take-home-app", "take-home-app_bg", "take-home"],
    ] {
        let folder = outdated(gone)?;
        let server = Server::serving(&folder);
        open(page, &server, "front").await?;
        start(page).await.with_context(|| format!("{gone:?}, with the front page in its place"))?;
        gross(page, 0, "2000.00").await?;
        open(page, &server, "plain").await?;
        start(page).await.with_context(|| format!("{gone:?}"))?;
        gross(page, 0, "2000.00").await?;
        let sent = page.run("return window.sent.map(({ name, id }) => [name, id])").await?;
        ensure!(sent == json!([["ready", "first"]]), "{gone:?}: {sent}");
        // It is as any other: numbers, the address, attributes, panels, coming and going, and others that come later.
        page.type_into("gigs", "40").await?;
        page.has_fragment("#gigs=40&contract-price=2000").await?;
        page.run("window.element = document.querySelector('take-home'); element.gigPrice = 200").await?;
        gross(page, 0, "8000.00").await?;
        page.open_panel("working").await?;
        page.press_share("export").await?;
        wait_for("what is exported", async || page.find("[data-share=csv]").await.map(drop)).await?;
        page.run(
            "element.remove();
             const second = document.createElement('take-home');
             second.setAttribute('gigs', 7);
             document.querySelector('#place').append(second)",
        )
        .await?;
        gross(page, 0, "3500.00").await?;
        page.run("document.querySelector('#place').prepend(element)").await?;
        gross(page, 0, "8000.00").await?;
        let notices = page.run("return [...document.querySelectorAll('take-home')].map((e) => e.shadowRoot.querySelectorAll('[part=notice], slot').length)").await?;
        ensure!(notices == json!([0, 0]), "{notices}");
        std::fs::remove_dir_all(folder)?;
    }
    Ok(())
}

pub async fn an_open_page_goes_on_with_the_present_build(page: &Page<'_>) -> Result<()> {
    let folder = outdated(&["take-home-panels"])?;
    let server = Server::serving(&folder);
    open(page, &server, "plain").await?;
    start(page).await?;
    page.type_into("gigs", "40").await?;
    gross(page, 0, "4000.00").await?;
    page.click("details[data-field=working] > summary").await?;
    // The numbers are the reader's, and what they asked for is there.
    wait_for("the other build", async || {
        let sent = page.run("return window.sent.filter(({ name }) => name === 'ready').length").await?;
        ensure!(sent == json!(2), "{sent}");
        Ok(())
    })
    .await?;
    gross(page, 0, "4000.00").await?;
    page.is_filled("working").await?;
    page.has_fragment("#gigs=40&contract-price=2000").await?;
    Ok(std::fs::remove_dir_all(folder)?)
}

pub async fn a_pinned_start_is_tried_again(page: &Page<'_>) -> Result<()> {
    let files = Server::start();
    let snippet = embed::snippet(page, "page", &files.url("hosted/"), Some("pinned")).await?;
    for file in ["take-home-app.js", "take-home-app_bg.wasm", "take-home.css"] {
        // Another address, so that nothing comes from a cache.
        let files_again = Server::start();
        files_again.refuses(Some(file));
        let article = embed::Article::with(&snippet.replace(&files.url(""), &files_again.url("")))?;
        article.open(page, "").await?;
        page.reads("[part=notice]", "The calculator could not start here. The example is still correct.")
            .await
            .context(file)?;
        let heard = page.heard().await?.to_string();
        ensure!(heard.contains("warn: take-home: "), "the console says why: {heard}");
        files_again.refuses(None);
        page.click("[part=notice] input").await?;
        embed::leaves(page, embed::LEFT).await.context(file)?;
    }
    Ok(())
}
