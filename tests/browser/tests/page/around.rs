//! Does the page around the element stay as it was: its history, its anchors, its shortcuts, what is in sight?

use anyhow::{Context, Result, ensure};
use browsers::{Page, Server, wait_for};
use fantoccini::actions::{InputSource, PointerAction, TouchActions};
use fantoccini::key::Key;
use serde_json::{Value, json};

/// Starts the elements of the page and waits until they are ready.
pub async fn start(page: &Page<'_>) -> Result<()> {
    page.run("document.querySelectorAll('take-home').forEach((element) => element.start())").await?;
    page.is_ready().await
}

pub async fn what_a_router_keeps_in_the_history_stays(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    // As Turbo and others do: each entry of the history has a name, by which its page is found again.
    page.run("history.replaceState({ router: { entry: 'A', at: new Date(0) } }, '')").await?;
    page.type_into("gigs", "40").await?;
    page.has_fragment("#gigs=40&contract-price=15000").await?;
    let kept = page
        .run("return [history.state?.router?.entry, Object.prototype.toString.call(history.state?.router?.at)]")
        .await?;
    ensure!(kept == json!(["A", "[object Date]"]), "{kept}");
    // Another entry has another name, and the way back leads to the first.
    page.run("history.pushState({ router: { entry: 'B' } }, '', '?page=b#gigs=40&contract-price=15000')").await?;
    page.type_into("gigs", "41").await?;
    page.has_fragment("#gigs=41&contract-price=15000").await?;
    page.run("history.back()").await?;
    wait_for("the entry before", async || {
        let entry = page.run("return [history.state?.router?.entry, location.search]").await?;
        ensure!(entry == json!(["A", ""]), "{entry}");
        Ok(())
    })
    .await
}

pub async fn anchors_with_the_name_of_a_field_are_the_pages(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.type_into("gigs", "40").await?;
    page.has_fragment("#gigs=40&contract-price=15000").await?;
    for anchor in ["fee", "status", "rate", "schedule", "currency", "gigs", "contract-basics", "fees-explained"] {
        page.run(&format!("location.hash = '{anchor}'")).await?;
        page.has_fragment(&format!("#{anchor}")).await?;
    }
    // A link that is followed after them shows that they have been passed over.
    page.run("document.querySelector('take-home').addEventListener('change', ({ detail }) => (window.last = detail.gigs.gross))")
        .await?;
    ensure!(page.comparison(0).await?["gigs"]["gross"] == json!("20000.00"), "the reader's numbers stay");
    page.run("location.hash = 'gigs=7'").await?;
    page.reads(".th-side.th-gigs .th-kept", "$2,800").await?;
    ensure!(page.run("return window.last").await? == json!("3500.00"), "only the link changed something");
    // The way back to the example leaves an anchor where it is.
    page.run("location.hash = 'fee'").await?;
    page.click(".th-back").await?;
    page.verdict("One large contract leaves you $1,700 more.").await?;
    page.type_into("gigs", "8").await?;
    page.has_fragment("#gigs=8&contract-price=15000").await
}

pub async fn an_anchor_does_not_lead_to_the_calculator(page: &Page<'_>) -> Result<()> {
    for anchor in ["contract-basics", "fees-explained", "fee"] {
        page.open_raw(&format!("plain/pages/long.html#{anchor}")).await?;
        start(page).await?;
        let at = page.run(&format!("return document.querySelector('#{anchor}').getBoundingClientRect().top")).await?;
        ensure!(at.as_f64().is_some_and(|top| (-1.0..200.0).contains(&top)), "{anchor} is at {at}");
        page.has_fragment(&format!("#{anchor}")).await?;
        ensure!(page.comparison(0).await?["gigs"]["gross"] == json!("3000.00"), "the example");
    }
    Ok(())
}

/// Where the element and what is below it are, and how far the page is scrolled.
async fn places(page: &Page<'_>) -> Result<[f64; 3]> {
    let places = page
        .run(
            "const top = (selector) => document.querySelector(selector).getBoundingClientRect().top;
             return [top('take-home'), top('#below'), scrollY]",
        )
        .await?;
    Ok([0, 1, 2].map(|index: usize| places[index].as_f64().unwrap_or(f64::NAN)))
}

/// Waits until the page has been painted a few times: whatever moves it late has done so by then.
pub async fn painted(page: &Page<'_>) -> Result<()> {
    let frames = "let left = 6; const next = () => (left-- ? requestAnimationFrame(next) : done()); next()";
    page.run_async(frames).await.map(drop)
}

pub async fn a_link_leads_to_the_calculators_top(page: &Page<'_>) -> Result<()> {
    for link in ["#gigs=40", "#gigs%3D40", "#same-total&gigs=40", "#fee=5%25&gigs=40"] {
        page.open(&format!("plain/pages/long.html{link}")).await?;
        painted(page).await?;
        let [top, ..] = places(page).await?;
        ensure!((-1.0..60.0).contains(&top), "{link}: the calculator is at {top}");
        ensure!(page.comparison(0).await?["gigs"]["gross"] == json!("10000.00"), "{link}");
    }
    Ok(())
}

/// Whichever number it has.
pub async fn a_link_with_any_number_leads_there(page: &Page<'_>) -> Result<()> {
    for link in
        ["#keep=9000", "#membership=20", "#verdict=hour&gig-hours=2&contract-hours=9", "#direct-schedule=stripe-2026"]
    {
        page.open(&format!("plain/pages/long.html{link}")).await?;
        painted(page).await?;
        let [top, ..] = places(page).await?;
        ensure!((-1.0..60.0).contains(&top), "{link}: the calculator is at {top}");
    }
    Ok(())
}

/// An advertisement above the calculator comes at the worst moment: just when the browser may not follow anything.
pub async fn what_grows_above_it_meanwhile_moves_nothing(page: &Page<'_>) -> Result<()> {
    for link in ["", "#gigs=40"] {
        page.open_raw(&format!("plain/pages/long.html{link}")).await?;
        page.run_async("customElements.whenDefined('take-home').then(() => done())").await?;
        page.run(&format!(
            "const element = document.querySelector('take-home');
             if (!'{link}') document.scrollingElement.scrollTop += element.getBoundingClientRect().top - 30;
             element.addEventListener('ready', () => {{
               const advertisement = document.createElement('div');
               advertisement.style.height = '600px';
               document.querySelector('main').prepend(advertisement);
             }});
             element.start()"
        ))
        .await?;
        page.is_ready().await?;
        painted(page).await?;
        let [top, ..] = places(page).await?;
        ensure!((-1.0..60.0).contains(&top), "{link}: the calculator is at {top}");
    }
    Ok(())
}

pub async fn what_is_in_sight_stays_there(page: &Page<'_>) -> Result<()> {
    // How far the top of the example is from the window's: above it, at it, a little below, far below, and wholly above.
    for (top, stays) in [(-5, 0), (0, 0), (30, 0), (700, 0), (-400, 1)] {
        for scroller in ["page", "box"] {
            page.open_raw("plain/pages/long.html").await?;
            page.run_async("customElements.whenDefined('take-home').then(() => done())").await?;
            if scroller == "box" {
                page.run(
                    "Object.assign(document.querySelector('main').style, { height: '100vh', overflow: 'auto' });
                     Object.assign(document.body.style, { margin: '0', height: '100vh', overflow: 'hidden' })",
                )
                .await?;
            }
            // The element starts when it comes near, after this.
            page.run(&format!(
                "const scroller = '{scroller}' === 'page' ? document.scrollingElement : document.querySelector('main');
                 scroller.scrollTop += document.querySelector('take-home').getBoundingClientRect().top - {top}"
            ))
            .await?;
            let before = places(page).await?;
            // What a box hides is not near, however near its place is.
            page.run("document.querySelector('take-home').start()").await?;
            page.is_ready().await?;
            painted(page).await?;
            let after = places(page).await?;
            ensure!((after[stays] - before[stays]).abs() <= 1.5, "{scroller}, {top}: {before:?} became {after:?}");
            let height = after[1] - after[0];
            ensure!(height > 500.0, "the calculator is there: {height}");
            let left = page
                .run("return [document.documentElement, document.body, document.querySelector('main')].map(({ style }) => style.overflowAnchor || '')")
                .await?;
            ensure!(left == json!(["", "", ""]), "nothing is left on the page: {left}");
        }
    }
    Ok(())
}

