//! How does an author embed the comparison? What they choose, and the snippet that follows from it.

use super::Original;
use super::controls::{button, list, tick};
use super::place::{Base, base, origin};
use super::snippet::{preview, snippet};
use crate::html::{Html, el, filled, several};
use engine::scenario::Field;
use words::{Site, Size, Theme};

/// What an author has chosen.
#[derive(Clone, Debug, Default)]
pub struct Embed {
    /// The kind of site.
    pub site: Site,
    /// The address of the files as it is typed; and as it was when the author finished typing, since an address half typed
    /// is somebody else's.
    pub typed: String,
    /// See [`Embed::typed`].
    pub base: String,
    /// The colours.
    pub theme: Theme,
    /// How much is shown.
    pub size: Size,
    /// Whether readers can share their numbers.
    pub is_shared: bool,
    /// Whether pages name one build and no other.
    pub is_pinned: bool,
    /// The language of the page around it, if the element names none.
    pub page_language: String,
    pins: Option<Pins>,
}

/// One build's scripts: of each its name and, after a space, its hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pins {
    /// The address of the files, as it was typed.
    pub base: String,
    /// The loader.
    pub loader: String,
    /// The script for the height of frames.
    pub resize: String,
}

/// A choice of an author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The kind of site.
    Site(Site),
    /// Types an address, and has finished or not.
    Base(String, bool),
    /// The colours.
    Theme(Theme),
    /// How much is shown.
    Size(Size),
    /// Whether readers can share their numbers.
    Shared(bool),
    /// Whether pages name one build and no other.
    Pinned(bool),
}

impl Embed {
    /// The choices to start from: files in the folder that this page has them from, and the looks that it has.
    pub fn new(original: &Original, base: String, page_language: String) -> Embed {
        let theme = Theme::named(original.draft.text(Field::Theme));
        let size = Size::named(original.draft.text(Field::View));
        Embed { typed: base.clone(), base, theme, size, is_shared: true, page_language, ..Embed::default() }
    }

    /// Makes a choice. The address to read hashes from, if that is needed for it.
    #[must_use]
    pub fn choose(&mut self, choice: Choice) -> Option<String> {
        match choice {
            Choice::Site(site) => self.site = site,
            Choice::Base(text, is_finished) => {
                self.typed.clone_from(&text);
                if is_finished {
                    self.base = text;
                }
            }
            Choice::Theme(theme) => self.theme = theme,
            Choice::Size(size) => self.size = size,
            Choice::Shared(is_shared) => self.is_shared = is_shared,
            Choice::Pinned(is_pinned) => self.is_pinned = is_pinned,
        }
        self.unread()
    }

    /// The folder whose hashes are wanted and not known.
    fn unread(&self) -> Option<String> {
        if !self.is_pinned || self.pins().is_some() {
            return None;
        }
        match base(&self.base) {
            Base::Folder { address, .. } => Some(address),
            Base::Disk | Base::Invalid => None,
        }
    }

    /// Takes the hashes of a folder; without any, one build cannot be named.
    pub fn pin(&mut self, pins: Option<Pins>) {
        self.is_pinned = pins.is_some();
        self.pins = pins;
    }

    /// The scripts of the one build that pages are to name, once they are known.
    pub fn pins(&self) -> Option<&Pins> {
        let Base::Folder { address, .. } = base(&self.base) else { return None };
        self.pins.as_ref().filter(|pins| self.is_pinned && pins.base == address)
    }

    /// The snippet; none without an address that it can name.
    pub fn snippet(&self, original: &Original) -> Option<String> {
        self.folder().map(|folder| snippet(original, self, &folder))
    }

    /// The folder, if the chosen site can use it.
    fn folder(&self) -> Option<String> {
        match base(&self.base) {
            // What a site makes a frame of has to be whole.
            Base::Folder { address, .. } if self.site != Site::Address || !address.starts_with('/') => Some(address),
            Base::Folder { .. } | Base::Disk | Base::Invalid => None,
        }
    }
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
        // What is too wide for it scrolls inside it, by the keyboard too.
        el!("div", "class" = "th-preview", "tabindex" = "0", "role" = "region", "aria-label" = words.preview(); preview))
}

/// What a site's policy has to allow in addition.
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
