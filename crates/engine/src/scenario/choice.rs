//! What can a reader choose by a word, and which words are there?

use super::units::Units;

/// The criterion by which the sides are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Criterion {
    /// The amount remaining after fee and costs.
    #[default]
    Money,
    /// The pay per hour.
    Hour,
}

/// The interval between withdrawals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Every {
    /// After each payment.
    #[default]
    Payment,
    /// Each month that has payments.
    Month,
}

/// The protection of a side's payments.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Protection {
    /// Nothing.
    #[default]
    None,
    /// The money is in escrow before the work begins.
    Escrow,
    /// The platform guarantees hours that it has recorded.
    Hourly,
}

// A choice with its words, as links and attributes have them; in units it is the position of its word, counted from 0.
macro_rules! choice {
    ($($choice:ident: $($variant:ident = $word:literal),+;)*) => {
        $(impl $choice {
            /// Its words, the default one first.
            pub const WORDS: &[&str] = &[$($word),+];

            /// Its word.
            pub fn word(self) -> &'static str {
                match self {
                    $($choice::$variant => $word),+
                }
            }

            /// The choice with this word.
            pub fn of(word: &str) -> Option<$choice> {
                match word {
                    $($word => Some($choice::$variant),)+
                    _ => None,
                }
            }
        }

        impl Units for $choice {
            fn units(&self) -> i64 {
                *self as i64
            }
            fn set(&mut self, units: i64) {
                let all = [$($choice::$variant),+];
                *self = usize::try_from(units).ok().and_then(|at| all.get(at).copied()).unwrap_or(all[0]);
            }
        })*
    };
}

choice! {
    Criterion: Money = "money", Hour = "hour";
    Every: Payment = "payment", Month = "month";
    Protection: None = "none", Escrow = "escrow", Hourly = "hourly";
}
