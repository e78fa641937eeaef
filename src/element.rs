//! What does the loader call, and what does it get?

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use engine::json::{Json, comparison_json};
use engine::scenario::{Field, example};
use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, ShadowRoot};
use yew::{AppHandle, AttrValue, Callback, Renderer};

use crate::parts::{self, Part};
use crate::state::{Author, Open, Panel, State};
use crate::today::today;
use crate::view::{App, AppProps, Event};

/// The elements whose scenario may be kept in the page's fragment: some frameworks write `false` for an attribute that
/// should be absent.
const WITH_ADDRESS: &str = "take-home[address]:not([address=false i], [address=no i], [address=off i], [address='0'])";

/// The names of all attributes that set an example, with spaces between them.
#[wasm_bindgen]
pub fn names() -> String {
    Field::ALL.map(Field::name).join(" ")
}

/// Whether a text, such as a link, names a schedule of the part `answers` that has not arrived, or has a list.
#[wasm_bindgen]
pub fn awaits(text: &str) -> bool {
    engine::scenario::awaits(text)
}

/// An app in an element, until it is unmounted.
#[wasm_bindgen]
pub struct Mounted {
    host: HtmlElement,
    app: AppHandle<App>,
    latest: Rc<RefCell<Option<Rc<State>>>>,
    on_shown: Callback<(Rc<State>, bool)>,
    load: Function,
    changing: Function,
    start: Option<AttrValue>,
    open: AttrValue,
    /// The panels that are open and filled.
    filled: Rc<Cell<Open>>,
}

/// Notes that a part of the app has arrived, with the scripts that it calls; called once its file is instantiated.
#[wasm_bindgen(js_name = partArrived)]
pub fn part_arrived(name: &str, scripts: JsValue) {
    if let Some(part) = Part::named(name) {
        parts::arrived(part, scripts);
    }
}

#[wasm_bindgen]
impl Mounted {
    /// Starts an app for `host` inside `root`. `announce` is called once there is a first comparison and with every new one,
    /// with whether [extras](Mounted::extras) belong to it. `load` fetches a part of the app by its name and calls the
    /// function that it is given with whether it has arrived. `start` is a link from the defaults whose numbers are shown at
    /// first, in place of those of the element and the address. `changing` is called before the app changes its nodes. `open` names
    /// panels, with commas between them, which are open from the start.
    #[wasm_bindgen(constructor)]
    pub fn new(
        host: HtmlElement,
        root: Element,
        load: Function,
        announce: Function,
        start: Option<String>,
        changing: Function,
        open: Option<String>,
    ) -> Mounted {
        let open = AttrValue::from(open.unwrap_or_default());
        let filled: Rc<Cell<Open>> = Rc::default();
        let start = start.map(AttrValue::from);
        let latest = Rc::new(RefCell::new(None));
        let (heard, seen) = (Rc::clone(&latest), Rc::clone(&filled));
        let on_shown = Callback::from(move |(state, is_new): (Rc<State>, bool)| {
            let has_extras = Panel::ALL.iter().any(|panel| panel.is_asked(&state.answer.scenario));
            // What was shown without a panic can be shown again.
            seen.set(state.open.only(&|panel| parts::is_here(Part::of(panel))));
            heard.replace(Some(state));
            if is_new {
                // Errors in the page's listeners are the page's concern.
                let _ = announce.call1(&JsValue::NULL, &has_extras.into());
            }
        });
        let props = props(&host, on_shown.clone(), load.clone(), changing.clone(), start.clone(), open.clone());
        let app = Renderer::<App>::with_root_and_props(root, props).render();
        Mounted { host, app, latest, on_shown, load, changing, start, open, filled }
    }

    /// The rest of the latest comparison; none before the part `answers` has arrived.
    #[wasm_bindgen(getter)]
    pub fn extras(&self) -> JsValue {
        let latest = self.latest.borrow();
        let made = |state: &Rc<State>| Some(object(&(parts::answers()?.extras)(&state.answer.scenario)));
        latest.as_ref().and_then(made).unwrap_or(JsValue::NULL)
    }

    /// The latest comparison, as `docs/reference.md` describes it; none before the first.
    #[wasm_bindgen(getter)]
    pub fn comparison(&self) -> JsValue {
        let latest = self.latest.borrow();
        latest
            .as_ref()
            .map_or(JsValue::NULL, |state| object(&comparison_json(&state.answer.scenario, &state.answer.comparison)))
    }

    /// The link to the latest comparison from the defaults.
    #[wasm_bindgen(getter)]
    pub fn link(&self) -> Option<String> {
        self.latest.borrow().as_ref().map(|state| state.good.link().as_ref().into())
    }

    /// The same with the clients of lists by their names: what another instance on this page starts from.
    #[wasm_bindgen(getter)]
    pub fn resume(&self) -> Option<String> {
        self.latest.borrow().as_ref().map(|state| state.good.private_link().as_ref().into())
    }

