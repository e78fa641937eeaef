//! When does the money come?

use super::chart::{are_inside, axes, plot, ticks, title};
use super::context::PanelContext;
use crate::controls::fold;
use crate::html::{Html, el, several};
use crate::marks::{image, label, polyline};
use crate::scale::Scale;
use crate::style::{class, is_long_in_table};
use engine::amount::Money;
use engine::compare::{Month, Months};
use engine::scenario::{BySide, Side};
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
    let table = el!("table", "class" = if is_long { "th-months th-long" } else { "th-months" };
        el!("thead"; el!("tr"; columns)),
        el!("tbody"; rows.collect::<Html>()));
    several![
        el!("p"; words.overtakings(&found)),
        picture(context, &found),
        el!("p", "class" = "th-hint"; words.at_stake(&found)),
        fold(words.as_table(), several![table, el!("p", "class" = "th-hint"; words.months_hint())]),
    ]
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

/// Draws what each side has brought by each month, as two stepped lines.
fn picture(context: &PanelContext, months: &Months) -> Html {
    let words = context.words;
    let all = || months.sides.gigs.iter().chain(&months.sides.contract).map(|month| month.so_far.minor());
    let (least, most) = (all().min().unwrap_or(0).min(0), all().max().unwrap_or(0).max(1));
    let up = Scale::between(least, most);
    let count = i64::try_from(months.sides.gigs.len()).unwrap_or(1);
    // One month more, so that the last step is not on the frame.
    let shown = count + 1;
    let across = Scale::between(0, shown);
    let height = |amount: i64| 1_000 - up.part(amount, 1_000);
    let line = |side: Side, all: &[Month]| {
        // Money has come in by the end of its month.
        let mut points = vec![format!("0,{}", height(0))];
        let mut before = 0;
        for (month, end) in all.iter().zip(1_i64..) {
            let (x, so_far) = (across.part(end, 1_000), month.so_far.minor());
            points.push(format!("{x},{} {x},{}", height(before), height(so_far)));
            before = so_far;
        }
        points.push(format!("1000,{}", height(before)));
        polyline(class(side), points.join(" "))
    };
    // The labels of both lines' ends, the higher one first: there are usually no lines at the beginning.
    let ends = BySide::from_fn(|side| months.sides.get(side).last().map_or(Money::ZERO, |month| month.so_far));
    let end = |side: Side| {
        let (own, other) = (*ends.get(side), *ends.get(side.other()));
        let is_above = own > other || own == other && side == Side::Contract;
        let down = if is_above { "1.3em" } else { "2.7em" };
        label(class(side), [0, 0], [".6em", down], "start", words.side_with(side, own))
    };
    let money = |value: i64| words.format.short_money(Money::from_minor(value));
    let number = |value: i64| if value > count { String::new() } else { value.to_string() };
    let mut levels = ticks(least, most, 4, &money);
    if are_inside(&levels) {
        levels.retain(|tick| !tick.is_high());
    }
    let marks = several![
        axes(&ticks(0, shown, 6, &number), &levels),
        title(words.month()),
        plot(several![line(Side::Gigs, &months.sides.gigs), line(Side::Contract, &months.sides.contract)]),
        el!("g", "class" = "th-labels"; end(Side::Gigs), end(Side::Contract)),
    ];
    el!("div", "class" = "th-chart"; image("th-drawn", words.months_picture(), marks))
}
