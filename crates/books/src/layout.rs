//! How is a file laid out? Its headings show it, as the known services and other people write them, or else its contents.

use engine::amount::Currency;
use engine::scenario::{DecimalMark, currency_of_sign, dollars_of, is_currency_code, is_letter, split_at_text};

use crate::column::{Column, Columns, plain};
use crate::date::{Order, Written};
use crate::number::{self, Clue};
use crate::services::{Layout, Service, are_directions, find};

/// The layout of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The service whose file it is.
    pub service: Service,
    /// The line with the headings; 0 if there are none.
    pub line: u32,
    /// The headings, or the cells of the first row.
    pub headings: Vec<String>,
    /// The place of each column.
    pub columns: Columns,
    /// The currency that the heading of the amounts names.
    pub currency: Option<Currency>,
    /// The decimal mark of its numbers.
    pub mark: DecimalMark,
    /// Whether any number of the file decides it.
    pub is_mark_sure: bool,
    /// The order of the day and the month, where no day of the file decides it.
    pub order: Order,
    /// The places of cells that show that nothing was paid, each with the text that shows it.
    pub(crate) unmoved: Vec<(usize, &'static str)>,
}

/// The number of amounts with each decimal mark.
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

    /// The mark that most amounts have; a point if as many have the other.
    pub fn most(self) -> Option<DecimalMark> {
        let most = if self.commas > self.points { DecimalMark::Comma } else { DecimalMark::Point };
        (self.commas + self.points > 0).then_some(most)
    }
}

/// A row from the beginning of the file, with its line.
pub(crate) type Sample = (u32, Vec<String>);

// The names of columns in other files, in the languages that spreadsheets are written in. A heading is one of these, or begins with
// one and a space; earlier ones win.
const WORDS: [(Column, &[&str]); 12] = [
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
        &[
            "net",
            "netto",
            "líquido",
            "valor líquido",
            "neto",
            "importe neto",
            "importo netto",
            "net amount",
            "amount received",
            "you received",
            "payout",
            "take home",
        ],
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
            "comisiones",
            "comissão",
            "taxa",
            "tarifa",
            "frais",
            "commissione",
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
            "line total",
            "gesamtpreis",
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
    (
        Column::Credit,
        &[
            "credit",
            "credits",
            "credit amount",
            "money in",
            "paid in",
            "in",
            "inflow",
            "deposit",
            "deposits",
            "haben",
            "gutschrift",
            "eingang",
            "einnahme",
            "einnahmen",
            "abono",
            "ingreso",
            "ingresos",
            "crédit",
            "recettes",
            "entrata",
            "entrate",
            "avere",
            "received",
        ],
    ),
    (
        Column::Debit,
        &[
            "debit",
            "debits",
            "debit amount",
            "money out",
            "paid out",
            "out",
            "outflow",
            "withdrawal",
            "withdrawals",
            "soll",
            "belastung",
            "ausgang",
            "ausgabe",
            "ausgaben",
            "cargo",
            "gasto",
            "gastos",
            "débit",
            "dépenses",
            "uscita",
            "uscite",
            "dare",
            "spent",
        ],
    ),
    (Column::Returned, &["refunded", "refunded amount", "amount refunded", "refund amount", "erstattet", "remboursé"]),
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
            "begünstigter",
            "beguenstigter",
            "zahlungspflichtige",
            "zahlungspflichtiger",
            "cliente",
            "nombre",
            "nom",
            "nome",
            "naam",
            "nazwa",
            "клиент",
        ],
    ),
    (
        Column::Currency,
        &["currency", "währung", "waehrung", "moneda", "divisa", "devise", "moeda", "valuta", "waluta", "валюта"],
    ),
    (
        Column::Status,
        &[
            "status",
            "state",
            "payment status",
            "invoice status",
            "paid unpaid",
            "estado",
            "état",
            "statut",
            "stato",
            "situação",
            "zahlungsstatus",
            "статус",
        ],
    ),
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

// Headings of money only if they are alone: more words after them would make them something else, as in `Payment date`,
// `Sales tax`.
const ALONE: [(Column, &[&str]); 3] = [
    (Column::Amount, &["value", "payment", "honorar", "gesamt"]),
    (Column::Credit, &["income", "revenue", "sales", "umsatz"]),
    (Column::Debit, &["expense", "expenses", "costs"]),
];

