//! Which scenarios are saved?

use time::{Date, Month};

use super::export::button;
use super::{Original, With, in_looks, link_from};
use crate::controls::name::FOLLOW;
use crate::controls::use_button;
use crate::html::{Html, el, together};
use engine::compare::compare;
use engine::scenario::{Draft, validate};
use words::Words;

/// The field for a name, and the buttons for the whole list.
pub fn controls(original: &Original) -> Html {
    let words = original.page.words;
    let [name, save, export, import] = words.saved_controls();
    together(vec![
        el!("h2"; words.saved_heading()),
        el!("p", "class" = "th-hint"; words.saved_hint()),
        el!("p", "class" = "th-examples";
            el!("label"; name, " ",
                el!("input", "type" = "text", "class" = "th-text", "data-with" = "name", "maxlength" = "80", "autocomplete" = "off")),
            button("save", save)),
        el!("p", "class" = "th-examples";
            button("export-saved", export),
            el!("label", "class" = "th-use"; import,
                el!("input", "type" = "file", "class" = "th-aloud", "accept" = ".json,application/json", "data-with" = "file"))),
    ])
}

/// The saved list: `name`, `link` and `saved` (a day) of each, and the `attributes` of the element that opens them.
pub fn made(original: &Original) -> Html {
    let Original { page, with, draft, .. } = original;
    let words = page.words;
    let rows: Vec<Html> = with
        .all("name")
        .zip(with.all("link"))
        .zip(with.all("saved"))
        .enumerate()
        .map(|(index, ((name, link), saved))| row(&words, draft, with, index, name, link, saved))
        .collect();
    if rows.is_empty() {
        el!("p", "class" = "th-hint"; words.saved_nothing())
    } else {
        el!("ul", "class" = "th-saved"; rows)
    }
}

fn row(words: &Words, now: &Draft, with: &With, index: usize, name: &str, link: &str, saved: &str) -> Html {
    // The appearance of the page is not part of the scenario.
    let draft = in_looks(link, |look| Some(now.text(look)));
    let verdict = validate(&draft)
        .ok()
        .map(|scenario| Words::new(&draft, scenario.currency()).verdict(&compare(&scenario)).plain());
    let [open, remove] = words.saved_buttons();
    let [open_named, remove_named] = words.saved_buttons_named(name);
    let day = day(saved).map(|day| words.format.date(day)).unwrap_or_default();
    el!("li";
        el!("b"; name.to_owned()), " ",
        el!("span"; verdict.unwrap_or_default()), " ",
        el!("small"; day), " ",
        el!("span", "class" = "th-examples";
            use_button(FOLLOW, link_from(link, with.get("attributes")), open.into(), Some(open_named)),
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
