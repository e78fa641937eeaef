//! The page's fragment, in and out. The only file that touches the address.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use crate::scenario::is_link;

// Browsers refuse more than about 100 changes of the address in 30 seconds, some by throwing. One after each rest of
// this many milliseconds stays below that.
const REST: u32 = 400;

/// The fragment of the page's address, with `#`; empty if there is none.
pub fn fragment() -> String {
    gloo::utils::window().location().hash().unwrap_or_default()
}

/// The page's address with another fragment.
pub fn address_with(link: &str) -> String {
    let href = gloo::utils::window().location().href().unwrap_or_default();
    let page = href.split('#').next().unwrap_or_default();
    if link.is_empty() { page.to_owned() } else { format!("{page}#{link}") }
}

/// Keeps the fragment in step with `link` once it has come to rest, and calls `follow` when the reader changes it.
/// Without a link the address is left alone.
#[hook]
pub fn use_address(link: Option<String>, follow: Callback<String>) {
    let shown = use_mut_ref(fragment);
    {
        let shown = shown.clone();
        use_effect_with(link.clone(), move |link| {
            let timeout = link.clone().map(|link| {
                Timeout::new(REST, move || {
                    let fragment = if link.is_empty() { String::new() } else { format!("#{link}") };
                    // A refusal is no loss: the next rest tries again.
                    if *shown.borrow() != fragment && replace(&link) {
                        *shown.borrow_mut() = fragment;
                    }
                })
            });
            move || drop(timeout)
        });
    }
    use_effect_with(link.is_some(), move |is_linked| {
        let listener = is_linked.then(|| {
            EventListener::new(&gloo::utils::window(), "hashchange", move |_| {
                let fragment = fragment();
                if *shown.borrow() != fragment && is_link(&fragment) {
                    shown.borrow_mut().clone_from(&fragment);
                    follow.emit(fragment);
                }
            })
        });
        move || drop(listener)
    });
}

fn replace(link: &str) -> bool {
    let history = gloo::utils::window().history();
    history.is_ok_and(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&address_with(link))).is_ok())
}
