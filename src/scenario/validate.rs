use super::tariff::Charged;
use super::{
    BySide, Clients, Draft, Field, Inputs, Kind, MORE, NumberError, Plan, Problem, Reason, Side, Tariff, read_number,
};
use crate::amount::{Currency, Decimal, Money, Rate};
use crate::fees::{Charge, Choice, Fee, Payer, Schedule, Terms};

/// Two plans and the terms they are charged under. It only comes from [`validate`], so it can always be computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    plans: BySide<Plan>,
    freelancer: Charged,
    client: Option<Charged>,
    currency: Currency,
    same_total: bool,
    inputs: Inputs,
}

impl Scenario {
    /// What each side does.
    pub fn plans(&self) -> &BySide<Plan> {
        &self.plans
    }

    /// What the freelancer is charged on each side.
    pub fn terms(&self) -> &BySide<Terms> {
        &self.freelancer.terms
    }

    /// What the reader decided for each side where the fee leaves it open.
    pub fn choices(&self) -> &BySide<Choice> {
        &self.freelancer.choices
    }

    /// Where the fee comes from.
    pub fn tariff(&self) -> Tariff {
        self.freelancer.tariff
    }

    /// The fee as announced.
    pub fn fee(&self) -> &Fee {
        &self.freelancer.fee
    }

    /// The charge that applies to a side.
    pub fn charge(&self, side: Side) -> &Charge {
        self.freelancer.fee.charge(*self.freelancer.choices.get(side))
    }

    /// Whether the reader chooses a rate.
    pub fn has_open_rate(&self) -> bool {
        self.charge(Side::Gigs).open_rate().or(self.charge(Side::Contract).open_rate()).is_some()
    }

    /// What the client is charged on top, where that is known.
    pub fn client(&self) -> Option<&Charged> {
        self.client.as_ref()
    }

    /// The currency of all amounts.
    pub fn currency(&self) -> Currency {
        self.currency
    }

    /// Whether the contract's price follows the gigs' total.
    pub fn same_total(&self) -> bool {
        self.same_total
    }

    /// Whether what was billed to a side's clients before has any bearing.
    pub fn counts_earlier_billings(&self, side: Side) -> bool {
        self.charged().any(|charged| charged.terms.get(side).basis().counts_earlier_billings())
    }

    /// Whether it matters if all gigs have one client.
    pub fn counts_clients(&self) -> bool {
        self.charged().any(|charged| charged.terms.gigs.basis().counts_clients())
    }

    /// Whether the time with a client has any bearing.
    pub fn counts_months(&self) -> bool {
        self.charged().any(|charged| charged.fee.counts_months())
    }

    /// What is counted besides the fee.
    pub fn inputs(&self) -> &Inputs {
        &self.inputs
    }

    fn charged(&self) -> impl Iterator<Item = &Charged> {
        [Some(&self.freelancer), self.client.as_ref()].into_iter().flatten()
    }

    /// The same scenario with other plans; where the totals are tied, the contract's price follows.
    pub(crate) fn plans_with(&self, change: impl FnOnce(&mut BySide<Plan>)) -> BySide<Plan> {
        let mut plans = self.plans;
        change(&mut plans);
        if self.same_total {
            plans.contract.price = plans.gigs.gross();
        }
        plans
    }

    /// The terms at another choice, with the nearest rate that the fee then allows.
    pub(crate) fn terms_at(&self, choice: Choice) -> Option<Terms> {
        let choice = self.freelancer.fee.nearest(choice);
        Some(self.freelancer.fee.settle(choice, self.currency).ok()?.taxed(self.freelancer.tax))
    }

    /// The same work under another schedule, if that can be charged in this currency: with the reader's choices where it
    /// allows them, else its first status and the nearest of its open rates.
    pub fn under(&self, schedule: &'static Schedule) -> Option<Scenario> {
        let freelancer = self.freelancer.under(schedule, self.currency)?;
        Some(Scenario { freelancer, client: None, ..self.clone() })
    }
}

