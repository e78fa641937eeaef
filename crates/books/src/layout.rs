//! How is a file laid out? By its headings, as the known services and other people write it, or by what is in it.

use engine::amount::Currency;
use engine::scenario::{DecimalMark, is_letter};

use crate::column::{Column, Columns, plain};
use crate::date::{Order, Written};
use crate::number::{self, Clue};
use crate::services::{Layout, Service, find};

/// How a file is laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Whose file it is.
    pub service: Service,
    /// On which line the headings are; 0 if there are none.
    pub line: u32,
    /// The headings, or the cells of the first row.
    pub headings: Vec<String>,
    /// Where each column is.
    pub columns: Columns,
    /// The currency that the heading of the amounts names.
    pub currency: Option<Currency>,
    /// The decimal mark of its numbers.
    pub mark: DecimalMark,
    /// Whether any number of the file decides it.
    pub is_mark_sure: bool,
    /// Which of two numbers is the day, where no day of the file decides it.
    pub order: Order,
}

/// How many amounts have each decimal mark.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Marks {
    commas: u32,
    points: u32,
}

impl Marks {
    pub fn see(&mut self, clue: Clue) {
        match clue {
            Clue::Mark(mark) if mark.is_comma() => self.commas += 1,
            Clue::Mark(_) => self.points += 1,
            Clue::None | Clue::Unclear => {}
        }
    }

    /// The one that most have; a point if as many have the other.
    pub fn most(self) -> Option<DecimalMark> {
        let most = if self.commas > self.points { DecimalMark::Comma } else { DecimalMark::Point };
        (self.commas + self.points > 0).then_some(most)
    }
}

/// A row of the beginning, with its line.
pub(crate) type Sample = (u32, Vec<String>);

// What columns of other files are called, in the languages that spreadsheets are written in; a heading that is one of these, or
// begins with one and a space. Earlier ones win.
const WORDS: [(Column, &[&str]); 11] = [
    (
        Column::Date,
        &[
            "date",
            "datum",
            "fecha",
            "data",
            "dato",
            "day",
            "paid on",
            "paid at",
            "created",
            "transaction date",
            "payment date",
            "дата",
        ],
    ),
    (
        Column::Net,
        &["net", "netto", "líquido", "neto", "net amount", "amount received", "you received", "payout", "take home"],
    ),
    (
        Column::Fee,
        &[
            "fee",
            "fees",
            "service fee",
            "platform fee",
            "commission",
            "gebühr",
            "gebuehr",
            "comisión",
            "comision",
            "comissão",
            "tarifa",
            "frais",
            "commissioni",
            "tariffa",
            "провизия",
            "комиссия",
        ],
    ),
    (
        Column::Amount,
        &[
            "amount",
            "gross",
            "total",
            "price",
            "billed",
            "invoiced",
            "earned",
            "earnings",
            "paid",
            "betrag",
            "brutto",
            "importe",
            "bruto",
            "montant",
            "brut",
            "valor",
            "importo",
            "lordo",
            "avant commission",
            "сумма",
        ],
    ),
    (Column::Credit, &["credit", "credit amount", "money in", "in", "haben", "eingang", "abono", "crédit", "received"]),
    (Column::Debit, &["debit", "debit amount", "money out", "out", "soll", "ausgang", "cargo", "débit", "spent"]),
    (
        Column::Client,
        &[
            "client",
            "customer",
            "buyer",
            "employer",
            "company",
            "payer",
            "from",
            "name",
            "team",
            "kunde",
            "auftraggeber",
            "cliente",
            "nombre",
            "nom",
            "nome",
            "клиент",
        ],
    ),
    (Column::Currency, &["currency", "währung", "waehrung", "moneda", "divisa", "devise", "moeda", "valuta", "валюта"]),
    (Column::Status, &["status", "state", "estado", "état", "statut", "stato", "статус"]),
    (Column::Kind, &["type", "kind", "category", "transaction type", "typ", "art", "tipo", "тип"]),
    (
        Column::About,
        &[
            "description",
            "details",
            "project",
            "job",
            "gig",
            "order",
            "subject",
            "item",
            "memo",
            "note",
            "beschreibung",
            "verwendungszweck",
            "descripción",
            "concepto",
            "libellé",
            "descrição",
            "описание",
        ],
    ),
];

