//! Does each snippet of the embed panel work in other people's pages? Each is pasted and tried.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use browsers::{Page, Server, wait_for};
use fantoccini::key::Key;
use serde_json::{Value, json};

/// The snippet for a site, of numbers with a fee of their own.
pub async fn snippet(page: &Page<'_>, site: &str, base: &str, ticked: Option<&str>) -> Result<String> {
    page.snippet("gigs=12&gig-price=250&schedule=upwork-2023&fee=10%25%20%2B%200.30", site, base, ticked).await
}

/// A page on a separate host with a snippet in it.
pub struct Article {
    server: Server,
    folder: PathBuf,
}

impl Article {
    pub fn with(snippet: &str) -> Result<Article> {
        let folder = browsers::scratch()?;
        let page = format!(
            "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>An article</title></head>\n<body>\n<h1>An article</h1>\n\n{snippet}\n\n<p>More.</p>\n</body>\n</html>"
        );
        std::fs::write(folder.join("index.html"), page)?;
        Ok(Article { server: Server::serving(&folder), folder })
    }

    pub async fn open(&self, page: &Page<'_>, fragment: &str) -> Result<()> {
        page.client.goto("about:blank").await?;
        Ok(page.client.goto(&self.server.url(&format!("plain/{fragment}"))).await?)
    }
}

impl Drop for Article {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// What the calculator in the article leaves the gigs: that of the element, or of the one in the frame.
pub async fn leaves(page: &Page<'_>, expected: &str) -> Result<()> {
    wait_for(&format!("the gigs to leave {expected}"), async || {
        let script = "return document.querySelector('take-home')?.comparison?.gigs.takeHome";
        let is_framed = page.run("return document.querySelectorAll('iframe').length").await? == json!(1);
        let left = if is_framed { page.run_in_frame(script).await? } else { page.run(script).await? };
        ensure!(left == json!(expected), "{left}");
        Ok(())
    })
    .await
}

// 12 × (25.00 + 0.30) = 303.60 of 3,000.
pub const LEFT: &str = "2696.40";

pub async fn scripts_in_every_kind_of_site(page: &Page<'_>) -> Result<()> {
    let base = page.server.url("hosted/");
    for site in ["page", "wordpress", "ghost", "markdown"] {
        let snippet = snippet(page, site, &base, None).await?;
        ensure!(!snippet.contains("\n\n"), "an empty line would end it in Markdown: {snippet}");
        ensure!(!snippet.contains(" lang="), "the page has a language of its own: {snippet}");
        let article = Article::with(&snippet)?;
        article.open(page, "").await.context(site)?;
        let fallback = page.run("return document.querySelector('take-home table').textContent").await?;
        ensure!(fallback.as_str().is_some_and(|text| text.contains("$2,696.40")), "{fallback}");
        leaves(page, LEFT).await.context(site)?;
        ensure!(page.heard().await? == json!([]), "{site}: {}", page.heard().await?);
        // A link that a reader passes on opens the article with their numbers.
        article.open(page, "#gigs=10").await?;
        leaves(page, "2247.00").await.context(site)?;
    }
    Ok(())
}

pub async fn one_build_checked_by_its_hash(page: &Page<'_>) -> Result<()> {
    // A copy of the files, so that one of them can become another.
    let folder = crate::offline::copy()?;
    let files = Server::serving(&folder);
    let snippet = snippet(page, "page", &files.url("hosted/"), Some("pinned")).await?;
    ensure!(snippet.contains(" integrity=\"sha384-") && snippet.contains("crossorigin=\"anonymous\""), "{snippet}");
    let article = Article::with(&snippet)?;
    article.open(page, "").await?;
    leaves(page, LEFT).await?;
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    let place = folder.join("v1");
    let name = |part: &str| -> Result<PathBuf> {
        let all = std::fs::read_dir(&place)?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let mut found = all.filter(|name| name.starts_with(part) && name.matches('.').count() == 2);
        Ok(place.join(found.next().context(part.to_owned())?))
    };
    for part in ["take-home-app.", "take-home-app_bg.", "take-home-app"] {
        // Another file under the same name, as a host would send it that somebody broke into; at last the loader itself.
        let file = if part == "take-home-app" { loader(&place, &snippet)? } else { name(part)? };
        let before = std::fs::read(&file)?;
        for packed in ["br", "gz"] {
            let _ = std::fs::remove_file(format!("{}.{packed}", file.display()));
        }
        let changed = if part == "take-home-app_bg." {
            [&before[..], &[0, 2, 1, 97]].concat()
        } else {
            [&before[..], b"\n// changed"].concat()
        };
        std::fs::write(&file, changed)?;
        // A browser keeps what has a hash in its name, so the article names another host.
        let other = Server::serving(&folder);
        let article = Article::with(&snippet.replace(&files.url(""), &other.url("")))?;
        article.open(page, "").await?;
        wait_for("the example to stay", async || {
            let state = page
                .run("const e = document.querySelector('take-home'); return [Boolean(e.comparison), e.shadowRoot?.textContent ?? '', e.querySelector('table').checkVisibility()]")
                .await?;
            let is_told = state[1].as_str().is_some_and(|text| text.contains("could not start")) || part == "take-home-app";
            ensure!(state[0] == json!(false) && is_told && state[2] == json!(true), "{part}: {state}");
            Ok(())
        })
        .await?;
        std::fs::write(&file, before)?;
    }
    Ok(std::fs::remove_dir_all(folder)?)
}

/// The file of the loader that a snippet names.
fn loader(place: &Path, snippet: &str) -> Result<PathBuf> {
    let name = snippet.split("v1/").nth(1).and_then(|rest| rest.split('"').next()).context("a name")?;
    Ok(place.join(name))
}

pub async fn frames_and_a_script(page: &Page<'_>) -> Result<()> {
    let snippet = snippet(page, "frame-and-script", &page.server.url("hosted/"), None).await?;
    ensure!(snippet.contains("resize.js") && snippet.contains(" title=\""), "{snippet}");
    let article = Article::with(&snippet)?;
    // A link to the article with a reader's numbers.
    article.open(page, "#gigs=10").await?;
    leaves(page, "2247.00").await?;
    crate::frame::fits(page).await?;
    // And one that leads back there.
    page.run_in_frame(
        "window.copied = '';
         Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text } } });
         document.querySelector('take-home').shadowRoot.querySelector('[data-share=link]').click()",
    )
    .await?;
    let copied = wait_for("the link", async || {
        let copied = page.run_in_frame("return window.copied").await?;
        ensure!(copied != json!(""), "nothing yet");
        Ok(copied)
    })
    .await?;
    ensure!(copied == json!(article.server.url("plain/#gigs=10")), "it leads to the article");
    Ok(())
}

