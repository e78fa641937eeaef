//! What text do pages, scripts and the plugin have before or besides the app? Messages of `words/en.ftl` are written into them,
//! each in place of its name in double braces. Those whose names begin with `page-` or `plugin-` are used nowhere else.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail, ensure};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, PatternElement};
use fluent_syntax::parser::parse;
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::files::files_in;
use crate::run::root;

const FILE: &str = "words/en.ftl";

/// The plugin's own files.
pub const PLUGIN_SOURCES: &str = "integrations/wordpress";

/// The texts by their names.
pub struct Texts(BTreeMap<String, String>);

/// The way a text is written inside a file.
#[derive(Clone, Copy)]
pub enum Inside {
    /// Between tags or quotation marks of HTML.
    Html,
    /// Between quotation marks of a script or of JSON.
    Quotes,
    /// Between single quotation marks of PHP.
    Php,
    /// Text alone.
    Nothing,
}

impl Texts {
    /// Reads the texts. Fails if a file names one that does not exist, or if one that is only for files is in none.
    pub fn read() -> Result<Texts> {
        let source = fs::read_to_string(root().join(FILE)).context(FILE)?;
        let resource = match parse(source.as_str()) {
            Ok(resource) => resource,
            Err((_, errors)) => bail!("{FILE}: {}", errors[0]),
        };
        let mut texts = BTreeMap::new();
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            match text(message) {
                Ok(text) => drop(texts.insert(message.id.name.to_owned(), text)),
                Err(error) if is_for_files(message.id.name) => return Err(error),
                // Only the app uses it: it has places to fill.
                Err(_) => {}
            }
        }
        let texts = Texts(texts);
        texts.check(&source)?;
        Ok(texts)
    }

    /// A file with its texts.
    pub fn fill(&self, file: &str, inside: Inside) -> String {
        self.0.iter().fold(file.to_owned(), |file, (name, text)| {
            let escaped = match inside {
                Inside::Html => text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;"),
                Inside::Quotes => text.replace('\\', "\\\\").replace('"', "\\\""),
                Inside::Php => text.replace('\\', "\\\\").replace('\'', "\\'"),
                Inside::Nothing => text.clone(),
            };
            file.replace(&format!("{{{{{name}}}}}"), &escaped)
        })
    }

    /// A text by its name.
    pub fn of(&self, name: &str) -> Result<&str> {
        self.0.get(name).map(String::as_str).with_context(|| format!("{FILE} has no {name}"))
    }

    /// The names in a file with their texts, in its order.
    pub fn named_in<'a>(&'a self, file: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        named(file).filter_map(|name| Some((name, self.0.get(name)?.as_str())))
    }

    fn check(&self, source: &str) -> Result<()> {
        let mut used = BTreeSet::new();
        for path in files()? {
            let Ok(file) = fs::read_to_string(&path) else { continue };
            for (index, line) in file.lines().enumerate() {
                for name in named(line) {
                    let place = path.strip_prefix(root())?.display();
                    ensure!(self.0.contains_key(name), "{place}:{}: {FILE} has no {name}, or it has places", index + 1);
                    used.insert(name.to_owned());
                }
            }
        }
        if let Some(name) = self.0.keys().find(|name| is_for_files(name) && !used.contains(*name)) {
            let line = source.lines().position(|line| line.starts_with(&format!("{name} ="))).unwrap_or_default();
            bail!("{FILE}:{}: {name} is used in no page, script or plugin file", line + 1);
        }
        Ok(())
    }
}

/// Whether a message is only for files, like `is_for_files` of `crates/words`.
fn is_for_files(name: &str) -> bool {
    name.starts_with("page-") || name.starts_with("plugin-")
}

/// The names in double braces.
fn named(text: &str) -> impl Iterator<Item = &str> {
    let names = text.split("{{").skip(1).filter_map(|piece| Some(piece.split_once("}}")?.0));
    names.filter(|name| {
        !name.is_empty() && name.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_".contains(letter))
    })
}

/// A message's text, if it has no places.
fn text(message: &Message<&str>) -> Result<String> {
    let elements = message.value.as_ref().map(|value| value.elements.as_slice()).unwrap_or_default();
    let piece = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Ok(value.replace('\n', " ")),
        PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
            Ok(unescape_unicode_to_string(value).into_owned())
        }
        PatternElement::Placeable { .. } => bail!("{FILE}: {} has a place", message.id.name),
    };
    elements.iter().map(piece).collect()
}

/// All files that may name texts.
fn files() -> Result<Vec<PathBuf>> {
    let mut files = files_in(&root().join("web"))?;
    files.extend(files_in(&root().join(PLUGIN_SOURCES))?);
    files.push(root().join("index.html"));
    Ok(files)
}