/// The currency that a heading or an amount names: `Amount (USD)`, `Amount $`, `USD 500.00`, `CA$300`, `€`.
pub(crate) fn currency_in(text: &str) -> Option<Currency> {
    let mut words = text.split(|char: char| !is_letter(char));
    let is_code = |word: &&str| word.bytes().all(|byte| byte.is_ascii_uppercase()) && is_currency_code(word);
    words.find(is_code).and_then(|word| word.parse().ok()).or_else(|| currency_beside(text))
}

/// The currency of a sign or a word that only one currency has, or nearly so.
fn currency_beside(text: &str) -> Option<Currency> {
    let of = |code: &[u8; 3]| Some(Currency::of(*code));
    if let Some((before, behind)) = text.split_once('$') {
        return match before.rsplit(|char| !is_letter(char)).next().unwrap_or_default() {
            "" => of(b"USD"),
            // `Amount $`: its letters are no dollar's.
            letters => {
                dollars_of(letters).or_else(|| of(b"USD").filter(|_| before.ends_with(' ') && behind.is_empty()))
            }
        };
    }
    // The yen has no decimals; the yuan, which has, shares its sign.
    if text.chars().any(|char| matches!(char, '¥' | '￥')) {
        let has_cents = text.trim_end().rsplit_once('.').is_some_and(|(_, cents)| cents.len() == 2);
        return of(if has_cents { b"CNY" } else { b"JPY" });
    }
    if let Some(currency) = currency_of_sign(text) {
        return Some(currency);
    }
    let has = |sign: char| text.chars().any(|char| char == sign);
    let signs = [('円', b"JPY"), ('元', b"CNY"), ('원', b"KRW")];
    if let Some((_, code)) = signs.into_iter().find(|(sign, _)| has(*sign)) {
        return of(code);
    }
    let text = plain(text);
    let word = |word: &str| text == word || text.ends_with(word) || text.starts_with(word);
    match text.as_str() {
        "euro" | "euros" => of(b"EUR"),
        _ if word("zł") => of(b"PLN"),
        _ if word("kč") => of(b"CZK"),
        _ if word(" tl") || text == "tl" => of(b"TRY"),
        _ => None,
    }
}

impl Head {
    /// The layout of a file that begins with these rows, and whose numbers probably have this mark.
    pub(crate) fn of(rows: &[Sample], usual: DecimalMark) -> Head {
        let says = |words: &str| rows.iter().any(|(_, row)| row.iter().any(|cell| find(&plain(cell), words).is_some()));
        let known = rows.iter().take(20).find_map(|(line, row)| Some((Layout::of(row, says)?, *line, row)));
        let unmoved = known.map(|(layout, _, row)| layout.unmoved(row)).unwrap_or_default();
        let (service, line, headings, mut columns, order) = if let Some((layout, line, row)) = known {
            let is_empty = |at: usize| {
                let body = rows.iter().filter(|(number, _)| *number > line);
                body.filter_map(|(_, row)| row.get(at)).all(String::is_empty)
            };
            (layout.service, line, row.clone(), layout.columns(row, &is_empty), layout.order)
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
            (Service::Other, line, row, Columns::default(), Order::default())
        };
        let body = || rows.iter().filter(|(number, _)| *number > line).map(|(_, row)| row);
        if service == Service::Other {
            let is_money = |at: usize| line == 0 || !headings.get(at).is_some_and(|heading| is_no_money(heading));
            let cells = |at: usize| -> Vec<&str> {
                body().filter_map(|row| row.get(at)).map(String::as_str).filter(|cell| !cell.is_empty()).collect()
            };
            if line > 0 {
                columns = by_words(&headings, &cells);
                paid_or_not(&mut columns, &headings, &cells);
                in_or_out(&mut columns, headings.len(), &cells);
            }
            let is_other = |at: usize| line > 0 && headings.get(at).is_some_and(|heading| is_other_number(heading));
            let is_no_client = |at: usize| line > 0 && headings.get(at).is_some_and(|heading| names_no_client(heading));
            date_by_content(&mut columns, headings.len(), &cells);
            amount_by_content(&mut columns, headings.len(), &is_money, &is_other, &cells);
            client_by_content(&mut columns, headings.len(), &is_no_client, &cells);
        }
        let amounts = Column::MONEY.map(|column| columns.get(column));
        let cells = body().flat_map(|row| amounts.into_iter().flatten().filter_map(|at| row.get(at)));
        let mut marks = Marks::default();
        cells.for_each(|cell| marks.see(number::clue(cell)));
        let mark = marks.most().unwrap_or(usual);
        let mut days = body().filter_map(|row| Written::read(row.get(columns.get(Column::Date)?)?)?.order());
        let order = days.next_back().unwrap_or(order);
        let is_mark_sure = marks.most().is_some();
        let head = Head { service, line, headings, columns, currency: None, mark, is_mark_sure, order, unmoved };
        head.with_columns(columns)
    }

