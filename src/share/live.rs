//! How does sharing run in a browser? Controls become actions, effects go to the platform's scripts, and what comes back
//! from there is an action again.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};
use words::{Said, Site, Size, Theme};
use yew::Callback;

use super::Platform;
use super::embed::{Choice, Embed};
use super::page::Page;
use super::platform::Texts;
use super::sharing::{Action, Effect, Press, Section, Sharing};
use crate::html::Html;
use crate::live::{Heard, Live, Start};
use crate::state::State;
use crate::view::focus;

/// How long a slider rests, in milliseconds, before what is shown of its numbers is made again.
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
    let content = Rc::new(sharing.view(&original));
    let listeners = page.listeners();
    Box::new(Running {
        page,
        send,
        sharing,
        content,
        replies: Rc::default(),
        rest: None,
        refocus: None,
        _listeners: listeners,
    })
}

struct Running {
    page: Page,
    send: Callback<Heard>,
    sharing: Sharing,
    content: Rc<Html>,
    /// What came back from the platform.
    replies: Rc<RefCell<Vec<Action>>>,
    rest: Option<Timeout>,
    /// What gets the focus once it is there.
    refocus: Option<&'static str>,
    /// Kept for what happens when they are dropped.
    _listeners: [EventListener; 5],
}

impl Live for Running {
    fn open(&self) -> Option<&'static str> {
        self.sharing.open().map(Section::name)
    }

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
                for action in self.replies.take() {
                    self.act(action);
                }
            }
        }
        self.show();
        true
    }

    fn follow(&mut self, state: &Rc<State>, is_linked: bool) {
        if let Some(selector) = self.refocus.take() {
            focus(&self.page.root, selector);
        }
        let before = self.page.shown.replace((Rc::clone(state), is_linked));
        if self.sharing.open().is_some() && !Rc::ptr_eq(&before.0, state) && before.0.good != state.good {
            let send = self.send.clone();
            self.rest = Some(Timeout::new(REST, move || send.emit(Heard::Later)));
        }
    }
}

impl Running {
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

    fn show(&mut self) {
        if self.sharing.open() == Some(Section::Saved) {
            self.read_list();
        }
        self.content = Rc::new(self.sharing.view(&self.page.original()));
    }

    fn read_list(&mut self) {
        let is_whole = self.page.platform.read_list();
        let stored = Action::Stored(self.page.platform.scenarios(), is_whole);
        // It has no effect.
        let _ = self.sharing.after(stored, &self.page.original());
    }

    /// The action of an event at a control, if it is one.
    fn action(&mut self, kind: &str, control: &Element) -> Option<Action> {
        let name = control.get_attribute("data-share")?;
        if kind == "click" {
            return self.pressed(&name, control);
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
                    let done = self.reply(Box::new(move |_| Action::Import(platform.scenarios())));
                    self.page.platform.read_file(input, &done);
                }
                return None;
            }
        })
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
                let done = self.reply(Box::new(|is_done| Action::Say(if is_done { said } else { by_hand })));
                platform.copy(root, &text, &html, &done);
            }
            Effect::Print => {
                let done =
                    self.reply(Box::new(|is_done| Action::Say(if is_done { Said::Printing } else { Said::Failed })));
                if let Some(sheet) = self.page.sheet("th th-light") {
                    platform.print_sheet(root, &sheet, &done);
                }
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
                let done = self.reply(Box::new(move |is_done| Action::Pin(platform.pins_of(base).filter(|_| is_done))));
                self.page.platform.read_pins(&folder, &done);
            }
        }
    }

    /// A function for a script to call once, which makes an action of whether something worked.
    fn reply(&self, action: Box<dyn FnOnce(bool) -> Action>) -> JsValue {
        let (send, replies) = (self.send.clone(), Rc::clone(&self.replies));
        Closure::once_into_js(move |is_done: bool| {
            replies.borrow_mut().push(action(is_done));
            send.emit(Heard::Later);
        })
    }
}

fn is_about_list(action: &Action) -> bool {
    matches!(action, Action::Import(_) | Action::Remove(_) | Action::Press(Press::Save | Press::Undo))
}
