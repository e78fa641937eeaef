//! Does a draft make a scenario, and if not, what is wrong? All problems at once, each with its field.

use super::check::Check;
use super::{AppliedFee, BySide, Criterion, Draft, FeeSource, Field, Inputs, Kind, Plan, Problem, Reason, Share, Side};
use crate::amount::{Currency, Money, Rate};
use crate::fees::{Charge, Choice, Fee, Payer, Schedule, Terms};

/// Two plans and the terms they are charged under. It only comes from [`validate`], so it can always be calculated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    inputs: Inputs,
    freelancer: AppliedFee,
    client: Option<AppliedFee>,
    currency: Currency,
    same_total: bool,
    /// Whether a side has its own rate, which overrides the shared one.
    own_rates: BySide<bool>,
}

impl Scenario {
    /// The work of each side.
    pub fn plans(&self) -> &BySide<Plan> {
        &self.inputs.plans
    }

    /// The terms under which the freelancer is charged on each side.
    pub fn terms(&self) -> &BySide<Terms> {
        &self.freelancer.terms
    }

    /// The choices for each side, if the fee leaves something open.
    pub fn choices(&self) -> &BySide<Choice> {
        &self.freelancer.choices
    }

    /// The source of the fee.
    pub fn fee_source(&self) -> FeeSource {
        self.freelancer.source
    }

    /// The fee as announced.
    pub fn fee(&self) -> &Fee {
        &self.freelancer.fee
    }

    /// The charge that applies to a side.
    pub fn charge(&self, side: Side) -> &Charge {
        self.freelancer.fee.charge(*self.freelancer.choices.get(side))
    }

    /// Whether the fee takes the whole of a payment at one rate, so that a higher price may leave less. No later charge does.
    pub fn fee_jumps(&self, side: Side) -> bool {
        self.charge(side).whole
    }

    /// The rates that the fee leaves open, in hundredths of a percent.
    pub fn open_rates(&self) -> Option<[i64; 2]> {
        let (least, most) = self.freelancer.fee.open_rate()?;
        Some([least.millionths().div_ceil(100).into(), i64::from(most.millionths()) / 100])
    }

    /// Whether the reader chooses a rate.
    pub fn has_open_rate(&self) -> bool {
        let AppliedFee { fee, choices, .. } = &self.freelancer;
        [Side::Gigs, Side::Contract].iter().any(|side| fee.open_rate_of(*choices.get(*side)).is_some())
    }

    /// Whether a side has its own rate, which overrides the shared one.
    pub fn has_own_rate(&self, side: Side) -> bool {
        *self.own_rates.get(side)
    }

