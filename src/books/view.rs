//! What is in the question about the reader's own files? A place for a file, how far it is read, and then what it says.

use books::{Column, Order, Statement};
use words::{BooksDone, Words};

use super::controls::{button, hint, list};
use super::opened::{Opened, Read, Stage, platforms};
use super::{costs, preview};
use crate::controls::fold;
use crate::html::{Html, el, filled, phrase, several};
use crate::state::State;

/// Everything in it.
pub fn view(opened: &Opened, state: &State) -> Html {
    let words = state.words();
    let content = match &opened.stage {
        Stage::Read(read) => shown(opened, read, state),
        Stage::Empty | Stage::Unfit(_) if opened.done().is_some() => Html::default(),
        Stage::Empty => place(&words, None),
        Stage::Unfit(why) => place(&words, Some(words.books_unfit(*why))),
    };
    let others = (opened.others > 0).then(|| hint(words.books_others(opened.others)));
    let reading = opened.done().map(|done| reading(opened, &words, done));
    // Read out as it changes. What becomes of the payments is said beside the button.
    let said = opened.said.filter(|done| !is_of_use(*done)).map(|done| words.books_done(done));
    // If the browser refused it, the report can be copied from here.
    let by_hand = match &opened.stage {
        Stage::Read(read) if opened.said == Some(BooksDone::NotCopied) => {
            let label = words.books_done(BooksDone::NotCopied);
            let field = el!("textarea", "readonly" = true, "rows" = "4", "class" = "th-text", "aria-label" = label);
            Some(filled(field, costs::report(read)))
        }
        Stage::Read(_) | Stage::Empty | Stage::Unfit(_) => None,
    };
    several![
        el!("div"; reading),
        others,
        content,
        el!("p", "class" = "th-said", "role" = "status"; said),
        el!("div", "class" = "th-lines"; by_hand),
    ]
}

/// A place to drop a file or to paste cells.
fn place(words: &Words, problem: Option<&'static str>) -> Html {
    let [intro, known] = words.books_intro();
    let [choose, paste] = words.books_ways();
    let file = el!(
        "input",
        "type" = "file",
        "class" = "th-aloud",
        "data-books" = "file",
        "accept" = ".csv,.tsv,.txt,text/csv,text/plain"
    );
    el!("div", "class" = "th-drop";
        problem.map(|problem| el!("p", "class" = "th-note", "role" = "alert"; problem)),
        el!("p"; intro),
        el!("p"; el!("label", "class" = "th-use th-file"; choose, file)),
        el!("label", "class" = "th-label"; paste,
            el!("textarea", "class" = "th-text", "rows" = "2", "autocomplete" = "off", "spellcheck" = "false",
                "data-books" = "cells")),
        hint(known.into()))
}

fn reading(opened: &Opened, words: &Words, done: u16) -> Html {
    let [stop, _] = words.books_ends();
    let text = words.books_reading(opened.name.as_deref(), done);
    el!("p", "class" = "th-reading";
        el!("progress", "max" = "1000", "value" = done.to_string(), "aria-label" = text.clone()), " ", text, " ",
        button("stop", stop.into()))
}

fn shown(opened: &Opened, read: &Read, state: &State) -> Html {
    let statement = &read.statement;
    let words = state.words().for_currency(statement.currency);
    let counting = || statement.payments.iter().filter(|paid| read.counts(paid)).filter_map(|paid| paid.day);
    let days = counting().next().zip(counting().next_back()).map(|(from, to)| [from, to]);
    let [_, close] = words.books_ends();
    let notes = words.books_notes(statement).into_iter().map(hint);
    let broken =
        statement.broken.map(|broken| el!("p", "class" = "th-note", "role" = "alert"; words.books_broken(broken)));
    let is_undone = read.check.clients.is_empty() && statement.is_undone();
    let found = if is_undone {
        words.books_all_refunded()
    } else {
        words.books_found(opened.name.as_deref(), &read.check, days)
    };
    let has_payments = !read.check.clients.is_empty();
    el!("div", "class" = "th-books";
        broken,
        el!("p"; phrase(&found), " ", button("close", close.into())),
        notes.collect::<Html>(),
        choices(read, &words),
        has_payments.then(|| several![
            costs::sentences(read, &words),
            uses(opened, read, &words),
            costs::costs(read, &words),
            costs::elsewhere(read, &words),
        ]),
        preview::preview(read, &words),
        settings(read, &words))
}