    /// The same with other columns, whose headings may name another currency.
    pub(crate) fn with_columns(mut self, columns: Columns) -> Head {
        let named = [Column::Amount, Column::Credit, Column::Net].into_iter().filter_map(|column| columns.get(column));
        let currency = named.filter(|_| self.line > 0).find_map(|at| currency_in(self.headings.get(at)?));
        self.currency = self.service.currency().or(currency);
        self.columns = columns;
        self
    }
}

/// Whether a row has a number or a date.
fn has_values(row: &[String]) -> bool {
    let is_number = |cell: &String| matches!(number::read(cell, DecimalMark::Point), number::Cell::Number(_));
    row.iter().any(|cell| is_number(cell) || Written::read(cell).is_some())
}

/// Whether a row has headings: names of columns, and nothing that only an entry has.
fn is_heading(row: &[String]) -> bool {
    let is_word =
        |cell: &&String| WORDS.iter().any(|(_, words)| words.iter().any(|word| is_called(&plain(cell), word)));
    !has_values(row) && row.iter().filter(is_word).count() >= 1.max(row.len().min(2))
}

fn is_called(heading: &str, word: &str) -> bool {
    heading.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

// Words in headings of numbers that are not money: `Hourly rate`, `Fee %`, `Total hours`.
const NO_MONEY: [&str; 30] = [
    "rate",
    "unit",
    "einzelpreis",
    "stückpreis",
    "balance",
    "saldo",
    "solde",
    "kontostand",
    "rating",
    "score",
    "zahlungsziel",
    "terms",
    "hours",
    "hour",
    "hrs",
    "h",
    "qty",
    "quantity",
    "units",
    "duration",
    "time",
    "percent",
    "percentage",
    "stunden",
    "stundensatz",
    "satz",
    "menge",
    "anzahl",
    "prozent",
    "horas",
];

// Headings that are not over money if they are alone.
const NO_MONEY_ALONE: [&str; 11] =
    ["days", "tage", "year", "month", "quarter", "jahr", "invoice", "number", "no", "nr", "id"];

/// The most characters of names in a column that may be the clients' without a heading.
const LONGEST_NAME: usize = 40;

// Headings over words that are no clients, such as the reader's own account.
const NO_CLIENT: [&str; 9] =
    ["product", "produkt", "account", "konto", "card", "karte", "method", "buchungstext", "movimiento"];

/// Whether a heading is over words that are no clients.
fn names_no_client(heading: &str) -> bool {
    NO_CLIENT.contains(&plain(heading).as_str())
}

/// Whether a heading is that of a number that is not money.
fn is_other_number(heading: &str) -> bool {
    NO_MONEY_ALONE.contains(&plain(heading).as_str())
}

/// Whether a heading is over something other than money. `Fee %` is over percentages, `Platform fee (20%)` is not.
fn is_no_money(heading: &str) -> bool {
    let is_rate = |before: &str| before.trim_end().ends_with(|char: char| char.is_ascii_digit());
    let is_percentage = heading.split_once('%').is_some_and(|(before, _)| !is_rate(before));
    is_percentage || plain(heading).split(' ').any(|word| NO_MONEY.contains(&word))
}

// The ends of headings of fees, and the words that make them something else: `Upwork fee`, `Plattformgebühr`.
const FEES: [&str; 9] =
    ["fee", "fees", "cut", "commission", "commissions", "provision", "kommission", "comisión", "comissão"];
const NO_FEE: [&str; 9] = ["after", "before", "without", "excl", "incl", "net", "late", "my", "tax"];

/// Whether a heading ends in a word for a fee, perhaps with its rate after it.
fn ends_as_fee(heading: &str) -> bool {
    let plain = plain(heading);
    let bare = plain.trim_end_matches(|char: char| char.is_ascii_digit() || char == ' ');
    let last = bare.rsplit(' ').next().unwrap_or_default();
    let is_fee = FEES.contains(&last) || ["gebühr", "gebühren", "provision"].iter().any(|end| last.ends_with(end));
    is_fee && !bare.split(' ').any(|word| NO_FEE.contains(&word))
}

// Headings of a tax on what is billed.
const TAXES: [&str; 9] = ["vat", "gst", "tax", "sales tax", "ust", "mwst", "iva", "tva", "umsatzsteuer"];

/// Whether a heading is that of a tax, perhaps with its rate: `VAT (20%)`, but not `VAT number`.
fn is_tax(name: &str) -> bool {
    TAXES.contains(&name.trim_end_matches(|char: char| char.is_ascii_digit() || char == ' '))
}

// The ends of headings of amounts, and the words that make them other than the amount billed: `Invoice amount`, `Rechnungsbetrag`.
const AMOUNTS: [&str; 6] = ["amount", "amount due", "total", "betrag", "importe", "montant"];
const NO_AMOUNT: [&str; 12] =
    ["tax", "vat", "gst", "fee", "discount", "refund", "balance", "net", "steuer", "mwst", "rabatt", "netto"];

/// Whether a heading ends like that of a billed amount, perhaps with a currency after it.
fn ends_as_amount(name: &str) -> bool {
    let bare = without_currency(name);
    AMOUNTS.iter().any(|word| bare.ends_with(word)) && !NO_AMOUNT.iter().any(|word| split_at_text(bare, word).is_some())
}

/// A heading in its plainest form, without a currency after it.
fn without_currency(name: &str) -> &str {
    name.rsplit_once(' ').filter(|(_, code)| is_currency_code(code)).map_or(name, |(bare, _)| bare)
}

// The ends of headings whose first word is something else: `Order date`, `Order status`.
const ENDS: [(Column, &[&str]); 2] = [(Column::Date, &["date", "datum"]), (Column::Status, &["status"])];

// The ends of headings that begin like a description, but are none: `Order total`, `Job no.`
const NO_ABOUT: [&str; 11] =
    ["total", "amount", "number", "no", "nr", "id", "price", "value", "betrag", "nummer", "currency"];

/// Whether a word is the last one of a heading.
fn is_last(name: &str, word: &str) -> bool {
    name.rsplit(' ').next() == Some(word)
}

/// Whether a heading is over something still to come: `Due date`, `Amount due`.
fn is_about_to_be(name: &str) -> bool {
    name.split(' ').any(|word| matches!(word, "due" | "outstanding" | "expected" | "delivery" | "start" | "end"))
}

/// Finds the columns by their headings. A column of money has a number in some cell, unless all are empty.
fn by_words<'a>(headings: &[String], cells: &dyn Fn(usize) -> Vec<&'a str>) -> Columns {
    let mut columns = Columns::default();
    let is_number = |cell: &&str| number::read(cell, DecimalMark::Point) != number::Cell::Unclear;
    let has_numbers = |at: usize| {
        let cells = cells(at);
        cells.is_empty() || cells.iter().any(is_number)
    };
    let names: Vec<String> = headings.iter().map(|heading| plain(heading)).collect();
    let may_be = |column: Column, place: &usize| {
        !Column::MONEY.contains(&column) || !is_no_money(&headings[*place]) && has_numbers(*place)
    };
    let mut fill = |column: Column, words: &[&str], is: &dyn Fn(&str, &str) -> bool| {
        for word in words {
            for place in (0..names.len()).filter(|place| is(&names[*place], word) && may_be(column, place)) {
                columns.fill(column, place);
            }
        }
    };
    // A heading that is a word, or the amount of one, goes before one that begins with it.
    for (column, words) in WORDS {
        fill(column, words, &|name, word| name.strip_suffix(" amount").unwrap_or(name) == word);
    }
    for (column, words) in ALONE {
        fill(column, words, &|name, word| without_currency(name) == word);
    }
    // `Order date` is a date, and no order.
    for (column, words) in ENDS {
        fill(column, words, &|name, word| is_last(name, word) && !is_about_to_be(name));
    }
    for (column, words) in WORDS {
        let is_other = |name: &str| column == Column::About && NO_ABOUT.iter().any(|word| is_last(name, word));
        fill(column, words, &|name, word| is_called(name, word) && !is_other(name) && !is_about_to_be(name));
    }
    let ends = |place: &usize| ends_as_amount(&names[*place]) && may_be(Column::Amount, place);
    let amounts: Vec<usize> = (0..names.len()).filter(ends).collect();
    // An amount that is due has not been paid, unless it is the only one in the file.
    for is_due in [false, true] {
        if !columns.has_amounts() {
            let is_so = |place: &&usize| is_about_to_be(&names[**place]) == is_due;
            amounts.iter().filter(is_so).for_each(|place| columns.fill(Column::Amount, *place));
        }
    }
    // If a fee is the only amount, it is what was billed: `Consulting fee`.
    let is_beside = |fee: usize| (0..names.len()).any(|place| place != fee && may_be(Column::Amount, &place));
    for place in (0..names.len()).filter(|place| ends_as_fee(&headings[*place]) && may_be(Column::Fee, place)) {
        if columns.has_amounts() || is_beside(place) {
            columns.fill(Column::Fee, place);
        }
    }
    // Beside a tax, net is before the tax, and not after a fee.
    if names.iter().any(|name| is_tax(name)) && columns.get(Column::Fee).is_none() {
        let net = columns.get(Column::Net).filter(|_| columns.has_only_net());
        columns = columns.with(Column::Net, None);
        if let Some(net) = net {
            columns.fill(Column::Amount, net);
        }
    }
    // An amount that arrived in another currency shows nothing about a fee.
    let currency = |column: Column| columns.get(column).and_then(|place| currency_in(&headings[place]));
    if let (Some(billed), Some(arrived)) = (currency(Column::Amount), currency(Column::Net))
        && billed != arrived
    {
        columns = columns.with(Column::Net, None);
    }
    columns
}

