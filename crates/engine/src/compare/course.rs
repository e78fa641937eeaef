//! How does the balance of both sides change while one field moves, where may it turn, and how far does rounding matter?

use super::costs::{self, Expenses};
use super::payments::{History, Run};
use super::sweep::{Point, Range, Sweep};
use crate::amount::{Exact, Money, Rate};
use crate::scenario::{Clients, Criterion, Effect, Every, Side};

/// The way the balance changes between the values at which it [breaks](Sweep::breaks).
#[derive(Clone, Copy)]
pub(super) enum Course {
    /// It only rises or only falls, rounded as well as exact.
    OneWay,
    /// It is level once at most, apart from rounding, and turns at most once, on its way back to level.
    Wavering,
    /// Nothing is known.
    Any,
}

impl Sweep<'_> {
    /// Determines how the balance changes as the field's value grows.
    pub fn course(&self, range: Range) -> Course {
        let inputs = self.scenario.inputs();
        let by_hour = inputs.criterion == Criterion::Hour;
        let moving = match (self.still.gigs, self.still.contract) {
            (None, Some(_)) => Some(Side::Gigs),
            (Some(_), None) => Some(Side::Contract),
            (Some(_), Some(_)) => return Course::OneWay,
            (None, None) => None,
        };
        let terms = |side: Side| self.scenario.terms().get(side);
        // Pay and hours both change along a straight line, so pay by the hour only rises or only falls; but pay is rounded first.
        let straight = |is: bool| match (is, by_hour) {
            (false, _) => Course::Any,
            (true, false) => Course::OneWay,
            (true, true) => Course::Wavering,
        };
        let one_way = |is: bool| if is { Course::OneWay } else { Course::Any };
        let course = match (self.field.effect(), moving) {
            // More of the same.
            (Effect::Jobs, Some(side)) => {
                let plan = self.scenario.plans().get(side);
                let counts = costs::are_counted(inputs);
                if plan.is_list() {
                    return Course::OneWay;
                }
                let most = u32::try_from(range.to).unwrap_or(u32::MAX).max(2);
                match Run::of(&plan.with_jobs(most), terms(side)).history {
                    History::Alone => straight(!counts || inputs.costs.withdrawal.every == Every::Payment),
                    // One more is charged last, and changes nothing for those before it.
                    History::Together => one_way(!counts && terms(side).always_leaves(plan.average_price())),
                    History::Months(_) | History::Clients { .. } => Course::Any,
                }
            }
            (Effect::History, Some(side)) => one_way(terms(side).follows_history()),
            (Effect::Rate, Some(side)) => one_way(terms(side).follows_rate()),
            (Effect::Cost, Some(_)) => Course::OneWay,
            // Bids are in proportion to one divided by it: multiplied by it, pay and hours are straight.
            (Effect::WinRate, Some(_)) => straight(true),
            (
                Effect::Nothing
                | Effect::Clients
                | Effect::Price
                | Effect::Relation
                | Effect::Spread
                | Effect::Tax
                | Effect::Connects,
                _,
            )
            | (_, None) => Course::Any,
        };
        // Two moving sides can pull in both directions, but the effect of costs, taxes and most rates is proportional. So is
        // that of hours on one side's pay times the other's hours, which is level where an hour's pay is.
        // Both sides have the same fee, if not the same rate.
        let is_in_proportion = match self.field.effect() {
            Effect::Tax => terms(Side::Gigs).later_are_flat(),
            Effect::Rate => terms(Side::Gigs).is_in_proportion(),
            Effect::Cost | Effect::Connects => true,
            Effect::Nothing
            | Effect::Jobs
            | Effect::Clients
            | Effect::Price
            | Effect::History
            | Effect::Relation
            | Effect::Spread
            | Effect::WinRate => false,
        };
        if matches!(course, Course::Any) && is_in_proportion { Course::Wavering } else { course }
    }

    /// The most by which rounding changes the balance at a value. Between two values it is no more than at one of them.
    pub fn most_rounded(&self, value: i64) -> Exact {
        let inputs = self.scenario.inputs_with(self.field, value);
        let of = |side: Side| {
            let (plan, terms) = (inputs.plans.get(side), self.scenario.terms().get(side));
            let fees = if let Some(kept) = self.after_fee.get(side) {
                (Exact::from(kept.rounded) - kept.exact).abs()
            } else {
                let is_taxed = self.field.effect() == Effect::Tax;
                let highest = if is_taxed { Rate::MAX } else { Rate::ZERO };
                terms.clone().taxed(highest).most_rounded() * plan.payments()
            };
            if costs::are_counted(&inputs) {
                Expenses::of(&inputs, side).deduction().rounds(inputs.criterion, fees)
            } else {
                fees
            }
        };
        of(Side::Gigs) + of(Side::Contract)
    }

    /// Whether the lead at a point is certain, rounding or not.
    fn is_far(point: Point, most: Exact) -> bool {
        point.smooth.abs() > most
    }

    /// The last value up to `end` at which the balance is certainly on the same side of level as at `from`, if it only
    /// rises or only falls apart from rounding, which changes it by at most `most`. `from` itself if it is nearly level.
    pub fn far(&self, from: Point, end: i64, most: Exact) -> i64 {
        let is_far = |point: Point| Self::is_far(point, most) && point.sign == from.sign;
        if !is_far(from) {
            return from.value;
        }
        let (mut far, mut near) = (from.value, end + 1);
        if is_far(self.at(end)) {
            return end;
        }
        while near - far > 1 {
            let middle = far + (near - far) / 2;
            if is_far(self.at(middle)) { far = middle } else { near = middle }
        }
        far.max(from.value)
    }

    /// The first value after `from` at which the balance is no longer nearly level, or `end`.
    pub fn near(&self, from: Point, end: i64, most: Exact) -> i64 {
        let (mut near, mut far) = (from.value, end);
        if !Self::is_far(self.at(end), most) {
            return end;
        }
        while far - near > 1 {
            let middle = near + (far - near) / 2;
            if Self::is_far(self.at(middle), most) { far = middle } else { near = middle }
        }
        far
    }

    /// The values after which the balance may turn: where free connects are used up, where more gigs no longer mean more clients,
    /// and where there starts or stops being something to compare.
    pub fn breaks(&self, range: Range) -> Vec<i64> {
        let comparable = |value: &i64| self.is_comparable_at(*value);
        let mut breaks = vec![];
        let mut add = |value: Option<i64>| {
            if let Some(value) = value {
                let place = breaks.iter().position(|other| *other > value).unwrap_or(breaks.len());
                breaks.insert(place, value);
            }
        };
        match (self.field.effect(), self.field.side()) {
            (Effect::Jobs, Some(side)) => {
                add(self.shortage(range, side));
                if let Some(Clients::Number(number)) = self.scenario.plans().get(side).clients() {
                    add(Some(number.into()));
                }
            }
            (Effect::WinRate, Some(side)) => add(self.shortage(range, side)),
            (Effect::Connects, _) => {
                for side in [Side::Gigs, Side::Contract] {
                    add(self.shortage(range, side));
                }
            }
            // At 0 the fee's own tax applies instead.
            (Effect::Tax, _) => add(Some(0)),
            _ => {}
        }
        add(turn(range, &comparable));
        breaks
    }

    /// The value at which a side starts or stops buying connects.
    fn shortage(&self, range: Range, side: Side) -> Option<i64> {
        if self.scenario.inputs().costs.connects.price == Money::ZERO {
            return None;
        }
        turn(range, &|value| Expenses::of(&self.scenario.inputs_with(self.field, *value), side).is_short())
    }
}

/// The last value of a range at which something is as at its start, if it changes once.
fn turn(range: Range, is: &dyn Fn(&i64) -> bool) -> Option<i64> {
    let (mut before, mut after) = (range.from, range.to);
    let first = is(&before);
    if is(&after) == first {
        return None;
    }
    while after - before > 1 {
        let middle = before + (after - before) / 2;
        if is(&middle) == first { before = middle } else { after = middle }
    }
    Some(before)
}
