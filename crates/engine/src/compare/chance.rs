//! Chances without floating point, and how often something happens in so many tries.

use crate::amount::Decimal;

/// What is certain, in units of a [`Chance`].
const CERTAIN: u64 = 1_000_000_000_000_000_000;

/// How likely something is: a whole number of 10⁻¹⁸.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Chance(u64);

impl Chance {
    /// It never happens.
    pub const NEVER: Chance = Chance(0);
    /// It always happens.
    pub const CERTAIN: Chance = Chance(CERTAIN);

    /// So many hundredths of a percent.
    pub const fn hundredths(hundredths: u64) -> Chance {
        Chance(hundredths * (CERTAIN / 10_000))
    }

    /// How many 10⁻¹⁸ it is.
    pub const fn units(self) -> u64 {
        self.0
    }

    /// As a fraction of one.
    pub fn fraction(self) -> Decimal {
        Decimal::from_i128_with_scale(self.0.into(), 18)
    }

    /// That it does not happen.
    #[must_use]
    pub const fn not(self) -> Chance {
        Chance(CERTAIN.saturating_sub(self.0))
    }

    /// That both of two happen which know nothing of each other.
    #[must_use]
    pub fn and(self, other: Chance) -> Chance {
        let both = u128::from(self.0) * u128::from(other.0) / u128::from(CERTAIN);
        Chance(u64::try_from(both).unwrap_or(CERTAIN))
    }

    /// That either of two happens which exclude each other.
    #[must_use]
    pub fn or(self, other: Chance) -> Chance {
        Chance(self.0.saturating_add(other.0).min(CERTAIN))
    }

    /// That this happens and not another which never happens without it.
    #[must_use]
    pub const fn without(self, other: Chance) -> Chance {
        Chance(self.0.saturating_sub(other.0))
    }

    /// Whether it is as likely as that, but for what is lost by dividing.
    pub const fn reaches(self, other: Chance) -> bool {
        self.0.saturating_add(1_000) >= other.0
    }
}

/// How often something happens in so many tries that know nothing of each other: the binomial distribution, but for
/// numbers whose chance is below 10⁻¹⁸.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binomial {
    least: u32,
    chances: Vec<Chance>,
    /// For each number the chance of more.
    more: Vec<Chance>,
}

// The weight of the likeliest number. The next is at most 10⁸ times that before it is divided, which 128 bits hold.
const HEAVIEST: u128 = 1_000_000_000_000_000_000_000_000_000;
// What weights are divided by, so that they can be multiplied with what is certain.
const SHORTER: u128 = 10_000_000;

impl Binomial {
    /// So many tries, each of which succeeds with that chance, in hundredths of a percent.
    ///
    /// The chance of `k` is to that of `k + 1` as `(k + 1)(1 − p)` to `(n − k)p`. From the likeliest number outwards all
    /// have a weight in that way, until there is none left; their sum makes chances of them.
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
        // What was lost by dividing belongs to the likeliest, where it weighs least.
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

    /// The least number that can be expected at all.
    pub fn least(&self) -> u32 {
        self.least
    }

    /// The greatest.
    pub fn most(&self) -> u32 {
        self.least + u32::try_from(self.chances.len()).unwrap_or(1) - 1
    }

    /// How likely each number is, from the least on.
    pub fn chances(&self) -> &[Chance] {
        &self.chances
    }

    /// How likely a number above that one is.
    pub fn more_than(&self, number: i64) -> Chance {
        match usize::try_from(number - i64::from(self.least)) {
            Err(_) => Chance::CERTAIN,
            Ok(place) => self.more.get(place).copied().unwrap_or_default(),
        }
    }
}