/// Turns a draft into a scenario.
///
/// A field that has no bearing on the result (a rate where the fee leaves none open, the contract's price where it
/// follows the gigs, history under a fee that counts none) is not read, so nothing in it can be wrong.
///
/// # Errors
///
/// Every problem there is, each with its field, in the order of [`Field::ALL`].
pub fn validate(draft: &Draft) -> Result<Scenario, Vec<Problem>> {
    let mut check = Check { draft, problems: vec![] };
    let scenario = check.scenario();
    match scenario {
        Some(scenario) if check.problems.is_empty() => Ok(scenario),
        _ => {
            let of = |field| check.problems.iter().filter(move |problem| problem.field == field).cloned();
            Err(Field::ALL.into_iter().flat_map(of).collect())
        }
    }
}

/// What gigs × price come to, and in which currency, where both can be read.
pub(super) fn gigs_total(draft: &Draft) -> Option<(Money, Currency)> {
    let mut check = Check { draft, problems: vec![] };
    let currency = check.fee().map_or(Currency::USD, |(_, _, currency)| currency);
    let total = check.gigs(currency)?;
    Some((total.price * total.jobs, currency))
}

/// The rate nearest to the draft's that its fee allows, where it leaves one open and the draft's is another.
pub(super) fn nearest_rate(draft: &Draft) -> Option<Rate> {
    let mut check = Check { draft, problems: vec![] };
    let (_, fee, _) = check.fee()?;
    let (least, most) = fee.open_rate()?;
    let rate = check.rate(Field::Rate)?;
    Some(rate.clamp(least, most)).filter(|nearest| *nearest != rate)
}

/// Whether a text can stand in a field, by itself: what a link or an attribute is asked before it is used.
pub(super) fn check_alone(field: Field, text: &str) -> Result<(), Reason> {
    let draft = super::Given::default_draft().with(field, text);
    let mut check = Check { draft: &draft, problems: vec![] };
    match field.kind() {
        Kind::Schedule(_) if text == Tariff::CUSTOM => {}
        Kind::Schedule(Payer::Freelancer) | Kind::Currency => {
            check.fee();
        }
        Kind::Schedule(Payer::Client) => {
            check.client_offer(None);
        }
        // Nothing takes an example's fee away.
        Kind::Fee if text.trim().is_empty() => {}
        Kind::Fee => {
            check.own_fee(field);
        }
        // Which there are depends on the fee, so that is seen when all is put together.
        Kind::Status => {}
        Kind::Rate { optional } => {
            if !(optional && text.trim().is_empty()) {
                check.rate(field);
            }
        }
        Kind::Whole { .. } => {
            check.whole(field);
        }
        Kind::Percent { .. } | Kind::Hours => {
            check.hundredths(field);
        }
        // Digits behind the point depend on the currency, so that is seen when all is put together.
        Kind::Money { least, .. } => {
            check.number(field).map(|number| check.positive(field, number, least == 0));
        }
        Kind::Flag | Kind::Choice(_) | Kind::Lang => check.word(field),
    }
    match check.problems.into_iter().find(|problem| problem.field == field) {
        // A currency of its own is fine beside a fee of its own; again, seen when all is put together.
        None | Some(Problem { reason: Reason::OtherCurrency(_) | Reason::FeeTooFine(_), .. }) => Ok(()),
        Some(problem) => Err(problem.reason),
    }
}

/// A draft being read, and what is wrong with it so far.
pub(super) struct Check<'a> {
    pub draft: &'a Draft,
    problems: Vec<Problem>,
}

