//! What is in a panel? Its contents and its inputs. They are a part of the app (`parts`), which loads when the first
//! panel opens; the example in the page's HTML has them from the start.

mod about;
mod chart;
mod client;
mod client_fee;
mod costs;
mod facts;
mod influence;
mod inputs;
mod leaving;
mod map;
mod months;
mod others;
mod outline;
mod quote;
mod risk;
mod steps;
mod working;

pub use about::facts;
pub use costs::counted;
pub use map::point;
pub use outline::{Outline, outline};

use time::Date;

use engine::compare::{Comparison, compare, influences};
use engine::scenario::{Scenario, Side};
use words::Words;

use crate::controls::name::FILL_IN;
use crate::controls::use_button;
use crate::html::{Html, el, together};
use crate::state::{Panel, State};
use crate::style::column;

/// A comparison, and how to show it.
#[derive(Clone, Copy, Debug)]
pub struct PanelContext<'a> {
    /// What was compared.
    pub scenario: &'a Scenario,
    /// The result.
    pub comparison: &'a Comparison,
    /// The words and number formats.
    pub words: Words,
    /// The day on which the page is read, if it is known.
    pub today: Option<Date>,
    /// Whether buttons work.
    pub live: bool,
}

/// The closed line of a panel, if it takes more than the comparison.
pub fn line(panel: Panel, scenario: &Scenario, words: Words) -> Option<String> {
    match panel {
        Panel::Months => Some(words.months_line(scenario)),
        Panel::Quote => Some(words.quote_line(scenario)),
        Panel::Risk => Some(words.risk_line(scenario)),
        Panel::Leaving => Some(words.leaving_line(scenario)),
        Panel::Influence => words.influence_line(&influences(scenario, &compare(scenario))),
        _ => None,
    }
}

/// The contents of a panel.
pub fn content(panel: Panel, context: &PanelContext) -> Html {
    match panel {
        // The map is a control.
        Panel::Map => Html::default(),
        Panel::Influence => influence::influence(context),
        Panel::Working => working::working(context),
        Panel::Costs => costs::costs(context),
        Panel::Months => months::months(context),
        Panel::Quote => quote::quote(context),
        Panel::Risk => risk::risk(context),
        Panel::Leaving => leaving::leaving(context),
        Panel::Client => client::client(context),
        Panel::Others => others::others(context),
        Panel::About => about::about(context),
        Panel::OwnFee => {
            together(context.scenario.fee().cases().iter().map(|case| about::drawn(context, case)).collect())
        }
    }
}

/// A button that fills in some fields at once, as a link would; `named` says which, where the text does not.
fn fill_in(context: &PanelContext, link: impl Into<String>, text: &'static str, named: Option<String>) -> Option<Html> {
    context.live.then(|| use_button(FILL_IN, link.into(), text.into(), named))
}

/// The figures of a side, as a table of names and values.
fn sums(context: &PanelContext, side: Side, rows: Vec<(String, String)>) -> Html {
    let row = |(label, value): (String, String)| el!("tr"; el!("th", "scope" = "row"; label), el!("td"; value));
    el!("div", "class" = column(side);
        el!("table", "class" = "th-working";
            el!("caption", "class" = "th-title"; context.words.side(side)),
            el!("tbody"; rows.into_iter().map(row).collect::<Vec<_>>())))
}

/// The inputs of a panel.
pub fn controls(panel: Panel, state: &State) -> Option<Html> {
    match panel {
        Panel::Map => Some(map::map(state)),
        Panel::Client => Some(client_fee::client_fee(state)),
        Panel::Costs => Some(inputs::costs(state)),
        Panel::Months => Some(inputs::months(state)),
        Panel::Quote => Some(inputs::quote(state)),
        Panel::Risk => Some(inputs::risk(state)),
        Panel::Leaving => Some(inputs::leaving(state)),
        Panel::Working | Panel::Influence | Panel::Others | Panel::About | Panel::OwnFee => None,
    }
}
