//! How is code taken out of the linker's module? The splitter follows its relocations, which show which code refers to
//! what, so code that is not to run goes before the splitter sees it, with its relocations. Nothing moves: they count bytes.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use anyhow::{Context, Result, bail, ensure};
use wasm_encoder::{CustomSection, Encode, Section};
use wasmparser::{
    BinaryReader, FunctionBody, KnownCustom, Linking, LinkingSectionReader, Name, NameSectionReader, Operator, Parser,
    Payload, RelocSectionReader, RelocationType, SymbolInfo,
};

use super::order::imported_functions;

const UNREACHABLE: u8 = 0x00;
const NOP: u8 = 0x01;
const END: u8 = 0x0b;
const CALL: u8 = 0x10;

/// The number of bytes that the linker gives the index of a called function, whatever its value.
const INDEX: usize = 5;

/// A module as the linker has written it.
#[derive(Default)]
pub struct Linked {
    bytes: Vec<u8>,
    /// The number of imported functions; they have the first indices.
    imported: u32,
    /// The start of the code section, from which relocations count.
    code: usize,
    /// The places of the functions' bodies.
    bodies: Vec<Range<usize>>,
    /// The functions' names, as in the source.
    names: Vec<(u32, String)>,
    /// The symbol of each function, by which relocations name it.
    symbols: HashMap<u32, u32>,
    /// The place of the section of the code's relocations, and that of its entries.
    relocations: Range<usize>,
    entries: Range<usize>,
    /// The places where code has been taken out.
    removed: Vec<Range<usize>>,
    /// The places where another function is called than before, by its symbol.
    redirected: HashMap<usize, u32>,
}

impl Linked {
    pub fn read(module: &[u8]) -> Result<Linked> {
        let mut read = Linked { bytes: module.to_vec(), ..Linked::default() };
        let mut end = 0;
        for payload in Parser::new(0).parse_all(module) {
            let payload = payload?;
            if let Payload::CodeSectionEntry(body) = payload {
                read.bodies.push(body.range());
                continue;
            }
            let before = end;
            if let Some((_, range)) = payload.as_section() {
                end = range.end;
            }
            if let Payload::CodeSectionStart { range, .. } = payload {
                read.code = range.start;
            } else if let Payload::ImportSection(section) = payload {
                read.imported = imported_functions(section)?;
            } else if let Payload::CustomSection(section) = payload {
                if section.name() == "reloc.CODE" {
                    (read.relocations, read.entries) = (before..end, section.data_offset()..end);
                }
                if let KnownCustom::Name(names) = section.as_known() {
                    read.names = names_of_functions(names)?;
                } else if let KnownCustom::Linking(linking) = section.as_known() {
                    read.symbols = symbols_of_functions(linking)?;
                }
            }
        }
        ensure!(!read.entries.is_empty(), "the module has no relocations of its code");
        Ok(read)
    }

    /// The functions that have code.
    pub fn functions(&self) -> Range<u32> {
        self.imported..self.imported + u32::try_from(self.bodies.len()).expect("indices of functions have 32 bits")
    }

    /// Functions with their names, as the source has them, without hashes.
    pub fn names(&self) -> impl Iterator<Item = (u32, &str)> {
        self.names.iter().map(|(function, name)| (*function, name.as_str()))
    }

    /// The functions that have code and whose names begin like this; fails if there is none.
    pub fn named(&self, name: &str) -> Result<Vec<u32>> {
        let found: Vec<u32> = self
            .names()
            .filter(|(function, found)| found.starts_with(name) && *function >= self.imported)
            .map(|(function, _)| function)
            .collect();
        ensure!(!found.is_empty(), "no function begins with {name}: look at what it is called now");
        Ok(found)
    }

    /// The instructions of a function, and the place of each.
    pub fn code(&self, function: u32) -> Result<Vec<(Operator<'_>, Range<usize>)>> {
        let body = self.body(function)?;
        instructions(&self.bytes[body.clone()], body.start)
    }

    /// Replaces a function's body by a trap.
    pub fn trap(&mut self, function: u32) -> Result<()> {
        let body = self.body(function)?;
        let [locals, first, rest @ .., end] = &mut self.bytes[body.clone()] else {
            bail!("function {function} is too short for a trap")
        };
        (*locals, *first, *end) = (0, UNREACHABLE, END);
        rest.fill(NOP);
        self.removed.push(body);
        Ok(())
    }