/// Takes a column called `Paid` with nothing but words such as `yes` for the status.
fn paid_or_not<'a>(columns: &mut Columns, headings: &[String], cells: &dyn Fn(usize) -> Vec<&'a str>) {
    const PAID: [&str; 6] = ["paid", "bezahlt", "payé", "pagado", "pago", "pagato"];
    let is_word = |cell: &&str| number::read(cell, DecimalMark::Point) == number::Cell::Unclear;
    let found = headings.iter().position(|heading| PAID.contains(&plain(heading).as_str()));
    if let Some(place) = found.filter(|place| !cells(*place).is_empty() && cells(*place).iter().all(is_word)) {
        columns.fill(Column::Status, place);
    }
}

/// Takes a column with nothing but `Dr` and `Cr`, or the like, for the direction of the money, whatever its heading.
fn in_or_out<'a>(columns: &mut Columns, width: usize, cells: &dyn Fn(usize) -> Vec<&'a str>) {
    let Some(place) = (0..width).find(|place| are_directions(&cells(*place))) else { return };
    let is_here = |column: &Column| columns.get(*column) == Some(place);
    if let Some(column) = Column::ALL.into_iter().find(is_here) {
        *columns = columns.with(column, None);
    }
    columns.fill(Column::Direction, place);
}

