//! What does the page say about a fee and its schedule?

use time::Date;

use super::format::percentage;
use super::{Phrase, Words, text};
use engine::amount::{Decimal, Rate, written};
use engine::fees::{
    Adjustment, Applies, Basis, Case, Certainty, Charge, Choice, Fee, Limit, Market, Payer, Reading, Schedule, Since,
    Source, TierRate,
};
use engine::scenario::{BySide, FeeSource};

impl Words {
    /// The name of a schedule in a list: `20 / 10 / 5%, 2016–2023`.
    pub fn schedule(&self, schedule: &Schedule) -> String {
        Self::with_years(schedule, self.in_its_currency(schedule).brief(&schedule.fee))
    }

    /// The same with the reader's choice, if the fee leaves something open: `Card: 2.9% + 0.30, 2026`.
    pub fn schedule_as_chosen(&self, schedule: &Schedule, choices: &BySide<Choice>) -> String {
        let words = self.in_its_currency(schedule);
        let fee = &schedule.fee;
        let choice = choices.gigs;
        let brief = match fee.open_rate_of(choice) {
            Some((least, most)) => {
                let (least, most) = (self.format.percent(least), self.format.rate(most));
                let [rate, contract] = [choice.rate, choices.contract.rate].map(|rate| self.format.rate(rate));
                if rate == contract {
                    text::ChosenOf { rate, least, most }.say()
                } else {
                    text::ChosenForEachOf { rate, contract, least, most }.say()
                }
            }
            None => words.brief_charge(fee.charge(choice)),
        };
        let named = match fee.statuses().nth(choice.status) {
            Some(name) => text::NamedFee { name: name.to_owned(), fee: brief }.say(),
            None if fee.counts_months() => words.brief(fee),
            None => brief,
        };
        Self::with_years(schedule, named)
    }

    /// The words for amounts in a schedule's own currency.
    fn in_its_currency(&self, schedule: &Schedule) -> Words {
        Words { format: super::Format { currency: schedule.currency, ..self.format }, ..*self }
    }

    fn with_years(schedule: &Schedule, fee: String) -> String {
        let (from, until) = (schedule.from, schedule.until());
        let year = |since: Since| since.year().to_string();
        match (from, until) {
            (Since::By(_), Some(until)) => text::ScheduleUntil { fee, until: year(until) }.say(),
            (from, Some(until)) if from.year() == until.year() => text::ScheduleIn { fee, year: year(from) }.say(),
            (from, Some(until)) => text::ScheduleFromTo { fee, from: year(from), until: year(until) }.say(),
            (Since::By(_), None) => text::ScheduleAsOf { fee, year: year(from) }.say(),
            (from, None) => text::ScheduleSince { fee, year: year(from) }.say(),
        }
    }

