//! What does the page say to authors who embed the comparison?

use super::{Words, text};

/// A kind of site, by what its authors can embed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Site {
    /// Scripts: the author's own page.
    #[default]
    Page,
    /// Scripts, in a custom HTML block.
    WordPress,
    /// Scripts, in an HTML card.
    Ghost,
    /// Scripts, in the text itself.
    Markdown,
    /// Frames, and a script for their height.
    FrameAndScript,
    /// Frames alone.
    Frame,
    /// An address that the site turns into a frame.
    Address,
    /// No scripts: plain HTML.
    Nothing,
}

impl Site {
    /// Every kind of site; the ones that allow most come first.
    pub const ALL: [Site; 8] = [
        Site::Page,
        Site::WordPress,
        Site::Ghost,
        Site::Markdown,
        Site::FrameAndScript,
        Site::Frame,
        Site::Address,
        Site::Nothing,
    ];

    /// Its name in the page.
    pub fn name(self) -> &'static str {
        match self {
            Site::Page => "page",
            Site::WordPress => "wordpress",
            Site::Ghost => "ghost",
            Site::Markdown => "markdown",
            Site::FrameAndScript => "frame-and-script",
            Site::Frame => "frame",
            Site::Address => "address",
            Site::Nothing => "nothing",
        }
    }

    /// The site with this name; the author's own page if there is none.
    pub fn named(name: &str) -> Site {
        Site::ALL.into_iter().find(|site| site.name() == name).unwrap_or(Site::Page)
    }

    /// Whether it allows the element.
    pub fn takes_element(self) -> bool {
        matches!(self, Site::Page | Site::WordPress | Site::Ghost | Site::Markdown)
    }

    /// Whether it allows a script.
    pub fn takes_script(self) -> bool {
        self.takes_element() || self == Site::FrameAndScript
    }

    /// Whether the calculator itself is seen there, in colours and a size.
    pub fn has_looks(self) -> bool {
        self != Site::Nothing
    }
}

/// The colours of an embedded calculator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Those of the page around it.
    #[default]
    Page,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every one.
    pub const ALL: [Theme; 3] = [Theme::Page, Theme::Light, Theme::Dark];

    /// Its name in links.
    pub fn name(self) -> &'static str {
        match self {
            Theme::Page => "page",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The theme with this name; that of the page if there is none.
    pub fn named(name: &str) -> Theme {
        Theme::ALL.into_iter().find(|theme| theme.name() == name).unwrap_or_default()
    }
}

/// The size of the calculator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    /// All of it.
    #[default]
    Full,
    /// Without panels.
    Compact,
}

impl Size {
    /// Every one.
    pub const ALL: [Size; 2] = [Size::Full, Size::Compact];

    /// Its name in links.
    pub fn name(self) -> &'static str {
        match self {
            Size::Full => "full",
            Size::Compact => "compact",
        }
    }

    /// The size with this name; all of it if there is none.
    pub fn named(name: &str) -> Size {
        Size::ALL.into_iter().find(|size| size.name() == name).unwrap_or_default()
    }
}

impl Words {
    /// The heading above the snippet.
    pub fn embed_heading(&self) -> &'static str {
        text::embed_heading()
    }

    /// The questions: the site, where the files are, two checkboxes, the colours and the size.
    pub fn embed_controls(&self) -> [&'static str; 6] {
        [
            text::embed_site(),
            text::embed_address(),
            text::embed_shared(),
            text::embed_pinned(),
            text::embed_theme(),
            text::embed_size(),
        ]
    }

    /// The instruction where to put the files.
    pub fn embed_folder(&self) -> &'static str {
        text::embed_folder()
    }

    /// The name of a theme on a site. A frame does not know the page around it.
    pub fn embed_theme(&self, theme: Theme, site: Site) -> &'static str {
        match theme {
            Theme::Page if site.takes_element() => text::theme_page(),
            Theme::Page => text::theme_reader(),
            Theme::Light => text::theme_light(),
            Theme::Dark => text::theme_dark(),
        }
    }

    /// The name of a size.
    pub fn embed_size(&self, size: Size) -> &'static str {
        match size {
            Size::Full => text::size_full(),
            Size::Compact => text::size_compact(),
        }
    }

    /// The name of a site, as its authors know it.
    pub fn site(&self, site: Site) -> &'static str {
        match site {
            Site::Page => text::site_page(),
            Site::WordPress => text::site_wordpress(),
            Site::Ghost => text::site_ghost(),
            Site::Markdown => text::site_markdown(),
            Site::FrameAndScript => text::site_frame_and_script(),
            Site::Frame => text::site_frame(),
            Site::Address => text::site_address(),
            Site::Nothing => text::site_nothing(),
        }
    }

    /// The instruction where to put its snippet.
    pub fn how(&self, site: Site) -> &'static str {
        match site {
            Site::Page => text::how_page(),
            Site::WordPress => text::how_wordpress(),
            Site::Ghost => text::how_ghost(),
            Site::Markdown => text::how_markdown(),
            Site::FrameAndScript => text::how_frame_and_script(),
            Site::Frame => text::how_frame(),
            Site::Address => text::how_address(),
            Site::Nothing => text::how_nothing(),
        }
    }

    /// The name of the snippet.
    pub fn snippet(&self) -> &'static str {
        text::snippet()
    }

    /// The button that copies the snippet.
    pub fn copy_snippet(&self) -> &'static str {
        text::copy_snippet()
    }

    /// The text before the needs of a policy.
    pub fn policy(&self) -> &'static str {
        text::policy()
    }

    /// The instruction for the host of the files, for pages on other hosts.
    pub fn embed_element(&self) -> &'static str {
        text::embed_element()
    }

    /// The message for an invalid address.
    pub fn embed_base(&self) -> &'static str {
        text::embed_base()
    }

    /// The message for an address on a disk.
    pub fn embed_disk(&self) -> &'static str {
        text::embed_disk()
    }

    /// The message for an address without a host, if the site needs one.
    pub fn embed_whole(&self) -> &'static str {
        text::embed_whole()
    }

    /// The warning for an address that only this machine can open.
    pub fn embed_local(&self) -> &'static str {
        text::embed_local()
    }

    /// The heading of the preview.
    pub fn preview(&self) -> &'static str {
        text::preview()
    }

    /// The title of a frame, for screen readers.
    pub fn frame_title(&self) -> &'static str {
        text::frame_title()
    }

    /// The link from a page without scripts to the calculator.
    pub fn invitation(&self) -> &'static str {
        text::invitation()
    }
}
