//! What does the page say about risk, disputes and the success score?

use super::{Phrase, Words};
use engine::amount::{Decimal, Money};
use engine::compare::{Arbitration, Chance, Counting, Prospect, Risk, Score, arbitration, average_price, risk, scores};
use engine::scenario::{BySide, Criterion, Scenario, Side};

impl Words {
    /// The heading of risk.
    pub fn risk_heading(&self) -> &'static str {
        "Risk"
    }

    /// The closed line if nothing is said about risk.
    pub fn risk_summary(&self) -> &'static str {
        "not counted"
    }

    /// The result, in one line.
    pub fn risk_line(&self, scenario: &Scenario) -> String {
        let inputs = scenario.inputs();
        if let Some(risk) = risk(scenario) {
            let BySide { gigs, contract } = risk.ahead;
            let (side, chance) = if contract >= gigs { (Side::Contract, contract) } else { (Side::Gigs, gigs) };
            let chance = self.chance(chance);
            return match (side, risk.criterion) {
                (Side::Gigs, Criterion::Money) => format!("the gigs leave more in {chance} of cases"),
                (Side::Contract, Criterion::Money) => format!("the contract leaves more in {chance} of cases"),
                (Side::Gigs, Criterion::Hour) => format!("the gigs pay more an hour in {chance} of cases"),
                (Side::Contract, Criterion::Hour) => format!("the contract pays more an hour in {chance} of cases"),
            };
        }
        if let Some(arbitration) = arbitration(&inputs.dispute) {
            return match arbitration.break_even() {
                Some(chance) => format!("arbitration pays from a chance of {} on", self.format.limit(chance)),
                None => "arbitration costs more than it can bring".into(),
            };
        }
        let score = scores(&inputs.record).map(|scores| scores[Counting::WithoutSilent as usize]);
        match score.and_then(|score| score.now.zip(score.after_bad)) {
            Some((now, after)) => format!(
                "one bad outcome takes the score from {} to {}",
                self.format.fraction(now),
                self.format.fraction(after)
            ),
            None => self.risk_summary().into(),
        }
    }

    fn chance(&self, chance: Chance) -> String {
        self.format.fraction(chance.fraction())
    }

    /// How often each side ends ahead.
    pub fn odds(&self, risk: &Risk) -> Phrase {
        let [gigs, contract, level] = [risk.ahead.gigs, risk.ahead.contract, risk.level].map(|it| self.chance(it));
        let is_level = risk.level != Chance::NEVER;
        Phrase::new(&match (risk.criterion, is_level) {
            (Criterion::Money, false) => {
                format!("In *{contract}* of cases the contract leaves you more, in *{gigs}* the gigs do.")
            }
            (Criterion::Money, true) => format!(
                "In *{contract}* of cases the contract leaves you more, in *{gigs}* the gigs do, in {level} it is the same."
            ),
            (Criterion::Hour, false) => {
                format!(
                    "In *{contract}* of cases an hour of the contract pays you more, in *{gigs}* one of the gigs does."
                )
            }
            (Criterion::Hour, true) => format!(
                "In *{contract}* of cases an hour of the contract pays you more, in *{gigs}* one of the gigs does, in {level} it is the same."
            ),
        })
    }

    /// One row for each figure of a side.
    pub fn prospect_rows(&self, prospect: &Prospect) -> Vec<(String, String)> {
        let money = |amount: Money| self.format.money(amount);
        vec![
            ("left on average".into(), money(prospect.expected)),
            ("in 1 case of 10 at most".into(), money(prospect.low)),
            ("in 9 cases of 10 at most".into(), money(prospect.high)),
            ("a payment is never made".into(), self.chance(prospect.unpaid)),
            ("a bad review at least".into(), self.chance(prospect.bad_review)),
        ]
    }

    /// What the picture of what may remain shows, for screen readers.
    pub fn band(&self, side: Side, prospect: &Prospect) -> String {
        format!(
            "{}: in 8 cases of 10 between {} and {}.",
            self.side(side),
            self.format.money(prospect.low),
            self.format.money(prospect.high)
        )
    }

    /// What one bad review costs, and why.
    pub fn review_costs(&self, scenario: &Scenario, cost: Money) -> String {
        let risk = &scenario.inputs().risk;
        let jobs = risk.reviews_in_sight;
        let (cost, price) = (self.format.money(cost), self.format.money(average_price(scenario)));
        let lost = self.format.decimal(Decimal::new(risk.work_lost.hundredths().into(), 2).normalize());
        if risk.average_price.is_none() {
            return format!(
                "A bad review costs {cost} of work: {lost}\u{a0}% of {jobs} jobs at the gigs’ price of {price}, for so long is it in sight."
            );
        }
        format!(
            "A bad review costs {cost} of work: {lost}\u{a0}% of {jobs} jobs at {price}, for so long is it in sight."
        )
    }

    /// What the figures mean.
    pub fn risk_hint(&self) -> &'static str {
        "Each payment fails and each job ends badly by itself; all cases are counted, none is drawn by lot. The answer at the top counts nothing of this."
    }

    /// The text of the panel if nothing is typed.
    pub fn risk_begin(&self) -> &'static str {
        "Type how often a review is bad or a payment is never made, and see how often each side ends ahead. Begin with what is known:"
    }

    /// Whether a dispute is worth its fee.
    pub fn arbitration(&self, arbitration: &Arbitration) -> String {
        let [claim, fee] = [arbitration.claim, arbitration.fee].map(|amount| self.format.money(amount));
        match arbitration.break_even() {
            Some(chance) => format!(
                "Arbitration at {fee} for a claim of {claim} pays only if you win in more than {} of such cases.",
                self.format.limit(chance)
            ),
            None => format!("Arbitration at {fee} for a claim of {claim} cannot pay: the fee is lost even if you win."),
        }
    }

    /// The headings of the success score.
    pub fn score_columns(&self) -> [&'static str; 4] {
        ["Success score", "now", "one good more", "one bad more"]
    }

    /// A rule of the success score, and its result.
    pub fn score_row(&self, score: &Score) -> (&'static str, [String; 3]) {
        let rule = match score.counting {
            Counting::WithSilent => "good of all, silence is not good (until 8 November 2020)",
            Counting::WithoutSilent => "good of all with feedback (since then)",
            Counting::GoodLessBad => "good less bad, with feedback (as Upwork outlines it)",
        };
        let text = |score: Option<Decimal>| score.map_or_else(|| "–".to_owned(), |score| self.format.fraction(score));
        (rule, [score.now, score.after_good, score.after_bad].map(text))
    }

    /// What the score is not.
    pub fn score_hint(&self) -> &'static str {
        "Every job weighs the same here. The platform weighs them by size, in windows of time, by a formula that it keeps to itself."
    }
}
