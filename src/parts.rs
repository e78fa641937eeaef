//! Which code loads on demand, and how is it called?
//!
//! Code that only a split point reaches is moved by the build from the main module into a separate file
//! (`xtask/src/build/split.rs`), which the loader fetches when the app asks for it. A part shares the app's memory,
//! state and engine; once it has arrived, its functions are called like any others. One stray reference from elsewhere
//! moves code back into the main module without a word, so `cargo xtask check` limits the size of each part.
//!
//! To add a part: a variant of [`Part`] with its name and place in [`Part::ALL`], a table of its functions, a split point in both
//! `split` modules, and a function like [`panels()`]; its panel in [`Part::panel`] or another reason to load it in `src/view/app.rs`, and
//! for a stateful one the attribute of its controls in `src/view/events.rs`; its style sheet and its script, if
//! it has any, in `web/take-home.js` and in `xtask/src/assets.rs`; its limit in `PARTS` of `xtask/src/sizes.rs`.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsValue;

use engine::fees::{RARE, Schedules, add_rare};
use engine::json::Json;
use engine::scenario::{LIST_READER, ListReader, Scenario, add_list_reader};

use crate::books;
use crate::html::Html;
use crate::live::{Live, Start};
use crate::panels::{self, PanelContext};
use crate::share;
use crate::state::{Action, Panel, Pointed, State};

/// A part of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Answers for closed panels, rare schedules, and the list reader.
    Answers,
    /// Everything that opens below the verdict, and its inputs.
    Panels,
    /// Texts, tables and pictures of the comparison, saved lists and snippets.
    Share,
    /// The reader's own files.
    Books,
}

impl Part {
    /// Every part.
    pub const ALL: [Part; 4] = [Part::Answers, Part::Panels, Part::Share, Part::Books];

    /// Its name in the build and in the loader.
    pub fn name(self) -> &'static str {
        match self {
            Part::Answers => "answers",
            Part::Panels => "panels",
            Part::Share => "share",
            Part::Books => "books",
        }
    }

    /// The panel that it fills, if it is there for one panel alone.
    pub fn panel(self) -> Option<Panel> {
        match self {
            Part::Books => Some(Panel::Books),
            Part::Answers | Part::Panels | Part::Share => None,
        }
    }

    /// The part that fills a panel.
    pub fn of(panel: Panel) -> Part {
        Part::ALL.into_iter().find(|part| part.panel() == Some(panel)).unwrap_or(Part::Panels)
    }

    /// The part of that name.
    pub fn named(name: &str) -> Option<Part> {
        Part::ALL.into_iter().find(|part| part.name() == name)
    }
}

/// The functions of [`Part::Answers`].
pub struct Answers {
    /// See [`panels::line`].
    pub line: fn(Panel, &PanelContext) -> Option<String>,
    /// See [`engine::json::extras_json`].
    pub extras: fn(&Scenario) -> Json,
    /// See [`RARE`].
    pub rare: fn() -> &'static [Schedules],
    /// See [`LIST_READER`].
    pub list: fn() -> &'static ListReader,
}

/// The functions of [`Part::Panels`].
pub struct Panels {
    /// See [`panels::content`].
    pub content: fn(Panel, &PanelContext) -> Html,
    /// See [`panels::controls`].
    pub controls: fn(Panel, &State, &PanelContext) -> Option<Html>,
    /// See [`panels::point`].
    pub point: fn(&State, Pointed) -> Option<Action>,
}

/// Starts a stateful part.
pub type StartLive = fn(Start) -> Box<dyn Live>;

/// The functions of [`Part::Share`].
pub struct Share {
    /// See [`share::start`].
    pub start: StartLive,
    /// See [`RARE`]. A saved scenario may name any schedule.
    pub rare: fn() -> &'static [Schedules],
}

/// The functions of [`Part::Books`].
pub struct Books {
    /// See [`books::start`].
    pub start: StartLive,
    /// See [`RARE`]. Files may be of any platform.
    pub rare: fn() -> &'static [Schedules],
}

static ANSWERS: Answers = Answers { line: panels::line, extras: engine::json::extras_json, rare, list };

static PANELS: Panels = Panels { content: panels::content, controls: panels::controls, point: panels::point };

static SHARE: Share = Share { start: share::start, rare };

static BOOKS: Books = Books { start: books::start, rare };

