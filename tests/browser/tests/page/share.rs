//! What can be done with a whole comparison? It is copied, printed, and saved by name.

use anyhow::{Context, Result, ensure};
use browsers::{Page, wait_for};
use fantoccini::key::Key;
use fantoccini::wd::PrintConfigurationBuilder;
use serde_json::{Value, json};

/// Catches what would go into the clipboard and to the disk.
async fn catch(page: &Page<'_>) -> Result<()> {
    page.run(
        "window.clipboard = []; window.files = {};
         const text = (item, type) => item.getType(type).then((blob) => blob.text());
         Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
           writeText: async (text) => { clipboard.push({ text, html: '' }) },
           write: async ([item]) => { clipboard.push({ text: await text(item, 'text/plain'), html: await text(item, 'text/html') }) },
         } });
         const blobs = [];
         URL.createObjectURL = (blob) => `about:blank#${blobs.push(blob) - 1}`;
         HTMLAnchorElement.prototype.click = function () {
           const blob = blobs[this.hash.slice(1)];
           blob.arrayBuffer().then((bytes) => { files[this.download] = [blob.size, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)] });
         };",
    )
    .await
    .map(drop)
}

/// Presses a button and waits for what it puts into the clipboard, and for the note that says so: it moves the buttons below,
/// and a click on its way to one of them would miss it.
async fn copied(page: &Page<'_>, button: &str) -> Result<Value> {
    let before = page.run("return clipboard.length").await?;
    page.press_share(button).await?;
    wait_for(button, async || {
        let now = page.run("return [clipboard.length, clipboard.at(-1)]").await?;
        ensure!(now[0] != before, "nothing yet");
        let note = page.find(".th-said").await?.text().await?;
        ensure!(!note.is_empty(), "no note yet");
        Ok(now[1].clone())
    })
    .await
}

/// Presses a button and waits for the file that it saves: how long it is, and its text.
async fn saved(page: &Page<'_>, button: &str, name: &str) -> Result<(u64, String)> {
    page.press_share(button).await?;
    wait_for(name, async || {
        let file = page.run(&format!("return files['{name}']")).await?;
        Ok((file[0].as_u64().context("not yet")?, file[1].as_str().context("a text")?.to_owned()))
    })
    .await
}

pub async fn the_link_has_the_readers_numbers(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    catch(page).await?;
    page.type_into("gigs", "40").await?;
    let link = copied(page, "link").await?;
    // The contract stays where it was, which is no longer the total of the gigs.
    let expected = page.server.url("plain/#gigs=40&contract-price=15000");
    ensure!(link["text"] == json!(expected), "{link}");
    page.reads(".th-said", "Link copied.").await?;
    // Without a clipboard it can be taken by hand.
    page.run("delete navigator.clipboard; Object.defineProperty(navigator, 'clipboard', { value: undefined })").await?;
    page.press_share("link").await?;
    wait_for("the link to be taken by hand", async || {
        let text = page.find(".th-said textarea").await?.prop("value").await?;
        ensure!(text.as_deref() == Some(expected.as_str()), "{text:?}");
        Ok(())
    })
    .await?;
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}

pub async fn as_text_table_and_picture(page: &Page<'_>) -> Result<()> {
    page.open("strict/#gigs=40&gig-price=250").await?;
    catch(page).await?;
    page.press_share("export").await?;
    page.tells(".th-share pre", "One large contract leaves you $950 more.").await?;
    let text = copied(page, "text").await?;
    let text = text["text"].as_str().context("a text")?;
    for line in [
        "One large contract leaves you $950 more.",
        "Payments: many small gigs 40 × $250.00, one large contract 1 × $10,000.00",
        // 40 × 50 = 2,000; 100 + 950 = 1,050.
        "Fee: many small gigs $2,000.00, one large contract $1,050.00",
        "You keep: many small gigs $8,000.00, one large contract $8,950.00",
        "https://support.upwork.com/",
        &page.server.url("strict/#gigs=40&gig-price=250"),
    ] {
        ensure!(text.contains(line), "{line:?} is missing from {text}");
    }
    let table = copied(page, "table").await?;
    ensure!(table["text"].as_str().is_some_and(|text| text.contains("You keep\t8000.00\t8950.00\r\n")), "{table}");
    // Where a clipboard takes more than text, documents get a table.
    let is_rich = page.run("return typeof ClipboardItem === 'function'").await? == json!(true);
    ensure!(!is_rich || table["html"].as_str().is_some_and(|html| html.contains("<td>$8,950.00</td>")), "{table}");
    let (_, csv) = saved(page, "csv", "take-home.csv").await?;
    ensure!(csv.starts_with("\u{feff},Many small gigs,One large contract\r\nPayments,40,1\r\n"), "{csv}");
    ensure!(csv.contains("Fee at 20%,2000.00,100.00\r\nFee at 10%,0.00,950.00\r\nFee,2000.00,1050.00\r\n"), "{csv}");
    ensure!(csv.contains("Fee in notation,\"20% to 500, 10% to 10000, 5% per client\",\r\n"), "{csv}");
    let (length, picture) = saved(page, "picture", "take-home.png").await?;
    ensure!(picture.contains("PNG") && length > 10_000, "{length} bytes are no picture");
    // What is shown follows the numbers.
    page.type_into("gigs", "20").await?;
    page.tells(".th-share pre", "many small gigs 20 × $250.00").await?;
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}

