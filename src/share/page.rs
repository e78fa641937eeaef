//! What does sharing know of the page around, and hear from it?

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::{document, window};
use web_sys::{Element, Node};

use super::{Original, Platform, sheet};
use crate::html::Shown;
use crate::state::State;

/// The page around, and what the widget shows.
#[derive(Clone)]
pub struct Page {
    pub root: Element,
    pub platform: Platform,
    pub shown: Rc<RefCell<(Rc<State>, bool)>>,
}

impl Page {
    pub fn original(&self) -> Original {
        let (state, is_linked) = &*self.shown.borrow();
        let mut address = self.platform.whereabouts(&self.root).at(0).unwrap_or_default();
        let link = if *is_linked { state.link() } else { String::new() };
        if !link.is_empty() {
            address = format!("{address}#{link}");
        }
        Original::of(state, address)
    }

    /// The sheet that is printed.
    pub fn sheet(&self, class: &str) -> Element {
        let mut shown = Shown::new(&document());
        shown.show(sheet(&self.original()));
        let _ = shown.root().set_attribute("class", class);
        shown.root().clone()
    }

    /// The listeners of sharing besides those at its controls.
    pub fn listeners(&self) -> [EventListener; 5] {
        // A calculator in a preview sends events as any other, but they are none of the page's.
        let preview = |kind: &'static str| EventListener::new(&self.root, kind, web_sys::Event::stop_propagation);
        // A reader who prints the page gets the sheet in place of the controls.
        let printed: Rc<RefCell<Option<(Node, Element)>>> = Rc::default();
        let before = EventListener::new(&window(), "beforeprint", {
            let (page, printed) = (self.clone(), Rc::clone(&printed));
            move |_| {
                let (shadow, sheet) = (page.root.get_root_node(), page.sheet("th th-light th-printed"));
                if shadow.insert_before(&sheet, None).is_ok() {
                    printed.replace(Some((shadow, sheet)));
                }
            }
        });
        let after = EventListener::new(&window(), "afterprint", move |_| {
            if let Some((shadow, sheet)) = printed.take() {
                // Somebody else may have removed it.
                let _ = shadow.remove_child(&sheet);
            }
        });
        [preview("ready"), preview("change"), preview("error"), before, after]
    }
}