pub async fn frames_alone_and_addresses(page: &Page<'_>) -> Result<()> {
    let frame = snippet(page, "frame", &page.server.url("hosted/"), None).await?;
    ensure!(!frame.contains("<script"), "{frame}");
    let article = Article::with(&frame)?;
    article.open(page, "").await?;
    leaves(page, LEFT).await?;
    // Nothing is cut off, and there is no large hole, however wide the column is.
    for width in [312, 360, 640, 960] {
        page.run(&format!("document.querySelector('iframe').parentNode.style.width = '{width}px'")).await?;
        // The picture of the fee comes a moment later than the answer.
        wait_for("the frame to be filled", async || {
            let outer = page.run("return document.querySelector('iframe').clientHeight").await?;
            let size = page
                .run_in_frame("const { width, height } = document.querySelector('take-home').getBoundingClientRect(); return [width, Math.ceil(height)]")
                .await?;
            let left = outer.as_i64().context("a height")? - size[1].as_i64().context("a height")?;
            ensure!(size[0] == json!(width) && (0..550).contains(&left), "{left} of {outer} are left at {size}");
            Ok(())
        })
        .await?;
    }
    // What other sites make a frame of.
    let address = snippet(page, "address", &page.server.url("hosted/"), None).await?;
    page.client.goto(&address).await?;
    page.is_ready().await?;
    leaves(page, LEFT).await
}

pub async fn where_nothing_runs(page: &Page<'_>) -> Result<()> {
    let snippet = snippet(page, "nothing", &page.server.url("hosted/"), None).await?;
    ensure!(
        !snippet.contains("<script") && !snippet.contains("take-home>") && !snippet.contains(" class="),
        "{snippet}"
    );
    let article = Article::with(&snippet)?;
    article.open(page, "").await?;
    let text: Value = page.run("return [document.body.innerText.replaceAll('\\u00a0', ' '), document.querySelector('a:last-of-type').href]").await?;
    ensure!(text[0].as_str().is_some_and(|text| text.contains("$2,696.40")), "{text}");
    let link = page.run("return [...document.querySelectorAll('a')].at(-1).href").await?;
    page.client.goto(link.as_str().context("an address")?).await?;
    page.is_ready().await?;
    leaves(page, LEFT).await
}

