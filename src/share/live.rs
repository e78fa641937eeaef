//! How does sharing run in a browser? Controls become actions, effects go to the platform's scripts, and what comes back
//! from there is an action again.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};
use words::{Said, Site, Size, Theme};

use super::Platform;
use super::choices::{Choice, Embed};
use super::page::Page;
use super::platform::Texts;
use super::sharing::{Action, Effect, Press, Section, Sharing};
use crate::html::Html;
use crate::live::{Live, Rendered, Replies, Start, Stateful, focus};
use crate::state::State;

/// The time that a slider rests, in milliseconds, before exports of its numbers are made again.
const REST: u32 = 150;

/// Starts sharing.
pub fn start(start: Start) -> Box<dyn Live> {
    let Start { root, scripts, state, is_linked, send, act: _ } = start;
    let platform: Platform = scripts.unchecked_into();
    let whereabouts = platform.whereabouts(&root);
    let text = |index: i32| whereabouts.at(index).unwrap_or_default();
    let page = Page { root, platform, shown: Rc::new(RefCell::new((state, is_linked))) };
    let original = page.original();
    let sharing = Sharing::new(Embed::new(&original, text(2), text(1)));
    let listeners = page.listeners();
    let replies = Replies::new(send);
    Box::new(Rendered::new(Share { page, sharing, replies, rest: None, refocus: None, _listeners: listeners }))
}

struct Share {
    page: Page,
    sharing: Sharing,
    replies: Replies<Action>,
    rest: Option<Timeout>,
    /// The selector of the control that gets the focus once it is there.
    refocus: Option<&'static str>,
    /// Kept for what happens when they are dropped.
    _listeners: [EventListener; 5],
}

impl Stateful for Share {
    type Action = Action;

    fn open(&self) -> Option<&'static str> {
        self.sharing.open().map(Section::name)
    }

    fn action(&mut self, kind: &str, control: &Element) -> Option<Action> {
        let name = control.get_attribute("data-share")?;
        if kind == "click" {
            return self.pressed(&name, control);
        }
        if kind == "enter" {
            return (name == "name").then_some(Action::Press(Press::Save));
        }
        let is_finished = match kind {
            "change" => true,
            "input" => false,
            _ => return None,
        };
        if let Some(select) = control.dyn_ref::<HtmlSelectElement>() {
            let value = select.value();
            return Some(Action::Choose(match name.as_str() {
                "site" => Choice::Site(Site::named(&value)),
                "theme" => Choice::Theme(Theme::named(&value)),
                _ => Choice::Size(Size::named(&value)),
            }));
        }
        let input: &HtmlInputElement = control.dyn_ref()?;
        Some(match name.as_str() {
            "name" => Action::TypeName(input.value()),
            "base" => Action::Choose(Choice::Base(input.value(), is_finished)),
            "shared" => Action::Choose(Choice::Shared(input.checked())),
            "pinned" => Action::Choose(Choice::Pinned(input.checked())),
            _ => {
                if is_finished {
                    let platform = self.page.platform.clone();
                    let done =
                        self.replies.once(Box::new(move |is_whole| Action::Import(platform.scenarios(), is_whole)));
                    self.page.platform.read_file(input, &done);
                }
                return None;
            }
        })
    }

    fn act(&mut self, action: Action) {
        if is_about_list(&action) {
            // Another page of this site may have changed it.
            self.read_list();
        }
        let original = self.page.original();
        if let Some(effect) = self.sharing.after(action, &original) {
            self.perform(effect);
        }
    }

    fn replies(&self) -> &Replies<Action> {
        &self.replies
    }

    fn show(&mut self) -> Html {
        if self.sharing.open() == Some(Section::Saved) {
            self.read_list();
        }
        self.sharing.view(&self.page.original())
    }

    fn follow(&mut self, state: &Rc<State>, is_linked: bool) {
        if let Some(selector) = self.refocus.take() {
            focus(&self.page.root, selector, true);
        }
        let before = self.page.shown.replace((Rc::clone(state), is_linked));
        if self.sharing.open().is_some() && !Rc::ptr_eq(&before.0, state) && before.0.good != state.good {
            let replies = self.replies.clone();
            self.rest = Some(Timeout::new(REST, move || replies.notify()));
        }
    }
}

impl Share {
    fn read_list(&mut self) {
        let is_whole = self.page.platform.read_list();
        let stored = Action::Stored(self.page.platform.scenarios(), is_whole);
        // It has no effect.
        let _ = self.sharing.after(stored, &self.page.original());
    }

    fn pressed(&mut self, name: &str, button: &Element) -> Option<Action> {
        // Buttons that disappear leave the focus to others.
        self.refocus = match name {
            "remove" => Some("[data-share=undo]"),
            "undo" => Some("[data-share=saved]"),
            _ => None,
        };
        if name == "remove" {
            let index: i32 = button.get_attribute("value")?.parse().ok()?;
            return self.sharing.saved_at(usize::try_from(index).ok()?).cloned().map(Action::Remove);
        }
        Press::named(name).map(Action::Press)
    }

    fn perform(&mut self, effect: Effect) {
        let Page { root, platform, .. } = &self.page;
        match effect {
            Effect::Copy(text, html, said) => {
                let by_hand = Said::ByHand(text.clone());
                let done = self.replies.once(Box::new(|is_done| Action::Say(if is_done { said } else { by_hand })));
                platform.copy(root, &text, &html, &done);
            }
            Effect::Print => {
                let done = self
                    .replies
                    .once(Box::new(|is_done| Action::Say(if is_done { Said::Printing } else { Said::Failed })));
                platform.print_sheet(root, &self.page.sheet("th th-light"), &done);
            }
            Effect::Download(name, text, kind) => platform.download(name, &text, kind),
            Effect::DownloadList => platform.download_list(),
            Effect::Store(list, said) => {
                let texts: Texts = js_sys::Array::new().unchecked_into();
                for one in list {
                    texts.push(&one.name);
                    texts.push(&one.link);
                    texts.push(&one.saved);
                }
                let said = if platform.store_list(&texts) { said } else { Said::NotSaved };
                self.act(Action::Say(said));
            }
            Effect::ReadPins(folder) => {
                let (platform, base) = (platform.clone(), folder.clone());
                let done =
                    self.replies.once(Box::new(move |is_done| Action::Pin(platform.pins_of(base).filter(|_| is_done))));
                self.page.platform.read_pins(&folder, &done);
            }
        }
    }
}

fn is_about_list(action: &Action) -> bool {
    matches!(action, Action::Import(..) | Action::Remove(_) | Action::Press(Press::Save | Press::Undo))
}
