//! What does the page say to authors who embed the comparison?

use super::Words;

/// A kind of site, by what its authors can embed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Site {
    /// Scripts: the author's own page.
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

    /// The site of that name; the author's own page if there is none.
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
}

impl Words {
    /// Above the snippet.
    pub fn embed_heading(&self) -> &'static str {
        "Put this comparison into a page"
    }

    /// The questions: the site, where the files are, and two checkboxes.
    pub fn embed_controls(&self) -> [&'static str; 4] {
        [
            "What does your site allow?",
            "Address of the calculator",
            "Readers can pass their numbers on: for one calculator of a page",
            "Only this version, checked by its hash",
        ]
    }

    /// The name of a site, as its authors know it.
    pub fn site(&self, site: Site) -> &'static str {
        match site {
            Site::Page => "Scripts: a page of my own",
            Site::WordPress => "WordPress on a host of my own",
            Site::Ghost => "Ghost",
            Site::Markdown => "Markdown: Hugo, Jekyll, Eleventy, Astro",
            Site::FrameAndScript => "Frames, and a script",
            Site::Frame => "Frames only",
            Site::Address => "Notion and others: an address",
            Site::Nothing => "Nothing that runs: WordPress.com, mail, feeds",
        }
    }

    /// Where its snippet goes.
    pub fn how(&self, site: Site) -> &'static str {
        match site {
            Site::Page => {
                "Paste this where the calculator should stand. Of several in one page, only the first needs the script. What is inside the \
                 tag is shown until the calculator is ready, and in feeds."
            }
            Site::WordPress => {
                "Into a block “Custom HTML”, saved by an administrator or an editor: from other authors WordPress takes scripts and frames away."
            }
            Site::Ghost => "Into a card “HTML”: type /html on a line of its own.",
            Site::Markdown => {
                "Into the text, with an empty line before and after it, and none inside. Hugo lets HTML through with \
                 “unsafe = true” under [markup.goldmark.renderer]."
            }
            Site::FrameAndScript => {
                "The script gives the frame the height that it needs. Of several in one page, only the first needs it."
            }
            Site::Frame => {
                "The frame is as high as the calculator is on a phone; on a wide page some room stays free beneath it."
            }
            Site::Address => {
                "Notion: type /embed and paste it. Elsewhere: where the site asks for the address of a page to show."
            }
            Site::Nothing => {
                "A sentence, a table and a link, as HTML. Where not even that is taken, use the picture and the text under “Export”."
            }
        }
    }

    /// What the snippet is called.
    pub fn snippet(&self) -> &'static str {
        "Snippet"
    }

    /// Copies the snippet.
    pub fn copy_snippet(&self) -> &'static str {
        "Copy snippet"
    }

    /// The text before what a policy needs.
    pub fn policy(&self) -> &'static str {
        "If your site sends a Content-Security-Policy, it has to allow"
    }

    /// What the host of the files has to do for pages on other hosts.
    pub fn embed_element(&self) -> &'static str {
        "For pages on another host, the one with the files has to send “Access-Control-Allow-Origin: *” with those in v1/."
    }

    /// The message for an invalid address.
    pub fn embed_base(&self) -> &'static str {
        "Put the folder of the calculator on a host, and type its address above, such as https://example.org/take-home/"
    }

    /// The heading of the preview.
    pub fn preview(&self) -> &'static str {
        "Preview"
    }

    /// The title of a frame, for screen readers.
    pub fn frame_title(&self) -> &'static str {
        "Many small gigs or one large contract: which leaves you more?"
    }

    /// The link from a page without scripts to the calculator.
    pub fn invitation(&self) -> &'static str {
        "Try it with your own numbers"
    }
}
