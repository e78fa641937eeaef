//! The page as one file with everything inside, to be opened from a disk.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

/// The file's name.
pub const FILE: &str = "take-home.html";

/// What the loader fetches, as it names it; what stands for it; its kind. The app that counts more is there from the start: nobody
/// waits for it, and the smaller one would be the same once more.
const FILES: [(&str, &str, &str); 10] = [
    ("take-home-app.js", "take-home-more.js", "text/javascript"),
    ("take-home-app_bg.wasm", "take-home-more_bg.wasm", "application/wasm"),
    ("take-home-panels.js", "take-home-panels.js", "text/javascript"),
    ("take-home-panels_bg.wasm", "take-home-panels_bg.wasm", "application/wasm"),
    ("take-home.css", "take-home.css", "text/css"),
    ("take-home-panels.css", "take-home-panels.css", "text/css"),
    ("take-home-copies.js", "take-home-copies.js", "text/javascript"),
    ("take-home-copies.css", "take-home-copies.css", "text/css"),
    ("take-home-more.js", "", ""),
    ("take-home-more_bg.wasm", "", ""),
];

/// What is in it.
pub fn parts() -> impl Iterator<Item = &'static str> {
    let inside = FILES.iter().map(|(_, file, _)| *file).filter(|file| !file.is_empty());
    inside.chain(["index.html", "icon.svg", "page.css", "take-home.js"])
}

/// Writes it from a folder of files that are not published yet. Where it stands there is neither a server nor a newer version, so
/// what the page says of those is left out.
pub fn write(folder: &Path) -> Result<()> {
    let read = |name: &str| fs::read(folder.join(name)).with_context(|| name.to_owned());
    let text = |name: &str| Ok::<_, anyhow::Error>(String::from_utf8(read(name)?)?);
    let mut page = text("index.html")?;
    let mut loader = text("take-home.js")?;
    for (name, file, kind) in FILES {
        let address = match file {
            "" => String::new(),
            file => format!("data:{kind};base64,{}", BASE64_STANDARD.encode(read(file)?)),
        };
        // Quoted as the loader quotes it, so that no name is found in another.
        ensure!(loader.matches(&format!("\"{name}\"")).count() == 1, "the loader names {name} once");
        loader = loader.replace(&format!("\"{name}\""), &format!("\"{address}\""));
    }
    let icon = format!("data:image/svg+xml;base64,{}", BASE64_STANDARD.encode(read("icon.svg")?));
    for (tag, name, replacement) in [
        ("<link", "page.css", format!("<style>{}</style>", text("page.css")?)),
        ("<link", "take-home.css", format!("<style>{}</style>", text("take-home.css")?)),
        ("<link", "icon.svg", format!("<link rel=\"icon\" href=\"{icon}\">")),
        ("<link", "manifest.webmanifest", String::new()),
        ("<script", "page.js", String::new()),
        ("<script", "take-home.js", format!("<script type=\"module\">{loader}</script>")),
        ("<p", "offline", String::new()),
        ("<p", "news", String::new()),
    ] {
        page = with(&page, tag, name, &replacement)?;
    }
    Ok(fs::write(folder.join(FILE), page)?)
}

/// The page with something else in place of the first such element whose attributes have that name.
fn with(page: &str, tag: &str, name: &str, replacement: &str) -> Result<String> {
    for (at, _) in page.match_indices(tag) {
        let opened = page[at..].find('>').with_context(|| format!("{tag} is closed"))? + at + 1;
        if !page[at..opened].contains(name) {
            continue;
        }
        let end = match tag {
            "<script" => page[opened..].find("</script>").map(|length| opened + length + "</script>".len()),
            "<p" => page[opened..].find("</p>").map(|length| opened + length + "</p>".len()),
            _ => Some(opened),
        };
        let end = end.with_context(|| format!("{tag} {name} ends"))?;
        return Ok([&page[..at], replacement, &page[end..]].concat());
    }
    anyhow::bail!("the page has no {tag} that names {name:?}")
}
