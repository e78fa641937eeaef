//! What would the verdict be under other schedules?

use super::chart::{axis_row, room_in, ticks};
use super::context::PanelContext;
use crate::controls::fold;
use crate::html::{Html, el, several};
use crate::marks::{WHOLE, dot, drawing, line};
use crate::scale::{Scale, percent};
use crate::style::{class, is_long_in_table};
use engine::amount::Money;
use engine::compare::{ScheduleVerdict, elsewhere};
use engine::scenario::{Field, Side};

/// Schedules under which both sides leave the same amounts.
type Row<'a> = Vec<&'a ScheduleVerdict>;

/// The same work under every schedule that fits, sorted by the contract's lead: those in force under which a side leads, then
/// the others behind a line each. Schedules that leave the same share a row.
pub fn others(context: &PanelContext) -> Html {
    let words = context.words;
    let found = elsewhere(context.scenario);
    let amounts = || found.verdicts.iter().flat_map(|verdict| [verdict.remaining.gigs, verdict.remaining.contract]);
    let (least, most) = (amounts().min().unwrap_or_default(), amounts().max().unwrap_or_default());
    let (from, to) = (least.min(Money::ZERO).minor(), most.minor());
    let scale = Scale::between(from, to);
    let money = |amount: i64| words.format.short_money(Money::from_minor(amount));
    let widest = [from, to].map(money).into_iter().max_by_key(String::len).unwrap_or_default();
    let mut ticks = ticks(from, to, room_in(9, &widest), &money);
    // Two long numbers have no room; the last one alone says how far the picture reaches.
    if is_long_in_table(&widest) {
        ticks.drain(..ticks.len().saturating_sub(1));
    }
    let is_current = |verdict: &ScheduleVerdict| context.scenario.fee_source().id() == verdict.schedule.id;
    // The reader's own schedule is among the first ones, even if it is not in force.
    let (first, past): (Vec<_>, Vec<_>) =
        found.verdicts.iter().partition(|verdict| verdict.schedule.until().is_none() || is_current(verdict));
    let table = |verdicts: &[&ScheduleVerdict]| {
        let mut rows: Vec<Row> = vec![];
        for verdict in verdicts {
            match rows.iter_mut().find(|row| row[0].remaining == verdict.remaining) {
                // The reader's own schedule is the one in sight.
                Some(row) if is_current(verdict) => row.insert(0, verdict),
                Some(row) => row.push(verdict),
                None => rows.push(vec![verdict]),
            }
        }
        let lead = |row: &Row| (row[0].difference, row[0].remaining.contract);
        // Sorted by inserting: the standard library's sort is for more rows, and for 1,300 bytes.
        let mut sorted: Vec<Row> = vec![];
        for row in rows {
            sorted.insert(sorted.partition_point(|before| lead(before) >= lead(&row)), row);
        }
        let rows = sorted.iter().map(|row| shown(context, row, scale)).collect::<Html>();
        let axis = (!sorted.is_empty()).then(|| axis_row(&ticks));
        el!("table", "class" = "th-others"; el!("tbody"; rows, axis))
    };
    let (leading, level): (Vec<_>, Vec<_>) =
        first.into_iter().partition(|verdict: &&ScheduleVerdict| verdict.lead.side().is_some() || is_current(verdict));
    // A platform that is in a row by another of its schedules is shown.
    let is_shown = |name: &str| found.verdicts.iter().any(|verdict| verdict.schedule.platform().name == name);
    let left_out: Vec<_> =
        found.left_out.iter().copied().filter(|schedule| !is_shown(schedule.platform().name)).collect();
    let left_out =
        words.in_currencies(&left_out).map(|names| fold(words.others_left_out(), el!("p", "class" = "th-hint"; names)));
    several![
        context.live.then(|| el!("p", "class" = "th-hint"; words.others_order())),
        table(&leading),
        (!level.is_empty()).then(|| fold(words.others_level(), table(&level))),
        (!past.is_empty()).then(|| fold(words.others_past(), table(&past))),
        left_out,
    ]
}

fn shown(context: &PanelContext, row: &[&ScheduleVerdict], scale: Scale) -> Html {
    let words = context.words;
    let verdict = row[0];
    let name = |verdict: &&ScheduleVerdict| {
        let schedule = verdict.schedule;
        let is_current = context.scenario.fee_source().id() == schedule.id;
        let fee =
            several![el!("b"; schedule.platform().name), " ", words.schedule_as_chosen(schedule, &verdict.choices)];
        el!("li";
            if context.live {
                el!("button", "type" = "button", "data-field" = Field::Schedule.name(),
                    "value" = schedule.id, "aria-current" = is_current.then_some("true"); fee)
            } else {
                fee
            },
            words.caution_of(schedule).map(|caution| el!("small"; " ", caution)))
    };
    let more = row.len().saturating_sub(2);
    // A row of three shows them all: the line that would open the third is as high.
    let (names, rest) = if more > 1 { row.split_at(2) } else { (row, &[][..]) };
    let list = |verdicts: &[&ScheduleVerdict]| el!("ul"; verdicts.iter().map(name).collect::<Html>());
    let rest = (!rest.is_empty()).then(|| fold(words.others_more(rest.len()), list(rest)));
    el!("tr", "class" = verdict.lead.side().map_or("th-level", class);
        el!("th", "scope" = "row"; list(names), rest),
        el!("td"; dumbbell(verdict, scale),
            el!("span", "class" = "th-aloud"; words.others_left(verdict), " "),
            words.verdict_under(verdict)))
}

/// Draws what both sides leave, on the scale of all schedules, and the gap between them.
fn dumbbell(verdict: &ScheduleVerdict, scale: Scale) -> Html {
    let at = |side: Side| scale.at(verdict.remaining.get(side).minor());
    let (gigs, contract, middle) = (at(Side::Gigs), at(Side::Contract), WHOLE / 2);
    let square = el!("svg", "class" = "th-contract", "x" = percent(contract), "y" = "50%", "width" = "1", "height" = "1", "overflow" = "visible";
        el!("rect", "x" = "-4", "y" = "-4", "width" = "8", "height" = "8"));
    let line = |class: &'static str, from: u64, to: u64| line(class, [from, middle, to, middle]);
    let marks = several![
        line("th-rail", 0, WHOLE),
        line("th-between", gigs, contract),
        dot("th-gigs", [gigs, middle], "4.5"),
        square,
    ];
    drawing("", marks)
}
