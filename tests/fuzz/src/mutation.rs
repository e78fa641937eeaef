//! How is another text made of one? By cutting, joining and repeating, and with words that mean something.

use engine::scenario::Field;
use fastrand::Rng;

const WORDS: [&str; 64] = [
    "% ",
    "%",
    " to ",
    ", ",
    " under ",
    "whole ",
    " per client",
    " per contract",
    " per month",
    " per account",
    " per payment",
    " + ",
    " at least ",
    " at most ",
    " plus ",
    "% tax",
    " then ",
    "..",
    "; ",
    ": ",
    "first ",
    " months: ",
    "later: ",
    "99.99",
    "0",
    "1",
    "0.01",
    "0.001",
    "10000",
    "1000000000000",
    "999999999999999999999999999",
    "-",
    "−",
    "+",
    "$",
    "€",
    ".",
    ",",
    "'",
    "\u{a0}",
    "\u{202f}",
    "\u{200b}",
    "\u{feff}",
    "٣",
    "１",
    "e9",
    "0x",
    "NaN",
    "inf",
    ":30",
    " h",
    "&",
    "=",
    "#",
    "&amp;",
    "%2B",
    "%20",
    "%25",
    "%ff",
    "%",
    "custom",
    "none",
    "upwork-2025",
    "JPY",
];

/// The longest text that is tried, in bytes.
const LONGEST: usize = 2_000;

/// A text like those of a corpus.
pub fn mutated(rng: &mut Rng, corpus: &[String]) -> String {
    let any = |rng: &mut Rng| corpus[rng.usize(..corpus.len())].as_str();
    let mut text = any(rng).to_owned();
    for _ in 0..rng.usize(0..6) {
        let (from, to) = (place(rng, &text), place(rng, &text));
        let (from, to) = (from.min(to), from.max(to));
        match rng.u8(..9) {
            0 => text.replace_range(from..to, ""),
            1 => text.insert_str(from, WORDS[rng.usize(..WORDS.len())]),
            2 => text.replace_range(from..to, WORDS[rng.usize(..WORDS.len())]),
            3 => {
                let other = any(rng);
                let cut = place(rng, other);
                text.replace_range(from.., &other[cut..]);
            }
            4 => {
                let part = text[from..to].repeat(rng.usize(1..20));
                text.insert_str(to, &part);
            }
            5 => text.insert(from, rng.char(..)),
            6 => text.insert_str(from, &rng.u64(..).to_string()[..rng.usize(1..10)]),
            7 => {
                let field = Field::ALL[rng.usize(..Field::ALL.len())];
                text.extend(["&", field.name(), "=", any(rng)]);
            }
            _ => text.insert(from, char::from(rng.u8(32..127))),
        }
        if text.len() > LONGEST {
            let end = (0..=LONGEST).rfind(|end| text.is_char_boundary(*end)).unwrap_or_default();
            text.truncate(end);
        }
    }
    text
}

/// A place between two characters.
fn place(rng: &mut Rng, text: &str) -> usize {
    let wanted = rng.usize(..=text.len());
    (0..=wanted).rfind(|place| text.is_char_boundary(*place)).unwrap_or_default()
}
