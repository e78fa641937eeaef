//! What can a page's author and their scripts do with the element?

use anyhow::{Context, Result, ensure};
use browsers::{Page, Server, wait_for};
use serde_json::{Value, json};

pub async fn two_elements_are_independent(page: &Page<'_>) -> Result<()> {
    page.open("plain/pages/two.html").await?;
    // 1,000: 850 against 800.
    page.verdict("One large contract leaves you $50 more.").await?;
    page.type_into("gigs", "20").await?;
    page.reads(".th-side.th-gigs .th-kept", "$1,600").await?;
    ensure!(page.comparison(1).await?["gigs"]["takeHome"] == json!("9000.00"), "the second is as it was");
    let second = page.find_in(1, ".th-answer").await?.text().await?;
    ensure!(second.replace('\u{a0}', " ") == "No difference: the fee is 10% either way.", "{second}");
    ensure!(page.fragment().await?.is_empty(), "neither of them has the address");
    ensure!(fetched(page).await? == json!(APP), "once for both, which started at once: {}", fetched(page).await?);
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}

pub async fn attributes_are_live(page: &Page<'_>) -> Result<()> {
    page.open("plain/pages/two.html").await?;
    page.type_into("gig-price", "200").await?;
    page.reads(".th-side.th-gigs .th-kept", "$1,600").await?;
    // The author changes one number; the reader's other one stays.
    page.run("document.querySelector('#first').setAttribute('gigs', '12')").await?;
    page.reads(".th-side.th-gigs .th-kept", "$1,920").await?;
    page.run("document.querySelector('#first').setAttribute('gigs', 'a dozen')").await?;
    page.reads(".th-notes .th-note", "Ignored: gigs “a dozen”. Type a number, such as 30.").await?;
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
             // A driver's scripts may have modules of their own; the page's are seen by a script in the page.
             const size = () => new Promise((known) => {
               const app = performance.getEntriesByType('resource').find(({ name }) => /take-home-app[.].*js$/.test(name));
               const script = document.createElement('script');
               script.type = 'module';
               script.textContent = `import start from '${app.name}';
                 dispatchEvent(new CustomEvent('size', { detail: (await start()).memory.buffer.byteLength }))`;
               addEventListener('size', (event) => known(event.detail), { once: true });
               document.body.append(script);
             });
             (async () => {
               await customElements.whenDefined('take-home');
               const sizes = [];
               for (let count = 0; count < 300; count++) {
                 const element = await one(count% 50 + 1);
                 if (element.comparison.gigs.gross !== `${(count% 50 + 1) * 500}.00`) throw Error('wrong comparison');
                 element.remove();
                 if (count% 100 === 99) {
                   await new Promise((rested) => setTimeout(rested));
                   sizes.push(await size());
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
    page.verdict("One large contract leaves you $1,700 more.").await?;
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}

/// What an element needs.
const APP: [&str; 4] = ["take-home-app.js", "take-home-app_bg.wasm", "take-home.css", "take-home.js"];

/// What a page has fetched for the app, without the folders and hashes. What answers them comes when the questions are in sight.
async fn fetched(page: &Page<'_>) -> Result<Value> {
    page.run(
        "return performance.getEntriesByType('resource').map(({ name }) => name.replace(/.*[/]/, '').replace(/[.][0-9a-f]{8}/, ''))
           .filter((name) => name.startsWith('take-home') && !/answers|panels|chunk/.test(name)).sort()",
    )
    .await
}

/// Until a reader comes near an article pays for the loader and nothing else; ten elements fetch what one does.
pub async fn far_elements_cost_nothing_but_the_loader(page: &Page<'_>) -> Result<()> {
    page.open_raw("plain/pages/far.html").await?;
    page.run_async("customElements.whenDefined('take-home').then(() => requestAnimationFrame(() => setTimeout(done)))")
        .await?;
    ensure!(fetched(page).await? == json!(["take-home.js"]), "{}", fetched(page).await?);
    let fallback = page.run("return document.querySelector('#far').innerText").await?;
    ensure!(fallback == json!("Ten gigs leave less. More"), "{fallback}");
    // With the keyboard, a reader can reach it before the page has scrolled.
    page.run("document.querySelector('#far a').focus({ preventScroll: true })").await?;
    let ready = |id: &'static str| async move {
        wait_for(&format!("{id} to be ready"), async || {
            let ready = page.run(&format!("return document.querySelector('#{id}').comparison !== null")).await?;
            ensure!(ready == json!(true), "it is not");
            Ok(())
        })
        .await
    };
    ready("far").await?;
    let app = json!(APP);
    ensure!(fetched(page).await? == app, "{}", fetched(page).await?);
    let other = page.run("return document.querySelector('#farther').comparison").await?;
    ensure!(other == json!(null), "the other one is as it was");
    page.run("document.querySelector('#farther').scrollIntoView()").await?;
    ready("farther").await?;
    ensure!(fetched(page).await? == app, "once for both: {}", fetched(page).await?);
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}

/// Styles of a page that spare nothing do not come in, but for what is meant to.
pub async fn hostile_styles_stay_outside(page: &Page<'_>) -> Result<()> {
    page.open("plain/pages/hostile.html").await?;
    let seen = page
        .run(
            "const look = (id) => {
               const host = document.querySelector(id);
               const find = (selector) => getComputedStyle(host.shadowRoot.querySelector(selector));
               const container = host.shadowRoot.querySelector('.th');
               return {
                 size: find('.th').fontSize, spacing: find('.th-answer').letterSpacing === '9px', caps: find('.th').textTransform,
                 indent: find('.th-turn').textIndent, style: find('.th').fontStyle, color: find('.th').color,
                 direction: find('.th').direction, columns: find('.th-body').gridTemplateColumns.split(' ').length,
                 wide: container.getBoundingClientRect().width > 600, gigs: find('.th-side.th-gigs .th-left').fill,
                 radius: find('.th').borderTopLeftRadius, border: find('.th-verdict').borderTopWidth,
                 slider: find('input[type=range]').opacity,
               };
             };
             return [look('#first'), look('#second')]",
        )
        .await?;
    let plain = json!({
        "size": "15px", "spacing": false, "caps": "none", "indent": "0px", "style": "normal", "color": "rgb(29, 33, 41)",
        "direction": "rtl", "columns": 2, "wide": true, "gigs": "rgb(204, 122, 0)", "radius": "14px", "border": "0px",
        "slider": "1",
    });
    ensure!(seen[0] == plain, "{}", seen[0]);
    let (themed, mut expected) = (&seen[1], plain);
    for (name, value) in
        [("color", "rgb(232, 234, 238)"), ("gigs", "rgb(18, 52, 86)"), ("radius", "0px"), ("border", "3px")]
    {
        expected[name] = json!(value);
    }
    ensure!(*themed == expected, "{themed}");
    // It works as anywhere, from right to left: the end of a slider is at the left.
    page.drag("contract-price", 1.0).await?;
    page.verdict("Many small gigs leave you $11,920 more.").await
}

pub async fn a_moved_element_keeps_its_numbers(page: &Page<'_>) -> Result<()> {
    page.open("plain/pages/two.html").await?;
    page.type_into("gigs", "20").await?;
    page.reads(".th-side.th-gigs .th-kept", "$1,600").await?;
    page.run("document.querySelector('#elsewhere').append(document.querySelector('#first'))").await?;
    ensure!(
        page.run("return document.querySelector('#first').comparison.gigs.gross").await? == json!("2000.00"),
        "kept"
    );
    let moved = page.find_in(1, ".th-side.th-gigs .th-kept").await?.text().await?;
    ensure!(moved == "$1,600", "{moved}");
    Ok(())
}

/// A page that breaks the document under the app makes it panic; the reader is left with the example and a line.
pub async fn a_panic_leaves_the_example(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.questions_answer().await?;
    // In one go, since a driver refuses the keys of a slider that is dying.
    page.run(
        "Element.prototype.setAttribute = () => { throw new Error('hostile') };
         const slider = document.querySelector('take-home').shadowRoot.querySelector('input[type=range][data-field=gigs]');
         slider.value = '31';
         slider.dispatchEvent(new Event('input', { bubbles: true, composed: true }))",
    )
    .await?;
    page.reads(
        "[part=notice]",
        "The calculator has stopped. The example is still correct; reload the page to start again.",
    )
    .await?;
    let shown = page.run("return document.querySelector('take-home .th-answer').getClientRects().length > 0").await?;
    ensure!(shown == json!(true), "the example can be read");
    let sent = page.run("return window.sent.map((event) => event.name)").await?;
    ensure!(sent == json!(["ready", "error"]), "{sent}");
    Ok(())
}

/// Makes the app panic: opens a panel while the document takes no attribute. The next one it takes again.
pub async fn panics(page: &Page<'_>) -> Result<()> {
    page.run(
        "const { setAttribute } = Element.prototype;
         Element.prototype.setAttribute = function (...pair) {
           // Scripts set attributes too; a failure there is no panic of the app.
           if (!/wasm/.test(new Error().stack)) return setAttribute.apply(this, pair);
           Element.prototype.setAttribute = setAttribute;
           throw new Error('hostile');
         };
         document.querySelector('take-home').shadowRoot.querySelector('details:not([open]) > summary').click()",
    )
    .await
    .map(drop)
}

/// A bug that shows once costs nobody their numbers: all elements of the page go on with them, in a new instance. One that
/// shows again leaves the examples.
pub async fn a_panic_is_survived_once_with_the_last_numbers(page: &Page<'_>) -> Result<()> {
    page.open("plain/pages/two.html").await?;
    page.type_into("gigs", "20").await?;
    page.type_into("gig-price", "90").await?;
    page.reads(".th-side.th-gigs .th-kept", "$1,440").await?;
    page.open_panel("working").await?;
    let second = page.comparison(1).await?;
    let sent = "return window.sent.map(({ name, id, detail }) => [id, name, detail.gigs?.gross ?? null])";
    let before = page.run(sent).await?.as_array().context("a list")?.len();
    panics(page).await?;
    let since = |sent: &Value| sent.as_array().map(|sent| sent[before..].to_vec());
    wait_for("both to go on", async || {
        let mut changes = since(&page.run(sent).await?).context("a list")?;
        changes.sort_by_key(ToString::to_string);
        ensure!(
            changes == [json!(["first", "change", "1800.00"]), json!(["second", "change", "10000.00"])],
            "{changes:?}"
        );
        Ok(())
    })
    .await?;
    ensure!(page.comparison(1).await? == second, "the second has its example");
    ensure!(page.find("#gigs").await?.prop("value").await?.as_deref() == Some("20"), "and so has what was typed");
    page.find("details[data-field=working][open]").await?;
    page.is_filled("working").await?;
    // Both work, and so does the part that was there.
    page.type_into("gigs", "21").await?;
    page.reads(".th-side.th-gigs .th-kept", "$1,512").await?;
    page.run("document.querySelector('#second').setAttribute('gigs', 6)").await?;
    wait_for("the second to follow its attribute", async || {
        let gross = page.comparison(1).await?["gigs"]["gross"].clone();
        ensure!(gross == json!("12000.00"), "{gross}");
        Ok(())
    })
    .await?;
    panics(page).await?;
    for (index, example) in ["The first example: ten gigs of $100.", "The second example."].into_iter().enumerate() {
        let notice = page.find_in(index, "[part=notice]").await?.text().await?;
        ensure!(notice.starts_with("The calculator has stopped. The example is still correct;"), "{notice}");
        let shown = page.run(&format!("return document.querySelectorAll('take-home')[{index}].innerText")).await?;
        ensure!(shown == json!(example), "{shown}");
    }
    let sent = page.run("return window.sent.slice(-2).map(({ name, id }) => [id, name])").await?;
    ensure!(sent == json!([["first", "error"], ["second", "error"]]), "{sent}");
    Ok(())
}

/// On a slow device the second start takes more than the second that the loader allows for the errors of a dead instance.
pub async fn a_slow_start_after_a_panic_is_waited_for(page: &Page<'_>) -> Result<()> {
    page.open("plain/pages/two.html").await?;
    page.type_into("gigs", "20").await?;
    page.reads(".th-side.th-gigs .th-kept", "$1,600").await?;
    page.slow_down().await?;
    // The page is busy from the moment when the next instance is put into it.
    page.run(
        "const { shadowRoot } = document.querySelector('take-home');
         for (const child of shadowRoot.children) child.isDead = true;
         new MutationObserver((_, observer) => {
           if (![...shadowRoot.children].some(({ hidden }) => hidden)) return;
           observer.disconnect();
           const end = performance.now() + 1500;
           while (performance.now() < end);
         }).observe(shadowRoot, { childList: true })",
    )
    .await?;
    panics(page).await?;
    wait_for("an instance that answers", async || {
        let state = page
            .run("const { children } = document.querySelector('take-home').shadowRoot; return [...children].map((child) => Boolean(child.isDead || child.inert || child.hidden))")
            .await?;
        ensure!(state == json!([false]), "{state}");
        Ok(())
    })
    .await?;
    page.reads(".th-side.th-gigs .th-kept", "$1,600").await?;
    page.type_into("gigs", "21").await?;
    page.reads(".th-side.th-gigs .th-kept", "$1,680").await?;
    let notices = page.run("return [...document.querySelectorAll('take-home')].map(({ shadowRoot }) => shadowRoot.querySelectorAll('[part=notice]').length)").await?;
    ensure!(notices == json!([0, 0]), "{notices}");
    Ok(())
}

/// Browsers keep the failure of an import, so a second try needs another address.
pub async fn a_start_that_failed_can_be_tried_again(page: &Page<'_>) -> Result<()> {
    let server = Server::start();
    for file in ["take-home-app.js", "take-home-app_bg.wasm", "take-home.css"] {
        page.client.goto("about:blank").await?;
        page.client.goto(&server.url("plain/pages/none.html")).await?;
        page.run_async("customElements.whenDefined('take-home').then(() => done())").await?;
        server.refuses(Some(file));
        page.run("document.querySelector('#place').append(document.createElement('take-home'))").await?;
        page.reads("[part=notice]", "The calculator could not start here. The example is still correct.")
            .await
            .context(file)?;
        server.refuses(None);
        page.run("document.querySelector('take-home').start()").await?;
        page.verdict("One large contract leaves you $1,700 more.").await.context(file)?;
        let notices = page
            .run("return document.querySelector('take-home').shadowRoot.querySelectorAll('[part=notice]').length")
            .await?;
        ensure!(notices == json!(0), "it is gone");
    }
    Ok(())
}
