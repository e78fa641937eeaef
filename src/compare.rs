//! Scenario in, comparison out. Nothing here fails, asks for the date, or logs.

mod elsewhere;
mod lead;
mod matching;
mod outcome;
mod payments;

pub use elsewhere::{ClientSide, Elsewhere, Verdict, client_sides, elsewhere, verdict_under};
pub use lead::{Lead, Quantity, Range, Stretch, stretches};
pub use matching::Matching;
pub use outcome::{Outcome, PaymentGroup, TierRow};

use crate::amount::{Decimal, Money, Rate};
use crate::scenario::{BySide, Scenario, Side};
use payments::Payments;

/// Which side leaves more, by how much, and what would make them equal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// What became of each side.
    pub outcomes: BySide<Outcome>,
    /// Who is ahead.
    pub lead: Lead,
    /// The contract's take-home less the gigs'.
    pub difference: Money,
    /// The one rate on everything, on both sides, where size brings no discount.
    pub flat: Option<Rate>,
    /// The prices that would bring each side level with the other: for the gigs the price of each, count and clients as
    /// they are.
    pub matching: BySide<Matching>,
}

/// Compares the two sides. There is a result for every scenario.
///
/// ```
/// use take_home::amount::Money;
/// use take_home::compare::{Lead, compare};
/// use take_home::scenario::{Given, Side, validate};
///
/// let thirty_gigs_of_500_or_one_contract = validate(&Given::default_draft()).unwrap();
/// let comparison = compare(&thirty_gigs_of_500_or_one_contract);
/// assert_eq!(comparison.lead, Lead::Ahead(Side::Contract));
/// assert_eq!(comparison.difference, Money::from_minor(1_700_00));
/// ```
pub fn compare(scenario: &Scenario) -> Comparison {
    let outcomes = BySide::from_fn(|side| Outcome::of(scenario.plans().get(side), scenario.terms().get(side)));
    let balance = Balance::of(BySide::from_fn(|side| {
        let outcome = outcomes.get(side);
        Left { rounded: outcome.take_home, exact: outcome.gross.exact() - outcome.exact_fee }
    }));
    let flat = scenario.terms().gigs.flat_rate().filter(|rate| scenario.terms().contract.flat_rate() == Some(*rate));
    let matching = BySide::from_fn(|side| {
        let target = outcomes.get(side.other()).take_home;
        let most = scenario.currency().max();
        matching::prices(scenario.plans().get(side), scenario.terms().get(side), target, most)
    });
    Comparison { outcomes, lead: balance.lead(), difference: balance.rounded, flat, matching }
}

/// What a side keeps: as paid out, and as it would be if nothing were rounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Left {
    rounded: Money,
    exact: Decimal,
}

impl Left {
    fn of(payments: &Payments) -> Left {
        let gross = payments.gross();
        let (fee, exact_fee) = payments.fees();
        Left { rounded: gross - fee, exact: gross.exact() - exact_fee }
    }
}

/// The contract's take-home less the gigs'.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Balance {
    rounded: Money,
    exact: Decimal,
}

impl Balance {
    fn of(left: BySide<Left>) -> Balance {
        Balance { rounded: left.contract.rounded - left.gigs.rounded, exact: left.contract.exact - left.gigs.exact }
    }

    /// The sign of what is paid out; but where the sides would be level without rounding, they are called level.
    fn lead(&self) -> Lead {
        match self.rounded.minor() {
            0 => Lead::Level,
            1.. if self.exact.is_zero() => Lead::Rounding(Side::Contract),
            _ if self.exact.is_zero() => Lead::Rounding(Side::Gigs),
            1.. => Lead::Ahead(Side::Contract),
            _ => Lead::Ahead(Side::Gigs),
        }
    }
}
