//! Under which addresses does the frame's page work? Hosts serve `embed.html` as `/embed` and `/embed/` as well, redirect from one
//! to another, and some drop what follows the `?` on the way. The folder `embed/` has the page under the names that are not
//! redirected.
//!
//! A host may show the folder's page as `/embed/` or as `/embed`, where the same relative address leads to different places. So the
//! page in the folder names its files as `embed.html` does, and the folder has something at these addresses, too.

use anyhow::{Context, Result};

use super::pages::without_preloads;
use super::publish::{FOLDER as FILES, Published};
use crate::assets::Kind;

/// The page, and the folder that contains it once more.
const PAGE: &str = "embed.html";
pub const FOLDER: &str = "embed/";

/// Whether a page is meant for other people's frames.
pub fn is_page(name: &str) -> bool {
    name == PAGE || name.strip_prefix(FOLDER) == Some("index.html")
}

/// Adds the folder with the page and what it names.
pub fn add_folder(site: &mut Published) -> Result<()> {
    let page = site.files.get(PAGE).context("the frame's page is published")?;
    // Files that are fetched early would be fetched from a place where they are not.
    let page = without_preloads(str::from_utf8(page)?);
    for quoted in page.split('"').filter(|quoted| quoted.starts_with(FILES)) {
        let file = site.files.get(quoted).with_context(|| format!("{PAGE} names {quoted}"))?;
        let is_module = page.contains(&format!("type=\"module\" src=\"{quoted}\""));
        let there = match Kind::of(quoted) {
            Kind::Style => format!("@import \"../../{quoted}\";\n").into_bytes(),
            Kind::Script if is_module => format!("import \"../../{quoted}\";\n").into_bytes(),
            // Another script imports nothing, so it is there itself.
            Kind::Page | Kind::Script | Kind::Wasm | Kind::Other => file.clone(),
        };
        let address = format!("{FOLDER}{quoted}");
        if site.immutable.contains(quoted) {
            site.immutable.insert(address.clone());
        }
        site.files.insert(address, there);
    }
    site.files.insert(format!("{FOLDER}index.html"), page.into_bytes());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::files::Files;

    #[test]
    fn the_folder_has_what_its_page_names() {
        let page = "<link rel=\"stylesheet\" href=\"v1/a.0.css\">\n<link rel=\"preload\" href=\"v1/a.wasm\">\n\
                    <script defer src=\"v1/f.js\"></script>\n<script type=\"module\" src=\"v1/t.js\"></script>\n";
        let file = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
        let files =
            [file(PAGE, page), file("v1/a.0.css", "p{}"), file("v1/f.js", "frame()"), file("v1/t.js", "load()")];
        let mut site = Published { files: Files::from(files), ..Published::default() };
        site.immutable.insert("v1/a.0.css".to_owned());
        add_folder(&mut site).unwrap();
        let text = |name: &str| String::from_utf8(site.files[name].clone()).unwrap();
        assert_eq!(text("embed/v1/a.0.css"), "@import \"../../v1/a.0.css\";\n");
        assert_eq!(text("embed/v1/f.js"), "frame()");
        assert_eq!(text("embed/v1/t.js"), "import \"../../v1/t.js\";\n");
        assert!(!text("embed/index.html").contains("wasm"), "{}", text("embed/index.html"));
        assert!(site.immutable.contains("embed/v1/a.0.css") && !site.immutable.contains("embed/v1/t.js"));
        assert!(is_page("embed/index.html") && is_page(PAGE) && !is_page("index.html"));
    }
}
