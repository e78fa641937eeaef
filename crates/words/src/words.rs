//! What does the verdict say, and how is it worked out? Sentences are whole, with placeholders; views join none.

use super::text;
use super::{Format, Phrase, Sides};
use engine::amount::{Currency, Decimal, Money};
use engine::compare::{Comparison, Lead, Outcome, PaymentGroup, Stretch};
use engine::fees::{Basis, Schedule, Slice, SliceKind};
use engine::scenario::{BySide, Clients, Criterion, Draft, Effect, Field, Group, Kind, Problem, Scenario, Side};

/// The changes that would reverse the verdict: pieces of text, some of which are a value to try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn(pub Vec<(String, Option<Try>)>);

/// A value that the reader can try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Try {
    /// The field that it belongs to.
    pub field: Field,
    /// The text for the field.
    pub value: String,
    /// The name of the button, for screen readers.
    pub name: String,
}

impl Turn {
    pub(super) fn plainly(text: String) -> Turn {
        Turn(vec![(text, None)])
    }

    /// The same after another sentence.
    fn after(mut self, sentence: String) -> Turn {
        self.0.insert(0, (sentence + " ", None));
        self
    }

    /// The same with another sentence after it.
    fn before(mut self, sentence: &str) -> Turn {
        self.0.push((format!(" {sentence}"), None));
        self
    }

    /// The text alone.
    pub fn plain(&self) -> String {
        self.0.iter().map(|(part, _)| part.as_str()).collect()
    }
}

/// The working of one side's fee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Working {
    /// The steps, in order.
    pub rows: Vec<WorkingRow>,
    /// `$15,000.00 − $1,300.00`
    pub sum: String,
    /// `$13,700.00`
    pub take_home: String,
}

/// One step of a working.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorkingRow {
    /// The payments that the next rows belong to.
    Heading(String),
    /// A part of a fee, and its amount.
    Part(String, String),
    /// The sum of the parts.
    Total(String, String),
}

/// The most groups of payments that a working shows one by one. A list may have thousands.
const MOST_GROUPS: usize = 60;

/// The words of one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// The look of numbers on it.
    pub format: Format,
    /// The names of the two sides.
    pub sides: Sides,
    /// Whether leads are per hour.
    pub is_by_hour: bool,
    /// The clients whose earlier billings count.
    pub billed: BySide<Billed>,
}

/// The clients whose earlier billings count, by the fee.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Billed {
    /// Each client, of several.
    EachClient,
    /// The client.
    Client,
    /// All clients, in this month.
    Month,
    /// All clients, at any time.
    Account,
}

/// An action with the whole comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareButton {
    /// Copy its link.
    Link,
    /// Print it.
    Print,
    /// Export it as text, table, file or picture.
    Export,
    /// Save it on the device.
    Saved,
    /// Embed it in a page.
    Embed,
}

impl Words {
    /// The words for a draft, with amounts in `currency`, before anything is known of its fee.
    pub fn new(draft: &Draft, currency: Currency) -> Words {
        let sides = match [Side::Gigs, Side::Contract].map(|side| draft.has_list(side)) {
            [_, true] => Sides::These,
            [true, false] => Sides::List,
            [false, false] if draft.number(Field::Gigs).is_ok_and(|gigs| gigs == Decimal::ONE) => Sides::One,
            [false, false] => Sides::Usual,
        };
        let format = Format { currency, mark: draft.decimal_mark() };
        let billed = BySide { gigs: Billed::EachClient, contract: Billed::Client };
        Words { format, sides, is_by_hour: false, billed }
    }

    /// The words for a draft and its comparison.
    pub fn of(draft: &Draft, scenario: &Scenario, comparison: &Comparison) -> Words {
        let billed = |side: Side| match (scenario.terms().get(side).basis(), scenario.plans().get(side).clients()) {
            (Basis::Month, _) => Billed::Month,
            (Basis::Account, _) => Billed::Account,
            (Basis::Client | Basis::Contract | Basis::Payment, Some(Clients::One)) => Billed::Client,
            // A list usually has several clients.
            (Basis::Client | Basis::Contract | Basis::Payment, _) => Billed::EachClient,
        };
        Words {
            is_by_hour: comparison.is_by_hour(),
            billed: BySide::from_fn(billed),
            ..Words::new(draft, scenario.currency())
        }
    }

