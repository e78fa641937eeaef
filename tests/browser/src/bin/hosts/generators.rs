//! Do the recipes for site generators work? Each builds a small site from its recipe in docs/embedding.md and its files in `integrations/`.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use browsers::{Page, copy, dist};

use crate::documents::{block, blocks, root};
use crate::process::run;
use crate::site::{modules, works, write};

const DOCUMENT: &str = "embedding.md";

/// The files that people copy for a generator.
fn integration(name: &str, to: &Path) -> Result<()> {
    copy(&root().join("integrations").join(name), to)
}

const LAYOUT: [&str; 2] = [
    "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>An article</title></head>\n<body>\n<main>\n",
    "\n</main>\n</body>\n</html>\n",
];

fn layout(content: &str) -> String {
    LAYOUT.join(content)
}

fn front_matter(lines: &str, text: &str) -> String {
    format!("---\n{lines}---\n\n# An article\n\nBefore.\n\n{text}\n\n[More](/elsewhere/)\n")
}

pub async fn hugo(page: &Page<'_>, folder: &Path) -> Result<String> {
    copy(&dist(), &folder.join("static/take-home"))?;
    integration("hugo", folder)?;
    let article = front_matter("title: An article\n", &block(DOCUMENT, "Hugo", "md")?);
    let layout = layout("{{ .Content }}");
    write(
        folder,
        &[
            ("config.toml", "baseURL = \"http://localhost/\"\n"),
            ("content/article.md", &article),
            ("content/elsewhere.md", "---\ntitle: Another\n---\n\nAnother.\n"),
            ("layouts/_default/single.html", &layout),
        ],
    )?;
    run(Command::new("hugo").arg("--quiet").current_dir(folder))?;
    works(page, &folder.join("public"), "article/").await?;
    crate::servers::version(Command::new("hugo").arg("version"))
}

pub async fn jekyll(page: &Page<'_>, folder: &Path) -> Result<String> {
    copy(&dist(), &folder.join("take-home"))?;
    integration("jekyll", folder)?;
    let article = front_matter("layout: default\npermalink: /article/\n", &block(DOCUMENT, "Jekyll", "md")?);
    let layout = layout("{{ content }}");
    write(
        folder,
        &[
            ("_config.yml", "title: Articles\n"),
            ("article.md", &article),
            ("elsewhere.md", "---\nlayout: default\npermalink: /elsewhere/\n---\n\nAnother.\n"),
            ("_layouts/default.html", &layout),
        ],
    )?;
    run(Command::new("jekyll").args(["build", "--quiet"]).current_dir(folder))?;
    works(page, &folder.join("_site"), "article/").await?;
    crate::servers::version(Command::new("jekyll").arg("--version"))
}

pub async fn eleventy(page: &Page<'_>, folder: &Path) -> Result<String> {
    copy(&dist(), &folder.join("take-home"))?;
    integration("eleventy", folder)?;
    modules("@11ty/eleventy", folder)?;
    let article = front_matter("layout: page.html\n", &block(DOCUMENT, "Eleventy", "md")?);
    let layout = layout("{{ content }}");
    write(
        folder,
        &[
            ("package.json", "{ \"type\": \"module\" }\n"),
            ("eleventy.config.js", &block(DOCUMENT, "Eleventy", "js")?),
            ("article.md", &article),
            ("elsewhere.md", "---\nlayout: page.html\n---\n\nAnother.\n"),
            ("_includes/page.html", &layout),
        ],
    )?;
    run(Command::new("node").args(["node_modules/@11ty/eleventy/cmd.cjs", "--quiet"]).current_dir(folder))?;
    works(page, &folder.join("_site"), "article/").await?;
    crate::npm_version("@11ty/eleventy")
}

