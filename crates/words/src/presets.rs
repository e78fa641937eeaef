//! What does a panel say before the reader has typed anything? It answers with usual numbers, and names them.

use super::words::listed;
use super::{Words, text};
use engine::compare::HoursByUse;
use engine::scenario::{BySide, Field};

impl Words {
    /// The purpose of the buttons of usual numbers, for screen readers.
    pub fn presets(&self) -> &'static str {
        text::presets()
    }

    /// The closed line of a panel that answers with usual numbers.
    pub fn preset_line(&self, preset: &str, line: String) -> String {
        text::PresetLine { preset: preset.to_owned(), line }.say()
    }

    /// A closed line about something other than the fee on a platform.
    pub fn on_platform(&self, platform: &str, line: String) -> String {
        text::OnPlatform { platform: platform.to_owned(), line }.say()
    }

    /// The names of usual costs and hours.
    pub fn cost_presets(&self) -> [&'static str; 3] {
        [text::preset_new(), text::preset_established(), text::preset_repeat()]
    }

    /// A line about what is not counted in the verdict.
    pub fn not_counted(&self, line: String) -> String {
        text::NotCounted { line }.say()
    }

    /// The name of costs and hours that the reader counted before.
    pub fn preset_own(&self) -> &'static str {
        text::preset_own()
    }

    /// The names of ways to be paid over time.
    pub fn month_presets(&self) -> [&'static str; 3] {
        [text::preset_at_the_end(), text::preset_two_milestones(), text::preset_every_month()]
    }

    /// The names of sums to keep.
    pub fn quote_presets(&self) -> [&'static str; 2] {
        [text::PresetAsGigs { sides: self.sides }.say(), text::PresetAsContract { sides: self.sides }.say()]
    }

    /// The names of protections of payments.
    pub fn risk_presets(&self) -> [&'static str; 3] {
        [text::preset_invoices(), text::preset_escrow(), text::preset_hourly()]
    }

    /// The names of amounts in dispute.
    pub fn dispute_presets(&self) -> [&'static str; 2] {
        [text::PresetWholeContract { sides: self.sides }.say(), text::PresetOneGig { sides: self.sides }.say()]
    }

    /// The names of records of past jobs.
    pub fn score_presets(&self) -> [&'static str; 3] {
        [text::preset_five_jobs(), text::preset_ten_jobs(), text::preset_fifty_jobs()]
    }

    /// The source of usual costs and hours. It names these numbers, if there are any.
    pub fn costs_assumed(&self, numbers: impl Iterator<Item = (Field, i64)>) -> String {
        let with = |list| text::CostsAssumedWith { list }.say();
        self.numbers(numbers).map_or_else(|| text::costs_assumed().into(), with)
    }

    /// The same for numbers that are our own example.
    pub fn example_assumed(&self, numbers: impl Iterator<Item = (Field, i64)>) -> String {
        let with = |list| text::ExampleAssumedWith { list }.say();
        self.numbers(numbers).map_or_else(|| text::example_assumed().into(), with)
    }

    /// The same for numbers from the sources that the panel names.
    pub fn sources_assumed(&self, numbers: impl Iterator<Item = (Field, i64)>) -> String {
        let with = |list| text::SourcesAssumedWith { list }.say();
        self.numbers(numbers).map_or_else(|| text::sources_assumed().into(), with)
    }

    /// `Price per gig $500, Number of gigs 30`
    fn numbers(&self, numbers: impl Iterator<Item = (Field, i64)>) -> Option<String> {
        listed(&mut numbers.map(|(field, value)| self.named(field, value)))
    }

    /// The switch that counts costs and hours in the verdict.
    pub fn count_costs(&self) -> &'static str {
        text::count_costs()
    }

    /// The unpaid hours of both sides, in one line.
    pub fn unpaid_line(&self, hours: &BySide<HoursByUse>) -> String {
        let BySide { gigs, contract } = BySide::from_fn(|side| self.format.hours(hours.get(side).unpaid()));
        text::UnpaidLine { sides: self.sides, gig_side: gigs, contract_side: contract }.say()
    }

    /// The line that opens the fields that few readers need.
    pub fn more_fields(&self) -> &'static str {
        text::more_fields()
    }

    /// The line that opens the sources.
    pub fn sources(&self) -> &'static str {
        text::sources()
    }

    /// The line that opens the table of what a picture shows.
    pub fn as_table(&self) -> &'static str {
        text::as_table()
    }

    /// A side's hours by use, for the line over their bar.
    pub fn hours_line(&self, hours: &HoursByUse) -> String {
        let [paid, overhead, bidding] =
            [hours.paid, hours.overhead, hours.bidding].map(|hundredths| self.format.hours(hundredths));
        text::HoursLine { paid, overhead, bidding }.say()
    }
}
