//! How are days written in files?

use engine::scenario::{is_letter, small};
use time::{Date, Month};

/// A day as it is written, before it is known whether the day or the month comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// A day that can be read in one way.
    Day(Date),
    /// Two numbers and a year.
    Numbers([u8; 2], i32),
}

/// The order of the day and the month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// `31/12/2026`
    DayFirst,
    /// `12/31/2026`
    #[default]
    MonthFirst,
}

// The first three letters of months, in small letters, in the languages in which the known services write them.
const MONTHS: [&[&str]; 12] = [
    &["jan", "ene", "gen", "янв"],
    &["feb", "fév", "fev", "фев"],
    &["mar", "mär", "mrz", "maa", "мар"],
    &["apr", "abr", "avr", "апр"],
    &["may", "mai", "mag", "mei", "мая"],
    &["jun", "giu", "июн"],
    &["jul", "lug", "июл"],
    &["aug", "ago", "aoû", "aou", "авг"],
    &["sep", "set", "сен"],
    &["oct", "okt", "ott", "out", "окт"],
    &["nov", "ноя"],
    &["dec", "dez", "dic", "déc", "дек"],
];

impl Written {
    /// Reads `2026-01-31`, `31 Jan 2026`, `Jan 31, 2026`, `31.1.2026`, `01/31/26`, each with or without a time after it.
    pub fn read(text: &str) -> Option<Written> {
        // A day of the week may look like a month: `mar. 13/01/2026`. After it comes a day with its month, not just a number.
        let behind = text.trim_start().trim_start_matches(is_letter).trim_start_matches(['.', ',', ' ', '\u{a0}']);
        let next = behind.trim_start_matches(|char: char| char.is_ascii_digit()).trim_start().chars().next();
        let has_month = next.is_some_and(|next| matches!(next, '/' | '.' | '-') || is_letter(next));
        let is_behind_a_word = behind.len() < text.trim_start().len() && has_month;
        let without = if is_behind_a_word { Written::whole(behind) } else { None };
        without.or_else(|| Written::whole(text))
    }

    fn whole(text: &str) -> Option<Written> {
        let mut numbers = vec![];
        let mut month = None;
        let mut separator = ' ';
        let mut rest = text.trim();
        while numbers.len() + usize::from(month.is_some()) < 3 {
            let first = rest.chars().next()?;
            let is_digit = first.is_ascii_digit();
            let end = rest.find(|char: char| char.is_ascii_digit() != is_digit || !is_digit && !is_letter(char));
            let (token, after) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
            if is_digit {
                // `20260131`
                let widths: &[usize] = if token.len() == 8 && numbers.is_empty() { &[4, 2, 2] } else { &[token.len()] };
                let mut digits = token;
                for width in widths {
                    let (number, others) = digits.split_at_checked(*width)?;
                    numbers.push((*width, number.parse::<u16>().ok()?));
                    digits = others;
                }
            } else if is_letter(first) {
                match month_named(token) {
                    Some(found) if month.is_none() => month = Some(found),
                    // `Sat, 31 Jan 2026`, `31 de enero de 2026`, `31st January 2026`, `2026年1月31日`
                    _ if numbers.is_empty() || BETWEEN.contains(&token) => {}
                    _ => return None,
                }
            } else if first == ':' {
                return None;
            } else {
                if first != ' ' && numbers.len() == 1 && month.is_none() {
                    separator = first;
                }
                rest = rest.strip_prefix(first).unwrap_or_default();
                continue;
            }
            rest = after;
        }
        let day = |year: u16, month: Month, day: u16| {
            Date::from_calendar_date(i32::from(year), month, u8::try_from(day).ok()?).ok().map(Written::Day)
        };
        match (numbers.as_slice(), month) {
            ([(1 | 2, first), (digits @ (2 | 4), last)], Some(month)) => day(year(*digits, *last), month, *first),
            ([(4, first), (1 | 2, last)], Some(month)) => day(*first, month, *last),
            ([(4, first), (1 | 2, second), (1 | 2, third)], None) => {
                day(*first, Month::try_from(u8::try_from(*second).ok()?).ok()?, *third)
            }
            ([(1 | 2, first), (1 | 2, second), (digits @ (2 | 4), last)], None) => {
                // Where a point separates them, the day comes first.
                if separator == '.' {
                    return day(year(*digits, *last), Month::try_from(u8::try_from(*second).ok()?).ok()?, *first);
                }
                let numbers = [u8::try_from(*first).ok()?, u8::try_from(*second).ok()?];
                let year = i32::from(year(*digits, *last));
                let written = Written::Numbers(numbers, year);
                [Order::DayFirst, Order::MonthFirst]
                    .iter()
                    .any(|order| written.day(*order).is_some())
                    .then_some(written)
            }
            _ => None,
        }
    }

