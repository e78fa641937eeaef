//! How does a reader set a number or make a choice? The controls that the app and its panels are made of.

mod bar;
mod button;
mod field;
mod fold;
mod list;
mod profile;
mod track;

pub use bar::{bar, bracket, piece, pieces};
pub use button::{try_button, use_button};
pub use field::{choice_field, lines_field, message, number_field, plain_field, text_input};
pub use fold::{fold, folded};
pub use list::{list, option, statuses};

/// Whether controls work. Natively they are text, with the same figures and nothing to press, for the HTML written at
/// build time.
pub const LIVE: bool = cfg!(target_family = "wasm");

/// Names of controls that do not belong to a field.
pub mod name {
    /// Gives each side its own rate.
    pub const OWN_RATES: &str = "own-rates";
    /// Goes back to the example.
    pub const BACK: &str = "back";
    /// Brings back the numbers that a button took away.
    pub const BRING_BACK: &str = "bring-back";
    /// The list of platforms.
    pub const PLATFORM: &str = "platform";
    /// Opens a saved scenario; its value is a link to it.
    pub const FOLLOW: &str = "follow";
    /// Fills in several fields; its value is a link to them.
    pub const FILL_IN: &str = "fill-in";
    /// The number across the map, the number up, and the map's point.
    pub const ACROSS: &str = "map-across";
    /// See [`ACROSS`].
    pub const UP: &str = "map-up";
    /// See [`ACROSS`].
    pub const POINT: &str = "map-point";
    /// Counts costs and hours in the answer, or not; its value is a link to usual ones.
    pub const COUNT_COSTS: &str = "count-costs";
    /// Opens a panel; its value is the panel's name.
    pub const OPEN: &str = "open";
    /// Requests a part again that failed to load.
    pub const RETRY: &str = "retry";
}
