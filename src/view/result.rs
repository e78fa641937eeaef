//! What remains on each side? Two bars on one scale: what remains, costs, and the fee by tier.

use crate::controls::{self, bracket, piece, pieces};
use crate::html::{Html, el, several};
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
    let most = outcomes.gigs.gross.max(outcomes.contract.gross);
    let left = |side: Side| state.answer.comparison.remaining(side);
    let row = |side: Side| {
        let outcome = outcomes.get(side);
        let net = state.answer.comparison.after_costs.as_ref().map(|counted| counted.nets.get(side));
        let [strong, beside] = words.kept(&state.answer.comparison, side);
        let classes = match side {
            Side::Gigs => "th-side th-gigs",
            Side::Contract => "th-side th-contract",
        };
        let lacks = state.answer.comparison.lacks(side);
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
    let parts = outcome.bar(net);
    let of = |class: &'static str| {
        let is_its = |(part, ..): &&(BarPart, Money, Money)| class == part_class(*part);
        let stretches = parts.iter().filter(is_its).map(|(_, from, to)| (from.minor(), to.minor()));
        pieces(scale, class, &stretches.collect::<Vec<_>>())
    };
    // Each kind keeps its path even when it is empty, because tiers come and go during a drag.
    let all = several![
        BAR_CLASSES.map(of),
        piece(scale, "th-none", outcome.gross, most),
        bracket(scale, gap.map(|(from, to)| (from.minor(), to.minor()))),
    ];
    controls::bar(Some(label), all)
}

/// Every class of [`part_class`].
const BAR_CLASSES: [&str; 5] = ["th-left", "th-cost", "th-tier-0", "th-tier-1", "th-tier-2"];

fn part_class(part: BarPart) -> &'static str {
    match part {
        BarPart::Remaining => "th-left",
        BarPart::Cost => "th-cost",
        BarPart::Fee(index) => tier_class(index),
    }
}
