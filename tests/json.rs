//! The public form of a comparison.

mod support;

use serde_json::{Value, json};
use support::scenario;
use take_home::compare::compare;
use take_home::report::{Json, comparison_json};

fn json_of(link: &str) -> Value {
    let scenario = scenario(link);
    value(&comparison_json(&scenario, &compare(&scenario)))
}

fn value(json: &Json) -> Value {
    match json {
        Json::Nothing => Value::Null,
        Json::Text(text) => Value::from(text.as_ref()),
        Json::List(items) => items.iter().map(value).collect(),
        Json::Object(entries) => entries.iter().map(|(name, entry)| ((*name).to_owned(), value(entry))).collect(),
    }
}

#[test]
fn the_example() {
    assert_eq!(
        json_of(""),
        json!({
            "schedule": {
                "id": "upwork-2016", "platform": "Upwork", "fee": "20% to 500, 10% to 10000, 5% per client",
                "from": "2016-06-21", "until": "2023-05-02",
                "source": {
                    "title": "Freelancer Service Fees",
                    "url": "https://support.upwork.com/hc/en-us/articles/211062538-Freelancer-Service-Fees",
                    "read": "2026-11-22",
                    "certainty": "official",
                },
            },
            "client": {
                "schedule": {
                    "id": "upwork-client-2019", "platform": "Upwork", "fee": "3%",
                    "from": "2019-06-12", "until": "2023",
                    "source": {
                        "title": "Client Membership Plan Changes (June 12, 2019)",
                        "url": "https://support.upwork.com/hc/en-us/articles/360024220133-Client-Membership-Plan-Changes-June-12-2019",
                        "read": "2026-11-22",
                        "certainty": "official",
                    },
                },
                "gigs": {"pays": "15450.00", "clientFee": "450.00"},
                "contract": {"pays": "15450.00", "clientFee": "450.00"},
            },
            "currency": "USD",
            "gigs": {
                "gross": "15000.00", "serviceFee": "3000.00", "takeHome": "12000.00", "effectiveRate": "0.2",
                "tiers": [{"rate": "0.2", "amount": "15000.00", "fee": "3000.00"}],
            },
            "contract": {
                "gross": "15000.00", "serviceFee": "1300.00", "takeHome": "13700.00", "effectiveRate": "0.0867",
                "tiers": [
                    {"rate": "0.2", "amount": "500.00", "fee": "100.00"},
                    {"rate": "0.1", "amount": "9500.00", "fee": "950.00"},
                    {"rate": "0.05", "amount": "5000.00", "fee": "250.00"},
                ],
            },
            "ahead": "contract", "difference": "1700.00",
            "matchingGigPrice": "562.97", "matchingContractPrice": "13210.53",
        })
    );
}

#[test]
fn a_fee_of_ones_own() {
    let json = json_of("fee=10%25, at least 5 per contract&currency=EUR&gigs=10&gig-price=30");
    assert_eq!(
        json["schedule"],
        json!({
            "id": "custom", "platform": null, "fee": "10% at least 5 per contract",
            "from": null, "until": null, "source": null,
        })
    );
    assert_eq!(json["currency"], "EUR");
    assert_eq!(
        json["gigs"]["tiers"],
        json!([
            {"rate": "0.1", "amount": "300.00", "fee": "30.00"},
            {"rate": "0", "amount": "0.00", "fee": "20.00", "kind": "minimum"},
        ])
    );
    assert_eq!(json["ahead"], "contract");
    assert_eq!(json["difference"], "20.00", "270 − (300 − 10 × 5)");
}

#[test]
fn what_does_not_exist_is_null() {
    // No gig price within a trillion keeps as much as the whole of it.
    let json = json_of("schedule=upwork-2025&gig-rate=15&contract-rate=0&contract-price=1000000000000");
    assert_eq!(json["matchingGigPrice"], Value::Null);
    assert_eq!(json["matchingContractPrice"], "12750.00");
    assert_eq!(json["schedule"]["until"], Value::Null);
}

#[test]
fn a_level_comparison() {
    let json = json_of("schedule=upwork-2023");
    assert_eq!(json["ahead"], "neither");
    assert_eq!(json["difference"], "0.00");
    assert_eq!(json["gigs"]["effectiveRate"], "0.1");
}
