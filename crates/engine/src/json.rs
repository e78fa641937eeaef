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

/// An object of names and values, each of which becomes JSON.
macro_rules! object {
    ($($name:literal: $value:expr),* $(,)?) => {{
        #[allow(unused_mut, reason = "it may be empty")]
        let mut object = Json::Object(vec![]);
        $(object.put($name, $value);)*
        object
    }};
}

impl Json {
    /// Adds a value to an object.
    #[inline(never)]
    fn put<Value: Into<Json>>(&mut self, name: &'static str, value: Value) {
        self.add(name, value.into());
    }

    /// Adds a value to an object, if there is one.
    fn put_some<Value: Into<Json>>(&mut self, name: &'static str, value: Option<Value>) {
        if let Some(value) = value {
            self.put(name, value);
        }
    }

    #[inline(never)]
    fn add(&mut self, name: &'static str, value: Json) {
        if let Json::Object(entries) = self {
            entries.push((name, value));
        }
    }
}

/// The most gaps that are listed; where rounding makes more, the others are omitted.
const MOST_GAPS: usize = 100;

/// The element's `comparison`: money and rates as decimal strings, money with the currency's digits.
pub fn comparison_json(scenario: &Scenario, comparison: &Comparison) -> Json {
    let currency = scenario.currency();
    let price = |price: Option<Money>| Json::from(price.map(|price| currency.plain(price)));
    // By the fee alone; everything else that is counted has its own key.
    let (_, difference) = comparison.by_fee();
    let matching = matching_by_fee(scenario, comparison);
    let mut json = object! {
        "schedule": schedule(scenario.fee_source(), scenario.fee()),
        "currency": currency.code().to_owned(),
        "gigs": outcome(&comparison.outcomes.gigs, currency),
        "contract": outcome(&comparison.outcomes.contract, currency),
        "ahead": ahead(difference),
        "difference": currency.plain(difference),
        "matchingGigPrice": price(matching.gigs.least()),
        "matchingContractPrice": price(matching.contract.least()),
    };
    put_levels(&mut json, scenario, &matching);
    // Only if the fee jumps: higher prices at which the side falls behind again.
    let gaps = [
        (Side::Gigs, ["matchingGigPriceGaps", "matchingGigListLevelGaps"]),
        (Side::Contract, ["matchingContractPriceGaps", "matchingContractListLevelGaps"]),
    ];
    for (side, [price, level]) in gaps {
        let is_list = scenario.is_list(side);
        json.put_some(if is_list { level } else { price }, gaps_of(matching.get(side), is_list, currency));
    }
    // Only if it is known what clients pay on top.
    if let Some((applied, sides)) = scenario.client().zip(client_sides(scenario, &comparison.outcomes)) {
        let client = object! {
            "schedule": schedule(applied.source, &applied.fee),
            "gigs": client_side(&sides.gigs, currency),
            "contract": client_side(&sides.contract, currency),
        };
        json.put("client", client);
    }
    // Only if more than the fee is counted.
    if let Some(after_costs) = comparison.after_costs.as_ref() {
        let Verdict { difference, matching, .. } = &comparison.verdict;
        let mut verdict = object! {
            "by": after_costs.criterion.word(),
            "ahead": ahead(*difference),
            "difference": currency.plain(*difference),
            "matchingGigPrice": price(matching.gigs.least()),
            "matchingContractPrice": price(matching.contract.least()),
        };
        put_levels(&mut verdict, scenario, matching);
        json.put("costs", by_side(|side| net(after_costs.nets.get(side), currency)));
        json.put("verdict", verdict);
    }
    json
}

/// The parts of `comparison` that are there only if the reader asks for them: months, quotes, risk and leaving.
pub fn extras_json(scenario: &Scenario) -> Json {
    let mut json = object! {};
    if is_spread(scenario) {
        json.put("months", months_of(&months(scenario), scenario.currency()));
    }
    for (name, side) in [("gigLines", Side::Gigs), ("contractLines", Side::Contract)] {
        if scenario.is_list(side) {
            json.put(name, lines_of(scenario, side));
        }
    }
    json.put_some("quote", quote(scenario));
    if let Some(risk) = risk(scenario) {
        json.put("risk", risk_of(&risk, scenario.currency()));
    }
    if let Some(dispute) = arbitration(&scenario.inputs().dispute) {
        json.put("arbitration", object! { "breakEven": dispute.break_even().map(fraction) });
    }
    if let Some(scores) = scores(&scenario.inputs().record) {
        json.put("score", Json::Object(scores.iter().map(score).collect()));
    }
    if is_leaving(scenario) {
        json.put("leaving", leaving_of(&leaving(scenario), scenario.currency()));
    }
    json
}

