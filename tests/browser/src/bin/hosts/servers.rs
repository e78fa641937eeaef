//! Do the servers of docs/hosting.md send what `_headers` says? Each runs with the lines of that document in its usual configuration.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use browsers::{Page, copy, dist};
use serde_json::{Value, json};

use crate::article;
use crate::documents::{block, blocks};
use crate::process::{Running, free_port, run, serve};

const DOCUMENT: &str = "hosting.md";

/// A folder with an article, its frames, and the calculator beside them.
pub fn site(folder: &Path) -> Result<PathBuf> {
    let root = folder.join("site");
    copy(&dist(), &root.join("take-home"))?;
    let [snippet, elsewhere] =
        [block("embedding.md", "The element", "html")?, "<a href=\"elsewhere.html\">More</a>".to_owned()];
    let page = |body: &str| {
        format!(
            "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>An article</title>\n<body>\n{body}\n</body>\n</html>\n"
        )
    };
    // A host may put the article itself into a folder.
    let frame = block("embedding.md", "A frame", "html")?.replace("\"take-home/", "\"/take-home/");
    let files = [
        ("index.html", page(&format!("<h1>An article</h1>\n{snippet}\n{elsewhere}"))),
        ("elsewhere.html", page("<h1>Another</h1>")),
        ("404.html", page("<h1>Not found</h1>")),
        ("frame.html", page(&frame)),
        ("folder.html", page(&frame.replace("embed.html?", "embed/?"))),
        // What a site has besides, and its own rules for scripts.
        ("own.js", "// Its own script.\n".to_owned()),
    ];
    for (name, text) in files {
        fs::write(root.join(name), text)?;
    }
    Ok(root)
}

/// What a host has to send.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Sends {
    /// All headers, and files that are smaller on the way.
    Everything,
    /// The headers of the file, and its own.
    Headers,
    /// Whatever it likes.
    Anything,
    /// The same, and it takes the slash from the end of a folder's address, from which the standalone page would find its files.
    NoSlash,
}

pub async fn check(page: &Page<'_>, port: u16, sends: Sends) -> Result<()> {
    let address = format!("http://127.0.0.1:{port}");
    article::works(page, &format!("{address}/")).await?;
    for name in ["frame.html", "folder.html"] {
        article::frame_works(page, &format!("{address}/{name}")).await.context(name)?;
    }
    if sends != Sends::NoSlash {
        page.client.goto(&format!("{address}/take-home/")).await?;
        page.is_ready().await.context("the standalone page")?;
    }
    let missing = answer(page, "/take-home/v1/take-home.00000000.js").await?;
    ensure!(missing["status"] == json!(404), "a missing file: {missing}");
    if sends == Sends::Everything {
        let own = answer(page, "/own.js").await?;
        ensure!(own["policy"].is_null() && own["origin"].is_null(), "the site's own files are as they were: {own}");
    }
    if matches!(sends, Sends::Everything | Sends::Headers) {
        all_headers(page, sends).await?;
    }
    Ok(())
}

/// The status and the headers of an address of the site.
pub async fn answer(page: &Page<'_>, path: &str) -> Result<Value> {
    page.run_async(&format!(
        "fetch('{path}', {{ cache: 'no-store' }}).then(({{ status, headers }}) => {{
           const of = (name) => headers.get(name);
           done({{ status, type: of('content-type'), cache: of('cache-control'), sniff: of('x-content-type-options'), vary: of('vary'),
             origin: of('access-control-allow-origin'), resource: of('cross-origin-resource-policy'), encoding: of('content-encoding'),
             embedder: of('cross-origin-embedder-policy'), policy: of('content-security-policy') }});
         }}, (error) => done(String(error)))"
    ))
    .await
}

