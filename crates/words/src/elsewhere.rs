//! What does the page say about the client's side, and about the same work under other schedules?

use super::words::listed;
use super::{Phrase, Words, text};
use engine::amount::Money;
use engine::compare::{ClientSide, Elsewhere, Lead, ScheduleVerdict};
use engine::fees::Schedule;
use engine::scenario::{BySide, Side};

impl Words {
    /// The heading of both payers' fees.
    pub fn client_heading(&self) -> &'static str {
        text::client_heading()
    }

    /// The share of clients' payments that arrives, in one line.
    pub fn client_summary(&self, sides: Option<&BySide<ClientSide>>) -> String {
        let Some(sides) = sides else { return text::client_summary_unknown().into() };
        let share = |side: &ClientSide| self.format.share(side.take_home, side.pays);
        text::ClientSummary { sides: self.sides, gig_share: share(&sides.gigs), contract_share: share(&sides.contract) }
            .say()
    }

    /// The choice if nothing is known about the client's fee.
    pub fn client_not_known(&self) -> &'static str {
        text::client_not_known()
    }

    /// The text instead of the sums, if the client's fee is not known.
    pub fn client_unknown(&self) -> &'static str {
        text::client_unknown()
    }

    /// The choice that the client pays nothing on top.
    pub fn client_nothing(&self) -> &'static str {
        text::client_nothing()
    }

    /// The path of the client's money, in one line.
    pub fn client_line(&self, side: &ClientSide) -> String {
        let [kept, fee, client_fee] =
            [side.take_home, side.service_fee, side.client_fee].map(|amount| self.format.short_money(amount));
        text::ClientLine { kept, fee, client_fee }.say()
    }

    /// The path of the money, from what the client pays to what the freelancer keeps, with amounts.
    pub fn client_rows(&self, side: &ClientSide) -> Vec<(String, String)> {
        let money = |amount: Money| self.format.money(amount);
        vec![
            (text::row_client_pays().into(), money(side.pays)),
            (text::row_client_fee().into(), money(side.client_fee)),
            (text::row_your_fee().into(), money(side.service_fee)),
            (text::row_you_keep().into(), money(side.take_home)),
            (
                text::row_platform_takes().into(),
                text::List {
                    before: money(side.platform_takes()),
                    item: self.format.share(side.platform_takes(), side.pays),
                }
                .say(),
            ),
        ]
    }

    /// The heading of the same work under other schedules.
    pub fn others_heading(&self) -> &'static str {
        text::others_heading()
    }

    /// Their purpose, in one line.
    pub fn others_summary(&self) -> &'static str {
        text::others_summary()
    }

    /// The number of fees under which each side leads, in one line.
    pub fn others_line(&self, elsewhere: &Elsewhere) -> String {
        let number = |count: usize| match u32::try_from(count).unwrap_or(u32::MAX) {
            0 => text::none().to_owned(),
            count => self.format.count(count),
        };
        let leads =
            |side: Option<Side>| elsewhere.verdicts.iter().filter(|verdict| verdict.lead.side() == side).count();
        let counts = [None, Some(Side::Gigs), Some(Side::Contract)].map(leads);
        let (sides, all) = (self.sides, number(elsewhere.verdicts.len()));
        match counts {
            [_, 0, 0] => text::OthersLineLevel { all }.say(),
            [0, _, 0] => text::OthersLineGigs { all, sides }.say(),
            [0, 0, _] => text::OthersLineContract { all, sides }.say(),
            [level, gigs, contract] => {
                let (level, gig, contract) = (number(level), number(gigs), number(contract));
                text::OthersLine { contract, all, gig, level, sides }.say()
            }
        }
    }

    /// The amounts that both sides leave under a schedule, for screen readers.
    pub fn others_left(&self, verdict: &ScheduleVerdict) -> String {
        let BySide { gigs, contract } = BySide::from_fn(|side| self.deciding(*verdict.remaining.get(side)));
        text::OthersLeft { sides: self.sides, gig_side: gigs, contract_side: contract }.say()
    }

    /// The line that opens more schedules of a row.
    pub fn others_more(&self, count: usize) -> String {
        text::OthersMore { number: self.format.count(u32::try_from(count).unwrap_or(u32::MAX)) }.say()
    }

    /// The line that opens schedules under which no side leads.
    pub fn others_level(&self) -> &'static str {
        text::others_level()
    }

    /// The line that opens platforms that charge in other currencies.
    pub fn others_left_out(&self) -> &'static str {
        text::others_left_out()
    }

    /// The line that opens schedules that are no longer in force.
    pub fn others_past(&self) -> &'static str {
        text::others_past()
    }

    /// The side that is ahead under a schedule, and by how much.
    pub fn verdict_under(&self, verdict: &ScheduleVerdict) -> String {
        self.short_verdict(verdict.lead, verdict.difference)
    }

    /// The order of the rows.
    pub fn others_order(&self) -> &'static str {
        text::others_order()
    }

    /// The verdict under the schedule that replaced this one.
    pub fn verdict_since(&self, before: Lead, verdict: &ScheduleVerdict) -> Phrase {
        let amount = self.deciding(verdict.difference.abs());
        let stays = before.side() == verdict.lead.side();
        match (verdict.lead.side(), stays) {
            (None, true) => text::since_level_still(),
            (None, false) => text::since_level(),
            (Some(Side::Gigs), true) => text::SinceGigsStill { sides: self.sides, amount }.say(),
            (Some(Side::Gigs), false) => text::SinceGigs { sides: self.sides, amount }.say(),
            (Some(Side::Contract), true) => text::SinceContractStill { sides: self.sides, amount }.say(),
            (Some(Side::Contract), false) => text::SinceContract { sides: self.sides, amount }.say(),
        }
    }

    /// The schedules that do not fit, because their amounts are in another currency.
    pub fn in_currencies(&self, left_out: &[&'static Schedule]) -> Option<String> {
        let mut names: Vec<String> = vec![];
        for schedule in left_out {
            let name = text::InBrackets {
                name: schedule.platform().name.to_owned(),
                detail: schedule.currency.code().to_owned(),
            }
            .say();
            if !names.contains(&name) {
                names.push(name);
            }
        }
        listed(&mut names.into_iter())
    }
}
