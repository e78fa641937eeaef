//! What has a reader opened, chosen and typed while sharing, and what follows from it? The only way in which this changes,
//! without a browser: an action gives the new state, and perhaps an effect that only a browser can have.

use super::choices::{Choice, Embed, Pins};
use super::embed;
use super::saved::{SavedScenario, free_name, saved};
use super::{Original, controls, csv, export, picture, table, text};
use crate::html::{Html, el, filled, several};
use words::{Said, Words};

/// The section that is open below the buttons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Texts, tables and pictures.
    Export,
    /// The saved list.
    Saved,
    /// The snippet for a page.
    Embed,
}

impl Section {
    /// The name of the button that opens it.
    pub fn name(self) -> &'static str {
        match self {
            Section::Export => "export",
            Section::Saved => "saved",
            Section::Embed => "embed",
        }
    }
}

/// A button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// Copies the link.
    Link,
    /// Prints the sheet.
    Print,
    /// Opens a section, or closes it.
    Turn(Section),
    /// Copies the text.
    Text,
    /// Copies the table.
    Table,
    /// Saves a file for spreadsheets.
    Csv,
    /// Saves a picture.
    Picture,
    /// Copies the snippet.
    Snippet,
    /// Saves the scenario under the name that is typed.
    Save,
    /// Saves the list as a file.
    SaveList,
    /// Puts back what was just removed.
    Undo,
}

impl Press {
    /// The button of a name.
    pub fn named(name: &str) -> Option<Press> {
        Some(match name {
            "link" => Press::Link,
            "print" => Press::Print,
            "export" => Press::Turn(Section::Export),
            "saved" => Press::Turn(Section::Saved),
            "embed" => Press::Turn(Section::Embed),
            "text" => Press::Text,
            "table" => Press::Table,
            "csv" => Press::Csv,
            "picture" => Press::Picture,
            "snippet" => Press::Snippet,
            "save" => Press::Save,
            "export-saved" => Press::SaveList,
            "undo" => Press::Undo,
            _ => return None,
        })
    }
}

/// An action of the reader, or a reply from the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Presses a button.
    Press(Press),
    /// Removes a scenario from the saved list.
    Remove(SavedScenario),
    /// Types a name to save under.
    TypeName(String),
    /// Makes a choice for the snippet.
    Choose(Choice),
    /// This is saved, and all of it could be read or not.
    Stored(Vec<SavedScenario>, bool),
    /// This is in a file, all of which could be read or not.
    Import(Vec<SavedScenario>, bool),
    /// The hashes of a folder, if they could be read.
    Pin(Option<Pins>),
    /// Something was done, or could not be done.
    Say(Said),
}

/// An effect that only a browser can have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Puts a text into the clipboard, also as HTML unless that is empty; then that is said.
    Copy(String, String, Said),
    /// Prints the sheet.
    Print,
    /// Saves a file: its name, its text and its media type. An SVG is saved as a picture that every program takes.
    Download(&'static str, String, &'static str),
    /// Saves the list as a file.
    DownloadList,
    /// Stores the list; then that is said.
    Store(Vec<SavedScenario>, Said),
    /// Reads the hashes of a folder.
    ReadPins(String),
}

/// The state of sharing.
#[derive(Clone, Debug)]
pub struct Sharing {
    open: Option<Section>,
    said: Option<Said>,
    name: String,
    list: Vec<SavedScenario>,
    removed: Option<(usize, SavedScenario)>,
    embed: Embed,
}

impl Sharing {
    /// Nothing is open; snippets start from these choices.
    pub fn new(embed: Embed) -> Sharing {
        Sharing { open: None, said: None, name: String::new(), list: vec![], removed: None, embed }
    }

    /// The open section.
    pub fn open(&self) -> Option<Section> {
        self.open
    }

    /// The saved scenario at a place of the list that is shown.
    pub fn saved_at(&self, index: usize) -> Option<&SavedScenario> {
        self.list.get(index)
    }

    /// Changes the state, and says what the browser has to do.
    #[must_use]
    pub fn after(&mut self, action: Action, original: &Original) -> Option<Effect> {
        match action {
            Action::Press(press) => return self.pressed(press, original),
            Action::Remove(one) => {
                let mut list = self.list.clone();
                let index = list.iter().position(|other| other.is_same(&one))?;
                let one = list.remove(index);
                let said = Said::Removed(one.name.clone());
                self.removed = Some((index, one));
                return Some(Effect::Store(list, said));
            }
            Action::TypeName(name) => self.name = name,
            Action::Choose(choice) => return self.embed.choose(choice).map(Effect::ReadPins),
            Action::Stored(list, is_whole) => {
                self.list = list;
                if !is_whole {
                    self.said = Some(Said::Unreadable);
                }
            }
            Action::Import(found, is_whole) => return self.import(found, is_whole),
            Action::Pin(pins) => {
                if pins.is_none() {
                    self.said = Some(Said::NotPinned);
                }
                self.embed.pin(pins);
            }
            Action::Say(said) => self.said = Some(said),
        }
        None
    }

