//! What is counted besides the fee? Bidding and hours, months, quotes, risk, leaving.

use anyhow::{Result, ensure};
use browsers::{Page, Server, wait_for};
use fantoccini::key::Key;
use serde_json::json;

/// Waits until a selector is there.
async fn there(page: &Page<'_>, selector: &str) -> Result<()> {
    wait_for(&format!("{selector} to be there"), async || page.find(selector).await.map(drop)).await
}

/// Opens a panel by keyboard and waits for a field in it.
async fn open(page: &Page<'_>, panel: &str, field: &str) -> Result<()> {
    let summary = format!("details[data-field={panel}] > summary");
    page.run(&format!("document.querySelector('take-home').shadowRoot.querySelector('{summary}').focus()")).await?;
    page.press(Key::Enter).await?;
    there(page, &format!("details[data-field={panel}] #{field}")).await
}

pub async fn hours_and_bids_by_keyboard(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    open(page, "costs", "gig-hours").await?;
    let focus = "return document.querySelector('take-home').shadowRoot.activeElement.parentNode.dataset.field";
    ensure!(page.run(focus).await? == json!("costs"), "the reader is where they were");
    page.type_into("gig-hours", "5").await?;
    page.type_into("contract-hours", "200").await?;
    page.click("input[data-field=verdict][value=hour]").await?;
    // 12,000 ÷ 150 = 80.00 against 13,700 ÷ 200 = 68.50.
    page.verdict("An hour on the gigs pays you $11.50 more.").await?;
    page.tells(".th-turn", "Before costs the contract was $1,700 ahead.").await?;
    page.has_fragment("#verdict=hour&gig-hours=5&contract-hours=200").await?;
    page.click("input[data-field=verdict][value=money]").await?;
    page.verdict("One large contract leaves you $1,700 more.").await?;
    page.unfold("costs").await?;
    page.type_into("contract-bought-in", "2000").await?;
    page.verdict("After costs, many small gigs leave you $300 more.").await?;
    page.tells("details[data-field=costs] .th-contract .th-working", "−$2,000.00").await?;
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}

pub async fn a_button_fills_in_what_bids_cost(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    open(page, "costs", "bid-connects").await?;
    page.is_filled("costs").await?;
    page.unfold("costs").await?;
    page.click(".th-use[value^='bid-connects=2&connect-price=1.00&free-connects=60']").await?;
    // 300 bids × 2 connects, 60 of them free: 540.00; the contract's 10 bids take 20.
    page.verdict("After costs, one large contract leaves you $2,240 more.").await?;
    page.reads("details[data-field=costs] > summary span", "the gigs cost $540; the contract $0").await
}

/// What a panel assumes is not in the answer until one switch counts it.
pub async fn usual_costs_are_counted_with_one_switch(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    open(page, "costs", "gig-hours").await?;
    let line = "details[data-field=costs] > summary span";
    let assumed = "Established: gigs 220 unpaid hours, contract 7.33 (not counted yet)";
    page.reads(line, assumed).await?;
    page.verdict("One large contract leaves you $1,700 more.").await?;
    page.reads(".th-side.th-gigs .th-kept", "$12,000").await?;
    let placeholder = page.find("#bid-minutes").await?.attr("placeholder").await?;
    ensure!(placeholder.as_deref() == Some("35"), "{placeholder:?}");
    page.click("input[data-field=count-costs]").await?;
    page.reads(line, "gigs 220 hours; contract 7.33 hours").await?;
    page.has_fragment("#bid-minutes=35&client-overhead=1.5").await?;
    page.type_into("bid-minutes", "70").await?;
    page.reads(line, "gigs 395 hours; contract 13.17 hours").await?;
    // Nothing that was typed is lost.
    page.click("input[data-field=count-costs]").await?;
    page.reads(line, "Your numbers: gigs 395 hours; contract 13.17 hours (not counted yet)").await?;
    page.has_fragment("").await?;
    page.click("input[data-field=count-costs]").await?;
    page.has_fragment("#bid-minutes=70&client-overhead=1.5").await?;
    page.click("details[data-field=costs] .th-presets button:nth-child(3)").await?;
    page.has_fragment("#bid-minutes=10&client-overhead=0.5&gig-win-rate=50&contract-win-rate=50").await?;
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}

/// Each question that nobody has said anything about answers in its closed line as soon as it is in sight.
pub async fn closed_questions_answer_when_they_are_in_sight(page: &Page<'_>) -> Result<()> {
    page.open("plain/embed.html").await?;
    let line = |panel: &str| format!("details[data-field={panel}] > summary span");
    page.run("document.querySelector('take-home').shadowRoot.querySelector('.th-questions').scrollIntoView()").await?;
    page.reads(&line("risk"), "By invoice: the contract ends ahead in 97% of cases").await?;
    page.reads(&line("quote"), "to keep $12,000, charge $500 per gig or $13,210.53 for the contract").await?;
    // 40 × 400; 17,421.05 less 100, 950 and 5% of 7,421.05.
    page.type_into("gigs", "40").await?;
    page.reads(&line("quote"), "to keep $16,000, charge $500 per gig or $17,421.05 for the contract").await?;
    page.open_panel("quote").await?;
    // A preset is one press, and the page's answer stays.
    page.click("details[data-field=quote] .th-presets button:nth-child(2)").await?;
    page.has_fragment("#gigs=40&contract-price=15000&keep=13700").await?;
    page.verdict("Many small gigs leave you $2,300 more.").await
}