impl Check<'_> {
    pub fn complain<T>(&mut self, field: Field, reason: Reason) -> Option<T> {
        self.problems.push(Problem { field, reason });
        None
    }

    fn scenario(&mut self) -> Option<Scenario> {
        for field in Field::ALL {
            self.word(field);
        }
        let fee = self.fee();
        // Amounts are read in some currency even where the fee has a problem, so that all problems are found at once.
        let currency = fee.as_ref().map_or(Currency::USD, |(_, _, currency)| *currency);
        let inputs = self.inputs(currency);
        let tax = inputs.as_ref().map(tax).unwrap_or_default();
        let freelancer = fee.and_then(|(tariff, fee, _)| self.charged(Payer::Freelancer, tariff, fee, currency, tax));
        let client = self.client(freelancer.as_ref().map(|charged| charged.tariff), currency);
        let gigs = self.gigs(currency);
        let same_total = self.draft.same_total();
        let contract_price =
            if same_total { gigs.map(|gigs| gigs.gross()) } else { self.money(Field::ContractPrice, currency) };
        let counts = |side: Side| {
            let counts = |charged: &Charged| charged.terms.get(side).basis().counts_earlier_billings();
            freelancer.as_ref().is_none_or(counts) || client.as_ref().and_then(Option::as_ref).is_some_and(counts)
        };
        let billed = BySide { gigs: Field::GigBilled, contract: Field::ContractBilled };
        let billed = BySide::from_fn(|side| {
            let field = *billed.get(side);
            if counts(side) {
                return self.money(field, currency);
            }
            // It has no bearing, but with more months or another status it might.
            let number = read_number(self.draft.text(field), self.draft.decimal_mark()).ok();
            Some(number.and_then(|number| currency.amount(number)).unwrap_or_default())
        });
        let relations = self.relations();
        let inputs =
            Inputs::MONTHS.iter().zip(relations?).fold(inputs?, |inputs, (field, months)| inputs.with(*field, months));
        let plans =
            BySide { gigs: gigs?, contract: Plan { jobs: 1, price: contract_price?, clients: Clients::One, ..gigs? } };
        let plans = BySide::from_fn(|side| {
            let (instalments, months) = spread(&inputs, side);
            Some(Plan { billed: (*billed.get(side))?, instalments, months, ..*plans.get(side) })
        });
        let plans = BySide { gigs: plans.gigs?, contract: plans.contract? };
        Some(Scenario { plans, freelancer: freelancer?, client: client?, currency, same_total, inputs })
    }

    fn gigs(&mut self, currency: Currency) -> Option<Plan> {
        let jobs = self.whole(Field::Gigs);
        let price = self.money(Field::GigPrice, currency);
        let gigs = Plan { jobs: jobs?, price: price?, clients: self.draft.clients(), ..Plan::ONE };
        if gigs.price.minor() > currency.max().minor() / i64::from(gigs.jobs) {
            return self.complain(Field::GigPrice, Reason::TotalTooLarge(currency.max(), currency));
        }
        Some(gigs)
    }

    /// Everything that is counted besides the fee.
    fn inputs(&mut self, currency: Currency) -> Option<Inputs> {
        if !MORE {
            return Some(Inputs::default());
        }
        let values = Inputs::fields().map(|field| Some((field, self.input(field, currency)?)));
        // All of them are looked at, so that all problems are found at once.
        let values: Vec<Option<(Field, i64)>> = values.collect();
        let inputs = values.into_iter().try_fold(Inputs::default(), |inputs, value| {
            let (field, value) = value?;
            Some(inputs.with(field, value))
        })?;
        if inputs.get(Field::Verdict) != 0 {
            let shared = [Field::ClientOverhead, Field::BidMinutes];
            for hours in [[Field::GigHours, Field::GigOverhead], [Field::ContractHours, Field::ContractOverhead]] {
                if !inputs.any(&shared) && !inputs.any(&hours) {
                    self.complain::<()>(hours[0], Reason::NoHours);
                }
            }
        }
        Some(inputs)
    }

    /// How many months the clients have been ones: it bears on leaving the platform, whether or not a fee counts it.
    fn relations(&mut self) -> Option<[i64; 2]> {
        if !MORE {
            return Some([0; 2]);
        }
        let months = Inputs::MONTHS.map(|field| {
            let is_known = self.problems.iter().any(|problem| problem.field == field);
            if is_known { None } else { self.whole(field) }
        });
        Some([months[0]?.into(), months[1]?.into()])
    }

    fn input(&mut self, field: Field, currency: Currency) -> Option<i64> {
        let text = self.draft.text(field);
        match field.kind() {
            // Most are never touched.
            _ if text == field.default_text() && ["", "0"].contains(&text) => Some(0),
            // The only one among them is that of the fee charged off the platform.
            Kind::Status => {
                let fee = Schedule::find(self.draft.text(Field::DirectSchedule))?.fee();
                self.status(&fee, field).and_then(|status| i64::try_from(status).ok())
            }
            Kind::Whole { .. } => self.whole(field).map(i64::from),
            Kind::Percent { .. } | Kind::Hours => self.hundredths(field),
            Kind::Money { .. } => self.money(field, currency).map(Money::minor),
            Kind::Choice(words) => i64::try_from(words.iter().position(|word| *word == text).unwrap_or(0)).ok(),
            _ => Some(0),
        }
    }

    /// Whole months with a client.
    pub fn months(&mut self, field: Field) -> Option<u32> {
        self.whole(field)
    }

    fn whole(&mut self, field: Field) -> Option<u32> {
        let Kind::Whole { least, most } = field.kind() else { return None };
        let number = self.number(field)?;
        let number = self.positive(field, number, least == 0)?;
        if !number.fract().is_zero() {
            return self.complain(field, Reason::NotWhole);
        }
        match u32::try_from(number) {
            Ok(number) if number <= most => Some(number),
            _ => self.complain(field, Reason::TooMany(most)),
        }
    }

    /// A share or hours, in hundredths.
    fn hundredths(&mut self, field: Field) -> Option<i64> {
        let (least, most) = match field.kind() {
            Kind::Percent { least, most } => (least, most),
            _ => (0, Field::MAX_HOURS),
        };
        let number = self.number(field)?;
        let number = self.positive(field, number, least == 0)?;
        if number > Decimal::from(most) {
            return self.complain(field, Reason::TooMany(most));
        }
        let hundredths = number * Decimal::ONE_HUNDRED;
        let whole = hundredths.fract().is_zero().then(|| i64::try_from(hundredths).ok()).flatten();
        whole.or_else(|| self.complain(field, Reason::TooManyDigits(2)))
    }

    fn money(&mut self, field: Field, currency: Currency) -> Option<Money> {
        let Kind::Money { least, most } = field.kind() else { return None };
        let number = self.number(field)?;
        let number = self.positive(field, number, least == 0)?;
        if number > Decimal::from(most) {
            let most = currency.amount(Decimal::from(most)).unwrap_or(currency.max());
            return self.complain(field, Reason::TooLarge(most, currency));
        }
        currency.amount(number).or_else(|| self.complain(field, Reason::TooFine(currency)))
    }

    fn positive(&mut self, field: Field, number: Decimal, or_nothing: bool) -> Option<Decimal> {
        if number.is_zero() && !or_nothing { self.complain(field, Reason::Zero) } else { Some(number) }
    }

    pub fn rate_within(&mut self, field: Field, least: Rate, most: Rate) -> Option<Rate> {
        let rate = self.rate(field)?;
        if least <= rate && rate <= most { Some(rate) } else { self.complain(field, Reason::RateOutside(least, most)) }
    }

    pub fn rate(&mut self, field: Field) -> Option<Rate> {
        let percent = self.number(field)?;
        Rate::from_percent(percent).map_or_else(|error| self.complain(field, Reason::Rate(error)), Some)
    }

    fn number(&mut self, field: Field) -> Option<Decimal> {
        match read_number(self.draft.text(field), self.draft.decimal_mark()) {
            Ok(number) => Some(number),
            Err(NumberError::Empty) => self.complain(field, Reason::Empty),
            Err(NumberError::Negative) => self.complain(field, Reason::Negative),
            Err(NumberError::NotANumber) => self.complain(field, Reason::NotANumber),
        }
    }

    fn word(&mut self, field: Field) {
        let text = self.draft.text(field);
        let reason = match field.kind() {
            Kind::Choice(words) if !words.contains(&text) => Reason::UnknownChoice(words),
            Kind::Flag if ![Draft::YES, Draft::NO].contains(&text) => Reason::UnknownChoice(&[Draft::YES, Draft::NO]),
            Kind::Lang if !is_language_tag(text) => Reason::UnknownLanguage,
            _ => return,
        };
        self.problems.push(Problem { field, reason });
    }
}

/// In how many payments a side's jobs are paid, and over how many months.
fn spread(inputs: &Inputs, side: Side) -> (u32, u32) {
    let count = |field: Field| if MORE { u32::try_from(inputs.get(field)).unwrap_or(1).max(1) } else { 1 };
    match side {
        Side::Gigs => (1, count(Field::GigDuration)),
        Side::Contract => (count(Field::ContractPayments), count(Field::ContractDuration)),
    }
}

/// The tax on the fee.
fn tax(inputs: &Inputs) -> Rate {
    Rate::from_percent(Decimal::new(inputs.get(Field::FeeTax), 2)).unwrap_or_default()
}

fn is_language_tag(text: &str) -> bool {
    text.is_empty()
        || text.len() <= 35
            && text.split('-').enumerate().all(|(index, part)| {
                (1..=8).contains(&part.len())
                    && part.bytes().all(|b| b.is_ascii_alphanumeric())
                    && (index > 0 || part.len() >= 2 && part.bytes().all(|b| b.is_ascii_alphabetic()))
            })
}
