//! How does a part with a state of its own run in the widget? The app hands on what happens at its controls, and shows what it
//! returns: sharing, and the reader's own files.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::Callback;

use crate::html::Html;
use crate::state::{Action, State};

/// Something that such a part has to react to.
pub enum Heard {
    /// An event of this kind at a control.
    Control(&'static str, Element),
    /// The numbers have come to rest, or something came back from the browser.
    Later,
}

/// Such a part in one element, until this is dropped.
pub trait Live {
    /// The name of the button whose section is open, if it has any.
    fn open(&self) -> Option<&'static str> {
        None
    }

    /// What it shows.
    fn view(&self) -> Html;

    /// Reacts. Returns whether there is something to render.
    fn hear(&mut self, heard: Heard) -> bool;

    /// Takes over what the page shows, and whether its address has these numbers.
    fn follow(&mut self, state: &Rc<State>, is_linked: bool);
}

/// What such a part needs to start in a widget.
pub struct Start {
    /// The widget.
    pub root: Element,
    /// The scripts that it calls.
    pub scripts: JsValue,
    /// What the widget shows.
    pub state: Rc<State>,
    /// Whether the page's address has its numbers.
    pub is_linked: bool,
    /// Called with what comes back later.
    pub send: Callback<Heard>,
    /// Called with what the reader does there to the numbers.
    pub act: Callback<Action>,
}

/// How far such a part has come.
#[derive(Clone, Copy, Default)]
pub enum Arrival<'a> {
    /// It is not there, or on its way.
    #[default]
    Awaited,
    /// It failed to load when it was asked for.
    Failed,
    /// It is there.
    Here(&'a dyn Live),
}

impl<'a> Arrival<'a> {
    /// The part, if it is there.
    pub fn live(self) -> Option<&'a dyn Live> {
        match self {
            Arrival::Here(live) => Some(live),
            Arrival::Awaited | Arrival::Failed => None,
        }
    }

    /// Whether it failed to load.
    pub fn has_failed(self) -> bool {
        matches!(self, Arrival::Failed)
    }
}