/// The outcome of each line of a list. Names of clients are omitted.
fn lines_of(scenario: &Scenario, side: Side) -> Json {
    let currency = scenario.currency();
    let line = |found: &LineOutcome| {
        object! {
            "count": found.line.jobs.to_string(),
            "price": currency.plain(found.line.price),
            "gross": currency.plain(found.gross),
            "serviceFee": currency.plain(found.service_fee),
            "takeHome": currency.plain(found.take_home),
        }
    };
    Json::List(list_lines(scenario, side).iter().map(line).collect())
}

/// A chance or a score, to six places.
fn fraction(fraction: Decimal) -> String {
    round(fraction, 6).normalize().to_string()
}

/// The chance that each side ends ahead, and what may remain of it.
fn risk_of(risk: &Risk, currency: Currency) -> Json {
    let chance = |chance: Chance| Json::from(fraction(chance.fraction()));
    let prospect = |side: Side| {
        let Prospect { expected, low, high, unpaid, bad_review } = *risk.prospects.get(side);
        object! {
            "ahead": chance(*risk.ahead.get(side)),
            "expected": currency.plain(expected),
            "low": currency.plain(low),
            "high": currency.plain(high),
            "nonPayment": chance(unpaid),
            "badReview": chance(bad_review),
        }
    };
    object! {
        "gigs": prospect(Side::Gigs),
        "contract": prospect(Side::Contract),
        "level": chance(risk.level),
        "badReviewCosts": currency.plain(risk.review_costs),
    }
}

fn score(score: &Score) -> (&'static str, Json) {
    let name = match score.counting {
        Counting::WithSilent => "withSilent",
        Counting::WithoutSilent => "withoutSilent",
        Counting::GoodLessBad => "goodLessBad",
    };
    let value = |score: Option<Decimal>| Json::from(score.map(fraction));
    let moves = object! {
        "now": value(score.now),
        "afterGood": value(score.after_good),
        "afterBad": value(score.after_bad),
    };
    (name, moves)
}

/// Staying compared with leaving.
fn leaving_of(leaving: &Leaving, currency: Currency) -> Json {
    let plain = |amount: Money| Json::from(currency.plain(amount));
    let side = |side: Side| {
        Json::from(leaving.ways.map(|ways| {
            let ways = ways.get(side);
            object! {
                "stays": plain(ways.stays),
                "leaves": plain(ways.leaves),
                "saving": plain(ways.saving()),
                "conversionFee": ways.conversion.map(plain),
                "monthsLeft": ways.months_left.map(|months| months.to_string()),
                "breakEven": ways.break_even(leaving.worth).map(fraction),
            }
        }))
    };
    object! {
        "direct": leaving.direct.id,
        "gigs": side(Side::Gigs),
        "contract": side(Side::Contract),
        "atStake": plain(leaving.worth),
    }
}

fn ahead(difference: Money) -> &'static str {
    match difference.minor() {
        0 => "neither",
        1.. => "contract",
        _ => "gigs",
    }
}

fn by_side(mut of: impl FnMut(Side) -> Json) -> Json {
    object! { "gigs": of(Side::Gigs), "contract": of(Side::Contract) }
}

fn net(net: &Net, currency: Currency) -> Json {
    object! {
        "bids": net.bids.to_string(),
        "cost": currency.plain(net.cost),
        "takeHome": currency.plain(net.remaining),
        "hours": net.hours.to_string(),
        "hourlyPay": net.hourly.map(|hourly| currency.plain(hourly)),
    }
}

/// The amount that each side has brought by each month, and the months in which the lead changes.
fn months_of(months: &Months, currency: Currency) -> Json {
    let so_far = |side: Side| {
        Json::List(months.sides.get(side).iter().map(|month| currency.plain(month.so_far).into()).collect())
    };
    let overtaking = |(month, side): &(u32, Side)| {
        let ahead = if *side == Side::Gigs { "gigs" } else { "contract" };
        object! { "month": month.to_string(), "ahead": ahead }
    };
    object! {
        "gigs": so_far(Side::Gigs),
        "contract": so_far(Side::Contract),
        "overtakings": Json::List(months.overtakings.iter().map(overtaking).collect()),
    }
}

