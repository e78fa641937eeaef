//! Which fee applies? The platform, its schedule, whether it is in force, and what it leaves to the reader.

use engine::compare::compare;
use engine::fees::{Market, PLATFORMS, Payer, Platform};
use engine::scenario::{FeeSource, Field, Side};
use words::Words;

use super::panels::{content, failed};
use crate::controls::name::{FILL_IN, OWN_RATES, PLATFORM};
use crate::controls::{LIVE, list, message, number_field, option, statuses, text_input, try_button, use_button};
use crate::html::{Html, deferred, el, several, ticked};
use crate::state::{Panel, State};

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
pub fn fee(state: &State) -> Html {
    let words = state.words();
    let source = shown(state);
    let scenario = &state.answer.scenario;
    let choice = scenario.choices().gigs;
    let picked =
        if LIVE { deferred(picked_key(words, source), move || pickers(words, source)) } else { text(words, source) };
    let status = (LIVE && source == scenario.fee_source())
        .then(|| statuses(Field::Status, words.label(Field::Status), scenario.fee(), choice.status));
    let today = (source == scenario.fee_source()).then(|| today(state)).flatten();
    let in_force = if state.is_compact() && today.is_some() {
        words.short_status(source, state.today)
    } else {
        words.status(source, state.today)
    };
    let note = words.basis_note(scenario.charge(Side::Gigs).basis, scenario.plans().gigs.months > 1);
    el!("div", "class" = "th-fee-source";
        el!("div", "class" = "th-pickers";
            picked,
            status,
            el!("span", "class" = "th-standing"; el!("span", "class" = "th-status"; in_force), " ", today)),
        (source == FeeSource::Custom && LIVE).then(|| own_fee(state)),
        scenario.has_open_rate().then(|| rate(state)),
        note.map(|note| el!("p", "class" = "th-hint"; note)),
        state.choice_failed.then(|| failed(&words, words.choice_failed())),
        LIVE.then(|| converted(state)).flatten())
}

/// A note that the chosen fee is in another currency, with a button to switch back if the fee can also be charged in the first.
fn converted(state: &State) -> Option<Html> {
    let words = state.words();
    let (first, may_return) = state.other_currency()?;
    let link = format!("{}={}", Field::Currency.name(), first.code());
    let back = may_return.then(|| use_button(FILL_IN, link, words.keep_currency(first), None));
    Some(el!("p", "class" = "th-hint"; words.nothing_converted(), " ", back))
}

/// A button beside a fee that has ended: the verdict under today's fee. Pressing it applies that fee.
fn today(state: &State) -> Option<Html> {
    let words = state.words();
    let FeeSource::Schedule(schedule) = state.answer.scenario.fee_source() else { return None };
    let today = schedule.today()?;
    let verdict = compare(&state.answer.scenario.under(today)?).verdict;
    let title = words.use_fee_named(words.schedule(today));
    let text = words.today(verdict.lead, verdict.difference);
    Some(try_button(Field::Schedule.name(), today.id.into(), title, text))
}

/// The rate that the fee leaves open, for both sides unless each has its own.
fn rate(state: &State) -> Html {
    let words = state.words();
    let shared = (!state.own_rates).then(|| number_field(state, Field::Rate, words.label(Field::Rate)));
    let own = LIVE.then(|| {
        let tick = el!("input", "type" = "checkbox", "data-field" = OWN_RATES);
        el!("label", "class" = "th-check"; ticked(tick, state.own_rates), words.own_rates())
    });
    el!("div", "class" = "th-rate"; shared, own)
}

/// A fee in the notation, checked as it is typed, with its tiers drawn.
fn own_fee(state: &State) -> Html {
    let words = state.words();
    let field = Field::Fee;
    let example = |example: &'static str| {
        el!("button", "type" = "button", "class" = "th-use", "data-field" = field.name(), "value" = example;
            el!("code"; example))
    };
    // While what is typed cannot be read there is nothing to draw.
    let picture = state.problem(field).is_none().then(|| content(state, Panel::OwnFee));
    el!("div", "class" = "th-own-fee";
        el!("label", "class" = "th-aloud", "for" = field.name(); words.label(field)),
        text_input(state, field),
        message(state, field),
        el!("p", "class" = "th-hint"; words.fee_hint()),
        el!("p", "class" = "th-examples"; EXAMPLES.map(example)),
        picture)
}

/// The fee source that the reader has chosen, even while its text cannot be read.
fn shown(state: &State) -> FeeSource {
    let is_own = state.draft.is_own_fee(Payer::Freelancer);
    if is_own { FeeSource::Custom } else { state.answer.scenario.fee_source() }
}

fn text(words: Words, source: FeeSource) -> Html {
    let pick = |text: String| el!("span", "class" = "th-pick"; text);
    match source {
        FeeSource::Custom => pick(words.own_fee().into()),
        FeeSource::Schedule(schedule) => {
            el!("span"; pick(schedule.platform().name.into()), " ", pick(words.schedule(schedule)), " ")
        }
    }
}

/// Everything that the lists depend on.
fn picked_key(words: Words, source: FeeSource) -> String {
    format!("{} {}", source.id(), words.format.key())
}

fn pickers(words: Words, source: FeeSource) -> Html {
    let chosen = source.platform();
    // A platform is entered at its newest schedule.
    let entry =
        |platform: &'static Platform| option(platform.newest.into(), chosen == Some(platform), platform.name.into());
    let group = |market: Market| {
        // Platforms without a known fee for freelancers are not in the list.
        let is_entered = |platform: &&Platform| platform.market == market && !platform.newest.is_empty();
        let platforms = PLATFORMS.iter().filter(is_entered);
        el!("optgroup", "label" = words.market(market); platforms.map(entry).collect::<Html>())
    };
    let own = option(FeeSource::CUSTOM.into(), chosen.is_none(), words.own_fee().into());
    let groups = several![group(Market::Marketplace), group(Market::Payment), own];
    let entered = chosen.map_or(FeeSource::CUSTOM, |platform| platform.newest).to_owned();
    let platforms = list(PLATFORM, Some(words.platform()), entered, groups);
    let schedules = chosen.map(|platform| {
        let options = platform
            .freelancer()
            .iter()
            .rev()
            .map(|schedule| option(schedule.id.into(), schedule.id == source.id(), words.schedule(schedule)));
        let label = words.label(Field::Schedule);
        list(Field::Schedule.name(), Some(label), source.id().to_owned(), options.collect())
    });
    several![platforms, schedules]
}