/// The currency that a heading names: `Amount (USD)`, `Amount $`.
fn currency_in(heading: &str) -> Option<Currency> {
    let words = heading.split(|char: char| !char.is_ascii_alphabetic());
    let code = words
        .filter(|word| word.len() == 3 && word.chars().all(|char| char.is_ascii_uppercase()))
        .find_map(|word| word.parse().ok());
    code.or_else(|| currency_of_sign(heading))
}

/// The currency of a sign that only one currency has, or nearly so.
pub(crate) fn currency_of_sign(text: &str) -> Option<Currency> {
    let of = |code: &[u8; 3]| Some(Currency::of(*code));
    match text.chars().find(|char| matches!(char, '$' | '€' | '£' | '₹' | '₴' | '₱' | '₽'))? {
        // `A$`, `R$`: other dollars have a letter.
        '$' if text.split('$').next().is_some_and(|before| before.ends_with("US"))
            || !text.chars().any(is_letter)
            || text.ends_with(" $") =>
        {
            of(b"USD")
        }
        '€' => of(b"EUR"),
        '£' => of(b"GBP"),
        '₹' => of(b"INR"),
        '₴' => of(b"UAH"),
        '₱' => of(b"PHP"),
        '₽' => of(b"RUB"),
        _ => None,
    }
}

impl Head {
    /// The layout of a file that begins with these rows, and whose numbers probably have this mark.
    pub(crate) fn of(rows: &[Sample], usual: DecimalMark) -> Head {
        let says = |words: &str| rows.iter().any(|(_, row)| row.iter().any(|cell| find(&plain(cell), words).is_some()));
        let known = rows.iter().take(20).find_map(|(line, row)| Some((Layout::of(row, says)?, *line, row)));
        let (service, line, headings, mut columns, order) = if let Some((layout, line, row)) = known {
            (layout.service, line, row.clone(), layout.columns(row), layout.order)
        } else {
            // One cell above a table of several columns is a title.
            let widest = rows.iter().map(|(_, row)| row.len()).max().unwrap_or_default();
            let named = rows.iter().take(20).find(|(_, row)| is_heading(row) && (row.len() > 1 || widest == 1));
            // Words that nobody knows are headings, too, over rows with values.
            let over = rows.first().filter(|(_, row)| {
                !has_values(row) && rows.get(1).is_some_and(|(_, next)| has_values(next) && next.len() == row.len())
            });
            let (line, row) = match named.or(over) {
                Some((line, row)) => (*line, row.clone()),
                None => (0, rows.first().map(|(_, row)| row.clone()).unwrap_or_default()),
            };
            (Service::Other, line, row.clone(), by_words(&row, line), Order::default())
        };
        let body = || rows.iter().filter(|(number, _)| *number > line).map(|(_, row)| row);
        if service == Service::Other {
            by_content(&mut columns, headings.len(), &|at| {
                body().filter_map(|row| row.get(at)).map(String::as_str).filter(|cell| !cell.is_empty()).collect()
            });
        }
        let amounts = Column::MONEY.map(|column| columns.get(column));
        let cells = body().flat_map(|row| amounts.into_iter().flatten().filter_map(|at| row.get(at)));
        let mut marks = Marks::default();
        cells.for_each(|cell| marks.see(number::clue(cell)));
        let mark = marks.most().unwrap_or(usual);
        let mut days = body().filter_map(|row| Written::read(row.get(columns.get(Column::Date)?)?)?.order());
        let order = days.next_back().unwrap_or(order);
        let named = [Column::Amount, Column::Credit, Column::Net].iter().filter_map(|column| columns.get(*column));
        let currency = named.filter(|_| line > 0).find_map(|at| currency_in(headings.get(at)?));
        let currency = service.currency().or(currency);
        Head { service, line, headings, columns, currency, mark, is_mark_sure: marks.most().is_some(), order }
    }
}