fn rare() -> &'static [Schedules] {
    RARE
}

fn list() -> &'static ListReader {
    &LIST_READER
}

/// The splitter finds each pair by its names. Everything that only the export refers to becomes the part.
#[cfg(target_family = "wasm")]
#[allow(
    unsafe_code,
    improper_ctypes,
    improper_ctypes_definitions,
    reason = "each import is our own export of that name"
)]
mod split {
    use super::{ANSWERS, Answers, BOOKS, Books, PANELS, Panels, SHARE, Share};

    #[link(wasm_import_module = "__wasm_split_placeholder__")]
    unsafe extern "C" {
        #[link_name = "__wasm_split_00panels00_import_00000000000000000000000000000001_panels"]
        pub safe fn panels() -> &'static Panels;
        #[link_name = "__wasm_split_00share00_import_00000000000000000000000000000002_share"]
        pub safe fn share() -> &'static Share;
        #[link_name = "__wasm_split_00books00_import_00000000000000000000000000000003_books"]
        pub safe fn books() -> &'static Books;
        #[link_name = "__wasm_split_00answers00_import_00000000000000000000000000000004_answers"]
        pub safe fn answers() -> &'static Answers;
    }

    #[unsafe(export_name = "__wasm_split_00answers00_export_00000000000000000000000000000004_answers")]
    extern "C" fn answers_export() -> &'static Answers {
        &ANSWERS
    }

    #[unsafe(export_name = "__wasm_split_00panels00_export_00000000000000000000000000000001_panels")]
    extern "C" fn panels_export() -> &'static Panels {
        &PANELS
    }

    #[unsafe(export_name = "__wasm_split_00share00_export_00000000000000000000000000000002_share")]
    extern "C" fn share_export() -> &'static Share {
        &SHARE
    }

    #[unsafe(export_name = "__wasm_split_00books00_export_00000000000000000000000000000003_books")]
    extern "C" fn books_export() -> &'static Books {
        &BOOKS
    }
}

/// Natively nothing is split, so every part is there.
#[cfg(not(target_family = "wasm"))]
mod split {
    pub fn answers() -> &'static super::Answers {
        &super::ANSWERS
    }

    pub fn panels() -> &'static super::Panels {
        &super::PANELS
    }

    pub fn share() -> &'static super::Share {
        &super::SHARE
    }

    pub fn books() -> &'static super::Books {
        &super::BOOKS
    }
}

thread_local!(static SCRIPTS: RefCell<[JsValue; Part::ALL.len()]> = const { RefCell::new([JsValue::UNDEFINED; Part::ALL.len()]) });
thread_local!(static ARRIVED: Cell<[bool; Part::ALL.len()]> =
    const { Cell::new([cfg!(not(target_family = "wasm")); Part::ALL.len()]) });

/// Whether a part has arrived.
pub fn is_here(part: Part) -> bool {
    ARRIVED.get()[part as usize]
}

/// Notes that a part has arrived, with the scripts that it calls; called once its file is instantiated.
pub fn arrived(part: Part, scripts: JsValue) {
    let mut all = ARRIVED.get();
    all[part as usize] = true;
    ARRIVED.set(all);
    SCRIPTS.with_borrow_mut(|of| of[part as usize] = scripts);
    add_rare(match part {
        Part::Answers => {
            add_list_reader((split::answers().list)());
            (split::answers().rare)()
        }
        Part::Panels => return,
        Part::Share => (split::share().rare)(),
        Part::Books => (split::books().rare)(),
    });
}

/// The functions of closed questions, if they have arrived.
pub fn answers() -> Option<&'static Answers> {
    if is_here(Part::Answers) { Some(split::answers()) } else { None }
}

/// The functions of the panels, if they have arrived.
pub fn panels() -> Option<&'static Panels> {
    if is_here(Part::Panels) { Some(split::panels()) } else { None }
}

/// The function that starts a stateful part, and the scripts that it needs, if they have arrived.
pub fn live(part: Part) -> Option<(StartLive, JsValue)> {
    // Nothing may be called in a part that is not there.
    if !is_here(part) {
        return None;
    }
    let start = match part {
        Part::Answers | Part::Panels => return None,
        Part::Share => split::share().start,
        Part::Books => split::books().start,
    };
    Some((start, SCRIPTS.with_borrow(|of| of[part as usize].clone())))
}