pub async fn a_script_that_failed_comes_at_the_next_press(page: &Page<'_>) -> Result<()> {
    // From the start, because a page that is idle may have fetched it before anybody presses.
    let server = page.open_without("take-home-share.js", "plain/embed.html").await?;
    page.press_share("export").await?;
    page.reads("[part=notice]", "This part did not load. The answer above is not affected.").await?;
    server.refuses(None);
    // It is fetched as soon as the pointer comes there. The line goes when the press has an answer: at the end of a page everything
    // would be lower without it, and the press would hit nothing.
    page.click(".th-answer").await?;
    page.run(
        "const scripts = () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('take-home-share')).length;
         const before = scripts();
         window.isFetched = () => scripts() > before",
    )
    .await?;
    page.hold("[data-share=export]").await?;
    wait_for("the script", async || {
        ensure!(page.run("return isFetched()").await? == json!(true), "it is not there");
        Ok(())
    })
    .await?;
    page.run_async("requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))").await?;
    page.let_go().await?;
    page.tells(".th-share pre", "One large contract leaves you $1,700 more.").await
}

/// What a sheet of the example has to say.
const SHEET: [&str; 12] = [
    "One large contract leaves you $1,700 more.",
    "$562.97 per gig",
    "Number of gigs",
    "30",
    "Price per gig",
    "first $500.00 at 20%",
    "next $9,500.00 at 10%",
    "$12,000.00",
    "$13,700.00",
    "20% to 500, 10% to 10000, 5% per client",
    "https://support.upwork.com/",
    "21 Jun 2016",
];

fn says_all(text: &str, address: &str) -> Result<()> {
    let close = |text: &str| text.chars().filter(|char| !char.is_whitespace()).collect::<String>();
    // Fonts draw some letters as one.
    let ligatures =
        [('\u{fb00}', "ff"), ('\u{fb01}', "fi"), ('\u{fb02}', "fl"), ('\u{fb03}', "ffi"), ('\u{fb04}', "ffl")];
    let all = ligatures.iter().fold(close(text), |text, (one, letters)| text.replace(*one, letters));
    for part in SHEET.into_iter().chain([address]) {
        ensure!(all.contains(&close(part)), "{part:?} is not on the sheet: {text}");
    }
    Ok(())
}

pub async fn a_sheet_is_printed(page: &Page<'_>) -> Result<()> {
    page.open("strict/").await?;
    // A window for printing would wait for somebody.
    page.run(
        "const { get } = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow');
         Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', { get() {
           const inner = get.call(this);
           inner.print = () => { window.printed = [inner.document.title, inner.document.body.innerText,
             getComputedStyle(inner.document.querySelector('.th')).borderTopStyle, inner.document.querySelectorAll('button, input').length];
             inner.dispatchEvent(new Event('afterprint')) };
           return inner;
         } });",
    )
    .await?;
    page.press_share("print").await?;
    let printed = wait_for("the sheet", async || {
        let printed = page.run("return window.printed ?? null").await?;
        ensure!(printed.is_array(), "nothing yet");
        Ok(printed)
    })
    .await?;
    ensure!(printed[0] == json!("One large contract leaves you $1,700 more."), "it names the file: {}", printed[0]);
    says_all(printed[1].as_str().context("a text")?, &page.server.url("strict/"))?;
    ensure!(printed[2] == json!("solid"), "it has its styles: {}", printed[2]);
    ensure!(printed[3] == json!(0), "there is nothing to press on paper");
    let left = page.run("return document.querySelectorAll('iframe').length").await?;
    ensure!(left == json!(0), "it leaves nothing behind");
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}