/// Whether a row has a number or a date.
fn has_values(row: &[String]) -> bool {
    let is_number = |cell: &String| matches!(number::read(cell, DecimalMark::Point), number::Cell::Number(_));
    row.iter().any(|cell| is_number(cell) || Written::read(cell).is_some())
}

/// Whether a row has headings: words that columns are called, and nothing that only an entry has.
fn is_heading(row: &[String]) -> bool {
    let is_word =
        |cell: &&String| WORDS.iter().any(|(_, words)| words.iter().any(|word| is_called(&plain(cell), word)));
    !has_values(row) && row.iter().filter(is_word).count() >= 1.max(row.len().min(2))
}

fn is_called(heading: &str, word: &str) -> bool {
    heading.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

fn by_words(headings: &[String], line: u32) -> Columns {
    let mut columns = Columns::default();
    if line == 0 {
        return columns;
    }
    let headings: Vec<String> = headings.iter().map(|heading| plain(heading)).collect();
    // A heading that is a word goes before one that begins with it.
    for is_whole in [true, false] {
        for (column, words) in WORDS {
            for word in words {
                let is = |heading: &String| if is_whole { heading == word } else { is_called(heading, word) };
                for place in (0..headings.len()).filter(|place| is(&headings[*place])) {
                    columns.fill(column, place);
                }
            }
        }
    }
    columns
}

/// Finds the date and the amounts by what is in the columns, where no heading names them.
fn by_content<'a>(columns: &mut Columns, width: usize, cells: &dyn Fn(usize) -> Vec<&'a str>) {
    let most = |place: usize, is: &dyn Fn(&str) -> bool| {
        let cells = cells(place);
        !cells.is_empty() && cells.iter().filter(|cell| is(cell)).count() * 10 >= cells.len() * 8
    };
    let is_day = |cell: &str| Written::read(cell).is_some();
    if let Some(place) = (0..width).find(|place| !columns.has(*place) && most(*place, &is_day)) {
        columns.fill(Column::Date, place);
    }
    if !columns.has_amounts() {
        let is_number = |cell: &str| matches!(number::read(cell, DecimalMark::Point), number::Cell::Number(_));
        // Cents or a sign of a currency are surer than a bare number.
        let is_money = |cell: &str| {
            is_number(cell)
                && (cell.contains(['.', ',']) || cell.chars().any(|char| !char.is_ascii_digit() && char != '-'))
        };
        let place = (0..width).find(|place| !columns.has(*place) && most(*place, &is_money));
        let place = place.or_else(|| (0..width).rfind(|place| !columns.has(*place) && most(*place, &is_number)));
        if let Some(place) = place {
            columns.fill(Column::Amount, place);
        }
    }
    if columns.get(Column::Client).is_none() {
        let is_name = |cell: &str| {
            cell.chars().any(is_letter)
                && !is_day(cell)
                && number::read(cell, DecimalMark::Point) == number::Cell::Unclear
        };
        let repeats = |place: usize| {
            let names = cells(place);
            let is_seen = |(at, name): (usize, &&str)| names.iter().take(at).any(|other| other == name);
            let first = names.first();
            names.iter().any(|name| Some(name) != first) && names.iter().enumerate().any(is_seen)
        };
        let is_short = |place: usize| cells(place).iter().all(|name| name.chars().count() <= 40);
        let names: Vec<usize> = (0..width).filter(|place| !columns.has(*place) && most(*place, &is_name)).collect();
        // Names that come again are surely clients'.
        let place = names.iter().find(|place| repeats(**place)).or(names.iter().find(|place| is_short(**place)));
        if let Some(place) = place {
            columns.fill(Column::Client, *place);
        }
    }
}
