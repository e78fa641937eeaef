//! What is in the address? The page's fragment, in and out; nothing else writes it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsValue;
use yew::Callback;

use engine::scenario::{awaits, is_link, is_path};

use crate::state::State;

// How many milliseconds after a rest the address is written. Browsers refuse more than about 100 changes of it in 30 seconds, some
// by throwing; one for each rest stays below that.
const LATER: u32 = 150;

thread_local!(static IS_LEFT: Cell<bool> = const { Cell::new(false) });

/// Leaves the address to others for good: to be called when the app panics. The page goes on calling what listens there.
pub fn leave() {
    IS_LEFT.set(true);
}

/// The fragment of the page's address, with `#`; empty if there is none, or an anchor of the page's own.
pub fn fragment() -> String {
    let fragment = hash();
    if is_link(&fragment) { fragment } else { String::new() }
}

fn hash() -> String {
    gloo::utils::window().location().hash().unwrap_or_default()
}

fn href() -> String {
    gloo::utils::window().location().href().unwrap_or_default()
}

/// The page's address with another fragment.
fn address_with(link: &str) -> String {
    let href = href();
    let page = href.split('#').next().unwrap_or_default();
    if link.is_empty() { page.to_owned() } else { format!("{page}#{link}") }
}

/// The page's fragment, kept in sync with a scenario. It listens until it is dropped.
pub struct Address {
    fragment: Rc<Fragment>,
    _listeners: [EventListener; 2],
}

/// The app's knowledge of the fragment.
#[derive(Default)]
struct Fragment {
    /// The scenario that the page shows.
    state: RefCell<Option<Rc<State>>>,
    shown: RefCell<String>,
    /// Whether an anchor to the page's top leaves it: it has the reader's own numbers, or those that the page opened with.
    is_kept: Cell<bool>,
    /// The page on which the reader began to change what is not written yet.
    page: RefCell<Option<String>>,
    /// The link to the scenario while something in the address, such as a list, could not be read because its part is missing.
    unread: RefCell<Option<String>>,
    /// Until the scenario has come to rest.
    rest: Cell<Option<Timeout>>,
}

impl Address {
    /// Starts with the address, whose fragment was `started` when the app took it up; `follow` is called with each fragment
    /// that the reader changes it to.
    pub fn new(started: &str, follow: &Callback<String>) -> Address {
        let now = fragment();
        if now != started {
            follow.emit(now.clone());
        }
        let is_kept = Cell::new(!now.is_empty());
        let fragment = Rc::new(Fragment { is_kept, shown: RefCell::new(now), ..Fragment::default() });
        // On the way back from another page of a router, the fragment changes with the rest of the address, and without a `hashchange`.
        let listeners = ["hashchange", "popstate"].map(|kind| {
            let (fragment, follow) = (Rc::clone(&fragment), follow.clone());
            EventListener::new(&gloo::utils::window(), kind, move |_| {
                if let Some(link) = fragment.changed(kind == "hashchange") {
                    follow.emit(link);
                }
            })
        });
        Address { fragment, _listeners: listeners }
    }

    /// Writes the link to a state a little after the reader has rested on its answer.
    pub fn keep(&mut self, state: &Rc<State>) {
        let fragment = &self.fragment;
        if fragment.state.borrow().as_ref().is_some_and(|before| Rc::ptr_eq(before, state)) {
            return;
        }
        fragment.state.replace(Some(Rc::clone(state)));
        fragment.page.borrow_mut().get_or_insert_with(|| address_with(""));
        // Nothing that is outdated is written meanwhile.
        fragment.rest.take();
        if state.is_rested() {
            // Once the element has gone, nothing is written.
            let rested = Rc::downgrade(fragment);
            let write = move || rested.upgrade().iter().for_each(|fragment| fragment.write());
            fragment.rest.set(Some(Timeout::new(LATER, write)));
        }
    }
}

impl Fragment {
    /// The fragment to which something else has changed the address, if the app has to follow it.
    fn changed(&self, is_fragment_alone: bool) -> Option<String> {
        if IS_LEFT.get() {
            return None;
        }
        let fragment = hash();
        // After a router's navigation, a missing fragment is not a link to the example.
        let is_ours = is_link(&fragment) && (is_fragment_alone || !fragment.is_empty());
        // An anchor to the page's top, `#`, leads nowhere else.
        if self.is_kept.get() && href().ends_with('#') {
            replace(self.shown.borrow().trim_start_matches('#'));
            return None;
        }
        if *self.shown.borrow() == fragment || !is_ours {
            return None;
        }
        self.shown.borrow_mut().clone_from(&fragment);
        self.is_kept.set(false);
        // The scenario before it is no longer written.
        self.rest.take();
        let before = self.state.borrow().as_ref().map(|state| state.link());
        self.unread.replace(before.filter(|_| awaits(&fragment)));
        Some(fragment)
    }

    /// Writes the link to the scenario, unless the address has it, or is not the app's any more.
    fn write(&self) {
        if IS_LEFT.get() {
            return;
        }
        let Some(link) = self.state.borrow().as_ref().map(|state| state.link()) else { return };
        // It stays until the reader has changed something, and can be opened again.
        if awaits(&hash()) && self.unread.borrow_mut().get_or_insert_with(|| link.clone()) == &link {
            return;
        }
        let fragment = if link.is_empty() { String::new() } else { format!("#{link}") };
        if *self.shown.borrow() != fragment {
            // The address is left alone if a router has moved to another page, or keeps its path in the fragment.
            let began = |page: &String| *page == address_with("");
            let is_elsewhere = !self.page.borrow().as_ref().is_none_or(began) || is_path(&hash());
            // The example needs no fragment, so an anchor of the page can stay. If the browser refuses, the next pause
            // tries again.
            let is_written = is_elsewhere || link.is_empty() && !is_link(&hash()) || replace(&link);
            if !is_written {
                return;
            }
            self.shown.replace(fragment);
            self.is_kept.set(true);
        }
        self.page.take();
    }
}

/// Other scripts, such as a router, keep their state in this history entry.
fn replace(link: &str) -> bool {
    let Ok(history) = gloo::utils::window().history() else { return false };
    let state = history.state().unwrap_or(JsValue::NULL);
    history.replace_state_with_url(&state, "", Some(&address_with(link))).is_ok()
}
