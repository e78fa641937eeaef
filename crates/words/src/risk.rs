//! What does the page say about risk, disputes and the success score?

use super::format::percentage;
use super::{Phrase, Words, text};
use engine::amount::{Decimal, Money};
use engine::compare::{Chance, Counting, Prospect, Risk, Score, arbitration, average_price, risk, scores};
use engine::scenario::{BySide, Criterion, Scenario, Side};

impl Words {
    /// The heading of risk.
    pub fn risk_heading(&self) -> &'static str {
        text::risk_heading()
    }

    /// The closed line before the answer is there.
    pub fn risk_summary(&self) -> &'static str {
        text::risk_summary()
    }

    /// The result, in one line.
    pub fn risk_line(&self, scenario: &Scenario) -> Option<String> {
        let risk = risk(scenario)?;
        let BySide { gigs, contract } = risk.ahead;
        if risk.level > contract.max(gigs) {
            return Some(text::RiskLineLevel { chance: self.chance(risk.level) }.say());
        }
        let (side, chance) = if contract >= gigs { (Side::Contract, contract) } else { (Side::Gigs, gigs) };
        let chance = self.chance(chance);
        Some(match (side, risk.criterion) {
            (Side::Gigs, Criterion::Money) => text::RiskLineGigs { sides: self.sides, chance }.say(),
            (Side::Contract, Criterion::Money) => text::RiskLineContract { sides: self.sides, chance }.say(),
            (Side::Gigs, Criterion::Hour) => text::RiskLineGigsHour { sides: self.sides, chance }.say(),
            (Side::Contract, Criterion::Hour) => text::RiskLineContractHour { sides: self.sides, chance }.say(),
        })
    }

    /// The heading of disputes.
    pub fn dispute_heading(&self) -> &'static str {
        text::dispute_heading()
    }

    /// The closed line before the answer is there, or where no fee is known.
    pub fn dispute_summary(&self) -> &'static str {
        text::dispute_summary()
    }

    /// Whether arbitration pays, in one line.
    pub fn dispute_line(&self, scenario: &Scenario) -> Option<String> {
        let arbitration = arbitration(&scenario.inputs().dispute)?;
        Some(match arbitration.break_even() {
            Some(chance) => text::ArbitrationLine { chance: self.format.limit(chance) }.say(),
            None => text::arbitration_line_never().into(),
        })
    }

    /// The headings of the results of arbitration.
    pub fn arbitration_columns(&self) -> [&'static str; 2] {
        [text::arbitration_chance(), text::arbitration_brings()]
    }

    /// The heading of the success score.
    pub fn score_heading(&self) -> &'static str {
        text::score_heading()
    }

    /// The closed line before the answer is there.
    pub fn score_summary(&self) -> &'static str {
        text::score_summary()
    }

    /// The effect of one bad outcome on the score, in one line.
    pub fn score_line(&self, scenario: &Scenario) -> Option<String> {
        let score = scores(&scenario.inputs().record)?[Counting::WithoutSilent as usize];
        let (now, after) = score.now.zip(score.after_bad)?;
        Some(text::ScoreLine { now: self.format.fraction(now), after: self.format.fraction(after) }.say())
    }

    fn chance(&self, chance: Chance) -> String {
        self.format.fraction(chance.fraction())
    }

    /// The chance that each side ends ahead.
    pub fn odds(&self, risk: &Risk) -> Phrase {
        let [gigs, contract, level] = [risk.ahead.gigs, risk.ahead.contract, risk.level].map(|it| self.chance(it));
        let is_level = !risk.level.fraction().is_zero();
        match (risk.criterion, is_level) {
            (Criterion::Money, false) => text::Odds { sides: self.sides, contract, gig: gigs }.say(),
            (Criterion::Money, true) => text::OddsLevel { sides: self.sides, contract, gig: gigs, level }.say(),
            (Criterion::Hour, false) => text::OddsHour { sides: self.sides, contract, gig: gigs }.say(),
            (Criterion::Hour, true) => text::OddsHourLevel { sides: self.sides, contract, gig: gigs, level }.say(),
        }
    }

    /// One row for each figure of a side.
    pub fn prospect_rows(&self, prospect: &Prospect) -> Vec<(String, String)> {
        let money = |amount: Money| self.format.money(amount);
        vec![
            (text::row_average().into(), money(prospect.expected)),
            (text::row_low().into(), money(prospect.low)),
            (text::row_high().into(), money(prospect.high)),
            (text::row_unpaid().into(), self.chance(prospect.unpaid)),
            (text::row_bad_review().into(), self.chance(prospect.bad_review)),
        ]
    }

    /// The amounts between which eight cases of ten end.
    pub fn band(&self, prospect: &Prospect) -> String {
        let [low, high] = [prospect.low, prospect.high].map(|amount| self.format.short_money(amount));
        if low == high { text::BandOne { low }.say() } else { text::Band { low, high }.say() }
    }

    /// The meaning of the first and the last bar of that picture, if that is more than their place on the axis.
    pub fn bars_beyond(&self, under: Option<Money>, from: Option<Money>) -> Option<String> {
        let [under, from] = [under, from].map(|amount| amount.map(|amount| self.format.short_money(amount)));
        match (under, from) {
            (Some(under), Some(from)) => Some(text::BarsBoth { under, from }.say()),
            (Some(under), None) => Some(text::BarsFirst { under }.say()),
            (None, Some(from)) => Some(text::BarsLast { from }.say()),
            (None, None) => None,
        }
    }

    /// The cost of one bad review, and the reason.
    pub fn review_costs(&self, scenario: &Scenario, cost: Money) -> String {
        let risk = &scenario.inputs().risk;
        let jobs = self.format.counted(risk.reviews_in_sight);
        let (cost, price) = (self.format.short_money(cost), self.format.short_money(average_price(scenario)));
        let lost = Decimal::new(risk.work_lost.hundredths().into(), 2).normalize();
        let lost = percentage(self.format.decimal(lost));
        if risk.average_price.is_none() && scenario.is_list(Side::Gigs) {
            return text::ReviewCostsList { cost, lost, jobs, price }.say();
        }
        text::ReviewCosts { jobs, cost, lost, price }.say()
    }

    /// The explanation of the figures.
    pub fn risk_hint(&self) -> &'static str {
        text::risk_hint()
    }

    /// The headings of the success score.
    pub fn score_columns(&self) -> [&'static str; 4] {
        [text::score(), text::score_now(), text::score_good(), text::score_bad()]
    }

    /// A rule of the success score, and its result.
    pub fn score_row(&self, score: &Score) -> (&'static str, [String; 3]) {
        let rule = match score.counting {
            Counting::WithSilent => text::score_with_silent(),
            Counting::WithoutSilent => text::score_without_silent(),
            Counting::GoodLessBad => text::score_good_less_bad(),
        };
        let shown = |score: Option<Decimal>| {
            score.map_or_else(|| text::score_none().to_owned(), |score| self.format.fraction(score))
        };
        (rule, [score.now, score.after_good, score.after_bad].map(shown))
    }

    /// The note on what the score is not.
    pub fn score_hint(&self) -> &'static str {
        text::score_hint()
    }
}
