//! Take-home: many small gigs or one large contract, which leaves you more?
//!
//! Modules are listed in the order in which data passes through them.

#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

pub mod amount;
pub mod fees;
pub mod scenario;

pub mod compare;
pub mod report;

pub mod markup;
pub mod panels;

#[cfg(not(feature = "web"))]
pub mod copies;

#[cfg(any(feature = "web", feature = "panels"))]
pub mod today;

#[cfg(feature = "web")]
pub mod view;

#[cfg(feature = "web")]
pub mod element;
