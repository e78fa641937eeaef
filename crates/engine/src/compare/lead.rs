//! Who is ahead along the whole range of a field? The painted sliders show it.

use super::costs::{Deduction, Expenses};
use super::{Balance, Kept, Payments, costs, decides};
use crate::amount::{Decimal, Money};
use crate::fees::Terms;
use crate::scenario::{BySide, Criterion, Effect, Every, Field, Inputs, Plan, Scenario, Side};

/// Who is ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// That side leaves more.
    Ahead(Side),
    /// Both leave the same.
    Level,
    /// Both would leave the same without rounding; that side is ahead by rounding alone.
    Rounding(Side),
}

impl Lead {
    /// The side that is really ahead; rounding alone is no advantage.
    pub fn side(self) -> Option<Side> {
        match self {
            Lead::Ahead(side) => Some(side),
            Lead::Level | Lead::Rounding(_) => None,
        }
    }
}

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
    /// Who is ahead there; none if the two are level, or only rounding separates them.
    pub ahead: Option<Side>,
}

/// The stretches of `range` in which each side leads, with all other fields unchanged. Changes of the lead are exact
/// to the unit, and the stretches agree with [`compare`](super::compare) at every step of the range.
///
/// If what a side keeps can only rise or only fall along the range, there is no change between two equal ends, so a
/// few comparisons find every change to the unit. Values at which the fee jumps, or connects run out, divide the
/// range. If only rounding makes the balance waver, every step is compared where the two are nearly level. Otherwise
/// (both sides move, or a fee rises for some payments and falls for others) every step is compared.
pub fn stretches(scenario: &Scenario, field: Field, range: Range) -> Vec<Stretch> {
    let sweep = Sweep::new(scenario, field);
    let course = sweep.course(range);
    let breaks = sweep.breaks(range);
    let mut from = sweep.at(range.from);
    let mut ended = vec![];
    let mut last = Stretch { from: range.from, to: range.to, ahead: from.sign.ahead };
    while from.value < range.to {
        // Up to the next break, and then across it.
        let next = breaks.iter().find(|at| from.value <= **at).map_or(range.to, |at| (*at).max(from.value + 1));
        // A break does not shift the steps after it.
        let step = (from.value + range.step - (from.value - range.from) % range.step).min(next);
        let to = sweep.at(match course {
            Course::OneWay => next,
            Course::Wavering(most) => sweep.far(from, next, most).max(step),
            Course::Any => step,
        });
        sweep.changes(from, to, 0, &mut |value, ahead| {
            ended.push(Stretch { to: value - 1, ..last });
            last = Stretch { from: value, ahead, ..last };
        });
        from = to;
    }
    ended.push(last);
    ended
}

/// How the balance changes between the values at which it [breaks](Sweep::breaks).
#[derive(Clone, Copy)]
enum Course {
    /// It only rises or only falls, rounded as well as exact.
    OneWay,
    /// It would without rounding, which changes it by at most this much.
    Wavering(Decimal),
    /// Nothing is known.
    Any,
}

/// What is known at one value. Along a monotone field, the exact sign can only rise or only fall, and so can the
/// rounded one while the exact one stays the same and is not zero.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Sign {
    rounded: i64,
    exact: i8,
    ahead: Option<Side>,
}

/// One value, its sign, and its balance: as paid out, and without rounding.
#[derive(Clone, Copy)]
struct Point {
    value: i64,
    sign: Sign,
    rounded: Money,
    exact: Decimal,
}

/// A scenario in which one field moves.
struct Sweep<'a> {
    scenario: &'a Scenario,
    field: Field,
    /// What a side keeps after its fee, if the field does not change it.
    after_fee: BySide<Option<Kept>>,
    /// What a side costs, if that is counted and the field does not change it.
    deduction: BySide<Option<Deduction>>,
    /// What decides for a side that the field does not change at all.
    still: BySide<Option<Kept>>,
}