    fn pressed(&mut self, press: Press, original: &Original) -> Option<Effect> {
        let answer = &original.state.answer;
        let copy = |text: String| Some(Effect::Copy(text, String::new(), Said::Copied));
        match press {
            Press::Link => Some(Effect::Copy(original.address.clone(), String::new(), Said::LinkCopied)),
            Press::Print => Some(Effect::Print),
            Press::Turn(section) => {
                self.open = (self.open != Some(section)).then_some(section);
                self.said = None;
                None
            }
            Press::Text => copy(text(original)),
            Press::Table => {
                let html = table(&answer.scenario, &answer.comparison, &original.words).to_text();
                Some(Effect::Copy(csv(original, '\t'), html, Said::Copied))
            }
            Press::Csv => {
                // A byte-order mark tells spreadsheets the encoding.
                let file = csv(original, original.draft.decimal_mark().separator());
                Some(Effect::Download("take-home.csv", format!("\u{feff}{file}"), "text/csv"))
            }
            Press::Picture => {
                let svg = picture(&answer.scenario, &answer.comparison, &original.words).to_text();
                Some(Effect::Download("take-home.svg", svg, "image/svg+xml"))
            }
            Press::Snippet => copy(embed::chosen_snippet(original, &self.embed)?),
            Press::Save => {
                let one = SavedScenario::of(original, &std::mem::take(&mut self.name), &self.list);
                let said = Said::Saved(one.name.clone());
                let mut list = self.list.clone();
                list.push(one);
                Some(Effect::Store(list, said))
            }
            Press::SaveList => Some(Effect::DownloadList),
            Press::Undo => {
                let (index, mut one) = self.removed.take()?;
                let mut list = self.list.clone();
                one.name = free_name(&one.name, &list);
                let said = Said::Saved(one.name.clone());
                list.insert(index.min(list.len()), one);
                Some(Effect::Store(list, said))
            }
        }
    }

    /// Adds what a file contains and the list does not.
    fn import(&mut self, found: Vec<SavedScenario>, is_whole: bool) -> Option<Effect> {
        if found.is_empty() {
            self.said = Some(Said::NothingFound);
            return None;
        }
        let mut list = self.list.clone();
        let [mut added, mut known] = [0, 0];
        for one in found {
            if list.iter().any(|other| other.has(&one)) {
                known += 1;
            } else {
                added += 1;
                let name = free_name(&one.name, &list);
                list.push(SavedScenario { name, ..one });
            }
        }
        Some(Effect::Store(list, Said::Imported { added, known, is_whole }))
    }

    /// The section below the buttons.
    pub fn view(&self, original: &Original) -> Html {
        several![
            el!("p", "class" = "th-said", "role" = "status"; self.said.as_ref().map(|said| note(said, original.words))),
            match self.open {
                Some(Section::Export) => export::export(original),
                Some(Section::Saved) => {
                    let is_stored = !matches!(self.said, Some(Said::NotSaved));
                    saved(original, &self.name, &self.list, is_stored)
                }
                Some(Section::Embed) => embed::embed(original, &self.embed),
                None => Html::default(),
            },
        ]
    }
}

/// The line about the last action, or about what to do if it failed.
fn note(said: &Said, words: Words) -> Html {
    let sentence = words.said(said);
    let more = match said {
        Said::Removed(_) => controls::button("undo", words.undo()),
        // If the clipboard refused it, the text can be copied from here.
        Said::ByHand(text) => {
            let field = el!(
                "textarea",
                "readonly" = true,
                "rows" = "3",
                "class" = "th-snippet",
                "aria-label" = sentence.clone()
            );
            filled(field, text.clone())
        }
        Said::LinkCopied
        | Said::Copied
        | Said::Saved(_)
        | Said::NotSaved
        | Said::Unreadable
        | Said::Imported { .. }
        | Said::NothingFound
        | Said::Printing
        | Said::NotPinned
        | Said::Failed => Html::default(),
    };
    several![el!("span"; sentence), more]
}
