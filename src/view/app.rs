//! How does the live widget run? One state, one way to change it, everything else derived.

use std::rc::Rc;

use engine::scenario::Field;
use gloo::timers::callback::Timeout;
use js_sys::Function;
use time::Date;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlSelectElement};
use yew::{AttrValue, Callback, Component, Context, Html, Properties};

use super::address::Address;
use super::events::{Event, Listeners};
use super::foot::Foot;
use super::widget::{Stage, widget};
use crate::html::Shown;
use crate::live::{Arrival, Live, PartEvent, Start, focus};
use crate::parts::{self, Part};
use crate::state::{Action, Answer, Author, Open, State};

/// The time without a redraw, in milliseconds, after which the questions answer anew. It is checked as often.
const REST: u32 = 125;

/// The properties that the element passes to the app.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The author's example.
    pub author: Rc<Author>,
    /// The day on which the page is read.
    pub today: Option<Date>,
    /// The fragment to start from and to keep in sync; none if the address is not the element's.
    pub fragment: Option<AttrValue>,
    /// A link from the defaults to start from in place of the example and the fragment.
    pub start: Option<AttrValue>,
    /// The names of the panels that are open then.
    pub open: AttrValue,
    /// Called with what the page shows, each time, and with whether it is another answer than before.
    pub on_shown: Callback<(Rc<State>, bool)>,
    /// Fetches a part of the app: called with its name and a function that reports whether it has arrived.
    pub load: Function,
    /// Called before the app changes its nodes.
    pub changing: Function,
}

/// The live widget.
pub struct App {
    state: Rc<State>,
    /// The answer that the page around the element knows.
    announced: Option<Rc<Answer>>,
    /// How far the first render has got. The widget stays hidden until it is complete.
    stage: Stage,
    shown: Shown,
    listeners: Option<Listeners>,
    address: Option<Address>,
    /// Which parts are loading.
    loading: [bool; Part::ALL.len()],
    /// The place of each stateful part.
    slots: [Slot; Part::ALL.len()],
    /// The action that waits for a schedule or a list in one of them.
    waiting: Option<Action>,
    /// Until the next stage of the start, and then until the reader may have rested.
    rest: Option<Timeout>,
    /// Whether something was drawn in the meantime. A timer for each move would cost more than the move's comparison.
    has_moved_on: bool,
    /// Whether the reader has seen the questions.
    is_near: bool,
    /// The reason for the next redraw.
    cause: Cause,
    /// The button that was pressed in a panel, which is drawn again and should keep the focus.
    refocus: Option<Refocus>,
}

/// Why the app is being redrawn. This decides whether `<select>` values are reset.
#[derive(Clone, Copy)]
enum Cause {
    /// A step of a drag, which leaves lists as they are until it rests.
    Drag,
    /// Something else that the reader did.
    Choice,
    /// A part that arrived, or the page: it may come between a reader's pick in a list and the event that says so, and undoes no pick.
    Other,
}

/// The place of the focus after a press.
struct Refocus {
    /// Selectors, of which the first that finds something counts.
    places: Vec<String>,
    /// Whether the page scrolls there: a button leaves readers where they are, unless it opens something.
    scrolls: bool,
}

/// The place of a stateful part.
#[derive(Default)]
struct Slot {
    /// The part, once it has arrived and is asked for.
    live: Option<Box<dyn Live>>,
    /// Whether it failed to load when it was asked for.
    has_failed: bool,
    /// The control that was pressed before it had arrived.
    pressed: Option<Element>,
}

impl Slot {
    fn arrival(&self) -> Arrival<'_> {
        match &self.live {
            Some(live) => Arrival::Here(live.as_ref()),
            None if self.has_failed => Arrival::Failed,
            None => Arrival::Awaited,
        }
    }
}

impl App {
    /// Shows a new state. Finding out whether it differs would take as long as rendering.
    fn show(&mut self, state: State) -> bool {
        self.state = Rc::new(state);
        true
    }

    /// The field in which the reader is typing, if it still has the focus.
    fn typed_in(&self) -> Option<Field> {
        let field = self.state.typing?;
        self.shown.root().query_selector(&format!("#{}:focus", field.name())).ok()??;
        Some(field)
    }