    /// The same where the number of gigs varies: one gig is some of many.
    #[must_use]
    pub fn for_any_number(self) -> Words {
        let sides = if self.sides == Sides::One { Sides::Usual } else { self.sides };
        Words { sides, ..self }
    }

    /// The side that is ahead, and by how much.
    pub fn verdict(&self, comparison: &Comparison) -> Phrase {
        let amount = self.format.short_money(comparison.verdict.difference.abs());
        let lead = comparison.verdict.lead;
        let counted = comparison.after_costs.as_ref().filter(|counted| counted.may_change_verdict());
        let criterion = counted.map(|counted| counted.criterion);
        match (lead, criterion) {
            (Lead::Ahead(Side::Contract), Some(Criterion::Hour)) => {
                text::VerdictContractHour { sides: self.sides, amount }.say()
            }
            (Lead::Ahead(Side::Gigs), Some(Criterion::Hour)) => {
                text::VerdictGigsHour { sides: self.sides, amount }.say()
            }
            (Lead::Level | Lead::Rounding(_), Some(Criterion::Hour)) => {
                let hourly = counted.and_then(|counted| counted.nets.contract.hourly).unwrap_or_default();
                text::VerdictLevelHour { hourly: self.format.short_money(hourly) }.say()
            }
            (Lead::Ahead(Side::Contract), Some(Criterion::Money)) => {
                text::VerdictContractAfterCosts { sides: self.sides, amount }.say()
            }
            (Lead::Ahead(Side::Gigs), Some(Criterion::Money)) => {
                text::VerdictGigsAfterCosts { sides: self.sides, amount }.say()
            }
            (Lead::Ahead(Side::Contract), None) => text::VerdictContract { sides: self.sides, amount }.say(),
            (Lead::Ahead(Side::Gigs), None) => text::VerdictGigs { sides: self.sides, amount }.say(),
            (Lead::Level | Lead::Rounding(_), _) => {
                let kept = counted.map_or(comparison.outcomes.contract.take_home, |it| it.nets.contract.remaining);
                match comparison.flat {
                    Some(rate) => text::VerdictLevelFee { rate: self.format.rate(rate) }.say(),
                    None => text::VerdictLevel { amount: self.format.short_money(kept) }.say(),
                }
            }
        }
    }

    /// The changes that would reverse the verdict.
    pub fn turn(&self, scenario: &Scenario, comparison: &Comparison) -> Turn {
        let amount = || self.format.short_money(comparison.verdict.difference.abs());
        if let Some(in_all) = self.in_all(comparison) {
            return Turn::plainly(in_all);
        }
        let turn = match comparison.verdict.lead {
            Lead::Ahead(_) => self.break_even(scenario, comparison),
            Lead::Rounding(Side::Gigs) => {
                Turn::plainly(text::TurnRoundingGigs { sides: self.sides, amount: amount() }.say())
            }
            Lead::Rounding(Side::Contract) => {
                Turn::plainly(text::TurnRoundingContract { sides: self.sides, amount: amount() }.say())
            }
            Lead::Level => Turn::plainly(self.level(comparison)),
        };
        if let Some(unpaid) = unpaid_alone(scenario, comparison) {
            return turn.after(unpaid);
        }
        // If costs reverse the verdict, that is the point of counting them.
        if let Some(by_fee) = self.by_fee(comparison) {
            return turn.after(by_fee);
        }
        match (comparison.verdict.lead, comparison.flat, self.gap(scenario, comparison)) {
            (Lead::Ahead(_), Some(rate), _) => turn.after(text::TurnFlatFee { rate: self.format.rate(rate) }.say()),
            (Lead::Ahead(_), _, Some(gap)) => turn.before(&gap),
            _ => turn,
        }
    }

