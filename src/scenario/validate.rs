use super::{BySide, Clients, Draft, Field, Kind, NumberError, Plan, Problem, Reason, read_number};
use crate::amount::{Currency, Decimal, Money, Rate};
use crate::fees::{Fee, Schedule, Settlement, Terms};

/// Two plans and the terms they are charged under. It only comes from [`validate`], so it can always be computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    plans: BySide<Plan>,
    rates: BySide<Rate>,
    terms: BySide<Terms>,
    tariff: Tariff,
    fee: Fee,
    currency: Currency,
    same_total: bool,
}

/// Where the fee comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tariff {
    /// The catalogue.
    Schedule(&'static Schedule),
    /// The author or the reader wrote it.
    Custom,
}

impl Scenario {
    /// What each side does.
    pub fn plans(&self) -> &BySide<Plan> {
        &self.plans
    }

    /// What each side is charged.
    pub fn terms(&self) -> &BySide<Terms> {
        &self.terms
    }

    /// The rate chosen for each side; it matters only where the fee leaves one open.
    pub fn rates(&self) -> &BySide<Rate> {
        &self.rates
    }

    /// Where the fee comes from.
    pub fn tariff(&self) -> Tariff {
        self.tariff
    }

    /// The fee as announced.
    pub fn fee(&self) -> &Fee {
        &self.fee
    }

    /// The currency of all amounts.
    pub fn currency(&self) -> Currency {
        self.currency
    }

    /// Whether the contract's price follows the gigs' total.
    pub fn same_total(&self) -> bool {
        self.same_total
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

    /// The terms at other rates, where the fee leaves one open and allows them.
    pub(crate) fn terms_at(&self, rate: Rate) -> Option<Terms> {
        self.fee.settle(rate, self.currency).ok()
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

/// Whether a text can stand in a field, by itself: what a link or an attribute is asked before it is used.
pub(super) fn check_alone(field: Field, text: &str) -> Result<(), Reason> {
    let draft = super::Given::default_draft().with(field, text);
    let mut check = Check { draft: &draft, problems: vec![] };
    match field.kind() {
        Kind::Schedule if text == Tariff::CUSTOM => {}
        Kind::Schedule | Kind::Fee | Kind::Currency => {
            check.fee();
        }
        Kind::Rate { optional } => {
            if !(optional && text.trim().is_empty()) {
                check.rate(field);
            }
        }
        Kind::Count => {
            check.count(field);
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

impl Tariff {
    /// What stands in place of a schedule's id where the fee is the reader's own.
    pub const CUSTOM: &'static str = "custom";

    /// The schedule's id, or `custom`.
    pub fn id(&self) -> &'static str {
        match self {
            Tariff::Schedule(schedule) => schedule.id,
            Tariff::Custom => Tariff::CUSTOM,
        }
    }
}

struct Check<'a> {
    draft: &'a Draft,
    problems: Vec<Problem>,
}

impl Check<'_> {
    fn complain<T>(&mut self, field: Field, reason: Reason) -> Option<T> {
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
        let counts_history = fee.as_ref().is_none_or(|(_, fee, _)| fee.basis().counts_earlier_billings());
        let gigs = self.gigs(currency);
        let same_total = self.draft.same_total();
        let contract_price =
            if same_total { gigs.map(|gigs| gigs.gross()) } else { self.money(Field::ContractPrice, currency) };
        let billed =
            |check: &mut Self, field| if counts_history { check.money(field, currency) } else { Some(Money::ZERO) };
        let gig_billed = billed(self, Field::GigBilled);
        let contract_billed = billed(self, Field::ContractBilled);
        let (tariff, fee, _) = fee?;
        let rates = self.rates(&fee)?;
        let terms = self.terms(&fee, &rates, currency, tariff)?;
        let plans = BySide {
            gigs: Plan { billed: gig_billed?, ..gigs? },
            contract: Plan { jobs: 1, price: contract_price?, clients: Clients::One, billed: contract_billed? },
        };
        Some(Scenario { plans, rates, terms, tariff, fee, currency, same_total })
    }

    /// The fee, where it comes from, and the currency of everything.
    fn fee(&mut self) -> Option<(Tariff, Fee, Currency)> {
        let own = self.draft.text(Field::Fee);
        let id = self.draft.text(Field::Schedule);
        let (tariff, fee, its_currency) = if id == Tariff::CUSTOM || !own.trim().is_empty() {
            if own.trim().is_empty() {
                return self.complain(Field::Fee, Reason::Empty);
            }
            match own.parse() {
                Ok(fee) => (Tariff::Custom, fee, Currency::USD),
                Err(error) => return self.complain(Field::Fee, Reason::Notation(error)),
            }
        } else {
            match Schedule::find(id) {
                Some(schedule) => (Tariff::Schedule(schedule), schedule.fee(), schedule.currency),
                None => return self.complain(Field::Schedule, Reason::UnknownSchedule),
            }
        };
        let currency = match self.draft.text(Field::Currency).trim() {
            "" => its_currency,
            code => match code.parse() {
                Err(_) => return self.complain(Field::Currency, Reason::UnknownCurrency),
                // The platform's limits are amounts in its own currency; in another they would be other limits.
                Ok(other) if other != its_currency && tariff != Tariff::Custom && fee.names_amounts() => {
                    return self.complain(Field::Currency, Reason::OtherCurrency(its_currency));
                }
                Ok(currency) => currency,
            },
        };
        Some((tariff, fee, currency))
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

    fn rates(&mut self, fee: &Fee) -> Option<BySide<Rate>> {
        let Some((least, most)) = fee.open_rate() else { return Some(BySide::default()) };
        let own = BySide { gigs: Field::GigRate, contract: Field::ContractRate };
        let has_own = BySide::from_fn(|side| !self.draft.text(*own.get(side)).trim().is_empty());
        let is_shared = !has_own.gigs || !has_own.contract;
        let shared = if is_shared { self.rate_within(Field::Rate, least, most) } else { None };
        let rates =
            BySide::from_fn(
                |side| {
                    if *has_own.get(side) { self.rate_within(*own.get(side), least, most) } else { shared }
                },
            );
        Some(BySide { gigs: rates.gigs?, contract: rates.contract? })
    }

    fn terms(&mut self, fee: &Fee, rates: &BySide<Rate>, currency: Currency, tariff: Tariff) -> Option<BySide<Terms>> {
        let field = if tariff == Tariff::Custom { Field::Fee } else { Field::Currency };
        match BySide::from_fn(|side| fee.settle(*rates.get(side), currency)).transpose() {
            Ok(terms) => Some(terms),
            Err(Settlement::FinerThanCurrency(_)) => self.complain(field, Reason::FeeTooFine(currency)),
            Err(Settlement::RateOutside { least, most }) => {
                self.complain(Field::Rate, Reason::RateOutside(least, most))
            }
        }
    }

    fn count(&mut self, field: Field) -> Option<u32> {
        let number = self.number(field)?;
        if !number.fract().is_zero() {
            return self.complain(field, Reason::NotWhole);
        }
        let number = self.positive(field, number, false)?;
        match u32::try_from(number) {
            Ok(count) if count <= Field::MAX_GIGS => Some(count),
            _ => self.complain(field, Reason::TooMany(Field::MAX_GIGS)),
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

    fn rate_within(&mut self, field: Field, least: Rate, most: Rate) -> Option<Rate> {
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