    /// Sets each `<select>` explicitly: after the user picks an option, the browser ignores changes to `selected`.
    fn set_lists(&self) {
        let Ok(lists) = self.shown.root().query_selector_all("select[data-chosen]") else { return };
        for index in 0..lists.length() {
            if let Some(list) = lists.item(index).and_then(|list| list.dyn_into::<HtmlSelectElement>().ok())
                && let Some(chosen) = list.get_attribute("data-chosen")
                && list.value() != chosen
            {
                list.set_value(&chosen);
            }
        }
    }

    /// Shows the state after an action, or requests the part that it needs. Returns whether to render.
    fn act(&mut self, context: &Context<App>, action: Action) -> bool {
        if let Action::Open(panel, true) = action {
            // Opening it requests its part, again if it failed before.
            self.forget_failures(&|part| part == Part::Answers || part.panel() == Some(panel));
        }
        if action.awaits_part() {
            self.waiting = Some(action);
            self.load(context, Part::Answers);
            // It has not failed, as an earlier one may have.
            self.state.choice_failed && self.show(State::clone(&self.state).with_failed_choice(false))
        } else {
            // An earlier choice that still waits for its part is outdated.
            self.waiting.take_if(|_| action.is_a_choice());
            self.show(self.state.after(action))
        }
    }

    /// Requests what answers and fills the questions, if what is shown needs it, or what waits does.
    fn load_questions(&mut self, context: &Context<App>) {
        let is_asked = self.waiting.is_some() || self.is_near || self.state.needs_answers();
        if is_asked && !self.slots[Part::Answers as usize].has_failed {
            self.load(context, Part::Answers);
        }
        if self.state.needs_panels() && !self.state.panels_failed {
            self.load(context, Part::Panels);
        }
    }

    /// Requests a part, unless it has arrived or is on its way.
    fn load(&mut self, context: &Context<App>, part: Part) {
        let is_loading = &mut self.loading[part as usize];
        if parts::is_here(part) || *is_loading {
            return;
        }
        *is_loading = true;
        let arrived = context.link().callback(move |is_here| Event::Part(part, is_here));
        let done = Closure::once_into_js(move |is_here: bool| arrived.emit(is_here));
        let _ = context.props().load.call2(&JsValue::NULL, &part.name().into(), &done);
    }

    /// Lets a stateful part react, or requests it.
    fn update_part(&mut self, context: &Context<App>, part: Part, event: PartEvent) -> bool {
        let slot = &mut self.slots[part as usize];
        if slot.live.is_none()
            && let Some((start, scripts)) = parts::live(part)
        {
            let is_linked = context.props().fragment.is_some();
            let send = context.link().callback(move |event| Event::Live(part, event));
            let act = context.link().callback(Event::Action);
            let (root, state) = (self.shown.root().clone(), Rc::clone(&self.state));
            slot.live = Some(start(Start { root, scripts, state, is_linked, send, act }));
        }
        if let Some(live) = &mut slot.live {
            return live.update(event);
        }
        if let PartEvent::Control("click", control) = event {
            slot.pressed = Some(control);
        }
        self.load(context, part);
        false
    }

    /// Takes the part `answers`, or notes that it failed to load. Returns whether to render, as the next two do.
    fn take_answers(&mut self, is_here: bool) -> bool {
        self.slots[Part::Answers as usize].has_failed = !is_here;
        // If it failed, a choice waits on, and the last answer stays.
        let waiting = self.waiting.take_if(|_| is_here);
        let state = State::clone(&self.state).with_failed_choice(self.waiting.is_some());
        self.show(match waiting {
            Some(action) => state.after(action),
            None => state,
        })
    }

    /// Takes the part `panels`, or notes that it failed to load.
    fn take_panels(&mut self, is_here: bool) -> bool {
        // They may have been closed again.
        let has_failed = !is_here && self.state.needs_panels();
        self.show(self.state.after(Action::PanelsFailed(has_failed)))
    }

