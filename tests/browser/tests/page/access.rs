//! Keyboard, screen readers, small screens.

use anyhow::{Context, Result, ensure};
use browsers::{Page, wait_for};
use fantoccini::key::Key;
use serde_json::json;

/// What has the focus, as a name: inside the element its id, field or class.
const FOCUSED: &str = "let focused = document.activeElement;
     while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
     if (!focused || focused === document.body || focused === document.documentElement) return 'page';
     return focused.type === 'range' ? `slider ${focused.dataset.field}`
       : focused.tagName === 'SUMMARY' ? `summary ${focused.parentElement.dataset.field}`
       : focused.id || focused.name || focused.className || focused.tagName.toLowerCase() + (focused.closest('[class]')?.className ?? '')";

async fn focused(page: &Page<'_>) -> Result<String> {
    Ok(page.run(FOCUSED).await?.as_str().unwrap_or_default().to_owned())
}

pub async fn the_keyboard_reaches_everything(page: &Page<'_>) -> Result<()> {
    page.open("plain/#gigs=31").await?;
    page.run("document.querySelector('h1').tabIndex = -1; document.querySelector('h1').focus()").await?;
    let mut seen: Vec<String> = vec![];
    for _ in 0..40 {
        page.press(Key::Tab).await?;
        let name = focused(page).await?;
        if name == "page" || seen.contains(&name) {
            break;
        }
        seen.push(name);
    }
    let expected = [
        "platform",
        "schedule",
        "gigs",
        "slider gigs",
        "gig-price",
        "slider gig-price",
        "gig-clients",
        "gig-billed",
        "slider gig-billed",
        "contract-price",
        "slider contract-price",
        "same-total",
        "contract-billed",
        "slider contract-billed",
        "summary working",
        "summary client",
        "summary others",
        "summary about",
        "th-back",
    ];
    let reached: Vec<&str> = seen.iter().map(String::as_str).filter(|name| expected.contains(name)).collect();
    ensure!(reached == expected, "in the order of reading: {seen:?}");
    Ok(())
}

pub async fn the_keyboard_operates_everything(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    // The working opens and closes.
    page.run("document.querySelector('take-home').shadowRoot.querySelector('summary').focus()").await?;
    page.press(Key::Enter).await?;
    wait_for("the working to open", async || page.find("details[open]").await.map(drop)).await?;
    // The two choices are one stop; arrows choose.
    page.run("document.querySelector('take-home').shadowRoot.querySelector('input[type=radio]').focus()").await?;
    page.press(Key::Right).await?;
    page.verdict("No difference: $13,700.00 either way.").await?;
    // Space ticks.
    page.run("document.querySelector('take-home').shadowRoot.querySelector('#same-total').focus()").await?;
    page.keys(" ").await?;
    wait_for("the total to be tied", async || page.find("output#contract-price").await.map(drop)).await?;
    // Home and End take a slider to its ends.
    let slider = page.slider("gigs").await?;
    slider.send_keys(&char::from(Key::Home).to_string()).await?;
    page.reads(".th-side.th-gigs .th-kept", "$400.00").await?;
    // Enter on the way back.
    page.run("document.querySelector('take-home').shadowRoot.querySelector('.th-back').focus()").await?;
    page.press(Key::Enter).await?;
    page.verdict("One large contract leaves you $1,700.00 more.").await
}

pub async fn axe_reports_nothing(page: &Page<'_>) -> Result<()> {
    let axe = std::env::var("AXE").context("AXE names axe.min.js; cargo xtask test sets it")?;
    let axe = std::fs::read_to_string(axe)?;
    for (path, width, opened) in [
        ("plain/", 1280, false),
        ("plain/", 1280, true),
        ("plain/", 360, true),
        ("plain/#theme=dark", 1280, true),
        ("plain/#schedule=upwork-2025&gig-rate=12&contract-rate=8", 1280, false),
        ("plain/#fee=2.9%25 + 0.30&theme=dark&gigs=nonsense", 360, true),
        ("plain/#schedule=99designs-2026&status=mid-level&client-fee=5%25", 1280, true),
        ("plain/#schedule=malt-2019", 360, true),
        ("plain/#schedule=upwork-2025", 1280, true),
        (EVERYTHING, 1280, true),
        (EVERYTHING, 360, true),
        ("plain/pages/two.html", 1280, false),
        ("no-loader/", 1280, false),
        ("no-loader/demo.html", 1280, false),
        ("no-loader/demo.html", 360, false),
        ("no-loader/example.html", 360, false),
        ("plain/embed.html", 360, false),
        ("plain/pages/hostile.html", 1280, false),
        ("plain/take-home.html", 1280, false),
    ] {
        page.client.set_window_size(width, 1400).await?;
        if path.starts_with("no-loader") {
            page.open_raw(path).await?;
        } else {
            page.open(path).await?;
        }
        if opened {
            open_all(page, path).await?;
            page.type_into("contract-price", "nonsense").await?;
            page.reads("#contract-price-message", "This is not a number. Type one such as 1,200.50.").await?;
        }
        finds_nothing(page, &axe, &format!("{path} at {width}")).await?;
    }
    for width in [1280, 360] {
        page.client.set_window_size(width, 1400).await?;
        page.open("plain/#theme=dark&gigs=40").await?;
        for part in ["export", "saved", "embed"] {
            page.press_copies(part).await?;
            wait_for(part, async || page.find(&format!(".th-copies[data-open={part}] > div > *")).await.map(drop))
                .await?;
            if part == "saved" {
                page.press_copies("save").await?;
                wait_for("one of them", async || page.find(".th-saved li").await.map(drop)).await?;
            }
            finds_nothing(page, &axe, &format!("{part} at {width}")).await?;
        }
        page.run("localStorage.clear()").await?;
    }
    Ok(())
}

