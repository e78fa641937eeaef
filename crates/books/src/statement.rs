//! What was paid, by whom, and what was taken of it? Row by row, as a file arrives; then the rows that belong together.

use std::borrow::Cow;

use engine::amount::{Currency, Money, Rate};
use engine::fees::Platform;
use engine::scenario::{DecimalMark, split_at_text, visible};
use time::Date;

use crate::cells::{Broken, Cells, Kept, Row, delimiter};
use crate::column::{Column, Columns, plain};
use crate::date::{Order, Written, is_month};
use crate::in_force::{UsualFee, in_force};
use crate::known::{Known, in_order, key, place, spaced};
use crate::layout::{Head, Marks, Sample, currency_in};
use crate::number::{self, Cell, Clue};
use crate::paid::{Client, Paid, Returned, Walk};
use crate::services::{RowKind, Service, converts, described, find, kind_of, may_be_credit};

/// How much of a text has to be there, in bytes, before its layout is looked for.
const BEGINNING: usize = 32 * 1_024;

/// How many rows of the beginning are looked at.
const SAMPLES: usize = 200;

/// How many rows a file may have. It bounds the memory.
pub const MOST_ROWS: usize = 100_000;

/// What a reader says about a file, where that is not left to its layout.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Where each column is.
    pub columns: Option<Columns>,
    /// Which of two numbers in a date is the day.
    pub order: Option<Order>,
    /// The decimal mark.
    pub mark: Option<DecimalMark>,
    /// Which of several currencies counts.
    pub currency: Option<Currency>,
    /// Whose fee was taken, if the file of no known service says only what arrived.
    pub platform: Option<&'static Platform>,
    /// The rate where that fee leaves it open.
    pub rate: Rate,
}

/// What probably holds where a file says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usual {
    /// The currency.
    pub currency: Currency,
    /// The decimal mark.
    pub mark: DecimalMark,
}

/// One row that was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The line on which it is.
    pub line: u32,
    /// What it is.
    pub kind: RowKind,
    /// When it was, if the file has dates.
    pub day: Option<Date>,
    /// Who paid, if that is said.
    pub client: Option<Client>,
    /// In which currency.
    pub currency: Currency,
    /// How much, below zero if it was taken.
    pub amount: Money,
    /// What the same row says was taken as a fee, below zero if it was given back.
    pub fee: Option<Money>,
}

/// A row that does not count, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The line on which it is.
    pub line: u32,
    /// Why.
    pub why: Why,
}

/// Why a row does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It did not happen, or not yet: its status.
    Status(String),
    /// It has no amount, or nothing.
    NoAmount,
    /// Its amount is not a number.
    Amount(String),
    /// Its amount has more decimals than its currency, or is beyond all bounds.
    Finer(String),
    /// Its date is not a day.
    Day(String),
    /// It has another number of cells than the headings.
    Cells {
        /// How many.
        found: usize,
        /// And how many the headings have.
        expected: usize,
    },
    /// It changes one currency into another, or only holds money back for a while.
    NotPaid,
    /// It is the sum of other rows.
    Total,
    /// It is in another currency than what is looked at.
    Currency(Currency),
    /// It takes money out for something that is neither a fee, nor tax, nor a withdrawal.
    MoneyOut(Money),
    /// It is beyond the most rows that are read.
    TooMany,
}

/// What else a file has, each as a sum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// Fees of which nothing says what they were taken for.
    pub loose_fees: Money,
    /// Money given back of which nothing says what it was paid for.
    pub loose_refunds: Money,
    /// Taxes, on fees or kept back.
    pub taxes: Money,
    /// Money taken to a bank.
    pub withdrawn: Money,
    /// And the fees for that.
    pub withdrawal_fees: Money,
    /// Memberships, bids and the like.
    pub spent: Money,
}

/// What a file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// How it is laid out.
    pub head: Head,
    /// The order of numbers in its dates, and whether any date decides it.
    pub order: (Order, bool),
    /// How many amounts could be read in two ways.
    pub unclear: u32,
    /// The currency that was looked at.
    pub currency: Currency,
    /// How many payments there are in each currency.
    pub currencies: Vec<(Currency, u32)>,
    /// The clients' names.
    pub clients: Vec<String>,
    /// The rows that were understood, as they are in the file.
    pub entries: Vec<Entry>,
    /// The rows that were not, or that do not count.
    pub left_out: Vec<LeftOut>,
    /// The payments from the first day on.
    pub payments: Vec<Paid>,
    /// Those of which everything was given back, each with how many of the others came before it.
    undone: Vec<(usize, Paid)>,
    /// What else there is.
    pub sums: Sums,
    /// By whose fee the payments were worked out from what arrived, if the file does not say them.
    pub worked_out: Option<&'static Platform>,
    /// Of how many payments that could not be done, so that what arrived counts as billed.
    pub not_worked_out: u32,
    /// Where the file breaks off, if it does.
    pub broken: Option<Broken>,
}

