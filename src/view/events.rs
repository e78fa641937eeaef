//! What did the reader do? Controls name their field in `data-field`; one listener of each kind, on the widget, turns
//! events into actions.
//!
//! Yew's own `on…` attributes are not used: for each app it registers listeners that it never removes, so every
//! element that a page removes would leave memory behind.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{
    Element, HtmlDetailsElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent, MouseEvent,
    PointerEvent,
};
use yew::Callback;

use engine::scenario::{Field, Kind};

use crate::controls::name::{
    ACROSS, BACK, BRING_BACK, COUNT_COSTS, FILL_IN, FOLLOW, OPEN, OWN_RATES, PLATFORM, POINT, RETRY, UP,
};
use crate::live::PartEvent;
use crate::parts::Part;
use crate::state::{Action, Panel, Pointed};

/// The first number: of gigs or, if they are a list, of what is asked for.
const FIRST: [&str; 2] = ["#gigs", "#gig-list-level"];
/// The list in which a platform is chosen.
const CHOSEN: &str = "select[data-field=platform]";

/// Something that the app has to react to.
pub enum Event {
    /// Something that changes the state.
    Action(Action),
    /// The same, by a button that should keep the focus: selectors of the button and of its substitutes.
    Press(Action, Vec<String>),
    /// Points at a place of the map.
    Point(Pointed),
    /// Another stage of the start can be made.
    Begun,
    /// The reader has come to the questions.
    Near,
    /// A part of the app has arrived, or failed to load.
    Part(Part, bool),
    /// Something for a stateful part to react to.
    Live(Part, PartEvent),
    /// Some time has passed since something changed.
    Rest,
    /// The reader retries what failed to load; the selector of the control that has the focus then.
    Retry(Option<String>),
}

/// Every control.
const CONTROLS: &str = "[data-field], [data-share], [data-books]";
/// Which attribute names the controls of stateful parts.
const LIVE_CONTROLS: [(Part, &str); 2] = [(Part::Share, "data-share"), (Part::Books, "data-books")];

/// The listeners of one widget, removed when this is dropped.
pub struct Listeners(#[expect(dead_code, reason = "kept for what happens when it is dropped")] [EventListener; 8]);

impl Listeners {
    /// Listens on `root` and sends what happens there.
    pub fn on(root: &Element, send: &Callback<Event>) -> Listeners {
        // A browser lets a click copy something only if the code for it is there at once, so that is requested as the
        // pointer or the focus comes near its button.
        let kinds = ["input", "change", "click", "toggle", "pointermove", "keydown", "pointerover", "focusin"];
        // Whether the control has just got the focus.
        let is_fresh = Rc::new(Cell::new(false));
        Listeners(kinds.map(|kind| {
            let (send, is_fresh) = (send.clone(), Rc::clone(&is_fresh));
            // A `toggle` event does not bubble, but it passes here in the capture phase.
            let options =
                EventListenerOptions { passive: kind != "keydown", ..EventListenerOptions::run_in_capture_phase() };
            EventListener::new_with_options(root, kind, options, move |dom_event| {
                // Only a pointer that is pressed moves something.
                if dom_event.dyn_ref::<MouseEvent>().is_some_and(|mouse| kind == "pointermove" && mouse.buttons() == 0)
                {
                    return;
                }
                let Some(control) = closest(dom_event, CONTROLS) else { return };
                let Some(name) = control.get_attribute("data-field") else {
                    if let Some(event) = at_live_control(kind, dom_event, control) {
                        send.emit(event);
                    }
                    return;
                };
                match kind {
                    "focusin" => is_fresh.set(true),
                    "click" if is_fresh.take() => select_nothing(&control),
                    _ => {}
                }
                let event = at_control(kind, dom_event, &control, &name);
                // Numbers that were assumed become the reader's with the first one that they change. None of them has a slider.
                if kind == "input"
                    && !matches!(event, Some(Event::Action(Action::Slide(..))))
                    && let Some(link) =
                        closest(dom_event, "[data-assumed]").and_then(|inputs| inputs.get_attribute("data-assumed"))
                {
                    send.emit(Event::Action(Action::FillIn(link)));
                }
                if let Some(event) = event {
                    send.emit(event);
                }
            })
        }))
    }
}

/// The event at a control of the app.
fn at_control(kind: &str, event: &web_sys::Event, control: &Element, name: &str) -> Option<Event> {
    match (kind, name) {
        // They only come near.
        ("pointerover" | "focusin", _) => None,
        // The button disappears, so the focus moves to the first number.
        ("click", BACK) => Some(Event::Press(Action::Back, FIRST.map(str::to_owned).to_vec())),
        (_, POINT) => pointed(event, control).map(Event::Point),
        ("pointermove" | "keydown", _) => None,
        // The retry button next to the fee is outside any panel.
        ("click", RETRY) => Some(Event::Retry(line_of(control).or_else(|| Some(CHOSEN.to_owned())))),
        ("click", _) if control.tag_name() == "BUTTON" => pressed(control, name),
        _ => action(kind, control, name).map(Event::Action),
    }
}

/// The event at a control of a stateful part, for which Enter is the only key.
fn at_live_control(kind: &'static str, event: &web_sys::Event, control: Element) -> Option<Event> {
    let kind = match event.dyn_ref::<KeyboardEvent>() {
        Some(typed) if typed.key() == "Enter" && !typed.is_composing() => "enter",
        Some(_) => return None,
        None => kind,
    };
    let (part, _) = LIVE_CONTROLS.iter().find(|(_, name)| control.has_attribute(name))?;
    Some(Event::Live(*part, PartEvent::Control(kind, control)))
}

/// Selects the number of a field that has nothing: a figure typed behind its first nought would be ten times as much. The next press
/// puts the caret where it is.
fn select_nothing(control: &Element) {
    if let Some(input) = control.dyn_ref::<HtmlInputElement>()
        && input.type_() == "text"
        && input.value().bytes().all(|byte| matches!(byte, b'0' | b'.' | b','))
    {
        input.select();
    }
}

/// The place of the map that is pressed, or the key that moves the point.
fn pointed(event: &web_sys::Event, map: &Element) -> Option<Pointed> {
    if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
        let direction = Pointed::key(&key.key())?;
        // The page would scroll.
        event.prevent_default();
        return Some(direction);
    }
    // A click is not a pointer's event in every browser.
    let mouse = event.dyn_ref::<MouseEvent>()?;
    if let Some(pointer) = event.dyn_ref::<PointerEvent>().filter(|pointer| pointer.type_() == "pointermove") {
        // A drag goes on beyond the map's edge.
        let _ = map.set_pointer_capture(pointer.pointer_id());
    }
    // The page may show it larger or smaller.
    let place = map.get_bounding_client_rect();
    #[expect(clippy::cast_possible_truncation, reason = "no page has two thousand million pixels")]
    let whole = |pixels: f64| pixels.round() as i32;
    let (width, height) = (whole(place.width()), whole(place.height()));
    let (across, down) = (mouse.client_x() - whole(place.left()), mouse.client_y() - whole(place.top()));
    Some(Pointed::At { across: [across, width], up: [height - down, height] })
}