/// Every file of `_headers` has the headers of `_headers`, a type that browsers take, and is compressed if that helps.
async fn all_headers(page: &Page<'_>, sends: Sends) -> Result<()> {
    let list = fs::read_to_string(dist().join("_headers"))?;
    for rule in list.split("\n/").map(|rule| rule.trim_start_matches('/')) {
        let (name, lines) = rule.split_once('\n').context("headers")?;
        let file = if name.is_empty() || name.ends_with('/') { format!("{name}index.html") } else { name.to_owned() };
        // Under its short name only some hosts know a page.
        if !dist().join(&file).is_file() {
            continue;
        }
        let seen = answer(page, &format!("/take-home/{name}")).await?;
        let expected = |header: &str| {
            let value = lines.lines().filter_map(|line| line.trim().split_once(": ")).find(|(name, _)| *name == header);
            value.map_or(Value::Null, |(_, value)| json!(value))
        };
        for (key, header) in [
            ("cache", "Cache-Control"),
            ("sniff", "X-Content-Type-Options"),
            ("origin", "Access-Control-Allow-Origin"),
            ("resource", "Cross-Origin-Resource-Policy"),
            ("embedder", "Cross-Origin-Embedder-Policy"),
            ("policy", "Content-Security-Policy"),
        ] {
            // Who may have the site's own files is a matter of the host.
            let is_own = sends == Sends::Headers && key == "origin" && expected(header).is_null();
            ensure!(
                is_own || seen[key] == expected(header),
                "{name}: {header} is {}, not {}",
                seen[key],
                expected(header)
            );
        }
        let types: &[&str] = match file.rsplit('.').next().unwrap_or_default() {
            "html" => &["text/html"],
            "js" => &["text/javascript", "application/javascript"],
            "css" => &["text/css"],
            "wasm" => &["application/wasm"],
            "svg" => &["image/svg+xml"],
            _ => &[""],
        };
        let sent = seen["type"].as_str().unwrap_or_default();
        ensure!(types.iter().any(|kind| sent.starts_with(kind)), "{name} has the type {sent:?}");
        // Pictures are small already.
        let length = dist().join(&file).metadata()?.len();
        let packed = dist().join(format!("{file}.br")).metadata().map_or(length, |packed| packed.len());
        if length > 2_000 && packed < length / 2 {
            ensure!(!seen["encoding"].is_null(), "{name} is not compressed: {seen}");
            if sends == Sends::Headers {
                continue;
            }
            let varies = seen["vary"].as_str().unwrap_or_default().to_lowercase();
            ensure!(varies.contains("accept-encoding"), "{name} varies by {varies:?}");
        }
    }
    Ok(())
}

pub async fn nginx(page: &Page<'_>, folder: &Path) -> Result<String> {
    let (root, port) = (site(folder)?, free_port()?);
    let lines = blocks(DOCUMENT, "nginx", "nginx")?;
    let [maps, location] = &lines[..] else { anyhow::bail!("two blocks") };
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {};\n", folder.join(kind).display()))
        .concat();
    let all = format!(
        "daemon off;\npid {0}/pid;\nerror_log {0}/errors;\nevents {{}}\nhttp {{\ninclude /etc/nginx/mime.types;\ndefault_type application/octet-stream;\naccess_log off;\n\
         {temporary}{maps}\nserver {{\nlisten 127.0.0.1:{port};\nroot {1};\nindex index.html;\n\
         location ~* \\.(js|css|png|svg)$ {{ expires 30d; }}\nlocation / {{ try_files $uri $uri/ =404; }}\n{location}\n}}\n}}\n",
        folder.display(),
        root.display(),
    );
    let path = folder.join("nginx.conf");
    fs::write(&path, all)?;
    let _running = serve(readable(folder)?.args(["nginx", "-c"]).arg(&path), port).await?;
    check(page, port, Sends::Everything).await?;
    version(Command::new("nginx").arg("-v"))
}

