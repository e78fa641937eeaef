//! Who is ahead along the whole range of a field? The painted sliders show it.

use super::balance::Kept;
use super::costs::{self, Expenses};
use super::course::Course;
use super::matching;
use super::payments::Payments;
use super::sweep::{Point, Range, Sweep};
use crate::amount::Money;
use crate::scenario::{Criterion, Effect, Field, Scenario, Side};

/// Neighbouring values at which the same side is ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The first value.
    pub from: i64,
    /// The last value; the next stretch begins one unit further on.
    pub to: i64,
    /// The side that is ahead there; none if the two are level, if only rounding separates them, or if there is nothing to compare.
    pub ahead: Option<Side>,
}

/// The stretches of `range` in which each side leads, with all other fields unchanged.
///
/// They agree with [`compare`](super::compare) at every step of the range, and, unless rounding changes the lead hundreds
/// of times, at every value within eight units of a change. Where a price moves one side, and where what a side keeps
/// can only rise or only fall, they agree at every value. Neither side leads where there is nothing to compare: an
/// hour's pay without hours, a fee and tax that take everything.
pub fn stretches(scenario: &Scenario, field: Field, range: Range) -> Vec<Stretch> {
    let mut track = Track { range, stretches: vec![], looks: MOST_LOOKS };
    match (field.effect(), field.side()) {
        (Effect::Price, Some(side)) if scenario.pricing_field(side) == field && !scenario.same_total() => {
            by_price(scenario, side, &mut track);
        }
        _ => Sweep::new(scenario, field).paint(&mut track),
    }
    track.stretches
}

/// The stretches painted so far, from the start of the range on.
struct Track {
    range: Range,
    stretches: Vec<Stretch>,
    /// The number of further values between steps that may be calculated.
    looks: u32,
}

impl Track {
    /// Records who is ahead from a value on.
    fn from(&mut self, value: i64, ahead: Option<Side>) {
        let next = Stretch { from: value, to: self.range.to, ahead };
        match self.stretches.last_mut() {
            Some(last) if last.ahead == ahead => {}
            Some(last) => {
                debug_assert!(last.from < value, "each value is painted once");
                last.to = value - 1;
                self.stretches.push(next);
            }
            None => self.stretches.push(next),
        }
    }
}

/// Paints the prices of a side. It is ahead at those that keep more than the other side does, and level at those that keep as much.
fn by_price(scenario: &Scenario, side: Side, track: &mut Track) {
    let (inputs, currency) = (scenario.inputs(), scenario.currency());
    let (plan, terms) = (scenario.plans().get(side), scenario.terms().get(side));
    let other = Kept::of(&Payments::of(scenario.plans().get(side.other()), scenario.terms().get(side.other())));
    let other = costs::compared(inputs, side.other(), other);
    let expenses = Expenses::of(inputs, side);
    let keeping =
        |target: Money| matching::prices(plan, terms, expenses.needed(inputs.criterion, target), currency.max());
    let (level, ahead) = (keeping(other.rounded), keeping(other.rounded + Money::from_minor(1)));
    // Pay per hour is only known rounded.
    let by_rounding = match inputs.criterion {
        Criterion::Money => {
            let costs = expenses.deduction().exact_cost();
            matching::level_prices(plan, terms, other.exact + costs, currency.max())
        }
        Criterion::Hour => vec![],
    };
    let [mut level, mut ahead] = [level.stretches(), ahead.stretches()];
    let mut by_rounding = &by_rounding[..];
    let mut value = track.range.from;
    loop {
        // Each list begins with the stretch that ends at or after the value.
        for list in [&mut level, &mut ahead, &mut by_rounding] {
            while list.first().is_some_and(|stretch| stretch.1 < value) {
                *list = &list[1..];
            }
        }
        let is_in = |list: &[(i64, i64)]| list.first().is_some_and(|stretch| stretch.0 <= value);
        let is_by_rounding = is_in(by_rounding);
        track.from(
            value,
            match (is_in(level), is_in(ahead)) {
                _ if is_by_rounding => None,
                (_, true) => Some(side),
                (true, false) => None,
                (false, false) => Some(side.other()),
            },
        );
        // The next value at which something may change.
        let turn = |list: &[(i64, i64)]| {
            list.first().map(|stretch| if stretch.0 <= value { stretch.1 + 1 } else { stretch.0 })
        };
        match [turn(level), turn(ahead), turn(by_rounding)]
            .into_iter()
            .flatten()
            .min()
            .filter(|next| *next <= track.range.to)
        {
            Some(next) => value = next,
            None => break,
        }
    }
}

/// The distance up to which every value between two values of different leads is calculated. Beside a change, values are calculated
/// until half as many in a row are alike.
const NEAR: i64 = 16;

/// The most values between steps that are calculated, so that no track takes long, however often rounding changes the lead.
const MOST_LOOKS: u32 = 2_000;