pub async fn in_colours_and_a_size_of_the_authors_choice(page: &Page<'_>) -> Result<()> {
    let base = page.server.url("hosted/");
    for site in ["page", "frame"] {
        snippet(page, site, &base, None).await?;
        page.find("[data-share=theme]").await?.select_by_value("dark").await?;
        page.find("[data-share=size]").await?.select_by_value("compact").await?;
        let snippet = wait_for("the choices in the snippet", async || {
            let text = page.find(".th-share pre").await?.prop("textContent").await?.context("a text")?;
            ensure!(text.contains("theme") && text.contains("dark") && text.contains("compact"), "{text}");
            Ok(text)
        })
        .await?;
        // What another kind of site cannot use is not asked for there, and comes back with the site.
        page.find("[data-share=site]").await?.select_by_value("nothing").await?;
        wait_for("fewer questions", async || {
            let asked = "return [...document.querySelector('take-home').shadowRoot.querySelectorAll('.th-share [data-share]')].map(({ dataset }) => dataset.share)";
            let asked = page.run(asked).await?;
            ensure!(asked == json!(["site", "base", "snippet"]), "{asked}");
            Ok(())
        })
        .await?;
        page.find("[data-share=site]").await?.select_by_value(site).await?;
        wait_for("the choices again", async || {
            let theme = page.find("[data-share=theme]").await?.prop("value").await?;
            let text = page.find(".th-share pre").await?.prop("textContent").await?;
            ensure!(theme.as_deref() == Some("dark") && text.as_ref() == Some(&snippet), "{theme:?}: {text:?}");
            Ok(())
        })
        .await?;
        let article = Article::with(&snippet)?;
        article.open(page, "").await?;
        leaves(page, LEFT).await?;
        let looks = "return document.querySelector('take-home').shadowRoot.querySelector('.th').className";
        let looks = if site == "frame" { page.run_in_frame(looks).await? } else { page.run(looks).await? };
        ensure!(looks == json!("th th-dark th-compact"), "{site}: {looks}");
    }
    Ok(())
}

pub async fn an_address_from_the_root_or_of_this_computer(page: &Page<'_>) -> Result<()> {
    page.open("plain/").await?;
    page.press_share("embed").await?;
    // These tests are served from this computer, and the files come from there.
    page.tells(".th-share .th-note", "Only your computer can open this address.").await?;
    let type_address = async |address: &str| {
        page.click("[data-share=base]").await?;
        page.run("document.querySelector('take-home').shadowRoot.querySelector('[data-share=base]').select()").await?;
        page.keys(address).await?;
        page.press(Key::Enter).await
    };
    type_address("/hosted/index.html").await?;
    page.tells(".th-share pre", "src=\"/hosted/v1/take-home.js\"").await?;
    page.tells(".th-share", "script-src 'self' 'wasm-unsafe-eval'").await?;
    type_address("file:///home/").await?;
    page.tells(".th-share .th-note", "This address is a file on your computer.").await?;
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}

pub async fn it_is_previewed(page: &Page<'_>) -> Result<()> {
    page.open("strict/#gigs=12").await?;
    page.run("window.told = []; for (const kind of ['ready', 'change', 'error']) document.addEventListener(kind, () => told.push(kind))").await?;
    page.press_share("embed").await?;
    for (site, inner) in [("page", "take-home"), ("frame", "iframe"), ("address", "iframe"), ("nothing", "table")] {
        wait_for("the panel", async || page.find("[data-share=site]").await.map(drop)).await?;
        page.find("[data-share=site]").await?.select_by_value(site).await?;
        wait_for(site, async || {
            let left = page
                .run(&format!(
                    "const inner = document.querySelector('take-home').shadowRoot.querySelector('.th-preview {inner}');
                     const host = inner.contentDocument?.querySelector('take-home') ?? inner;
                     inner.scrollIntoView();
                     return (host.shadowRoot?.querySelector('.th-side.th-gigs .th-kept') ?? host).textContent"
                ))
                .await?;
            ensure!(left.as_str().is_some_and(|left| left.contains("$4,800")), "{left}");
            Ok(())
        })
        .await?;
    }
    let foreign = page
        .run("return performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !/^data:/.test(name) && !name.startsWith(location.origin))")
        .await?;
    ensure!(foreign == json!([]), "{foreign}");
    ensure!(page.run("return told").await? == json!([]), "the page hears of its own element alone");
    ensure!(page.heard().await? == json!([]), "{}", page.heard().await?);
    Ok(())
}
