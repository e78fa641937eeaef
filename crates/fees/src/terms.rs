//! What is charged on a payment? A fee with everything decided.

use super::curve::{Curve, SettledTier};
use super::{Adjustment, Basis, Charge, Choice, Fee, Limit, TierRate};
use crate::amount::{Currency, Decimal, Exact, Money, Rate, quotient};

/// A fee with everything decided: one rate for each tier, every limit in the currency's smallest units.
///
/// Its lists never grow. Boxed slices are looked up without a call, and a fee is charged many times for each comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    basis: Basis,
    /// Whether the first job is charged differently from later ones.
    counts_jobs: bool,
    /// The charges in a row, at least one. All but the first are charged on each payment alone.
    pub(super) stages: Box<[Stage]>,
}

/// One charge with everything decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stage {
    tiers: Box<[SettledTier]>,
    pub(super) spread: Spread,
    pub(super) tax: Option<Rate>,
    /// The curves: one if payments are charged in slices, otherwise one for each tier.
    curves: Box<[Curve]>,
}

/// The way a payment is spread over the tiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spread {
    /// Each part of it pays the rate of its own tier.
    Slices,
    /// All of it pays the rate of the tier that the price of its contract falls into.
    WholeBySize,
    /// All of it pays the rate of the tier in force when it is made.
    WholeByHistory,
}

/// The reason why a fee could not be settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settlement {
    /// The fee leaves the rate open between these two, and the chosen rate is outside.
    RateOutside {
        /// The least rate the fee allows.
        least: Rate,
        /// The greatest.
        most: Rate,
    },
    /// An amount in the fee has more decimals than the currency.
    FinerThanCurrency(Decimal),
}

/// One payment, what was counted before it, and what it is a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payment {
    /// The amount billed before, if the fee's basis counts it.
    pub before: Money,
    /// The payment itself, gross.
    pub amount: Money,
    /// The amount that decides the tier if a fee is charged as a whole by size: the price of the contract that the payment belongs
    /// to, or, per payment, the payment itself.
    pub contract: Money,
}

impl Payment {
    /// A contract that is paid at once, after `before`.
    pub fn of(amount: Money, before: Money) -> Payment {
        Payment { before, amount, contract: amount }
    }
}

/// A part of the fee on one payment: the part in one tier, or one adjustment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slice {
    /// The position of its charge in the row, counted from 0.
    pub charge: usize,
    /// The part of that charge.
    pub kind: SliceKind,
    /// The amount of the payment that it concerns; zero for an adjustment.
    pub amount: Money,
    /// The amount it adds to the fee, negative for a cap, and for a floor that earlier payments already paid.
    pub fee: Money,
}

/// The part of a charge that a [`Slice`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SliceKind {
    /// The tier at this position, counted from 0, and its rate.
    Tier(usize, Rate),
    /// `+`: the fixed part.
    Fixed,
    /// `at least`: the amount added to reach the floor.
    Minimum,
    /// `at most`: the amount taken off above the cap.
    Maximum,
    /// Tax on the fee, at this rate.
    Tax(Rate),
}

/// One, in trillionths.
pub(super) const TRILLION: i128 = Exact::PER_UNIT;

/// The least that all charges together may leave of a unit: 0.01%, in trillionths.
pub(super) const LEAST_LEFT: i128 = TRILLION / 10_000;

/// The share of a unit that a rate and the tax on it leave, in trillionths.
pub(super) fn left(rate: Rate, tax: Option<Rate>) -> i128 {
    TRILLION - i128::from(rate.millionths()) * with_tax(tax)
}

/// The share of a unit that charges in a row leave, given the share that each leaves of the rest before it, in trillionths.
pub(super) fn left_of_all(left: impl Iterator<Item = i128>) -> i128 {
    left.fold(TRILLION, |all, left| all * left.max(0) / TRILLION)
}

/// The least share of a unit that all these charges leave, apart from fixed parts and floors, in trillionths.
fn share_left(stages: &[Stage]) -> i128 {
    left_of_all(stages.iter().filter_map(|stage| stage.tiers.iter().map(|tier| left(tier.rate, stage.tax)).min()))
}

/// One plus the tax, in millionths.
fn with_tax(tax: Option<Rate>) -> i128 {
    i128::from(Rate::WHOLE + tax.unwrap_or_default().millionths())
}

