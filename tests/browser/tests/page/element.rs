//! The element as a page's author and their scripts use it.

use anyhow::{Context, Result, ensure};
use browsers::{Page, wait_for};
use serde_json::json;

pub async fn two_elements_are_independent(page: &Page<'_>) -> Result<()> {
    page.open("plain/pages/two.html").await?;
    // 1,000: 850 against 800.
    page.verdict("One large contract leaves you $50.00 more.").await?;
    page.type_into("gigs", "20").await?;
    page.reads(".th-side.th-gigs .th-kept", "$1,600.00").await?;
    ensure!(page.comparison(1).await?["gigs"]["takeHome"] == json!("9000.00"), "the second is as it was");
    let second = page.find_in(1, ".th-answer").await?.text().await?;
    ensure!(second.replace('\u{a0}', " ") == "No difference: 10 % either way.", "{second}");
    ensure!(page.fragment().await?.is_empty(), "neither of them has the address");
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}

pub async fn attributes_are_live(page: &Page<'_>) -> Result<()> {
    page.open("plain/pages/two.html").await?;
    page.type_into("gig-price", "200").await?;
    page.reads(".th-side.th-gigs .th-kept", "$1,600.00").await?;
    // The author changes one number; the reader's other one stays.
    page.run("document.querySelector('#first').setAttribute('gigs', '12')").await?;
    page.reads(".th-side.th-gigs .th-kept", "$1,920.00").await?;
    page.run("document.querySelector('#first').setAttribute('gigs', 'a dozen')").await?;
    page.reads(".th-notes .th-note", "Not used: gigs “a dozen”. This is not a number. Type one such as 30.").await?;
    page.run("document.querySelector('#first').setAttribute('theme', 'dark')").await?;
    wait_for("the dark theme", async || page.find(".th.th-dark").await.map(drop)).await
}

pub async fn events_and_the_property(page: &Page<'_>) -> Result<()> {
    page.open("plain/pages/two.html").await?;
    wait_for("both to be ready", async || {
        let ready = page
            .run("return window.sent.filter((event) => event.name === 'ready').map((event) => event.id).sort()")
            .await?;
        ensure!(ready == json!(["first", "second"]), "{ready}");
        Ok(())
    })
    .await?;
    page.type_into("gigs", "20").await?;
    wait_for("the change", async || {
        let last = page.run("return window.sent.at(-1)").await?;
        ensure!(last["name"] == json!("change") && last["id"] == json!("first"), "{last}");
        ensure!(last["composed"] == json!(true), "it leaves shadow roots of the page's own");
        ensure!(last["detail"] == page.comparison(0).await?, "its detail is the property");
        ensure!(last["detail"]["gigs"]["gross"] == json!("2000.00"), "{last}");
        Ok(())
    })
    .await?;
    let set = page.run("const e = document.querySelector('take-home'); try { 'use strict'; e.comparison = 1 } catch {} return e.comparison.ahead").await?;
    ensure!(set != json!(null), "the property is read-only");
    Ok(())
}

/// Elements made and removed by script leave nothing behind: neither nodes nor memory.
pub async fn hundreds_come_and_go(page: &Page<'_>) -> Result<()> {
    page.open_raw("plain/pages/none.html").await?;
    let memory = page
        .run_async(
            "const place = document.querySelector('#place');
             const one = (gigs) => new Promise((ready) => {
               const element = document.createElement('take-home');
               element.setAttribute('gigs', gigs);
               element.addEventListener('ready', () => ready(element), { once: true });
               place.append(element);
             });
             (async () => {
               await customElements.whenDefined('take-home');
               const sizes = [];
               for (let count = 0; count < 300; count++) {
                 const element = await one(count % 50 + 1);
                 if (element.comparison.gigs.gross !== `${(count % 50 + 1) * 500}.00`) throw Error('wrong comparison');
                 element.remove();
                 if (count % 100 === 99) {
                   await new Promise((rested) => setTimeout(rested));
                   const { memory } = await (await import('/plain/take-home-app.js')).default();
                   sizes.push(memory.buffer.byteLength);
                 }
               }
               done([sizes, document.querySelectorAll('take-home').length]);
             })().catch((error) => done(String(error)));",
        )
        .await?;
    let sizes = memory[0].as_array().with_context(|| memory.to_string())?;
    ensure!(sizes.len() == 3 && sizes[0] == sizes[2], "memory after 100, 200 and 300: {memory}");
    ensure!(memory[1] == json!(0), "{memory}");
    // One removed before it was ever ready, and one put back, work like any other.
    page.run(
        "const element = document.createElement('take-home'); document.querySelector('#place').append(element);
         element.remove(); document.querySelector('#place').append(element);",
    )
    .await?;
    page.verdict("One large contract leaves you $1,700.00 more.").await?;
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}

pub async fn a_moved_element_keeps_its_numbers(page: &Page<'_>) -> Result<()> {
    page.open("plain/pages/two.html").await?;
    page.type_into("gigs", "20").await?;
    page.reads(".th-side.th-gigs .th-kept", "$1,600.00").await?;
    page.run("document.querySelector('#elsewhere').append(document.querySelector('#first'))").await?;
    ensure!(
        page.run("return document.querySelector('#first').comparison.gigs.gross").await? == json!("2000.00"),
        "kept"
    );
    let moved = page.find_in(1, ".th-side.th-gigs .th-kept").await?.text().await?;
    ensure!(moved == "$1,600.00", "{moved}");
    Ok(())
}

/// A page that breaks the document under the app makes it panic; the reader is left with the example and a line.
pub async fn a_panic_leaves_the_example(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.run("Element.prototype.setAttribute = () => { throw new Error('hostile') }").await?;
    page.slider("gigs").await?.send_keys(&char::from(fantoccini::key::Key::Right).to_string()).await?;
    page.reads(
        "[part=notice]",
        "The calculator has stopped; the example still holds. Load the page again to start anew.",
    )
    .await?;
    let shown = page.run("return document.querySelector('take-home .th-answer').getClientRects().length > 0").await?;
    ensure!(shown == json!(true), "the example can be read");
    let sent = page.run("return window.sent.map((event) => event.name)").await?;
    ensure!(sent == json!(["ready", "error"]), "{sent}");
    Ok(())
}
