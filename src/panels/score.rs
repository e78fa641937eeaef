//! What does one more good or bad outcome do to the success score?

use super::PanelContext;
use super::facts::facts;
use crate::controls::fold;
use crate::html::{Html, el, together};
use engine::compare::scores;
use engine::fees::Topic;

/// The success score by each rule.
pub fn score(context: &PanelContext) -> Html {
    let words = context.words;
    let sources = fold(words.sources(), facts(context, &[Topic::Score]));
    let Some(scores) = scores(&context.scenario.inputs().record) else { return sources };
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
        sources,
    ])
}
