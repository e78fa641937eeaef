//! Is arbitration worth its fee, and how does a score move? *Disputes and scores* of `docs/definitions.md`.

use crate::exact::{fraction, trimmed};
use crate::expect::Expect;
use crate::plan::Plan;

/// `arbitration`, if a claim and a fee are given.
pub fn arbitration<'a>(plan: &Plan) -> Option<Expect<'a>> {
    let (claim, fee) = (plan.amount("claim"), plan.amount("arbitration-fee"));
    let break_even = (fee < claim).then(|| trimmed(fraction(fee, claim.max(1)), 6));
    (claim > 0 && fee > 0).then(|| Expect::Object(vec![("breakEven", Expect::maybe(break_even))]))
}

/// `score`, if past jobs are given.
pub fn score<'a>(plan: &Plan) -> Option<Expect<'a>> {
    let [good, bad, silent] = ["good-jobs", "bad-jobs", "silent-jobs"].map(|name| plan.count(name));
    if good + bad + silent == 0 {
        return None;
    }
    let rule = |score: &dyn Fn(i128, i128) -> (i128, i128)| {
        let at = |good: i128, bad: i128| {
            let (part, all) = score(good, bad);
            Expect::maybe((all > 0).then(|| trimmed(fraction(part, all), 6)))
        };
        Expect::Object(vec![("now", at(good, bad)), ("afterGood", at(good + 1, bad)), ("afterBad", at(good, bad + 1))])
    };
    Some(Expect::Object(vec![
        ("withSilent", rule(&|good, bad| (good, good + bad + silent))),
        ("withoutSilent", rule(&|good, bad| (good, good + bad))),
        ("goodLessBad", rule(&|good, bad| ((good - bad).max(0), good + bad))),
    ]))
}
