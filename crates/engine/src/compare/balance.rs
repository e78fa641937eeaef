//! Who is ahead, given what each side keeps?

use super::payments::Payments;
use crate::amount::{Exact, Money};
use crate::scenario::{BySide, Side};

/// The side that is ahead, if any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// This side leaves more.
    Ahead(Side),
    /// Both leave the same.
    Level,
    /// Both would leave the same without rounding; this side is ahead by rounding alone.
    Rounding(Side),
}

impl Lead {
    /// The side that is really ahead; rounding alone is no advantage.
    pub fn side(self) -> Option<Side> {
        match self {
            Lead::Ahead(side) => Some(side),
            Lead::Level | Lead::Rounding(_) => None,
        }
    }
}

/// The amount that a side keeps: as paid out, and without any rounding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Kept {
    pub rounded: Money,
    pub exact: Exact,
}

impl Kept {
    pub fn of(payments: &Payments) -> Kept {
        let gross = payments.gross();
        let (fee, exact_fee) = payments.fees();
        Kept { rounded: gross - fee, exact: Exact::from(gross) - exact_fee }
    }
}

/// The contract's take-home minus the gigs'.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Balance {
    pub rounded: Money,
    pub exact: Exact,
}

impl Balance {
    pub fn of(kept: BySide<Kept>) -> Balance {
        Balance { rounded: kept.contract.rounded - kept.gigs.rounded, exact: kept.contract.exact - kept.gigs.exact }
    }

    /// The sign of what is paid out; but sides that would be level without rounding count as level.
    pub fn lead(&self) -> Lead {
        match self.rounded.minor() {
            0 => Lead::Level,
            1.. if self.exact.is_nothing() => Lead::Rounding(Side::Contract),
            _ if self.exact.is_nothing() => Lead::Rounding(Side::Gigs),
            1.. => Lead::Ahead(Side::Contract),
            _ => Lead::Ahead(Side::Gigs),
        }
    }
}
