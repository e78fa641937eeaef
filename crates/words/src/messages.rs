//! What is wrong with a text? The message at the field and, for links and attributes, under the verdict.

use super::words::listed;
use super::{Words, text};
use engine::amount::{Currency, Decimal, RateError};
use engine::fees::{Expected, NotationError};
use engine::scenario::{Field, Ignored, InList, Kind, ListError, MOST_LINES, Problem, Reason, Unit, awaits, limits};

impl Words {
    /// The message about what a field expects, if something else was typed.
    pub fn problem(&self, problem: &Problem) -> String {
        self.wrong(problem.field, &problem.reason)
    }

    fn wrong(&self, field: Field, reason: &Reason) -> String {
        match reason {
            Reason::Empty if matches!(field, Field::Fee | Field::ClientFee) => text::type_fee().into(),
            Reason::Empty | Reason::NotANumber => text::TypeNumber { example: self.example(field) }.say(),
            Reason::Unclear => text::unclear().into(),
            Reason::Negative => text::negative().into(),
            Reason::Zero if matches!(field, Field::GigWinRate | Field::ContractWinRate) => text::zero_win_rate().into(),
            Reason::Zero => text::zero().into(),
            Reason::NotWhole => text::not_whole().into(),
            Reason::TooManyDigits(most) => text::TooManyDigits { decimals: self.format.counted(*most) }.say(),
            Reason::TakesAll => text::takes_all().into(),
            Reason::NoHours => text::no_hours().into(),
            Reason::TooMany(most) => text::AtMost { most: self.format.count(*most) }.say(),
            Reason::TooLarge(most, currency) => {
                text::AtMost { most: super::Format { currency: *currency, ..self.format }.short_money(*most) }.say()
            }
            Reason::TotalTooLarge(most, currency) => {
                text::TotalAtMost { most: super::Format { currency: *currency, ..self.format }.short_money(*most) }
                    .say()
            }
            Reason::TooFine(currency) => match currency.digits() {
                0 => text::NoSmallerUnit { currency: currency.code().to_owned() }.say(),
                digits => {
                    text::TooFine { currency: currency.code().to_owned(), decimals: self.format.counted(digits) }.say()
                }
            },
            Reason::Rate(RateError::OutOfRange) => text::rate_out_of_range().into(),
            Reason::Rate(RateError::TooFine) => text::rate_too_fine().into(),
            Reason::RateOutside(least, most) => {
                text::RateOutside { least: self.format.rate(*least), most: self.format.rate(*most) }.say()
            }
            Reason::Notation(error) => notation(error),
            Reason::List(error) => self.list_error(error),
            Reason::FeeTooFine(currency) => text::FeeTooFine { currency: currency.code().to_owned() }.say(),
            Reason::UnknownSchedule => text::unknown_schedule().into(),
            Reason::UnknownStatus(statuses) => {
                text::Wanted { choice: either(statuses.iter().map(String::as_str)) }.say()
            }
            Reason::UnknownChoice(words) => text::Wanted { choice: either(words.iter().copied()) }.say(),
            Reason::UnknownCurrency => text::unknown_currency().into(),
            Reason::OtherCurrency(currency) => text::OtherCurrency { currency: currency.code().to_owned() }.say(),
            Reason::UnknownLanguage => text::unknown_language().into(),
            Reason::UnknownName => text::unknown_name().into(),
            Reason::Repeated => text::repeated().into(),
            Reason::ForeignAmount => self.nothing_converted(),
        }
    }

    /// The place where a text stops being a list of jobs, and what was expected there.
    fn list_error(&self, error: &ListError) -> String {
        let ListError { at, found, expected } = error;
        let expected = match expected {
            InList::Count => text::list_count().into(),
            InList::Price => text::list_price().into(),
            InList::Clearer => text::list_clearer().into(),
            InList::Space => text::list_space().into(),
            InList::For => text::list_for().into(),
            InList::Client => text::list_client().into(),
            InList::FewerJobs => text::ListFewerJobs { most: self.format.count(limits::MAX_GIGS) }.say(),
            InList::FewerLines => {
                text::ListFewerLines { most: self.format.count(u32::try_from(MOST_LINES).unwrap_or(u32::MAX)) }.say()
            }
            InList::Reader => return text::not_loaded().into(),
        };
        if found.is_empty() {
            text::ListEnd { expected }.say()
        } else {
            text::ListUnexpected { found: found.clone(), at: at.to_string(), expected }.say()
        }
    }

    /// A number that a field takes, as the page writes it.
    fn example(&self, field: Field) -> String {
        let kind = field.kind();
        self.format.decimal(match (kind.unit(), kind) {
            (Unit::Percent, _) => Decimal::TEN,
            (Unit::Hours, _) => Decimal::new(7_5, 1),
            (Unit::Money, _) if self.format.currency.digits() == 0 => Decimal::new(1_200, 0),
            (Unit::Money, _) => Decimal::new(120_050, 2),
            (Unit::None, Kind::Whole { most: ..=100, .. } | Kind::Clients) => Decimal::new(3, 0),
            (Unit::None, _) => Decimal::new(30, 0),
        })
    }

