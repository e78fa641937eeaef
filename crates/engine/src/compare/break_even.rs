//! At how many gigs would the lead change?

use super::{Comparison, Range, stretches};
use crate::scenario::{Field, Scenario, Side, limits};

/// The number of gigs at which the sides are nearest to level: for gigs that are behind, the least that keep as much as
/// the contract, or the most if only fewer do; for gigs that are ahead, the number at which they are level, or else the
/// least at which they are still ahead. None if no number changes the lead, if the gigs are a list, if both totals are
/// tied, or if neither side is ahead.
pub fn level_gigs(scenario: &Scenario, comparison: &Comparison) -> Option<u32> {
    let ahead = comparison.verdict.lead.side().filter(|_| !scenario.same_total())?;
    let gigs = &scenario.plans().gigs;
    let price = gigs.price()?;
    let now = i64::from(gigs.jobs());
    // Nobody looks for numbers of gigs further away.
    let most = (scenario.currency().max().minor() / price.minor()).min(limits::MAX_GIGS.into());
    let range = Range { from: 1, to: (3 * now + 100).min(most).max(now), step: (now / 50).max(1) };
    let track = stretches(scenario, Field::Gigs, range);
    let here = track.iter().position(|stretch| stretch.from <= now && now <= stretch.to)?;
    let (before, after) = (&track[..here], &track[here + 1..]);
    let below = before.last();
    let above = after.first().map(|stretch| stretch.from);
    let found = match ahead {
        // If the contract is ahead up to there, the gigs need one more.
        Side::Gigs => below.map(|below| below.to + i64::from(below.ahead.is_some())).or(above),
        Side::Contract => above.or(below.map(|below| below.to)),
    };
    found.and_then(|number| u32::try_from(number).ok())
}
