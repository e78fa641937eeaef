//! How are numbers read as people type and paste them?

use super::Unit;
use super::text::{is_invisible, split_at_text};
use crate::amount::{Currency, Decimal, in_units, quotient, scaled};

/// The way a language groups digits and marks decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DecimalMark {
    /// 1,200,000.50
    #[default]
    Point,
    /// 1.200.000,50
    Comma,
    /// 1 200 000,50: a comma as well, with spaces between groups.
    Spaced,
    /// 1’200’000.50: a point as well, with apostrophes between groups.
    Swiss,
    /// 12,00,000.50: a point as well, but above the thousands digits are grouped in twos.
    Lakh,
}

/// The reason why a text is not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberError {
    /// Nothing was typed.
    Empty,
    /// Below zero.
    Negative,
    /// Anything else.
    NotANumber,
}

// Unicode CLDR 48, with Latin digits: the languages with many speakers that do not write 1,200,000.50.
const LANGUAGES: [(DecimalMark, &str); 4] = [
    (
        DecimalMark::Comma,
        "az bs ca da de el es eu fo fy gl hr id is it jv kl lb lo mk nl ps pt ro rw sl sr su tr vi wo",
    ),
    (DecimalMark::Spaced, "af be bg cs eo et fi fr hu hy ka kk ky lt lv nb nn no pl ru sk sq sv tg tk tt uk uz"),
    (DecimalMark::Swiss, "gsw rm"),
    (DecimalMark::Lakh, "as bn gu hi ml mr ne or pa ta te"),
];
// The regions in which a language is written otherwise. Amounts of money decide: French in Switzerland has a point in those alone.
const REGIONS: [(&str, &str, DecimalMark); 12] = [
    ("ar", "dz lb ly ma mr tn", DecimalMark::Comma),
    ("de", "ch li", DecimalMark::Swiss),
    ("en", "be de dk es id it nl ro si", DecimalMark::Comma),
    ("en", "at cz ee fi fr ge hu lt lv no pl pt se sk ua za", DecimalMark::Spaced),
    ("en", "ch", DecimalMark::Swiss),
    ("en", "in", DecimalMark::Lakh),
    ("es", "419 br bz cu do gt hn mx ni pa pe pr sv us", DecimalMark::Point),
    ("fr", "ch", DecimalMark::Swiss),
    ("it", "ch", DecimalMark::Swiss),
    ("ms", "bn id", DecimalMark::Comma),
    ("pt", "ao ch cv gw lu mo mz pt st tl", DecimalMark::Spaced),
    ("sw", "cd", DecimalMark::Comma),
];

impl DecimalMark {
    /// The mark of a BCP 47 tag, by its language and region; a point if the language is unknown.
    pub fn of_language(tag: &str) -> DecimalMark {
        // A single letter begins an extension or a private part, as in `en-x-mtfrom-de`.
        let mut parts = tag.split(['-', '_']).take_while(|part| part.len() > 1);
        let language = parts.next().unwrap_or_default();
        // Between them may be a script, of four letters.
        let region = parts.find(|part| part.len() == 2 || part.len() == 3).unwrap_or_default();
        let is_in = |list: &str, word: &str| list.split(' ').any(|one| one.eq_ignore_ascii_case(word));
        let of_region = REGIONS.iter().find(|(other, regions, _)| is_in(other, language) && is_in(regions, region));
        let of_language = || LANGUAGES.iter().find(|(_, languages)| is_in(languages, language)).map(|found| found.0);
        of_region.map(|found| found.2).or_else(of_language).unwrap_or_default()
    }

    /// Whether it is a comma.
    pub fn is_comma(self) -> bool {
        self.signs().0 == ','
    }

    /// The separator of cells in a CSV file with numbers like this, as spreadsheets in such a language expect.
    pub fn separator(self) -> char {
        if self.is_comma() { ';' } else { ',' }
    }