    /// Starts a stateful part, or notes that it failed to load.
    fn take_live(&mut self, context: &Context<App>, part: Part, is_here: bool) -> bool {
        let is_open = self.is_open(part);
        let slot = &mut self.slots[part as usize];
        let pressed = slot.pressed.take();
        let is_awaited = is_open || pressed.is_some();
        // A pointer or the focus that only comes near moves nothing: the line that it failed goes with the next press, which would
        // hit nothing if that moved meanwhile.
        if slot.has_failed && !is_awaited {
            return false;
        }
        slot.has_failed = !is_here && is_awaited;
        if is_here {
            let event = pressed.map_or(PartEvent::Refresh, |control| PartEvent::Control("click", control));
            self.update_part(context, part, event);
        }
        true
    }

    /// Looks later whether the reader has rested.
    fn await_rest(&mut self, context: &Context<App>) {
        self.has_moved_on = self.rest.is_some();
        if self.rest.is_none() {
            let rest = context.link().callback(|()| Event::Rest);
            self.rest = Some(Timeout::new(REST, move || rest.emit(())));
        }
    }

    /// Whether a part's panel is open.
    fn is_open(&self, part: Part) -> bool {
        part.panel().is_some_and(|panel| self.state.open.is_open(panel))
    }

    /// Forgets that parts failed to load, so that they are requested again.
    fn forget_failures(&mut self, of: &dyn Fn(Part) -> bool) {
        for part in Part::ALL.into_iter().filter(|part| of(*part)) {
            self.slots[part as usize].has_failed = false;
        }
    }

    /// Starts the parts whose panels are open, or requests them.
    fn open_parts(&mut self, context: &Context<App>) {
        for part in Part::ALL {
            let Slot { live, has_failed, .. } = &self.slots[part as usize];
            let is_wanted = self.is_open(part) && live.is_none() && !has_failed;
            if is_wanted && self.update_part(context, part, PartEvent::Refresh) {
                context.link().send_message(Event::Live(part, PartEvent::Refresh));
            }
        }
    }

    /// Shows the state.
    fn draw(&mut self, context: &Context<App>) {
        own_changes(context);
        let arrival = |part: Part| self.slots[part as usize].arrival();
        let foot = Foot { linked: context.props().fragment.is_some(), sharing: arrival(Part::Share) };
        let html = widget(&self.state, foot, arrival(Part::Books), self.stage);
        self.shown.show(html);
    }

    /// Does what follows from what is shown.
    fn follow_up(&mut self, context: &Context<App>) {
        if self.stage < Stage::Whole {
            let begun = context.link().callback(|()| Event::Begun);
            // Timers of pages that nobody sees take a second each.
            if gloo::utils::document().hidden() {
                begun.emit(());
            } else {
                self.rest = Some(Timeout::new(0, move || begun.emit(())));
            }
            return;
        }
        if self.listeners.is_none() {
            let send = context.link().callback(|event| event);
            self.listeners = Some(Listeners::on(self.shown.root(), &send));
        }
        let is_new = self.announced.as_ref() != Some(&self.state.answer);
        let are_set = match self.cause {
            Cause::Drag => false,
            Cause::Choice => true,
            Cause::Other => is_new,
        };
        if are_set {
            self.set_lists();
        }
        self.load_questions(context);
        self.open_parts(context);
        for live in self.slots.iter_mut().filter_map(|slot| slot.live.as_mut()) {
            live.follow(&self.state, context.props().fragment.is_some());
        }
        if !self.state.is_rested() {
            self.await_rest(context);
        }
        if let Some(Refocus { places, scrolls }) = self.refocus.take() {
            places.iter().any(|place| focus(self.shown.root(), place, scrolls));
        }
        self.announced = Some(Rc::clone(&self.state.answer));
        context.props().on_shown.emit((Rc::clone(&self.state), is_new));
        if let Some(started) = &context.props().fragment {
            let follow = || context.link().callback(|fragment| Event::Action(Action::Follow(fragment)));
            self.address.get_or_insert_with(|| Address::new(started, &follow())).keep(&self.state);
        } else {
            self.address = None;
        }
    }
}

