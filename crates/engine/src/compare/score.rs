//! How does one more outcome move the success score?

use crate::amount::{Decimal, ratio};
use crate::scenario::JobRecord;

/// The rule by which a success score is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    /// Good outcomes divided by all, including those without feedback.
    WithSilent,
    /// Good outcomes divided by those with feedback.
    WithoutSilent,
    /// Good outcomes minus bad ones, divided by those with feedback.
    GoodLessBad,
}

impl Counting {
    /// Every rule, in the order shown.
    pub const ALL: [Counting; 3] = [Counting::WithSilent, Counting::WithoutSilent, Counting::GoodLessBad];

    fn score(self, good: i64, bad: i64, silent: i64) -> Option<Decimal> {
        let (above, below) = match self {
            Counting::WithSilent => (good, good + bad + silent),
            Counting::WithoutSilent => (good, good + bad),
            Counting::GoodLessBad => ((good - bad).max(0), good + bad),
        };
        (below > 0).then(|| ratio(above, below))
    }
}

/// A success score as fractions of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// The rule by which it is counted.
    pub counting: Counting,
    /// The current score; none if no job counts.
    pub now: Option<Decimal>,
    /// The score after one more good outcome.
    pub after_good: Option<Decimal>,
    /// The score after one more bad outcome.
    pub after_bad: Option<Decimal>,
}

/// The success score by every rule; none if there are no jobs yet.
pub fn scores(record: &JobRecord) -> Option<[Score; 3]> {
    let JobRecord { good, bad, silent } = *record;
    let [good, bad, silent] = [good, bad, silent].map(i64::from);
    (good + bad + silent > 0).then(|| {
        Counting::ALL.map(|counting| Score {
            counting,
            now: counting.score(good, bad, silent),
            after_good: counting.score(good + 1, bad, silent),
            after_bad: counting.score(good, bad + 1, silent),
        })
    })
}
