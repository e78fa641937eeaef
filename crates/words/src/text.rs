//! What is each text? Functions and structs that the build generates from `words/en.ftl`: a message without places is a
//! function, any other one a struct with a field for each place.

use super::{Phrase, Sides};

/// A number of things, as a sentence counts them.
pub struct Count {
    /// Whether it takes the singular.
    pub is_one: bool,
    /// The number as it is written.
    pub text: String,
}

include!(concat!(env!("OUT_DIR"), "/text.rs"));

/// A text with emphasis, with its places filled: asterisks in what fills them are plain ones.
#[inline(never)]
fn phrase(text: &str, places: &[String]) -> Phrase {
    Phrase::of(text, |part| fill(part, places))
}

/// A text with its places filled. Each place is a control character: the first is `\u{1}`.
#[inline(never)]
fn fill(text: &str, places: &[String]) -> String {
    let mut filled = String::with_capacity(2 * text.len());
    for char in text.chars() {
        match places.get((char as usize).wrapping_sub(1)) {
            Some(place) => filled.push_str(place),
            None => filled.push(char),
        }
    }
    filled
}
