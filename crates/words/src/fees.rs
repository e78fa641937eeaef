//! What does the page say about a fee and its schedule?

use time::Date;

use super::Words;
use engine::amount::{Decimal, Rate, written};
use engine::fees::{
    Adjustment, Applies, Basis, Case, Certainty, Charge, Choice, Fee, Market, Payer, Schedule, Since, TierRate,
};
use engine::scenario::FeeSource;

impl Words {
    /// What a schedule is called in a list: `20 / 10 / 5 %, 2016–2023`.
    pub fn schedule(&self, schedule: &Schedule) -> String {
        Self::with_years(schedule, &self.in_its_currency(schedule).brief(&schedule.fee))
    }

    /// The same with the reader's choice, if the fee leaves something open: `Card: 2.9 % + 0.30, 2026`.
    pub fn schedule_as_chosen(&self, schedule: &Schedule, choice: Choice) -> String {
        let words = self.in_its_currency(schedule);
        let fee = &schedule.fee;
        let charge = fee.charge(choice);
        let brief = match charge.open_rate() {
            Some((least, most)) => {
                let (least, most) = (self.format.percent(least), self.format.rate(most));
                format!("{} (of {least}–{most})", self.format.rate(choice.rate))
            }
            None => words.brief_charge(charge),
        };
        let named = match fee.statuses().nth(choice.status) {
            Some(name) => format!("{name}: {brief}"),
            None if fee.counts_months() => words.brief(fee),
            None => brief,
        };
        Self::with_years(schedule, &named)
    }

    /// The words for amounts in a schedule's own currency.
    fn in_its_currency(&self, schedule: &Schedule) -> Words {
        Words { format: super::Format { currency: schedule.currency, ..self.format } }
    }

    fn with_years(schedule: &Schedule, fee: &str) -> String {
        match (schedule.from, schedule.until().map(Since::year)) {
            (Since::By(_), Some(until)) => format!("{fee}, until {until}"),
            (from, Some(until)) if from.year() == until => format!("{fee}, {until}"),
            (from, Some(until)) => format!("{fee}, {}–{until}", from.year()),
            (Since::By(year), None) => format!("{fee}, as of {year}"),
            (from, None) => format!("{fee}, since {}", from.year()),
        }
    }