/// Hears what keys the page gets.
const HEAR: &str = "window.keys = [];
     for (const type of ['keydown', 'keypress', 'keyup']) document.addEventListener(type, ({ type, key }) => keys.push(`${type} ${key}`))";

async fn keys_heard(page: &Page<'_>) -> Result<Value> {
    page.run("const heard = keys.filter((key) => key.startsWith('keydown')).map((key) => key.slice(8)); keys.length = 0; return heard")
        .await
}

pub async fn keys_that_a_control_uses_are_not_the_pages(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.run(HEAR).await?;
    // A slide show that goes on with the arrows, and takes the event for itself.
    page.run("document.addEventListener('keydown', (event) => { if (/Arrow|[+jn ]|Home|End|Enter/.test(event.key)) event.preventDefault() })")
        .await?;
    // And one that lets nobody type.
    page.run("document.addEventListener('beforeinput', (event) => event.preventDefault())").await?;
    page.type_into("gigs", "+41").await?;
    page.reads(".th-side.th-gigs .th-kept", "$16,400").await?;
    for key in [Key::Left, Key::Right, Key::Home, Key::End, Key::Enter] {
        page.press(key).await?;
    }
    ensure!(page.run("return keys").await? == json!([]), "of a field: {}", page.run("return keys").await?);
    page.press(Key::Escape).await?;
    ensure!(keys_heard(page).await? == json!(["Escape"]), "a field has no use for it");
    // A slider.
    page.run(
        "document.querySelector('take-home').shadowRoot.querySelector('input[type=range][data-field=gigs]').focus()",
    )
    .await?;
    page.press(Key::Right).await?;
    page.reads(".th-side.th-gigs .th-kept", "$16,800").await?;
    page.press(Key::PageDown).await?;
    ensure!(page.run("return keys").await? == json!([]), "of a slider: {}", page.run("return keys").await?);
    page.keys("j").await?;
    ensure!(keys_heard(page).await? == json!(["j"]), "a slider has no use for it");
    // A list, a choice, a line that opens a panel, a button.
    for (control, used, other) in [
        ("input[type=radio][data-field=gig-clients]", " ", Key::Escape),
        ("input[type=checkbox][data-field=same-total]", " ", Key::Escape),
        ("details[data-field=working] > summary", " ", Key::Escape),
        (".th-back", "\u{e007}", Key::Escape),
        ("select[data-field=platform]", "u", Key::Escape),
    ] {
        page.run(&format!("document.querySelector('take-home').shadowRoot.querySelector('{control}').focus()")).await?;
        page.keys(used).await?;
        ensure!(page.run("return keys").await? == json!([]), "{control}: {}", page.run("return keys").await?);
        page.press(other).await?;
        ensure!(keys_heard(page).await? == json!(["Escape"]), "{control}");
    }
    // What is shared: an address, a name, and a snippet that scrolls inside itself.
    page.press_share("embed").await?;
    wait_for("the snippet", async || page.find(".th-preview").await.map(drop)).await?;
    for (control, used) in [
        (".th-snippet", "\u{e015}\u{e00f}"),
        (".th-preview", "\u{e015}\u{e00f}"),
        ("[data-share=shared]", " "),
        ("[data-share=base]", "j+ \u{e012}\u{e011}"),
        ("[data-share=site]", "\u{e010}"),
    ] {
        page.run(&format!("document.querySelector('take-home').shadowRoot.querySelector('{control}').focus()")).await?;
        page.keys(used).await?;
        ensure!(page.run("return keys").await? == json!([]), "{control}: {}", page.run("return keys").await?);
    }
    // The page's own fields and links are its own.
    page.run("document.querySelector('#save').focus()").await?;
    page.keys("n").await?;
    ensure!(keys_heard(page).await? == json!(["n"]), "outside the element");
    Ok(())
}