    /// The difference that remains if the money is the same: the hours that it takes.
    fn level(&self, comparison: &Comparison) -> String {
        let net = |side: Side| comparison.after_costs.as_ref().map(|counted| counted.nets.get(side));
        if let (Some(gigs), Some(contract)) = (net(Side::Gigs), net(Side::Contract))
            && !gigs.times_work
            && !contract.times_work
            && gigs.hourly.is_some()
            && contract.hourly.is_some()
            && gigs.hours != contract.hours
        {
            let (gig, contract) = (self.time(gigs), self.time(contract));
            return text::TurnLevelTime { sides: self.sides, gig, contract }.say();
        }
        let hourly = |side: Side| net(side).and_then(|net| net.hourly);
        match (hourly(Side::Gigs), hourly(Side::Contract)) {
            (Some(gigs), Some(contract)) if gigs != contract => {
                let (gig, contract) = (self.format.short_money(gigs), self.format.short_money(contract));
                text::TurnLevelHours { sides: self.sides, gig, contract }.say()
            }
            _ if comparison.flat.is_some() => text::turn_flat().into(),
            _ => text::turn_level().into(),
        }
    }

    /// The side that leaves more in all, if pay per hour decides and is the same.
    fn in_all(&self, comparison: &Comparison) -> Option<String> {
        comparison.after_costs.as_ref().filter(|counted| counted.criterion == Criterion::Hour)?;
        let more = comparison.difference_remaining();
        let amount = self.format.short_money(more.abs());
        match (comparison.verdict.lead.side(), more.minor()) {
            (Some(_), _) | (None, 0) => None,
            (None, 1..) => Some(text::InAllContract { sides: self.sides, amount }.say()),
            (None, _) => Some(text::InAllGigs { sides: self.sides, amount }.say()),
        }
    }

    /// The side that would be ahead by the fee alone, if that is another one.
    fn by_fee(&self, comparison: &Comparison) -> Option<String> {
        let (lead, difference) = comparison.by_fee();
        if lead.side() == comparison.verdict.lead.side() {
            return None;
        }
        let amount = self.format.short_money(difference.abs());
        Some(match lead.side() {
            Some(Side::Gigs) => text::ByFeeGigs { sides: self.sides, amount }.say(),
            Some(Side::Contract) => text::ByFeeContract { sides: self.sides, amount }.say(),
            None => text::by_fee_level().into(),
        })
    }

    /// Prices between matching ones that would fall short, because the fee jumps.
    fn gap(&self, scenario: &Scenario, comparison: &Comparison) -> Option<String> {
        let side = [Side::Contract, Side::Gigs]
            .into_iter()
            .find(|side| scenario.fee_jumps(*side) && comparison.verdict.matching.get(*side).gaps().next().is_some())?;
        let matching = comparison.verdict.matching.get(side);
        let price = scenario.plans().get(side).price()?;
        // If the side is ahead, the gap below its price matters, otherwise the first.
        let (from, to) = matching.gaps().filter(|gap| gap.1 < price).last().or_else(|| matching.gaps().next())?;
        let is_below = comparison.verdict.lead.side() == Some(side) && to < price;
        let money = |amount: Money| self.format.short_money(amount);
        // The stretch that ends just before the gap.
        let end = from - Money::from_minor(1);
        let start = matching.least_pricing_up_to(end.minor()).map_or(end, Money::from_minor);
        let again = (money(start), money(end));
        let (from, to) = (money(from), money(to));
        Some(match side {
            Side::Contract if is_below => text::GapBelowContract { from, to, again: again.0, end: again.1 }.say(),
            Side::Gigs if is_below => {
                text::GapBelowGigs { sides: self.sides, from, to, again: again.0, end: again.1 }.say()
            }
            Side::Contract => text::GapContract { from, to }.say(),
            Side::Gigs => text::GapGigs { sides: self.sides, from, to }.say(),
        })
    }

