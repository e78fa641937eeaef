//! Which file has the reader opened, and what follows from it? The only way in which this changes, without a browser: an action
//! gives the new state, and perhaps an effect that only a browser can have.

use books::{
    Check, ClientSum, Column, Head, Order, Paid, Reading, Service, Settings, Statement, Usual, check, gigs, others,
    under,
};
use engine::amount::{Currency, Money, Rate, quotient, scaled};
use engine::fees::{PLATFORMS, Platform, Schedule};
use engine::scenario::{DecimalMark, FeeSource, Field, Kind, has_list_reader};
use time::Date;
use words::{BooksDone, Unfit};

use crate::state::{self, State};

/// The number of schedules that are compared before the browser may do something else.
const SCHEDULES: usize = 4;

/// A choice about the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// The place of a column.
    Column(Column, Option<usize>),
    /// Which of two numbers in a date is the day.
    Order(Order),
    /// The decimal mark.
    Mark(DecimalMark),
    /// Which of several currencies counts.
    Currency(Currency),
    /// Whose fees the file is compared with.
    Fees(Fees),
    /// Which year counts; none for all.
    Year(Option<i32>),
}

/// Whose fees a file is compared with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fees {
    /// The fees of the service that wrote it, or else of the schedule that the calculator has.
    #[default]
    Usual,
    /// Nobody's.
    None,
    /// The fees of a platform.
    Of(&'static Platform),
}

/// An action of the reader, or a reply from the browser.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Opens a file of this name, or, without a name, pastes cells; and how many other files were dropped with it.
    Open(Option<String>, u32),
    /// Its next piece has arrived, and how much of it that makes, in thousandths; none after the last one.
    Take(Option<String>, u16),
    /// The browser could not read it.
    Unreadable,
    /// Stops reading.
    Stop,
    /// Puts the file away.
    Close,
    /// Makes a choice.
    Choose(Setting),
    /// Makes the payments the gigs of the calculator.
    UseAsGigs,
    /// Copies the differences, without names.
    CopyReport(String),
    /// The report was copied, or not.
    Copied(bool),
}

/// An effect that only a browser, or the app around, can have.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Reads the file from its beginning.
    Read,
    /// Lets what follows from it go on.
    GoOn,
    /// Forgets the file.
    Forget,
    /// Changes the numbers.
    Act(state::Action),
    /// Puts a text into the clipboard.
    Copy(String),
}

/// The progress of reading a file.
pub enum Stage {
    /// Nothing.
    Empty,
    /// It is not a text with cells: what it is instead.
    Unfit(Unfit),
    /// It is read.
    Read(Box<Read>),
}

