//! Where does a fee come from, and what was decided where it leaves something open?

use super::{BySide, Inputs, Side};
use crate::amount::{Currency, Rate};
use crate::fees::{Choice, Fee, Market, Platform, Schedule, Terms, slug};

/// The source of a fee.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeeSource {
    /// The catalogue.
    Schedule(&'static Schedule),
    /// Written by the author or the reader.
    Custom,
}

impl FeeSource {
    /// Replaces a schedule's id if the fee is the reader's own.
    pub const CUSTOM: &'static str = "custom";
    /// Replaces a client schedule's id if the client pays nothing on top.
    pub const NONE: &'static str = "none";

    /// The platform that charges it, if the fee is from the catalogue.
    pub fn platform(&self) -> Option<&'static Platform> {
        match self {
            FeeSource::Schedule(schedule) => Some(schedule.platform()),
            FeeSource::Custom => None,
        }
    }

    /// The same if it is not a marketplace, but only moves money from clients found elsewhere.
    pub fn payment_service(&self) -> Option<&'static Platform> {
        self.platform().filter(|platform| platform.market == Market::Payment)
    }

    /// The schedule's id, or `custom`.
    pub fn id(&self) -> &'static str {
        match self {
            FeeSource::Schedule(schedule) => schedule.id,
            FeeSource::Custom => FeeSource::CUSTOM,
        }
    }
}

/// A fee that one payer is charged, with everything decided.
#[derive(Clone, Debug)]
pub struct AppliedFee {
    /// The source of the fee.
    pub source: FeeSource,
    /// The fee as announced.
    pub fee: Fee,
    /// The choices for each side, if the fee leaves something open.
    pub choices: BySide<Choice>,
    /// Tax that is added to it.
    pub tax: Rate,
    /// The resulting terms of each side.
    pub terms: BySide<Terms>,
}

/// The terms follow from the rest and the currency.
impl PartialEq for AppliedFee {
    fn eq(&self, other: &AppliedFee) -> bool {
        self.source == other.source && self.fee == other.fee && self.choices == other.choices && self.tax == other.tax
    }
}

impl Eq for AppliedFee {}

impl AppliedFee {
    /// Another schedule instead of this fee, if it can be charged in this currency.
    pub(super) fn under(&self, schedule: &'static Schedule, currency: Currency, inputs: &Inputs) -> Option<AppliedFee> {
        let fee = schedule.fee_in(currency)?;
        let chosen = self.fee.statuses().nth(self.choices.gigs.status).map(slug);
        let status = fee.statuses().position(|name| Some(slug(name)) == chosen).unwrap_or(0);
        // This fee may count months that the other one does not.
        let months = |side: Side| months_counted(fee, inputs, side);
        let choice = |side: Side| Choice { status, months: months(side), ..*self.choices.get(side) };
        let choices = BySide::from_fn(|side| fee.nearest(choice(side)));
        let tax = self.tax;
        let terms = BySide::from_fn(|side| Some(fee.settle(*choices.get(side), currency).ok()?.taxed(tax)));
        let terms = BySide { gigs: terms.gigs?, contract: terms.contract? };
        Some(AppliedFee { source: FeeSource::Schedule(schedule), fee: fee.clone(), choices, tax, terms })
    }
}

/// The months with a side's clients, if the fee depends on them.
pub(super) fn months_counted(fee: &Fee, inputs: &Inputs, side: Side) -> u32 {
    if fee.counts_months() { inputs.plans.get(side).client_months } else { 0 }
}
