//! Which code of Yew, and of what it uses, is never run? The linker cannot know: the app hands Yew one node, its root, which never
//! changes; everything in it is the app's own (`src/html/nodes.rs`). The functions that make and compare other nodes get a body
//! that traps, as a panic does. The splitter then drops all code and data that only they refer to.

use anyhow::Result;

use super::linked::Linked;

/// The beginnings of the names of functions that are never called.
const UNUSED: [&str; 20] = [
    "yew::dom_bundle::bcomp::<impl yew::dom_bundle::traits::Reconcilable",
    "yew::dom_bundle::blist::<impl yew::dom_bundle::traits::Reconcilable",
    "yew::dom_bundle::blist::BList::apply_unkeyed",
    "yew::dom_bundle::bportal::<impl yew::dom_bundle::traits::Reconcilable",
    "yew::dom_bundle::braw::",
    "yew::dom_bundle::bsuspense::<impl yew::dom_bundle::traits::Reconcilable",
    "yew::dom_bundle::btag::<impl yew::dom_bundle::traits::Reconcilable",
    "yew::dom_bundle::btag::attributes::",
    "yew::dom_bundle::btag::listeners::",
    "yew::dom_bundle::btext::<impl yew::dom_bundle::traits::Reconcilable",
    "<yew::dom_bundle::bnode::BNode as yew::dom_bundle::traits::ReconcileTarget>::shift",
    "yew::dom_bundle::subtree_root::SubtreeData::add_listener",
    "yew::dom_bundle::subtree_root::BSubtree::ensure_handled",
    "<yew::dom_bundle::subtree_root::EventDescriptor as core::clone::Clone>",
    "<alloc::rc::Rc<T> as yew::utils::RcExt<T>>::unwrap_or_clone",
    "<yew::virtual_dom::vnode::VNode as core::clone::Clone>",
    "yew::html::component::scope::AnyScope::find_parent_scope",
    "yew::suspense::component::feat_csr_ssr::BaseSuspense",
    "indexmap::map::IndexMap",
    "console_error_panic_hook::hook",
];

/// Empties these functions; fails if one of them is gone.
pub fn remove(linked: &mut Linked) -> Result<()> {
    for name in UNUSED {
        linked.named(name)?.into_iter().try_for_each(|function| linked.trap(function))?;
    }
    Ok(())
}
