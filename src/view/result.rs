//! What remains on each side? Two bars on one scale: what remains, costs, and the fee by tier.

use crate::html::{Html, el};
use crate::state::State;
use crate::style::{share, tier_class};
use engine::amount::Money;
use engine::compare::{Net, Outcome};
use engine::scenario::Side;

/// The two bars, on one scale: what is left, and the fee by tier.
pub fn result(state: &State) -> Html {
    let words = state.words();
    let outcomes = &state.answer.comparison.outcomes;
    let scale = outcomes.gigs.gross.max(outcomes.contract.gross);
    let row = |side: Side| {
        let outcome = outcomes.get(side);
        let net = state.answer.comparison.after_costs().map(|counted| counted.nets.get(side));
        let [strong, beside] = words.kept(&state.answer.comparison, side);
        let classes = match side {
            Side::Gigs => "th-side th-gigs",
            Side::Contract => "th-side th-contract",
        };
        el!("div", "class" = classes;
            el!("dt"; words.side(side)),
            el!("dd", "class" = "th-kept"; strong),
            el!("dd", "class" = "th-bar"; bar(outcome, net, scale, words.bar(side, outcome))),
            el!("dd", "class" = "th-fee"; beside))
    };
    el!("dl", "class" = "th-result", "part" = "result"; row(Side::Gigs), row(Side::Contract))
}

fn bar(outcome: &Outcome, net: Option<&Net>, scale: Money, label: String) -> Html {
    let mut from = Money::ZERO;
    let mut piece = |class: &'static str, width: Money| {
        // Tiers that a cap lets off, or a fee beyond the gross, do not make the bar longer than the gross.
        let width = width.min(outcome.gross - from).max(Money::ZERO);
        let x = share(from, scale);
        from += width;
        el!("rect", "class" = class, "x" = x, "width" = share(width, scale), "height" = "100%")
    };
    let left = net.map_or(outcome.take_home, |net| net.take_home);
    let mut pieces = vec![piece("th-left", left)];
    pieces.extend(net.map(|net| piece("th-cost", net.cost.min(outcome.take_home))));
    pieces.extend(outcome.tiers.iter().enumerate().map(|(index, row)| piece(tier_class(index), row.fee)));
    el!("svg", "role" = "img", "aria-label" = label, "focusable" = "false"; pieces)
}
