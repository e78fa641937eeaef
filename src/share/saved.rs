//! Which scenarios are saved?

use time::{Date, Month};

use super::Original;
use super::controls::button;
use super::original::{LOOKS, in_looks, link_from, without_looks};
use crate::controls::name::FOLLOW;
use crate::controls::use_button;
use crate::html::{Html, el, filled, several};
use engine::compare::compare;
use engine::scenario::{Field, validate, write_link};
use words::Words;

/// A link from the defaults under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedScenario {
    /// Its name.
    pub name: String,
    /// The link; it may contain anything.
    pub link: String,
    /// The day on which it was saved, as `2026-11-25`.
    pub saved: String,
}

impl SavedScenario {
    /// The scenario that a page shows, under a name that is free in a list.
    pub fn of(original: &Original, name: &str, list: &[SavedScenario]) -> SavedScenario {
        let name = name.trim();
        let default = || original.words.default_name(&original.state.answer.comparison);
        let name = if name.is_empty() { default() } else { name.to_owned() };
        let link = without_looks(original.link(), &LOOKS);
        let saved = original.state.today.map(|day| day.to_string()).unwrap_or_default();
        SavedScenario { name: free_name(&name, list), link, saved }
    }

    /// Whether another one is the same scenario under the same name.
    pub fn is_same(&self, other: &SavedScenario) -> bool {
        self.name == other.name && self.link == other.link
    }

    /// The same, or under that name with a number.
    pub fn has(&self, other: &SavedScenario) -> bool {
        let rest = self.name.strip_prefix(other.name.as_str());
        self.link == other.link && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(" ("))
    }
}

/// A name that nothing in a list has: itself, or with a number.
pub fn free_name(name: &str, list: &[SavedScenario]) -> String {
    let mut free = name.to_owned();
    let mut number = 1;
    while list.iter().any(|one| one.name == free) {
        number += 1;
        free = format!("{name} ({number})");
    }
    free
}

/// The field for a name, the buttons for the whole list, and the list, which the browser has stored or could not.
pub fn saved(original: &Original, name: &str, list: &[SavedScenario], is_stored: bool) -> Html {
    let words = original.words;
    let [label, save, export, import] = words.saved_controls();
    let rows: Vec<Html> = list.iter().enumerate().map(|(index, one)| row(original, index, one)).collect();
    let list = if rows.is_empty() {
        el!("p", "class" = "th-hint"; words.saved_nothing())
    } else {
        el!("ul", "class" = "th-saved"; rows)
    };
    let input = el!(
        "input",
        "type" = "text",
        "class" = "th-text",
        "data-share" = "name",
        "maxlength" = "80",
        "autocomplete" = "off"
    );
    several![
        el!("h2"; words.saved_heading()),
        is_stored.then(|| el!("p", "class" = "th-hint"; words.saved_hint())),
        el!("p", "class" = "th-examples";
            el!("label"; label, " ", filled(input, name.to_owned())),
            button("save", save)),
        el!("p", "class" = "th-examples";
            button("export-saved", export),
            el!("label", "class" = "th-use"; import,
                el!("input", "type" = "file", "class" = "th-aloud", "accept" = ".json,application/json", "data-share" = "file"))),
        el!("div"; list),
    ]
}

fn row(original: &Original, index: usize, one: &SavedScenario) -> Html {
    let words = original.words;
    // The appearance of the page is not part of the scenario.
    let draft = in_looks(&one.link, |look| Some(original.draft.text(look)));
    let author = &original.state.author.overrides;
    let look_of_author = |look: Field| author.text(look).unwrap_or(look.default_text());
    // A link takes long to read, and usually both are the same.
    let link = if LOOKS.into_iter().all(|look| look_of_author(look) == original.draft.text(look)) {
        write_link(&draft, author)
    } else {
        link_from(&one.link, author)
    };
    let verdict = validate(&draft)
        .ok()
        .map(|scenario| Words::new(&draft, scenario.currency()).verdict(&compare(&scenario)).plain());
    let [open, remove] = words.saved_buttons();
    let [open_named, remove_named] = words.saved_buttons_named(&one.name);
    let day = day(&one.saved).map(|day| words.format.date(day)).unwrap_or_default();
    el!("li";
        el!("b"; one.name.clone()), " ",
        el!("span"; verdict.unwrap_or_default()), " ",
        el!("small"; day), " ",
        el!("span", "class" = "th-examples";
            use_button(FOLLOW, link, open.into(), Some(open_named)),
            el!("button", "type" = "button", "class" = "th-use", "data-share" = "remove",
                "value" = index.to_string(), "aria-label" = remove_named; remove)))
}

/// `2026-11-25`
fn day(text: &str) -> Option<Date> {
    let mut parts = text.splitn(3, '-');
    let year = parts.next()?.parse().ok()?;
    let month: u8 = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()
}
