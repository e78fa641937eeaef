//! How do the reader's files run in a browser? Controls and dropped files become actions, effects go to the platform's scripts,
//! and what comes back from there is an action again.

use std::cell::{Cell, RefCell};
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
use crate::live::{Live, Rendered, Replies, Start, Stateful, focus};
use crate::state::{self, State};

/// The question's own line.
const LINE: &str = "details[data-field=books] > summary";

/// Starts it.
pub fn start(start: Start) -> Box<dyn Live> {
    let Start { root, scripts, state, is_linked: _, send, act } = start;
    let platform: Platform = scripts.unchecked_into();
    let replies = Replies::new(send);
    let source: Rc<RefCell<Option<Source>>> = Rc::default();
    let received = {
        let (source, replies) = (Rc::clone(&source), replies.clone());
        Closure::<dyn FnMut(Source)>::new(move |dropped| replies.push(open(&source, dropped)))
    };
    platform.receive(&root, received.as_ref());
    Box::new(Rendered::new(Books {
        root,
        platform,
        act,
        opened: Rc::default(),
        shown: Rc::new(RefCell::new(state)),
        source,
        replies,
        typed: [0; 2],
        run: Rc::default(),
        _received: received,
    }))
}

/// Keeps a source, and opens it.
fn open(kept: &RefCell<Option<Source>>, source: Source) -> Action {
    let action = Action::Open(source.name(), source.others().unwrap_or_default());
    kept.replace(Some(source));
    action
}

struct Books {
    root: Element,
    platform: Platform,
    act: Callback<state::Action>,
    opened: Rc<RefCell<Opened>>,
    /// The state that the calculator shows.
    shown: Rc<RefCell<Rc<State>>>,
    /// The file that is being read, or was.
    source: Rc<RefCell<Option<Source>>>,
    replies: Replies<Action>,
    /// The size of the field for cells, in characters and lines.
    typed: [usize; 2],
    /// The number of the latest reading; an earlier one has ended.
    run: Rc<Cell<u32>>,
    /// Kept for as long as files can be dropped.
    _received: Closure<dyn FnMut(Source)>,
}

impl Stateful for Books {
    type Action = Action;

    fn action(&mut self, kind: &str, control: &Element) -> Option<Action> {
        let name = control.get_attribute("data-books")?;
        if kind == "click" {
            return self.pressed(&name);
        }
        if let Some(cells) = control.dyn_ref::<HtmlTextAreaElement>() {
            // Typing ends when the reader leaves the field; pasting brings several lines at once.
            let text = cells.value();
            let now = [text.chars().count(), text.trim().lines().count()];
            let before = std::mem::replace(&mut self.typed, now);
            let is_pasted = kind == "input" && now[0] > before[0] + 2 && now[1] > before[1].max(1);
            if is_pasted || kind == "change" && !text.trim().is_empty() {
                self.typed = [0; 2];
                if is_pasted {
                    // The field disappears.
                    focus(&self.root, LINE, true);
                }
                return Some(open(&self.source, self.platform.pasted(&text)));
            }
            return None;
        }
        if kind != "change" {
            return None;
        }
        if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
            return Some(open(&self.source, self.platform.picked(input)?));
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

    fn act(&mut self, action: Action) {
        let effect = self.opened.borrow_mut().after(action, &self.shown.borrow());
        match effect {
            Some(Effect::Read) => self.read(self.source.borrow().as_ref()),
            Some(Effect::GoOn) => self.read(None),
            Some(Effect::Forget) => _ = self.source.take(),
            Some(Effect::Act(action)) => self.act.emit(action),
            Some(Effect::Copy(text)) => {
                self.platform.copy(&self.root, &text, "", &self.replies.once(Box::new(Action::Copied)));
            }
            None => {}
        }
    }

    fn replies(&self) -> &Replies<Action> {
        &self.replies
    }

    fn show(&mut self) -> Html {
        view(&self.opened.borrow(), &self.shown.borrow())
    }

    fn follow(&mut self, state: &Rc<State>, _: bool) {
        let before = self.shown.replace(Rc::clone(state));
        // Numbers are written in the page's language.
        if before.words() != state.words() {
            self.replies.notify();
        }
    }
}

impl Books {
    /// Reads a source from its beginning, or goes on with what follows from it. Anything that is being read is given up.
    fn read(&self, source: Option<&Source>) {
        let run = self.run.get() + 1;
        self.run.set(run);
        let (opened, shown, latest) = (Rc::clone(&self.opened), Rc::clone(&self.shown), Rc::clone(&self.run));
        let replies = self.replies.clone();
        let take = Closure::<dyn FnMut(Option<String>, u16, bool) -> bool>::new(move |piece, done, has_failed| {
            if latest.get() != run {
                return false;
            }
            let action = if has_failed { Action::Unreadable } else { Action::Take(piece, done) };
            let is_working = {
                let mut opened = opened.borrow_mut();
                // It has no effect.
                let _ = opened.after(action, &shown.borrow());
                opened.is_working()
            };
            replies.notify();
            is_working
        });
        self.platform.read(source, &take.into_js_value());
    }

    fn pressed(&mut self, name: &str) -> Option<Action> {
        Some(match name {
            "stop" => {
                self.run.set(self.run.get() + 1);
                self.source.take();
                Action::Stop
            }
            "close" => {
                // The button disappears.
                focus(&self.root, LINE, true);
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
