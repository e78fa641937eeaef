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
    state: Option<Rc<State>>,
    shown: Rc<RefCell<String>>,
    /// Whether an anchor to the page's top leaves it: it has the reader's own numbers, or those that the page opened with.
    is_kept: Rc<Cell<bool>>,
    /// The page on which the reader began to change what is not written yet.
    page: Rc<RefCell<Option<String>>>,
    /// The link to the scenario while something in the address, such as a list, could not be read because its part is missing.
    unread: Rc<RefCell<Option<String>>>,
    /// Until the scenario has come to rest.
    rest: Rc<Cell<Option<Timeout>>>,
    _listeners: [EventListener; 2],
}

impl Address {
    /// Starts with the address, whose fragment was `started` when the app took it up; `follow` is called with each fragment
    /// that the reader changes it to.
    pub fn new(started: &str, follow: &Callback<String>) -> Address {
        let now = fragment();
        if now != started {
            follow.emit(now.clone());
        }
        let is_kept = Rc::new(Cell::new(!now.is_empty()));
        let shown = Rc::new(RefCell::new(now));
        let rest = Rc::new(Cell::new(None));
        // On the way back from another page of a router, the fragment changes with the rest of the address, and without a `hashchange`.
        let listeners = ["hashchange", "popstate"].map(|kind| {
            let (shown, rest, is_kept, follow) =
                (Rc::clone(&shown), Rc::clone(&rest), Rc::clone(&is_kept), follow.clone());
            EventListener::new(&gloo::utils::window(), kind, move |_| {
                if IS_LEFT.get() {
                    return;
                }
                let fragment = hash();
                // Where a router goes there may be no fragment, which is no link to the example then.
                let is_ours = is_link(&fragment) && (kind == "hashchange" || !fragment.is_empty());
                // An anchor to the page's top, `#`, leads nowhere else.
                if is_kept.get() && href().ends_with('#') {
                    replace(shown.borrow().trim_start_matches('#'));
                } else if *shown.borrow() != fragment && is_ours {
                    shown.borrow_mut().clone_from(&fragment);
                    is_kept.set(false);
                    // The scenario before it is no longer written.
                    rest.take();
                    follow.emit(fragment);
                }
            })
        });
        Address { state: None, shown, is_kept, page: Rc::default(), unread: Rc::default(), rest, _listeners: listeners }
    }

    /// Writes the link to a state a little after the reader has rested on its answer.
    pub fn keep(&mut self, state: &Rc<State>) {
        if self.state.as_ref().is_some_and(|kept| Rc::ptr_eq(kept, state)) {
            return;
        }
        self.state = Some(Rc::clone(state));
        self.page.borrow_mut().get_or_insert_with(|| address_with(""));
        if !state.is_rested() {
            // Nothing that is outdated is written meanwhile.
            self.rest.take();
            return;
        }
        let (state, shown, page) = (Rc::clone(state), Rc::clone(&self.shown), Rc::clone(&self.page));
        let (is_kept, unread) = (Rc::clone(&self.is_kept), Rc::clone(&self.unread));
        self.rest.set(Some(Timeout::new(LATER, move || {
            if IS_LEFT.get() {
                return;
            }
            let link = state.link();
            // It stays until the reader has changed something, and can be opened again.
            if awaits(&hash()) && unread.borrow_mut().get_or_insert_with(|| link.clone()) == &link {
                return;
            }
            let fragment = if link.is_empty() { String::new() } else { format!("#{link}") };
            // Where a router has gone on to another page, or keeps its path in the fragment, the address is left alone.
            let is_elsewhere = page.take().is_some_and(|page| page != address_with("")) || is_path(&hash());
            // The example needs no fragment, so an anchor of the page can stay. If the browser refuses, the next pause
            // tries again.
            let is_written = || is_elsewhere || link.is_empty() && !is_link(&hash()) || replace(&link);
            if *shown.borrow() != fragment && is_written() {
                *shown.borrow_mut() = fragment;
                is_kept.set(true);
            }
        })));
    }
}

/// What others keep with this entry of the history, such as a router, stays with it.
fn replace(link: &str) -> bool {
    let Ok(history) = gloo::utils::window().history() else { return false };
    let state = history.state().unwrap_or(JsValue::NULL);
    history.replace_state_with_url(&state, "", Some(&address_with(link))).is_ok()
}