/// The element of a selector in which something happened.
fn closest(event: &web_sys::Event, selector: &str) -> Option<Element> {
    // The target may be inside it.
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// A selector of the line that opens the panel of a button.
fn line_of(button: &Element) -> Option<String> {
    let panel = button.closest("details[data-field]").ok().flatten()?.get_attribute("data-field")?;
    Some(format!("details[data-field={panel}] > summary"))
}

/// A button with a value sets what it names.
fn pressed(button: &Element, name: &str) -> Option<Event> {
    let value = button.get_attribute("value")?;
    if name == OPEN {
        let panel = Panel::named(&value)?;
        // Its first field, or the line that opened, until its part has arrived.
        let places = [".th-content :is(input, textarea)", "> summary"];
        let places = places.map(|place| format!("details[data-field={value}] {place}"));
        return Some(Event::Press(Action::Open(panel, true), places.into()));
    }
    // A button that disappears leaves the focus to its panel, or to the field that it sets.
    let panel = line_of(button);
    if name == BRING_BACK {
        let places = panel.into_iter().chain(FIRST.map(str::to_owned)).collect();
        return Some(Event::Press(Action::BringBack, places));
    }
    let place = format!("button[data-field={name}][value=\"{value}\"]");
    let is_answer = button.closest(".th-message").ok().flatten().is_some();
    let substitute = match (value.split_once('='), panel) {
        (Some((field, _)), _) if is_answer => format!("#{field}"),
        (_, Some(line)) => line,
        (_, None) if name == Field::View.name() => ".th-questions summary".into(),
        // A closed panel cannot receive focus.
        (_, None) => format!("#{name}:not(details:not([open]) *)"),
    };
    // If the undone field is in a closed panel, focus the next change, or else the first number.
    let places = [place, substitute, ".th-changed:not([hidden]) .th-use".into(), "#gigs".into()];
    // A fee beside the reader's own is one to compare with, unless the button undoes a choice.
    let is_undo = button.closest(".th-changed").ok().flatten().is_some();
    let action =
        if name == Field::Schedule.name() && !is_undo { Action::CompareUnder(value) } else { chosen(name, value)? };
    Some(Event::Press(action, places.into()))
}

/// The action of choosing a value.
fn chosen(name: &str, value: String) -> Option<Action> {
    Some(match (name, Field::named(name)) {
        (FILL_IN, _) => Action::FillIn(value),
        (FOLLOW, _) => Action::Follow(value),
        (ACROSS | UP, _) => Action::ChooseAxis(usize::from(name == UP), Field::named(&value)?),
        (PLATFORM, _) | (_, Some(Field::Schedule)) => Action::ChooseSchedule(value),
        (_, Some(Field::ClientSchedule)) => Action::ChooseClient(value),
        (_, field) => Action::Choose(field?, value),
    })
}

fn action(kind: &str, control: &Element, name: &str) -> Option<Action> {
    if let Some(details) = control.dyn_ref::<HtmlDetailsElement>() {
        let panel = Panel::named(name)?;
        return (kind == "toggle").then(|| Action::Open(panel, details.open()));
    }
    if let Some(select) = control.dyn_ref::<HtmlSelectElement>() {
        return (kind == "change").then(|| chosen(name, select.value())).flatten();
    }
    if let Some(lines) = control.dyn_ref::<HtmlTextAreaElement>() {
        let field = Field::named(name)?;
        return (kind == "input").then(|| Action::Type(field, lines.value()));
    }
    let input: &HtmlInputElement = control.dyn_ref()?;
    if name == OWN_RATES {
        return (kind == "change").then(|| Action::OwnRates(input.checked()));
    }
    if name == COUNT_COSTS {
        let usual = input.checked().then(|| input.value());
        return (kind == "change").then(|| usual.map_or(Action::IgnoreCosts, Action::FillIn));
    }
    let field = Field::named(name)?;
    match (input.type_().as_str(), kind) {
        ("range", "input") => Some(Action::Slide(field, input.value().parse().ok()?)),
        ("checkbox", "change") => {
            Some(Action::Choose(field, if input.checked() { Kind::YES } else { Kind::NO }.into()))
        }
        ("radio", "change") => Some(Action::Choose(field, input.value())),
        ("text", "input") => Some(Action::Type(field, input.value())),
        ("text", "change") => Some(Action::Finish(field)),
        _ => None,
    }
}