impl Statement {
    /// Whether there were payments, all of which were given back.
    pub fn is_undone(&self) -> bool {
        self.payments.is_empty() && !self.undone.is_empty()
    }

    /// All payments from the first day on, for what had been billed before each: those of which everything was given back as well.
    pub fn history(&self) -> Cow<'_, [Paid]> {
        if self.undone.is_empty() {
            return Cow::Borrowed(&self.payments);
        }
        let mut history = Vec::with_capacity(self.payments.len() + self.undone.len());
        let mut from = 0;
        for (at, paid) in &self.undone {
            history.extend_from_slice(&self.payments[from..*at]);
            history.push(*paid);
            from = *at;
        }
        history.extend_from_slice(&self.payments[from..]);
        Cow::Owned(history)
    }
}

/// A row before it is known what belongs to it.
struct Parsed {
    entry: Entry,
    written: Option<Written>,
    /// What names it, as a key.
    id: Option<[u64; 2]>,
    /// What it belongs to may have these names, the surer one first.
    names: [Option<[u64; 2]>; 2],
    /// What its row says was given back of it.
    returned: Money,
    /// Whether the amount is what arrived, and nothing says of how much.
    is_net: bool,
    /// Whether it counts as a credit note only if its client has paid.
    is_credit: bool,
}

/// What a row says in its columns for money.
struct Amounts {
    /// What was billed, or came in or went out.
    amount: Money,
    /// What was given back of it.
    returned: Money,
    /// What was taken of it, as its service writes it.
    fee: Option<Money>,
}

/// A file that is being read.
pub struct Reading {
    settings: Settings,
    usual: Usual,
    /// What has arrived before the layout is known.
    beginning: String,
    running: Option<(Cells, Rows)>,
    broken: Option<Broken>,
}

/// What its rows say so far.
struct Rows {
    head: Head,
    settings: Settings,
    usual: Usual,
    known: Known,
    clients: Vec<String>,
    found: Vec<Parsed>,
    left_out: Vec<LeftOut>,
    unclear: u32,
    /// How amounts are written, and the rows with one that is read by what most of them have.
    marks: Marks,
    undecided: Vec<Kept>,
}

impl Reading {
    /// Nothing has arrived yet.
    pub fn new(settings: Settings, usual: Usual) -> Reading {
        Reading { settings, usual, beginning: String::new(), running: None, broken: None }
    }

    /// Takes the next piece of the text. Returns whether there is any sense in reading on.
    pub fn take(&mut self, piece: &str) -> bool {
        if self.running.is_some() {
            self.split(piece);
        } else {
            self.beginning.push_str(piece);
            if self.beginning.len() >= BEGINNING {
                self.begin();
            }
        }
        self.broken.is_none()
    }

    /// Finds the layout, and reads what has arrived.
    fn begin(&mut self) {
        let beginning = std::mem::take(&mut self.beginning);
        let delimiter = delimiter(&beginning);
        let mut samples: Vec<Sample> = vec![];
        let mut cells = Cells::split_at(delimiter);
        // The last row may not be whole, and what is broken is found again.
        let _ = cells.take(&beginning, &mut |row| {
            if samples.len() < SAMPLES && !row.is_empty() {
                samples.push((row.line, row.cells().map(clean).collect()));
            }
        });
        if samples.is_empty() {
            let _ = cells.end(&mut |row| samples.push((row.line, row.cells().map(clean).collect())));
        }
        let mut head = Head::of(&samples, self.usual.mark);
        if let Some(columns) = self.settings.columns {
            head.columns = columns;
        }
        head.mark = self.settings.mark.unwrap_or(head.mark);
        let rows = Rows {
            head,
            settings: self.settings,
            usual: self.usual,
            known: Known::default(),
            clients: vec![],
            found: vec![],
            left_out: vec![],
            unclear: 0,
            marks: Marks::default(),
            undecided: vec![],
        };
        self.running = Some((Cells::split_at(delimiter), rows));
        self.split(&beginning);
    }

    fn split(&mut self, piece: &str) {
        if let Some((cells, rows)) = &mut self.running
            && self.broken.is_none()
        {
            self.broken = cells.take(piece, &mut |row| rows.add(row)).err();
        }
    }

    /// Ends the text.
    ///
    /// # Panics
    ///
    /// Never: what has not begun begins here.
    pub fn end(mut self) -> Statement {
        if self.running.is_none() {
            // A last line need not end.
            self.beginning.push('\n');
            self.begin();
        }
        let Some((cells, mut rows)) = self.running else { panic!("it has begun") };
        let broken = self.broken.or_else(|| cells.end(&mut |row| rows.add(row)).err());
        rows.statement(broken)
    }
}

