use serde::Serialize;
use time::Date;

use crate::amount::{Currency, Money};
use crate::compare::{ClientSide, Comparison, Matching, Outcome, client_sides};
use crate::fees::{Certainty, Fee, Since, SliceKind};
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
    /// Only where a fee jumps: higher prices at which the side falls behind again.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    matching_gig_price_gaps: Vec<GapJson>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    matching_contract_price_gaps: Vec<GapJson>,
    /// Only where it is known what clients pay on top.
    #[serde(skip_serializing_if = "Option::is_none")]
    client: Option<ClientJson>,
}

#[derive(Clone, Debug, Serialize)]
struct GapJson {
    from: String,
    to: String,
}

#[derive(Clone, Debug, Serialize)]
struct ClientJson {
    schedule: ScheduleJson,
    gigs: ClientSideJson,
    contract: ClientSideJson,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ClientSideJson {
    pays: String,
    client_fee: String,
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
    certainty: &'static str,
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
    /// Only where the row is not a tier: `fixed`, `minimum`, `maximum` or `tax`.
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
}

impl ComparisonJson {
    /// The public form of a comparison.
    pub fn new(scenario: &Scenario, comparison: &Comparison) -> ComparisonJson {
        let currency = scenario.currency();
        let plain = |amount: Option<Money>| amount.map(|amount| currency.plain(amount));
        let gaps = |matching: &Matching| {
            matching.gaps().map(|(from, to)| GapJson { from: currency.plain(from), to: currency.plain(to) }).collect()
        };
        let client_side = |side: &ClientSide| ClientSideJson {
            pays: currency.plain(side.pays),
            client_fee: currency.plain(side.client_fee),
        };
        let client =
            scenario.client().zip(client_sides(scenario, &comparison.outcomes)).map(|(charged, sides)| ClientJson {
                schedule: ScheduleJson::new(charged.tariff, &charged.fee),
                gigs: client_side(&sides.gigs),
                contract: client_side(&sides.contract),
            });
        ComparisonJson {
            schedule: ScheduleJson::new(scenario.tariff(), scenario.fee()),
            currency: currency.code().to_owned(),
            gigs: OutcomeJson::new(&comparison.outcomes.gigs, currency),
            contract: OutcomeJson::new(&comparison.outcomes.contract, currency),
            ahead: match comparison.difference.minor() {
                0 => "neither",
                1.. => "contract",
                _ => "gigs",
            },
            difference: currency.plain(comparison.difference),
            matching_gig_price: plain(comparison.matching.gigs.least()),
            matching_contract_price: plain(comparison.matching.contract.least()),
            matching_gig_price_gaps: gaps(&comparison.matching.gigs),
            matching_contract_price_gaps: gaps(&comparison.matching.contract),
            client,
        }
    }
}

impl ScheduleJson {
    fn new(tariff: Tariff, fee: &Fee) -> ScheduleJson {
        let fee = fee.to_string();
        let id = tariff.id();
        match tariff {
            Tariff::Custom => ScheduleJson { id, platform: None, fee, from: None, until: None, source: None },
            Tariff::Schedule(schedule) => ScheduleJson {
                id,
                platform: Some(schedule.platform().name),
                fee,
                from: Some(since(schedule.from)),
                until: schedule.until().map(since),
                source: Some(SourceJson {
                    title: schedule.source.title,
                    url: schedule.source.url,
                    read: iso(schedule.source.read),
                    certainty: match schedule.certainty {
                        Certainty::Official => "official",
                        Certainty::Quoted => "quoted",
                        Certainty::ThirdParty => "third-party",
                        Certainty::Conflicting => "conflicting",
                        Certainty::Reconstructed => "reconstructed",
                    },
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
                SliceKind::Tax(_) => Some("tax"),
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

/// A day, or the year alone where no more is known.
fn since(since: Since) -> String {
    match since {
        Since::On(day) => iso(day),
        Since::About(year) | Since::By(year) => year.to_string(),
    }
}

fn iso(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day())
}
