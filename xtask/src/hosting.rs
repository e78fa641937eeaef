//! What a host needs besides the files: each of them compressed beforehand, and the headers that they are sent with.

use std::fmt::Write as _;
use std::fs;
use std::io::{Read, Write as _};
use std::path::{Path, PathBuf};

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::publish::is_hashed;

/// The headers, in the form that several hosts of static files read.
const HEADERS: &str = "_headers";

/// Under which policy the pages work: nothing but the folder itself, no inline script or style, Wasm.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
                      connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

/// The ends of names of compressed files.
const PACKED: [&str; 2] = ["br", "gz"];

/// Writes the headers, and `.br` and `.gz` beside each file that gets smaller by it.
pub fn write(dist: &Path) -> Result<()> {
    let files = files(dist)?;
    fs::write(dist.join(HEADERS), headers(dist, &files))?;
    for file in files {
        let bytes = fs::read(&file)?;
        let mut gzip = GzEncoder::new(vec![], Compression::best());
        gzip.write_all(&bytes)?;
        for (end, packed) in PACKED.iter().zip([brotli(&bytes)?, gzip.finish()?]) {
            if packed.len() < bytes.len() {
                fs::write(with_end(&file, end), packed)?;
            }
        }
    }
    Ok(())
}

/// All files of a folder, at any depth, but those made from others here.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = vec![];
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let is_made =
            path.ends_with(HEADERS) || path.extension().is_some_and(|end| PACKED.iter().any(|made| end == *made));
        if path.is_dir() {
            files.extend(self::files(&path)?);
        } else if !is_made {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// How many bytes of a file travel, compressed as well as brotli can.
pub fn weight(file: &Path) -> Result<usize> {
    let packed = with_end(file, "br");
    if packed.exists() { Ok(fs::read(packed)?.len()) } else { Ok(brotli(&fs::read(file)?)?.len()) }
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = vec![];
    brotli::CompressorReader::new(bytes, 1 << 16, 11, 22).read_to_end(&mut packed)?;
    Ok(packed)
}

fn with_end(file: &Path, end: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(format!(".{end}"));
    name.into()
}

/// Each file by itself: rules that overlap are added up by some hosts, and by others the last one holds.
fn headers(dist: &Path, files: &[PathBuf]) -> String {
    let mut text = String::new();
    for file in files {
        let name = file.strip_prefix(dist).unwrap_or(file).display().to_string();
        let is_page = file.extension().is_some_and(|end| end == "html");
        // A page, and what pages name, is asked for anew each time, which costs a few bytes where nothing is new.
        let keep = if is_hashed(&name) { "public, max-age=31536000, immutable" } else { "no-cache" };
        // Some hosts answer under a page's name without its end.
        let short =
            name.strip_suffix(".html").map(|stem| if stem == "index" { String::new() } else { stem.to_owned() });
        for address in short.into_iter().chain([name.clone()]) {
            let _ = writeln!(text, "/{address}\n  Cache-Control: {keep}\n  X-Content-Type-Options: nosniff");
            if address.starts_with("v1/") {
                // Articles fetch these from elsewhere.
                let _ =
                    writeln!(text, "  Access-Control-Allow-Origin: *\n  Cross-Origin-Resource-Policy: cross-origin");
            }
            // The one file has its scripts inside.
            if is_page && name != crate::single::FILE {
                // The frame is for everybody, from whatever a page of theirs came.
                let framed = if name == "embed.html" { "" } else { "; frame-ancestors 'self'" };
                let _ = writeln!(text, "  Content-Security-Policy: {POLICY}{framed}");
            }
        }
    }
    text
}
