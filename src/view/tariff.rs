use yew::Html;

use super::LIVE;
use super::events::{OWN_RATES, PLATFORM};
use super::field::{message, number_field, text_input};
use super::panel::Contents;
use super::state::State;
use crate::compare::Quantity;
use crate::fees::{Fee, Market, PLATFORMS, Platform, slug};
use crate::markup::{el, ticked, together};
use crate::panels::Panel;
use crate::report::Words;
use crate::scenario::{Field, MORE, Side, Tariff};

/// Fees to begin with, one of each form.
const EXAMPLES: [&str; 6] = [
    "10%",
    "20% to 500, 10% to 10000, 5% per client",
    "2.9% + 0.30",
    "10% at least 5",
    "whole 5.5% + 3 under 100, 5.5%",
    "first 3 months: 10%; later: 5%",
];

/// Which fee applies: the platform, its schedule, whether it is in force, and what it leaves to the reader.
pub fn tariff(state: &State, contents: &dyn Contents) -> Html {
    let words = state.words();
    let tariff = shown(state);
    let scenario = &state.answer.scenario;
    let choice = scenario.choices().gigs;
    let picked = if LIVE { pickers(words, tariff) } else { text(words, tariff) };
    let status =
        (LIVE && tariff == scenario.tariff()).then(|| status(state, Field::Status, scenario.fee(), choice.status));
    let note = words.basis_note(scenario.charge(Side::Gigs).basis);
    el!("div", "class" = "th-tariff";
        el!("div", "class" = "th-pickers";
            picked,
            status,
            el!("span", "class" = "th-status"; words.status(tariff, state.today))),
        (tariff == Tariff::Custom && LIVE).then(|| own_fee(state, contents)),
        scenario.has_open_rate().then(|| rate(state)),
        note.map(|note| el!("p", "class" = "th-hint"; note)))
}

/// The rate that the fee leaves open, for both sides unless each has its own.
fn rate(state: &State) -> Html {
    let words = state.words();
    let shared =
        (!state.own_rates).then(|| number_field(state, Field::Rate, Quantity::Rate(None), words.label(Field::Rate)));
    let own = LIVE.then(|| {
        let tick = el!("input", "type" = "checkbox", "data-field" = OWN_RATES);
        el!("label", "class" = "th-check"; ticked(tick, state.own_rates), words.own_rates())
    });
    el!("div", "class" = "th-rate"; shared, own)
}

/// A fee in the notation, checked as it is typed, with its tiers drawn.
fn own_fee(state: &State, contents: &dyn Contents) -> Html {
    let words = state.words();
    let field = Field::Fee;
    let example = |example: &'static str| {
        el!("button", "type" = "button", "class" = "th-use", "data-field" = field.name(), "value" = example;
            el!("code"; example))
    };
    // While what is typed cannot be read there is nothing to draw.
    let picture = state.problem(field).is_none().then(|| contents.of(Panel::OwnFee, state));
    el!("div", "class" = "th-own-fee";
        el!("label", "class" = "th-aloud", "for" = field.name(); words.label(field)),
        text_input(state, field),
        message(state, field),
        el!("p", "class" = "th-hint"; words.fee_hint()),
        el!("p", "class" = "th-examples"; EXAMPLES.map(example).to_vec()),
        picture)
}

/// The list of a fee's statuses, where it has any.
pub fn status(state: &State, field: Field, fee: &Fee, chosen: usize) -> Html {
    if fee.statuses().next().is_none() {
        return Html::default();
    }
    let options = fee.statuses().enumerate().map(|(index, name)| option(slug(name), index == chosen, name.to_owned()));
    el!("select", "class" = "th-pick", "id" = field.name(), "data-field" = field.name(),
        "aria-label" = state.words().label(field);
        options.collect::<Vec<_>>())
}

/// An entry of a list.
pub fn option(value: String, is_selected: bool, text: String) -> Html {
    el!("option", "value" = value, "selected" = is_selected; text)
}

/// What the lists of the fee show. A list in which something was once picked no longer follows its options' `selected`,
/// so the app sets these by hand after each change.
pub fn picked(state: &State) -> Vec<(&'static str, String)> {
    let tariff = shown(state);
    let newest = |platform: &Platform| platform.freelancer.last().map_or("", |schedule| schedule.id);
    let scenario = &state.answer.scenario;
    let client = scenario.client().map(|client| chosen_status(&client.fee, client.choices.gigs.status));
    let mut picked = vec![
        (PLATFORM, tariff.platform().map_or(Tariff::CUSTOM, newest).into()),
        (Field::Schedule.name(), tariff.id().into()),
        (Field::Status.name(), chosen_status(scenario.fee(), scenario.choices().gigs.status)),
        (Field::ClientSchedule.name(), super::client::picked(state).into()),
        (Field::ClientStatus.name(), client.unwrap_or_default()),
    ];
    // What is closed has no lists.
    if MORE && state.open.is_open(Panel::Leaving) {
        picked.extend(super::inputs::picked(scenario));
    }
    picked
}

/// What the list of a fee's statuses shows.
pub fn chosen_status(fee: &Fee, chosen: usize) -> String {
    fee.statuses().nth(chosen).map(slug).unwrap_or_default()
}

/// The tariff that the reader has chosen, even while its text cannot be read.
fn shown(state: &State) -> Tariff {
    let own = !state.draft.text(Field::Fee).trim().is_empty() || state.draft.text(Field::Schedule) == Tariff::CUSTOM;
    if own { Tariff::Custom } else { state.answer.scenario.tariff() }
}

fn text(words: Words, tariff: Tariff) -> Html {
    let pick = |text: String| el!("span", "class" = "th-pick"; text);
    match tariff {
        Tariff::Custom => pick(words.own_fee().into()),
        Tariff::Schedule(schedule) => {
            el!("span"; pick(schedule.platform().name.into()), " ", pick(words.schedule(schedule)), " ")
        }
    }
}

fn pickers(words: Words, tariff: Tariff) -> Html {
    let chosen = tariff.platform();
    // A platform is entered at its newest schedule; those that charge freelancers nothing known are not entered.
    let entry = |platform: &'static Platform| {
        let newest = platform.freelancer.last()?;
        Some(option(newest.id.into(), chosen == Some(platform), platform.name.into()))
    };
    let group = |market: Market| {
        let platforms = PLATFORMS.iter().filter(move |platform| platform.market == market);
        el!("optgroup", "label" = words.market(market); platforms.filter_map(entry).collect::<Vec<_>>())
    };
    let own = option(Tariff::CUSTOM.into(), chosen.is_none(), words.own_fee().into());
    let platforms = el!("select", "class" = "th-pick", "id" = PLATFORM, "data-field" = PLATFORM,
        "aria-label" = words.platform();
        group(Market::Marketplace), group(Market::Payment), own);
    let schedules = chosen.map(|platform| {
        let name = Field::Schedule.name();
        let options = platform.freelancer.iter().rev().map(|schedule| {
            option(schedule.id.into(), schedule.id == tariff.id(), words.schedule(schedule))
        });
        el!("select", "class" = "th-pick", "id" = name, "data-field" = name, "aria-label" = words.label(Field::Schedule);
            options.collect::<Vec<_>>())
    });
    together(vec![platforms, schedules.unwrap_or_default()])
}
