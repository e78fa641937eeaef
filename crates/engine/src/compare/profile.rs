//! By how much does each side lead along the range of a field? The graphs over the sliders show it.

use super::lead::Stretch;
use super::sweep::{Range, Sweep};
use crate::amount::Money;
use crate::scenario::{Effect, Field, Scenario};

/// The contract's lead at some values along a range, from the first to the last: the difference that [`compare`](super::compare)
/// finds there. Between them the lead runs in a straight line, or is off it by no more than about `tolerance`.
///
/// The changes of the lead are among the values, each with the value before it, and so are jumps of the fee. Values with nothing to
/// compare are omitted.
pub fn profile(
    scenario: &Scenario,
    field: Field,
    range: Range,
    stretches: &[Stretch],
    tolerance: Money,
) -> Vec<(i64, Money)> {
    let sweep = Sweep::new(scenario, field);
    let width = range.to - range.from;
    let mut values: Vec<i64> = (0..=PARTS).map(|part| range.from + width * part / PARTS).collect();
    let mut add = |value: i64| {
        let place = values.partition_point(|other| *other < value);
        if values.get(place).is_some_and(|next| *next != value) {
            values.insert(place, value);
        }
    };
    for stretch in stretches.iter().skip(1).take(MOST_CHANGES) {
        add(stretch.from - 1);
        add(stretch.from);
    }
    if let (Effect::Price, Some(side)) = (field.effect(), field.side()) {
        for limit in scenario.terms().get(side).jumps().take(MOST_CHANGES).map(Money::minor) {
            if limit >= range.from {
                add(limit);
                add(limit + 1);
            }
        }
    }
    let mut points: Vec<(i64, Money)> = vec![];
    for value in values {
        let Some(lead) = sweep.difference(value) else { continue };
        if let Some(last) = points.last().copied() {
            bend(&sweep, last, (value, lead), tolerance, BENDS, &mut points);
        }
        points.push((value, lead));
    }
    points
}

/// The number of equal parts that are searched for bends.
const PARTS: i64 = 6;
/// The number of times a part is halved in search of a bend.
const BENDS: u32 = 5;
/// The number of changes of the lead, and of jumps, that are drawn to the unit.
const MOST_CHANGES: usize = 8;

/// Adds the values between two points at which the lead is off the straight line between them.
fn bend(
    sweep: &Sweep,
    from: (i64, Money),
    to: (i64, Money),
    tolerance: Money,
    more: u32,
    points: &mut Vec<(i64, Money)>,
) {
    let middle = from.0 + (to.0 - from.0) / 2;
    if more == 0 || middle == from.0 {
        return;
    }
    let Some(lead) = sweep.difference(middle) else { return };
    let along = i128::from(middle - from.0) * i128::from((to.1 - from.1).minor());
    let straight = from.1 + Money::quotient(along, i128::from(to.0 - from.0));
    if (lead - straight).abs() <= tolerance {
        return;
    }
    bend(sweep, from, (middle, lead), tolerance, more - 1, points);
    points.push((middle, lead));
    bend(sweep, (middle, lead), to, tolerance, more - 1, points);
}
