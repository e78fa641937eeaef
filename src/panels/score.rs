//! What does one more good or bad outcome do to the success score?

use super::chart::{axis_below, percents};
use super::context::PanelContext;
use super::facts::facts;
use crate::controls::fold;
use crate::html::{Html, el, several};
use crate::marks::drawing;
use engine::amount::{Decimal, in_percent, round};
use engine::compare::{Counting, Score, scores};
use engine::fees::Topic;

/// The success score after a bad outcome, now and after a good one, as bars; and by each rule, as a table.
pub fn score(context: &PanelContext) -> Html {
    let words = context.words;
    let sources = several![el!("p", "class" = "th-hint"; words.score_hint()), facts(context, &[Topic::Score])];
    let sources = fold(words.sources(), sources);
    let Some(scores) = scores(&context.scenario.inputs().record) else { return sources };
    let [rule, now, good, bad] = words.score_columns();
    let columns = [rule, bad, now, good].map(|column| el!("th", "scope" = "col"; column));
    let rows = scores.iter().map(|score| {
        let (rule, [now, good, bad]) = words.score_row(score);
        el!("tr"; el!("th", "scope" = "row"; rule), el!("td"; bad), el!("td"; now), el!("td"; good))
    });
    let table = el!("table", "class" = "th-assumptions th-numbers";
        el!("thead"; el!("tr"; columns)),
        el!("tbody"; rows.collect::<Html>()));
    several![bars(context, &scores[Counting::WithoutSilent as usize]), fold(words.as_table(), table), sources]
}

/// By today's rule, from none of all jobs to all of them.
fn bars(context: &PanelContext, score: &Score) -> Html {
    let [_, now, good, bad] = context.words.score_columns();
    let (_, [shown_now, shown_good, shown_bad]) = context.words.score_row(score);
    let bar = |name: &'static str, shown: String, score: Option<Decimal>| {
        let width = format!("{}%", round(in_percent(score.unwrap_or_default()), 2));
        let bar = el!("rect", "width" = width, "height" = "100%");
        el!("tr"; el!("th", "scope" = "row"; name), el!("td"; drawing("", bar)), el!("td"; shown))
    };
    el!("table", "class" = "th-scores"; el!("tbody";
        bar(bad, shown_bad, score.after_bad), bar(now, shown_now, score.now), bar(good, shown_good, score.after_good),
        el!("tr", "class" = "th-axis-row", "aria-hidden" = "true"; el!("th"), el!("td"; axis_below(&percents(context.words, 2))), el!("td"))))
}