pub async fn the_page_is_printed_as_the_sheet(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    // As it is once the page is kept, or a button was near the pointer.
    page.press_share("export").await?;
    page.tells(".th-share pre", "One large contract").await?;
    let paper = PrintConfigurationBuilder::default().build().expect("the usual paper");
    let print = page.client.print(paper).await;
    let Ok(pdf) = print else {
        // WebKit's driver does not know the command; what it would print is the same.
        page.run("dispatchEvent(new Event('beforeprint'))").await?;
        let sheet = page
            .run("return document.querySelector('take-home').shadowRoot.querySelector('.th-printed').textContent")
            .await?;
        return says_all(sheet.as_str().context("a text")?, &page.server.url("plain/"));
    };
    let text = pdf_extract::extract_text_from_mem(&pdf)?;
    says_all(&text, &page.server.url("plain/"))?;
    ensure!(
        !text.contains("turn on JavaScript")
            && !text.contains("Everything is calculated")
            && !text.contains("Back to the example")
            && !text.contains("Copy as text"),
        "no controls: {text}"
    );
    let left = page
        .run("return document.querySelector('take-home').shadowRoot.querySelectorAll('.th-printed').length")
        .await?;
    ensure!(left == json!(0), "it is gone from the screen");
    Ok(())
}

/// The names that are listed.
async fn lists(page: &Page<'_>, expected: &[&str]) -> Result<()> {
    wait_for(&format!("the list {expected:?}"), async || {
        let names = page
            .run("return [...document.querySelector('take-home').shadowRoot.querySelectorAll('.th-saved b')].map((name) => name.textContent)")
            .await?;
        ensure!(names == json!(expected), "{names}");
        Ok(())
    })
    .await
}

async fn save_as(page: &Page<'_>, name: &str) -> Result<()> {
    page.click("[data-share=name]").await?;
    page.keys(name).await?;
    page.press_share("save").await
}

pub async fn scenarios_are_kept_by_name(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.run("localStorage.clear()").await?;
    page.press_share("saved").await?;
    page.tells(".th-share", "Nothing is saved yet.").await?;
    ensure!(page.run("return localStorage.length").await? == json!(0), "nothing is kept unasked");
    page.type_into("gigs", "40").await?;
    save_as(page, "Forty <b>gigs</b>").await?;
    lists(page, &["Forty <b>gigs</b>"]).await?;
    // 40 × 400 = 16,000 against 13,700.
    page.tells(".th-saved", "Many small gigs leave you $2,300 more.").await?;
    page.type_into("gigs", "12").await?;
    save_as(page, "Forty <b>gigs</b>").await?;
    lists(page, &["Forty <b>gigs</b>", "Forty <b>gigs</b> (2)"]).await?;
    // Another day.
    page.open("plain/").await?;
    catch(page).await?;
    page.press_share("saved").await?;
    lists(page, &["Forty <b>gigs</b>", "Forty <b>gigs</b> (2)"]).await?;
    page.click(".th-saved [data-field=follow]").await?;
    page.reads(".th-side.th-gigs .th-kept", "$16,000").await?;
    page.has_fragment("#gigs=40&contract-price=15000").await?;
    page.press_share("remove").await?;
    lists(page, &["Forty <b>gigs</b> (2)"]).await?;
    wait_for("the focus on what puts it back", async || {
        let focused =
            page.run("return document.querySelector('take-home').shadowRoot.activeElement?.dataset.share").await?;
        ensure!(focused == json!("undo"), "{focused}");
        Ok(())
    })
    .await?;
    page.press_share("undo").await?;
    lists(page, &["Forty <b>gigs</b>", "Forty <b>gigs</b> (2)"]).await?;
    // A name may be a word that is longer than a phone is wide.
    page.client.set_window_size(500, 800).await?;
    save_as(page, &"W".repeat(80)).await?;
    page.tells(".th-saved", "WWW").await?;
    let wide = page.run("return document.documentElement.scrollWidth > document.documentElement.clientWidth").await?;
    ensure!(wide == json!(false), "a long name widens the page");
    page.click(".th-saved li:last-child [data-share=remove]").await?;
    page.see_everything().await?;
    // To a file and back, on another device.
    let (_, file) = saved(page, "export-saved", "take-home-scenarios.json").await?;
    page.run("localStorage.clear()").await?;
    // Enter saves, too.
    page.click("[data-share=name]").await?;
    page.keys("Another").await?;
    page.press(Key::Enter).await?;
    lists(page, &["Another"]).await?;
    let import = |text: &str| {
        format!(
            "const input = document.querySelector('take-home').shadowRoot.querySelector('[data-share=file]');
             const files = new DataTransfer(); files.items.add(new File([{}], 'a.json'));
             input.files = files.files; input.dispatchEvent(new Event('change', {{ bubbles: true }}))",
            json!(text)
        )
    };
    page.run(&import(&file)).await?;
    lists(page, &["Another", "Forty <b>gigs</b>", "Forty <b>gigs</b> (2)"]).await?;
    page.reads(".th-said", "2 added.").await?;
    page.run(&import(&file)).await?;
    page.reads(".th-said", "0 added, 2 already here.").await?;
    page.run(&import("no such thing")).await?;
    page.reads(".th-said", "This file has no saved numbers in it. Open one that was saved with “Download all”.")
        .await?;
    lists(page, &["Another", "Forty <b>gigs</b>", "Forty <b>gigs</b> (2)"]).await?;
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    page.run("localStorage.clear()").await.map(drop)
}