fn clean(cell: &str) -> String {
    let cell = visible(cell);
    let (mut clean, mut rest) = (String::new(), cell.trim());
    // Some files are written as pages are.
    while let Some((before, after)) = split_at_text(rest, "&amp;") {
        clean.extend([before, "&"]);
        rest = after;
    }
    clean + rest
}

/// The last long number in a text: `Service fee for fixed price - Ref ID 123456789`.
fn number_in(text: &str) -> Option<&str> {
    text.split(|char: char| !char.is_ascii_alphanumeric())
        .rfind(|word| word.len() >= 6 && word.bytes().any(|byte| byte.is_ascii_digit()))
}

impl Rows {
    fn add(&mut self, row: Row) {
        if row.line <= self.head.line || row.is_empty() {
            return;
        }
        if self.settings.mark.is_none() {
            let amounts = Column::MONEY.iter().filter_map(|column| self.head.columns.get(*column));
            let clues: Vec<Clue> = amounts.map(|at| number::clue(row.cell(at))).collect();
            for clue in &clues {
                self.marks.see(*clue);
            }
            if clues.contains(&Clue::Unclear) && self.undecided.len() < MOST_ROWS {
                self.undecided.push(row.kept());
            }
        }
        let line = row.line;
        let read = if self.found.len() + self.left_out.len() < MOST_ROWS { self.read(row) } else { Err(Why::TooMany) };
        match read {
            Ok(found) => self.found.push(found),
            // One is enough to say so.
            Err(Why::TooMany) if self.left_out.last().is_some_and(|last| last.why == Why::TooMany) => {}
            Err(why) => self.left_out.push(LeftOut { line, why }),
        }
    }

    fn read(&mut self, row: Row) -> Result<Parsed, Why> {
        let columns = self.head.columns;
        let cell = |column: Column| columns.get(column).map_or("", |at| row.cell(at));
        let expected = self.head.headings.len();
        // A comma inside a number that nobody quoted makes one cell more, and moves all that follow.
        let is_short = row.len() < expected
            && Column::ALL.iter().any(|column| columns.get(*column).is_some_and(|at| at >= row.len()));
        if is_short || (expected..row.len()).any(|at| !row.cell(at).is_empty()) {
            return Err(Why::Cells { found: row.len(), expected });
        }
        let service = self.head.service;
        if let Some(status) = Some(cell(Column::Status)).filter(|status| !is_done(service, status)) {
            return Err(Why::Status(clean(status)));
        }
        let currency = self.currency(cell(Column::Currency), cell(Column::Amount));
        let Amounts { amount, returned, fee } = self.amounts(&cell, currency)?;
        let (word, about) = (cell(Column::Kind), cell(Column::About));
        let plain_word = plain(word);
        let kind = kind_of(service, &plain_word, &plain(about), amount);
        // `Total 2025` and `Subtotal January` are, `Total Design` is a client.
        let is_total = |column: Column| {
            let text = plain(cell(column));
            let mut rests = TOTALS.iter().filter_map(|word| text.strip_prefix(word));
            rests.any(|rest| rest.is_empty() || rest.starts_with(' ') && rest.split(' ').all(is_time))
        };
        if service == Service::Other && [Column::Client, Column::About, Column::Kind].into_iter().any(is_total) {
            return Err(Why::Total);
        }
        let is_ignored = service.ignores(&plain_word, &plain(cell(Column::Status)));
        let writes_conversions = matches!(service, Service::Payoneer | Service::Wise);
        if is_ignored || converts(word) || writes_conversions && converts(about) || kind == RowKind::NotPaid {
            return Err(Why::NotPaid);
        }
        let is_credit =
            kind == RowKind::MoneyOut && may_be_credit(service, &plain_word) && !cell(Column::Client).is_empty();
        if kind == RowKind::MoneyOut && !is_credit {
            return Err(Why::MoneyOut(amount));
        }
        let kind = if is_credit { RowKind::Refund } else { kind };
        let written = match cell(Column::Date) {
            "" if columns.get(Column::Date).is_none() => None,
            text => Some(Written::read(text).or_else(|| Written::serial(text)).ok_or_else(|| Why::Day(clean(text)))?),
        };
        let [payer, project] = described(service, if about.is_empty() { word } else { about });
        let client = self.client(if cell(Column::Client).is_empty() { payer } else { cell(Column::Client) });
        // Where a refund that comes in was won back, its fee is taken again.
        let given_back = kind == RowKind::Refund && (amount < Money::ZERO || service != Service::PayPal);
        let taken = |fee: Money| if given_back { -fee.abs() } else { fee.abs() };
        let fee = if service.signs_fees() { fee } else { fee.map(taken) };
        let entry = Entry { line: row.line, kind, day: None, client, currency, amount, fee };
        // `TRANSFER-123456` is 123456 elsewhere.
        let as_name = |text: &str| (!text.is_empty()).then(|| key(number_in(text).unwrap_or(text)));
        let is_net = entry.fee.is_none() && columns.has_only_net();
        let id = as_name(cell(Column::Id));
        let names = match cell(Column::Belongs) {
            // A number in what people write may be any.
            "" if project.is_empty() => [id, number_in(about).and_then(as_name)],
            "" => [as_name(project), id],
            belongs => [as_name(belongs), id],
        };
        Ok(Parsed { entry, written, id, names, returned, is_net, is_credit })
    }