    /// The name of a side, as a heading over its result.
    pub fn side(&self, side: Side) -> &'static str {
        match side {
            Side::Gigs => text::SideGigs { sides: self.sides }.say(),
            Side::Contract => text::SideContract { sides: self.sides }.say(),
        }
    }

    /// The name of a side, as a heading over its fields.
    pub fn side_fields(&self, side: Side) -> &'static str {
        match side {
            Side::Gigs => text::FieldsGigs { sides: self.sides }.say(),
            Side::Contract => text::FieldsContract { sides: self.sides }.say(),
        }
    }

    /// `fee $1,300 (8.7%)`
    pub fn fee_of(&self, outcome: &Outcome) -> String {
        text::FeeOf {
            fee: self.format.short_money(outcome.service_fee),
            share: self.format.share(outcome.service_fee, outcome.gross),
        }
        .say()
    }

    /// The description of a bar, for screen readers.
    pub fn bar(&self, side: Side, outcome: &Outcome) -> String {
        text::Bar {
            side: self.side(side).to_owned(),
            take_home: self.format.short_money(outcome.take_home),
            gross: self.format.short_money(outcome.gross),
            fee: self.format.short_money(outcome.service_fee),
        }
        .say()
    }

    /// The clients of the gigs.
    pub fn clients(&self, clients: Clients) -> String {
        match clients {
            Clients::Each => text::clients_each().into(),
            Clients::One => text::clients_one().into(),
            Clients::Number(number) => text::ClientsNumber { clients: self.format.counted(number) }.say(),
        }
    }

    /// The choice of a number of clients.
    pub fn several_clients(&self) -> &'static str {
        text::clients_several()
    }

    /// The label of their number.
    pub fn number_of_clients(&self) -> &'static str {
        text::number_of_clients()
    }

    /// The text of a slider for screen readers: its value, the side that is ahead there, and where that changes.
    pub fn slider(&self, field: Field, value: i64, stretches: &[Stretch], comparison: &Comparison) -> String {
        let name = |value| self.format.value_with_unit(field, value);
        // More clients than gigs are as many as there are gigs.
        let is_here = |stretch: &&Stretch| stretch.from <= value && value <= stretch.to;
        let here = stretches.iter().find(is_here).or(stretches.last().filter(|last| value > last.to));
        let value = name(value);
        let amount = self.format.short_money(comparison.verdict.difference.abs());
        let by_hour = comparison.is_by_hour();
        let lead = match here.and_then(|stretch| stretch.ahead) {
            Some(Side::Gigs) if by_hour => text::SliderGigsHour { sides: self.sides, value, amount }.say(),
            Some(Side::Contract) if by_hour => text::SliderContractHour { sides: self.sides, value, amount }.say(),
            Some(Side::Gigs) => text::SliderGigs { sides: self.sides, value, amount }.say(),
            Some(Side::Contract) => text::SliderContract { sides: self.sides, value, amount }.say(),
            None if here.is_some() => text::SliderLevel { value }.say(),
            None => value,
        };
        let changes: Vec<String> = changes(stretches).into_iter().take(3).map(name).collect();
        match changes.as_slice() {
            [] => lead,
            [first] => text::SliderOne { lead, first: first.clone() }.say(),
            [first, second] => text::SliderTwo { lead, first: first.clone(), second: second.clone() }.say(),
            [first, second, third, ..] => {
                text::SliderThree { lead, first: first.clone(), second: second.clone(), third: third.clone() }.say()
            }
        }
    }

    /// The heading of the working.
    pub fn working_heading(&self, outcomes: &BySide<Outcome>) -> &'static str {
        let is_same = outcomes.gigs.service_fee == outcomes.contract.service_fee;
        if is_same { text::working_heading_same() } else { text::working_heading() }
    }

    /// The text about what a picture of rates shows below them.
    pub fn fee_spread(&self) -> &'static str {
        text::fee_spread()
    }

    /// Both fees.
    pub fn working_summary(&self, outcomes: &BySide<Outcome>) -> String {
        let [gig_side, contract_side] =
            [&outcomes.gigs, &outcomes.contract].map(|outcome| self.format.short_money(outcome.service_fee));
        if gig_side == contract_side {
            text::WorkingSummarySame { fee: gig_side }.say()
        } else {
            text::WorkingSummary { sides: self.sides, gig_side, contract_side }.say()
        }
    }

    /// Every step from the payments to what remains.
    pub fn working(&self, outcome: &Outcome, basis: Basis) -> Working {
        let shown = outcome.payments.iter().take(MOST_GROUPS);
        let mut rows = vec![];
        for group in shown {
            self.add_group(&mut rows, group, basis);
        }
        if let Some((payments, fee)) = outcome.after(MOST_GROUPS) {
            let more = text::WorkingMore { payments: self.format.counted(payments) }.say();
            rows.push(WorkingRow::Total(more, self.format.money(fee)));
        }
        Working {
            rows,
            sum: text::Difference {
                from: self.format.money(outcome.gross),
                less: self.format.money(outcome.service_fee),
            }
            .say(),
            take_home: self.format.money(outcome.take_home),
        }
    }

    fn add_group(&self, rows: &mut Vec<WorkingRow>, group: &PaymentGroup, basis: Basis) {
        let amount = self.format.money(group.amount);
        let before = self.format.money(group.before);
        let count = || self.format.count(group.count);
        let heading = match (group.count, group.before) {
            (1, Money::ZERO) => text::GroupOne { amount }.say(),
            (1, _) => text::GroupOneAfter { amount, before }.say(),
            (_, Money::ZERO) => text::GroupSeveral { number: count(), amount }.say(),
            (_, _) => text::GroupSeveralAfter { number: count(), amount, before }.say(),
        };
        let is_tier = |slice: &&Slice| slice.charge == 0 && matches!(slice.kind, SliceKind::Tier(..));
        let is_one_tier = group.slices.iter().filter(is_tier).count() == 1;
        rows.push(WorkingRow::Heading(heading));
        for (index, slice) in group.slices.iter().enumerate() {
            let amount = self.format.money(slice.amount);
            let part = match slice.kind {
                SliceKind::Tier(_, rate) if slice.charge > 0 => {
                    text::SliceThen { amount, rate: self.format.rate(rate) }.say()
                }
                SliceKind::Tier(tier, rate) => match (tier, index) {
                    _ if is_one_tier => text::Slice { amount, rate: self.format.rate(rate) }.say(),
                    (0, _) if group.before == Money::ZERO => {
                        text::SliceFirst { amount, rate: self.format.rate(rate) }.say()
                    }
                    (_, 0) => text::Slice { amount, rate: self.format.rate(rate) }.say(),
                    _ => text::SliceNext { amount, rate: self.format.rate(rate) }.say(),
                },
                SliceKind::Fixed => once(text::slice_fixed(), slice, basis),
                SliceKind::Minimum if slice.fee < Money::ZERO => text::slice_minimum_paid().into(),
                SliceKind::Minimum => once(text::slice_minimum(), slice, basis),
                SliceKind::Maximum => once(text::slice_maximum(), slice, basis),
                SliceKind::Tax(rate) => text::SliceTax { rate: self.format.rate(rate) }.say(),
            };
            rows.push(WorkingRow::Part(part, self.format.money(slice.fee)));
        }
        let fee = self.format.money(group.fee_of_all());
        if group.count > 1 {
            rows.push(WorkingRow::Total(
                text::Times { number: count(), amount: self.format.money(group.fee) }.say(),
                fee,
            ));
        } else if group.slices.len() > 1 {
            rows.push(WorkingRow::Total(text::fee().into(), fee));
        }
    }

    /// The note on what the history field cannot express if a month counts.
    pub fn basis_note(&self, basis: Basis, is_spread: bool) -> Option<&'static str> {
        match basis {
            Basis::Month if is_spread => Some(text::basis_month_spread()),
            Basis::Month => Some(text::basis_month_note()),
            Basis::Client | Basis::Contract | Basis::Payment | Basis::Account => None,
        }
    }

    /// The explanation of the fee notation.
    pub fn fee_hint(&self) -> &'static str {
        text::fee_hint()
    }

    /// The same for amounts in another currency.
    #[must_use]
    pub fn for_currency(self, currency: Currency) -> Words {
        Words { format: Format { currency, ..self.format }, ..self }
    }

    /// The currency of a field, for screen readers.
    pub fn in_currency(&self) -> String {
        text::InCurrency { currency: self.format.currency.code().to_owned() }.say()
    }

    /// The same for a rate.
    pub fn in_percent(&self) -> &'static str {
        text::in_percent()
    }

    /// The unit of hours, beside their field.
    pub fn unit_hours(&self) -> &'static str {
        text::unit_hours()
    }

    /// The label of the first list.
    pub fn platform(&self) -> &'static str {
        text::platform()
    }

    /// The button of a compact calculator that shows everything.
    pub fn show_all(&self) -> &'static str {
        text::show_all()
    }

    /// The button that returns to the example.
    pub fn back(&self) -> &'static str {
        text::back()
    }

    /// The button that brings back the numbers that another button took away.
    pub fn bring_back(&self) -> &'static str {
        text::bring_back()
    }

    /// The note while the reader's latest numbers cannot be calculated; with the name of the field, if a question may have it or it
    /// is a list.
    pub fn stale(&self, problems: &[Problem]) -> String {
        if let [Problem { field, .. }] = problems
            && (!matches!(field.group(), Group::Fee | Group::Main)
                || field.effect() == Effect::Relation
                || matches!(field.kind(), Kind::List(_)))
        {
            return text::StaleNamed { label: self.label_with_side(*field) }.say();
        }
        let problems = u32::try_from(problems.len()).unwrap_or(u32::MAX).max(1);
        text::Stale { problems: self.format.counted(problems) }.say()
    }

    /// The example's verdict; before the changes from it, if there are any.
    pub fn example_verdict(&self, verdict: &str, is_changed: bool) -> String {
        let verdict = verdict.to_owned();
        if is_changed { text::ExampleVerdictChanged { verdict }.say() } else { text::ExampleVerdict { verdict }.say() }
    }

    /// A change from the example: a number with both values, or what was chosen.
    pub fn changed(&self, field: Field, from: &str, to: &str) -> String {
        let label = self.label_with_side(field);
        let is_word = |text: &str| matches!(text, Clients::EACH | Clients::ONE);
        let (label, value) = match field.kind() {
            Kind::Choice(_) => (label, self.choice(field, to)),
            Kind::Clients if to == Clients::ONE => (text::label_clients().into(), text::clients_one()),
            Kind::Clients if to == Clients::EACH => (text::label_clients().into(), text::clients_each()),
            Kind::Clients if is_word(from) => (label, to),
            Kind::Currency => (label, to),
            Kind::Schedule(_) | Kind::Fee | Kind::Status | Kind::List(_) | Kind::Flag | Kind::Lang => return label,
            Kind::Rate { .. }
            | Kind::Whole { .. }
            | Kind::Percent { .. }
            | Kind::Hours
            | Kind::Money { .. }
            | Kind::Clients => {
                let [from, to] = [from, to].map(|number| self.format.written(field, number, self.format.mark));
                return match (&*from, &*to) {
                    (_, "") => label,
                    ("", _) => text::ChangeTo { label, value: to }.say(),
                    _ => text::Change { label, from, to }.say(),
                };
            }
        };
        text::ChangeTo { label, value: value.to_owned() }.say()
    }

    /// Two sentences, one after the other.
    pub fn sentences(&self, first: String, second: String) -> String {
        text::Sentences { first, second }.say()
    }

    /// The name of a button that undoes a change.
    pub fn undo_change(&self, change: String) -> String {
        text::UndoChange { change }.say()
    }

    /// A button for the whole comparison.
    pub fn share_button(&self, button: ShareButton) -> &'static str {
        match button {
            ShareButton::Link => text::share_link(),
            ShareButton::Print => text::share_print(),
            ShareButton::Export => text::share_export(),
            ShareButton::Saved => text::share_saved(),
            ShareButton::Embed => text::share_embed(),
        }
    }

    /// The day on which a fee was checked, before the link to its source.
    pub fn read_at(&self, schedule: &Schedule) -> String {
        text::ReadAt { day: self.format.date(schedule.source.read) }.say()
    }

    /// `fee checked 22 Nov 2026`
    pub fn read(&self, schedule: &Schedule) -> String {
        text::Read { day: self.format.date(schedule.source.read) }.say()
    }

    /// The page that a fee was read from.
    pub fn source(&self) -> &'static str {
        text::source()
    }

    /// The text of a panel until its part has arrived.
    pub fn part_comes(&self) -> &'static str {
        text::part_comes()
    }

    /// The text of a panel whose part could not be loaded.
    pub fn part_failed(&self) -> &'static str {
        text::part_failed()
    }

    /// The message that the reader's choice could not be loaded, before a button that tries again.
    pub fn choice_failed(&self) -> &'static str {
        text::choice_failed()
    }

    /// The button that tries again.
    pub fn retry(&self) -> &'static str {
        text::retry()
    }

    /// The note for a reader without scripts.
    pub fn needs_script(&self) -> &'static str {
        text::needs_script()
    }

    /// The choice of a separate rate for each side.
    pub fn own_rates(&self) -> &'static str {
        text::OwnRates { sides: self.sides }.say()
    }
}