impl Fee {
    /// Decides what the fee leaves open.
    ///
    /// # Errors
    ///
    /// When the charge that applies leaves a rate open and the chosen one is outside its range, or when an amount in it
    /// cannot be expressed in `currency`.
    pub fn settle(&self, choice: Choice, currency: Currency) -> Result<Terms, Settlement> {
        let case = self.case(choice);
        let stages = case.charges().map(|charge| Stage::of(charge, choice.rate, currency));
        let counts_jobs = case.charge.counts_jobs();
        Ok(Terms { basis: case.charge.basis, counts_jobs, stages: stages.collect::<Result<_, _>>()? })
    }
}

impl Stage {
    fn of(charge: &Charge, rate: Rate, currency: Currency) -> Result<Stage, Settlement> {
        let in_currency = |amount: Decimal| currency.amount(amount).ok_or(Settlement::FinerThanCurrency(amount));
        let spread = match (charge.whole, charge.basis.counts_earlier_billings()) {
            (false, _) => Spread::Slices,
            (true, false) => Spread::WholeBySize,
            (true, true) => Spread::WholeByHistory,
        };
        let tiers = charge.tiers.iter().map(|tier| {
            let rate = match tier.rate {
                TierRate::Set(rate) => rate,
                TierRate::Open { least, most } if least <= rate && rate <= most => rate,
                TierRate::Open { least, most } => return Err(Settlement::RateOutside { least, most }),
            };
            let adjustments = tier.adjustments.iter().map(|adjustment| {
                let amount = in_currency(adjustment.amount())?;
                Ok(adjustment.with(amount))
            });
            let up_to = tier.up_to.map(|limit| {
                if limit == Limit::FIRST_JOB {
                    return Ok(Money::from_minor(1));
                }
                let amount = in_currency(limit.amount)?;
                // Billings of less than the limit have not reached it, whether it is included or not.
                let excluded = limit.excluded && spread != Spread::WholeByHistory;
                Ok(if excluded { amount - Money::from_minor(1) } else { amount })
            });
            Ok(SettledTier { rate, adjustments: adjustments.collect::<Result<_, _>>()?, up_to: up_to.transpose()? })
        });
        let tiers = tiers.collect::<Result<Box<[SettledTier]>, _>>()?;
        let alone = |tier: &SettledTier| SettledTier { up_to: None, ..tier.clone() };
        let curves = match spread {
            Spread::Slices => [Curve::of(&tiers)].into(),
            Spread::WholeBySize => tiers.iter().map(|tier| Curve::of(&[alone(tier)])).collect(),
            Spread::WholeByHistory => tiers.iter().map(|tier| Curve::flat(tier.rate)).collect(),
        };
        Ok(Stage { tiers, spread, tax: charge.tax, curves })
    }

    /// The tier that a payment charged as a whole falls into: by the price of its contract, or the first whose end the billings
    /// before it have not reached.
    fn tier(&self, payment: &Payment) -> usize {
        let within = |tier: &SettledTier| {
            tier.up_to.is_none_or(|limit| match self.spread {
                Spread::WholeByHistory => payment.before < limit,
                Spread::Slices | Spread::WholeBySize => payment.contract <= limit,
            })
        };
        self.tiers.iter().position(within).unwrap_or(0)
    }

    /// The curve by which a payment is charged, and the amount counted on it before the payment.
    pub(super) fn curve(&self, payment: &Payment) -> (&Curve, i64) {
        match self.spread {
            Spread::Slices => (&self.curves[0], payment.before.minor()),
            Spread::WholeBySize => (&self.curves[self.tier(payment)], payment.before.minor()),
            Spread::WholeByHistory => (&self.curves[self.tier(payment)], 0),
        }
    }

    /// The curves, each with the first and the last amount that it applies to.
    pub(super) fn curves(&self, before: Money) -> impl Iterator<Item = (&Curve, i64, i64)> {
        let only = match self.spread {
            Spread::Slices => Some(0),
            Spread::WholeByHistory => Some(self.tier(&Payment::of(Money::ZERO, before))),
            Spread::WholeBySize => None,
        };
        let mut from = 1;
        self.curves.iter().zip(&self.tiers).enumerate().filter_map(move |(index, (curve, tier))| {
            if let Some(only) = only {
                return (index == only).then_some((curve, 1, i64::MAX));
            }
            let to = tier.up_to.map_or(i64::MAX, Money::minor);
            let place = (curve, from, to);
            from = to.saturating_add(1);
            Some(place)
        })
    }