pub async fn storage_that_fails_loses_nothing(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    catch(page).await?;
    // Something else under our name.
    let garbage =
        r#"{"scenarios": [{"name": "Kept", "link": "gigs=7", "saved": "2026-11-25"}, {"name": 5}], "more": 1}"#;
    page.run(&format!("localStorage.clear(); localStorage.setItem('take-home scenarios', {})", json!(garbage))).await?;
    page.press_share("saved").await?;
    lists(page, &["Kept"]).await?;
    page.tells(".th-said", "They are kept, but not shown.").await?;
    let aside = page
        .run("return Object.entries(localStorage).filter(([key]) => key !== 'take-home scenarios').map(([, text]) => text)")
        .await?;
    ensure!(aside == json!([garbage]), "{aside}");
    // A full one.
    page.run("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }").await?;
    save_as(page, "Not kept").await?;
    lists(page, &["Kept", "Not kept"]).await?;
    page.tells(".th-said", "This browser cannot save.").await?;
    ensure!(!page.text(".th-share").await?.contains("Saved in this browser"), "nothing else says that it is");
    let (_, file) = saved(page, "export-saved", "take-home-scenarios.json").await?;
    ensure!(file.contains("Not kept"), "it can be exported: {file}");
    // One that may not even be looked at.
    page.run(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })",
    )
    .await?;
    save_as(page, "Nor this").await?;
    lists(page, &["Kept", "Not kept", "Nor this"]).await?;
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    page.open("plain/").await?;
    page.run("localStorage.clear()").await.map(drop)
}

pub async fn readers_see_how_far_they_moved(page: &Page<'_>) -> Result<()> {
    page.open("plain/pages/two.html").await?;
    let moved = async || {
        let moved = page.find(".th-changed").await?;
        Ok::<_, anyhow::Error>((moved.is_displayed().await?, moved.text().await?.replace('\u{a0}', " ")))
    };
    ensure!(!moved().await?.0, "nothing has moved");
    let example = page.text(".th-answer").await?.replace('\u{a0}', " ");
    let gigs = page.find("#gigs").await?.prop("value").await?.context("a number")?;
    page.type_into("gigs", "77").await?;
    wait_for("the line", async || {
        let (is_seen, text) = moved().await?;
        let expected = format!("The example: {example} You changed: Number of gigs {gigs} → 77");
        ensure!(is_seen && text.starts_with(&expected), "{text}");
        Ok(())
    })
    .await?;
    // Each change is undone alone.
    page.type_into("gig-price", "123").await?;
    page.click(".th-changed [data-field=gigs]").await?;
    wait_for("the number to be back", async || {
        let shown = page.find("#gigs").await?.prop("value").await?;
        ensure!(shown.as_ref() == Some(&gigs), "{shown:?}");
        let (_, text) = moved().await?;
        ensure!(text.contains("→ $123") && !text.contains("→ 77"), "{text}");
        Ok(())
    })
    .await?;
    page.click(".th-back").await?;
    page.verdict(&example).await?;
    ensure!(!moved().await?.0, "and is back");
    // By keyboard, the focus goes on to the next change where a field is in a question that is closed, and then to the first number.
    page.open("plain/#bid-minutes=10&gig-bought-in=3").await?;
    let focused = async || {
        page.run("const { id, dataset } = document.querySelector('take-home').shadowRoot.activeElement ?? { id: 'nothing' }; return id || dataset.field").await
    };
    page.run(
        "document.querySelector('take-home').shadowRoot.querySelector('.th-changed [data-field=bid-minutes]').focus()",
    )
    .await?;
    for next in ["gig-bought-in", "gigs"] {
        page.press(Key::Enter).await?;
        wait_for(&format!("the focus on {next}"), async || {
            let now = focused().await?;
            ensure!(now == json!(next), "it is on {now}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}
