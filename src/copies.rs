//! A comparison to take along: for places that run nothing, a table of plain HTML and a picture.

mod picture;
mod table;

pub use picture::picture;
pub use table::table;
