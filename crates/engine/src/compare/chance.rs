//! How likely is something? Chances without floating point, and how often something happens in a number of tries.

use crate::amount::{Decimal, quotient, scaled};

/// Certainty, in units of a [`Chance`].
const CERTAIN: u64 = 1_000_000_000_000_000_000;

/// A probability: a whole number of 10⁻¹⁸.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Chance(u64);

impl Chance {
    /// It never happens.
    pub const NEVER: Chance = Chance(0);
    /// It always happens.
    pub const CERTAIN: Chance = Chance(CERTAIN);

    /// A chance of this many hundredths of a percent.
    pub const fn hundredths(hundredths: u64) -> Chance {
        Chance(hundredths * (CERTAIN / 10_000))
    }

    /// The chance in units of 10⁻¹⁸.
    pub const fn units(self) -> u64 {
        self.0
    }

    /// The most units by which the chance of one number of a [`Binomial`] may be off, and by which each sum of two chances may be.
    pub const LACKS: i128 = 4;

    /// The chance as a fraction of one, to six places. Sums of many chances may be slightly too small, so a value that is at most
    /// 10⁻¹³ below half of the last place counts as half.
    pub fn fraction(self) -> Decimal {
        let units = i128::from(self.0) + i128::from(Chance::NEARLY);
        scaled(quotient(units, 1_000_000_000_000), 6)
    }

    /// The most by which the sum of ten thousand chances may be too small.
    const NEARLY: u64 = 100_000;

    /// The chance that it does not happen.
    #[must_use]
    pub const fn not(self) -> Chance {
        Chance(CERTAIN.saturating_sub(self.0))
    }

    /// The chance that two independent events both happen.
    #[must_use]
    pub fn and(self, other: Chance) -> Chance {
        let both = quotient(i128::from(self.0) * i128::from(other.0), CERTAIN.into());
        Chance(u64::try_from(both).unwrap_or(CERTAIN))
    }

    /// The chance that one of two mutually exclusive events happens.
    #[must_use]
    pub fn or(self, other: Chance) -> Chance {
        Chance(self.0.saturating_add(other.0).min(CERTAIN))
    }

    /// The chance that this event happens without another one, which never happens without this one.
    #[must_use]
    pub const fn without(self, other: Chance) -> Chance {
        Chance(self.0.saturating_sub(other.0))
    }

    /// Whether it is at least as likely as `other`, apart from what division loses.
    pub const fn reaches(self, other: Chance) -> bool {
        self.0.saturating_add(Chance::NEARLY) >= other.0
    }
}

/// The number of successes in some independent tries: the binomial distribution, without numbers whose chance is below 10⁻¹⁸.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binomial {
    least: u32,
    chances: Vec<Chance>,
    /// The chance of more, for each number.
    more: Vec<Chance>,
}

// The weight of the likeliest number. Before division the next one is at most 10⁸ times that, which fits 128 bits.
const HEAVIEST: u128 = 1_000_000_000_000_000_000_000_000_000;
// The divisor of weights, so that they can be multiplied by certainty.
const SHORTER: u128 = 10_000_000;

impl Binomial {
    /// The distribution of successes in `tries`, each with a chance in hundredths of a percent.
    ///
    /// The chance of `k` is to that of `k + 1` as `(k + 1)(1 − p)` to `(n − k)p`. This gives a weight to each number,
    /// from the likeliest outwards, until weights vanish. Dividing by their sum turns them into chances.
    pub fn of(tries: u32, hundredths: u32) -> Binomial {
        let (yes, no) = (u128::from(hundredths.min(10_000)), u128::from(10_000 - hundredths.min(10_000)));
        let tries = u128::from(tries);
        let likeliest = ((tries + 1) * yes / 10_000).min(tries);
        let mut weights = vec![];
        let (mut number, mut weight) = (likeliest, HEAVIEST);
        while number > 0 && no > 0 {
            weight = weight * (number * no) / ((tries - number + 1) * yes);
            if weight < SHORTER {
                break;
            }
            number -= 1;
            weights.push(weight);
        }
        let least = number;
        weights.reverse();
        weights.push(HEAVIEST);
        (number, weight) = (likeliest, HEAVIEST);
        while number < tries && yes > 0 {
            weight = weight * ((tries - number) * yes) / ((number + 1) * no);
            if weight < SHORTER {
                break;
            }
            number += 1;
            weights.push(weight);
        }
        let all = weights.iter().sum::<u128>() / SHORTER;
        let chance = |weight: &u128| {
            let units = weight / SHORTER * u128::from(CERTAIN) / all;
            Chance(u64::try_from(units).unwrap_or(CERTAIN))
        };
        let mut chances: Vec<Chance> = weights.iter().map(chance).collect();
        // The loss by division goes to the likeliest number, where it matters least.
        let sum = chances.iter().fold(Chance::NEVER, |sum, chance| sum.or(*chance));
        let place = usize::try_from(likeliest - least).unwrap_or(0);
        chances[place] = chances[place].or(sum.not());
        let mut above = Chance::NEVER;
        let mut more: Vec<Chance> = chances
            .iter()
            .rev()
            .map(|chance| {
                let more = above;
                above = above.or(*chance);
                more
            })
            .collect();
        more.reverse();
        Binomial { least: u32::try_from(least).unwrap_or(u32::MAX), chances, more }
    }

    /// The smallest number that can be expected at all.
    pub fn least(&self) -> u32 {
        self.least
    }

    /// The largest one.
    pub fn most(&self) -> u32 {
        self.least + u32::try_from(self.chances.len()).unwrap_or(1) - 1
    }

    /// The chance of each number, from the smallest on.
    pub fn chances(&self) -> &[Chance] {
        &self.chances
    }

    /// The chance of more than this number.
    pub fn more_than(&self, number: i64) -> Chance {
        let place = number - i64::from(self.least);
        if place < 0 {
            return Chance::CERTAIN;
        }
        // Wasm counts places in 32 bits: one that does not fit is beyond the last, too.
        usize::try_from(place).ok().and_then(|place| self.more.get(place).copied()).unwrap_or_default()
    }
}
