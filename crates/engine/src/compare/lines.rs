//! What does each line of a list leave, and what would the same work leave otherwise: as fewer contracts, under today's fee?

use super::balance::Kept;
use super::payments::Payments;
use crate::amount::Money;
use crate::fees::{Schedule, Terms};
use crate::scenario::{FeeSource, ListLine, Plan, Scenario, Side};

/// The outcome of one line of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineOutcome {
    /// The line, with the prices that are asked for.
    pub line: ListLine,
    /// All its jobs before the fee.
    pub gross: Money,
    /// The fee on them, after what the lines before have billed.
    pub service_fee: Money,
    /// The amount that remains after the fee.
    pub take_home: Money,
}

/// The outcome of each line of a side's list after the fee, in the list's order; the lines add up to the side's take-home. Empty if
/// the side is not a list.
pub fn list_lines(scenario: &Scenario, side: Side) -> Vec<LineOutcome> {
    let plan = scenario.plans().get(side);
    let Some((list, level)) = plan.list() else { return vec![] };
    let payments = Payments::by_line(plan, list, level, scenario.terms().get(side));
    let outcome = |(line, payments): (&ListLine, &Payments)| {
        let (gross, service_fee) = (payments.gross(), payments.fee());
        let line = ListLine { price: level.of(line.price), ..*line };
        LineOutcome { line, gross, service_fee, take_home: gross - service_fee }
    };
    list.lines().iter().zip(&payments).map(outcome).collect()
}

/// The line of which the fee takes the largest share; none if it takes the same share of each.
pub fn hardest_hit(lines: &[LineOutcome]) -> Option<usize> {
    let share = |one: &LineOutcome, other: &LineOutcome| {
        (i128::from(one.service_fee.minor()) * i128::from(other.gross.minor()))
            .cmp(&(i128::from(other.service_fee.minor()) * i128::from(one.gross.minor())))
    };
    let hardest = lines.iter().enumerate().rev().max_by(|one, other| share(one.1, other.1))?;
    lines.iter().any(|other| share(other, hardest.1).is_lt()).then_some(hardest.0)
}

/// The amounts that a list would leave after the fee as other contracts, or under another fee.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bundles {
    /// The list as it is.
    pub list: Money,
    /// The same work with one contract for each client.
    pub by_client: Money,
    /// The number of those clients.
    pub clients: u32,
    /// The same work as one contract for one client.
    pub one: Money,
    /// The list under the fee in force today, if that is a different one.
    pub today: Option<(&'static Schedule, Money)>,
}

impl Bundles {
    /// The amount by which something leaves more than the list.
    pub fn more(&self, left: Money) -> Money {
        left - self.list
    }
}

/// The same work in other contracts; none if the side is not a list.
pub fn bundles(scenario: &Scenario, side: Side) -> Option<Bundles> {
    let plan = scenario.plans().get(side);
    plan.list()?;
    let terms = scenario.terms().get(side);
    let left = |plan: &Plan, terms: &Terms| Kept::of(&Payments::of(plan, terms)).rounded;
    let today = match scenario.fee_source() {
        FeeSource::Schedule(schedule) => schedule.today(),
        FeeSource::Custom => None,
    };
    let today = today.and_then(|today| Some((today, left(plan, scenario.under(today)?.terms().get(side)))));
    Some(Bundles {
        list: left(plan, terms),
        by_client: left(&plan.with_a_job_for_each_client(), terms),
        clients: plan.client_count(),
        one: left(&plan.as_one_job(plan.gross(), 1, plan.months), terms),
        today,
    })
}
