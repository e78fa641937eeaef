//! What do the attributes of the element say?

use engine::scenario::{Ignored, Overrides};

/// The author's example, from the element's attributes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Author {
    /// The values that the attributes set.
    pub overrides: Overrides,
    /// Attributes that were ignored.
    pub ignored: Vec<Ignored>,
}
