//! The module that fills panels: fetched when the first one is opened, then asked like a function.

use std::cell::RefCell;

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use yew::{Callback, Html};

use super::panel::Contents;
use super::state::State;
use crate::markup::el;
use crate::panels::{LINE, Panel};

/// What fills panels, as far as it is there.
pub struct Panels {
    fetch: Function,
    arrived: Callback<Option<Function>>,
    stage: RefCell<Stage>,
}

#[derive(Default)]
enum Stage {
    #[default]
    NotAsked,
    OnItsWay,
    Here(Function),
    Failed,
}

impl Panels {
    /// Nothing is fetched yet. `arrived` is called with what fills panels, or with nothing where it is not to be had.
    pub fn new(fetch: &Function, arrived: Callback<Option<Function>>) -> Panels {
        Panels { fetch: fetch.clone(), arrived, stage: RefCell::default() }
    }

    /// What was fetched has come, or has not.
    pub fn arrive(&self, module: Option<Function>) {
        *self.stage.borrow_mut() = module.map_or(Stage::Failed, Stage::Here);
    }

    fn fetch(&self) {
        let (done, failed) = (self.arrived.clone(), self.arrived.clone());
        let done = Closure::once_into_js(move |module: JsValue| done.emit(module.dyn_into().ok()));
        let failed = Closure::once_into_js(move |_: JsValue| failed.emit(None));
        if let Ok(promise) = self.fetch.call0(&JsValue::NULL) {
            // `Promise::then` would want closures that outlive it; these are called once and then gone.
            let then =
                js_sys::Reflect::get(&promise, &"then".into()).ok().and_then(|then| then.dyn_into::<Function>().ok());
            let _ = then.map(|then| then.call2(&promise.unchecked_into::<Promise>(), &done, &failed));
        }
    }

    /// What the module says to a name and a state; it is fetched if that was not done yet.
    fn ask(&self, name: &str, state: &State) -> Option<String> {
        if matches!(*self.stage.borrow(), Stage::NotAsked) {
            self.stage.replace(Stage::OnItsWay);
            self.fetch();
        }
        let arrived = self.stage.borrow();
        let Stage::Here(fill) = &*arrived else { return None };
        // Everything that the panel tells is in the link.
        let link = state.good.link().as_ref();
        fill.call2(&JsValue::NULL, &name.into(), &link.into()).ok()?.as_string()
    }
}

impl Contents for Panels {
    fn of(&self, panel: Panel, state: &State) -> Html {
        let words = state.words();
        let html = self.ask(panel.name(), state);
        if html.is_none() && matches!(*self.stage.borrow(), Stage::OnItsWay) {
            return el!("p", "class" = "th-hint"; words.panel_comes());
        }
        let failed = || el!("p", "class" = "th-note"; words.panel_failed());
        html.map_or_else(failed, |html| Html::from_html_unchecked(html.into()))
    }

    fn line(&self, panel: Panel, state: &State) -> Option<String> {
        self.ask(&format!("{}{LINE}", panel.name()), state)
    }
}
