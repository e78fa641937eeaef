//! What is in a panel? Its contents and its inputs. They come with a part of the app (`parts`), when the first panel is
//! opened; the example in the page's HTML has them from the start.

mod about;
mod client;
mod client_fee;
mod costs;
mod facts;
mod inputs;
mod leaving;
mod months;
mod others;
mod quote;
mod risk;
mod steps;
mod working;

pub use about::facts;
pub use costs::counted;

use time::Date;

use engine::compare::Comparison;
use engine::scenario::{Scenario, Side};
use words::Words;

use crate::controls::name::FILL_IN;
use crate::html::{Html, el, together};
use crate::state::{Panel, State};
use crate::style::column;

/// An answer, and how it is to be shown.
#[derive(Clone, Copy, Debug)]
pub struct PanelContext<'a> {
    /// What was compared.
    pub scenario: &'a Scenario,
    /// The result.
    pub comparison: &'a Comparison,
    /// The words and the numbers' looks.
    pub words: Words,
    /// The day on which the page is read, where anybody knows it.
    pub today: Option<Date>,
    /// Whether something happens when the reader presses a button.
    pub live: bool,
}

/// What the closed line of a panel says of its effect, where that takes more than the answer itself.
pub fn line(panel: Panel, scenario: &Scenario, words: Words) -> Option<String> {
    match panel {
        Panel::Months => Some(words.months_line(scenario)),
        Panel::Quote => Some(words.quote_line(scenario)),
        Panel::Risk => Some(words.risk_line(scenario)),
        Panel::Leaving => Some(words.leaving_line(scenario)),
        _ => None,
    }
}

/// What a panel holds.
pub fn content(panel: Panel, context: &PanelContext) -> Html {
    match panel {
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

/// A button that fills in some fields at once, as a link would.
fn fill_in(context: &PanelContext, link: impl Into<String>, text: &'static str) -> Option<Html> {
    context.live.then(
        || el!("button", "type" = "button", "class" = "th-use", "data-field" = FILL_IN, "value" = link.into(); text),
    )
}

/// What a side comes to, as a table of what each figure is called and what it is.
fn sums(context: &PanelContext, side: Side, rows: Vec<(String, String)>) -> Html {
    let row = |(label, value): (String, String)| el!("tr"; el!("th", "scope" = "row"; label), el!("td"; value));
    el!("div", "class" = column(side);
        el!("table", "class" = "th-working";
            el!("caption", "class" = "th-title"; context.words.side(side)),
            el!("tbody"; rows.into_iter().map(row).collect::<Vec<_>>())))
}

/// What is typed into in a panel.
pub fn controls(panel: Panel, state: &State) -> Option<Html> {
    match panel {
        Panel::Client => Some(client_fee::client_fee(state)),
        Panel::Costs => Some(inputs::costs(state)),
        Panel::Months => Some(inputs::months(state)),
        Panel::Quote => Some(inputs::quote(state)),
        Panel::Risk => Some(inputs::risk(state)),
        Panel::Leaving => Some(inputs::leaving(state)),
        Panel::Working | Panel::Others | Panel::About | Panel::OwnFee => None,
    }
}
