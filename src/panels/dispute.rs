//! Is arbitration worth its fee?

use super::chart::{axes, percents};
use super::context::PanelContext;
use super::facts::facts;
use crate::controls::fold;
use crate::html::{Html, el, several};
use crate::marks::{WHOLE, drawing, label, line, rectangle};
use crate::scale::Scale;
use engine::amount::Decimal;
use engine::compare::{Arbitration, arbitration};
use engine::fees::Topic;
use engine::scenario::Share;

/// The chances of winning in the table, in hundredths of a percent: those on the axis.
const CHANCES: [u32; 5] = [0, 2_500, 5_000, 7_500, 10_000];

/// From which chance of winning it pays, as a bar: the line of the question says it.
pub fn dispute(context: &PanelContext) -> Html {
    let words = context.words;
    let found = arbitration(&context.scenario.inputs().dispute);
    let answer = found.map(|found| several![bar(context, &found), fold(words.as_table(), table(context, &found))]);
    several![answer, fold(words.sources(), facts(context, &[Topic::Dispute]))]
}

/// A table of what arbitration brings on average, by the chance of winning.
fn table(context: &PanelContext, arbitration: &Arbitration) -> Html {
    let words = context.words;
    let columns = words.arbitration_columns().map(|column| el!("th", "scope" = "col"; column));
    let row = |chance: u32| {
        let brings = arbitration.brings(Share::from_hundredths(chance));
        el!("tr";
            el!("th", "scope" = "row"; words.format.limit(Decimal::new(chance.into(), 4))),
            el!("td"; words.format.money(brings)))
    };
    let mut chances = CHANCES.to_vec();
    // The chance that decides has a row of its own.
    if let Some(least) = arbitration.least_chance().map(Share::hundredths).filter(|least| !CHANCES.contains(least)) {
        chances.insert(chances.partition_point(|chance| *chance < least), least);
    }
    let rows: Html = chances.into_iter().map(row).collect();
    el!("table", "class" = "th-assumptions"; el!("thead"; el!("tr"; columns)), el!("tbody"; rows))
}

/// The chances of winning from none to certain: up to the fee's share of the claim, arbitration costs more than it brings.
fn bar(context: &PanelContext, arbitration: &Arbitration) -> Html {
    let scale = Scale::up_to(arbitration.claim);
    let edge = scale.at(arbitration.fee.minor());
    let [dx, anchor] = if edge > WHOLE / 2 { ["-.4em", "end"] } else { [".4em", "start"] };
    let name =
        |chance: Decimal| label("", [edge, WHOLE / 2], [dx, ".35em"], anchor, context.words.format.limit(chance));
    let marks = several![
        axes(&percents(context.words, 4), &[]),
        rectangle("th-tier-1", [0, 0, edge, WHOLE]),
        line("th-rail", [0, WHOLE, WHOLE, WHOLE]),
        line("th-zero", [edge, 0, edge, WHOLE]),
        el!("g", "class" = "th-labels"; arbitration.break_even().map(name)),
    ];
    el!("div", "class" = "th-chart th-thin"; drawing("th-drawn th-areas", marks))
}
