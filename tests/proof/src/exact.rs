//! What is a number here? An exact fraction, rounded only where the definitions say so.

use num_rational::Ratio;

/// A fraction. Every build of this package checks for overflow, so a sum that is too large for it stops the proof.
pub type Exact = Ratio<i128>;

/// A fraction of whole numbers.
pub fn fraction(numerator: i128, denominator: i128) -> Exact {
    Exact::new(numerator, denominator)
}

/// A whole number.
pub fn whole(number: i128) -> Exact {
    Exact::from_integer(number)
}

/// The nearest whole number, half away from zero.
pub fn round(number: Exact) -> i128 {
    number.round().to_integer()
}

/// The same for a quotient, without reducing it first.
pub fn quotient(numerator: i128, denominator: i128) -> i128 {
    (2 * numerator + denominator * numerator.signum()) / (2 * denominator)
}

/// Reads `1200.5`; nothing else than digits and one full stop.
pub fn decimal(text: &str) -> Option<Exact> {
    let (major, minor) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if major.is_empty() || !digits(major) || !digits(minor) || (minor.is_empty() && text.contains('.')) {
        return None;
    }
    let scale = 10i128.checked_pow(u32::try_from(minor.len()).ok()?)?;
    Some(fraction(format!("{major}{minor}").parse().ok()?, scale))
}

/// A number rounded to some places and written with all of them: `0.50`.
pub fn fixed(number: Exact, places: u32) -> String {
    let scale = 10i128.pow(places);
    let units = round(number * whole(scale));
    let (sign, units) = (if units < 0 { "-" } else { "" }, units.abs());
    if places == 0 {
        return format!("{sign}{units}");
    }
    format!("{sign}{}.{:0width$}", units / scale, units % scale, width = places as usize)
}

/// A number rounded to some places and written without zeros at the end: `0.5`.
pub fn trimmed(number: Exact, places: u32) -> String {
    let text = fixed(number, places);
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    (if text == "-0" { "0" } else { text }).to_owned()
}
