//! What a comparison says where it is taken along: in a table, a picture, a mail.

use super::Words;
use crate::compare::{Comparison, PaymentGroup};
use crate::scenario::{BySide, Scenario, Tariff};

/// One thing that is said of both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyRow {
    /// What it is.
    pub label: &'static str,
    /// What it is on each side.
    pub sides: BySide<String>,
}

impl Words {
    /// From the payments down to what is left.
    pub fn copy_rows(&self, comparison: &Comparison) -> Vec<CopyRow> {
        let outcomes = &comparison.outcomes;
        let row = |label, of: &dyn Fn(crate::scenario::Side) -> String| CopyRow { label, sides: BySide::from_fn(of) };
        let mut rows = vec![
            row("Payments", &|side| self.payments(&outcomes.get(side).payments)),
            row("Billed", &|side| self.format.money(outcomes.get(side).gross)),
            row("Fee", &|side| self.format.money(outcomes.get(side).service_fee)),
            row("Fee, as a share", &|side| self.format.share(outcomes.get(side).service_fee, outcomes.get(side).gross)),
        ];
        if let Some(counted) = comparison.counted() {
            rows.push(row("Costs", &|side| self.format.money(counted.nets.get(side).cost)));
            rows.push(row("Left", &|side| self.format.money(counted.nets.get(side).take_home)));
            if counted.nets.gigs.hourly.is_some() || counted.nets.contract.hourly.is_some() {
                rows.push(row("An hour pays", &|side| {
                    counted.nets.get(side).hourly.map(|hourly| self.format.money(hourly)).unwrap_or_default()
                }));
            }
        } else {
            rows.push(row("Left", &|side| self.format.money(outcomes.get(side).take_home)));
        }
        rows
    }

    /// `30 × $500.00`
    fn payments(&self, groups: &[PaymentGroup]) -> String {
        let mut amounts: Vec<(u32, crate::amount::Money)> = vec![];
        for group in groups {
            match amounts.last_mut() {
                Some((count, amount)) if *amount == group.amount => *count += group.count,
                _ => amounts.push((group.count, group.amount)),
            }
        }
        let each =
            |(count, amount): &(u32, _)| format!("{} × {}", self.format.count(*count), self.format.money(*amount));
        amounts.iter().map(each).collect::<Vec<_>>().join(", ")
    }

    /// Under which fee: `Upwork, 20 / 10 / 5 %, 2016–2023`.
    pub fn copy_tariff(&self, scenario: &Scenario) -> String {
        match scenario.tariff() {
            Tariff::Schedule(schedule) => format!("{}, {}", schedule.platform().name, self.schedule(schedule)),
            Tariff::Custom => format!("{}: {}", self.own_fee(), scenario.fee()),
        }
    }

    /// The same with the day on which it was read.
    pub fn copy_source(&self, scenario: &Scenario) -> String {
        match scenario.tariff() {
            Tariff::Schedule(schedule) => format!("{}; {}", self.copy_tariff(scenario), self.read(schedule)),
            Tariff::Custom => self.copy_tariff(scenario),
        }
    }
}
