//! How do browsers get the built page?

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;
use http_body_util::{Either, Full};
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::faults::{Faults, Faulty, Reply};

/// The strictest policy under which the page is meant to work.
const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
                      connect-src 'self'; manifest-src 'self'; frame-src 'self'";

/// A policy under which only trusted types become HTML and scripts, and only the policy of the pinned loader makes them.
const TRUSTED: &str = "require-trusted-types-for 'script'; trusted-types take-home-loader";

/// A server of `dist/` and of the test pages, on its own port.
///
/// The first part of a path says how the files are served: `plain`, `strict` (the first policy above), `trusted` (the other one), `no-loader` and
/// `no-wasm` and `no-panels` (that file is missing), `truncated` (Wasm ends half-way), `forbidden` (a policy without Wasm), `later` (the machine's day is one of 2028), `octets` (Wasm without its MIME type), `isolated` (with the headers
/// that make Chromium's clock exact and keep other hosts' files out, and without the script below), `front` (its front page is the answer where there is no file), `clean` (pages have no `.html`, and a redirect drops the query), `hosted` (as a good host does: compressed, with the headers
/// of `dist/`, without that script), `faulty` (see `faults.rs`). Behind it `dist/` lies at any depth, so
/// `/plain/a/b/` is the page under a sub-path; `partners` are scripts of others, from npm; `pages/` beside it are the test pages. Every page first loads a script
/// that keeps what the console hears.
#[derive(Clone)]
pub struct Server {
    port: u16,
    open: watch::Sender<bool>,
    slow: watch::Sender<bool>,
    refused: watch::Sender<Option<String>>,
}

impl Server {
    /// Starts serving.
    ///
    /// # Panics
    ///
    /// When no port can be had.
    pub fn start() -> Server {
        Server::serving(&dist())
    }

    /// Starts serving a folder in place of `dist/`.
    ///
    /// # Panics
    ///
    /// When no port can be had.
    pub fn serving(folder: &Path) -> Server {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        listener.set_nonblocking(true).expect("a listener that does not block");
        let port = listener.local_addr().expect("an address").port();
        let (open, is_open) = watch::channel(true);
        let (slow, is_slow) = watch::channel(false);
        let (refused, is_refused) = watch::channel(None);
        let folder: Arc<Path> = folder.into();
        std::thread::spawn(move || {
            let runtime = Runtime::new().expect("a runtime");
            runtime
                .block_on(serve(listener, is_open, is_slow, is_refused, folder))
                .expect("a listener of the runtime's");
        });
        Server { port, open, slow, refused }
    }

    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}/{path}", self.port)
    }

    /// Whether the part with the panels is on its way, and not there yet.
    pub fn holds_panels(&self, slow: bool) {
        self.slow.send_replace(slow);
    }

    /// Refuses the file of this name, whatever its hash, from now on; without a name, none.
    pub fn refuses(&self, name: Option<&str>) {
        self.refused.send_replace(name.map(str::to_owned));
    }

    /// Whether anybody is answered, as with a network that comes and goes: what is under way ends, too.
    pub fn answers(&self, open: bool) {
        self.open.send_replace(open);
    }
}

async fn serve(
    listener: std::net::TcpListener,
    mut open: watch::Receiver<bool>,
    slow: watch::Receiver<bool>,
    refused: watch::Receiver<Option<String>>,
    folder: Arc<Path>,
) -> Result<()> {
    let listener = TcpListener::from_std(listener)?;
    let mut connections = JoinSet::new();
    let faults = Faults::default();
    loop {
        tokio::select! {
            Ok((stream, _)) = listener.accept() => {
                let (folder, slow, refused) = (Arc::clone(&folder), slow.clone(), refused.clone());
                let faults = faults.clone();
                let answer = move |request: Request<Incoming>| {
                    let (folder, mut slow, faults) = (Arc::clone(&folder), slow.clone(), faults.clone());
                    let is_refused = refused.borrow().as_ref() == Some(&without_hash(request.uri().path()));
                    async move {
                        if is_refused {
                            let refusal = Response::builder().status(503).body(Either::Left(Full::default()));
                            return Ok(refusal.expect("a well-formed answer"));
                        }
                        let path = request.uri().path();
                        if path.strip_prefix("/asked/").is_some_and(|id| faults.is_asked(id)) {
                            return Ok(Response::new(Either::Left(Full::default())));
                        }
                        if let Some(id) = path.strip_prefix("/healed/") {
                            faults.heal(id);
                        }
                        if let Some(case) = Faulty::read(path) {
                            return answer_faultily(&faults, &case, &request, &folder).await;
                        }
                        if without_hash(request.uri().path()).ends_with("take-home-panels.wasm") {
                            let _ = slow.wait_for(|slow| !slow).await;
                        }
                        Ok(answer(path, &request, &folder).map(Either::Left))
                    }
                };
                let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service_fn(answer));
                // Dropped, where nobody is to be answered.
                if *open.borrow() {
                    connections.spawn(connection);
                }
            }
            Ok(()) = open.changed() => if !*open.borrow_and_update() { connections.abort_all() },
            Some(_) = connections.join_next() => {}
        }
    }
}