/// A file that is read, and what follows from it.
pub struct Read {
    /// The statement.
    pub statement: Statement,
    /// The years in which something was paid, the latest first.
    pub years: Vec<i32>,
    /// The platform whose fees it is compared with.
    pub platform: Option<&'static Platform>,
    /// The year that counts.
    pub year: Option<i32>,
    /// The fees that were taken, against those of the schedules.
    pub check: Check,
    /// The fees that other platforms would take today, the least first.
    pub others: Vec<(&'static Schedule, Money)>,
    /// The payments that count as a list of gigs, and what they bill; `None` if a list cannot hold that many.
    list: Option<(String, Money)>,
    /// The schedules that are not compared yet.
    waiting: Vec<&'static Schedule>,
}

/// The state of the reader's files.
pub struct Opened {
    /// The name of the file, if it has one.
    pub name: Option<String>,
    /// The number of other files that were dropped with it.
    pub others: u32,
    /// The reader's settings.
    pub settings: Settings,
    /// Whose fees the reader compares it with, if that was chosen.
    fees: Fees,
    year: Option<i32>,
    /// The stage; the last answer remains while the same file is read again.
    pub stage: Stage,
    /// The file that is being read, and its progress in thousandths.
    reading: Option<(Box<Reading>, u16)>,
    /// The last action that was reported.
    pub said: Option<BooksDone>,
}

impl Default for Opened {
    fn default() -> Opened {
        Opened {
            name: None,
            others: 0,
            settings: Settings::default(),
            fees: Fees::Usual,
            year: None,
            stage: Stage::Empty,
            reading: None,
            said: None,
        }
    }
}

/// The rate where a fee leaves it open and a file says nothing: that of the reader's numbers.
fn rate(state: &State) -> Rate {
    state.answer.scenario.choices().gigs.rate
}

impl Opened {
    /// Changes the state, and says what the browser or the app has to do. `state` is what the calculator shows.
    #[must_use]
    pub fn after(&mut self, action: Action, state: &State) -> Option<Effect> {
        match action {
            Action::Open(name, others) => {
                *self = Opened { name, others, ..Opened::default() };
                return Some(self.begin(state));
            }
            Action::Take(piece, part) => self.take(piece.as_deref(), part, state),
            Action::Unreadable => self.give_up(Unfit::Unreadable),
            Action::Stop => self.give_up(Unfit::Stopped),
            Action::Close => {
                *self = Opened::default();
                return Some(Effect::Forget);
            }
            Action::Choose(setting) => return self.choose(setting, state),
            Action::UseAsGigs => {
                let Stage::Read(read) = &self.stage else { return None };
                let action = read.as_gigs(None, state)?;
                // It waits for what reads lists, and says so if that does not come.
                if !has_list_reader() {
                    return Some(Effect::Act(action));
                }
                let mut shown = state.after(action);
                let mut taken = read.rate().filter(|_| shown.answer.scenario.has_open_rate());
                if taken.is_some() {
                    let charged = state.after(read.as_gigs(taken.as_deref(), state)?);
                    if charged.problem(Field::Rate).is_some() {
                        taken = None;
                    } else {
                        shown = charged;
                    }
                }
                if shown.is_stale() && !state.is_stale() || shown.problem(Field::Currency).is_some() {
                    self.said = Some(BooksDone::OtherCurrency);
                    return None;
                }
                let fee = shown.answer.comparison.outcomes.gigs.service_fee;
                let is_said = read.check.unsaid > 0 || shown.is_stale() || read.is_fee(fee);
                self.said = Some(if is_said { BooksDone::Used } else { BooksDone::UsedAtOtherFee });
                return Some(Effect::Act(read.as_gigs(taken.as_deref(), state)?));
            }
            Action::CopyReport(text) => return Some(Effect::Copy(text)),
            Action::Copied(is_done) => self.said = Some(if is_done { BooksDone::Copied } else { BooksDone::NotCopied }),
        }
        None
    }

    /// Whether more of the file, or of what follows from it, is to come.
    pub fn is_working(&self) -> bool {
        match &self.stage {
            _ if self.reading.is_some() => true,
            Stage::Read(read) => !read.waiting.is_empty(),
            Stage::Empty | Stage::Unfit(_) => false,
        }
    }

    /// The progress in thousandths, while the file is being read.
    pub fn done(&self) -> Option<u16> {
        self.reading.as_ref().map(|(_, done)| *done)
    }

    fn give_up(&mut self, why: Unfit) {
        *self = Opened { stage: Stage::Unfit(why), others: self.others, ..Opened::default() };
    }

    fn begin(&mut self, state: &State) -> Effect {
        let usual = Usual { currency: state.answer.scenario.currency(), mark: state.draft.decimal_mark() };
        let settings = Settings { platform: self.fees.of_other(state), rate: rate(state), ..self.settings };
        self.reading = Some((Box::new(Reading::new(settings, usual)), 0));
        self.said = None;
        Effect::Read
    }

    fn take(&mut self, piece: Option<&str>, part: u16, state: &State) {
        let Some((reading, done)) = &mut self.reading else {
            if let Stage::Read(read) = &mut self.stage {
                read.go_on(state);
            }
            return;
        };
        if let Some(piece) = piece {
            if *done == 0
                && let Some(unfit) = unfit(piece)
            {
                return self.give_up(unfit);
            }
            *done = part.max(1);
            if reading.take(piece) {
                return;
            }
        }
        let Some((reading, _)) = self.reading.take() else { return };
        let statement = reading.end();
        // The reader's changes start from the layout that was found.
        self.settings.columns = Some(statement.head.columns);
        let platform = self.fees.platform(&statement, state);
        let read = Read::of(statement, platform, self.year, state);
        self.year = read.year;
        self.said = None;
        self.stage = Stage::Read(Box::new(read));
    }

