//! What can be opened below the answer?

use anyhow::{Context, Result, ensure};
use browsers::{Page, Server, wait_for};
use fantoccini::key::Key;
use serde_json::json;

const PANELS: [&str; 4] = ["working", "client", "others", "about"];

fn content(panel: &str) -> String {
    format!("details[data-field={panel}] > .th-content")
}

pub async fn each_opens_by_keyboard(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    for panel in PANELS {
        let summary = format!("details[data-field={panel}] > summary");
        let focus = format!("document.querySelector('take-home').shadowRoot.querySelector('{summary}').focus()");
        page.run(&focus).await?;
        page.press(Key::Enter).await?;
        page.is_filled(panel).await?;
        page.press(Key::Enter).await?;
        wait_for("it to close", async || {
            let open = page.find(&format!("details[data-field={panel}]")).await?.attr("open").await?;
            ensure!(open.is_none(), "it is open");
            Ok(())
        })
        .await?;
    }
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}

pub async fn the_map_is_moved_by_pointer_and_keys(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.open_panel("map").await?;
    page.tells(".th-map b", "Price per gig $500, Number of gigs 30: contract +$1,700.").await?;
    // A quarter of the way up and half of it across: 25 or 26 gigs for about $500.
    page.drag_across(".th-point", [0.9, 0.1], [0.5, 0.75]).await?;
    wait_for("the point to have moved", async || {
        let gigs = page.run("return document.querySelector('take-home').comparison.gigs.gross").await?;
        let gross: f64 = gigs.as_str().unwrap_or_default().parse().unwrap_or_default();
        ensure!((12_000.0..14_000.0).contains(&gross), "{gross}");
        Ok(())
    })
    .await?;
    // A tap in the middle: about 50 gigs for about $500.
    page.click(".th-point").await?;
    wait_for("the point to have followed the tap", async || {
        let gigs = page.run("return document.querySelector('take-home').comparison.gigs.gross").await?;
        let gross: f64 = gigs.as_str().unwrap_or_default().parse().unwrap_or_default();
        ensure!((23_000.0..28_000.0).contains(&gross), "{gross}");
        Ok(())
    })
    .await?;
    // The map, the fields and the verdict say the same.
    page.type_into("gigs", "30").await?;
    page.type_into("gig-price", "500").await?;
    page.tells(".th-map b", "Price per gig $500, Number of gigs 30: contract +$1,700.").await?;
    page.run("document.querySelector('take-home').shadowRoot.querySelector('.th-point').focus()").await?;
    page.run("window.keys = []; addEventListener('keydown', ({ key }) => keys.push(key))").await?;
    for key in [Key::Up, Key::Up, Key::Right] {
        page.press(key).await?;
    }
    ensure!(page.run("return keys").await? == json!([]), "the point uses these keys");
    // 32 × 505 less 20% of the first 500 and 10% of 5: 32 × 404.50 = 12,944.
    page.verdict("One large contract leaves you $756 more.").await?;
    page.tells(".th-map b", "Price per gig $505, Number of gigs 32: contract +$756.").await?;
    for (key, seen) in [
        (Key::PageUp, "Price per gig $505, Number of gigs 42:"),
        (Key::PageDown, "Price per gig $505, Number of gigs 32:"),
        (Key::Home, "Price per gig $5, Number of gigs 32:"),
        (Key::End, "Price per gig $1,000, Number of gigs 32:"),
    ] {
        page.press(key).await?;
        page.tells(".th-map b", seen).await?;
    }
    page.type_into("gig-price", "505").await?;
    page.tells(".th-map b", "Price per gig $505, Number of gigs 32: contract +$756.").await?;
    page.has_fragment("#gigs=32&gig-price=505&contract-price=15000").await?;
    // The axes are chosen, and are never the same.
    page.choose("map-across", "contract-price").await?;
    page.tells(".th-map b", "Contract price $15,000, Number of gigs 32: contract +$756.").await?;
    page.choose("map-up", "contract-price").await?;
    page.tells(".th-map b", "Number of gigs 32, Contract price $15,000: contract +$756.").await?;
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}