    /// A plain number, `1200.50`, with this mark: `1200,50`.
    pub fn write(self, plain: &str) -> String {
        if self.is_comma() { plain.replace('.', ",") } else { plain.to_owned() }
    }

    /// The decimal mark, and the one between groups of digits.
    pub const fn signs(self) -> (char, char) {
        match self {
            DecimalMark::Point | DecimalMark::Lakh => ('.', ','),
            DecimalMark::Comma => (',', '.'),
            DecimalMark::Spaced => (',', '\u{a0}'),
            DecimalMark::Swiss => ('.', '’'),
        }
    }

    /// Whether a separator comes before the last `digits` digits of a whole number.
    pub const fn separates_before(self, digits: usize) -> bool {
        match self {
            DecimalMark::Lakh => digits >= 3 && !digits.is_multiple_of(2),
            DecimalMark::Point | DecimalMark::Comma | DecimalMark::Spaced | DecimalMark::Swiss => {
                digits.is_multiple_of(3)
            }
        }
    }
}

/// Reads `1200`, `1,200.50`, `$ 1 200`, `R$ 1.200,50`, `1'200.–`, a half-typed `18.`, other scripts' digits, and the like.
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
/// for text in ["1200.50", "1,200.50", "$ 1 200.5", "1.200,50", "1’200.50", "USD 1200.50", "R$ 1.200,50", "１２００.5"] {
///     assert_eq!(read_number(text, DecimalMark::Point).unwrap().to_string(), "1200.5", "{text}");
/// }
/// ```
pub fn read_number(text: &str, mark: DecimalMark) -> Result<Decimal, NumberError> {
    if is_plain(text) {
        return digits(text, decimal_position(text, mark)).ok_or(NumberError::NotANumber);
    }
    let text = simple(text);
    let bare = without_unit(&text);
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

/// Reads a number with nothing beside it but its unit: `20%` is not an amount of money, and `$30` is not a number of jobs.
///
/// # Errors
///
/// As for [`read_number`]; not a number, if it has another unit.
///
/// ```
/// use take_home_engine::scenario::{DecimalMark, NumberError, Unit, read_as};
/// assert_eq!(read_as("20%", Unit::Percent, DecimalMark::Point).unwrap().to_string(), "20");
/// assert_eq!(read_as("20%", Unit::Money, DecimalMark::Point), Err(NumberError::NotANumber));
/// assert_eq!(read_as("$1.5k", Unit::Money, DecimalMark::Point).unwrap().to_string(), "1500");
/// ```
pub fn read_as(text: &str, unit: Unit, mark: DecimalMark) -> Result<Decimal, NumberError> {
    let read = match unit {
        Unit::Hours => read_hours,
        Unit::Money => read_money,
        Unit::Percent | Unit::None => read_number,
    };
    let number = read(text, mark);
    if is_plain(text) {
        return number;
    }
    let text = simple(text);
    let words = || text.split(|char| !is_letter(char));
    let has = |kind: fn(char) -> bool| text.contains(kind);
    let fits = match unit {
        Unit::Money => !has(is_percent) && !words().any(is_hour),
        Unit::Percent => !has(|char| is_unit(char) && !is_percent(char)),
        Unit::Hours => !has(is_symbol) && !words().any(is_money_unit),
        Unit::None => !has(is_unit),
    };
    if number.is_ok() && !fits { Err(NumberError::NotANumber) } else { number }
}

/// Reads an amount: a number, perhaps of thousands, as in `1.5k` and `$15k`.
fn read_money(text: &str, mark: DecimalMark) -> Result<Decimal, NumberError> {
    if is_plain(text) {
        return read_number(text, mark);
    }
    let plain = simple(text);
    let thousands = without_unit(&plain).strip_suffix(['k', 'K']);
    match thousands.filter(|bare| bare.ends_with(|char: char| char.is_ascii_digit())) {
        Some(bare) => {
            let amount = in_units(read_number(bare, mark)?, 3).ok_or(NumberError::NotANumber)?;
            Ok(scaled(amount, 0).normalize())
        }
        None => read_number(text, mark),
    }
}

/// Reads hours: a number, or a duration as on a clock, to the nearest hundredth of an hour: `14:20`, `14h20`, `14 h 20 min`,
/// `14:20:30`, `45 min`.
///
/// # Errors
///
/// As for [`read_number`].
///
/// ```
/// use take_home_engine::scenario::{DecimalMark, read_hours};
/// assert_eq!(read_hours("14:20", DecimalMark::Point).unwrap().to_string(), "14.33");
/// assert_eq!(read_hours("14.5 h", DecimalMark::Point).unwrap().to_string(), "14.5");
/// ```
pub fn read_hours(text: &str, mark: DecimalMark) -> Result<Decimal, NumberError> {
    if is_plain(text) {
        return read_number(text, mark);
    }
    let plain = simple(text);
    minutes(&plain).or_else(|| clock(&plain)).map_or_else(|| read_number(text, mark), Ok)
}

/// Minutes alone: `45 min`.
fn minutes(text: &str) -> Option<Decimal> {
    let text = text.trim().trim_end_matches('.');
    let number = trim_end(text, is_letter);
    let unit = text.strip_prefix(number)?.trim();
    let is_minutes = ["m", "min", "mins", "minute", "minutes"].iter().any(|known| known.eq_ignore_ascii_case(unit));
    let minutes = is_minutes.then(|| number.parse::<u32>().ok())??;
    Some(in_hours(i128::from(minutes) * 60))
}

/// Seconds as hours, to the nearest hundredth.
fn in_hours(seconds: i128) -> Decimal {
    scaled(quotient(seconds, 36), 2).normalize()
}

/// Hours, minutes and perhaps seconds.
fn clock(text: &str) -> Option<Decimal> {
    let mut parts = [0_u32; 3];
    // The number of parts, and whether another one may begin.
    let (mut count, mut may_begin, mut is_inside) = (0, true, false);
    for char in text.chars() {
        if let Some(digit) = char.to_digit(10) {
            if !is_inside {
                count += usize::from(may_begin);
                may_begin = false;
            }
            is_inside = true;
            let part = parts.get_mut(count.checked_sub(1)?)?;
            *part = part.saturating_mul(10).saturating_add(digit);
        } else if char == ':' || char == ' ' || is_letter(char) {
            // Spaces alone would separate thousands.
            may_begin |= char != ' ';
            is_inside = false;
        } else {
            return None;
        }
    }
    let [hours, minutes, seconds] = parts.map(i128::from);
    let is_clock = count > 1 && minutes < 60 && seconds < 60;
    is_clock.then(|| in_hours((hours * 60 + minutes) * 60 + seconds))
}

/// The other number that a reader may have meant: `1.500` is one and a half where a point marks decimals, and one thousand five
/// hundred elsewhere. None if there is only one reading, or if the language groups digits like this.
///
/// ```
/// use take_home_engine::scenario::{other_reading, DecimalMark};
/// assert_eq!(other_reading("1.500", DecimalMark::Point).unwrap().to_string(), "1500");
/// assert_eq!(other_reading("1,500", DecimalMark::Point), None);
/// assert_eq!(other_reading("1,500", DecimalMark::Swiss).unwrap().to_string(), "1.5");
/// ```
pub fn other_reading(text: &str, mark: DecimalMark) -> Option<Decimal> {
    let plain = simple(text);
    let is_sign = |pair: &&[u8]| matches!(pair[0], b'.' | b',') && pair[1].is_ascii_digit();
    let sign = char::from(plain.as_bytes().windows(2).rfind(is_sign)?[0]);
    let other_mark = if mark.is_comma() { DecimalMark::Point } else { DecimalMark::Comma };
    let [read, other] = [mark, other_mark].map(|mark| read_money(text, mark).unwrap_or_default());
    (sign != mark.signs().1 && read != other && !read.is_zero()).then_some(other)
}

/// Whether a text is digits and marks between them: most numbers are, and every field is read at every move of a slider.
fn is_plain(text: &str) -> bool {
    let is_mark = |byte: u8| matches!(byte, b'.' | b',');
    text.bytes().all(|byte| byte.is_ascii_digit() || is_mark(byte))
        && text.bytes().next().is_some_and(|first| first.is_ascii_digit())
        && !text.bytes().next_back().is_some_and(is_mark)
}

/// A text as it would be typed on the plainest keyboard: visible, with ASCII digits, marks and spaces.
fn simple(text: &str) -> String {
    let simple = |char: char| match char {
        '٫' | '．' => '.',
        '٬' | '，' | '،' => ',',
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
        '‘' | '’' | '′' | '´' | '`' | '＇' => '\'',
        other => ascii_digit(other),
    };
    text.chars().filter(|char| !is_invisible(*char)).map(simple).collect()
}

/// The ASCII digit that another script's digit stands for; any other character is itself.
pub(super) fn ascii_digit(char: char) -> char {
    // The zeros of the scripts whose digits people type: Arabic, Persian, Devanagari, Bengali, Thai, full width.
    let zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];
    let code = u32::from(char);
    zeros.iter().find_map(|zero| char::from_digit(code.checked_sub(*zero)?, 10)).unwrap_or(char)
}

