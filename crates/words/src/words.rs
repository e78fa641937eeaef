//! What does the verdict say, and how is it worked out? Sentences are whole, with placeholders; views join none.

use super::Format;
use engine::amount::{Currency, Money};
use engine::compare::{AfterCosts, Comparison, Lead, Outcome, PaymentGroup, Stretch};
use engine::fees::{Basis, Schedule, Slice, SliceKind};
use engine::scenario::{BySide, Clients, Criterion, Draft, Field, Scenario, Side};

/// A sentence with emphasis.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrase(pub Vec<(String, bool)>);

impl Phrase {
    /// Reads emphasis from asterisks: `leaves you *$5.00 more*`.
    pub(super) fn new(text: &str) -> Phrase {
        let parts = text.split('*').enumerate().map(|(index, part)| (part.to_owned(), index % 2 == 1));
        Phrase(parts.filter(|(part, _)| !part.is_empty()).collect())
    }

    /// The sentence without emphasis.
    pub fn plain(&self) -> String {
        self.0.iter().map(|(part, _)| part.as_str()).collect()
    }
}

/// How one side's fee is calculated.
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

/// The words of one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// How numbers look on it.
    pub format: Format,
}

impl Words {
    /// The words for a draft, with amounts in `currency`.
    pub fn new(draft: &Draft, currency: Currency) -> Words {
        Words { format: Format { currency, mark: draft.decimal_mark() } }
    }

    /// Who is ahead, by how much.
    pub fn verdict(&self, comparison: &Comparison) -> Phrase {
        let amount = self.format.money(comparison.verdict.difference.abs());
        let one_gig = comparison.outcomes.gigs.payments.iter().map(|group| group.count).sum::<u32>() == 1;
        let lead = comparison.verdict.lead;
        // Hours alone cost no money.
        let costs = |counted: &&AfterCosts| {
            counted.criterion == Criterion::Hour
                || counted.nets.gigs.cost != Money::ZERO
                || counted.nets.contract.cost != Money::ZERO
        };
        let counted = comparison.after_costs().filter(costs);
        Phrase::new(&match (lead, counted.map(|counted| counted.criterion)) {
            (Lead::Ahead(Side::Contract), Some(Criterion::Hour)) => {
                format!("An hour of the contract pays you *{amount} more.*")
            }
            (Lead::Ahead(Side::Gigs), Some(Criterion::Hour)) => {
                format!("An hour of the gigs pays you *{amount} more.*")
            }
            (Lead::Level | Lead::Rounding(_), Some(Criterion::Hour)) => {
                let hourly = counted.and_then(|counted| counted.nets.contract.hourly).unwrap_or_default();
                format!("No difference: *{} an hour either way.*", self.format.money(hourly))
            }
            (Lead::Ahead(Side::Contract), Some(Criterion::Money)) => {
                format!("After costs, one large contract leaves you *{amount} more.*")
            }
            (Lead::Ahead(Side::Gigs), Some(Criterion::Money)) => {
                format!("After costs, many small gigs leave you *{amount} more.*")
            }
            (Lead::Ahead(Side::Contract), None) => format!("One large contract leaves you *{amount} more.*"),
            (Lead::Ahead(Side::Gigs), None) if one_gig => format!("The one gig leaves you *{amount} more.*"),
            (Lead::Ahead(Side::Gigs), None) => format!("Many small gigs leave you *{amount} more.*"),
            (Lead::Level | Lead::Rounding(_), _) => {
                let kept = counted.map_or(comparison.outcomes.contract.take_home, |it| it.nets.contract.take_home);
                match comparison.flat {
                    Some(rate) => format!("No difference: *{} either way.*", self.format.rate(rate)),
                    None => format!("No difference: *{} either way.*", self.format.money(kept)),
                }
            }
        })
    }