pub async fn a_number_that_is_not_counted_is_no_axis(page: &Page<'_>) -> Result<()> {
    page.open("plain/#same-total").await?;
    page.open_panel("map").await?;
    let options = "return [...document.querySelector('take-home').shadowRoot.querySelectorAll('#map-up option')].map((option) => option.value)";
    let listed = page.run(options).await?;
    ensure!(listed == json!(["gigs", "gig-price", "gig-billed", "contract-billed"]), "{listed}");
    page.open_panel("influence").await?;
    page.tells(".th-influence", "Price per gig").await
}

pub async fn todays_fee_in_one_click(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.reads(".th-pickers .th-try", "Today: no difference").await?;
    page.click(".th-pickers .th-try").await?;
    page.verdict("No difference: the fee is 10% either way.").await?;
    page.has_fragment("#schedule=upwork-2025").await
}

pub async fn other_schedules_in_one_click(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.open_panel("others").await?;
    // 30 × 100 = 3,000 against 100 + 675 + 700.
    page.tells(".th-others tr:has([value=fevrok-2026])", "contract +$1,525").await?;
    page.unfold("others").await?;
    page.tells(".th-others tr:has([value=upwork-2023])", "no difference").await?;
    page.tells(".th-others [aria-current]", "20 / 10 / 5%, 2016–2023").await?;
    page.tells(&format!("{} > .th-more:last-child .th-hint", content("others")), "PeoplePerHour (GBP)").await?;
    page.click(".th-others [value=fevrok-2026]").await?;
    page.verdict("One large contract leaves you $1,525 more.").await?;
    page.tells(".th-others [aria-current]", "20 / 15 / 7%, as of 2026").await?;
    // The list was made anew, and the reader is where they were.
    let focused = page
        .run("return document.querySelector('take-home').shadowRoot.activeElement?.getAttribute('value') ?? null")
        .await?;
    ensure!(focused == json!("fevrok-2026"), "{focused}");
    page.has_fragment("#schedule=fevrok-2026").await?;
    // Numbers change, and so does the whole table.
    page.type_into("gigs", "40").await?;
    // 40 × 400 = 16,000 against 13,700.
    page.tells(".th-others tr:has([value=upwork-2016])", "gigs +$2,300").await
}

pub async fn what_replaced_a_schedule(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.reads(".th-status", "ended 2 May 2023; now 0–15% per contract").await?;
    page.open_panel("about").await?;
    let about = content("about");
    page.tells(&about, "21 Jun 2016 to 2 May 2023").await?;
    page.tells(&about, "20% to 500, 10% to 10000, 5% per client").await?;
    page.tells(&about, "Freelancer Service Fees, checked 22 Nov 2026").await?;
    page.tells(&about, "Then: 10%, 3 May 2023 to 30 Apr 2025.").await?;
    page.tells(&about, "Under that fee there would be no difference.").await?;
    page.click(&format!("{about} button[value=upwork-2023]")).await?;
    page.verdict("No difference: the fee is 10% either way.").await?;
    // The button is another one now, so the reader stands at the head of the panel.
    let focused =
        "return document.querySelector('take-home').shadowRoot.activeElement?.parentElement?.dataset.field ?? null";
    let focused = page.run(focused).await?;
    ensure!(focused == json!("about"), "{focused}");
    Ok(())
}

pub async fn both_readings_of_a_conflict(page: &Page<'_>) -> Result<()> {
    page.open("plain/#schedule=workana-2019").await?;
    page.reads(".th-status", "ended about 2026; now 20%; sources disagree").await?;
    // Nothing was billed before, so all of it is at 20 %.
    page.verdict("No difference: $12,000 either way.").await?;
    page.open_panel("about").await?;
    page.tells(&content("about"), "Other sources say").await?;
    page.click(&format!("{} button", content("about"))).await?;
    // Split at the limits: 15,000 − (60 + 270 + 600) against 30 × (500 − 80).
    page.verdict("One large contract leaves you $1,470 more.").await?;
    let fee = page.find("#fee").await?.prop("value").await?;
    ensure!(fee.as_deref() == Some("20% to 300, 10% to 3000, 5% per client"), "{fee:?}");
    Ok(())
}

