//! Does the recipe for Ghost work? On a new installation with its database: the snippets of the document and of the panel in HTML cards, with
//! the calculator in the theme and on another host.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use browsers::{Page, copy, dist, wait_for};
use serde_json::{Value, json};

use crate::article;
use crate::database::database;
use crate::documents::{block, blocks};
use crate::process::{free_port, run, serve};

const DOCUMENT: &str = "embedding.md";
/// The theme that a new Ghost shows, and a copy of it with the line of the recipe.
const THEMES: [&str; 2] = ["source", "source-with-script"];
const OWNER: [&str; 2] = ["owner@example.org", "a long secret 4711"];

/// Asks the Admin API as the page of the owner does.
async fn admin(page: &Page<'_>, method: &str, path: &str, body: &Value) -> Result<Value> {
    let answer = page
        .run_async(&format!(
            "fetch('/ghost/api/admin/{path}/', {{ method: '{method}', headers: {{ 'Content-Type': 'application/json' }}, body: JSON.stringify({body}) }})
               .then(async (response) => done([response.ok, await response.text()]), (error) => done([false, String(error)]))"
        ))
        .await?;
    let text = answer[1].as_str().unwrap_or_default();
    ensure!(answer[0] == json!(true), "{method} {path}: {text}");
    // A session is only said to be created.
    Ok(serde_json::from_str(text).unwrap_or_default())
}

/// Publishes HTML cards, and says where.
async fn publish(page: &Page<'_>, title: &str, cards: &[&str]) -> Result<String> {
    let cards: Vec<Value> = cards.iter().map(|html| json!({ "type": "html", "version": 1, "html": html })).collect();
    let text = json!({ "root": { "type": "root", "version": 1, "children": cards, "direction": null, "format": "", "indent": 0 } });
    // Below a post, Ghost shows how the others begin, and these all begin with the example.
    let post = json!({ "title": title, "status": "published", "lexical": text.to_string(), "custom_excerpt": title });
    let published = admin(page, "POST", "posts", &json!({ "posts": [post] })).await?;
    Ok(published["posts"][0]["url"].as_str().context("an address")?.to_owned())
}

/// A theme with the calculator in its assets, and one that also has the script in every page.
fn themes(content: &Path) -> Result<()> {
    let [plain, scripted] = THEMES.map(|name| content.join("themes").join(name));
    copy(&dist(), &plain.join("assets/take-home"))?;
    copy(&plain, &scripted)?;
    let about = fs::read_to_string(scripted.join("package.json"))?;
    let mut about: Value = serde_json::from_str(&about)?;
    about["name"] = json!(THEMES[1]);
    fs::write(scripted.join("package.json"), about.to_string())?;
    let frame = fs::read_to_string(scripted.join("default.hbs"))?;
    let line = block(DOCUMENT, "Ghost", "hbs")?;
    ensure!(frame.contains("{{ghost_head}}"), "the theme's place for scripts: {frame}");
    Ok(fs::write(scripted.join("default.hbs"), frame.replace("{{ghost_head}}", &format!("{line}{{{{ghost_head}}}}")))?)
}

/// Under which address a page has the loader.
async fn loader(page: &Page<'_>) -> Result<String> {
    let address = page.run("return document.querySelector('script[src*=\"v1/take-home.js\"]')?.src").await?;
    Ok(address.as_str().context("the script")?.to_owned())
}

