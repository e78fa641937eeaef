//! What does a comparison say when it is shared: in a table, a picture, a mail?

use time::Date;

use super::format::percentage;
use super::words::listed;
use super::{Words, text};
use engine::amount::Money;
use engine::compare::{Comparison, Outcome, PaymentGroup, TierRow};
use engine::fees::SliceKind;
use engine::scenario::{Bid, BySide, Draft, FeeSource, Field, Kind, Scenario, Side, Unit};

/// The most different amounts that a name lists.
const MOST_AMOUNTS: usize = 3;

/// One figure of both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportRow {
    /// The name of the figure.
    pub label: &'static str,
    /// The figure on each side.
    pub sides: BySide<String>,
}

/// One of the numbers that a comparison was made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetEntry {
    /// The side, if it belongs to one.
    pub side: Option<Side>,
    /// The name of the number.
    pub label: &'static str,
    /// The number, or the choice.
    pub value: String,
}

/// The result of an action with a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// The link is in the clipboard.
    LinkCopied,
    /// A text or a table is in the clipboard.
    Copied,
    /// The clipboard refused this text.
    ByHand(String),
    /// The scenario is saved under this name.
    Saved(String),
    /// The scenario with this name is removed.
    Removed(String),
    /// This browser stores nothing.
    NotSaved,
    /// The stored scenarios could not be read.
    Unreadable,
    /// Scenarios of a file are in the list; others were there.
    Imported {
        /// The number of new ones.
        added: u32,
        /// The number of those that were there.
        known: u32,
        /// Whether that is everything in the file.
        is_whole: bool,
    },
    /// A file contains no scenario.
    NothingFound,
    /// The sheet is with the printer.
    Printing,
    /// The hashes of a build could not be read.
    NotPinned,
    /// Something failed for no known reason.
    Failed,
}

impl Words {
    /// The rows from the payments down to what remains.
    pub fn export_rows(&self, comparison: &Comparison) -> Vec<ExportRow> {
        let outcomes = &comparison.outcomes;
        let row = |label, of: &dyn Fn(Side) -> String| ExportRow { label, sides: BySide::from_fn(of) };
        let mut rows = vec![
            row(text::export_payments(), &|side| {
                self.payments(&outcomes.get(side).payments, &|amount| self.format.money(amount))
            }),
            row(text::export_billed(), &|side| self.format.money(outcomes.get(side).gross)),
            row(text::export_fee(), &|side| self.format.money(outcomes.get(side).service_fee)),
            row(text::export_share(), &|side| {
                self.format.share(outcomes.get(side).service_fee, outcomes.get(side).gross)
            }),
        ];
        if let Some(counted) = comparison.after_costs.as_ref() {
            rows.push(row(text::export_costs(), &|side| self.format.money(counted.nets.get(side).cost)));
            rows.push(row(text::export_left(), &|side| self.format.money(counted.nets.get(side).remaining)));
            if counted.has_hours() {
                rows.push(row(text::export_hourly(), &|side| {
                    counted.nets.get(side).hourly.map(|hourly| self.format.money(hourly)).unwrap_or_default()
                }));
            }
        } else {
            rows.push(row(text::export_left(), &|side| self.format.money(outcomes.get(side).take_home)));
        }
        rows
    }

    /// The default name of a comparison: `30 × $500 or 1 × $15,000`.
    pub fn default_name(&self, comparison: &Comparison) -> String {
        let short = |amount| self.format.short_money(amount);
        let [gigs, contract] =
            [Side::Gigs, Side::Contract].map(|side| self.payments(&comparison.outcomes.get(side).payments, &short));
        text::DefaultName { gig_side: gigs, contract_side: contract }.say()
    }

    /// `30 × $500.00`
    fn payments(&self, groups: &[PaymentGroup], money: &dyn Fn(Money) -> String) -> String {
        let mut amounts: Vec<(u32, Money)> = vec![];
        for group in groups {
            match amounts.last_mut() {
                Some((count, amount)) if *amount == group.amount => *count += group.count,
                _ => amounts.push((group.count, group.amount)),
            }
        }
        if amounts.len() > MOST_AMOUNTS {
            let gigs = amounts.iter().map(|(count, _)| count).sum();
            return text::Gigs { gigs: self.format.counted(gigs) }.say();
        }
        let each = |(count, amount): &(u32, _)| {
            text::Times { number: self.format.count(*count), amount: money(*amount) }.say()
        };
        listed(&mut amounts.iter().map(each)).unwrap_or_default()
    }

    /// The fee: `Upwork, 20 / 10 / 5%, 2016–2023`.
    pub fn fee_line(&self, scenario: &Scenario) -> String {
        match scenario.fee_source() {
            FeeSource::Schedule(schedule) => {
                text::PlatformFee { platform: schedule.platform().name.to_owned(), fee: self.schedule(schedule) }.say()
            }
            FeeSource::Custom => {
                text::NamedFee { name: self.own_fee().to_owned(), fee: scenario.fee().to_string() }.say()
            }
        }
    }