/// Debian's modules, and those that the document turns on.
pub async fn apache(page: &Page<'_>, folder: &Path) -> Result<String> {
    let root = site(folder)?;
    fs::write(root.join("take-home/.htaccess"), block(DOCUMENT, "Apache", "apache")?)?;
    let load = |name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n");
    for (loads, sends) in
        [(String::new(), Sends::Anything), (["headers", "rewrite"].map(load).concat(), Sends::Everything)]
    {
        let port = free_port()?;
        let all = format!(
            "ServerRoot /etc/apache2\nServerName localhost\nPidFile {0}/pid\nErrorLog {0}/errors\nDefaultRuntimeDir {0}\nUser www-data\nGroup www-data\nListen 127.0.0.1:{port}\n\
             Include mods-enabled/*.load\nInclude mods-enabled/*.conf\n{loads}DocumentRoot {1}\n\
             <Directory {1}>\nAllowOverride All\nRequire all granted\n</Directory>\n",
            folder.display(),
            root.display(),
        );
        let path = folder.join("apache2.conf");
        fs::write(&path, all)?;
        let mut command = readable(folder)?;
        command.args(["apache2", "-D", "FOREGROUND", "-f"]).arg(&path).env("APACHE_RUN_DIR", folder);
        command.env("APACHE_LOG_DIR", folder).env("APACHE_LOCK_DIR", folder).env("APACHE_PID_FILE", folder.join("pid"));
        let _running: Running = serve(&mut command, port).await?;
        check(page, port, sends).await.with_context(|| format!("with {loads:?}"))?;
    }
    version(Command::new("apache2").arg("-v"))
}

pub async fn caddy(page: &Page<'_>, folder: &Path) -> Result<String> {
    let (root, port) = (site(folder)?, free_port()?);
    let all = format!(
        "{{\n\tadmin off\n\tauto_https off\n}}\nhttp://127.0.0.1:{port} {{\n\troot * {}\n\tencode gzip\n{}\n\tfile_server\n}}\n",
        root.display(),
        block(DOCUMENT, "Caddy", "caddy")?,
    );
    let path = folder.join("Caddyfile");
    fs::write(&path, all)?;
    let mut command = Command::new("caddy");
    command.args(["run", "--adapter", "caddyfile", "--config"]).arg(&path).env("HOME", folder);
    let _running = serve(&mut command, port).await?;
    check(page, port, Sends::Everything).await?;
    version(Command::new("caddy").arg("version"))
}

pub async fn lighttpd(page: &Page<'_>, folder: &Path) -> Result<String> {
    let (root, port) = (site(folder)?, free_port()?);
    let all = format!(
        "server.document-root = \"{}\"\nserver.port = {port}\nserver.bind = \"127.0.0.1\"\nserver.errorlog = \"{}/errors\"\nindex-file.names = ( \"index.html\" )\n\
         include_shell \"/usr/share/lighttpd/create-mime.conf.pl\"\n{}\n",
        root.display(),
        folder.display(),
        block(DOCUMENT, "lighttpd", "lighttpd")?,
    );
    let path = folder.join("lighttpd.conf");
    fs::write(&path, all)?;
    let _running = serve(Command::new("lighttpd").args(["-D", "-f"]).arg(&path), port).await?;
    check(page, port, Sends::Everything).await?;
    version(Command::new("lighttpd").arg("-v"))
}

/// A host that redirects `embed.html`, and drops the query as it does.
pub async fn serve_js(page: &Page<'_>, folder: &Path) -> Result<String> {
    let (root, port) = (site(folder)?, free_port()?);
    let program = crate::npm("serve")?.join("build/main.js");
    let mut command = Command::new("node");
    command.arg(program).args(["--no-clipboard", "--listen", &format!("tcp://127.0.0.1:{port}")]).arg(&root);
    let _running = serve(&mut command, port).await?;
    check(page, port, Sends::Anything).await?;
    crate::npm_version("serve")
}

/// A host with a slash at the end of each address, as Firebase's.
pub async fn superstatic(page: &Page<'_>, folder: &Path) -> Result<String> {
    let root = site(folder)?;
    let program = crate::npm("superstatic")?.join("lib/index.js");
    for options in
        ["", "cleanUrls: true, trailingSlash: true", "cleanUrls: true, trailingSlash: false", "trailingSlash: true"]
    {
        let port = free_port()?;
        let script = format!(
            "require({}).server({{ port: {port}, host: '127.0.0.1', cwd: {}, config: {{ public: 'site', {options} }} }}).listen(() => {{}})",
            json!(program),
            json!(root.parent()),
        );
        let _running = serve(Command::new("node").args(["-e", &script]), port).await?;
        let sends = if options.ends_with("trailingSlash: false") { Sends::NoSlash } else { Sends::Anything };
        check(page, port, sends).await.with_context(|| options.to_owned())?;
    }
    crate::npm_version("superstatic")
}

