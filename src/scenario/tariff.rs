//! Which fee applies to each payer, and what the reader chose where it leaves something open.

use super::validate::Check;
use super::{BySide, Field, Reason, Side, read_number};
use crate::amount::{Currency, Rate};
use crate::fees::{Choice, Fee, Payer, Platform, Schedule, Settlement, Terms, slug};

/// Where a fee comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tariff {
    /// The catalogue.
    Schedule(&'static Schedule),
    /// The author or the reader wrote it.
    Custom,
}

impl Tariff {
    /// What stands in place of a schedule's id where the fee is the reader's own.
    pub const CUSTOM: &'static str = "custom";
    /// What stands in place of a client schedule's id where the client pays nothing on top.
    pub const NONE: &'static str = "none";

    /// The platform that charges it, where it is one of the catalogue's.
    pub fn platform(&self) -> Option<&'static Platform> {
        match self {
            Tariff::Schedule(schedule) => Some(schedule.platform()),
            Tariff::Custom => None,
        }
    }

    /// The schedule's id, or `custom`.
    pub fn id(&self) -> &'static str {
        match self {
            Tariff::Schedule(schedule) => schedule.id,
            Tariff::Custom => Tariff::CUSTOM,
        }
    }
}

/// A fee that one payer is charged, with everything decided.
#[derive(Clone, Debug)]
pub struct Charged {
    /// Where the fee comes from.
    pub tariff: Tariff,
    /// The fee as announced.
    pub fee: Fee,
    /// What the reader decided for each side where the fee leaves it open.
    pub choices: BySide<Choice>,
    /// Tax that is added to it.
    pub tax: Rate,
    /// What it is on each side.
    pub terms: BySide<Terms>,
}

/// The terms follow from the rest and the currency.
impl PartialEq for Charged {
    fn eq(&self, other: &Charged) -> bool {
        self.tariff == other.tariff && self.fee == other.fee && self.choices == other.choices && self.tax == other.tax
    }
}

impl Eq for Charged {}

impl Charged {
    /// Another schedule in place of this fee, if it can be charged in this currency.
    pub(super) fn under(&self, schedule: &'static Schedule, currency: Currency) -> Option<Charged> {
        let fee = schedule.fee_in(currency)?;
        let chosen = self.fee.statuses().nth(self.choices.gigs.status).map(slug);
        let status = fee.statuses().position(|name| Some(slug(name)) == chosen).unwrap_or(0);
        let choices = BySide::from_fn(|side| fee.nearest(Choice { status, ..*self.choices.get(side) }));
        let tax = self.tax;
        let terms = BySide::from_fn(|side| Some(fee.settle(*choices.get(side), currency).ok()?.taxed(tax)));
        let terms = BySide { gigs: terms.gigs?, contract: terms.contract? };
        Some(Charged { tariff: Tariff::Schedule(schedule), fee, choices, tax, terms })
    }
}

/// The fields in which a payer's fee is chosen.
struct Fields {
    schedule: Field,
    fee: Field,
    rate: Field,
    /// A rate for one side alone.
    own_rates: Option<BySide<Field>>,
    status: Field,
}

fn fields(payer: Payer) -> Fields {
    match payer {
        Payer::Freelancer => Fields {
            schedule: Field::Schedule,
            fee: Field::Fee,
            rate: Field::Rate,
            own_rates: Some(BySide { gigs: Field::GigRate, contract: Field::ContractRate }),
            status: Field::Status,
        },
        Payer::Client => Fields {
            schedule: Field::ClientSchedule,
            fee: Field::ClientFee,
            rate: Field::ClientRate,
            own_rates: None,
            status: Field::ClientStatus,
        },
    }
}

