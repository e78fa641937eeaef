use yew::prelude::*;

use super::state::State;
use crate::amount::Money;
use crate::compare::Outcome;
use crate::scenario::Side;

/// The two bars, on one scale: what is left, and the fee by tier.
pub fn result(state: &State) -> Html {
    let words = state.words();
    let outcomes = &state.answer.comparison.outcomes;
    let scale = outcomes.gigs.gross.max(outcomes.contract.gross);
    let row = |side: Side| {
        let outcome = outcomes.get(side);
        html! {
            <div class={classes!("th-side", class(side))}>
                <dt>{ words.side(side) }</dt>
                <dd class="th-kept">{ words.format.money(outcome.take_home) }</dd>
                <dd class="th-bar">{ bar(outcome, scale, words.bar(side, outcome)) }</dd>
                <dd class="th-fee">{ words.fee_of(outcome) }</dd>
            </div>
        }
    };
    html! { <dl class="th-result" part="result">{ row(Side::Gigs) }{ row(Side::Contract) }</dl> }
}

/// The class that gives a side its colour.
pub fn class(side: Side) -> &'static str {
    match side {
        Side::Gigs => "th-gigs",
        Side::Contract => "th-contract",
    }
}

fn bar(outcome: &Outcome, scale: Money, label: String) -> Html {
    let mut from = Money::ZERO;
    let mut piece = |class: String, width: Money| {
        // Tiers that a cap lets off, or a fee beyond the gross, do not make the bar longer than the gross.
        let width = width.min(outcome.gross - from).max(Money::ZERO);
        let x = share(from, scale);
        from += width;
        html! { <rect {class} x={x} width={share(width, scale)} height="100%" /> }
    };
    let kept = piece("th-left".into(), outcome.take_home);
    let fees: Vec<Html> =
        outcome.tiers.iter().enumerate().map(|(index, row)| piece(format!("th-tier-{}", index % 3), row.fee)).collect();
    html! { <svg role="img" aria-label={label} focusable="false">{ kept }{ for fees }</svg> }
}

/// A width in hundredths of a percent of the scale; bars are drawn, not computed with.
fn share(part: Money, scale: Money) -> String {
    let share = i128::from(part.minor()) * 10_000 / i128::from(scale.minor().max(1));
    let share = i64::try_from(share).unwrap_or_default();
    format!("{}.{:02}%", share / 100, share % 100)
}