pub async fn astro(page: &Page<'_>, folder: &Path) -> Result<String> {
    copy(&dist(), &folder.join("public/take-home"))?;
    integration("astro", &folder.join("src/components"))?;
    modules("astro", folder)?;
    let recipe = block(DOCUMENT, "Astro", "astro")?;
    let (head, tag) = recipe.rsplit_once("---\n").context("a front matter")?;
    let article = format!("{head}---\n{}", layout(&format!("{tag}<a href=\"/elsewhere/\">More</a>")));
    write(
        folder,
        &[
            ("package.json", "{ \"type\": \"module\" }\n"),
            ("src/pages/article.astro", &article),
            ("src/pages/elsewhere.astro", &layout("Another.")),
        ],
    )?;
    let mut build = Command::new("node");
    build.args(["node_modules/astro/astro.js", "build"]).env("ASTRO_TELEMETRY_DISABLED", "1").current_dir(folder);
    run(&mut build)?;
    works(page, &folder.join("dist"), "article/").await?;
    crate::npm_version("astro")
}

pub async fn mkdocs(page: &Page<'_>, folder: &Path) -> Result<String> {
    mkdocs_with(page, folder, "").await?;
    crate::servers::version(Command::new("mkdocs").arg("--version"))
}

/// Also with its own router, which puts the next page into this one.
pub async fn material(page: &Page<'_>, folder: &Path) -> Result<String> {
    for (name, features) in [("plain", ""), ("instant", "navigation.instant")] {
        let theme = format!("theme: {{ name: material, font: false, features: [{features}] }}\n");
        mkdocs_with(page, &folder.join(name), &theme).await.context(name)?;
    }
    crate::servers::version(Command::new("dpkg-query").args(["--show", "mkdocs-material"]))
}

async fn mkdocs_with(page: &Page<'_>, folder: &Path, theme: &str) -> Result<()> {
    copy(&dist(), &folder.join("docs/take-home"))?;
    let article = format!("# An article\n\nBefore.\n\n{}\n[More](elsewhere.md)\n", block(DOCUMENT, "MkDocs", "html")?);
    write(
        folder,
        &[
            ("mkdocs.yml", &format!("site_name: Articles\n{theme}")),
            ("docs/index.md", "# Articles\n"),
            ("docs/article.md", &article),
            ("docs/elsewhere.md", "# Another\n"),
        ],
    )?;
    run(Command::new("mkdocs").args(["build", "--quiet"]).current_dir(folder))?;
    works(page, &folder.join("site"), "article/").await
}

pub async fn pelican(page: &Page<'_>, folder: &Path) -> Result<String> {
    copy(&dist(), &folder.join("content/take-home"))?;
    let about = "Title: An article\nDate: 2026-01-01\nSlug: article\n";
    let article = format!("{about}\nBefore.\n\n{}\n[More](/elsewhere.html)\n", block(DOCUMENT, "Pelican", "html")?);
    let configuration = block(DOCUMENT, "Pelican", "python")?;
    write(
        folder,
        &[
            ("pelicanconf.py", &format!("PATH = 'content'\nDEFAULT_LANG = 'en'\nTIMEZONE = 'UTC'\n{configuration}")),
            ("content/article.md", &article),
            ("content/elsewhere.md", "Title: Another\nDate: 2026-01-01\nSlug: elsewhere\n\nAnother.\n"),
        ],
    )?;
    run(Command::new("pelican").args(["--fatal", "errors", "--settings", "pelicanconf.py"]).current_dir(folder))?;
    works(page, &folder.join("output"), "article.html").await?;
    crate::servers::version(Command::new("pelican").arg("--version"))
}

pub async fn next_15(page: &Page<'_>, folder: &Path) -> Result<String> {
    next(page, folder, "next@15").await
}

pub async fn next_16(page: &Page<'_>, folder: &Path) -> Result<String> {
    next(page, folder, "next@16").await
}

