//! The answer on a page: components over a state, the same for the live widget and the example written at build time.

mod address;
mod app;
mod client;
mod events;
mod fetched;
mod field;
mod foot;
mod inputs;
mod panel;
pub mod range;
mod result;
mod sides;
pub mod state;
mod tariff;
mod track;
mod verdict;
mod widget;

/// Whether components are live in this build. If not they are text: the same figures, no controls, for the HTML written at
/// build time. What they are not is left out by the compiler.
pub const LIVE: bool = cfg!(not(feature = "prerender"));

pub use address::fragment;
pub use app::{App, AppProps};
pub use widget::{Example, is_asked};