/// A number below a thousand million that is written in digits alone, without its sign.
fn bare(cell: &str) -> Option<i64> {
    let digits = cell.trim_matches(|char: char| !char.is_ascii_digit());
    (digits.len() < 10).then(|| digits.parse().ok()).flatten()
}

/// Whether a column is the same share of a larger one in each row, but for rounding: a fee, the rest after it, hours at a rate.
fn is_share(whole: &[i64], part: &[i64]) -> bool {
    let (Some(first), Some(its_part)) = (whole.first(), part.first()) else { return false };
    let are_alike =
        |(whole, part): (&i64, &i64)| part < whole && 2 * (part * first - its_part * whole).abs() <= first + whole;
    let varies = |numbers: &[i64], first: &i64| numbers.iter().any(|other| other != first);
    whole.len() == part.len() && varies(whole, first) && varies(part, its_part) && whole.iter().zip(part).all(are_alike)
}

/// Whether two columns add up to a third one: a fee and the rest of an amount.
fn are_parts(whole: &[i64], one: &[i64], other: &[i64]) -> bool {
    let adds_up = |((whole, one), other): ((&i64, &i64), &i64)| *whole == one + other;
    let is_any = other.iter().any(|number| *number != 0);
    let are_as_long = whole.len() == one.len() && whole.len() == other.len();
    are_as_long && is_any && whole.iter().zip(one).zip(other).all(adds_up)
}

/// Whether at least eight of ten cells have a quality.
fn mostly(cells: &[&str], has: &dyn Fn(&str) -> bool) -> bool {
    !cells.is_empty() && cells.iter().filter(|cell| has(cell)).count() * 10 >= cells.len() * 8
}