    /// The client's fee on top, if it is known.
    pub fn client(&self) -> Option<&AppliedFee> {
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

    /// Whether it matters what was billed to a side's clients before.
    pub fn counts_earlier_billings(&self, side: Side) -> bool {
        self.applied().any(|applied| applied.terms.get(side).basis().counts_earlier_billings())
    }

    /// Whether it matters if all gigs have one client.
    pub fn counts_clients(&self) -> bool {
        self.applied().any(|applied| applied.terms.gigs.basis().counts_clients())
    }

    /// Whether the months with a client matter.
    pub fn counts_months(&self) -> bool {
        self.applied().any(|applied| applied.fee.counts_months())
    }

    /// The inputs that are counted besides the fee.
    pub fn inputs(&self) -> &Inputs {
        &self.inputs
    }

    fn applied(&self) -> impl Iterator<Item = &AppliedFee> {
        [Some(&self.freelancer), self.client.as_ref()].into_iter().flatten()
    }

    /// The inputs with another value in one field. If the totals are tied, the contract's price follows; a side's own rate
    /// does not follow the one for both.
    pub(crate) fn inputs_with(&self, field: Field, value: i64) -> Inputs {
        let mut inputs = self.inputs.clone();
        inputs.set(field, value);
        if field == Field::Rate {
            inputs.rates = BySide::from_fn(|side| {
                let rates = if self.has_own_rate(side) { &self.inputs.rates } else { &inputs.rates };
                *rates.get(side)
            });
        }
        if self.same_total {
            inputs.plans.contract.price = inputs.plans.gigs.gross();
        }
        inputs
    }

    /// The same scenario with another value in one field; none if all gigs together would be more than a field accepts, or
    /// the fee would take everything.
    pub fn with(&self, field: Field, value: i64) -> Option<Scenario> {
        let inputs = self.inputs_with(field, value);
        if !self.fits(&inputs) {
            return None;
        }
        let terms =
            BySide { gigs: self.terms_for(&inputs, Side::Gigs)?, contract: self.terms_for(&inputs, Side::Contract)? };
        let mut scenario = self.clone();
        scenario.inputs = inputs;
        scenario.freelancer.terms = terms;
        Some(scenario)
    }

    /// Whether all jobs of each side together are no more than a field accepts.
    pub(crate) fn fits(&self, inputs: &Inputs) -> bool {
        let most = self.currency.max();
        [&inputs.plans.gigs, &inputs.plans.contract].iter().all(|plan| plan.pricing() <= plan.highest_pricing(most))
    }

    /// Whether a side is a list of jobs.
    pub fn is_list(&self, side: Side) -> bool {
        self.plans().get(side).is_list()
    }

    /// The field that sets all prices of a side: see [`Plan::pricing`].
    pub fn pricing_field(&self, side: Side) -> Field {
        Field::pricing_of(side, self.is_list(side))
    }

    /// A side's terms with the rate, months and tax of these inputs; the rate is the nearest that the fee then allows.
    pub(crate) fn terms_for(&self, inputs: &Inputs, side: Side) -> Option<Terms> {
        let choice = Choice {
            rate: *inputs.rates.get(side),
            months: inputs.plans.get(side).client_months,
            ..*self.freelancer.choices.get(side)
        };
        let choice = self.freelancer.fee.nearest(choice);
        Some(self.freelancer.fee.settle(choice, self.currency).ok()?.taxed(inputs.costs.fee_tax.unwrap_or_default()))
    }

    /// The same work under another schedule, if that can be charged in this currency. The reader's choices are kept if
    /// it allows them; otherwise its first status and its nearest rate apply.
    pub fn under(&self, schedule: &'static Schedule) -> Option<Scenario> {
        let mut scenario = self.clone();
        scenario.freelancer = self.freelancer.under(schedule, self.currency, &self.inputs)?;
        scenario.client = None;
        Some(scenario)
    }
}

/// Turns a draft into a scenario.
///
/// A field that does not affect the result is not read, so nothing in it can be wrong: a rate if the fee leaves none
/// open, the contract's price if it follows the gigs, history under a fee that ignores it.
///
/// # Errors
///
/// All problems, each with its field, in the order of [`Field::ALL`].
pub fn validate(draft: &Draft) -> Result<Scenario, Vec<Problem>> {
    let mut check = Check::new(draft);
    let scenario = check.scenario();
    scenario.filter(|_| check.problems.is_empty()).ok_or(check.problems)
}

/// Gigs × price, and its currency, if both can be read.
pub(super) fn gigs_total(draft: &Draft) -> Option<(Money, Currency)> {
    let mut check = Check::new(draft);
    let currency = check.fee().map_or(Currency::USD, |(_, _, currency)| currency);
    let mut gigs = Plan::BLANK;
    check.gigs(&mut gigs, currency)?;
    Some((gigs.gross(), currency))
}

/// The nearest rate that the fee allows, if it leaves the rate open and does not allow the draft's.
pub(super) fn nearest_rate(draft: &Draft) -> Option<Rate> {
    let mut check = Check::new(draft);
    let (_, fee, _) = check.fee()?;
    let (least, most) = fee.open_rate()?;
    let rate = check.rate(Field::Rate)?;
    Some(rate.clamp(least, most)).filter(|nearest| *nearest != rate)
}

impl Check<'_> {
    fn scenario(&mut self) -> Option<Scenario> {
        for field in Field::ALL {
            self.word(field);
        }
        let fee = self.fee();
        // Amounts are read in some currency even if the fee has a problem, so that all problems are found at once.
        let currency = fee.as_ref().map_or(Currency::USD, |(_, _, currency)| *currency);
        let mut inputs = Inputs::blank();
        let are_read = self.counted_besides(&mut inputs, currency);
        let is_known = self.client_months(&mut inputs);
        let freelancer = fee.and_then(|(source, fee, _)| {
            self.applied(Payer::Freelancer, source, fee, currency, &inputs, inputs.costs.fee_tax.unwrap_or_default())
        });
        let client = self.client(freelancer.as_ref().map(|applied| applied.source), currency, &inputs);
        let same_total = self.draft.same_total();
        let are_priced = self.plans(&mut inputs.plans, currency, same_total);
        let counts = |side: Side| {
            let counts = |applied: &AppliedFee| applied.terms.get(side).basis().counts_earlier_billings();
            freelancer.as_ref().is_none_or(counts) || client.as_ref().and_then(Option::as_ref).is_some_and(counts)
        };
        let counts = BySide::from_fn(counts);
        let are_billed = self.billed(&mut inputs.plans, counts, currency);
        are_read.and(is_known).and(are_priced).and(are_billed)?;
        let (freelancer, client) = (freelancer?, client?);
        inputs.rates = BySide::from_fn(|side| freelancer.choices.get(side).rate);
        let own_rates = BySide::from_fn(|side| self.draft.has_own_rate(side));
        Some(Scenario { inputs, freelancer, client, currency, same_total, own_rates })
    }

    /// Reads jobs, prices and clients.
    fn plans(&mut self, plans: &mut BySide<Plan>, currency: Currency, same_total: bool) -> Option<()> {
        let gigs = self.gigs(&mut plans.gigs, currency);
        if self.draft.has_list(Side::Contract) {
            self.list_of(Side::Contract, &mut plans.contract, currency)?;
        } else if same_total {
            plans.contract.price = plans.gigs.gross();
        } else {
            plans.contract.price = self.money(Field::ContractPrice, currency)?;
        }
        gigs
    }

