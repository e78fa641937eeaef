//! In which fields has the reader typed a zero? A field that nobody sets is 0 too, so its text does not say.

use engine::scenario::Field;

/// The fields in which the reader has typed a zero, a bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Zeros(u128);

const _: () = assert!(Field::ALL.len() <= 128, "each field has a bit");

impl Zeros {
    /// Whether that field is one of them.
    pub fn has(self, field: Field) -> bool {
        self.0 & Zeros::bit(field) != 0
    }

    pub(super) fn with(self, field: Field, is_zero: bool) -> Zeros {
        Zeros(if is_zero { self.0 | Zeros::bit(field) } else { self.0 & !Zeros::bit(field) })
    }

    fn bit(field: Field) -> u128 {
        1 << (field as u32)
    }
}
