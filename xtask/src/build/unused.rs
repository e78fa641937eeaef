//! Which code of Yew, and of what it uses, is never run? The linker cannot know: the app hands Yew text, elements and components, no
//! listeners (`src/view/events.rs` has its own), portals, suspense, raw HTML, keys or maps of attributes (`src/view/nodes.rs`), and no
//! node twice. These functions get a body that traps, as a panic does, or that answers no. The splitter then drops all code and data
//! that only they refer to.

use std::borrow::Cow;
use std::ops::Range;

use anyhow::{Result, ensure};
use wasm_encoder::{CustomSection, Encode, Section};
use wasmparser::{BinaryReader, KnownCustom, Name, NameSectionReader, Parser, Payload, RelocSectionReader};

use super::order::imported_functions;

/// The beginnings of the names of those that are never called.
const UNUSED: [&str; 13] = [
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
];

/// The beginning of the name of one that asks whether every node of a list has a key. None has: what follows if all have is dropped.
const NEVER: [&str; 1] = ["yew::virtual_dom::vlist::VList::fully_keyed"];

const UNREACHABLE: [u8; 2] = [0x00, NOP];
const NO: [u8; 2] = [0x41, 0x00];
const NOP: u8 = 0x01;
const END: u8 = 0x0b;

/// The linker's module with these functions emptied; fails where one of them is gone.
pub fn remove(linked: &[u8]) -> Result<Vec<u8>> {
    let module = Linked::read(linked)?;
    let mut emptied = vec![];
    // What is in the code section stays where it is, because the linker's notes about it count bytes.
    let mut made = linked.to_vec();
    let names = UNUSED.map(|name| (name, UNREACHABLE)).into_iter().chain(NEVER.map(|name| (name, NO)));
    for (name, begins) in names {
        let found = module.names.iter().filter(|(_, found)| found.starts_with(name));
        let bodies: Vec<Range<usize>> = found.filter_map(|(function, _)| module.body(*function)).collect();
        ensure!(!bodies.is_empty(), "no function begins with {name}: look at what it is called now");
        for body in &bodies {
            let [locals, first, second, rest @ .., end] = &mut made[body.clone()] else { continue };
            (*locals, [*first, *second], *end) = (0, begins, END);
            rest.fill(NOP);
        }
        emptied.extend(bodies);
    }
    let notes = kept(linked, &module, &emptied)?;
    made.splice(module.notes, notes);
    Ok(made)
}

/// Where in the linker's module is what?
struct Linked {
    /// How many functions are imported, which are numbered first.
    imported: u32,
    /// The code section, which offsets in the notes count from.
    code: Range<usize>,
    /// The functions' bodies.
    bodies: Vec<Range<usize>>,
    /// The functions' names, as in the source.
    names: Vec<(u32, String)>,
    /// The section of notes about what the code refers to.
    notes: Range<usize>,
    /// What is in it.
    entries: Range<usize>,
}

impl Linked {
    fn read(linked: &[u8]) -> Result<Linked> {
        let mut found = Linked { imported: 0, code: 0..0, bodies: vec![], names: vec![], notes: 0..0, entries: 0..0 };
        let mut end = 0;
        for payload in Parser::new(0).parse_all(linked) {
            let payload = payload?;
            if let Payload::CodeSectionEntry(body) = payload {
                found.bodies.push(body.range());
                continue;
            }
            let before = end;
            if let Some((_, range)) = payload.as_section() {
                end = range.end;
            }
            if let Payload::CodeSectionStart { range, .. } = payload {
                found.code = range;
            } else if let Payload::ImportSection(section) = payload {
                found.imported = imported_functions(section)?;
            } else if let Payload::CustomSection(section) = payload {
                if section.name() == "reloc.CODE" {
                    (found.notes, found.entries) = (before..end, section.data_offset()..end);
                } else if let KnownCustom::Name(names) = section.as_known() {
                    found.names = names_of_functions(names)?;
                }
            }
        }
        ensure!(!found.entries.is_empty(), "the linker has left no notes about its code");
        Ok(found)
    }

    fn body(&self, function: u32) -> Option<Range<usize>> {
        self.bodies.get(usize::try_from(function.checked_sub(self.imported)?).ok()?).cloned()
    }
}

/// The names of functions as the source has them, without hashes.
fn names_of_functions(names: NameSectionReader) -> Result<Vec<(u32, String)>> {
    let mut found = vec![];
    for name in names {
        if let Name::Function(functions) = name? {
            for function in functions {
                let function = function?;
                found.push((function.index, format!("{:#}", rustc_demangle::demangle(function.name))));
            }
        }
    }
    Ok(found)
}

/// The section of notes without those about the emptied functions.
fn kept(linked: &[u8], module: &Linked, emptied: &[Range<usize>]) -> Result<Vec<u8>> {
    let data = &linked[module.entries.clone()];
    let entries = RelocSectionReader::new(BinaryReader::new(data, 0))?;
    let section = entries.section_index();
    let about: Vec<_> = entries.entries().into_iter_with_offsets().collect::<Result<_, _>>()?;
    let ends = about.iter().skip(1).map(|(at, _)| *at).chain([data.len()]);
    let (mut count, mut bytes) = (0_u32, vec![]);
    for ((at, entry), end) in about.iter().zip(ends) {
        let place = module.code.start + usize::try_from(entry.offset)?;
        if !emptied.iter().any(|body| body.contains(&place)) {
            count += 1;
            bytes.extend_from_slice(&data[*at..end]);
        }
    }
    let mut kept = vec![];
    section.encode(&mut kept);
    count.encode(&mut kept);
    kept.extend(bytes);
    let mut made = vec![];
    CustomSection { name: "reloc.CODE".into(), data: Cow::Owned(kept) }.append_to(&mut made);
    Ok(made)
}
