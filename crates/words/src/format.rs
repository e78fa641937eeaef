//! How do numbers and dates look?

use time::{Date, Month};

use super::text::{self, Count};
use engine::amount::{Currency, Decimal, Money, Rate, in_percent, round};
use engine::scenario::{DecimalMark, Field, Unit, read_as};

/// The look of numbers: the currency's sign and digits, the language's separators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    /// The currency of every amount.
    pub currency: Currency,
    /// The decimal mark; the other one separates thousands.
    pub mark: DecimalMark,
}

// No line break between a number and its unit.
const SPACE: &str = "\u{a0}";
const MINUS: &str = "−";

impl Format {
    /// A text that differs if and only if the format does.
    pub fn key(&self) -> String {
        format!("{} {}", self.currency.code(), self.mark as u8)
    }

    /// `$1,200.50`
    pub fn money(&self, amount: Money) -> String {
        let sign = if amount < Money::ZERO { MINUS } else { "" };
        format!("{sign}{}{}", self.symbol(), self.amount(amount.abs()))
    }

    /// `1,200.50`, as a field shows it beside the currency's sign.
    pub fn amount(&self, amount: Money) -> String {
        self.number(self.currency.major(amount))
    }

    /// `$1,200` if there are no cents, otherwise `$1,200.50`: in sentences, labels and on axes. Sums that are added up,
    /// tables and exports have cents throughout.
    pub fn short_money(&self, amount: Money) -> String {
        let sign = if amount < Money::ZERO { MINUS } else { "" };
        format!("{sign}{}{}", self.symbol(), self.short(amount.abs()))
    }

    /// The article before an amount in a sentence, by the sound with which it begins: eight, eleven and eighteen, with or without
    /// thousands after them, begin with a vowel; a currency that is named by its code begins with that letter's name.
    pub(super) fn article(&self, amount: Money) -> String {
        let is_vowel = if let Some(code) = self.symbol().strip_suffix(SPACE) {
            code.starts_with(['A', 'E', 'F', 'H', 'I', 'L', 'M', 'N', 'O', 'R', 'S', 'X'])
        } else {
            let mut first = amount.minor() / self.currency.minor_per_major();
            while first >= 1_000 {
                first /= 1_000;
            }
            matches!(first, 8 | 11 | 18 | 80..=89 | 800..=899)
        };
        if is_vowel { text::article_vowel().into() } else { text::article_consonant().into() }
    }

    /// The same without the currency’s sign.
    pub fn short(&self, amount: Money) -> String {
        let whole = self.currency.major(amount).normalize();
        if whole.scale() == 0 { self.number(whole) } else { self.amount(amount) }
    }

    /// `10,000`
    pub fn count(&self, count: u32) -> String {
        self.number(Decimal::from(count))
    }

    /// The same in a sentence that counts things.
    pub(super) fn counted(&self, count: u32) -> Count {
        self.counted_in_parts(Decimal::from(count))
    }

    /// The same for what can be half of something.
    pub(super) fn counted_in_parts(&self, count: Decimal) -> Count {
        Count { is_one: count == Decimal::ONE, text: self.number(count) }
    }

    /// `7.5%`
    pub fn rate(&self, rate: Rate) -> String {
        percentage(self.percent(rate))
    }

    /// The same for a rate in millionths, which may be beyond those of a fee.
    pub fn millionths(&self, rate: i64) -> String {
        percentage(self.number(Decimal::new(rate, 4).normalize()))
    }

    /// `7.5`, as a field shows it beside the percent sign.
    pub fn percent(&self, rate: Rate) -> String {
        self.number(rate.percent())
    }

    /// `8.7%`: a share of something, as a [fraction](Format::fraction).
    pub fn share(&self, part: Money, of: Money) -> String {
        self.fraction(part.part_of(of))
    }

    fn one_decimal(&self, percent: Decimal) -> String {
        percentage(self.number(round(percent, 1).normalize()))
    }

    /// `3.1%`: a chance or a score as a fraction of one, to one decimal of a percent. A value that is nearly 0 or
    /// nearly 100 is not rounded to it.
    pub fn fraction(&self, fraction: Decimal) -> String {
        let percent = in_percent(fraction);
        let (little, much) = (Decimal::new(1, 1), Decimal::new(999, 1));
        if fraction > Decimal::ZERO && percent < little {
            text::Under { limit: self.one_decimal(little) }.say()
        } else if fraction < Decimal::ONE && percent > much {
            text::Over { limit: self.one_decimal(much) }.say()
        } else {
            self.one_decimal(percent)
        }
    }

