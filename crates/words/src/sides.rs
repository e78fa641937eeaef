//! What are the two sides called?

/// The names of the two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sides {
    /// Many small gigs, and one large contract.
    Usual,
    /// One gig, and one large contract.
    One,
    /// Your gigs, which are a list, and one large contract.
    List,
    /// These jobs and those: the contract is a list, too.
    These,
}
