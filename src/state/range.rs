//! How far does each slider reach? Ranges are round numbers around the initial value, and do not change while the
//! reader drags; only a value typed beyond the end extends a slider.

use std::rc::Rc;

use engine::amount::{Currency, Decimal, Money};
use engine::compare::Range;
use engine::fees::Limit;
use engine::scenario::{Effect, Field, Kind, Scenario, Side, Slider};

/// The number of fields with a slider.
const COUNT: usize = {
    let (mut count, mut index) = (0, 0);
    while index < Field::ALL.len() {
        if !matches!(Field::ALL[index].slider(), Slider::None) {
            count += 1;
        }
        index += 1;
    }
    count
};

/// The fields that have a slider.
const SLIDERS: [Field; COUNT] = {
    let mut sliders = [Field::Gigs; COUNT];
    let (mut count, mut index) = (0, 0);
    while index < Field::ALL.len() {
        if !matches!(Field::ALL[index].slider(), Slider::None) {
            sliders[count] = Field::ALL[index];
            count += 1;
        }
        index += 1;
    }
    sliders
};

/// The range of every slider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranges(Rc<[Range; COUNT]>);

impl Ranges {
    /// Ranges around the scenario's values.
    pub fn around(scenario: &Scenario) -> Ranges {
        Ranges(Rc::new(SLIDERS.map(|field| around(scenario, field))))
    }

    /// The range of a field; none if it has no slider.
    pub fn of(&self, field: Field) -> Option<Range> {
        SLIDERS.iter().position(|slider| *slider == field).map(|position| self.0[position])
    }

    /// The same ranges, except those that no longer contain the value, or are no longer fully allowed.
    #[must_use]
    pub fn reaching(&self, scenario: &Scenario) -> Ranges {
        let mut reaching = self.clone();
        for (index, field) in SLIDERS.into_iter().enumerate() {
            let range = self.0[index];
            let value = scenario.inputs().get(field);
            // As many clients as gigs, however many gigs there are.
            let follows = field.slider() == Slider::Clients;
            if value < range.from || value > range.to || range.to > most(scenario, field) || follows {
                Rc::make_mut(&mut reaching.0)[index] = around(scenario, field);
            }
        }
        reaching
    }
}

/// The highest value of a field while others stay: all gigs together must not be more than a field accepts.
fn most(scenario: &Scenario, field: Field) -> i64 {
    let currency = scenario.currency();
    let own = field.kind().most(currency.minor_per_major()).unwrap_or(i64::MAX);
    let (gigs, most) = (&scenario.plans().gigs, currency.max());
    match (field.effect(), field.side()) {
        (Effect::Jobs, _) => own.min(most.minor() / gigs.average_price().minor().max(1)),
        (Effect::Clients, _) => i64::from(gigs.jobs()),
        (Effect::Price, Some(side)) if field == scenario.pricing_field(side) => {
            own.min(scenario.plans().get(side).highest_pricing(most))
        }
        _ => own,
    }
}

fn around(scenario: &Scenario, field: Field) -> Range {
    let value = scenario.inputs().get(field);
    let major = scenario.currency().minor_per_major();
    let most = most(scenario, field);
    let at_least = |usual: i64| up_to(field, round_up((2 * value).max(usual)).min(most));
    match field.slider() {
        Slider::Clients => Range { from: 1, to: most.max(2), step: step(most) },
        Slider::Stepped(least) => stepped(round_up(2 * value).max(least).min(most)),
        Slider::Level => {
            let (from, to) = (value.min(5_000), round_up(value.max(10_000) * 3 / 2));
            Range { from, to: to.min(most).max(from + 1), step: 10 }
        }
        Slider::PastLimits => past_limits(scenario, field.side().unwrap_or(Side::Contract), value),
        Slider::Months => Range { from: 0, to: (2 * value).max(24).min(most), step: 1 },
        Slider::OpenRange => open_range(scenario),
        Slider::Share => Range { from: value.min(100), to: 10_000, step: 100 },
        Slider::Up(usual) => at_least(usual),
        Slider::UpMajor(usual) => at_least(usual * major),
        Slider::HalfThePrice => {
            at_least(scenario.plans().get(field.side().unwrap_or(Side::Contract)).average_price().minor() / 2)
        }
        Slider::None => Range { from: value, to: value, step: 1 },
    }
}

/// From the lowest value of the field to an end.
fn up_to(field: Field, to: i64) -> Range {
    let from = if let Kind::Whole { least, .. } = field.kind() { i64::from(least) } else { 0 };
    Range { from, to: to.max(from + 1), step: step(to) }
}

/// Far enough to see every limit of the fee passed.
fn past_limits(scenario: &Scenario, side: Side, value: i64) -> Range {
    let currency = scenario.currency();
    let last_limit =
        scenario.charge(side).tiers.iter().rev().find_map(|tier| tier.up_to.filter(|limit| *limit != Limit::FIRST_JOB));
    let passed = last_limit.map_or(1_000 * currency.minor_per_major(), |limit| in_units(limit.amount, currency));
    let to = round_up((2 * value).max(passed + passed / 4)).min(currency.max().minor());
    Range { from: 0, to, step: step(to) }
}

/// The range that the fee leaves open. Ends finer than a hundredth can only be typed.
fn open_range(scenario: &Scenario) -> Range {
    let [from, most] = scenario.open_rates().unwrap_or_default();
    let to = most.max(from + 1);
    // A step that reaches the end, and is fine enough to choose by. No slider on a screen has thousands of steps; what they
    // leave out can be typed.
    let is_good = |step: &i64| (to - from) % step == 0 && (20..=2_000).contains(&((to - from) / step));
    let step = [50, 25, 10, 5, 2].into_iter().find(is_good).unwrap_or(if to - from > 2_000 { 50 } else { 1 });
    Range { from, to, step }
}

/// From one step to an end, in steps: a price or a number of gigs is never nothing.
fn stepped(to: i64) -> Range {
    let step = step(to);
    Range { from: step, to: to.max(step + 1), step }
}

fn in_units(major: Decimal, currency: Currency) -> i64 {
    currency.amount(major).unwrap_or(Money::ZERO).minor()
}

/// The next round number: 1, 1.5, 2, 3, 5 or 7.5 times a power of ten.
pub fn round_up(value: i64) -> i64 {
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

/// A step of 1, 2 or 5 times a power of ten, with at most 300 steps to the end.
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
