//! Does it work with the programs that pages are made with? Each is the real one, from npm: see `xtask/src/partners.rs`.

use anyhow::{Context, Result, ensure};
use browsers::{Page, wait_for};
use serde_json::json;

use crate::around::start;
use crate::embed;

/// Adds a partner to the page.
async fn add(page: &Page<'_>, partner: &str) -> Result<()> {
    page.run_async(&format!(
        "const script = document.createElement('script');
         script.src = '/partners/{partner}.js';
         script.onload = () => done();
         document.head.append(script)"
    ))
    .await?;
    let is_there = page.run(&format!("return typeof {partner}")).await?;
    ensure!(is_there == json!("object"), "{partner} is {is_there}");
    Ok(())
}

async fn gross(page: &Page<'_>, expected: [&str; 2]) -> Result<()> {
    wait_for("the sums", async || {
        let sums = page
            .run("const { gigs, contract } = document.querySelector('take-home')?.comparison ?? {}; return [gigs?.gross, contract?.gross]")
            .await?;
        let host = page.run("return document.querySelector('take-home')?.outerHTML + location.hash").await?;
        ensure!(sums == json!(expected), "{sums} of {host}");
        Ok(())
    })
    .await
}

pub async fn turbo_goes_back_to_a_readers_numbers(page: &Page<'_>) -> Result<()> {
    page.open("plain/pages/turbo-a.html").await?;
    page.type_into("gigs", "40").await?;
    page.has_fragment("#gigs=40&contract-price=3000").await?;
    page.run("document.querySelector('#next').click()").await?;
    let heading = async |expected: &str| {
        wait_for(expected, async || {
            let seen = page.run("return [document.querySelector('h1').textContent, location.pathname.at(-6)]").await?;
            ensure!(seen == json!([expected, expected.to_lowercase()]), "{seen}");
            Ok(())
        })
        .await
    };
    heading("B").await?;
    ensure!(page.run("return document.querySelector('take-home')").await? == json!(null), "it is not on B");
    page.run("history.back()").await?;
    heading("A").await.context("the address and the page are one")?;
    start(page).await?;
    gross(page, ["10000.00", "3000.00"]).await?;
    page.has_fragment("#gigs=40&contract-price=3000").await?;
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}

pub async fn frameworks_set_attributes_and_properties(page: &Page<'_>) -> Result<()> {
    for framework in ["react18", "react19", "preact"] {
        page.open_empty("plain").await?;
        add(page, framework).await?;
        let draw = match framework {
            "preact" => "preact.render(node, place)".to_owned(),
            react => {
                format!("(window.drawn ??= {react}.createRoot(place)), {react}.flushSync(() => drawn.render(node))")
            }
        };
        page.run(&format!(
            "const place = document.querySelector('#place');
             window.render = (properties) => {{
               const node = properties && {framework}.createElement('take-home', properties, 'The example.');
               {draw};
             }};
             render({{ address: true, gigs: 10, gigPrice: 100, sameTotal: true }})"
        ))
        .await?;
        start(page).await.context(framework)?;
        gross(page, ["1000.00", "1000.00"]).await.context(framework)?;
        for (properties, sums) in [
            ("{ address: true, gigs: 10, gigPrice: 200, sameTotal: true }", ["2000.00", "2000.00"]),
            (
                "{ address: true, gigs: '12', gigPrice: 200, sameTotal: false, contractPrice: 5000 }",
                ["2400.00", "5000.00"],
            ),
            ("{ address: true, gigs: '12', gigPrice: 200 }", ["2400.00", "2400.00"]),
            ("{ address: '', 'gig-price': 300, gigs: 12 }", ["3600.00", "3600.00"]),
        ] {
            page.run(&format!("render({properties})")).await?;
            gross(page, sums).await.with_context(|| format!("{framework}: {properties}"))?;
        }
        page.type_into("gigs", "40").await?;
        page.has_fragment("#gigs=40&contract-price=3600").await.context(framework)?;
        // What the reader has typed stays when the framework renders the same again.
        page.run("render({ address: '', 'gig-price': 300, gigs: 12 })").await?;
        gross(page, ["12000.00", "3600.00"]).await.context(framework)?;
        page.run("render(null)").await?;
        ensure!(page.run("return document.querySelector('take-home')").await? == json!(null), "{framework}");
        ensure!(page.heard().await? == json!([]), "{framework}: {}", page.heard().await?);
    }
    Ok(())
}