fn is_symbol(char: char) -> bool {
    is_percent(char) || matches!(char, '$' | '¢'..='¥' | '฿' | '\u{20a0}'..='\u{20cf}' | '＄' | '￡' | '￥')
}

fn is_percent(char: char) -> bool {
    matches!(char, '%' | '％' | '٪')
}

/// The small letter of a Latin or Cyrillic one; all of Unicode's would be a large table.
pub fn small(char: char) -> char {
    match char {
        'À'..='Þ' | 'А'..='Я' if char != '×' => char::from_u32(u32::from(char) + 32).unwrap_or(char),
        other => other.to_ascii_lowercase(),
    }
}

/// Whether a character is a letter, in any script.
pub fn is_letter(char: char) -> bool {
    char.is_ascii_alphabetic() || char >= '\u{c0}' && !is_symbol(char) && !matches!(char, '\u{2000}'..='\u{2fff}')
}

// The words that people write before or after amounts, besides signs and codes.
const MONEY_UNITS: [&str; 45] = [
    "kr",
    "zł",
    "Kč",
    "Ft",
    "Rs",
    "lei",
    "лв",
    "р",
    "руб",
    "грн",
    "TL",
    "Fr",
    "đ",
    "円",
    "元",
    "원",
    "บาท",
    "ج.م",
    "د.إ",
    "euro",
    "euros",
    "dollars",
    "FCFA",
    "RM",
    "Rp",
    "Bs",
    "Gs",
    "Br",
    "Kz",
    "Ks",
    "Nu",
    "US",
    "KSh",
    "TSh",
    "USh",
    "Sh",
    "Le",
    "RMB",
    "Tk",
    "SFr",
    "Dh",
    "Dhs",
    "SR",
    "QR",
    "zl",
];

