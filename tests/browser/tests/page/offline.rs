//! Does it work without a network? The page that was visited before, and the single file.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use browsers::{Page, Server, wait_for};
use serde_json::json;

use crate::element::panics;

const EXAMPLE: &str = "One large contract leaves you $1,700 more.";

/// A copy of `dist/`, to be changed.
pub fn copy() -> Result<PathBuf> {
    let to = browsers::scratch()?;
    browsers::copy(&browsers::dist(), &to)?;
    Ok(to)
}

/// Waits until as many caches as that are there and full, and the page is in the care of a worker.
async fn is_kept(page: &Page<'_>) -> Result<String> {
    wait_for("the page to be kept", async || {
        let kept = page
            .run_async(
                "(async () => {
                   const names = await caches.keys();
                   const sizes = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
                   const registration = await navigator.serviceWorker.getRegistration();
                   return [names, sizes, Boolean(navigator.serviceWorker.controller), registration?.active?.state];
                 })().then(done)",
            )
            .await?;
        ensure!(kept[0].as_array().is_some_and(|names| names.len() == 1) && kept[2] == json!(true), "{kept}");
        ensure!(kept[1][0].as_array().is_some_and(|files| files.len() > 15) && kept[3] == json!("activated"), "{kept}");
        Ok(kept[0][0].as_str().context("a name")?.to_owned())
    })
    .await
}

async fn works(page: &Page<'_>) -> Result<()> {
    page.verdict(EXAMPLE).await?;
    page.type_into("gigs", "40").await?;
    page.reads(".th-side.th-gigs .th-kept", "$16,000").await?;
    // What was never opened before, and what is counted by another app.
    page.open_panel("working").await?;
    page.open_panel("costs").await?;
    wait_for("the other app", async || page.find("#bid-cost").await.map(drop)).await?;
    page.unfold("costs").await?;
    page.type_into("bid-cost", "1").await?;
    // 40 clients, ten bids for each, $1.00 a bid.
    page.reads(".th-side.th-gigs .th-kept", "$15,600").await
}

/// Writes another build over one: what `change` makes of its page, loader and worker, and its hash.
fn next_build(folder: &Path, before: &str, hash: &str, change: &dyn Fn(String) -> String) -> Result<()> {
    let before = before.rsplit(' ').next().context("a build")?;
    for name in ["index.html", "v1/take-home.js", "worker.js"] {
        let file = folder.join(name);
        let text = std::fs::read_to_string(&file)?;
        ensure!(name != "worker.js" || text.contains(before), "the cache is named by the build: {before}");
        std::fs::write(&file, change(text).replace(before, hash))?;
    }
    Ok(())
}

