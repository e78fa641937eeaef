//! What does the page say about staying on the platform and leaving it?

use super::{Format, Words, text};
use engine::amount::{Decimal, Money};
use engine::compare::{Leaving, Ways, leaving};
use engine::fees::{Adjustment, Charge, Choice, Conversion, Schedule, Tier};
use engine::scenario::{Scenario, Side};

impl Words {
    /// The heading of staying or leaving.
    pub fn leaving_heading(&self) -> &'static str {
        text::leaving_heading()
    }

    /// The closed line if nothing is asked.
    pub fn leaving_summary(&self) -> &'static str {
        text::leaving_summary()
    }

    /// The result, in one line.
    pub fn leaving_line(&self, scenario: &Scenario) -> String {
        if scenario.fee_source().payment_service().is_some() {
            return text::leaving_line_own().into();
        }
        let leaving = leaving(scenario);
        let Some(ways) = leaving.ways else { return self.leaving_summary().into() };
        let ways = ways.contract;
        match (ways.break_even(leaving.worth), ways.conversion) {
            _ if is_free(&ways) && ways.saving() > Money::ZERO => {
                text::LeavingLineFree { sides: self.sides, saved: self.format.short_money(ways.saving()) }.say()
            }
            (Some(chance), _) => text::LeavingLine { chance: self.format.limit(chance) }.say(),
            (None, Some(fee)) => {
                text::LeavingLineConversion { sides: self.sides, fee: self.format.short_money(fee) }.say()
            }
            (None, None) if ways.saving() <= Money::ZERO => text::LeavingLineNothing { sides: self.sides }.say().into(),
            (None, None) => match leaving.conversions.first() {
                Some((rule, _)) => {
                    let months = self.format.counted(rule.months);
                    text::LeavingLineTerm { platform: rule.platform.to_owned(), months }.say()
                }
                None => {
                    text::LeavingLineSaving { sides: self.sides, saved: self.format.short_money(ways.saving()) }.say()
                }
            },
        }
    }

    /// The message that there is no marketplace to leave, if the fee is that of a payment service.
    pub fn leaving_own(&self, scenario: &Scenario) -> Option<String> {
        Some(text::LeavingOwn { platform: scenario.fee_source().payment_service()?.name.to_owned() }.say())
    }

    /// The basis of the figures, shown before them, and before what is allowed where that is known.
    pub fn leaving_terms(&self, is_way_known: bool) -> &'static str {
        if is_way_known { text::leaving_terms_but() } else { text::leaving_terms() }
    }

    /// The remaining amounts of a side on the platform and off it, row by row.
    pub fn ways_rows(&self, leaving: &Leaving, ways: &Ways) -> Vec<(String, String)> {
        let money = |amount: Money| self.format.money(amount);
        let mut rows = vec![
            (text::row_stay().to_owned(), money(ways.stays)),
            (text::RowLeave { service: direct(leaving.direct, leaving.status) }.say(), money(ways.leaves)),
            (text::row_saving().into(), money(ways.saving())),
        ];
        if let Some(fee) = ways.conversion.filter(|_| !is_free(ways)) {
            let clients = self.format.counted(ways.clients);
            let name = if ways.clients == 1 {
                text::row_conversion_fee().into()
            } else {
                text::RowConversionFees { clients }.say()
            };
            rows.push((name, money(-fee)));
            rows.push((text::row_bear().into(), money(ways.leaves_after(fee))));
        }
        if let Some(months) = ways.months_left {
            let free = if months == 0 {
                text::free_now().to_owned()
            } else {
                text::FreeLater { months: self.format.counted(months) }.say()
            };
            rows.push((text::row_wait().into(), free));
        }
        rows
    }

    /// An entry in the list of payment services.
    pub fn direct_schedule(&self, schedule: &Schedule) -> String {
        text::PlatformFee { platform: schedule.platform().name.to_owned(), fee: self.schedule(schedule) }.say()
    }

    /// The note if the payment service charges in another currency.
    pub fn other_currency(&self, schedule: &Schedule) -> String {
        text::ServiceCurrency {
            service: schedule.platform().name.to_owned(),
            currency: schedule.currency.code().to_owned(),
        }
        .say()
    }

    /// The platform's fee for taking a client off it.
    pub fn conversion(&self, rule: &Conversion, fee: Option<Money>) -> String {
        let (time, months) = (self.format.count(rule.hours), self.format.counted(rule.months));
        let amount = fee.map(|fee| self.format.short_money(fee));
        let Charge { tiers, .. } = rule.fee.charge(Choice::default());
        if let [Tier { rate, adjustments, .. }] = &tiers[..]
            && let [Adjustment::AtLeast(least), Adjustment::AtMost(most)] = adjustments[..]
        {
            let format = Format { currency: rule.currency, ..self.format };
            let [least, most] =
                [least, most].map(|bound| format.short_money(format.currency.amount(bound).unwrap_or_default()));
            let fee = self.format.rate(rate.most());
            return match amount {
                Some(amount) => text::ConversionBetweenWithFee { fee, time, least, most, amount, months }.say(),
                None => text::ConversionBetween { fee, time, least, most, months }.say(),
            };
        }
        let fee = rule.fee.to_string();
        match amount {
            Some(amount) => text::ConversionWithFee { fee, time, amount, months }.say(),
            None => text::Conversion { fee, time, months }.say(),
        }
    }

    /// The result of a breach on a side: the sum, and what is at stake; nothing where leaving is allowed now.
    pub fn breach(&self, side: Side, ways: &Ways, worth: Money) -> Option<String> {
        if is_free(ways) {
            return None;
        }
        let saving = ways.saving();
        let (saved, stake) = (self.format.short_money(saving), self.format.short_money(worth));
        if saving <= Money::ZERO {
            return Some(match side {
                Side::Gigs => text::BreachNoneGigs { sides: self.sides }.say().into(),
                Side::Contract => text::BreachNoneContract { sides: self.sides }.say().into(),
            });
        }
        Some(match (side, ways.break_even(worth).map(|chance: Decimal| self.format.limit(chance))) {
            (Side::Gigs, Some(chance)) => text::BreachGigs { sides: self.sides, stake, saved, chance }.say(),
            (Side::Contract, Some(chance)) => text::BreachContract { sides: self.sides, stake, saved, chance }.say(),
            (Side::Gigs, None) => text::BreachWorthGigs { sides: self.sides, saved, stake }.say(),
            (Side::Contract, None) => text::BreachWorthContract { sides: self.sides, saved, stake }.say(),
        })
    }

    /// The heading of the sums for a breach.
    pub fn breach_hint(&self) -> &'static str {
        text::breach_hint()
    }
}

/// `PayPal, Paid by card`
fn direct(schedule: &Schedule, status: usize) -> String {
    let name = schedule.platform().name;
    match schedule.fee.statuses().nth(status) {
        Some(status) => text::ServiceStatus { service: name.to_owned(), how: status.to_owned() }.say(),
        None => name.to_owned(),
    }
}

/// Whether the platform's months are over, so that there is nothing to pay and nothing to fear.
fn is_free(ways: &Ways) -> bool {
    ways.months_left == Some(0)
}
