//! How do the reader's files run in a browser? Controls and dropped files become actions, effects go to the platform's scripts,
//! and what comes back from there is an action again.

use std::cell::RefCell;
use std::rc::Rc;

use books::{Column, Order};
use engine::fees::PLATFORMS;
use engine::scenario::DecimalMark;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::Callback;

use super::costs::report;
use super::opened::{Action, Effect, Fees, Opened, Setting, Stage};
use super::platform::{Platform, Source};
use super::view::view;
use crate::html::Html;
use crate::live::{Heard, Live, Start};
use crate::state::{self, State};
use crate::view::focus;

/// Starts it.
pub fn start(start: Start) -> Box<dyn Live> {
    let Start { root, scripts, state, is_linked: _, send, act } = start;
    let platform: Platform = scripts.unchecked_into();
    let content = Rc::default();
    let opened = Rc::new(RefCell::new(Opened::default()));
    let replies: Rc<RefCell<Vec<Reply>>> = Rc::default();
    let received = {
        let (send, replies) = (send.clone(), Rc::clone(&replies));
        Closure::<dyn FnMut(Source)>::new(move |source| {
            replies.borrow_mut().push(Reply::Received(source));
            send.emit(Heard::Later);
        })
    };
    platform.receive(&root, received.as_ref());
    let shown = Rc::new(RefCell::new(state));
    let mut running = Running {
        root,
        platform,
        send,
        act,
        opened,
        shown,
        content,
        source: None,
        replies,
        typed: 0,
        run: Rc::default(),
        _received: received,
    };
    running.show();
    Box::new(running)
}

/// What comes back from the browser.
enum Reply {
    /// The reader has dropped a file.
    Received(Source),
    /// A text was copied, or not.
    Copied(bool),
}

struct Running {
    root: Element,
    platform: Platform,
    send: Callback<Heard>,
    act: Callback<state::Action>,
    opened: Rc<RefCell<Opened>>,
    /// What the calculator shows.
    shown: Rc<RefCell<Rc<State>>>,
    content: Rc<Html>,
    /// What is being read, or was.
    source: Option<Source>,
    replies: Rc<RefCell<Vec<Reply>>>,
    /// How much is in the field for cells.
    typed: usize,
    /// The number of the latest reading; an earlier one has ended.
    run: Rc<RefCell<u32>>,
    /// Kept for as long as files can be dropped.
    _received: Closure<dyn FnMut(Source)>,
}

impl Live for Running {
    fn view(&self) -> Html {
        Html::Island(Rc::clone(&self.content))
    }

    fn hear(&mut self, heard: Heard) -> bool {
        match heard {
            Heard::Control(kind, control) => match self.action(kind, &control) {
                Some(action) => self.act(action),
                None => return false,
            },
            Heard::Later => {
                for reply in self.replies.take() {
                    match reply {
                        Reply::Received(source) => self.open(source),
                        Reply::Copied(is_done) => self.act(Action::Copied(is_done)),
                    }
                }
            }
        }
        self.show();
        true
    }

    fn follow(&mut self, state: &Rc<State>, _: bool) {
        let before = self.shown.replace(Rc::clone(state));
        // Numbers are written in the page's language.
        if before.words() != state.words() {
            self.send.emit(Heard::Later);
        }
    }
}

impl Running {
    fn show(&mut self) {
        self.content = Rc::new(view(&self.opened.borrow(), &self.shown.borrow()));
    }

    fn open(&mut self, source: Source) {
        let name = source.name();
        self.source = Some(source);
        self.act(Action::Open(name));
    }

    fn act(&mut self, action: Action) {
        let effect = self.opened.borrow_mut().after(action, &self.shown.borrow());
        match effect {
            Some(Effect::Read) => self.read(self.source.as_ref()),
            Some(Effect::GoOn) => self.read(None),
            Some(Effect::Forget) => self.source = None,
            Some(Effect::Act(actions)) => actions.into_iter().for_each(|action| self.act.emit(action)),
            Some(Effect::Copy(text)) => {
                let (send, replies) = (self.send.clone(), Rc::clone(&self.replies));
                let done = Closure::once_into_js(move |is_done: bool| {
                    replies.borrow_mut().push(Reply::Copied(is_done));
                    send.emit(Heard::Later);
                });
                self.platform.copy(&self.root, &text, "", &done);
            }
            None => {}
        }
    }

    /// Reads a source from its beginning, or goes on with what follows from it. Anything that is being read is given up.
    fn read(&self, source: Option<&Source>) {
        let run = {
            let mut latest = self.run.borrow_mut();
            *latest += 1;
            *latest
        };
        let (opened, shown, latest) = (Rc::clone(&self.opened), Rc::clone(&self.shown), Rc::clone(&self.run));
        let send = self.send.clone();
        let take = Closure::<dyn FnMut(Option<String>, u16, bool) -> bool>::new(move |piece, done, has_failed| {
            if *latest.borrow() != run {
                return false;
            }
            let action = if has_failed { Action::Unreadable } else { Action::Take(piece, done) };
            let is_working = {
                let mut opened = opened.borrow_mut();
                // It has no effect.
                let _ = opened.after(action, &shown.borrow());
                opened.is_working()
            };
            send.emit(Heard::Later);
            is_working
        });
        self.platform.read(source, &take.into_js_value());
    }

    /// The action of an event at a control, if it is one.
    fn action(&mut self, kind: &str, control: &Element) -> Option<Action> {
        let name = control.get_attribute("data-books")?;
        if kind == "click" {
            return self.pressed(&name);
        }
        if let Some(cells) = control.dyn_ref::<HtmlTextAreaElement>() {
            // Typing ends when the reader leaves the field; pasting brings several lines at once.
            let text = cells.value();
            let before = std::mem::replace(&mut self.typed, text.len());
            let is_pasted = kind == "input" && text.len() > before + 2 && text.trim().contains('\n');
            if is_pasted || kind == "change" && !text.trim().is_empty() {
                self.typed = 0;
                self.source = Some(self.platform.pasted(&text));
                return Some(Action::Open(None));
            }
            return None;
        }
        if kind != "change" {
            return None;
        }
        if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
            let source = self.platform.picked(input)?;
            let name = source.name();
            self.source = Some(source);
            return Some(Action::Open(name));
        }
        let value = control.dyn_ref::<HtmlSelectElement>()?.value();
        Some(Action::Choose(match name.as_str() {
            "year" => Setting::Year(value.parse().ok()),
            "platform" => Setting::Fees(PLATFORMS.iter().find(|one| one.name == value).map_or(Fees::None, Fees::Of)),
            "currency" => Setting::Currency(value.parse().ok()?),
            "order" => Setting::Order(if value == "day" { Order::DayFirst } else { Order::MonthFirst }),
            "mark" => Setting::Mark(if value == "comma" { DecimalMark::Comma } else { DecimalMark::Point }),
            column => Setting::Column(Column::named(column)?, value.parse().ok()),
        }))
    }

    fn pressed(&mut self, name: &str) -> Option<Action> {
        Some(match name {
            "stop" => {
                *self.run.borrow_mut() += 1;
                Action::Stop
            }
            "close" => {
                // The button disappears.
                focus(&self.root, "details[data-field=books] > summary");
                Action::Close
            }
            "use" => Action::UseAsGigs,
            "report" => {
                let Stage::Read(read) = &self.opened.borrow().stage else { return None };
                Action::CopyReport(report(read))
            }
            _ => return None,
        })
    }
}
