//! What does each side leave, who is ahead, and what would reverse that? Nothing here fails, asks for the date, or
//! logs.

mod balance;
mod break_even;
mod chance;
mod comparison;
mod costs;
mod course;
mod elsewhere;
mod grid;
mod influence;
mod lead;
mod leaving;
mod lines;
mod matching;
mod months;
mod outcome;
mod payments;
mod profile;
mod quote;
mod risk;
mod score;
mod sweep;

pub use balance::Lead;
pub use break_even::level_gigs;
pub use chance::{Binomial, Chance};
pub use comparison::{AfterCosts, Comparison, Verdict, compare, matching_by_fee};
pub use costs::{CostKind, HoursByUse, Net, hours_by_use};
pub use elsewhere::{ClientSide, Elsewhere, ScheduleVerdict, client_sides, elsewhere, verdict_under};
pub use grid::{Grid, grid, grid_at};
pub use influence::{Change, Influence, deciding_fields, influences};
pub use lead::{Stretch, stretches};
pub use leaving::{Leaving, Ways, is_leaving, leaving};
pub use lines::{Bundles, LineOutcome, bundles, hardest_hit, list_lines};
pub use matching::Matching;
pub use months::{Month, Months, is_spread, months};
pub use outcome::{BarPart, FeeAreas, Outcome, PaymentGroup, TierRow};
pub use profile::profile;
pub use quote::{
    Hourly, Total, asked_totals, concession_costs, hourly, hourly_status, price_keeping, price_paying, prices_keeping,
    rate_keeping, remaining_by_price, remaining_by_total, round_step,
};
pub use risk::{Arbitration, Histogram, Prospect, Risk, arbitration, average_price, is_risky, likelihoods, risk};
pub use score::{Counting, Score, scores};
pub use sweep::Range;