/// The name of a file of the build, as its sources call it.
fn without_hash(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or_default();
    match name.split('.').collect::<Vec<_>>()[..] {
        [stem, _, end] => format!("{stem}.{end}"),
        _ => name.to_owned(),
    }
}

async fn answer_faultily(
    faults: &Faults,
    case: &Faulty<'_>,
    request: &Request<Incoming>,
    dist: &Path,
) -> io::Result<Response<Reply>> {
    let response = answer(&format!("/plain/{}", case.rest), request, dist);
    let name = without_hash(case.rest);
    // A folder's page.
    let name = if name.is_empty() { "index.html" } else { &name };
    if name == case.file { faults.spoil(case, response).await } else { Ok(response.map(Either::Left)) }
}

fn answer(url: &str, request: &Request<Incoming>, dist: &Path) -> Response<Full<Bytes>> {
    let parts: Vec<&str> = url.split('/').filter(|part| !part.is_empty() && *part != "..").collect();
    let (how, rest) = parts.split_first().unwrap_or((&"", &[]));
    let name = if url.ends_with('/') { "index.html" } else { rest.last().copied().unwrap_or_default() };
    let is_wasm = |stem: &str| name.starts_with(stem) && Path::new(name).extension().is_some_and(|end| end == "wasm");
    let missing = match *how {
        "no-loader" => name == "take-home.js",
        "no-wasm" => is_wasm("take-home-app"),
        "no-panels" => is_wasm("take-home-panels"),
        _ => false,
    };
    if *how == "clean"
        && let Some(stem) = url.strip_suffix(".html")
    {
        let response = Response::builder().status(301).header("Location", stem);
        return response.body(Full::default()).expect("a well-formed answer");
    }
    let file = if ["spy.js", "later.js"].contains(how) {
        here().join("pages").join(how)
    } else if *how == "partners" {
        here().join("../../target/partners").join(name)
    } else if rest.contains(&"pages") {
        here().join("pages").join(name)
    } else {
        // The folder lies as deep as it is looked for.
        let at = |from: usize| {
            let path = dist.join(rest[from..].join("/"));
            if url.ends_with('/') || (*how == "clean" && path.is_dir()) { path.join("index.html") } else { path }
        };
        let front = (*how == "front").then(|| dist.join("index.html"));
        (0..=rest.len()).map(at).chain(front).find(|path| path.is_file()).unwrap_or_default()
    };
    let Some(mut bytes) = std::fs::read(&file).ok().filter(|_| !missing) else {
        return Response::builder().status(404).body(Full::default()).expect("a well-formed answer");
    };
    if *how == "truncated" && file.extension().is_some_and(|end| end == "wasm") {
        bytes.truncate(bytes.len() / 2);
    }
    if *how == "hosted" {
        return hosted(request, dist, &file, bytes);
    }
    if mime(&file, how).starts_with("text/html") && *how != "isolated" {
        let later = if *how == "later" { "<script src=\"/later.js\"></script>" } else { "" };
        let scripts = format!("<script src=\"/spy.js\"></script>{later}<meta");
        let page = String::from_utf8_lossy(&bytes).replacen("<meta", &scripts, 1);
        bytes = page.into_bytes();
    }
    let response = Response::builder().header("Content-Type", mime(&file, how)).header("Cache-Control", "no-store");
    let response = match *how {
        "strict" => response.header("Content-Security-Policy", STRICT),
        "trusted" => response.header("Content-Security-Policy", TRUSTED),
        "forbidden" => response.header("Content-Security-Policy", STRICT.replace("'wasm-unsafe-eval'", "")),
        "isolated" => response
            .header("Cross-Origin-Opener-Policy", "same-origin")
            .header("Cross-Origin-Embedder-Policy", "require-corp"),
        _ => response,
    };
    response.body(bytes.into()).expect("a well-formed answer")
}

/// The file as a host sends it that reads the list of headers and has what was compressed beforehand.
fn hosted(request: &Request<Incoming>, dist: &Path, file: &Path, bytes: Vec<u8>) -> Response<Full<Bytes>> {
    let accepted = request.headers().get("Accept-Encoding").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut response = Response::builder().header("Content-Type", mime(file, "hosted"));
    let mut body = bytes;
    for (name, end) in [("br", "br"), ("gzip", "gz")] {
        let packed = std::fs::read(format!("{}.{end}", file.display()));
        if let Ok(packed) = packed
            && accepted.split(',').any(|encoding| encoding.trim() == name)
        {
            response = response.header("Content-Encoding", name).header("Vary", "Accept-Encoding");
            body = packed;
            break;
        }
    }
    let path = file.strip_prefix(dist).map(|path| format!("/{}", path.display())).unwrap_or_default();
    let rules = std::fs::read_to_string(dist.join("_headers")).unwrap_or_default();
    let rule = rules.lines().skip_while(|line| *line != path).skip(1).take_while(|line| line.starts_with(' '));
    for (name, value) in rule.filter_map(|line| line.trim().split_once(": ")) {
        response = response.header(name, value);
    }
    response.body(body.into()).expect("a well-formed answer")
}

/// What is tested.
pub fn dist() -> PathBuf {
    here().join("../../dist")
}

fn here() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn mime(file: &Path, how: &str) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("webmanifest") => "application/manifest+json",
        Some("wasm") if how != "octets" => "application/wasm",
        _ => "application/octet-stream",
    }
}
