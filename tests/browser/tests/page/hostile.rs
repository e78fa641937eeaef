//! Can a text from a link, an attribute, a frame's address, the storage, a file or a field become anything but text on the page? Its
//! policy allows everything here, so that whatever got in would run. `tests/hostile.rs` has the same for what is shared.

use anyhow::{Context, Result, ensure};
use browsers::{Page, wait_for};
use serde_json::{Value, json};

use crate::around::start;

/// What would run, load something or take the page over. None has a colon or a semicolon, so that it can name a fee's status.
const HOSTILE: [&str; 8] = [
    "<img src=x onerror=pwned()>",
    "<svg onload=pwned()>",
    "</p></div><script>pwned()</script>",
    "\" onfocus=\"pwned()\" autofocus=\"",
    "<iframe srcdoc='<script>parent.pwned()'>",
    "</style><style>*{display none}",
    "{{pwned()}}${pwned()}",
    "=cmd|' /C calc'!A0",
];

/// What is on the page and would not be if everything were text. The snippet's own script is in the preview, where it does not run.
const FOUND: &str = "const roots = [document, ...[...document.querySelectorAll('take-home')].map(({ shadowRoot }) => shadowRoot)];
     const bad = 'img, object, embed, style, link[href*=x], base, form, script:not([src]), iframe[srcdoc], [onerror], [onload], [onfocus], [autofocus], [href^=\"javascript\" i], [src^=\"javascript\" i]';
     const found = roots.flatMap((root) => [...root.querySelectorAll(bad)]).map(({ outerHTML }) => outerHTML.slice(0, 80));
     return [window.ran ?? [], found, window.heard.filter((line) => !line.startsWith('warn: take-home'))]";

/// Makes whatever runs known.
const TRAP: &str = "window.ran = []; window.pwned = () => { ran.push(new Error().stack) }";

/// The text with every byte escaped, as in a link.
fn encoded(text: &str) -> String {
    text.bytes().flat_map(|byte| ['%'].into_iter().chain([byte >> 4, byte & 15].map(hex))).collect()
}

fn hex(half: u8) -> char {
    char::from_digit(half.into(), 16).unwrap_or_default()
}

/// Opens everything that could show a text, and finds nothing.
async fn nothing_got_in(page: &Page<'_>, what: &str) -> Result<()> {
    for panel in ["working", "client", "about"] {
        page.run(&format!("const panel = document.querySelector('take-home').shadowRoot.querySelector('details[data-field={panel}]'); if (panel && !panel.open) panel.querySelector('summary').click()")).await?;
        page.is_filled(panel).await.context(what.to_owned())?;
    }
    for part in ["export", "saved", "embed"] {
        page.run(&format!(
            "document.querySelector('take-home').shadowRoot.querySelector('[data-share={part}]').click()"
        ))
        .await?;
        page.share_is_open(part).await.context(what.to_owned())?;
        if part == "saved" {
            page.run("document.querySelector('take-home').shadowRoot.querySelector('[data-share=save]').click()")
                .await?;
            page.has_saved().await.context(what.to_owned())?;
        }
        let found = page.run(FOUND).await?;
        ensure!(found == json!([[], [], []]), "{what}, {part}: {found:#}");
    }
    // The sheet, as the page prints it.
    page.run("dispatchEvent(new Event('beforeprint'))").await?;
    let found = page.run(FOUND).await?;
    page.run("dispatchEvent(new Event('afterprint')); localStorage.clear()").await?;
    ensure!(found == json!([[], [], []]), "{what}, printed: {found:#}");
    Ok(())
}

pub async fn texts_of_links_and_attributes_stay_text(page: &Page<'_>) -> Result<()> {
    for hostile in HOSTILE {
        let fee = format!("{hostile}: 10%; Other: 5%");
        let link = format!(
            "fee={}&client-fee={}&status=other&{}={}&currency={}&lang={}&theme={}&keep={}",
            encoded(&fee),
            encoded(&fee),
            encoded(hostile),
            encoded(hostile),
            encoded(hostile),
            encoded(hostile),
            encoded(hostile),
            encoded(hostile),
        );
        page.open_raw("plain/pages/none.html").await?;
        page.run(TRAP).await?;
        page.run(&format!(
            "location.hash = {};
             const element = document.createElement('take-home');
             for (const [name, value] of {}) element.setAttribute(name, value);
             document.querySelector('#place').append(element)",
            json!(link),
            json!([
                ["address", ""],
                ["fee", fee],
                ["gigs", hostile],
                ["gig-clients", hostile],
                ["schedule", hostile],
                ["view", hostile],
                ["class", hostile]
            ])
        ))
        .await?;
        page.run_async("customElements.whenDefined('take-home').then(() => done())").await?;
        start(page).await?;
        // It is there, as text.
        let shown = page.run("return document.querySelector('take-home').shadowRoot.textContent").await?;
        let shown = shown.as_str().unwrap_or_default();
        ensure!(shown.contains(&hostile.chars().take(20).collect::<String>()), "{hostile} is a name of a status");
        nothing_got_in(page, &format!("{hostile} in a link")).await?;
    }
    Ok(())
}

