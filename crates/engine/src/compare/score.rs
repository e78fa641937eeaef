//! How does one more outcome move the success score?

use crate::amount::Decimal;
use crate::scenario::JobRecord;

/// How a success score is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    /// Good outcomes of all, those without feedback among them.
    WithSilent,
    /// Good outcomes of those with feedback.
    WithoutSilent,
    /// Good outcomes less bad ones, of those with feedback.
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
        (below > 0).then(|| Decimal::from(above) / Decimal::from(below))
    }
}

/// A success score as fractions of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// How it is counted.
    pub counting: Counting,
    /// What it is; none where no job counts.
    pub now: Option<Decimal>,
    /// What it is after one more good outcome.
    pub after_good: Option<Decimal>,
    /// What it is after one more bad outcome.
    pub after_bad: Option<Decimal>,
}

/// The success score by every rule; none where there are no jobs yet.
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
