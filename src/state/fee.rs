//! What else changes when another fee is chosen? The currency of amounts, rates, what the client pays.

use std::rc::Rc;

use engine::amount::Currency;
use engine::fees::Schedule;
use engine::scenario::{Draft, FeeSource, Field};

use super::State;
use super::rates::ChosenRates;
use super::repair::fitting;

impl State {
    /// The state with a rate for each side, or the same for both.
    pub(super) fn with_own_rates(&self, own: bool) -> State {
        let text = if own { self.draft.text(Field::Rate) } else { "" };
        let draft = self.draft.clone().with(Field::GigRate, text).with(Field::ContractRate, text);
        let mut next = self.with(draft);
        next.own_rates = own;
        next.chosen_rates = None;
        next
    }

    /// Under another schedule, with amounts in the same currency.
    pub(super) fn in_its_currency(&self, id: &str) -> State {
        self.choose(id, Some(self.answer.scenario.currency()))
    }

    /// Under another schedule; with amounts in this currency, if the fee can be charged in it.
    pub(super) fn choose(&self, id: &str, currency: Option<Currency>) -> State {
        if id == FeeSource::CUSTOM {
            return self.with_own_fee();
        }
        // The fee of another platform's clients does not apply here.
        let own_fee = self.own_fee_typed();
        let schedule = Schedule::find(id);
        let is_here = schedule.map(Schedule::platform) == self.answer.scenario.fee_source().platform();
        let draft = self.draft.clone().with(Field::Schedule, id).with(Field::Fee, "");
        let is_kept = |(schedule, currency): &(&Schedule, Currency)| {
            schedule.currency != *currency && schedule.fee_in(*currency).is_some()
        };
        let kept = schedule.zip(currency).filter(is_kept).map(|(_, currency)| currency);
        let before = self.before_comparing.clone();
        let (draft, before_comparing) = match (kept, currency) {
            (Some(kept), _) => {
                let before = before.unwrap_or_else(|| self.draft.text(Field::Currency).into());
                (draft.with(Field::Currency, kept.code()), Some(before))
            }
            (None, Some(_)) => (draft, before),
            // Drop the currency that was set only for comparing with other fees.
            (None, None) => (before.iter().fold(draft, |draft, before| draft.with(Field::Currency, before)), None),
        };
        // A comparison has the rates at hand, as its line does; those of another platform mean nothing to a reader who goes there.
        let chosen = self.chosen_rates();
        let draft = match currency {
            Some(_) => draft,
            None if chosen.are_for(&draft) => chosen.put_into(draft),
            None => ChosenRates::of(&self.example.draft).put_into(draft),
        };
        let draft = if is_here { draft } else { without_clients_schedule(draft) };
        // A level of one platform means nothing where there are none, and would come back with the next fee that has it.
        let has_levels = schedule.is_some_and(|schedule| schedule.fee.statuses().next().is_some());
        let draft = if has_levels { draft } else { draft.with(Field::Status, "") };
        let next = self.but(|next| {
            next.before_comparing = before_comparing;
            next.own_fee = own_fee;
        });
        next.remembering(chosen, fitting(draft, None))
    }

    /// The fee that the reader or the author wrote, if it is in use or another one has taken its place; not one of a schedule's that
    /// nobody has changed.
    fn own_fee_typed(&self) -> Option<Rc<str>> {
        let text = self.good.draft.text(Field::Fee);
        let is_schedules = || Schedule::all().any(|schedule| schedule.fee.to_string() == text);
        if text.is_empty() || is_schedules() { self.own_fee.clone() } else { Some(text.into()) }
    }

    /// The state with the reader's own fee: the one that was typed before, or the one that was shown, to be changed.
    fn with_own_fee(&self) -> State {
        let fee = self.own_fee.as_deref().map_or_else(|| self.answer.scenario.fee().to_string(), str::to_owned);
        let draft = self.in_own_currency().with(Field::Schedule, FeeSource::CUSTOM).with(Field::Fee, &fee);
        let next = self.but(|next| {
            next.before_comparing = None;
            next.chosen_rates = None;
        });
        next.with(draft)
    }

    /// The rates that the reader chose last.
    pub(super) fn chosen_rates(&self) -> Rc<ChosenRates> {
        self.chosen_rates.clone().unwrap_or_else(|| ChosenRates::of(&self.draft))
    }

    /// The state with a draft whose fee may change rates and statuses; the field that is `typed` stays.
    pub(super) fn fitted(&self, draft: Draft, typed: Option<Field>) -> State {
        let chosen = self.chosen_rates();
        let draft = fitting(chosen.where_they_apply(draft), typed);
        self.remembering(chosen, draft)
    }

    /// The state with a draft in which other rates may have taken the place of the chosen ones.
    pub(super) fn remembering(&self, chosen: Rc<ChosenRates>, draft: Draft) -> State {
        let next = self.but(|next| {
            next.own_rates |= draft.has_own_rates();
            next.chosen_rates = Some(chosen).filter(|chosen| chosen.are_missing_in(&draft));
        });
        next.with(draft)
    }

    /// The draft with its currency named, if it was a schedule's: the reader's own fee has none.
    pub(super) fn in_own_currency(&self) -> Draft {
        let currency = self.answer.scenario.currency();
        let is_named = currency == Currency::USD || self.answer.scenario.fee_source() == FeeSource::Custom;
        // A currency that was set only for comparing with other fees is dropped if it is the fee's own.
        let before = self.before_comparing.as_deref();
        let as_before = before
            .filter(|before| if before.is_empty() { currency == Currency::USD } else { *before == currency.code() });
        let draft = as_before.map_or(self.draft.clone(), |before| self.draft.clone().with(Field::Currency, before));
        if is_named { draft } else { draft.with(Field::Currency, currency.code()) }
    }

    pub(super) fn choose_client(&self, id: &str) -> State {
        let draft = self.draft.clone().with(Field::ClientSchedule, id);
        if id == FeeSource::CUSTOM {
            // The fee that was shown, to be changed.
            let fee = self.answer.scenario.client().map_or_else(|| "5%".into(), |charged| charged.fee.to_string());
            return self.with(draft.with(Field::ClientFee, &fee));
        }
        // The client's fee that goes with the freelancer's schedule need not be named, which keeps links short.
        let beside = match self.answer.scenario.fee_source() {
            FeeSource::Schedule(schedule) => schedule.beside(),
            FeeSource::Custom => None,
        };
        let id = if beside.is_some_and(|beside| beside.id == id) { "" } else { id };
        self.fitted(draft.with(Field::ClientSchedule, id).with(Field::ClientFee, ""), None)
    }

    /// The currency that amounts were in before the reader chose a fee in another one, and whether they may be in it again.
    pub fn other_currency(&self) -> Option<(Currency, bool)> {
        let first = self.first_currency;
        (first != self.answer.scenario.currency()).then_some((first, self.may_be_in(first)))
    }

    /// Whether the fee can be charged in a currency.
    pub(super) fn may_be_in(&self, currency: Currency) -> bool {
        match self.answer.scenario.fee_source() {
            FeeSource::Schedule(schedule) => schedule.fee_in(currency).is_some(),
            FeeSource::Custom => true,
        }
    }
}

fn without_clients_schedule(draft: Draft) -> Draft {
    match draft.text(Field::ClientSchedule) {
        FeeSource::NONE | FeeSource::CUSTOM => draft,
        _ => draft.with(Field::ClientSchedule, "").with(Field::ClientStatus, "").with(Field::ClientRate, ""),
    }
}
