//! What is wrong with a text? The message at the field and, for links and attributes, under the verdict.

use super::Words;
use engine::amount::{Decimal, RateError};
use engine::scenario::{Field, Ignored, Kind, Problem, Reason};

impl Words {
    /// What a field expects, if something else was typed.
    pub fn problem(&self, problem: &Problem) -> String {
        let example = match problem.field.kind() {
            Kind::Whole { most, .. } if most > 100 => "30",
            Kind::Whole { .. } => "3",
            Kind::Rate { .. } | Kind::Percent { .. } => "10",
            Kind::Hours => "7.5",
            _ => "1,200.50",
        };
        match &problem.reason {
            Reason::Empty if matches!(problem.field, Field::Fee | Field::ClientFee) => {
                "Type a fee, such as 10%.".into()
            }
            Reason::Empty => format!("Type a number, such as {example}."),
            Reason::NotANumber => format!("This is not a number. Type one such as {example}."),
            Reason::Negative => "This is below zero. Type a number above it.".into(),
            Reason::Zero if matches!(problem.field, Field::GigWinRate | Field::ContractWinRate) => {
                "At 0 % no bid ever wins, so there is nothing to compare. Type a share above zero.".into()
            }
            Reason::Zero => "This has to be more than zero.".into(),
            Reason::NotWhole => "This has to be a whole number.".into(),
            Reason::TooManyDigits(most) => format!("At most {most} digits behind the point."),
            Reason::TakesAll => "With its tax this fee takes all there is, so there is nothing to compare.".into(),
            Reason::NoHours => "Type the hours that it takes, so that an hour has a pay to compare.".into(),
            Reason::TooMany(most) => format!("At most {}.", self.format.count(*most)),
            Reason::TooLarge(most, currency) => {
                format!("At most {}.", super::Format { currency: *currency, ..self.format }.money(*most))
            }
            Reason::TotalTooLarge(most, currency) => format!(
                "All gigs together may come to at most {}.",
                super::Format { currency: *currency, ..self.format }.money(*most)
            ),
            Reason::TooFine(currency) => match currency.digits() {
                0 => format!("{} has no smaller unit: type a whole number.", currency.code()),
                digits => format!("{} has {digits} digits behind the point, not more.", currency.code()),
            },
            Reason::Rate(RateError::OutOfRange) => "A rate is at least 0 % and at most 99.99 %.".into(),
            Reason::Rate(RateError::TooFine) => "A rate has at most 4 digits behind the point.".into(),
            Reason::RateOutside(least, most) => {
                format!("This fee allows {} to {}.", self.format.rate(*least), self.format.rate(*most))
            }
            Reason::Notation(error) => {
                let mut error = format!("{error}.");
                if let Some(first) = error.get_mut(..1) {
                    first.make_ascii_uppercase();
                }
                error
            }
            Reason::FeeTooFine(currency) => {
                format!("The fee names an amount with more digits behind the point than {} has.", currency.code())
            }
            Reason::UnknownSchedule => "There is no schedule of this name.".into(),
            Reason::UnknownStatus(statuses) => format!("Wanted: {}.", statuses.join(" or ")),
            Reason::UnknownChoice(words) => format!("Wanted: {}.", words.join(" or ")),
            Reason::UnknownCurrency => "A currency is three letters, such as USD.".into(),
            Reason::OtherCurrency(currency) => format!("The limits of this fee are in {}.", currency.code()),
            Reason::UnknownLanguage => "A language is a tag such as en or pt-BR.".into(),
            Reason::UnknownName => "There is nothing of this name.".into(),
            Reason::Repeated => "It was named once already.".into(),
        }
    }

    /// How a number was understood that can be read in two ways, and the words on a button for the other reading.
    pub fn read_with_decimals(&self, other: Decimal) -> [String; 2] {
        ["Read with decimals.".into(), format!("I meant {}", self.format.decimal(other))]
    }

    /// A line for the parts of a link that were ignored besides those that are listed.
    pub fn more_ignored(&self, count: u32) -> String {
        format!("Not used: {} more.", self.format.count(count))
    }

    /// One line for a part of a link or an attribute that was ignored.
    pub fn ignored(&self, ignored: &Ignored) -> String {
        let field = ignored.field.unwrap_or(Field::Schedule);
        let why = self.problem(&Problem { field, reason: ignored.reason.clone() });
        let value: String = ignored.value.chars().take(40).collect();
        let name: String = ignored.name.chars().take(40).collect();
        if value.is_empty() {
            format!("Not used: {name}. {why}")
        } else {
            format!("Not used: {name} “{value}”. {why}")
        }
    }
}
