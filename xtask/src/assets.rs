//! What does the site consist of? One row for each file: its name in the sources, its source, the kind of address under which it is
//! published and so how long it may be cached, when a browser asks for it, whether it works offline, and whether it is inside the
//! single file. Everything else in the build that concerns files is derived from this table.

use std::borrow::Cow;

use Filling::{Example, Table};
use Load::{Embedding, First, Later, Part};
use Source::{File, Made, Page};

/// One file of the site.
#[derive(Clone)]
pub struct Asset {
    /// The name in scripts, pages and style sheets.
    pub name: Cow<'static, str>,
    pub source: Source,
    pub address: Address,
    pub load: Load,
    /// Whether the service worker caches it.
    pub offline: bool,
    /// Whether the single file contains it.
    pub inlined: bool,
}

/// The source of a file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A file of the project.
    File(&'static str),
    /// A page of the project, into which the build writes the example.
    Page(&'static str, Filling),
    /// A stage of the build.
    Made,
}

/// The form in which the example is written into a page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Filling {
    /// The example as HTML, inside the element.
    Example,
    /// The example as a plain table.
    Table,
}

/// The place where a file is published, and how long browsers may cache it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Address {
    /// Beside the pages, under its own name; requested anew each time.
    Root,
    /// In the folder of the loader, under its own name for ever; requested anew each time.
    Stable,
    /// The same, and once more under a name with a hash, for pages that want this very build.
    StableAndPinned,
    /// In the folder of the loader, under a name with a hash of its content; cached for a year.
    Hashed,
}

/// The time when a browser asks for a file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Load {
    /// With the page.
    First,
    /// With the part of the app, or with the scripts, of this name.
    Part(&'static str),
    /// When the reader asks for it, or never.
    Later,
    /// On other people's pages.
    Embedding,
}

/// The kind of a file, by its extension.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Page,
    Script,
    Style,
    Wasm,
    Other,
}

/// The script that pages name.
pub const LOADER: &str = "take-home.js";
/// The output of wasm-bindgen for the app: its script and its Wasm.
pub const APP: [&str; 2] = ["take-home-app.js", "take-home-app_bg.wasm"];
/// The single file.
pub const ONE_FILE: &str = "take-home.html";
/// The example as a picture.
pub const PICTURE: &str = "example.svg";
/// Names and hashes of the pinned scripts.
pub const INTEGRITY: &str = "integrity.json";
/// The names of the functions in Wasm files.
pub const SYMBOLS: &str = "symbols.txt";
/// The service worker.
pub const WORKER: &str = "worker.js";

/// Every file but the app's parts, whose names only the splitter knows.
const ASSETS: [Asset; 30] = [
    root("index.html", Page("index.html", Example), First).offline().inlined(),
    root("embed.html", Page("web/embed.html", Example), Embedding).offline(),
    root("demo.html", Page("web/demo.html", Table), Later),
    root("example.html", Page("web/example.html", Table), Later),
    root(ONE_FILE, Made, Later),
    root(PICTURE, Made, Later),
    root("example.png", File("docs/example.png"), Later),
    root("icon.svg", File("web/icon.svg"), First).offline().inlined(),
    root("manifest.webmanifest", File("web/manifest.webmanifest"), First).offline(),
    root(WORKER, File("web/worker.js"), Later),
    hashed("page.css", File("styles/page.css"), First).offline().inlined(),
    hashed("page.js", File("web/page.js"), First).offline(),
    hashed("save.js", File("web/save.js"), Later).offline(),
    hashed("frame.css", File("styles/frame.css"), Embedding).offline(),
    hashed("frame.js", File("web/frame.js"), Embedding).offline(),
    hashed("demo.css", File("styles/demo.css"), Later),
    pinned(LOADER, File("web/take-home.js"), First).offline().inlined(),
    pinned("resize.js", File("web/resize.js"), Embedding),
    stable(INTEGRITY, Made, Embedding).offline(),
    stable("third-party.txt", File("web/third-party.txt"), Later),
    root("sbom.cdx.json", File("web/sbom.cdx.json"), Later),
    root(SYMBOLS, Made, Later),
    hashed("take-home.css", File("styles/take-home.css"), First).offline().inlined(),
    hashed(APP[0], Made, First).offline().inlined(),
    hashed(APP[1], Made, First).offline().inlined(),
    hashed("take-home-panels.css", File("styles/take-home-panels.css"), Part("answers")).offline().inlined(),
    hashed("take-home-share.js", File("web/take-home-share.js"), Part("share")).offline().inlined(),
    hashed("take-home-share.css", File("styles/take-home-share.css"), Part("share")).offline().inlined(),
    hashed("take-home-books.js", File("web/take-home-books.js"), Part("books")).offline().inlined(),
    hashed("take-home-books.css", File("styles/take-home-books.css"), Part("books")).offline().inlined(),
];

/// The table, with a row for each part of the app.
pub fn all(parts: impl IntoIterator<Item = String>) -> Vec<Asset> {
    let part = |name| Asset { name: Cow::Owned(name), ..hashed("", Made, Later).offline().inlined() };
    ASSETS.into_iter().chain(parts.into_iter().map(part)).collect()
}

const fn root(name: &'static str, source: Source, load: Load) -> Asset {
    asset(name, source, Address::Root, load)
}

const fn stable(name: &'static str, source: Source, load: Load) -> Asset {
    asset(name, source, Address::Stable, load)
}

const fn pinned(name: &'static str, source: Source, load: Load) -> Asset {
    asset(name, source, Address::StableAndPinned, load)
}

const fn hashed(name: &'static str, source: Source, load: Load) -> Asset {
    asset(name, source, Address::Hashed, load)
}

const fn asset(name: &'static str, source: Source, address: Address, load: Load) -> Asset {
    Asset { name: Cow::Borrowed(name), source, address, load, offline: false, inlined: false }
}

impl Kind {
    /// The kind of the file with a name or address.
    pub fn of(name: &str) -> Kind {
        match name.rsplit('.').next() {
            Some("html") => Kind::Page,
            Some("js") => Kind::Script,
            Some("css") => Kind::Style,
            Some("wasm") => Kind::Wasm,
            _ => Kind::Other,
        }
    }

    /// Whether files of this kind mention others, by their names in quotes.
    pub fn mentions_files(self) -> bool {
        matches!(self, Kind::Page | Kind::Script)
    }
}

impl Asset {
    const fn offline(mut self) -> Asset {
        self.offline = true;
        self
    }

    const fn inlined(mut self) -> Asset {
        self.inlined = true;
        self
    }

    /// The kind of the file.
    pub fn kind(&self) -> Kind {
        Kind::of(&self.name)
    }

    /// Its media type, for a `data:` address.
    pub fn media_type(&self) -> &'static str {
        match self.name.rsplit('.').next() {
            Some("js") => "text/javascript",
            Some("css") => "text/css",
            Some("svg") => "image/svg+xml",
            _ => "application/octet-stream",
        }
    }
}
