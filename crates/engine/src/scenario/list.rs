//! How is a list of jobs read and written, and what is in it? `docs/list-notation.md` has the grammar.

use std::fmt;
use std::sync::OnceLock;

use super::limits::{MAX_GIGS, MAX_LEVEL};
use super::number::{ascii_digit, is_letter, may_be_name, small};
use super::{Clients, DecimalMark, Share, Unit, other_reading, read_as, visible};
use crate::amount::{Currency, Decimal, Money, in_units, written};
use crate::fees::misfit;

/// Jobs at different prices and for different clients, line by line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List<Price = Money> {
    lines: Vec<ListLine<Price>>,
    /// The same, but all jobs with a client each at one price are one line, in the place of the first.
    merged: Vec<ListLine<Price>>,
    /// The clients' names, in the order in which they first appear.
    names: Vec<String>,
}

/// Some jobs at one price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListLine<Price = Money> {
    /// The number of jobs, at least one. Each is one contract and one payment.
    pub jobs: u32,
    /// The price of each, above zero.
    pub price: Price,
    /// The clients of the jobs.
    pub clients: LineClients,
}

/// The clients of the jobs on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineClients {
    /// This many clients, who are on no other line and are at most as many as the jobs: each has as many jobs as the others, or the
    /// first few one more.
    Own(u32),
    /// The client with this name, by its position among all names. Several lines may be for the same one.
    Named(usize),
}

/// The way clients' names are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// As they are.
    Given,
    /// As letters, in the order in which they first appear: A, B, C.
    Letters,
}

/// The place where a text stops being a list, and what was expected there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListError {
    /// The position of the first character of the line that does not fit, counted from 1.
    pub at: usize,
    /// The text of that line.
    pub found: String,
    /// The element that would fit.
    pub expected: InList,
}

/// An element that a list expects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InList {
    /// A number of jobs from 1 to [`MAX_GIGS`].
    Count,
    /// A price above zero.
    Price,
    /// A number that is the same in every language: `1.500` is one and a half, or one thousand five hundred.
    Clearer,
    /// A space after the comma between two numbers.
    Space,
    /// The word `for` before a client's name, and no other words.
    For,
    /// A client's name of at most [`MOST_LETTERS`] characters, or a number of clients.
    Client,
    /// At most [`MAX_GIGS`] jobs in all.
    FewerJobs,
    /// At most [`MOST_LINES`] lines.
    FewerLines,
    /// Nothing: the part that reads lists has not arrived.
    Reader,
}

/// The most lines that a list may have.
pub const MOST_LINES: usize = 2_000;

/// The most characters that a client's name may have.
pub const MOST_LETTERS: usize = 60;

/// Reads a list: `20 x 150, 5 x 800 for Acme, 3000 for Acme, 2 x 1500 for 2 clients`.
///
/// # Errors
///
/// At the first line that is not one.
///
/// ```
/// use take_home_engine::scenario::{DecimalMark, Names, read_list};
/// let list = read_list("20 × $150; 1,500 for Acme, 2 x 80 for acme", DecimalMark::Point).unwrap();
/// assert_eq!(list.written(DecimalMark::Point, Names::Letters), "20 x 150, 1500 for A, 2 x 80 for A");
/// let error = read_list("20 x 150, two for Acme", DecimalMark::Point).unwrap_err();
/// assert_eq!((error.at, error.found.as_str()), (11, "two for Acme"));
/// ```
pub fn read_list(text: &str, mark: DecimalMark) -> Result<List<Decimal>, ListError> {
    // Ends of lines are kept.
    let text: String = text.split('\n').map(visible).collect::<Vec<_>>().join("\n");
    let text: String = text.chars().map(ascii_digit).collect();
    let text = text.as_str();
    let mut list = List::new(vec![], vec![]);
    // The names so far in small letters, in alphabetical order, each with its position.
    let mut known = vec![];
    let mut jobs = 0;
    for (at, line) in lines(text) {
        let error = |expected| {
            let (at, found) = misfit(text.get(..at + line.len()).unwrap_or_default(), at);
            ListError { at, found, expected }
        };
        let read = list.line(line, mark, &mut known).map_err(error)?;
        jobs += read.jobs;
        if jobs > MAX_GIGS {
            return Err(error(InList::FewerJobs));
        }
        if list.lines.len() == MOST_LINES {
            return Err(error(InList::FewerLines));
        }
        list.lines.push(read);
    }
    if list.lines.is_empty() {
        return Err(ListError { at: 1, found: String::new(), expected: InList::Price });
    }
    Ok(list)
}