pub async fn attributes_as_frameworks_write_them(page: &Page<'_>) -> Result<()> {
    let addresses = [
        ("", Some("")),
        ("true", Some("")),
        ("TRUE", Some("")),
        ("address", Some("")),
        ("1", Some("")),
        ("on", Some("")),
        ("yes", Some("")),
        ("false", None),
        ("no", None),
        ("0", None),
        ("https://blog.example/post", Some("https://blog.example/post")),
        ("/post?a=1", Some("/post?a=1")),
    ];
    for (address, named) in addresses {
        page.open_empty("plain").await?;
        page.run(&format!(
            "const element = document.createElement('take-home');
             element.setAttribute('address', '{address}');
             document.querySelector('#place').append(element);
             window.clipboard = [];
             Object.defineProperty(navigator, 'clipboard', {{ value: {{ writeText: async (text) => clipboard.push(text) }} }})"
        ))
        .await?;
        start(page).await?;
        page.type_into("gigs", "40").await?;
        let Some(named) = named else {
            let hidden = page.find("[data-share=link]").await?.attr("hidden").await?;
            ensure!(hidden.is_some(), "{address}: there is no link to copy");
            continue;
        };
        page.has_fragment("#gigs=40&contract-price=15000").await?;
        page.press_share("link").await?;
        wait_for("the link", async || {
            let copied = page.run("return clipboard").await?;
            let before = match named {
                "" => page.server.url("plain/pages/none.html"),
                path if path.starts_with('/') => page.server.url(&path[1..]),
                named => named.to_owned(),
            };
            ensure!(copied == json!([format!("{before}#gigs=40&contract-price=15000")]), "{address}: {copied}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

pub async fn properties_are_attributes(page: &Page<'_>) -> Result<()> {
    page.open_empty("plain").await?;
    // Before the app is there: as React writes JSX, as lit and Vue set properties; then what frameworks do later.
    page.run(
        "const element = document.createElement('take-home');
         element.setAttribute('gigPrice', 100);
         element.gigs = 10;
         element.sameTotal = true;
         element.address = true;
         document.querySelector('#place').append(element)",
    )
    .await?;
    start(page).await?;
    let gross = async || {
        page.run("const { gigs, contract } = document.querySelector('take-home').comparison; return [gigs.gross, contract.gross]").await
    };
    ensure!(gross().await? == json!(["1000.00", "1000.00"]), "{}", gross().await?);
    for (script, expected) in [
        ("element.gigPrice = 200", ["2000.00", "2000.00"]),
        ("element.gigs = '12'", ["2400.00", "2400.00"]),
        ("element.sameTotal = false; element.contractPrice = 5000", ["2400.00", "5000.00"]),
        ("element.contractPrice = null", ["2400.00", "2400.00"]),
        ("element.gigPrice = undefined", ["6000.00", "6000.00"]),
        // 100 + 200 + 300.
        ("element.gigList = [100, 200, 300]", ["600.00", "600.00"]),
        ("element.gigList = null", ["6000.00", "6000.00"]),
    ] {
        page.run(&format!("const element = document.querySelector('take-home'); {script}")).await?;
        wait_for(script, async || {
            ensure!(gross().await? == json!(expected), "{}", gross().await?);
            Ok(())
        })
        .await?;
    }
    let read = page
        .run(
            "const element = document.querySelector('take-home');
             return [element.gigs, element.gigPrice, element.address, 'contractPrice' in element, 'view' in element, element.getAttribute('gigs')]",
        )
        .await?;
    ensure!(read == json!(["12", null, "", true, true, "12"]), "{read}");
    Ok(())
}

pub async fn it_has_a_usable_width_wherever_it_is(page: &Page<'_>) -> Result<()> {
    let places = [
        ("display: inline-block", "", 480.0),
        ("float: left", "", 480.0),
        ("display: flex", "", 480.0),
        ("display: flex; justify-content: space-between; gap: 20px", "<p>beside it</p>", 480.0),
        ("display: inline-flex", "", 480.0),
        ("display: grid; grid-template-columns: auto auto", "<p>beside it</p>", 480.0),
        ("display: grid; justify-items: start", "", 480.0),
        ("display: table-cell", "", 480.0),
        ("position: absolute; left: 0; top: 0", "", 480.0),
        ("width: fit-content", "", 480.0),
        ("width: max-content", "", 480.0),
        ("width: min-content", "", 230.0),
        ("display: flex; flex-direction: column; align-items: center", "", 480.0),
        ("display: inline-grid", "", 480.0),
        ("writing-mode: vertical-rl", "", 480.0),
        // Nothing is wider than its place.
        ("float: left; max-width: 320px", "", 230.0),
    ];
    for (style, beside, least) in places {
        for own in [false, true] {
            page.open_empty("plain").await?;
            page.run(&format!(
                "const place = document.querySelector('#place');
                 place.innerHTML = `<div><take-home>The example.</take-home>{beside}</div>`;
                 const element = place.querySelector('take-home');
                 const styled = {own} && !/grid|flex|table|writing/.test('{style}') ? element : element.parentNode;
                 styled.style.cssText = '{style}'"
            ))
            .await?;
            start(page).await?;
            let width = page
                .run("return document.querySelector('take-home').shadowRoot.querySelector('.th').offsetWidth")
                .await?;
            ensure!(width.as_f64().is_some_and(|width| width >= least), "{style}: {width}");
            let wider = page.run("return document.documentElement.scrollWidth - innerWidth").await?;
            ensure!(wider.as_f64().is_some_and(|wider| wider <= 0.0), "{style}: {wider} beyond the window");
        }
    }
    // Whatever a page makes of the element itself, as with `main > * { display: flex }`.
    for style in [
        "display: flex",
        "display: inline-flex",
        "display: grid",
        "display: flow-root",
        "display: flex; flex-direction: column",
    ] {
        page.open_empty("plain").await?;
        page.run(&format!(
            "document.querySelector('#place').innerHTML = '<take-home style=\"{style}\">The example.</take-home>'"
        ))
        .await?;
        start(page).await?;
        let seen = page
            .run("const { offsetWidth, offsetHeight } = document.querySelector('take-home').shadowRoot.querySelector('.th'); return [offsetWidth, document.querySelector('take-home').offsetHeight - offsetHeight, document.documentElement.scrollWidth - innerWidth]")
            .await?;
        ensure!(seen[0].as_f64().is_some_and(|width| width >= 480.0), "{style}: {seen}");
        ensure!(seen[1].as_f64() == Some(0.0) && seen[2].as_f64().is_some_and(|wider| wider <= 0.0), "{style}: {seen}");
    }
    // In what the browser lays over the page.
    for (open, close) in
        [("<dialog>", "element.parentNode.showModal()"), ("<div popover>", "element.parentNode.showPopover()")]
    {
        page.open_empty("plain").await?;
        page.run(&format!(
            "document.querySelector('#place').innerHTML = `{open}<take-home>The example.</take-home>`;
             const element = document.querySelector('take-home');
             {close}"
        ))
        .await?;
        start(page).await?;
        let width =
            page.run("return document.querySelector('take-home').shadowRoot.querySelector('.th').offsetWidth").await?;
        ensure!(width.as_f64().is_some_and(|width| width >= 480.0), "{open}: {width}");
    }
    // On a phone it is as wide as the phone allows.
    page.client.set_window_size(500, 800).await?;
    page.open_empty("plain").await?;
    page.run("document.querySelector('#place').innerHTML = `<div style='float: left; max-width: 340px'><take-home>The example.</take-home></div>`")
        .await?;
    start(page).await?;
    let width =
        page.run("return document.querySelector('take-home').shadowRoot.querySelector('.th').offsetWidth").await?;
    ensure!(width == json!(340), "{width}");
    Ok(())
}

pub async fn it_is_styled_in_every_document(page: &Page<'_>) -> Result<()> {
    page.open("plain/pages/two.html").await?;
    page.type_into("gigs", "20").await?;
    page.reads(".th-side.th-gigs .th-kept", "$1,600").await?;
    let look = "const look = () => {
         const { shadowRoot } = window.element;
         const { display, borderTopLeftRadius } = getComputedStyle(shadowRoot.querySelector('.th'));
         return [shadowRoot.adoptedStyleSheets.length, display, borderTopLeftRadius];
       };";
    page.run(
        "window.element = document.querySelector('#first');
         window.frame = document.createElement('iframe');
         document.body.append(frame)",
    )
    .await?;
    let away =
        page.run(&format!("{look} frame.contentDocument.body.append(element); return look()")).await.context("away")?;
    ensure!(away == json!([1, "block", "14px"]), "in the other document: {away}");
    let back = page
        .run(&format!("{look} document.querySelector('#elsewhere').append(element); return look()"))
        .await
        .context("back")?;
    ensure!(back == json!([1, "block", "14px"]), "and back: {back}");
    // It still works, with its numbers.
    ensure!(page.find_in(1, "#gigs").await?.prop("value").await?.as_deref() == Some("20"), "its numbers");
    page.run("element.setAttribute('gig-price', 200)").await?;
    wait_for("it to follow its attributes", async || {
        let gross = page.run("return element.comparison.gigs.gross").await?;
        ensure!(gross == json!("4000.00"), "{gross}");
        Ok(())
    })
    .await?;
    // Through a document that nobody sees.
    page.run(
        "document.implementation.createHTMLDocument('').adoptNode(element);
         document.querySelector('#elsewhere').append(element)",
    )
    .await?;
    start(page).await?;
    let unseen = page.run(&format!("{look} return look()")).await?;
    ensure!(unseen == json!([1, "block", "14px"]), "{unseen}");
    // Styles that come later come to every document.
    page.run("frame.contentDocument.body.append(element)").await?;
    page.run("element.shadowRoot.querySelector('details[data-field=about] > summary').click()").await?;
    wait_for("the styles of the panels", async || {
        let columns = page.run("const list = element.shadowRoot.querySelector('.th-facts'); return list && getComputedStyle(list).display").await?;
        ensure!(columns == json!("grid"), "{columns}");
        Ok(())
    })
    .await
}

/// Does with each text of the app what translators do: a `<font>` in a `<font>` takes its place, whose text is another.
const TRANSLATE: &str = "window.translate = () => {
       const walker = document.createTreeWalker(document.querySelector('take-home').shadowRoot, NodeFilter.SHOW_TEXT);
       const texts = [];
       while (walker.nextNode()) if (!walker.currentNode.parentNode.closest('font, style') && walker.currentNode.data.trim()) texts.push(walker.currentNode);
       for (const text of texts) {
         const [outer, inner] = [document.createElement('font'), document.createElement('font')];
         outer.append(inner);
         inner.textContent = `«${text.data}»`;
         text.parentNode.replaceChild(outer, text);
       }
       return texts.length;
     };
     return translate();";

pub async fn a_translated_page_stays_right(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.questions_answer().await?;
    let count = page.run(TRANSLATE).await?;
    ensure!(count.as_u64().is_some_and(|count| count > 30), "{count} texts");
    page.tells(".th-answer", "«$1,700 more.»").await?;
    page.type_into("gigs", "40").await?;
    page.verdict("Many small gigs leave you $2,300 more.").await?;
    page.reads(".th-side.th-gigs .th-kept", "$16,000").await?;
    // A translator that goes on does so with what is right.
    page.run("return translate()").await?;
    page.tells(".th-answer", "«$2,300 more.»").await?;
    // 40 × 250 = 10,000: 8,000 against 13,700.
    page.type_into("gig-price", "250").await?;
    page.verdict("One large contract leaves you $5,700 more.").await?;
    page.run("return translate()").await?;
    // A sentence of another number of pieces, a list, a panel, and the way back.
    page.choose("schedule", "upwork-2023").await?;
    // 9,000 against 13,500.
    page.verdict("One large contract leaves you $4,500 more.").await?;
    page.run("return translate()").await?;
    page.type_into("contract-price", "10000").await?;
    page.verdict("No difference: the fee is 10% either way.").await?;
    page.run("return translate()").await?;
    // Where a press ends the typing, WebKit forgets it if the text under it is put back.
    page.press(Key::Enter).await?;
    page.run("return translate()").await?;
    page.open_panel("working").await?;
    page.run("return translate()").await?;
    page.click(".th-back").await?;
    page.verdict("One large contract leaves you $1,700 more.").await?;
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}

/// Translators of browsers keep the nodes and change what is in them; others write whole blocks anew.
pub async fn a_page_translated_in_place_stays_right(page: &Page<'_>) -> Result<()> {
    for (way, translate) in [
        (
            "each text in its node",
            "const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
             while (walker.nextNode()) if (walker.currentNode.data.trim() && !walker.currentNode.data.startsWith('«')) walker.currentNode.data = `«${walker.currentNode.data}»`",
        ),
        (
            "a sentence in its first node",
            "for (const block of root.querySelectorAll('p, h2, summary, .th-answer')) {
               const texts = [];
               const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
               while (walker.nextNode()) texts.push(walker.currentNode);
               if (!texts.length || block.querySelector('button') || block.textContent.startsWith('«')) continue;
               texts[0].data = `«${block.textContent}»`;
               for (const text of texts.slice(1)) text.data = '';
             }",
        ),
        (
            "the HTML of each block",
            "for (const block of root.querySelectorAll('p, h2, summary, label, .th-answer, button')) if (!block.textContent.startsWith('«')) block.innerHTML = `«${block.innerHTML}»`",
        ),
        ("each block anew", "for (const block of root.querySelectorAll('p, summary, .th-answer')) { const copy = block.cloneNode(true); copy.textContent = `«${block.textContent}»`; block.replaceWith(copy) }"),
        (
            "a node that is filled when it is there",
            "const texts = [];
             const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
             while (walker.nextNode()) if (!walker.currentNode.parentNode.closest('font, style') && walker.currentNode.data.trim()) texts.push(walker.currentNode);
             for (const text of texts) {
               const font = document.createElement('font');
               text.before(font);
               font.textContent = `«${text.data}»`;
               text.remove();
             }",
        ),
    ] {
        page.open("plain/").await?;
        page.questions_answer().await?;
        page.slow_down().await?;
        let translate = format!("const root = document.querySelector('take-home').shadowRoot; {translate}");
        page.run(&translate).await?;
        page.tells(".th-answer", "«").await.context(way)?;
        // Something else changes, and what is translated stays so.
        page.open_panel("working").await.context(way)?;
        page.tells(".th-answer", "«").await.context(way)?;
        page.run(&translate).await?;
        page.click("details[data-field=working] > summary").await.context(way)?;
        page.tells(".th-answer", "«").await.context(way)?;
        // The sentence stays the same and its number changes: 31 × 100 = 3,100 against 1,325 of 15,500, then 29.
        for (gigs, verdict) in [
            ("31", "One large contract leaves you $1,300 more."),
            ("40", "Many small gigs leave you $2,300 more."),
            ("41", "Many small gigs leave you $2,700 more."),
            ("30", "One large contract leaves you $1,700 more."),
        ] {
            page.type_into("gigs", gigs).await?;
            page.verdict(verdict).await.with_context(|| format!("{way}: {gigs}"))?;
            page.run(&translate).await?;
        }
        page.type_into("gig-price", "400").await?;
        page.reads(".th-side.th-gigs .th-kept", "$9,600").await.context(way)?;
        // What has stayed the same is still in the other language.
        if way == "each text in its node" {
            page.tells("label[for=gigs]", "«").await.context(way)?;
        }
        page.press(Key::Enter).await?;
        page.click(".th-back").await?;
        page.verdict("One large contract leaves you $1,700 more.").await.context(way)?;
        ensure!(page.heard().await? == json!([]), "{way}: {}", page.heard().await?);
    }
    Ok(())
}

/// Highlighters, finders and readers cut texts, join them and put marks around them: nothing is lost or doubled.
pub async fn texts_that_others_cut_and_join_stay_whole(page: &Page<'_>) -> Result<()> {
    const WALK: &str = "const root = document.querySelector('take-home').shadowRoot, texts = [];
         const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
         while (walker.nextNode()) if (!walker.currentNode.parentNode.closest('style') && walker.currentNode.data.trim()) texts.push(walker.currentNode);";
    // All texts, but for those of what changes.
    const TEXTS: &str = "return [...document.querySelector('take-home').shadowRoot.querySelectorAll('label, summary b, p, h2, h3, th, .th-kept, button')]
         .filter((element) => !element.closest('.th-spoken, .th-changed'))
         .map((element) => element.textContent).filter(Boolean)";
    for (way, disturb) in [
        ("cut in two", "for (const text of texts) text.splitText(Math.ceil(text.data.length / 2))"),
        (
            "a word in a mark",
            "for (const text of texts) {
               const rest = text.splitText(Math.floor(text.data.length / 3));
               rest.splitText(Math.ceil(rest.data.length / 2));
               const mark = document.createElement('mark');
               rest.replaceWith(mark);
               mark.append(rest);
             }",
        ),
        (
            "a word in a mark of its own",
            "for (const text of texts) {
               const mark = document.createElement('mark');
               mark.textContent = text.splitText(Math.floor(text.data.length / 2)).data;
               text.nextSibling.replaceWith(mark);
             }",
        ),
        ("joined", "root.querySelector('.th').normalize()"),
        ("cut, and joined", "for (const text of texts) text.splitText(1); root.querySelector('.th').normalize()"),
        (
            "in a mark, with one removed",
            "for (const text of texts) {
               const mark = document.createElement('mark');
               text.replaceWith(mark);
               mark.append(text);
               mark.previousSibling?.remove();
             }",
        ),
        (
            "translated in a mark",
            "for (const text of texts) {
               const mark = document.createElement('mark');
               text.before(mark);
               mark.append(text);
               text.data = `«${text.data}»`;
             }",
        ),
        ("translated, then cut", "for (const text of texts) { text.data = `«${text.data}»`; text.splitText(3) }"),
    ] {
        page.open("plain/").await?;
        page.questions_answer().await?;
        // An attribute changes what is shown, and changes it back.
        let to_and_fro = async || {
            for billed in ["1", "0"] {
                let set = format!("document.querySelector('take-home').setAttribute('gig-billed', '{billed}')");
                page.run(&set).await?;
                wait_for("the element to follow", async || {
                    let link = page.run("return document.querySelector('take-home').link").await?;
                    ensure!(
                        link.as_str().is_some_and(|link| link.contains("gig-billed=1") == (billed == "1")),
                        "{link}"
                    );
                    Ok(())
                })
                .await?;
            }
            anyhow::Ok(())
        };
        to_and_fro().await?;
        let before = page.run(TEXTS).await?;
        for _ in 0..2 {
            page.run(&format!("{WALK} {disturb}")).await?;
            to_and_fro().await?;
            wait_for(&format!("what was there before it was {way}"), async || {
                let after = page.run(TEXTS).await?;
                let (before, after) = (before.as_array().context("texts")?, after.as_array().context("texts")?);
                let differs: Vec<_> = before.iter().zip(after).filter(|(before, after)| before != after).collect();
                ensure!(differs.is_empty() && before.len() == after.len(), "{differs:?} in {after:?}");
                Ok(())
            })
            .await?;
        }
        ensure!(page.heard().await? == json!([]), "{way}: {}", page.heard().await?);
    }
    Ok(())
}