/// The prices to ask for, if the reader wants to know.
fn quote(scenario: &Scenario) -> Option<Json> {
    let currency = scenario.currency();
    let plain = |amount: Option<Money>| Json::from(amount.map(|amount| currency.plain(amount)));
    let QuoteWishes { keep, hourly_pay: pay, concession: off, .. } = scenario.inputs().quote;
    let side = |side: Side| {
        let is_list = scenario.is_list(side);
        let names = if is_list { ["levelKeeping", "levelPaying"] } else { ["priceKeeping", "pricePaying"] };
        let plainly =
            |pricing: Option<i64>| Json::from(pricing.map(|pricing| plain_pricing(pricing, is_list, currency)));
        let mut entries = object! {};
        entries.put_some(names[0], keep.map(|keep| plainly(price_keeping(scenario, side, keep))));
        entries.put_some(names[1], pay.map(|pay| plainly(price_paying(scenario, side, pay))));
        entries.put_some("concessionCosts", off.map(|off| plain(concession_costs(scenario, side, off))));
        entries
    };
    let hourly = hourly(scenario).map(|hourly| {
        object! {
            "week": currency.plain(hourly.week),
            "gross": currency.plain(hourly.gross),
            "serviceFee": currency.plain(hourly.fee),
            "takeHome": currency.plain(hourly.take_home),
        }
    });
    if keep.or(pay).or(off).is_none() && hourly.is_none() {
        return None;
    }
    let rate = pay.and_then(|pay| rate_keeping(scenario, pay));
    let mut quote = by_side(side);
    quote.put_some("hourly", hourly);
    quote.put_some("rateKeeping", rate.map(|rate| currency.plain(rate)));
    Some(quote)
}

fn gaps_of(matching: &Matching, is_list: bool, currency: Currency) -> Option<Json> {
    let end = |pricing: i64| Json::from(plain_pricing(pricing, is_list, currency));
    let gap = |(from, to): (i64, i64)| object! { "from": end(from), "to": end(to) };
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

/// Adds the least share of each list's prices that matches the other side, if a side is a list.
fn put_levels(json: &mut Json, scenario: &Scenario, matching: &BySide<Matching>) {
    for (side, name) in [(Side::Gigs, "matchingGigListLevel"), (Side::Contract, "matchingContractListLevel")] {
        if scenario.is_list(side) {
            json.put(name, matching.get(side).least_pricing().map(percent));
        }
    }
}

fn client_side(side: &ClientSide, currency: Currency) -> Json {
    object! { "pays": currency.plain(side.pays), "clientFee": currency.plain(side.client_fee) }
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
        object! {
            "title": schedule.source.title,
            "url": schedule.source.url,
            "read": iso(schedule.source.read),
            "certainty": certainty,
        }
    });
    object! {
        "id": source_of_fee.id(),
        "platform": schedule.map(|schedule| schedule.platform().name),
        "fee": fee.to_string(),
        "from": schedule.map(|schedule| since(schedule.from)),
        "until": schedule.and_then(Schedule::until).map(since),
        "source": source,
    }
}

fn outcome(outcome: &Outcome, currency: Currency) -> Json {
    let tiers = outcome.tiers.iter().map(|row| {
        let mut tier = object! {
            "rate": row.rate().fraction().to_string(),
            "amount": currency.plain(row.amount),
            "fee": currency.plain(row.fee),
        };
        // Only if the row is not a tier.
        let kind = match row.kind {
            SliceKind::Tier(..) => None,
            SliceKind::Fixed => Some("fixed"),
            SliceKind::Minimum => Some("minimum"),
            SliceKind::Maximum => Some("maximum"),
            SliceKind::Tax(_) => Some("tax"),
        };
        tier.put_some("kind", kind);
        // Only if it belongs to a charge on what another one leaves, counted from 1.
        tier.put_some("charge", (row.charge > 0).then(|| (row.charge + 1).to_string()));
        tier
    });
    object! {
        "gross": currency.plain(outcome.gross),
        "serviceFee": currency.plain(outcome.service_fee),
        "takeHome": currency.plain(outcome.take_home),
        "effectiveRate": outcome.effective_rate.to_string(),
        "tiers": Json::List(tiers.collect()),
    }
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
