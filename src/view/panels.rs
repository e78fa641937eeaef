//! What can be opened below the verdict? One line for each panel; their contents are a part of the app.

use engine::compare::client_sides;

use crate::controls::LIVE;
use crate::controls::name::RETRY;
use crate::html::{Html, el, together};
use crate::panels::PanelContext;
use crate::parts;
use crate::state::{Panel, State};

pub fn panels(state: &State) -> Html {
    let words = state.words();
    let answer = &state.answer;
    let one = |which: Panel, heading: &'static str, summary: String| {
        let open = state.open.is_open(which);
        let controls = parts::panels().filter(|_| LIVE && open).and_then(|part| (part.controls)(which, state));
        let content = (open || !LIVE).then(|| together(vec![controls.unwrap_or_default(), content(state, which)]));
        panel(which, open, heading, summary, content)
    };
    let line = |panel: Panel, usual: &'static str| {
        let part = parts::panels().filter(|_| panel == Panel::Influence || panel.is_asked(&answer.scenario));
        part.and_then(|part| (part.line)(panel, &answer.scenario, words)).unwrap_or_else(|| usual.into())
    };
    let sides = client_sides(&answer.scenario, &answer.comparison.outcomes);
    let group = |heading: &'static str, panels: Vec<Option<Html>>| {
        el!("section", "class" = "th-group";
            el!("p", "class" = "th-group-name", "role" = "heading", "aria-level" = "2"; heading),
            panels.into_iter().flatten().collect::<Vec<_>>())
    };
    // Without a script nothing could be typed or chosen in some of them.
    let when_live = |panel: &dyn Fn() -> Html| LIVE.then(panel);
    let [money, risk, ways] = words.groups();
    together(vec![
        group(
            money,
            vec![
                Some(one(Panel::Working, words.working_heading(), words.working_summary(&answer.comparison.outcomes))),
                when_live(&|| one(Panel::Map, words.map_heading(), words.map_summary().into())),
                when_live(&|| {
                    one(Panel::Influence, words.influence_heading(), line(Panel::Influence, words.influence_summary()))
                }),
                when_live(&|| {
                    one(Panel::Costs, words.costs_heading(), words.costs_summary(answer.comparison.after_costs()))
                }),
                when_live(&|| one(Panel::Quote, words.quote_heading(), line(Panel::Quote, words.quote_summary()))),
            ],
        ),
        if LIVE {
            group(
                risk,
                vec![
                    when_live(&|| {
                        one(Panel::Months, words.months_heading(), line(Panel::Months, words.months_summary()))
                    }),
                    when_live(&|| one(Panel::Risk, words.risk_heading(), line(Panel::Risk, words.risk_summary()))),
                ],
            )
        } else {
            Html::default()
        },
        group(
            ways,
            vec![
                Some(one(Panel::Client, words.client_heading(), words.client_summary(sides.as_ref()))),
                when_live(&|| one(Panel::Others, words.others_heading(), words.others_summary().into())),
                when_live(&|| {
                    one(Panel::Leaving, words.leaving_heading(), line(Panel::Leaving, words.leaving_summary()))
                }),
                Some(one(Panel::About, words.about_heading(), words.about_summary(answer.scenario.fee_source()))),
            ],
        ),
    ])
}

/// A panel: one line with its short answer, closed at first. Closed panels have no contents, so that a drag does not
/// pay for them.
fn panel(panel: Panel, open: bool, heading: &'static str, summary: String, content: Option<Html>) -> Html {
    el!("details", "class" = "th-panel", "part" = "panel", "data-field" = panel.name(), "open" = open;
        el!("summary"; el!("b"; heading), " ", el!("span"; summary)),
        el!("div", "class" = "th-content"; content))
}

/// The contents of a panel; while its part is loading, or if it failed to load, a line that says so.
pub fn content(state: &State, panel: Panel) -> Html {
    let words = state.words();
    match parts::panels() {
        Some(part) => (part.content)(panel, &context(state)),
        None if state.panels_failed => {
            el!("p", "class" = "th-note"; words.part_failed(), " ",
                el!("button", "type" = "button", "class" = "th-use", "data-field" = RETRY; words.retry()))
        }
        None => el!("p", "class" = "th-hint"; words.part_comes()),
    }
}

fn context(state: &State) -> PanelContext<'_> {
    PanelContext {
        scenario: &state.answer.scenario,
        comparison: &state.answer.comparison,
        words: state.words(),
        today: state.today,
        live: LIVE,
    }
}