// The words that they write after hours.
const HOUR_UNITS: [&str; 5] = ["h", "hr", "hrs", "hour", "hours"];

// The codes of ISO 4217, without spaces. Other words of three letters may multiply: `5 mil`, `2 mln`.
const CODES: &str = "AEDAFNALLAMDAOAARSAUDAWGAZNBAMBBDBDTBGNBHDBIFBMDBNDBOBBRLBSDBTNBWPBYNBZDCADCDFCHFCLPCNYCOPCRCCUPCVECZKDJF\
    DKKDOPDZDEGPERNETBEURFJDFKPGBPGELGHSGIPGMDGNFGTQGYDHKDHNLHTGHUFIDRILSINRIQDIRRISKJMDJODJPYKESKGSKHRKMFKPWKRWKWDKYDKZTLAK\
    LBPLKRLRDLSLLYDMADMDLMGAMKDMMKMNTMOPMRUMURMVRMWKMXNMYRMZNNADNGNNIONOKNPRNZDOMRPABPENPGKPHPPKRPLNPYGQARRONRSDRUBRWFSARSBD\
    SCRSDGSEKSGDSHPSLESOSSRDSSPSTNSVCSYPSZLTHBTJSTMTTNDTOPTRYTTDTWDTZSUAHUGXUSDUYUUZSVESVNDVUVWSTXAFXCDXOFXPFYERZARZMW";