    /// The charge on one payment before rounding and tax, in millionths.
    pub(super) fn untaxed(&self, payment: &Payment) -> i128 {
        let (curve, before) = self.curve(payment);
        curve.charged(before, payment.amount.minor())
    }

    /// The amount charged: the fee, rounded once, and the tax on that, rounded once.
    pub(super) fn rounded(&self, untaxed: i128) -> Money {
        let (fee, tax) = self.fee_and_tax(untaxed);
        Money::of(fee + tax)
    }

    /// The same as two amounts.
    pub(super) fn fee_and_tax(&self, untaxed: i128) -> (i128, i128) {
        let fee = quotient(untaxed, Rate::WHOLE.into());
        (fee, self.tax.map_or(0, |tax| tax_on(fee, tax)))
    }

    /// The same without rounding, in trillionths.
    pub(super) fn taxed(&self, untaxed: i128) -> i128 {
        untaxed * with_tax(self.tax)
    }

    /// The charge on a rest that need not be whole, both in trillionths.
    fn exact_on(&self, rest: i128) -> i128 {
        if rest <= 0 {
            return 0;
        }
        let units = rest.div_euclid(TRILLION) + i128::from(rest % TRILLION > 0);
        let units = i64::try_from(units).unwrap_or(i64::MAX);
        let (curve, _) = self.curve(&Payment::of(Money::from_minor(units), Money::ZERO));
        let line = curve.lines()[curve.place(units)];
        let beyond = rest - i128::from(line.from) * TRILLION;
        (line.fee * i128::from(Rate::WHOLE) + i128::from(line.slope) * beyond / i128::from(Rate::WHOLE))
            * with_tax(self.tax)
            / i128::from(Rate::WHOLE)
    }

    /// The most by which rounding changes the charge on one payment, in trillionths: the fee by half a unit, and its tax by half a
    /// unit and by the tax on half a unit.
    pub(super) fn most_rounded(&self) -> i128 {
        match self.tax {
            None => TRILLION / 2,
            Some(_) => TRILLION / 2 + with_tax(self.tax) * i128::from(Rate::WHOLE) / 2,
        }
    }

    /// The most that fixed parts and floors take, in trillionths.
    fn most_fixed(&self) -> i128 {
        let amounts = self.tiers.iter().flat_map(|tier| &tier.adjustments).map(|adjustment| match adjustment {
            Adjustment::Plus(amount) | Adjustment::AtLeast(amount) => i128::from(amount.minor()),
            Adjustment::AtMost(_) => 0,
        });
        self.taxed(amounts.sum::<i128>() * i128::from(Rate::WHOLE))
    }

    /// The charge on one payment in its parts: tiers first, then the adjustments. Each running total is rounded, so that
    /// they add up to the charge.
    fn slices(&self, charge: usize, payment: &Payment, slices: &mut Vec<Slice>) {
        let whole = i128::from(Rate::WHOLE);
        let before = if self.spread == Spread::WholeByHistory { Money::ZERO } else { payment.before };
        // The amount counted before the payment and after it, and the total charge on each, in millionths.
        let totals = [before, before + payment.amount];
        let mut charged = [0; 2];
        let rate = |tier: &SettledTier, amount: Money| i128::from(amount.minor()) * i128::from(tier.rate.millionths());
        let (mut exact, mut counted) = (0, Money::ZERO);
        let mut add = |kind: SliceKind, amount: Money, [before, after]: [i128; 2]| {
            if amount != Money::ZERO || after - before != exact {
                exact = after - before;
                let total = Money::quotient(exact, whole);
                slices.push(Slice { charge, kind, amount, fee: total - counted });
                counted = total;
            }
        };
        let last = if self.spread == Spread::Slices {
            let mut from = Money::ZERO;
            for (index, tier) in self.tiers.iter().enumerate() {
                let within = |total: Money| tier.up_to.map_or(total, |limit| limit.min(total)).max(from) - from;
                let within = totals.map(within);
                charged = [0, 1].map(|end| charged[end] + rate(tier, within[end]));
                add(SliceKind::Tier(index, tier.rate), within[1] - within[0], charged);
                from = tier.up_to.unwrap_or(from);
            }
            &self.tiers[self.tiers.len() - 1]
        } else {
            let index = self.tier(payment);
            let tier = &self.tiers[index];
            charged = totals.map(|total| rate(tier, total));
            add(SliceKind::Tier(index, tier.rate), payment.amount, charged);
            tier
        };
        for adjustment in &last.adjustments {
            let bound = i128::from(adjustment.amount().minor()) * whole;
            let adjusted = |end: usize| match adjustment {
                // Nothing is charged on nothing.
                _ if totals[end] == Money::ZERO => charged[end],
                Adjustment::Plus(_) => charged[end] + bound,
                Adjustment::AtLeast(_) => charged[end].max(bound),
                Adjustment::AtMost(_) => charged[end].min(bound),
            };
            charged = [0, 1].map(adjusted);
            let kind = match adjustment {
                Adjustment::Plus(_) => SliceKind::Fixed,
                Adjustment::AtLeast(_) => SliceKind::Minimum,
                Adjustment::AtMost(_) => SliceKind::Maximum,
            };
            add(kind, Money::ZERO, charged);
        }
        if let Some(tax) = self.tax {
            let fee = Money::of(tax_on(counted.minor().into(), tax));
            slices.push(Slice { charge, kind: SliceKind::Tax(tax), amount: Money::ZERO, fee });
        }
    }
}

