//! What remains on each side? Two bars on one scale: what remains, costs, and the fee by tier.

use crate::controls::piece;
use crate::html::{Html, el};
use crate::scale::Scale;
use crate::state::State;
use crate::style::{is_long, tier_class};
use engine::amount::Money;
use engine::compare::{BarPart, Net, Outcome};
use engine::scenario::{Criterion, Side};

/// The two bars, on one scale: what is left, and the fee by tier.
pub fn result(state: &State) -> Html {
    let words = state.words();
    let outcomes = &state.answer.comparison.outcomes;
    let most = outcomes.gigs.gross.max(outcomes.contract.gross);
    let left = |side: Side| state.answer.comparison.left(side);
    let is_by_hour = state.answer.comparison.after_costs().is_some_and(|counted| counted.criterion == Criterion::Hour);
    let row = |side: Side| {
        let outcome = outcomes.get(side);
        let net = state.answer.comparison.after_costs().map(|counted| counted.nets.get(side));
        let [strong, beside] = words.kept(&state.answer.comparison, side);
        let classes = match side {
            Side::Gigs => "th-side th-gigs",
            Side::Contract => "th-side th-contract",
        };
        // Bars are money, so they do not show by how much an hour pays more.
        let lacks = state.answer.comparison.lacks(side).filter(|_| !is_by_hour);
        let gap = lacks.map(|_| (left(side), left(side.other())));
        let kept = if is_long(&strong) { "th-kept th-long" } else { "th-kept" };
        el!("div", "class" = classes;
            el!("dt"; words.side(side)),
            el!("dd", "class" = kept; strong),
            el!("dd", "class" = "th-bar"; bar(outcome, net, most, words.bar(side, outcome), gap)),
            el!("dd", "class" = "th-fee"; beside),
            el!("dd", "class" = "th-less", "hidden" = lacks.is_none();
                lacks.map(|lacks| words.less(lacks)).unwrap_or_default()))
    };
    let classes = if state.answer.comparison.after_costs.is_some() { "th-result th-costs" } else { "th-result" };
    el!("dl", "class" = classes, "part" = "result"; row(Side::Gigs), row(Side::Contract))
}

/// The parts of what is billed, on a scale up to `most`; `gap` is what this side keeps less than the other, as a bracket.
fn bar(outcome: &Outcome, net: Option<&Net>, most: Money, label: String, gap: Option<(Money, Money)>) -> Html {
    let scale = Scale::up_to(most);
    let part = |(part, from, to): (BarPart, Money, Money)| {
        let class = match part {
            BarPart::Left => "th-left",
            BarPart::Cost => "th-cost",
            BarPart::Fee(index) => tier_class(index),
        };
        piece(scale, class, from, to)
    };
    // It stays where it is not needed: in a drag the sides take turns.
    let (from, to) = gap.unwrap_or_default();
    let [x, width] = scale.stretch(from.max(Money::ZERO), to.max(Money::ZERO));
    let bracket = el!("svg", "class" = "th-gap", "hidden" = gap.is_none(), "x" = x, "width" = width, "height" = "100%";
        el!("line", "x1" = "0", "x2" = "100%", "y1" = "50%", "y2" = "50%"),
        el!("line", "x1" = "0", "x2" = "0", "y1" = "0", "y2" = "100%"),
        el!("line", "x1" = "100%", "x2" = "100%", "y1" = "0", "y2" = "100%"));
    let parts: Vec<Html> = outcome.bar(net).into_iter().map(part).collect();
    let rest = piece(scale, "th-none", outcome.gross, most);
    el!("svg", "role" = "img", "aria-label" = label, "focusable" = "false"; parts, rest, bracket)
}
