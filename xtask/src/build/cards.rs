//! What do chats, social networks and editors show for a pasted address? They read tags in the page's head, and an oEmbed document
//! beside it. All addresses in these have to be absolute, so they are written only if the build knows the site's address.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::publish::Published;
use crate::run::root;

/// The picture, 1,200 by 630, which `cargo xtask shots` takes of the example.
const PICTURE: &str = "docs/card.png";
const SIZE: [u32; 2] = [1200, 630];
/// The standalone page: the numbers of its links are in the fragment, which no request for a page contains.
const PAGE: &str = "index.html";
const DOCUMENT: &str = "oembed.json";
/// The frame for editors that make one of an address: in a column of this width, and as high as docs/embedding.md says.
const FRAME: [u32; 2] = [720, 2280];

/// Adds the tags, the picture and the document for a site at an address.
pub fn add(site: &mut Published, address: &str) -> Result<()> {
    let base = base(address)?;
    let page = site.files.get(PAGE).context("the standalone page is published")?;
    let page = String::from_utf8(page.clone())?;
    let title = between(&page, "<title>", "</title>")?.to_owned();
    let about = between(&page, "<meta name=\"description\" content=\"", "\"")?.to_owned();
    let (picture, [width, height]) = (format!("{base}card.png"), SIZE);
    let tags = format!(
        "    <link rel=\"canonical\" href=\"{base}\">\n    <meta property=\"og:type\" content=\"website\">\n    <meta property=\"og:url\" content=\"{base}\">\n\
         \x20   <meta property=\"og:title\" content=\"{title}\">\n    <meta property=\"og:description\" content=\"{about}\">\n\
         \x20   <meta property=\"og:image\" content=\"{picture}\">\n    <meta property=\"og:image:width\" content=\"{width}\">\n\
         \x20   <meta property=\"og:image:height\" content=\"{height}\">\n    <meta name=\"twitter:card\" content=\"summary_large_image\">\n\
         \x20   <link rel=\"alternate\" type=\"application/json+oembed\" href=\"{base}{DOCUMENT}\" title=\"{title}\">\n"
    );
    ensure!(page.matches("  </head>").count() == 1, "{PAGE} needs exactly one `</head>`");
    site.files.insert(PAGE.to_owned(), page.replace("  </head>", &format!("{tags}  </head>")).into_bytes());
    let [frame_width, frame_height] = FRAME;
    let document = json!({
        "version": "1.0",
        "type": "rich",
        "title": plain(&title),
        "provider_name": "Take-home",
        "provider_url": base,
        "thumbnail_url": picture,
        "thumbnail_width": width,
        "thumbnail_height": height,
        "width": frame_width,
        "height": frame_height,
        "html": format!("<iframe src=\"{base}embed/\" title=\"{title}\" width=\"{frame_width}\" height=\"{frame_height}\" style=\"max-width: 100%\" frameborder=\"0\" loading=\"lazy\" allow=\"clipboard-write\"></iframe>"),
    });
    site.files.insert(DOCUMENT.to_owned(), (serde_json::to_string(&document)? + "\n").into_bytes());
    site.files.insert("card.png".to_owned(), fs::read(root().join(PICTURE)).context(PICTURE)?);
    Ok(())
}

/// The address of the site's folder, with a slash at its end.
fn base(address: &str) -> Result<String> {
    let is_plain = !address.contains(|char: char| char.is_whitespace() || "<>\"'&?#".contains(char));
    let is_web =
        ["https://", "http://"].iter().any(|scheme| address.strip_prefix(scheme).is_some_and(|rest| !rest.is_empty()));
    ensure!(is_plain && is_web, "the address of the site is like https://example.org/take-home/, not {address:?}");
    Ok(if address.ends_with('/') { address.to_owned() } else { format!("{address}/") })
}

fn between<'a>(page: &'a str, start: &str, end: &str) -> Result<&'a str> {
    let (_, rest) = page.split_once(start).with_context(|| format!("{PAGE} has no {start}"))?;
    Ok(rest.split_once(end).with_context(|| format!("{PAGE} has no {end}"))?.0)
}

/// A text of the page outside of HTML.
fn plain(html: &str) -> String {
    html.replace("&lt;", "<").replace("&quot;", "\"").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::files::Files;

    #[test]
    fn a_pasted_address_has_a_card() {
        let page = "<head>\n<title>A &amp; b?</title>\n<meta name=\"description\" content=\"About &quot;it&quot;.\">\n  </head>";
        let files = Files::from([(PAGE.to_owned(), page.as_bytes().to_vec())]);
        let mut site = Published { files, ..Published::default() };
        add(&mut site, "https://example.org/take-home").unwrap();
        let page = String::from_utf8(site.files[PAGE].clone()).unwrap();
        for tag in [
            "<meta property=\"og:url\" content=\"https://example.org/take-home/\">",
            "<meta property=\"og:title\" content=\"A &amp; b?\">",
            "<meta property=\"og:description\" content=\"About &quot;it&quot;.\">",
            "<meta property=\"og:image\" content=\"https://example.org/take-home/card.png\">",
            "<meta name=\"twitter:card\" content=\"summary_large_image\">",
            "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"https://example.org/take-home/oembed.json\"",
        ] {
            assert!(page.contains(tag), "{tag} in {page}");
        }
        let document: serde_json::Value = serde_json::from_slice(&site.files[DOCUMENT]).unwrap();
        // The requirements of the specification for a rich document.
        assert_eq!((&document["version"], &document["type"]), (&json!("1.0"), &json!("rich")));
        assert_eq!((&document["width"], &document["height"]), (&json!(720), &json!(2280)));
        assert_eq!(document["title"], "A & b?");
        let html = document["html"].as_str().unwrap();
        assert!(
            html.starts_with("<iframe src=\"https://example.org/take-home/embed/\" title=\"A &amp; b?\""),
            "{html}"
        );
        // Width and height are the first two numbers in the head of a PNG.
        let picture = &site.files["card.png"];
        let number = |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().unwrap());
        assert_eq!([number(16), number(20)], SIZE);
    }

    #[test]
    fn an_address_has_to_be_one() {
        for wrong in
            ["take-home", "https://", "ftp://example.org/", "https://example.org/?a", "https://example.org/\"x"]
        {
            assert!(base(wrong).is_err(), "{wrong}");
        }
        assert_eq!(base("http://localhost:8000/").unwrap(), "http://localhost:8000/");
    }
}