pub async fn the_server_goes_and_comes_back_with_another_build(page: &Page<'_>) -> Result<()> {
    let folder = copy()?;
    let server = Server::serving(&folder);
    let address = server.url("plain/some/where/");
    let open = async || -> Result<()> {
        page.client.goto("about:blank").await?;
        page.client.goto(&address).await?;
        page.is_ready().await
    };
    open().await?;
    let first = is_kept(page).await?;
    server.answers(false);
    open().await.context("with the server gone")?;
    works(page).await.context("with the server gone")?;
    // The build after: another page, another worker.
    let second = |text: String| text.replace("Many small gigs or one large contract?</h1>", "The second build</h1>");
    next_build(&folder, &first, "0000000000000002", &second)?;
    server.answers(true);
    open().await?;
    let heading = async || page.run("return document.querySelector('h1').textContent").await;
    ensure!(heading().await? == json!("The second build"), "what is new is seen at once: {}", heading().await?);
    let is_alone = async |build: &str| {
        wait_for("the new build alone", async || {
            let names = page.run_async("caches.keys().then(done)").await?;
            let is_new = |name: &serde_json::Value| name.as_str().is_some_and(|name| name.ends_with(build));
            ensure!(names.as_array().is_some_and(|names| names.len() == 1 && names.iter().all(is_new)), "{names}");
            Ok(())
        })
        .await
    };
    is_alone("0000000000000002").await.context("kept without a word")?;
    let news = async || page.run("return document.querySelector('#news').checkVisibility()").await;
    ensure!(news().await? == json!(false), "there is nothing newer than what is seen");
    // The one after that comes while the page is open; its app has another name.
    let app = std::fs::read_dir(folder.join("v1"))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .find(|name| name.starts_with("take-home-app_bg.") && name.matches('.').count() == 2)
        .context("the app")?;
    std::fs::rename(folder.join("v1").join(&app), folder.join("v1/take-home-app_bg.00000003.wasm"))?;
    let third = |text: String| {
        text.replace("The second build", "The third build").replace(&app, "take-home-app_bg.00000003.wasm")
    };
    next_build(&folder, "0000000000000002", "0000000000000003", &third)?;
    page.run("document.dispatchEvent(new Event('visibilitychange'))").await?;
    wait_for("the line that says so", async || {
        ensure!(news().await? == json!(true), "it is hidden");
        Ok(())
    })
    .await?;
    ensure!(heading().await? == json!("The second build"), "nothing moves unasked");
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    page.run("document.querySelector('#news button').click()").await?;
    wait_for("the page to be loaded again", async || {
        ensure!(heading().await? == json!("The third build"), "{}", heading().await?);
        Ok(())
    })
    .await?;
    page.is_ready().await?;
    is_alone("0000000000000003").await?;
    ensure!(news().await? == json!(false), "it is said no more");
    server.answers(false);
    open().await.context("with the server gone again")?;
    ensure!(heading().await? == json!("The third build"), "{}", heading().await?);
    works(page).await?;
    // Nothing is left for the next page of this browser.
    page.run_async("navigator.serviceWorker.getRegistration().then((kept) => kept.unregister()).then(done)").await?;
    Ok(std::fs::remove_dir_all(folder)?)
}

pub async fn one_file_from_a_disk(page: &Page<'_>) -> Result<()> {
    let file = browsers::dist().join("take-home.html").canonicalize()?;
    page.client.goto("about:blank").await?;
    page.client.goto(&format!("file://{}", file.display())).await?;
    page.is_ready().await?;
    works(page).await?;
    let asked = page
        .run("return performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.startsWith('data:'))")
        .await?;
    ensure!(asked == json!([]), "everything is inside: {asked}");
    let furniture = page
        .run("return document.querySelectorAll('#save, #news, link[href]:not([href^=\"data:\"]), script[src]').length")
        .await?;
    ensure!(furniture == json!(0), "nothing that needs a server");
    // The address of a file has a fragment like any other.
    page.client.goto(&format!("file://{}#gigs=12", file.display())).await?;
    page.reads(".th-side.th-gigs .th-kept", "$4,800").await
}

pub async fn a_panic_is_survived_without_a_network(page: &Page<'_>) -> Result<()> {
    let server = Server::start();
    let survives = async || -> Result<()> {
        page.type_into("gigs", "40").await?;
        page.verdict("Many small gigs leave you $2,300 more.").await?;
        page.open_panel("working").await?;
        // Without a network the page has no spy.
        let listen = "window.changes = []; addEventListener('change', ({ detail }) => detail && changes.push(detail.gigs.gross));";
        page.run(listen).await?;
        panics(page).await?;
        wait_for("it to go on", async || {
            let changes = page.run("return window.changes").await?;
            ensure!(changes == json!(["20000.00"]), "{changes}");
            Ok(())
        })
        .await?;
        page.is_filled("working").await?;
        page.type_into("gigs", "12").await?;
        page.reads(".th-side.th-gigs .th-kept", "$4,800").await
    };
    page.client.goto("about:blank").await?;
    page.client.goto(&server.url("plain/")).await?;
    page.is_ready().await?;
    is_kept(page).await?;
    server.answers(false);
    page.client.goto("about:blank").await?;
    page.client.goto(&server.url("plain/")).await?;
    page.is_ready().await?;
    survives().await.context("with the server gone")?;
    page.run_async("navigator.serviceWorker.getRegistration().then((kept) => kept.unregister()).then(done)").await?;
    let file = browsers::dist().join("take-home.html").canonicalize()?;
    page.client.goto(&format!("file://{}", file.display())).await?;
    page.is_ready().await?;
    survives().await.context("in one file")
}

