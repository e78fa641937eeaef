//! How far each slider reaches. Ranges are round numbers around the value they start from, and stay as they are while
//! the reader drags; only a value typed beyond the end makes a slider reach further.

use crate::amount::{Currency, Decimal, Money};
use crate::compare::{Quantity, Range};
use crate::scenario::{Field, Kind, MORE, Scenario, Side};

/// The numbers that have a slider.
pub const SLIDERS: &[(Field, Quantity)] = if MORE { &ALL } else { ALL.split_at(10).0 };

const ALL: [(Field, Quantity); 32] = [
    (Field::Rate, Quantity::Rate(None)),
    (Field::Gigs, Quantity::Gigs),
    (Field::GigPrice, Quantity::Price(Side::Gigs)),
    (Field::GigBilled, Quantity::Billed(Side::Gigs)),
    (Field::GigMonths, Quantity::Months(Side::Gigs)),
    (Field::GigRate, Quantity::Rate(Some(Side::Gigs))),
    (Field::ContractPrice, Quantity::Price(Side::Contract)),
    (Field::ContractBilled, Quantity::Billed(Side::Contract)),
    (Field::ContractMonths, Quantity::Months(Side::Contract)),
    (Field::ContractRate, Quantity::Rate(Some(Side::Contract))),
    input(Field::FeeTax),
    input(Field::BidCost),
    input(Field::BidConnects),
    input(Field::ConnectPrice),
    input(Field::FreeConnects),
    input(Field::HeldConnects),
    input(Field::Membership),
    input(Field::MembershipConnects),
    input(Field::BidMinutes),
    input(Field::ClientOverhead),
    input(Field::WithdrawalFee),
    input(Field::GigWinRate),
    input(Field::GigHours),
    input(Field::GigOverhead),
    input(Field::GigBoughtIn),
    input(Field::GigDuration),
    input(Field::ContractWinRate),
    input(Field::ContractHours),
    input(Field::ContractOverhead),
    input(Field::ContractBoughtIn),
    input(Field::ContractDuration),
    input(Field::ContractPayments),
];

const fn input(field: Field) -> (Field, Quantity) {
    (field, Quantity::Input(field))
}

/// The range of every slider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranges([Range; SLIDERS.len()]);

impl Ranges {
    /// Ranges around the scenario's values.
    pub fn around(scenario: &Scenario) -> Ranges {
        Ranges(std::array::from_fn(|index| around(scenario, SLIDERS[index].1)))
    }

    /// The range of one quantity.
    pub fn of(&self, quantity: Quantity) -> Range {
        self.0[SLIDERS.iter().position(|(_, slider)| *slider == quantity).unwrap_or(0)]
    }

    /// The same ranges, but anew where the scenario's value is not within, or no longer all of it is allowed.
    #[must_use]
    pub fn reaching(mut self, scenario: &Scenario) -> Ranges {
        for (range, &(_, quantity)) in self.0.iter_mut().zip(SLIDERS) {
            let value = value(scenario, quantity);
            if value < range.from || value > range.to || range.to > most(scenario, quantity) {
                *range = around(scenario, quantity);
            }
        }
        self
    }
}

/// The most that a quantity can be, all else as it is: all gigs together come to no more than a field accepts.
fn most(scenario: &Scenario, quantity: Quantity) -> i64 {
    let gigs = scenario.plans().gigs;
    let most = scenario.currency().max().minor();
    match quantity {
        Quantity::Gigs => i64::from(Field::MAX_GIGS).min(most / gigs.price.minor()),
        Quantity::Price(Side::Gigs) => most / i64::from(gigs.jobs),
        Quantity::Price(Side::Contract) | Quantity::Billed(_) => most,
        Quantity::Rate(_) => i64::MAX,
        Quantity::Months(_) => i64::from(Field::MAX_MONTHS),
        Quantity::Input(_) if !MORE => 1,
        Quantity::Input(field) => match field.kind() {
            Kind::Whole { most, .. } => i64::from(most),
            Kind::Percent { most, .. } => i64::from(most) * 100,
            Kind::Money { most, .. } => most * scenario.currency().minor_per_major(),
            _ => i64::from(Field::MAX_HOURS) * 100,
        },
    }
}