pub async fn bad_costs_are_told_at_the_field(page: &Page<'_>) -> Result<()> {
    page.open("plain/#bid-cost=1").await?;
    open(page, "costs", "gig-win-rate").await?;
    page.unfold("costs").await?;
    page.type_into("gig-win-rate", "0").await?;
    page.tells("#gig-win-rate-message", "At 0% you win no work").await?;
    page.verdict("After costs, one large contract leaves you $1,990 more.").await?;
    // Its question may be closed meanwhile.
    page.tells(".th-verdict .th-note", "Finish “Win rate, gigs”.").await?;
    page.type_into("gig-win-rate", "5").await?;
    page.verdict("After costs, one large contract leaves you $2,290 more.").await
}

pub async fn what_was_typed_is_there_when_more_is_counted(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.type_into("gig-price", "many").await?;
    open(page, "costs", "gig-hours").await?;
    let text = page.find("#gig-price").await?.prop("value").await?;
    ensure!(text.as_deref() == Some("many"), "it has {text:?}");
    page.tells("#gig-price-message", "Type a number").await
}

pub async fn months_and_quotes_from_a_link(page: &Page<'_>) -> Result<()> {
    page.open("plain/#contract-payments=10&contract-duration=10&keep=12000&hourly-rate=22.22&weekly-hours=12&weeks=1")
        .await?;
    let comparison = page.comparison(0).await?;
    ensure!(comparison["months"]["overtakings"] == json!([{ "month": "9", "ahead": "contract" }]), "{comparison}");
    ensure!(comparison["quote"]["gigs"]["priceKeeping"] == json!("500.00"), "{comparison}");
    ensure!(comparison["quote"]["hourly"]["week"] == json!("266.64"), "{comparison}");
    open(page, "months", "gig-duration").await?;
    page.is_filled("months").await?;
    page.tells("details[data-field=months] > .th-content > p", "From month 9 the contract is ahead.").await?;
    open(page, "quote", "keep").await?;
    page.is_filled("quote").await?;
    // In ten payments, the fees of which are rounded one by one.
    let line = "to keep $12,000, charge $500 per gig or $13,210.55 for the contract";
    page.reads("details[data-field=quote] > summary span", line).await?;
    page.click("details[data-field=quote] .th-use:not([aria-pressed])").await?;
    page.has_fragment(
        "#contract-price=266.64&contract-duration=10&keep=12000&hourly-rate=22.22&weekly-hours=12&weeks=1",
    )
    .await
}

pub async fn risk_by_keyboard(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    open(page, "risk", "non-payment").await?;
    page.is_filled("risk").await?;
    page.tells("details[data-field=risk] .th-hint", "From the sources below").await?;
    page.unfold("risk").await?;
    page.type_into("non-payment", "3").await?;
    // All or nothing: the gigs reach 13,700 in no case.
    page.reads("details[data-field=risk] > summary span", "the contract ends ahead in 97% of cases").await?;
    page.tells("details[data-field=risk] .th-gigs .th-working", "average, after losses from bad reviews $11,640.00")
        .await?;
    page.click("input[data-field=contract-protection][value=escrow]").await?;
    page.reads("details[data-field=risk] > summary span", "the contract ends ahead in 100% of cases").await?;
    page.click(".th-use[value^='bad-review=9']").await?;
    page.tells("details[data-field=risk] .th-contract .th-working", "at least one bad review 9%").await?;
    open(page, "dispute", "claim").await?;
    page.unfold("dispute").await?;
    page.type_into("claim", "300").await?;
    page.click(".th-use[value='arbitration-fee=291']").await?;
    page.tells("details[data-field=dispute] > summary", "only if your chance of winning is over 97%").await?;
    open(page, "score", "good-jobs").await?;
    page.type_into("good-jobs", "4").await?;
    page.type_into("bad-jobs", "1").await?;
    page.tells("details[data-field=score] .th-scores", "+1 bad 66.7% now 80% +1 good 83.3%").await?;
    page.unfold("score").await?;
    page.tells("details[data-field=score] .th-assumptions", "66.7% 80% 83.3%").await?;
    page.verdict("One large contract leaves you $1,700 more.").await?;
    page.has_fragment(
        "#bad-review=9&non-payment=3&contract-protection=escrow&claim=300&arbitration-fee=291&good-jobs=4&bad-jobs=1",
    )
    .await?;
    page.type_into("bad-review", "101").await?;
    page.tells("#bad-review-message", "100").await?;
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}

