//! The element's side of the boundary: what the loader calls, and what it is told.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};
use yew::{AppHandle, Callback, Renderer};

use crate::panels::Panel;
use crate::report::{Json, comparison_json};
use crate::scenario::{Field, example};
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
    latest: Rc<RefCell<Option<State>>>,
    on_shown: Callback<(State, bool)>,
    on_more: Callback<String>,
    fetch_panels: Function,
}

#[wasm_bindgen]
impl Mounted {
    /// Starts an app for `host` inside `root`. `announce` is called once there is a first comparison and with every new one,
    /// and told whether more belongs in it than this app knows.
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
        let latest = Rc::new(RefCell::new(None));
        let heard = Rc::clone(&latest);
        let on_shown = Callback::from(move |(state, is_new): (State, bool)| {
            let more = Panel::ALL.iter().any(|panel| is_asked(&state.answer.scenario, *panel));
            heard.replace(Some(state));
            if is_new {
                // What the page's listeners do is the page's affair.
                let _ = announce.call1(&JsValue::NULL, &more.into());
            }
        });
        let props = AppProps {
            snapshot: snapshot.map(Into::into),
            ..props(&host, on_shown.clone(), on_more.clone(), fetch_panels.clone())
        };
        let app = Renderer::<App>::with_root_and_props(root, props).render();
        Mounted { host, app, latest, on_shown, on_more, fetch_panels }
    }

    /// The latest comparison, an object as documented in the README; none before the first.
    #[wasm_bindgen(getter)]
    pub fn comparison(&self) -> JsValue {
        let latest = self.latest.borrow();
        latest
            .as_ref()
            .map_or(JsValue::NULL, |state| object(&comparison_json(&state.answer.scenario, &state.answer.comparison)))
    }

    /// The link to the latest comparison by which the panels' module says what else belongs in it.
    #[wasm_bindgen(getter)]
    pub fn link(&self) -> Option<String> {
        self.latest.borrow().as_ref().map(|state| state.good.link().as_ref().into())
    }

    /// Reads the attributes again.
    pub fn rewrite(&mut self) {
        let (on_shown, on_more) = (self.on_shown.clone(), self.on_more.clone());
        self.app.update(props(&self.host, on_shown, on_more, self.fetch_panels.clone()));
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
    on_shown: Callback<(State, bool)>,
    on_more: Callback<String>,
    fetch_panels: Function,
) -> AppProps {
    let mut attributes: Vec<(&str, String)> =
        Field::ALL.into_iter().filter_map(|field| Some((field.name(), host.get_attribute(field.name())?))).collect();
    // What the attribute does not say, the page does. A tag of the page's that is none is not ours to complain of.
    let from_page = !host.has_attribute(Field::Lang.name());
    if from_page
        && let Some(lang) = host.closest("[lang]").ok().flatten().and_then(|page| page.get_attribute("lang"))
        && lang != Field::Lang.default_text()
    {
        attributes.push((Field::Lang.name(), lang));
    }
    let (given, mut ignored) = example(attributes.iter().map(|(name, value)| (*name, value.as_str())));
    ignored.retain(|ignored| !(from_page && ignored.name == Field::Lang.name()));
    // Of several in a page the first one has the fragment.
    let first = gloo::utils::document().query_selector("take-home[address]").ok().flatten();
    let is_first = first.is_none_or(|first| first == **host);
    let fragment = (is_first && host.has_attribute(ADDRESS)).then(|| crate::view::fragment().into());
    AppProps {
        author: Author { given, ignored },
        today: today(),
        fragment,
        on_shown,
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
