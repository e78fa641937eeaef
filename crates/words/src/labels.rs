//! What is each field called? Every field has a label; a new one makes the compiler ask for it here.

use super::Words;
use engine::fees::Basis;
use engine::scenario::{Clients, Field};

impl Words {
    /// The label of a field.
    pub fn label(&self, field: Field) -> &'static str {
        match field {
            Field::Schedule => "Schedule",
            Field::Fee => "Fee",
            Field::Rate => "Fee rate",
            Field::GigRate | Field::ContractRate => "Rate on this side",
            Field::Status => "Status",
            Field::GigMonths | Field::ContractMonths => "Months with the client",
            Field::ClientSchedule => "The client pays on top",
            Field::ClientFee => "The client’s fee",
            Field::ClientRate => "The client’s rate",
            Field::ClientStatus => "The client’s status",
            Field::Gigs => "Gigs",
            Field::GigPrice => "Price each",
            Field::GigClients => "Clients",
            Field::GigBilled => "Already billed to each",
            Field::ContractPrice => "Price",
            Field::SameTotal => "Same total as the gigs",
            Field::ContractBilled => "Already billed to them",
            Field::Currency => "Currency",
            Field::Lang => "Language",
            Field::Theme => "Theme",
            Field::View => "View",
            Field::Verdict => "What decides",
            Field::FeeTax => "Tax on the fee",
            Field::BidCost => "Cost of a bid",
            Field::BidConnects => "Connects for a bid",
            Field::ConnectPrice => "Price of a connect",
            Field::FreeConnects => "Free connects a month",
            Field::HeldConnects => "Connects in hand",
            Field::Membership => "Membership a month",
            Field::MembershipConnects => "Connects it brings a month",
            Field::BidMinutes => "Minutes for a bid",
            Field::ClientOverhead => "Unpaid hours per client",
            Field::WithdrawalFee => "Cost of a withdrawal",
            Field::Withdrawals => "Withdrawn after each",
            Field::GigWinRate | Field::ContractWinRate => "Bids that win",
            Field::GigHours => "Working hours each",
            Field::GigOverhead => "Unpaid hours each",
            Field::GigBoughtIn => "Bought-in work each",
            Field::GigDuration | Field::ContractDuration => "Months it takes",
            Field::ContractHours => "Working hours",
            Field::ContractOverhead => "Unpaid hours",
            Field::ContractBoughtIn => "Bought-in work",
            Field::ContractPayments => "Payments",
            Field::Keep => "You want to keep",
            Field::HourlyPay => "An hour should pay",
            Field::Concession => "Let off the price",
            Field::HourlyRate => "Hourly rate",
            Field::WeeklyHours => "Hours a week",
            Field::Weeks => "Weeks",
            Field::BadReview => "Jobs with a bad review",
            Field::ReviewsInSight => "Jobs while it is in sight",
            Field::AveragePrice => "Price of a job, 0: the gigs’",
            Field::WorkLost => "Work lost by it",
            Field::NonPayment => "Never paid, unprotected",
            Field::EscrowNonPayment => "Never paid, in escrow",
            Field::HourlyNonPayment => "Never paid, hourly protection",
            Field::GigProtection | Field::ContractProtection => "Protected by",
            Field::Claim => "What is in dispute",
            Field::ArbitrationFee => "Arbitration fee",
            Field::GoodJobs => "Jobs that ended well",
            Field::BadJobs => "Jobs that ended badly",
            Field::SilentJobs => "Jobs without feedback",
            Field::DirectSchedule => "Paid off the platform through",
            Field::DirectStatus => "How",
            Field::ConversionRate => "Your hourly rate there",
            Field::ConversionFee => "Conversion fee, if you know it",
            Field::RebuildMonths => "Months to make good its loss",
            Field::MonthlyTakeHome => "The account leaves you a month",
        }
    }

    /// The label of the history field, which depends on the basis.
    pub fn label_billed(&self, basis: Basis, clients: Clients) -> &'static str {
        match (basis, clients) {
            (Basis::Month, _) => "Already billed this month",
            (_, Clients::Each) => self.label(Field::GigBilled),
            (_, Clients::One) => self.label(Field::ContractBilled),
        }
    }
}
