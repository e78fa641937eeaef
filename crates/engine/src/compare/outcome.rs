//! What does one side keep after its fee, and what did each tier take?

use super::balance::Kept;
use super::costs::Net;
use super::payments::Payments;
use crate::amount::{Decimal, Exact, Money, Rate, quotient, scaled};
use crate::fees::{Slice, SliceKind, Terms};
use crate::scenario::Plan;

/// One side's result: the amount it keeps, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The amount that the clients pay.
    pub gross: Money,
    /// The amount that the platform takes: each payment's fee, rounded separately, added up.
    pub service_fee: Money,
    /// The amount that remains.
    pub take_home: Money,
    /// The fee's share of the gross, rounded to four places.
    pub effective_rate: Decimal,
    /// The fee by tier; rows add up to the fee, and their amounts to the gross.
    pub tiers: Vec<TierRow>,
    /// The payments, grouped if they pay the same fee: the working behind the tiers.
    pub payments: Vec<PaymentGroup>,
    /// The fee in smallest units, without rounding.
    pub(super) exact_fee: Exact,
}

/// The amount that one part of the fee takes from a whole side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TierRow {
    /// The position of its charge in the row, counted from 0.
    pub charge: usize,
    /// The tier or adjustment.
    pub kind: SliceKind,
    /// The amount that was billed in it.
    pub amount: Money,
    /// The fee on that amount.
    pub fee: Money,
}

impl TierRow {
    /// The rate of the tier or of the tax; zero for adjustments.
    pub fn rate(&self) -> Rate {
        match self.kind {
            SliceKind::Tier(_, rate) | SliceKind::Tax(rate) => rate,
            SliceKind::Fixed | SliceKind::Minimum | SliceKind::Maximum => Rate::ZERO,
        }
    }
}

/// Payments that pay the same fee for the same reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentGroup {
    /// The number of payments.
    pub count: u32,
    /// The amount counted towards the tiers before the first of them.
    pub before: Money,
    /// The gross of each.
    pub amount: Money,
    /// The fee on each.
    pub fee: Money,
    /// The parts of that fee.
    pub slices: Vec<Slice>,
}

impl PaymentGroup {
    /// The fee on all of them.
    pub fn fee_of_all(&self) -> Money {
        self.fee * self.count
    }
}

/// A side's fee as areas along all that it bills.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeeAreas {
    /// The tiers, each with the start and end of what it charges, and its rate. None if a cap makes the fee less than what they
    /// take.
    pub tiers: Vec<(Money, Money, Rate)>,
    /// Everything else, such as fixed amounts and tax, as a rate on the whole gross, in millionths.
    pub spread: i128,
}

/// A part of what clients pay, as a bar shows it from left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarPart {
    /// The amount that remains after everything that is counted.
    Remaining,
    /// Costs besides the fee.
    Cost,
    /// A row of the fee, by its position.
    Fee(usize),
}

impl Outcome {
    /// The parts of the gross, each with its start and end. Anything that costs or a capped tier take beyond it is cut off.
    pub fn bar(&self, net: Option<&Net>) -> Vec<(BarPart, Money, Money)> {
        let left = (BarPart::Remaining, net.map_or(self.take_home, |net| net.remaining));
        let cost = net.map(|net| (BarPart::Cost, net.cost.min(self.take_home)));
        let fees = self.tiers.iter().enumerate().map(|(index, row)| (BarPart::Fee(index), row.fee));
        let mut end = Money::ZERO;
        let parts = std::iter::once(left).chain(cost).chain(fees);
        parts
            .map(|(part, amount)| {
                let from = end;
                end += amount.min(self.gross - from).max(Money::ZERO);
                (part, from, end)
            })
            .collect()
    }

