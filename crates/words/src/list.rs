//! What does the page say about a list of gigs?

use super::{Phrase, Words, text};
use engine::amount::Money;
use engine::compare::{Bundles, Comparison, LineOutcome};
use engine::scenario::{Clients, LineClients, List, ListLine, Names, Scenario, Side};

/// A line of a list with what it leaves, cell by cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListRow {
    /// `20 × $150`
    pub gigs: String,
    /// `Acme`
    pub client: String,
    /// The billed amount, the fee, and the remaining amount.
    pub amounts: [String; 3],
}

impl Words {
    /// The heading of the question.
    pub fn list_heading(&self) -> &'static str {
        text::list_heading()
    }

    /// The closed line.
    pub fn list_summary(&self, scenario: &Scenario, comparison: &Comparison) -> String {
        let side = Side::Gigs;
        if !scenario.is_list(side) {
            return text::list_summary().into();
        }
        let outcome = comparison.outcomes.get(side);
        let [work, whom] = self.counted_list(scenario, side);
        let [take_home, gross] = [outcome.take_home, outcome.gross].map(|amount| self.format.short_money(amount));
        text::ListLine { work, whom, take_home, gross }.say()
    }

    /// The work in a side's list, beside its slider.
    pub fn list_in_all(&self, scenario: &Scenario, side: Side) -> String {
        let [work, whom] = self.counted_list(scenario, side);
        text::ListInAll { work, whom, gross: self.format.short_money(scenario.plans().get(side).gross()) }.say()
    }

    fn counted_list(&self, scenario: &Scenario, side: Side) -> [String; 2] {
        let plan = scenario.plans().get(side);
        let gigs = self.format.counted(plan.jobs());
        [text::Gigs { gigs }.say(), self.clients(Clients::Number(plan.client_count()))]
    }

    /// The explanation of how a list is written.
    pub fn list_hint(&self) -> &'static str {
        text::list_hint()
    }

    /// The explanation of how links name the clients.
    pub fn list_names_hint(&self) -> &'static str {
        text::list_names_hint()
    }

    /// The buttons that open the panel with the list: before there is one, and after.
    pub fn list_buttons(&self) -> [&'static str; 2] {
        [text::list_open(), text::list_edit()]
    }

    /// The button that goes back to equal gigs, or to one contract.
    pub fn list_remove(&self, side: Side) -> &'static str {
        match side {
            Side::Gigs => text::list_remove(),
            Side::Contract => text::list_remove_other(),
        }
    }

    /// The button that brings back a list that was removed.
    pub fn list_bring_back(&self) -> &'static str {
        text::list_bring_back()
    }

    /// The button that leads to the reader's own files.
    pub fn list_file(&self) -> &'static str {
        text::list_file()
    }

    /// The line that opens the other side's list.
    pub fn list_other(&self) -> &'static str {
        text::list_other()
    }

    /// The title of an axis or a column of totals.
    pub fn you_bill(&self) -> &'static str {
        text::column_bills()
    }

    /// The columns of the table.
    pub fn list_columns(&self) -> [&'static str; 4] {
        [text::column_line(), text::column_bills(), text::column_fee(), text::column_keep()]
    }

    /// A row of the table.
    pub fn list_row(&self, list: &List, outcome: &LineOutcome) -> ListRow {
        let client = match outcome.line.clients {
            LineClients::Named(position) => list.name(position, Names::Given),
            LineClients::Own(number) if number == outcome.line.jobs && outcome.line.jobs > 1 => {
                self.clients(Clients::Each)
            }
            LineClients::Own(number) => self.clients(Clients::Number(number)),
        };
        let amounts = [outcome.gross, outcome.service_fee, outcome.take_home].map(|amount| self.format.money(amount));
        ListRow { gigs: self.list_line(&outcome.line), client, amounts }
    }

    fn list_line(&self, line: &ListLine) -> String {
        let price = self.format.short_money(line.price);
        if line.jobs == 1 { price } else { text::LineEach { count: self.format.count(line.jobs), price }.say() }
    }

    /// The line over the rows that are not shown at first.
    pub fn list_rest(&self, lines: usize) -> String {
        text::ListRest { lines: self.format.counted(u32::try_from(lines).unwrap_or(u32::MAX)) }.say()
    }

    /// The line on which the fee is highest; if there is none, the fee on all lines.
    pub fn list_hardest(&self, lines: &[LineOutcome], hardest: Option<&LineOutcome>) -> Option<Phrase> {
        let share = |line: &LineOutcome| self.format.share(line.service_fee, line.gross);
        Some(match hardest {
            Some(line) => text::ListHardest { line: self.list_line(&line.line), share: share(line) }.say(),
            None => Phrase::plainly(text::ListEven { share: share(lines.first()?) }.say()),
        })
    }

    /// The take-home of the same work as one contract for each client, as one contract, and under the fee in force today, if that
    /// is a different one.
    pub fn list_otherwise(&self, found: &Bundles) -> Vec<String> {
        let money = |amount: Money| self.format.short_money(amount);
        let change = |sentence: String, left: Money| {
            let more = found.more(left);
            let amount = money(more.abs());
            let change = match more.minor() {
                0 => text::list_same().into(),
                1.. => text::More { amount }.say(),
                _ => text::Less { amount }.say(),
            };
            text::ListChange { sentence, change }.say()
        };
        let by_client =
            text::ListByClient { clients: self.format.counted(found.clients), take_home: money(found.by_client) };
        let mut lines = vec![change(by_client.say(), found.by_client)];
        if found.clients > 1 {
            lines.push(change(text::ListOne { take_home: money(found.one) }.say(), found.one));
        }
        lines.extend(found.today.map(|(schedule, left)| {
            let sentence = text::ListToday { schedule: self.schedule(schedule), take_home: money(left) };
            change(sentence.say(), left)
        }));
        lines
    }
}