impl Sweep<'_> {
    fn paint(&self, track: &mut Track) {
        let range = track.range;
        let course = self.course(range);
        let by_hour = self.scenario.inputs().criterion == Criterion::Hour;
        let breaks = self.breaks(range);
        let mut from = self.at(range.from);
        track.from(range.from, from.sign.ahead);
        while from.value < range.to {
            // Up to the next break, and then across it.
            let next = breaks.iter().find(|at| from.value <= **at).map_or(range.to, |at| (*at).max(from.value + 1));
            let next = next.min(range.to);
            from = match course {
                Course::OneWay => {
                    let to = self.at(next);
                    self.one_way(from, to, 0, track);
                    to
                }
                Course::Wavering => {
                    // It is the same everywhere, unless it is divided by hours.
                    let mut most = self.most_rounded(next);
                    if by_hour {
                        most = most.max(self.most_rounded(from.value));
                    }
                    let far = self.far(from, next, most);
                    if far > from.value {
                        // The lead stays as it is.
                        self.at(far)
                    } else {
                        let near = self.near(from, next, most);
                        let last = self.at(near);
                        let values = u32::try_from(near - from.value).unwrap_or(u32::MAX);
                        if !by_hour && from.sign.exact == 0 && last.sign.exact == 0 {
                            // Level all along, whatever rounding does.
                            last
                        } else if values <= track.looks {
                            track.looks -= values;
                            self.each(from, near, 1, track)
                        } else {
                            self.each(from, near, range.step, track)
                        }
                    }
                }
                Course::Any => self.each(from, next, range.step, track),
            };
        }
    }

    /// Paints every value between two points at which the lead changes, if the balance only rises or only falls. Each
    /// comparison divides the interval; its place only affects how many are needed.
    fn one_way(&self, from: Point, to: Point, looks: u32, track: &mut Track) {
        if from.sign == to.sign {
            return;
        }
        if to.value - from.value > 1 {
            // A balance is mostly a few straight lines, so the place where a line would be level is nearly right.
            // Every third comparison halves the interval, so that no bend costs many.
            let middle = if looks % 3 == 2 { from.value + (to.value - from.value) / 2 } else { level(from, to) };
            let middle = self.at(middle);
            self.one_way(from, middle, looks + 1, track);
            self.one_way(middle, to, looks + 1, track);
        } else {
            track.from(to.value, to.sign.ahead);
        }
    }

    /// Paints from one point to a value, looking at every step and, near changes, at every value. Steps are counted from
    /// the start of the range.
    fn each(&self, mut from: Point, to: i64, step: i64, track: &mut Track) -> Point {
        while from.value < to {
            let step = step - (from.value - track.range.from) % step;
            let next = self.at((from.value + step).min(to));
            self.between(from, next, track);
            from = next;
        }
        from
    }

    /// Paints the changes between two points, if they differ.
    fn between(&self, from: Point, to: Point, track: &mut Track) {
        if from.sign.ahead == to.sign.ahead {
            return;
        }
        let (mut before, mut after) = (from.value, to.value);
        while after - before > NEAR {
            let middle = before + (after - before) / 2;
            if self.at(middle).sign.ahead == from.sign.ahead { before = middle } else { after = middle }
        }
        if track.looks == 0 {
            track.from(after, to.sign.ahead);
            return;
        }
        // Every value around the change, until nothing changes any more, and then the rest on either side.
        let start = self.settled(from, before, -1, track);
        let first = if start > from.value { self.at(start) } else { from };
        self.between(from, first, track);
        let end = self.settled(to, after, 1, track);
        let mut last = first;
        while last.value < end {
            last = if last.value + 1 == to.value { to } else { self.at(last.value + 1) };
            track.from(last.value, last.sign.ahead);
        }
        self.between(last, to, track);
    }

    /// Finds how far to look from a value in a direction, at most to a point: until several values in a row have the same lead.
    fn settled(&self, end: Point, mut value: i64, direction: i64, track: &mut Track) -> i64 {
        let mut ahead = self.at(value).sign.ahead;
        let mut alike = 0;
        while value != end.value && alike < NEAR / 2 {
            value += direction;
            let next = if track.looks == 0 { ahead } else { self.at(value).sign.ahead };
            track.looks = track.looks.saturating_sub(1);
            alike = if next == ahead { alike + 1 } else { 0 };
            ahead = next;
        }
        value
    }
}

/// The value strictly between two points at which a straight line through their balances would be level.
fn level(from: Point, to: Point) -> i64 {
    let [before, after] = [from, to].map(|point| i128::from(point.rounded.abs().minor()));
    let width = to.value - from.value;
    let along = i128::from(width) * before / (before + after).max(1);
    from.value + i64::try_from(along).unwrap_or(width).clamp(1, width - 1)
}