    /// What would reverse the verdict.
    pub fn turn(&self, scenario: &Scenario, comparison: &Comparison) -> String {
        let each = scenario.plans().gigs.jobs > 1;
        // The side behind needs the lowest matching price; the side ahead stays ahead down to the start of its
        // stretch.
        let price = |side: Side| {
            let matching = comparison.verdict.matching.get(side);
            let price = scenario.plans().get(side).price;
            let ahead = comparison.verdict.lead.side() == Some(side) && !scenario.same_total();
            let price = if ahead { matching.least_up_to(price) } else { matching.least() };
            price.map(|price| self.format.money(price))
        };
        let turn = match (comparison.verdict.lead, price(Side::Gigs), price(Side::Contract)) {
            // Tied totals move together; these prices would change one side alone.
            (Lead::Ahead(_), Some(gig), Some(contract)) if scenario.same_total() => format!(
                "If the totals were not tied, gigs of {gig} each would match this contract, and a contract of {contract} these gigs."
            ),
            (Lead::Ahead(Side::Contract), Some(gig), Some(contract)) if each => format!(
                "To match it, each gig would have to pay {gig}. The contract stays ahead down to a price of {contract}."
            ),
            (Lead::Ahead(Side::Contract), Some(gig), Some(contract)) => format!(
                "To match it, the gig would have to pay {gig}. The contract stays ahead down to a price of {contract}."
            ),
            (Lead::Ahead(Side::Gigs), Some(gig), Some(contract)) if each => format!(
                "To match them, the contract would have to pay {contract}. The gigs stay ahead down to {gig} each."
            ),
            (Lead::Ahead(Side::Gigs), Some(gig), Some(contract)) => format!(
                "To match it, the contract would have to pay {contract}. The gig stays ahead down to a price of {gig}."
            ),
            // The side behind may have no such price; the one ahead always does.
            (Lead::Ahead(Side::Contract), _, Some(contract)) => {
                format!("No price of the gigs would match it. The contract stays ahead down to a price of {contract}.")
            }
            (Lead::Ahead(Side::Gigs), Some(gig), _) => {
                format!("No price of the contract would match that. The gigs stay ahead down to {gig} each.")
            }
            (Lead::Ahead(_), _, _) => "No price would make the two equal.".into(),
            (Lead::Rounding(Side::Gigs), _, _) => format!(
                "Only rounding each payment sets them apart: it leaves the gigs {} more.",
                self.format.money(comparison.verdict.difference.abs())
            ),
            (Lead::Rounding(Side::Contract), _, _) => format!(
                "Only rounding each payment sets them apart: it leaves the contract {} more.",
                self.format.money(comparison.verdict.difference.abs())
            ),
            (Lead::Level, _, _) if comparison.flat.is_some() => {
                "This fee gives no discount for size: only the prices decide.".into()
            }
            (Lead::Level, _, _) => "At these numbers it does not matter which you choose.".into(),
        };
        // If costs reverse the verdict, that is the point of counting them.
        if let Some(by_fee) = self.by_fee(comparison) {
            return format!("{by_fee} {turn}");
        }
        match (comparison.verdict.lead, comparison.flat, self.gap(scenario, comparison)) {
            (Lead::Ahead(_), Some(rate), _) => format!(
                "The fee is {} either way: the difference is in the prices, not in the size. {turn}",
                self.format.rate(rate)
            ),
            (Lead::Ahead(_), _, Some(gap)) => format!("{turn} {gap}"),
            _ => turn,
        }
    }

    /// Who would be ahead by the fee alone, if that is another side.
    fn by_fee(&self, comparison: &Comparison) -> Option<String> {
        let (lead, difference) = comparison.by_fee();
        if lead.side() == comparison.verdict.lead.side() {
            return None;
        }
        let amount = self.format.money(difference.abs());
        Some(match lead.side() {
            Some(Side::Gigs) => format!("By the fee alone the gigs would be {amount} ahead."),
            Some(Side::Contract) => format!("By the fee alone the contract would be {amount} ahead."),
            None => "By the fee alone there would be no difference.".into(),
        })
    }

    /// Prices between matching ones that would fall short, because the fee jumps.
    fn gap(&self, scenario: &Scenario, comparison: &Comparison) -> Option<String> {
        let side = [Side::Contract, Side::Gigs]
            .into_iter()
            .find(|side| comparison.verdict.matching.get(*side).gaps().next().is_some())?;
        let matching = comparison.verdict.matching.get(side);
        let price = scenario.plans().get(side).price;
        // If the side is ahead, the gap below its price matters, otherwise the first.
        let (from, to) = matching.gaps().filter(|gap| gap.1 < price).last().or_else(|| matching.gaps().next())?;
        let is_below = comparison.verdict.lead.side() == Some(side) && to < price;
        let money = |amount: Money| self.format.money(amount);
        // The stretch that ends just before the gap.
        let end = from - Money::from_minor(1);
        let again = (money(matching.least_up_to(end).unwrap_or(end)), money(end));
        let (from, to) = (money(from), money(to));
        Some(match side {
            _ if is_below => format!(
                "From {from} to {to} it would fall behind, because the fee jumps; from {} to {} it would match again.",
                again.0, again.1
            ),
            Side::Contract => format!("A contract of {from} to {to} would fall behind again, because the fee jumps."),
            Side::Gigs => format!("Gigs of {from} to {to} would fall behind again, because the fee jumps."),
        })
    }

