//! The app that counts more than the fee: the same library with the feature `more`.

#[allow(unused_imports, reason = "linking the library is what exports the element")]
use take_home as _;

fn main() {}
