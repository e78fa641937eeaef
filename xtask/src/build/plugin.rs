//! What is in the plugin for `WordPress`? Its files, what translators start from and, in the folder `calculator/`, the site; as a folder and as the
//! zip that `WordPress` takes.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::Files;
use super::texts::{Inside, Texts};
use crate::run::root;

/// The folder in the zip, by which `WordPress` knows the plugin.
const NAME: &str = "take-home";

/// The plugin's own files.
pub const SOURCES: &str = "integrations/wordpress";
/// Its texts, for translators.
const TEMPLATE: &str = "languages/take-home.pot";

/// Where both are written.
pub fn folder() -> PathBuf {
    root().join("target/wordpress")
}

/// Writes the plugin with a site in it.
pub fn write(site: &Files, texts: &Texts) -> Result<()> {
    let sources = root().join(SOURCES);
    let (mut plugin, mut said) = (Files::new(), BTreeMap::<&str, Vec<String>>::new());
    let files: Vec<(String, String)> = super::files_in(&sources)?
        .iter()
        .map(|path| Ok((path.strip_prefix(&sources)?.display().to_string(), fs::read_to_string(path)?)))
        .collect::<Result<_>>()?;
    for (name, file) in &files {
        let inside = match Path::new(name).extension().and_then(|end| end.to_str()) {
            Some("php") => Inside::Php,
            Some("js") => Inside::Quotes,
            _ => Inside::Nothing,
        };
        plugin.insert(name.clone(), texts.fill(file, inside).into_bytes());
        if !matches!(inside, Inside::Nothing) {
            texts.named_in(file).for_each(|text| said.entry(text).or_default().push(name.clone()));
        }
    }
    plugin.insert(TEMPLATE.to_owned(), template(&said).into_bytes());
    plugin.extend(site.iter().map(|(name, bytes)| (format!("calculator/{name}"), bytes.clone())));
    super::write(&plugin, &folder().join(NAME))?;
    let path = folder().join(format!("{NAME}.zip"));
    fs::write(&path, zip(&plugin)?).with_context(|| path.display().to_string())
}

/// The texts and the files that say them, as translators' programs read them.
fn template(said: &BTreeMap<&str, Vec<String>>) -> String {
    let head = "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"X-Domain: take-home\\n\"\n";
    let entries = said.iter().map(|(text, places)| {
        let text = text.replace('\\', "\\\\").replace('"', "\\\"");
        format!("\n#: {}\nmsgid \"{text}\"\nmsgstr \"\"\n", places.join(" "))
    });
    head.to_owned() + &entries.collect::<String>()
}

/// All files below the plugin's folder, compressed. Their date is the first that the format knows, so that equal files make an equal zip.
fn zip(files: &Files) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    for (name, bytes) in files {
        zip.start_file(format!("{NAME}/{name}"), options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
