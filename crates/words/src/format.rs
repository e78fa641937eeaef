//! How do numbers and dates look?

use time::{Date, Month};

use engine::amount::{Currency, Decimal, Money, Rate, round};
use engine::scenario::{DecimalMark, Field, Kind};

/// How numbers look: the currency's sign and digits, the language's separators.
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
    /// `$1,200.50`
    pub fn money(&self, amount: Money) -> String {
        let sign = if amount < Money::ZERO { MINUS } else { "" };
        format!("{sign}{}{}", self.symbol(), self.amount(amount.abs()))
    }

    /// `1,200.50`, as a field shows it beside the currency's sign.
    pub fn amount(&self, amount: Money) -> String {
        self.number(self.currency.major(amount))
    }

    /// `1,200` if there are no cents, otherwise `1,200.50`.
    pub fn short(&self, amount: Money) -> String {
        let whole = self.currency.major(amount).normalize();
        if whole.scale() == 0 { self.number(whole) } else { self.amount(amount) }
    }

    /// `10,000`
    pub fn count(&self, count: u32) -> String {
        self.number(Decimal::from(count))
    }

    /// `7.5 %`
    pub fn rate(&self, rate: Rate) -> String {
        format!("{}{SPACE}%", self.percent(rate))
    }

    /// `7.5`, as a field shows it beside the percent sign.
    pub fn percent(&self, rate: Rate) -> String {
        self.number(rate.percent())
    }

    /// `8.7 %`: a share of something, to one decimal of a percent.
    pub fn share(&self, part: Money, of: Money) -> String {
        let percent = if of == Money::ZERO { Decimal::ZERO } else { part.exact() * Decimal::ONE_HUNDRED / of.exact() };
        self.one_decimal(percent)
    }

    fn one_decimal(&self, percent: Decimal) -> String {
        let mut percent = round(percent, 1);
        percent.rescale(1);
        format!("{}{SPACE}%", self.number(percent))
    }

    /// `3.1 %`: a chance or a score as a fraction of one, to one decimal of a percent. A value that is nearly 0 or
    /// nearly 100 is not rounded to it.
    pub fn fraction(&self, fraction: Decimal) -> String {
        let percent = fraction * Decimal::ONE_HUNDRED;
        let (little, much) = (Decimal::new(1, 1), Decimal::new(999, 1));
        if fraction > Decimal::ZERO && percent < little {
            format!("under {}", self.one_decimal(little))
        } else if fraction < Decimal::ONE && percent > much {
            format!("over {}", self.one_decimal(much))
        } else {
            self.one_decimal(percent)
        }
    }

    /// The same for a limit: with as many decimals as distinguish it from 0 and 100.
    pub fn limit(&self, fraction: Decimal) -> String {
        let percent = fraction * Decimal::ONE_HUNDRED;
        let tells = |rounded: &Decimal| *rounded == percent || !rounded.is_zero() && *rounded != Decimal::ONE_HUNDRED;
        let limit = (1..=6).map(|places| round(percent, places)).find(tells);
        format!("{}{SPACE}%", self.number(limit.unwrap_or(percent)))
    }

    /// `2 May 2023`
    pub fn date(&self, date: Date) -> String {
        let month = match date.month() {
            Month::January => "January",
            Month::February => "February",
            Month::March => "March",
            Month::April => "April",
            Month::May => "May",
            Month::June => "June",
            Month::July => "July",
            Month::August => "August",
            Month::September => "September",
            Month::October => "October",
            Month::November => "November",
            Month::December => "December",
        };
        format!("{}{SPACE}{month}{SPACE}{}", date.day(), date.year())
    }

    /// A field's [value](engine::scenario::Inputs::get) as the field shows it.
    pub fn value(&self, field: Field, value: i64) -> String {
        match field.kind() {
            Kind::Money { .. } => self.amount(Money::from_minor(value)),
            Kind::Percent { .. } | Kind::Rate { .. } | Kind::Hours => self.number(Decimal::new(value, 2).normalize()),
            _ => self.number(Decimal::from(value)),
        }
    }

    /// The same with its sign: `30`, `$500.00`, `12 %`.
    pub fn value_with_unit(&self, field: Field, value: i64) -> String {
        match field.kind() {
            Kind::Money { .. } => self.money(Money::from_minor(value)),
            Kind::Percent { .. } | Kind::Rate { .. } => format!("{}{SPACE}%", self.value(field, value)),
            Kind::Hours => format!("{}{SPACE}h", self.value(field, value)),
            _ => self.value(field, value),
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
