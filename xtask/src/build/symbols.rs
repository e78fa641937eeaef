//! Where has the app stopped? A browser gives functions by number: `take-home-app:wasm-function[812]`. `symbols.txt`, which no page
//! asks for, has a line for each: `take-home-app 812 take_home::controls::track::track`. It begins with the build's files, whose
//! addresses stacks have, too.

use std::fmt::Write;

use anyhow::Result;
use walrus::ModuleConfig;
use wasm_encoder::{NameSection, Section};
use wasmparser::{KnownCustom, Parser, Payload};

use super::linked::names_of_functions;
use super::publish::Published;
use crate::assets::{Kind, SYMBOLS};

/// The name that a browser gives a module of this file, and that the loader knows as its own.
fn module_name(file: &str) -> &str {
    file.trim_end_matches(".wasm").trim_end_matches("_bg")
}

/// A module with its functions' names in the form that wasm-opt reads; the splitter writes more.
pub fn readable(module: &[u8]) -> Result<Vec<u8>> {
    Ok(ModuleConfig::new().parse(module)?.emit_wasm())
}

/// A module with a name, but without those of its functions, which are listed.
pub fn taken(file: &str, module: &[u8]) -> Result<(Vec<u8>, String)> {
    let (name, mut list, mut published, mut end) = (module_name(file), String::new(), vec![], 0);
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        let before = end;
        if let Payload::Version { range, .. } = &payload {
            end = range.end;
        } else if let Some((_, range)) = payload.as_section() {
            end = range.end;
        }
        if let Payload::CustomSection(section) = &payload
            && let KnownCustom::Name(names) = section.as_known()
        {
            for (function, called) in names_of_functions(names)? {
                writeln!(list, "{name} {function} {called}")?;
            }
        } else {
            published.extend_from_slice(&module[before..end]);
        }
    }
    let mut names = NameSection::new();
    names.module(name);
    names.append_to(&mut published);
    Ok((published, list))
}

/// Puts the addresses of the files that the list is about at its beginning.
pub fn address(site: &mut Published) {
    let files = site.addresses.iter().filter(|(name, _)| Kind::of(name) == Kind::Wasm);
    let lines: Vec<String> = files.map(|(name, address)| format!("{} is {address}\n", module_name(name))).collect();
    if let Some(list) = site.files.get_mut(SYMBOLS) {
        list.splice(..0, lines.concat().into_bytes());
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, Function, FunctionSection, Instruction, Module, NameMap, NameSection, TypeSection,
    };

    use super::taken;

    #[test]
    fn functions_are_listed_and_their_names_not_published() {
        let (mut types, mut functions, mut code) = (TypeSection::new(), FunctionSection::new(), CodeSection::new());
        types.ty().function([], []);
        functions.function(0);
        let mut body = Function::new([]);
        body.instruction(&Instruction::End);
        code.function(&body);
        let (mut names, mut own) = (NameSection::new(), NameMap::new());
        own.append(0, "_ZN9take_home8controls5track17h0123456789abcdefE");
        names.functions(&own);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&code).section(&names);
        let (published, list) = taken("take-home-app_bg.wasm", &module.finish()).unwrap();
        assert_eq!(list, "take-home-app 0 take_home::controls::track\n");
        let text = String::from_utf8_lossy(&published);
        assert!(text.contains("take-home-app") && !text.contains("track"), "{text}");
        assert!(wasmparser::validate(&published).is_ok());
    }
}
