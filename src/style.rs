//! Which class gives something its look?

use engine::scenario::Side;

/// The class that gives a side its colour.
pub fn class(side: Side) -> &'static str {
    match side {
        Side::Gigs => "th-gigs",
        Side::Contract => "th-contract",
    }
}

/// The same for one of two columns.
pub fn column(side: Side) -> &'static str {
    match side {
        Side::Gigs => "th-column th-gigs",
        Side::Contract => "th-column th-contract",
    }
}

/// The length of the longest figure of a text, in characters: lines break at spaces, and never inside a figure.
pub fn longest_figure(text: &str) -> usize {
    text.split(' ').map(|word| word.chars().count()).max().unwrap_or(0)
}

/// Whether a figure is too long to stand beside others in a table, even on a wide screen.
pub fn is_long_in_table(text: &str) -> bool {
    longest_figure(text) > 12
}

/// Whether a figure in large type is too long for a phone.
pub fn is_long(text: &str) -> bool {
    longest_figure(text) > 17
}

/// The class that gives a tier its shade of grey.
pub fn tier_class(index: usize) -> &'static str {
    ["th-tier-0", "th-tier-1", "th-tier-2"][index % 3]
}