pub async fn the_pages_language_reaches_shadow_roots(page: &Page<'_>) -> Result<()> {
    page.open_empty("plain").await?;
    page.run(
        "document.documentElement.lang = 'de';
         const outer = document.querySelector('#place').attachShadow({ mode: 'open' });
         outer.innerHTML = '<div></div>';
         const inner = outer.firstChild.attachShadow({ mode: 'open' });
         inner.innerHTML = '<take-home gig-price=1200.50>Text</take-home>';
         window.element = inner.firstChild;
         element.start()",
    )
    .await?;
    wait_for("a price as Germans write it", async || {
        let price = page.run("return element.shadowRoot.querySelector('#gig-price')?.value ?? null").await?;
        ensure!(price == json!("1.200,50"), "{price}");
        Ok(())
    })
    .await
}

pub async fn it_follows_the_pages_language(page: &Page<'_>) -> Result<()> {
    page.open_empty("plain").await?;
    page.run("document.querySelector('#place').innerHTML = '<take-home gig-price=1200.50>Text</take-home>'").await?;
    start(page).await?;
    for (lang, shown) in [("de", "1.200,50"), ("en", "1,200.50"), ("fr", "1\u{a0}200,50")] {
        page.run(&format!("document.documentElement.lang = '{lang}'")).await?;
        wait_for("a price as the language writes it", async || {
            let price = page.find("#gig-price").await?.prop("value").await?;
            ensure!(price.as_deref() == Some(shown), "{lang}: {price:?}");
            Ok(())
        })
        .await?;
    }
    // Its own goes first.
    page.run(
        "const element = document.querySelector('take-home');
         element.lang = 'en';
         document.documentElement.lang = 'de'",
    )
    .await?;
    wait_for("a price as its own language writes it", async || {
        let price = page.find("#gig-price").await?.prop("value").await?;
        ensure!(price.as_deref() == Some("1,200.50"), "{price:?}");
        Ok(())
    })
    .await
}