    fn currency(&self, named: &str, amount: &str) -> Currency {
        let named = named.parse().ok().or_else(|| currency_in(named));
        // An amount's own sign or code takes precedence over the heading's.
        let of_all = self.head.service.currency();
        let found = named.or(of_all).or_else(|| currency_in(amount)).or(self.head.currency);
        // Yuan and yen have the same sign.
        let is_yuan = self.usual.currency.code() == "CNY" && amount.chars().any(|char| matches!(char, '¥' | '￥'));
        found.filter(|_| !is_yuan).unwrap_or(self.usual.currency)
    }

    fn amounts<'a>(&mut self, cell: &dyn Fn(Column) -> &'a str, currency: Currency) -> Result<Amounts, Why> {
        let mark = self.head.mark;
        let mut money = |column: Column| -> Result<Option<Money>, Why> {
            let text = cell(column);
            // Where there are no cents, a mark separates thousands.
            let is_unclear = number::clue(text) == Clue::Unclear;
            let is_whole = is_unclear && currency.digits() == 0;
            match if is_whole { number::read_whole(text) } else { number::read(text, mark) } {
                Cell::Empty => Ok(None),
                Cell::Unclear => Err(Why::Amount(clean(text))),
                Cell::Number(number) => {
                    self.unclear += u32::from(is_unclear && !is_whole);
                    let amount = currency.amount(number.abs()).ok_or_else(|| Why::Finer(clean(text)))?;
                    Ok(Some(if number.is_sign_negative() { -amount } else { amount }))
                }
            }
        };
        let fee = money(Column::Fee)?;
        let returned = money(Column::Returned)?.unwrap_or_default().abs();
        let amount = match (money(Column::Amount)?, money(Column::Credit)?, money(Column::Debit)?) {
            (Some(amount), _, _) => Some(amount),
            (None, None, None) => {
                let net = money(Column::Net)?;
                // Before the fee it was more.
                net.map(|net| if net < Money::ZERO { net } else { net + fee.unwrap_or_default().abs() })
            }
            (None, credit, debit) => Some(credit.unwrap_or_default() - debit.unwrap_or_default().abs()),
        };
        let Some(amount) = amount.filter(|amount| *amount != Money::ZERO) else { return Err(Why::NoAmount) };
        // What is missing between both is the fee.
        let missing = |net: Money| Some(amount - net).filter(|fee| amount > Money::ZERO && *fee >= Money::ZERO);
        let is_own = self.head.service == Service::Other && !self.head.columns.has_only_net();
        let fee = match fee {
            None if is_own && cell(Column::Fee).is_empty() => money(Column::Net).ok().flatten().and_then(missing),
            fee => fee,
        };
        Ok(Amounts { amount, returned, fee })
    }

    /// Decides by all amounts what the beginning of the file may not have had: the decimal mark.
    fn settle_mark(&mut self) {
        let Some(mark) = self.marks.most() else { return };
        self.head.is_mark_sure = true;
        if self.settings.mark.is_some() || mark == self.head.mark {
            return;
        }
        self.head.mark = mark;
        self.settings.mark = Some(mark);
        let again = std::mem::take(&mut self.undecided);
        let is_again = |line: u32| again.binary_search_by_key(&line, |kept| kept.row().line).is_ok();
        self.found.retain(|found| !is_again(found.entry.line));
        self.left_out.retain(|left| !is_again(left.line));
        self.unclear = 0;
        for kept in &again {
            self.add(kept.row());
        }
        let by_line = in_order(self.found.iter().map(|found| found.entry.line.into()));
        let mut found: Vec<Option<Parsed>> = std::mem::take(&mut self.found).into_iter().map(Some).collect();
        self.found = by_line.into_iter().filter_map(|at| found[at].take()).collect();
    }

    /// Leaves out a last row that nobody's name or day belongs to, and that is the sum of the others, in a reader's own file.
    fn leave_out_total(&mut self) {
        let Some((last, before)) = self.found.split_last() else { return };
        let is_bare = self.head.service == Service::Other && last.entry.client.is_none() && last.written.is_none();
        let sum = before.iter().map(|found| found.entry.amount).sum::<Money>();
        let others_have_more = before.iter().any(|found| found.entry.client.is_some() || found.written.is_some());
        if is_bare && others_have_more && before.len() > 1 && sum == last.entry.amount {
            self.left_out.push(LeftOut { line: last.entry.line, why: Why::Total });
            self.found.pop();
        }
    }

    /// Leaves out supposed credit notes for people who have never paid.
    fn leave_out_spending(&mut self) {
        let place = |found: &Parsed| found.entry.client.map_or(usize::MAX, |client| client.0 as usize);
        let mut has_paid = vec![false; self.clients.len()];
        for found in self.found.iter().filter(|found| found.entry.kind.is_payment()) {
            if let Some(has_paid) = has_paid.get_mut(place(found)) {
                *has_paid = true;
            }
        }
        let is_kept = |found: &Parsed| !found.is_credit || has_paid.get(place(found)) == Some(&true);
        let (found, spent): (Vec<Parsed>, Vec<Parsed>) = std::mem::take(&mut self.found).into_iter().partition(is_kept);
        self.found = found;
        let why = |entry: &Entry| LeftOut { line: entry.line, why: Why::MoneyOut(entry.amount) };
        self.left_out.extend(spent.iter().map(|found| why(&found.entry)));
    }

    fn client(&mut self, name: &str) -> Option<Client> {
        let name = spaced(&clean(name), |char| (!char.is_whitespace()).then_some(char));
        if name.is_empty() {
            return None;
        }
        let client = self.known.text(&name, self.clients.len());
        if client == self.clients.len() {
            self.clients.push(name);
        }
        u32::try_from(client).ok().map(Client)
    }

    fn statement(mut self, broken: Option<Broken>) -> Statement {
        self.settle_mark();
        self.leave_out_total();
        self.leave_out_spending();
        let order = self.order();
        self.date(order.0);
        let service = self.head.service;
        let platform = service.platform().or(self.settings.platform);
        let is_net = |found: &&Parsed| found.is_net && found.entry.kind.is_payment();
        let nets = u32::try_from(self.found.iter().filter(is_net).count()).unwrap_or(u32::MAX);
        let not_worked_out = platform.map_or(nets, |platform| self.work_out(platform));
        let worked_out = platform.filter(|_| not_worked_out < nets);
        let currencies = self.currencies();
        let currency = self.settings.currency.or(currencies.first().map(|(currency, _)| *currency));
        let currency = currency.unwrap_or(self.usual.currency);
        let (found, others): (Vec<Parsed>, Vec<Parsed>) =
            self.found.into_iter().partition(|found| found.entry.currency == currency);
        let mut left_out = self.left_out;
        left_out.extend(
            others.iter().map(|other| LeftOut { line: other.entry.line, why: Why::Currency(other.entry.currency) }),
        );
        let by_line = in_order(left_out.iter().map(|left| left.line.into()));
        let left_out = by_line.into_iter().map(|at| left_out[at].clone()).collect();
        let (payments, undone, sums) = belonging(&found, service);
        Statement {
            head: self.head,
            order,
            unclear: self.unclear,
            currency,
            currencies,
            clients: self.clients,
            entries: found.iter().map(|found| found.entry).collect(),
            left_out,
            payments,
            undone,
            sums,
            worked_out,
            not_worked_out,
            broken,
        }
    }

    /// Replaces net amounts by gross ones, by a platform's fees. Returns for how many payments that was not possible.
    fn work_out(&mut self, platform: &Platform) -> u32 {
        let mut walk = Walk::default();
        let mut fees: Vec<(&str, Currency, Option<UsualFee>)> = vec![];
        let mut billed = |walk: &Walk, entry: &Entry, arrived: Money| {
            let Entry { currency, day, .. } = *entry;
            let (schedule, _) = in_force(platform, day)?;
            let known = fees.iter().position(|(id, of, _)| (*id, *of) == (schedule.id, currency));
            let at = known.unwrap_or_else(|| {
                let fee = schedule.fee_in(currency).and_then(|fee| UsualFee::of(fee, currency, self.settings.rate));
                fees.push((schedule.id, currency, fee));
                fees.len() - 1
            });
            fees[at].2.as_ref()?.billed(walk, &paid(entry), arrived, currency.max())
        };
        // What is cancelled was more before the fee, too: as much as the payment of that client of which as much arrived.
        let mut earlier: Vec<(Option<Client>, Money, Money)> = vec![];
        let mut failed = 0;
        for at in chronological(&self.found) {
            let Parsed { entry, is_net: true, .. } = &mut self.found[at] else { continue };
            let (client, arrived) = (entry.client, entry.amount.abs());
            if entry.kind == RowKind::Refund {
                let is_same = |other: &(Option<Client>, Money, Money)| (other.0, other.1) == (client, arrived);
                let start = earlier.len().saturating_sub(BEFORE);
                let same = earlier[start..].iter().rposition(is_same).map(|at| earlier.remove(start + at).2);
                let gross = same.or_else(|| billed(&Walk::default(), entry, arrived));
                entry.amount = -gross.unwrap_or(arrived);
            } else if entry.kind.is_payment() {
                match billed(&walk, entry, arrived) {
                    Some(gross) => entry.amount = gross,
                    None => failed += 1,
                }
                walk.go_on(&paid(entry));
                earlier.push((client, arrived, entry.amount));
            }
        }
        failed
    }

    /// The order of numbers in dates: what the reader says, or else what most dates say that have only one.
    fn order(&self) -> (Order, bool) {
        let orders: Vec<Order> = self.found.iter().filter_map(|found| found.written?.order()).collect();
        let day_first = orders.iter().filter(|order| **order == Order::DayFirst).count();
        let is_open = self.found.iter().any(|found| matches!(found.written, Some(Written::Numbers(..))));
        let found = match orders.len() {
            0 => self.head.order,
            all if day_first * 2 > all => Order::DayFirst,
            _ => Order::MonthFirst,
        };
        (self.settings.order.unwrap_or(found), !is_open || !orders.is_empty())
    }

    /// Decides the days; a row that has none is left out.
    fn date(&mut self, order: Order) {
        let left_out = &mut self.left_out;
        self.found.retain_mut(|found| {
            let Some(written) = found.written else { return true };
            found.entry.day = written.day(order);
            if found.entry.day.is_none()
                && let Written::Numbers([first, second], year) = written
            {
                let why = Why::Day(format!("{first}/{second}/{year}"));
                left_out.push(LeftOut { line: found.entry.line, why });
            }
            found.entry.day.is_some()
        });
    }

    /// The currencies by how many payments they have, the most first.
    fn currencies(&self) -> Vec<(Currency, u32)> {
        let mut currencies: Vec<(Currency, u32)> = vec![];
        for found in self.found.iter().filter(|found| found.entry.kind.is_payment()) {
            match currencies.iter_mut().find(|(currency, _)| *currency == found.entry.currency) {
                Some((_, count)) => *count += 1,
                None => currencies.push((found.entry.currency, 1)),
            }
        }
        let order = in_order(currencies.iter().map(|(_, count)| -i64::from(*count)));
        order.into_iter().map(|at| currencies[at]).collect()
    }
}

