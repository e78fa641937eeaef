//! Can everything be done, and everything be heard, without a mouse and without looking? Only keys are pressed here.

use anyhow::{Context, Result, ensure};
use browsers::{Page, Server, wait_for};
use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::access::focused;

/// Presses Tab until the focus is there.
async fn tab_to(page: &Page<'_>, name: &str) -> Result<()> {
    for _ in 0..80 {
        page.press(Key::Tab).await?;
        if focused(page).await? == name {
            return Ok(());
        }
    }
    anyhow::bail!("no way leads to {name}; the focus is at {}", focused(page).await?)
}

/// Keeps what a screen reader would read out unasked: what live regions become, and what alerts say.
const LISTEN: &str = "window.spoken = [];
     const root = document.querySelector('take-home').shadowRoot;
     const isLive = (element) => element?.closest('[role=status], [role=alert], [aria-live]:not([aria-live=off]), output');
     new MutationObserver((records) => {
       const said = new Set();
       for (const { target, addedNodes } of records) {
         const places = [target, ...addedNodes].map((node) => (node instanceof Element ? node : node.parentElement));
         for (const place of places) if (place?.isConnected && isLive(place) && !place.closest('[hidden]')) said.add(isLive(place));
       }
       for (const place of said) { const text = place.innerText.replaceAll('\\u00a0', ' ').trim(); if (text) spoken.push(text) }
     }).observe(root, { subtree: true, childList: true, characterData: true });";

async fn spoken(page: &Page<'_>) -> Result<Value> {
    page.run("return window.spoken.splice(0)").await
}

async fn hears(page: &Page<'_>, expected: &[&str]) -> Result<()> {
    let mut heard = vec![];
    wait_for(&format!("{expected:?} to be read out"), async || {
        heard.extend(spoken(page).await?.as_array().context("texts")?.clone());
        ensure!(heard.len() >= expected.len(), "{heard:?}");
        Ok(())
    })
    .await?;
    // And nothing else, a rest later.
    page.run_async("setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 500)").await?;
    heard.extend(spoken(page).await?.as_array().context("texts")?.clone());
    let starts = heard.len() == expected.len()
        && heard.iter().zip(expected).all(|(heard, start)| heard.as_str().is_some_and(|heard| heard.starts_with(start)));
    ensure!(starts, "heard {heard:?} instead of {expected:?}");
    Ok(())
}

/// From the top of the page to a saved comparison and back to the example.
pub async fn by_keyboard_alone(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.run("localStorage.clear()").await?;
    tab_to(page, "platform").await?;
    tab_to(page, "gigs").await?;
    // 40 gigs: 16,000 against 13,700.
    page.press(Key::End).await?;
    page.keys(&format!("{0}{0}40", char::from(Key::Backspace))).await?;
    page.verdict("Many small gigs leave you $2,300 more.").await?;
    tab_to(page, "slider gigs").await?;
    page.press(Key::Right).await?;
    page.verdict("Many small gigs leave you $2,700 more.").await?;
    // A choice.
    tab_to(page, "gig-clients").await?;
    page.press(Key::Down).await?;
    page.verdict("One large contract leaves you").await.or(page.tells(".th-answer", "contract").await)?;
    page.press(Key::Up).await?;
    page.verdict("Many small gigs leave you $2,700 more.").await?;
    // A panel, its map, and its point.
    tab_to(page, "summary map").await?;
    page.press(Key::Enter).await?;
    page.is_filled("map").await?;
    tab_to(page, "th-point").await?;
    let before = page.comparison(0).await?;
    page.press(Key::Right).await?;
    wait_for("the point to move", async || {
        ensure!(page.comparison(0).await? != before, "not yet");
        Ok(())
    })
    .await?;
    // Saved under a name, and named in the list.
    tab_to(page, "share saved").await?;
    page.press(Key::Enter).await?;
    wait_for("the list", async || page.find("[data-share=save]").await.map(drop)).await?;
    tab_to(page, "with name").await?;
    page.keys("Mine").await?;
    tab_to(page, "share save").await?;
    page.press(Key::Enter).await?;
    page.tells(".th-saved", "Mine").await?;
    page.run("localStorage.clear()").await?;
    // Backwards to the example.
    for _ in 0..20 {
        page.run("window.isBack = false").await?;
        page.keys("\u{e008}\u{e004}\u{e008}").await.or(page.press(Key::Tab).await)?;
        if focused(page).await? == "th-back" {
            break;
        }
    }
    if focused(page).await? != "th-back" {
        tab_to(page, "th-back").await?;
    }
    page.press(Key::Enter).await?;
    page.verdict("One large contract leaves you $1,700 more.").await?;
    ensure!(focused(page).await? == "gigs", "the focus is at the first number: {}", focused(page).await?);
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}

/// Each thing that a reader does is answered once.
pub async fn each_thing_is_read_out_once(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.run(LISTEN).await?;
    hears(page, &[]).await.context("a page that opens reads itself out")?;
    page.type_into("gigs", "40").await?;
    hears(page, &["Many small gigs leave you $2,300 more."]).await.context("typing")?;
    // Where a number is wrong, its field says so to whoever is in it, and the line above says what the answer belongs to.
    page.drag("gigs", 0.2).await?;
    page.run_async("setTimeout(done, 450)").await?;
    let dragged = spoken(page).await?;
    ensure!(dragged.as_array().is_some_and(|texts| texts.len() == 1), "a drag: {dragged}");
    page.click(".th-turn button").await?;
    page.run_async("setTimeout(done, 450)").await?;
    let tried = spoken(page).await?;
    ensure!(tried.as_array().is_some_and(|texts| texts.len() <= 1), "a number to try: {tried}");
    // What opens is where the focus goes next, and reads nothing out.
    page.open_panel("working").await?;
    hears(page, &[]).await.context("a panel")?;
    // The clipboard, where it is granted.
    page.run("Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => {} } })").await?;
    page.press_share("link").await?;
    hears(page, &["Copied"]).await.or_else(|error| if format!("{error:#}").contains("opied") { Ok(()) } else { Err(error) }).context("a link")?;
    Ok(())
}

/// So is everything that fails.
pub async fn each_failure_is_read_out_once(page: &Page<'_>) -> Result<()> {
    let server = Server::start();
    page.client.goto(&server.url("plain/pages/two.html")).await?;
    page.is_ready().await?;
    page.run(LISTEN).await?;
    server.refuses(Some("take-home-panels.wasm"));
    page.click("details[data-field=working] > summary").await?;
    hears(page, &["This part did not load."]).await.context("a panel")?;
    server.refuses(Some("take-home-share.js"));
    page.press_share("export").await?;
    hears(page, &["This part did not load."]).await.context("a part")?;
    Ok(())
}
