//! What does the page say about the months in which money comes?

use std::cmp::Ordering;

use super::{Words, text};
use engine::amount::Money;
use engine::compare::{Month, Months};
use engine::scenario::{Scenario, Side};

/// Neighbouring months that are alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthRow {
    /// `1`, or `3–11`.
    pub months: String,
    /// The remaining amounts of each side: of a month's payments, and of everything so far.
    pub sides: [(String, String); 2],
    /// The side that has more by then.
    pub ahead: Option<Side>,
}

impl Words {
    /// A side and its amount, as a picture's label.
    pub fn side_with(&self, side: Side, amount: Money) -> String {
        text::Named { label: self.side_fields(side).to_owned(), value: self.format.short_money(amount) }.say()
    }

    /// The heading of the months.
    pub fn months_heading(&self) -> &'static str {
        text::months_heading()
    }

    /// The closed line if nothing is spread.
    pub fn months_summary(&self) -> &'static str {
        text::months_summary()
    }

    /// The amount that each side has paid half-way, in one line.
    pub fn months_line(&self, scenario: &Scenario) -> Option<String> {
        let months = engine::compare::months(scenario);
        let month = months.sides.gigs.len().div_ceil(2);
        let so_far = |side: Side| Some(months.sides.get(side).get(month - 1)?.so_far);
        let paid = [so_far(Side::Gigs)?, so_far(Side::Contract)?];
        let [gig_side, contract_side] = paid.map(|paid| self.format.short_money(paid));
        let months = self.format.counted(u32::try_from(month).ok()?);
        if paid == [Money::ZERO; 2] {
            return Some(text::MonthsLineNone { months }.say());
        }
        Some(text::MonthsLine { sides: self.sides, months, gig_side, contract_side }.say())
    }

    /// The side that has more, and the months in which that changes.
    pub fn overtakings(&self, months: &Months) -> String {
        let last = months.sides.gigs.last().zip(months.sides.contract.last());
        let Some((gigs, contract)) = last else { return String::new() };
        let from = |side: Side, month: String| match side {
            Side::Gigs => text::OvertakenGigs { sides: self.sides, month }.say(),
            Side::Contract => text::OvertakenContract { sides: self.sides, month }.say(),
        };
        let turn = |(month, side): &(u32, Side)| from(*side, month.to_string());
        let turns = match months.overtakings.as_slice() {
            // Of many, the last one decides.
            [.., last] if months.overtakings.len() > 3 => {
                let times = self.format.counted(u32::try_from(months.overtakings.len()).unwrap_or(u32::MAX));
                let first = text::OvertakenOften { times }.say();
                Some(text::Sentences { first, second: turn(last) }.say())
            }
            few => few.iter().map(turn).reduce(|first, second| text::Sentences { first, second }.say()),
        };
        // As long as both have paid the same, nobody is ahead.
        let is_level = |(gigs, contract): (&Month, &Month)| gigs.so_far == contract.so_far;
        let mut each = months.sides.gigs.iter().zip(&months.sides.contract);
        let level = each.rposition(is_level).map_or(0, |last| last + 1);
        let both = |turns: String| text::Sentences { first: turns, second: text::months_level().into() }.say();
        let turns = if gigs.so_far == contract.so_far { turns.map(both) } else { turns };
        turns.unwrap_or_else(|| match gigs.so_far.cmp(&contract.so_far) {
            Ordering::Equal => text::months_level().into(),
            Ordering::Greater if level == 0 => text::MonthsGigsAhead { sides: self.sides }.say().into(),
            Ordering::Less if level == 0 => text::MonthsContractAhead { sides: self.sides }.say().into(),
            Ordering::Greater => from(Side::Gigs, (level + 1).to_string()),
            Ordering::Less => from(Side::Contract, (level + 1).to_string()),
        })
    }

    /// The amount that may be lost before a payment is made.
    pub fn at_stake(&self, months: &Months) -> String {
        let money = |amount: Money| self.format.short_money(amount);
        text::AtStake {
            sides: self.sides,
            gig_side: money(months.at_stake.gigs),
            contract_side: money(months.at_stake.contract),
        }
        .say()
    }

    /// The title of an axis of months.
    pub fn month(&self) -> &'static str {
        text::months_month()
    }

    /// The headings of the table: the second and third belong to the gigs, the last two to the contract.
    pub fn months_columns(&self) -> [&'static str; 5] {
        [
            text::months_month(),
            text::MonthsGigs { sides: self.sides }.say(),
            text::MonthsGigsSoFar { sides: self.sides }.say(),
            text::MonthsContract { sides: self.sides }.say(),
            text::MonthsContractSoFar { sides: self.sides }.say(),
        ]
    }

    /// The description of the picture, for screen readers.
    pub fn months_picture(&self) -> &'static str {
        text::months_picture()
    }

    /// The months in rows. Months in which both sides get the same share a row, with the total by the last.
    pub fn month_rows(&self, months: &Months) -> Vec<MonthRow> {
        let pairs: Vec<_> = months.sides.gigs.iter().zip(&months.sides.contract).collect();
        let mut rows = vec![];
        let mut from = 0;
        while from < pairs.len() {
            let kept = |index: usize| {
                let (gigs, contract) = pairs[index];
                [gigs.kept(), contract.kept()]
            };
            let alike = (from..pairs.len()).take_while(|index| kept(*index) == kept(from)).count();
            // A few months get a row each.
            let alike = if alike > 2 { alike } else { 1 };
            let to = from + alike - 1;
            let (first, last) = ((from + 1).to_string(), (to + 1).to_string());
            let months = if alike == 1 { first } else { text::Range { least: first, most: last }.say() };
            let [gigs, contract] = kept(from).map(|amount| self.format.money(amount));
            let (gigs_so_far, contract_so_far) = (pairs[to].0.so_far, pairs[to].1.so_far);
            let ahead = match gigs_so_far.cmp(&contract_so_far) {
                Ordering::Greater => Some(Side::Gigs),
                Ordering::Less => Some(Side::Contract),
                Ordering::Equal => None,
            };
            let sides = [(gigs, self.format.money(gigs_so_far)), (contract, self.format.money(contract_so_far))];
            rows.push(MonthRow { months, sides, ahead });
            from = to + 1;
        }
        rows
    }

    /// The explanation of the columns.
    pub fn months_hint(&self) -> &'static str {
        text::months_hint()
    }
}
