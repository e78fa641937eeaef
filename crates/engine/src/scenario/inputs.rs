//! What does a reader enter besides the fee? Both sides' plans, and everything else that can be counted, each with its own type.
//! `None` means that nothing was entered.

use super::{BySide, Criterion, Every, Hours, Plan, Protection, Share};
use crate::amount::{Money, Rate};
use crate::fees::Schedule;

/// Everything that is counted, except the fee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inputs {
    /// The work of each side.
    pub plans: BySide<Plan>,
    /// The rate of each side, if the fee leaves it open.
    pub rates: BySide<Rate>,
    /// The criterion by which the sides are compared.
    pub criterion: Criterion,
    /// The costs of both sides besides the fee.
    pub costs: Costs,
    /// The wishes for a quote.
    pub quote: QuoteWishes,
    /// The risks.
    pub risk: RiskRates,
    /// A dispute.
    pub dispute: Dispute,
    /// The outcomes of past jobs.
    pub record: JobRecord,
    /// Work off the platform.
    pub leaving: LeavingTerms,
}

/// Costs that apply to both sides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Costs {
    /// Tax on the fee, instead of any that the fee names.
    pub fee_tax: Option<Rate>,
    /// The cost and effort of a bid.
    pub bid: Bid,
    /// The price of connects, and the number of free ones.
    pub connects: Connects,
    /// A membership of the platform.
    pub membership: Membership,
    /// Unpaid hours for each client.
    pub client_overhead: Hours,
    /// Getting the money out.
    pub withdrawal: Withdrawal,
}

/// The cost and effort of a bid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bid {
    /// Its cost.
    pub cost: Money,
    /// Minutes of work.
    pub minutes: u32,
    /// Connects.
    pub connects: u32,
}

/// Bidding credits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Connects {
    /// Price of one.
    pub price: Money,
    /// Free ones each month.
    pub free: u32,
    /// In hand at the start.
    pub held: u32,
}

/// A membership of the platform.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Membership {
    /// Its price per month.
    pub price: Money,
    /// Connects that it includes each month.
    pub connects: u32,
}

/// Getting the money out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Withdrawal {
    /// The cost of one.
    pub fee: Money,
    /// The interval between withdrawals.
    pub every: Every,
}

/// The wishes for a quote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct QuoteWishes {
    /// The amount that should remain after fee and costs.
    pub keep: Option<Money>,
    /// The pay that an hour should bring.
    pub hourly_pay: Option<Money>,
    /// A discount on the price.
    pub concession: Option<Money>,
    /// The rate of an hourly contract.
    pub hourly_rate: Option<Money>,
    /// Hours billed each week.
    pub weekly_hours: Hours,
    /// Number of weeks billed.
    pub weeks: u32,
}

/// Chances that something goes wrong, and what it costs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RiskRates {
    /// Jobs that end with a bad review.
    pub bad_review: Share,
    /// Later jobs for which a review stays visible.
    pub reviews_in_sight: u32,
    /// The average price of those; none means the price of a gig.
    pub average_price: Option<Money>,
    /// Work lost while a bad review is visible.
    pub work_lost: Share,
    /// Payments that are never made.
    pub non_payment: NonPayment,
}

/// Payments that are never made, by what protects them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NonPayment {
    /// The share without protection.
    pub unprotected: Share,
    /// The share in escrow.
    pub escrow: Share,
    /// The share under hourly protection.
    pub hourly: Share,
}

impl NonPayment {
    /// The share under a protection.
    pub fn under(&self, protection: Protection) -> Share {
        match protection {
            Protection::None => self.unprotected,
            Protection::Escrow => self.escrow,
            Protection::Hourly => self.hourly,
        }
    }
}

/// A dispute that may go to arbitration.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dispute {
    /// The amount in dispute.
    pub claim: Option<Money>,
    /// The cost of arbitration.
    pub arbitration_fee: Option<Money>,
}

/// The outcomes of past jobs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct JobRecord {
    /// Jobs that ended well.
    pub good: u32,
    /// Jobs that ended badly.
    pub bad: u32,
    /// Jobs that ended without feedback.
    pub silent: u32,
}

/// Work off the platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeavingTerms {
    /// The schedule of the payment service that moves the money.
    pub service: &'static Schedule,
    /// The position among its statuses, counted from 0.
    pub status: usize,
    /// The hourly rate on the platform, from which it computes a conversion fee.
    pub hourly_rate: Option<Money>,
    /// The conversion fee for one client, if the reader knows it.
    pub conversion_fee: Option<Money>,
    /// The monthly take-home from the account.
    pub monthly_take_home: Option<Money>,
    /// Months it would take to replace a lost account.
    pub rebuild_months: u32,
}

impl Inputs {
    /// Blank inputs, to be filled in field by field.
    pub(super) fn blank() -> Inputs {
        let leaving = LeavingTerms {
            service: Schedule::first_payment_service(),
            status: 0,
            hourly_rate: None,
            conversion_fee: None,
            monthly_take_home: None,
            rebuild_months: 0,
        };
        Inputs {
            plans: BySide { gigs: Plan::BLANK, contract: Plan::BLANK },
            rates: BySide::default(),
            criterion: Criterion::default(),
            costs: Costs::default(),
            quote: QuoteWishes::default(),
            risk: RiskRates::default(),
            dispute: Dispute::default(),
            record: JobRecord::default(),
            leaving,
        }
    }

    /// Whether a side has hourly pay, because something takes time.
    pub(crate) fn has_hours(&self, plan: &Plan) -> bool {
        let hours = [plan.hours, plan.overhead, self.costs.client_overhead];
        self.costs.bid.minutes != 0 || hours.iter().any(|hours| !hours.is_zero())
    }
}
