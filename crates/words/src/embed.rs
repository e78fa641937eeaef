//! What an author is told who puts the comparison into a page.

use super::Words;

/// What a site lets its authors put into a page, as they know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Site {
    /// Scripts: a page of one's own.
    Page,
    /// The same, with a custom block of HTML.
    WordPress,
    /// The same, with a card of HTML.
    Ghost,
    /// The same, in the text itself.
    Markdown,
    /// Frames, and a script for their height.
    FrameAndScript,
    /// Frames alone.
    Frame,
    /// An address that the site makes a frame of.
    Address,
    /// Nothing that runs: HTML as it is.
    Nothing,
}

impl Site {
    /// Every site, from the one that allows most.
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

    /// The site of that name; without one, a page of one's own.
    pub fn named(name: &str) -> Site {
        Site::ALL.into_iter().find(|site| site.name() == name).unwrap_or(Site::Page)
    }

    /// Whether it takes the element.
    pub fn takes_element(self) -> bool {
        matches!(self, Site::Page | Site::WordPress | Site::Ghost | Site::Markdown)
    }

    /// Whether it takes a script.
    pub fn takes_script(self) -> bool {
        self.takes_element() || self == Site::FrameAndScript
    }
}

impl Words {
    /// Above the snippet.
    pub fn embed_heading(&self) -> &'static str {
        "Put this comparison into a page"
    }

    /// What is asked: the site; where the files are; two things to tick.
    pub fn embed_controls(&self) -> [&'static str; 4] {
        [
            "What does your site allow?",
            "Address of the calculator",
            "Readers can pass their numbers on: for one calculator of a page",
            "Only this version, checked by its hash",
        ]
    }

    /// A site, as its authors know it.
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

    /// Takes the snippet along.
    pub fn copy_snippet(&self) -> &'static str {
        "Copy snippet"
    }

    /// Above what a policy needs.
    pub fn policy(&self) -> &'static str {
        "If your site sends a Content-Security-Policy, it has to allow"
    }

    /// What the host of the files has to do for pages elsewhere.
    pub fn embed_element(&self) -> &'static str {
        "For pages on another host, the one with the files has to send “Access-Control-Allow-Origin: *” with those in v1/."
    }

    /// An address that is none.
    pub fn embed_base(&self) -> &'static str {
        "Put the folder of the calculator on a host, and type its address above, such as https://example.org/take-home/"
    }

    /// Above what it will look like.
    pub fn preview(&self) -> &'static str {
        "Preview"
    }

    /// What a frame is called for those who hear it.
    pub fn frame_title(&self) -> &'static str {
        "Many small gigs or one large contract: which leaves you more?"
    }

    /// Leads from a page that runs nothing to one that does.
    pub fn invitation(&self) -> &'static str {
        "Try it with your own numbers"
    }
}