    /// The reading of a number that can be read in two ways, and the words on a button for the other reading.
    pub fn understood(&self, number: Decimal, other: Decimal) -> [String; 2] {
        let [number, other] = [number, other].map(|number| self.format.decimal(number));
        [text::ReadAs { number }.say(), text::MeantOther { number: other }.say()]
    }

    /// The message that an amount in another currency counts as one in that of the page.
    pub fn nothing_converted(&self) -> String {
        text::NothingConverted { currency: self.format.currency.code().to_owned() }.say()
    }

    /// The button that counts amounts in the currency that was typed.
    pub fn use_currency(&self, currency: Currency) -> String {
        text::UseCurrency { currency: currency.code().to_owned() }.say()
    }

    /// The button that brings amounts back to a currency.
    pub fn keep_currency(&self, currency: Currency) -> String {
        text::KeepCurrency { currency: currency.code().to_owned() }.say()
    }

    /// A line for the parts of a link that were ignored besides those that are listed.
    pub fn more_ignored(&self, count: u32) -> String {
        text::MoreIgnored { number: self.format.count(count) }.say()
    }

    /// One line for a part of a link or an attribute that was ignored.
    pub fn ignored(&self, ignored: &Ignored) -> String {
        let field = ignored.field.unwrap_or(Field::Schedule);
        // A schedule that has not arrived is not unknown.
        let is_missing = matches!(ignored.reason, Reason::UnknownSchedule) && awaits(&ignored.value);
        let why = if is_missing { text::not_loaded().into() } else { self.wrong(field, &ignored.reason) };
        let value: String = ignored.value.chars().take(40).collect();
        let name: String = ignored.name.chars().take(40).collect();
        // It is used, as it is where it is typed.
        if matches!(ignored.reason, Reason::ForeignAmount) {
            return text::NotedValue { name, value, why }.say();
        }
        if value.is_empty() { text::Ignored { name, why }.say() } else { text::IgnoredValue { name, value, why }.say() }
    }
}

/// The place where a text stops being a fee, and what was expected there.
fn notation(error: &NotationError) -> String {
    let NotationError { at, found, expected } = error;
    let (at, expected) = (at.to_string(), expected_text(*expected).to_owned());
    if found.is_empty() {
        text::NotationEnd { expected }.say()
    } else {
        text::NotationUnexpected { found: found.clone(), at, expected }.say()
    }
}

/// The element that the notation expects at some position.
fn expected_text(expected: Expected) -> &'static str {
    match expected {
        Expected::Rate => text::expected_rate(),
        Expected::RateInRange => text::expected_rate_in_range(),
        Expected::CoarserRate => text::expected_coarser_rate(),
        Expected::RisingRange => text::expected_rising_range(),
        Expected::SameRange => text::expected_same_range(),
        Expected::Percent => text::expected_percent(),
        Expected::Amount => text::expected_amount(),
        Expected::ClearAmount => text::expected_clear_amount(),
        Expected::AmountInRange => text::expected_amount_in_range(),
        Expected::SmallerAmount => text::expected_smaller_amount(),
        Expected::RisingLimit => text::expected_rising_limit(),
        Expected::NextTier => text::expected_next_tier(),
        Expected::Continuation => text::expected_continuation(),
        Expected::Whole => text::expected_whole(),
        Expected::FirstJob => text::expected_first_job(),
        Expected::FallingRates => text::expected_falling_rates(),
        Expected::SmallerTax => text::expected_smaller_tax(),
        Expected::MoreLeft => text::expected_more_left(),
        Expected::EachPayment => text::expected_each_payment(),
        Expected::Tax => text::expected_tax(),
        Expected::Name => text::expected_name(),
        Expected::OtherName => text::expected_other_name(),
        Expected::MoreMonths => text::expected_more_months(),
        Expected::Later => text::expected_later(),
        Expected::LeastOrMost => text::expected_least_or_most(),
        Expected::MostAboveLeast => text::expected_most_above_least(),
        Expected::OnlyOnce => text::expected_only_once(),
        Expected::Basis => text::expected_basis(),
        Expected::End => text::expected_end(),
    }
}

/// The choices in a row: `card, bank or cash`.
fn either<'a>(choices: impl DoubleEndedIterator<Item = &'a str>) -> String {
    let mut choices = choices.map(str::to_owned);
    let last = choices.next_back();
    match (listed(&mut choices), last) {
        (Some(before), Some(item)) => text::Either { before, item }.say(),
        (_, last) => last.unwrap_or_default(),
    }
}