    /// The names of the panels that are open, with commas between them.
    #[wasm_bindgen(getter)]
    pub fn open(&self) -> String {
        self.latest.borrow().as_ref().map(|state| state.open.names()).unwrap_or_default()
    }

    /// The names of those that are filled as well.
    #[wasm_bindgen(getter)]
    pub fn filled(&self) -> String {
        self.filled.get().names()
    }

    /// Loads the part `answers`, because the reader has come to the questions, whose closed lines then answer.
    pub fn near(&self) {
        self.app.send_message(Event::Near);
    }

    /// Reads the attributes again.
    pub fn rewrite(&mut self) {
        let (on_shown, load, changing) = (self.on_shown.clone(), self.load.clone(), self.changing.clone());
        self.app.update(props(&self.host, on_shown, load, changing, self.start.clone(), self.open.clone()));
    }

    /// Stops the app and removes it from the page.
    pub fn unmount(self) {
        self.app.destroy();
    }
}

thread_local!(static REPORT: Cell<Option<Function>> = const { Cell::new(None) });

/// Calls `report` if the app panics. After a panic, nothing in it works any more.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(report: Function) {
    REPORT.set(Some(report));
    yew::set_custom_panic_hook(Box::new(|_| panicked()));
}

/// Tells the loader that the app has panicked. The build puts a call of this in the place of every panic
/// (`xtask/src/build/panics.rs`), so the hook itself never runs there.
#[inline(never)]
fn panicked() {
    crate::view::leave_address();
    // A panic during the call is not reported again.
    if let Some(report) = REPORT.take() {
        let _ = report.call0(&JsValue::NULL);
        REPORT.set(Some(report));
    }
    #[cfg(target_family = "wasm")]
    core::arch::wasm32::unreachable();
}

/// The language of the page around an element, which may be in the shadow of others.
fn language_of(host: &Element) -> Option<String> {
    let mut element = host.clone();
    loop {
        if let Some(page) = element.closest("[lang]").ok().flatten() {
            return page.get_attribute("lang");
        }
        element = element.get_root_node().dyn_into::<ShadowRoot>().ok()?.host();
    }
}

fn props(
    host: &HtmlElement,
    on_shown: Callback<(Rc<State>, bool)>,
    load: Function,
    changing: Function,
    start: Option<AttrValue>,
    open: AttrValue,
) -> AppProps {
    let names: Vec<String> = host.get_attribute_names().iter().filter_map(|name| name.as_string()).collect();
    // Frameworks may write a name as a property's, which HTML makes small: `gigPrice` arrives as `gigprice`.
    let attribute = |field: Field| {
        let is_whole = |name: &&String| **name == field.name();
        let is_small = |name: &&String| name.bytes().eq(field.name().bytes().filter(|byte| *byte != b'-'));
        let name = names.iter().find(is_whole).or_else(|| names.iter().find(is_small))?;
        Some((field.name(), host.get_attribute(name)?))
    };
    let mut attributes: Vec<(&str, String)> = Field::ALL.iter().copied().filter_map(attribute).collect();
    // Without the attribute, the page's language applies. If that is invalid, it is not reported.
    let from_page = !host.has_attribute(Field::Lang.name());
    if from_page
        && let Some(lang) = language_of(host)
        && lang != Field::Lang.default_text()
    {
        attributes.push((Field::Lang.name(), lang));
    }
    let (overrides, mut ignored) = example(attributes.iter().map(|(name, value)| (*name, value.as_str())));
    ignored.retain(|ignored| !(from_page && ignored.name == Field::Lang.name()));
    // If a page has several, the first one gets the fragment.
    let first = gloo::utils::document().query_selector(WITH_ADDRESS).ok().flatten();
    let is_first = first.is_none_or(|first| first == **host);
    let has_address = host.matches(WITH_ADDRESS).unwrap_or_default();
    let fragment = (is_first && has_address).then(|| crate::view::fragment().into());
    AppProps {
        author: Rc::new(Author { overrides, ignored }),
        today: today(),
        fragment,
        start,
        open,
        on_shown,
        load,
        changing,
    }
}

/// JSON as a JavaScript object, with `null` rather than `undefined`.
fn object(json: &Json) -> JsValue {
    match json {
        Json::Nothing => JsValue::NULL,
        Json::Text(text) => JsValue::from_str(text),
        Json::List(items) => items.iter().map(object).collect::<js_sys::Array>().into(),
        Json::Object(entries) => {
            let made = js_sys::Object::new();
            for (name, value) in entries {
                // A new object accepts every property.
                let _ = js_sys::Reflect::set(&made, &JsValue::from_str(name), &object(value));
            }
            made.into()
        }
    }
}
