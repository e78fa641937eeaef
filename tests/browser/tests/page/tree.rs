//! What do screen readers get? The roles, names and values of each state, in order, as each browser tells them. They are written down in
//! `tests/browser/trees/`; `TREES=write` writes them.

use std::fmt::Write;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use browsers::Page;
use serde_json::Value;

/// Everything that has a role, in order, with its tag and its value; only inside `root`.
const PARTS: &str = "const parts = [];
     const roles = 'h1, h2, h3, [role], button, a[href], input, select, textarea, summary, table, ul, dl, output, pre';
     const value = (element) => {
       const { localName: tag, type } = element;
       if (tag === 'summary') return element.parentElement.open ? 'open' : 'closed';
       if (type === 'checkbox' || type === 'radio') return element.checked ? 'chosen' : 'not chosen';
       if (tag === 'select') return element.selectedOptions[0]?.label ?? '';
       if (element.hasAttribute('aria-expanded')) return element.ariaExpanded === 'true' ? 'open' : 'closed';
       if (element.hasAttribute('aria-invalid')) return `${element.value} (wrong: ${root.querySelector(`#${element.getAttribute('aria-describedby')?.split(' ').at(-1)}`)?.textContent ?? ''})`;
       return element.getAttribute('aria-valuetext') ?? (/^(text|url|range|textarea)$/.test(type ?? '') || tag === 'output' ? element.value : '');
     };
     const root = document.querySelector('take-home').shadowRoot;
     for (const element of root.querySelectorAll('*')) {
       if (element.matches(roles) && element.checkVisibility() && !element.closest('[aria-hidden=true], .th-preview *')) {
         if (!arguments[0] || element.closest(arguments[0])) parts.push([element, element.localName, value(element)]);
       }
     }
     return parts;";

/// The tree inside what a selector finds, or all of it.
async fn tree(page: &Page<'_>, inside: Option<&str>) -> Result<String> {
    let parts = page.client.execute(PARTS, vec![Value::from(inside)]).await?;
    let mut tree = String::new();
    for part in parts.as_array().context("parts")? {
        let [role, name] = page.role_and_name(&part[0]).await?;
        // Browsers have words of their own for these.
        let role = match part[1].as_str().unwrap_or_default() {
            "summary" => "summary".into(),
            "select" => "list".into(),
            "pre" => "text".into(),
            "dl" => "descriptions".into(),
            tag if role.is_empty() || role == "none" || role == "generic" => tag.to_owned(),
            _ => role.to_lowercase(),
        };
        let value = part[2].as_str().unwrap_or_default();
        // WebKit counts a control in a label to the label, and a button for files has words of the browser's.
        let name = name.strip_suffix(value).unwrap_or(&name);
        let name = [" Browse…", " Choose File"]
            .iter()
            .fold(name, |name, words| name.split(words).next().unwrap_or(name))
            .trim();
        // A region that may say something later says nothing; there are more of them once sharing has arrived.
        if role == "status" && name.is_empty() && value.is_empty() {
            continue;
        }
        write!(tree, "{role} {name:?}")?;
        match value {
            "" => writeln!(tree)?,
            value => writeln!(tree, ": {}", value.replace('\u{a0}', " "))?,
        }
    }
    Ok(tree)
}

async fn is_as_written(page: &Page<'_>, state: &str, inside: Option<&str>) -> Result<()> {
    let found = tree(page, inside).await.with_context(|| state.to_owned())?;
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("trees/{state}.txt"));
    if std::env::var("TREES").as_deref() == Ok("write") {
        std::fs::create_dir_all(file.parent().context("a folder")?)?;
        return Ok(std::fs::write(file, found)?);
    }
    let written = std::fs::read_to_string(&file).with_context(|| format!("{}", file.display()))?;
    for (found, written) in found.lines().zip(written.lines()) {
        ensure!(found == written, "{state}: found\n{found}\ninstead of\n{written}");
    }
    ensure!(found == written, "{state}: found {} lines, not {}", found.lines().count(), written.lines().count());
    Ok(())
}

/// A link that counts all there is, so that every panel has its figures.
const EVERYTHING: &str = "plain/#bid-minutes=35&bid-connects=12&connect-price=0.15&gig-hours=8&contract-hours=200\
    &contract-payments=3&contract-duration=3&keep=10000&bad-review=9&non-payment=3&claim=1000&arbitration-fee=291\
    &good-jobs=8&bad-jobs=1&conversion-rate=20&rebuild-months=5&monthly-take-home=5000";

pub async fn the_calculator_reads_as_written(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.questions_answer().await?;
    is_as_written(page, "example", None).await?;
    page.open("plain/#gigs=31&theme=dark").await?;
    page.questions_answer().await?;
    is_as_written(page, "changed", None).await?;
    page.type_into("gigs", "lots").await?;
    page.reads("#gigs-message", "Type a number, such as 30.").await?;
    is_as_written(page, "wrong", Some(".th-body")).await?;
    page.open("plain/#schedule=upwork-2025&gig-rate=12&contract-rate=8&view=compact").await?;
    is_as_written(page, "two-rates-compact", None).await?;
    page.open("plain/#fee=Plus: 10%25; Other: 5%25").await?;
    is_as_written(page, "own-fee", Some(".th-lead")).await?;
    Ok(())
}

pub async fn panels_read_as_written(page: &Page<'_>) -> Result<()> {
    page.open(EVERYTHING).await?;
    for panel in page.panels().await? {
        page.open_panel(&panel).await?;
        is_as_written(page, &format!("panel-{panel}"), Some(&format!("details[data-field={panel}]"))).await?;
        page.click(&format!("details[data-field={panel}] > summary")).await?;
    }
    Ok(())
}

pub async fn sharing_reads_as_written(page: &Page<'_>) -> Result<()> {
    page.open("plain/#gigs=40").await?;
    for part in ["export", "saved", "embed"] {
        page.open_share(part).await?;
        if part == "saved" {
            page.press_share("save").await?;
            page.has_saved().await?;
            page.tells(".th-said", "40 ×").await?;
        }
        if part == "embed" {
            // The port is another one each time.
            page.run("const base = document.querySelector('take-home').shadowRoot.querySelector('[data-share=base]'); base.value = 'https://example.org/'; base.dispatchEvent(new Event('change', { bubbles: true }))").await?;
            page.tells("pre", "https://example.org/").await?;
        }
        is_as_written(page, &format!("share-{part}"), Some(".th-share")).await?;
    }
    page.run("localStorage.clear()").await.map(drop)
}
