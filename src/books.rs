//! What do the reader's own files say? Payments from a CSV file or from pasted cells, what the fees really were, and the same
//! work as a list of gigs. This is a part of the app (`parts`), which loads on demand: its state is in `opened`, what only a
//! browser can do is behind `platform`, and `live` runs both.

mod controls;
mod costs;
mod live;
mod opened;
mod platform;
mod preview;
mod view;

pub use costs::report;
pub use live::start;
pub use opened::{Action, Effect, Fees, Opened, Read, Setting, Stage};
pub use view::view;
