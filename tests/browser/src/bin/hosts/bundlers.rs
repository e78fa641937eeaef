//! Does `import "take-home"` work in every bundler, without configuration? Each bundles one page with the package that the build makes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use browsers::{Page, Server, copy};
use serde_json::json;

use crate::article;
use crate::documents::{block, root};
use crate::process::{free_port, run, serve};

/// A project with the package installed: a page, its script, and another page.
fn project(folder: &Path) -> Result<PathBuf> {
    let project = folder.join("project");
    copy(&root().join("target/npm/take-home"), &project.join("node_modules/take-home"))?;
    let snippet = block("embedding.md", "The element", "html")?;
    // The script of the snippet is what the import replaces.
    let tag: Vec<&str> = snippet.lines().filter(|line| !line.starts_with("<script")).collect();
    let tag = tag.join("\n");
    let page = |head: &str, body: &str| {
        format!(
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>An article</title>\n{head}</head>\n<body>\n{body}</body>\n</html>\n"
        )
    };
    let script = "<script type=\"module\" src=\"./main.js\"></script>\n";
    let link = "<a class=\"elsewhere\" href=\"./elsewhere.html\">More</a>\n";
    for (name, text) in [
        (
            "package.json",
            "{ \"private\": true, \"type\": \"module\", \"dependencies\": { \"take-home\": \"*\" } }\n".to_owned(),
        ),
        ("main.js", block("embedding.md", "The package", "js")?),
        ("index.html", page(script, &format!("{tag}\n{link}"))),
        ("elsewhere.html", page("", "<h1>Another</h1>")),
    ] {
        fs::write(project.join(name), text)?;
    }
    Ok(project)
}

/// The bundle's folder with the pages, where a bundler takes only the script.
fn with_pages(project: &Path, bundle: &Path) -> Result<()> {
    for name in ["index.html", "elsewhere.html"] {
        fs::copy(project.join(name), bundle.join(name))?;
    }
    Ok(())
}

/// Serves the bundle and tries it there.
async fn works(page: &Page<'_>, bundle: &Path) -> Result<()> {
    let server = Server::serving(bundle);
    article::works(page, &server.url("plain/some/where/index.html")).await
}

fn script(project: &Path, text: &str) -> Result<Command> {
    let path = project.join("build.mjs");
    fs::write(&path, text)?;
    let mut command = Command::new("node");
    command.arg(path).current_dir(project).env("NODE_ENV", "production");
    Ok(command)
}

/// The bundle, and its server for development, which bundles packages beforehand.
pub async fn vite(page: &Page<'_>, folder: &Path) -> Result<String> {
    let project = project(folder)?;
    let program = crate::npm("vite")?.join("bin/vite.js");
    let pages =
        "export default { base: './', build: { rollupOptions: { input: ['index.html', 'elsewhere.html'] } } };\n";
    fs::write(project.join("vite.config.js"), pages)?;
    run(Command::new("node").arg(&program).arg("build").current_dir(&project))?;
    works(page, &project.join("dist")).await.context("the bundle")?;
    let port = free_port()?;
    let mut command = Command::new("node");
    command.arg(&program).args(["--host", "127.0.0.1", "--port", &port.to_string()]).current_dir(&project);
    let _running = serve(&mut command, port).await?;
    article::works(page, &format!("http://127.0.0.1:{port}/index.html")).await.context("the server")?;
    crate::npm_version("vite")
}

pub async fn webpack(page: &Page<'_>, folder: &Path) -> Result<String> {
    let project = project(folder)?;
    let build = format!(
        "import webpack from {};\nconst compiler = webpack({{ mode: 'production', context: {project}, entry: './main.js',\n\
         output: {{ path: {project} + '/dist', filename: 'main.js', publicPath: 'auto' }} }});\n\
         compiler.run((error, stats) => {{ if (error || stats.hasErrors()) {{ console.error(error ?? stats.toString()); process.exit(1) }} }});\n",
        json!(crate::npm("webpack")?.join("lib/index.js")),
        project = json!(project),
    );
    run(&mut script(&project, &build)?)?;
    with_pages(&project, &project.join("dist"))?;
    works(page, &project.join("dist")).await?;
    crate::npm_version("webpack")
}

