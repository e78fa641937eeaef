//! Who is ahead along the whole range of a quantity: what the painted sliders show.

use std::borrow::Cow;

use super::costs::Effort;
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
/// so a few dozen looks find every change to the unit; a value at which the fee jumps, or connects run out, parts the range. Elsewhere (both
/// sides move, or a fee that rises for some and falls for others) every step is looked at.
pub fn stretches(scenario: &Scenario, quantity: Quantity, range: Range) -> Vec<Stretch> {
    let look = Look::new(scenario, quantity);
    let stride = if look.is_monotone() { (range.to - range.from).max(1) } else { range.step };
    let breaks = look.breaks(range);
    let mut from = (range.from, look.at(range.from));
    let mut ended = vec![];
    let mut last = Stretch { from: range.from, to: range.to, ahead: from.1.ahead };
    while from.0 < range.to {
        // Up to the next break, and then across it.
        let next = breaks.iter().find(|at| from.0 <= **at).map_or(range.to, |at| (*at).max(from.0 + 1));
        // A break does not shift the steps after it.
        let value = (from.0 + stride - (from.0 - range.from) % stride).min(range.to).min(next);
        let to = (value, look.at(value));
        look.changes(from, to, &mut |value, ahead| {
            ended.push(Stretch { to: value - 1, ..last });
            last = Stretch { from: value, ahead, ..last };
        });
        from = to;
    }
    ended.push(last);
    ended
}

/// What is known at one value. Along a monotone quantity the exact sign can only rise or only fall, and so can the
/// rounded one as long as the exact one stays the same and is not zero.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Sign {
    rounded: i64,
    exact: i8,
    ahead: Option<Side>,
}

/// A scenario in which one quantity moves.
struct Look<'a> {
    scenario: &'a Scenario,
    quantity: Quantity,
    /// What a side keeps after its fee, where the fee does not move.
    after_fee: BySide<Option<Left>>,
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
        Look { scenario, quantity, after_fee, still }
    }

    /// Whether the balance can only rise or only fall as the quantity grows, between the values at which it
    /// [breaks](Look::breaks).
    fn is_monotone(&self) -> bool {
        let moving = match (self.still.gigs, self.still.contract) {
            (None, Some(_)) => Side::Gigs,
            (Some(_), None) => Side::Contract,
            // Two moving sides can pull in both directions; but what costs or taxes do is in proportion to them.
            _ => return matches!(self.quantity, Quantity::Input(_)) && !self.quantity.reshapes(),
        };
        let terms = self.scenario.terms().get(moving);
        let plan = self.scenario.plans().get(moving);
        match self.quantity {
            Quantity::Input(_) => !self.quantity.reshapes(),
            // Tax is rounded by itself: a unit more may then leave one less.
            _ if !terms.is_smooth() => false,
            // The same again, or further up the tiers: never less than nothing is left of a payment without
            // adjustments. But costs may take more than that.
            Quantity::Gigs => {
                let alone = Payments::of(&Plan { jobs: 2, ..*plan }, terms).are_alike();
                let inputs = self.scenario.inputs();
                if costs::are_counted(inputs) {
                    alone && inputs.get(Field::Withdrawals) == 0
                } else {
                    alone || !terms.has_adjustments()
                }
            }
            // Between jumps, left of one payment never falls as it grows; in a chain, a payment that is pushed into a dearer tier may
            // lose more than it gained. Instalments do not jump all at once.
            Quantity::Price(_) => {
                let alone = Payments::of(plan, terms).are_alike();
                alone && plan.instalments == 1 || terms.never_rises() && terms.jumps().next().is_none()
            }
            Quantity::Billed(_) => terms.never_rises() || terms.never_falls(),
            Quantity::Rate(_) => true,
            Quantity::Months(_) => false,
        }
    }

    /// The values after which the balance may turn: where the fee jumps, or the given connects are used up.
    fn breaks(&self, range: Range) -> Vec<i64> {
        match self.quantity {
            Quantity::Price(side) => self.scenario.terms().get(side).jumps().map(Money::minor).collect(),
            Quantity::Gigs => self.shortages(range, &[Side::Gigs]),
            Quantity::Input(
                Field::BidConnects | Field::FreeConnects | Field::HeldConnects | Field::MembershipConnects,
            ) => self.shortages(range, &[Side::Gigs, Side::Contract]),
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

    fn at(&self, value: i64) -> Sign {
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
                if MORE && counted { Effort::of(&inputs, side, plan).decides(by, left) } else { left }
            })
        }));
        if balance.exact.is_zero() {
            // Whatever rounding does to it, it is level.
            return Sign { rounded: 0, exact: 0, ahead: None };
        }
        Sign {
            rounded: balance.rounded.minor().signum(),
            exact: 1 - 2 * i8::from(balance.exact.is_sign_negative()),
            ahead: balance.lead().side(),
        }
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

    /// Calls `change` with every value between two at which the lead changes, found by halving.
    fn changes(&self, from: (i64, Sign), to: (i64, Sign), change: &mut impl FnMut(i64, Option<Side>)) {
        if from.1 == to.1 {
            return;
        }
        if to.0 - from.0 > 1 {
            let middle = from.0 + (to.0 - from.0) / 2;
            let middle = (middle, self.at(middle));
            self.changes(from, middle, change);
            self.changes(middle, to, change);
        } else if from.1.ahead != to.1.ahead {
            change(to.0, to.1.ahead);
        }
    }
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