/// Finds the date by the contents of the columns, if no heading names it.
fn date_by_content<'a>(columns: &mut Columns, width: usize, cells: &dyn Fn(usize) -> Vec<&'a str>) {
    let is_day = |cell: &str| Written::read(cell).is_some();
    if let Some(place) = (0..width).find(|place| !columns.has(*place) && mostly(&cells(*place), &is_day)) {
        columns.fill(Column::Date, place);
    }
}

/// Finds the amounts by the contents of the columns, if no heading names them.
fn amount_by_content<'a>(
    columns: &mut Columns,
    width: usize,
    may_be_money: &dyn Fn(usize) -> bool,
    is_other_number: &dyn Fn(usize) -> bool,
    cells: &dyn Fn(usize) -> Vec<&'a str>,
) {
    if columns.has_amounts() {
        return;
    }
    // `F12` and `Q1` are names of something.
    let has_name = |cell: &str| {
        let mut chars = cell.chars();
        let [first, second] = [chars.next(), chars.next()].map(|char| char.unwrap_or(' '));
        first.is_ascii_alphabetic() && !matches!(first, 'R' | 'r') && second.is_ascii_digit()
    };
    let is_number =
        |cell: &str| !has_name(cell) && matches!(number::read(cell, DecimalMark::Point), number::Cell::Number(_));
    // Cents or a sign of a currency are surer than a bare number.
    let is_money = |cell: &str| {
        is_number(cell) && (cell.contains(['.', ',']) || cell.chars().any(|char| !char.is_ascii_digit() && char != '-'))
    };
    let is_free = |place: &usize| !columns.has(*place) && may_be_money(*place);
    let is_numeric = |place: usize| !is_other_number(place) && mostly(&cells(place), &is_number);
    let place = (0..width).find(|place| is_free(place) && mostly(&cells(*place), &is_money));
    let numbers: Vec<usize> = (0..width).filter(|place| is_free(place) && is_numeric(*place)).collect();
    let place = place.or_else(|| {
        let read = |place: usize| cells(place).into_iter().filter_map(bare).collect::<Vec<_>>();
        let last = *numbers.last()?;
        let part = read(last);
        let others = || numbers.iter().filter(|place| **place != last).map(|place| (*place, read(*place)));
        let is_rest = |whole: &[i64]| others().any(|(_, rest)| are_parts(whole, &part, &rest));
        let is_whole = |whole: &[i64]| is_share(whole, &part) || is_rest(whole);
        let whole = others().find(|(_, whole)| is_whole(whole)).map(|(place, _)| place);
        Some(whole.unwrap_or(last))
    });
    if let Some(place) = place {
        columns.fill(Column::Amount, place);
    }
}

/// Finds the client by the contents of the columns, if no heading names one.
fn client_by_content<'a>(
    columns: &mut Columns,
    width: usize,
    is_no_client: &dyn Fn(usize) -> bool,
    cells: &dyn Fn(usize) -> Vec<&'a str>,
) {
    if columns.get(Column::Client).is_some() {
        return;
    }
    let is_name = |cell: &str| {
        cell.chars().any(is_letter)
            && Written::read(cell).is_none()
            && number::read(cell, DecimalMark::Point) == number::Cell::Unclear
    };
    let repeats = |place: usize| {
        let names = cells(place);
        let is_seen = |(at, name): (usize, &&str)| names.iter().take(at).any(|other| other == name);
        let first = names.first();
        names.iter().any(|name| Some(name) != first) && names.iter().enumerate().any(is_seen)
    };
    let is_short = |place: usize| cells(place).iter().all(|name| name.chars().count() <= LONGEST_NAME);
    // `CET` or `EUR` in every row is no client.
    let is_code = |place: usize| {
        let names = cells(place);
        let is_capitals = |name: &str| name.len() <= 5 && name.bytes().all(|byte| byte.is_ascii_uppercase());
        names.len() > 1 && names.iter().all(|name| is_capitals(name) && Some(name) == names.first())
    };
    let may_be = |place: &usize| {
        !columns.has(*place) && !is_no_client(*place) && !is_code(*place) && mostly(&cells(*place), &is_name)
    };
    let names: Vec<usize> = (0..width).filter(may_be).collect();
    // Names that come again are surely clients'.
    let place = names.iter().find(|place| repeats(**place)).or(names.iter().find(|place| is_short(**place)));
    if let Some(place) = place {
        columns.fill(Column::Client, *place);
    }
}