impl<'a> Sweep<'a> {
    fn new(scenario: &'a Scenario, field: Field) -> Sweep<'a> {
        let inputs = scenario.inputs();
        let after_fee = BySide::from_fn(|side| {
            let stays = || Kept::of(&Payments::of(scenario.plans().get(side), scenario.terms().get(side)));
            (!moves_fee(field, side, scenario)).then(stays)
        });
        let still = BySide::from_fn(|side| {
            let kept = after_fee.get(side).filter(|_| !moves_costs(field, side))?;
            Some(decides(inputs, side, kept))
        });
        let deduction = BySide::from_fn(|side| {
            let stays = !moves_costs(field, side) && costs::are_counted(inputs);
            stays.then(|| Expenses::of(inputs, side).deduction())
        });
        Sweep { scenario, field, after_fee, deduction, still }
    }

    /// How the balance changes as the field's value grows.
    fn course(&self, range: Range) -> Course {
        let effect = self.field.effect();
        let is_in_proportion = matches!(effect, Effect::Tax | Effect::Cost | Effect::Connects | Effect::WinRate);
        let moving = match (self.still.gigs, self.still.contract) {
            // What remains is rounded before it is divided by hours: if both move, hourly pay goes up and down.
            _ if self.moves_net_and_hours() => return Course::Any,
            (None, Some(_)) => Side::Gigs,
            (Some(_), None) => Side::Contract,
            // Two moving sides can pull in both directions, but the effect of costs and taxes is proportional.
            _ if is_in_proportion => return Course::OneWay,
            _ => return Course::Any,
        };
        let terms = self.scenario.terms().get(moving);
        let plan = self.scenario.plans().get(moving);
        let alone = Payments::of(&Plan { jobs: 2, ..*plan }, terms).are_alike();
        let inputs = self.scenario.inputs();
        // Tax is rounded separately, so a unit more may leave a unit less. More equal payments don't change a payment,
        // and a higher rate never takes less.
        let (is_one_way, wavers) = match effect {
            // More of the same, or further up the tiers: without adjustments, a payment never leaves less than
            // nothing. But costs may take more than it leaves.
            Effect::Jobs if costs::are_counted(inputs) => {
                (alone && inputs.costs.withdrawal.every == Every::Payment, false)
            }
            Effect::Jobs => (alone || !terms.has_adjustments(), !alone),
            // Between jumps, what remains of a payment never falls as the payment grows. But in a chain, a payment
            // that is pushed into a more expensive tier may lose more than it gained, and instalments do not all jump
            // at once.
            Effect::Price => {
                let alone = Payments::of(plan, terms).are_alike();
                (alone && plan.instalments == 1 || terms.never_rises() && terms.jumps().next().is_none(), true)
            }
            Effect::History => (terms.never_rises() || terms.never_falls(), true),
            // The effect of costs and taxes is proportional.
            Effect::Rate | Effect::Tax | Effect::Cost | Effect::Connects | Effect::WinRate => (true, false),
            Effect::Nothing | Effect::Relation | Effect::Spread => (false, false),
        };
        match (is_one_way, wavers && !terms.is_smooth()) {
            (true, false) => Course::OneWay,
            // Hourly pay is only known rounded.
            (true, true) if inputs.criterion == Criterion::Money => Course::Wavering(self.most_rounded(range)),
            _ => Course::Any,
        }
    }

    fn moves_net_and_hours(&self) -> bool {
        let moves_both = matches!(self.field.effect(), Effect::Jobs | Effect::WinRate);
        moves_both && self.scenario.inputs().criterion == Criterion::Hour
    }

    /// By how much rounding changes the balance at most, anywhere in the range.
    fn most_rounded(&self, range: Range) -> Decimal {
        let plans = self.scenario.inputs_with(self.field, range.to).plans;
        let of = |side: Side| {
            Decimal::from(plans.get(side).payments()) * self.scenario.terms().get(side).most_rounded() + Decimal::ONE
        };
        of(Side::Gigs) + of(Side::Contract)
    }

    /// The last value up to `end` at which the balance is certainly on the same side of level as at `from`, if it only
    /// rises or only falls apart from rounding, which changes it by at most `most`.
    fn far(&self, from: Point, end: i64, most: Decimal) -> i64 {
        let is_far = |point: Point| point.exact.abs() > most && point.sign == from.sign;
        if !is_far(from) || is_far(self.at(end)) {
            return if is_far(from) { end } else { from.value };
        }
        let (mut far, mut near) = (from.value, end);
        while near - far > 1 {
            let middle = far + (near - far) / 2;
            if is_far(self.at(middle)) { far = middle } else { near = middle }
        }
        far
    }

    /// The values after which the balance may turn: where the fee jumps, or free connects are used up.
    fn breaks(&self, range: Range) -> Vec<i64> {
        match (self.field.effect(), self.field.side()) {
            (Effect::Price, Some(side)) => self.scenario.terms().get(side).jumps().map(Money::minor).collect(),
            (Effect::Jobs, Some(side)) => self.shortages(range, &[side]),
            (Effect::Connects, _) => self.shortages(range, &[Side::Gigs, Side::Contract]),
            // At 0 the fee's own tax applies instead.
            (Effect::Tax, _) => vec![0],
            _ => vec![],
        }
    }

    /// The values at which a side starts or stops buying connects.
    fn shortages(&self, range: Range, sides: &[Side]) -> Vec<i64> {
        if self.scenario.inputs().costs.connects.price == Money::ZERO {
            return vec![];
        }
        let turn = |side: &Side| {
            let is_short = |value: i64| Expenses::of(&self.scenario.inputs_with(self.field, value), *side).is_short();
            let (mut before, mut after) = (range.from, range.to);
            let first = is_short(before);
            if is_short(after) == first {
                return None;
            }
            while after - before > 1 {
                let middle = before + (after - before) / 2;
                if is_short(middle) == first { before = middle } else { after = middle }
            }
            Some(before)
        };
        let mut turns: Vec<i64> = sides.iter().filter_map(turn).collect();
        // There are two at most; the code to sort would be larger than this function.
        if turns.first() > turns.last() {
            turns.reverse();
        }
        turns
    }

    fn at(&self, value: i64) -> Point {
        let inputs = self.scenario.inputs_with(self.field, value);
        let counted = costs::are_counted(&inputs);
        let balance = Balance::of(BySide::from_fn(|side| {
            self.still.get(side).unwrap_or_else(|| {
                let kept = self.after_fee.get(side).unwrap_or_else(|| self.kept(&inputs, side));
                if !counted {
                    return kept;
                }
                let deduction = self.deduction.get(side).unwrap_or_else(|| Expenses::of(&inputs, side).deduction());
                deduction.decides(inputs.criterion, kept)
            })
        }));
        let sign = if balance.exact.is_zero() {
            // Level, whatever rounding does.
            Sign { rounded: 0, exact: 0, ahead: None }
        } else {
            Sign {
                rounded: balance.rounded.minor().signum(),
                exact: 1 - 2 * i8::from(balance.exact.is_sign_negative()),
                ahead: balance.lead().side(),
            }
        };
        Point { value, sign, rounded: balance.rounded, exact: balance.exact }
    }

    /// What a side keeps after its fee, with these inputs.
    fn kept(&self, inputs: &Inputs, side: Side) -> Kept {
        let other = self.moves_terms(side).then(|| self.scenario.terms_for(inputs, side)).flatten();
        let terms: &Terms = other.as_ref().unwrap_or(self.scenario.terms().get(side));
        Kept::of(&Payments::of(inputs.plans.get(side), terms))
    }

    /// Whether a side's terms depend on the field.
    fn moves_terms(&self, side: Side) -> bool {
        matches!(self.field.effect(), Effect::Rate | Effect::Relation | Effect::Tax) && is_on(self.field, side)
    }

    /// Calls `change` with every value between two points at which the lead changes. Each comparison divides the
    /// interval; its place only affects how many are needed.
    fn changes(&self, from: Point, to: Point, looks: u32, change: &mut impl FnMut(i64, Option<Side>)) {
        if from.sign == to.sign {
            return;
        }
        if to.value - from.value > 1 {
            // A balance is mostly a few straight lines, so the place where a line would be level is nearly right.
            // Every third comparison halves the interval, so that no bend costs many.
            let middle = if looks % 3 == 2 { from.value + (to.value - from.value) / 2 } else { level(from, to) };
            let middle = self.at(middle);
            self.changes(from, middle, looks + 1, change);
            self.changes(middle, to, looks + 1, change);
        } else if from.sign.ahead != to.sign.ahead {
            change(to.value, to.sign.ahead);
        }
    }
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

/// Whether what a side keeps after its fee depends on a field.
fn moves_fee(field: Field, side: Side, scenario: &Scenario) -> bool {
    match field.effect() {
        Effect::Jobs | Effect::Price => is_on(field, side) || scenario.same_total() && field.side() == Some(Side::Gigs),
        Effect::History | Effect::Relation | Effect::Rate | Effect::Spread => is_on(field, side),
        Effect::Tax => true,
        Effect::Nothing | Effect::Cost | Effect::Connects | Effect::WinRate => false,
    }
}

/// Whether what a side costs depends on a field.
fn moves_costs(field: Field, side: Side) -> bool {
    match field.effect() {
        Effect::Jobs | Effect::Spread | Effect::Tax | Effect::Cost | Effect::Connects | Effect::WinRate => {
            is_on(field, side)
        }
        Effect::Nothing | Effect::Price | Effect::History | Effect::Rate | Effect::Relation => false,
    }
}