pub async fn dark_reader_leaves_the_sides_apart(page: &Page<'_>) -> Result<()> {
    // In WebKit this library reads no custom properties of a shadow root's sheets; Safari's Dark Reader is another program.
    if page.run("return /Chrome|Firefox/.test(navigator.userAgent)").await? == json!(false) {
        return Ok(());
    }
    for theme in ["page", "light"] {
        page.open_empty("plain").await?;
        add(page, "darkreader").await?;
        page.run(&format!(
            "document.querySelector('#place').innerHTML = '<take-home theme=\"{theme}\">The example.</take-home>'"
        ))
        .await?;
        start(page).await?;
        page.run("darkreader.enable({ brightness: 100, contrast: 90 })").await?;
        let look = "const { shadowRoot } = document.querySelector('take-home');
             const find = (selector) => getComputedStyle(shadowRoot.querySelector(selector));
             return ['gigs', 'contract'].map((side) => [
               find(`.th-side.th-${side} .th-kept`).color, find(`.th-side.th-${side} .th-left`).fill,
               find(`.th-track .th-${side}`).stroke, find(`.th-profile .th-${side}`).fill,
             ]).concat([[find('.th').backgroundColor, getComputedStyle(document.documentElement).backgroundColor]])";
        wait_for("a dark page", async || {
            let seen = page.run(look).await?;
            let is_dark = |color: &serde_json::Value| {
                let text = color.as_str().unwrap_or_default().to_owned();
                let first = text.split(['(', ',', ' ']).nth(1).and_then(|red| red.parse::<f64>().ok());
                first.is_some_and(|red| red < 100.0)
            };
            ensure!(is_dark(&seen[2][0]), "{theme}: the calculator is not dark: {seen}");
            for index in 0..4 {
                ensure!(seen[0][index] != seen[1][index], "{theme}: both sides are alike: {seen}");
            }
            Ok(())
        })
        .await?;
        page.type_into("gigs", "40").await?;
        page.verdict("Many small gigs leave you $2,300 more.").await?;
    }
    Ok(())
}

/// Converters make paragraphs of what they do not know, which may end the element before its content.
pub async fn converters_leave_one_example(page: &Page<'_>) -> Result<()> {
    let snippet = embed::snippet(page, "wordpress", &page.server.url("hosted/"), None).await?;
    let bare = snippet.strip_prefix("<div>\n").and_then(|rest| rest.strip_suffix("\n</div>")).context("a box")?;
    for (kind, snippet) in [("boxed", snippet.as_str()), ("bare", bare)] {
        page.open_empty("plain").await?;
        for converter in ["showdown", "wordpress"] {
            add(page, converter).await?;
        }
        let text = json!(format!("Before.\n\n{snippet}\n\nAfter."));
        let converted =
            page.run(&format!("return [new showdown.Converter().makeHtml({text}), wordpress.autop({text})]")).await?;
        for html in converted.as_array().context("two texts")? {
            let html = html.as_str().context("a text")?;
            let article = embed::Article::with(html)?;
            article.open(page, "").await?;
            embed::leaves(page, embed::LEFT).await.with_context(|| format!("{kind}: {html}"))?;
            let shown = page
                .run("return [...document.querySelectorAll('table, p')].filter((e) => e.checkVisibility() && e.innerText.trim()).map((e) => e.innerText)")
                .await?;
            ensure!(shown == json!(["Before.", "After.", "More."]), "{kind}: {shown} of {html}");
            ensure!(page.heard().await? == json!([]), "{kind}: {}", page.heard().await?);
        }
    }
    Ok(())
}
