//! How do payments become a list of gigs, as the calculator compares it? `docs/list-notation.md` has the grammar.

use engine::amount::{Currency, Money};
use engine::scenario::{DecimalMark, Field, MOST_LETTERS, MOST_LINES, other_reading};

use crate::known::{Known, spaced};
use crate::statement::{Client, Paid};

/// Payments as a list of gigs: its text, with a decimal point, and what all of it bills; none if that has more than a list may have, or
/// nothing.
pub fn gigs<'a>(
    payments: impl Iterator<Item = &'a Paid>,
    clients: &[String],
    currency: Currency,
) -> Option<(String, Money)> {
    let mut lines: Vec<(Option<Client>, Money, u32)> = vec![];
    let mut places = Known::default();
    let mut jobs = 0;
    let mut gross = Money::ZERO;
    for paid in payments {
        gross += paid.gross;
        jobs += 1;
        let client = paid.client.map_or(u64::MAX, |client| client.0.into());
        let place = places.number([client, paid.gross.minor().unsigned_abs()], lines.len());
        if let Some((_, _, times)) = lines.get_mut(place) {
            *times += 1;
        } else if lines.len() < MOST_LINES {
            lines.push((paid.client, paid.gross, 1));
        } else {
            return None;
        }
    }
    let mut names = Names::default();
    let line = |(client, price, jobs): &(Option<Client>, Money, u32)| {
        let times = if *jobs == 1 { String::new() } else { format!("{jobs} x ") };
        let mut price = currency.plain(*price);
        // Four decimals are never thousands.
        if other_reading(&price, DecimalMark::Point).is_some() {
            price.push('0');
        }
        let name = client.and_then(|client| clients.get(client.0 as usize).map(|name| (client, name)));
        let whom = name.map_or(String::new(), |(client, name)| format!(" for {}", names.of(client, name)));
        format!("{times}{price}{whom}")
    };
    let text = lines.iter().map(line).collect::<Vec<_>>().join(", ");
    let fits = (1..=Field::MAX_GIGS).contains(&jobs) && gross <= currency.max();
    fits.then_some((text, gross))
}

/// Clients' names as a list can have them: without what separates lines, short enough, and each only once.
#[derive(Default)]
struct Names {
    /// By the clients' positions.
    of: Vec<Option<String>>,
    taken: Known,
}

impl Names {
    fn of(&mut self, client: Client, name: &str) -> String {
        let at = client.0 as usize;
        if self.of.len() <= at {
            self.of.resize(at + 1, None);
        }
        if let Some(known) = &self.of[at] {
            return known.clone();
        }
        let separates = |char: char| matches!(char, ',' | '،' | '，' | '、' | ';') || char.is_control();
        let words = spaced(name, |char| (!separates(char)).then_some(char));
        let mut short: String = words.chars().take(MOST_LETTERS - 6).collect();
        short.truncate(short.trim_end().len());
        // A number of clients is no name.
        if short.is_empty() || short.ends_with(" client") || short.ends_with(" clients") {
            short.push('.');
        }
        let mut free = short.clone();
        let mut number = 1;
        while self.taken.text(&free, at) != at {
            number += 1;
            free = format!("{short} {number}");
        }
        self.of[at] = Some(free.clone());
        free
    }
}
