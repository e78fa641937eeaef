//! How does a sentence mark which of its words are emphasised?

/// A sentence with emphasis.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrase(pub Vec<(String, bool)>);

impl Phrase {
    /// Reads emphasis from asterisks, `leaves you *$5.00 more*`, and fills the places of each part.
    pub(super) fn of(text: &str, fill: impl Fn(&str) -> String) -> Phrase {
        let parts = text.split('*').enumerate().filter(|(_, part)| !part.is_empty());
        Phrase(parts.map(|(index, part)| (fill(part), index % 2 == 1)).collect())
    }

    /// A sentence without emphasis.
    pub(super) fn plainly(text: impl Into<String>) -> Phrase {
        Phrase(vec![(text.into(), false)])
    }

    /// The sentence without emphasis.
    pub fn plain(&self) -> String {
        self.0.iter().map(|(part, _)| part.as_str()).collect()
    }
}
