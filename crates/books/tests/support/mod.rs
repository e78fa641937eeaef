//! How does a test read a file? As a browser does, and each payment as a line.

use engine::amount::{Currency, Money};
use engine::scenario::DecimalMark;
use take_home_books::{Client, Paid, Reading, Settings, Statement, Usual};

/// Reads a file that arrives a thousand bytes at a time.
pub fn read(text: &str) -> Statement {
    let usual = Usual { currency: Currency::USD, mark: DecimalMark::Point };
    let mut reading = Reading::new(Settings::default(), usual);
    let mut rest = text;
    while !rest.is_empty() {
        let mut end = rest.len().min(1_000);
        while !rest.is_char_boundary(end) {
            end += 1;
        }
        let (piece, after) = rest.split_at(end);
        if !reading.take(piece) {
            break;
        }
        rest = after;
    }
    reading.end()
}

/// Each payment as a line: day, client, gross, fee.
pub fn payments(statement: &Statement) -> Vec<String> {
    let name =
        |client: Option<Client>| client.map_or("-".to_owned(), |client| statement.clients[client.0 as usize].clone());
    let plain = |amount: Money| {
        let sign = if amount < Money::ZERO { "-" } else { "" };
        format!("{sign}{}", statement.currency.plain(amount.abs()))
    };
    let line = |paid: &Paid| {
        let day = paid.day.map_or("-".to_owned(), |day| day.to_string());
        let taken = paid.taken.map_or("-".to_owned(), plain);
        format!("{day} {}: {}, {taken}", name(paid.client), plain(paid.gross))
    };
    statement.payments.iter().map(line).collect()
}