/// The years, the platforms, and the currencies where there are several.
fn choices(read: &Read, words: &Words) -> Html {
    let [year, all] = words.books_years();
    let [platform, none] = words.books_platforms();
    let [_, _, currency] = words.books_labels();
    let mut lists = vec![];
    if read.years.len() > 1 {
        let mut options = vec![(String::new(), all.to_owned())];
        options.extend(read.years.iter().map(|year| (year.to_string(), year.to_string())));
        lists.push(list("year", year, read.year.map(|year| year.to_string()).unwrap_or_default(), options));
    }
    let mut options = vec![(String::new(), none.to_owned())];
    options.extend(platforms().map(|platform| (platform.name.to_owned(), platform.name.to_owned())));
    lists.push(list(
        "platform",
        platform,
        read.platform.map(|platform| platform.name.to_owned()).unwrap_or_default(),
        options,
    ));
    let Statement { currencies, currency: chosen, .. } = &read.statement;
    if currencies.len() > 1 {
        let options = currencies
            .iter()
            .map(|(currency, count)| (currency.code().to_owned(), words.books_counted(*currency, *count)))
            .collect();
        lists.push(list("currency", currency, chosen.code().to_owned(), options));
    }
    el!("p", "class" = "th-choices"; lists)
}

/// The way into the calculator, and what came of it.
fn uses(opened: &Opened, read: &Read, words: &Words) -> Html {
    let [label, note] = words.books_use();
    if !read.is_list() {
        return hint(words.books_use_too_many(read.years.len() > 1 && read.year.is_none()));
    }
    let said = opened.said.filter(|done| is_of_use(*done)).map(|done| words.books_done(done));
    several![
        el!("p"; button("use", label.into()), " ", el!("span", "class" = "th-hint"; note)),
        el!("p", "class" = "th-said", "role" = "status"; said),
    ]
}

fn is_of_use(done: BooksDone) -> bool {
    match done {
        BooksDone::Used | BooksDone::UsedAtOtherFee | BooksDone::OtherCurrency => true,
        BooksDone::Copied | BooksDone::NotCopied => false,
    }
}

/// The settings: where each column is, and how dates and numbers are read.
fn settings(read: &Read, words: &Words) -> Html {
    let head = &read.statement.head;
    let place = |column: &Column| {
        let mut options = vec![(String::new(), words.books_place(None))];
        let heading = |(at, heading): (usize, &String)| {
            let heading = if head.line == 0 { "" } else { heading };
            (at.to_string(), words.books_place(Some((at, heading))))
        };
        options.extend(head.headings.iter().enumerate().map(heading));
        let chosen = head.columns.get(*column).map(|at| at.to_string()).unwrap_or_default();
        el!("li"; list(column.name(), words.books_column(*column), chosen, options))
    };
    let [order, mark, _] = words.books_labels();
    let orders = [(Order::DayFirst, "day"), (Order::MonthFirst, "month")];
    let chosen = orders.iter().find(|(order, _)| *order == read.statement.order.0).map_or("", |(_, name)| name);
    let orders = orders.map(|(order, name)| (name.to_owned(), words.books_order(order).to_owned()));
    let marks = [("point", false), ("comma", true)]
        .map(|(name, is_comma)| (name.to_owned(), words.books_mark(is_comma).to_owned()));
    let is_comma = head.mark.is_comma();
    let columns: Html = Column::ALL.iter().map(place).collect();
    let lists = el!("ul", "class" = "th-columns";
        columns,
        el!("li"; list("order", order, chosen.to_owned(), orders.into())),
        el!("li"; list("mark", mark, if is_comma { "comma" } else { "point" }.to_owned(), marks.into())));
    fold(words.books_settings(), lists)
}