async fn next(page: &Page<'_>, folder: &Path, package: &str) -> Result<String> {
    copy(&dist(), &folder.join("public/take-home"))?;
    modules(package, folder)?;
    let tag = element("Docusaurus")?;
    let article = format!(
        "import Link from \"next/link\";\n\nexport default function Article() {{\n  return (\n    <main>\n{tag}\n<Link className=\"elsewhere\" href=\"/elsewhere\">More</Link>\n    </main>\n  );\n}}\n"
    );
    write(
        folder,
        &[
            ("package.json", "{ \"private\": true }\n"),
            ("next.config.mjs", "export default { output: 'export' };\n"),
            ("app/layout.js", &block(DOCUMENT, "Next.js", "js")?),
            ("app/page.js", &article),
            ("app/elsewhere/page.js", "export default function Elsewhere() {\n  return <p>Another.</p>;\n}\n"),
        ],
    )?;
    let mut build = Command::new("node");
    build.args(["node_modules/next/dist/bin/next", "build"]).env("NEXT_TELEMETRY_DISABLED", "1").current_dir(folder);
    run(&mut build)?;
    works(page, &folder.join("out"), "").await?;
    crate::npm_version(package)
}

pub async fn sveltekit(page: &Page<'_>, folder: &Path) -> Result<String> {
    copy(&dist(), &folder.join("static/take-home"))?;
    modules("@sveltejs/adapter-static", folder)?;
    let article = format!("{}<a href=\"/elsewhere\">More</a>\n", element("Docusaurus")?);
    let html = LAYOUT[0].replace("</head>", "%sveltekit.head%</head>") + "<div>%sveltekit.body%</div>" + LAYOUT[1];
    write(
        folder,
        &[
            ("package.json", "{ \"type\": \"module\" }\n"),
            (
                "svelte.config.js",
                "import adapter from '@sveltejs/adapter-static';\nexport default { kit: { adapter: adapter() } };\n",
            ),
            (
                "vite.config.js",
                "import { sveltekit } from '@sveltejs/kit/vite';\nexport default { plugins: [sveltekit()] };\n",
            ),
            ("src/app.html", &html),
            ("src/routes/+layout.svelte", &block(DOCUMENT, "SvelteKit", "svelte")?),
            ("src/routes/+layout.js", "export const prerender = true;\nexport const trailingSlash = 'always';\n"),
            ("src/routes/+page.svelte", &article),
            ("src/routes/elsewhere/+page.svelte", "<p>Another.</p>\n"),
        ],
    )?;
    run(Command::new("node").args(["node_modules/vite/bin/vite.js", "build"]).current_dir(folder))?;
    works(page, &folder.join("build"), "").await?;
    crate::npm_version("@sveltejs/kit")
}

pub async fn docusaurus(page: &Page<'_>, folder: &Path) -> Result<String> {
    copy(&dist(), &folder.join("static/take-home"))?;
    modules("@docusaurus/preset-classic", folder)?;
    let scripts = block(DOCUMENT, "Docusaurus", "js")?;
    let configuration = format!(
        "module.exports = {{\n  title: 'Articles',\n  url: 'http://localhost',\n  baseUrl: '/',\n  trailingSlash: true,\n  {scripts}\n\
         \x20 presets: [['classic', {{ docs: {{ routeBasePath: '/' }}, blog: false, theme: {{}} }}]],\n}};\n"
    );
    let article = format!(
        "---\nslug: /article\n---\n\n# An article\n\n{}\n[More](./elsewhere.md)\n",
        blocks(DOCUMENT, "Docusaurus", "md")?[0]
    );
    write(
        folder,
        &[
            ("package.json", "{ \"private\": true }\n"),
            ("docusaurus.config.js", &configuration),
            ("docs/index.md", "---\nslug: /\n---\n\n# Articles\n"),
            ("docs/article.md", &article),
            ("docs/elsewhere.md", "# Another\n"),
        ],
    )?;
    let mut build = Command::new("node");
    build.args(["node_modules/@docusaurus/core/bin/docusaurus.mjs", "build"]).env("DOCUSAURUS_NO_UPDATE_CHECK", "1");
    run(build.current_dir(folder))?;
    works(page, &folder.join("build"), "article/").await?;
    crate::npm_version("@docusaurus/core")
}

/// The tag as a recipe has it.
fn element(heading: &str) -> Result<String> {
    block(DOCUMENT, heading, "md")
}
