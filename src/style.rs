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

/// Whether the columns of a table are beside each other on a phone of 320 pixels, in a wide face and with room between them.
pub fn fits_on_a_phone(rows: &[Vec<String>]) -> bool {
    let columns = rows.first().map_or(0, Vec::len);
    let takes = |column: usize| rows.iter().map(|row| longest_figure(&row[column])).max().unwrap_or(0);
    (0..columns).map(takes).sum::<usize>() + 3 * columns <= 39
}
