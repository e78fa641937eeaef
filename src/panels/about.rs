use super::Page;
use super::facts::link;
use super::steps::steps;
use crate::compare::verdict_under;
use crate::fees::{Case, Payer, Schedule};
use crate::markup::{Html, el, phrase, together};
use crate::scenario::{Field, Tariff};

/// What is known of the fee: its tiers as a picture, when it was in force, who says so, what else was read, and what
/// the answer would be today.
pub fn about(page: &Page) -> Html {
    let picture = pictures(page);
    match page.scenario.tariff() {
        Tariff::Schedule(schedule) => together(vec![picture, facts(page, schedule)]),
        Tariff::Custom => picture,
    }
}

/// The charges that come into question, drawn: that of the reader's status, or every span of months.
fn pictures(page: &Page) -> Html {
    let fee = page.scenario.fee();
    if fee.counts_months() {
        return together(fee.cases().iter().map(|case| drawn(page, case)).collect());
    }
    drawn(page, fee.case(page.scenario.choices().gigs))
}

/// A case of a fee as a picture, under its name.
pub fn drawn(page: &Page, case: &Case) -> Html {
    let name = page.words.case(case);
    together(vec![el!("p", "class" = "th-case", "hidden" = name.is_empty(); name), steps(page.words, &case.charge)])
}

/// The facts of one schedule, as far as the page has them.
pub fn facts(page: &Page, schedule: &'static Schedule) -> Html {
    let words = page.words;
    let details = schedule.details();
    let field = match schedule.payer {
        Payer::Freelancer => Field::Fee,
        Payer::Client => Field::ClientFee,
    };
    let fact = |label: &'static str, value: Html| together(vec![el!("dt"; label), el!("dd"; value)]);
    let [period, payer, written, source, certainty] = words.about_labels();
    let read = words.read_on(schedule.source.read);
    let mut facts = vec![
        fact(period, el!("span"; words.period(schedule))),
        fact(payer, el!("span"; words.payer(schedule.payer))),
        fact(written, el!("code"; schedule.fee)),
        fact(source, el!("span"; link(&schedule.source), ", ", read)),
        fact(certainty, el!("span"; words.certainty(schedule.certainty))),
    ];
    facts.extend(details.readings.iter().map(|reading| {
        let other = el!("code"; reading.fee);
        fact(words.readings(), el!("span"; other, ", ", link(&reading.source), " ", set(page, field, reading.fee)))
    }));
    let successor = schedule.successor().filter(|_| schedule.payer == Payer::Freelancer);
    together(vec![
        words.old(schedule, page.today).map(|old| el!("p", "class" = "th-note"; old)).unwrap_or_default(),
        el!("dl", "class" = "th-facts"; facts),
        el!("p", "class" = "th-hint", "hidden" = details.note.is_empty(); details.note),
        successor.map(|successor| replaced(page, successor)).unwrap_or_default(),
    ])
}

/// What took the place of a schedule that has ended, and whether the answer would be another under it.
fn replaced(page: &Page, successor: &'static Schedule) -> Html {
    let words = page.words;
    let lead = page.comparison.standing.lead;
    let verdict = verdict_under(page.scenario, successor);
    let verdict = verdict.map(|verdict| phrase(&words.verdict_since(lead, &verdict)));
    el!("p"; words.replaced(successor), " ", verdict, " ", set(page, Field::Schedule, successor.id))
}

/// A button that takes another fee into use.
fn set(page: &Page, field: Field, value: &'static str) -> Option<Html> {
    page.live.then(|| {
        el!("button", "type" = "button", "class" = "th-use", "data-field" = field.name(), "value" = value;
            page.words.use_it())
    })
}
