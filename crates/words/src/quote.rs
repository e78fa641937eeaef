//! What does the page say about quotes?

use super::{Words, text};
use engine::amount::Money;
use engine::compare::{Hourly, price_keeping, prices_keeping};
use engine::scenario::{Scenario, Side};

impl Words {
    /// The heading of quotes.
    pub fn quote_heading(&self) -> &'static str {
        text::quote_heading()
    }

    /// The closed line if nothing is asked.
    pub fn quote_summary(&self) -> &'static str {
        text::quote_summary()
    }

    /// The price to ask for, in one line.
    pub fn quote_line(&self, scenario: &Scenario) -> String {
        let Some(keep) = scenario.inputs().quote.keep else {
            return match engine::compare::hourly(scenario) {
                Some(hourly) => text::QuoteLineHourly { take_home: self.format.short_money(hourly.take_home) }.say(),
                None => self.quote_summary().into(),
            };
        };
        let kept = self.format.short_money(keep);
        let is_list = |side: Side| scenario.is_list(side);
        let price =
            |side: Side| price_keeping(scenario, side, keep).map(|price| self.asked_price(scenario, side, price));
        match (price(Side::Gigs), price(Side::Contract)) {
            (Some(gig), Some(contract)) => match [is_list(Side::Gigs), is_list(Side::Contract)] {
                [false, false] => text::QuoteLine { kept, gig, contract }.say(),
                [true, false] => text::QuoteLineList { kept, level: gig, contract }.say(),
                [false, true] => text::QuoteLineOtherList { kept, gig, level: contract }.say(),
                [true, true] => text::QuoteLineLists { kept, level: gig, other_level: contract }.say(),
            },
            (Some(level), None) if is_list(Side::Gigs) => text::QuoteLineLevel { kept, level }.say(),
            (None, Some(level)) if is_list(Side::Contract) => text::QuoteLineLevel { kept, level }.say(),
            (Some(gig), None) => text::QuoteLineGigs { kept, gig }.say(),
            (None, Some(contract)) => text::QuoteLineContract { kept, contract }.say(),
            (None, None) if is_list(Side::Gigs) || is_list(Side::Contract) => text::QuoteLineNoneList { kept }.say(),
            (None, None) => text::QuoteLineNone { kept }.say(),
        }
    }

    /// A price to ask for: that of each job or, for a list, all its prices.
    pub fn asked_price(&self, scenario: &Scenario, side: Side, price: i64) -> String {
        if scenario.is_list(side) { self.level_of(price) } else { self.format.short_money(Money::from_minor(price)) }
    }

    /// The text of the panel if nothing is typed.
    pub fn quote_hint(&self) -> &'static str {
        text::quote_hint()
    }

    /// The distance by which a list's prices have to move, if the side is one.
    fn asked_level(&self, scenario: &Scenario, side: Side, price: Option<i64>) -> Option<String> {
        scenario.plans().get(side).list()?;
        price.map(|level| self.level_of(level))
    }

    /// The price of each gig, or of the contract, that keeps a sum.
    pub fn quote_keeping(&self, scenario: &Scenario, side: Side, keep: Money, price: Option<i64>) -> String {
        let kept = self.format.short_money(keep);
        if let Some(level) = self.asked_level(scenario, side, price) {
            return text::QuoteLevelKeep { kept, level }.say();
        }
        match (side, price.map(|price| self.format.short_money(Money::from_minor(price)))) {
            (Side::Gigs, Some(price)) => text::QuoteKeepGigs { kept, price }.say(),
            (Side::Contract, Some(price)) => text::QuoteKeepContract { kept, price }.say(),
            (_, None) if scenario.is_list(side) => text::QuoteKeepNoneList { kept }.say(),
            (_, None) => text::QuoteKeepNone { kept }.say(),
        }
    }

    /// The higher prices of a side at which less than `keep` remains, because the fee jumps: the first of them.
    pub fn quote_gap(&self, scenario: &Scenario, side: Side, keep: Money) -> Option<String> {
        let (from, to) = prices_keeping(scenario, side, keep).gaps().next().filter(|_| scenario.fee_jumps(side))?;
        let [from, to] = [from, to].map(|price| self.format.short_money(price));
        Some(match side {
            Side::Gigs => text::QuoteGapGigs { sides: self.sides, from, to }.say(),
            Side::Contract => text::QuoteGapContract { from, to }.say(),
        })
    }

    /// The description of the picture of prices, for screen readers.
    pub fn quote_picture(&self) -> &'static str {
        text::quote_picture()
    }

    /// A total of that picture: `$3,000 billed`.
    pub fn billed(&self, total: Money) -> String {
        text::Billed { amount: self.format.short_money(total) }.say()
    }

    /// The line at the sum to keep.
    pub fn quote_keep(&self, keep: Money) -> String {
        text::QuoteKeep { kept: self.format.short_money(keep) }.say()
    }

    /// The price at which an hour pays the wanted amount.
    pub fn quote_paying(&self, scenario: &Scenario, side: Side, hourly: Money, price: Option<i64>) -> String {
        let hourly = self.format.short_money(hourly);
        if let Some(level) = self.asked_level(scenario, side, price) {
            return text::QuoteLevelPay { hourly, level }.say();
        }
        let has_hours = !scenario.plans().get(side).hours.is_zero();
        match (side, price.map(|price| self.format.short_money(Money::from_minor(price)))) {
            (Side::Gigs, Some(price)) => text::QuotePayGigs { hourly, price }.say(),
            (Side::Contract, Some(price)) => text::QuotePayContract { hourly, price }.say(),
            (_, None) if has_hours && scenario.is_list(side) => text::QuotePayNoneList { hourly }.say(),
            (_, None) if has_hours => text::QuotePayNone { hourly }.say(),
            (Side::Gigs, None) => text::QuoteNoGigHours { sides: self.sides }.say().into(),
            (Side::Contract, None) => text::QuoteNoContractHours { sides: self.sides }.say().into(),
        }
    }

    /// The cost of a discount.
    pub fn quote_concession(&self, scenario: &Scenario, side: Side, off: Money, cost: Option<Money>) -> String {
        let off = self.format.short_money(off);
        let is_list = scenario.is_list(side);
        match (side, cost.map(|cost| self.format.short_money(cost))) {
            (_, Some(cost)) if is_list => text::QuoteOffList { sides: self.sides, off, cost }.say(),
            (Side::Gigs, Some(cost)) => text::QuoteOffGigs { off, cost }.say(),
            (Side::Contract, Some(cost)) => text::QuoteOffContract { off, cost }.say(),
            (_, None) => text::QuoteOffNone { off }.say(),
        }
    }

    /// An hourly contract, in one sentence.
    pub fn quote_hourly(&self, scenario: &Scenario, hourly: &Hourly) -> String {
        let money = |amount: Money| self.format.short_money(amount);
        let quote = &scenario.inputs().quote;
        let rate = money(quote.hourly_rate.unwrap_or_default());
        text::QuoteWeeks {
            weeks: self.format.counted(quote.weeks),
            rate,
            gross: money(hourly.gross),
            fee: money(hourly.fee),
            take_home: money(hourly.take_home),
        }
        .say()
    }

    /// The message that work by the hour has another fee than the one chosen.
    pub fn quote_hourly_status(&self, status: &str) -> String {
        text::QuoteHourlyStatus { name: status.to_owned() }.say()
    }

    /// The hourly rate of which the wanted amount remains.
    pub fn quote_rate(&self, keep: Money, rate: Money) -> String {
        text::QuoteRate { kept: self.format.short_money(keep), rate: self.format.short_money(rate) }.say()
    }

    /// The button that compares with the hourly contract.
    pub fn use_as_contract(&self) -> &'static str {
        text::use_as_contract()
    }
}
