//! When does the money come?

use super::PanelContext;
use crate::html::{Html, el, together};
use crate::style::{class, is_long_in_table};
use engine::amount::Money;
use engine::compare::{Month, Months};
use engine::scenario::Side;
use words::MonthRow;

/// When the money comes: who has more by which month, as picture and table.
pub fn months(context: &PanelContext) -> Html {
    let words = context.words;
    let found = engine::compare::months(context.scenario);
    let columns = words.months_columns().map(|column| el!("th", "scope" = "col"; column));
    let rows = words.month_rows(&found);
    let is_long = rows
        .iter()
        .flat_map(|row| &row.sides)
        .any(|(month, so_far)| is_long_in_table(month) || is_long_in_table(so_far));
    let rows = rows.into_iter().map(row);
    together(vec![
        el!("p"; words.overtakings(&found)),
        picture(context, &found),
        el!("table", "class" = if is_long { "th-months th-long" } else { "th-months" };
            el!("thead"; el!("tr"; columns.to_vec())),
            el!("tbody"; rows.collect::<Vec<_>>())),
        el!("p", "class" = "th-hint"; words.months_hint()),
        el!("p", "class" = "th-hint"; words.at_stake(&found)),
    ])
}

fn row(row: MonthRow) -> Html {
    let side = row.ahead.map_or("th-level", class);
    let [gigs, contract] = row.sides;
    let sum = |text: String, of: Side| {
        let leads = row.ahead == Some(of);
        el!("td"; leads.then(|| el!("b"; text.clone())), (!leads).then(|| el!("span"; text)))
    };
    el!("tr", "class" = side;
        el!("th", "scope" = "row"; row.months),
        el!("td"; gigs.0), sum(gigs.1, Side::Gigs),
        el!("td"; contract.0), sum(contract.1, Side::Contract))
}

/// What each side has brought by each month, as two stepped lines.
fn picture(context: &PanelContext, months: &Months) -> Html {
    let most = months.sides.gigs.iter().chain(&months.sides.contract).map(|month| month.so_far).max();
    let most = most.unwrap_or_default().max(Money::from_minor(1));
    let line = |side: Side, all: &[Month]| {
        let steps = all.iter().enumerate().map(|(index, month)| {
            let height = 100_i64.saturating_sub(percent(month.so_far, most)).clamp(0, 100);
            format!("{index},{height} {},{height}", index + 1)
        });
        let points = format!("0,100 {}", steps.collect::<Vec<_>>().join(" "));
        el!("polyline", "class" = class(side), "points" = points)
    };
    let width = months.sides.gigs.len();
    el!("svg", "class" = "th-lines", "role" = "img", "aria-label" = context.words.months_picture(),
        "viewBox" = format!("0 0 {width} 100"), "preserveAspectRatio" = "none", "focusable" = "false";
        line(Side::Gigs, &months.sides.gigs), line(Side::Contract, &months.sides.contract))
}

fn percent(part: Money, of: Money) -> i64 {
    i64::try_from(i128::from(part.minor()) * 100 / i128::from(of.minor())).unwrap_or(0)
}
