//! What do both sides leave while one field moves?

use super::balance::{Balance, Kept};
use super::costs::{self, Deduction, Expenses};
use super::payments::Payments;
use crate::amount::{Exact, Money};
use crate::fees::Terms;
use crate::scenario::{BySide, Criterion, Effect, Field, Inputs, Scenario, Side};

/// A range of a field's values, as whole numbers of its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The first value.
    pub from: i64,
    /// The last value, not below the first.
    pub to: i64,
    /// The step of the slider, at least one.
    pub step: i64,
}

/// The side that is ahead at one value, and why. Where the balance only rises or only falls, the exact sign can only rise or only
/// fall, and so can the rounded one while the exact one stays the same and is not zero.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Sign {
    rounded: i64,
    pub exact: i128,
    pub ahead: Option<Side>,
}

/// One value, its sign, and its balance: as paid out, and without rounding where that is how it changes.
#[derive(Clone, Copy)]
pub(super) struct Point {
    pub value: i64,
    /// Whether there is something to compare.
    is_comparable: bool,
    pub sign: Sign,
    pub rounded: Money,
    pub smooth: Exact,
}

/// A scenario in which one field moves.
pub(super) struct Sweep<'a> {
    pub scenario: &'a Scenario,
    pub field: Field,
    /// The amount that a side keeps after its fee, if the field does not change it.
    pub after_fee: BySide<Option<Kept>>,
    /// The costs of a side, if they are counted and the field does not change them.
    deduction: BySide<Option<Deduction>>,
    /// The amount that is compared of a side that the field does not change at all.
    pub still: BySide<Option<Kept>>,
}