pub async fn a_rare_platform_arrives_with_the_panels(page: &Page<'_>) -> Result<()> {
    page.open("plain/#schedule=fevrok-2026").await?;
    // 15,000 − (100 + 675 + 700) against 30 × (500 − 100).
    page.verdict("One large contract leaves you $1,525 more.").await?;
    page.open("plain/").await?;
    page.verdict("One large contract leaves you $1,700 more.").await?;
    page.choose("platform", "fevrok-2026").await?;
    page.verdict("One large contract leaves you $1,525 more.").await?;
    page.has_fragment("#schedule=fevrok-2026").await?;
    page.open("plain/").await?;
    page.verdict("One large contract leaves you $1,700 more.").await?;
    page.run("location.hash = 'schedule=fevrok-2026'").await?;
    page.verdict("One large contract leaves you $1,525 more.").await?;
    page.run("document.querySelector('take-home').setAttribute('schedule', 'tammwe-2026'); location.hash = 'contract-price=16000'").await?;
    // 5 % either way: of 16,000 and of 15,000.
    page.verdict("One large contract leaves you $950 more.").await
}

pub async fn what_the_client_pays(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    // 3 % on 15,000 either way: 12,000 and 13,700 of 15,450.
    let summary = "you keep 77.7% of it with the gigs, 88.7% with the contract";
    page.reads("details[data-field=client] > summary span", summary).await?;
    page.open_panel("client").await?;
    page.unfold("client").await?;
    page.tells(&format!("{} .th-column.th-contract", content("client")), "the client pays $15,450.00").await?;
    page.tells(&format!("{} .th-column.th-contract", content("client")), "the platform takes $1,750.00, 11.3%").await?;
    // Nothing on top.
    page.choose("client-schedule", "none").await?;
    let summary = "you keep 80% of it with the gigs, 91.3% with the contract";
    page.reads("details[data-field=client] > summary span", summary).await?;
    page.has_fragment("#client-schedule=none").await
}

pub async fn a_fee_of_the_clients_own(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.open_panel("client").await?;
    page.choose("client-schedule", "custom").await?;
    page.type_into("client-fee", "whole 5% + 3 under 100, 5%").await?;
    page.tells(&format!("{} .th-gigs", content("client")), "fees $3,000 + $750").await?;
    page.unfold("client").await?;
    // 5 % of 15,000; what is typed stays in the field while the sums below it are made anew.
    page.tells(&format!("{} .th-column.th-gigs", content("client")), "the client’s fee $750.00").await?;
    page.type_into("gig-price", "50").await?;
    // 30 × (2.50 + 3.00).
    page.tells(&format!("{} .th-column.th-gigs", content("client")), "the client’s fee $165.00").await?;
    page.type_into("client-fee", "5 percent").await?;
    page.tells("#client-fee-message", "Write “%”.").await?;
    page.tells(&format!("{} .th-column.th-gigs", content("client")), "the client’s fee $165.00").await?;
    let comparison = page.comparison(0).await?;
    ensure!(comparison["client"]["gigs"] == json!({ "pays": "1665.00", "clientFee": "165.00" }), "{comparison}");
    Ok(())
}

pub async fn an_old_reading_says_so(page: &Page<'_>) -> Result<()> {
    page.open("later/#schedule=upwork-2023").await?;
    page.tells(".th-status", "checked over a year ago").await?;
    page.open_panel("about").await?;
    page.tells(&content("about"), "Last checked 22 Nov 2026, over a year ago.").await
}

