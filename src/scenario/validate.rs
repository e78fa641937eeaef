use super::tariff::Charged;
use super::{BySide, Clients, Draft, Field, Kind, NumberError, Plan, Problem, Reason, Side, Tariff, read_number};
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
        self.freelancer.fee.settle(choice, self.currency).ok()
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
        Kind::Count => {
            check.count(field);
        }
        Kind::Months => {
            check.months(field);
        }
        // Digits behind the point depend on the currency, so that is seen when all is put together.
        Kind::Money { or_nothing } => {
            check.number(field).map(|number| check.positive(field, number, or_nothing));
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
        for field in [Field::GigClients, Field::SameTotal, Field::Lang, Field::Theme, Field::View] {
            self.word(field);
        }
        let fee = self.fee();
        // Amounts are read in some currency even where the fee has a problem, so that all problems are found at once.
        let currency = fee.as_ref().map_or(Currency::USD, |(_, _, currency)| *currency);
        let freelancer = fee.and_then(|(tariff, fee, _)| self.charged(Payer::Freelancer, tariff, fee, currency));
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
        let plans = BySide {
            gigs: Plan { billed: billed.gigs?, ..gigs? },
            contract: Plan { jobs: 1, price: contract_price?, clients: Clients::One, billed: billed.contract? },
        };
        Some(Scenario { plans, freelancer: freelancer?, client: client?, currency, same_total })
    }

    fn gigs(&mut self, currency: Currency) -> Option<Plan> {
        let jobs = self.count(Field::Gigs);
        let price = self.money(Field::GigPrice, currency);
        let gigs = Plan { jobs: jobs?, price: price?, clients: self.draft.clients(), billed: Money::ZERO };
        if gigs.price.minor() > currency.max().minor() / i64::from(gigs.jobs) {
            return self.complain(Field::GigPrice, Reason::TotalTooLarge(currency.max(), currency));
        }
        Some(gigs)
    }

    fn count(&mut self, field: Field) -> Option<u32> {
        let number = self.number(field)?;
        let number = self.positive(field, number, false)?;
        self.whole(field, number, Field::MAX_GIGS)
    }

    /// Whole months with a client.
    pub fn months(&mut self, field: Field) -> Option<u32> {
        let number = self.number(field)?;
        self.whole(field, number, Field::MAX_MONTHS)
    }

    fn whole(&mut self, field: Field, number: Decimal, most: u32) -> Option<u32> {
        if !number.fract().is_zero() {
            return self.complain(field, Reason::NotWhole);
        }
        match u32::try_from(number) {
            Ok(number) if number <= most => Some(number),
            _ => self.complain(field, Reason::TooMany(most)),
        }
    }

    fn money(&mut self, field: Field, currency: Currency) -> Option<Money> {
        let or_nothing = field.kind() == Kind::Money { or_nothing: true };
        let number = self.number(field)?;
        let number = self.positive(field, number, or_nothing)?;
        if number > Decimal::from(Money::MAX_MAJOR) {
            return self.complain(field, Reason::TooLarge(currency.max(), currency));
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

    fn rate(&mut self, field: Field) -> Option<Rate> {
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

fn is_language_tag(text: &str) -> bool {
    text.is_empty()
        || text.len() <= 35
            && text.split('-').enumerate().all(|(index, part)| {
                (1..=8).contains(&part.len())
                    && part.bytes().all(|b| b.is_ascii_alphanumeric())
                    && (index > 0 || part.len() >= 2 && part.bytes().all(|b| b.is_ascii_alphabetic()))
            })
}
