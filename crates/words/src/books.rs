//! What does the page say about the reader's own files?

use books::{Broken, Check, Column, Order, RowKind, Statement, Sums, Why};
use engine::amount::{Currency, Money};
use engine::fees::Platform;
use engine::scenario::{MOST_LINES, limits};
use time::Date;

use super::{Phrase, Words, text};

/// The reason why a file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It is a workbook of a spreadsheet program.
    Workbook,
    /// It is not a text.
    NoText,
    /// The browser could not read it.
    Unreadable,
    /// The reader stopped it.
    Stopped,
}

/// The result of an action with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BooksDone {
    /// The payments are the calculator's gigs.
    Used,
    /// They are, but the fee above is not the one in the file.
    UsedAtOtherFee,
    /// They are not: the fee or an amount does not fit the file's currency.
    OtherCurrency,
    /// The report is in the clipboard.
    Copied,
    /// The browser refused it.
    NotCopied,
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

impl Words {
    /// The heading of the question.
    pub fn books_heading(&self) -> &'static str {
        text::books_heading()
    }

    /// The closed line.
    pub fn books_summary(&self) -> &'static str {
        text::books_summary()
    }

    /// The instructions, and the files that are recognized.
    pub fn books_intro(&self) -> [&'static str; 2] {
        [text::books_intro(), text::books_known()]
    }

    /// The button that chooses a file, and the label of the field for cells.
    pub fn books_ways(&self) -> [&'static str; 2] {
        [text::books_choose(), text::books_paste()]
    }

    /// The message that a file is being read, and how much of it has been, in thousandths.
    pub fn books_reading(&self, name: Option<&str>, done: u16) -> String {
        let part = super::format::percentage((done / 10).to_string());
        text::BooksReading { name: named(name), part }.say()
    }

    /// The buttons that stop reading, and that remove the file.
    pub fn books_ends(&self) -> [&'static str; 2] {
        [text::books_stop(), text::books_close()]
    }

    /// The reason why a file was not read.
    pub fn books_unfit(&self, why: Unfit) -> &'static str {
        match why {
            Unfit::Workbook => text::books_workbook(),
            Unfit::NoText => text::books_no_text(),
            Unfit::Unreadable => text::books_unreadable(),
            Unfit::Stopped => text::books_stopped(),
        }
    }

    /// The message that nothing remains of all payments.
    pub fn books_all_refunded(&self) -> Phrase {
        Phrase::plainly(text::books_all_refunded())
    }

    /// The summary of a file.
    pub fn books_found(&self, name: Option<&str>, check: &Check, days: Option<[Date; 2]>) -> Phrase {
        let payments = check.payments();
        if payments == 0 {
            return Phrase::plainly(text::books_empty());
        }
        let clients = check.clients.iter().filter(|sum| sum.client.is_some()).count();
        let whom = match clients {
            0 => text::books_whom_unnamed().into(),
            named if named < check.clients.len() => {
                text::BooksWhomAndUnnamed { clients: self.format.counted(number(named)) }.say()
            }
            clients => text::BooksWhom { clients: self.format.counted(number(clients)) }.say(),
        };
        let when = match days {
            Some([from, to]) if from == to => self.format.date(from),
            Some([from, to]) => text::BooksWhen { from: self.format.date(from), to: self.format.date(to) }.say(),
            None => text::books_when_unknown().into(),
        };
        let gross = self.format.short_money(check.gross);
        text::BooksFound { payments: self.format.counted(payments), whom, name: named(name), gross, when }.say()
    }

    /// The notes on how a file was understood.
    pub fn books_notes(&self, statement: &Statement) -> Vec<String> {
        let mut notes = vec![match statement.head.service.name() {
            Some(service) => text::BooksService { service: service.into() }.say(),
            None => text::books_service_other().into(),
        }];
        let (order, is_sure) = statement.order;
        if !is_sure {
            notes.push(text::BooksUnclearDates { order: self.books_order(order).into() }.say());
        }
        if statement.unclear > 0 && !statement.head.is_mark_sure {
            let example = self.books_mark(statement.head.mark.is_comma()).into();
            notes.push(text::BooksUnclearNumbers { amounts: self.format.counted(statement.unclear), example }.say());
        }
        if let Some(platform) = statement.worked_out {
            notes.push(text::BooksWorkedOut { platform: platform.name.into() }.say());
        }
        if statement.not_worked_out > 0 {
            notes.push(text::books_only_net().into());
        }
        if statement.clients.is_empty() && !statement.payments.is_empty() {
            notes.push(text::books_unnamed_each().into());
        }
        notes
    }

    /// The message that a file breaks off, with the place.
    pub fn books_broken(&self, broken: Broken) -> String {
        match broken {
            Broken::Unclosed(line) => text::BooksBroken { line: self.format.count(line) }.say(),
            Broken::TooLong(line) => text::BooksTooLong { line: self.format.count(line) }.say(),
        }
    }

    /// The label of the years, and the choice of all.
    pub fn books_years(&self) -> [&'static str; 2] {
        [text::books_year(), text::books_all_years()]
    }

    /// The label of the platforms, and the choice of none.
    pub fn books_platforms(&self) -> [&'static str; 2] {
        [text::books_platform(), text::books_no_platform()]
    }

    /// The lines that open the rows that were understood, and those that do not count.
    pub fn books_rows(&self, statement: &Statement) -> [String; 2] {
        let count = |rows: usize| self.format.counted(number(rows));
        [
            text::BooksRows { rows: count(statement.entries.len()) }.say(),
            text::BooksLeftOut { rows: count(statement.left_out.len()) }.say(),
        ]
    }

    /// The message that there are more rows than are shown.
    pub fn books_more_rows(&self, rows: usize) -> String {
        text::BooksMoreRows { number: self.format.count(number(rows)) }.say()
    }

    /// The line that opens the choices about a file.
    pub fn books_settings(&self) -> &'static str {
        text::books_settings()
    }

    /// A currency, and the number of payments in it.
    pub fn books_counted(&self, currency: Currency, payments: u32) -> String {
        text::InBrackets { name: currency.code().into(), detail: self.books_payments(payments) }.say()
    }

    /// The name of a column.
    pub fn books_column(&self, column: Column) -> &'static str {
        match column {
            Column::Date => text::books_column_date(),
            Column::Client => text::books_column_client(),
            Column::Amount => text::books_column_amount(),
            Column::Credit => text::books_column_credit(),
            Column::Debit => text::books_column_debit(),
            Column::Direction => text::books_column_direction(),
            Column::Returned => text::books_column_returned(),
            Column::Fee => text::books_column_fee(),
            Column::Net => text::books_column_net(),
            Column::Kind => text::books_column_kind(),
            Column::Currency => text::books_column_currency(),
            Column::Status => text::books_column_status(),
            Column::About => text::books_column_about(),
            Column::Id => text::books_column_id(),
            Column::Belongs => text::books_column_belongs(),
        }
    }

    /// A place where a column may be: its heading, or its number; nowhere.
    pub fn books_place(&self, place: Option<(usize, &str)>) -> String {
        match place {
            None => text::books_nowhere().into(),
            Some((at, "")) => text::BooksColumn { number: self.format.count(number(at + 1)) }.say(),
            Some((_, heading)) => heading.to_owned(),
        }
    }

    /// The labels of the order of dates, of the numbers and of the currencies.
    pub fn books_labels(&self) -> [&'static str; 3] {
        [text::books_order(), text::books_mark(), text::books_currency()]
    }

    /// A date in an order.
    pub fn books_order(&self, order: Order) -> &'static str {
        match order {
            Order::DayFirst => text::books_day_first(),
            Order::MonthFirst => text::books_month_first(),
        }
    }

    /// A number with a decimal comma or point.
    pub fn books_mark(&self, is_comma: bool) -> &'static str {
        if is_comma { text::books_mark_comma() } else { text::books_mark_point() }
    }

    /// The columns of the rows that were understood; those that do not count have only the first.
    pub fn books_row_columns(&self) -> [&'static str; 3] {
        [text::books_row(), text::books_column_amount(), text::books_fee()]
    }

    /// The place of a row in the file, and its day.
    pub fn books_place_of(&self, line: u32, day: Option<Date>) -> String {
        let line = text::BooksLine { line: self.format.count(line) }.say();
        match day {
            Some(day) => text::List { before: line, item: self.format.date(day) }.say(),
            None => line,
        }
    }

    /// The client, and the kind of a row.
    pub fn books_what(&self, client: Option<String>, kind: RowKind) -> String {
        let kind = Words::books_kind(kind).to_owned();
        match client {
            Some(before) => text::List { before, item: kind }.say(),
            None => kind,
        }
    }

    fn books_kind(kind: RowKind) -> &'static str {
        match kind {
            RowKind::Payment => text::books_payment(),
            RowKind::Bonus => text::books_bonus(),
            RowKind::Refund => text::books_refund(),
            RowKind::Fee => text::books_fee(),
            RowKind::Tax => text::books_tax(),
            RowKind::Withdrawal => text::books_withdrawal(),
            RowKind::WithdrawalFee => text::books_withdrawal_fee(),
            RowKind::Spending => text::books_spending(),
            RowKind::NotPaid | RowKind::MoneyOut => text::books_why_not_paid(),
        }
    }

    /// The reason why a row does not count.
    pub fn books_why(&self, why: &Why) -> String {
        match why {
            Why::Status(status) => text::BooksWhyStatus { word: short(status) }.say(),
            Why::NoAmount => text::books_why_no_amount().into(),
            Why::Amount(found) => text::BooksWhyAmount { text: short(found) }.say(),
            Why::Finer(found) => text::BooksWhyFiner { text: short(found) }.say(),
            Why::TooLarge(found) => text::BooksWhyTooLarge { text: short(found) }.say(),
            Why::SumTooLarge => text::books_why_sum_too_large().into(),
            Why::Day(found) if found.is_empty() => text::books_why_no_day().into(),
            Why::Day(found) => text::BooksWhyDay { text: short(found) }.say(),
            Why::Cells { found, expected } => {
                let cells = self.format.counted(number(*found));
                text::BooksWhyCells { cells, expected: self.format.count(number(*expected)) }.say()
            }
            Why::NotPaid => text::books_why_not_paid().into(),
            Why::Total => text::books_why_total().into(),
            Why::Currency(currency) => text::BooksWhyCurrency { currency: currency.code().into() }.say(),
            Why::UnknownCurrency(name) => text::BooksWhyCurrency { currency: short(name) }.say(),
            Why::MoneyOut(amount, currency) => {
                text::BooksWhyMoneyOut { amount: self.for_currency(*currency).format.money(amount.abs()) }.say()
            }
            Why::TooMany => text::BooksWhyTooMany { number: self.format.count(number(books::MOST_ROWS)) }.say(),
        }
    }

    /// The fees that were taken, and how far they are the published ones.
    pub fn books_costs(&self, check: &Check, platform: Option<&Platform>) -> Vec<Phrase> {
        let money = |amount: Money| self.format.short_money(amount);
        let count = |count: u32| self.format.counted(count);
        let plain = |line: String| Phrase::plainly(line);
        let mut lines = vec![];
        let has_published = platform.is_some() && check.unknown + check.uncharged < check.payments();
        if check.unsaid < check.payments() || has_published {
            let share = self.format.share(check.fee, check.gross);
            lines.push(text::BooksTaken { fee: money(check.fee), share, gross: money(check.gross) }.say());
        }
        // Where no fee is published, that is said below.
        if check.unsaid > 0 && (has_published || platform.is_none()) {
            lines.push(plain(match platform {
                Some(_) => text::BooksUnsaid { payments: count(check.unsaid) }.say(),
                None => text::BooksUnsaidUnknown { payments: count(check.unsaid) }.say(),
            }));
        }
        if check.disputed() > Money::ZERO && check.compared > 0 {
            lines.push(plain(text::BooksDisputed { amount: money(check.disputed()) }.say()));
        }
        if let Some(platform) = platform.filter(|_| check.compared > 0) {
            let platform = platform.name.to_owned();
            if check.differences.is_empty() && check.rounded == 0 {
                let payments = count(check.compared);
                lines.push(plain(if check.is_open {
                    text::BooksWithin { payments, platform }.say()
                } else {
                    text::BooksRight { payments, platform }.say()
                }));
            } else {
                let more = check.more_expected();
                let change = self.books_change(more);
                lines.push(text::BooksWrong { platform, expected: money(check.published()), change }.say());
            }
        }
        if check.rounded > 0 {
            lines.push(plain(text::BooksRounded { payments: count(check.rounded) }.say()));
        }
        if check.unknown > 0 {
            lines.push(plain(text::BooksUnknown { payments: count(check.unknown) }.say()));
        }
        if let Some(platform) = platform.filter(|_| check.uncharged > 0) {
            let currency = self.format.currency.code().to_owned();
            lines.push(plain(text::BooksUncharged { platform: platform.name.to_owned(), currency }.say()));
        }
        if check.is_unsure {
            lines.push(plain(text::books_unsure().into()));
        }
        if let Some((bundled, clients)) = check.bundled {
            let change = self.books_change(check.more_under(bundled));
            let line = text::BooksBundled { clients: count(clients), fee: money(bundled), change };
            lines.push(plain(line.say()));
        }
        lines
    }

    fn books_change(&self, change: Money) -> String {
        let amount = self.format.short_money(change.abs());
        match change.minor() {
            0 => text::books_same().into(),
            1.. => text::More { amount }.say(),
            _ => text::Less { amount }.say(),
        }
    }

    /// The line that opens the differences, what they may mean, and the button that copies them.
    pub fn books_differences(&self, check: &Check) -> [String; 3] {
        let payments = self.format.counted(number(check.differences.len()));
        [text::BooksDifferences { payments }.say(), text::books_differences_hint().into(), text::books_report().into()]
    }

    /// The columns of the differences.
    pub fn books_difference_columns(&self) -> [&'static str; 4] {
        [text::books_payment(), text::books_column_billed(), text::books_column_taken(), text::books_column_expected()]
    }

    /// The heading of the clients, and the columns beside their names.
    pub fn books_clients(&self) -> (&'static str, [&'static str; 4]) {
        let columns =
            [text::books_column_client(), text::books_column_billed(), text::books_fee(), text::books_column_kept()];
        (text::books_clients(), columns)
    }

    /// The number of payments that a client made.
    pub fn books_payments(&self, payments: u32) -> String {
        text::BooksPayments { payments: self.format.counted(payments) }.say()
    }

    /// The label of payments without a client's name.
    pub fn books_nameless(&self) -> &'static str {
        text::books_nameless()
    }

    /// The heading of the other schedules, what is assumed, and their columns.
    pub fn books_elsewhere(&self) -> ([&'static str; 2], [&'static str; 3]) {
        (
            [text::books_elsewhere(), text::books_elsewhere_hint()],
            [text::books_column_schedule(), text::books_fee(), text::books_column_kept()],
        )
    }

    /// The button that makes the payments the calculator's gigs, and what it does.
    pub fn books_use(&self) -> [&'static str; 2] {
        [text::books_use(), text::books_use_hint()]
    }

    /// The message about other files that were dropped with the one that is read.
    pub fn books_others(&self, files: u32) -> String {
        text::BooksOthers { files: self.format.counted(files) }.say()
    }

    /// The message why there is no such button, and what helps if years can be chosen.
    pub fn books_use_too_many(&self, has_years: bool) -> String {
        let first = text::BooksUseTooMany {
            lines_most: self.format.count(number(MOST_LINES)),
            gigs_most: self.format.count(limits::MAX_GIGS),
        }
        .say();
        if has_years { text::Sentences { first, second: text::books_choose_year().into() }.say() } else { first }
    }

    /// The message about an action.
    pub fn books_done(&self, done: BooksDone) -> &'static str {
        match done {
            BooksDone::Used => text::books_used(),
            BooksDone::UsedAtOtherFee => text::books_used_at_other_fee(),
            BooksDone::OtherCurrency => text::books_other_currency(),
            BooksDone::Copied => text::books_copied(),
            BooksDone::NotCopied => text::books_not_copied(),
        }
    }

    /// The other sums of a file: a heading, and names with amounts.
    pub fn books_besides(&self, sums: &Sums) -> (&'static str, Vec<(&'static str, String)>) {
        let all = [
            (text::books_loose_fees(), sums.loose_fees),
            (text::books_loose_refunds(), sums.loose_refunds),
            (text::books_taxes(), sums.taxes),
            (text::books_withdrawn(), sums.withdrawn),
            (text::books_withdrawal_fees(), sums.withdrawal_fees),
            (text::books_spent(), sums.spent),
        ];
        let shown = all.into_iter().filter(|(_, sum)| *sum != Money::ZERO);
        (text::books_besides(), shown.map(|(name, sum)| (name, self.format.money(sum))).collect())
    }
}

fn named(name: Option<&str>) -> String {
    name.map_or_else(|| text::books_pasted().into(), short)
}

/// A text of a file, short enough for a sentence.
fn short(text: &str) -> String {
    if text.chars().count() <= 40 {
        return text.to_owned();
    }
    let start: String = text.chars().take(39).collect();
    format!("{start}…")
}
