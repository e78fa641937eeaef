//! What does the page say about costs and hours?

use super::words::listed;
use super::{Words, text};
use engine::amount::{Decimal, Money};
use engine::compare::{AfterCosts, Comparison, CostKind, Net, Outcome};
use engine::fees::{Fact, Schedule, Topic};
use engine::scenario::{BySide, Criterion, DecimalMark, Every, Field, Kind, Protection, Scenario, Side, pairs};

/// A quantity for which no official source gives a usual value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumption {
    /// The quantity.
    pub what: &'static str,
    /// The statements of blogs, vendors and surveys.
    pub found: &'static str,
    /// A value to start with.
    pub begin: String,
    /// The same as a link; empty if no field expresses it.
    pub set: &'static str,
}

impl Words {
    /// The heading of costs and hours.
    pub fn costs_heading(&self) -> &'static str {
        text::costs_heading()
    }

    /// The result, in one line: the pay per hour, if the hours of the work itself are known; otherwise costs, and the hours
    /// besides.
    pub fn costs_summary(&self, scenario: &Scenario, counted: Option<&AfterCosts>) -> String {
        let Some(counted) = counted else { return text::costs_unknown().into() };
        let is_timed = [Field::GigHours, Field::ContractHours].iter().all(|hours| scenario.inputs().get(*hours) > 0);
        let hourly = |side: Side| counted.nets.get(side).hourly.filter(|_| is_timed);
        if let (Some(gigs), Some(contract)) = (hourly(Side::Gigs), hourly(Side::Contract)) {
            let (gig_side, contract_side) = (self.format.short_money(gigs), self.format.short_money(contract));
            return text::CostsSummaryHourly { sides: self.sides, gig_side, contract_side }.say();
        }
        let BySide { gigs, contract } = BySide::from_fn(|side| self.cost_and_hours(counted, side));
        let (sides, gig_side, contract_side) = (self.sides, gigs, contract);
        if has_costs(counted) {
            text::CostsSummary { gig_side, contract_side, sides }.say()
        } else {
            text::HoursSummary { gig_side, contract_side, sides }.say()
        }
    }

    /// `$812.50, 61 hours`; the hours alone if neither side has costs.
    fn cost_and_hours(&self, counted: &AfterCosts, side: Side) -> String {
        let net = counted.nets.get(side);
        let cost = self.format.short_money(net.cost);
        if net.hourly.is_none() {
            return if has_costs(counted) { cost } else { text::hours_missing().into() };
        }
        let time = text::Hours { hours: self.format.counted_in_parts(net.hours) }.say();
        if has_costs(counted) { text::List { before: cost, item: time }.say() } else { time }
    }

    /// A side's hours; they are unpaid ones if the hours of the work itself are not known.
    pub(super) fn time(&self, net: &Net) -> String {
        let hours = self.format.counted_in_parts(net.hours);
        if net.times_work { text::Hours { hours }.say() } else { text::UnpaidHours { hours }.say() }
    }

    /// The main number of a side: what remains, or its hourly pay.
    pub fn main_number(&self, criterion: Criterion, net: &Net) -> String {
        match criterion {
            Criterion::Money => self.format.short_money(net.remaining),
            Criterion::Hour => text::Hourly { amount: self.format.short_money(net.hourly.unwrap_or_default()) }.say(),
        }
    }

    /// The main number of a side, with the text beside its bar.
    pub fn kept(&self, comparison: &Comparison, side: Side) -> [String; 2] {
        let outcome = comparison.outcomes.get(side);
        match comparison.after_costs.as_ref() {
            Some(counted) => [
                self.main_number(counted.criterion, counted.nets.get(side)),
                self.fee_and_costs(outcome, counted, side),
            ],
            None => [self.format.short_money(outcome.take_home), self.fee_of(outcome)],
        }
    }

    /// The fee, costs, hours, and the number that is not the main one.
    fn fee_and_costs(&self, outcome: &Outcome, counted: &AfterCosts, side: Side) -> String {
        let net = counted.nets.get(side);
        let (fee, cost) = (self.fee_of(outcome), self.format.short_money(net.cost));
        // Hours alone are no costs.
        let fee = if has_costs(counted) { text::FeeAndCosts { fee, cost }.say() } else { fee };
        let Some(hourly) = net.hourly else { return fee };
        let time = self.time(net);
        match counted.criterion {
            Criterion::Money if !net.times_work => text::FeeAndTime { fee, time }.say(),
            Criterion::Money => text::FeeAndHourly { fee, time, hourly: self.format.short_money(hourly) }.say(),
            Criterion::Hour => {
                text::FeeAndTakeHome { fee, take_home: self.format.short_money(net.remaining), time }.say()
            }
        }
    }

    /// The name of a criterion.
    pub fn by(&self, criterion: Criterion) -> &'static str {
        match criterion {
            Criterion::Money => text::by_money(),
            Criterion::Hour => text::by_hour(),
        }
    }

    /// The page's name for a word of a choice; nothing if the field has no such word.
    pub fn choice(&self, field: Field, word: &str) -> &'static str {
        let name = if field == Field::Verdict {
            Criterion::of(word).map(|criterion| self.by(criterion))
        } else if field == Field::Withdrawals {
            Every::of(word).map(|every| match every {
                Every::Payment => text::withdrawals_payment(),
                Every::Month => text::withdrawals_month(),
            })
        } else if field == Field::DirectSchedule {
            Schedule::find(word).map(|schedule| schedule.platform().name)
        } else {
            Protection::of(word).map(|protection| match protection {
                Protection::None => text::protection_none(),
                Protection::Escrow => text::protection_escrow(),
                Protection::Hourly => text::protection_hourly(),
            })
        };
        name.unwrap_or_default()
    }

    /// One row for each thing that is counted, with its amount on a side.
    pub fn cost_rows(&self, take_home: String, net: &Net) -> Vec<(String, String)> {
        let mut rows = vec![(text::row_after_fee().to_owned(), take_home)];
        let bids = || self.format.counted_in_parts(net.bids);
        rows.extend(net.costs.iter().map(|(kind, cost)| {
            let name = match kind {
                CostKind::Bids => text::RowBids { bids: bids() }.say(),
                CostKind::Connects => text::RowConnects { bids: bids() }.say(),
                CostKind::Membership => text::row_membership().into(),
                CostKind::BoughtIn => text::row_bought_in().into(),
                CostKind::Withdrawals => text::row_withdrawals().into(),
            };
            (name, self.format.money(-*cost))
        }));
        rows.push((text::row_left().into(), self.format.money(net.remaining)));
        if let Some(hourly) = net.hourly {
            let hours = if net.times_work { text::row_hours() } else { text::row_unpaid_hours() };
            rows.push((hours.into(), self.format.decimal(net.hours)));
            if net.times_work {
                rows.push((text::row_hourly().into(), self.format.money(hourly)));
            }
        }
        rows
    }

    /// The explanation of the fields for costs.
    pub fn costs_hint(&self) -> &'static str {
        text::costs_hint()
    }

    /// A start date.
    pub fn fact_since(&self, fact: &Fact) -> String {
        text::Since { day: self.day(fact.from) }.say()
    }

    /// The findings about each quantity, and values to start with.
    pub fn assumptions(&self) -> [Assumption; 6] {
        let row = |what, found, set: &'static str| {
            let begin = match pairs(set).first() {
                Some((field, value)) => self.set_to(*field, value),
                // No field is the unpaid share.
                None => self.format.fraction(Decimal::new(30, 2)),
            };
            Assumption { what, found, begin, set }
        };
        [
            row(text::assume_new(), text::assume_new_found(), "gig-win-rate=5&contract-win-rate=5"),
            row(text::assume_established(), text::assume_established_found(), "gig-win-rate=10&contract-win-rate=10"),
            row(text::assume_minutes(), text::assume_minutes_found(), "bid-minutes=35"),
            row(text::assume_connects(), text::assume_connects_found(), "bid-connects=12"),
            row(text::assume_overhead(), text::assume_overhead_found(), "client-overhead=1.5"),
            row(text::assume_unpaid(), text::assume_unpaid_found(), ""),
        ]
    }

    /// The name of an assumption's button, for screen readers.
    pub fn assume(&self, assumption: &Assumption) -> String {
        text::ButtonNamed { button: assumption.begin.clone(), list: assumption.what.to_owned() }.say()
    }

    /// The button that fills in the values of a fact.
    pub fn use_fact(&self, fact: &Fact) -> &'static str {
        match fact.topic {
            Topic::Bidding => text::use_connects(),
            Topic::Reviews => text::use_review(),
            Topic::Payment => text::use_payment(),
            Topic::Dispute => text::use_arbitration(),
            Topic::Leaving => text::use_conversion(),
            Topic::Score => text::use_these(),
        }
    }

    /// The same with every field that it fills in, for screen readers.
    pub fn use_fact_named(&self, fact: &Fact) -> String {
        let button = self.use_fact(fact).to_owned();
        text::ButtonNamed { button, list: listed(&mut self.fields_set(fact.set)).unwrap_or_default() }.say()
    }

    /// The values that a link sets, field by field: `Win rate, gigs 10%`.
    fn fields_set(&self, link: &str) -> impl Iterator<Item = String> {
        let set = |(field, value): (Field, String)| {
            text::SetField { label: self.label_with_side(field), value: self.set_to(field, &value) }.say()
        };
        pairs(link).into_iter().map(set)
    }

    /// The value to which a link sets a field.
    fn set_to(&self, field: Field, value: &str) -> String {
        if let Kind::Choice(_) = field.kind() {
            return self.choice(field, value).to_owned();
        }
        self.format.written(field, value, DecimalMark::Point)
    }

    /// The text before the assumptions.
    pub fn assumptions_hint(&self) -> &'static str {
        text::assumptions_hint()
    }

    /// The headings of the assumptions.
    pub fn assumptions_columns(&self) -> [&'static str; 3] {
        [text::assumptions_what(), text::assumptions_found(), text::assumptions_begin()]
    }

    /// The heading over a platform's charges for bids over time.
    pub fn eras_hint(&self) -> &'static str {
        text::bids_known()
    }
}

/// Whether either side has costs, and not hours alone.
fn has_costs(counted: &AfterCosts) -> bool {
    [Side::Gigs, Side::Contract].iter().any(|side| counted.nets.get(*side).cost != Money::ZERO)
}
