//! What is each field called? Every field has a label; a new one makes the compiler ask for it here.

use super::{Words, text};
use engine::fees::Basis;
use engine::scenario::{Clients, Field};

impl Words {
    /// The label of a field.
    pub fn label(&self, field: Field) -> &'static str {
        match field {
            Field::Schedule => text::label_schedule(),
            Field::Fee => text::label_fee(),
            Field::Rate => text::label_rate(),
            Field::GigRate => text::LabelGigRate { sides: self.sides }.say(),
            Field::ContractRate => text::LabelContractRate { sides: self.sides }.say(),
            Field::Status => text::label_status(),
            Field::GigMonths | Field::ContractMonths => text::label_months_known(),
            Field::ClientSchedule => text::label_client_schedule(),
            Field::ClientFee => text::label_client_fee(),
            Field::ClientRate => text::label_client_rate(),
            Field::ClientStatus => text::label_client_status(),
            Field::Gigs => text::label_gigs(),
            Field::GigPrice => text::label_gig_price(),
            Field::GigClients => text::label_clients(),
            Field::GigList => text::label_gig_list(),
            Field::ContractList => text::label_contract_list(),
            Field::GigListLevel | Field::ContractListLevel => text::label_list_level(),
            Field::ListNames => text::label_list_names(),
            Field::GigBilled => text::label_gig_billed(),
            Field::ContractPrice => text::label_contract_price(),
            Field::SameTotal => text::label_same_total(),
            Field::ContractBilled => text::label_contract_billed(),
            Field::Currency => text::label_currency(),
            Field::Lang => text::label_language(),
            Field::Theme => text::label_theme(),
            Field::View => text::label_view(),
            Field::Verdict => text::label_verdict(),
            Field::FeeTax => text::label_fee_tax(),
            Field::BidCost => text::label_bid_cost(),
            Field::BidConnects => text::label_bid_connects(),
            Field::ConnectPrice => text::label_connect_price(),
            Field::FreeConnects => text::label_free_connects(),
            Field::HeldConnects => text::label_held_connects(),
            Field::Membership => text::label_membership(),
            Field::MembershipConnects => text::label_membership_connects(),
            Field::BidMinutes => text::label_bid_minutes(),
            Field::ClientOverhead => text::label_client_overhead(),
            Field::WithdrawalFee => text::label_withdrawal_fee(),
            Field::Withdrawals => text::label_withdrawals(),
            Field::GigWinRate => text::LabelGigWinRate { sides: self.sides }.say(),
            Field::ContractWinRate => text::LabelContractWinRate { sides: self.sides }.say(),
            Field::GigHours => text::LabelGigHours { sides: self.sides }.say(),
            Field::GigOverhead => text::LabelGigOverhead { sides: self.sides }.say(),
            Field::GigBoughtIn => text::LabelGigBoughtIn { sides: self.sides }.say(),
            Field::GigDuration => text::LabelGigDuration { sides: self.sides }.say(),
            Field::ContractDuration => text::LabelContractDuration { sides: self.sides }.say(),
            Field::ContractHours => text::LabelContractHours { sides: self.sides }.say(),
            Field::ContractOverhead => text::LabelContractOverhead { sides: self.sides }.say(),
            Field::ContractBoughtIn => text::LabelContractBoughtIn { sides: self.sides }.say(),
            Field::ContractPayments => text::label_contract_payments(),
            Field::Keep => text::label_keep(),
            Field::HourlyPay => text::label_hourly_pay(),
            Field::Concession => text::LabelConcession { sides: self.sides }.say(),
            Field::HourlyRate => text::label_hourly_rate(),
            Field::WeeklyHours => text::label_weekly_hours(),
            Field::Weeks => text::label_weeks(),
            Field::BadReview => text::label_bad_review(),
            Field::ReviewsInSight => text::label_reviews_in_sight(),
            Field::AveragePrice => text::LabelAveragePrice { sides: self.sides }.say(),
            Field::WorkLost => text::label_work_lost(),
            Field::NonPayment => text::label_non_payment(),
            Field::EscrowNonPayment => text::label_escrow_non_payment(),
            Field::HourlyNonPayment => text::label_hourly_non_payment(),
            Field::GigProtection | Field::ContractProtection => text::label_protection(),
            Field::Claim => text::label_claim(),
            Field::ArbitrationFee => text::label_arbitration_fee(),
            Field::GoodJobs => text::label_good_jobs(),
            Field::BadJobs => text::label_bad_jobs(),
            Field::SilentJobs => text::label_silent_jobs(),
            Field::DirectSchedule => text::label_direct_schedule(),
            Field::DirectStatus => text::label_direct_status(),
            Field::ConversionRate => text::label_conversion_rate(),
            Field::ConversionFee => text::label_conversion_fee(),
            Field::RebuildMonths => text::label_rebuild_months(),
            Field::MonthlyTakeHome => text::label_monthly_take_home(),
        }
    }

    /// The label of the history field. It depends on the basis and on the number of clients, of which a list usually has several.
    pub fn label_billed(&self, basis: Basis, clients: Option<Clients>) -> &'static str {
        match (basis, clients) {
            (Basis::Month, _) => text::label_billed_month(),
            (Basis::Account, _) => text::label_billed_account(),
            (_, None | Some(Clients::Each | Clients::Number(_))) => self.label(Field::GigBilled),
            (_, Some(Clients::One)) => self.label(Field::ContractBilled),
        }
    }
}
