//! What remains on each side? Two bars on one scale: what remains, costs, and the fee by tier.

use crate::html::{Html, el};
use crate::scale::Scale;
use crate::state::State;
use crate::style::{is_long, tier_class};
use engine::amount::Money;
use engine::compare::{BarPart, Net, Outcome};
use engine::scenario::Side;

/// The two bars, on one scale: what is left, and the fee by tier.
pub fn result(state: &State) -> Html {
    let words = state.words();
    let outcomes = &state.answer.comparison.outcomes;
    let scale = Scale::up_to(outcomes.gigs.gross.max(outcomes.contract.gross));
    let row = |side: Side| {
        let outcome = outcomes.get(side);
        let net = state.answer.comparison.after_costs().map(|counted| counted.nets.get(side));
        let [strong, beside] = words.kept(&state.answer.comparison, side);
        let classes = match side {
            Side::Gigs => "th-side th-gigs",
            Side::Contract => "th-side th-contract",
        };
        let kept = if is_long(&strong) { "th-kept th-long" } else { "th-kept" };
        el!("div", "class" = classes;
            el!("dt"; words.side(side)),
            el!("dd", "class" = kept; strong),
            el!("dd", "class" = "th-bar"; bar(outcome, net, scale, words.bar(side, outcome))),
            el!("dd", "class" = "th-fee"; beside))
    };
    el!("dl", "class" = "th-result", "part" = "result"; row(Side::Gigs), row(Side::Contract))
}

fn bar(outcome: &Outcome, net: Option<&Net>, scale: Scale, label: String) -> Html {
    let piece = |(part, from, to): (BarPart, Money, Money)| {
        let class = match part {
            BarPart::Left => "th-left",
            BarPart::Cost => "th-cost",
            BarPart::Fee(index) => tier_class(index),
        };
        let [x, width] = scale.stretch(from, to);
        el!("rect", "class" = class, "x" = x, "width" = width, "height" = "100%")
    };
    let pieces: Vec<Html> = outcome.bar(net).into_iter().map(piece).collect();
    el!("svg", "role" = "img", "aria-label" = label, "focusable" = "false"; pieces)
}