/// The list of headers, moved to the root of a site as the document says.
fn move_headers(root: &Path) -> Result<()> {
    let list = fs::read_to_string(root.join("take-home/_headers"))?;
    let moved = if let Some(rest) = list.strip_prefix('/') {
        format!("/take-home/{}", rest.replace("\n/", "\n/take-home/"))
    } else {
        list
    };
    Ok(fs::write(root.join("_headers"), moved)?)
}

/// Cloudflare's own server of its Pages.
pub async fn cloudflare(page: &Page<'_>, folder: &Path) -> Result<String> {
    let (root, port) = (site(folder)?, free_port()?);
    move_headers(&root)?;
    let program = crate::npm("wrangler")?.join("bin/wrangler.js");
    let mut command = Command::new("node");
    // The date is one that the installed server knows, whatever day it is.
    command.arg(program).args(["pages", "dev", "site", "--compatibility-date", "2026-01-01", "--ip", "127.0.0.1"]);
    command.args(["--port", &port.to_string(), "--inspector-port", "0"]).current_dir(folder);
    command.envs([("CI", "1"), ("WRANGLER_SEND_METRICS", "false"), ("HOME", &*folder.display().to_string())]);
    let _running = serve(&mut command, port).await?;
    check(page, port, Sends::Headers).await?;
    crate::npm_version("wrangler")
}

/// Netlify's reader of the list finds each file with its headers.
pub async fn netlify(_: &Page<'_>, folder: &Path) -> Result<String> {
    let root = site(folder)?;
    move_headers(&root)?;
    let script = folder.join("read.mjs");
    let parser = crate::npm("@netlify/headers-parser")?.join("lib/index.js");
    fs::write(
        &script,
        format!(
            "import {{ parseAllHeaders }} from {};\nconst {{ headers, errors }} = await parseAllHeaders({{ headersFiles: [{}], configHeaders: [], minimal: true }});\n\
             console.log(JSON.stringify({{ headers, errors: errors.map(String) }}));\n",
            json!(parser),
            json!(root.join("_headers")),
        ),
    )?;
    let read: Value = serde_json::from_str(&run(Command::new("node").arg(&script))?)?;
    ensure!(read["errors"] == json!([]), "{read}");
    let rules = read["headers"].as_array().context("rules")?;
    let list = fs::read_to_string(root.join("_headers"))?;
    let mut lines = 0;
    for rule in rules {
        let own = list.split("\n/").find_map(|own| {
            own.trim_start_matches('/').split_once('\n').filter(|(path, _)| rule["for"] == json!(format!("/{path}")))
        });
        let (path, own) = own.with_context(|| format!("{rule} is not in the list"))?;
        for (name, value) in own.lines().filter_map(|line| line.trim().split_once(": ")) {
            ensure!(rule["values"][name] == json!(value), "{path}: {name} is {}", rule["values"][name]);
            lines += 1;
        }
    }
    ensure!(lines == list.lines().filter(|line| line.starts_with(' ')).count(), "all {lines} lines are read");
    crate::npm_version("@netlify/headers-parser")
}

/// A program that may be run by another user reads the folder.
fn readable(folder: &Path) -> Result<Command> {
    run(Command::new("chmod").args(["-R", "a+rX"]).arg(folder))?;
    Ok(Command::new("env"))
}

/// The first version in what a program says of itself.
pub fn version(command: &mut Command) -> Result<String> {
    let said = run(command)?;
    let mut words = said.split(|c: char| !c.is_ascii_digit() && c != '.').map(|word| word.trim_matches('.'));
    Ok(words.find(|word| word.contains('.')).context("a version")?.to_owned())
}
