use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlSelectElement};
use yew::prelude::*;

use super::address::{address_with, use_address};
use super::events::use_events;
use super::foot::Foot;
use super::state::{Action, Answer, Author, State};
use super::tariff::picked;
use super::widget::widget;

/// What the element hands to the app.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The author's example.
    pub author: Author,
    /// The fragment to start from and to keep in step; none where the element is not the page's own.
    pub fragment: Option<AttrValue>,
    /// Called with every new answer, the first included, once the page shows it.
    pub on_answer: Callback<Rc<Answer>>,
}

impl Reducible for State {
    type Action = Action;
    fn reduce(self: Rc<Self>, action: Action) -> Rc<State> {
        Rc::new(self.after(action))
    }
}

/// The live widget: one state, one way in, everything else derived.
#[component]
pub fn App(props: &AppProps) -> Html {
    let state = use_reducer_eq(|| State::new(props.author.clone(), props.fragment.as_deref().unwrap_or_default()));
    let dispatch: Callback<Action> = state.dispatcher().into();

    let first = use_mut_ref(|| true);
    use_effect_with(props.author.clone(), {
        let dispatch = dispatch.clone();
        move |author: &Author| {
            // The first one is what the state was made of.
            if !first.replace(false) {
                dispatch.emit(Action::Rewrite(Box::new(author.clone())));
            }
        }
    });
    use_effect_with(Rc::clone(&state.answer), {
        let on_answer = props.on_answer.clone();
        move |answer: &Rc<Answer>| on_answer.emit(Rc::clone(answer))
    });
    let link = state.link();
    let moved = !link.is_empty() || state.is_stale();
    let link = props.fragment.is_some().then_some(link);
    use_address(link.clone(), dispatch.reform(Action::Follow));
    let (foot, copy) = use_clipboard(link);
    let root = use_node_ref();
    use_events(&root, dispatch, copy);

    use_effect_with((root.clone(), picked(&state)), |(root, picked)| {
        for (list, value) in picked {
            let selector = format!("select[data-field={list}]");
            let found = root.cast::<Element>().and_then(|root| root.query_selector(&selector).ok().flatten());
            if let Some(list) = found.and_then(|list| list.dyn_into::<HtmlSelectElement>().ok()) {
                list.set_value(value);
            }
        }
    });

    html! { <div ref={root}>{ widget(&state, true, Foot { moved, ..foot }) }</div> }
}

/// Puts the page's address with the scenario in it into the clipboard. Says so until the scenario changes.
#[hook]
fn use_clipboard(link: Option<String>) -> (Foot, Callback<()>) {
    let copied = use_state_eq(|| None::<String>);
    // Clipboards are for pages from a safe origin only; elsewhere the address bar has the same link.
    let has_clipboard = *use_memo((), |()| {
        js_sys::Reflect::has(&gloo::utils::window().navigator(), &"clipboard".into()).unwrap_or(false)
    });
    let copies = link.is_some() && has_clipboard;
    let foot = Foot { moved: false, copies, copied: copies && *copied == link };
    let copy = Callback::from(move |()| {
        if let Some(link) = link.clone().filter(|_| has_clipboard) {
            let _ = gloo::utils::window().navigator().clipboard().write_text(&address_with(&link));
            copied.set(Some(link));
        }
    });
    (foot, copy)
}
