//! What does the page say about staying on the platform and leaving it?

use super::Words;
use engine::amount::{Decimal, Money};
use engine::compare::{Leaving, Ways, leaving};
use engine::fees::{Conversion, Schedule};
use engine::scenario::{Scenario, Side};

impl Words {
    /// The heading of staying or leaving.
    pub fn leaving_heading(&self) -> &'static str {
        "Stay or leave"
    }

    /// The closed line if nothing is asked.
    pub fn leaving_summary(&self) -> &'static str {
        "the allowed ways, and what is at stake in the others"
    }

    /// The result, in one line.
    pub fn leaving_line(&self, scenario: &Scenario) -> String {
        let leaving = leaving(scenario);
        let Some(ways) = leaving.ways else { return self.leaving_summary().into() };
        let ways = ways.contract;
        match (ways.break_even(leaving.worth), ways.conversion) {
            (Some(chance), _) => {
                format!("a breach pays only if the chance of losing the account is under {}", self.format.limit(chance))
            }
            (None, Some(fee)) => format!("taking the contract’s client along costs {}", self.format.money(fee)),
            (None, None) if ways.saving() <= Money::ZERO => "leaving saves nothing on the contract".into(),
            (None, None) => self.leaving_summary().into(),
        }
    }

    /// The basis of the figures, shown before them.
    pub fn leaving_terms(&self) -> &'static str {
        "A marketplace’s terms come first: who takes a client off it outside the allowed ways breaks them and can lose the account, and has neither escrow nor mediation nor a review. The allowed ways:"
    }

    /// What remains of a side on the platform and off it, row by row.
    pub fn ways_rows(&self, leaving: &Leaving, ways: &Ways) -> Vec<(String, String)> {
        let money = |amount: Money| self.format.money(amount);
        let mut rows = vec![
            ("left if you stay".to_owned(), money(ways.stays)),
            (format!("left through {}", direct(leaving.direct, leaving.status)), money(ways.leaves)),
            ("saved before any conversion fee".into(), money(ways.saving())),
        ];
        if let Some(fee) = ways.conversion {
            let clients = self.format.count(ways.clients);
            let name =
                if ways.clients == 1 { "conversion fee".into() } else { format!("conversion fee, {clients} clients") };
            rows.push((name, money(-fee)));
            rows.push(("left if you bear it".into(), money(ways.leaves - fee)));
        }
        if let Some(months) = ways.months_left {
            let free = if months == 0 { "free now".to_owned() } else { format!("free in {months} months") };
            rows.push(("waiting out the term".into(), free));
        }
        rows
    }

    /// An entry in the list of payment services.
    pub fn direct_schedule(&self, schedule: &Schedule) -> String {
        format!("{}, {}", schedule.platform().name, self.schedule(schedule))
    }

    /// The note if the payment service charges in another currency.
    pub fn other_currency(&self, schedule: &Schedule) -> String {
        format!("What {} charges is in {}. Choose another.", schedule.platform().name, schedule.currency.code())
    }

    /// What a platform charges for taking a client off it.
    pub fn conversion(&self, rule: &Conversion, fee: Option<Money>) -> String {
        let (hours, months) = (rule.hours, rule.months);
        let hours = self.format.count(hours);
        match fee {
            Some(fee) => format!(
                "{} of the hourly rate × {hours} hours: {} for a client. After {months} months it is free.",
                rule.fee,
                self.format.money(fee)
            ),
            None => format!("{} of the hourly rate × {hours} hours. After {months} months it is free.", rule.fee),
        }
    }

    /// What a breach would bring on a side: the sum, and what is at stake.
    pub fn breach(&self, side: Side, ways: &Ways, worth: Money) -> String {
        let saving = ways.saving();
        let (saved, stake) = (self.format.money(saving), self.format.money(worth));
        if saving <= Money::ZERO {
            return match side {
                Side::Gigs => "Outside the terms the gigs would save nothing.".into(),
                Side::Contract => "Outside the terms the contract would save nothing.".into(),
            };
        }
        match (side, ways.break_even(worth).map(|chance: Decimal| self.format.limit(chance))) {
            (Side::Gigs, Some(chance)) => format!(
                "The gigs: {saved} saved against {stake} at stake pays only if the chance of losing the account is under {chance}."
            ),
            (Side::Contract, Some(chance)) => format!(
                "The contract: {saved} saved against {stake} at stake pays only if the chance of losing the account is under {chance}."
            ),
            (_, None) => {
                format!("{saved} is more than the {stake} at which you put the account; is that all it is worth?")
            }
        }
    }

    /// What is missing to see what is at stake.
    pub fn account_worth(&self) -> &'static str {
        "Type what the account leaves you in a month, and how many months it would take to make good its loss, to see what is at stake."
    }

    /// The heading of the sums for a breach.
    pub fn breach_hint(&self) -> &'static str {
        "In breach of the terms, only the sum:"
    }
}

/// `PayPal, Paid by card`
fn direct(schedule: &Schedule, status: usize) -> String {
    let name = schedule.platform().name;
    match schedule.fee.statuses().nth(status) {
        Some(status) => format!("{name}, {status}"),
        None => name.to_owned(),
    }
}
