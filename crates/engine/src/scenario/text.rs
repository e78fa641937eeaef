//! How is any text cleaned of invisible characters, and divided?

/// A text without invisible characters, such as a zero-width space or a byte-order mark.
pub fn visible(text: &str) -> String {
    text.chars().filter(|char| !is_invisible(*char)).collect()
}

/// Whether a character is invisible.
pub(super) fn is_invisible(char: char) -> bool {
    matches!(char, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{feff}' | '\0'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}')
        || matches!(char, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}')
}

/// The texts before and after the first `separator`, which is not empty, in capital or small letters.
///
/// Use this instead of the standard library's searches for a text. The compiler cannot rule out that they panic, and that panic
/// pulls in the code that prints any character: 3 kB of every reader's download.
///
/// ```
/// use take_home_engine::scenario::split_at_text;
/// assert_eq!(split_at_text("gigs%3d30%3D", "%3D"), Some(("gigs", "30%3D")));
/// assert_eq!(split_at_text("Zoë from Łódź", " from "), Some(("Zoë", "Łódź")));
/// assert_eq!(split_at_text("30", "%3D"), None);
/// ```
pub fn split_at_text<'text>(text: &'text str, separator: &str) -> Option<(&'text str, &'text str)> {
    let is_it = |found: &[u8]| found.eq_ignore_ascii_case(separator.as_bytes());
    let at = text.as_bytes().windows(separator.len()).position(is_it)?;
    Some((text.get(..at)?, text.get(at + separator.len()..)?))
}