// What a row of sums or balances is called, in a reader's own file.
const TOTALS: [&str; 21] = [
    "total",
    "totals",
    "grand total",
    "subtotal",
    "sum",
    "summe",
    "gesamt",
    "gesamtsumme",
    "zwischensumme",
    "totale",
    "total général",
    "total general",
    "opening balance",
    "closing balance",
    "starting balance",
    "ending balance",
    "balance brought forward",
    "anfangssaldo",
    "endsaldo",
    "saldo",
    "solde",
];

// How the status of what has not happened begins, or not yet, in small letters and in the languages of the known services.
const NOT_DONE: [&str; 32] = [
    "uncaptured",
    "pend",
    "denied",
    "fail",
    "cancel",
    "expired",
    "declined",
    "unclaimed",
    "rejected",
    "draft",
    "open",
    "unpaid",
    "processing",
    "in progress",
    "uncollected",
    "blocked",
    "voided",
    "on hold",
    "held",
    "requires",
    "error",
    "incomplete",
    "ausstehend",
    "abgelehnt",
    "storniert",
    "offen",
    "annul",
    "refus",
    "en attente",
    "in sospeso",
    "deneg",
    "recus",
];

// The same of invoices, in a reader's own file.
const NOT_PAID: [&str; 49] = [
    "overdue",
    "past due",
    "due",
    "sent",
    "unsent",
    "viewed",
    "not paid",
    "not yet",
    "no",
    "outstanding",
    "void",
    "await",
    "scheduled",
    "überfällig",
    "unbezahlt",
    "nicht",
    "entwurf",
    "versendet",
    "to be paid",
    "yet to be",
    "written off",
    "bad debt",
    "waiting",
    "quote",
    "rascunho",
    "enviad",
    "inviat",
    "envoyé",
    "impay",
    "non pay",
    "non pagat",
    "à payer",
    "en retard",
    "brouillon",
    "impaga",
    "sin pagar",
    "vencid",
    "anulad",
    "borrador",
    "da pagare",
    "scadut",
    "bozza",
    "não",
    "em aberto",
    "atrasad",
    "fällig",
    "gemahnt",
    "noch nicht",
    "zahlung ausstehend",
];