    /// The entry for a fee of the reader's own.
    pub fn own_fee(&self) -> &'static str {
        "A fee of your own"
    }

    /// Whether the fee is still charged, what is charged now, and any caution.
    pub fn status(&self, source: FeeSource, today: Option<Date>) -> String {
        let FeeSource::Schedule(schedule) = source else {
            return "a fee of your own, not checked against any platform".into();
        };
        let mut parts = vec![match (schedule.until(), schedule.platform().schedules(schedule.payer).last()) {
            (Some(until), Some(last)) if last.until().is_none() => {
                format!("ended {}; now {}", self.day(until), self.in_its_currency(last).with_basis(&last.fee))
            }
            (Some(until), _) => format!("ended {}", self.day(until)),
            (None, _) => match schedule.from {
                Since::By(year) if year == schedule.source.read.year() => "in force, first day not known".into(),
                Since::By(year) => format!("seen in {year}, no later change found"),
                from => format!("in force since {}", self.day(from)),
            },
        }];
        parts.extend(Self::caution(schedule.certainty).map(str::to_owned));
        if today.is_some_and(|today| is_old(schedule.source.read, today)) {
            parts.push("read over a year ago".into());
        }
        parts.join("; ")
    }

    /// The period in which it was in force.
    pub fn period(&self, schedule: &Schedule) -> String {
        match (schedule.from, schedule.until()) {
            (Since::By(year), None) if year == schedule.source.read.year() => {
                "today; the first day is not known".into()
            }
            (Since::By(year), None) => format!("seen in {year}; no later change found"),
            (from, None) => format!("since {}", self.day(from)),
            (Since::By(_), Some(until)) => format!("until {}, first day not known", self.day(until)),
            (from, Some(until)) => format!("{} to {}", self.day(from), self.day(until)),
        }
    }

    /// `3 May 2023`, `about 2019`, `2026 or before`
    pub(super) fn day(&self, since: Since) -> String {
        match since {
            Since::On(day) => self.format.date(day),
            Since::About(year) => format!("about {year}"),
            Since::By(year) => format!("{year} or before"),
        }
    }

    /// How reliable a schedule is, in a few words.
    pub fn certainty(&self, certainty: Certainty) -> &'static str {
        match certainty {
            Certainty::Official => "the platform’s own page",
            Certainty::Quoted => "the platform’s own page, as others quote it",
            Certainty::ThirdParty => "other people’s pages only",
            Certainty::Conflicting => "pages that disagree",
            Certainty::Reconstructed => "put together from parts; no page states it",
        }
    }

    /// A caution if the platform itself did not say it, or not clearly.
    fn caution(certainty: Certainty) -> Option<&'static str> {
        match certainty {
            Certainty::Official | Certainty::Quoted => None,
            Certainty::ThirdParty => Some("from third parties only"),
            Certainty::Conflicting => Some("sources disagree"),
            Certainty::Reconstructed => Some("put together from parts"),
        }
    }

    /// What a reader should do about a fact that was read long ago.
    pub fn old(&self, schedule: &Schedule, today: Option<Date>) -> Option<String> {
        let read = schedule.source.read;
        today.filter(|today| is_old(read, *today)).map(|_| {
            format!(
                "This was read over a year ago, on {}. Look at the source before you rely on it.",
                self.format.date(read)
            )
        })
    }

    /// A fee with its basis: `0–15 % per contract`.
    pub fn with_basis(&self, fee: &Fee) -> String {
        let brief = self.brief(fee);
        let basis = fee.cases()[0].charge.basis;
        match basis {
            _ if fee.cases().iter().any(|case| case.charge.basis != basis) => brief,
            Basis::Client => format!("{brief} per client"),
            Basis::Contract => format!("{brief} per contract"),
            Basis::Month => format!("{brief} per month"),
            Basis::Payment => brief,
        }
    }

    /// A fee in a few words: `20 / 10 / 5 %`, `2.9 % + 0.30`, `10 %, later 5 %`.
    pub fn brief(&self, fee: &Fee) -> String {
        let cases = fee.cases();
        let is_timed = fee.counts_months();
        if cases.len() <= 2 {
            let briefs: Vec<String> = cases.iter().map(|case| self.brief_charge(&case.charge)).collect();
            return briefs.join(if is_timed { ", later " } else { " or " });
        }
        let rates = || cases.iter().flat_map(|case| case.charge.tiers.iter()).map(|tier| tier.rate);
        let least = rates().map(|rate| rate.least()).min().unwrap_or_default();
        let most = rates().map(|rate| rate.most()).max().unwrap_or_default();
        let range = format!("{}–{}", self.format.percent(least), self.format.rate(most));
        if is_timed { format!("{range}, by months") } else { format!("{range}, by status") }
    }

    fn brief_charge(&self, charge: &Charge) -> String {
        let tiers = &charge.tiers;
        if tiers.len() == 1 {
            return self.step(charge, 0);
        }
        let with_charges = charge.whole && tiers.iter().any(|tier| !tier.adjustments.is_empty());
        let steps = match tiers.len() {
            // If tiers have their own adjustments, each is named; of many, the first and last are enough.
            4.. => {
                format!("{} … {}\u{a0}%", self.tier_rate(tiers[0].rate), self.tier_rate(tiers[tiers.len() - 1].rate))
            }
            _ if with_charges => {
                return (0..tiers.len()).map(|index| self.step(charge, index)).collect::<Vec<_>>().join(" / ");
            }
            _ => {
                let rates: Vec<String> = tiers.iter().map(|tier| self.tier_rate(tier.rate)).collect();
                format!("{}\u{a0}%", rates.join(" / "))
            }
        };
        let adjustments = tiers.last().into_iter().filter(|_| !charge.whole).flat_map(|tier| tier.adjustments.iter());
        adjustments.fold(steps, |steps, adjustment| steps + &self.adjustment(adjustment))
    }

    fn tier_rate(&self, rate: TierRate) -> String {
        match rate {
            TierRate::Set(rate) => self.format.percent(rate),
            TierRate::Open { least, most } => {
                format!("{}–{}", self.format.percent(least), self.format.percent(most))
            }
        }
    }

    /// An amount of a fee: `$5`, `$0.30`.
    fn amount(&self, amount: Decimal) -> String {
        format!("{}{}", self.format.symbol(), self.format.decimal(written(amount)))
    }

    fn adjustment(&self, adjustment: &Adjustment<Decimal>) -> String {
        let amount = self.amount(adjustment.amount());
        match adjustment {
            Adjustment::Plus(_) => format!(" + {amount}"),
            Adjustment::AtLeast(_) => format!(", at least {amount}"),
            Adjustment::AtMost(_) => format!(", at most {amount}"),
        }
    }

    /// What one tier takes, as its picture shows it: `20 %`, `5.5 % + 3`, or a fixed part alone.
    pub fn step(&self, charge: &Charge, index: usize) -> String {
        let tier = &charge.tiers[index];
        if let (true, [Adjustment::Plus(fixed)]) = (tier.rate.most() == Rate::ZERO, &tier.adjustments[..]) {
            return self.amount(*fixed);
        }
        let step = format!("{}\u{a0}%", self.tier_rate(tier.rate));
        tier.adjustments.iter().fold(step, |step, adjustment| step + &self.adjustment(adjustment))
    }

    /// Where a tier ends, as its picture shows it: `10,000`.
    pub fn step_end(&self, charge: &Charge, index: usize) -> String {
        charge.tiers[index].up_to.map_or(String::new(), |limit| self.amount(limit.amount))
    }

    /// What the picture of a charge shows, as its caption and for screen readers.
    pub fn steps(&self, charge: &Charge) -> String {
        let basis = match (charge.whole, charge.basis) {
            _ if charge.tiers.len() == 1 => "The whole payment pays this rate.",
            (false, Basis::Client) => "Each part of what a client is billed over time pays the rate of its own tier.",
            (false, Basis::Month) => "Each part of what is billed in a calendar month pays the rate of its own tier.",
            (false, Basis::Contract | Basis::Payment) => "Each part of a payment pays the rate of its own tier.",
            (true, Basis::Client | Basis::Month) => {
                "The whole payment pays one rate, set by what was billed before it."
            }
            (true, Basis::Contract | Basis::Payment) => {
                "The whole payment pays the rate of the tier it falls into, so a cent more can cost more than a cent."
            }
        };
        match charge.tax {
            Some(tax) => format!("{basis} Tax of {} on the fee comes on top.", self.format.rate(tax)),
            None => basis.into(),
        }
    }

    /// The name of a case of a fee, if there are several.
    pub fn case(&self, case: &Case) -> String {
        match &case.applies {
            Applies::Always => String::new(),
            Applies::Status(name) => name.clone().into_owned(),
            Applies::FirstMonths(1) => "in the first month with a client".into(),
            Applies::FirstMonths(months) => format!("in the first {months} months with a client"),
            Applies::Later => "later".into(),
        }
    }

    /// The heading over the platforms of one kind.
    pub fn market(&self, market: Market) -> &'static str {
        match market {
            Market::Marketplace => "Marketplaces",
            Market::Payment => "Clients of your own",
        }
    }

    /// The day on which a source was read.
    pub fn read_on(&self, day: Date) -> String {
        format!("read {}", self.format.date(day))
    }

    /// `, read 22 November 2026; the platform’s own page. `: behind the name of a source.
    pub fn read_and_certainty(&self, read: Date, certainty: Certainty) -> String {
        format!(", {}; {}. ", self.read_on(read), self.certainty(certainty))
    }

    /// What to beware of in a list of schedules; nothing where the platform itself says it.
    pub fn caution_of(&self, schedule: &Schedule) -> Option<&'static str> {
        Self::caution(schedule.certainty)
    }

    /// The heading of the panel about the fee.
    pub fn about_heading(&self) -> &'static str {
        "About this fee"
    }

    /// Where it was read, in one line.
    pub fn about_summary(&self, source: FeeSource) -> String {
        match source {
            FeeSource::Custom => "a fee of your own".into(),
            FeeSource::Schedule(schedule) => {
                format!("{}, read {}", self.certainty(schedule.certainty), self.format.date(schedule.source.read))
            }
        }
    }

    /// The labels of what is known about a fee, in the order shown: period, payer, notation, source and day,
    /// certainty.
    pub fn about_labels(&self) -> [&'static str; 5] {
        ["In force", "Charged to", "In notation", "Source", "How sure"]
    }

    /// Who is charged.
    pub fn payer(&self, payer: Payer) -> &'static str {
        match payer {
            Payer::Freelancer => "the freelancer, out of what is billed",
            Payer::Client => "the client, on top of what is billed",
        }
    }

    /// The heading over other readings of the same fee.
    pub fn readings(&self) -> &'static str {
        "Also read as"
    }

    /// The button that applies another fee.
    pub fn use_it(&self) -> &'static str {
        "Use it"
    }

    /// What replaced a schedule.
    pub fn replaced(&self, successor: &Schedule) -> String {
        let fee = self.in_its_currency(successor).with_basis(&successor.fee);
        format!("Replaced by {fee}, in force {}.", self.period(successor))
    }
}

/// Whether a fact was read more than a year before `today`.
fn is_old(read: Date, today: Date) -> bool {
    today.to_julian_day() - read.to_julian_day() > 365
}
