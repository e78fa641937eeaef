//! What does each row say? And what do all rows together decide: decimal mark, order of dates, currency?

use engine::amount::{Currency, Money};
use engine::fees::Platform;
use engine::scenario::{is_currency_code, is_letter, split_at_text, visible};

use crate::cells::{Broken, Kept, Row};
use crate::column::{Column, plain};
use crate::date::{Order, Written};
use crate::in_force::{UsualFee, in_force};
use crate::known::{Known, in_order, key, place, spaced};
use crate::layout::{Head, Marks, currency_in};
use crate::ledger::{BEFORE, Parsed, Settled, chronological, settle};
use crate::number::{self, Cell, Clue};
use crate::paid::{Client, Paid, Walk, position};
use crate::services::{
    RowKind, Service, converts, described, is_debit, is_of_dispute, is_payment_word, kind_of, may_be_credit,
};
use crate::statement::{Entry, LeftOut, Settings, Statement, Usual, Why};
use crate::status::{is_done, is_refunded, is_total};

/// The most rows that a file may have, which limits the memory.
pub const MOST_ROWS: usize = 100_000;

/// The most that all rows may add up to. If only a ten-thousandth of each payment arrived after its fee, the billed total still
/// fits 64 bits.
const MOST_TOTAL: Money = Money::from_minor(i64::MAX / 20_000);

/// The contents of a file's rows so far.
pub struct Rows {
    head: Head,
    settings: Settings,
    usual: Usual,
    known: Known,
    clients: Vec<String>,
    found: Vec<Parsed>,
    left_out: Vec<LeftOut>,
    unclear: u32,
    /// All amounts, without their signs.
    total: Money,
    /// The decimal marks of amounts, and the rows with an amount that is read with the mark that most have.
    marks: Marks,
    undecided: Vec<Kept>,
}

/// The amounts in a row's columns for money.
struct Amounts {
    /// The amount that was billed, or came in or went out.
    amount: Money,
    /// The amount that was given back of it.
    returned: Money,
    /// The fee taken of it, as its service writes it.
    fee: Option<Money>,
    /// Whether there is nothing but a fee, which is then the amount.
    is_fee: bool,
}

impl Rows {
    /// Creates an empty collector for a file with this layout.
    pub fn of(head: Head, settings: Settings, usual: Usual) -> Rows {
        Rows {
            head,
            settings,
            usual,
            known: Known::default(),
            clients: vec![],
            found: vec![],
            left_out: vec![],
            unclear: 0,
            total: Money::ZERO,
            marks: Marks::default(),
            undecided: vec![],
        }
    }