/// Reads and writes lists. On a page it comes with a part of the app; natively it is always there.
#[derive(Debug)]
pub struct ListReader {
    read: fn(&str, DecimalMark) -> Result<List<Decimal>, ListError>,
    written: fn(&List<Decimal>, DecimalMark, Names) -> String,
    in_currency: fn(&List<Decimal>, Currency) -> Option<List>,
}

/// The reader that a page adds with [`add_list_reader`].
pub static LIST_READER: ListReader =
    ListReader { read: read_list, written: List::written, in_currency: List::in_currency };

static ARRIVED: OnceLock<&'static ListReader> = OnceLock::new();

fn reader() -> Option<&'static ListReader> {
    if cfg!(target_family = "wasm") { ARRIVED.get().copied() } else { Some(&LIST_READER) }
}

/// Adds [`LIST_READER`] to a page, once the part with it has arrived.
pub fn add_list_reader(reader: &'static ListReader) {
    let _ = ARRIVED.set(reader);
}

/// Whether lists can be read: see [`add_list_reader`].
pub fn has_list_reader() -> bool {
    reader().is_some()
}

/// A list that has been read.
#[derive(Debug)]
pub(super) struct ReadList {
    list: List<Decimal>,
    reader: &'static ListReader,
}

impl ReadList {
    /// Reads a list, if the reader has arrived.
    pub fn of(text: &str, mark: DecimalMark) -> Result<ReadList, ListError> {
        let missing = || ListError { at: 1, found: String::new(), expected: InList::Reader };
        let reader = reader().ok_or_else(missing)?;
        Ok(ReadList { list: (reader.read)(text, mark)?, reader })
    }

    /// See [`List::written`].
    pub fn written(&self, mark: DecimalMark, names: Names) -> String {
        (self.reader.written)(&self.list, mark, names)
    }

    /// See [`List::in_currency`].
    pub fn in_currency(&self, currency: Currency) -> Option<List> {
        (self.reader.in_currency)(&self.list, currency)
    }
}

/// A list with numbers as another language writes them; none if it cannot be read.
pub fn relisted(text: &str, from: DecimalMark, to: DecimalMark) -> Option<String> {
    Some(ReadList::of(text, from).ok()?.written(to, Names::Given))
}

/// Jobs at a price, as a line of a list has them: `20 x 150`.
pub fn written_line(jobs: u32, price: Decimal, mark: DecimalMark) -> String {
    let mut price = mark.write(&written(price).to_string());
    // Four decimals are never thousands.
    if other_reading(&price, mark).is_some() {
        price.push('0');
    }
    if jobs == 1 { price } else { format!("{jobs} x {price}") }
}

/// Whether a character may end a line: a comma, in any script, does so outside numbers.
pub fn separates(char: char) -> bool {
    is_comma(char) || is_end(char)
}

fn is_comma(char: char) -> bool {
    matches!(char, ',' | '،' | '，' | '、')
}

fn is_end(char: char) -> bool {
    matches!(char, '\n' | '\r' | ';')
}

/// The lines of a list that are not empty, each with its position in bytes. A comma inside a number separates nothing; between
/// `20x150,5x800` there is no such number.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    let mut is_over = false;
    let ends = move |start: usize, at: usize, char: char| {
        let rest = text.get(at + char.len_utf8()..).unwrap_or_default();
        let next = rest.chars().next();
        let is_alone = next.is_none_or(|next| next.is_whitespace() || is_comma(next) || is_end(next));
        let begins = || {
            let next = rest.split(separates).next().and_then(|next| split_at_times(split_at_for(next).0));
            let is_counted = next.is_some_and(|(count, _)| count.trim().bytes().all(|byte| byte.is_ascii_digit()));
            let (work, clients) = split_at_for(text.get(start..at).unwrap_or_default());
            is_counted && (clients.is_some() || split_at_times(work).is_some())
        };
        is_end(char) || is_comma(char) && (is_alone || begins())
    };
    let mut chars = text.char_indices();
    let lines = std::iter::from_fn(move || {
        if is_over {
            return None;
        }
        let (end, next) = if let Some((end, separator)) = chars.find(|(at, char)| ends(start, *at, *char)) {
            (end, end + separator.len_utf8())
        } else {
            is_over = true;
            (text.len(), text.len())
        };
        let line = (start, text.get(start..end).unwrap_or_default());
        start = next;
        Some(line)
    });
    lines.filter(|(_, line)| !line.trim().is_empty())
}

