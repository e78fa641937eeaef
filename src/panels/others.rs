//! What would the verdict be under other schedules?

use super::PanelContext;
use crate::controls::piece;
use crate::html::{Html, el, together};
use crate::scale::Scale;
use crate::style::{class, is_long_in_table};
use engine::amount::Money;
use engine::compare::{ScheduleVerdict, elsewhere};
use engine::scenario::{Field, Side};

/// The same work under every schedule that fits, as one table: platform by platform, sorted by the contract's lead.
pub fn others(context: &PanelContext) -> Html {
    let words = context.words;
    let found = elsewhere(context.scenario);
    let most = found.verdicts.iter().map(|verdict| verdict.difference.abs()).max().unwrap_or_default();
    let longest =
        found.verdicts.iter().flat_map(|verdict| [verdict.left.gigs.abs(), verdict.left.contract.abs()]).max();
    let is_long = is_long_in_table(&words.format.money(longest.unwrap_or_default()));
    let columns = words.others_columns().map(|column| el!("th", "scope" = "col"; column));
    let mut platform = "";
    let rows = found.verdicts.iter().map(|verdict| {
        let name = verdict.schedule.platform().name;
        let is_first = std::mem::replace(&mut platform, name) != name;
        row(context, verdict, most, is_first)
    });
    let table = el!("table", "class" = if is_long { "th-others th-long" } else { "th-others" };
        el!("thead"; el!("tr"; columns.to_vec())),
        el!("tbody"; rows.collect::<Vec<_>>()));
    together(vec![
        el!("p", "class" = "th-hint"; words.others_order()),
        table,
        el!("p", "class" = "th-hint"; words.others_left_out(&found.left_out)),
    ])
}

fn row(context: &PanelContext, verdict: &ScheduleVerdict, most: Money, is_first: bool) -> Html {
    let words = context.words;
    let schedule = verdict.schedule;
    let is_current = context.scenario.fee_source().id() == schedule.id;
    let side = verdict.lead.side().map_or("th-level", class);
    el!("tr", "class" = side, "data-first" = is_first;
        el!("th", "scope" = "row";
            is_first.then(|| el!("b"; schedule.platform().name)),
            el!("button", "type" = "button", "data-field" = Field::Schedule.name(),
                "value" = schedule.id, "aria-current" = is_current.then_some("true");
                words.schedule_as_chosen(schedule, verdict.choice)),
            words.caution_of(schedule).map(|caution| el!("small"; " ", caution))),
        el!("td"; words.format.money(verdict.left.gigs)),
        el!("td"; words.format.money(verdict.left.contract)),
        el!("td"; difference(verdict, most), words.verdict_under(verdict)))
}

/// Who is ahead as a bar from the middle: the gigs to the one side, the contract to the other.
fn difference(verdict: &ScheduleVerdict, most: Money) -> Option<Html> {
    // Half of the picture is the largest difference.
    let scale = Scale::around_zero(most);
    let side = verdict.lead.side()?;
    let (from, to) = match side {
        Side::Gigs => (-verdict.difference.abs(), Money::ZERO),
        Side::Contract => (Money::ZERO, verdict.difference.abs()),
    };
    Some(el!("svg", "aria-hidden" = "true", "focusable" = "false";
        piece(scale, class(side), from, to),
        el!("line", "x1" = "50%", "x2" = "50%", "y1" = "0", "y2" = "100%")))
}