    /// The same for a limit: with as many decimals as distinguish it from 0 and 100.
    pub fn limit(&self, fraction: Decimal) -> String {
        let percent = in_percent(fraction);
        let tells = |rounded: &Decimal| *rounded == percent || !rounded.is_zero() && *rounded != Decimal::ONE_HUNDRED;
        let limit = (1..=6).map(|places| round(percent, places)).find(tells);
        percentage(self.number(limit.unwrap_or(percent).normalize()))
    }

    /// `22 Nov 2026`
    pub fn date(&self, date: Date) -> String {
        let month = match date.month() {
            Month::January => text::january(),
            Month::February => text::february(),
            Month::March => text::march(),
            Month::April => text::april(),
            Month::May => text::may(),
            Month::June => text::june(),
            Month::July => text::july(),
            Month::August => text::august(),
            Month::September => text::september(),
            Month::October => text::october(),
            Month::November => text::november(),
            Month::December => text::december(),
        };
        text::Date { day: date.day().to_string(), month: month.to_owned(), year: date.year().to_string() }.say()
    }

    /// A field's [value](engine::scenario::Inputs::get) as the field shows it.
    pub fn value(&self, field: Field, value: i64) -> String {
        match field.kind().unit() {
            Unit::Money => self.amount(Money::from_minor(value)),
            Unit::Percent | Unit::Hours => self.number(Decimal::new(value, 2).normalize()),
            Unit::None => self.number(Decimal::from(value)),
        }
    }

    /// The same with its sign: `30`, `$500`, `12%`.
    pub fn value_with_unit(&self, field: Field, value: i64) -> String {
        match field.kind().unit() {
            Unit::Money => self.short_money(Money::from_minor(value)),
            Unit::Percent => percentage(self.value(field, value)),
            Unit::Hours => text::Time { number: self.value(field, value) }.say(),
            Unit::None => self.value(field, value),
        }
    }

    /// The same for a number written with this decimal mark; any other text stays as it is.
    pub fn written(&self, field: Field, text: &str, mark: DecimalMark) -> String {
        let unit = field.kind().unit();
        let Ok(number) = read_as(text, unit, mark) else { return text.to_owned() };
        match unit {
            Unit::Money => {
                self.currency.amount(number).map_or_else(|| text.to_owned(), |amount| self.short_money(amount))
            }
            Unit::Percent => percentage(self.number(number.normalize())),
            Unit::Hours => text::Time { number: self.number(number.normalize()) }.say(),
            Unit::None => self.number(number),
        }
    }

    /// The sign of the currency, or its code if no sign is understood everywhere.
    pub fn symbol(&self) -> String {
        match self.currency.code() {
            "USD" => "$".into(),
            "EUR" => "€".into(),
            "GBP" => "£".into(),
            "JPY" => "¥".into(),
            "INR" => "₹".into(),
            "UAH" => "₴".into(),
            "PHP" => "₱".into(),
            code => format!("{code}{SPACE}"),
        }
    }

    /// `10,000`, `0.30`: an amount of a fee, which may belong to no currency yet.
    pub fn decimal(&self, amount: Decimal) -> String {
        self.number(amount)
    }

    /// Hours, given in hundredths: `12.5`.
    pub fn hours(&self, hundredths: i64) -> String {
        self.number(Decimal::new(hundredths, 2).normalize())
    }

    fn number(&self, number: Decimal) -> String {
        let (decimal, separator) = self.mark.signs();
        let plain = number.abs().to_string();
        let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
        let mut text = String::with_capacity(plain.len() + 4);
        if number.is_sign_negative() && !number.is_zero() {
            text.push_str(MINUS);
        }
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && self.mark.separates_before(whole.len() - index) {
                text.push(separator);
            }
            text.push(digit);
        }
        if !decimals.is_empty() {
            text.push(decimal);
            text.push_str(decimals);
        }
        text
    }
}

/// `7.5%`, for a number that is already written.
pub(super) fn percentage(number: String) -> String {
    text::Percent { number }.say()
}
