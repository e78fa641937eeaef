//! What can be opened beneath the answer. It is made only when asked for, by a module of its own that a page fetches
//! then (`src/bin/panels.rs`); the example in the page's HTML has it from the start.

mod about;
mod client;
mod costs;
mod facts;
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

use crate::compare::Comparison;
use crate::markup::{Html, column, el, together};
use crate::report::Words;
use crate::scenario::{Scenario, Side};

/// The name, in place of a field's, of a button that fills in several: its value is a link to them.
pub const FILL_IN: &str = "fill-in";

/// What [`Panel::name`] is followed by where its closed line is asked for.
pub const LINE: &str = "-line";

/// The name, in place of a panel's, of what `comparison` has besides.
pub const EXTRAS: &str = "extras";

/// What can be opened, in the order shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// How each figure comes about.
    Working,
    /// What bids, hours and the like cost.
    Costs,
    /// What may go wrong.
    Risk,
    /// When the money comes.
    Months,
    /// What to ask for.
    Quote,
    /// What the client pays, and where it goes.
    Client,
    /// The same work under other schedules.
    Others,
    /// What staying and leaving come to.
    Leaving,
    /// What is known of the fee.
    About,
    /// The tiers of a fee that is being typed; it is always open.
    OwnFee,
}

impl Panel {
    /// Every panel.
    pub const ALL: [Panel; 10] = [
        Panel::Working,
        Panel::Costs,
        Panel::Risk,
        Panel::Months,
        Panel::Quote,
        Panel::Client,
        Panel::Others,
        Panel::Leaving,
        Panel::About,
        Panel::OwnFee,
    ];

    /// Its name in the page.
    pub fn name(self) -> &'static str {
        match self {
            Panel::Working => "working",
            Panel::Costs => "costs",
            Panel::Months => "months",
            Panel::Quote => "quote",
            Panel::Risk => "risk",
            Panel::Leaving => "leaving",
            Panel::Client => "client",
            Panel::Others => "others",
            Panel::About => "about",
            Panel::OwnFee => "own-fee",
        }
    }

    /// The panel of that name.
    pub fn named(name: &str) -> Option<Panel> {
        Panel::ALL.into_iter().find(|panel| panel.name() == name)
    }
}

/// An answer, and how it is to be told.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
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
pub fn content(panel: Panel, page: &Page) -> Html {
    match panel {
        Panel::Working => working::working(page),
        Panel::Costs => costs::costs(page),
        Panel::Months => months::months(page),
        Panel::Quote => quote::quote(page),
        Panel::Risk => risk::risk(page),
        Panel::Leaving => leaving::leaving(page),
        Panel::Client => client::client(page),
        Panel::Others => others::others(page),
        Panel::About => about::about(page),
        Panel::OwnFee => together(page.scenario.fee().cases().iter().map(|case| about::drawn(page, case)).collect()),
    }
}

/// A button that fills in some fields at once, as a link would.
fn fill_in(page: &Page, link: impl Into<String>, text: &'static str) -> Option<Html> {
    page.live.then(
        || el!("button", "type" = "button", "class" = "th-use", "data-field" = FILL_IN, "value" = link.into(); text),
    )
}

/// What a side comes to, as a table of what each figure is called and what it is.
fn sums(page: &Page, side: Side, rows: Vec<(String, String)>) -> Html {
    let row = |(label, value): (String, String)| el!("tr"; el!("th", "scope" = "row"; label), el!("td"; value));
    el!("div", "class" = column(side);
        el!("table", "class" = "th-working";
            el!("caption", "class" = "th-title"; page.words.side(side)),
            el!("tbody"; rows.into_iter().map(row).collect::<Vec<_>>())))
}
