//! What does `comparison` look like? Its wire format as JSON.

use std::borrow::Cow;
use std::fmt;

use time::Date;

use crate::amount::{Currency, Decimal, Money, round};
use crate::compare::{
    Chance, ClientSide, Comparison, Counting, Leaving, LineOutcome, Matching, Months, Net, Outcome, Prospect, Risk,
    Score, Verdict, arbitration, client_sides, concession_costs, hourly, is_leaving, is_spread, leaving, list_lines,
    matching_by_fee, months, price_keeping, price_paying, rate_keeping, risk, scores,
};
use crate::fees::{Certainty, Fee, Schedule, Since, SliceKind};
use crate::scenario::{BySide, FeeSource, QuoteWishes, Scenario, Side};

/// The JSON that a comparison needs, without numbers and booleans. The element turns it into a JavaScript object, the
/// tests into text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`
    Nothing,
    /// `"12000.00"`
    Text(Cow<'static, str>),
    /// `[…]`
    List(Vec<Json>),
    /// `{"gross": …}`, in the order of `docs/reference.md`.
    Object(Vec<(&'static str, Json)>),
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let separated = |f: &mut fmt::Formatter<'_>, index: usize| f.write_str(if index > 0 { "," } else { "" });
        match self {
            Json::Nothing => f.write_str("null"),
            // Only for digits, names of sides and the like.
            Json::Text(text) => write!(f, "\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
            Json::List(items) => {
                f.write_str("[")?;
                for (index, item) in items.iter().enumerate() {
                    separated(f, index)?;
                    item.fmt(f)?;
                }
                f.write_str("]")
            }
            Json::Object(entries) => {
                f.write_str("{")?;
                for (index, (name, value)) in entries.iter().enumerate() {
                    separated(f, index)?;
                    write!(f, "\"{name}\":{value}")?;
                }
                f.write_str("}")
            }
        }
    }
}

impl From<&'static str> for Json {
    fn from(text: &'static str) -> Json {
        Json::Text(text.into())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Json {
        Json::Text(text.into())
    }
}

impl<Value: Into<Json>> From<Option<Value>> for Json {
    fn from(value: Option<Value>) -> Json {
        value.map_or(Json::Nothing, Into::into)
    }
}

/// Where rounding makes more gaps than this, the others are left out.
const MOST_GAPS: usize = 100;

/// The element's `comparison`: money and rates as decimal strings, money with the currency's digits.
pub fn comparison_json(scenario: &Scenario, comparison: &Comparison) -> Json {
    let currency = scenario.currency();
    let price = |price: Option<Money>| Json::from(price.map(|price| currency.plain(price)));
    // By the fee alone; everything else that is counted has its own key.
    let (_, difference) = comparison.by_fee();
    let matching = matching_by_fee(scenario, comparison);
    let mut json = vec![
        ("schedule", schedule(scenario.fee_source(), scenario.fee())),
        ("currency", currency.code().to_owned().into()),
        ("gigs", outcome(&comparison.outcomes.gigs, currency)),
        ("contract", outcome(&comparison.outcomes.contract, currency)),
        ("ahead", ahead(difference).into()),
        ("difference", currency.plain(difference).into()),
        ("matchingGigPrice", price(matching.gigs.least())),
        ("matchingContractPrice", price(matching.contract.least())),
    ];
    json.extend(levels(scenario, &matching));
    // Only if the fee jumps: higher prices at which the side falls behind again.
    let gaps = [
        (Side::Gigs, ["matchingGigPriceGaps", "matchingGigListLevelGaps"]),
        (Side::Contract, ["matchingContractPriceGaps", "matchingContractListLevelGaps"]),
    ];
    json.extend(gaps.into_iter().filter_map(|(side, [price, level])| {
        let is_list = scenario.is_list(side);
        Some((if is_list { level } else { price }, gaps_of(matching.get(side), is_list, currency)?))
    }));
    // Only if it is known what clients pay on top.
    if let Some((applied, sides)) = scenario.client().zip(client_sides(scenario, &comparison.outcomes)) {
        let client = vec![
            ("schedule", schedule(applied.source, &applied.fee)),
            ("gigs", client_side(&sides.gigs, currency)),
            ("contract", client_side(&sides.contract, currency)),
        ];
        json.push(("client", Json::Object(client)));
    }
    // Only if more than the fee is counted.
    if let Some(after_costs) = comparison.after_costs.as_ref() {
        let Verdict { difference, matching, .. } = &comparison.verdict;
        let mut verdict = vec![
            ("by", after_costs.criterion.word().into()),
            ("ahead", ahead(*difference).into()),
            ("difference", currency.plain(*difference).into()),
            ("matchingGigPrice", price(matching.gigs.least())),
            ("matchingContractPrice", price(matching.contract.least())),
        ];
        verdict.extend(levels(scenario, matching));
        json.push(("costs", by_side(|side| net(after_costs.nets.get(side), currency))));
        json.push(("verdict", Json::Object(verdict)));
    }
    Json::Object(json)
}

/// What `comparison` contains in addition if the reader asks for it: months, quotes, risk and leaving.
pub fn extras_json(scenario: &Scenario) -> Json {
    let mut json = vec![];
    if is_spread(scenario) {
        json.push(("months", months_of(&months(scenario), scenario.currency())));
    }
    let lists = [("gigLines", Side::Gigs), ("contractLines", Side::Contract)];
    let lists = lists.into_iter().filter(|(_, side)| scenario.is_list(*side));
    json.extend(lists.map(|(name, side)| (name, lines_of(scenario, side))));
    json.extend(quote(scenario).map(|quote| ("quote", quote)));
    json.extend(risk(scenario).map(|risk| ("risk", risk_of(&risk, scenario.currency()))));
    json.extend(
        arbitration(&scenario.inputs().dispute).map(|dispute| {
            ("arbitration", Json::Object(vec![("breakEven", dispute.break_even().map(fraction).into())]))
        }),
    );
    json.extend(
        scores(&scenario.inputs().record).map(|scores| ("score", Json::Object(scores.iter().map(score).collect()))),
    );
    if is_leaving(scenario) {
        json.push(("leaving", leaving_of(&leaving(scenario), scenario.currency())));
    }
    Json::Object(json)
}

/// What each line of a list leaves. Names of clients stay out of it.
fn lines_of(scenario: &Scenario, side: Side) -> Json {
    let currency = scenario.currency();
    let line = |found: &LineOutcome| {
        Json::Object(vec![
            ("count", found.line.jobs.to_string().into()),
            ("price", currency.plain(found.line.price).into()),
            ("gross", currency.plain(found.gross).into()),
            ("serviceFee", currency.plain(found.service_fee).into()),
            ("takeHome", currency.plain(found.take_home).into()),
        ])
    };
    Json::List(list_lines(scenario, side).iter().map(line).collect())
}

/// A chance or a score, to six places.
fn fraction(fraction: Decimal) -> String {
    round(fraction, 6).normalize().to_string()
}

/// How often each side ends ahead, and what may remain of it.
fn risk_of(risk: &Risk, currency: Currency) -> Json {
    let chance = |chance: Chance| Json::from(fraction(chance.fraction()));
    let prospect = |side: Side| {
        let Prospect { expected, low, high, unpaid, bad_review } = *risk.prospects.get(side);
        Json::Object(vec![
            ("ahead", chance(*risk.ahead.get(side))),
            ("expected", currency.plain(expected).into()),
            ("low", currency.plain(low).into()),
            ("high", currency.plain(high).into()),
            ("nonPayment", chance(unpaid)),
            ("badReview", chance(bad_review)),
        ])
    };
    Json::Object(vec![
        ("gigs", prospect(Side::Gigs)),
        ("contract", prospect(Side::Contract)),
        ("level", chance(risk.level)),
        ("badReviewCosts", currency.plain(risk.review_costs).into()),
    ])
}

fn score(score: &Score) -> (&'static str, Json) {
    let name = match score.counting {
        Counting::WithSilent => "withSilent",
        Counting::WithoutSilent => "withoutSilent",
        Counting::GoodLessBad => "goodLessBad",
    };
    let value = |score: Option<Decimal>| Json::from(score.map(fraction));
    let moves =
        vec![("now", value(score.now)), ("afterGood", value(score.after_good)), ("afterBad", value(score.after_bad))];
    (name, Json::Object(moves))
}

/// Staying compared with leaving.
fn leaving_of(leaving: &Leaving, currency: Currency) -> Json {
    let plain = |amount: Money| Json::from(currency.plain(amount));
    let side = |side: Side| {
        Json::from(leaving.ways.map(|ways| {
            let ways = ways.get(side);
            Json::Object(vec![
                ("stays", plain(ways.stays)),
                ("leaves", plain(ways.leaves)),
                ("saving", plain(ways.saving())),
                ("conversionFee", ways.conversion.map(plain).into()),
                ("monthsLeft", ways.months_left.map(|months| months.to_string()).into()),
                ("breakEven", ways.break_even(leaving.worth).map(fraction).into()),
            ])
        }))
    };
    Json::Object(vec![
        ("direct", leaving.direct.id.into()),
        ("gigs", side(Side::Gigs)),
        ("contract", side(Side::Contract)),
        ("atStake", plain(leaving.worth)),
    ])
}

fn ahead(difference: Money) -> &'static str {
    match difference.minor() {
        0 => "neither",
        1.. => "contract",
        _ => "gigs",
    }
}

fn by_side(mut of: impl FnMut(Side) -> Json) -> Json {
    Json::Object(vec![("gigs", of(Side::Gigs)), ("contract", of(Side::Contract))])
}

fn net(net: &Net, currency: Currency) -> Json {
    Json::Object(vec![
        ("bids", net.bids.to_string().into()),
        ("cost", currency.plain(net.cost).into()),
        ("takeHome", currency.plain(net.remaining).into()),
        ("hours", net.hours.to_string().into()),
        ("hourlyPay", net.hourly.map(|hourly| currency.plain(hourly)).into()),
    ])
}

/// What each side has brought by each month, and when the lead changes.
fn months_of(months: &Months, currency: Currency) -> Json {
    let so_far = |side: Side| {
        Json::List(months.sides.get(side).iter().map(|month| currency.plain(month.so_far).into()).collect())
    };
    let overtaking = |(month, side): &(u32, Side)| {
        let ahead = if *side == Side::Gigs { "gigs" } else { "contract" };
        Json::Object(vec![("month", month.to_string().into()), ("ahead", ahead.into())])
    };
    Json::Object(vec![
        ("gigs", so_far(Side::Gigs)),
        ("contract", so_far(Side::Contract)),
        ("overtakings", Json::List(months.overtakings.iter().map(overtaking).collect())),
    ])
}

/// What to ask for, if the reader wants to know.
fn quote(scenario: &Scenario) -> Option<Json> {
    let currency = scenario.currency();
    let plain = |amount: Option<Money>| Json::from(amount.map(|amount| currency.plain(amount)));
    let QuoteWishes { keep, hourly_pay: pay, concession: off, .. } = scenario.inputs().quote;
    let side = |side: Side| {
        let is_list = scenario.is_list(side);
        let names = if is_list { ["levelKeeping", "levelPaying"] } else { ["priceKeeping", "pricePaying"] };
        let plainly =
            |pricing: Option<i64>| Json::from(pricing.map(|pricing| plain_pricing(pricing, is_list, currency)));
        let entries = [
            keep.map(|keep| (names[0], plainly(price_keeping(scenario, side, keep)))),
            pay.map(|pay| (names[1], plainly(price_paying(scenario, side, pay)))),
            off.map(|off| ("concessionCosts", plain(concession_costs(scenario, side, off)))),
        ];
        Json::Object(entries.into_iter().flatten().collect())
    };
    let hourly = hourly(scenario).map(|hourly| {
        Json::Object(vec![
            ("week", currency.plain(hourly.week).into()),
            ("gross", currency.plain(hourly.gross).into()),
            ("serviceFee", currency.plain(hourly.fee).into()),
            ("takeHome", currency.plain(hourly.take_home).into()),
        ])
    });
    if keep.or(pay).or(off).is_none() && hourly.is_none() {
        return None;
    }
    let rate = pay.and_then(|pay| rate_keeping(scenario, pay));
    let mut quote = vec![("gigs", side(Side::Gigs)), ("contract", side(Side::Contract))];
    quote.extend(hourly.map(|hourly| ("hourly", hourly)));
    quote.extend(rate.map(|rate| ("rateKeeping", plain(Some(rate)))));
    Some(Json::Object(quote))
}

fn gaps_of(matching: &Matching, is_list: bool, currency: Currency) -> Option<Json> {
    let end = |pricing: i64| Json::from(plain_pricing(pricing, is_list, currency));
    let gap = |(from, to): (i64, i64)| Json::Object(vec![("from", end(from)), ("to", end(to))]);
    let gaps: Vec<Json> = matching.pricing_gaps().take(MOST_GAPS).map(gap).collect();
    (!gaps.is_empty()).then_some(Json::List(gaps))
}

/// A price, or a share of a list's prices in percent.
fn plain_pricing(pricing: i64, is_list: bool, currency: Currency) -> String {
    if is_list { percent(pricing) } else { currency.plain(Money::from_minor(pricing)) }
}

/// A percentage from hundredths of it.
fn percent(hundredths: i64) -> String {
    Decimal::new(hundredths, 2).normalize().to_string()
}

/// Only if a side is a list: the least share of its prices that matches the other side.
fn levels(scenario: &Scenario, matching: &BySide<Matching>) -> Vec<(&'static str, Json)> {
    let names = [(Side::Gigs, "matchingGigListLevel"), (Side::Contract, "matchingContractListLevel")];
    let lists = names.into_iter().filter(|(side, _)| scenario.is_list(*side));
    lists.map(|(side, name)| (name, matching.get(side).least_pricing().map(percent).into())).collect()
}

fn client_side(side: &ClientSide, currency: Currency) -> Json {
    Json::Object(vec![
        ("pays", currency.plain(side.pays).into()),
        ("clientFee", currency.plain(side.client_fee).into()),
    ])
}

fn schedule(source_of_fee: FeeSource, fee: &Fee) -> Json {
    let schedule = match source_of_fee {
        FeeSource::Schedule(schedule) => Some(schedule),
        FeeSource::Custom => None,
    };
    let source = schedule.map(|schedule| {
        let certainty = match schedule.certainty {
            Certainty::Official => "official",
            Certainty::Quoted => "quoted",
            Certainty::ThirdParty => "third-party",
            Certainty::Conflicting => "conflicting",
            Certainty::Reconstructed => "reconstructed",
        };
        Json::Object(vec![
            ("title", schedule.source.title.into()),
            ("url", schedule.source.url.into()),
            ("read", iso(schedule.source.read).into()),
            ("certainty", certainty.into()),
        ])
    });
    Json::Object(vec![
        ("id", source_of_fee.id().into()),
        ("platform", schedule.map(|schedule| schedule.platform().name).into()),
        ("fee", fee.to_string().into()),
        ("from", schedule.map(|schedule| since(schedule.from)).into()),
        ("until", schedule.and_then(Schedule::until).map(since).into()),
        ("source", source.into()),
    ])
}

fn outcome(outcome: &Outcome, currency: Currency) -> Json {
    let tiers = outcome.tiers.iter().map(|row| {
        let mut tier = vec![
            ("rate", row.rate().fraction().to_string().into()),
            ("amount", currency.plain(row.amount).into()),
            ("fee", currency.plain(row.fee).into()),
        ];
        // Only if the row is not a tier.
        let kind = match row.kind {
            SliceKind::Tier(..) => None,
            SliceKind::Fixed => Some("fixed"),
            SliceKind::Minimum => Some("minimum"),
            SliceKind::Maximum => Some("maximum"),
            SliceKind::Tax(_) => Some("tax"),
        };
        tier.extend(kind.map(|kind| ("kind", kind.into())));
        // Only if it belongs to a charge on what another one leaves, counted from 1.
        tier.extend((row.charge > 0).then(|| ("charge", (row.charge + 1).to_string().into())));
        Json::Object(tier)
    });
    Json::Object(vec![
        ("gross", currency.plain(outcome.gross).into()),
        ("serviceFee", currency.plain(outcome.service_fee).into()),
        ("takeHome", currency.plain(outcome.take_home).into()),
        ("effectiveRate", outcome.effective_rate.to_string().into()),
        ("tiers", Json::List(tiers.collect())),
    ])
}

/// A day, or only the year if no more is known.
fn since(since: Since) -> String {
    match since {
        Since::On(day) => iso(day),
        Since::About(year) | Since::By(year) => year.to_string(),
    }
}

fn iso(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day())
}