    /// Puts a call without arguments in the place of instructions that end with a call.
    pub fn call_instead(&mut self, place: Range<usize>, function: u32) -> Result<()> {
        let index = place.end - INDEX;
        let symbol = self.symbols.get(&function).context("a function without a symbol")?;
        ensure!(index > place.start && self.bytes[index - 1] == CALL, "what is replaced ends with no call");
        self.bytes[place.start..index - 1].fill(NOP);
        // Seven bits to a byte; the high bit of all but the last means that another one follows.
        for (count, byte) in self.bytes[index..place.end].iter_mut().enumerate() {
            let bits = u8::try_from((function >> (7 * count)) & 0x7f)?;
            *byte = if count + 1 < INDEX { bits | 0x80 } else { bits };
        }
        self.removed.push(place.start..index);
        self.redirected.insert(index, *symbol);
        Ok(())
    }

    fn body(&self, function: u32) -> Result<Range<usize>> {
        let index = function.checked_sub(self.imported).and_then(|own| self.bodies.get(own as usize));
        index.cloned().with_context(|| format!("function {function} has no code"))
    }

    /// The module as it is now.
    pub fn written(&self) -> Result<Vec<u8>> {
        let mut written = self.bytes.clone();
        written.splice(self.relocations.clone(), self.remaining_relocations()?);
        Ok(written)
    }

    /// The section of relocations without those of what has been taken out.
    fn remaining_relocations(&self) -> Result<Vec<u8>> {
        let data = &self.bytes[self.entries.clone()];
        let read = RelocSectionReader::new(BinaryReader::new(data, 0))?;
        let section = read.section_index();
        let all: Vec<_> = read.entries().into_iter_with_offsets().collect::<Result<_, _>>()?;
        let ends = all.iter().skip(1).map(|(at, _)| *at).chain([data.len()]);
        let mut removed = self.removed.clone();
        removed.sort_by_key(|range| range.start);
        let is_removed = |place: usize| {
            let after = removed.partition_point(|range| range.start <= place);
            removed[..after].last().is_some_and(|range| range.contains(&place))
        };
        let (mut count, mut bytes) = (0_u32, vec![]);
        for ((at, relocation), end) in all.iter().zip(ends) {
            let place = self.code + usize::try_from(relocation.offset)?;
            if let Some(symbol) = self.redirected.get(&place) {
                bytes.push(RelocationType::FunctionIndexLeb as u8);
                relocation.offset.encode(&mut bytes);
                symbol.encode(&mut bytes);
            } else if is_removed(place) {
                continue;
            } else {
                bytes.extend_from_slice(&data[*at..end]);
            }
            count += 1;
        }
        let mut left = vec![];
        section.encode(&mut left);
        count.encode(&mut left);
        left.extend(bytes);
        let mut made = vec![];
        CustomSection { name: "reloc.CODE".into(), data: Cow::Owned(left) }.append_to(&mut made);
        Ok(made)
    }
}

/// The instructions of a function's body, which begins at a place of the module, and the place of each.
pub fn instructions(body: &[u8], start: usize) -> Result<Vec<(Operator<'_>, Range<usize>)>> {
    let read = FunctionBody::new(BinaryReader::new(body, start));
    let all: Vec<_> = read.get_operators_reader()?.into_iter_with_offsets().collect::<Result<_, _>>()?;
    let ends: Vec<usize> = all.iter().skip(1).map(|(_, at)| *at).chain([start + body.len()]).collect();
    Ok(all.into_iter().zip(ends).map(|((operator, at), end)| (operator, at..end)).collect())
}

