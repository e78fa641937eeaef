//! In which order are a module's functions? Those that resemble each other are neighbours: brotli then finds what repeats nearby,
//! and a file of many small functions is about 1.5% smaller.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use anyhow::{Result, anyhow};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{
    CodeSectionReader, FunctionBody, FunctionSectionReader, ImportSectionReader, Parser, Payload, TypeRef,
};

/// The number of bytes in a row that make two functions alike.
const ROW: usize = 5;

/// The most functions that may contain a row: one that is nearly everywhere says nothing.
const MOST: usize = 100;

/// The number of functions before it with which the next one is compared.
const BEFORE: usize = 8;

/// The module with its functions in the best order that is found.
pub fn ordered(module: &[u8]) -> Result<Vec<u8>> {
    let (imported, bodies) = functions(module)?;
    let order = order(&bodies);
    let mut place = vec![0; order.len()];
    for (new, old) in order.iter().enumerate() {
        place[*old] = u32::try_from(new)?;
    }
    let mut made = Module::new();
    let mut renumbered = Renumbered { imported, order, place };
    renumbered.parse_core_module(&mut made, Parser::new(0), module).map_err(|error| anyhow!("{error}"))?;
    Ok(made.finish())
}

/// The number of functions that a module imports, and the code of all others.
fn functions(module: &[u8]) -> Result<(u32, Vec<&[u8]>)> {
    let (mut imported, mut bodies) = (0, vec![]);
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        if let Payload::CodeSectionEntry(body) = payload {
            bodies.push(body.as_bytes());
        } else if let Payload::ImportSection(section) = payload {
            imported = imported_functions(section)?;
        }
    }
    Ok((imported, bodies))
}

/// The number of functions that a section imports.
pub(super) fn imported_functions(section: ImportSectionReader) -> Result<u32> {
    let mut imported = 0;
    for import in section.into_imports() {
        imported += u32::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
    }
    Ok(imported)
}

/// A chain in which each function resembles those before it the most; where none does, the largest that is left.
fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let rows: Vec<BTreeSet<&[u8]>> = bodies.iter().map(|body| body.windows(ROW).collect()).collect();
    let mut holders: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (function, rows) in rows.iter().enumerate() {
        for row in rows {
            holders.entry(row).or_default().push(function);
        }
    }
    let shared: Vec<Vec<(&[usize], f64)>> = rows
        .iter()
        .map(|rows| {
            let all = rows.iter().map(|row| &*holders[row]).filter(|all| (2..MOST).contains(&all.len()));
            all.map(|all| (all, three_quarters(all.len()))).collect()
        })
        .collect();
    // A large function shares something with every other one.
    let sizes: Vec<f64> = shared.iter().map(|shared| three_quarters(shared.len() + 20)).collect();
    let mut largest: Vec<usize> = (0..bodies.len()).collect();
    largest.sort_by_key(|function| Reverse(bodies[*function].len()));
    let mut is_left = vec![true; bodies.len()];
    let mut order: Vec<usize> = vec![];
    while order.len() < bodies.len() {
        let mut alike = vec![0.0; bodies.len()];
        for (distance, before) in (1_u32..).zip(order.iter().rev().take(BEFORE)) {
            let distance = f64::from(distance).sqrt();
            for (all, frequency) in &shared[*before] {
                let weight = 1.0 / (frequency * distance);
                for other in *all {
                    alike[*other] += weight;
                }
            }
        }
        let score = |function: usize| alike[function] / sizes[function];
        let left = largest.iter().copied().filter(|function| is_left[*function]);
        // Of equal ones, `max_by` gives the last.
        let Some(next) = left.rev().max_by(|one, other| score(*one).total_cmp(&score(*other))) else { break };
        is_left[next] = false;
        order.push(next);
    }
    order
}

/// A count to the power of three quarters, from roots alone: they are the same on every machine.
fn three_quarters(count: usize) -> f64 {
    let root = f64::from(u32::try_from(count).unwrap_or(u32::MAX)).sqrt();
    root * root.sqrt()
}

/// Writes a module again with its functions in another order, under their new numbers.
struct Renumbered {
    imported: u32,
    /// The function at each place, and the place of each function.
    order: Vec<usize>,
    place: Vec<u32>,
}

impl Reencode for Renumbered {
    type Error = anyhow::Error;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Self::Error>> {
        let own = function.checked_sub(self.imported).map(|own| self.place[own as usize]);
        Ok(own.map_or(function, |place| self.imported + place))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let types = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
        for function in &self.order {
            functions.function(types[*function]);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let bodies = section.into_iter().collect::<Result<Vec<FunctionBody>, _>>()?;
        for function in self.order.clone() {
            self.parse_function_body(code, bodies[function].clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, EntityType, Function, FunctionSection, ImportSection, Instruction, Module, TypeSection,
    };

    use super::{functions, order, ordered};

    #[test]
    fn functions_that_resemble_each_other_are_neighbours() {
        let [red, blue] = [b"red red red red".as_slice(), b"blue blue blue"];
        assert_eq!(order(&[red, blue, b"red red rose", b"blue blue sky"]), [0, 2, 1, 3]);
    }

    #[test]
    fn every_call_finds_its_function() {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("env", "out", EntityType::Function(0));
        let mut own = FunctionSection::new();
        own.function(0).function(0);
        // Function 1 does nothing, function 2 calls the imported one and function 1.
        let mut code = CodeSection::new();
        let body = |instructions: &[Instruction]| {
            let mut function = Function::new([]);
            for instruction in instructions {
                function.instruction(instruction);
            }
            function
        };
        code.function(&body(&[Instruction::End]));
        code.function(&body(&[Instruction::Call(0), Instruction::Call(1), Instruction::End]));
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&own).section(&code);
        let made = ordered(&module.finish()).unwrap();
        // The larger one is first now, as function 1, and calls function 2.
        let (imported, bodies) = functions(&made).unwrap();
        assert_eq!((imported, bodies), (1, vec![&[0, 0x10, 0, 0x10, 2, 0x0b][..], &[0, 0x0b]]));
        assert_eq!(ordered(&made).unwrap(), made, "it is in order already");
    }
}
