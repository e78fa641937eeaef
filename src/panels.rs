//! What is in a panel? Its contents and its inputs. Both are in parts of the app (`parts`): closed lines load when the questions
//! come into sight, the rest when one is opened. The example in the page's HTML has them from the start.

mod about;
mod chart;
mod client;
mod client_fee;
mod context;
mod costs;
mod dispute;
mod facts;
mod influence;
mod inputs;
mod leaving;
mod list;
mod map;
mod months;
mod others;
mod outline;
mod preset;
mod quote;
mod risk;
mod score;
mod steps;
mod working;

pub use about::facts;
pub use context::PanelContext;
pub use costs::{counted, hours};
pub use map::{map, point};
pub use outline::{Outline, outline};

use engine::compare::{elsewhere, hours_by_use, influences};
use engine::fees::{FACTS, Topic};
use engine::scenario::BySide;

use crate::html::{Html, several};
use crate::state::{Panel, State};
use inputs::Inputs;
use preset::Presets;

/// The closed line of a panel, if it takes more than the comparison: for the reader's numbers, or for usual ones.
pub fn line(panel: Panel, context: &PanelContext) -> Option<String> {
    preset::answer(panel, context, |context, preset| {
        let (words, scenario) = (context.words, context.scenario);
        let line = match panel {
            // The reader's own may be money alone.
            Panel::Costs if context.uncounted.is_some() => preset
                .map(|_| words.not_counted(words.costs_summary(scenario, context.comparison.after_costs.as_ref()))),
            Panel::Costs => preset.map(|_| words.unpaid_line(&BySide::from_fn(|side| hours_by_use(scenario, side)))),
            Panel::Months => words.months_line(scenario),
            // It names the sum that is kept.
            Panel::Quote => return Some(words.quote_line(scenario)),
            Panel::Risk => words.risk_line(scenario),
            // The reader's own numbers may be any platform's.
            Panel::Dispute if preset.is_none() => words.dispute_line(scenario),
            Panel::Dispute => words.dispute_line(scenario).map(|line| of_platform(context, Topic::Dispute, line)),
            Panel::Score => words.score_line(scenario).map(|line| of_platform(context, Topic::Score, line)),
            Panel::Leaving => Some(words.leaving_line(scenario)),
            Panel::Influence => words.influence_line(&influences(scenario, context.comparison)),
            Panel::Others => Some(words.others_line(&elsewhere(scenario))),
            Panel::Map | Panel::List | Panel::Working | Panel::Client | Panel::Books | Panel::About | Panel::OwnFee => {
                None
            }
        }?;
        Some(match preset {
            Some(preset) => words.preset_line(preset.name, line),
            None => line,
        })
    })
}

/// A line about what one platform does, with its name where the fee is another's or the reader's own.
fn of_platform(context: &PanelContext, topic: Topic, line: String) -> String {
    let known = FACTS.iter().rfind(|fact| fact.topic == topic).map(|fact| fact.platform);
    let here = context.scenario.fee_source().platform().map(|platform| platform.name);
    match known.filter(|known| here != Some(*known)) {
        Some(platform) => context.words.on_platform(platform, line),
        None => line,
    }
}

/// The contents of a panel: for the reader's numbers or, with a note, for usual ones.
pub fn content(panel: Panel, context: &PanelContext) -> Html {
    preset::answer(panel, context, |context, preset| {
        // Where there are inputs, it is beside them.
        let preset = preset.filter(|_| !context.live);
        several![preset.and_then(|preset| preset::note(panel, context, preset)), answered(panel, context)]
    })
}

fn answered(panel: Panel, context: &PanelContext) -> Html {
    match panel {
        // The map is a control, and files are another part of the app.
        Panel::Map | Panel::Books => Html::default(),
        Panel::Influence => influence::influence(context),
        Panel::List => list::list(context),
        Panel::Working => working::working(context),
        Panel::Costs => costs::costs(context),
        Panel::Months => months::months(context),
        Panel::Quote => quote::quote(context),
        Panel::Risk => risk::risk(context),
        Panel::Dispute => dispute::dispute(context),
        Panel::Score => score::score(context),
        Panel::Leaving => leaving::leaving(context),
        Panel::Client => client::client(context),
        Panel::Others => others::others(context),
        Panel::About => about::about(context),
        Panel::OwnFee => context.scenario.fee().cases().iter().map(|case| about::drawn(context, case)).collect(),
    }
}

/// The inputs of a panel, with buttons that fill them in.
pub fn controls(panel: Panel, state: &State, context: &PanelContext) -> Option<Html> {
    let presets = Presets::of(panel, context);
    let inputs = match panel {
        Panel::Map => map(state),
        Panel::List => list::inputs(state),
        Panel::Client => client_fee::client_fee(state),
        Panel::Working
        | Panel::Influence
        | Panel::Costs
        | Panel::Months
        | Panel::Quote
        | Panel::Risk
        | Panel::Dispute
        | Panel::Score
        | Panel::Others
        | Panel::Books
        | Panel::Leaving
        | Panel::About
        | Panel::OwnFee => {
            let assumed = presets.as_ref().and_then(|presets| presets.assumed(context));
            // A zero of the reader's stays when the rest becomes theirs.
            let shown = assumed.as_ref().map(|(preset, _)| preset);
            let usual = shown.or(presets.as_ref().map(Presets::usual)).map(|preset| &*preset.link);
            let note = shown.and_then(|preset| preset::note(panel, context, preset));
            let assumed = assumed.as_ref().map(|(_, scenario)| scenario);
            Inputs { state, assumed, usual }.of(panel, note)?
        }
    };
    let buttons = presets.map(|presets| presets.buttons(context));
    Some(several![buttons, inputs])
}
