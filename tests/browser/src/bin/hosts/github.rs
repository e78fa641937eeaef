//! Does the folder work on GitHub Pages? As its two ways of publishing leave the files, behind a server with its rules.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use browsers::{Page, copy, dist};

use crate::article;
use crate::documents::block;
use crate::process::{Running, free_port, run, serve};
use crate::servers::{Sends, answer, check, site, version};

/// The plugins that GitHub Pages enables and that affect which files are published.
const PLUGINS: [&str; 5] = [
    "jekyll-default-layout",
    "jekyll-optional-front-matter",
    "jekyll-readme-index",
    "jekyll-relative-links",
    "jekyll-titles-from-headings",
];

/// The rules of Pages: its own headers and no others, a folder before a page of that name, pages also without `.html`, and `404.html`.
async fn pages(folder: &Path, root: &Path) -> Result<(Running, u16)> {
    let port = free_port()?;
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {};\n", folder.join(kind).display()))
        .concat();
    let all = format!(
        "daemon off;\npid {0}/pid;\nerror_log {0}/errors;\nevents {{}}\nhttp {{\ninclude /etc/nginx/mime.types;\n\
         types {{ application/manifest+json webmanifest; }}\ndefault_type application/octet-stream;\ncharset utf-8;\naccess_log off;\n\
         {temporary}gzip on;\ngzip_vary on;\ngzip_types text/css text/plain application/javascript application/json application/wasm image/svg+xml;\n\
         server {{\nlisten 127.0.0.1:{port};\nroot {1};\nindex index.html;\nerror_page 404 /404.html;\nexpires 10m;\n\
         add_header Access-Control-Allow-Origin *;\nlocation / {{ try_files $uri $uri/ $uri.html =404; }}\n}}\n}}\n",
        folder.display(),
        root.display(),
    );
    let path = folder.join(format!("nginx-{port}.conf"));
    fs::write(&path, all)?;
    run(Command::new("chmod").args(["-R", "a+rX"]).arg(folder))?;
    Ok((serve(Command::new("nginx").arg("-c").arg(&path), port).await?, port))
}

/// The article, frames and standalone page there, and an article of another host.
async fn works(page: &Page<'_>, folder: &Path, root: &Path) -> Result<()> {
    let (_running, port) = pages(folder, root).await?;
    check(page, port, Sends::Anything).await?;
    let seen = answer(page, "/take-home/embed").await?;
    ensure!(seen["cache"] == "max-age=600" && seen["policy"].is_null(), "the rules of Pages: {seen}");
    for name in ["frame", "folder"] {
        article::frame_works(page, &format!("http://127.0.0.1:{port}/{name}")).await.context(name)?;
    }
    let other = folder.join("other");
    fs::create_dir_all(&other)?;
    let snippet = block("embedding.md", "The element", "html")?;
    let snippet = snippet.replace("\"take-home/", &format!("\"http://127.0.0.1:{port}/take-home/"));
    fs::write(other.join("index.html"), format!("<!doctype html>\n<title>An article</title>\n{snippet}"))?;
    let server = browsers::Server::serving(&other);
    article::works(page, &server.url("plain/")).await.context("an article of another host")
}

/// What the action for uploads takes of a folder: everything but names that begin with a dot.
pub async fn workflow(page: &Page<'_>, folder: &Path) -> Result<String> {
    let (from, to, archive) = (site(folder)?, folder.join("published"), folder.join("artifact.tar"));
    let mut pack = Command::new("tar");
    pack.args(["--dereference", "--hard-dereference", "--exclude=.git", "--exclude=.github", "--exclude=.[^/]*"]);
    run(pack.arg("--directory").arg(&from).arg("-cf").arg(&archive).arg("."))?;
    fs::create_dir_all(&to)?;
    run(Command::new("tar").arg("--directory").arg(&to).arg("-xf").arg(&archive))?;
    run(Command::new("diff").arg("-r").arg(&from).arg(&to)).context("every file is published")?;
    works(page, folder, &to).await?;
    version(Command::new("nginx").arg("-v"))
}

/// What Jekyll makes of a branch: of a site with the folder in it, and of the folder itself.
pub async fn branch(page: &Page<'_>, folder: &Path) -> Result<String> {
    let from = site(folder)?;
    let snippet = block("embedding.md", "The element", "html")?;
    fs::write(from.join("article.md"), format!("# An article\n\nBefore.\n\n{snippet}\n[More](elsewhere.html)\n"))?;
    let published = folder.join("published");
    jekyll(folder, &from, &published)?;
    is_whole(&published.join("take-home")).context("the folder in a site")?;
    works(page, folder, &published).await?;
    {
        let (_running, port) = pages(folder, &published).await?;
        article::works(page, &format!("http://127.0.0.1:{port}/article")).await.context("in Markdown")?;
    }
    let (alone, published) = (folder.join("alone"), folder.join("published-alone"));
    copy(&dist(), &alone)?;
    jekyll(folder, &alone, &published)?;
    is_whole(&published).context("the folder alone")?;
    let (_running, port) = pages(folder, &published).await?;
    page.client.goto(&format!("http://127.0.0.1:{port}/")).await?;
    page.is_ready().await.context("the standalone page")?;
    version(Command::new("jekyll").arg("--version"))
}

/// Builds as Pages does.
fn jekyll(folder: &Path, from: &Path, to: &Path) -> Result<()> {
    let list = PLUGINS.join(", ");
    let configuration = folder.join("pages.yml");
    fs::write(
        &configuration,
        format!("safe: true\nplugins: [{list}]\nwhitelist: [{list}]\nkramdown: {{ input: GFM }}\n"),
    )?;
    let mut build = Command::new("jekyll");
    build.args(["build", "--safe", "--quiet", "--disable-disk-cache", "--config"]).arg(configuration);
    run(build.arg("--source").arg(from).arg("--destination").arg(to)).map(drop)
}

/// Jekyll leaves out the list of headers, which Pages does not read, and changes nothing else.
fn is_whole(published: &Path) -> Result<()> {
    let compared = Command::new("diff").arg("-r").arg(dist()).arg(published).output()?;
    let said = String::from_utf8_lossy(&compared.stdout);
    ensure!(said.trim() == format!("Only in {}: _headers", dist().display()), "Jekyll's copy differs: {said}");
    Ok(())
}
