//! What is compared: from text as typed, or from a link, to a scenario that can always be computed.

mod draft;
mod field;
mod inputs;
mod link;
mod number;
mod plan;
mod problem;
mod tariff;
mod validate;

pub use draft::{Draft, Given};
pub use field::{Field, Kind};
pub use inputs::{Inputs, MORE};
pub use link::{Ignored, differs, example, follow_link, is_link, pairs, read_link, write_link};
pub use number::{DecimalMark, NumberError, read_number};
pub use plan::{BySide, Clients, Plan, Side};
pub use problem::{Problem, Reason};
pub use tariff::{Charged, Tariff};
pub use validate::{Scenario, validate};
