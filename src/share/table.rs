//! What is the comparison as a plain table?

use crate::html::{Html, el, placed, several};
use engine::compare::Comparison;
use engine::scenario::{FeeSource, Scenario, Side};
use words::Words;

/// The verdict as a sentence and everything else as a table, in HTML that needs neither styles nor scripts.
pub fn table(scenario: &Scenario, comparison: &Comparison, words: &Words) -> Html {
    let fee = words.source_line(scenario);
    let source = match scenario.fee_source() {
        FeeSource::Schedule(schedule) => {
            let link = el!("a", "href" = schedule.source.url; schedule.source.title);
            placed(&words.source_of(fee, &schedule.source), [link])
        }
        FeeSource::Custom => fee.into(),
    };
    several![
        el!("p"; el!("strong"; words.verdict(comparison).plain()), " ", words.turn(scenario, comparison).plain()),
        rows(scenario, comparison, words),
        el!("p"; el!("small"; source)),
    ]
}

/// Only the table.
pub fn rows(scenario: &Scenario, comparison: &Comparison, words: &Words) -> Html {
    let heads = [Side::Gigs, Side::Contract].map(|side| el!("th", "scope" = "col"; words.side(side)));
    let rows = words.export_rows(comparison).into_iter().map(|row| {
        let [gigs, contract] = [row.sides.gigs, row.sides.contract].map(|text| el!("td"; text));
        el!("tr"; el!("th", "scope" = "row"; row.label), gigs, contract)
    });
    el!("table";
        el!("caption"; words.fee_line(scenario)),
        el!("thead"; el!("tr"; el!("td"), heads)),
        el!("tbody"; rows.collect::<Html>()))
}