pub async fn it_works_without_a_box(page: &Page<'_>) -> Result<()> {
    page.open_empty("plain").await?;
    page.run(
        "const style = document.createElement('style');
         style.textContent = '#place > * { display: contents }';
         document.head.append(style);
         document.querySelector('#place').innerHTML = '<take-home gigs=20>Text</take-home>'",
    )
    .await?;
    // Nobody starts it: it is in sight.
    page.reads("#gigs-message", "").await?;
    page.type_into("gigs", "10").await?;
    page.reads(".th-side.th-gigs .th-kept", "$4,000").await?;
    page.click("details[data-field=risk] > summary").await?;
    page.tells("details[data-field=risk] .th-bands", "8 in 10 cases").await?;
    let width = page
        .run("return document.querySelector('take-home').shadowRoot.querySelector('.th').getBoundingClientRect().width / place.clientWidth")
        .await?;
    ensure!(width.as_f64().is_some_and(|share| share > 0.9), "it is as wide as its place: {width}");
    Ok(())
}

/// A reader who goes through the page by keyboard may be on a link of the example when the calculator takes its place.
pub async fn the_focus_in_the_example_moves_into_the_calculator(page: &Page<'_>) -> Result<()> {
    page.open_empty("plain").await?;
    page.run(
        "document.querySelector('#place').innerHTML = '<take-home>Text <a href=\"#here\">and a link</a></take-home>';
         document.querySelector('take-home a').focus();
         document.querySelector('take-home').start()",
    )
    .await?;
    page.is_ready().await?;
    wait_for("the focus", async || {
        let focused =
            page.run("return document.querySelector('take-home').shadowRoot.activeElement?.id ?? null").await?;
        ensure!(focused == json!("gigs"), "{focused}");
        Ok(())
    })
    .await
}

/// A page may change an attribute while the reader types: the number is not finished, and goes on as typed.
pub async fn what_is_being_typed_is_left_alone(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    let attribute = async |name: &str, value: &str| {
        page.run(&format!("document.querySelector('take-home').setAttribute('{name}', '{value}')")).await?;
        wait_for("the element to follow", async || {
            let seen = page.run("return document.querySelector('take-home').shadowRoot.querySelector('.th').className + document.querySelector('take-home').link").await?;
            let seen = seen.as_str().unwrap_or_default();
            ensure!(seen.contains(&format!("{name}={value}")) || seen.contains(&format!("th-{value}")), "{seen}");
            Ok(())
        })
        .await
    };
    page.type_into("gig-price", "1234").await?;
    attribute("theme", "dark").await?;
    page.keys(".5").await?;
    // 30 × (1,234.50 − 100 − 73.45).
    page.reads(".th-side.th-gigs .th-kept", "$31,831.50").await?;
    attribute("gigs", "40").await?;
    page.keys("0").await?;
    let text = page.find("#gig-price").await?.prop("value").await?;
    ensure!(text.as_deref() == Some("1234.50"), "{text:?}");
    // Its own attribute counts.
    attribute("gig-price", "300").await?;
    let text = page.find("#gig-price").await?.prop("value").await?;
    ensure!(text.as_deref() == Some("300.00"), "{text:?}");
    Ok(())
}

