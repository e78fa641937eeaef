//! What the reader does, as actions. Controls name their field in `data-field`; one listener of each kind, on the widget
//! itself, makes actions of what happens in them.
//!
//! Yew's own `on…` attributes are not used: for each app it registers listeners that it never takes away again, so
//! every element that a page removes would leave some memory behind.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDetailsElement, HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::range::SLIDERS;
use super::state::Action;
use crate::scenario::{Draft, Field};

/// The name, in place of a field's, of the box that lets each side have a rate of its own.
pub const OWN_RATES: &str = "own-rates";
/// The name of the way back to the example.
pub const BACK: &str = "back";
/// The name of the panel that shows the working.
pub const WORKING: &str = "working";
/// The name of what copies the link.
pub const COPY: &str = "copy";

/// Listens on `root` for as long as the component lives. Clicks on [`COPY`] go to `copy`, the rest are actions.
#[hook]
pub fn use_events(root: &NodeRef, dispatch: Callback<Action>, copy: Callback<()>) {
    // The callbacks of the last render: those of the first would act on what the first saw.
    let latest = use_mut_ref(|| (dispatch.clone(), copy.clone()));
    *latest.borrow_mut() = (dispatch, copy);
    let root = root.clone();
    use_effect_with((), move |()| {
        let listeners = root.cast::<Element>().map(|root| {
            ["input", "change", "click", "toggle"].map(|kind| {
                let (latest, widget) = (latest.clone(), root.clone());
                // A panel's toggling does not bubble; on the way down it passes all the same.
                let options = EventListenerOptions::run_in_capture_phase();
                EventListener::new_with_options(&root, kind, options, move |event| {
                    let (dispatch, copy) = latest.borrow().clone();
                    let Some((control, name)) = control(event) else { return };
                    match (kind, name.as_str()) {
                        ("click", BACK) => {
                            // The button goes away, so the focus goes to where the numbers begin.
                            focus(&widget, "#gigs");
                            dispatch.emit(Action::Back);
                        }
                        ("click", COPY) => copy.emit(()),
                        _ => {
                            if let Some(action) = action(kind, &control, &name) {
                                dispatch.emit(action);
                            }
                        }
                    }
                })
            })
        });
        move || drop(listeners)
    });
}

fn focus(root: &Element, selector: &str) {
    let found = root.query_selector(selector).ok().flatten();
    if let Some(control) = found.and_then(|control| control.dyn_into::<HtmlElement>().ok()) {
        // A control that will not take the focus is no reason not to go on.
        let _ = control.focus();
    }
}

/// The control in which something happened, and its name.
fn control(event: &Event) -> Option<(Element, String)> {
    let control: Element = event.target()?.dyn_into().ok()?;
    let name = control.get_attribute("data-field")?;
    Some((control, name))
}

fn action(kind: &str, control: &Element, name: &str) -> Option<Action> {
    if let Some(panel) = control.dyn_ref::<HtmlDetailsElement>() {
        return (kind == "toggle").then(|| Action::Working(panel.open()));
    }
    if let Some(select) = control.dyn_ref::<HtmlSelectElement>() {
        return (kind == "change").then(|| Action::ChooseSchedule(select.value()));
    }
    let input: &HtmlInputElement = control.dyn_ref()?;
    if name == OWN_RATES {
        return (kind == "change").then(|| Action::OwnRates(input.checked()));
    }
    let field = Field::named(name)?;
    match (input.type_().as_str(), kind) {
        ("range", "input") => {
            let quantity = SLIDERS.iter().find(|(slider, _)| *slider == field)?.1;
            Some(Action::Slide(quantity, input.value().parse().ok()?))
        }
        ("checkbox", "change") => {
            Some(Action::Type(field, if input.checked() { Draft::YES } else { Draft::NO }.into()))
        }
        ("radio", "change") | ("text", "input") => Some(Action::Type(field, input.value())),
        ("text", "change") => Some(Action::Finish(field)),
        _ => None,
    }
}
