//! Where is a mistake in a file of the catalogue, and what is wrong there?

use toml::Spanned;

/// A text of the catalogue that is checked, and its position.
pub type At = Spanned<String>;

/// A mistake, and its byte position in the file.
pub struct Slip {
    pub what: String,
    at: usize,
}

impl Slip {
    /// A mistake in a text.
    pub fn of(text: &At, what: &dyn ToString) -> Slip {
        Slip { what: what.to_string(), at: text.span().start }
    }

    /// The line of `file`, counted from 1.
    pub fn line(&self, file: &str) -> usize {
        1 + file.bytes().take(self.at).filter(|byte| *byte == b'\n').count()
    }
}

impl From<toml::de::Error> for Slip {
    fn from(error: toml::de::Error) -> Slip {
        Slip { what: error.message().to_owned(), at: error.span().map_or(0, |span| span.start) }
    }
}
