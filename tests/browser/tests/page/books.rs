//! What happens to the reader's own files?

use anyhow::{Result, ensure};
use browsers::{Page, wait_for};
use fantoccini::key::Key;
use serde_json::json;

const PANEL: &str = "details[data-field=books]";

/// Drops a file of this name and text on the widget.
async fn drop(page: &Page<'_>, name: &str, text: &str) -> Result<()> {
    drop_all(page, &[[name, text]]).await
}

/// Drops files of these names and texts on the widget, all at once.
async fn drop_all(page: &Page<'_>, files: &[[&str; 2]]) -> Result<()> {
    wait_for("a place for files", async || page.find(".th-drop, .th-books").await.map(std::mem::drop)).await?;
    page.run(&format!(
        "const zone = document.querySelector('take-home').shadowRoot.querySelector('.th-drop, .th-books');
         const files = new DataTransfer();
         for (const [name, text] of {}) files.items.add(new File([text], name));
         for (const type of ['dragover', 'drop']) {{
           zone.dispatchEvent(new DragEvent(type, {{ dataTransfer: files, bubbles: true, cancelable: true, composed: true }}));
         }}",
        json!(files)
    ))
    .await?;
    Ok(())
}

/// Chooses something about the file.
async fn choose(page: &Page<'_>, name: &str, value: &str) -> Result<()> {
    page.find(&format!("select[data-books={name}]")).await?.select_by_value(value).await?;
    Ok(())
}

async fn open(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.open_panel("books").await
}

const UPWORK: &str = "Date,Ref ID,Type,Description,Agency,Freelancer,Team,Account Name,PO,Amount,Amount in local currency,Currency,Balance
\"Jan 8, 2024\",700000002,Service Fee,Service Fee for Fixed Price - Ref ID 700000001,,Me,Acme,Acme,,-30.00,,USD,470.00
\"Jan 8, 2024\",700000001,Fixed Price,Invoice for the logo,,Me,Acme,Acme,,300.00,,USD,500.00
\"Mar 3, 2022\",600000004,Service Fee,Service Fee for Fixed Price - Ref ID 600000003,,Me,Berta,Berta,,-55.00,,USD,200.00
\"Mar 3, 2022\",600000003,Fixed Price,Invoice for the site,,Me,Berta,Berta,,200.00,,USD,255.00
\"Mar 2, 2022\",600000002,Service Fee,Service Fee for Hourly - Ref ID 600000001,,Me,Berta,Berta,,-100.00,,USD,55.00
\"Mar 2, 2022\",600000001,Hourly,Invoice for 10 hours,,Me,Berta,Berta,,500.00,,USD,155.00
\"Mar 1, 2022\",500000001,Withdrawal,To my bank,,Me,,,,-90.00,,USD,0.00
";

pub async fn a_file_is_dropped(page: &Page<'_>) -> Result<()> {
    open(page).await?;
    drop_all(page, &[["upwork.csv", UPWORK], ["fiverr.csv", UPWORK]]).await?;
    page.tells(PANEL, "The other file was not read. Open one file at a time.").await?;
    page.tells(PANEL, "3 payments from 2 clients in upwork.csv: $1,000 in all, 2 Mar 2022 to 8 Jan 2024.").await?;
    page.tells(PANEL, "Read as a file from Upwork.").await?;
    page.tells(PANEL, "The fees took $185: 18.5% of $1,000.").await?;
    // 100 of the first 500 for Berta, 20 of the next 200, and 30 of Acme's.
    page.tells(PANEL, "Under Upwork’s published fees, the total would have been $150: $35 less.").await?;
    page.tells(PANEL, "1 fee differs").await?;
    page.tells(PANEL, "Line 5, 3 Mar 2022 20 / 10 / 5%, 2016–2023 $200.00 $55.00 $20.00").await?;
    // Under 10% for all: Acme's 30, and Berta's 120 by the schedule of 2022.
    page.tells(PANEL, "As one contract for each of the 2 clients, the fees would have been $150: $35 less.").await?;
    page.tells(PANEL, "Berta 2 payments $700.00 $155.00 $545.00").await?;
    page.tells(PANEL, "Withdrawn $90.00").await?;
    // A year of it.
    choose(page, "year", "2024").await?;
    page.tells(PANEL, "1 payment from 1 client in upwork.csv: $300 in all, 8 Jan 2024.").await?;
    page.tells(PANEL, "That is what Upwork published, to the cent.").await?;
    choose(page, "year", "").await?;
    page.tells(PANEL, "3 payments").await?;
    // Into the calculator, without names in the address.
    page.click("[data-books=use]").await?;
    page.reads(".th-listed", "3 gigs for 2 clients, $1,000 in all Change the list").await?;
    wait_for("a link without names", async || {
        let fragment = page.fragment().await?;
        ensure!(fragment.ends_with("gig-list=500%20for%20A,%20200%20for%20A,%20300%20for%20B"), "{fragment}");
        ensure!(!fragment.contains("Acme") && !fragment.contains("Berta"), "{fragment}");
        Ok(())
    })
    .await?;
    // The file can be put away.
    page.click("[data-books=close]").await?;
    page.find(".th-drop").await.map(std::mem::drop)
}

