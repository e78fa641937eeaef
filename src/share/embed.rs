//! How does an author embed the comparison? The questions that matter for the site, and the snippet that follows from them.

use super::Original;
use super::choices::Embed;
use super::controls::{button, list, tick};
use super::place::{Base, base, origin};
use super::snippet::{preview, snippet};
use crate::html::{Html, el, filled, several};
use words::{Site, Size, Theme};

/// The snippet; none without an address that it can name.
pub fn chosen_snippet(original: &Original, embed: &Embed) -> Option<String> {
    embed.folder().map(|folder| snippet(original, embed, &folder))
}

/// The questions that matter for the chosen site, and the snippet.
pub fn embed(original: &Original, embed: &Embed) -> Html {
    let words = original.words;
    let [where_to, address, shared, pinned, colours, extent] = words.embed_controls();
    let sites = Site::ALL.map(|site| (site.name(), words.site(site)));
    let themes = Theme::ALL.map(|theme| (theme.name(), words.embed_theme(theme, embed.site)));
    let looks = if embed.site.has_looks() {
        let all = Size::ALL.map(|size| (size.name(), words.embed_size(size)));
        el!("p", "class" = "th-examples";
            list("theme", colours, embed.theme.name(), &themes), list("size", extent, embed.size.name(), &all))
    } else {
        Html::default()
    };
    let input = el!(
        "input",
        "type" = "text",
        "inputmode" = "url",
        "class" = "th-text",
        "data-share" = "base",
        "spellcheck" = "false"
    );
    several![
        el!("h2"; words.embed_heading()),
        el!("p"; list("site", where_to, embed.site.name(), &sites)),
        el!("p"; el!("label"; address, " ", filled(input, embed.typed.clone()))),
        el!("p", "class" = "th-hint"; words.embed_folder()),
        looks,
        el!("div";
            embed.site.takes_element().then(|| tick("shared", shared, embed.is_shared)),
            embed.site.takes_script().then(|| tick("pinned", pinned, embed.is_pinned))),
        made(original, embed),
    ]
}

/// The snippet, and what goes with it; without an address, what is wrong with it.
fn made(original: &Original, embed: &Embed) -> Html {
    let words = original.words;
    let typed = base(&embed.base);
    let Some(folder) = embed.folder() else {
        let why = match typed {
            Base::Disk => words.embed_disk(),
            Base::Folder { .. } => words.embed_whole(),
            Base::Invalid => words.embed_base(),
        };
        return el!("div"; el!("p", "class" = "th-note"; why));
    };
    let is_local = matches!(typed, Base::Folder { is_local: true, .. });
    let site = embed.site;
    let preview = preview(original, embed, &folder);
    el!("div";
        is_local.then(|| el!("p", "class" = "th-note"; words.embed_local())),
        el!("p"; words.how(site)),
        el!("pre", "class" = "th-snippet", "tabindex" = "0", "aria-label" = words.snippet();
            el!("code"; snippet(original, embed, &folder))),
        el!("p", "class" = "th-examples"; button("snippet", words.copy_snippet())),
        policy(site, &folder).map(|policy| el!("p", "class" = "th-hint"; words.policy(), " ", el!("code"; policy))),
        (site.takes_element() && !folder.starts_with('/')).then(|| el!("p", "class" = "th-hint"; words.embed_element())),
        el!("h3"; words.preview()),
        // Wide content scrolls inside it, by the keyboard too.
        el!("div", "class" = "th-preview", "tabindex" = "0", "role" = "region", "aria-label" = words.preview(); preview))
}

/// The addition to a site's policy.
fn policy(site: Site, base: &str) -> Option<String> {
    let host = origin(base);
    Some(match site {
        Site::Page | Site::WordPress | Site::Ghost | Site::Markdown => {
            format!("script-src {host} 'wasm-unsafe-eval'; connect-src {host}")
        }
        Site::FrameAndScript => format!("script-src {host}; frame-src {host}"),
        Site::Frame | Site::Address => format!("frame-src {host}"),
        Site::Nothing => return None,
    })
}