pub async fn texts_of_frames_addresses_stay_text(page: &Page<'_>) -> Result<()> {
    for hostile in HOSTILE {
        let text = encoded(hostile);
        let names =
            ["gigs", "fee", "onclick", "onfocus", "style", "title", "is", "slot", "srcdoc", "innerhtml", "xlink-href"];
        let search: Vec<String> = names.iter().map(|name| format!("{name}={text}")).collect();
        page.open(&format!("plain/embed.html?{}&{text}={text}", search.join("&"))).await?;
        let found = page.run(FOUND).await?;
        ensure!(found == json!([[], [], []]), "{hostile}: {found:#}");
        let attributes = page.run("return document.querySelector('take-home').getAttributeNames().filter((name) => !/^(address|gigs|fee|srcdoc|innerhtml|xlink-href)$/.test(name))").await?;
        ensure!(attributes == json!([]), "{attributes}");
    }
    Ok(())
}

/// A list that was saved by somebody else's script, or came in a file.
pub async fn texts_of_saved_lists_stay_text(page: &Page<'_>) -> Result<()> {
    let one = |hostile: &str| json!({ "name": hostile, "link": format!("fee={}&gigs={}", encoded(&format!("{hostile}: 10%; Other: 5%")), encoded(hostile)), "saved": hostile });
    let all: Vec<Value> = HOSTILE.into_iter().map(one).collect();
    let list = json!({ "version": 1, "scenarios": all }).to_string();
    for way in ["storage", "file"] {
        page.open("plain/pages/two.html").await?;
        page.run(TRAP).await?;
        if way == "storage" {
            page.run(&format!("localStorage.setItem('take-home scenarios', {})", json!(list))).await?;
        }
        page.press_share("saved").await?;
        wait_for("the list", async || page.find("input[type=file]").await.map(drop)).await?;
        if way == "file" {
            page.run(&format!(
                "const input = document.querySelector('take-home').shadowRoot.querySelector('input[type=file]');
                 const transfer = new DataTransfer();
                 transfer.items.add(new File([{}], '<img src=x onerror=pwned()>.json'));
                 input.files = transfer.files;
                 input.dispatchEvent(new Event('change', {{ bubbles: true }}))",
                json!(list)
            ))
            .await?;
        }
        let count = "return document.querySelector('take-home').shadowRoot.querySelectorAll('.th-saved li').length";
        wait_for("all of them", async || {
            let found = page.run(count).await?;
            ensure!(found == json!(HOSTILE.len()), "{found}");
            Ok(())
        })
        .await
        .context(way)?;
        for index in 0..HOSTILE.len() {
            page.run(&format!("document.querySelector('take-home').shadowRoot.querySelectorAll('.th-saved li')[{index}].querySelector('button').click()")).await?;
            let found = page.run(FOUND).await?;
            ensure!(found == json!([[], [], []]), "{way}: {found:#}");
        }
        page.run("document.querySelector('take-home').shadowRoot.querySelector('[data-share=remove]').click()").await?;
        page.tells(".th-said", HOSTILE[0]).await?;
        nothing_got_in(page, way).await?;
    }
    Ok(())
}

/// A stranger's long list is listed whole, and the page goes on.
pub async fn a_strangers_long_list_is_listed_whole(page: &Page<'_>) -> Result<()> {
    page.open("plain/pages/two.html").await?;
    page.run(
        "const one = (index) => ({ name: `${index}`.repeat(2000), link: 'gigs=10000&gig-clients=3&' + 'x=1&'.repeat(500), saved: '2026-11-25' });
         localStorage.setItem('take-home scenarios', JSON.stringify({ version: 1, scenarios: Array.from({ length: 600 }, (_, index) => one(index)) }))",
    )
    .await?;
    page.press_share("saved").await?;
    wait_for("the list", async || {
        let listed = page
            .run("return document.querySelector('take-home').shadowRoot.querySelectorAll('.th-saved li').length")
            .await?;
        ensure!(listed == json!(600), "{listed} are listed");
        Ok(())
    })
    .await?;
    page.run("localStorage.clear()").await?;
    page.type_into("gigs", "40").await?;
    // 40 × 100 = 4,000 less 800.
    page.reads(".th-side.th-gigs .th-kept", "$3,200").await
}
