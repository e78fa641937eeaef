//! Which number matters most? The one that changes the lead most if it is a tenth lower or higher.

use super::sweep::Sweep;
use super::{Comparison, Lead, compare, costs, verdict_under};
use crate::amount::Money;
use crate::fees::Schedule;
use crate::scenario::{Clients, Effect, FeeSource, Field, Scenario, Side, Slider};

/// A change of one thing while everything else stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// A number: a tenth lower, and a tenth higher.
    Number(Field, [i64; 2]),
    /// The gigs are for one client in place of many, or the other way round.
    Clients(Clients),
    /// The fee in force now, in place of one that has ended.
    Fee(&'static Schedule),
}

/// A change, and the leads that it makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Influence {
    /// The change.
    pub change: Change,
    /// The contract's remaining amount minus the gigs': with the lower number and the higher one; now and after a switch. Zero
    /// where only rounding separates the sides.
    pub leads: [Money; 2],
}

impl Influence {
    fn width(&self) -> Money {
        (self.leads[1] - self.leads[0]).abs()
    }
}

/// The numbers on which the lead depends, in the order of the page: those with a slider that are counted.
pub fn deciding_fields(scenario: &Scenario) -> Vec<Field> {
    let inputs = scenario.inputs();
    let has_own_rates = [Side::Gigs, Side::Contract].into_iter().any(|side| scenario.has_own_rate(side));
    let is_counted = |field: &Field| match field.effect() {
        _ if field.slider() == Slider::None => false,
        Effect::Rate => scenario.has_open_rate() && has_own_rates == (*field != Field::Rate),
        Effect::History => field.side().is_some_and(|side| scenario.counts_earlier_billings(side)),
        Effect::Relation => scenario.counts_months(),
        Effect::Clients => {
            let is_number = matches!(scenario.plans().gigs.clients(), Some(Clients::Number(_)));
            is_number && (scenario.counts_clients() || costs::are_counted(inputs))
        }
        Effect::Price => {
            let is_in_use = field.side().is_some_and(|side| scenario.pricing_field(side) == *field);
            is_in_use && !(*field == Field::ContractPrice && scenario.same_total())
        }
        Effect::Jobs => !scenario.is_list(Side::Gigs),
        // The jobs of a list are a payment each.
        Effect::Spread if *field == Field::ContractPayments && scenario.is_list(Side::Contract) => false,
        Effect::Nothing | Effect::Spread | Effect::Tax | Effect::Cost | Effect::Connects | Effect::WinRate => {
            costs::are_counted(inputs) && inputs.get(*field) != 0
        }
    };
    Field::ALL.iter().copied().filter(is_counted).collect()
}

/// The lowest value above zero that a field accepts, and the highest: for a rate, those of the fee's range.
fn bounds(scenario: &Scenario, field: Field) -> [i64; 2] {
    if field.effect() == Effect::Rate
        && let Some([least, most]) = scenario.open_rates()
    {
        return [least.max(1), most];
    }
    [1, field.kind().most(scenario.currency().minor_per_major()).unwrap_or(i64::MAX)]
}

/// The effects on the lead of each number, a tenth lower and a tenth higher: the strongest first, switches last. Numbers that
/// change nothing are omitted.
pub fn influences(scenario: &Scenario, comparison: &Comparison) -> Vec<Influence> {
    let real = |lead: Lead, difference: Money| lead.side().map_or(Money::ZERO, |_| difference);
    let lead_of = |comparison: &Comparison| real(comparison.verdict.lead, comparison.verdict.difference);
    let now = lead_of(comparison);
    let mut found = vec![];
    for field in deciding_fields(scenario) {
        let value = scenario.inputs().get(field);
        let [least, most] = bounds(scenario, field);
        let tenth = Money::quotient(value.into(), 10).minor().max(1);
        let values = [(value - tenth).max(least).min(value), (value + tenth).min(most).max(value)];
        let sweep = Sweep::new(scenario, field);
        let lead = |value: i64| {
            if scenario.fits(&scenario.inputs_with(field, value)) { sweep.lead(value) } else { None }
        };
        // A tenth of nothing is nothing.
        if value > 0
            && let (Some(lower), Some(higher)) = (lead(values[0]), lead(values[1]))
        {
            let influence = Influence { change: Change::Number(field, values), leads: [lower, higher] };
            if influence.width() != Money::ZERO {
                let place = found.iter().position(|other: &Influence| other.width() < influence.width());
                found.insert(place.unwrap_or(found.len()), influence);
            }
        }
    }
    if let Some(clients) = scenario.plans().gigs.clients().filter(|_| scenario.counts_clients()) {
        let (clients, index) = match clients {
            Clients::Each | Clients::Number(_) => (Clients::One, 1),
            Clients::One => (Clients::Each, 0),
        };
        let other = scenario.with(Field::GigClients, index).map(|other| lead_of(&compare(&other)));
        found.extend(other.map(|lead| Influence { change: Change::Clients(clients), leads: [now, lead] }));
    }
    if let FeeSource::Schedule(schedule) = scenario.fee_source()
        && let Some(today) = schedule.today()
        && let Some(verdict) = verdict_under(scenario, today)
    {
        found.push(Influence { change: Change::Fee(today), leads: [now, real(verdict.lead, verdict.difference)] });
    }
    found
}