/// Readers who open none fetch what closed questions answer alone.
pub async fn questions_in_sight_fetch_their_answers_alone(page: &Page<'_>) -> Result<()> {
    page.client.goto("about:blank").await?;
    page.open("plain/embed.html").await?;
    page.tells("details[data-field=quote] > summary", "to keep").await?;
    let fetched = async |part: &str| {
        let count = "return performance.getEntriesByType('resource').filter(({ name, responseEnd }) => name.includes(arguments[0]) && responseEnd > 0).length";
        page.client.execute(count, vec![json!(part)]).await
    };
    ensure!(fetched("take-home-answers").await? == json!(1), "they answer");
    ensure!(fetched("take-home-panels.").await? == json!(1), "the styles of what opens");
    page.open_panel("quote").await?;
    wait_for("what opens", async || {
        ensure!(fetched("take-home-panels.").await? == json!(2), "it is not there");
        Ok(())
    })
    .await
}

pub async fn none_is_fetched_before_it_is_in_sight(page: &Page<'_>) -> Result<()> {
    // The standalone page has it from its offline files; a frame keeps none.
    page.client.goto("about:blank").await?;
    page.see_no_questions().await?;
    page.open("plain/embed.html").await?;
    let fetched =
        "return performance.getEntriesByType('resource').filter((entry) => /answers|panels/.test(entry.name)).length";
    ensure!(page.run(fetched).await? == json!(0), "it was fetched for nothing");
    page.open_panel("about").await?;
    let once = page.run(fetched).await?;
    page.open_panel("others").await?;
    ensure!(page.run(fetched).await? == once, "it was fetched again");
    page.see_everything().await
}

pub async fn without_their_module(page: &Page<'_>) -> Result<()> {
    page.open("no-panels/").await?;
    page.click("details[data-field=about] > summary").await?;
    page.tells(&content("about"), "This part did not load.").await?;
    // Everything else goes on.
    page.type_into("gigs", "40").await?;
    page.verdict("Many small gigs leave you $2,300 more.").await
}

/// A frame in which the file of a part does not arrive, and the server that can send it later.
async fn without_the_part(page: &Page<'_>, file: &str) -> Result<Server> {
    let server = Server::start();
    page.see_no_questions().await?;
    page.client.goto(&server.url("plain/embed.html")).await?;
    page.is_ready().await?;
    server.refuses(Some(file));
    Ok(server)
}

/// A network that fails for a moment costs a reader nothing but that moment.
pub async fn a_part_that_failed_comes_at_the_next_ask(page: &Page<'_>) -> Result<()> {
    let server = Server::start();
    page.see_no_questions().await?;
    for file in ["take-home-panels.wasm", "take-home-panels.css"] {
        page.client.goto("about:blank").await?;
        page.client.goto(&server.url("plain/embed.html")).await?;
        page.is_ready().await?;
        server.refuses(Some(file));
        let summary = "details[data-field=about] > summary";
        page.click(summary).await?;
        page.tells(&content("about"), "This part did not load.").await.context(file)?;
        // Everything else goes on.
        page.type_into("gigs", "40").await?;
        page.verdict("Many small gigs leave you $2,300 more.").await?;
        page.click(summary).await?;
        server.refuses(None);
        page.open_panel("about").await?;
        page.tells(&content("about"), "20% $500 10% $10,000 5%").await.context(file)?;
        page.verdict("Many small gigs leave you $2,300 more.").await?;
    }
    page.see_everything().await
}

/// The button that tries again disappears, and the line of its question has the focus.
pub async fn a_retry_leaves_the_focus_in_its_question(page: &Page<'_>) -> Result<()> {
    let server = without_the_part(page, "take-home-panels.wasm").await?;
    page.click("details[data-field=about] > summary").await?;
    page.tells(&content("about"), "This part did not load.").await?;
    server.refuses(None);
    page.run("document.querySelector('take-home').shadowRoot.querySelector('[data-field=retry]').focus()").await?;
    page.press(Key::Enter).await?;
    page.tells(&content("about"), "20% $500 10% $10,000 5%").await?;
    let focused =
        page.run("return document.querySelector('take-home').shadowRoot.activeElement?.parentElement.dataset.field");
    ensure!(focused.await? == json!("about"), "the focus stays in the question");
    page.see_everything().await
}

