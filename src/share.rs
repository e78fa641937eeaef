//! How is a comparison shared? As a link, text, tables, a picture, a sheet of paper or a snippet for a page, and by name in
//! the saved list. This is a part of the app (`parts`), which loads on demand: its state is in `sharing`, what only a
//! browser can do is behind `platform`, and `live` runs both.

mod choices;
mod controls;
mod csv;
mod embed;
mod export;
mod live;
mod original;
mod page;
mod picture;
mod place;
mod platform;
mod saved;
mod sharing;
mod sheet;
mod snippet;
mod table;
mod text;

pub use choices::{Choice, Embed, Pins};
pub use csv::csv;
pub use live::start;
pub use original::Original;
pub use picture::picture;
pub use place::{Base, base};
pub use platform::Platform;
pub use saved::{SavedScenario, free_name};
pub use sharing::{Action, Effect, Press, Section, Sharing};
pub use sheet::sheet;
pub use snippet::snippet;
pub use table::table;
pub use text::text;
