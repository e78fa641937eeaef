//! In which fields has the reader typed a zero? A field that nobody sets is 0 too, so its text does not say.

use engine::scenario::Field;

/// The fields in which the reader has typed a zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zeros([bool; Field::ALL.len()]);

impl Default for Zeros {
    fn default() -> Zeros {
        Zeros([false; Field::ALL.len()])
    }
}

impl Zeros {
    /// Whether that field is one of them.
    pub fn has(&self, field: Field) -> bool {
        self.0[field as usize]
    }

    pub(super) fn with(mut self, field: Field, is_zero: bool) -> Zeros {
        self.0[field as usize] = is_zero;
        self
    }
}