// The codes that are also names or words, which only capitals tell apart.
const ALSO_WORDS: &str = "ALLBAMBOBCOPCUPDOPGELMADMOPPENRONSOSTOPTRY";

/// Whether a word is the code of a currency that ISO 4217 knows, in capitals or small letters.
pub fn is_currency_code(word: &str) -> bool {
    code_of(word).is_some()
}

/// The code itself.
fn code_of(word: &str) -> Option<&'static str> {
    let place = CODES.as_bytes().chunks(3).position(|code| code.eq_ignore_ascii_case(word.as_bytes()))?;
    CODES.get(3 * place..3 * place + 3)
}

/// Whether a code is one of several that are written without spaces.
fn is_among(codes: &str, code: &str) -> bool {
    codes.as_bytes().chunks(3).any(|one| one.eq_ignore_ascii_case(code.as_bytes()))
}

/// Whether a word beside a price may be a client's name, and is no currency: `Ann`, `Bob`, `logo`.
pub(super) fn may_be_name(word: &str) -> bool {
    let is_word = || is_among(ALSO_WORDS, word);
    let is_small = || word.bytes().any(|byte| byte.is_ascii_lowercase());
    let is_unit = is_money_unit(word) || dollars_of(word).is_some();
    word.len() > 1 && word.is_ascii() && (!is_unit || is_small() && is_word())
}

/// Whether a word beside an amount is its currency: a code that ISO 4217 knows, or a word that people write instead.
pub fn is_money_unit(word: &str) -> bool {
    is_currency_code(word) || MONEY_UNITS.iter().any(|known| known.eq_ignore_ascii_case(word))
}

// The signs of one currency or a few, with their codes. Abbreviations such as `kr` and `Rs` are those of many.
const SIGNS: [(char, &str); 16] = [
    (
        '$',
        "USDAUDCADNZDSGDHKDTWDMXNARSCLPCOPUYUDOPBRLBBDBMDBNDBSDBZDFJDGYDJMDKYDLRDNADSBDSRDTTDXCDNIOMOPCUPTOPWSTCVESVC",
    ),
    ('€', "EUR"),
    ('£', "GBPEGPFKPGIPLBPSHPSYPSSPSDG"),
    ('¥', "JPYCNY"),
    ('￥', "JPYCNY"),
    ('₹', "INR"),
    ('₽', "RUB"),
    ('₩', "KRW"),
    ('₺', "TRY"),
    ('₴', "UAH"),
    ('₪', "ILS"),
    ('₫', "VND"),
    ('₦', "NGN"),
    ('₱', "PHP"),
    ('₸', "KZT"),
    ('฿', "THB"),
];

/// The currency whose sign is in a text; where several have the sign, the most usual one.
///
/// ```
/// use take_home_engine::scenario::currency_of_sign;
/// let code = |text| currency_of_sign(text).map(|currency| currency.code().to_owned());
/// assert_eq!(["500 €", "£20", "500"].map(code), [Some("EUR".into()), Some("GBP".into()), None]);
/// ```
pub fn currency_of_sign(text: &str) -> Option<Currency> {
    let (_, codes) = SIGNS.iter().find(|(sign, _)| text.chars().any(|char| char == *sign))?;
    codes.get(..3)?.parse().ok()
}