pub async fn ghost(page: &Page<'_>, folder: &Path) -> Result<String> {
    // What the panel writes, before any other host is open.
    let numbers = "gigs=12&gig-price=250&schedule=upwork-2023";
    let panels = page.snippet(numbers, "ghost", "/assets/take-home/", None).await?;
    let (_database, database_port) = database(folder, "ghost").await?;
    let program = crate::npm("ghost")?;
    let content = folder.join("content");
    copy(&program.join("content"), &content)?;
    themes(&content)?;
    let port = free_port()?;
    let address = format!("http://127.0.0.1:{port}");
    let configuration = json!({
        "url": address,
        "server": { "host": "127.0.0.1", "port": port },
        "database": { "client": "mysql", "connection":
            { "host": "127.0.0.1", "port": database_port, "user": "ghost", "password": "x", "database": "ghost" } },
        "paths": { "contentPath": content },
        "mail": { "transport": "Direct" },
        "logging": { "transports": ["stdout"] },
        "privacy": { "useUpdateCheck": false, "useGravatar": false, "useRpcPing": false },
        // There is no mail here to confirm a sign-in with.
        "security": { "staffDeviceVerification": false },
    });
    fs::write(folder.join("config.production.json"), configuration.to_string())?;
    // As Ghost's own installer leaves it.
    std::os::unix::fs::symlink(&program, folder.join("current"))?;
    let node = |script: &Path| {
        let mut command = Command::new("node");
        command.arg(script).env("NODE_ENV", "production").current_dir(folder);
        command
    };
    let migrate = program.join("node_modules/knex-migrator/bin/knex-migrator-migrate");
    run(node(&migrate).arg("--init").arg("--mgpath").arg(&program))?;
    let _running = serve(&mut node(&program.join("index.js")), port).await?;
    wait_for("Ghost", async || {
        page.client.goto(&format!("{address}/")).await?;
        let status = page.run("return performance.getEntriesByType('navigation')[0].responseStatus").await?;
        ensure!(status == json!(200), "{status}");
        Ok(())
    })
    .await?;
    let [email, password] = OWNER;
    let owner = json!({ "name": "Owner", "email": email, "password": password, "blogTitle": "Articles" });
    admin(page, "POST", "authentication/setup", &json!({ "setup": [owner] })).await?;
    admin(page, "POST", "session", &json!({ "username": email, "password": password })).await?;

    let more = "<p><a class=\"elsewhere\" href=\"/elsewhere/\">More</a></p>";
    let cards = blocks(DOCUMENT, "Ghost", "html")?;
    let [whole, element] = &cards[..] else { anyhow::bail!("two cards") };
    let frame = block(DOCUMENT, "A frame", "html")?.replace("\"take-home/", "\"/assets/take-home/");
    publish(page, "Elsewhere", &["<p>Another.</p>"]).await?;
    let documents = publish(page, "The snippet of the document", &[whole, more]).await?;
    let panels = publish(page, "The snippet of the panel", &[&panels, more]).await?;
    let bare = publish(page, "The element alone", &[element, more]).await?;
    let framed = publish(page, "A frame", &[&frame]).await?;

    article::works(page, &documents).await.context("the snippet of the document")?;
    article::works(page, &panels).await.context("the snippet of the panel")?;
    article::frame_works(page, &framed).await.context("the frame")?;
    is_kept_for_a_year(page).await?;
    page.client.goto(&format!("{address}/assets/take-home/")).await?;
    page.is_ready().await.context("the standalone page")?;
    page.client.goto(&format!("{address}/")).await?;
    let feed = page.run_async("fetch('/rss/').then((response) => response.text()).then(done)").await?;
    ensure!(feed.as_str().is_some_and(|feed| feed.contains("Twelve gigs of $250 leave $2,700")), "the feed: {feed}");

    // On another host, by code injection.
    let setting = |value: &str| json!({ "settings": [{ "key": "codeinjection_head", "value": value }] });
    let script = format!("<script type=\"module\" src=\"{}\"></script>", page.server.url("hosted/v1/take-home.js"));
    admin(page, "PUT", "settings", &setting(&script)).await?;
    article::works(page, &bare).await.context("with the script of another host")?;
    admin(page, "PUT", "settings", &setting("")).await?;

    // In the theme, whose upload gives the script another address.
    let mut loaders = vec![];
    for theme in [THEMES[1], THEMES[0], THEMES[1]] {
        admin(page, "PUT", &format!("themes/{theme}/activate"), &json!({})).await?;
        if theme == THEMES[1] {
            article::works(page, &bare).await.context("with the script of the theme")?;
            loaders.push(loader(page).await?);
        }
    }
    ensure!(loaders[0] != loaders[1], "the script has the same address after an update: {loaders:?}");
    crate::npm_version("ghost")
}

/// What the document warns of: browsers may keep the loader for a year. A file that an update has removed is missed nevertheless.
async fn is_kept_for_a_year(page: &Page<'_>) -> Result<()> {
    let kept = page
        .run_async(
            "fetch('/assets/take-home/v1/take-home.js').then(({ headers }) => done(headers.get('cache-control')))",
        )
        .await?;
    ensure!(kept == json!("public, max-age=31536000"), "the loader is kept by {kept}");
    let missing = page
        .run_async("fetch('/assets/take-home/v1/take-home.00000000.js').then(({ status }) => done(status))")
        .await?;
    ensure!(missing == json!(404), "a missing file: {missing}");
    Ok(())
}
