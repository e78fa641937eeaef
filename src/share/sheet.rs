//! What is printed? The answer and how it comes about, and the questions that the reader has opened.

use super::{Original, table};
use crate::headings::heading;
use crate::html::{Html, el, phrase, several};
use crate::panels::{content, counted, facts, hours, map};
use crate::state::Panel;
use crate::style::column;
use engine::scenario::{FeeSource, Side};
use words::SheetEntry;

/// A sheet of paper: the verdict, its numbers, both workings, the fee and its source, the day, the address.
pub fn sheet(original: &Original) -> Html {
    let page = &original.context();
    let words = page.words;
    let [numbers, working, fee] = words.sheet_headings();
    let (sides, both): (Vec<SheetEntry>, Vec<SheetEntry>) =
        words.sheet_entries(&original.draft, page.scenario).into_iter().partition(|entry| entry.side.is_some());
    let list = |entries: Vec<&SheetEntry>| {
        let one = |entry: &SheetEntry| several![el!("dt"; entry.label), el!("dd"; entry.value.clone())];
        el!("dl", "class" = "th-facts"; entries.into_iter().map(one).collect::<Html>())
    };
    let of = |side: Side| {
        let entries = sides.iter().filter(|entry| entry.side == Some(side)).collect();
        el!("div", "class" = column(side); el!("h3", "class" = "th-title"; words.side(side)), list(entries))
    };
    let known = match page.scenario.fee_source() {
        FeeSource::Schedule(schedule) => several![facts(page, schedule), el!("p"; schedule.source.url)],
        FeeSource::Custom => el!("p"; el!("code"; page.scenario.fee().to_string())),
    };
    // Counted costs are printed in any case, with the hours if their question is open.
    let sums = counted(page);
    let is_counted = sums.is_some();
    let hours = original.state.open.is_open(Panel::Costs).then(|| hours(page)).flatten();
    let costs = (is_counted || hours.is_some()).then(|| several![el!("h2"; words.costs_heading()), hours, sums]);
    let is_open = |panel: &&Panel| original.state.open.is_open(**panel) && is_printed(**panel);
    let questions: Vec<Html> =
        Panel::ALL.iter().filter(is_open).filter_map(|panel| question(original, *panel)).collect();
    let made = words.made(page.today, original.public_address());
    el!("article", "class" = "th-sheet";
        el!("h1", "class" = "th-answer"; phrase(&words.verdict(page.comparison))),
        el!("p"; words.turn(page.scenario, page.comparison).plain()),
        table::rows(page.scenario, page.comparison, &words),
        el!("h2"; numbers),
        el!("div", "class" = "th-sides"; of(Side::Gigs), of(Side::Contract)),
        (!both.is_empty()).then(|| list(both.iter().collect())),
        el!("h2"; working),
        content(Panel::Working, page),
        costs,
        questions,
        el!("h2"; fee),
        known,
        made.map(|made| el!("p", "class" = "th-hint"; made)))
}

/// Whether a question is printed if it is open. The sheet has the working, the costs and the fee already, and a reader's own file stays
/// on the page.
fn is_printed(panel: Panel) -> bool {
    match panel {
        Panel::Map
        | Panel::List
        | Panel::Influence
        | Panel::Quote
        | Panel::Months
        | Panel::Risk
        | Panel::Dispute
        | Panel::Score
        | Panel::Client
        | Panel::Others
        | Panel::Leaving => true,
        Panel::Working | Panel::Costs | Panel::Books | Panel::About | Panel::OwnFee => false,
    }
}

/// A question with its picture, as the reader has opened it; none if it shows nothing but inputs.
fn question(original: &Original, panel: Panel) -> Option<Html> {
    let page = &original.context();
    // The map's point can be moved in the page, so it is no contents there.
    let picture = if panel == Panel::Map { map(&original.state) } else { content(panel, page) };
    let is_empty = picture.to_text().is_empty();
    (!is_empty).then(|| {
        el!("section";
            el!("h2"; heading(panel, &page.words, &page.comparison.outcomes)),
            el!("div", "class" = "th-content"; picture))
    })
}