/// The tax on a fee, rounded on its own. Both in smallest units.
fn tax_on(fee: i128, tax: Rate) -> i128 {
    quotient(fee * i128::from(tax.millionths()), Rate::WHOLE.into())
}

impl Terms {
    /// Replaces the tax on the first charge. A tax of zero changes nothing.
    #[must_use]
    pub fn taxed(mut self, tax: Rate) -> Terms {
        if tax != Rate::ZERO {
            self.stages[0].tax = Some(tax);
        }
        self
    }

    /// Whether all charges and taxes together may take more than 99.99% of a payment, so that there is next to nothing
    /// to compare.
    pub fn takes_all(&self) -> bool {
        share_left(&self.stages) < LEAST_LEFT
    }

    /// Whether something remains of each payment of this amount, whatever was billed before it.
    pub fn always_leaves(&self, amount: Money) -> bool {
        let [first, later] = self.most_fixed();
        let taken = first + later + self.most_rounded();
        i128::from(amount.minor()) * share_left(&self.stages) > taken.trillionths()
    }

    /// The billings that the tiers count.
    pub fn basis(&self) -> Basis {
        self.basis
    }

    /// Whether the first job is charged differently from later ones, so that all payments of a job are charged alike.
    pub fn counts_jobs(&self) -> bool {
        self.counts_jobs
    }

    /// The rate, if everything is charged at one: there are no tiers, adjustments or tax, and no second charge.
    pub fn flat_rate(&self) -> Option<Rate> {
        match &self.stages[..] {
            [stage] if stage.tax.is_none() && self.ignores_history() => Some(stage.tiers[0].rate),
            _ => None,
        }
    }

    /// Whether the first charge is one rate on everything, so that it does not matter what was billed before.
    pub fn ignores_history(&self) -> bool {
        let stage = &self.stages[0];
        stage.tiers.len() == 1 && stage.curves[0].is_flat()
    }

    /// Whether a payment is never charged more, or never charged less, the more was billed before it.
    pub fn follows_history(&self) -> bool {
        let stage = &self.stages[0];
        let follows = match stage.spread {
            Spread::WholeByHistory => true,
            Spread::Slices | Spread::WholeBySize => {
                stage.curves.iter().all(Curve::is_concave) || stage.curves.iter().all(Curve::is_convex)
            }
        };
        follows && self.never_turns()
    }

    /// Whether what remains after later charges never falls as the rest before them grows: with a tax it may by rounding,
    /// with a fixed part at the first unit.
    pub(super) fn never_turns(&self) -> bool {
        self.stages[1..].iter().all(|stage| stage.tax.is_none() && stage.curves[0].lines()[0].to > 0)
    }

    /// Whether a payment never leaves more at a higher open rate: one after others that have reached a cap would.
    pub fn follows_rate(&self) -> bool {
        let caps = |tier: &SettledTier| tier.adjustments.iter().any(|it| matches!(it, Adjustment::AtMost(_)));
        self.is_single() && !self.stages[0].tiers.iter().any(caps)
    }

    /// Whether the charge is in proportion to an open rate, apart from rounding.
    pub fn is_in_proportion(&self) -> bool {
        self.stages.len() == 1 && self.stages[0].tiers.iter().all(|tier| tier.adjustments.is_empty())
    }

    /// Whether each charge after the first is one rate on everything.
    pub fn later_are_flat(&self) -> bool {
        self.stages[1..].iter().all(|stage| stage.curves.len() == 1 && stage.curves[0].is_flat())
    }