pub async fn a_file_is_chosen_and_stopped(page: &Page<'_>) -> Result<()> {
    open(page).await?;
    wait_for("a place for files", async || page.find("[data-books=file]").await.map(std::mem::drop)).await?;
    // Each piece arrives only when the test lets it.
    page.run(
        "const slice = Blob.prototype.slice;
         window.gates = [];
         Blob.prototype.slice = function (...range) {
           const piece = slice.apply(this, range), read = piece.arrayBuffer.bind(piece);
           piece.arrayBuffer = () => new Promise((resolve) => window.gates.push(() => resolve(read())));
           return piece;
         };
         window.choose = (text) => {
           const input = document.querySelector('take-home').shadowRoot.querySelector('[data-books=file]');
           const files = new DataTransfer();
           files.items.add(new File([text], 'chosen.csv'));
           input.files = files.files;
           input.dispatchEvent(new Event('change', { bubbles: true }));
         };
         window.choose('Date,Client,Amount\\n2026-01-31,Acme,500\\n')",
    )
    .await?;
    page.tells(PANEL, "Reading chosen.csv: 0%").await?;
    page.click("[data-books=stop]").await?;
    page.tells(PANEL, "Stopped. Nothing from the file was kept.").await?;
    // What arrives after that is nobody's.
    page.run("for (const gate of window.gates.splice(0)) gate(); setInterval(() => window.gates.splice(0).forEach((gate) => gate()))")
        .await?;
    page.run("window.choose('Date,Client,Amount\\n2026-01-31,Acme,500\\n')").await?;
    page.tells(PANEL, "1 payment from 1 client in chosen.csv: $500 in all, 31 Jan 2026.").await
}

pub async fn any_file_after_its_columns_are_chosen(page: &Page<'_>) -> Result<()> {
    open(page).await?;
    drop(page, "own.csv", "Wann;Wer;Wieviel;Davon weg\n5.1.2026;Acme;1.200,50;100\n6.1.2026;Berta;80,00;8\n").await?;
    page.tells(PANEL, "2 payments from 2 clients in own.csv: $1,280.50 in all, 5 Jan 2026 to 6 Jan 2026.").await?;
    page.click(&format!("{PANEL} details:has(.th-columns) > summary")).await?;
    choose(page, "fee", "3").await?;
    page.tells(PANEL, "The fees took $108: 8.4% of $1,280.50.").await?;
    choose(page, "client", "").await?;
    page.tells(PANEL, "No column says who paid, so we count each payment as a different client’s.").await
}

pub async fn cells_are_pasted_and_typed(page: &Page<'_>) -> Result<()> {
    open(page).await?;
    wait_for("a place for files", async || page.find("[data-books=cells]").await.map(std::mem::drop)).await?;
    // By keyboard: the line, the button, the field.
    page.run("document.querySelector('take-home').shadowRoot.querySelector('[data-books=cells]').focus()").await?;
    let enter = char::from(Key::Enter);
    page.keys(&format!("Acme; 500{enter}Berta; 300{enter}Acme; 200")).await?;
    page.press(Key::Tab).await?;
    page.tells(PANEL, "3 payments from 2 clients in the pasted cells: $1,000 in all, without dates.").await?;
    page.click("[data-books=close]").await?;
    page.run(
        "const cells = document.querySelector('take-home').shadowRoot.querySelector('[data-books=cells]');
         cells.value = '2026-01-31\\tAcme\\t$1,200.50\\n2026-02-01\\tBerta\\t$80\\n2026-02-02\\tAcme\\t$75';
         cells.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))",
    )
    .await?;
    page.tells(PANEL, "3 payments from 2 clients in the pasted cells: $1,355.50 in all, 31 Jan 2026 to 2 Feb 2026.")
        .await?;
    // The field is gone; what follows the focus is the answer.
    let focused = page.run("return document.querySelector('take-home').shadowRoot.activeElement?.localName").await?;
    ensure!(focused == json!("summary"), "the focus is on {focused}");
    Ok(())
}

pub async fn what_is_no_file_of_payments(page: &Page<'_>) -> Result<()> {
    open(page).await?;
    drop(page, "book.xlsx", "PK\u{3}\u{4}0000").await?;
    page.tells(PANEL, "This is an Excel workbook.").await?;
    drop(page, "a.pdf", "%PDF-1.7 0").await?;
    page.tells(PANEL, "This is not a CSV file.").await?;
    drop(page, "broken.csv", "Date,Client,Amount\n2026-01-01,Acme,500\n2026-01-02,\"Berta,300\n2026-01-03,Acme,200\n")
        .await?;
    page.tells(
        PANEL,
        "The file is cut off at line 3: a quotation mark there is never closed, so later lines were not read. Close the quotation mark and try again.",
    )
    .await?;
    page.tells(PANEL, "1 payment from 1 client in broken.csv: $500 in all, 1 Jan 2026.").await?;
    drop(page, "none.csv", "Name,Street\nAcme,Main Street\n").await?;
    page.tells(PANEL, "No payments were found. Check which column is which.").await
}

pub async fn twenty_thousand_rows_do_not_block_the_page(page: &Page<'_>) -> Result<()> {
    open(page).await?;
    wait_for("a place for files", async || page.find(".th-drop").await.map(std::mem::drop)).await?;
    // Frames go on while it is read.
    page.run(
        "const row = (n) => `2026-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')},Client ${n % 300},${100 + (n % 900)}.50,10.00`;
         const text = 'Date,Client,Amount,Fee\\n' + Array.from({ length: 20000 }, (_, n) => row(n)).join('\\n');
         const zone = document.querySelector('take-home').shadowRoot.querySelector('.th-drop');
         const files = new DataTransfer();
         files.items.add(new File([text], 'large.csv'));
         window.turns = 0;
         const turn = () => { window.turns++; setTimeout(turn) };
         turn();
         for (const type of ['dragover', 'drop']) {
           zone.dispatchEvent(new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true, composed: true }));
         }",
    )
    .await?;
    page.tells(PANEL, "20,000 payments from 300 clients in large.csv: $10,930,000 in all").await?;
    let turns = page.run("return window.turns").await?;
    ensure!(turns.as_f64().unwrap_or_default() > 5.0, "{turns}");
    page.tells(PANEL, "A list of gigs has at most 2,000 lines and 10,000 gigs.").await
}
