//! Which code of Yew, and of what it uses, is never run? The linker cannot know: the app hands Yew text, elements and components, no
//! listeners (`src/view/events.rs` has its own), portals, suspense, raw HTML, keys or maps of attributes (`src/view/nodes.rs`), and no
//! node twice. These functions get a body that traps, as a panic does, or that answers no. The splitter then drops all code and data
//! that only they refer to.

use anyhow::Result;

use super::linked::Linked;

/// The beginnings of the names of those that are never called.
const UNUSED: [&str; 14] = [
    "yew::dom_bundle::subtree_root::SubtreeData::add_listener",
    "yew::dom_bundle::subtree_root::BSubtree::ensure_handled",
    "<yew::dom_bundle::subtree_root::EventDescriptor as core::clone::Clone>",
    "yew::dom_bundle::btag::listeners::ListenerRegistration::register",
    "yew::dom_bundle::btag::listeners::Registry::unregister",
    "yew::dom_bundle::braw::<impl yew::dom_bundle::traits::Reconcilable",
    "yew::dom_bundle::braw::BRaw",
    "yew::dom_bundle::bportal::<impl yew::dom_bundle::traits::Reconcilable",
    "yew::dom_bundle::bsuspense::<impl yew::dom_bundle::traits::Reconcilable",
    "indexmap::map::IndexMap",
    "<yew::virtual_dom::vnode::VNode as core::clone::Clone>",
    "yew::html::component::scope::AnyScope::find_parent_scope",
    "yew::suspense::component::feat_csr_ssr::BaseSuspense",
    "console_error_panic_hook::hook",
];

/// The beginning of the name of one that asks whether every node of a list has a key. None has: what follows if all have is dropped.
const NEVER: [&str; 1] = ["yew::virtual_dom::vlist::VList::fully_keyed"];

/// Empties these functions; fails where one of them is gone.
pub fn remove(linked: &mut Linked) -> Result<()> {
    for name in UNUSED {
        linked.named(name)?.into_iter().try_for_each(|function| linked.trap(function))?;
    }
    for name in NEVER {
        linked.named(name)?.into_iter().try_for_each(|function| linked.deny(function))?;
    }
    Ok(())
}