/// As when its memory may not grow: nothing of the app hears of it, and the loader knows its files by their names in the stack.
pub async fn the_single_file_goes_on_after_the_browser_stops_the_app(page: &Page<'_>) -> Result<()> {
    let file = browsers::dist().join("take-home.html").canonicalize()?;
    page.client.goto("about:blank").await?;
    page.client.goto(&format!("file://{}", file.display())).await?;
    page.is_ready().await?;
    page.type_into("gigs", "40").await?;
    page.verdict("Many small gigs leave you $2,300 more.").await?;
    // In a script of the page's own: what a driver's script throws reaches no listener of a page from a disk.
    page.run(
        "const script = document.createElement('script');
         script.textContent = `
           window.changes = [];
           addEventListener('change', ({ detail }) => detail && changes.push(detail.gigs.gross));
           addEventListener('error', ({ error }) => { window.isHidden = !error });
           const described = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeValue');
           Object.defineProperty(Node.prototype, 'nodeValue', {
             ...described,
             set(text) {
               if (!/wasm/.test(new Error().stack)) return described.set.call(this, text);
               Object.defineProperty(Node.prototype, 'nodeValue', described);
               throw new WebAssembly.RuntimeError('unreachable');
             },
           });
           const slider = document.querySelector('take-home').shadowRoot.querySelector('input[type=range][data-field=gigs]');
           slider.value = '31';
           slider.dispatchEvent(new Event('input', { bubbles: true, composed: true }))`;
         document.head.append(script)",
    )
    .await?;
    // WebKit alone does not say what an error in a page from a disk is.
    if page.run("return window.isHidden && !/Chrome|Firefox/.test(navigator.userAgent)").await? == json!(true) {
        return Ok(());
    }
    wait_for("it to go on", async || {
        let changes = page.run("return window.changes").await?;
        ensure!(changes == json!(["20000.00"]), "{changes}");
        Ok(())
    })
    .await?;
    page.type_into("gigs", "12").await?;
    page.reads(".th-side.th-gigs .th-kept", "$4,800").await
}

pub async fn the_page_is_saved_with_the_readers_numbers(page: &Page<'_>) -> Result<()> {
    page.open("plain/#gigs=12&fee=10%25%20%2B%200.30&lang=en").await?;
    page.reads(".th-side.th-gigs .th-kept", "$5,396.40").await?;
    // What is saved is caught on its way to the disk.
    page.run(
        "window.saved = undefined;
         URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text }); return 'about:blank#saved' };
         HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download };
         document.querySelector('#save').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));",
    )
    .await?;
    let saved = wait_for("the file", async || {
        let saved = page.run("return [window.saved, window.savedAs]").await?;
        ensure!(saved[1] == json!("take-home.html"), "{}", saved[1]);
        Ok(saved[0].as_str().context("not yet")?.to_owned())
    })
    .await?;
    for attribute in [" gigs=\"12\"", " fee=\"10% + 0.30\""] {
        ensure!(saved.contains(attribute), "its example is the reader's, {attribute} too");
    }
    let folder = browsers::scratch()?;
    let file = folder.join("take-home.html");
    std::fs::write(&file, saved)?;
    page.client.goto(&format!("file://{}", file.display())).await?;
    page.is_ready().await?;
    page.reads(".th-side.th-gigs .th-kept", "$5,396.40").await?;
    let back =
        page.run("return document.querySelector('take-home').shadowRoot.querySelector('.th-changed').hidden").await?;
    ensure!(back == json!(true), "there is nowhere to go back to");
    Ok(std::fs::remove_dir_all(folder)?)
}