// The currencies whose dollar sign has these letters before it, the most usual one first.
const DOLLARS: [(&str, &str); 11] = [
    ("A", "AUD"),
    ("AU", "AUD"),
    ("C", "CADNIO"),
    ("CA", "CAD"),
    ("HK", "HKD"),
    ("MX", "MXN"),
    ("NT", "TWD"),
    ("NZ", "NZD"),
    ("R", "BRL"),
    ("S", "SGD"),
    ("US", "USD"),
];

/// The currency with these letters before a dollar sign, such as `CA`.
pub fn dollars_of(letters: &str) -> Option<Currency> {
    codes_of_dollars(letters).get(..3)?.parse().ok()
}

fn codes_of_dollars(letters: &str) -> &'static str {
    DOLLARS.iter().find(|(known, _)| *known == letters).map_or("", |(_, codes)| codes)
}

/// The currency that a text names, by its sign or by three letters beside a number, if that is not `ours`.
///
/// ```
/// use take_home_engine::amount::Currency;
/// use take_home_engine::scenario::other_currency_in;
/// let other = |text| other_currency_in(text, Currency::USD).map(|other| other.code().to_owned());
/// assert_eq!(["€500", "500 EUR", "C$500", "20 x £15 for USA"].map(other), ["EUR", "EUR", "CAD", "GBP"].map(|code| Some(code.into())));
/// assert_eq!(["$500", "US$500", "500 usd", "500 kr", "20 x 15 for Eur"].map(other), [const { None }; 5]);
/// ```
pub fn other_currency_in(text: &str, ours: Currency) -> Option<Currency> {
    let of_word = |word: &str| {
        let is_euro = ["euro", "euros"].iter().any(|euro| word.eq_ignore_ascii_case(euro));
        let code = if is_euro { Some("EUR") } else { code_of(word) };
        code.filter(|code| *code != ours.code())?.parse().ok()
    };
    let named = |line: &str| {
        // In a list, a word may be a client's name.
        let work = split_at_text(line, " for ").map_or(line, |(work, _)| work);
        let before = work.split_once('$').map_or("", |(before, _)| before);
        let letters = before.strip_prefix(before.trim_end_matches(is_letter as fn(char) -> bool)).unwrap_or_default();
        // In `20xC$15` the first letter is no currency's.
        let letters = letters.trim_start_matches(['x', 'X', '×']);
        let dollars = dollars_of(letters).filter(|_| !is_among(codes_of_dollars(letters), ours.code()));
        dollars.or_else(|| work.split(|char: char| !char.is_ascii_alphabetic()).find_map(of_word))
    };
    // Not `contains`, which may search for a text.
    let has_sign =
        |(sign, codes): &&(char, &str)| text.chars().any(|char| char == *sign) && !is_among(codes, ours.code());
    let of_sign = || SIGNS.iter().find(has_sign).and_then(|(_, codes)| codes.get(..3)?.parse().ok());
    text.split([',', ';', '\n']).find_map(named).or_else(of_sign)
}

