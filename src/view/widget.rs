use std::rc::Rc;

use yew::{Html, component};

use super::LIVE;
use super::client::client_fee;
use super::foot::{self, Foot};
use super::inputs;
use super::panel::{Contents, Written, panel};
use super::result::result;
use super::sides::sides;
use super::state::{Author, State};
use super::tariff::tariff;
use super::verdict::verdict;
use crate::compare::{client_sides, is_leaving, is_risky, is_spread};
use crate::markup::{el, together};
use crate::panels::Panel;
use crate::scenario::{Field, MORE, Scenario};

/// The whole widget.
pub fn widget(state: &State, foot: Foot, contents: &dyn Contents) -> Html {
    let classes = match state.draft.text(Field::Theme) {
        "light" => "th th-light",
        "dark" => "th th-dark",
        _ => "th th-auto",
    };
    let is_full = state.draft.text(Field::View) != "compact";
    el!("div", "class" = classes, "part" = "container";
        el!("div", "class" = "th-head"; tariff(state, contents), verdict(state), result(state)),
        sides(state),
        is_full.then(|| panels(state, contents)),
        foot::foot(state, foot))
}

fn panels(state: &State, contents: &dyn Contents) -> Html {
    let words = state.words();
    let answer = &state.answer;
    let one = |which: Panel, heading: &'static str, summary: String| {
        let open = state.open.is_open(which);
        let controls = (LIVE && open).then(|| controls(which, state)).flatten();
        let content = (open || !LIVE).then(|| together(vec![controls.unwrap_or_default(), contents.of(which, state)]));
        panel(which, open, heading, summary, content)
    };
    let told = |panel: Panel, usual: &'static str| {
        let asked = is_asked(&answer.scenario, panel).then(|| contents.line(panel, state)).flatten();
        asked.unwrap_or_else(|| usual.into())
    };
    let sides = client_sides(&answer.scenario, &answer.comparison.outcomes);
    let mut panels =
        vec![one(Panel::Working, words.working_heading(), words.working_summary(&answer.comparison.outcomes))];
    // Without a script nothing could be typed or chosen in some of them.
    if LIVE {
        panels.extend([
            one(Panel::Costs, words.costs_heading(), words.costs_summary(answer.comparison.counted())),
            one(Panel::Risk, words.risk_heading(), told(Panel::Risk, words.risk_summary())),
            one(Panel::Months, words.months_heading(), told(Panel::Months, words.months_summary())),
            one(Panel::Quote, words.quote_heading(), told(Panel::Quote, words.quote_summary())),
        ]);
    }
    panels.push(one(Panel::Client, words.client_heading(), words.client_summary(sides.as_ref())));
    if LIVE {
        panels.extend([
            one(Panel::Others, words.others_heading(), words.others_summary().into()),
            one(Panel::Leaving, words.leaving_heading(), told(Panel::Leaving, words.leaving_summary())),
        ]);
    }
    panels.push(one(Panel::About, words.about_heading(), words.about_summary(answer.scenario.tariff())));
    together(panels)
}

/// Whether a panel has an effect that its closed line tells.
pub fn is_asked(scenario: &Scenario, panel: Panel) -> bool {
    match panel {
        _ if !MORE => false,
        Panel::Months => is_spread(scenario),
        Panel::Quote => scenario.inputs().any(&[Field::Keep, Field::HourlyPay, Field::Concession, Field::HourlyRate]),
        Panel::Risk => is_risky(scenario),
        Panel::Leaving => is_leaving(scenario),
        _ => false,
    }
}

/// What is typed into in a panel, which stays while its contents are made anew.
fn controls(panel: Panel, state: &State) -> Option<Html> {
    Some(match panel {
        Panel::Client => client_fee(state),
        _ if !MORE => return None,
        Panel::Costs => inputs::costs(state),
        Panel::Months => inputs::months(state),
        Panel::Quote => inputs::quote(state),
        Panel::Risk => inputs::risk(state),
        Panel::Leaving => inputs::leaving(state),
        Panel::Working | Panel::Others | Panel::About | Panel::OwnFee => return None,
    })
}

/// The example as text, for the HTML written at build time.
#[component]
pub fn Example() -> Html {
    let state = Rc::new(State::new(Author::default(), ""));
    widget(&state, Foot::default(), &Written)
}