    fn choose(&mut self, setting: Setting, state: &State) -> Option<Effect> {
        let Stage::Read(read) = &mut self.stage else { return None };
        // It was said of other figures.
        self.said = None;
        match setting {
            Setting::Fees(fees) => {
                self.fees = fees;
                // The gross then follows from another fee, also in a file that is still being read.
                let Head { service, columns, .. } = read.statement.head;
                if self.reading.is_some() || service == Service::Other && columns.has_only_net() {
                    return Some(self.begin(state));
                }
                read.platform = fees.platform(&read.statement, state);
                read.check_again(state);
                return (!read.waiting.is_empty()).then_some(Effect::GoOn);
            }
            Setting::Year(year) => {
                self.year = year;
                // A file that is still being read gets the year when it ends.
                if self.reading.is_some() {
                    return None;
                }
                read.year = year;
                read.check_again(state);
                return (!read.waiting.is_empty()).then_some(Effect::GoOn);
            }
            Setting::Column(column, place) => {
                // While the file is read again, what is shown has the columns before.
                let columns = self.settings.columns.unwrap_or(read.statement.head.columns);
                self.settings.columns = Some(columns.with(column, place));
            }
            Setting::Order(order) => self.settings.order = Some(order),
            Setting::Mark(mark) => self.settings.mark = Some(mark),
            Setting::Currency(currency) => self.settings.currency = Some(currency),
        }
        Some(self.begin(state))
    }
}

/// The kind of a file that is not a text with cells, by its beginning.
fn unfit(beginning: &str) -> Option<Unfit> {
    if beginning.starts_with("PK\u{3}\u{4}") || beginning.starts_with("\u{fffd}\u{fffd}\u{11}\u{fffd}") {
        Some(Unfit::Workbook)
    } else if beginning.contains('\0') || beginning.starts_with("%PDF") {
        Some(Unfit::NoText)
    } else {
        None
    }
}

impl Fees {
    fn platform(self, statement: &Statement, state: &State) -> Option<&'static Platform> {
        match (self, statement.head.service) {
            (Fees::None | Fees::Of(_), _) | (Fees::Usual, Service::Other) => self.of_other(state),
            (Fees::Usual, service) => service.platform(),
        }
    }

    /// The fees for a file that no known service wrote.
    fn of_other(self, state: &State) -> Option<&'static Platform> {
        match self {
            Fees::None => None,
            Fees::Of(platform) => Some(platform),
            Fees::Usual => match state.answer.scenario.fee_source() {
                FeeSource::Schedule(schedule) => Some(schedule.platform()),
                FeeSource::Custom => None,
            },
        }
    }
}

/// The year of a payment, if the file has dates.
fn year(paid: &Paid) -> Option<i32> {
    paid.day.map(Date::year)
}

impl Read {
    fn of(statement: Statement, platform: Option<&'static Platform>, chosen: Option<i32>, state: &State) -> Read {
        let mut years: Vec<i32> = statement.payments.iter().filter_map(year).collect();
        years.dedup();
        years.reverse();
        let year = chosen.filter(|year| years.contains(year));
        let mut read = Read {
            statement,
            years,
            platform,
            year,
            check: Check::default(),
            others: vec![],
            list: None,
            waiting: vec![],
        };
        read.check_again(state);
        read
    }

    /// Whether a payment is in the year that counts.
    pub fn counts(&self, paid: &Paid) -> bool {
        self.year.is_none() || year(paid) == self.year
    }

    fn check_again(&mut self, state: &State) {
        let counts = |paid: &Paid| self.counts(paid);
        let Statement { payments, currency, clients, .. } = &self.statement;
        let list = gigs(payments.iter().filter(|paid| counts(paid)), clients, *currency);
        self.check = check(&self.statement.history(), &counts, self.platform, *currency, rate(state));
        self.list = list;
        // And under the fees that the platform had before.
        let past = self
            .platform
            .into_iter()
            .flat_map(Platform::freelancer)
            .filter(|schedule| schedule.until().is_some() && schedule.fee_in(*currency).is_some());
        self.waiting = if payments.is_empty() { vec![] } else { others(*currency).chain(past).collect() };
        self.others.clear();
        // A few payments take no time.
        if payments.len() < 500 {
            while !self.waiting.is_empty() {
                self.go_on(state);
            }
        }
    }

