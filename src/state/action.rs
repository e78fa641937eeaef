//! What can a reader, or the page around the element, do?

use std::rc::Rc;

use engine::scenario::{Field, Kind, awaits};

use super::{Author, Panel};

/// An action of the reader, or of the page around the element.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Types into a field.
    Type(Field, String),
    /// Gives a field a value from a list, a tick or a button.
    Choose(Field, String),
    /// Finishes typing in it.
    Finish(Field),
    /// Drags a slider to a value.
    Slide(Field, i64),
    /// Moves the map's point to these values.
    Place([(Field, i64); 2]),
    /// Shows another number across the map (0) or up (1).
    ChooseAxis(usize, Field),
    /// Chooses a schedule of the catalogue, or a fee of their own. Amounts are in its currency then.
    ChooseSchedule(String),
    /// Looks at the same work under another schedule. Amounts stay in their currency, if the fee can be charged in that.
    CompareUnder(String),
    /// Gives each side its own rate, or both the same.
    OwnRates(bool),
    /// Chooses what the client pays on top: a schedule of the catalogue, nothing, or a fee of their own.
    ChooseClient(String),
    /// Fills in several fields at once, as a link names them.
    FillIn(String),
    /// The same with each value as a link has it, but not escaped.
    Set(Vec<(Field, String)>),
    /// Several actions as one: if one waits for a part, all do.
    Several(Vec<Action>),
    /// Counts no costs and hours. Their panel keeps those that were counted.
    IgnoreCosts,
    /// Nothing, for a moment.
    Rest,
    /// Opens or closes a panel.
    Open(Panel, bool),
    /// The part that fills panels failed to load, or is requested again.
    PanelsFailed(bool),
    /// Goes back to the author's example.
    Back,
    /// Brings back the numbers that going back, removing a list, or several changes at once took away.
    BringBack,
    /// Opens a link to a scenario.
    Follow(String),
    /// The page changes the element's attributes.
    Rewrite(Rc<Author>),
}

impl Action {
    /// Whether it names a schedule, or has a list, for which something has not arrived.
    pub fn awaits_part(&self) -> bool {
        match self {
            Action::ChooseSchedule(text) | Action::CompareUnder(text) | Action::Follow(text) => awaits(text),
            Action::Set(values) => values
                .iter()
                .any(|(field, text)| matches!(field.kind(), Kind::List(_)) && awaits(field.name()) || awaits(text)),
            Action::Several(actions) => actions.iter().any(Action::awaits_part),
            Action::Type(..)
            | Action::Choose(..)
            | Action::Finish(_)
            | Action::Slide(..)
            | Action::Place(_)
            | Action::ChooseAxis(..)
            | Action::OwnRates(_)
            | Action::ChooseClient(_)
            | Action::FillIn(_)
            | Action::IgnoreCosts
            | Action::Rest
            | Action::Open(..)
            | Action::PanelsFailed(_)
            | Action::Back
            | Action::BringBack
            | Action::Rewrite(_) => false,
        }
    }

    /// Whether the reader chooses numbers or a fee with it.
    pub fn is_a_choice(&self) -> bool {
        !matches!(
            self,
            Action::Rest
                | Action::Open(..)
                | Action::Finish(_)
                | Action::ChooseAxis(..)
                | Action::PanelsFailed(_)
                | Action::Rewrite(_)
        )
    }
}
