//! What kind of text may a field hold, and within which bounds?

use super::limits::{MAX_GIGS, MAX_HOURS};
use super::{Side, Unit};
use crate::fees::Payer;

/// The kind of text that a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The id of a schedule for this payer.
    Schedule(Payer),
    /// A fee in the notation, or nothing.
    Fee,
    /// A percentage that a fee may be.
    Rate {
        /// Whether it may be empty.
        optional: bool,
    },
    /// One of a fee's statuses, or nothing.
    Status,
    /// A whole number.
    Whole {
        /// The least it may be.
        least: u32,
        /// The most.
        most: u32,
    },
    /// A share in percent, to hundredths.
    Percent {
        /// The least it may be, in hundredths.
        least: u32,
        /// The most, in percent.
        most: u32,
    },
    /// Hours, to hundredths, at most [`MAX_HOURS`].
    Hours,
    /// An amount of money.
    Money {
        /// The least it may be, in the currency's smallest units.
        least: i64,
        /// The most, in major units.
        most: i64,
    },
    /// The number of clients for the gigs: `each`, `one`, or a whole number.
    Clients,
    /// A side's list of jobs, or nothing.
    List(Side),
    /// Present or absent.
    Flag,
    /// One of some words.
    Choice(&'static [&'static str]),
    /// A currency's code, or nothing.
    Currency,
    /// A language tag, or nothing.
    Lang,
}

impl Kind {
    /// The text of a flag that is set.
    pub const YES: &'static str = "yes";
    /// The text of a flag that is not.
    pub const NO: &'static str = "no";

    /// The unit that the number counts.
    pub const fn unit(self) -> Unit {
        match self {
            Kind::Money { .. } => Unit::Money,
            Kind::Percent { .. } | Kind::Rate { .. } => Unit::Percent,
            Kind::Hours => Unit::Hours,
            Kind::Whole { .. }
            | Kind::Clients
            | Kind::Schedule(_)
            | Kind::Fee
            | Kind::Status
            | Kind::List(_)
            | Kind::Flag
            | Kind::Choice(_)
            | Kind::Currency
            | Kind::Lang => Unit::None,
        }
    }

    /// Whether it has amounts of money, which may be written with a currency.
    pub fn has_amounts(self) -> bool {
        matches!(self, Kind::Money { .. } | Kind::List(_))
    }

    /// Whether the text is a number.
    pub const fn is_number(self) -> bool {
        match self {
            Kind::Rate { .. }
            | Kind::Whole { .. }
            | Kind::Percent { .. }
            | Kind::Hours
            | Kind::Money { .. }
            | Kind::Clients => true,
            Kind::Schedule(_)
            | Kind::Fee
            | Kind::Status
            | Kind::List(_)
            | Kind::Flag
            | Kind::Choice(_)
            | Kind::Currency
            | Kind::Lang => false,
        }
    }

    /// The most that a number of this kind may be, in the unit of its [value](super::Inputs::get), in a currency with
    /// this many smallest units in a major unit. None if the fee sets the bound.
    pub fn most(self, minor_per_major: i64) -> Option<i64> {
        match self {
            Kind::Whole { most, .. } => Some(i64::from(most)),
            Kind::Percent { most, .. } => Some(i64::from(most) * 100),
            Kind::Hours => Some(i64::from(MAX_HOURS) * 100),
            Kind::Money { most, .. } => Some(most * minor_per_major),
            Kind::Clients => Some(i64::from(MAX_GIGS)),
            Kind::Schedule(_)
            | Kind::Fee
            | Kind::Rate { .. }
            | Kind::Status
            | Kind::List(_)
            | Kind::Flag
            | Kind::Choice(_)
            | Kind::Currency
            | Kind::Lang => None,
        }
    }
}

pub(super) const fn whole(least: u32, most: u32) -> Kind {
    Kind::Whole { least, most }
}

pub(super) const fn percent(least: u32, most: u32) -> Kind {
    Kind::Percent { least, most }
}

/// An amount from zero to this many major units.
pub(super) const fn money(most: i64) -> Kind {
    Kind::Money { least: 0, most }
}

/// The same, but at least one smallest unit.
pub(super) const fn price(most: i64) -> Kind {
    Kind::Money { least: 1, most }
}