impl Component for App {
    type Message = Event;
    type Properties = AppProps;

    fn create(context: &Context<App>) -> App {
        let props = context.props();
        let author = Rc::clone(&props.author);
        let state = match &props.start {
            Some(link) => State::restored(author, link, Open::named(&props.open)),
            None => State::new(author, props.fragment.as_deref().unwrap_or_default()),
        };
        let state = state.read_on(props.today);
        App {
            state: Rc::new(state),
            announced: None,
            stage: Stage::Empty,
            shown: Shown::new(&gloo::utils::document()),
            listeners: None,
            address: None,
            loading: [false; Part::ALL.len()],
            slots: Default::default(),
            waiting: None,
            rest: None,
            has_moved_on: false,
            is_near: false,
            cause: Cause::Other,
            refocus: None,
        }
    }

    fn update(&mut self, context: &Context<App>, event: Event) -> bool {
        self.cause = match event {
            Event::Action(Action::Slide(..)) => Cause::Drag,
            Event::Action(_) | Event::Press(..) => Cause::Choice,
            Event::Point(_)
            | Event::Begun
            | Event::Near
            | Event::Part(..)
            | Event::Live(..)
            | Event::Rest
            | Event::Retry(_) => Cause::Other,
        };
        match event {
            Event::Action(action) => self.act(context, action),
            Event::Press(action, places) => {
                let scrolls = matches!(action, Action::Open(..) | Action::Choose(Field::View, _));
                let is_shown = self.act(context, action);
                // A choice that waits has changed nothing yet.
                self.refocus = is_shown.then_some(Refocus { places, scrolls });
                is_shown
            }
            Event::Point(pointed) => {
                let action = parts::panels().and_then(|part| (part.point)(&self.state, pointed));
                action.is_some_and(|action| self.show(self.state.after(action)))
            }
            Event::Part(part, is_here) => {
                self.loading[part as usize] = false;
                match part {
                    Part::Answers => self.take_answers(is_here),
                    Part::Panels => self.take_panels(is_here),
                    Part::Share | Part::Books => self.take_live(context, part, is_here),
                }
            }
            Event::Live(part, event) => self.update_part(context, part, event),
            Event::Rest => {
                self.rest = None;
                if self.has_moved_on {
                    self.await_rest(context);
                    return false;
                }
                self.act(context, Action::Rest)
            }
            Event::Retry(line) => {
                // The button disappears.
                self.refocus = line.map(|line| Refocus { places: vec![line], scrolls: false });
                self.forget_failures(&|part| part != Part::Share);
                self.show(self.state.after(Action::PanelsFailed(false)))
            }
            Event::Begun => {
                self.rest = None;
                self.stage = self.stage.next();
                true
            }
            Event::Near => {
                self.is_near = true;
                self.load_questions(context);
                false
            }
        }
    }

    fn changed(&mut self, context: &Context<App>, before: &AppProps) -> bool {
        let AppProps { author, fragment, .. } = context.props();
        let is_rewritten = *author != before.author && {
            let next = self.state.after(Action::Rewrite(Rc::clone(author)));
            let next = match self.typed_in() {
                Some(field) => next.with_unfinished(field, &self.state),
                None => next,
            };
            self.show(next)
        };
        // The address has become the element's: a link in it counts, unless the reader has begun.
        if let (None, Some(link)) = (&before.fragment, fragment)
            && !link.is_empty()
            && !self.state.is_changed()
        {
            return self.act(context, Action::Follow(link.to_string()));
        }
        is_rewritten || fragment.is_some() != before.fragment.is_some()
    }

    fn view(&self, context: &Context<App>) -> Html {
        // Yew puts the root into the page.
        own_changes(context);
        Html::VRef(self.shown.root().clone().into())
    }

    fn rendered(&mut self, context: &Context<App>, _: bool) {
        self.draw(context);
        self.follow_up(context);
    }
}

/// Has the app's nodes put back where others have changed them, such as a translator. Until the end of the microtask, changes are the app's.
fn own_changes(context: &Context<App>) {
    let _ = context.props().changing.call0(&JsValue::NULL);
}
