//! What does a number count, what are hours and shares, and how is any value a whole number of its unit, in which sliders move?

use crate::amount::{Decimal, Money, Rate};
use crate::fees::{PAYMENT_SERVICES, Schedule};

/// Hours, in hundredths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hours(i64);

impl Hours {
    /// Hours from hundredths of an hour.
    pub const fn from_hundredths(hundredths: i64) -> Hours {
        Hours(hundredths)
    }

    /// The number of hundredths of an hour.
    pub const fn hundredths(self) -> i64 {
        self.0
    }

    /// Whether there are none.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The hours as links have them: `37.5`.
    pub fn plain(self) -> String {
        Decimal::new(self.0, 2).normalize().to_string()
    }
}

/// A share, in hundredths of a percent. It may be more than all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(u32);

impl Share {
    /// All of it.
    pub const ALL: Share = Share(10_000);

    /// A share from hundredths of a percent.
    pub const fn from_hundredths(hundredths: u32) -> Share {
        Share(hundredths)
    }

    /// The number of hundredths of a percent.
    pub const fn hundredths(self) -> u32 {
        self.0
    }

    /// Whether it is nothing.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// This share of a price, rounded; at least a unit.
    pub fn of(self, price: Money) -> Money {
        if self == Share::ALL {
            return price;
        }
        Money::quotient(i128::from(price.minor()) * i128::from(self.0), 10_000).max(Money::from_minor(1))
    }
}

/// The unit that a field's number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Things, or nothing: the text may not be a number.
    None,
    /// Amounts, in the currency's smallest units.
    Money,
    /// Percent, in hundredths.
    Percent,
    /// Hours, in hundredths.
    Hours,
}

/// A value that can be read and set as a whole number of its unit.
pub(super) trait Units {
    /// The whole number.
    fn units(&self) -> i64;
    /// Sets the value from a whole number, or to the nearest possible value.
    fn set(&mut self, units: i64);
}

impl Units for u32 {
    fn units(&self) -> i64 {
        i64::from(*self)
    }
    fn set(&mut self, units: i64) {
        *self = u32::try_from(units.max(0)).unwrap_or(u32::MAX);
    }
}

impl Units for usize {
    fn units(&self) -> i64 {
        i64::try_from(*self).unwrap_or(0)
    }
    fn set(&mut self, units: i64) {
        *self = usize::try_from(units).unwrap_or(0);
    }
}

impl Units for Money {
    fn units(&self) -> i64 {
        self.minor()
    }
    fn set(&mut self, units: i64) {
        *self = Money::from_minor(units);
    }
}

impl Units for Hours {
    fn units(&self) -> i64 {
        self.0
    }
    fn set(&mut self, units: i64) {
        *self = Hours(units);
    }
}

impl Units for Share {
    fn units(&self) -> i64 {
        i64::from(self.0)
    }
    fn set(&mut self, units: i64) {
        self.0.set(units);
    }
}

/// The unit is a hundredth of a percent; further decimals are cut off.
impl Units for Rate {
    fn units(&self) -> i64 {
        i64::from(self.millionths()) / 100
    }
    fn set(&mut self, units: i64) {
        *self = Rate::from_percent(Decimal::new(units, 2)).unwrap_or_default();
    }
}

/// Zero is `None`.
impl<Value: Units + Default> Units for Option<Value> {
    fn units(&self) -> i64 {
        self.as_ref().map_or(0, Units::units)
    }
    fn set(&mut self, units: i64) {
        *self = (units != 0).then(|| {
            let mut value = Value::default();
            value.set(units);
            value
        });
    }
}

/// The number is the position of the payment service's schedule among all of them.
impl Units for &'static Schedule {
    fn units(&self) -> i64 {
        PAYMENT_SERVICES.iter().position(|id| *id == self.id).unwrap_or(0).units()
    }
    fn set(&mut self, units: i64) {
        let mut position = 0_usize;
        position.set(units);
        if let Some(schedule) = PAYMENT_SERVICES.get(position).and_then(|id| Schedule::find(id)) {
            *self = schedule;
        }
    }
}
