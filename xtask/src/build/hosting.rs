//! Which headers does a host send with each file?

use std::fmt::Write as _;

use super::frame;
use super::publish::{FOLDER, Published};
use crate::assets::{Kind, ONE_FILE};

/// The headers, in the form that several hosts of static files read.
pub const HEADERS: &str = "_headers";

/// The policy under which the pages work: nothing but the folder itself, no inline script or style, Wasm.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
                      connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

/// The headers of all files, each file separately: some hosts add up rules that overlap, others use the last one.
pub fn headers(site: &Published) -> String {
    let mut text = String::new();
    for name in site.files.keys() {
        let is_page = Kind::of(name) == Kind::Page;
        // Pages and the files that they name are requested anew each time, which costs a few bytes where nothing is new.
        let keep = if site.immutable.contains(name) { "public, max-age=31536000, immutable" } else { "no-cache" };
        // Some hosts answer under a page's name without its extension.
        let short = name.strip_suffix(".html").map(|stem| stem.strip_suffix("index").unwrap_or(stem));
        for address in short.into_iter().chain([name.as_str()]) {
            let _ = writeln!(text, "/{address}\n  Cache-Control: {keep}\n  X-Content-Type-Options: nosniff");
            if is_for_everybody(name) {
                // Articles fetch these from elsewhere.
                text += "  Access-Control-Allow-Origin: *\n  Cross-Origin-Resource-Policy: cross-origin\n";
            }
            // The single file contains its scripts.
            if is_page && name != ONE_FILE {
                // The frame is for everybody, wherever their page came from, also if that page is isolated.
                let is_frame = frame::is_page(name);
                // In a sandbox without an origin, WebKit takes no address for `'self'`.
                let policy = if is_frame {
                    POLICY.replace("'self'", "'self' http:")
                } else {
                    format!("{POLICY}; frame-ancestors 'self'")
                };
                let _ = writeln!(text, "  Content-Security-Policy: {policy}");
                if is_frame {
                    text +=
                        "  Cross-Origin-Embedder-Policy: require-corp\n  Cross-Origin-Resource-Policy: cross-origin\n";
                }
            }
        }
    }
    text
}

/// Whether other people's pages fetch the file at an address.
fn is_for_everybody(address: &str) -> bool {
    address.strip_prefix(frame::FOLDER).unwrap_or(address).starts_with(FOLDER)
}
