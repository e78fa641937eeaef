//! What do the map and the bars of “Which number matters most?” say?

use super::Sides;
use super::words::all_of;
use super::{Words, text};
use engine::amount::Money;
use engine::compare::{Change, Comparison, Influence, Lead};
use engine::scenario::{FeeSource, Field, Scenario, Side};

/// The lines that the map has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MapLines {
    /// The dotted one, on which both sides bill the same.
    pub is_dotted: bool,
    /// The thick one, on which neither leads.
    pub is_thick: bool,
    /// Whether both are the same, so that the dotted one is not seen.
    pub are_same: bool,
}

impl MapLines {
    /// The explanation of the lines.
    fn said(self) -> Option<&'static str> {
        match (self.is_dotted, self.is_thick) {
            (true, true) if self.are_same => Some(text::map_same_line()),
            (true, true) => Some(text::map_same_total()),
            (true, false) => Some(text::map_dotted()),
            (false, true) => Some(text::map_thick()),
            (false, false) => None,
        }
    }
}

impl Words {
    /// The heading of the map.
    pub fn map_heading(&self) -> &'static str {
        text::map_heading()
    }

    /// Its closed line.
    pub fn map_summary(&self) -> &'static str {
        text::map_summary()
    }

    /// The instructions.
    pub fn map_hint(&self) -> &'static str {
        text::map_hint()
    }

    /// The label of the list of fields to show across.
    pub fn across(&self) -> &'static str {
        text::map_across()
    }

    /// The label of the list of fields to show up.
    pub fn up(&self) -> &'static str {
        text::map_up()
    }

    /// The name of the reader's point.
    pub fn map_point(&self) -> &'static str {
        text::map_point()
    }

    /// The label of a field that tells the sides apart where they share it.
    pub fn label_with_side(&self, field: Field) -> String {
        let label = if field == Field::GigClients { self.number_of_clients() } else { self.label(field) };
        let is_level = matches!(field, Field::GigListLevel | Field::ContractListLevel);
        let is_shared = is_level && self.sides == Sides::These
            || matches!(
                field,
                Field::GigMonths
                    | Field::ContractMonths
                    | Field::GigBilled
                    | Field::ContractBilled
                    | Field::GigProtection
                    | Field::ContractProtection
            );
        match field.side().filter(|_| is_shared) {
            Some(side) => text::LabelOfSide { side: self.side_fields(side).to_owned(), label: label.to_owned() }.say(),
            None => label.to_owned(),
        }
    }

    /// `Price per gig $500`
    pub fn named(&self, field: Field, value: i64) -> String {
        if matches!(field, Field::GigListLevel | Field::ContractListLevel) && self.sides != Sides::These {
            return text::LevelOfList { level: self.format.value_with_unit(field, value) }.say();
        }
        text::Named { label: self.label_with_side(field), value: self.format.value_with_unit(field, value) }.say()
    }

    /// The side that is ahead at the reader's point, and by how much.
    pub fn map_here(&self, values: [(Field, i64); 2], comparison: &Comparison) -> String {
        let [across, up] = values.map(|(field, value)| self.named(field, value));
        text::MapHere { across, up, lead: self.short_verdict(comparison.verdict.lead, comparison.verdict.difference) }
            .say()
    }

    /// The values at which the lead changes beside the point, and above and below it; and the meaning of the map's lines.
    pub fn map_explained(&self, fields: [Field; 2], turns: &[Vec<i64>; 2], lines: MapLines) -> Option<String> {
        let lines = lines.said().map(str::to_owned);
        match (self.map_turns(fields, turns), lines) {
            (Some(first), Some(second)) => Some(text::Sentences { first, second }.say()),
            (turns, lines) => turns.or(lines),
        }
    }

    fn map_turns(&self, fields: [Field; 2], turns: &[Vec<i64>; 2]) -> Option<String> {
        let at = |index: usize| {
            let field = fields[index];
            all_of(turns[index].iter().take(3).map(|value| self.format.value_with_unit(field, *value)))
        };
        Some(match (at(0), at(1)) {
            (Some(across), Some(up)) => text::MapTurns { across, up }.say(),
            (Some(across), None) => text::MapTurnsAcross { across }.say(),
            (None, Some(up)) => text::MapTurnsUp { up }.say(),
            (None, None) => return None,
        })
    }

    /// The region in which a side leads.
    pub fn pays_more(&self, side: Side) -> &'static str {
        match side {
            Side::Gigs => text::MapGigs { sides: self.sides }.say(),
            Side::Contract => text::MapContract { sides: self.sides }.say(),
        }
    }

    /// A contour's lead: `+$5,000`, or `+$5 an hour`.
    pub fn lead_by(&self, amount: Money) -> String {
        text::LeadBy { amount: self.deciding(amount) }.say()
    }

    /// The same on an axis, where the text beside it says whether it is per hour: `+$5`.
    pub fn lead_on_axis(&self, amount: Money) -> String {
        text::LeadBy { amount: self.format.short_money(amount) }.say()
    }

    /// An amount of what decides: money, or pay per hour.
    pub(super) fn deciding(&self, amount: Money) -> String {
        let amount = self.format.short_money(amount);
        if self.is_by_hour { text::Hourly { amount }.say() } else { amount }
    }

    /// A lead in a few words: `contract +$1,700`.
    pub fn lead(&self, lead: Money) -> String {
        let amount = self.deciding(lead.abs());
        match lead.minor() {
            0 => text::lead_level().into(),
            1.. => text::LeadContract { sides: self.sides, amount }.say(),
            _ => text::LeadGigs { sides: self.sides, amount }.say(),
        }
    }

    /// A short verdict. A difference that comes from rounding alone is no lead.
    pub fn short_verdict(&self, lead: Lead, difference: Money) -> String {
        match lead {
            Lead::Ahead(_) => self.lead(difference),
            Lead::Level | Lead::Rounding(_) => text::lead_level().into(),
        }
    }

    /// The numbers of the table, and the directions in which they rise.
    pub fn map_table(&self, fields: [Field; 2]) -> String {
        let [across, up] = fields.map(|field| self.label_with_side(field));
        text::MapTable { up, across }.say()
    }

    /// The heading of what matters most.
    pub fn influence_heading(&self) -> &'static str {
        text::influence_heading()
    }

    /// Its closed line before anything is calculated.
    pub fn influence_summary(&self) -> &'static str {
        text::influence_summary()
    }

    /// The number that matters most, and its effect.
    pub fn influence_line(&self, found: &[Influence]) -> Option<String> {
        let Influence { change: Change::Number(field, values), leads } = found.first()? else { return None };
        let [lower, higher] = values.map(|value| self.format.value_with_unit(*field, value));
        let [less, more] = leads.map(|lead| self.lead(lead));
        Some(text::InfluenceLine { label: self.label_with_side(*field), lower, less, higher, more }.say())
    }

    /// The name of what is changed, and its values before and after.
    pub fn change(&self, change: &Change, scenario: &Scenario) -> [String; 2] {
        let (name, from, to) = match change {
            Change::Number(field, values) => {
                let [from, to] = values.map(|value| self.format.value_with_unit(*field, value));
                (self.label_with_side(*field), from, to)
            }
            Change::Clients(clients) => {
                let now = scenario.plans().gigs.clients().unwrap_or_default();
                let [from, to] = [now, *clients].map(|clients| self.clients(clients));
                (self.label(Field::GigClients).to_owned(), from, to)
            }
            Change::Fee(today) => {
                let from = match scenario.fee_source() {
                    FeeSource::Schedule(schedule) => self.schedule(schedule),
                    FeeSource::Custom => String::new(),
                };
                (self.label(Field::Schedule).to_owned(), from, self.schedule(today))
            }
        };
        [name, text::FromTo { from, to }.say()]
    }

    /// The leads at both ends of a bar.
    pub fn lead_range(&self, leads: [Money; 2]) -> String {
        let [from, to] = leads.map(|lead| self.lead(lead));
        if from == to { from } else { text::FromTo { from, to }.say() }
    }

    /// The explanation of the bars.
    pub fn influence_hint(&self) -> &'static str {
        text::influence_hint()
    }

    /// The heading over the questions about money, about risk, and about other ways.
    pub fn groups(&self) -> [&'static str; 3] {
        [text::group_money(), text::group_risk(), text::group_ways()]
    }

    /// The amount by which the side that is behind keeps less.
    pub fn less(&self, amount: Money) -> String {
        text::Less { amount: self.format.short_money(amount) }.say()
    }

    /// The verdict under today's fee.
    pub fn today(&self, lead: Lead, difference: Money) -> String {
        text::Today { lead: self.short_verdict(lead, difference) }.say()
    }
}
