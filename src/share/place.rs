//! Where are the calculator's files? What an author types as their address, and what a snippet can name.

use engine::scenario::split_at_text;

/// An address of the folder, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Base {
    /// A folder, with a slash at its end.
    Folder {
        /// The address.
        address: String,
        /// Whether only this machine can open it.
        is_local: bool,
    },
    /// A file or folder on a disk, which no reader can open.
    Disk,
    /// Nothing, or no address.
    Invalid,
}

/// Reads an address: of a host, or from the root of the author's own (`/take-home/`). A page or the loader in the folder
/// stands for the folder.
pub fn base(text: &str) -> Base {
    let text = text.trim();
    if text.starts_with("file:") {
        return Base::Disk;
    }
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let is_rooted = text.starts_with('/') && !text.starts_with("//");
    let has_host = rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'));
    let has_strange =
        text.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\'' | '?' | '#' | '\\'));
    if has_strange || !(is_rooted || has_host) {
        return Base::Invalid;
    }
    Base::Folder { address: folder(text), is_local: rest.is_some_and(is_local) }
}

/// The folder of an address: without the name of a page or a script, and without the loader's own folder.
fn folder(text: &str) -> String {
    // The text before `//` is not a folder.
    let inside = |folder: &&str| !folder.ends_with('/');
    let before = text.trim_end_matches(|c| c != '/');
    let name = text.strip_prefix(before).unwrap_or_default();
    let is_file = [".html", ".htm", ".js"].iter().any(|end| name.ends_with(end));
    let named = before.strip_suffix('/').filter(|folder| is_file && inside(folder));
    let folder = named.unwrap_or(text).trim_end_matches('/');
    let folder = folder.strip_suffix("/v1").filter(inside).unwrap_or(folder);
    format!("{folder}/")
}

/// The name of a folder's host in a policy.
pub fn origin(folder: &str) -> String {
    match split_at_text(folder, "//") {
        Some((scheme, rest)) if !folder.starts_with('/') => {
            format!("{scheme}//{}", rest.split('/').next().unwrap_or_default())
        }
        _ => "'self'".into(),
    }
}

/// Whether what follows `https://` is this machine.
fn is_local(rest: &str) -> bool {
    let host = rest.split('/').next().unwrap_or_default();
    let name = host.split(':').next().unwrap_or_default();
    name == "localhost"
        || name == "0.0.0.0"
        || name.ends_with(".localhost")
        || name.starts_with("127.")
        || host.starts_with("[::1]")
}
