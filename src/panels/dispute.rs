//! Is arbitration worth its fee?

use super::PanelContext;
use super::chart::{axes, ticks};
use super::facts::facts;
use crate::controls::fold;
use crate::html::{Html, el, several};
use crate::marks::{WHOLE, drawing, line, rectangle};
use crate::scale::Scale;
use engine::amount::Decimal;
use engine::compare::{Arbitration, arbitration};
use engine::fees::Topic;

/// From which chance of winning it pays, as a bar: the line of the question says it.
pub fn dispute(context: &PanelContext) -> Html {
    let words = context.words;
    let found = arbitration(&context.scenario.inputs().dispute);
    let answer = found.map(|found| bar(context, &found));
    several![answer, fold(words.sources(), facts(context, &[Topic::Dispute]))]
}

/// The chances of winning from none to certain: up to the fee's share of the claim, arbitration costs more than it brings.
fn bar(context: &PanelContext, arbitration: &Arbitration) -> Html {
    let scale = Scale::up_to(arbitration.claim);
    let edge = scale.at(arbitration.fee.minor());
    let share = |whole: i64| context.words.format.fraction(Decimal::new(whole, 2));
    let marks = vec![
        axes(&ticks(0, 100, 4, share), &[]),
        rectangle("th-tier-1", [0, 0, edge, WHOLE]),
        line("th-rail", [0, WHOLE, WHOLE, WHOLE]),
        line("th-zero", [edge, 0, edge, WHOLE]),
    ];
    el!("div", "class" = "th-chart th-thin"; drawing("th-drawn th-areas", marks))
}
