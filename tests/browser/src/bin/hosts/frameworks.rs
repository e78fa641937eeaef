//! Does the package work in applications of frameworks, as docs/embedding.md writes them? Each is built by Vite.

use std::path::Path;
use std::process::Command;

use anyhow::Result;
use browsers::{Page, copy};

use crate::documents::{block, root};
use crate::process::run;
use crate::site::{modules, works, write};

const DOCUMENT: [&str; 2] = ["embedding.md", "React, Vue and Svelte"];

fn recipe(kind: &str) -> Result<String> {
    block(DOCUMENT[0], DOCUMENT[1], kind)
}

/// Builds an application from its files, with the packages of one that brings the framework, and tries it.
async fn application(page: &Page<'_>, folder: &Path, package: &str, files: &[(&str, &str)]) -> Result<()> {
    modules(package, folder)?;
    copy(&root().join("target/npm/take-home"), &folder.join("node_modules/take-home"))?;
    let start = files.last().map_or("", |(name, _)| name);
    let html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>An article</title>\n</head>\n<body>\n\
         <div id=\"app\"></div>\n<a class=\"elsewhere\" href=\"./elsewhere.html\">More</a>\n\
         <script type=\"module\" src=\"/{start}\"></script>\n</body>\n</html>\n"
    );
    write(folder, files)?;
    write(
        folder,
        &[
            ("package.json", "{ \"private\": true, \"type\": \"module\" }\n"),
            ("index.html", &html),
            ("public/elsewhere.html", "<!doctype html>\n<title>Another</title>\n<p>Another.</p>\n"),
        ],
    )?;
    let vite = folder.join("node_modules/vite/bin/vite.js");
    let vite = if vite.exists() { vite } else { crate::npm("vite")?.join("bin/vite.js") };
    run(Command::new("node").arg(vite).arg("build").env("NODE_ENV", "production").current_dir(folder))?;
    works(page, &folder.join("dist"), "").await
}

async fn react(page: &Page<'_>, folder: &Path, package: &str) -> Result<String> {
    let start = "import { createElement, StrictMode } from \"react\";\nimport { createRoot } from \"react-dom/client\";\n\
                 import Article from \"./article.jsx\";\n\n\
                 createRoot(document.querySelector(\"#app\")).render(createElement(StrictMode, null, createElement(Article)));\n";
    application(page, folder, package, &[("article.jsx", &recipe("jsx")?), ("main.js", start)]).await?;
    crate::npm_version(package)
}

pub async fn react_18(page: &Page<'_>, folder: &Path) -> Result<String> {
    react(page, folder, "react-dom@18").await
}

pub async fn react_19(page: &Page<'_>, folder: &Path) -> Result<String> {
    react(page, folder, "react-dom@19").await
}

pub async fn vue(page: &Page<'_>, folder: &Path) -> Result<String> {
    let start = "import { createApp } from \"vue\";\nimport Article from \"./article.vue\";\n\ncreateApp(Article).mount(\"#app\");\n";
    let files = [("vite.config.js", recipe("js")?), ("article.vue", recipe("vue")?), ("main.js", start.to_owned())];
    application(page, folder, "@vitejs/plugin-vue", &files.each_ref().map(|(name, text)| (*name, text.as_str())))
        .await?;
    crate::npm_version("vue")
}

pub async fn svelte(page: &Page<'_>, folder: &Path) -> Result<String> {
    let configuration =
        "import { svelte } from \"@sveltejs/vite-plugin-svelte\";\n\nexport default { plugins: [svelte()] };\n";
    let start = "import { mount } from \"svelte\";\nimport Article from \"./article.svelte\";\n\n\
                 mount(Article, { target: document.querySelector(\"#app\") });\n";
    let files = [("vite.config.js", configuration), ("article.svelte", &recipe("svelte")?), ("main.js", start)];
    application(page, folder, "@sveltejs/adapter-static", &files).await?;
    crate::npm_version("svelte")
}
