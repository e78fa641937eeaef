//! What do pages and scripts say before or besides the app? The messages of `words/en.ftl` whose names begin with `page-`
//! are written into them, each at the place of its name in double braces.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, PatternElement};
use fluent_syntax::parser::parse;
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::run::root;

const FILE: &str = "words/en.ftl";

/// The texts by their names.
pub struct Texts(BTreeMap<String, String>);

/// How a text is written inside a file.
#[derive(Clone, Copy)]
pub enum Inside {
    /// Between tags or quotation marks of HTML.
    Html,
    /// Between quotation marks of a script or of JSON.
    Quotes,
}

impl Texts {
    /// Reads the texts. Fails if a page or a script names one that does not exist, or if one is not used.
    pub fn read() -> Result<Texts> {
        let source = fs::read_to_string(root().join(FILE)).context(FILE)?;
        let resource = match parse(source.as_str()) {
            Ok(resource) => resource,
            Err((_, errors)) => bail!("{FILE}: {}", errors[0]),
        };
        let mut texts = BTreeMap::new();
        for entry in &resource.body {
            if let Entry::Message(message) = entry
                && message.id.name.starts_with("page-")
            {
                texts.insert(message.id.name.to_owned(), text(message)?);
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
            };
            file.replace(&format!("{{{{{name}}}}}"), &escaped)
        })
    }

    fn check(&self, source: &str) -> Result<()> {
        let mut used = vec![];
        for path in files()? {
            let Ok(file) = fs::read_to_string(&path) else { continue };
            for (index, line) in file.lines().enumerate() {
                for piece in line.split("{{page-").skip(1) {
                    let name = format!("page-{}", piece.split("}}").next().unwrap_or_default());
                    let place = path.strip_prefix(root())?.display();
                    ensure!(self.0.contains_key(&name), "{place}:{}: {FILE} has no {name}", index + 1);
                    used.push(name);
                }
            }
        }
        if let Some(name) = self.0.keys().find(|name| !used.contains(name)) {
            let line = source.lines().position(|line| line.starts_with(&format!("{name} ="))).unwrap_or_default();
            bail!("{FILE}:{}: no page and no script says {name}", line + 1);
        }
        Ok(())
    }
}

/// A message's text; `crates/words` has checked that it has no places.
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

/// Everything that may name texts.
fn files() -> Result<Vec<PathBuf>> {
    let mut files = super::files_in(Path::new(&root().join("web")))?;
    files.push(root().join("index.html"));
    Ok(files)
}