    /// Compares a few more schedules.
    fn go_on(&mut self, state: &State) {
        for _ in 0..SCHEDULES {
            let Some(schedule) = self.waiting.pop() else { break };
            let counts = |paid: &Paid| self.counts(paid);
            let currency = &self.statement.currency;
            if let Some(fee) = under(schedule, &self.statement.history(), &counts, *currency, rate(state)) {
                let after = self.others.partition_point(|(_, other)| *other <= fee);
                self.others.insert(after, (schedule, fee));
            }
        }
    }

    /// Whether the payments that count can become a list.
    pub fn is_list(&self) -> bool {
        self.list.is_some()
    }

    /// The rate, in percent, that the file says was taken of each client's payments.
    fn rate(&self) -> Option<String> {
        let Check { gross, fee, clients, unsaid: 0, .. } = &self.check else { return None };
        // A payment that was refunded in full becomes no gig.
        let [gross, fee] = [*gross, *fee - self.check.kept_fees()].map(|sum| i128::from(sum.minor()));
        // Each payment's fee may be rounded: the rate with the fewest decimals is meant.
        let rate = |decimals: u32| {
            let whole = 100 * 10_i128.pow(decimals);
            let rate = if gross > 0 { quotient(fee * whole, gross) } else { return None };
            let is_at_it = |sum: &ClientSum| {
                let [gross, fee] = [sum.gross, sum.fee - sum.kept_fees].map(|sum| i128::from(sum.minor()));
                (rate * gross - fee * whole).abs() <= whole * i128::from(sum.payments)
            };
            clients.iter().all(is_at_it).then(|| scaled(rate, decimals).normalize().to_string())
        };
        (0..=2).find_map(rate)
    }

    /// Whether that is what the file says was taken in all, but for rounding of each payment.
    fn is_fee(&self, fee: Money) -> bool {
        (self.check.fee - self.check.kept_fees() - fee).abs().minor() <= i64::from(self.check.payments())
    }

    /// Makes the payments that count the calculator's gigs: today's fee of the platform, at that rate if there is one, the list, and
    /// one contract for all of it. None if there are too many for a list.
    pub fn as_gigs(&self, rate: Option<&str>, state: &State) -> Option<state::Action> {
        let (list, gross) = self.list.clone()?;
        let currency = self.statement.currency;
        let newest = self.platform.and_then(|platform| platform.freelancer().last());
        let fee = newest.filter(|schedule| schedule.until().is_none() && schedule.fee_in(currency).is_some());
        let mut actions: Vec<state::Action> =
            fee.map(|schedule| state::Action::ChooseSchedule(schedule.id.to_owned())).into_iter().collect();
        // Both sides begin anew: the payments are the history, and the contract is one.
        let anew = [
            Field::GigListLevel,
            Field::GigBilled,
            Field::GigMonths,
            Field::GigDuration,
            Field::ContractList,
            Field::ContractBilled,
            Field::ContractMonths,
            Field::ContractDuration,
            Field::ContractPayments,
        ];
        let mut values: Vec<(Field, String)> =
            anew.map(|field| (field, field.default_text().to_owned())).into_iter().collect();
        values.push((Field::GigList, list));
        // A link that led here may show the names in its list. These are the names of the reader’s own clients.
        values.push((Field::ListNames, Kind::NO.to_owned()));
        if currency != state.answer.scenario.currency() || fee.is_some_and(|fee| fee.currency != currency) {
            values.insert(0, (Field::Currency, currency.code().to_owned()));
        }
        values.push((Field::ContractPrice, currency.plain(gross)));
        actions.push(state::Action::OwnRates(false));
        actions.push(state::Action::Set(values));
        if let Some(rate) = rate {
            actions.push(state::Action::Set(vec![(Field::Rate, rate.to_owned())]));
        }
        Some(state::Action::Several(actions))
    }
}

/// The platforms that a file can be compared with: those that charge freelancers.
pub fn platforms() -> impl Iterator<Item = &'static Platform> {
    PLATFORMS.iter().filter(|platform| !platform.freelancer().is_empty())
}
