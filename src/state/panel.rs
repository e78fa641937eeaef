//! Which panels are there, and which are open?

use engine::compare::{arbitration, is_leaving, is_risky, is_spread, scores};
use engine::scenario::{QuoteWishes, Scenario, Side};

/// A panel, in the order shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// The working of each figure.
    Working,
    /// Who leads for every pair of two numbers.
    Map,
    /// Gigs that differ, line by line.
    List,
    /// Which number matters most.
    Influence,
    /// Costs, proposals and hours.
    Costs,
    /// Quotes.
    Quote,
    /// When the money comes.
    Months,
    /// Risks.
    Risk,
    /// Whether arbitration is worth its fee.
    Dispute,
    /// The effect of one more job on the success score.
    Score,
    /// The client's money, and who gets it.
    Client,
    /// The same work under other schedules.
    Others,
    /// The fees in the reader's own files.
    Books,
    /// Staying on the platform or leaving it.
    Leaving,
    /// The facts about the fee.
    About,
    /// The tiers of a fee that is being typed; it is always open.
    OwnFee,
}

impl Panel {
    /// Every panel.
    pub const ALL: [Panel; 16] = [
        Panel::Working,
        Panel::Map,
        Panel::List,
        Panel::Influence,
        Panel::Costs,
        Panel::Quote,
        Panel::Months,
        Panel::Risk,
        Panel::Dispute,
        Panel::Score,
        Panel::Client,
        Panel::Others,
        Panel::Books,
        Panel::Leaving,
        Panel::About,
        Panel::OwnFee,
    ];

    /// Its name in the page.
    pub fn name(self) -> &'static str {
        match self {
            Panel::Map => "map",
            Panel::List => "list",
            Panel::Working => "working",
            Panel::Influence => "influence",
            Panel::Costs => "costs",
            Panel::Months => "months",
            Panel::Quote => "quote",
            Panel::Risk => "risk",
            Panel::Dispute => "dispute",
            Panel::Score => "score",
            Panel::Leaving => "leaving",
            Panel::Client => "client",
            Panel::Others => "others",
            Panel::Books => "books",
            Panel::About => "about",
            Panel::OwnFee => "own-fee",
        }
    }

    /// The panel of that name.
    pub fn named(name: &str) -> Option<Panel> {
        Panel::ALL.into_iter().find(|panel| panel.name() == name)
    }

    /// Whether its closed line answers only when the part `answers` has arrived.
    pub fn answers_late(self) -> bool {
        !matches!(self, Panel::Working | Panel::Map | Panel::List | Panel::Client | Panel::Books | Panel::About)
    }

    /// Whether it says something where no script runs: in others there would be something to type or to choose.
    pub fn needs_no_script(self) -> bool {
        matches!(self, Panel::Working | Panel::Client | Panel::About)
    }

    /// Whether the reader, or the example, says anything that only this panel answers.
    pub fn is_asked(self, scenario: &Scenario) -> bool {
        match self {
            Panel::List => [Side::Gigs, Side::Contract].iter().any(|side| scenario.is_list(*side)),
            Panel::Months => is_spread(scenario),
            Panel::Quote => {
                let QuoteWishes { keep, hourly_pay, concession, hourly_rate, weekly_hours: _, weeks: _ } =
                    scenario.inputs().quote;
                keep.or(hourly_pay).or(concession).or(hourly_rate).is_some()
            }
            Panel::Risk => is_risky(scenario),
            Panel::Dispute => arbitration(&scenario.inputs().dispute).is_some(),
            Panel::Score => scores(&scenario.inputs().record).is_some(),
            Panel::Leaving => is_leaving(scenario),
            Panel::Map
            | Panel::Working
            | Panel::Influence
            | Panel::Costs
            | Panel::Client
            | Panel::Others
            | Panel::Books
            | Panel::About
            | Panel::OwnFee => false,
        }
    }
}

/// Which panels are open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Open([bool; Panel::ALL.len()]);

impl Open {
    /// Whether any is.
    pub fn any(self) -> bool {
        self.0.contains(&true)
    }

    /// The panels whose names are in a text, separated by commas.
    pub fn named(names: &str) -> Open {
        names.split(',').filter_map(Panel::named).fold(Open::default(), |open, panel| open.with(panel, true))
    }

    /// The open panels that `may` be open.
    #[must_use]
    pub fn only(mut self, may_be: &dyn Fn(Panel) -> bool) -> Open {
        for panel in Panel::ALL {
            self.0[panel as usize] &= may_be(panel);
        }
        self
    }

    /// The names of those that are, with commas between them.
    pub fn names(self) -> String {
        let names: Vec<&str> = Panel::ALL.into_iter().filter(|panel| self.is_open(*panel)).map(Panel::name).collect();
        names.join(",")
    }

    /// Whether that one is.
    pub fn is_open(self, panel: Panel) -> bool {
        self.0[panel as usize]
    }

    pub(super) fn with(mut self, panel: Panel, open: bool) -> Open {
        self.0[panel as usize] = open;
        self
    }
}