    /// Reads a list, and the share of its prices that is asked for.
    fn list_of(&mut self, side: Side, plan: &mut Plan, currency: Currency) -> Option<()> {
        let (field, level) = (Field::list_of(side), Field::pricing_of(side, true));
        let (text, share) = (self.list(side), self.hundredths(level));
        let Some(list) = text?.in_currency(currency) else { return self.complain(field, Reason::TooFine(currency)) };
        if !list.is_within(currency.max()) {
            return self.complain(field, Reason::TotalTooLarge(currency.max(), currency));
        }
        let highest = list.highest_level(currency.max());
        plan.list = Some(list.into());
        let share = share?;
        if share > highest {
            return self.complain(level, Reason::TotalTooLarge(currency.max(), currency));
        }
        plan.level = Share::from_hundredths(u32::try_from(share).ok()?);
        Some(())
    }

    fn gigs(&mut self, gigs: &mut Plan, currency: Currency) -> Option<()> {
        if self.draft.has_list(Side::Gigs) {
            return self.list_of(Side::Gigs, gigs, currency);
        }
        let jobs = self.whole(Field::Gigs);
        let price = self.money(Field::GigPrice, currency);
        (gigs.jobs, gigs.price, gigs.clients) = (jobs?, price?, self.draft.clients().unwrap_or_default());
        if gigs.price.minor() > currency.max().minor() / i64::from(gigs.jobs) {
            return self.complain(Field::GigPrice, Reason::TotalTooLarge(currency.max(), currency));
        }
        Some(())
    }

    /// Reads the amounts billed before. If they do not matter, nothing in them can be wrong; but with more months or another status
    /// they might matter.
    fn billed(&mut self, plans: &mut BySide<Plan>, counts: BySide<bool>, currency: Currency) -> Option<()> {
        let mut all = Some(());
        for (side, field) in [(Side::Gigs, Field::GigBilled), (Side::Contract, Field::ContractBilled)] {
            let billed = if *counts.get(side) {
                self.money(field, currency)
            } else {
                let number = self.draft.number(field).ok();
                Some(number.and_then(|number| currency.amount(number)).unwrap_or_default())
            };
            plans.get_mut(side).billed = billed.unwrap_or_default();
            all = all.and(billed.map(drop));
        }
        all
    }

    /// Reads the months with the clients: they matter for leaving the platform, even if the fee does not depend on them.
    fn client_months(&mut self, inputs: &mut Inputs) -> Option<()> {
        let months = BySide { gigs: self.whole(Field::GigMonths), contract: self.whole(Field::ContractMonths) };
        inputs.plans.gigs.client_months = months.gigs.unwrap_or_default();
        inputs.plans.contract.client_months = months.contract.unwrap_or_default();
        months.gigs.and(months.contract).map(drop)
    }

    /// Reads everything that is counted besides the fee, even after a problem, so that all problems are found at once.
    fn counted_besides(&mut self, inputs: &mut Inputs, currency: Currency) -> Option<()> {
        let mut all = Some(());
        for field in Field::ALL.iter().copied().filter(|field| field.is_counted_besides()) {
            match self.value(field, currency) {
                Some(value) => inputs.set(field, value),
                None => all = None,
            }
        }
        all?;
        if inputs.criterion == Criterion::Hour {
            for (side, hours) in [(Side::Gigs, Field::GigHours), (Side::Contract, Field::ContractHours)] {
                if !inputs.has_hours(inputs.plans.get(side)) {
                    self.complain::<()>(hours, Reason::NoHours);
                }
            }
        }
        all
    }

    /// Reads a field's text as the whole number that [`Inputs`] uses.
    pub(super) fn value(&mut self, field: Field, currency: Currency) -> Option<i64> {
        let text = self.draft.text(field);
        match field.kind() {
            // Most fields still have their default.
            _ if text == field.default_text() && ["", "0"].contains(&text) => Some(0),
            // The only status here is the payment service's.
            Kind::Status => {
                let fee = &Schedule::find(self.draft.text(Field::DirectSchedule))?.fee;
                self.status(fee, field).and_then(|status| i64::try_from(status).ok())
            }
            Kind::Whole { .. } => self.whole(field).map(i64::from),
            Kind::Percent { .. } | Kind::Hours => self.hundredths(field),
            Kind::Money { .. } => self.money(field, currency).map(Money::minor),
            Kind::Choice(words) => i64::try_from(words.iter().position(|word| *word == text)?).ok(),
            Kind::Schedule(_)
            | Kind::Fee
            | Kind::Rate { .. }
            | Kind::Clients
            | Kind::List(_)
            | Kind::Flag
            | Kind::Currency
            | Kind::Lang => Some(0),
        }
    }
}