/// Whether a price may be several, as in `100,200,300`: two commas or spaces separate its digits, or more.
fn may_be_several(price: &str) -> bool {
    let price: Vec<char> = price.chars().collect();
    let is_between = |three: &&[char]| {
        three[0].is_ascii_digit() && matches!(three[1], ',' | ' ' | '\u{a0}') && three[2].is_ascii_digit()
    };
    price.windows(3).filter(is_between).count() > 1
}

impl List<Decimal> {
    /// The list of these lines; names are in the order in which the lines have them.
    pub fn new(lines: Vec<ListLine<Decimal>>, names: Vec<String>) -> List<Decimal> {
        List { lines, merged: vec![], names }
    }

    fn line(
        &mut self,
        line: &str,
        mark: DecimalMark,
        known: &mut Vec<(String, usize)>,
    ) -> Result<ListLine<Decimal>, InList> {
        let (work, clients) = split_at_for(without_bullet(line));
        let (count, price) = split_at_times(work).unwrap_or(("1", work));
        // Nobody would notice how a number in the middle of a list was understood.
        if [count, price].iter().any(|number| other_reading(number, mark).is_some())
            || work == price && clients.is_none() && may_be_several(price)
        {
            return Err(InList::Clearer);
        }
        // The comma in `1500,2 x 80` may be meant to end a line, as may that in `150,80` where decimals have a point.
        let expected = |number: &str, expected| if number.contains(is_comma) { InList::Space } else { expected };
        // `1,5k` may be one and a half thousand, or two gigs.
        let has_parts = |amount: &Decimal| in_units(*amount, 0).is_none() || price.trim_end().ends_with(['k', 'K']);
        let is_joined = |amount: &Decimal| {
            mark.signs().0 == '.' && price.contains(is_comma) && !price.contains('.') && has_parts(amount)
        };
        let jobs = read_as(count, Unit::None, mark).ok().filter(|jobs| in_units(*jobs, 0).is_some());
        if jobs.is_some_and(|jobs| jobs > MAX_GIGS.into()) {
            return Err(InList::FewerJobs);
        }
        let jobs = jobs.and_then(|jobs| u32::try_from(jobs).ok()).filter(|jobs| *jobs > 0);
        let jobs = jobs.ok_or_else(|| expected(count, InList::Count))?;
        let most = Decimal::from(Money::MAX_MAJOR);
        let is_named = price.split(|char| !is_letter(char)).any(may_be_name);
        let amount = read_as(price, Unit::Money, mark)
            .ok()
            .filter(|amount| !amount.is_zero() && *amount <= most && !is_joined(amount) && !is_named);
        let clients = match clients {
            // More clients than gigs are one for each.
            Some(text) => match self.clients(text, known)? {
                LineClients::Own(number) => LineClients::Own(number.min(jobs)),
                named @ LineClients::Named(_) => named,
            },
            None => LineClients::Own(jobs),
        };
        let missing =
            if is_named && price.chars().any(|char| char.is_ascii_digit()) { InList::For } else { InList::Price };
        Ok(ListLine { jobs, price: amount.ok_or_else(|| expected(price, missing))?, clients })
    }

    fn clients(&mut self, text: &str, known: &mut Vec<(String, usize)>) -> Result<LineClients, InList> {
        let name = text.trim();
        if name.is_empty() || name.chars().count() > MOST_LETTERS {
            return Err(InList::Client);
        }
        let key: String = name.chars().map(small).collect();
        if is_number_of_clients(&key) {
            match number_of_clients(&key) {
                Some(0) => return Err(InList::Client),
                Some(number) => return Ok(LineClients::Own(number)),
                // Several clients without a number are no name, unless it is written like one.
                None if key == name && key.ends_with('s') => return Err(InList::Client),
                None => {}
            }
        }
        let place = known.partition_point(|(other, _)| *other < key);
        let position = match known.get(place) {
            Some((other, position)) if *other == key => *position,
            _ => {
                known.insert(place, (key, self.names.len()));
                self.names.push(name.to_owned());
                self.names.len() - 1
            }
        };
        Ok(LineClients::Named(position))
    }

    /// The list in the notation, from which [`read_list`] makes the same one.
    pub fn written(&self, mark: DecimalMark, names: Names) -> String {
        let line = |line: &ListLine<Decimal>| {
            let work = written_line(line.jobs, line.price, mark);
            let clients = match line.clients {
                LineClients::Own(number) if number == line.jobs => String::new(),
                LineClients::Own(1) => " for 1 client".to_owned(),
                LineClients::Own(number) => format!(" for {number} clients"),
                LineClients::Named(position) => format!(" for {}", self.name(position, names)),
            };
            format!("{work}{clients}")
        };
        self.lines.iter().map(line).collect::<Vec<_>>().join(", ")
    }

