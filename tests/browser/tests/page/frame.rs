//! The calculator in a frame of somebody else's page.

use anyhow::{Context, Result, ensure};
use browsers::{Page, Server, wait_for};
use fantoccini::Locator;
use serde_json::{Value, json};

/// A page from another origin with one frame, and the script that gives it its height.
async fn framed(page: &Page<'_>, address: &str) -> Result<()> {
    let other = Server::start();
    page.client.goto("about:blank").await?;
    page.client.goto(&other.url("plain/pages/empty.html")).await?;
    let (frame, script) = (page.server.url(address), page.server.url("plain/v1/resize.js"));
    page.run(&format!(
        "window.told = [];
         addEventListener('message', (event) => window.told.push(event.data));
         const frame = document.createElement('iframe');
         Object.assign(frame, {{ src: '{frame}', title: 'A calculator', width: '100%', height: 400 }});
         document.body.append(frame);
         frame.onload = () => {{
           // Late, as at the end of an article.
           const script = document.createElement('script');
           script.src = '{script}';
           document.body.append(script);
         }};"
    ))
    .await
    .map(drop)
}

/// Waits until the frame is as high as the calculator in it; answers with that height.
pub async fn fits(page: &Page<'_>) -> Result<i64> {
    wait_for("the frame to fit", async || {
        let outer = page.run("const f = document.querySelector('iframe'); return f.clientHeight").await?;
        let inner = page
            .run_in_frame("const e = document.querySelector('take-home'); return e?.comparison && Math.ceil(e.getBoundingClientRect().height)")
            .await?;
        let height = inner.as_i64().context("it is not ready")?;
        ensure!(outer == inner && height > 300, "outside {outer}, inside {inner}");
        Ok(height)
    })
    .await
}

async fn toggle(page: &Page<'_>) -> Result<()> {
    page.run_in_frame("document.querySelector('take-home').shadowRoot.querySelector('summary').click()").await.map(drop)
}

pub async fn a_frame_grows_and_shrinks(page: &Page<'_>) -> Result<()> {
    framed(page, "plain/embed.html").await?;
    // In one column.
    page.run("document.querySelector('iframe').width = 700").await?;
    let closed = fits(page).await?;
    // Whatever the page counts to a height.
    page.run("document.querySelector('iframe').style.boxSizing = 'border-box'").await?;
    toggle(page).await?;
    let open = wait_for("it to grow", async || {
        let open = fits(page).await?;
        ensure!(open > closed + 100, "{open} after {closed}");
        Ok(open)
    })
    .await?;
    toggle(page).await?;
    wait_for("it to shrink", async || {
        let again = fits(page).await?;
        ensure!(again == closed, "{again} after {closed}");
        Ok(())
    })
    .await?;
    let told = page.run("return window.told").await?;
    let has = |expected: Value| told.as_array().is_some_and(|told| told.contains(&expected));
    ensure!(has(json!({ "source": "take-home", "version": 1, "height": open })), "{told}");
    ensure!(has(json!({ "sentinel": "amp", "type": "embed-size", "height": open })), "{told}");
    // Such a message from anyone else, the page itself or another frame, has no effect.
    page.run(
        "postMessage({ source: 'take-home', version: 1, height: 77 }, '*');
         const other = document.createElement('iframe');
         other.srcdoc = '<script>parent.postMessage({ source: \"take-home\", version: 1, height: 77 }, \"*\")</script>';
         document.body.append(other);",
    )
    .await?;
    wait_for("both to have been sent", async || {
        let forged = page.run("return window.told.filter((message) => message.height === 77).length").await?;
        ensure!(forged == json!(2), "{forged}");
        Ok(())
    })
    .await?;
    ensure!(fits(page).await? == closed, "it is as it was");
    Ok(())
}

pub async fn a_frames_address_is_the_authors_example(page: &Page<'_>) -> Result<()> {
    let address = "plain/embed.html?gigs=12&gig-price=250&schedule=upwork-2023&onfocus=alert(1)&theme=dark#gigs=20";
    page.open(address).await?;
    // The fragment is the reader's; the way back leads to the author's.
    page.reads(".th-side.th-gigs .th-kept", "$4,500").await?;
    page.click(".th-back").await?;
    page.reads(".th-side.th-gigs .th-kept", "$2,700").await?;
    page.find(".th.th-dark").await?;
    let set = page.client.find(Locator::Css("take-home")).await?.attr("onfocus").await?;
    ensure!(set.is_none(), "an address runs nothing");
    let furniture = page
        .run("return [...document.querySelectorAll('body :not(main, noscript, take-home, take-home *)')].map((e) => e.clientHeight)")
        .await?;
    ensure!(furniture == json!([1]), "a heading to be heard: {furniture}");
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}

/// Where no script may run outside, and where none runs inside.
pub async fn a_frame_without_scripts_is_read(page: &Page<'_>) -> Result<()> {
    page.open_raw("no-loader/embed.html").await?;
    let text = page.run("return document.querySelector('take-home').innerText").await?;
    let text = text.as_str().unwrap_or_default().replace('\u{a0}', " ");
    ensure!(text.contains("One large contract leaves you $1,700 more."), "{text}");
    page.open("strict/embed.html").await?;
    page.verdict("One large contract leaves you $1,700 more.").await?;
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}