    /// The number of payments of `amount` in a row, starting after `payment`'s history, that pay the same fee for the same reasons;
    /// at least one. `None` if all do.
    pub fn alike(&self, payment: &Payment) -> Option<i64> {
        let stage = &self.stages[0];
        if stage.spread == Spread::WholeByHistory {
            let limit = stage.tiers[stage.tier(payment)].up_to?;
            let (room, amount) = ((limit - payment.before).minor(), payment.amount.minor().max(1));
            // The one that crosses the limit began below it.
            return Some((room + amount - 1) / amount);
        }
        let (curve, before) = stage.curve(payment);
        let line = curve.lines()[curve.place(before)];
        (line.to < i64::MAX).then(|| line.holds(before, payment.amount.minor()).max(1))
    }

    /// The amount that all charges take from one payment: as charged, and unrounded.
    pub fn fees(&self, payment: &Payment) -> (Money, Exact) {
        let first = &self.stages[0];
        let untaxed = first.untaxed(payment);
        (self.later(payment.amount, first.rounded(untaxed)), self.exactly(payment, untaxed))
    }

    /// The amount that all charges take from one payment without rounding, which is faster to calculate alone.
    pub fn exact_fee(&self, payment: &Payment) -> Exact {
        self.exactly(payment, self.stages[0].untaxed(payment))
    }

    /// The same, given the first charge before tax.
    fn exactly(&self, payment: &Payment, untaxed: i128) -> Exact {
        let rest = |fee: i128| i128::from(payment.amount.minor()) * TRILLION - fee;
        let first = self.stages[0].taxed(untaxed);
        let all = self.stages[1..].iter().fold(first, |fee, stage| fee + stage.exact_on(rest(fee)));
        Exact::from_trillionths(all)
    }

    /// The amount that all charges take from one payment. Each charge is rounded once, and the tax on it once.
    pub fn fee(&self, payment: &Payment) -> Money {
        self.later(payment.amount, self.stages[0].rounded(self.stages[0].untaxed(payment)))
    }

    /// The fee with all later charges, given the first.
    pub(super) fn later(&self, amount: Money, first: Money) -> Money {
        self.stages[1..].iter().fold(first, |fee, stage| {
            let rest = Payment::of((amount - fee).max(Money::ZERO), Money::ZERO);
            fee + stage.rounded(stage.untaxed(&rest))
        })
    }

    /// The limits after which the fee of a contract jumps, because it is charged as a whole by its price.
    pub fn jumps(&self) -> impl Iterator<Item = Money> {
        let stage = &self.stages[0];
        stage.tiers.iter().filter_map(|tier| tier.up_to.filter(|_| stage.spread == Spread::WholeBySize))
    }

    /// Whether the tier in force when a payment is made sets the rate for all of it.
    pub fn is_whole_by_history(&self) -> bool {
        self.stages[0].spread == Spread::WholeByHistory
    }

    /// The first charge alone.
    #[must_use]
    pub fn first_alone(&self) -> Terms {
        Terms { stages: self.stages[..1].into(), ..*self }
    }

    /// The least that later charges leave of each unit of a rest, apart from their fixed parts and floors.
    pub fn later_share(&self) -> Exact {
        Exact::from_trillionths(share_left(&self.stages[1..]))
    }

    /// The most that fixed parts and floors take: those of the first charge from everything that its basis counts, those
    /// of later ones from each payment. Caps take nothing.
    pub fn most_fixed(&self) -> [Exact; 2] {
        let (first, later) = self.stages.split_at(1);
        [first, later].map(|stages| Exact::from_trillionths(stages.iter().map(Stage::most_fixed).sum()))
    }

    /// The most by which rounding changes what remains of one payment.
    pub fn most_rounded(&self) -> Exact {
        Exact::from_trillionths(self.stages.iter().map(Stage::most_rounded).sum())
    }

    /// The fee on one payment in its parts, which add up to [`Terms::fee`].
    pub fn slices(&self, payment: &Payment) -> Vec<Slice> {
        let mut slices = vec![];
        let mut rest = *payment;
        for (charge, stage) in self.stages.iter().enumerate() {
            let first = slices.len();
            stage.slices(charge, &rest, &mut slices);
            let fee: Money = slices[first..].iter().map(|slice| slice.fee).sum();
            rest = Payment::of((rest.amount - fee).max(Money::ZERO), Money::ZERO);
        }
        slices
    }
}