    /// The same list in a currency; none if a price has more decimals than the currency.
    pub fn in_currency(&self, currency: Currency) -> Option<List> {
        let line = |line: &ListLine<Decimal>| {
            let ListLine { jobs, price, clients } = *line;
            currency.amount(price).map(|price| ListLine { jobs, price, clients })
        };
        let lines: Vec<ListLine> = self.lines.iter().map(line).collect::<Option<_>>()?;
        Some(List::of(lines, self.names.clone()))
    }
}

impl<Price> List<Price> {
    /// A client's name by its position.
    pub fn name(&self, position: usize, names: Names) -> String {
        match names {
            Names::Given => self.names.get(position).cloned().unwrap_or_default(),
            Names::Letters => letters(position),
        }
    }

    /// The number of clients with a name.
    pub fn named(&self) -> usize {
        self.names.len()
    }
}

impl List {
    fn of(lines: Vec<ListLine>, names: Vec<String>) -> List {
        let is_each = |line: &ListLine| matches!(line.clients, LineClients::Own(number) if number == line.jobs);
        let mut merged: Vec<ListLine> = vec![];
        // The positions of lines with a client for each job, by price.
        let mut places: Vec<usize> = vec![];
        for line in &lines {
            let place = places.partition_point(|place| merged[*place].price < line.price);
            let same = places.get(place).copied().filter(|same| is_each(line) && merged[*same].price == line.price);
            if let Some(same) = same {
                merged[same].jobs += line.jobs;
                merged[same].clients = LineClients::Own(merged[same].jobs);
                continue;
            }
            if is_each(line) {
                places.insert(place, merged.len());
            }
            merged.push(*line);
        }
        List { lines, merged, names }
    }

    /// Its lines.
    pub fn lines(&self) -> &[ListLine] {
        &self.lines
    }

    /// The number, price and clients of the jobs, if that is all the list says: they are at one price, and all lines are for one
    /// client, or each job is for a different one, or there is only one line.
    pub(super) fn equal_jobs(&self) -> Option<(u32, Money, Clients)> {
        let first = self.lines.first()?;
        if self.lines.iter().any(|line| line.price != first.price) {
            return None;
        }
        let is_of_first =
            |line: &ListLine| matches!(line.clients, LineClients::Named(_)) && line.clients == first.clients;
        let clients = match (self.lines.as_slice(), first.clients) {
            _ if self.client_count() == self.jobs() => Clients::Each,
            ([_], LineClients::Own(clients)) => Clients::Number(clients),
            (lines, _) if lines.iter().all(is_of_first) => Clients::One,
            _ => return None,
        };
        Some((self.jobs(), first.price, clients))
    }

    /// Its lines where the order of jobs with a client each does not matter: those at one price are one line.
    pub fn merged(&self) -> &[ListLine] {
        &self.merged
    }

    /// All jobs.
    pub(super) fn jobs(&self) -> u32 {
        self.lines.iter().map(|line| line.jobs).sum()
    }

    /// All clients.
    pub(super) fn client_count(&self) -> u32 {
        let own = |line: &ListLine| match line.clients {
            LineClients::Own(number) => number,
            LineClients::Named(_) => 0,
        };
        let named = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.lines.iter().map(own).sum::<u32>() + named
    }

    /// The total of all jobs, at a share of their prices.
    pub(super) fn gross(&self, level: Share) -> Money {
        self.lines.iter().map(|line| level.of(line.price) * line.jobs).sum()
    }

    /// The same jobs at a discount on a share of their prices; none if nothing remains of a price.
    pub(super) fn discounted(&self, level: Share, off: Money) -> Option<List> {
        let line = |line: &ListLine| {
            let price = level.of(line.price) - off;
            (price > Money::ZERO).then_some(ListLine { price, ..*line })
        };
        let lines = |lines: &[ListLine]| lines.iter().map(line).collect::<Option<Vec<_>>>();
        Some(List { lines: lines(&self.lines)?, merged: lines(&self.merged)?, names: self.names.clone() })
    }

    /// The same work at a share of its prices, all jobs for one client together as one, where the client's first job is.
    pub(super) fn with_a_job_for_each_client(&self, level: Share) -> List {
        let mut named: Vec<Option<usize>> = vec![None; self.names.len()];
        let mut lines: Vec<ListLine> = vec![];
        for line in &self.lines {
            let price = level.of(line.price);
            match line.clients {
                LineClients::Named(position) => {
                    let at = *named[position].get_or_insert(lines.len());
                    if at == lines.len() {
                        lines.push(ListLine { jobs: 1, price: Money::ZERO, clients: LineClients::Own(1) });
                    }
                    lines[at].price += price * line.jobs;
                }
                LineClients::Own(clients) => {
                    let (each, longer) = (line.jobs / clients, line.jobs % clients);
                    for (clients, jobs) in [(longer, each + 1), (clients - longer, each)] {
                        if clients > 0 {
                            lines.push(ListLine {
                                jobs: clients,
                                price: price * jobs,
                                clients: LineClients::Own(clients),
                            });
                        }
                    }
                }
            }
        }
        List::of(lines, vec![])
    }

