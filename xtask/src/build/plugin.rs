//! What is in the plugin for `WordPress`? Its files, the template for translators and, in the folder `calculator/`, the site; as a
//! folder and as the zip that `WordPress` takes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::compress::ROUNDS;
use super::files::{self, Files, files_in};
use super::texts::{Inside, PLUGIN_SOURCES, Texts};
use crate::run::root;

/// The folder in the zip, by which `WordPress` knows the plugin.
const NAME: &str = "take-home";

/// The message that describes it in a sentence or two.
const DESCRIPTION: &str = "plugin-description";
/// Its texts, for translators.
const TEMPLATE: &str = "languages/take-home.pot";

/// The folder to which both are written.
pub fn folder() -> PathBuf {
    root().join("target/wordpress")
}

/// Writes the plugin with a site in it.
pub fn write(site: &Files, texts: &Texts) -> Result<()> {
    // It is in a comment of PHP, too, and WordPress's directory cuts longer ones.
    let description = texts.of(DESCRIPTION)?;
    let is_plain = !description.contains(['\'', '\\', '*']);
    ensure!(is_plain && description.chars().count() <= 150, "{DESCRIPTION} is not plain, or over 150 characters");
    let sources = root().join(PLUGIN_SOURCES);
    let (mut plugin, mut uses) = (Files::new(), BTreeMap::<(&str, &str), BTreeSet<&str>>::new());
    let read = |path: &PathBuf| -> Result<(String, String)> {
        let file = fs::read_to_string(path).with_context(|| path.display().to_string())?;
        Ok((path.strip_prefix(&sources)?.display().to_string(), file))
    };
    let files: Vec<(String, String)> = files_in(&sources)?.iter().map(read).collect::<Result<_>>()?;
    for (name, file) in &files {
        let inside = match Path::new(name).extension().and_then(|end| end.to_str()) {
            Some("php") => Inside::Php,
            Some("js") => Inside::Quotes,
            _ => Inside::Nothing,
        };
        plugin.insert(name.clone(), texts.fill(file, inside).into_bytes());
        for (message, text) in texts.named_in(file) {
            uses.entry((text, message)).or_default().insert(name);
        }
    }
    plugin.insert(TEMPLATE.to_owned(), template(&uses).into_bytes());
    plugin.extend(site.iter().map(|(name, bytes)| (format!("calculator/{name}"), bytes.clone())));
    files::write(&plugin, &folder().join(NAME))?;
    let path = folder().join(format!("{NAME}.zip"));
    fs::write(&path, zip(&plugin)?).with_context(|| path.display().to_string())
}

/// The texts, by message, and the files that use them, as translators' programs read them.
fn template(uses: &BTreeMap<(&str, &str), BTreeSet<&str>>) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    let head = [
        "Project-Id-Version: Take-home",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
        "X-Domain: take-home",
    ];
    let head = head.map(|line| format!("\"{line}\\n\"\n")).concat();
    let entries = uses.iter().map(|((text, message), files)| {
        let files = files.iter().copied().collect::<Vec<_>>().join(" ");
        format!("\n#. {message}\n#: {files}\nmsgid {}\nmsgstr \"\"\n", quoted(text))
    });
    format!("msgid \"\"\nmsgstr \"\"\n{head}{}", entries.collect::<String>())
}

/// All files below the plugin's folder, compressed. Their date is the first that the format knows, so that equal files make an
/// equal zip.
fn zip(files: &Files) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        // Each level above nine is one more round of zopfli.
        .compression_level(Some(9 + i64::from(ROUNDS)))
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    for (name, bytes) in files {
        zip.start_file(format!("{NAME}/{name}"), options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
