//! What is printed?

use super::{Original, table};
use crate::html::{Html, el, phrase, several};
use crate::panels::{content, counted, facts};
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
        el!("dl", "class" = "th-facts"; entries.into_iter().map(one).collect::<Vec<_>>())
    };
    let of = |side: Side| {
        let entries = sides.iter().filter(|entry| entry.side == Some(side)).collect();
        el!("div", "class" = column(side); el!("h3", "class" = "th-title"; words.side(side)), list(entries))
    };
    let known = match page.scenario.fee_source() {
        FeeSource::Schedule(schedule) => several![facts(page, schedule), el!("p"; schedule.source.url)],
        FeeSource::Custom => el!("p"; el!("code"; page.scenario.fee().to_string())),
    };
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
        counted(page).map(|sums| several![el!("h2"; words.costs_heading()), sums]),
        el!("h2"; fee),
        known,
        made.map(|made| el!("p", "class" = "th-hint"; made)))
}
