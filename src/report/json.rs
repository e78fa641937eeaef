use serde::Serialize;
use time::Date;

use crate::amount::{Currency, Money};
use crate::compare::{Comparison, Outcome};
use crate::fees::SliceKind;
use crate::scenario::{Scenario, Tariff};

/// The element's `comparison`: money and rates as decimal strings, money with the currency's digits.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ComparisonJson {
    schedule: ScheduleJson,
    currency: String,
    gigs: OutcomeJson,
    contract: OutcomeJson,
    ahead: &'static str,
    difference: String,
    matching_gig_price: Option<String>,
    matching_contract_price: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
struct ScheduleJson {
    id: &'static str,
    platform: Option<&'static str>,
    fee: String,
    from: Option<String>,
    until: Option<String>,
    source: Option<SourceJson>,
}

#[derive(Clone, Debug, Serialize)]
struct SourceJson {
    title: &'static str,
    url: &'static str,
    read: String,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct OutcomeJson {
    gross: String,
    service_fee: String,
    take_home: String,
    effective_rate: String,
    tiers: Vec<TierJson>,
}

#[derive(Clone, Debug, Serialize)]
struct TierJson {
    rate: String,
    amount: String,
    fee: String,
    /// Only where the row is not a tier: `fixed`, `minimum` or `maximum`.
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
}

impl ComparisonJson {
    /// The public form of a comparison.
    pub fn new(scenario: &Scenario, comparison: &Comparison) -> ComparisonJson {
        let currency = scenario.currency();
        let plain = |amount: Option<Money>| amount.map(|amount| currency.plain(amount));
        ComparisonJson {
            schedule: ScheduleJson::new(scenario),
            currency: currency.code().to_owned(),
            gigs: OutcomeJson::new(&comparison.outcomes.gigs, currency),
            contract: OutcomeJson::new(&comparison.outcomes.contract, currency),
            ahead: match comparison.difference.minor() {
                0 => "neither",
                1.. => "contract",
                _ => "gigs",
            },
            difference: currency.plain(comparison.difference),
            matching_gig_price: plain(comparison.matching.gigs),
            matching_contract_price: plain(comparison.matching.contract),
        }
    }
}

impl ScheduleJson {
    fn new(scenario: &Scenario) -> ScheduleJson {
        let fee = scenario.fee().to_string();
        let id = scenario.tariff().id();
        match scenario.tariff() {
            Tariff::Custom => ScheduleJson { id, platform: None, fee, from: None, until: None, source: None },
            Tariff::Schedule(schedule) => ScheduleJson {
                id,
                platform: Some(schedule.platform().name),
                fee,
                from: Some(iso(schedule.from)),
                until: schedule.until().map(iso),
                source: Some(SourceJson {
                    title: schedule.source.title,
                    url: schedule.source.url,
                    read: iso(schedule.source.read),
                }),
            },
        }
    }
}

impl OutcomeJson {
    fn new(outcome: &Outcome, currency: Currency) -> OutcomeJson {
        let tiers = outcome.tiers.iter().map(|row| TierJson {
            rate: row.rate().fraction().to_string(),
            amount: currency.plain(row.amount),
            fee: currency.plain(row.fee),
            kind: match row.kind {
                SliceKind::Tier(..) => None,
                SliceKind::Fixed => Some("fixed"),
                SliceKind::Minimum => Some("minimum"),
                SliceKind::Maximum => Some("maximum"),
            },
        });
        OutcomeJson {
            gross: currency.plain(outcome.gross),
            service_fee: currency.plain(outcome.service_fee),
            take_home: currency.plain(outcome.take_home),
            effective_rate: outcome.effective_rate.to_string(),
            tiers: tiers.collect(),
        }
    }
}

fn iso(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day())
}
