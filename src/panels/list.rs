//! What if the gigs are not all alike? The reader's list, what each line leaves, and what the same work would leave otherwise.

use engine::compare::{LineOutcome, bundles, hardest_hit, list_lines};
use engine::scenario::{Field, Kind, List, Side, written_line};

use super::context::PanelContext;
use crate::controls::name::{BRING_BACK, OPEN};
use crate::controls::{fold, lines_field, use_button};
use crate::html::{Html, el, phrase, several, ticked};
use crate::state::{Panel, State};
use crate::style::class;

/// The number of lines in sight, and of those that can be opened. Nobody reads more of them in a page.
const LINES: [usize; 2] = [12, 200];

/// A list to begin with: something of everything.
const EXAMPLE: &str = "20 x 150, 5 x 800 for Acme, 3000 for Acme, 2 x 1500 for 2 clients";

/// A table of what each line of each list leaves.
pub fn list(context: &PanelContext) -> Html {
    several![side(context, Side::Gigs), side(context, Side::Contract)]
}

fn side(context: &PanelContext, side: Side) -> Option<Html> {
    let (words, scenario) = (context.words, context.scenario);
    let (list, _) = scenario.plans().get(side).list()?;
    let lines = list_lines(scenario, side);
    let (first, others) = lines.split_at(lines.len().min(LINES[0]));
    let (rest, hidden) = others.split_at(others.len().min(LINES[1]));
    let hardest = hardest_hit(&lines).map(|index| &lines[index]);
    let table = |lines: &[LineOutcome]| table(context, list, lines, hardest);
    let rest = (!rest.is_empty()).then(|| {
        let hidden = (!hidden.is_empty()).then(|| el!("p", "class" = "th-hint"; words.list_rest(hidden.len())));
        fold(words.list_rest(others.len()), several![table(rest), hidden])
    });
    let otherwise = words.list_otherwise(&bundles(scenario, side)?);
    Some(el!("div", "class" = class(side);
        el!("p", "class" = "th-title"; words.side(side)),
        words.list_hardest(&lines, hardest).map(|sentence| el!("p"; phrase(&sentence))),
        table(first),
        rest,
        el!("ul", "class" = "th-items"; otherwise.into_iter().map(|line| el!("li"; line)).collect::<Html>())))
}

fn table(context: &PanelContext, list: &List, lines: &[LineOutcome], hardest: Option<&LineOutcome>) -> Html {
    let words = context.words;
    let [gigs, bills, fee, keep] = words.list_columns();
    let head = |name: &'static str| el!("th", "scope" = "col"; name);
    let row = |line: &LineOutcome| {
        let found = words.list_row(list, line);
        let is_hardest = hardest == Some(line);
        el!("tr", "class" = is_hardest.then_some("th-hardest");
            el!("th", "scope" = "row"; found.gigs, el!("small"; found.client)),
            found.amounts.map(|amount| el!("td"; amount)))
    };
    el!("table", "class" = "th-list";
        el!("thead"; el!("tr"; head(gigs), head(bills), head(fee), head(keep))),
        el!("tbody"; lines.iter().map(row).collect::<Html>()))
}

/// The lists as text.
pub fn inputs(state: &State) -> Html {
    let words = state.words();
    let is_list = |side: Side| state.draft.has_list(side);
    let text = |side: Side| {
        let field = Field::list_of(side);
        let name = field.name();
        let buttons = if is_list(side) {
            vec![use_button(name, String::new(), words.list_remove(side).into(), None)]
        } else {
            let example = |text: String| {
                el!("button", "type" = "button", "class" = "th-use", "data-field" = name, "value" = text.clone();
                    el!("code"; text))
            };
            let now = state.answer.scenario.plans().get(side);
            let now = now.price().filter(|_| now.jobs() > 1).map(|price| {
                written_line(now.jobs(), state.answer.scenario.currency().major(price), words.format.mark)
            });
            let file = (side == Side::Gigs)
                .then(|| use_button(OPEN, Panel::Books.name().into(), words.list_file().into(), None));
            let brought = state
                .can_bring_list_back(side)
                .then(|| use_button(BRING_BACK, String::new(), words.list_bring_back().into(), None));
            brought.into_iter().chain(now.map(example)).chain(file).chain([example(EXAMPLE.to_owned())]).collect()
        };
        several![lines_field(state, field), el!("p", "class" = "th-examples"; buttons)]
    };
    let names = {
        let field = Field::ListNames;
        let tick = el!("input", "type" = "checkbox", "id" = field.name(), "data-field" = field.name());
        let are_kept = state.draft.text(field) == Kind::YES;
        el!("p"; el!("label", "class" = "th-check"; ticked(tick, are_kept), words.label(field)), " ",
            (!are_kept).then(|| el!("span", "class" = "th-hint"; words.list_names_hint())))
    };
    let has_names = [Side::Gigs, Side::Contract]
        .iter()
        .any(|side| state.answer.scenario.plans().get(*side).list().is_some_and(|(list, _)| list.named() > 0));
    let other = text(Side::Contract);
    el!("div", "class" = "th-inputs th-listing";
        text(Side::Gigs),
        el!("p", "class" = "th-hint"; words.list_hint()),
        has_names.then_some(names),
        if is_list(Side::Contract) || state.can_bring_list_back(Side::Contract) { other } else { fold(words.list_other(), other) })
}
