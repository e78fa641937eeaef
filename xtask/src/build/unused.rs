//! Which of Yew's code is never run? The linker cannot know: the app hands Yew text, elements and components, no listeners
//! (`src/view/events.rs` has its own), portals, suspense or raw HTML (`src/view/nodes.rs`). These functions and all that
//! only they call are removed; a call would trap, as a panic does.

use anyhow::{Result, ensure};
use walrus::{Function, FunctionBuilder, FunctionId, FunctionKind, Module, ValType};

/// The beginnings of their names.
const UNUSED: [&str; 8] = [
    "yew::dom_bundle::subtree_root::SubtreeData::add_listener",
    "yew::dom_bundle::subtree_root::BSubtree::ensure_handled",
    "<yew::dom_bundle::subtree_root::EventDescriptor as core::clone::Clone>",
    "yew::dom_bundle::btag::listeners::ListenerRegistration::register",
    "yew::dom_bundle::btag::listeners::Registry::unregister",
    "yew::dom_bundle::braw::<impl yew::dom_bundle::traits::Reconcilable",
    "yew::dom_bundle::bportal::<impl yew::dom_bundle::traits::Reconcilable",
    "yew::dom_bundle::bsuspense::<impl yew::dom_bundle::traits::Reconcilable",
];

/// Leaves them out of a module; fails where Yew no longer has one of them.
pub fn remove(module: &mut Module) -> Result<()> {
    for name in UNUSED {
        let is_it = |found: &Option<String>| found.as_deref().is_some_and(|found| found.starts_with(name));
        let found = module.funcs.iter().filter(|function| is_it(&function.name));
        let found: Vec<FunctionId> = found.map(Function::id).collect();
        ensure!(!found.is_empty(), "no function begins with {name}: look at what Yew calls it now");
        for function in found {
            empty(module, function);
        }
    }
    Ok(())
}

/// Gives a function a body that traps.
fn empty(module: &mut Module, function: FunctionId) {
    let function_type = module.types.get(module.funcs.get(function).ty());
    let (parameters, results): (Vec<ValType>, Vec<ValType>) =
        (function_type.params().to_vec(), function_type.results().to_vec());
    let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
    builder.func_body().unreachable();
    let parameters = parameters.iter().map(|parameter| module.locals.add(*parameter)).collect();
    module.funcs.get_mut(function).kind = FunctionKind::Local(builder.local_func(parameters));
}
