//! What is known about this fee?

use super::context::PanelContext;
use super::facts::link;
use super::steps::steps;
use crate::controls::use_button;
use crate::html::{Html, el, phrase, placed, several};
use engine::compare::verdict_under;
use engine::fees::{Case, Payer, Schedule};
use engine::scenario::{FeeSource, Field};

/// The facts about the fee: its tiers as a picture, when it was in force, its source, other readings, and what the
/// verdict would be today.
pub fn about(context: &PanelContext) -> Html {
    let picture = pictures(context);
    match context.scenario.fee_source() {
        // The question's line says how certain that is.
        FeeSource::Schedule(schedule) => several![picture, facts_of(context, schedule, None)],
        FeeSource::Custom => picture,
    }
}

/// The charges that may apply, as pictures: that of the reader's status, or of every span of months.
fn pictures(context: &PanelContext) -> Html {
    let fee = context.scenario.fee();
    if fee.counts_months() {
        return fee.cases().iter().map(|case| drawn(context, case)).collect();
    }
    drawn(context, fee.case(context.scenario.choices().gigs))
}

/// A case of a fee as pictures, one for each charge, under its name.
pub fn drawn(context: &PanelContext, case: &Case) -> Html {
    let words = context.words;
    let name = words.case(case);
    let then = |charge| several![el!("p", "class" = "th-case"; words.steps_then()), steps(words, charge)];
    several![
        el!("p", "class" = "th-case", "hidden" = name.is_empty(); name),
        steps(words, &case.charge),
        case.then.iter().map(then).collect::<Html>()
    ]
}

/// The facts of one schedule.
pub fn facts(context: &PanelContext, schedule: &'static Schedule) -> Html {
    facts_of(context, schedule, Some(context.words.certainty(schedule.certainty)))
}

/// The facts of one schedule, and how certain they are, if `certainty` says so.
fn facts_of(context: &PanelContext, schedule: &'static Schedule, certainty: Option<&'static str>) -> Html {
    let words = context.words;
    let details = schedule.details();
    let field = match schedule.payer {
        Payer::Freelancer => Field::Fee,
        Payer::Client => Field::ClientFee,
    };
    let fact = |label: &'static str, value: Html| several![el!("dt"; label), el!("dd"; value)];
    let [period, payer, written, source, how_certain] = words.about_labels();
    let mut facts = vec![
        fact(period, el!("span"; words.period_in_force(schedule))),
        fact(payer, el!("span"; words.payer(schedule.payer))),
        fact(written, el!("code"; schedule.fee.to_string())),
        fact(source, el!("span"; placed(&words.source_read(&schedule.source), [link(&schedule.source)]))),
    ];
    facts.extend(certainty.map(|certainty| fact(how_certain, el!("span"; certainty))));
    facts.extend(details.readings.iter().map(|reading| {
        let fee = reading.fee.to_string();
        let said = placed(&words.reading(reading), [el!("code"; fee.clone()), link(&reading.source)]);
        fact(words.readings(), el!("span"; said, " ", set(context, field, fee.clone(), fee)))
    }));
    let successor = schedule.successor().filter(|_| schedule.payer == Payer::Freelancer);
    several![
        words.old(schedule, context.today).map(|old| el!("p", "class" = "th-note"; old)),
        el!("dl", "class" = "th-facts"; facts),
        el!("p", "class" = "th-hint", "hidden" = details.note.is_empty(); details.note),
        successor.map(|successor| replaced(context, successor)),
    ]
}

/// The schedule that replaced one that has ended, and whether the verdict would be different under it.
fn replaced(context: &PanelContext, successor: &'static Schedule) -> Html {
    let words = context.words;
    let lead = context.comparison.verdict.lead;
    let verdict = verdict_under(context.scenario, successor);
    let verdict = verdict.map(|verdict| phrase(&words.verdict_since(lead, &verdict)));
    el!("p"; words.replaced(successor), " ", verdict, " ", set(context, Field::Schedule, successor.id.into(), words.schedule(successor)))
}

/// A button that applies another fee, which has this name.
fn set(context: &PanelContext, field: Field, value: String, name: String) -> Option<Html> {
    let words = context.words;
    context.live.then(|| use_button(field.name(), value, words.use_fee().into(), Some(words.use_fee_named(name))))
}