/// A choice that needs the part waits for it, and a line says that it did not come.
pub async fn a_choice_waits_for_its_part(page: &Page<'_>) -> Result<()> {
    let server = without_the_part(page, "take-home-answers.wasm").await?;
    page.choose("platform", "fevrok-2026").await?;
    page.tells(".th-fee-source [role=alert]", "Your choice did not load.").await?;
    page.verdict("One large contract leaves you $1,700 more.").await?;
    server.refuses(None);
    page.click(".th-fee-source [data-field=retry]").await?;
    // 15,000 − (100 + 675 + 700) against 30 × (500 − 100).
    page.verdict("One large contract leaves you $1,525 more.").await?;
    ensure!(page.find(".th-fee-source [role=alert]").await.is_err(), "the line is gone");
    page.see_everything().await
}

/// Some browsers say only a moment later what was picked.
pub async fn a_part_that_arrives_undoes_no_pick(page: &Page<'_>) -> Result<()> {
    page.client.goto("about:blank").await?;
    page.see_no_questions().await?;
    page.open("plain/embed.html").await?;
    let list =
        "const list = document.querySelector('take-home').shadowRoot.querySelector('select[data-field=platform]');";
    page.run(&format!("{list} list.value = 'fevrok-2026'")).await?;
    page.see_everything().await?;
    page.tells("details[data-field=quote] > summary", "to keep").await?;
    page.run(&format!("{list} list.dispatchEvent(new Event('change', {{ bubbles: true }}))")).await?;
    page.verdict("One large contract leaves you $1,525 more.").await
}

/// The next choice is what the reader wants, whatever comes after it.
pub async fn a_later_choice_is_not_overtaken(page: &Page<'_>) -> Result<()> {
    let server = without_the_part(page, "take-home-answers.wasm").await?;
    page.choose("platform", "fevrok-2026").await?;
    page.tells(".th-fee-source [role=alert]", "Your choice did not load.").await?;
    page.choose("platform", "fiverr-2026").await?;
    // 20 % of both.
    page.verdict("No difference: the fee is 20% either way.").await?;
    ensure!(page.find(".th-fee-source [role=alert]").await.is_err(), "nothing waits any more");
    server.refuses(None);
    page.open_panel("about").await?;
    page.verdict("No difference: the fee is 20% either way.").await?;
    page.see_everything().await
}

/// A list in a link cannot be read without the part, and must not be lost for that.
pub async fn a_link_that_cannot_be_read_stays_in_the_address(page: &Page<'_>) -> Result<()> {
    page.see_no_questions().await?;
    let server = page.open_without("take-home-answers.wasm", "plain/#gig-list=20 x 150, 3000 for Acme").await?;
    page.verdict("One large contract leaves you $1,700 more.").await?;
    page.tells("[part=container]", "A part of the calculator did not load. Load the page again.").await?;
    // What the reader changes first is written, as it always is, after that rest.
    let shown = "return decodeURIComponent(location.hash)";
    page.run("document.querySelector('take-home').setAttribute('theme', 'dark')").await?;
    page.verdict("One large contract leaves you $1,700 more.").await?;
    ensure!(page.run(shown).await? == json!("#gig-list=20 x 150, 3000 for Acme"), "{}", page.run(shown).await?);
    server.refuses(None);
    page.client.refresh().await?;
    page.is_ready().await?;
    let gross = page.comparison(0).await?["gigs"]["gross"].clone();
    ensure!(gross == json!("6000.00"), "20 × 150 and 3,000, and not {gross}");
    page.see_everything().await
}

/// So it does where it is followed on the page, until a number is typed.
pub async fn a_followed_link_that_cannot_be_read_gives_way_to_what_is_typed(page: &Page<'_>) -> Result<()> {
    page.see_no_questions().await?;
    page.open_without("take-home-answers.wasm", "plain/").await?;
    page.run("location.hash = '#gig-list=20 x 150, 3000 for Acme'").await?;
    page.tells("[part=container]", "Your choice did not load.").await?;
    page.type_into("gigs", "40").await?;
    page.verdict("Many small gigs leave you $2,300 more.").await?;
    page.has_fragment("#gigs=40&contract-price=15000").await?;
    page.see_everything().await
}
