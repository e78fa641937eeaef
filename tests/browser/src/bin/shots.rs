//! Screenshots of every state, width and theme in Chromium and Firefox, to be looked at. Run by `cargo xtask shots`.

use anyhow::{Context, Result};
use browsers::{Engine, Page, Server};

/// A name, a path, and whether the working is open.
const STATES: [(&str, &str, bool); 7] = [
    ("example", "plain/", false),
    ("working", "plain/", true),
    ("static", "no-loader/", false),
    ("open-rate", "plain/#schedule=upwork-2025&gig-rate=12&contract-rate=8", false),
    ("own-fee", "plain/#schedule=custom&fee=10%25 at least 5 per contract&gigs=40", true),
    ("level", "plain/#schedule=upwork-2023&same-total", false),
    ("damaged", "plain/#gigs=lots&gig-price=99999999.99&contract-price=12345678901.23", false),
];

fn main() -> Result<()> {
    tokio::runtime::Runtime::new()?.block_on(shoot())
}

async fn shoot() -> Result<()> {
    let server = Server::start();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../screenshots");
    std::fs::create_dir_all(&folder)?;
    // WebKit's driver stalls in this run, for a reason not found yet; its page is tested, and looked at by hand.
    for engine in Engine::asked_for().into_iter().filter(|engine| *engine != Engine::WebKit) {
        let session = engine.start().await?;
        let page = Page { client: &session.client, server: &server };
        for (name, path, open) in STATES {
            for (width, theme) in [(1280, "light"), (1280, "dark"), (360, "light"), (360, "dark")] {
                session.client.set_window_size(width.max(500), 1500).await?;
                if path.starts_with("no-loader") {
                    page.open_raw(path).await?;
                } else {
                    page.open(path).await?;
                }
                // Browsers do not make their windows as narrow as a phone, but a page can be.
                page.run(&format!(
                    "document.documentElement.style.colorScheme = '{theme}';
                     if ('{theme}' === 'dark') document.documentElement.style.background = '#101216', document.documentElement.style.color = '#e8eaee';
                     if ({width} < 500) document.body.style.width = '{width}px';
                     document.querySelector('take-home').setAttribute('theme', '{theme}');
                     document.querySelector('take-home > .th')?.classList.replace('th-auto', 'th-{theme}')"
                ))
                .await?;
                if open {
                    page.click("summary").await?;
                }
                let height = page.run("return document.documentElement.scrollHeight").await?;
                let height = u32::try_from(height.as_u64().unwrap_or(1500))?;
                session.client.set_window_size(width.max(500), height + 150).await?;
                page.run("scrollTo(0, 0)").await?;
                let picture = session.client.screenshot().await.context("a screenshot")?;
                let file = folder.join(format!("{name}-{width}-{theme}-{}.png", engine.name()));
                std::fs::write(&file, picture)?;
                println!("{}", file.file_name().unwrap_or_default().display());
            }
        }
    }
    Ok(())
}
