//! Which fee does a draft name for each payer, and does it fit the currency, its statuses and its rates?

use super::Check;
use crate::amount::{Currency, Rate};
use crate::fees::{Choice, Fee, Payer, Schedule, Settlement, slug};
use crate::scenario::fee_source::months_counted;
use crate::scenario::{AppliedFee, BySide, FeeSource, Field, Inputs, Reason, Side, is_currency_code, visible};

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
    /// The freelancer's fee, its source, and the currency of everything.
    pub fn fee(&mut self) -> Option<(FeeSource, Fee, Currency)> {
        let (source, fee, its_currency) = if self.draft.is_own_fee(Payer::Freelancer) {
            (FeeSource::Custom, self.own_fee(Field::Fee)?, Currency::USD)
        } else {
            let schedule = self.schedule(Payer::Freelancer)?;
            (FeeSource::Schedule(schedule), schedule.fee.clone(), schedule.currency)
        };
        let currency = match self.draft.text(Field::Currency).trim() {
            "" => its_currency,
            code => match code.parse() {
                _ if !is_currency_code(code) => return self.complain(Field::Currency, Reason::UnknownCurrency),
                Err(_) => return self.complain(Field::Currency, Reason::UnknownCurrency),
                // The platform's limits are amounts in its own currency; in another they would be different limits.
                Ok(other) if other != its_currency && source != FeeSource::Custom && fee.names_amounts() => {
                    return self.complain(Field::Currency, Reason::OtherCurrency(its_currency));
                }
                Ok(currency) => currency,
            },
        };
        Some((source, fee, currency))
    }

    /// The fee that the client is charged besides a freelancer's fee; none if nothing is known.
    #[allow(clippy::option_option, reason = "the outer one says whether there was a problem")]
    pub fn client(
        &mut self,
        freelancer: Option<FeeSource>,
        currency: Currency,
        inputs: &Inputs,
    ) -> Option<Option<AppliedFee>> {
        let Some((source, fee)) = self.client_offer(freelancer)? else { return Some(None) };
        if let FeeSource::Schedule(schedule) = source
            && schedule.currency != currency
            && fee.names_amounts()
        {
            // Nobody asked for the platform's own fee, so the reader is not at fault if it does not fit.
            return if self.draft.text(Field::ClientSchedule).is_empty() {
                Some(None)
            } else {
                self.complain(Field::ClientSchedule, Reason::OtherCurrency(schedule.currency))
            };
        }
        self.applied(Payer::Client, source, fee, currency, inputs, Rate::ZERO).map(Some)
    }

    /// The client's fee: the one named, or the one that goes with the freelancer's schedule.
    #[allow(clippy::option_option, reason = "the outer one says whether there was a problem")]
    pub fn client_offer(&mut self, freelancer: Option<FeeSource>) -> Option<Option<(FeeSource, Fee)>> {
        if self.draft.is_own_fee(Payer::Client) {
            return Some(Some((FeeSource::Custom, self.own_fee(Field::ClientFee)?)));
        }
        let schedule = match (self.draft.text(Field::ClientSchedule), freelancer) {
            (FeeSource::NONE, _) => return Some(Some((FeeSource::Custom, Fee::nothing()))),
            ("", None | Some(FeeSource::Custom)) => None,
            ("", Some(FeeSource::Schedule(schedule))) => schedule.beside(),
            _ => Some(self.schedule(Payer::Client)?),
        };
        Some(schedule.map(|schedule| (FeeSource::Schedule(schedule), schedule.fee.clone())))
    }

    /// A fee from the catalogue or the reader, with all choices made and tax added.
    pub fn applied(
        &mut self,
        payer: Payer,
        source: FeeSource,
        fee: Fee,
        currency: Currency,
        inputs: &Inputs,
        tax: Rate,
    ) -> Option<AppliedFee> {
        let fields = fields(payer);
        let status = self.status(&fee, fields.status)?;
        let months = |side: Side| months_counted(&fee, inputs, side);
        let undecided = BySide::from_fn(|side| Choice { rate: Rate::ZERO, status, months: months(side) });
        let choices = self.rates(&fee, &fields, undecided)?;
        match BySide::from_fn(|side| Ok(fee.settle(*choices.get(side), currency)?.taxed(tax))).transpose() {
            Ok(terms) if terms.gigs.takes_all() || terms.contract.takes_all() => {
                self.complain(if tax == Rate::ZERO { fields.fee } else { Field::FeeTax }, Reason::TakesAll)
            }
            Ok(terms) => Some(AppliedFee { source, fee, choices, tax, terms }),
            Err(Settlement::FinerThanCurrency(_)) => {
                let field = match (source, payer) {
                    (FeeSource::Custom, _) => fields.fee,
                    (FeeSource::Schedule(_), Payer::Client) => fields.schedule,
                    (FeeSource::Schedule(_), Payer::Freelancer) => Field::Currency,
                };
                self.complain(field, Reason::FeeTooFine(currency))
            }
            Err(Settlement::RateOutside { least, most }) => {
                self.complain(fields.rate, Reason::RateOutside(least, most))
            }
        }
    }

    /// A fee in the notation, written by the reader or the author.
    pub fn own_fee(&mut self, field: Field) -> Option<Fee> {
        let own = visible(self.draft.text(field));
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

    /// The position of the status that a field names.
    pub fn status(&mut self, fee: &Fee, field: Field) -> Option<usize> {
        let text = slug(self.draft.text(field));
        let found = fee.statuses().position(|name| slug(name) == text);
        match found {
            None if !text.is_empty() && fee.statuses().next().is_some() => {
                self.complain(field, Reason::UnknownStatus(fee.statuses().map(slug).collect()))
            }
            // If there is none to choose, the text does not matter.
            _ => Some(found.unwrap_or(0)),
        }
    }

    fn rates(&mut self, fee: &Fee, fields: &Fields, choices: BySide<Choice>) -> Option<BySide<Choice>> {
        // Both sides may need the rate they share, but the problem is reported once.
        let mut shared = None;
        let rates = BySide::from_fn(|side| {
            let own = fields.own_rates.map(|own| *own.get(side));
            let Some((least, most)) = fee.open_rate_of(*choices.get(side)) else {
                // It does not matter now, but would under another schedule.
                let readable = |field: Field| Rate::from_percent(self.draft.number(field).ok()?).ok();
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