fn is_hour(word: &str) -> bool {
    HOUR_UNITS.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// The text without spaces, and without a currency's sign, code or abbreviation, or a percent sign, at either end.
fn without_unit(text: &str) -> &str {
    without_prefix(without_suffix(text.trim()))
}

/// Without `US$`, `Rs.`, `CHF`, `S/`, `USD $` and the like.
fn without_prefix(text: &str) -> &str {
    let rest = text.trim_start_matches(is_unit as fn(char) -> bool);
    let unit = text.strip_suffix(rest).unwrap_or_default();
    if !may_be_before_amount(unit) {
        return text;
    }
    let is_abbreviated = unit.chars().next_back().is_some_and(is_letter);
    let rest = if is_abbreviated { rest.trim_start_matches(['.', '/']) } else { rest };
    // A sign may follow a code.
    rest.trim_start().trim_start_matches(is_symbol as fn(char) -> bool).trim_start()
}

/// Whether what is before a number may be its currency: nothing but signs, up to three letters before a dollar sign, a known
/// word, capitals such as `R` and `MK`, or another script's letters. In `l500` and `O.50` letters are digits, and `no 5` is a word.
fn may_be_before_amount(unit: &str) -> bool {
    let letters = unit.chars().filter(|char| is_letter(*char)).count();
    let word = unit.trim_matches(|char| !is_letter(char));
    let is_abbreviation = !matches!(word, "I" | "O") && !word.bytes().any(|byte| byte.is_ascii_lowercase());
    is_money_unit(word) || letters <= 3 && (unit.ends_with(is_symbol) || is_abbreviation)
}

/// Without `€`, `kr.`, `USD`, `/-`, the dash of `1'200.–`, and the like.
fn without_suffix(text: &str) -> &str {
    let dashed = ["/-", "/=", ":-"].iter().find_map(|sign| text.strip_suffix(sign));
    let text = trim_end(dashed.unwrap_or(text), is_symbol);
    let undashed = trim_end(text, is_dash);
    if undashed != text
        && let Some(whole) = undashed.strip_suffix('.').or_else(|| undashed.strip_suffix(','))
    {
        return whole;
    }
    let bare = text.strip_suffix('.').unwrap_or(text);
    let rest = trim_end(bare, is_letter);
    let unit = bare.strip_prefix(rest).unwrap_or_default().trim_start();
    if unit.is_empty() {
        return text;
    }
    if is_hour(unit) || is_money_unit(unit) { trim_end(rest, is_symbol) } else { text }
}

/// The text without such characters and spaces at its end. Not generic, because each kind of character would be more code.
pub(super) fn trim_end(text: &str, is_end: fn(char) -> bool) -> &str {
    text.trim_end().trim_end_matches(is_end).trim_end()
}

fn is_unit(char: char) -> bool {
    is_symbol(char) || is_letter(char)
}

fn is_dash(char: char) -> bool {
    matches!(char, '-' | '–' | '—')
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
    let is_decimal = !twice && (other || sign == mark.signs().0 || !three_follow);
    is_decimal.then_some(at)
}

/// The number, or `None` if separators are not where groups of digits end.
fn digits(text: &str, decimal: Option<usize>) -> Option<Decimal> {
    let (whole, decimals) = decimal.and_then(|at| text.split_at_checked(at)).unwrap_or((text, ""));
    // The mark is one byte.
    let decimals = decimals.get(1..).unwrap_or_default();
    if !whole.is_empty()
        && let Some(number) = short(whole, decimals)
    {
        return Some(number);
    }
    let groups: Vec<&str> = whole.split(['.', ',', ' ', '\'', '_']).collect();
    let (first, last) = (groups.first()?.len(), groups.last()?.len());
    let between =
        |length: usize| groups.iter().skip(1).take(groups.len().saturating_sub(2)).all(|group| group.len() == length);
    // In thousands or, as in India, in hundreds above the thousands: in any language this means nothing else.
    let is_grouped = (1..=3).contains(&first) && between(3) || (1..=2).contains(&first) && between(2);
    let grouped = groups.len() == 1 || last == 3 && is_grouped;
    let all_digits = groups.iter().all(|group| group.bytes().all(|b| b.is_ascii_digit()))
        && decimals.bytes().all(|b| b.is_ascii_digit());
    if !grouped || !all_digits || (first == 0 && decimals.is_empty()) {
        return None;
    }
    // A Decimal holds 28 digits; nobody types an amount with more.
    let number = crate::amount::decimal(&format!("0{}.{decimals}0", groups.concat()))?;
    Some(number.normalize())
}

/// The number of at most 18 digits and no separators, without a detour through another text.
fn short(whole: &str, decimals: &str) -> Option<Decimal> {
    if whole.len() + decimals.len() > 18 {
        return None;
    }
    let value = |byte: u8| byte.is_ascii_digit().then(|| i64::from(byte - b'0'));
    let number = whole.bytes().chain(decimals.bytes()).try_fold(0, |number, byte| Some(number * 10 + value(byte)?))?;
    Some(Decimal::new(number, u32::try_from(decimals.len()).ok()?).normalize())
}
