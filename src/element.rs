//! The element's side of the boundary: what the loader calls, and what it is told.

use std::cell::RefCell;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};
use yew::{AppHandle, Callback, Renderer};

use crate::panels::Panel;
use crate::report::{Json, comparison_json};
use crate::scenario::{Field, Given, example, write_link};
use crate::today::today;
use crate::view::state::{Author, State};
use crate::view::{App, AppProps, is_asked};

/// The attribute of the one element whose scenario lives in the page's fragment.
const ADDRESS: &str = "address";

/// An app in an element, until it is unmounted.
#[wasm_bindgen]
pub struct Mounted {
    host: HtmlElement,
    app: AppHandle<App>,
    on_answer: Callback<State>,
    on_more: Callback<String>,
    fetch_panels: Function,
}

#[wasm_bindgen]
impl Mounted {
    /// Starts an app for `host` inside `root`. `announce` is called with the first comparison and every new one: an object as
    /// documented in the README, and, where more belongs in it, the link by which the panels' module makes that.
    /// `fetch_panels` answers with a promise of the function that fills panels: of a panel's name and a link it makes HTML.
    /// `more` is called with a snapshot where an app that counts more than the fee has to take this one's place; that one is
    /// given the `snapshot`.
    #[wasm_bindgen(constructor)]
    pub fn new(
        host: HtmlElement,
        root: Element,
        fetch_panels: Function,
        announce: Function,
        more: Function,
        snapshot: Option<String>,
    ) -> Mounted {
        let on_more = Callback::from(move |snapshot: String| {
            let _ = more.call1(&JsValue::NULL, &snapshot.into());
        });
        let on_answer = Callback::from(move |state: State| {
            let answer = &state.answer;
            let more = Panel::ALL.iter().any(|panel| is_asked(&answer.scenario, *panel));
            let link = more.then(|| write_link(&state.good, &Given::default()));
            let comparison = object(&comparison_json(&answer.scenario, &answer.comparison));
            // What the page's listeners do is the page's affair.
            let _ = announce.call2(&JsValue::NULL, &comparison, &link.into());
        });
        let props = AppProps {
            snapshot: snapshot.map(Into::into),
            ..props(&host, on_answer.clone(), on_more.clone(), fetch_panels.clone())
        };
        let app = Renderer::<App>::with_root_and_props(root, props).render();
        Mounted { host, app, on_answer, on_more, fetch_panels }
    }

    /// Reads the attributes again.
    pub fn rewrite(&mut self) {
        let (on_answer, on_more) = (self.on_answer.clone(), self.on_more.clone());
        self.app.update(props(&self.host, on_answer, on_more, self.fetch_panels.clone()));
    }

    /// Stops the app and takes it out of the page.
    pub fn unmount(self) {
        self.app.destroy();
    }
}

/// Has `report` called with a message when the app panics. After a panic nothing of it works any more.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(report: js_sys::Function) {
    thread_local!(static REPORT: RefCell<Option<js_sys::Function>> = const { RefCell::new(None) });
    REPORT.set(Some(report));
    yew::set_custom_panic_hook(Box::new(|panic| {
        let message = JsValue::from(panic.to_string());
        REPORT.with_borrow(|report| report.as_ref().map(|report| report.call1(&JsValue::NULL, &message)));
    }));
}

fn props(
    host: &HtmlElement,
    on_answer: Callback<State>,
    on_more: Callback<String>,
    fetch_panels: Function,
) -> AppProps {
    let mut attributes: Vec<(&str, String)> =
        Field::ALL.into_iter().filter_map(|field| Some((field.name(), host.get_attribute(field.name())?))).collect();
    // What the attribute does not say, the page does. A tag of the page's that is none is not ours to complain of.
    let from_page = !host.has_attribute(Field::Lang.name());
    if from_page && let Some(lang) = host.closest("[lang]").ok().flatten().and_then(|page| page.get_attribute("lang")) {
        attributes.push((Field::Lang.name(), lang));
    }
    let (given, mut ignored) = example(attributes.iter().map(|(name, value)| (*name, value.as_str())));
    ignored.retain(|ignored| !(from_page && ignored.name == Field::Lang.name()));
    let fragment = host.has_attribute(ADDRESS).then(|| crate::view::fragment().into());
    AppProps {
        author: Author { given, ignored },
        today: today(),
        fragment,
        on_answer,
        on_more,
        snapshot: None,
        fetch_panels,
    }
}

/// JSON as a JavaScript object: `null` rather than `undefined` for what does not exist.
fn object(json: &Json) -> JsValue {
    match json {
        Json::Nothing => JsValue::NULL,
        Json::Text(text) => JsValue::from_str(text),
        Json::List(items) => items.iter().map(object).collect::<js_sys::Array>().into(),
        Json::Object(entries) => {
            let made = js_sys::Object::new();
            for (name, value) in entries {
                // A new object refuses nothing.
                let _ = js_sys::Reflect::set(&made, &JsValue::from_str(name), &object(value));
            }
            made.into()
        }
    }
}
