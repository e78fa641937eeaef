use std::path::{Path, PathBuf};
use std::sync::Arc;

use tiny_http::{Header, Request, Response};

/// The strictest policy under which the page is meant to work.
const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
                      connect-src 'self'";

/// A server of `dist/` and of the test pages, on a port of its own.
///
/// The first part of a path says how the files are served: `plain`, `strict` (the policy above), `no-loader` and
/// `no-wasm`, `no-more` and `no-panels` (that file is missing), `later` (the machine's day is one of 2028), `octets` (Wasm without its MIME type), `isolated` (for measuring: with the headers
/// that make Chromium's clock exact, and without the script below). Behind it `dist/` lies at any depth, so
/// `/plain/a/b/` is the page under a sub-path; `pages/` beside it are the test pages. Every page first loads a script
/// that keeps what the console hears.
pub struct Server {
    address: String,
}

impl Server {
    /// Starts serving.
    ///
    /// # Panics
    ///
    /// When no port can be had.
    pub fn start() -> Server {
        let server = Arc::new(tiny_http::Server::http("127.0.0.1:0").expect("a port"));
        let address = format!("http://{}", server.server_addr());
        for _ in 0..4 {
            let server = Arc::clone(&server);
            std::thread::spawn(move || {
                for request in server.incoming_requests() {
                    // A browser that has gone away is no failure of the server's.
                    let _ = answer(request);
                }
            });
        }
        Server { address }
    }

    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("{}/{path}", self.address)
    }
}

fn answer(request: Request) -> std::io::Result<()> {
    let url = request.url().split(['?', '#']).next().unwrap_or_default().to_owned();
    let parts: Vec<&str> = url.split('/').filter(|part| !part.is_empty() && *part != "..").collect();
    let (how, rest) = parts.split_first().unwrap_or((&"", &[]));
    let name = if url.ends_with('/') { "index.html" } else { rest.last().copied().unwrap_or_default() };
    let is_wasm = |stem: &str| name.starts_with(&format!("{stem}_bg."));
    let missing = match *how {
        "no-loader" => name == "take-home.js",
        "no-wasm" => is_wasm("take-home-app"),
        "no-more" => is_wasm("take-home-more"),
        "no-panels" => is_wasm("take-home-panels"),
        _ => false,
    };
    let file = if ["spy.js", "later.js"].contains(how) {
        here().join("pages").join(how)
    } else if rest.contains(&"pages") {
        here().join("pages").join(name)
    } else {
        // The folder lies as deep as it is looked for.
        let dist = here().join("../../dist");
        let at = |from: usize| {
            let path = dist.join(rest[from..].join("/"));
            if url.ends_with('/') { path.join("index.html") } else { path }
        };
        (0..=rest.len()).map(at).find(|path| path.is_file()).unwrap_or_default()
    };
    let Some(mut bytes) = std::fs::read(&file).ok().filter(|_| !missing) else {
        return request.respond(Response::empty(404));
    };
    if mime(&file, how).starts_with("text/html") && *how != "isolated" {
        let later = if *how == "later" { "<script src=\"/later.js\"></script>" } else { "" };
        let scripts = format!("<script src=\"/spy.js\"></script>{later}<meta");
        let page = String::from_utf8_lossy(&bytes).replacen("<meta", &scripts, 1);
        bytes = page.into_bytes();
    }
    let mut response = Response::from_data(bytes).with_header(header("Content-Type", mime(&file, how)));
    if *how == "strict" {
        response.add_header(header("Content-Security-Policy", STRICT));
    }
    if *how == "isolated" {
        response.add_header(header("Cross-Origin-Opener-Policy", "same-origin"));
        response.add_header(header("Cross-Origin-Embedder-Policy", "require-corp"));
    }
    response.add_header(header("Cache-Control", "no-store"));
    request.respond(response)
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
        Some("wasm") if how != "octets" => "application/wasm",
        _ => "application/octet-stream",
    }
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("a well-formed header")
}
