//! Who is ahead along the whole range of a quantity: what the painted sliders show.

use std::borrow::Cow;

use super::costs::{Effort, Spent};
use super::{Balance, By, Left, Payments, costs, decides};
use crate::amount::{Decimal, Money, Rate};
use crate::fees::{Choice, Terms};
use crate::scenario::{BySide, Field, Inputs, MORE, Plan, Scenario, Side};

/// Who is ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// That side leaves more.
    Ahead(Side),
    /// Both leave the same.
    Level,
    /// Both would leave the same if fees were not rounded; that side has what rounding left it.
    Rounding(Side),
}

impl Lead {
    /// The side that is really ahead: rounding alone is no advantage.
    pub fn side(self) -> Option<Side> {
        match self {
            Lead::Ahead(side) => Some(side),
            Lead::Level | Lead::Rounding(_) => None,
        }
    }
}

/// A number that the reader can move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// How many gigs.
    Gigs,
    /// The price of a side's job, in smallest units.
    Price(Side),
    /// What was billed before to a side's clients, in smallest units.
    Billed(Side),
    /// The open rate of one side, or of both, in hundredths of a percent.
    Rate(Option<Side>),
    /// How long a side's clients have been clients, in months.
    Months(Side),
    /// Anything that is counted besides the fee, in the unit of its [input](Inputs).
    Input(Field),
}

/// The values among which a quantity is looked at, as whole numbers of its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The first value.
    pub from: i64,
    /// The last value, not below the first.
    pub to: i64,
    /// How far a slider moves at a time; at least one.
    pub step: i64,
}

/// Neighbouring values at which the same side is ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The first value.
    pub from: i64,
    /// The last value; the next stretch begins one unit further on.
    pub to: i64,
    /// Who is ahead there; nobody where the two are level, or only rounding keeps them apart.
    pub ahead: Option<Side>,
}

/// The stretches of `range` in which each side leads, all else as it is. Where the lead changes hands is exact to the
/// unit, and the stretches agree with [`compare`](super::compare) at every step of the range.
///
/// Where what a side keeps can only rise or only fall along the range, two equal ends have nothing else between them,
/// so a few looks find every change to the unit; a value at which the fee jumps, or connects run out, parts the range. Where
/// only rounding makes it waver, every step is looked at where the two are nearly level. Elsewhere (both sides move, or a fee
/// that rises for some and falls for others) every step is.
pub fn stretches(scenario: &Scenario, quantity: Quantity, range: Range) -> Vec<Stretch> {
    let look = Look::new(scenario, quantity);
    let course = look.course(range);
    let breaks = look.breaks(range);
    let mut from = look.at(range.from);
    let mut ended = vec![];
    let mut last = Stretch { from: range.from, to: range.to, ahead: from.sign.ahead };
    while from.value < range.to {
        // Up to the next break, and then across it.
        let next = breaks.iter().find(|at| from.value <= **at).map_or(range.to, |at| (*at).max(from.value + 1));
        // A break does not shift the steps after it.
        let step = (from.value + range.step - (from.value - range.from) % range.step).min(next);
        let to = look.at(match course {
            Course::OneWay => next,
            Course::Wavering(most) => look.far(from, next, most).max(step),
            Course::Any => step,
        });
        look.changes(from, to, 0, &mut |value, ahead| {
            ended.push(Stretch { to: value - 1, ..last });
            last = Stretch { from: value, ahead, ..last };
        });
        from = to;
    }
    ended.push(last);
    ended
}

/// How the balance goes between the values at which it [breaks](Look::breaks).
#[derive(Clone, Copy)]
enum Course {
    /// It only rises or only falls, rounded as well as exact.
    OneWay,
    /// It would, were nothing rounded; rounding moves it by so much at most.
    Wavering(Decimal),
    /// Nothing is known.
    Any,
}

