//! How is a comparison shared? As text, tables, a picture, a sheet of paper or a snippet for a page, and by name in
//! the saved list. All of it is text made from a link. This is a part of the app (`parts`), which loads on demand.

mod csv;
mod embed;
mod export;
mod picture;
mod saved;
mod sheet;
mod table;
mod text;

pub use csv::csv;
pub use picture::picture;
pub use table::table;
pub use text::text;

use crate::html::Html;
use crate::panels::PanelContext;
use engine::compare::compare;
use engine::scenario::{Draft, Field, Overrides, example, pairs, read_link, validate, write_link};
use time::Date;
use words::Words;

/// The comparison to share, and what else is known about it.
pub struct Original<'a> {
    /// The comparison and its words.
    pub page: PanelContext<'a>,
    /// The fields of its scenario, as in a link.
    pub draft: &'a Draft,
    /// The link to it from the defaults.
    pub link: &'a str,
    /// What the page adds.
    pub with: With,
}

/// What a page adds to a link: names and values, written like a link. A name may occur several times.
#[derive(Clone, Debug, Default)]
pub struct With(Vec<(String, String)>);

impl With {
    /// Reads them.
    pub fn read(text: &str) -> With {
        With(pairs(text).collect())
    }

    /// The value of a name; empty if it does not occur.
    pub fn get<'a>(&'a self, name: &'a str) -> &'a str {
        self.all(name).next().unwrap_or_default()
    }

    /// All values of a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(other, _)| other == name).map(|(_, value)| value.as_str())
    }
}

/// What is shared of the scenario of a link (from the defaults), by name; none for an unknown name.
///
/// | name | what it is | what the page adds |
/// |---|---|---|
/// | `text`, `csv`, `tabs` | the comparison as text, as a file for a spreadsheet, and to paste into one | `address` |
/// | `name` | its default name | |
/// | `table`, `picture` | as HTML, as SVG | |
/// | `sheet` | what is printed, as HTML | `address` |
/// | `link` | the link from an author's example | `attributes` of the element, as a link |
/// | `export`, `embed`, `saved` | the controls below the buttons, which stay | |
/// | `export-made`, `embed-made`, `saved-made` | the rest, which depends on what is chosen | see there |
/// | `said` | the note that something was done | `what`, and its details |
pub fn copy(what: &str, link: &str, with: &str, today: Option<Date>) -> Option<String> {
    // A link that was stored somewhere may contain anything.
    let (draft, _) = read_link(&Overrides::default(), link);
    let scenario = validate(&draft).ok()?;
    let (comparison, words) = (compare(&scenario), Words::new(&draft, scenario.currency()));
    let page = PanelContext { scenario: &scenario, comparison: &comparison, words, today, live: false };
    let original = Original { page, draft: &draft, link, with: With::read(with) };
    let html: Html = match what {
        "text" => return Some(text(&original)),
        "csv" => return Some(csv(&original, draft.decimal_mark().separator())),
        "tabs" => return Some(csv(&original, '\t')),
        "link" => return Some(link_from(link, original.with.get("attributes"))),
        "name" => return Some(words.default_name(&comparison)),
        "table" => table(&scenario, &comparison, &words),
        "picture" => picture(&scenario, &comparison, &words),
        "sheet" => sheet::sheet(&original),
        "export" => export::controls(&original),
        "export-made" => export::made(&original),
        "embed" => embed::controls(&original),
        "embed-made" => embed::made(&original),
        "saved" => saved::controls(&original),
        "saved-made" => saved::made(&original),
        "said" => export::said(&original),
        _ => return None,
    };
    Some(html.to_text())
}

/// The link that gives the same from an author's example (the attributes of its element) as `link` gives from the
/// defaults. Language, theme and view that `link` does not name stay the author's.
fn link_from(link: &str, attributes: &str) -> String {
    let pairs: Vec<(String, String)> = pairs(attributes).collect();
    let (author, _) = example(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    write_link(&in_looks(link, |look| author.text(look)), &author)
}

/// The draft of a link in this language, theme and view, unless it names its own. Numbers depend on the language, so
/// these come first.
fn in_looks<'a>(link: &str, looks: impl Fn(Field) -> Option<&'a str>) -> Draft {
    let mut given = Overrides::default();
    for look in [Field::Lang, Field::Theme, Field::View] {
        if let Some(text) = looks(look) {
            given.set(look, text);
        }
    }
    read_link(&given, link).0
}
