//! What may go wrong, and how likely?

use super::facts::facts;
use super::{PanelContext, sums};
use crate::html::{Html, el, phrase, together};
use crate::scale::Scale;
use crate::style::class;
use engine::amount::Money;
use engine::compare::{Risk, arbitration, scores};
use engine::fees::Topic;
use engine::scenario::Side;

/// What may go wrong, and with which effect.
pub fn risk(context: &PanelContext) -> Html {
    let (words, scenario) = (context.words, context.scenario);
    let risk = engine::compare::risk(scenario);
    let arbitration = arbitration(&scenario.inputs().dispute);
    let told = risk.as_ref().map(|risk| told(context, risk));
    let begin = risk.is_none().then(|| el!("p", "class" = "th-hint"; words.risk_begin()));
    together(vec![
        told.unwrap_or_default(),
        begin.unwrap_or_default(),
        facts(context, &[Topic::Reviews, Topic::Payment]),
        arbitration.map(|arbitration| el!("p"; words.arbitration(&arbitration))).unwrap_or_default(),
        facts(context, &[Topic::Dispute]),
        score(context),
        facts(context, &[Topic::Score]),
    ])
}

fn told(context: &PanelContext, risk: &Risk) -> Html {
    let words = context.words;
    let side = |side: Side| sums(context, side, words.prospect_rows(risk.prospects.get(side)));
    together(vec![
        el!("p"; phrase(&words.odds(risk))),
        el!("div", "class" = "th-bands"; band(context, risk, Side::Gigs), band(context, risk, Side::Contract)),
        el!("div", "class" = "th-sides"; side(Side::Gigs), side(Side::Contract)),
        el!("p"; words.review_costs(context.scenario, risk.review_costs)),
        el!("p", "class" = "th-hint"; words.risk_hint()),
    ])
}

/// Eight cases of ten of one side, on a scale that both share, with a mark at the average.
fn band(context: &PanelContext, risk: &Risk, side: Side) -> Html {
    let (gigs, contract) = (&risk.prospects.gigs, &risk.prospects.contract);
    let all = [gigs, contract].map(|prospect| [prospect.low, prospect.high, prospect.expected]);
    let least = all.as_flattened().iter().copied().min().unwrap_or_default().min(Money::ZERO);
    let most = all.as_flattened().iter().copied().max().unwrap_or_default();
    let scale = Scale::between(least.minor(), most.minor());
    let place = |amount: Money| i64::try_from(scale.part(amount.minor(), 1_000)).unwrap_or(0);
    let prospect = risk.prospects.get(side);
    let (low, high, expected) = (place(prospect.low), place(prospect.high), place(prospect.expected));
    el!("div", "class" = class(side);
        el!("p", "class" = "th-title"; context.words.side(side)),
        el!("svg", "class" = "th-band", "role" = "img", "aria-label" = context.words.band(side, prospect),
            "viewBox" = "0 0 1000 10", "preserveAspectRatio" = "none", "focusable" = "false";
            el!("rect", "class" = "th-scale", "y" = "4", "width" = "1000", "height" = "2"),
            // A single certain amount still has to be visible.
            el!("rect", "class" = "th-likely", "x" = (low - 2).to_string(), "width" = (high - low + 4).to_string(),
                "y" = "1", "height" = "8"),
            el!("rect", "class" = "th-expected", "x" = (expected - 2).to_string(), "width" = "4", "height" = "10")))
}

/// The success score by each rule.
fn score(context: &PanelContext) -> Html {
    let words = context.words;
    let Some(scores) = scores(&context.scenario.inputs().record) else { return Html::default() };
    let columns = words.score_columns().map(|column| el!("th", "scope" = "col"; column));
    let rows = scores.iter().map(|score| {
        let (rule, [now, good, bad]) = words.score_row(score);
        el!("tr"; el!("th", "scope" = "row"; rule), el!("td"; now), el!("td"; good), el!("td"; bad))
    });
    together(vec![
        el!("table", "class" = "th-assumptions";
            el!("thead"; el!("tr"; columns.to_vec())),
            el!("tbody"; rows.collect::<Vec<_>>())),
        el!("p", "class" = "th-hint"; words.score_hint()),
    ])
}
