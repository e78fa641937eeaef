//! Which names does the element have? Read from docs/reference.md, docs/embedding.md and the loader, where people read them, for
//! types, editors and tools.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::run::root;

/// An attribute or something else with a name, and its meaning.
pub struct Entry {
    pub name: String,
    pub meaning: String,
    pub values: Values,
    pub default: Option<String>,
}

/// The values that an attribute accepts.
#[derive(Clone, PartialEq, Eq)]
pub enum Values {
    Any,
    Flag,
    Choices(Vec<String>),
}

/// Everything that the documents contain about the element.
pub struct Reference {
    pub attributes: Vec<Entry>,
    pub css_properties: Vec<Entry>,
    pub css_parts: Vec<Entry>,
}

impl Reference {
    pub fn read() -> Result<Reference> {
        let read = |path: &str| fs::read_to_string(root().join(path)).with_context(|| path.to_owned());
        let [reference, embedding, loader] =
            [read("docs/reference.md")?, read("docs/embedding.md")?, read("web/take-home.js")?];
        let parts = loader.lines().filter_map(|line| line.split_once("@csspart ")?.1.split_once(" - "));
        let css_parts = parts.map(|(name, meaning)| Entry::new(name, meaning, Values::Any, None)).collect();
        let names = Reference { attributes: attributes(&reference), css_properties: properties(&embedding), css_parts };
        ensure!(names.attributes.len() > 60, "only {} attributes found in docs/reference.md", names.attributes.len());
        ensure!(
            names.css_properties.len() > 12 && names.css_parts.len() > 6,
            "too few custom properties or CSS parts found"
        );
        Ok(names)
    }
}

impl Entry {
    fn new(name: &str, meaning: &str, values: Values, default: Option<&str>) -> Entry {
        Entry { name: name.to_owned(), meaning: plain(meaning), values, default: default.map(str::to_owned) }
    }

    /// The name as scripts write it: `gigPrice` for `gig-price`.
    pub fn property(&self) -> String {
        let mut words = self.name.split('-');
        let first = words.next().unwrap_or_default().to_owned();
        words.fold(first, |all, word| {
            let (initial, rest) = word.split_at(1);
            all + &initial.to_uppercase() + rest
        })
    }
}

/// The rows of the tables of attributes: name, meaning, value and default. The page's address has no value that is listed.
fn attributes(text: &str) -> Vec<Entry> {
    let names = text.lines().skip_while(|line| *line != "## Names").take_while(|line| !line.starts_with("## Property"));
    names
        .filter_map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
            let name = cells.first()?.strip_prefix('`')?.strip_suffix('`')?;
            let default = cells.get(3).and_then(|cell| cell.strip_prefix('`')?.strip_suffix('`'));
            let values = match cells.get(2) {
                Some(&"present or absent") => Values::Flag,
                Some(value) if value.split(", ").all(|one| one.starts_with('`')) && cells.len() > 3 => {
                    Values::Choices(value.split(", ").map(|one| one.trim_matches('`').to_owned()).collect())
                }
                _ => Values::Any,
            };
            Some(Entry::new(name, cells.get(1)?, values, default))
        })
        .collect()
}

/// The custom properties of the table, one or two in a row.
fn properties(text: &str) -> Vec<Entry> {
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `--take-home-")?.split_once(" | "));
    let names = rows.flat_map(|(names, meaning)| {
        names.split(", ").map(move |name| {
            let name = name.trim_matches('`').trim_start_matches("--take-home-").to_owned();
            Entry::new(&format!("--take-home-{name}"), meaning.trim_end_matches(" |"), Values::Any, None)
        })
    });
    names.collect()
}

/// A cell without the marks of Markdown.
fn plain(cell: &str) -> String {
    let mut text = String::new();
    let mut rest = cell;
    while let Some((before, link)) = rest.split_once('[') {
        let (label, after) = link.split_once(']').unwrap_or((link, ""));
        text = text + before + label;
        rest = after.strip_prefix('(').and_then(|target| target.split_once(')')).map_or(after, |(_, after)| after);
    }
    (text + rest).replace('`', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_become_names() {
        let table = "## Names\n| name | meaning | value | default |\n|---|---|---|---|\n\
                     | `schedule` | An id from [fees.md](fees.md), or `custom`. | an id | `upwork-2016` |\n\
                     | `gig-clients` | Whose. | `each`, `one` | `each` |\n| `same-total` | Present. | present or absent | absent |\n\
                     | `address` | Attribute only. |\n## Property and events\n| `ready` | no | no |\n";
        let names = attributes(table);
        let said: Vec<_> = names.iter().map(|name| (&*name.name, &*name.meaning, name.default.as_deref())).collect();
        let expected = [
            ("schedule", "An id from fees.md, or custom.", Some("upwork-2016")),
            ("gig-clients", "Whose.", Some("each")),
            ("same-total", "Present.", None),
            ("address", "Attribute only.", None),
        ];
        assert_eq!(said, expected);
        assert!(
            names[1].values == Values::Choices(vec!["each".into(), "one".into()]) && names[2].values == Values::Flag
        );
        assert_eq!(names[1].property(), "gigClients");
    }

    #[test]
    fn the_documents_have_them_all() {
        Reference::read().unwrap();
    }
}
