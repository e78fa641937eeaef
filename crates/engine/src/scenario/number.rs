//! How are numbers read as people type and paste them?

use crate::amount::Decimal;

/// What a language writes before decimals. The other one separates thousands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DecimalMark {
    /// 1,200.50
    #[default]
    Point,
    /// 1.200,50
    Comma,
}

/// Why a text is not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberError {
    /// Nothing was typed.
    Empty,
    /// Below zero.
    Negative,
    /// Anything else.
    NotANumber,
}

// Unicode CLDR: the languages with many speakers that write a decimal comma.
const COMMA: [&str; 27] = [
    "af", "az", "bg", "ca", "cs", "da", "de", "el", "es", "et", "fi", "fr", "hr", "hu", "id", "it", "lt", "lv", "nb",
    "nl", "pl", "pt", "ro", "ru", "sv", "tr", "uk",
];

impl DecimalMark {
    /// The mark of a BCP 47 tag; a point unless the language is known to write a comma.
    pub fn of_language(tag: &str) -> DecimalMark {
        let language = tag.split('-').next().unwrap_or_default();
        let writes_comma = COMMA.iter().any(|comma| comma.eq_ignore_ascii_case(language));
        if writes_comma { DecimalMark::Comma } else { DecimalMark::Point }
    }

    /// What separates cells in a CSV file with numbers like this, as spreadsheets in such a language expect.
    pub fn separator(self) -> char {
        match self {
            DecimalMark::Point => ',',
            DecimalMark::Comma => ';',
        }
    }

    /// A plain number, `1200.50`, with this mark: `1200,50`.
    pub fn write(self, plain: &str) -> String {
        match self {
            DecimalMark::Point => plain.to_owned(),
            DecimalMark::Comma => plain.replace('.', ","),
        }
    }

    const fn sign(self) -> char {
        match self {
            DecimalMark::Point => '.',
            DecimalMark::Comma => ',',
        }
    }
}

/// Reads `1200`, `1,200.50`, `$ 1 200`, `1.200,50`, a half-typed `18.`, and the like.
///
/// If only one reading makes sense, the language does not matter: in `1,50` the comma cannot separate thousands, in
/// `1.200,50` the last mark must be the decimal one. `mark` decides only ambiguous cases, such as `1.200`.
///
/// # Errors
///
/// If nothing is typed, the number is negative, or the text is not a number.
///
/// ```
/// use take_home_engine::scenario::{read_number, DecimalMark};
/// for text in ["1200.50", "1,200.50", "$ 1 200.5", "1.200,50", "1’200.50", "USD 1200.50"] {
///     assert_eq!(read_number(text, DecimalMark::Point).unwrap().to_string(), "1200.5", "{text}");
/// }
/// ```
pub fn read_number(text: &str, mark: DecimalMark) -> Result<Decimal, NumberError> {
    let bare = without_unit(text);
    let (negative, bare) = match bare.strip_prefix(['-', '−', '–']) {
        Some(rest) => (true, without_unit(rest)),
        None => (false, bare.strip_prefix('+').unwrap_or(bare).trim_start()),
    };
    if bare.is_empty() {
        return Err(if text.trim().is_empty() { NumberError::Empty } else { NumberError::NotANumber });
    }
    let number = digits(bare, decimal_position(bare, mark)).ok_or(NumberError::NotANumber)?;
    if negative && !number.is_zero() { Err(NumberError::Negative) } else { Ok(number) }
}

/// The text without spaces, and without a currency sign or code, or a percent sign, at either end.
fn without_unit(text: &str) -> &str {
    let is_unit = |c: char| "$€£¥₹₽₺₴₪₩₫₱₦฿zł%".chars().any(|unit| unit == c);
    let text = text.trim();
    let is_code = |text: &str| text.bytes().all(|b| b.is_ascii_alphabetic());
    let text = match text.split_at_checked(3) {
        Some((code, rest)) if is_code(code) => rest,
        _ => text,
    };
    let text = match text.len().checked_sub(3).and_then(|at| text.split_at_checked(at)) {
        Some((rest, code)) if is_code(code) => rest,
        _ => text,
    };
    text.trim().trim_start_matches(is_unit).trim_end_matches(is_unit).trim()
}

/// The position of the decimal mark, if there is one.
fn decimal_position(text: &str, mark: DecimalMark) -> Option<usize> {
    let at = text.rfind(['.', ','])?;
    let sign = char::from(text.as_bytes()[at]);
    let twice = text.matches(sign).count() > 1;
    let other = text.as_bytes()[..at].contains(if sign == '.' { &b',' } else { &b'.' });
    let whole = text.split_at_checked(at).map_or("", |(whole, _)| whole);
    let three_follow = text.len() - at == 4 && !whole.trim_start_matches('0').is_empty();
    // `1.200.000` is grouped; `1,200.50` and `1.200,50` end in decimals; for `1.200` and `1,200` the language decides.
    let is_decimal = !twice && (other || sign == mark.sign() || !three_follow);
    is_decimal.then_some(at)
}

/// The number, or `None` if separators are not before groups of three.
fn digits(text: &str, decimal: Option<usize>) -> Option<Decimal> {
    let (whole, decimals) = decimal.and_then(|at| text.split_at_checked(at)).unwrap_or((text, ""));
    // The mark is one byte.
    let decimals = decimals.get(1..).unwrap_or_default();
    let is_separator = |c: char| matches!(c, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’' | '_');
    let groups: Vec<&str> = whole.split(is_separator).collect();
    let grouped = groups.len() == 1
        || !groups[0].is_empty() && groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
    let all_digits = groups.iter().all(|group| group.bytes().all(|b| b.is_ascii_digit()))
        && decimals.bytes().all(|b| b.is_ascii_digit());
    if !grouped || !all_digits || (groups[0].is_empty() && decimals.is_empty()) {
        return None;
    }
    // A Decimal holds 28 digits; nobody types an amount with more.
    let number = crate::amount::decimal(&format!("0{}.{decimals}0", groups.concat()))?;
    Some(number.normalize())
}
