//! What does the page say about the months in which money comes?

use super::Words;
use engine::amount::Money;
use engine::compare::Months;
use engine::scenario::{Plan, Scenario, Side};

/// Neighbouring months that are alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthRow {
    /// `1`, or `3–11`.
    pub months: String,
    /// For each side, what remains of a month's payments, and of everything so far.
    pub sides: [(String, String); 2],
    /// Who has more by then.
    pub ahead: Option<Side>,
}

impl Words {
    /// The heading of the months.
    pub fn months_heading(&self) -> &'static str {
        "Month by month"
    }

    /// The closed line if nothing is spread.
    pub fn months_summary(&self) -> &'static str {
        "all paid within a month"
    }

    /// How the payments are spread, and who has more from when, in one line.
    pub fn months_line(&self, scenario: &Scenario) -> String {
        let plans = scenario.plans();
        let spread = format!("gigs {}; contract {}", self.spread(&plans.gigs), self.spread(&plans.contract));
        match engine::compare::months(scenario).overtakings.first() {
            Some((month, Side::Gigs)) => format!("{spread}; the gigs have brought more from month {month} on"),
            Some((month, Side::Contract)) => format!("{spread}; the contract has brought more from month {month} on"),
            None => spread,
        }
    }

    /// `12 payments in 12 months`
    fn spread(&self, plan: &Plan) -> String {
        let (payments, months) = (self.format.count(plan.payments()), self.format.count(plan.months));
        match (plan.payments(), plan.months) {
            (1, 1) => "one payment in one month".into(),
            (1, _) => format!("one payment in {months} months"),
            (_, 1) => format!("{payments} payments in one month"),
            (_, _) => format!("{payments} payments in {months} months"),
        }
    }

    /// Who has more, when.
    pub fn overtakings(&self, months: &Months) -> String {
        let last = months.sides.gigs.last().zip(months.sides.contract.last());
        let Some((gigs, contract)) = last else { return String::new() };
        let turns: Vec<String> = months
            .overtakings
            .iter()
            .take(3)
            .map(|(month, side)| match side {
                Side::Gigs => format!("From month {month} on the gigs have brought more."),
                Side::Contract => format!("From month {month} on the contract has brought more."),
            })
            .collect();
        match turns.is_empty() {
            false => turns.join(" "),
            true if gigs.so_far == contract.so_far => "In the end both have brought the same.".into(),
            true => "The same side has brought more from the first difference to the last month.".into(),
        }
    }

    /// What may be lost before a payment is made.
    pub fn at_stake(&self, months: &Months) -> String {
        let money = |amount: Money| self.format.money(amount);
        format!(
            "Before a payment is made, the work of up to {} is at stake with the gigs, of up to {} with the contract. More milestones make that less.",
            money(months.at_stake.gigs),
            money(months.at_stake.contract)
        )
    }

    /// The headings of the table: the second and third belong to the gigs, the last two to the contract.
    pub fn months_columns(&self) -> [&'static str; 5] {
        ["Month", "Gigs", "in all", "Contract", "in all"]
    }

    /// What the picture shows, for screen readers.
    pub fn months_picture(&self) -> &'static str {
        "What each side has brought by each month; the table has the numbers."
    }

    /// The months in rows. Months in which both sides get the same share a row, with the total by the last.
    pub fn month_rows(&self, months: &Months) -> Vec<MonthRow> {
        let pairs: Vec<_> = months.sides.gigs.iter().zip(&months.sides.contract).collect();
        let mut rows = vec![];
        let mut from = 0;
        while from < pairs.len() {
            let kept = |index: usize| {
                let (gigs, contract) = pairs[index];
                [gigs.gross - gigs.fee, contract.gross - contract.fee]
            };
            let alike = (from..pairs.len()).take_while(|index| kept(*index) == kept(from)).count();
            // A few months get a row each.
            let alike = if alike > 2 { alike } else { 1 };
            let to = from + alike - 1;
            let months = if alike == 1 { (from + 1).to_string() } else { format!("{}–{}", from + 1, to + 1) };
            let [gigs, contract] = kept(from).map(|amount| self.format.money(amount));
            let (gigs_so_far, contract_so_far) = (pairs[to].0.so_far, pairs[to].1.so_far);
            let ahead = match gigs_so_far.cmp(&contract_so_far) {
                std::cmp::Ordering::Greater => Some(Side::Gigs),
                std::cmp::Ordering::Less => Some(Side::Contract),
                std::cmp::Ordering::Equal => None,
            };
            let sides = [(gigs, self.format.money(gigs_so_far)), (contract, self.format.money(contract_so_far))];
            rows.push(MonthRow { months, sides, ahead });
            from = to + 1;
        }
        rows
    }

    /// What the columns mean.
    pub fn months_hint(&self) -> &'static str {
        "After the fee. Payments are spread evenly over the months; the sums so far bear an even share of the costs."
    }
}
