//! Scenario in, comparison out. Nothing here fails, asks for the date, or logs.

mod chance;
mod costs;
mod elsewhere;
mod lead;
mod leaving;
mod matching;
mod months;
mod outcome;
mod payments;
mod quote;
mod risk;
mod score;

pub use chance::{Binomial, Chance};
pub use costs::{By, CostKind, Net};
pub use elsewhere::{ClientSide, Elsewhere, Verdict, client_sides, elsewhere, verdict_under};
pub use lead::{Lead, Quantity, Range, Stretch, stretches};
pub use leaving::{Leaving, Ways, direct, is_leaving, leaving};
pub use matching::Matching;
pub use months::{Month, Months, is_spread, months};
pub use outcome::{Outcome, PaymentGroup, TierRow};
pub use quote::{Hourly, concession_costs, hourly, price_keeping, price_paying, rate_keeping};
pub use risk::{Arbitration, Prospect, Risk, arbitration, average_price, is_risky, risk};
pub use score::{Counting, Score, scores};

use crate::amount::{Decimal, Money, Rate};
use crate::scenario::{BySide, MORE, Plan, Scenario, Side};
use costs::Effort;
use payments::Payments;

/// Which side leaves more, by how much, and what would make them equal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// What became of each side.
    pub outcomes: BySide<Outcome>,
    /// Who is ahead: after everything that is counted.
    pub standing: Standing,
    /// The one rate on everything, on both sides, where size brings no discount and nothing else is counted.
    pub flat: Option<Rate>,
    /// What is counted besides the fee, where anything is.
    pub counted: Option<Counted>,
}

impl Comparison {
    /// What is counted besides the fee, where anything is.
    pub fn counted(&self) -> Option<&Counted> {
        self.counted.as_ref().filter(|_| MORE)
    }

    /// Who would be ahead by the fee alone, and by how much.
    pub fn by_fee(&self) -> (Lead, Money) {
        self.counted().map_or((self.standing.lead, self.standing.difference), |counted| counted.by_fee)
    }
}

/// Who is ahead, and what would turn it round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Who is ahead.
    pub lead: Lead,
    /// What the contract leaves less what the gigs leave; by the hour, what an hour of it pays less what one of theirs
    /// does.
    pub difference: Money,
    /// The prices that would bring each side level with the other: for the gigs the price of each, count and clients as
    /// they are.
    pub matching: BySide<Matching>,
}

/// A comparison that counts more than the fee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// By what the sides are compared.
    pub by: By,
    /// What each side comes to in the end.
    pub nets: BySide<Net>,
    /// Who would be ahead by the fee alone, and what the contract would leave less what the gigs would.
    pub by_fee: (Lead, Money),
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
/// assert_eq!(comparison.standing.lead, Lead::Ahead(Side::Contract));
/// assert_eq!(comparison.standing.difference, Money::from_minor(1_700_00));
/// ```
pub fn compare(scenario: &Scenario) -> Comparison {
    let outcomes = BySide::from_fn(|side| Outcome::of(scenario.plans().get(side), scenario.terms().get(side)));
    let left = BySide::from_fn(|side| outcomes.get(side).left());
    let flat = scenario.terms().gigs.flat_rate().filter(|rate| scenario.terms().contract.flat_rate() == Some(*rate));
    if !costs::are_counted(scenario.inputs()) {
        return Comparison { outcomes, standing: standing_by_fee(scenario, left), flat, counted: None };
    }
    let by_fee = Balance::of(left);
    let by_fee = (by_fee.lead(), by_fee.rounded);
    let by = By::of(scenario.inputs());
    let efforts = BySide::from_fn(|side| Effort::of(scenario.inputs(), side, scenario.plans().get(side)));
    let decides = BySide::from_fn(|side| efforts.get(side).spent().decides(by, *left.get(side)));
    let standing = standing(scenario, decides, |side| efforts.get(side).needed(by, decides.get(side.other()).rounded));
    let nets = BySide::from_fn(|side| efforts.get(side).net(left.get(side).rounded));
    Comparison { outcomes, standing, flat: None, counted: Some(Counted { by, nets, by_fee }) }
}

/// The prices that would bring each side level with the other by the fee alone, whatever else is counted.
pub fn matching_by_fee(scenario: &Scenario, comparison: &Comparison) -> BySide<Matching> {
    if comparison.counted().is_none() {
        return comparison.standing.matching.clone();
    }
    standing_by_fee(scenario, BySide::from_fn(|side| comparison.outcomes.get(side).left())).matching
}

fn standing_by_fee(scenario: &Scenario, left: BySide<Left>) -> Standing {
    standing(scenario, left, |side| left.get(side.other()).rounded)
}

/// Who is ahead of two that leave so much; to match the other, a side has to keep what `target` says after its fee.
fn standing(scenario: &Scenario, left: BySide<Left>, target: impl Fn(Side) -> Money) -> Standing {
    let balance = Balance::of(left);
    let most = scenario.currency().max();
    let matching = BySide::from_fn(|side| {
        matching::prices(scenario.plans().get(side), scenario.terms().get(side), target(side), most)
    });
    Standing { lead: balance.lead(), difference: balance.rounded, matching }
}

/// What decides of one side: what it keeps after the fee, less what else is counted, or what an hour of it pays.
fn decides(scenario: &Scenario, side: Side, plan: &Plan, left: Left) -> Left {
    let inputs = scenario.inputs();
    if costs::are_counted(inputs) { Effort::of(inputs, side, plan).spent().decides(By::of(inputs), left) } else { left }
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
