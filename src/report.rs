//! The comparison in words and as JSON. Page, static HTML, print and clipboard all take their text from here.

mod copies;
mod costs;
mod elsewhere;
mod embed;
mod format;
mod json;
mod leaving;
mod messages;
mod months;
mod quote;
mod risk;
mod tariff;
mod words;

pub use copies::{CopyRow, Given};
pub use embed::Site;
pub use format::Format;
pub use json::{Json, comparison_json, extras_json};
pub use months::MonthRow;
pub use words::{Phrase, Words, Working, WorkingRow, changes};