    /// Takes the next row.
    pub fn add(&mut self, row: Row) {
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
            Ok(found) if self.total + found.entry.amount.abs() > MOST_TOTAL => {
                self.left_out.push(LeftOut { line, why: Why::SumTooLarge });
            }
            Ok(found) => {
                self.total += found.entry.amount.abs();
                self.found.push(found);
            }
            // One is enough.
            Err(Why::TooMany) if self.left_out.last().is_some_and(|last| last.why == Why::TooMany) => {}
            Err(why) => self.left_out.push(LeftOut { line, why }),
        }
    }

    fn read(&mut self, row: Row) -> Result<Parsed, Why> {
        let (columns, service) = (self.head.columns, self.head.service);
        let cell = |column: Column| columns.get(column).map_or("", |at| row.cell(at));
        self.is_whole(&row)?;
        self.has_happened(&row, cell(Column::Status))?;
        // A sign may be beside any of the amounts.
        let amount = Column::MONEY.into_iter().map(&cell).find(|text| !text.is_empty()).unwrap_or_default();
        let said = self.currency(cell(Column::Currency), amount)?;
        let currency = said.unwrap_or(self.usual.currency);
        let Amounts { amount, returned, fee, is_fee } = self.amounts(&cell, currency)?;
        let (kind, is_credit) = if is_fee { (RowKind::Fee, false) } else { what(service, &cell, amount, currency)? };
        let (word, about) = (cell(Column::Kind), cell(Column::About));
        let written = match cell(Column::Date) {
            "" if columns.get(Column::Date).is_none() => None,
            text => Some(Written::read(text).or_else(|| Written::serial(text)).ok_or_else(|| Why::Day(clean(text)))?),
        };
        let [payer, project] = described(service, if about.is_empty() { word } else { about });
        let client = self.client(if cell(Column::Client).is_empty() { payer } else { cell(Column::Client) });
        // A refund that comes in was won back: its fee is taken again.
        let given_back = kind == RowKind::Refund && (amount < Money::ZERO || service != Service::PayPal);
        let taken = |fee: Money| if given_back { -fee.abs() } else { fee.abs() };
        let fee = if service.signs_fees() { fee } else { fee.map(taken) };
        let entry = Entry { line: row.line, kind, day: None, client, currency, amount, fee };
        // `TRANSFER-123456` is 123456 elsewhere.
        let as_name = |text: &str| (!text.is_empty()).then(|| key(number_in(text).unwrap_or(text)));
        let is_net = entry.fee.is_none() && columns.has_only_net();
        let id = as_name(cell(Column::Id));
        let names = match cell(Column::Belongs) {
            // A number in free text may mean anything.
            "" if project.is_empty() => [id, number_in(about).and_then(as_name)],
            "" => [as_name(project), id],
            belongs => [as_name(belongs), id],
        };
        let status = cell(Column::Status);
        let refunded = (kind.is_payment() && is_refunded(service, status)).then(|| clean(status));
        let is_disputed = kind == RowKind::Fee && is_of_dispute(&[word, about]);
        Ok(Parsed { entry, written, id, names, returned, is_net, refunded, is_credit, said, is_disputed })
    }

    /// Whether a row has the cells that its headings name.
    fn is_whole(&self, row: &Row) -> Result<(), Why> {
        let columns = self.head.columns;
        let expected = self.head.headings.len();
        // A comma inside a number without quotation marks makes one cell more, and moves all that follow.
        let is_short = row.len() < expected
            && Column::ALL.iter().any(|column| columns.get(*column).is_some_and(|at| at >= row.len()));
        let is_long = (expected..row.len()).any(|at| !row.cell(at).is_empty());
        if is_short || is_long { Err(Why::Cells { found: row.len(), expected }) } else { Ok(()) }
    }

    /// Whether the entry of a row has happened, and moved any money.
    fn has_happened(&self, row: &Row, status: &str) -> Result<(), Why> {
        if !is_done(self.head.service, status) {
            return Err(Why::Status(clean(status)));
        }
        match self.head.unmoved.iter().find(|(at, word)| plain(row.cell(*at)) == *word) {
            Some((at, _)) => Err(Why::Status(clean(row.cell(*at)))),
            None => Ok(()),
        }
    }

    /// The currency that a row names, or that all have.
    fn currency(&self, text: &str, amount: &str) -> Result<Option<Currency>, Why> {
        let named = text.parse().ok().filter(|_| is_currency_code(text.trim())).or_else(|| currency_in(text));
        if named.is_none() && text.chars().any(is_letter) {
            return Err(Why::UnknownCurrency(clean(text)));
        }
        // An amount's own sign or code takes precedence over the heading's.
        let of_all = self.head.service.currency();
        let found = named.or(of_all).or_else(|| currency_in(amount)).or(self.head.currency);
        // Yuan and yen have the same sign.
        let is_yuan = self.usual.currency.code() == "CNY" && amount.chars().any(|char| matches!(char, '¥' | '￥'));
        Ok(if is_yuan { Some(self.usual.currency) } else { found })
    }

    /// Gives amounts without a currency that of all others, if they have only one.
    fn settle_currency(&mut self) {
        let mut named = self.found.iter().filter_map(|found| found.said);
        let Some(first) = named.next() else { return };
        // As many digits, or the amounts would have been read differently.
        if named.all(|other| other == first) && first.digits() == self.usual.currency.digits() {
            self.found.iter_mut().for_each(|found| found.entry.currency = first);
        }
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
                    let is_too_large = number.abs() > Money::MAX_MAJOR.into();
                    let why = if is_too_large { Why::TooLarge } else { Why::Finer };
                    let amount = currency.amount(number.abs()).ok_or_else(|| why(clean(text)))?;
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
        let Some(amount) = amount.filter(|amount| *amount != Money::ZERO) else {
            // A row of nothing but a fee.
            let alone = fee.filter(|fee| *fee != Money::ZERO && self.has_fees_alone()).ok_or(Why::NoAmount)?;
            let taken = if self.head.service.signs_fees() { alone } else { alone.abs() };
            return Ok(Amounts { amount: -taken, returned: Money::ZERO, fee: None, is_fee: true });
        };
        // The difference between both is the fee.
        let missing = |net: Money| Some(amount - net).filter(|fee| amount > Money::ZERO && *fee >= Money::ZERO);
        let is_own = self.head.service == Service::Other && !self.head.columns.has_only_net();
        let fee = match fee {
            None if is_own && cell(Column::Fee).is_empty() => money(Column::Net).ok().flatten().and_then(missing),
            fee => fee,
        };
        Ok(Amounts { amount, returned, fee, is_fee: false })
    }

    /// Whether a row without an amount may be a fee: not if rows say that they are fees, whose amounts may have no sign.
    fn has_fees_alone(&self) -> bool {
        let columns = self.head.columns;
        let says_kinds = [Column::Kind, Column::About].into_iter().any(|column| columns.get(column).is_some());
        matches!(self.head.service, Service::PayPal | Service::Stripe) || !says_kinds
    }

    /// Decides by all amounts what the beginning of the file may have left open: the decimal mark.
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
        self.total = self.found.iter().map(|found| found.entry.amount.abs()).sum();
        for kept in &again {
            self.add(kept.row());
        }
        let by_line = in_order(&mut self.found.iter().map(|found| found.entry.line.into()));
        let mut found: Vec<Option<Parsed>> = std::mem::take(&mut self.found).into_iter().map(Some).collect();
        self.found = by_line.into_iter().filter_map(|at| found[at].take()).collect();
    }

    /// Ignores a last row without a name or a day that is the sum of the others, in a reader's own file.
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

    /// Ignores supposed credit notes for people who have never paid.
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
        let why = |entry: &Entry| LeftOut { line: entry.line, why: Why::MoneyOut(entry.amount, entry.currency) };
        self.left_out.extend(spent.iter().map(|found| why(&found.entry)));
    }

    /// Ignores payments that were refunded, by their status, unless a refund in the file takes them back.
    fn leave_out_refunded(&mut self) {
        let key = |entry: &Entry| [position(entry.client) as u64, entry.amount.abs().minor().unsigned_abs()];
        // Each refund takes back one payment.
        let mut refunds = Known::default();
        let mut left: Vec<u32> = vec![];
        for found in self.found.iter().filter(|found| found.entry.kind == RowKind::Refund) {
            let number = refunds.number(key(&found.entry), left.len());
            *place(&mut left, number) += 1;
        }
        let left_out = &mut self.left_out;
        self.found.retain(|found| {
            let Some(status) = &found.refunded else { return true };
            let left = refunds.get(key(&found.entry)).and_then(|number| left.get_mut(number)).filter(|left| **left > 0);
            let is_taken_back = left.is_some();
            if let Some(left) = left {
                *left -= 1;
            }
            if !is_taken_back {
                left_out.push(LeftOut { line: found.entry.line, why: Why::Status(status.clone()) });
            }
            is_taken_back
        });
    }

    fn client(&mut self, name: &str) -> Option<Client> {
        let name = spaced(&clean(name), &|char| (!char.is_whitespace()).then_some(char));
        if name.is_empty() {
            return None;
        }
        let client = self.known.text(&name, self.clients.len());
        if client == self.clients.len() {
            self.clients.push(name);
        }
        u32::try_from(client).ok().map(Client)
    }

    /// Finishes reading and builds the statement.
    pub fn statement(mut self, broken: Option<Broken>) -> Statement {
        self.settle_mark();
        self.settle_currency();
        self.leave_out_total();
        self.leave_out_spending();
        self.leave_out_refunded();
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
        let by_line = in_order(&mut left_out.iter().map(|left| left.line.into()));
        let left_out = by_line.into_iter().map(|at| left_out[at].clone()).collect();
        let Settled { payments, undone, sums } = settle(&found, service);
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

    /// Replaces net amounts by gross ones, by a platform's fees. Returns the number of payments for which that was not possible.
    fn work_out(&mut self, platform: &Platform) -> u32 {
        struct Known {
            schedule: &'static str,
            currency: Currency,
            fee: Option<UsualFee>,
        }
        struct Earlier {
            client: Option<Client>,
            arrived: Money,
            gross: Money,
        }
        let mut walk = Walk::default();
        let mut fees: Vec<Known> = vec![];
        let mut billed = |walk: &Walk, entry: &Entry, arrived: Money| {
            let Entry { currency, day, .. } = *entry;
            let (schedule, _) = in_force(platform, day)?;
            let known = fees.iter().position(|known| known.schedule == schedule.id && known.currency == currency);
            let at = known.unwrap_or_else(|| {
                let fee = schedule.fee_in(currency).and_then(|fee| UsualFee::of(fee, currency, self.settings.rate));
                fees.push(Known { schedule: schedule.id, currency, fee });
                fees.len() - 1
            });
            fees[at].fee.as_ref()?.billed(walk, &Paid::from(*entry), arrived, currency.max())
        };
        // A refund is net too. Its gross is that of the client's earlier payment with the same net amount.
        let mut earlier: Vec<Earlier> = vec![];
        let mut failed = 0;
        for at in chronological(&self.found) {
            let Parsed { entry, is_net: true, .. } = &mut self.found[at] else { continue };
            let (client, arrived) = (entry.client, entry.amount.abs());
            if entry.kind == RowKind::Refund {
                let is_same = |other: &Earlier| other.client == client && other.arrived == arrived;
                let start = earlier.len().saturating_sub(BEFORE);
                let same = earlier[start..].iter().rposition(is_same).map(|at| earlier.remove(start + at).gross);
                let gross = same.or_else(|| billed(&Walk::default(), entry, arrived));
                entry.amount = -gross.unwrap_or(arrived);
            } else if entry.kind.is_payment() {
                match billed(&walk, entry, arrived) {
                    Some(gross) => entry.amount = gross,
                    None => failed += 1,
                }
                walk.go_on(&Paid::from(*entry));
                earlier.push(Earlier { client, arrived, gross: entry.amount });
            }
        }
        failed
    }

    /// The order of numbers in dates: the reader's choice, or else that of most dates that have only one.
    fn order(&self) -> (Order, bool) {
        let orders: Vec<Order> = self.found.iter().filter_map(|found| found.written?.order()).collect();
        let day_first = orders.iter().filter(|order| **order == Order::DayFirst).count();
        let is_open = self.found.iter().any(|found| matches!(found.written, Some(Written::Numbers(..))));
        let found = match orders.len() {
            0 => self.head.order,
            all if day_first * 2 > all => Order::DayFirst,
            all if day_first * 2 == all => self.head.order,
            _ => Order::MonthFirst,
        };
        let is_one = orders.iter().all(|order| Some(order) == orders.first());
        (self.settings.order.unwrap_or(found), !is_open || !orders.is_empty() && is_one)
    }

    /// Decides the days; a row that has none is ignored.
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

    /// The currencies with the number of payments in each, the most frequent first.
    fn currencies(&self) -> Vec<(Currency, u32)> {
        let mut currencies: Vec<(Currency, u32)> = vec![];
        for found in self.found.iter().filter(|found| found.entry.kind.is_payment()) {
            match currencies.iter_mut().find(|(currency, _)| *currency == found.entry.currency) {
                Some((_, count)) => *count += 1,
                None => currencies.push((found.entry.currency, 1)),
            }
        }
        let order = in_order(&mut currencies.iter().map(|(_, count)| -i64::from(*count)));
        order.into_iter().map(|at| currencies[at]).collect()
    }
}

