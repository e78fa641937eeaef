//! What is in a list of gigs? Read as `docs/list-notation.md` describes it.

use std::collections::HashMap;

use crate::charged::Payment;
use crate::exact::{Exact, decimal, fraction, round, whole};
use crate::side::spread;

/// Gigs at one price.
pub struct Line {
    /// How many.
    pub jobs: usize,
    /// The price of each in smallest units, as the list names it.
    price: Exact,
    /// For whom.
    clients: Clients,
}

enum Clients {
    /// For this many clients, who are on no other line.
    Own(usize),
    /// For the client of that name, in small letters.
    Named(String),
}

/// The lines of a list; nothing if it is none.
pub fn read(text: &str, units: i128) -> Option<Vec<Line>> {
    text.split(", ").map(|line| read_line(line, units)).collect()
}

/// Whether the jobs of all lines are alike: at one price, and all for one client, each for a different one, or on one line.
pub fn is_alike(lines: &[Line]) -> bool {
    let named = |line: &Line| match &line.clients {
        Clients::Named(name) => Some(name.clone()),
        Clients::Own(_) => None,
    };
    let is_for_one = named(&lines[0]).is_some() && lines.iter().all(|line| named(line) == named(&lines[0]));
    // A line of a name has one job, and no other line has that name.
    let names: Vec<String> = lines.iter().filter_map(named).collect();
    let is_only = |name: &String| names.iter().filter(|other| *other == name).count() == 1;
    let is_each = |line: &Line| match &line.clients {
        Clients::Own(clients) => *clients >= line.jobs,
        Clients::Named(name) => line.jobs == 1 && is_only(name),
    };
    let is_at_one_price = lines.iter().all(|line| line.price == lines[0].price);
    lines.len() == 1 || is_at_one_price && (is_for_one || lines.iter().all(is_each))
}

fn read_line(line: &str, units: i128) -> Option<Line> {
    let (work, clients) = line.split_once(" for ").map_or((line, None), |(work, clients)| (work, Some(clients)));
    let (jobs, price) = work.split_once(" x ").map_or((Some(1), work), |(count, price)| (count.parse().ok(), price));
    let jobs = jobs?;
    let clients = match clients {
        None => Clients::Own(jobs),
        Some(text) => match text.split_once(' ').and_then(|(number, _)| number.parse::<usize>().ok()) {
            Some(number) => Clients::Own(number.min(jobs)),
            None => Clients::Named(text.to_lowercase()),
        },
    };
    Some(Line { jobs, price: decimal(price)? * whole(units), clients })
}

/// How many clients they are for.
pub fn clients(lines: &[Line]) -> usize {
    let mut names = vec![];
    let mut count = 0;
    for line in lines {
        match &line.clients {
            Clients::Own(number) => count += number,
            Clients::Named(name) if names.contains(&name) => {}
            Clients::Named(name) => names.push(name),
        }
    }
    count + names.len()
}

/// All payments at a level of the prices, in hundredths of a percent, less a discount on each.
pub fn payments(lines: &[Line], level: i128, off: i128, months: i128) -> Vec<Payment> {
    let mut months = spread(lines.iter().map(|line| line.jobs).sum(), months);
    let (mut named, mut next) = (HashMap::new(), 0);
    let mut payments = vec![];
    for line in lines {
        let amount = round(line.price * fraction(level, 10_000)).max(1) - off;
        let of_line: Vec<usize> = match &line.clients {
            Clients::Named(name) => {
                let client = *named.entry(name).or_insert(next);
                vec![client; line.jobs]
            }
            Clients::Own(number) => {
                let (each, more) = (line.jobs / number, line.jobs % number);
                (0..*number).flat_map(|client| vec![next + client; each + usize::from(client < more)]).collect()
            }
        };
        next = next.max(of_line.iter().max().map_or(0, |last| last + 1));
        for client in of_line {
            let month = months.next().expect("a month for each payment");
            payments.push(Payment { amount, client, contract: payments.len(), price: amount, month });
        }
    }
    payments
}
