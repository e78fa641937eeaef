//! What is compared? From text as typed, or from a link, to a scenario that can always be calculated.

pub mod limits;
mod side;
mod units;

mod choice;
mod clients;
mod number;
mod text;

mod inputs;
mod list;
mod plan;

mod field;
mod kind;

mod draft;
mod fee_source;
mod problem;

mod check;
mod validate;

mod overrides;

mod filled_in;
mod link;

pub use choice::{Criterion, Every, Protection};
pub use clients::Clients;
pub use draft::Draft;
pub use fee_source::{AppliedFee, FeeSource};
pub use field::{Effect, Field, Group, Slider};
pub use inputs::{
    Bid, Connects, Costs, Dispute, Inputs, JobRecord, LeavingTerms, Membership, NonPayment, QuoteWishes, RiskRates,
    Withdrawal,
};
pub use kind::Kind;
pub use link::{
    Ignored, awaits, differs, example, follow_link, is_link, is_path, pairs, read_link, write_link, write_private_link,
};
pub use list::{
    InList, LIST_READER, LineClients, List, ListError, ListLine, ListReader, MOST_LETTERS, MOST_LINES, Names,
    add_list_reader, has_list_reader, is_number_of_clients, read_list, relisted, separates, written_line,
};
pub use number::{
    DecimalMark, NumberError, currency_of_sign, dollars_of, is_currency_code, is_letter, is_money_unit,
    other_currency_in, other_reading, read_as, read_hours, read_number, small,
};
pub use overrides::{Overrides, doubt};
pub use plan::Plan;
pub use problem::{Problem, Reason};
pub use side::{BySide, Side};
pub use text::{split_at_text, visible};
pub use units::{Hours, Share, Unit};
pub use validate::{Scenario, validate};