pub async fn leaving_by_keyboard(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    open(page, "leaving", "conversion-rate").await?;
    page.is_filled("leaving").await?;
    page.tells("details[data-field=leaving] .th-note", "Terms first").await?;
    page.unfold("leaving").await?;
    page.type_into("conversion-rate", "20").await?;
    page.reads("details[data-field=leaving] > summary span", "the conversion fee for the contract’s client is $4,992")
        .await?;
    page.type_into("contract-months", "6").await?;
    page.tells("details[data-field=leaving] .th-contract .th-working", "allowed in 18 months").await?;
    page.type_into("monthly-take-home", "5000").await?;
    page.type_into("rebuild-months", "5").await?;
    page.reads(
        "details[data-field=leaving] > summary span",
        "breaking the terms is worth it only if your risk of losing the account is under 3.1%",
    )
    .await?;
    page.choose("direct-schedule", "stripe-2026").await?;
    page.tells(
        "details[data-field=leaving] .th-contract .th-working",
        "you keep, paid through Stripe (US), Card $14,564.70",
    )
    .await?;
    page.choose("direct-status", "ach").await?;
    page.tells(
        "details[data-field=leaving] .th-contract .th-working",
        "you keep, paid through Stripe (US), ACH $14,995.00",
    )
    .await?;
    page.choose("direct-schedule", "wise-2026").await?;
    page.tells("details[data-field=leaving] .th-contract .th-working", "Bank transfer $15,000.00").await?;
    // It is told where typing rests.
    wait_for("the comparison to have what leaving saves", async || {
        let comparison = page.comparison(0).await?;
        ensure!(comparison["leaving"]["contract"]["saving"] == json!("1300.00"), "{comparison}");
        Ok(())
    })
    .await?;
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}

pub async fn costs_are_part_of_the_comparison(page: &Page<'_>) -> Result<()> {
    page.open("plain/#contract-bought-in=2000&gig-hours=10").await?;
    let comparison = page.comparison(0).await?;
    ensure!(comparison["difference"] == json!("1700.00"), "by the fee alone: {comparison}");
    ensure!(comparison["verdict"]["by"] == json!("money") && comparison["verdict"]["ahead"] == json!("gigs"));
    ensure!(comparison["verdict"]["difference"] == json!("-300.00"), "{comparison}");
    ensure!(comparison["costs"]["gigs"]["hourlyPay"] == json!("40.00"), "12,000 ÷ 300: {comparison}");
    ensure!(comparison["costs"]["contract"]["cost"] == json!("2000.00"), "{comparison}");
    Ok(())
}

pub async fn costs_without_their_part(page: &Page<'_>) -> Result<()> {
    page.open("no-panels/").await?;
    page.click("details[data-field=costs] > summary").await?;
    page.tells("details[data-field=costs] .th-note", "This part did not load.").await?;
    // Everything else goes on.
    page.type_into("gigs", "40").await?;
    page.verdict("Many small gigs leave you $2,300 more.").await
}

/// The reader goes on while the part is on its way.
pub async fn what_is_done_while_a_part_is_fetched_is_kept(page: &Page<'_>) -> Result<()> {
    let server = Server::start();
    server.holds_panels(true);
    page.client.goto("about:blank").await?;
    page.client.goto(&server.url("plain/pages/two.html")).await?;
    page.is_ready().await?;
    let summary = "details[data-field=costs] > summary";
    let is_open = async || {
        page.run(
            "return document.querySelector('take-home').shadowRoot.querySelector('details[data-field=costs]').open",
        )
        .await
    };
    page.click(summary).await?;
    wait_for("the panel", async || {
        ensure!(is_open().await? == json!(true), "it is closed");
        Ok(())
    })
    .await?;
    // Closed again, and a number changed: nothing more is wanted.
    page.click(summary).await?;
    page.type_into("gigs", "20").await?;
    page.reads(".th-side.th-gigs .th-kept", "$1,600").await?;
    server.holds_panels(false);
    wait_for("the part to have come", async || {
        let come = page
            .run("return performance.getEntriesByType('resource').some(({ name, responseEnd }) => /take-home-panels.*wasm/.test(name) && responseEnd > 0)")
            .await?;
        ensure!(come == json!(true), "it has not");
        Ok(())
    })
    .await?;
    ensure!(is_open().await? == json!(false), "what was closed stays closed");
    page.reads(".th-side.th-gigs .th-kept", "$1,600").await?;
    // Asked for once more it is there, with what was typed.
    page.click(summary).await?;
    wait_for("the panel's inputs", async || page.find("#bid-cost").await.map(drop)).await?;
    page.unfold("costs").await?;
    page.reads(".th-side.th-gigs .th-kept", "$1,600").await?;
    // Twenty clients, ten bids each, $1.00 a bid.
    page.type_into("bid-cost", "1").await?;
    page.reads(".th-side.th-gigs .th-kept", "$1,400").await
}
