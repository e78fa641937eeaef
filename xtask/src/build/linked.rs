//! What has the linker written? A module, with notes about which code refers to what. The splitter follows these notes, so code that
//! is not to run, and its notes, are taken out here, before it does. Nothing moves: the notes count bytes.

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

/// How many bytes the linker gives the number of a function that is called.
const NUMBER: usize = 5;

/// A module as the linker has written it.
#[derive(Default)]
pub struct Linked {
    bytes: Vec<u8>,
    /// How many functions are imported; they have the first numbers.
    imported: u32,
    /// Where the code section begins, from which the notes count.
    code: usize,
    /// Where the functions' bodies are.
    bodies: Vec<Range<usize>>,
    /// The functions' names, as in the source.
    names: Vec<(u32, String)>,
    /// Under which numbers the notes know functions.
    symbols: HashMap<u32, u32>,
    /// Where the section of notes is, and what is in it.
    notes: Range<usize>,
    entries: Range<usize>,
    /// Where code has been taken out.
    emptied: Vec<Range<usize>>,
    /// Where another function is called than before, by the number in the notes.
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
                    (read.notes, read.entries) = (before..end, section.data_offset()..end);
                }
                if let KnownCustom::Name(names) = section.as_known() {
                    read.names = names_of_functions(names)?;
                } else if let KnownCustom::Linking(linking) = section.as_known() {
                    read.symbols = symbols_of_functions(linking)?;
                }
            }
        }
        ensure!(!read.entries.is_empty(), "the linker has left no notes about its code");
        Ok(read)
    }

    /// The functions that have code.
    pub fn functions(&self) -> Range<u32> {
        self.imported..self.imported + u32::try_from(self.bodies.len()).unwrap_or_default()
    }

    /// Functions with their names, as the source has them, without hashes.
    pub fn names(&self) -> impl Iterator<Item = (u32, &str)> {
        self.names.iter().map(|(function, name)| (*function, name.as_str()))
    }

    /// The functions that have code and whose name begins so; fails if there is none.
    pub fn named(&self, name: &str) -> Result<Vec<u32>> {
        let found: Vec<u32> = self
            .names()
            .filter(|(function, found)| found.starts_with(name) && *function >= self.imported)
            .map(|(function, _)| function)
            .collect();
        ensure!(!found.is_empty(), "no function begins with {name}: look at what it is called now");
        Ok(found)
    }

    /// The instructions of a function, and where each is.
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
        self.emptied.push(body);
        Ok(())
    }

    /// Puts a call without arguments in the place of instructions of which the last is a call, too.
    pub fn call_instead(&mut self, place: Range<usize>, function: u32) -> Result<()> {
        let number = place.end - NUMBER;
        let symbol = self.symbols.get(&function).context("the linker has no note about a function that it has")?;
        ensure!(number > place.start && self.bytes[number - 1] == CALL, "what is replaced ends with no call");
        self.bytes[place.start..number - 1].fill(NOP);
        // Seven bits to a byte; all but the last say that another one follows.
        for (index, byte) in self.bytes[number..place.end].iter_mut().enumerate() {
            let bits = u8::try_from((function >> (7 * index)) & 0x7f)?;
            *byte = if index + 1 < NUMBER { bits | 0x80 } else { bits };
        }
        self.emptied.push(place.start..number);
        self.redirected.insert(number, *symbol);
        Ok(())
    }

    fn body(&self, function: u32) -> Result<Range<usize>> {
        let index = function.checked_sub(self.imported).and_then(|own| self.bodies.get(own as usize));
        index.cloned().with_context(|| format!("function {function} has no code"))
    }

    /// The module as it is now.
    pub fn written(&self) -> Result<Vec<u8>> {
        let mut written = self.bytes.clone();
        written.splice(self.notes.clone(), self.notes_left()?);
        Ok(written)
    }

    /// The section of notes without those about what has been taken out.
    fn notes_left(&self) -> Result<Vec<u8>> {
        let data = &self.bytes[self.entries.clone()];
        let notes = RelocSectionReader::new(BinaryReader::new(data, 0))?;
        let section = notes.section_index();
        let about: Vec<_> = notes.entries().into_iter_with_offsets().collect::<Result<_, _>>()?;
        let ends = about.iter().skip(1).map(|(at, _)| *at).chain([data.len()]);
        let mut emptied = self.emptied.clone();
        emptied.sort_by_key(|range| range.start);
        let is_emptied = |place: usize| {
            let after = emptied.partition_point(|range| range.start <= place);
            emptied[..after].last().is_some_and(|range| range.contains(&place))
        };
        let (mut count, mut bytes) = (0_u32, vec![]);
        for ((at, note), end) in about.iter().zip(ends) {
            let place = self.code + usize::try_from(note.offset)?;
            if let Some(symbol) = self.redirected.get(&place) {
                bytes.push(RelocationType::FunctionIndexLeb as u8);
                note.offset.encode(&mut bytes);
                symbol.encode(&mut bytes);
            } else if is_emptied(place) {
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

/// The instructions of a function's body, which begins at a place of the module, and where each is.
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