async fn finds_nothing(page: &Page<'_>, axe: &str, what: &str) -> Result<()> {
    page.client.execute(&format!("{axe}; window.axe = axe"), vec![]).await?;
    let violations = page
        .run_async(
            "axe.run(document).then(({ violations }) => done(violations.map((rule) =>
               [rule.id, rule.nodes.map((node) => node.target.join(' ') + ': ' + node.failureSummary)])))",
        )
        .await?;
    ensure!(violations == json!([]), "{what}: {violations:#}");
    Ok(())
}

/// A link that counts all there is.
const EVERYTHING: &str = "plain/#bid-minutes=35&bid-connects=12&connect-price=0.15&gig-hours=8&contract-hours=200\
    &contract-payments=12&contract-duration=12&keep=10000&hourly-pay=40&concession=50&hourly-rate=22.22&weekly-hours=12\
    &bad-review=9&non-payment=3&claim=1000&arbitration-fee=291&good-jobs=8&bad-jobs=1&silent-jobs=2\
    &conversion-rate=20&rebuild-months=5&monthly-take-home=5000";

/// Opens every panel that is filled without more to be fetched, and for [`EVERYTHING`] the others too.
async fn open_all(page: &Page<'_>, path: &str) -> Result<()> {
    let more: &[&str] = if path == EVERYTHING { &["costs", "risk", "months", "quote", "leaving"] } else { &[] };
    // What fills one moves the next: each is waited for.
    for panel in ["working", "client", "others", "about"].iter().chain(more) {
        page.open_panel(panel).await?;
    }
    Ok(())
}

/// Nothing sticks out at the width of a small phone, which is also 1280 pixels at four times zoom.
pub async fn nothing_is_wider_than_a_phone(page: &Page<'_>) -> Result<()> {
    page.client.set_window_size(1000, 1400).await?;
    for link in [
        "",
        "#gigs=10000&gig-price=99999999.99",
        "#schedule=upwork-2025&gig-rate=12",
        "#fee=20%25 to 500, 10%25 to 10000, 5%25 per client",
        "#schedule=escrow-com-2026&contract-price=99999999.99",
        "#schedule=upwork-2025&client-fee=5%25",
        EVERYTHING.trim_start_matches("plain/"),
    ] {
        let path = format!("plain/{link}");
        page.open(&path).await?;
        open_all(page, &path).await?;
        // Browsers do not make their windows this small, but an element can be.
        let wide = page
            .run(
                "const main = document.querySelector('main');
                 main.setAttribute('data-narrow', ''); main.style.width = '320px'; main.style.padding = '8px';
                 const edge = main.getBoundingClientRect().right;
                 const root = document.querySelector('take-home').shadowRoot;
                 return [...root.querySelectorAll('*')]
                   .filter((element) => !element.closest('.th-aloud') && element.getBoundingClientRect().right > edge + 0.5)
                   .map((element) => element.tagName + '.' + element.getAttribute('class') + ' ' + element.textContent.slice(0, 40))",
            )
            .await?;
        ensure!(wide == json!([]), "{link}: {wide:#}");
    }
    Ok(())
}

pub async fn the_verdict_stays_in_sight_on_a_phone(page: &Page<'_>) -> Result<()> {
    page.client.set_window_size(500, 700).await?;
    page.open("plain/").await?;
    page.hold("contract-billed").await?;
    wait_for("the verdict to be in sight", async || {
        let top = page
            .run("const box = document.querySelector('take-home').shadowRoot.querySelector('.th-answer').getBoundingClientRect(); return [box.top, box.bottom, innerHeight]")
            .await?;
        let (top, bottom, height) = (top[0].as_f64(), top[1].as_f64(), top[2].as_f64());
        ensure!(top >= Some(0.0) && bottom <= height, "{top:?} to {bottom:?} of {height:?}");
        Ok(())
    })
    .await?;
    let covered = page
        .run(
            "const root = document.querySelector('take-home').shadowRoot;
             const held = root.querySelector('input[type=range][data-field=contract-billed]');
             const box = held.getBoundingClientRect();
             return root.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2) === held",
        )
        .await?;
    page.let_go().await?;
    ensure!(covered == json!(true), "and does not cover what is held");
    Ok(())
}
