//! Take-home: many small gigs or one large contract, which leaves you more?
//!
//! This is the widget; the engine and the words are crates below it. Modules are listed in the order in which data
//! passes through them.

#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

pub use engine::{amount, compare, fees, json, scenario};
pub use words;

pub mod state;

pub mod html;

pub mod marks;
pub mod scale;
pub mod style;

pub mod controls;
pub mod headings;

pub mod live;

// These load on demand; see `parts`.
pub mod books;
pub mod panels;
pub mod share;

pub mod parts;

pub mod view;

pub mod element;
pub mod today;