pub async fn rollup(page: &Page<'_>, folder: &Path) -> Result<String> {
    let project = project(folder)?;
    let build = format!(
        "import {{ rollup }} from {};\nimport {{ nodeResolve }} from {};\n\
         const bundle = await rollup({{ input: 'main.js', plugins: [nodeResolve()] }});\n\
         await bundle.write({{ dir: 'dist', format: 'es' }});\nawait bundle.close();\n",
        json!(crate::npm("rollup")?.join("dist/es/rollup.js")),
        json!(crate::npm("@rollup/plugin-node-resolve")?.join("dist/es/index.js")),
    );
    run(&mut script(&project, &build)?)?;
    with_pages(&project, &project.join("dist"))?;
    works(page, &project.join("dist")).await?;
    crate::npm_version("rollup")
}

pub async fn esbuild(page: &Page<'_>, folder: &Path) -> Result<String> {
    let project = project(folder)?;
    let program = crate::npm("esbuild")?.join("bin/esbuild");
    run(Command::new(program)
        .args(["main.js", "--bundle", "--minify", "--splitting", "--format=esm", "--outdir=dist"])
        .current_dir(&project))?;
    with_pages(&project, &project.join("dist"))?;
    works(page, &project.join("dist")).await?;
    crate::npm_version("esbuild")
}

pub async fn parcel(page: &Page<'_>, folder: &Path) -> Result<String> {
    let project = project(folder)?;
    let program = crate::npm("parcel")?.join("lib/bin.js");
    run(Command::new("node")
        .arg(program)
        .args(["build", "index.html", "elsewhere.html", "--public-url", "./", "--no-autoinstall", "--no-cache"])
        .env("PARCEL_WORKERS", "1")
        .current_dir(&project))?;
    works(page, &project.join("dist")).await?;
    crate::npm_version("parcel")
}

/// What a CDN makes of the package, all in one file, and the package's own files, on a host that is not the page's.
pub async fn cdn(page: &Page<'_>, folder: &Path) -> Result<String> {
    let project = project(folder)?;
    let package = project.join("cdn/npm/take-home@0.1.0");
    copy(&project.join("node_modules/take-home"), &package)?;
    let build = format!(
        "import {{ rollup }} from {};\n\
         const bundle = await rollup({{ input: 'node_modules/take-home/index.js' }});\n\
         await bundle.write({{ file: {}, format: 'es', inlineDynamicImports: true }});\nawait bundle.close();\n",
        json!(crate::npm("rollup")?.join("dist/es/rollup.js")),
        json!(package.join("+esm")),
    );
    run(&mut script(&project, &build)?)?;
    let port = free_port()?;
    let host = format!(
        "import {{ createServer }} from 'node:http';\nimport {{ readFile }} from 'node:fs/promises';\n\
         createServer(async (request, response) => {{\n\
         \x20 const file = await readFile({} + request.url).catch(() => null);\n\
         \x20 response.writeHead(file ? 200 : 404, {{ 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/javascript' }});\n\
         \x20 response.end(file);\n}}).listen({port}, '127.0.0.1');\n",
        json!(project.join("cdn")),
    );
    let _running = serve(&mut script(&project, &host)?, port).await?;
    let site = project.join("site");
    fs::create_dir_all(&site)?;
    with_pages(&project, &site)?;
    for file in ["+esm", "index.js"] {
        let address = format!("http://127.0.0.1:{port}/npm/take-home@0.1.0/{file}");
        fs::write(site.join("main.js"), format!("import {};\n", json!(address)))?;
        works(page, &site).await.context(file)?;
    }
    crate::npm_version("rollup")
}
