//! What does the page show? Functions from a state to HTML, the same for the live widget and the example written at
//! build time, and the app that holds the state.

mod fee;
mod foot;
mod panels;
mod result;
mod sides;
mod verdict;
mod widget;

mod address;
mod app;
mod events;

pub use address::{fragment, leave as leave_address};
pub use app::{App, AppProps};
pub use events::Event;
pub use foot::Foot;
pub use widget::{Stage, example, widget};
