//! Which fee does the client pay?

use engine::fees::Payer;
use engine::scenario::{FeeSource, Field};

use crate::controls::{list, message, option, plain_field, statuses, text_input};
use crate::html::{Html, el};
use crate::state::State;

/// The entry of the list if no fee is known.
const UNKNOWN: &str = "";

/// The options in the list of the client's fees.
fn picked(state: &State) -> &'static str {
    match state.draft.text(Field::ClientSchedule) {
        _ if state.draft.is_own_fee(Payer::Client) => FeeSource::CUSTOM,
        FeeSource::NONE => FeeSource::NONE,
        _ => state.answer.scenario.client().map_or(UNKNOWN, |client| client.source.id()),
    }
}

/// Which fee the client pays: one of the platform's, none, or one of the reader's own.
pub fn client_fee(state: &State) -> Html {
    let words = state.words();
    let picked = picked(state);
    let client = state.answer.scenario.client();
    let shown = client.and_then(|client| client.source.platform());
    let platform = shown.or(state.answer.scenario.fee_source().platform());
    let schedules = platform.map_or(&[][..], |platform| platform.client());
    let mut options: Html = schedules
        .iter()
        .rev()
        .map(|schedule| option(schedule.id.into(), picked == schedule.id, words.schedule(schedule)))
        .collect();
    // If the platform's fee is known, or one was chosen, "not known" is not offered.
    if schedules.is_empty() || picked == UNKNOWN {
        options = options.with(option(UNKNOWN.into(), picked == UNKNOWN, words.client_not_known().into()));
    }
    let options = options
        .with(option(FeeSource::NONE.into(), picked == FeeSource::NONE, words.client_nothing().into()))
        .with(option(FeeSource::CUSTOM.into(), picked == FeeSource::CUSTOM, words.own_fee().into()));
    let field = Field::ClientSchedule;
    let mut controls = vec![
        el!("label", "class" = "th-label", "for" = field.name(); words.label(field)),
        list(field.name(), None, picked.to_owned(), options),
    ];
    if let Some(client) = client {
        controls.push(statuses(
            Field::ClientStatus,
            words.label(Field::ClientStatus),
            &client.fee,
            client.choices.gigs.status,
        ));
        let is_open = |choice| client.fee.open_rate_of(choice).is_some();
        if is_open(client.choices.gigs) || is_open(client.choices.contract) {
            controls.push(plain_field(state, Field::ClientRate, Some(words.format.percent(client.choices.gigs.rate))));
        }
    }
    if picked == FeeSource::CUSTOM {
        let field = Field::ClientFee;
        controls.push(el!("div", "class" = "th-own-fee";
            el!("label", "class" = "th-aloud", "for" = field.name(); words.label(field)),
            text_input(state, field),
            message(state, field)));
    }
    el!("div", "class" = "th-pickers"; controls)
}
