use yew::Html;

use super::state::State;
use crate::amount::Money;
use crate::compare::Outcome;
use crate::markup::{el, share, tier_class};
use crate::scenario::Side;

/// The two bars, on one scale: what is left, and the fee by tier.
pub fn result(state: &State) -> Html {
    let words = state.words();
    let outcomes = &state.answer.comparison.outcomes;
    let scale = outcomes.gigs.gross.max(outcomes.contract.gross);
    let row = |side: Side| {
        let outcome = outcomes.get(side);
        let classes = match side {
            Side::Gigs => "th-side th-gigs",
            Side::Contract => "th-side th-contract",
        };
        el!("div", "class" = classes;
            el!("dt"; words.side(side)),
            el!("dd", "class" = "th-kept"; words.format.money(outcome.take_home)),
            el!("dd", "class" = "th-bar"; bar(outcome, scale, words.bar(side, outcome))),
            el!("dd", "class" = "th-fee"; words.fee_of(outcome)))
    };
    el!("dl", "class" = "th-result", "part" = "result"; row(Side::Gigs), row(Side::Contract))
}

fn bar(outcome: &Outcome, scale: Money, label: String) -> Html {
    let mut from = Money::ZERO;
    let mut piece = |class: &'static str, width: Money| {
        // Tiers that a cap lets off, or a fee beyond the gross, do not make the bar longer than the gross.
        let width = width.min(outcome.gross - from).max(Money::ZERO);
        let x = share(from, scale);
        from += width;
        el!("rect", "class" = class, "x" = x, "width" = share(width, scale), "height" = "100%")
    };
    let mut pieces = vec![piece("th-left", outcome.take_home)];
    pieces.extend(outcome.tiers.iter().enumerate().map(|(index, row)| piece(tier_class(index), row.fee)));
    el!("svg", "role" = "img", "aria-label" = label, "focusable" = "false"; pieces)
}