/// A quantity's value in the unit of its range.
pub fn value(scenario: &Scenario, quantity: Quantity) -> i64 {
    match quantity {
        Quantity::Gigs => i64::from(scenario.plans().gigs.jobs),
        Quantity::Price(side) => scenario.plans().get(side).price.minor(),
        Quantity::Billed(side) => scenario.plans().get(side).billed.minor(),
        Quantity::Rate(side) => {
            let percent = scenario.choices().get(side.unwrap_or(Side::Gigs)).rate.percent();
            i64::try_from(percent * Decimal::ONE_HUNDRED).unwrap_or(0)
        }
        Quantity::Months(side) => i64::from(scenario.choices().get(side).months),
        Quantity::Input(field) => scenario.inputs().get(field),
    }
}

fn around(scenario: &Scenario, quantity: Quantity) -> Range {
    let value = value(scenario, quantity);
    let currency = scenario.currency();
    match quantity {
        Quantity::Gigs => stepped(round_up(2 * value).max(100).min(most(scenario, quantity))),
        Quantity::Price(_) => stepped(round_up(2 * value).min(most(scenario, quantity))),
        Quantity::Billed(side) => {
            // Far enough to see every limit passed.
            let last_limit = scenario.charge(side).tiers.iter().rev().find_map(|tier| tier.up_to);
            let passed =
                last_limit.map_or(1_000 * currency.minor_per_major(), |limit| in_units(limit.amount, currency));
            let to = round_up((2 * value).max(passed + passed / 4)).min(currency.max().minor());
            Range { from: 0, to, step: step(to) }
        }
        Quantity::Input(_) if !MORE => Range { from: 0, to: 1, step: 1 },
        Quantity::Input(field) => {
            // Far enough for what is usual.
            let (from, usual) = match (field, field.kind()) {
                (_, Kind::Percent { least: 1, .. }) => return Range { from: value.min(100), to: 10_000, step: 100 },
                (Field::ConnectPrice, _) => (0, 2 * currency.minor_per_major()),
                (Field::ContractBoughtIn, _) => (0, scenario.plans().contract.price.minor() / 2),
                (Field::GigBoughtIn, _) => (0, scenario.plans().gigs.price.minor() / 2),
                (_, Kind::Money { .. }) => (0, 50 * currency.minor_per_major()),
                (Field::ContractHours, _) => (0, 30_000),
                (Field::FeeTax | Field::GigHours, _) => (0, 3_000),
                (_, Kind::Hours) => (0, 1_000),
                (_, Kind::Whole { least: 1, .. }) => (1, 24),
                (_, _) => (0, 60),
            };
            let to = round_up((2 * value).max(usual)).min(most(scenario, quantity));
            Range { from, to: to.max(from + 1), step: step(to) }
        }
        Quantity::Months(_) => Range { from: 0, to: (2 * value).max(24).min(most(scenario, quantity)), step: 1 },
        Quantity::Rate(_) => {
            let (least, most) = scenario.fee().open_rate().unwrap_or_default();
            let hundredths = |percent: Decimal| i64::try_from(percent).unwrap_or_default();
            // Ends that are finer than a hundredth are left to the number field.
            let from = hundredths((least.percent() * Decimal::ONE_HUNDRED).ceil());
            let to = hundredths((most.percent() * Decimal::ONE_HUNDRED).floor()).max(from + 1);
            // A step that reaches the end, and is fine enough to choose by.
            let is_good = |step: &i64| (to - from) % step == 0 && (to - from) / step >= 20;
            let step = [50, 25, 10, 5, 2].into_iter().find(is_good).unwrap_or(1);
            Range { from, to, step }
        }
    }
}

/// From one step to an end, in steps: a price or a number of gigs is never nothing.
fn stepped(to: i64) -> Range {
    let step = step(to);
    Range { from: step, to: to.max(step + 1), step }
}

fn in_units(major: Decimal, currency: Currency) -> i64 {
    currency.amount(major).unwrap_or(Money::ZERO).minor()
}

/// The next number of one or two leading digits that looks round: 1, 1.5, 2, 3, 5 or 7.5 and noughts.
fn round_up(value: i64) -> i64 {
    let mut ten = 10;
    loop {
        for tenths in [10, 15, 20, 30, 50, 75] {
            let round = ten / 10 * tenths;
            if round >= value {
                return round;
            }
        }
        ten *= 10;
    }
}

/// A step of 1, 2 or 5 and noughts that takes at most 300 steps to the end.
fn step(to: i64) -> i64 {
    let mut ten = 1;
    loop {
        for digit in [1, 2, 5] {
            if to / (digit * ten) <= 300 {
                return digit * ten;
            }
        }
        ten *= 10;
    }
}