pub fn clean(cell: &str) -> String {
    let cell = visible(cell);
    let (mut clean, mut rest) = (String::new(), cell.trim());
    // Some files are escaped like HTML.
    while let Some((before, after)) = split_at_text(rest, "&amp;") {
        clean.extend([before, "&"]);
        rest = after;
    }
    clean + rest
}

/// The kind of a row, and whether it is a credit note only if its client has paid.
fn what<'a>(
    service: Service,
    cell: &dyn Fn(Column) -> &'a str,
    amount: Money,
    currency: Currency,
) -> Result<(RowKind, bool), Why> {
    let (word, about) = (cell(Column::Kind), cell(Column::About));
    let plain_word = plain(word);
    let kind = match kind_of(service, &plain_word, &plain(about), amount) {
        kind if kind.is_payment() && is_debit(cell(Column::Direction)) => RowKind::MoneyOut,
        kind => kind,
    };
    let is_total = |column: Column| is_total(&plain(cell(column)));
    if service == Service::Other
        && [Column::Date, Column::Client, Column::About, Column::Kind].into_iter().any(is_total)
    {
        return Err(Why::Total);
    }
    let is_ignored = service.ignores(&plain_word, &plain(cell(Column::Status)));
    let writes_conversions = matches!(service, Service::Payoneer | Service::Wise);
    // PayPal has dozens of words for what it does with the reader's own money, and names whoever pays.
    let is_nobodys = service == Service::PayPal
        && kind.is_payment()
        && cell(Column::Client).is_empty()
        && !plain_word.split(' ').any(is_payment_word);
    let is_converted = converts(word) || writes_conversions && converts(about);
    if is_nobodys || is_ignored || is_converted || kind == RowKind::NotPaid {
        return Err(Why::NotPaid);
    }
    if kind != RowKind::MoneyOut {
        return Ok((kind, false));
    }
    let is_credit = may_be_credit(service, &plain_word) && !cell(Column::Client).is_empty();
    if is_credit { Ok((RowKind::Refund, true)) } else { Err(Why::MoneyOut(amount, currency)) }
}

/// The last long number in a text: `Service fee for fixed price - Ref ID 123456789`.
fn number_in(text: &str) -> Option<&str> {
    text.split(|char: char| !char.is_ascii_alphanumeric())
        .rfind(|word| word.len() >= 6 && word.bytes().any(|byte| byte.is_ascii_digit()))
}