/// A table of contents, a button that leads back to the top: a smooth scroll arrives, whatever happens to the calculator on its way.
pub async fn a_smooth_scroll_arrives(page: &Page<'_>) -> Result<()> {
    for (from, to) in [("#before", "#after"), ("#after", "#before")] {
        page.open_empty("plain").await?;
        page.run(&format!(
            "document.documentElement.style.scrollBehavior = 'auto';
             document.querySelector('#place').innerHTML = '<p id=before>Before.</p><div style=\"height: 4000px\"></div><take-home gigs=12>The example.</take-home><div style=\"height: 5000px\"></div><p id=after>After.</p><div style=\"height: 2000px\"></div>';
             document.querySelector('{from}').scrollIntoView()"
        ))
        .await?;
        page.run(&format!("document.querySelector('{to}').scrollIntoView({{ behavior: 'smooth', block: 'center' }})"))
            .await?;
        wait_for(&format!("the way from {from} to {to}"), async || {
            let at = page
                .run(&format!("const {{ top, bottom }} = document.querySelector('{to}').getBoundingClientRect(); return [top, bottom, innerHeight]"))
                .await?;
            let (top, bottom, height) = (at[0].as_f64(), at[1].as_f64(), at[2].as_f64().map(|height| height + 2500.0));
            // What the page becomes higher on the way, browsers may be off by.
            ensure!(top >= Some(-2500.0) && bottom <= height, "{at}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// As a failed start does. It says where, by numbers of functions that a published list has names for.
pub async fn a_panic_reaches_the_window_as_its_place(page: &Page<'_>) -> Result<()> {
    page.open("plain/pages/two.html").await?;
    // What the browser itself reports has the place of the error, too.
    page.run(
        "window.written = [];
         window.onerror = (...words) => { if (words.length === 1) written.push([`${words[0]}`, words[0].message]) }",
    )
    .await?;
    page.open_panel("working").await?;
    for _ in 0..2 {
        page.is_filled("working").await?;
        let before = page.run("return window.sent.length").await?;
        crate::element::panics(page).await?;
        wait_for("both elements to go on, or to stop", async || {
            let sent = page.run(&format!("return window.sent.slice({before}).length")).await?;
            ensure!(sent.as_u64().is_some_and(|sent| sent >= 2), "{sent}");
            Ok(())
        })
        .await?;
    }
    let written = page.run("return written").await?;
    let list = page.run("return fetch('../symbols.txt').then((list) => list.text())").await?;
    let list = list.as_str().context("a list")?;
    for text in [&written[0], &written[1]] {
        ensure!(text[0] == text[1], "{text}");
        let text = text[0].as_str().context("a text")?;
        ensure!(text.starts_with("panicked at\n") && !text.contains("[object"), "{text}");
        let numbers = text.split("wasm-function[").skip(1).filter_map(|after| Some(after.split_once(']')?.0));
        let named = |number| {
            let begins = format!("take-home-app {number} ");
            list.lines().find_map(|line| line.strip_prefix(&begins))
        };
        let called: Vec<&str> = numbers.filter_map(named).collect();
        let place = called.iter().position(|name| *name == "take_home::element::panicked");
        let before = place.and_then(|place| called.get(place + 1));
        ensure!(before.is_some_and(|name| name.starts_with("core::result::")), "{called:?}, {text}");
    }
    Ok(())
}

/// The events of a finger, as a phone sends them, where a driver has no finger: the browser's own part, moving the slider, is played.
const FINGER: &str = "const root = document.querySelector('take-home').shadowRoot;
     const finger = (target, places, isCancelled) => {
       const { left, top, width, height } = target.getBoundingClientRect();
       const at = ([x, y]) => ({ clientX: left + x * width, clientY: top + height / 2 + y });
       const send = (type, place, buttons) => target.dispatchEvent(new PointerEvent(type,
         { bubbles: true, composed: true, pointerId: 7, pointerType: 'touch', isPrimary: true, buttons, ...at(place) }));
       const slide = ([x]) => {
         if (target.type !== 'range') return;
         target.value = Number(target.min) + x * (target.max - target.min);
         target.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
       };
       send('pointerover', places[0], 0);
       send('pointerdown', places[0], 1);
       slide(places[0]);
       for (const place of places.slice(1)) { send('pointermove', place, 1); slide(place) }
       send(isCancelled ? 'pointercancel' : 'pointerup', places.at(-1), 0);
       target.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
       if (!isCancelled && places.length === 1) target.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, ...at(places[0]) }));
     };";

/// Of the map, too, where a finger that scrolls the page may begin just as well.
pub async fn a_swipe_is_told_from_a_touch(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.open_panel("map").await?;
    let gross = async || Ok::<_, anyhow::Error>(page.comparison(0).await?["gigs"]["gross"].clone());
    for target in ["input[type=range][data-field=gigs]", ".th-point"] {
        page.find(target).await.context("it is there")?;
        let touch = async |places: &str, is_cancelled: bool| {
            page.run(&format!("{FINGER} finger(root.querySelector('{target}'), {places}, {is_cancelled})")).await
        };
        let before = gross().await?;
        for (places, is_cancelled) in [
            // Upwards until the browser takes it for itself; upwards, and lifted, where a page does not scroll; slowly; and askew.
            ("[[0.8, 0], [0.8, -6], [0.8, -14]]", true),
            ("[[0.8, 0], [0.8, -6], [0.8, -14], [0.81, -80]]", false),
            ("[[0.7, 0], [0.7, 1], [0.7, 2], [0.7, 3], [0.7, 9], [0.7, 30]]", false),
            ("[[0.6, 0], [0.602, 20], [0.9, 90]]", false),
            // Cancelled before it has moved.
            ("[[0.9, 0]]", true),
        ] {
            touch(places, is_cancelled).await?;
            painted(page).await?;
            ensure!(gross().await? == before, "{target}: {places} made {} of {before}", gross().await?);
        }
        let typed = page.find("#gigs").await?.prop("value").await?;
        let slider = page.slider("gigs").await?.prop("value").await?;
        ensure!(typed == slider, "the field has {typed:?}, the slider {slider:?}");
        // A touch sets it, and so does a finger that moves across.
        for places in ["[[0.25, 0]]", "[[0.25, 0], [0.3, 1], [0.5, 2], [0.6, 2]]"] {
            let before = gross().await?;
            touch(places, false).await?;
            wait_for(&format!("{target}: {places}"), async || {
                ensure!(gross().await? != before, "still {before}");
                Ok(())
            })
            .await?;
        }
    }
    Ok(())
}

/// Some routers keep the whole path in the fragment, with names and values of their own.
pub async fn a_routers_path_is_not_a_link(page: &Page<'_>) -> Result<()> {
    for path in ["#/plans?page=2&rate=5", "#!/plans&gigs=7", "#/gigs=7", "#/plans?a=1&same-total"] {
        page.open_raw(&format!("plain/pages/long.html{path}")).await?;
        start(page).await?;
        let seen = page
            .run("return [document.querySelector('take-home').comparison.gigs.gross, location.hash, scrollY]")
            .await?;
        ensure!(seen == json!(["3000.00", path, 0]), "{seen}");
        // Another page of the router's is none of ours either.
        page.run("location.hash = '/other?b=1&rate=7&gigs=9'").await?;
        page.type_into("gigs", "13").await?;
        page.reads(".th-side.th-gigs .th-kept", "$2,600").await?;
    }
    Ok(())
}

/// Nor is it written over by a reader's numbers.
pub async fn a_routers_path_stays(page: &Page<'_>) -> Result<()> {
    page.open("plain/#/plans?page=2").await?;
    page.type_into("gigs", "41").await?;
    page.reads(".th-side.th-gigs .th-kept", "$16,400").await?;
    let later = page.run_async("setTimeout(() => done(location.hash), 1200)").await?;
    ensure!(later == json!("#/plans?page=2"), "{later}");
    Ok(())
}

/// A router may go back to a page whose address has a reader's numbers, while the element stays.
pub async fn the_way_back_through_a_router_has_the_numbers(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.type_into("gigs", "40").await?;
    page.has_fragment("#gigs=40&contract-price=15000").await?;
    page.run("history.pushState({}, '', 'pages/next.html')").await?;
    page.type_into("gigs", "41").await?;
    page.has_fragment("#gigs=41&contract-price=15000").await?;
    page.run("history.back()").await?;
    page.reads(".th-side.th-gigs .th-kept", "$16,000").await?;
    page.has_fragment("#gigs=40&contract-price=15000").await
}

/// Where a page takes trusted types only, everything works that works elsewhere.
pub async fn where_only_trusted_types_are_taken(page: &Page<'_>) -> Result<()> {
    page.open_empty("trusted").await?;
    page.run("document.querySelector('#place').append(document.createElement('take-home'))").await?;
    start(page).await?;
    page.type_into("gigs", "40").await?;
    page.verdict("Many small gigs leave you $2,300 more.").await?;
    for panel in ["working", "client", "others", "about"] {
        page.open_panel(panel).await?;
    }
    page.type_into("gigs", "30").await?;
    page.verdict("One large contract leaves you $1,700 more.").await?;
    for (what, seen) in [("export", "[data-share=csv]"), ("embed", "pre"), ("saved", "[data-share=save]")] {
        page.press_share(what).await?;
        wait_for(what, async || page.find(seen).await.map(drop)).await?;
    }
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}

const NOTICES: &str = "return document.querySelector('take-home').shadowRoot.querySelectorAll('[part=notice]').length";

pub async fn what_failed_is_tried_again_where_it_failed(page: &Page<'_>) -> Result<()> {
    page.see_no_questions().await?;
    let server = Server::start();
    let open = async |path: &str| -> Result<()> {
        page.client.goto("about:blank").await?;
        Ok(page.client.goto(&server.url(path)).await?)
    };
    // An element that did not start has a button.
    open("plain/pages/none.html").await?;
    page.run_async("customElements.whenDefined('take-home').then(() => done())").await?;
    server.refuses(Some("take-home-app.js"));
    page.run(
        "window.onerror = (event) => { window.written = `${event}` };
         document.querySelector('#place').append(document.createElement('take-home'))",
    )
    .await?;
    page.reads("[part=notice]", "The calculator could not start here. The example is still correct.").await?;
    let written = page.run("return window.written").await?;
    ensure!(written.as_str().is_some_and(|text| text.contains("Error: ")), "window.onerror got {written}");
    let failures = "return window.sent.filter(({ name }) => name === 'error').length";
    page.click("[part=notice] input").await?;
    wait_for("another failure", async || {
        ensure!(page.run(failures).await? == json!(2), "not yet");
        Ok(())
    })
    .await?;
    ensure!(page.run(NOTICES).await? == json!(1), "one line, not two");
    let focused = "return document.querySelector('take-home').shadowRoot.activeElement?.type";
    ensure!(page.run(focused).await? == json!("button"), "the focus is where it was");
    server.refuses(None);
    page.press(Key::Enter).await?;
    page.verdict("One large contract leaves you $1,700 more.").await?;
    ensure!(page.run(NOTICES).await? == json!(0), "the line is gone");
    ensure!(
        page.run("return document.querySelector('take-home').shadowRoot.activeElement?.id").await? == json!("gigs"),
        "the focus"
    );

    // What shares a comparison says so once, and comes at the next press.
    for file in ["take-home-share.js", "take-home-share.wasm", "take-home-share.css"] {
        open("plain/pages/two.html").await?;
        page.is_ready().await?;
        server.refuses(Some(file));
        page.press_share("export").await?;
        wait_for(file, async || page.find("[part=notice]").await.map(drop)).await?;
        for what in ["embed", "export", "saved"] {
            page.press_share(what).await?;
        }
        painted(page).await?;
        ensure!(page.run(NOTICES).await? == json!(1), "{file}: one line");
        server.refuses(None);
        page.press_share("export").await?;
        wait_for(file, async || page.find("[data-share=csv]").await.map(drop)).await?;
        ensure!(page.run(NOTICES).await? == json!(0), "{file}: the line is gone");
    }

    // A panel has a button, too.
    for file in ["take-home-panels.wasm", "take-home-panels.css"] {
        open("plain/pages/two.html").await?;
        page.is_ready().await?;
        server.refuses(Some(file));
        page.click("details[data-field=working] > summary").await?;
        wait_for(file, async || page.find("[data-field=retry]").await.map(drop)).await?;
        server.refuses(None);
        page.click("[data-field=retry]").await?;
        page.is_filled("working").await.context(file)?;
    }

    // The link that saves the page.
    // Before the page is there, since it keeps everything for offline use as soon as it can.
    server.refuses(Some("save.js"));
    open("plain/").await?;
    page.is_ready().await?;
    page.run("HTMLAnchorElement.prototype.click = function () { window.saved = this.download }").await?;
    page.run("document.querySelector('#save').dispatchEvent(new MouseEvent('click', { cancelable: true }))").await?;
    let is_said = "return !document.querySelector('#not-saved').hidden";
    wait_for("the line", async || {
        ensure!(page.run(is_said).await? == json!(true), "nothing is said");
        Ok(())
    })
    .await?;
    server.refuses(None);
    page.run("document.querySelector('#save').dispatchEvent(new MouseEvent('click', { cancelable: true }))").await?;
    wait_for("the file", async || {
        ensure!(page.run(is_said).await? == json!(false), "it still is said");
        Ok(())
    })
    .await
}

pub async fn a_number_with_two_readings_is_asked_about(page: &Page<'_>) -> Result<()> {
    for (lang, typed, understood, shown, button, kept) in [
        ("en", "1.500", "Read as 1.5.", "1.50", "I meant 1,500", "$1,300"),
        ("es-MX", "1.500", "Read as 1.5.", "1.50", "I meant 1,500", "$1,300"),
        ("vi", "1,500", "Read as 1,5.", "1,50", "I meant 1.500", "$1.300"),
    ] {
        page.open_empty("plain").await?;
        page.run(&format!(
            "document.documentElement.lang = '{lang}';
             document.querySelector('#place').innerHTML = '<take-home gigs=\"1\"></take-home>'"
        ))
        .await?;
        start(page).await?;
        page.type_into("gig-price", typed).await?;
        page.tells("#gig-price-message", understood).await.context(lang)?;
        page.press(Key::Enter).await?;
        wait_for("the number as the page writes it", async || {
            let value = page.find("#gig-price").await?.prop("value").await?;
            ensure!(value.as_deref() == Some(shown), "{value:?}");
            Ok(())
        })
        .await?;
        page.tells("#gig-price-message", button).await.context(lang)?;
        page.click("#gig-price-message button").await?;
        // 20 % of 500 and 10 % of 1,000 are the fee.
        page.reads(".th-side.th-gigs .th-kept", kept).await.context(lang)?;
        let focused = page.run("return document.querySelector('take-home').shadowRoot.activeElement?.id").await?;
        ensure!(focused == json!("gig-price"), "the focus is in the field: {focused}");
    }
    // As the region writes it, there is nothing to ask.
    page.open_empty("plain").await?;
    page.run("document.documentElement.lang = 'es-MX'; document.querySelector('#place').innerHTML = '<take-home gigs=\"1\"></take-home>'").await?;
    start(page).await?;
    page.type_into("gig-price", "$1,500").await?;
    page.reads(".th-side.th-gigs .th-kept", "$1,300").await?;
    ensure!(!page.find("#gig-price-message").await?.is_displayed().await?, "no question");
    Ok(())
}

pub async fn thousands_of_unknown_names_are_one_note(page: &Page<'_>) -> Result<()> {
    page.open_raw("plain/").await?;
    page.run("location.hash = 'gigs=40&' + Array.from({ length: 3000 }, (_, index) => `name${index}=1`).join('&'); location.reload()").await?;
    page.is_ready().await?;
    page.reads(".th-side.th-gigs .th-kept", "$16,000").await?;
    page.reads(".th-notes .th-note:last-child", "Also ignored: 2,990 more.").await?;
    let notes = page
        .run("return document.querySelector('take-home').shadowRoot.querySelectorAll('.th-notes .th-note').length")
        .await?;
    ensure!(notes == json!(11), "{notes}");
    Ok(())
}

pub async fn an_element_that_is_not_closed_swallows_nothing(page: &Page<'_>) -> Result<()> {
    page.open_empty("plain").await?;
    page.run("document.querySelector('#place').innerHTML = '<p>Before.</p><take-home gigs=\"3\"/><h2>The rest</h2><p id=\"rest\">It goes on.</p>'")
        .await?;
    start(page).await?;
    let rest = page.run("return [document.querySelector('#rest').checkVisibility(), document.querySelector('take-home #rest') !== null]").await?;
    ensure!(rest == json!([true, true]), "{rest}");
    page.reads(".th-side.th-gigs .th-kept", "$1,200").await?;
    let heard = page.heard().await?.to_string();
    ensure!(heard.contains("</take-home>"), "the console says so: {heard}");
    Ok(())
}

/// As in Safari before 16.4.
pub async fn without_constructed_sheets_a_line_says_so(page: &Page<'_>) -> Result<()> {
    page.open_empty("plain").await?;
    page.run(
        "window.CSSStyleSheet = class { constructor() { throw new TypeError('Illegal constructor') } };
         document.querySelector('#place').innerHTML = '<take-home>The example.</take-home>';
         document.querySelector('take-home').start()",
    )
    .await?;
    page.reads("[part=notice]", "The calculator could not start here. The example is still correct.").await?;
    let seen = page.run("return document.querySelector('take-home').innerText").await?;
    ensure!(seen == json!("The example."), "{seen}");
    let heard = page.heard().await?.to_string();
    ensure!(heard.contains("Illegal constructor"), "the console says why: {heard}");
    Ok(())
}

/// What applies under a condition that no driver sets in every engine: its rules are made to apply always.
async fn apply(page: &Page<'_>, condition: &str) -> Result<()> {
    let found = page
        .run(&format!(
            "const [sheet] = document.querySelector('take-home').shadowRoot.adoptedStyleSheets;
             const rules = [...sheet.cssRules].filter(({{ media }}) => media?.mediaText.includes('{condition}'));
             for (const {{ media }} of rules) media.mediaText = 'all';
             return rules.length"
        ))
        .await?;
    ensure!(found.as_u64().is_some_and(|found| found > 0), "no rule for {condition}");
    Ok(())
}

pub async fn fields_on_touch_screens_and_lists_in_forced_colours(page: &Page<'_>) -> Result<()> {
    page.open("plain/#fee=5%25&gigs=31").await?;
    page.open_panel("working").await?;
    apply(page, "pointer: coarse").await?;
    let small = page
        .run(
            "return [...document.querySelector('take-home').shadowRoot.querySelectorAll('input, select, textarea')]
               .filter((field) => !(parseFloat(getComputedStyle(field).fontSize) >= 16)).map((field) => field.id || field.dataset.field)",
        )
        .await?;
    ensure!(small == json!([]), "a phone zooms in on {small}");
    apply(page, "forced-colors").await?;
    let list = page
        .run("const { appearance, backgroundImage } = getComputedStyle(document.querySelector('take-home').shadowRoot.querySelector('select')); return [appearance, backgroundImage]")
        .await?;
    ensure!(list == json!(["auto", "none"]), "the browser's own arrow: {list}");
    Ok(())
}

pub async fn a_swipe_over_a_slider_moves_the_page(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    let slider = page.slider("gigs").await?;
    page.run("document.querySelector('take-home').shadowRoot.querySelector('input[type=range][data-field=gigs]').scrollIntoView({ block: 'center' })")
        .await?;
    let touch = page.run("return getComputedStyle(document.querySelector('take-home').shadowRoot.querySelector('input[type=range]')).touchAction").await?;
    ensure!(touch == json!("pan-y"), "{touch}");
    let duration = Some(std::time::Duration::from_millis(20));
    let at = |x: f64, y: f64| PointerAction::MoveToElement { element: slider.clone(), duration, x, y };
    let touch = async |places: &[(f64, f64)]| -> Result<()> {
        let (x, y) = places[0];
        let moves = TouchActions::new("finger".into()).then(at(x, y)).then(PointerAction::Down { button: 0 });
        let moves = places[1..].iter().fold(moves, |moves, (x, y)| moves.then(at(*x, *y)));
        Ok(page.client.perform_actions(moves.then(PointerAction::Up { button: 0 })).await?)
    };
    let gross = async || Ok::<_, anyhow::Error>(page.comparison(0).await?["gigs"]["gross"].clone());
    let moved = async |before: Value| {
        wait_for("another value", async || {
            let now = gross().await?;
            ensure!(now != before, "{now}");
            Ok(now)
        })
        .await
    };
    page.run("addEventListener('pointerdown', ({ pointerType }) => { window.pointerType = pointerType }, true)")
        .await?;
    // A tap sets it, and so does a finger that moves across.
    touch(&[(100.0, 0.0)]).await?;
    let tapped = moved(json!("15000.00")).await?;
    touch(&[(100.0, 0.0), (90.0, 0.0), (60.0, 1.0), (20.0, 2.0)]).await?;
    let before = moved(tapped).await?;
    // WebKit's driver moves a mouse instead of a finger, which drags the slider.
    let pointer = page.run("return window.pointerType").await?;
    if pointer == json!("mouse") && page.run("return !/Chrome|Firefox/.test(navigator.userAgent)").await? == json!(true)
    {
        return Ok(());
    }
    ensure!(pointer == json!("touch"), "{pointer}");
    // Upwards, well beside the thumb.
    let swipe: Vec<(f64, f64)> = (0..9).map(|step| (120.0, -20.0 * f64::from(step))).collect();
    touch(&swipe).await?;
    painted(page).await?;
    let value = page.run("return document.querySelector('take-home').shadowRoot.querySelector('#gigs').value").await?;
    let slider = slider.prop("value").await?.unwrap_or_default();
    ensure!(gross().await? == before && value == json!(slider), "{before} stays: {value}, {slider}");
    Ok(())
}

pub async fn the_sticky_verdict_stays_below_a_header(page: &Page<'_>) -> Result<()> {
    page.client.set_window_size(500, 700).await?;
    page.open_empty("plain").await?;
    page.run(
        "document.body.insertAdjacentHTML('afterbegin', '<header>A site</header>');
         Object.assign(document.querySelector('header').style, { position: 'sticky', top: 0, height: '50px', zIndex: 1, background: '#fff' });
         document.querySelector('#place').append(document.createElement('take-home'))",
    )
    .await?;
    start(page).await?;
    page.run("scrollBy(0, document.querySelector('take-home').getBoundingClientRect().top + 400)").await?;
    let at = "const { left, width } = document.querySelector('take-home').getBoundingClientRect();
         const find = (y) => document.elementFromPoint(left + width / 2, y)?.localName;";
    let seen = page.run(&format!("{at} return find(10)")).await?;
    ensure!(seen == json!("header"), "over the header is {seen}");
    // With its height as a custom property, both can be read.
    page.run("document.querySelector('take-home').style.setProperty('--take-home-sticky-top', '50px')").await?;
    let top = page
        .run("return document.querySelector('take-home').shadowRoot.querySelector('.th-answer').getBoundingClientRect().top")
        .await?;
    ensure!(top == json!(50), "{top}");
    Ok(())
}
