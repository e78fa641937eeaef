//! What do staying and leaving cost?

use super::context::{PanelContext, sums};
use super::facts::{facts, sourced};
use crate::controls::fold;
use crate::html::{Html, el, several};
use engine::amount::Money;
use engine::fees::Topic;
use engine::scenario::Side;

/// Staying compared with leaving: the terms and the permitted ways first.
pub fn leaving(context: &PanelContext) -> Html {
    let words = context.words;
    if let Some(own) = words.leaving_own(context.scenario) {
        return el!("p"; own);
    }
    let found = engine::compare::leaving(context.scenario);
    let newest = found.conversions.first().map(|(rule, fee)| el!("p"; words.conversion(rule, *fee)));
    let conversions = found.conversions.iter().map(
        |(rule, fee)| el!("li"; sourced(words, words.conversion(rule, *fee), rule.note, &rule.source, rule.certainty)),
    );
    let conversions = el!("ul", "class" = "th-items"; conversions.collect::<Html>());
    let figures = match found.ways {
        None => el!("p", "class" = "th-note"; words.other_currency(found.direct)),
        Some(ways) => {
            let breach = |side: Side| words.breach(side, ways.get(side), found.worth).map(|breach| el!("p"; breach));
            // Without what the account brings, nothing can be said of what is at stake.
            let breaches = [Side::Contract, Side::Gigs].map(breach).into_iter().flatten();
            let breaches: Vec<Html> = breaches.filter(|_| found.worth != Money::ZERO).collect();
            let hint = (!breaches.is_empty()).then(|| el!("p", "class" = "th-hint"; words.breach_hint()));
            let table = sums(words, &|side| words.ways_rows(&found, ways.get(side)));
            several![hint, breaches, fold(words.as_table(), table)]
        }
    };
    several![
        el!("p", "class" = "th-note"; words.leaving_terms(newest.is_some())),
        newest,
        figures,
        fold(words.sources(), several![conversions, facts(context, &[Topic::Leaving])]),
    ]
}