    /// The name of a side, as a heading over its result.
    pub fn side(&self, side: Side) -> &'static str {
        match side {
            Side::Gigs => "Many small gigs",
            Side::Contract => "One large contract",
        }
    }

    /// The name of a side, as a heading over its fields.
    pub fn side_fields(&self, side: Side) -> &'static str {
        match side {
            Side::Gigs => "The gigs",
            Side::Contract => "The contract",
        }
    }

    /// `fee $1,300.00, 8.7 %`
    pub fn fee_of(&self, outcome: &Outcome) -> String {
        format!(
            "fee {}, {}",
            self.format.money(outcome.service_fee),
            self.format.share(outcome.service_fee, outcome.gross)
        )
    }

    /// What a bar shows, for screen readers.
    pub fn bar(&self, side: Side, outcome: &Outcome) -> String {
        format!(
            "{}: {} of {} is left, {} is the fee.",
            self.side(side),
            self.format.money(outcome.take_home),
            self.format.money(outcome.gross),
            self.format.money(outcome.service_fee)
        )
    }

    /// The two choices for the gigs' clients.
    pub fn clients(&self, clients: Clients) -> &'static str {
        match clients {
            Clients::Each => "one each",
            Clients::One => "the same",
        }
    }

    /// What a slider says to screen readers: its value, who is ahead there, and where that changes.
    pub fn slider(&self, field: Field, value: i64, stretches: &[Stretch]) -> String {
        let name = |value| self.format.value_with_unit(field, value);
        let here = stretches.iter().find(|stretch| stretch.from <= value && value <= stretch.to);
        let value = name(value);
        let lead = match here.and_then(|stretch| stretch.ahead) {
            Some(Side::Gigs) => format!("{value}: the gigs are ahead."),
            Some(Side::Contract) => format!("{value}: the contract is ahead."),
            None if here.is_some() => format!("{value}: no difference."),
            None => value,
        };
        let changes: Vec<String> = changes(stretches).into_iter().take(3).map(name).collect();
        match changes.as_slice() {
            [] => lead,
            [at] => format!("{lead} The lead changes hands at {at}."),
            [first, second] => format!("{lead} The lead changes hands at {first} and {second}."),
            [first, second, third, ..] => format!("{lead} The lead changes hands at {first}, {second} and {third}."),
        }
    }

    /// The heading of the working.
    pub fn working_heading(&self) -> &'static str {
        "How this is worked out"
    }

    /// The fee of the side with more parts, as a sum: `100 + 950 + 250 = 1,300`.
    pub fn working_summary(&self, outcomes: &BySide<Outcome>) -> String {
        let longer =
            if outcomes.gigs.tiers.len() > outcomes.contract.tiers.len() { &outcomes.gigs } else { &outcomes.contract };
        let fee = self.format.short(longer.service_fee);
        let Some((first, others)) = longer.tiers.split_first().filter(|(_, others)| !others.is_empty()) else {
            return format!("fee {fee}");
        };
        let others = others.iter().map(|row| {
            let sign = if row.fee < Money::ZERO { '−' } else { '+' };
            format!(" {sign} {}", self.format.short(row.fee.abs()))
        });
        format!("{}{} = {fee}", self.format.short(first.fee), others.collect::<String>())
    }

    /// Every step from the payments to what remains.
    pub fn working(&self, outcome: &Outcome) -> Working {
        let rows = outcome.payments.iter().flat_map(|group| self.group(group)).collect();
        Working {
            rows,
            sum: format!("{} − {}", self.format.money(outcome.gross), self.format.money(outcome.service_fee)),
            take_home: self.format.money(outcome.take_home),
        }
    }

    fn group(&self, group: &PaymentGroup) -> Vec<WorkingRow> {
        let amount = self.format.money(group.amount);
        let before = self.format.money(group.before);
        let count = self.format.count(group.count);
        let heading = match (group.count, group.before) {
            (1, Money::ZERO) => format!("One payment of {amount}"),
            (1, _) => format!("One payment of {amount}, after {before} billed before"),
            (_, Money::ZERO) => format!("{count} payments of {amount}, on each"),
            (_, _) => format!("{count} payments of {amount}, after {before} billed before, on each"),
        };
        let is_tier = |slice: &&Slice| slice.charge == 0 && matches!(slice.kind, SliceKind::Tier(..));
        let is_one_tier = group.slices.iter().filter(is_tier).count() == 1;
        let mut rows = vec![WorkingRow::Heading(heading)];
        for (index, slice) in group.slices.iter().enumerate() {
            let amount = self.format.money(slice.amount);
            let part = match slice.kind {
                SliceKind::Tier(_, rate) if slice.charge > 0 => format!("then {amount} at {}", self.format.rate(rate)),
                SliceKind::Tier(tier, rate) => match (tier, index) {
                    _ if is_one_tier => format!("{amount} at {}", self.format.rate(rate)),
                    (0, _) if group.before == Money::ZERO => format!("first {amount} at {}", self.format.rate(rate)),
                    (_, 0) => format!("{amount} at {}", self.format.rate(rate)),
                    _ => format!("next {amount} at {}", self.format.rate(rate)),
                },
                SliceKind::Fixed => "fixed part".into(),
                SliceKind::Minimum => "raised to the minimum fee".into(),
                SliceKind::Maximum => "reduced to the maximum fee".into(),
                SliceKind::Tax(rate) => format!("tax on the fee, {}", self.format.rate(rate)),
            };
            rows.push(WorkingRow::Part(part, self.format.money(slice.fee)));
        }
        let fee = self.format.money(group.fee * group.count);
        if group.count > 1 {
            rows.push(WorkingRow::Total(format!("{count} × {}", self.format.money(group.fee)), fee));
        } else if group.slices.len() > 1 {
            rows.push(WorkingRow::Total("fee".into(), fee));
        }
        rows
    }

    /// What the history field cannot say if a month counts.
    pub fn basis_note(&self, basis: Basis) -> Option<&'static str> {
        match basis {
            Basis::Month => Some("This fee counts a calendar month: all gigs are taken to be paid within one."),
            Basis::Client | Basis::Contract | Basis::Payment => None,
        }
    }

    /// What the fee notation looks like.
    pub fn fee_hint(&self) -> &'static str {
        "Write rates, limits and fixed charges. Start from one of these:"
    }

    /// The currency of a field, for screen readers.
    pub fn in_currency(&self) -> String {
        format!("in {}", self.format.currency.code())
    }

    /// The same for a rate.
    pub fn in_percent(&self) -> &'static str {
        "in percent"
    }

    /// The label of the first list.
    pub fn platform(&self) -> &'static str {
        "Platform"
    }

    /// The button that returns to the example.
    pub fn back(&self) -> &'static str {
        "Back to the example"
    }

    /// The note while the reader's latest numbers cannot be computed.
    pub fn stale(&self) -> &'static str {
        "What you typed cannot be used yet. This is the answer from before."
    }

    /// How the reader's numbers differ from the example: its verdict, and the changes since.
    pub fn moved(&self, verdict: &str, changes: &[(Field, &str, &str)]) -> String {
        let told = |(field, from, to): &(Field, &str, &str)| {
            let label = self.label(*field);
            if field.kind().is_number() { format!("{label} {from} → {to}") } else { label.into() }
        };
        let since = if changes.is_empty() { "" } else { " Changed since: " };
        let changes: Vec<String> = changes.iter().map(told).collect();
        format!("The example: {verdict}{since}{}", changes.join(", "))
    }

    /// The buttons for the whole comparison: copy its link, print, export, save on the device, embed.
    pub fn share_buttons(&self) -> [&'static str; 5] {
        ["Copy link", "Print", "Export", "Saved", "Embed"]
    }

    /// The same before the link to the source.
    pub fn read_at(&self, schedule: &Schedule) -> String {
        format!("{}, ", self.read(schedule))
    }

    /// `fee read 22 November 2026`
    pub fn read(&self, schedule: &Schedule) -> String {
        format!("fee read {}", self.format.date(schedule.source.read))
    }

    /// The page that a fee was read from.
    pub fn source(&self) -> &'static str {
        "source"
    }

    /// The text of a panel until its part has arrived.
    pub fn part_comes(&self) -> &'static str {
        "One moment."
    }

    /// The text of a panel whose part could not be loaded.
    pub fn part_failed(&self) -> &'static str {
        "This part could not be loaded. The rest still holds."
    }

    /// The button that tries again.
    pub fn retry(&self) -> &'static str {
        "Try again"
    }

    /// What a reader without scripts should know.
    pub fn needs_script(&self) -> &'static str {
        "This is the example, worked out in advance. The sliders need JavaScript and WebAssembly."
    }

    /// The choice of a separate rate for each side.
    pub fn own_rates(&self) -> &'static str {
        "A rate of its own for each side"
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
