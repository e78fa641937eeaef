//! What did the fees really cost, client by client, beside what was published, and what would they be elsewhere?

use books::{ClientSum, Difference};
use engine::amount::Money;
use engine::fees::Schedule;
use engine::scenario::Side;
use words::Words;

use super::controls::{button, hint};
use super::opened::Read;
use super::preview::table;
use crate::controls::{self, fold, piece};
use crate::html::{Html, el, phrase, several};
use crate::scale::Scale;
use crate::style::class;

/// The number of clients and schedules in sight; the others can be opened.
const SHOWN: usize = 10;

/// The most differences that are shown; the report has all of them.
const DIFFERENCES: usize = 100;

/// The fees that were taken, and those that should have been.
pub fn sentences(read: &Read, words: &Words) -> Html {
    let sentences = words.books_costs(&read.check, read.platform);
    sentences.iter().map(|line| el!("p"; phrase(line))).collect()
}

/// The rows that differ, a picture by client, and what else there is.
pub fn costs(read: &Read, words: &Words) -> Html {
    let (besides, sums) = words.books_besides(&read.statement.besides());
    let sum = |(name, amount): (&'static str, String)| el!("tr"; el!("th", "scope" = "row"; name), el!("td"; amount));
    let besides = (!sums.is_empty()).then(|| {
        el!("table", "class" = "th-working";
            el!("caption", "class" = "th-heading"; besides),
            el!("tbody"; sums.into_iter().map(sum).collect::<Html>()))
    });
    several![differences(read, words), clients(read, words), besides]
}

fn differences(read: &Read, words: &Words) -> Html {
    let differences = &read.check.differences;
    if differences.is_empty() {
        return Html::default();
    }
    let [name, hint, report] = words.books_differences(&read.check);
    let row = |difference: &Difference| {
        let Difference { paid, taken, expected, schedule } = difference;
        el!("tr";
            el!("th", "scope" = "row"; words.books_place_of(paid.line, paid.day), el!("small"; words.schedule(schedule))),
            [paid.billed(), *taken, *expected].map(|amount| el!("td"; words.format.money(amount))))
    };
    let rows = differences.iter().take(DIFFERENCES).map(row).collect();
    el!("details", "class" = "th-more", "open" = ""; el!("summary"; name),
        el!("p", "class" = "th-hint"; hint, " ", button("report", report)),
        table("th-rows", &words.books_difference_columns(), rows),
        more(differences.len().saturating_sub(DIFFERENCES), words))
}

/// A line for the rows that a table does not show.
fn more(rows: usize, words: &Words) -> Option<Html> {
    (rows > 0).then(|| hint(words.books_more_rows(rows)))
}

/// The payments of each client: the fee and what was kept, as a bar and in numbers.
fn clients(read: &Read, words: &Words) -> Html {
    let clients = &read.check.clients;
    let (heading, columns) = words.books_clients();
    let most = clients.first().map_or(Money::ZERO, |sum| sum.gross);
    let scale = Scale::up_to(most);
    let row = |sum: &ClientSum| {
        let name = sum.client.and_then(|client| read.statement.clients.get(client.0 as usize)).cloned();
        let kept = sum.kept();
        let pieces = several![
            piece(scale, "th-left", Money::ZERO, kept),
            piece(scale, "th-tier-0", kept.max(Money::ZERO), sum.gross),
            piece(scale, "th-none", sum.gross, most),
        ];
        let bar = el!("div", "class" = "th-bar"; controls::bar(None, pieces));
        el!("tr";
            el!("th", "scope" = "row";
                name.unwrap_or_else(|| words.books_nameless().to_owned()),
                el!("small"; words.books_payments(sum.payments)), bar),
            [sum.gross, sum.fee, kept].map(|amount| el!("td"; words.format.money(amount))))
    };
    let (first, rest) = clients.split_at(clients.len().min(SHOWN));
    let table_of = |sums: &[ClientSum]| table("th-clients", &columns, sums.iter().take(DIFFERENCES).map(row).collect());
    let unseen = || more(rest.len().saturating_sub(DIFFERENCES), words);
    let rest = (!rest.is_empty()).then(|| fold(words.books_more_rows(rest.len()), several![table_of(rest), unseen()]));
    el!("div", "class" = class(Side::Gigs); el!("p", "class" = "th-heading"; heading), table_of(first), rest)
}

/// The same payments under other platforms' fees of today, and under those that the platform had before.
pub fn elsewhere(read: &Read, words: &Words) -> Html {
    if read.others.is_empty() {
        return Html::default();
    }
    let ([name, note], columns) = words.books_elsewhere();
    let row = |(schedule, fee): &(&'static Schedule, Money)| {
        el!("tr";
            el!("th", "scope" = "row"; schedule.platform().name, el!("small"; words.schedule(schedule))),
            [*fee, read.check.kept_under(*fee)].map(|amount| el!("td"; words.format.money(amount))))
    };
    let table = table("th-clients", &columns, read.others.iter().map(row).collect());
    fold(name, several![hint(note.into()), table])
}

/// The differences as a text, without names, numbers of entries or anything else that tells who it was.
pub fn report(read: &Read) -> String {
    let currency = read.statement.currency;
    let mut lines = vec![format!("date\tbilled ({})\ttaken\tpublished\tschedule", currency.code())];
    lines.extend(read.check.differences.iter().map(|difference| {
        let Difference { paid, taken, expected, schedule } = difference;
        let day = paid.day.map(|day| day.to_string()).unwrap_or_default();
        let sign = if *taken < Money::ZERO { "-" } else { "" };
        let [billed, taken, expected] = [paid.billed(), taken.abs(), *expected].map(|amount| currency.plain(amount));
        format!("{day}\t{billed}\t{sign}{taken}\t{expected}\t{}", schedule.id)
    }));
    lines.join("\n")
}