/// All items in a row: `one, two`; none if there are none.
pub(super) fn listed(items: &mut dyn Iterator<Item = String>) -> Option<String> {
    items.reduce(|before, item| text::List { before, item }.say())
}

/// The same within a sentence: `one, two and three`.
pub(super) fn all_of(items: impl IntoIterator<Item = String>) -> Option<String> {
    let mut items: Vec<String> = items.into_iter().collect();
    let last = items.pop()?;
    Some(match listed(&mut items.into_iter()) {
        Some(before) => text::Both { before, item: last }.say(),
        None => last,
    })
}

/// A fixed fee, a minimum or a maximum, and how often it is charged.
fn once(part: &'static str, slice: &Slice, basis: Basis) -> String {
    let part = part.to_owned();
    match basis {
        // Later charges are charged on each payment.
        _ if slice.charge > 0 => part,
        Basis::Payment => part,
        Basis::Client => text::OnceClient { part }.say(),
        Basis::Contract => text::OnceContract { part }.say(),
        Basis::Month => text::OnceMonth { part }.say(),
        Basis::Account => text::OnceAccount { part }.say(),
    }
}

/// The values at which the lead changes: the first of a level stretch between two leads, or the first at which the
/// other side is ahead.
pub fn changes(stretches: &[Stretch]) -> Vec<i64> {
    let mut changes = vec![];
    for (index, stretch) in stretches.iter().enumerate().skip(1) {
        // The end of a level stretch is not a second change.
        if index > 1 && stretches[index - 1].ahead.is_none() {
            continue;
        }
        changes.push(stretch.from);
    }
    // A range that starts level changes where the level stretch ends.
    changes
}

/// The message that the hours of one side, or of both, are those of bids and calls alone, where pay per hour decides.
fn unpaid_alone(scenario: &Scenario, comparison: &Comparison) -> Option<String> {
    let counted = comparison.after_costs.as_ref().filter(|_| scenario.inputs().criterion == Criterion::Hour)?;
    match [&counted.nets.gigs, &counted.nets.contract].map(|net| net.times_work) {
        [true, true] => None,
        [false, false] => Some(text::turn_unpaid().into()),
        [true, false] | [false, true] => Some(text::turn_unpaid_side().into()),
    }
}
