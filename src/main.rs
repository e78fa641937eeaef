//! What does cargo build as Wasm? The library: the loader calls what it exports, and there is nothing to do before
//! that.

#[allow(unused_imports, reason = "linking the library is what exports the element")]
use take_home as _;

fn main() {}