/// The names of functions as the source has them, without hashes.
pub fn names_of_functions(names: NameSectionReader) -> Result<Vec<(u32, String)>> {
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

fn symbols_of_functions(linking: LinkingSectionReader) -> Result<HashMap<u32, u32>> {
    let mut found = HashMap::new();
    for part in linking {
        if let Linking::SymbolTable(symbols) = part? {
            for (number, symbol) in (0..).zip(symbols) {
                if let SymbolInfo::Func { index, .. } = symbol? {
                    found.entry(index).or_insert(number);
                }
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, FunctionSection, LinkingSection, Module, NameMap, NameSection, SymbolTable, TypeSection,
    };

    use super::*;

    /// `main` calls `core::panic` with an address, which never returns; `panicked` is the app's.
    const MAIN: u32 = 0;
    const PANIC: u32 = 1;
    const PANICKED: u32 = 2;
    /// The symbol of each, in another order than the functions.
    const SYMBOLS: [u32; 3] = [PANICKED, MAIN, PANIC];

    /// A module as the linker writes it: indices and addresses in five bytes each, with a relocation for each of them.
    fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut functions = FunctionSection::new();
        let mut code = CodeSection::new();
        let bodies: [&[u8]; 3] = [
            // No locals; the address 16, dropped; the call; the end of all.
            &[0, 0x41, 0x90, 0x80, 0x80, 0x80, 0, 0x1a, CALL, 0x81, 0x80, 0x80, 0x80, 0, UNREACHABLE, END],
            &[0, UNREACHABLE, END],
            &[0, CALL, 0x80, 0x80, 0x80, 0x80, 0, UNREACHABLE, END],
        ];
        for body in bodies {
            functions.function(0);
            code.raw(body);
        }
        let mut table = SymbolTable::new();
        for function in SYMBOLS {
            table.function(0, function, Some("a name"));
        }
        let mut linking = LinkingSection::new();
        linking.symbol_table(&table);
        // The relocations of section 2, the code; each with its kind, its place and its symbol. Bodies begin with their lengths.
        let mut relocations = vec![2, 3];
        relocations.extend([RelocationType::MemoryAddrSleb as u8, 4, 9, 0]);
        relocations.extend([RelocationType::FunctionIndexLeb as u8, 11, 2]);
        relocations.extend([RelocationType::FunctionIndexLeb as u8, 25, 1]);
        let mut names = NameMap::new();
        for (function, name) in (0..).zip(["main", "core::panic", "panicked"]) {
            names.append(function, name);
        }
        let mut about = NameSection::new();
        about.functions(&names);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&code).section(&linking);
        module.section(&CustomSection { name: "reloc.CODE".into(), data: relocations.into() }).section(&about);
        module.finish()
    }

    /// The kind, place and symbol of each relocation.
    fn relocations(linked: &Linked) -> Vec<(RelocationType, u32, u32)> {
        let data = &linked.bytes[linked.entries.clone()];
        let read = RelocSectionReader::new(BinaryReader::new(data, 0)).unwrap();
        read.entries()
            .into_iter()
            .map(|entry| entry.unwrap())
            .map(|entry| (entry.ty, entry.offset, entry.index))
            .collect()
    }

    #[test]
    fn a_call_takes_the_place_of_another_with_its_arguments() {
        let mut linked = Linked::read(&module()).unwrap();
        assert_eq!((linked.functions(), linked.named("core::").unwrap()), (0..3, vec![PANIC]));
        let code = linked.code(MAIN).unwrap();
        let place = code[0].1.start..code[2].1.end;
        linked.call_instead(place, PANICKED).unwrap();
        let written = linked.written().unwrap();
        let again = Linked::read(&written).unwrap();
        let code = again.code(MAIN).unwrap();
        let is_nop = |operator: &Operator| matches!(operator, Operator::Nop);
        assert!(code[..7].iter().all(|(operator, _)| is_nop(operator)), "{code:?}");
        assert!(matches!(code[7].0, Operator::Call { function_index: PANICKED }), "{code:?}");
        assert!(matches!(code[8].0, Operator::Unreachable), "{code:?}");
        // The address has no relocation any more, and the call has that of the other function.
        let index = RelocationType::FunctionIndexLeb;
        assert_eq!(relocations(&again), [(index, 11, 0), (index, 25, 1)]);
    }

    #[test]
    fn a_trap_is_all_that_remains_of_a_function() {
        let mut linked = Linked::read(&module()).unwrap();
        linked.trap(MAIN).unwrap();
        let again = Linked::read(&linked.written().unwrap()).unwrap();
        let code = again.code(MAIN).unwrap();
        assert!(matches!(code[0].0, Operator::Unreachable) && matches!(code[1].0, Operator::Nop), "{code:?}");
        assert_eq!(relocations(&again), [(RelocationType::FunctionIndexLeb, 25, 1)]);
        assert_eq!(again.written().unwrap(), linked.written().unwrap(), "nothing else has changed");
    }

    #[test]
    fn what_is_no_call_or_no_function_is_refused() {
        let mut linked = Linked::read(&module()).unwrap();
        let address = linked.code(MAIN).unwrap()[0].1.clone();
        assert!(linked.call_instead(address, PANICKED).is_err());
        assert!(linked.trap(3).is_err() && linked.named("alloc::").is_err());
        let mut plain = Module::new();
        plain.section(&TypeSection::new());
        assert!(Linked::read(&plain.finish()).is_err(), "without relocations");
    }
}
