//! What do platforms charge? A fee as one line of text, and the catalogue of dated schedules.

mod catalogue;
mod lookup;
mod schedule;

pub use catalogue::{
    CONVERSIONS, Conversion, FACTS, Fact, KEPT, Market, PAYMENT_SERVICES, PLATFORMS, Platform, RARE, Schedules, Topic,
    add_rare, has_rare, names_rare,
};
pub use schedule::{Certainty, Details, Payer, Reading, Schedule, Since, Source};
pub use take_home_fees::{
    Adjustment, Applies, Basis, Case, Charge, Choice, Expected, Fee, Limit, NotationError, Payment, Settlement, Slice,
    SliceKind, Terms, Tier, TierRate, misfit, slug,
};