impl Check<'_> {
    /// The freelancer's fee, where it comes from, and the currency of everything.
    pub fn fee(&mut self) -> Option<(Tariff, Fee, Currency)> {
        let (tariff, fee, its_currency) = if self.is_own(Payer::Freelancer) {
            (Tariff::Custom, self.own_fee(Field::Fee)?, Currency::USD)
        } else {
            let schedule = self.schedule(Payer::Freelancer)?;
            (Tariff::Schedule(schedule), schedule.fee(), schedule.currency)
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

    /// What the client is charged beside a freelancer's tariff; nothing, where nothing is known.
    #[allow(clippy::option_option, reason = "the outer one says whether there was a problem")]
    pub fn client(&mut self, freelancer: Option<Tariff>, currency: Currency) -> Option<Option<Charged>> {
        let Some((tariff, fee)) = self.client_offer(freelancer)? else { return Some(None) };
        if let Tariff::Schedule(schedule) = tariff
            && schedule.currency != currency
            && fee.names_amounts()
        {
            // Nobody asked for the platform's own; that it does not fit is no fault of the reader's.
            return if self.draft.text(Field::ClientSchedule).is_empty() {
                Some(None)
            } else {
                self.complain(Field::ClientSchedule, Reason::OtherCurrency(schedule.currency))
            };
        }
        self.charged(Payer::Client, tariff, fee, currency, Rate::ZERO).map(Some)
    }

    /// The client's fee: the one named, or the one beside the freelancer's schedule.
    #[allow(clippy::option_option, reason = "the outer one says whether there was a problem")]
    pub fn client_offer(&mut self, freelancer: Option<Tariff>) -> Option<Option<(Tariff, Fee)>> {
        if self.is_own(Payer::Client) {
            return Some(Some((Tariff::Custom, self.own_fee(Field::ClientFee)?)));
        }
        let schedule = match (self.draft.text(Field::ClientSchedule), freelancer) {
            (Tariff::NONE, _) => return Some(Some((Tariff::Custom, Fee::nothing()))),
            ("", None | Some(Tariff::Custom)) => None,
            ("", Some(Tariff::Schedule(schedule))) => schedule.beside(),
            _ => Some(self.schedule(Payer::Client)?),
        };
        Some(schedule.map(|schedule| (Tariff::Schedule(schedule), schedule.fee())))
    }

    /// A fee of the catalogue's or of the reader's, with all choices made and tax added.
    pub fn charged(
        &mut self,
        payer: Payer,
        tariff: Tariff,
        fee: Fee,
        currency: Currency,
        tax: Rate,
    ) -> Option<Charged> {
        let fields = fields(payer);
        let status = self.status(&fee, fields.status);
        let months = self.months_with_clients(&fee);
        let (status, months) = (status?, months?);
        let undecided = BySide::from_fn(|side| Choice { rate: Rate::ZERO, status, months: *months.get(side) });
        let choices = self.rates(&fee, &fields, undecided)?;
        match BySide::from_fn(|side| Ok(fee.settle(*choices.get(side), currency)?.taxed(tax))).transpose() {
            Ok(terms) if terms.gigs.takes_all() || terms.contract.takes_all() => {
                self.complain(if tax == Rate::ZERO { fields.fee } else { Field::FeeTax }, Reason::TakesAll)
            }
            Ok(terms) => Some(Charged { tariff, fee, choices, tax, terms }),
            Err(Settlement::FinerThanCurrency(_)) => {
                let field = match (tariff, payer) {
                    (Tariff::Custom, _) => fields.fee,
                    (Tariff::Schedule(_), Payer::Client) => fields.schedule,
                    (Tariff::Schedule(_), Payer::Freelancer) => Field::Currency,
                };
                self.complain(field, Reason::FeeTooFine(currency))
            }
            Err(Settlement::RateOutside { least, most }) => {
                self.complain(fields.rate, Reason::RateOutside(least, most))
            }
        }
    }

    /// Whether a payer's fee is one that the reader writes.
    fn is_own(&self, payer: Payer) -> bool {
        let fields = fields(payer);
        self.draft.text(fields.schedule) == Tariff::CUSTOM || !self.draft.text(fields.fee).trim().is_empty()
    }

    /// A fee in the notation, as the reader or the author wrote it.
    pub fn own_fee(&mut self, field: Field) -> Option<Fee> {
        let own = self.draft.text(field);
        if own.trim().is_empty() {
            return self.complain(field, Reason::Empty);
        }
        own.parse().map_or_else(|error| self.complain(field, Reason::Notation(error)), Some)
    }

    fn schedule(&mut self, payer: Payer) -> Option<&'static Schedule> {
        let field = fields(payer).schedule;
        let found = Schedule::find(self.draft.text(field)).filter(|schedule| schedule.payer == payer);
        found.or_else(|| self.complain(field, Reason::UnknownSchedule))
    }

    /// Which of a fee's statuses a field names.
    pub fn status(&mut self, fee: &Fee, field: Field) -> Option<usize> {
        let text = slug(self.draft.text(field));
        let found = fee.statuses().position(|name| slug(name) == text);
        match found {
            None if !text.is_empty() && fee.statuses().next().is_some() => {
                self.complain(field, Reason::UnknownStatus(fee.statuses().map(slug).collect()))
            }
            // Where there is none to choose, whatever stands there has no bearing.
            _ => Some(found.unwrap_or(0)),
        }
    }

    fn months_with_clients(&mut self, fee: &Fee) -> Option<BySide<u32>> {
        if !fee.counts_months() {
            return Some(BySide::default());
        }
        let months = BySide { gigs: self.months(Field::GigMonths), contract: self.months(Field::ContractMonths) };
        Some(BySide { gigs: months.gigs?, contract: months.contract? })
    }

    fn rates(&mut self, fee: &Fee, fields: &Fields, choices: BySide<Choice>) -> Option<BySide<Choice>> {
        // Both sides may ask for the rate they share, but it is complained of once.
        let mut shared = None;
        let rates = BySide::from_fn(|side| {
            let own = fields.own_rates.map(|own| *own.get(side));
            let Some((least, most)) = fee.charge(*choices.get(side)).open_rate() else {
                // It has no bearing, but under another schedule it would.
                let readable = |field: Field| {
                    let number = read_number(self.draft.text(field), self.draft.decimal_mark()).ok()?;
                    Rate::from_percent(number).ok()
                };
                return Some(own.and_then(readable).or_else(|| readable(fields.rate)).unwrap_or_default());
            };
            match own.filter(|field| !self.draft.text(*field).trim().is_empty()) {
                Some(field) => self.rate_within(field, least, most),
                None => *shared.get_or_insert_with(|| {
                    let is_left_out = fields.own_rates.is_none() && self.draft.text(fields.rate).trim().is_empty();
                    if is_left_out { Some(most) } else { self.rate_within(fields.rate, least, most) }
                }),
            }
        });
        let choice = |side: Side, rate: Option<Rate>| Some(Choice { rate: rate?, ..*choices.get(side) });
        Some(BySide { gigs: choice(Side::Gigs, rates.gigs)?, contract: choice(Side::Contract, rates.contract)? })
    }
}