impl<'a> Sweep<'a> {
    pub fn new(scenario: &'a Scenario, field: Field) -> Sweep<'a> {
        let inputs = scenario.inputs();
        let after_fee = BySide::from_fn(|side| {
            let stays = || Kept::of(&Payments::of(scenario.plans().get(side), scenario.terms().get(side)));
            (!moves_fee(field, side, scenario)).then(stays)
        });
        let still = BySide::from_fn(|side| {
            let kept = after_fee.get(side).filter(|_| !moves_costs(field, side))?;
            Some(costs::compared(inputs, side, kept))
        });
        let deduction = BySide::from_fn(|side| {
            let stays = !moves_costs(field, side) && costs::are_counted(inputs);
            stays.then(|| Expenses::of(inputs, side).deduction())
        });
        Sweep { scenario, field, after_fee, deduction, still }
    }

    /// Whether there is something to compare: hours if pay by the hour decides, and a fee that leaves something.
    fn is_comparable(inputs: &Inputs, terms: &BySide<Option<Terms>>) -> bool {
        [Side::Gigs, Side::Contract].into_iter().all(|side| {
            let has_hours = inputs.criterion == Criterion::Money || inputs.has_hours(inputs.plans.get(side));
            has_hours && !terms.get(side).as_ref().is_some_and(Terms::takes_all)
        })
    }

    /// Whether there is something to compare at a value.
    pub fn is_comparable_at(&self, value: i64) -> bool {
        let inputs = self.scenario.inputs_with(self.field, value);
        Self::is_comparable(&inputs, &self.moved_terms(&inputs))
    }

    /// The contract's remaining amount minus the gigs' at a value; none if there is nothing to compare.
    pub fn difference(&self, value: i64) -> Option<Money> {
        let point = self.at(value);
        point.is_comparable.then_some(point.rounded)
    }

    /// The same, but zero where only rounding separates the sides.
    pub fn lead(&self, value: i64) -> Option<Money> {
        let point = self.at(value);
        point.is_comparable.then(|| point.sign.ahead.map_or(Money::ZERO, |_| point.rounded))
    }

    pub fn at(&self, value: i64) -> Point {
        let inputs = self.scenario.inputs_with(self.field, value);
        let terms = self.moved_terms(&inputs);
        let nobody = Sign { rounded: 0, exact: 0, ahead: None };
        if !Self::is_comparable(&inputs, &terms) {
            return Point { value, is_comparable: false, sign: nobody, rounded: Money::ZERO, smooth: Exact::ZERO };
        }
        let counted = costs::are_counted(&inputs);
        let mut smooth = BySide::<Exact>::default();
        let balance = Balance::of(BySide::from_fn(|side| {
            let kept = self.after_fee.get(side).unwrap_or_else(|| {
                let terms = terms.get(side).as_ref().unwrap_or(self.scenario.terms().get(side));
                Kept::of(&Payments::of(inputs.plans.get(side), terms))
            });
            // A fee that stays as it is stays rounded.
            let stays = self.after_fee.get(side).is_some();
            *smooth.get_mut(side) = if stays { Exact::from(kept.rounded) } else { kept.exact };
            if !counted {
                return kept;
            }
            let deduction = self.deduction.get(side).unwrap_or_else(|| Expenses::of(&inputs, side).deduction());
            *smooth.get_mut(side) = deduction.before_rounding(inputs.criterion, *smooth.get(side));
            self.still.get(side).unwrap_or_else(|| deduction.compared(inputs.criterion, kept))
        }));
        let sign = if balance.exact.is_nothing() {
            // Level, whatever rounding does.
            nobody
        } else {
            Sign {
                rounded: balance.rounded.minor().signum(),
                exact: balance.exact.trillionths().signum(),
                ahead: balance.lead().side(),
            }
        };
        Point { value, is_comparable: true, sign, rounded: balance.rounded, smooth: smooth.contract - smooth.gigs }
    }

    /// The terms of each side, if they depend on the field.
    fn moved_terms(&self, inputs: &Inputs) -> BySide<Option<Terms>> {
        BySide::from_fn(|side| self.moves_terms(side).then(|| self.scenario.terms_for(inputs, side)).flatten())
    }

    /// Whether a side's terms depend on the field.
    fn moves_terms(&self, side: Side) -> bool {
        match self.field.effect() {
            Effect::Rate => moves_rate(self.field, side, self.scenario),
            Effect::Relation | Effect::Tax => is_on(self.field, side),
            Effect::Nothing
            | Effect::Jobs
            | Effect::Clients
            | Effect::Price
            | Effect::History
            | Effect::Spread
            | Effect::Cost
            | Effect::Connects
            | Effect::WinRate => false,
        }
    }
}

/// Whether a field applies to a side.
fn is_on(field: Field, side: Side) -> bool {
    field.side().is_none_or(|which| which == side)
}

/// Whether a rate applies to a side. A side's own rate overrides the shared one.
fn moves_rate(field: Field, side: Side, scenario: &Scenario) -> bool {
    is_on(field, side) && !(field == Field::Rate && scenario.has_own_rate(side))
}

/// Whether what a side keeps after its fee depends on a field.
fn moves_fee(field: Field, side: Side, scenario: &Scenario) -> bool {
    match field.effect() {
        Effect::Jobs | Effect::Price => is_on(field, side) || scenario.same_total() && field.side() == Some(Side::Gigs),
        Effect::Clients => is_on(field, side) && scenario.terms().get(side).basis().counts_clients(),
        Effect::Relation => is_on(field, side) && scenario.fee().counts_months(),
        Effect::Rate => moves_rate(field, side, scenario) && scenario.fee().open_rate().is_some(),
        Effect::History | Effect::Spread => is_on(field, side),
        Effect::Tax => true,
        Effect::Nothing | Effect::Cost | Effect::Connects | Effect::WinRate => false,
    }
}

/// Whether what a side costs depends on a field.
fn moves_costs(field: Field, side: Side) -> bool {
    match field.effect() {
        Effect::Jobs
        | Effect::Clients
        | Effect::Spread
        | Effect::Tax
        | Effect::Cost
        | Effect::Connects
        | Effect::WinRate => is_on(field, side),
        Effect::Nothing | Effect::Price | Effect::History | Effect::Rate | Effect::Relation => false,
    }
}