// The same, where the status is nothing else.
const NOT_PAID_ALONE: [&str; 4] = ["n", "false", "late", "invoiced"];

/// Whether a word is a time that sums are made of: `2025`, `January`, `Q1`, `year`; or nothing.
fn is_time(word: &str) -> bool {
    let is_named = ["year", "month", "quarter", "week", "jahr", "monat", "quartal", "for", "of", "the"].contains(&word);
    is_named || word.trim_start_matches('q').bytes().all(|byte| byte.is_ascii_digit()) || is_month(word)
}

/// Whether an entry with that status has happened.
fn is_done(service: Service, status: &str) -> bool {
    let status = plain(status);
    // `no` is no `note`.
    let is_unpaid = |word: &&str| find(&status, word) == Some(0);
    !NOT_DONE.iter().any(|start| status.starts_with(start))
        && (service != Service::Other || !NOT_PAID.iter().any(is_unpaid) && !NOT_PAID_ALONE.contains(&status.as_str()))
}

/// The positions of rows from the first day on.
fn chronological(found: &[Parsed]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..found.len()).collect();
    let days = || found.iter().filter_map(|found| found.entry.day);
    // In a file that begins with the last day, what is lower was earlier.
    if days().next() > days().next_back() {
        order.reverse();
    }
    let day = |at: &usize| found[*at].entry.day.map_or(0, |day| day.to_julian_day().into());
    in_order(order.iter().map(day)).into_iter().map(|at| order[at]).collect()
}

