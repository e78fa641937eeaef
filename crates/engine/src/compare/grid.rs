//! Who leads for every pair of two numbers, and by how much? The map shows it.

use super::sweep::{Range, Sweep};
use crate::amount::Money;
use crate::scenario::{Field, Scenario};

/// The lead at pairs of values of two fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// The values of the field across, from the first to the last.
    pub across: Vec<i64>,
    /// The values of the field up, from the lowest to the highest.
    pub up: Vec<i64>,
    /// The contract's remaining amount minus the gigs', row by row from the lowest: the difference that [`compare`](super::compare)
    /// finds there, and zero where only rounding separates the sides; `None` where there is no valid comparison.
    pub leads: Vec<Option<Money>>,
    /// The contract's gross minus the gigs', in the same order.
    pub totals: Vec<Option<Money>>,
}

/// Compares pairs of values of two different fields, with each range divided into this many equal parts.
pub fn grid(scenario: &Scenario, across: (Field, Range), up: (Field, Range), parts: [u16; 2]) -> Grid {
    let values = |range: Range, parts: u16| {
        let place = |part: u16| range.from + (range.to - range.from) * i64::from(part) / i64::from(parts);
        (0..=parts).map(place).collect()
    };
    grid_at(scenario, (across.0, values(across.1, parts[0])), (up.0, values(up.1, parts[1])))
}

/// Compares pairs of these values of two different fields.
pub fn grid_at(scenario: &Scenario, across: (Field, Vec<i64>), up: (Field, Vec<i64>)) -> Grid {
    let (columns, rows) = (across.1, up.1);
    let (mut leads, mut totals) = (vec![], vec![]);
    for row in &rows {
        let Some(scenario) = scenario.with(up.0, *row) else {
            leads.extend(columns.iter().map(|_| None));
            totals.extend(columns.iter().map(|_| None));
            continue;
        };
        let sweep = Sweep::new(&scenario, across.0);
        for column in &columns {
            let inputs = scenario.inputs_with(across.0, *column);
            let is_allowed = scenario.fits(&inputs);
            let lead = if is_allowed { sweep.lead(*column) } else { None };
            leads.push(lead);
            totals.push(is_allowed.then(|| inputs.plans.contract.gross() - inputs.plans.gigs.gross()));
        }
    }
    Grid { across: columns, up: rows, leads, totals }
}
