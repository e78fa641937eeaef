//! The comparison in words and as JSON. Page, static HTML, print and clipboard all take their text from here.

mod elsewhere;
mod format;
mod json;
mod messages;
mod tariff;
mod words;

pub use format::Format;
pub use json::{Json, comparison_json};
pub use words::{Phrase, Words, Working, WorkingRow, changes};
