//! What is each question called?

use engine::compare::Outcome;
use engine::scenario::BySide;
use words::Words;

use crate::state::Panel;

/// The heading of a panel.
pub fn heading(panel: Panel, words: &Words, outcomes: &BySide<Outcome>) -> &'static str {
    match panel {
        Panel::Working => words.working_heading(outcomes),
        Panel::Map => words.map_heading(),
        Panel::List => words.list_heading(),
        Panel::Influence => words.influence_heading(),
        Panel::Costs => words.costs_heading(),
        Panel::Quote => words.quote_heading(),
        Panel::Months => words.months_heading(),
        Panel::Risk => words.risk_heading(),
        Panel::Dispute => words.dispute_heading(),
        Panel::Score => words.score_heading(),
        Panel::Client => words.client_heading(),
        Panel::Others => words.others_heading(),
        Panel::Books => words.books_heading(),
        Panel::Leaving => words.leaving_heading(),
        Panel::About | Panel::OwnFee => words.about_heading(),
    }
}
