//! How do payments become a list of gigs, as the calculator compares it? `docs/list-notation.md` has the grammar.

use engine::amount::{Currency, Money};
use engine::scenario::{
    DecimalMark, LineClients, List, ListLine, MOST_LETTERS, MOST_LINES, Names, is_number_of_clients, limits, separates,
};

use crate::known::{Known, place, spaced};
use crate::paid::{Client, Paid};

/// Payments as a list of gigs: its text, with a decimal point, and the sum of all gigs. None if there are no payments, or too many
/// for a list.
pub fn gigs<'a>(
    payments: impl Iterator<Item = &'a Paid>,
    clients: &[String],
    currency: Currency,
) -> Option<(String, Money)> {
    let mut lines: Vec<ListLine<_>> = vec![];
    let mut known = Known::default();
    let mut names = ListNames::default();
    let mut jobs = 0;
    let mut gross = Money::ZERO;
    for paid in payments {
        gross += paid.gross;
        jobs += 1;
        let client = paid.client.map_or(u64::MAX, |client| client.0.into());
        let line = known.number([client, paid.gross.minor().unsigned_abs()], lines.len());
        if let Some(line) = lines.get_mut(line) {
            line.jobs += 1;
        } else if lines.len() < MOST_LINES {
            let name = paid.client.and_then(|client| Some((client, clients.get(client.0 as usize)?)));
            let clients = name.map_or(LineClients::Own(1), |(client, name)| LineClients::Named(names.of(client, name)));
            lines.push(ListLine { jobs: 1, price: currency.major(paid.gross), clients });
        } else {
            return None;
        }
    }
    for line in &mut lines {
        if let LineClients::Own(number) = &mut line.clients {
            *number = line.jobs;
        }
    }
    let fits = (1..=limits::MAX_GIGS).contains(&jobs) && gross <= currency.max();
    let text = || List::new(lines, names.names).written(DecimalMark::Point, Names::Given);
    fits.then(|| (text(), gross))
}

/// Clients' names as a list can have them: without separators of lines, short enough, and each only once.
#[derive(Default)]
struct ListNames {
    names: Vec<String>,
    /// The place of each client among them.
    places: Vec<Option<usize>>,
    taken: Known,
}

impl ListNames {
    /// The place of a client's name.
    fn of(&mut self, client: Client, name: &str) -> usize {
        let at = client.0 as usize;
        if let Some(known) = place(&mut self.places, at) {
            return *known;
        }
        let words = spaced(name, &|char| (!separates(char) && !char.is_control()).then_some(char));
        let mut short: String = words.chars().take(MOST_LETTERS - 6).collect();
        short.truncate(short.trim_end().len());
        // A number of clients is not a name.
        if short.is_empty() || is_number_of_clients(&short.to_ascii_lowercase()) {
            short.push('.');
        }
        let mut free = short.clone();
        let mut number = 1;
        while self.taken.text(&free, at) != at {
            number += 1;
            free = format!("{short} {number}");
        }
        self.names.push(free);
        self.places[at] = Some(self.names.len() - 1);
        self.names.len() - 1
    }
}