    /// The same with the day on which it was read.
    pub fn source_line(&self, scenario: &Scenario) -> String {
        match scenario.fee_source() {
            FeeSource::Schedule(schedule) => {
                text::Also { before: self.fee_line(scenario), item: self.read(schedule) }.say()
            }
            FeeSource::Custom => self.fee_line(scenario),
        }
    }

    /// The address of the page where the fee was read.
    pub fn source_url(&self, scenario: &Scenario) -> Option<&'static str> {
        match scenario.fee_source() {
            FeeSource::Schedule(schedule) => Some(schedule.source.url),
            FeeSource::Custom => None,
        }
    }

    /// A row as a line of text: `You keep: many small gigs $12,000.00, one large contract $13,700.00`.
    pub fn export_line(&self, row: ExportRow) -> String {
        text::ExportLine {
            sides: self.sides,
            label: row.label.to_owned(),
            gig_side: row.sides.gigs,
            contract_side: row.sides.contract,
        }
        .say()
    }

    /// The day and the address where it was made, if known.
    pub fn made(&self, today: Option<Date>, address: &str) -> Option<String> {
        let day = today.map(|day| self.format.date(day));
        match (day, address) {
            (Some(day), "") => Some(day),
            (Some(day), address) => Some(text::List { before: day, item: address.to_owned() }.say()),
            (None, "") => None,
            (None, address) => Some(address.to_owned()),
        }
    }

    /// The comparison as rows of a spreadsheet: the name, the gigs, the contract. Numbers are plain, with the language's mark;
    /// rates are in percent.
    pub fn spreadsheet(
        &self,
        scenario: &Scenario,
        comparison: &Comparison,
        today: Option<Date>,
        address: &str,
    ) -> Vec<[String; 3]> {
        let both = |label: &str, of: &dyn Fn(Side) -> String| [label.to_owned(), of(Side::Gigs), of(Side::Contract)];
        let one = |label: &str, text: String| [label.to_owned(), text, String::new()];
        let money = |amount: Money| self.format.mark.write(&scenario.currency().plain(amount));
        let outcome = |side: Side| comparison.outcomes.get(side);
        let mut rows = vec![
            both("", &|side| self.side(side).into()),
            both(text::export_payments(), &|side| {
                outcome(side).payments.iter().map(|group| group.count).sum::<u32>().to_string()
            }),
            both(text::export_billed(), &|side| money(outcome(side).gross)),
        ];
        let part_of = |row: &TierRow| (row.charge, row.kind);
        let mut parts: Vec<(usize, SliceKind)> = vec![];
        for side in [Side::Gigs, Side::Contract] {
            // Each after the one before it on its own side.
            let mut after = 0;
            for row in &comparison.outcomes.get(side).tiers {
                let known = parts.iter().position(|part| *part == part_of(row));
                if known.is_none() {
                    parts.insert(after, part_of(row));
                }
                after = known.unwrap_or(after) + 1;
            }
        }
        for part in parts {
            let fee = |outcome: &Outcome| outcome.tiers.iter().find(|row| part_of(row) == part).map(|row| row.fee);
            rows.push(both(&self.part(part.1), &|side| money(fee(outcome(side)).unwrap_or_default())));
        }
        rows.push(both(text::export_fee(), &|side| money(outcome(side).service_fee)));
        if let Some(counted) = comparison.after_costs.as_ref() {
            rows.push(both(text::export_costs(), &|side| money(counted.nets.get(side).cost)));
            rows.push(both(text::export_left(), &|side| money(counted.nets.get(side).remaining)));
            if counted.has_hours() {
                rows.push(both(text::export_hourly(), &|side| {
                    counted.nets.get(side).hourly.map(money).unwrap_or_default()
                }));
            }
        } else {
            rows.push(both(text::export_left(), &|side| money(outcome(side).take_home)));
        }
        rows.push(one(text::ExportDifference { sides: self.sides }.say(), money(comparison.difference_remaining())));
        rows.push(one(text::export_currency(), scenario.currency().code().into()));
        rows.push(one(text::export_schedule(), self.fee_line(scenario).replace('\u{a0}', " ")));
        rows.push(one(text::export_notation(), scenario.fee().to_string()));
        if let FeeSource::Schedule(schedule) = scenario.fee_source() {
            rows.push(one(text::export_source(), schedule.source.url.into()));
            rows.push(one(text::export_read(), schedule.source.read.to_string()));
        }
        rows.extend(today.map(|day| one(text::export_made(), day.to_string())));
        if !address.is_empty() {
            rows.push(one(text::export_address(), address.into()));
        }
        rows
    }

    /// The name of a part of a fee.
    fn part(&self, kind: SliceKind) -> String {
        match kind {
            SliceKind::Tier(_, rate) => text::ExportFeeAt { rate: self.format.rate(rate) }.say(),
            SliceKind::Fixed => text::export_fixed().into(),
            SliceKind::Minimum => text::export_minimum().into(),
            SliceKind::Maximum => text::export_maximum().into(),
            SliceKind::Tax(rate) => text::ExportTax { rate: self.format.rate(rate) }.say(),
        }
    }

    /// The numbers that a comparison was made from: the essential ones, and all others that differ from the defaults.
    pub fn sheet_entries(&self, draft: &Draft, scenario: &Scenario) -> Vec<SheetEntry> {
        let always = [Field::Gigs, Field::GigPrice, Field::GigClients, Field::ContractPrice];
        // The fee has its own section; the appearance of the page does not matter.
        let elsewhere =
            [Field::Schedule, Field::Fee, Field::Currency, Field::SameTotal, Field::Lang, Field::Theme, Field::View];
        let bids = scenario.inputs().costs.bid != Bid::default();
        // The number of bids depends on the win rates, even if they are the defaults.
        let counts = |field: &Field| bids && matches!(field, Field::GigWinRate | Field::ContractWinRate);
        let follows =
            |field: Field| field == Field::ContractPrice && draft.same_total() && !draft.has_list(Side::Contract);
        let is_shown = |field: &Field| {
            if draft.is_replaced(*field) {
                follows(*field)
            } else if *field == Field::GigClients {
                scenario.counts_clients()
            } else if *field == Field::Rate {
                scenario.has_open_rate()
            } else {
                counts(field) || always.contains(field) || draft.text(*field) != field.default_text()
            }
        };
        let shown = Field::ALL.iter().copied().filter(|field| !elsewhere.contains(field) && is_shown(field));
        shown
            .map(|field| SheetEntry {
                side: field.side(),
                label: self.label(field),
                value: if follows(field) {
                    self.format.money(scenario.plans().contract.gross())
                } else {
                    self.value_of(draft, field, scenario)
                },
            })
            .collect()
    }

    /// A field's value, with its unit.
    fn value_of(&self, draft: &Draft, field: Field, scenario: &Scenario) -> String {
        let text = draft.text(field);
        let number = draft.number(field).ok();
        let currency = scenario.currency();
        let written = match field.kind().unit() {
            Unit::Money => number.and_then(|number| currency.amount(number)).map(|amount| self.format.money(amount)),
            Unit::Percent => number.map(|number| percentage(self.format.decimal(number))),
            Unit::Hours => number.map(|number| text::Time { number: self.format.decimal(number) }.say()),
            Unit::None => {
                draft.clients().filter(|_| field.kind() == Kind::Clients).map(|clients| self.clients(clients))
            }
        };
        written.unwrap_or_else(|| text.to_owned())
    }

    /// The parts of the sheet below the verdict.
    pub fn sheet_headings(&self) -> [&'static str; 3] {
        [text::sheet_given(), text::sheet_working(), text::sheet_fee()]
    }

    /// The buttons that copy the text, copy the table, save it as a file, and save the picture.
    pub fn export_buttons(&self) -> [&'static str; 4] {
        [text::copy_text(), text::copy_table(), text::save_csv(), text::save_picture()]
    }

    /// The label of the text.
    pub fn export_text(&self) -> &'static str {
        text::export_text()
    }

    /// The label of the name, and the buttons to save, to export the saved list and to import one.
    pub fn saved_controls(&self) -> [&'static str; 4] {
        [text::saved_name(), text::saved_save(), text::saved_export(), text::saved_import()]
    }

    /// The note on where scenarios are saved.
    pub fn saved_hint(&self) -> &'static str {
        text::saved_hint()
    }

    /// The text if nothing is saved.
    pub fn saved_nothing(&self) -> &'static str {
        text::saved_nothing()
    }

    /// The heading of the saved list.
    pub fn saved_heading(&self) -> &'static str {
        text::saved_heading()
    }

    /// The buttons to open and to remove a saved scenario.
    pub fn saved_buttons(&self) -> [&'static str; 2] {
        [text::saved_open(), text::saved_remove()]
    }

    /// The same with its name, for screen readers.
    pub fn saved_buttons_named(&self, name: &str) -> [String; 2] {
        let open = text::SavedOpenNamed { name: name.to_owned() }.say();
        [open, text::SavedRemoveNamed { name: name.to_owned() }.say()]
    }

    /// The button that restores what was just removed.
    pub fn undo(&self) -> &'static str {
        text::undo()
    }

    /// The message about an action.
    pub fn said(&self, said: &Said) -> String {
        match said {
            Said::LinkCopied => text::link_copied().into(),
            Said::Copied => text::copied().into(),
            Said::ByHand(_) => text::copy_by_hand().into(),
            Said::Saved(name) => text::SavedAs { name: name.clone() }.say(),
            Said::Removed(name) => text::Removed { name: name.clone() }.say(),
            Said::NotSaved => text::not_saved().into(),
            Said::Unreadable => text::unreadable().into(),
            Said::Imported { added, known, is_whole } => {
                let added = self.format.count(*added);
                let said = match known {
                    0 => text::Imported { added }.say(),
                    known => text::ImportedSome { added, known: self.format.count(*known) }.say(),
                };
                if *is_whole { said } else { format!("{said} {}", text::imported_in_part()) }
            }
            Said::NothingFound => text::no_file().into(),
            Said::Printing => text::printing().into(),
            Said::NotPinned => text::not_pinned().into(),
            Said::Failed => text::failed().into(),
        }
    }
}