/// The payments from the first day on, each with the fees and refunds that belong to it, and what belongs to none.
fn belonging(found: &[Parsed], service: Service) -> (Vec<Paid>, Vec<(usize, Paid)>, Sums) {
    let order: Vec<&Parsed> = chronological(found).into_iter().map(|at| &found[at]).collect();
    // In some files what is taken has no sign, and in readers' own ones perhaps only some kinds of it.
    let is_signed = |found: &Parsed| found.entry.amount < Money::ZERO;
    let is_alike = matches!(service, Service::PayPal | Service::Stripe)
        || service != Service::Other && found.iter().any(is_signed);
    let has_signs = |kind: RowKind| is_alike || found.iter().any(|found| found.entry.kind == kind && is_signed(found));
    let signs =
        [RowKind::Refund, RowKind::Fee, RowKind::Tax, RowKind::Withdrawal, RowKind::WithdrawalFee, RowKind::Spending]
            .map(|kind| (kind, has_signs(kind)));
    let has_signs = |kind: RowKind| signs.contains(&(kind, true));
    let taken = |entry: &Entry| if has_signs(entry.kind) { -entry.amount } else { entry.amount };

    let mut ledger = Ledger::default();
    for (at, found) in order.iter().enumerate().filter(|(_, found)| found.entry.kind.is_payment()) {
        ledger.add(at, found);
    }
    let mut sums = Sums::default();
    // What is given back of a fee belongs to what its refund belongs to.
    for found in order.iter().filter(|found| found.entry.kind == RowKind::Refund) {
        let entry = &found.entry;
        // A refund that failed, or a dispute that was won: the payment has again what was given back of it.
        if has_signs(RowKind::Refund) && entry.amount > Money::ZERO {
            match ledger.returned(found, entry.amount) {
                Some(index) => ledger.give_back(index, -entry.amount, found),
                None => sums.loose_refunds = sums.loose_refunds - entry.amount,
            }
            continue;
        }
        let back = entry.amount.abs();
        let equal = ledger.before(found, &|paid| paid.gross == back);
        match equal.or_else(|| ledger.before(found, &|paid| paid.gross >= back)) {
            Some(index) => ledger.give_back(index, back, found),
            None => sums.loose_refunds += back,
        }
    }
    for (at, found) in order.iter().enumerate() {
        let entry = &found.entry;
        match entry.kind {
            // These are done.
            RowKind::Payment | RowKind::Bonus | RowKind::Refund | RowKind::NotPaid | RowKind::MoneyOut => {}
            RowKind::Fee => {
                let fee = taken(entry);
                let place = if fee < Money::ZERO {
                    ledger.before(found, &|paid| paid.taken.is_none_or(|taken| taken >= -fee))
                } else {
                    ledger.beside(at, found)
                };
                match place {
                    Some(index) => ledger.take(index, fee),
                    None => sums.loose_fees += fee,
                }
            }
            RowKind::Tax => sums.taxes += taken(entry),
            RowKind::Withdrawal => sums.withdrawn += taken(entry),
            RowKind::WithdrawalFee => sums.withdrawal_fees += taken(entry),
            RowKind::Spending => sums.spent += taken(entry),
        }
    }
    // The fee on what was given back as a whole may have been kept.
    let mut payments = vec![];
    let mut undone = vec![];
    for paid in ledger.payments {
        if paid.remains() {
            payments.push(paid);
        } else {
            sums.loose_fees += paid.taken.unwrap_or_default();
            undone.push((payments.len(), paid));
        }
    }
    (payments, undone, sums)
}

