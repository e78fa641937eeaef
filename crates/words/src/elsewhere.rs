//! What does the page say about the client's side, and about the same work under other schedules?

use super::{Phrase, Words};
use engine::amount::Money;
use engine::compare::{ClientSide, Lead, ScheduleVerdict};
use engine::fees::Schedule;
use engine::scenario::{BySide, Side};

impl Words {
    /// The heading of both payers' fees.
    pub fn client_heading(&self) -> &'static str {
        "Who pays what"
    }

    /// How much of what clients pay arrives, in one line.
    pub fn client_summary(&self, sides: Option<&BySide<ClientSide>>) -> String {
        let Some(sides) = sides else { return "the client’s fee is not known".into() };
        let share = |side: &ClientSide| self.format.share(side.take_home, side.pays);
        format!(
            "of what clients pay, you keep {} with the gigs and {} with the contract",
            share(&sides.gigs),
            share(&sides.contract)
        )
    }

    /// The label of the list of what clients pay.
    pub fn client_pays_on_top(&self) -> &'static str {
        "The client pays on top"
    }

    /// The choice if nothing is known about the client's fee.
    pub fn client_not_known(&self) -> &'static str {
        "not known"
    }

    /// The text instead of the sums, if the client's fee is not known.
    pub fn client_unknown(&self) -> &'static str {
        "No fee for the client was found. Choose one to see both sides."
    }

    /// The choice that the client pays nothing on top.
    pub fn client_nothing(&self) -> &'static str {
        "nothing"
    }

    /// Where the money goes, from what the client pays to what the freelancer keeps, with amounts.
    pub fn client_rows(&self, side: &ClientSide) -> [(&'static str, String); 5] {
        let money = |amount: Money| self.format.money(amount);
        [
            ("the client pays", money(side.pays)),
            ("the client’s fee", money(side.client_fee)),
            ("your fee", money(side.service_fee)),
            ("you keep", money(side.take_home)),
            (
                "the platform takes",
                format!("{}, {}", money(side.platform_takes()), self.format.share(side.platform_takes(), side.pays)),
            ),
        ]
    }

    /// An argument for a quote.
    pub fn client_sentence(&self, sides: &BySide<ClientSide>) -> String {
        let gigs = self.format.share(sides.gigs.platform_takes(), sides.gigs.pays);
        let contract = self.format.share(sides.contract.platform_takes(), sides.contract.pays);
        format!("Of all that clients pay, the platform takes {gigs} with the gigs and {contract} with the contract.")
    }

    /// The heading of the same work under other schedules.
    pub fn others_heading(&self) -> &'static str {
        "Other schedules"
    }

    /// Their purpose, in one line.
    pub fn others_summary(&self) -> &'static str {
        "the same work under every fee that fits"
    }

    /// The headings of the columns.
    pub fn others_columns(&self) -> [&'static str; 4] {
        ["Schedule", "Gigs keep", "Contract keeps", "Who is ahead"]
    }

    /// Who is ahead under a schedule, and by how much.
    pub fn verdict_under(&self, verdict: &ScheduleVerdict) -> String {
        let amount = self.format.money(verdict.difference.abs());
        match verdict.lead {
            Lead::Ahead(Side::Gigs) => format!("gigs, {amount}"),
            Lead::Ahead(Side::Contract) => format!("contract, {amount}"),
            Lead::Level => "no difference".into(),
            Lead::Rounding(_) => "only rounding".into(),
        }
    }

    /// How the rows are sorted.
    pub fn others_order(&self) -> &'static str {
        "The contract’s largest lead first; eras of one platform together. Press one to use it."
    }

    /// What the verdict would be under the schedule that replaced this one.
    pub fn verdict_since(&self, before: Lead, verdict: &ScheduleVerdict) -> Phrase {
        let amount = self.format.money(verdict.difference.abs());
        let stays = before.side() == verdict.lead.side();
        Phrase::new(&match (verdict.lead.side(), stays) {
            (None, true) => "Under it there would still be *no difference.*".into(),
            (None, false) => "Under it there would be *no difference.*".into(),
            (Some(Side::Gigs), true) => format!("Under it the gigs would still be ahead, by *{amount}.*"),
            (Some(Side::Gigs), false) => {
                format!("Under it the answer would change: *the gigs would be {amount} ahead.*")
            }
            (Some(Side::Contract), true) => format!("Under it the contract would still be ahead, by *{amount}.*"),
            (Some(Side::Contract), false) => {
                format!("Under it the answer would change: *the contract would be {amount} ahead.*")
            }
        })
    }

    /// The schedules that do not fit, because their amounts are in another currency.
    pub fn others_left_out(&self, left_out: &[&'static Schedule]) -> Option<String> {
        let mut names: Vec<String> = vec![];
        for schedule in left_out {
            let name = format!("{} ({})", schedule.platform().name, schedule.currency.code());
            if !names.contains(&name) {
                names.push(name);
            }
        }
        (!names.is_empty())
            .then(|| format!("Left out, because their amounts are in another currency: {}.", names.join(", ")))
    }
}
