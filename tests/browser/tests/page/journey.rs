//! Can everything be done, and everything be heard, without a mouse and without looking? Only keys are pressed here.

use anyhow::{Context, Result, ensure};
use browsers::{Page, Server, wait_for};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
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
pub const LISTEN: &str = "window.spoken = [];
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

/// Waits until as much has been read out, and for a rest after it, in which nothing more may come.
pub async fn hears(page: &Page<'_>, expected: &[&str]) -> Result<()> {
    wait_for(&format!("{expected:?} to be read out"), async || {
        let heard = page.run("return window.spoken").await?;
        ensure!(heard.as_array().is_some_and(|heard| heard.len() >= expected.len()), "{heard}");
        Ok(())
    })
    .await?;
    // A drag rests for 400 milliseconds before it is read out.
    page.run_async("setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 450)").await?;
    let heard = page.run("return window.spoken.splice(0)").await?;
    let heard: Vec<&str> = heard.as_array().context("texts")?.iter().filter_map(Value::as_str).collect();
    let is_right =
        heard.len() == expected.len() && heard.iter().zip(expected).all(|(heard, start)| heard.starts_with(start));
    ensure!(is_right, "heard {heard:?} instead of {expected:?}");
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
    // A choice: all gigs for one client.
    tab_to(page, "gig-clients").await?;
    page.press(Key::Down).await?;
    // 20,500 of one client: 100 + 950 + 525 are the fee, and 18,925 remain.
    page.verdict("Many small gigs leave you $5,225 more.").await?;
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
    tab_to(page, "share name").await?;
    page.keys("Mine").await?;
    tab_to(page, "share save").await?;
    page.press(Key::Enter).await?;
    page.tells(".th-saved", "Mine").await?;
    page.run("localStorage.clear()").await?;
    // Backwards to the example.
    for _ in 0..30 {
        let back = KeyActions::new("keyboard".into())
            .then(KeyAction::Down { value: Key::Shift.into() })
            .then(KeyAction::Down { value: Key::Tab.into() })
            .then(KeyAction::Up { value: Key::Tab.into() })
            .then(KeyAction::Up { value: Key::Shift.into() });
        page.client.perform_actions(back).await?;
        if focused(page).await? == "th-back" {
            break;
        }
    }
    ensure!(focused(page).await? == "th-back", "no way leads back: {}", focused(page).await?);
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
    page.slide("gigs", 40, 1).await?;
    // 1 × 400 against 13,700.
    hears(page, &["One large contract leaves you $13,300 more."]).await.context("a drag")?;
    page.type_into("gigs", "lots").await?;
    page.reads("#gigs-message", "Type a number, such as 30.").await?;
    page.run("window.spoken.length = 0").await?;
    page.type_into("gigs", "40").await?;
    hears(page, &["Many small gigs leave you $2,300 more."]).await.context("a number after none")?;
    page.click(".th-turn button").await?;
    wait_for("a number to try", async || {
        ensure!(page.run("return window.spoken.length").await? != json!(0), "nothing is read out");
        Ok(())
    })
    .await?;
    page.run_async("setTimeout(done, 450)").await?;
    let tried = page.run("return window.spoken.splice(0)").await?;
    ensure!(tried.as_array().is_some_and(|texts| texts.len() == 1), "a number to try: {tried}");
    // What opens is where the focus goes next, and reads nothing out.
    page.open_panel("working").await?;
    hears(page, &[]).await.context("a panel")?;
    page.run("Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => {} } })").await?;
    page.press_share("link").await?;
    hears(page, &["Link copied."]).await.context("a link")
}

/// So is everything that fails.
pub async fn each_failure_is_read_out_once(page: &Page<'_>) -> Result<()> {
    let server = Server::start();
    page.see_no_questions().await?;
    page.client.goto(&server.url("plain/pages/two.html")).await?;
    page.is_ready().await?;
    page.run(LISTEN).await?;
    server.refuses(Some("take-home-panels.wasm"));
    page.click("details[data-field=working] > summary").await?;
    hears(page, &["This part did not load."]).await.context("a panel")?;
    server.refuses(Some("take-home-share.js"));
    page.press_share("export").await?;
    hears(page, &["This part did not load."]).await.context("a part")?;
    page.see_everything().await
}