/// How many payments before and behind a fee are looked at for the one that it belongs to.
const NEAR: usize = 200;

/// How many payments before a refund.
const BEFORE: usize = 2_000;

/// The payments from the first day on, and how to find one.
#[derive(Default)]
struct Ledger {
    payments: Vec<Paid>,
    /// The place of each among all entries.
    places: Vec<usize>,
    /// The numbers of names, and those of each name; those of each client, from one on, after those without one.
    names: Known,
    by_name: Vec<Vec<usize>>,
    by_client: Vec<Vec<usize>>,
}

impl Ledger {
    fn add(&mut self, at: usize, found: &Parsed) {
        let index = self.payments.len();
        let paid = paid(&found.entry);
        let returned = Returned { amount: found.returned, ..Returned::default() };
        self.payments.push(Paid { gross: paid.gross - found.returned, returned, ..paid });
        self.places.push(at);
        for name in found.names.into_iter().flatten() {
            let number = self.names.number(name, self.by_name.len());
            place(&mut self.by_name, number).push(index);
        }
        place(&mut self.by_client, position(paid.client)).push(index);
    }

    fn named(&self, found: &Parsed) -> Option<&Vec<usize>> {
        let mut names = found.names.into_iter().flatten();
        names.find_map(|name| self.by_name.get(self.names.get(name)?))
    }

    /// The payment that a fee was taken for: the nearest of its name, or else of the same client on the same day, that has none.
    /// Where nobody is named it is the row before or behind.
    fn beside(&self, at: usize, found: &Parsed) -> Option<usize> {
        let nearest = |indices: &[usize], is_free: bool| {
            let middle = indices.partition_point(|index| self.places[*index] < at);
            let near = indices.get(middle.saturating_sub(NEAR)..indices.len().min(middle + NEAR)).unwrap_or_default();
            let may = |index: &usize| !is_free || self.payments[*index].taken.is_none();
            near.iter().copied().filter(may).min_by_key(|index| self.places[*index].abs_diff(at))
        };
        if let Some(named) = self.named(found) {
            return nearest(named, true).or_else(|| nearest(named, false));
        }
        let entry = &found.entry;
        let same = self.by_client.get(position(entry.client))?;
        let free = nearest(same, true).filter(|index| self.payments[*index].day == entry.day)?;
        (entry.client.is_some() || self.places[free].abs_diff(at) == 1).then_some(free)
    }

    /// The last payment of the same name, or else of the same client, with at least this much refunded.
    fn returned(&self, found: &Parsed, amount: Money) -> Option<usize> {
        self.before(found, &|paid| paid.returned.amount >= amount)
    }

    /// The last payment of the same name, or else of the same client, that was not made later and fits.
    fn before(&self, found: &Parsed, is: &dyn Fn(&Paid) -> bool) -> Option<usize> {
        let last = |indices: &Vec<usize>| {
            let is_before = |index: &usize| self.payments[*index].day <= found.entry.day;
            let end = indices.partition_point(is_before);
            let near = indices.get(end.saturating_sub(BEFORE)..end).unwrap_or_default();
            near.iter().rev().copied().find(|index| is(&self.payments[*index]))
        };
        self.named(found).and_then(last).or_else(|| self.by_client.get(position(found.entry.client)).and_then(last))
    }

    /// Counts a fee charged or refunded on its own row.
    fn take(&mut self, index: usize, fee: Money) {
        let paid = &mut self.payments[index];
        paid.taken = Some(paid.taken.unwrap_or_default() + fee);
        if fee < Money::ZERO {
            paid.returned.fee = paid.returned.fee - fee;
        }
    }

    /// What a refund gave back of a payment, and what was taken with it as a fee, below zero if that came back, too.
    fn give_back(&mut self, index: usize, amount: Money, refund: &Parsed) {
        if let Some(name) = refund.id {
            let number = self.names.number(name, self.by_name.len());
            place(&mut self.by_name, number).push(index);
        }
        let fee = refund.entry.fee.unwrap_or_default();
        let paid = &mut self.payments[index];
        paid.gross = paid.gross - amount;
        paid.taken = paid.taken.map(|taken| taken + fee);
        let before = paid.returned;
        paid.returned =
            Returned { amount: before.amount + amount, fee: before.fee - fee, day: refund.entry.day.max(before.day) };
    }
}

/// An entry as the payment that it is.
fn paid(entry: &Entry) -> Paid {
    let Entry { line, day, client, amount, fee, .. } = *entry;
    Paid { line, day, client, gross: amount, taken: fee, returned: Returned::default() }
}

/// The position of a client among all, after those without a name.
fn position(client: Option<Client>) -> usize {
    client.map_or(0, |client| client.0 as usize + 1)
}
