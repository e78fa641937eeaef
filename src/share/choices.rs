//! What has an author chosen about the snippet?

use super::Original;
use super::place::{Base, base};
use engine::scenario::Field;
use words::{Site, Size, Theme};

/// The author's choices for a snippet.
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
    /// The size: everything, or the compact view.
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
    /// The size: everything, or the compact view.
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

    /// The folder, if the chosen site can use it.
    pub fn folder(&self) -> Option<String> {
        match base(&self.base) {
            // A site turns a whole address into a frame.
            Base::Folder { address, .. } if self.site != Site::Address || !address.starts_with('/') => Some(address),
            Base::Folder { .. } | Base::Disk | Base::Invalid => None,
        }
    }
}