    /// Reads the number of a day that a spreadsheet exports from a column of days: the days since 30 December 1899, perhaps with
    /// the time as a fraction. Only of this century: other numbers are something else.
    pub fn serial(text: &str) -> Option<Written> {
        let (days, time) = text.split_once(['.', ',']).unwrap_or((text, ""));
        let is_number = time.bytes().all(|byte| byte.is_ascii_digit());
        let days = days.parse::<u32>().ok().filter(|days| is_number && (36_526..=73_050).contains(days))?;
        Date::from_julian_day(2_415_019 + i32::try_from(days).ok()?).ok().map(Written::Day)
    }

    /// The day, if it exists.
    pub fn day(self, order: Order) -> Option<Date> {
        match self {
            Written::Day(day) => Some(day),
            Written::Numbers([first, second], year) => {
                let (day, month) = match order {
                    Order::DayFirst => (first, second),
                    Order::MonthFirst => (second, first),
                };
                Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()
            }
        }
    }

    /// The only order in which it is a day, if there is only one.
    pub fn order(self) -> Option<Order> {
        match (self.day(Order::DayFirst), self.day(Order::MonthFirst)) {
            (Some(_), None) => Some(Order::DayFirst),
            (None, Some(_)) => Some(Order::MonthFirst),
            _ => None,
        }
    }
}

/// The words that may separate the parts of a day.
const BETWEEN: [&str; 9] = ["de", "of", "st", "nd", "rd", "th", "er", "年", "月"];

/// Completes a year: one of two digits is in this century.
fn year(digits: usize, number: u16) -> u16 {
    if digits == 2 { 2_000 + number } else { number }
}

/// Whether a word is the name of a month, or short for one: `January`, `Sept`, `März`; not `Marketing`.
pub(crate) fn is_month(word: &str) -> bool {
    const WHOLE: [&str; 18] = [
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "januar",
        "februar",
        "märz",
        "juni",
        "juli",
        "oktober",
        "dezember",
    ];
    month_named(word).is_some() && (word.chars().count() < 5 || WHOLE.contains(&word))
}

fn month_named(name: &str) -> Option<Month> {
    let name: String = name.chars().map(small).collect();
    let start: String = name.chars().take(3).collect();
    // June and July begin alike in French.
    let number = match name.as_str() {
        "juin" => 6,
        "juil" | "juillet" => 7,
        _ => 1 + MONTHS.iter().position(|names| names.contains(&start.as_str()))?,
    };
    Month::try_from(u8::try_from(number).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::{Order, Written};
    use time::macros::date;

    #[test]
    fn days_are_read_as_services_write_them() {
        for text in [
            "2026-01-31",
            "2026-01-31T23:59:01Z",
            "2026-01-31 23:59",
            "2026/1/31",
            "Jan 31, 2026",
            "January 31, 2026",
            "31 Jan 2026",
            "31-Jan-2026",
            "31-Jan-26",
            "Sat, 31 Jan 2026 10:00",
            "31. Januar 2026",
            "31 de enero de 2026",
            "31.01.2026",
            "31.1.26",
            "31st January 2026",
            "31st of January, 2026",
            "January 31st, 2026",
            "20260131",
            "20260131T235901",
            "2026年1月31日",
            "mar. 31.01.2026",
            "mar 31 janvier 2026",
            "mardi 31 janvier 2026",
            "31. 1. 2026",
        ] {
            assert_eq!(Written::read(text), Some(Written::Day(date!(2026 - 01 - 31))), "{text}");
        }
        assert_eq!(Written::read("mar. 13/01/2026"), Some(Written::Numbers([13, 1], 2026)));
        assert_eq!(Written::read("Mar 12, 26 10:05"), Some(Written::Day(date!(2026 - 03 - 12))));
        assert_eq!(Written::read("14 juil. 2026"), Some(Written::Day(date!(2026 - 07 - 14))));
        for text in [
            "",
            "soon",
            "12",
            "31/31/2026",
            "30 Feb 2026",
            "1200.50",
            "2026",
            "12:30:10",
            "id 5-7-9-11",
            "20261331",
            "12345678",
            "31 or 1 2026",
        ] {
            assert_eq!(Written::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_spreadsheet_counts_days() {
        // 1 January 2000 is 36,526, and 31 January 2026 is 46,053.
        assert_eq!(Written::serial("36526"), Some(Written::Day(date!(2000 - 01 - 01))));
        assert_eq!(Written::serial("46053"), Some(Written::Day(date!(2026 - 01 - 31))));
        assert_eq!(Written::serial("46053.5"), Some(Written::Day(date!(2026 - 01 - 31))));
        for text in ["", "36525", "73051", "46053x", "46.053.1", "-46053"] {
            assert_eq!(Written::serial(text), None, "{text}");
        }
    }

    #[test]
    fn two_numbers_wait_for_their_order() {
        let both = Written::read("03/04/2026 10:00").unwrap();
        assert_eq!(
            (both.day(Order::DayFirst), both.day(Order::MonthFirst), both.order()),
            (Some(date!(2026 - 04 - 03)), Some(date!(2026 - 03 - 04)), None)
        );
        let one = Written::read("13/04/26").unwrap();
        assert_eq!((one.order(), one.day(Order::MonthFirst)), (Some(Order::DayFirst), None));
    }
}