/// What is known at one value. Along a monotone quantity the exact sign can only rise or only fall, and so can the
/// rounded one as long as the exact one stays the same and is not zero.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Sign {
    rounded: i64,
    exact: i8,
    ahead: Option<Side>,
}

/// One value, its sign, and how far from level it is: as paid out, and had nothing been rounded.
#[derive(Clone, Copy)]
struct Point {
    value: i64,
    sign: Sign,
    rounded: Money,
    exact: Decimal,
}

/// A scenario in which one quantity moves.
struct Look<'a> {
    scenario: &'a Scenario,
    quantity: Quantity,
    /// What a side keeps after its fee, where the fee does not move.
    after_fee: BySide<Option<Left>>,
    /// What a side costs besides, where that is counted and does not move.
    spent: BySide<Option<Spent>>,
    /// What decides of a side that does not move at all.
    still: BySide<Option<Left>>,
}

impl<'a> Look<'a> {
    fn new(scenario: &'a Scenario, quantity: Quantity) -> Look<'a> {
        let after_fee = BySide::from_fn(|side| {
            let stays = || Left::of(&Payments::of(scenario.plans().get(side), scenario.terms().get(side)));
            (!quantity.moves_fee(side, scenario)).then(stays)
        });
        let still = BySide::from_fn(|side| {
            let left = after_fee.get(side).filter(|_| !quantity.moves_costs(side))?;
            Some(decides(scenario, side, scenario.plans().get(side), left))
        });
        let spent = BySide::from_fn(|side| {
            let stays = MORE && !quantity.moves_costs(side) && costs::are_counted(scenario.inputs());
            stays.then(|| Effort::of(scenario.inputs(), side, scenario.plans().get(side)).spent())
        });
        Look { scenario, quantity, after_fee, spent, still }
    }

    /// How the balance goes as the quantity grows.
    fn course(&self, range: Range) -> Course {
        let moving = match (self.still.gigs, self.still.contract) {
            // What is left is rounded before it is shared among hours: where both move, an hour's pay goes to and fro.
            _ if self.moves_net_and_hours() => return Course::Any,
            (None, Some(_)) => Side::Gigs,
            (Some(_), None) => Side::Contract,
            // Two moving sides can pull in both directions; but what costs or taxes do is in proportion to them.
            _ if matches!(self.quantity, Quantity::Input(_)) && !self.quantity.reshapes() => return Course::OneWay,
            _ => return Course::Any,
        };
        let terms = self.scenario.terms().get(moving);
        let plan = self.scenario.plans().get(moving);
        let alone = Payments::of(&Plan { jobs: 2, ..*plan }, terms).are_alike();
        let inputs = self.scenario.inputs();
        // Tax is rounded by itself: a unit more may then leave one less. The same payments again are not a unit more, and of
        // a higher rate there is never less.
        let (is_one_way, wavers) = match self.quantity {
            Quantity::Input(_) => (!self.quantity.reshapes(), false),
            // The same again, or further up the tiers: never less than nothing is left of a payment without
            // adjustments. But costs may take more than that.
            Quantity::Gigs if costs::are_counted(inputs) => (alone && inputs.get(Field::Withdrawals) == 0, false),
            Quantity::Gigs => (alone || !terms.has_adjustments(), !alone),
            // Between jumps, left of one payment never falls as it grows; in a chain, a payment that is pushed into a dearer tier may
            // lose more than it gained. Instalments do not jump all at once.
            Quantity::Price(_) => {
                let alone = Payments::of(plan, terms).are_alike();
                (alone && plan.instalments == 1 || terms.never_rises() && terms.jumps().next().is_none(), true)
            }
            Quantity::Billed(_) => (terms.never_rises() || terms.never_falls(), true),
            Quantity::Rate(_) => (true, false),
            Quantity::Months(_) => (false, false),
        };
        match (is_one_way, wavers && !terms.is_smooth()) {
            (true, false) => Course::OneWay,
            // What an hour pays is only known rounded.
            (true, true) if MORE && By::of(inputs) == By::Money => Course::Wavering(self.most_rounded(range)),
            _ => Course::Any,
        }
    }

    fn moves_net_and_hours(&self) -> bool {
        let moves_both =
            matches!(self.quantity, Quantity::Gigs | Quantity::Input(Field::GigWinRate | Field::ContractWinRate));
        MORE && moves_both && By::of(self.scenario.inputs()) == By::Hour
    }

    /// By how much rounding moves the balance at most, anywhere along the range.
    fn most_rounded(&self, range: Range) -> Decimal {
        let plans = self.scenario.plans_with(|plans| self.quantity.set(plans, range.to));
        let of = |side: Side| {
            Decimal::from(plans.get(side).payments()) * self.scenario.terms().get(side).most_rounded() + Decimal::ONE
        };
        of(Side::Gigs) + of(Side::Contract)
    }

    /// The last value up to `end` at which the balance is sure to be on the same side of level as at `from`, if it would only
    /// rise or only fall were it not moved by at most so much.
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

    /// The values after which the balance may turn: where the fee jumps, or the given connects are used up.
    fn breaks(&self, range: Range) -> Vec<i64> {
        match self.quantity {
            Quantity::Price(side) => self.scenario.terms().get(side).jumps().map(Money::minor).collect(),
            Quantity::Gigs => self.shortages(range, &[Side::Gigs]),
            Quantity::Input(
                Field::BidConnects | Field::FreeConnects | Field::HeldConnects | Field::MembershipConnects,
            ) => self.shortages(range, &[Side::Gigs, Side::Contract]),
            // Without a tax of the reader's the fee's own is in force.
            Quantity::Input(Field::FeeTax) => vec![0],
            _ => vec![],
        }
    }

    /// Where along the range a side begins, or ceases, to have to buy connects.
    fn shortages(&self, range: Range, sides: &[Side]) -> Vec<i64> {
        if !MORE || self.scenario.inputs().get(Field::ConnectPrice) == 0 {
            return vec![];
        }
        let turn = |side: &Side| {
            let is_short = |value: i64| {
                let plans = self.scenario.plans_with(|plans| self.quantity.set(plans, value));
                Effort::of(&self.inputs(value), *side, plans.get(*side)).is_short()
            };
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
        // There are two at most; sorting in general would weigh more than all of this.
        if turns.first() > turns.last() {
            turns.reverse();
        }
        turns
    }

    fn inputs(&self, value: i64) -> Cow<'_, Inputs> {
        match self.quantity {
            Quantity::Input(field) if MORE => Cow::Owned(self.scenario.inputs().with(field, value)),
            _ => Cow::Borrowed(self.scenario.inputs()),
        }
    }

    fn at(&self, value: i64) -> Point {
        let inputs = self.inputs(value);
        let counted = costs::are_counted(&inputs);
        let by = By::of(&inputs);
        let plans = self.scenario.plans_with(|plans| self.quantity.set(plans, value));
        let balance = Balance::of(BySide::from_fn(|side| {
            self.still.get(side).unwrap_or_else(|| {
                let plan = plans.get(side);
                let left = self.after_fee.get(side).unwrap_or_else(|| {
                    let settled = self.terms(side, value);
                    Left::of(&Payments::of(plan, settled.as_ref().unwrap_or(self.scenario.terms().get(side))))
                });
                if !MORE || !counted {
                    return left;
                }
                self.spent.get(side).unwrap_or_else(|| Effort::of(&inputs, side, plan).spent()).decides(by, left)
            })
        }));
        let sign = if balance.exact.is_zero() {
            // Whatever rounding does to it, it is level.
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

    /// Other terms, where the quantity is a choice that is made for that side.
    fn terms(&self, side: Side, value: i64) -> Option<Terms> {
        let choice = *self.scenario.choices().get(side);
        self.scenario.terms_at(match self.quantity {
            Quantity::Rate(which) if which.is_none_or(|which| which == side) => {
                Choice { rate: Rate::from_percent(Decimal::new(value, 2)).ok()?, ..choice }
            }
            Quantity::Months(which) if which == side => Choice { months: u32::try_from(value).ok()?, ..choice },
            Quantity::Input(Field::FeeTax) if MORE => {
                let tax = Rate::from_percent(Decimal::new(value, 2)).ok()?;
                return Some(self.scenario.terms().get(side).clone().taxed(tax));
            }
            _ => return None,
        })
    }

    /// Calls `change` with every value between two at which the lead changes. Each look in between parts what is left in
    /// two; where to look only decides how many it takes.
    fn changes(&self, from: Point, to: Point, looks: u32, change: &mut impl FnMut(i64, Option<Side>)) {
        if from.sign == to.sign {
            return;
        }
        if to.value - from.value > 1 {
            // Mostly a balance is a few straight lines, so where one would be level is nearly there; but every third look
            // halves, so that no bend costs many.
            let middle =
                if !MORE || looks % 3 == 2 { from.value + (to.value - from.value) / 2 } else { level(from, to) };
            let middle = self.at(middle);
            self.changes(from, middle, looks + 1, change);
            self.changes(middle, to, looks + 1, change);
        } else if from.sign.ahead != to.sign.ahead {
            change(to.value, to.sign.ahead);
        }
    }
}

/// The value between two, neither of them, at which a straight line through their balances would be level.
fn level(from: Point, to: Point) -> i64 {
    let [before, after] = [from, to].map(|point| i128::from(point.rounded.abs().minor()));
    let width = to.value - from.value;
    let along = i128::from(width) * before / (before + after).max(1);
    from.value + i64::try_from(along).unwrap_or(width).clamp(1, width - 1)
}

impl Quantity {
    /// Whether what a side keeps after its fee depends on it.
    fn moves_fee(self, side: Side, scenario: &Scenario) -> bool {
        match self {
            Quantity::Gigs | Quantity::Price(Side::Gigs) => side == Side::Gigs || scenario.same_total(),
            Quantity::Price(Side::Contract) => side == Side::Contract,
            Quantity::Billed(which) | Quantity::Months(which) => side == which,
            Quantity::Rate(which) => which.is_none_or(|which| which == side),
            Quantity::Input(Field::FeeTax) => true,
            Quantity::Input(_) => self.reshapes() && self.moves_costs(side),
        }
    }

    /// Whether what a side costs besides depends on it.
    fn moves_costs(self, side: Side) -> bool {
        match self {
            Quantity::Gigs => side == Side::Gigs,
            Quantity::Input(field) if MORE => field.side().is_none_or(|which| which == side),
            _ => false,
        }
    }

    /// Whether it says how the payments of a side are spread.
    fn reshapes(self) -> bool {
        matches!(self, Quantity::Input(Field::GigDuration | Field::ContractDuration | Field::ContractPayments))
    }

    fn set(self, plans: &mut BySide<Plan>, value: i64) {
        let money = Money::from_minor(value);
        match self {
            Quantity::Gigs => plans.gigs.jobs = u32::try_from(value).unwrap_or(1),
            Quantity::Price(side) => plans.get_mut(side).price = money,
            Quantity::Billed(side) => plans.get_mut(side).billed = money,
            Quantity::Input(_) if !MORE => {}
            Quantity::Input(field) => {
                let count = u32::try_from(value).unwrap_or(1).max(1);
                match field {
                    Field::GigDuration => plans.gigs.months = count,
                    Field::ContractDuration => plans.contract.months = count,
                    Field::ContractPayments => plans.contract.instalments = count,
                    _ => {}
                }
            }
            Quantity::Rate(_) | Quantity::Months(_) => {}
        }
    }
}
