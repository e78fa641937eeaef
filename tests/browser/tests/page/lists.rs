//! Can a reader compare gigs that are not all alike?

use anyhow::{Result, ensure};
use browsers::{Page, wait_for};
use fantoccini::key::Key;

use crate::access::focused;

const YEAR: &str = "20 x 150, 5 x 800 for Acme, 3000 for Acme, 2 x 1500 for 2 clients";
const LINK: &str = "plain/#gig-list=20 x 150, 5 x 800 for Acme, 3000 for Acme, 2 x 1500 for 2 clients";

pub async fn one_is_typed_and_its_prices_are_moved(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.click("[data-field=open][value=list]").await?;
    wait_for("the list", async || page.find("#gig-list").await.map(drop)).await?;
    page.type_into("gig-list", YEAR).await?;
    // 13,700 against 11,250.
    page.verdict("One large contract leaves you $2,450 more.").await?;
    page.reads(".th-listed", "28 gigs for 23 clients, $13,000 in all Change the list").await?;
    page.tells("details[data-field=list] tbody tr:nth-child(3)", "$3,000 Acme $3,000.00 $300.00 $2,700.00").await?;
    page.tells("details[data-field=list] .th-content", "The fee takes the largest share of 20 × $150: 20%.").await?;
    page.tells(
        "details[data-field=list] .th-items",
        "As one contract for one client: you keep $11,800. That is $550 more.",
    )
    .await?;
    // Eleven thousand four hundred, less 150, of each hundred percent.
    page.tells(".th-turn", "21.5% above your list’s prices").await?;
    page.click(".th-turn button[data-field=gig-list-level]").await?;
    page.verdict("Your gigs leave you $1 more.").await?;
    ensure!(page.find("#gig-list-level").await?.prop("value").await?.as_deref() == Some("121.5"));
    page.drag("gig-list-level", 1.0).await?;
    // At one and a half times: 20 × 180, 10,500 − 1,075 of Acme's, 2 × (2,250 − 275).
    page.verdict("Your gigs leave you $3,275 more.").await?;
    // Back to thirty equal ones.
    page.click("button[data-field=gig-list]").await?;
    page.verdict("One large contract leaves you $1,700 more.").await?;
    page.find("#gig-price").await?;
    // And to the list again, with its prices as they were.
    page.click("details[data-field=list] [data-field=bring-back]").await?;
    page.verdict("Your gigs leave you $3,275 more.").await?;
    ensure!(page.find("#gig-list").await?.prop("value").await?.as_deref() == Some(YEAR));
    Ok(())
}

pub async fn one_is_opened_elsewhere(page: &Page<'_>) -> Result<()> {
    page.open(LINK).await?;
    page.verdict("One large contract leaves you $550 more.").await?;
    let comparison = page.comparison(0).await?;
    ensure!(comparison["gigs"]["serviceFee"] == "1750.00", "{comparison}");
    ensure!(comparison["matchingGigPrice"].is_null() && comparison["matchingGigListLevel"] == "104.83", "{comparison}");
    ensure!(comparison["gigLines"][2]["serviceFee"] == "300.00", "{comparison}");
    // Names stay on the page.
    page.open_panel("list").await?;
    page.drag("gig-list-level", 0.5).await?;
    wait_for("a link without names", async || {
        let fragment = page.fragment().await?;
        ensure!(fragment.contains("5%20x%20800%20for%20A,") && !fragment.contains("Acme"), "{fragment}");
        Ok(())
    })
    .await?;
    page.click("#list-names").await?;
    wait_for("a link with names", async || {
        let fragment = page.fragment().await?;
        ensure!(fragment.contains("for%20Acme"), "{fragment}");
        Ok(())
    })
    .await
}

pub async fn an_author_writes_one(page: &Page<'_>) -> Result<()> {
    page.open_empty("plain").await?;
    page.run("document.body.innerHTML = '<take-home gig-list=\"10 x 300\" contract-list=\"2 x 1000 for Acme; 1000 for Berta\">Ten or three.</take-home>'")
        .await?;
    page.is_ready().await?;
    page.verdict("Those jobs leave you $200 more.").await?;
    page.reads(
        ".th-turn",
        "Break-even: for these 8.34% above your list’s prices, or for those 7.4% below your list’s prices.",
    )
    .await?;
    // The others: 1,800 − 50 and 900 − 50 of each hundred percent; 2,700 × 92.6% − 100 is 2,400.20.
    page.run("document.querySelector('take-home').gigList = '10 x 310'").await?;
    page.verdict("Those jobs leave you $120 more.").await
}

pub async fn by_keyboard_and_from_a_spreadsheet(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.run("document.querySelector('take-home').shadowRoot.querySelector('[data-field=open]').focus()").await?;
    page.press(Key::Enter).await?;
    wait_for("the focus in the list", async || {
        let focus = focused(page).await?;
        ensure!(focus.contains("list"), "{focus}");
        Ok(())
    })
    .await?;
    wait_for("the list", async || page.find("#gig-list").await.map(drop)).await?;
    page.run("document.querySelector('take-home').shadowRoot.querySelector('#gig-list').focus()").await?;
    // A column of cells has one line each.
    let enter = char::from(Key::Enter);
    page.keys(&format!("1,200{enter}$ 800{enter}3 x 500.50")).await?;
    // 1,030 + 670 + 3 × 400.45 against 13,700.
    page.verdict("One large contract leaves you $10,798.65 more.").await?;
    page.keys(&format!("{enter}many")).await?;
    page.reads("#gig-list-message", "“many” at character 24 does not fit. Write a price, such as “150” or “20 x 150”.")
        .await?;
    page.verdict("One large contract leaves you $10,798.65 more.").await
}
