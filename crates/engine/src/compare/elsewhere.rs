//! What does the client pay? And what would the verdict be under another schedule?

use super::balance::{Balance, Kept, Lead};
use super::costs::compared;
use super::outcome::Outcome;
use super::payments::Payments;
use crate::amount::Money;
use crate::fees::{Choice, PLATFORMS, Schedule};
use crate::scenario::{BySide, Criterion, Scenario};

/// The path of one side's money, from the client to the freelancer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClientSide {
    /// Everything that clients pay: the gross and their fee.
    pub pays: Money,
    /// The fee that they pay the platform on top of the gross.
    pub client_fee: Money,
    /// The fee that the platform takes out of the gross.
    pub service_fee: Money,
    /// The amount that the freelancer keeps.
    pub take_home: Money,
}

impl ClientSide {
    /// The amount that the freelancer bills: the gross.
    pub fn billed(&self) -> Money {
        self.take_home + self.service_fee
    }

    /// The amount that the platform takes from both together.
    pub fn platform_takes(&self) -> Money {
        self.client_fee + self.service_fee
    }
}

/// Both payers' money, if the client's fee is known. Each payment's fee is rounded separately, like the freelancer's.
pub fn client_sides(scenario: &Scenario, outcomes: &BySide<Outcome>) -> Option<BySide<ClientSide>> {
    let client = scenario.client()?;
    Some(BySide::from_fn(|side| {
        let client_fee = Payments::of(scenario.plans().get(side), client.terms.get(side)).fee();
        let outcome = outcomes.get(side);
        ClientSide {
            pays: outcome.gross + client_fee,
            client_fee,
            service_fee: outcome.service_fee,
            take_home: outcome.take_home,
        }
    }))
}

/// The comparison under one schedule, in short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScheduleVerdict {
    /// The schedule.
    pub schedule: &'static Schedule,
    /// The choice for each side, if the schedule leaves something open.
    pub choices: BySide<Choice>,
    /// The criterion of the verdict.
    pub criterion: Criterion,
    /// The remaining amount of each side, after everything that is counted; per hour, its hourly pay.
    pub remaining: BySide<Money>,
    /// The side that is ahead, if any.
    pub lead: Lead,
    /// The contract's remaining amount minus the gigs'; per hour, the contract's hourly pay minus the gigs'.
    pub difference: Money,
}

/// The same work under another schedule; `None` if its amounts are in another currency.
pub fn verdict_under(scenario: &Scenario, schedule: &'static Schedule) -> Option<ScheduleVerdict> {
    let scenario = scenario.under(schedule)?;
    let kept = BySide::from_fn(|side| {
        let kept = Kept::of(&Payments::of(scenario.plans().get(side), scenario.terms().get(side)));
        compared(scenario.inputs(), side, kept)
    });
    let balance = Balance::of(kept);
    Some(ScheduleVerdict {
        schedule,
        choices: *scenario.choices(),
        criterion: scenario.inputs().criterion,
        remaining: BySide { gigs: kept.gigs.rounded, contract: kept.contract.rounded },
        lead: balance.lead(),
        difference: balance.rounded,
    })
}

/// The same work under every schedule of the catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Elsewhere {
    /// Platform by platform, each with its newest schedule first. Platforms are sorted by how much their newest
    /// schedule favours the contract; equal ones by what the contract keeps.
    pub verdicts: Vec<ScheduleVerdict>,
    /// The schedules whose amounts are in another currency.
    pub left_out: Vec<&'static Schedule>,
}

/// The same work under every schedule that fits.
pub fn elsewhere(scenario: &Scenario) -> Elsewhere {
    let mut groups: Vec<Vec<ScheduleVerdict>> = vec![];
    let mut left_out = vec![];
    for platform in PLATFORMS {
        let mut group = vec![];
        for schedule in platform.freelancer().iter().rev() {
            match verdict_under(scenario, schedule) {
                Some(verdict) => group.push(verdict),
                None => left_out.push(schedule),
            }
        }
        if let Some(newest) = group.first() {
            let order = |verdict: &ScheduleVerdict| (verdict.difference, verdict.remaining.contract);
            let after = groups.iter().position(|other| order(&other[0]) < order(newest));
            groups.insert(after.unwrap_or(groups.len()), group);
        }
    }
    Elsewhere { verdicts: groups.concat(), left_out }
}
