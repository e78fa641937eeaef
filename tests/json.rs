//! Does the public form of a comparison stay as it is?

mod support;

use serde_json::{Value, json};
use support::scenario;
use take_home::compare::compare;
use take_home::json::{Json, comparison_json};

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
fn the_example_has_every_key_with_its_figure() {
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

#[test]
fn costs_and_their_verdict_are_as_the_readme_has_them() {
    let link = "bid-minutes=35&bid-connects=12&connect-price=0.15&gig-hours=8&contract-hours=200&client-overhead=1.5";
    let scenario = support::scenario(link);
    let json = value(&comparison_json(&scenario, &take_home::compare::compare(&scenario)));
    assert_eq!(
        json["costs"]["gigs"],
        serde_json::json!({"bids": "300", "cost": "540.00", "takeHome": "11460.00", "hours": "460", "hourlyPay": "24.91"})
    );
    assert_eq!(
        json["costs"]["contract"],
        serde_json::json!({"bids": "10", "cost": "18.00", "takeHome": "13682.00", "hours": "207.33", "hourlyPay": "65.99"})
    );
    assert_eq!(
        json["verdict"],
        serde_json::json!({"by": "money", "ahead": "contract", "difference": "2222.00",
            "matchingGigPrice": "582.30", "matchingContractPrice": "12661.05"})
    );
    assert_eq!(json["difference"], "1700.00", "that of the fee alone");
}

#[test]
fn months_and_quotes_are_json_that_can_be_read() {
    let link = "contract-payments=10&contract-duration=10&keep=12000&hourly-pay=20&concession=50\
                &hourly-rate=22.22&weekly-hours=12&weeks=1&schedule=upwork-2023";
    let extras = take_home::json::extras_json(&support::scenario(link)).to_string();
    let json: Value = serde_json::from_str(&extras).unwrap();
    assert_eq!(json["months"]["contract"][9], "13500.00", "15,000 less 10%");
    assert_eq!(json["quote"]["rateKeeping"], "22.23");
    assert_eq!(json["quote"]["gigs"]["pricePaying"], Value::Null, "no hours");
    assert_eq!(json["quote"]["gigs"]["concessionCosts"], "1350.00", "30 × 50 × 90%");
    assert_eq!(take_home::json::extras_json(&support::scenario("")).to_string(), "{}");
}

#[test]
fn risk_and_leaving_are_as_the_readme_has_them() {
    let link = "bad-review=9&average-price=1000&non-payment=3&claim=1000&arbitration-fee=297&good-jobs=4&bad-jobs=1\
                &conversion-rate=20&rebuild-months=5&monthly-take-home=5000&contract-months=6";
    let extras = take_home::json::extras_json(&support::scenario(link)).to_string();
    let json: Value = serde_json::from_str(&extras).unwrap();
    assert_eq!(json["risk"]["badReviewCosts"], "2000.00", "10 × 1,000 × 20%");
    assert_eq!(json["risk"]["gigs"]["expected"], "6240.00", "12,000 × 97% − 30 × 9% × 2,000");
    assert_eq!(
        json["risk"]["contract"],
        json!({"ahead": "0.968915", "expected": "13109.00", "low": "11700.00", "high": "13700.00",
            "nonPayment": "0.03", "badReview": "0.09"}),
        "13,700 × 97% − 9% × 2,000; every pair of cases by hand, in fractions"
    );
    assert_eq!(json["arbitration"], json!({"breakEven": "0.297"}), "297 ÷ 1,000");
    assert_eq!(json["score"]["withoutSilent"], json!({"now": "0.8", "afterGood": "0.833333", "afterBad": "0.666667"}));
    assert_eq!(
        json["leaving"]["contract"],
        json!({"stays": "13700.00", "leaves": "14476.01", "saving": "776.01", "conversionFee": "4992.00",
            "monthsLeft": "18", "breakEven": "0.03104"}),
        "776.01 ÷ 25,000"
    );
    assert_eq!(json["leaving"]["atStake"], "25000.00");
    assert_eq!(json["leaving"]["direct"], "paypal-2023");
}
