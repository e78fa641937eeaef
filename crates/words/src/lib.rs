//! What does the product say, and when? The texts are in `words/en.ftl`; here they are chosen, and their numbers are written. The
//! page, static HTML, print and clipboard all take their text from here. The crate asks the engine for what a sentence needs,
//! decides no amount itself, and knows no browser.

mod books;
mod break_even;
mod costs;
mod elsewhere;
mod embed;
mod fees;
mod format;
mod labels;
mod leaving;
mod list;
mod map;
mod messages;
mod months;
mod phrase;
mod presets;
mod quote;
mod risk;
mod share;
mod sides;
mod text;
mod words;

pub use books::{BooksDone, Unfit};
pub use embed::{Site, Size, Theme};
pub use format::Format;
pub use list::ListRow;
pub use map::MapLines;
pub use months::MonthRow;
pub use phrase::Phrase;
pub use share::{ExportRow, Said, SheetEntry};
pub use sides::Sides;
pub use words::{Billed, ShareButton, Try, Turn, Words, Working, WorkingRow, changes};
