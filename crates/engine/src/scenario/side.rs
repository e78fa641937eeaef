//! Which two sides are compared?

/// One of the two sides of the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Many small gigs.
    Gigs,
    /// One large contract.
    Contract,
}

impl Side {
    /// The side it is compared with.
    #[must_use]
    pub fn other(self) -> Side {
        match self {
            Side::Gigs => Side::Contract,
            Side::Contract => Side::Gigs,
        }
    }
}

/// A value for each side of the comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BySide<T> {
    /// The gigs' value.
    pub gigs: T,
    /// The contract's value.
    pub contract: T,
}

impl<T> BySide<T> {
    /// Calls a function for each side.
    pub fn from_fn(mut value: impl FnMut(Side) -> T) -> BySide<T> {
        BySide { gigs: value(Side::Gigs), contract: value(Side::Contract) }
    }

    /// The value of one side.
    pub fn get(&self, side: Side) -> &T {
        match side {
            Side::Gigs => &self.gigs,
            Side::Contract => &self.contract,
        }
    }

    /// The value of one side, to change.
    pub fn get_mut(&mut self, side: Side) -> &mut T {
        match side {
            Side::Gigs => &mut self.gigs,
            Side::Contract => &mut self.contract,
        }
    }
}

impl<T, E> BySide<Result<T, E>> {
    /// Both values, or the first error.
    ///
    /// # Errors
    ///
    /// When either side is an error.
    pub fn transpose(self) -> Result<BySide<T>, E> {
        Ok(BySide { gigs: self.gigs?, contract: self.contract? })
    }
}
