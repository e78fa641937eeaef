//! What Trunk turns into Wasm. The loader calls what the library exports; there is nothing to do before that.

#[allow(unused_imports, reason = "linking the library is what exports the element")]
use take_home as _;

fn main() {}
