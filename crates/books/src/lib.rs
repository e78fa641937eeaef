//! What do a freelancer's own files say? Payments, clients and fees from CSV files and pasted cells, checked against the
//! published fee schedules. No browser, no sentence, no clock.
//!
//! Modules are listed in the order in which data passes through them.

mod cells;
mod known;

mod date;
mod number;

mod column;
mod services;

mod paid;

mod in_force;

mod layout;
mod status;

mod statement;

mod ledger;
mod rows;

mod reading;

mod check;
mod gigs;

pub use cells::Broken;
pub use check::{Check, ClientSum, Difference, check, others, under};
pub use column::{Column, Columns};
pub use date::Order;
pub use gigs::gigs;
pub use in_force::in_force;
pub use layout::Head;
pub use paid::{Client, Paid, Returned};
pub use reading::Reading;
pub use rows::MOST_ROWS;
pub use services::{RowKind, Service};
pub use statement::{Entry, LeftOut, Settings, Statement, Sums, Usual, Why};
