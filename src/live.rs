//! How does a stateful part, sharing or the reader's files, run in the widget? Events at its controls and replies from the browser
//! become its actions; after each of them it is shown again.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;
use web_sys::{Element, FocusOptions, HtmlElement};
use yew::Callback;

use crate::html::{Html, Node};
use crate::state::{Action, State};

/// Something for a stateful part to react to.
pub enum PartEvent {
    /// An event of this kind at a control.
    Control(&'static str, Element),
    /// Something came back from the browser, or the numbers have come to rest.
    Refresh,
}

/// A stateful part in one element, as the app sees it, until this is dropped.
pub trait Live {
    /// The name of the button whose section is open, if it has any.
    fn open(&self) -> Option<&'static str>;

    /// Its view.
    fn view(&self) -> Html;

    /// Reacts. Returns whether there is something to render.
    fn update(&mut self, event: PartEvent) -> bool;

    /// Takes over what the page shows, and whether its address has these numbers.
    fn follow(&mut self, state: &Rc<State>, is_linked: bool);
}

/// The differences between stateful parts.
pub trait Stateful {
    /// An action of the reader, or a reply from the browser.
    type Action: 'static;

    /// See [`Live::open`].
    fn open(&self) -> Option<&'static str> {
        None
    }

    /// The action of an event at a control, if it is one.
    fn action(&mut self, kind: &str, control: &Element) -> Option<Self::Action>;

    /// Changes the state, and has the browser do what that takes.
    fn act(&mut self, action: Self::Action);

    /// The queue of replies from the browser.
    fn replies(&self) -> &Replies<Self::Action>;

    /// Its current view.
    fn show(&mut self) -> Html;

    /// See [`Live::follow`].
    fn follow(&mut self, state: &Rc<State>, is_linked: bool);
}

/// A stateful part with what it showed last.
pub struct Rendered<Part> {
    part: Part,
    content: Rc<Html>,
}

impl<Part: Stateful> Rendered<Part> {
    /// Shows it for the first time.
    pub fn new(mut part: Part) -> Rendered<Part> {
        let content = Rc::new(part.show());
        Rendered { part, content }
    }
}

impl<Part: Stateful> Live for Rendered<Part> {
    fn open(&self) -> Option<&'static str> {
        self.part.open()
    }

    fn view(&self) -> Html {
        Node::Kept(Rc::clone(&self.content)).into()
    }

    fn update(&mut self, event: PartEvent) -> bool {
        match event {
            PartEvent::Control(kind, control) => match self.part.action(kind, &control) {
                Some(action) => self.part.act(action),
                None => return false,
            },
            PartEvent::Refresh => {
                for action in self.part.replies().take() {
                    self.part.act(action);
                }
            }
        }
        self.content = Rc::new(self.part.show());
        true
    }

    fn follow(&mut self, state: &Rc<State>, is_linked: bool) {
        self.part.follow(state, is_linked);
    }
}

/// The replies from the browser, as actions.
pub struct Replies<Action> {
    actions: Rc<RefCell<Vec<Action>>>,
    send: Callback<PartEvent>,
}

impl<Action: 'static> Replies<Action> {
    /// None yet; `send` is called with each that comes.
    pub fn new(send: Callback<PartEvent>) -> Replies<Action> {
        Replies { actions: Rc::default(), send }
    }

    /// Has the part shown again, with what came back.
    pub fn notify(&self) {
        self.send.emit(PartEvent::Refresh);
    }

    /// Adds a reply.
    pub fn push(&self, action: Action) {
        self.actions.borrow_mut().push(action);
        self.notify();
    }

    /// A function for a script to call once, which makes an action of whether something worked.
    pub fn once(&self, action: Box<dyn FnOnce(bool) -> Action>) -> JsValue {
        let replies = self.clone();
        Closure::once_into_js(move |is_done: bool| replies.push(action(is_done)))
    }

    fn take(&self) -> Vec<Action> {
        self.actions.take()
    }
}

impl<Action> Clone for Replies<Action> {
    fn clone(&self) -> Replies<Action> {
        Replies { actions: Rc::clone(&self.actions), send: self.send.clone() }
    }
}

/// The arguments with which a stateful part starts in a widget.
pub struct Start {
    /// The widget.
    pub root: Element,
    /// The scripts that it calls.
    pub scripts: JsValue,
    /// The state that the widget shows.
    pub state: Rc<State>,
    /// Whether the page's address has its numbers.
    pub is_linked: bool,
    /// Called with what comes back later.
    pub send: Callback<PartEvent>,
    /// Called with what the reader does there to the numbers.
    pub act: Callback<Action>,
}

/// The loading state of a stateful part.
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

/// Focuses the element that a selector finds, and returns whether it did. The page stays where it is unless it `scrolls`.
pub fn focus(root: &Element, selector: &str, scrolls: bool) -> bool {
    let found = root.query_selector(selector).ok().flatten();
    let options = FocusOptions::new();
    options.set_prevent_scroll(!scrolls);
    // A control may refuse the focus.
    let control = found.and_then(|control| control.dyn_into::<HtmlElement>().ok());
    control.is_some_and(|control| control.focus_with_options(&options).is_ok())
}
