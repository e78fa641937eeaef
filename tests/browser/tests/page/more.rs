//! Bidding and hours, months, quotes: what is counted besides the fee.

use anyhow::{Result, ensure};
use browsers::{Page, wait_for};
use fantoccini::key::Key;
use serde_json::json;

/// How many files of the app that counts more were fetched.
const FETCHED: &str =
    "return performance.getEntriesByType('resource').filter((entry) => entry.name.includes('take-home-more')).length";

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

async fn tells(page: &Page<'_>, selector: &str, part: &str) -> Result<()> {
    let close = |text: &str| text.split_whitespace().collect::<String>();
    wait_for(&format!("{selector} to tell {part:?}"), async || {
        let text = page.text(selector).await?;
        ensure!(close(&text).contains(&close(part)), "it tells {text:?}");
        Ok(())
    })
    .await
}

pub async fn hours_and_bids_by_keyboard(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    ensure!(page.run(FETCHED).await? == json!(0), "nobody has asked to count more");
    open(page, "costs", "gig-hours").await?;
    let focus = "return document.querySelector('take-home').shadowRoot.activeElement.parentNode.dataset.field";
    ensure!(page.run(focus).await? == json!("costs"), "the reader is where they were");
    page.type_into("gig-hours", "5").await?;
    page.type_into("contract-hours", "200").await?;
    page.click("input[data-field=verdict][value=hour]").await?;
    // 12,000 ÷ 150 = 80.00 against 13,700 ÷ 200 = 68.50.
    page.verdict("An hour of the gigs pays you $11.50 more.").await?;
    tells(page, ".th-turn", "By the fee alone the contract would be $1,700.00 ahead.").await?;
    page.has_fragment("#verdict=hour&gig-hours=5&contract-hours=200").await?;
    page.click("input[data-field=verdict][value=money]").await?;
    page.verdict("One large contract leaves you $1,700.00 more.").await?;
    page.type_into("contract-bought-in", "2000").await?;
    page.verdict("After costs, many small gigs leave you $300.00 more.").await?;
    tells(page, "details[data-field=costs] .th-contract .th-working", "−$2,000.00").await?;
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}

pub async fn a_button_fills_in_what_bids_cost(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    open(page, "costs", "bid-connects").await?;
    page.is_filled("costs").await?;
    page.click(".th-use[value^='bid-connects=2&connect-price=1.00&free-connects=60']").await?;
    // 300 bids × 2 connects, 60 of them free: 540.00; the contract's 10 bids take 20.
    page.verdict("After costs, one large contract leaves you $2,240.00 more.").await?;
    page.reads("details[data-field=costs] > summary span", "gigs −$540.00; contract $0.00").await
}

pub async fn bad_costs_are_told_at_the_field(page: &Page<'_>) -> Result<()> {
    page.open("plain/#bid-cost=1").await?;
    open(page, "costs", "gig-win-rate").await?;
    page.type_into("gig-win-rate", "0").await?;
    tells(page, "#gig-win-rate-message", "At 0 % no bid ever wins").await?;
    page.verdict("After costs, one large contract leaves you $1,990.00 more.").await?;
    page.type_into("gig-win-rate", "5").await?;
    page.verdict("After costs, one large contract leaves you $2,290.00 more.").await
}

pub async fn what_was_typed_is_there_when_more_is_counted(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.type_into("gig-price", "many").await?;
    open(page, "costs", "gig-hours").await?;
    let text = page.find("#gig-price").await?.prop("value").await?;
    ensure!(text.as_deref() == Some("many"), "it has {text:?}");
    tells(page, "#gig-price-message", "This is not a number.").await
}

pub async fn months_and_quotes_from_a_link(page: &Page<'_>) -> Result<()> {
    page.open("plain/#contract-payments=10&contract-duration=10&keep=12000&hourly-rate=22.22&weekly-hours=12&weeks=1")
        .await?;
    let comparison = page.comparison(0).await?;
    ensure!(comparison["months"]["overtakings"] == json!([{ "month": "9", "ahead": "contract" }]), "{comparison}");
    ensure!(comparison["quote"]["gigs"]["priceKeeping"] == json!("500.00"), "{comparison}");
    ensure!(comparison["quote"]["hourly"]["week"] == json!("266.64"), "{comparison}");
    open(page, "months", "contract-payments").await?;
    page.is_filled("months").await?;
    tells(page, "details[data-field=months] > .th-content > p", "From month 9 on the contract has brought more.")
        .await?;
    open(page, "quote", "keep").await?;
    page.is_filled("quote").await?;
    tells(
        page,
        "details[data-field=quote] .th-sides .th-gigs",
        "To keep $12,000.00 of all gigs, ask $500.00 for each.",
    )
    .await?;
    page.click("details[data-field=quote] .th-use").await?;
    page.has_fragment(
        "#contract-price=266.64&contract-duration=10&keep=12000&hourly-rate=22.22&weekly-hours=12&weeks=1",
    )
    .await
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

pub async fn without_the_app_that_counts_more(page: &Page<'_>) -> Result<()> {
    page.open("no-more/").await?;
    page.click("details[data-field=costs] > summary").await?;
    tells(page, "[part=notice]", "This part could not be loaded.").await?;
    // Everything else goes on.
    page.type_into("gigs", "40").await?;
    page.verdict("Many small gigs leave you $2,300.00 more.").await
}
