//! Which snippet embeds the comparison into a page?

use super::export::button;
use super::{Original, With, table};
use crate::html::{Html, el, escape, together};
use engine::scenario::{FeeSource, Field, pairs};
use words::Site;

/// The fixed heights of a frame, full and compact: the calculator on a phone of 360 pixels, after a few changes.
const HEIGHTS: [u32; 2] = [2160, 1050];

/// The additional height if there is a rate to choose or a fee to write.
const ABOVE: u32 = 160;

/// The questions: the site, where the files are, and how they are named.
pub fn controls(original: &Original) -> Html {
    let words = original.page.words;
    let [site, base, shared, pinned] = words.embed_controls();
    let chosen = Site::named(original.with.get("site"));
    let options =
        Site::ALL.map(|site| el!("option", "value" = site.name(), "selected" = site == chosen; words.site(site)));
    let tick = |name: &'static str, label: &'static str| {
        let ticked = !original.with.get(name).is_empty();
        el!("label", "class" = "th-check"; el!("input", "type" = "checkbox", "data-with" = name, "checked" = ticked), label)
    };
    together(vec![
        el!("h2"; words.embed_heading()),
        el!("p"; el!("label"; site, " ", el!("select", "class" = "th-pick", "data-with" = "site"; options.to_vec()))),
        el!("p"; el!("label"; base, " ",
            el!("input", "type" = "url", "class" = "th-text", "data-with" = "base", "spellcheck" = "false",
                "value" = original.with.get("base").to_owned()))),
        el!("div"; tick("shared", shared), tick("pinned", pinned)),
    ])
}

/// The snippet for a `site`, with files at `base`. `shared` is set if readers can share their numbers, `pinned` if
/// files are named with their hash; `take-home` and `resize` then have the name and the hash of each.
pub fn made(original: &Original) -> Html {
    let words = original.page.words;
    let site = Site::named(original.with.get("site"));
    let Some(base) = base(original.with.get("base")) else {
        return el!("p", "class" = "th-note"; words.embed_base());
    };
    let policy = policy(site, &base);
    together(vec![
        el!("p"; words.how(site)),
        el!("pre", "class" = "th-snippet", "tabindex" = "0", "aria-label" = words.snippet(); el!("code"; snippet(original, site, &base))),
        el!("p", "class" = "th-examples"; button("snippet", words.copy_snippet())),
        policy
            .map(|policy| el!("p", "class" = "th-hint"; words.policy(), " ", el!("code"; policy)))
            .unwrap_or_default(),
        el!("p", "class" = "th-hint", "hidden" = !site.takes_element(); words.embed_element()),
        el!("h3"; words.preview()),
    ])
}

/// The address of the folder, with a slash at its end; none if it is invalid.
fn base(text: &str) -> Option<String> {
    let text = text.trim();
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let is_fine = !rest.starts_with('/')
        && !rest.is_empty()
        && !text.contains(|c: char| c.is_whitespace() || "<>\"'?#".contains(c));
    is_fine.then(|| if text.ends_with('/') { text.to_owned() } else { format!("{text}/") })
}

/// What a site's policy has to allow in addition.
fn policy(site: Site, base: &str) -> Option<String> {
    let host = base.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
    Some(match site {
        site if site.takes_element() => format!("script-src {host} 'wasm-unsafe-eval'; connect-src {host}"),
        Site::FrameAndScript => format!("script-src {host}; frame-src {host}"),
        Site::Frame | Site::Address => format!("frame-src {host}"),
        _ => return None,
    })
}

fn snippet(original: &Original, site: Site, base: &str) -> String {
    match site {
        Site::FrameAndScript => format!("{}\n{}", script(&original.with, base, "resize"), frame(original, base)),
        Site::Frame => frame(original, base),
        Site::Address => address(original, base),
        Site::Nothing => format!("{}\n{}", copied(original), invitation(original, base)),
        // The box keeps converters from making paragraphs of the tags, which would end the element before its content.
        _ => format!("<div>\n{}\n{}\n</div>", script(&original.with, base, "take-home"), element(original, base)),
    }
}

/// The script of a name, pinned if the page wants that.
fn script(with: &With, base: &str, name: &'static str) -> String {
    let pinned = if with.get("pinned").is_empty() { None } else { with.get(name).split_once(' ') };
    let src = format!("{base}v1/{}", pinned.map_or(format!("{name}.js"), |(file, _)| file.to_owned()));
    let integrity = pinned.map(|(_, integrity)| integrity.to_owned());
    let anonymous = pinned.map(|_| "anonymous");
    // A module waits for the page anyway.
    let (module, later) = if name == "take-home" { (Some("module"), false) } else { (None, true) };
    el!("script", "type" = module, "async" = later, "src" = src, "integrity" = integrity, "crossorigin" = anonymous)
        .to_text()
}

/// The element with the scenario as its example. Without empty lines, which would end the HTML in Markdown.
fn element(original: &Original, base: &str) -> String {
    let mut attributes = String::new();
    if !original.with.get("shared").is_empty() {
        // As all others with a value, even if it is empty: JSX makes `true` of an attribute without one.
        attributes.push_str(" address=\"\"");
    }
    // The page around it has its own language.
    let given = pairs(original.link).filter(|(name, value)| name != "lang" || value != original.with.get("lang"));
    for (name, value) in given {
        // Escaped for an attribute in quotation marks.
        let mut text = String::new();
        escape(&value, &mut text);
        attributes = format!("{attributes} {name}=\"{text}\"");
    }
    format!("<take-home{attributes}>\n{}\n{}\n</take-home>", copied(original), invitation(original, base))
}

/// The sentence and the table, one row a line.
fn copied(original: &Original) -> String {
    let table = table(original.page.scenario, original.page.comparison, &original.page.words).to_text();
    let mut lines = String::new();
    for piece in table.split_inclusive('>') {
        lines.push_str(piece);
        if BROKEN.iter().any(|end| piece.ends_with(end)) {
            lines.push('\n');
        }
    }
    lines.trim_end().to_owned()
}

/// The tags that end a line.
const BROKEN: [&str; 7] = ["</p>", "<table>", "</caption>", "<thead>", "<tbody>", "</tr>", "</table>"];

fn address(original: &Original, base: &str) -> String {
    format!("{base}embed.html{}", after('?', original.link))
}

/// The link after its sign in an address; nothing if it is empty.
fn after(sign: char, link: &str) -> String {
    if link.is_empty() { String::new() } else { format!("{sign}{link}") }
}

fn frame(original: &Original, base: &str) -> String {
    let [full, compact] = HEIGHTS;
    let height = if original.draft.text(Field::View) == "compact" { compact } else { full };
    let scenario = original.page.scenario;
    let is_higher = scenario.has_open_rate() || scenario.fee_source() == FeeSource::Custom;
    let height = if is_higher { height + ABOVE } else { height };
    let title = original.page.words.frame_title();
    el!(
        "iframe",
        "src" = address(original, base),
        "title" = title,
        "width" = "100%",
        "height" = height.to_string(),
        "loading" = "lazy",
        "frameborder" = "0",
        "allow" = "clipboard-write"
    )
    .to_text()
}

fn invitation(original: &Original, base: &str) -> String {
    el!("p"; el!("a", "href" = format!("{base}{}", after('#', original.link)); original.page.words.invitation()))
        .to_text()
}
