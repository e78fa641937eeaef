//! Who is ahead along the whole range of a field? The painted sliders show it.

use super::balance::{Balance, Kept};
use super::costs::{self, Deduction, Expenses};
use super::matching;
use super::payments::{History, Payments, Run};
use crate::amount::{Exact, Money, Rate};
use crate::fees::Terms;
use crate::scenario::{BySide, Clients, Criterion, Effect, Every, Field, Inputs, Scenario, Side};

/// The values of a field to be looked at, as whole numbers of its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The first value.
    pub from: i64,
    /// The last value, not below the first.
    pub to: i64,
    /// The step of the slider, at least one.
    pub step: i64,
}

/// Neighbouring values at which the same side is ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The first value.
    pub from: i64,
    /// The last value; the next stretch begins one unit further on.
    pub to: i64,
    /// Who is ahead there; none if the two are level, if only rounding separates them, or if there is nothing to
    /// compare.
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

/// What has been painted so far, from the start of the range on.
struct Track {
    range: Range,
    stretches: Vec<Stretch>,
    /// How many more values between steps are looked at.
    looks: u32,
}

impl Track {
    /// Says who is ahead from a value on.
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

/// A side is ahead at the prices that keep more than the other does, and level at those that keep as much.
fn by_price(scenario: &Scenario, side: Side, track: &mut Track) {
    let (inputs, currency) = (scenario.inputs(), scenario.currency());
    let (plan, terms) = (scenario.plans().get(side), scenario.terms().get(side));
    let other = Kept::of(&Payments::of(scenario.plans().get(side.other()), scenario.terms().get(side.other())));
    let other = costs::compared(inputs, side.other(), other);
    let expenses = Expenses::of(inputs, side);
    let keeping =
        |target: Money| matching::prices(plan, terms, expenses.needed(inputs.criterion, target), currency.max());
    let (level, ahead) = (keeping(other.rounded), keeping(other.rounded + Money::from_minor(1)));
    // What an hour pays is only known rounded.
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
        // Each list from the stretch that ends at or after the value.
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

/// How the balance changes between the values at which it [breaks](Sweep::breaks).
#[derive(Clone, Copy)]
enum Course {
    /// It only rises or only falls, rounded as well as exact.
    OneWay,
    /// It is level once at most, apart from rounding, and turns at most once, on its way back to level.
    Wavering,
    /// Nothing is known.
    Any,
}

/// Who is ahead at one value, and why. Where the balance only rises or only falls, the exact sign can only rise or only
/// fall, and so can the rounded one while the exact one stays the same and is not zero.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Sign {
    rounded: i64,
    exact: i128,
    ahead: Option<Side>,
}

/// One value, its sign, and its balance: as paid out, and without rounding where that is how it changes.
#[derive(Clone, Copy)]
struct Point {
    value: i64,
    /// Whether there is something to compare.
    is_comparable: bool,
    sign: Sign,
    rounded: Money,
    smooth: Exact,
}

/// A scenario in which one field moves.
pub(super) struct Sweep<'a> {
    scenario: &'a Scenario,
    field: Field,
    /// What a side keeps after its fee, if the field does not change it.
    after_fee: BySide<Option<Kept>>,
    /// What a side costs, if that is counted and the field does not change it.
    deduction: BySide<Option<Deduction>>,
    /// The amount that is compared of a side that the field does not change at all.
    still: BySide<Option<Kept>>,
}

/// Between two values of different leads that are at most this far apart, every value is looked at; and beside a change,
/// until half as many in a row are alike.
const NEAR: i64 = 16;

/// So that no track takes long, however often rounding changes the lead.
const MOST_LOOKS: u32 = 2_000;

impl<'a> Sweep<'a> {
    pub(super) fn new(scenario: &'a Scenario, field: Field) -> Sweep<'a> {
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

    /// How the balance changes as the field's value grows.
    fn course(&self, range: Range) -> Course {
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

    /// By how much rounding changes the balance at a value at most. Between two values it is no more than at one of them.
    fn most_rounded(&self, value: i64) -> Exact {
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
    fn far(&self, from: Point, end: i64, most: Exact) -> i64 {
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
    fn near(&self, from: Point, end: i64, most: Exact) -> i64 {
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

    /// The values after which the balance may turn: where free connects are used up, where more gigs no longer are more
    /// clients, and where there begins or ends something to compare.
    fn breaks(&self, range: Range) -> Vec<i64> {
        let comparable = |value: &i64| {
            let inputs = self.scenario.inputs_with(self.field, *value);
            Self::is_comparable(&inputs, &self.moved_terms(&inputs))
        };
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

    /// Whether there is something to compare: hours if pay by the hour decides, and a fee that leaves something.
    fn is_comparable(inputs: &Inputs, terms: &BySide<Option<Terms>>) -> bool {
        [Side::Gigs, Side::Contract].into_iter().all(|side| {
            let has_hours = inputs.criterion == Criterion::Money || inputs.has_hours(inputs.plans.get(side));
            has_hours && !terms.get(side).as_ref().is_some_and(Terms::takes_all)
        })
    }

    /// What the contract leaves minus what the gigs leave at a value; none if there is nothing to compare.
    pub(super) fn difference(&self, value: i64) -> Option<Money> {
        let point = self.at(value);
        point.is_comparable.then_some(point.rounded)
    }

    /// The same, but nothing where only rounding tells the sides apart.
    pub(super) fn lead(&self, value: i64) -> Option<Money> {
        let point = self.at(value);
        point.is_comparable.then(|| point.sign.ahead.map_or(Money::ZERO, |_| point.rounded))
    }

    fn at(&self, value: i64) -> Point {
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
        // Every value around the change, until nothing changes any more, and then what lies to either side.
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

    /// How far to look from a value in a direction, at most to a point: until several values in a row have one lead.
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

/// The value strictly between two points at which a straight line through their balances would be level.
fn level(from: Point, to: Point) -> i64 {
    let [before, after] = [from, to].map(|point| i128::from(point.rounded.abs().minor()));
    let width = to.value - from.value;
    let along = i128::from(width) * before / (before + after).max(1);
    from.value + i64::try_from(along).unwrap_or(width).clamp(1, width - 1)
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
