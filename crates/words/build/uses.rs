//! Which messages does the code use, with which places? Every use is written `text::name()` or `text::Name { place: … }`.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

use crate::code::{field, function, type_name};
use crate::message::{Message, Slip, slip};

/// All uses, by the name in the code.
#[derive(Default)]
pub struct Uses(BTreeMap<String, Vec<Use>>);

struct Use {
    file: String,
    line: usize,
    /// The fields of a struct.
    fields: Vec<String>,
}

/// The names that `src/text.rs` itself defines.
const OWN: [&str; 1] = ["Count"];

impl Uses {
    /// The uses in all sources of a folder.
    pub fn in_folder(folder: &Path) -> io::Result<Uses> {
        let mut uses = Uses::default();
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "rs") {
                uses.add(&format!("crates/words/{}", path.display()), &fs::read_to_string(&path)?);
            }
        }
        Ok(uses)
    }

    /// Adds the uses in a source.
    pub fn add(&mut self, file: &str, source: &str) {
        let code: Vec<&str> = source.lines().map(|line| line.split("//").next().unwrap_or_default()).collect();
        let code = code.join("\n");
        for (at, _) in code.match_indices("text::") {
            if code[..at].ends_with(|char: char| char.is_alphanumeric() || char == '_' || char == ':') {
                continue;
            }
            let rest = &code[at + "text::".len()..];
            let name: String = rest.chars().take_while(|char| char.is_alphanumeric() || *char == '_').collect();
            if name.is_empty() || OWN.contains(&name.as_str()) {
                continue;
            }
            let line = 1 + code[..at].matches('\n').count();
            let fields = fields(&rest[name.len()..]);
            self.0.entry(name).or_default().push(Use { file: file.to_owned(), line, fields });
        }
    }

    /// The differences between words and code: messages that are missing or unused, and places that are unknown or missing.
    pub fn differences(&self, messages: &[Message]) -> Vec<Slip> {
        let mut slips = vec![];
        let mut known = vec![];
        for message in messages.iter().filter(|message| !message.is_for_files()) {
            let Message { id, line, .. } = message;
            let places = message.fields();
            let name = if places.is_empty() { function(id) } else { type_name(id) };
            let Some(uses) = self.0.get(&name) else {
                slips.push(slip(*line, format!("{id} is not used: nothing says text::{name}")));
                continue;
            };
            for Use { file, line: used, fields } in uses {
                for place in places.iter().filter(|place| !fields.contains(&field(place))) {
                    slips.push(slip(*line, format!("{file}:{used} does not fill the place ${place} of {id}")));
                }
                for filled in fields.iter().filter(|filled| !places.iter().any(|place| field(place) == **filled)) {
                    slips.push(slip(*line, format!("{id} has no place ${filled}, which {file}:{used} fills")));
                }
            }
            known.push(name);
        }
        for (name, uses) in self.0.iter().filter(|(name, _)| !known.contains(name)) {
            slips.extend(uses.iter().map(|Use { file, line, .. }| Slip {
                file: file.clone(),
                line: *line,
                what: format!("words/en.ftl has no message for text::{name} with these places"),
            }));
        }
        slips
    }
}

/// The names of the fields in the braces that follow a name; none if none follow.
fn fields(code: &str) -> Vec<String> {
    let Some(inside) = code.trim_start().strip_prefix('{') else { return vec![] };
    let (mut depth, mut end) = (0_i32, inside.len());
    let mut starts = vec![0];
    for (at, char) in inside.char_indices() {
        match char {
            '(' | '[' | '{' => depth += 1,
            '}' if depth == 0 => {
                end = at;
                break;
            }
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => starts.push(at + 1),
            _ => {}
        }
    }
    let name = |start: usize| -> String {
        let text = inside[start..end].trim_start();
        text.chars().take_while(|char| char.is_alphanumeric() || *char == '_').collect()
    };
    starts.into_iter().filter(|start| *start < end).map(name).filter(|name| !name.is_empty()).collect()
}
