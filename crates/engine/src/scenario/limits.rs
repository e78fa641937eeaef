//! How much may a number be, where it is no amount of money?

/// The most gigs a plan may have.
pub const MAX_GIGS: u32 = 10_000;
/// The most months since the first project with a client: a century.
pub const MAX_MONTHS: u32 = 1_200;
/// The most months over which work may be spread: ten years.
pub const MAX_DURATION: u32 = 120;
/// The most payments of one contract: weekly for ten years.
pub const MAX_PAYMENTS: u32 = 520;
/// The most hours of anything.
pub const MAX_HOURS: u32 = 100_000;
/// The most percent of a list's prices.
pub const MAX_LEVEL: u32 = 1_000;
