//! Does an article work that has the calculator embedded in every way? `demo.html`.

use anyhow::{Result, ensure};
use browsers::{Page, wait_for};
use serde_json::json;

/// Scrolls through the article and waits until everything in it is there.
async fn read_through(page: &Page<'_>, path: &str) -> Result<()> {
    page.open_raw(path).await?;
    for place in ["#gigs", "#client", "#grows", "#stays", "img"] {
        page.run(&format!("document.querySelector('{place}').scrollIntoView()")).await?;
        wait_for(place, async || {
            let ready = page
                .run(&format!(
                    "const element = document.querySelector('{place}');
                     const inner = element.contentDocument?.querySelector('take-home') ?? element;
                     return inner.tagName === 'IMG' ? inner.complete && inner.naturalWidth === 720 : Boolean(inner.comparison)"
                ))
                .await?;
            ensure!(ready == json!(true), "it is not there");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

pub async fn every_way_shows_its_example(page: &Page<'_>) -> Result<()> {
    read_through(page, "strict/demo.html").await?;
    let verdicts = page
        .run(
            "return ['#gigs', '#client', '#grows', '#stays'].map((name) => {
               const element = document.querySelector(name);
               const host = element.contentDocument?.querySelector('take-home') ?? element;
               return host.shadowRoot.querySelector('.th-answer').textContent.replaceAll('\\u00a0', ' ');
             })",
        )
        .await?;
    let expected = [
        "No difference: the fee is 10% either way.",
        // The thirty fill the tiers as the contract does: 1,300.00 each.
        "No difference: $13,700 either way.",
        // 4,000 × 20 % = 800 against 100 + 350 = 450.
        "One large contract leaves you $350 more.",
        "No difference: $13,700 either way.",
    ];
    ensure!(verdicts == json!(expected), "{verdicts}");
    // The frame with the script fits, the other one is as high as its address says, and nothing of it is cut off.
    wait_for("the frame to fit", async || {
        let fits = page
            .run(
                "const fits = (name) => {
                   const frame = document.querySelector(name);
                   const inner = frame.contentDocument.querySelector('take-home').getBoundingClientRect().height;
                   return frame.clientHeight - Math.ceil(inner);
                 };
                 return fits('#grows')",
            )
            .await?;
        ensure!(fits == json!(0), "{fits}");
        Ok(())
    })
    .await?;
    let table = page.run("return document.querySelector('table').innerText").await?;
    ensure!(table.as_str().is_some_and(|table| table.contains("$13,700.00")), "{table}");
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    let foreign = page
        .run("return performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.startsWith(location.origin))")
        .await?;
    ensure!(foreign == json!([]), "{foreign}");
    Ok(())
}

pub async fn one_is_removed_and_one_is_moved(page: &Page<'_>) -> Result<()> {
    read_through(page, "plain/demo.html").await?;
    let third = "const third = document.createElement('take-home'); third.id = 'third'; third.setAttribute('gigs', 7);
                 document.querySelector('#elsewhere').append(third); third.scrollIntoView()";
    page.run(third).await?;
    let takes_home =
        async |id: &str| page.run(&format!("return document.querySelector('#{id}').comparison?.gigs.takeHome")).await;
    wait_for("the third", async || {
        ensure!(takes_home("third").await? == json!("2800.00"), "it is not ready");
        Ok(())
    })
    .await?;
    page.run(
        "const slider = document.querySelector('#client').shadowRoot.querySelector('input[data-field=gigs]');
         slider.value = 20; slider.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))",
    )
    .await?;
    // 10,000 for one client: 100 + 950 = 1,050.
    wait_for("the second", async || {
        ensure!(takes_home("client").await? == json!("8950.00"), "{}", takes_home("client").await?);
        Ok(())
    })
    .await?;
    page.run("document.querySelector('#gigs').remove(); document.querySelector('#elsewhere').append(document.querySelector('#client'))").await?;
    ensure!(takes_home("client").await? == json!("8950.00"), "what is moved keeps its numbers");
    page.run("document.querySelector('#third').setAttribute('gigs', 9)").await?;
    wait_for("the third to follow", async || {
        ensure!(takes_home("third").await? == json!("3600.00"), "{}", takes_home("third").await?);
        Ok(())
    })
    .await?;
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}
