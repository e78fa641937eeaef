//! How are amounts written in files? As in the product's own fields, with a sign.

use engine::amount::{Decimal, in_units};
use engine::scenario::{DecimalMark, is_letter, is_money_unit, other_reading, read_number};

/// An amount as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing is written, or a dash.
    Empty,
    /// A number, perhaps below zero.
    Number(Decimal),
    /// Something else.
    Unclear,
}

/// Reads `1,200.50`, `-80`, `−$80.00`, `(80.00)`, `80,00-`, `USD 80`. Only numbers such as `1.200` depend on the mark.
pub fn read(text: &str, mark: DecimalMark) -> Cell {
    let (is_negative, bare) = unsigned(text);
    if bare.is_empty() {
        return Cell::Empty;
    }
    if !bare.split(|char| !is_letter(char)).all(is_unit) || bare.contains('%') {
        return Cell::Unclear;
    }
    match read_number(bare, mark) {
        Ok(number) => Cell::Number(if is_negative { -number } else { number }),
        Err(_) => Cell::Unclear,
    }
}

/// The same, but a number that can be read in two ways is read without decimals.
pub fn read_whole(text: &str) -> Cell {
    let [one, other] = [DecimalMark::Point, DecimalMark::Comma].map(|mark| read(text, mark));
    match (one, other) {
        (Cell::Number(number), Cell::Number(_)) if in_units(number, 0).is_some() => one,
        _ => other,
    }
}

/// Whether a word beside a number may be of its currency: short as `US` or `Rs`, or known; not `20 hours`, not `TBD 5`.
fn is_unit(word: &str) -> bool {
    word.chars().count() <= 2 || is_money_unit(word)
}

/// The clue that a number gives to the decimal mark of its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clue {
    /// No clue, because it means the same with each mark.
    None,
    /// It has this mark.
    Mark(DecimalMark),
    /// No clue, because it means another number with the other mark: `1.200`.
    Unclear,
}

/// The clue that a text gives to the decimal mark.
pub fn clue(text: &str) -> Clue {
    if is_unclear(text) { Clue::Unclear } else { mark(text).map_or(Clue::None, Clue::Mark) }
}

/// The decimal mark of a number that can be read in one way only.
fn mark(text: &str) -> Option<DecimalMark> {
    let (_, bare) = unsigned(text);
    let last = bare.rfind(['.', ','])?;
    read_number(bare, DecimalMark::Point).ok()?;
    let count = |sign: u8| bare.bytes().filter(|byte| *byte == sign).count();
    let [is_comma, is_repeated] = [bare.as_bytes()[last] == b',', count(bare.as_bytes()[last]) > 1];
    // `1,200,000` has no decimals, but separates thousands with the other mark. The last of two marks is the decimal one, however
    // many digits follow: a dinar has a thousand parts.
    Some(if is_comma == is_repeated { DecimalMark::Point } else { DecimalMark::Comma })
}

/// Whether another language would read another number.
fn is_unclear(text: &str) -> bool {
    let (_, bare) = unsigned(text);
    [DecimalMark::Point, DecimalMark::Comma].iter().any(|mark| other_reading(bare, *mark).is_some())
}

/// The text without its sign, and whether that is a minus.
fn unsigned(text: &str) -> (bool, &str) {
    let text = without_dash_for_cents(text.trim());
    let is_minus = |char: char| matches!(char, '-' | '−' | '–' | '\u{2011}');
    // `(80.00)`, `$ (80.00)`, `(80.00) USD`
    if let Some((before, (inside, behind))) =
        text.split_once('(').and_then(|(before, rest)| Some((before, rest.split_once(')')?)))
        && ![before, behind].iter().any(|unit| unit.chars().any(|char| char.is_ascii_digit()))
    {
        return (true, inside.trim());
    }
    if let Some(rest) = text.strip_prefix(is_minus).or_else(|| text.strip_suffix(is_minus)) {
        return (true, rest.trim_start_matches(is_minus).trim());
    }
    // `$-80.00`, but not `INV-101`
    let rest = text.trim_start_matches(|char: char| !char.is_ascii_digit() && !is_minus(char));
    let is_currency = || text.split(|char| !is_letter(char)).all(is_unit);
    match rest.strip_prefix(is_minus) {
        Some(rest) if is_currency() => (true, rest.trim()),
        _ => (false, text),
    }
}

/// The text without the dash that means no cents: `80.-`, `80,--`, `500/-`. The mark before it stays, because it tells marks apart.
fn without_dash_for_cents(text: &str) -> &str {
    let bare = text.trim_end_matches(['-', '−', '–', '—']);
    match bare.strip_suffix(['.', ',', '/']) {
        Some(whole) if bare.len() < text.len() && whole.ends_with(|char: char| char.is_ascii_digit()) => {
            bare.strip_suffix('/').unwrap_or(bare)
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Clue, clue, read};
    use engine::amount::decimal;
    use engine::scenario::DecimalMark::{Comma, Point};

    #[test]
    fn amounts_have_signs() {
        for (text, number) in [
            ("1,200.50", "1200.5"),
            ("1.200,50", "1200.5"),
            ("-80", "-80"),
            ("−$80.00", "-80"),
            ("$-80.00", "-80"),
            ("(80.00)", "-80"),
            ("80,00-", "-80"),
            ("$ (80.00)", "-80"),
            ("(80.00) USD", "-80"),
            ("\u{2011}5.00", "-5"),
            ("USD 80", "80"),
            ("-1 200,50 €", "-1200.5"),
            ("+15.00", "15"),
        ] {
            assert_eq!(
                read(text, Point),
                Cell::Number(decimal(number).unwrap_or_else(|| -decimal(&number[1..]).unwrap())),
                "{text}"
            );
        }
        assert_eq!([read("", Point), read("-", Point), read("--", Point)], [Cell::Empty; 3]);
        assert_eq!(read("five", Point), Cell::Unclear);
    }

    #[test]
    fn some_numbers_tell_their_mark() {
        assert_eq!(["-1.200,50", "80,5", "1.200.000"].map(clue), [Clue::Mark(Comma); 3]);
        assert_eq!(["1,200.50", "80.5", "1,200,000"].map(clue), [Clue::Mark(Point); 3]);
        assert_eq!(["1.200", "-1,200"].map(clue), [Clue::Unclear; 2]);
        assert_eq!(["1,250.750", "0.150", "KWD 1,500.250"].map(clue), [Clue::Mark(Point); 3]);
        assert_eq!(["1.250,750", "0,150", "1.200.000,500"].map(clue), [Clue::Mark(Comma); 3]);
        assert_eq!(["80", "a.b", ""].map(clue), [Clue::None; 3]);
    }
}
