use std::rc::Rc;

use js_sys::Function;
use time::Date;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlSelectElement};
use yew::virtual_dom::VTag;
use yew::{AttrValue, Callback, Component, Context, Html, NodeRef, Properties};

use super::address::Address;
use super::events::{Event, Listeners, focus};
use super::fetched::Panels;
use super::foot::Foot;
use super::state::{Action, Answer, Author, State};
use super::tariff::picked;
use super::widget::widget;
use crate::scenario::MORE;

/// What the element hands to the app.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The author's example.
    pub author: Author,
    /// The day on which the page is read.
    pub today: Option<Date>,
    /// The fragment to start from and to keep in step; none where the element is not the page's own.
    pub fragment: Option<AttrValue>,
    /// Called with what the page shows, each time, and with whether it is another answer than before.
    pub on_shown: Callback<(State, bool)>,
    /// What an app that this one takes the place of had come to.
    pub snapshot: Option<AttrValue>,
    /// Called with a snapshot where an app that counts more has to take over, and with none where that is no longer so.
    pub on_more: Callback<String>,
    /// Fetches the module that fills panels: a function that answers with a promise of one.
    pub fetch_panels: Function,
}

/// The live widget: one state, one way in, everything else derived.
pub struct App {
    state: State,
    /// The fragment that brings the scenario back.
    link: String,
    /// Whether the app that counts more was asked for and is not here yet.
    asked_more: bool,
    /// The answer that the page around the element knows.
    announced: Option<Rc<Answer>>,
    root: NodeRef,
    listeners: Option<Listeners>,
    address: Option<Address>,
    panels: Panels,
    /// The button that was pressed in a panel: it is made anew, and should not lose the focus by that.
    refocus: Option<[String; 2]>,
}

impl App {
    /// Takes a new state over, to be shown: to find out whether it is another one would take as long.
    fn show(&mut self, state: State) -> bool {
        self.link = state.link();
        self.state = state;
        true
    }

    /// A list in which something was once picked no longer follows its options, so it is set by hand.
    fn set_lists(&self) {
        let Some(root) = self.root.cast::<Element>() else { return };
        for (list, value) in picked(&self.state) {
            let found = root.query_selector(&format!("select[data-field={list}]")).ok().flatten();
            if let Some(list) = found.and_then(|list| list.dyn_into::<HtmlSelectElement>().ok())
                && list.value() != value
            {
                list.set_value(&value);
            }
        }
    }
}

impl Component for App {
    type Message = Event;
    type Properties = AppProps;

    fn create(context: &Context<App>) -> App {
        let props = context.props();
        let fragment = props.fragment.as_deref().unwrap_or_default();
        let state = match &props.snapshot {
            Some(snapshot) if MORE => State::restored(props.author.clone(), snapshot, fragment),
            _ => State::new(props.author.clone(), fragment),
        };
        let state = state.read_on(props.today);
        App {
            link: state.link(),
            state,
            asked_more: false,
            announced: None,
            root: NodeRef::default(),
            listeners: None,
            address: None,
            panels: Panels::new(&props.fetch_panels, context.link().callback(Event::Panels)),
            refocus: None,
        }
    }

    fn update(&mut self, _: &Context<App>, event: Event) -> bool {
        match event {
            Event::Action(action) => self.show(self.state.after(action)),
            Event::Press(action, places) => {
                self.refocus = Some(places);
                self.show(self.state.after(action))
            }
            Event::Panels(module) => {
                self.panels.arrive(module);
                true
            }
        }
    }

    fn changed(&mut self, context: &Context<App>, before: &AppProps) -> bool {
        let author = &context.props().author;
        *author != before.author && self.show(self.state.after(Action::Rewrite(Box::new(author.clone()))))
    }

    fn rendered(&mut self, context: &Context<App>, first: bool) {
        if first {
            let send = context.link().callback(|event| event);
            self.listeners = self.root.cast::<Element>().map(|root| Listeners::on(&root, &send));
        }
        self.set_lists();
        if let Some(places) = self.refocus.take()
            && let Some(root) = self.root.cast::<Element>()
        {
            places.iter().any(|place| focus(&root, place));
        }
        let is_new = self.announced.as_ref() != Some(&self.state.answer);
        if self.state.needs_more() {
            context.props().on_shown.emit((self.state.clone(), false));
            self.asked_more = true;
            // What it comes to is for the other app to say.
            return context.props().on_more.emit(self.state.snapshot());
        }
        if std::mem::take(&mut self.asked_more) {
            context.props().on_more.emit(String::new());
        }
        self.announced = Some(Rc::clone(&self.state.answer));
        context.props().on_shown.emit((self.state.clone(), is_new));
        let follow = || Address::new(context.link().callback(|fragment| Event::Action(Action::Follow(fragment))));
        if context.props().fragment.is_some() {
            self.address.get_or_insert_with(follow).keep(&self.link);
        } else {
            self.address = None;
        }
    }

    fn view(&self, context: &Context<App>) -> Html {
        let foot =
            Foot { moved: !self.link.is_empty() || self.state.is_stale(), linked: context.props().fragment.is_some() };
        let mut root = VTag::new("div");
        root.node_ref = self.root.clone();
        root.add_child(widget(&self.state, foot, &self.panels));
        root.into()
    }
}