    /// Whether all jobs together cost at most `most` at their own prices, however much that is.
    pub(super) fn is_within(&self, most: Money) -> bool {
        let all: i128 = self.lines.iter().map(|line| i128::from(line.price.minor()) * i128::from(line.jobs)).sum();
        all <= i128::from(most.minor())
    }

    /// The highest share of its prices at which all jobs together cost at most `most`, in hundredths of a percent.
    pub(super) fn highest_level(&self, most: Money) -> i64 {
        let field = i64::from(MAX_LEVEL) * 100;
        let all = i128::from(self.gross(Share::ALL).minor()).max(1);
        let mut level = u32::try_from((i128::from(most.minor()) * 10_000 / all).min(field.into())).unwrap_or(1);
        // Prices are rounded one by one.
        while level > 1 && self.gross(Share::from_hundredths(level)) > most {
            level -= 1;
        }
        level.into()
    }
}

/// A line of notes without its bullet or number: `- 150`, `• 150`, `2. 150`, `2) 150`.
fn without_bullet(line: &str) -> &str {
    let line = line.trim_start();
    let after_number = line.trim_start_matches(|char: char| char.is_ascii_digit());
    let marks: &[char] = if after_number == line { &['-', '–', '—', '•', '‣', '·', '*'] } else { &['.', ')'] };
    match after_number.strip_prefix(marks) {
        Some(rest) if rest.starts_with(char::is_whitespace) && !rest.trim().is_empty() => rest,
        _ => line,
    }
}

/// The parts of a line before and after the word `for`.
fn split_at_for(line: &str) -> (&str, Option<&str>) {
    let is_for = |at: &usize| {
        let word = line.get(*at..*at + 3).is_some_and(|word| word.eq_ignore_ascii_case("for"));
        let is_free = |char: Option<char>| char.is_none_or(|char| !is_letter(char));
        let before = line.get(..*at).and_then(|before| before.chars().next_back());
        word && is_free(before) && is_free(line.get(*at + 3..).and_then(|rest| rest.chars().next()))
    };
    match (0..line.len()).find(is_for) {
        Some(at) => (line.get(..at).unwrap_or_default(), line.get(at + 3..)),
        None => (line, None),
    }
}

/// Whether a client's name, in small letters, may say how many clients there are: `2 clients`, `each customer`.
pub fn is_number_of_clients(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or_default();
    is_client(last) || last == "each"
}

fn is_client(word: &str) -> bool {
    matches!(word, "client" | "clients" | "customer" | "customers")
}

/// The number of clients that a name states; more than there can be jobs if each job has its own.
fn number_of_clients(name: &str) -> Option<u32> {
    const NUMBERS: [&str; 12] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let words: Vec<&str> = name.split_ascii_whitespace().collect();
    match words.as_slice() {
        ["each"] => Some(u32::MAX),
        ["a", client, "each"] | ["each" | "different" | "separate", client] if is_client(client) => Some(u32::MAX),
        ["a" | "same", client] | ["the", "same", client] if is_client(client) => Some(1),
        [number, client] | [number, "different" | "separate" | "new", client] if is_client(client) => {
            let named = NUMBERS.iter().zip(1..).find(|(named, _)| *named == number).map(|(_, number)| number);
            named.or_else(|| number.parse().ok())
        }
        _ => None,
    }
}

/// The parts before and after the multiplication sign. A sign that follows a letter, as in `MXN 500`, is not one.
fn split_at_times(work: &str) -> Option<(&str, &str)> {
    let (count, price) = work.split_once(['x', 'X', '×', '*', '✕'])?;
    let last = count.trim_end().chars().next_back();
    last.is_some_and(|char| !is_letter(char)).then_some((count, price))
}

/// A, B, …, Z, AA, AB, …
fn letters(position: usize) -> String {
    let letter = char::from(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[position % 26]);
    let before = if position < 26 { String::new() } else { letters(position / 26 - 1) };
    format!("{before}{letter}")
}

/// Prints the error for developers: readers see the messages of `crates/words`.
impl fmt::Display for ListError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” at character {}, expected {:?}", self.found, self.at, self.expected)
    }
}

impl std::error::Error for ListError {}
