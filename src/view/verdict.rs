//! Who is ahead, and what would reverse that?

use crate::controls::{LIVE, try_button};
use crate::html::{Html, el, phrase};
use crate::state::{Panel, State};
use crate::style::is_long;
use engine::compare::AfterCosts;
use engine::scenario::Side;
use words::Try;

/// The most ignored names and values that are listed; a link can have thousands.
const NOTES: usize = 10;

/// The verdict, and the region in which the loader has it read out once it has come to rest: a drag would be read out with
/// each of its steps.
pub fn verdict(state: &State) -> Html {
    let words = state.words();
    let comparison = &state.answer.comparison;
    let classes = match comparison.verdict.lead.side() {
        Some(Side::Gigs) => "th-verdict th-gigs",
        Some(Side::Contract) => "th-verdict th-contract",
        None => "th-verdict th-level",
    };
    let notes = || {
        let note = |text: String| el!("p", "class" = "th-note"; text);
        let all = || state.author.ignored.iter().chain(&*state.ignored);
        let mut ignored: Vec<Html> = all().take(NOTES).map(|one| note(words.ignored(one))).collect();
        if let Some(more) = u32::try_from(all().skip(NOTES).count()).ok().filter(|more| *more > 0) {
            ignored.push(note(words.more_ignored(more)));
        }
        el!("div", "class" = "th-notes", "hidden" = ignored.is_empty(); ignored)
    };
    let is_list = Panel::List.is_asked(&state.answer.scenario);
    // Costs may turn the answer around, which takes a sentence more.
    let more =
        if comparison.after_costs.as_ref().is_some_and(AfterCosts::may_change_verdict) { " th-more-room" } else { "" };
    let turn = format!("th-turn{}{more}", if is_list { " th-room" } else { "" });
    let sentence = words.verdict(comparison);
    let answer = if is_long(&sentence.plain()) {
        "th-answer th-long"
    } else if comparison.after_costs.is_some() {
        "th-answer th-costs"
    } else {
        "th-answer"
    };
    el!("div", "class" = classes, "part" = "verdict";
        el!("p", "class" = answer; phrase(&sentence)),
        LIVE.then(|| el!("p", "class" = "th-aloud th-spoken", "role" = "status")),
        el!("p", "class" = turn.clone(), "part" = "turn";
            words.turn(&state.answer.scenario, comparison).0.into_iter().map(piece).collect::<Html>()),
        // It takes the break-even's place, so that the field stays where the reader types.
        LIVE.then(|| el!("p", "class" = format!("th-note {turn}"), "role" = "status", "hidden" = !state.is_stale();
            words.stale(&state.problems))),
        LIVE.then(notes))
}

/// A piece of the line about the break-even: text, or a value that can be tried.
fn piece((text, attempt): (String, Option<Try>)) -> Html {
    match attempt {
        Some(Try { field, value, name }) => try_button(field.name(), value, name, text),
        None => text.into(),
    }
}
