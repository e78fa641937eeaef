//! What was understood of the file, and what was left out and why? Row by row.

use books::{Entry, LeftOut};
use words::Words;

use super::controls::hint;
use super::opened::Read;
use crate::controls::fold;
use crate::html::{Html, el, several};

/// The most rows of each kind that are shown. Nobody reads more of them in a page.
const ROWS: usize = 200;

/// Both kinds of rows, folded.
pub fn preview(read: &Read, words: &Words) -> Html {
    let statement = &read.statement;
    let [understood, left_out] = words.books_rows(statement);
    let columns = words.books_row_columns();
    let row = |entry: &Entry| {
        let client = entry.client.and_then(|client| statement.clients.get(client.0 as usize)).cloned();
        let what = words.books_what(client, entry.kind);
        el!("tr";
            el!("th", "scope" = "row"; words.books_place_of(entry.line, entry.day), el!("small"; what)),
            el!("td"; words.format.money(entry.amount)),
            el!("td"; entry.fee.map(|fee| words.format.money(fee))))
    };
    let left = |left: &LeftOut| el!("tr"; el!("th", "scope" = "row"; words.books_place_of(left.line, None), el!("small"; words.books_why(&left.why))));
    let rows = statement.entries.iter().take(ROWS).map(row).collect();
    let others = statement.left_out.iter().take(ROWS).map(left).collect();
    several![
        rows_of(words, understood, &columns, rows, statement.entries.len()),
        rows_of(words, left_out, &columns[..1], others, statement.left_out.len()),
    ]
}

fn rows_of(words: &Words, name: String, columns: &[&'static str], rows: Html, all: usize) -> Html {
    if all == 0 {
        return Html::default();
    }
    let more = all.checked_sub(ROWS).filter(|more| *more > 0);
    let more = more.map(|more| hint(words.books_more_rows(more)));
    fold(name, several![table("th-rows", columns, rows), more])
}

/// A table that scrolls inside its place.
pub fn table(class: &'static str, columns: &[&'static str], rows: Html) -> Html {
    let heads: Html = columns.iter().map(|name| el!("th", "scope" = "col"; *name)).collect();
    el!("div", "class" = "th-wide", "tabindex" = "0", "role" = "region", "aria-label" = columns.join(", ");
        el!("table", "class" = class;
            el!("thead"; el!("tr"; heads)),
            el!("tbody"; rows)))
}
