//! What can be opened below the verdict? One line for each panel; their contents are a part of the app.

use std::rc::Rc;

use engine::compare::client_sides;
use time::Date;
use words::Words;

use crate::controls::LIVE;
use crate::controls::name::RETRY;
use crate::headings::heading;
use crate::html::{Html, deferred_from, el, several};
use crate::live::Arrival;
use crate::panels::PanelContext;
use crate::parts::{self, Part};
use crate::state::{Answer, Panel, State};

/// Every question. While all are closed, they change only when the reader rests, so a drag does not even make them.
pub fn panels(state: &State, books: Arrival) -> Html {
    let is_closed = LIVE && !state.open.any();
    let answer = if is_closed { &state.rested } else { &state.answer };
    let lines =
        Lines { answer: Rc::clone(answer), rested: Rc::clone(&state.rested), words: state.words(), today: state.today };
    if is_closed {
        return deferred_from(&state.rested, lines.key(), move || questions(&lines, &|_| None));
    }
    questions(&lines, &|panel| {
        let open = state.open.is_open(panel);
        let controls =
            parts::panels().filter(|_| LIVE && open).and_then(|part| (part.controls)(panel, state, &context(state)));
        if panel == Panel::Books && open {
            return Some(arriving(&state.words(), books));
        }
        (open || !LIVE).then(|| several![controls, content(state, panel)])
    })
}

/// The closed lines.
#[derive(Clone)]
struct Lines {
    /// The answer of lines that say no more than the comparison.
    answer: Rc<Answer>,
    /// The answer of all others: that at which the reader last rested.
    rested: Rc<Answer>,
    words: Words,
    today: Option<Date>,
}

impl Lines {
    /// Everything they depend on besides the answers, as a key.
    fn key(&self) -> String {
        format!("{} {}", self.words.format.key(), parts::is_here(Part::Answers))
    }

    /// The line of a panel that says more than the comparison, once the part that answers is there.
    fn line(&self, panel: Panel, usual: String) -> Html {
        let Some(part) = parts::answers() else { return Html::from(usual) };
        let lines = self.clone();
        deferred_from(&self.rested, format!("{} {usual}", self.key()), move || {
            let context = PanelContext { today: lines.today, ..context_of(&lines.rested, lines.words) };
            (part.line)(panel, &context).unwrap_or_else(|| usual.clone()).into()
        })
    }
}

/// The questions in their groups, each with its line and, if it is open, its contents.
fn questions(lines: &Lines, content: &dyn Fn(Panel) -> Option<Html>) -> Html {
    let Lines { answer, words, .. } = lines;
    let line = |panel: Panel, usual: String| lines.line(panel, usual);
    let outcomes = &answer.comparison.outcomes;
    let sides = client_sides(&answer.scenario, &answer.comparison.outcomes);
    let group = |name: &'static str, panels: Vec<(Panel, Html)>| {
        let shown = panels.into_iter().filter(|(panel, _)| LIVE || panel.needs_no_script());
        let one = |(which, line)| panel(which, heading(which, words, outcomes), line, content(which));
        let shown: Vec<Html> = shown.map(one).collect();
        (!shown.is_empty()).then(|| {
            el!("section", "class" = "th-group";
                el!("p", "class" = "th-group-name", "role" = "heading", "aria-level" = "2"; name), shown)
        })
    };
    let costs = words.costs_summary(&answer.scenario, answer.comparison.after_costs.as_ref());
    let costs = if answer.comparison.after_costs.is_some() { costs.into() } else { line(Panel::Costs, costs) };
    let [money, risk, ways] = words.groups();
    let money = group(
        money,
        vec![
            (Panel::Working, words.working_summary(outcomes).into()),
            (Panel::Map, words.map_summary().into()),
            (Panel::List, words.list_summary(&answer.scenario, &answer.comparison).into()),
            (Panel::Influence, line(Panel::Influence, words.influence_summary().into())),
            (Panel::Costs, costs),
            (Panel::Quote, line(Panel::Quote, words.quote_summary().into())),
        ],
    );
    let risk = group(
        risk,
        vec![
            (Panel::Months, line(Panel::Months, words.months_summary().into())),
            (Panel::Risk, line(Panel::Risk, words.risk_summary().into())),
            (Panel::Dispute, line(Panel::Dispute, words.dispute_summary().into())),
            (Panel::Score, line(Panel::Score, words.score_summary().into())),
        ],
    );
    let ways = group(
        ways,
        vec![
            (Panel::Client, words.client_summary(sides.as_ref()).into()),
            (Panel::Others, line(Panel::Others, words.others_summary().into())),
            (Panel::Books, words.books_summary().into()),
            (Panel::Leaving, line(Panel::Leaving, words.leaving_summary().into())),
            (Panel::About, words.about_summary(answer.scenario.fee_source()).into()),
        ],
    );
    several![money, risk, ways]
}

/// A panel: one line with its short answer, closed at first. Closed panels have no contents, so that a drag does not
/// pay for them.
fn panel(panel: Panel, heading: &'static str, summary: Html, content: Option<Html>) -> Html {
    let is_open = LIVE && content.is_some();
    el!("details", "class" = "th-panel", "part" = "panel", "data-field" = panel.name(), "open" = is_open;
        el!("summary"; el!("b"; heading), " ", el!("span", "class" = panel.answers_late().then_some("th-late"); summary)),
        el!("div", "class" = "th-content"; content))
}

/// The contents of a panel; while its part is loading, or if it failed to load, a line that says so.
pub fn content(state: &State, panel: Panel) -> Html {
    let words = state.words();
    match parts::panels() {
        Some(part) => (part.content)(panel, &context(state)),
        None => missing(&words, state.panels_failed),
    }
}

/// The view of the reader's own files, or a line about its part.
fn arriving(words: &Words, books: Arrival) -> Html {
    match books {
        Arrival::Here(live) => live.view(),
        Arrival::Failed | Arrival::Awaited => missing(words, books.has_failed()),
    }
}

/// A line saying that a part is loading or failed to load.
fn missing(words: &Words, has_failed: bool) -> Html {
    if !has_failed {
        return el!("p", "class" = "th-hint"; words.part_comes());
    }
    failed(words, words.part_failed())
}

/// An error line with a retry button.
pub fn failed(words: &Words, line: &'static str) -> Html {
    el!("p", "class" = "th-note", "role" = "alert"; line, " ",
        el!("button", "type" = "button", "class" = "th-use", "data-field" = RETRY; words.retry()))
}

fn context(state: &State) -> PanelContext<'_> {
    PanelContext { today: state.today, ..context_of(&state.answer, state.words()) }
}

fn context_of(answer: &Answer, words: Words) -> PanelContext<'_> {
    let Answer { scenario, comparison, zeros, uncounted } = answer;
    PanelContext {
        scenario,
        comparison,
        zeros: *zeros,
        uncounted: uncounted.as_deref(),
        words,
        today: None,
        live: LIVE,
    }
}
