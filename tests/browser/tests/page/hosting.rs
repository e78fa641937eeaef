//! Does it work wherever `dist/` is put, and whatever is missing there?

use anyhow::{Context, Result, ensure};
use browsers::{Page, wait_for};
use serde_json::json;

const EXAMPLE: &str = "One large contract leaves you $1,700 more.";

async fn works(page: &Page<'_>, path: &str) -> Result<()> {
    page.open(path).await?;
    page.verdict(EXAMPLE).await?;
    page.drag("contract-price", 0.0).await?;
    page.verdict("Many small gigs leave you $11,920 more.").await?;
    page.click("summary").await?;
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}

pub async fn under_a_sub_path(page: &Page<'_>) -> Result<()> {
    works(page, "plain/a/deep/sub/path/").await
}

pub async fn under_a_strict_policy(page: &Page<'_>) -> Result<()> {
    works(page, "strict/").await?;
    // The style sheet is in force: the two columns stand side by side.
    let columns = page
        .run("return getComputedStyle(document.querySelector('take-home').shadowRoot.querySelector('.th-body')).gridTemplateColumns")
        .await?;
    ensure!(columns.as_str().is_some_and(|columns| columns.split(' ').count() == 2), "{columns}");
    // In somebody's article, too: twelve of $100 keep 960, one of $1,000 keeps 850.
    page.open("strict/pages/two.html").await?;
    page.type_into("gigs", "12").await?;
    page.verdict("Many small gigs leave you $110 more.").await?;
    page.click("summary").await?;
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}

pub async fn wasm_without_its_mime_type(page: &Page<'_>) -> Result<()> {
    page.open("octets/").await?;
    page.verdict(EXAMPLE).await?;
    ensure!(page.heard().await? == json!([]), "not a word of it: {}", page.heard().await?);
    Ok(())
}

/// With the headers of the list and compressed files, as a host sends them that reads both.
pub async fn as_a_good_host_sends_it(page: &Page<'_>) -> Result<()> {
    page.open("hosted/some/where/").await?;
    page.verdict(EXAMPLE).await?;
    page.drag("contract-price", 0.0).await?;
    page.verdict("Many small gigs leave you $11,920 more.").await?;
    page.open_panel("others").await?;
    let seen = page
        .run_async(
            "(async () => {
               const sizes = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.wasm'))
                 .map(({ encodedBodySize, decodedBodySize }) => encodedBodySize < 0.5 * decodedBodySize);
               const headers = async (name) => {
                 const { headers } = await fetch(name);
                 return ['cache-control', 'content-security-policy', 'access-control-allow-origin', 'x-content-type-options']
                   .map((name) => headers.get(name));
               };
               const wasm = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('.wasm')).name;
               return { sizes, page: await headers('index.html'), frame: await headers('embed.html'), loader: await headers('v1/take-home.js'), wasm: await headers(wasm) };
             })().then(done, (error) => done(String(error)))",
        )
        .await?;
    // What comes later may come from what the page keeps, unpacked.
    ensure!(seen["sizes"][0] == json!(true), "the app is compressed on its way: {seen}");
    let asked_anew = json!("no-cache");
    ensure!([&seen["page"], &seen["frame"], &seen["loader"]].iter().all(|file| file[0] == asked_anew), "{seen}");
    ensure!(seen["wasm"] == json!(["public, max-age=31536000, immutable", null, "*", "nosniff"]), "{seen}");
    ensure!(seen["loader"][2] == json!("*"), "articles elsewhere may have it: {seen}");
    for (file, own, end) in
        [("page", "'self'", "; frame-ancestors 'self'"), ("frame", "'self' http:", "; form-action 'none'")]
    {
        let policy = seen[file][1].as_str().unwrap_or_default();
        ensure!(policy.starts_with(&format!("default-src 'none'; script-src {own} 'wasm-unsafe-eval';")), "{policy}");
        ensure!(policy.ends_with(end), "{policy}");
    }
    Ok(())
}

pub async fn nothing_leaves_the_host(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.type_into("gigs", "40").await?;
    page.has_fragment("#gigs=40&contract-price=15000").await?;
    let foreign = page
        .run("return performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => !name.startsWith(location.origin))")
        .await?;
    ensure!(foreign == json!([]), "{foreign}");
    let kept = page.run("return [document.cookie, localStorage.length, sessionStorage.length]").await?;
    ensure!(kept == json!(["", 0, 0]), "nothing is stored: {kept}");
    Ok(())
}

async fn the_example_can_be_read(page: &Page<'_>) -> Result<()> {
    let text = page.run("return document.querySelector('take-home').innerText").await?;
    let text = text.as_str().unwrap_or_default().replace('\u{a0}', " ");
    for expected in [EXAMPLE, "$12,000", "$13,700", "fee $1,300 (8.7%)", "To change the numbers, turn on JavaScript."] {
        ensure!(text.contains(expected), "{expected:?} is missing from {text:?}");
    }
    // The working is closed, and opens without a script.
    let open = page.run("return document.querySelector('take-home details').open").await?;
    ensure!(open == json!(false), "the working is closed");
    page.run("document.querySelector('take-home summary').click()").await?;
    let text = page.run("return document.querySelector('take-home').innerText").await?;
    ensure!(text.as_str().is_some_and(|text| text.contains("next $9,500.00 at 10")), "{text}");
    Ok(())
}

pub async fn without_the_loader(page: &Page<'_>) -> Result<()> {
    page.open_raw("no-loader/").await?;
    the_example_can_be_read(page).await
}

pub async fn without_wasm(page: &Page<'_>) -> Result<()> {
    // It is not there; it ends half-way; the page's policy forbids it.
    for how in ["no-wasm/", "truncated/", "forbidden/"] {
        page.open_raw(how).await?;
        wait_for("the notice", async || {
            let notice = page.text("[part=notice]").await?;
            ensure!(notice == "The calculator could not start here. The example is still correct.", "{notice}");
            Ok(())
        })
        .await
        .context(how)?;
        the_example_can_be_read(page).await.context(how)?;
        let sent = page.run("return window.sent.map((event) => event.name)").await?;
        ensure!(sent == json!(["error"]), "{how}: {sent}");
    }
    Ok(())
}

/// The text in the HTML and the text of the live widget are made by the same components.
pub async fn the_built_page_says_what_the_live_one_says(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.verdict(EXAMPLE).await?;
    for panel in ["working", "client", "about"] {
        page.open_panel(panel).await?;
    }
    let texts = page
        .run(
            "const host = document.querySelector('take-home');
             const read = (root) => ['.th-answer', '.th-turn:not(.th-note)', '.th-result', '.th-working', '.th-facts', '.th-steps', '.th-status', '.th-source', '.th-marked']
               .map((selector) => [...root.querySelectorAll(selector)].map((element) => element.textContent).join('|'));
             return [read(host), read(host.shadowRoot)]",
        )
        .await?;
    ensure!(texts[0] == texts[1], "{texts}");
    ensure!(texts[0][1].as_str().is_some_and(|text| !text.is_empty()), "{texts}");
    Ok(())
}