    /// The entry for the reader's own fee.
    pub fn own_fee(&self) -> &'static str {
        text::own_fee()
    }

    /// The status of a fee: whether it is still charged, what is charged now, and any caution.
    pub fn status(&self, source: FeeSource, today: Option<Date>) -> String {
        let successor = match source {
            FeeSource::Schedule(schedule) => schedule.today(),
            FeeSource::Custom => None,
        };
        self.status_naming(successor, source, today)
    }

    /// The same without what is charged now, because a button beside it names that.
    pub fn short_status(&self, source: FeeSource, today: Option<Date>) -> String {
        self.status_naming(None, source, today)
    }

    fn status_naming(&self, successor: Option<&Schedule>, source: FeeSource, today: Option<Date>) -> String {
        let FeeSource::Schedule(schedule) = source else {
            return text::status_own().into();
        };
        let mut parts = vec![match (schedule.until(), successor) {
            (Some(until), Some(now)) => {
                text::StatusEndedNow { day: self.day(until), fee: self.in_its_currency(now).with_basis(&now.fee) }.say()
            }
            (Some(until), None) => text::StatusEnded { day: self.day(until) }.say(),
            (None, _) => match schedule.from {
                Since::By(year) if year == schedule.source.read.year() => text::status_in_force().into(),
                Since::By(year) => text::StatusSeen { year: year.to_string() }.say(),
                from @ (Since::On(_) | Since::About(_)) => text::StatusSince { day: self.day(from) }.say(),
            },
        }];
        parts.extend(self.caution(schedule.certainty).map(str::to_owned));
        if today.is_some_and(|today| is_old(schedule.source.read, today)) {
            parts.push(text::status_old().into());
        }
        let all = parts.into_iter().reduce(|before, item| text::Also { before, item }.say());
        all.unwrap_or_default()
    }

    /// The period in which it was in force.
    pub fn period(&self, schedule: &Schedule) -> String {
        match (schedule.from, schedule.until()) {
            (Since::By(year), None) if year == schedule.source.read.year() => text::period_today().into(),
            (Since::By(year), None) => text::PeriodSeen { year: year.to_string() }.say(),
            (from, None) => text::PeriodSince { day: self.day(from) }.say(),
            (Since::By(_), Some(until)) => text::PeriodUntil { day: self.day(until) }.say(),
            (from, Some(until)) => text::Period { from: self.day(from), until: self.day(until) }.say(),
        }
    }

    /// The same beside the words “In force”.
    pub fn period_in_force(&self, schedule: &Schedule) -> String {
        match (schedule.from, schedule.until()) {
            (Since::By(year), None) if year == schedule.source.read.year() => text::period_now().into(),
            _ => self.period(schedule),
        }
    }

    /// `3 May 2023`, `about 2019`, `2026 or earlier`
    pub(super) fn day(&self, since: Since) -> String {
        match since {
            Since::On(day) => self.format.date(day),
            Since::About(year) => text::AboutYear { year: year.to_string() }.say(),
            Since::By(year) => text::YearOrBefore { year: year.to_string() }.say(),
        }
    }

    /// The reliability of a schedule, in a few words.
    pub fn certainty(&self, certainty: Certainty) -> &'static str {
        match certainty {
            Certainty::Official => text::certainty_official(),
            Certainty::Quoted => text::certainty_quoted(),
            Certainty::ThirdParty => text::certainty_third_party(),
            Certainty::Conflicting => text::certainty_conflicting(),
            Certainty::Reconstructed => text::certainty_reconstructed(),
        }
    }

    /// A caution if the platform itself did not say it, or not clearly.
    fn caution(&self, certainty: Certainty) -> Option<&'static str> {
        match certainty {
            Certainty::Official | Certainty::Quoted => None,
            Certainty::ThirdParty | Certainty::Conflicting | Certainty::Reconstructed => {
                Some(self.certainty(certainty))
            }
        }
    }

    /// The advice about a fact that was read long ago.
    pub fn old(&self, schedule: &Schedule, today: Option<Date>) -> Option<String> {
        let read = schedule.source.read;
        today.filter(|today| is_old(read, *today)).map(|_| text::Old { day: self.format.date(read) }.say())
    }

    /// A fee with its basis: `0–15% per contract`.
    pub fn with_basis(&self, fee: &Fee) -> String {
        let brief = self.brief(fee);
        let basis = fee.cases()[0].charge.basis;
        match basis {
            _ if fee.cases().iter().any(|case| case.charge.basis != basis) => brief,
            Basis::Client => text::PerClient { fee: brief }.say(),
            Basis::Contract => text::PerContract { fee: brief }.say(),
            Basis::Month => text::PerMonth { fee: brief }.say(),
            Basis::Account => text::PerAccount { fee: brief }.say(),
            Basis::Payment => brief,
        }
    }

    /// A fee in a few words: `20 / 10 / 5%`, `2.9% + 0.30`, `10%, later 5%`.
    pub fn brief(&self, fee: &Fee) -> String {
        let cases = fee.cases();
        let is_timed = fee.counts_months();
        if cases.len() <= 2 {
            let briefs = cases.iter().map(|case| self.brief_case(case));
            let both = briefs.reduce(|before, item| {
                if is_timed { text::Later { before, item }.say() } else { text::Either { before, item }.say() }
            });
            return both.unwrap_or_default();
        }
        let rates = || cases.iter().flat_map(|case| case.charge.tiers.iter()).map(|tier| tier.rate);
        let least = rates().map(|rate| rate.least()).min().unwrap_or_default();
        let most = rates().map(|rate| rate.most()).max().unwrap_or_default();
        let (least, most) = (self.format.percent(least), self.format.rate(most));
        if is_timed { text::RangeByMonths { least, most }.say() } else { text::RangeByStatus { least, most }.say() }
    }

    /// All charges of a case in a row.
    fn brief_case(&self, case: &Case) -> String {
        let briefs = case.charges().map(|charge| self.brief_charge(charge));
        briefs.reduce(|before, item| text::Then { before, item }.say()).unwrap_or_default()
    }

    fn brief_charge(&self, charge: &Charge) -> String {
        let fee = self.brief_without_tax(charge);
        match charge.tax {
            Some(tax) => text::PlusTax { fee, tax: self.format.rate(tax) }.say(),
            None => fee,
        }
    }

    fn brief_without_tax(&self, charge: &Charge) -> String {
        let tiers = &charge.tiers;
        if tiers.len() == 1 {
            return self.step(charge, 0);
        }
        let with_charges = charge.whole && tiers.iter().any(|tier| !tier.adjustments.is_empty());
        let steps = match tiers.len() {
            // If tiers have their own adjustments, each is named; of many, the first and last are enough.
            4.. if with_charges && tiers.iter().all(|tier| tier.rate.most() == Rate::ZERO) => {
                let (first, last) = (self.step(charge, 0), self.step(charge, tiers.len() - 1));
                text::FirstToLast { first, last }.say()
            }
            4.. => {
                let (first, last) = (self.tier_rate(tiers[0].rate), self.tier_rate(tiers[tiers.len() - 1].rate));
                percentage(text::FirstToLast { first, last }.say())
            }
            _ if with_charges => {
                return side_by_side((0..tiers.len()).map(|index| self.step(charge, index)));
            }
            _ => {
                let rates = side_by_side(tiers.iter().map(|tier| self.tier_rate(tier.rate)));
                percentage(rates)
            }
        };
        let adjustments = tiers.last().into_iter().filter(|_| !charge.whole).flat_map(|tier| tier.adjustments.iter());
        adjustments.fold(steps, |steps, adjustment| self.adjusted(steps, adjustment))
    }

    fn tier_rate(&self, rate: TierRate) -> String {
        match rate {
            TierRate::Set(rate) => self.format.percent(rate),
            TierRate::Open { least, most } => {
                text::Range { least: self.format.percent(least), most: self.format.percent(most) }.say()
            }
        }
    }

    /// An amount of a fee: `$5`, `$0.30`.
    fn amount(&self, amount: Decimal) -> String {
        format!("{}{}", self.format.symbol(), self.format.decimal(written(amount)))
    }

    fn adjusted(&self, fee: String, adjustment: &Adjustment<Decimal>) -> String {
        let amount = self.amount(adjustment.amount());
        match adjustment {
            Adjustment::Plus(_) => text::Plus { fee, amount }.say(),
            Adjustment::AtLeast(_) => text::AtLeastAmount { fee, amount }.say(),
            Adjustment::AtMost(_) => text::AtMostAmount { fee, amount }.say(),
        }
    }

    /// The charge of one tier, as its picture shows it: `20%`, `5.5% + $3`, or a fixed part alone.
    pub fn step(&self, charge: &Charge, index: usize) -> String {
        let tier = &charge.tiers[index];
        if let (true, [Adjustment::Plus(fixed)]) = (tier.rate.most() == Rate::ZERO, &tier.adjustments[..]) {
            return self.amount(*fixed);
        }
        let step = percentage(self.tier_rate(tier.rate));
        tier.adjustments.iter().fold(step, |step, adjustment| self.adjusted(step, adjustment))
    }

    /// The end of a tier, as its picture shows it: `10,000`.
    pub fn step_end(&self, charge: &Charge, index: usize) -> String {
        match charge.tiers[index].up_to {
            Some(limit) if limit == Limit::FIRST_JOB => text::first_job().into(),
            Some(limit) => self.amount(limit.amount),
            None => String::new(),
        }
    }

    /// The description of a charge's picture, as its caption and for screen readers.
    pub fn steps(&self, charge: &Charge) -> String {
        let basis = match (charge.whole, charge.basis) {
            _ if charge.tiers.len() == 1 && charge.tiers[0].adjustments.is_empty() => text::steps_one(),
            (_, basis) if charge.tiers.len() == 1 => match basis {
                Basis::Payment => text::steps_rule_payment(),
                Basis::Contract => text::steps_rule_contract(),
                Basis::Client => text::steps_rule_client(),
                Basis::Month => text::steps_rule_month(),
                Basis::Account => text::steps_rule_account(),
            },
            (false, Basis::Client) => text::steps_client(),
            (false, Basis::Month) => text::steps_month(),
            (false, Basis::Account) => text::steps_account(),
            (false, Basis::Contract) => text::steps_contract(),
            (false, Basis::Payment) => text::steps_payment(),
            (true, Basis::Client | Basis::Month | Basis::Account) => text::steps_whole_history(),
            (true, Basis::Contract) => text::steps_whole_contract(),
            (true, Basis::Payment) => text::steps_whole(),
        };
        match charge.tax {
            Some(tax) => text::StepsTax { explained: basis.to_owned(), rate: self.format.rate(tax) }.say(),
            None => basis.into(),
        }
    }

    /// The heading over a charge that comes after another.
    pub fn steps_then(&self) -> &'static str {
        text::steps_then()
    }

    /// The name of a case of a fee, if there are several.
    pub fn case(&self, case: &Case) -> String {
        match &case.applies {
            Applies::Always => String::new(),
            Applies::Status(name) => name.clone().into_owned(),
            Applies::FirstMonths(months) => text::CaseFirstMonths { months: self.format.counted(*months) }.say(),
            Applies::Later => text::case_later().into(),
        }
    }

    /// The heading over the platforms of one kind.
    pub fn market(&self, market: Market) -> &'static str {
        match market {
            Market::Marketplace => text::market_marketplace(),
            Market::Payment => text::market_payment(),
        }
    }

    /// A source, which is stressed, and the day on which it was read.
    pub fn source_read(&self, source: &Source) -> Phrase {
        text::SourceRead { source: source.title.to_owned(), day: self.format.date(source.read) }.say()
    }

    /// The same with its reliability.
    pub fn source_and_certainty(&self, source: &Source, certainty: Certainty) -> Phrase {
        let day = self.format.date(source.read);
        let certainty = self.certainty(certainty).to_owned();
        text::SourceAndCertainty { source: source.title.to_owned(), day, certainty }.say()
    }

    /// The same fee as another source states it: both are stressed.
    pub fn reading(&self, reading: &Reading) -> Phrase {
        text::Reading { fee: reading.fee.to_string(), source: reading.source.title.to_owned() }.say()
    }

    /// A line with the source of what it says, which is stressed.
    pub fn source_of(&self, line: String, source: &Source) -> Phrase {
        text::SourceOf { line, source: source.title.to_owned() }.say()
    }

    /// The caution in a list of schedules; nothing where the platform itself states the fee.
    pub fn caution_of(&self, schedule: &Schedule) -> Option<&'static str> {
        self.caution(schedule.certainty)
    }

    /// The heading of the panel about the fee.
    pub fn about_heading(&self) -> &'static str {
        text::about_heading()
    }

    /// The source, in one line.
    pub fn about_summary(&self, source: FeeSource) -> String {
        match source {
            FeeSource::Custom => text::about_own().into(),
            FeeSource::Schedule(schedule) => text::AboutSummary {
                certainty: self.certainty(schedule.certainty).to_owned(),
                day: self.format.date(schedule.source.read),
            }
            .say(),
        }
    }

    /// The labels of what is known about a fee, in the order shown: period, payer, notation, source and day,
    /// certainty.
    pub fn about_labels(&self) -> [&'static str; 5] {
        [
            text::about_in_force(),
            text::about_payer(),
            text::about_notation(),
            text::about_source(),
            text::about_certainty(),
        ]
    }

    /// The payer who is charged.
    pub fn payer(&self, payer: Payer) -> &'static str {
        match payer {
            Payer::Freelancer => text::payer_freelancer(),
            Payer::Client => text::payer_client(),
        }
    }

    /// The heading over other readings of the same fee.
    pub fn readings(&self) -> &'static str {
        text::readings()
    }

    /// The button that applies another fee.
    pub fn use_fee(&self) -> &'static str {
        text::use_fee()
    }

    /// The same with the fee, for screen readers.
    pub fn use_fee_named(&self, fee: String) -> String {
        text::UseFeeNamed { fee }.say()
    }

    /// The schedule that replaced another one.
    pub fn replaced(&self, successor: &Schedule) -> String {
        let fee = self.in_its_currency(successor).with_basis(&successor.fee);
        text::Replaced { fee, period: self.period(successor) }.say()
    }
}

/// `20 / 10 / 5`
fn side_by_side(tiers: impl Iterator<Item = String>) -> String {
    tiers.reduce(|before, item| text::TierOrTier { before, item }.say()).unwrap_or_default()
}

/// Whether a fact was read more than a year before `today`, by the calendar.
fn is_old(read: Date, today: Date) -> bool {
    let in_year = |date: Date| (u8::from(date.month()), date.day());
    (today.year(), in_year(today)) > (read.year() + 1, in_year(read))
}