    /// The fee as areas along the gross, for a picture.
    pub fn areas(&self) -> FeeAreas {
        let mut tiers = vec![];
        let (mut end, mut spread) = (Money::ZERO, self.service_fee);
        for row in self.tiers.iter().filter(|row| row.charge == 0) {
            if let SliceKind::Tier(_, rate) = row.kind {
                tiers.push((end, end + row.amount, rate));
                end += row.amount;
                spread = spread - row.fee;
            }
        }
        // A cap takes off more than the rest adds: the tiers would be more than the fee.
        if spread < Money::ZERO {
            (tiers, spread) = (vec![], self.service_fee);
        }
        let millionths = i128::from(spread.minor()) * 1_000_000;
        FeeAreas { tiers, spread: quotient(millionths, self.gross.minor().max(1).into()) }
    }

    /// The number of payments after the first `groups` groups, and the fee on them; none if there are no more groups.
    pub fn after(&self, groups: usize) -> Option<(u32, Money)> {
        let rest = self.payments.get(groups..).filter(|rest| !rest.is_empty())?;
        let count = rest.iter().map(|group| group.count).sum();
        Some((count, rest.iter().map(|group| group.fee * group.count).sum()))
    }

    pub(super) fn of(plan: &Plan, terms: &Terms) -> Outcome {
        let all = Payments::of(plan, terms);
        let mut payments = vec![];
        let mut exact_fee = Exact::ZERO;
        all.each_group(&mut |group| {
            let slices = terms.slices(&group.first);
            exact_fee = exact_fee + terms.exact_fee(&group.first) * group.count;
            payments.push(PaymentGroup {
                count: group.count,
                before: group.first.before,
                amount: group.first.amount,
                fee: slices.iter().map(|slice| slice.fee).sum(),
                slices,
            });
        });
        let gross = all.gross();
        let service_fee = payments.iter().map(|group| group.fee * group.count).sum();
        Outcome {
            gross,
            service_fee,
            take_home: gross - service_fee,
            effective_rate: effective_rate(service_fee, gross),
            tiers: rows(&payments),
            payments,
            exact_fee,
        }
    }

    pub(super) fn kept(&self) -> Kept {
        Kept { rounded: self.take_home, exact: Exact::from(self.gross) - self.exact_fee }
    }
}

fn effective_rate(fee: Money, gross: Money) -> Decimal {
    let ten_thousandths = quotient(i128::from(fee.minor()) * 10_000, gross.minor().max(1).into());
    scaled(ten_thousandths, 4).normalize()
}

/// The parts of all payments' fees, added up by part: charge by charge, tiers first, in their order. What later
/// payments pay less because of a floor may cancel what the first paid more.
fn rows(payments: &[PaymentGroup]) -> Vec<TierRow> {
    let mut rows: Vec<TierRow> = vec![];
    for (slice, count) in payments.iter().flat_map(|group| group.slices.iter().map(|slice| (slice, group.count))) {
        let (amount, fee) = (slice.amount * count, slice.fee * count);
        let place = (slice.charge, position(slice.kind));
        if let Some(row) = rows.iter_mut().find(|row| (row.charge, row.kind) == (slice.charge, slice.kind)) {
            row.amount += amount;
            row.fee += fee;
        } else {
            let after = rows.iter().position(|row| (row.charge, position(row.kind)) > place);
            let row = TierRow { charge: slice.charge, kind: slice.kind, amount, fee };
            rows.insert(after.unwrap_or(rows.len()), row);
        }
    }
    let is_tier = |row: &TierRow| matches!(row.kind, SliceKind::Tier(..) | SliceKind::Tax(_));
    rows.retain(|row| is_tier(row) || row.fee != Money::ZERO);
    rows
}

/// The position of a part among the rows of its charge: tiers in their order, then adjustments.
fn position(kind: SliceKind) -> usize {
    match kind {
        SliceKind::Tier(index, _) => index,
        SliceKind::Fixed | SliceKind::Minimum | SliceKind::Maximum => usize::MAX - 1,
        SliceKind::Tax(_) => usize::MAX,
    }
}
