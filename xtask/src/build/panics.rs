//! What is left of a panic? That it happens, and where. Its reason, and the code that writes it, would be in every reader's
//! download for something that should never happen. So the app's own function is called instead, which notifies the loader; the
//! stack has the numbers of the functions that led there, and `symbols` their names. Native tests, which take the same links, still
//! give the reason.

use std::collections::BTreeSet;
use std::ops::Range;

use anyhow::{Result, ensure};
use wasmparser::Operator;

use super::linked::Linked;

/// The app's function that is called instead.
const PANICKED: &str = "take_home::element::panicked";

/// The beginnings of the names of the standard library's functions.
const STANDARD: [&str; 7] = ["core::", "alloc::", "std::", "<core::", "<alloc::", "<std::", "__rustc::"];

/// Calls the app's function wherever a function of the standard library is called that never returns, and removes what only that
/// one needed.
pub fn shorten(linked: &mut Linked) -> Result<()> {
    let panicked = linked.named(PANICKED)?;
    ensure!(panicked.len() == 1, "{PANICKED} is compiled {} times", panicked.len());
    let is_standard = |name: &str| STANDARD.iter().any(|begins| name.starts_with(begins));
    let standard: BTreeSet<u32> =
        linked.names().filter(|(_, name)| is_standard(name)).map(|(function, _)| function).collect();
    let all = linked.functions().map(|function| Ok((function, linked.code(function)?))).collect::<Result<Vec<_>>>()?;
    let ends = all.iter().filter(|(function, code)| standard.contains(function) && never_returns(code));
    let mut last: BTreeSet<u32> = ends.map(|(function, _)| *function).collect();
    ensure!(!last.is_empty(), "no function of the standard library ends the program");
    let places = loop {
        let others = all.iter().filter(|(function, _)| !last.contains(function));
        let found: Vec<_> = others.map(|(function, code)| (*function, code, dead_ends(code, &last))).collect();
        // A function that does nothing but call one of these is one of them.
        let begins = found.iter().filter(|(_, _, ends)| ends.first().is_some_and(|end| end.start == 0));
        let more: Vec<u32> = begins.map(|(function, _, _)| *function).collect();
        if more.is_empty() {
            let bytes = |code: &Code, end: &Range<usize>| code[end.start].1.start..code[end.end - 1].1.end;
            break found.iter().flat_map(|(_, code, ends)| ends.iter().map(|end| bytes(code, end))).collect::<Vec<_>>();
        }
        last.extend(more);
    };
    for function in last {
        linked.trap(function)?;
    }
    for place in places {
        linked.call_instead(place, panicked[0])?;
    }
    Ok(())
}

/// A function's instructions, and the place of each.
type Code<'a> = Vec<(Operator<'a>, Range<usize>)>;

/// Whether no path through a function leads back to its caller.
fn never_returns(code: &Code) -> bool {
    let mut depth = 0_u32;
    for (instruction, _) in code {
        if matches!(instruction, Operator::Block { .. } | Operator::Loop { .. } | Operator::If { .. }) {
            depth += 1;
        } else if matches!(instruction, Operator::End) {
            depth = depth.saturating_sub(1);
        } else if matches!(instruction, Operator::Return | Operator::BrTable { .. }) {
            return false;
        } else if let Operator::Br { relative_depth } | Operator::BrIf { relative_depth } = instruction
            && *relative_depth == depth
        {
            return false;
        }
    }
    matches!(code[..], [.., (Operator::Unreachable, _), (Operator::End, _)])
}

/// The instructions of a function that can only lead to a call of one of these, with the call.
fn dead_ends(code: &Code, last: &BTreeSet<u32>) -> Vec<Range<usize>> {
    let (mut found, mut start) = (vec![], 0);
    for (index, (instruction, _)) in code.iter().enumerate() {
        if matches!(instruction, Operator::Call { function_index } if last.contains(function_index)) {
            found.push(start..index + 1);
        }
        if leads_elsewhere(instruction) {
            start = index + 1;
        }
    }
    found
}

/// Whether the program may go on elsewhere after an instruction, or come from elsewhere to the next one.
fn leads_elsewhere(instruction: &Operator) -> bool {
    matches!(
        instruction,
        Operator::Block { .. }
            | Operator::Loop { .. }
            | Operator::If { .. }
            | Operator::Else
            | Operator::End
            | Operator::Br { .. }
            | Operator::BrIf { .. }
            | Operator::BrTable { .. }
            | Operator::Return
            | Operator::Unreachable
            | Operator::Call { .. }
            | Operator::CallIndirect { .. }
    )
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{BlockType, Function, Instruction};

    use super::*;
    use crate::build::linked::instructions;

    /// A function that ends the program, another one, and what else is needed.
    const LAST: Instruction = Instruction::Call(7);
    const OTHER: Instruction = Instruction::Call(8);
    const BLOCK: Instruction = Instruction::Block(BlockType::Empty);
    const ONE: Instruction = Instruction::I32Const(1);

    fn bytes(code: &[Instruction]) -> Vec<u8> {
        let mut function = Function::new([]);
        for instruction in code {
            function.instruction(instruction);
        }
        function.into_raw_body()
    }

    fn returns(code: &[Instruction]) -> bool {
        let bytes = bytes(code);
        !never_returns(&instructions(&bytes, 0).unwrap())
    }

    fn ends(code: &[Instruction]) -> Vec<(usize, usize)> {
        let bytes = bytes(code);
        let ends = dead_ends(&instructions(&bytes, 0).unwrap(), &BTreeSet::from([7]));
        ends.into_iter().map(|end| (end.start, end.end)).collect()
    }

    #[test]
    fn only_what_leads_nowhere_never_returns() {
        use Instruction::{Br, BrIf, BrTable, End, Return, Unreachable};
        assert!(!returns(&[LAST, Unreachable, End]));
        assert!(!returns(&[BLOCK, ONE, BrIf(0), OTHER, End, LAST, Unreachable, End]), "out of the block alone");
        for (why, code) in [
            ("it ends", vec![LAST, End]),
            ("out of the function", vec![BLOCK, ONE, BrIf(1), End, LAST, Unreachable, End]),
            ("the same, always", vec![BLOCK, Br(1), End, Unreachable, End]),
            ("perhaps", vec![BLOCK, ONE, BrTable(vec![0].into(), 1), End, Unreachable, End]),
            ("it says so", vec![BLOCK, Return, End, Unreachable, End]),
        ] {
            assert!(returns(&code), "{why}");
        }
    }

    #[test]
    fn a_dead_end_begins_after_the_last_way_to_elsewhere() {
        use Instruction::{BrIf, Drop, End, Unreachable};
        assert_eq!(ends(&[ONE, Drop, LAST, Unreachable, End]), [(0, 3)]);
        assert_eq!(ends(&[BLOCK, ONE, BrIf(0), ONE, Drop, LAST, Unreachable, End, OTHER, End]), [(3, 6)]);
        assert_eq!(
            ends(&[ONE, Drop, OTHER, ONE, Drop, LAST, Unreachable, End]),
            [(3, 6)],
            "another call may do anything"
        );
        assert_eq!(ends(&[LAST, LAST, Unreachable, End]), [(0, 1), (1, 2)]);
        assert!(ends(&[ONE, Drop, OTHER, End]).is_empty());
    }
}
