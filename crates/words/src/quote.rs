//! What does the page say about quotes?

use super::Words;
use engine::amount::Money;
use engine::compare::{Hourly, price_keeping};
use engine::scenario::{Scenario, Side};

impl Words {
    /// The heading of quotes.
    pub fn quote_heading(&self) -> &'static str {
        "What to quote"
    }

    /// The closed line if nothing is asked.
    pub fn quote_summary(&self) -> &'static str {
        "the price that leaves you a sum, or an hourly pay"
    }

    /// What to ask for, in one line.
    pub fn quote_line(&self, scenario: &Scenario) -> String {
        let Some(keep) = scenario.inputs().quote.keep else {
            return match engine::compare::hourly(scenario) {
                Some(hourly) => format!("the hourly contract leaves {}", self.format.money(hourly.take_home)),
                None => self.quote_summary().into(),
            };
        };
        let kept = self.format.money(keep);
        let price = |side: Side| price_keeping(scenario, side, keep).map(|price| self.format.money(price));
        match (price(Side::Gigs), price(Side::Contract)) {
            (Some(gigs), Some(contract)) => format!("to keep {kept}: {gigs} for each gig, or a contract of {contract}"),
            _ => format!("no price leaves {kept}"),
        }
    }

    /// The text of the panel if nothing is typed.
    pub fn quote_hint(&self) -> &'static str {
        "Type what you want to keep, and read what to ask for: through the tiers, fixed parts and the costs counted above."
    }

    /// The price of each gig, or of the contract, that keeps a sum.
    pub fn quote_keeping(&self, side: Side, keep: Money, price: Option<Money>) -> String {
        let kept = self.format.money(keep);
        match (side, price.map(|price| self.format.money(price))) {
            (Side::Gigs, Some(price)) => format!("To keep {kept} of all gigs, ask {price} for each."),
            (Side::Contract, Some(price)) => format!("To keep {kept} of the contract, ask {price}."),
            (_, None) => format!("No price that fits here leaves {kept}."),
        }
    }

    /// The price at which an hour pays the wanted amount.
    pub fn quote_paying(&self, side: Side, hourly: Money, price: Option<Money>) -> String {
        let hourly = self.format.money(hourly);
        match (side, price.map(|price| self.format.money(price))) {
            (Side::Gigs, Some(price)) => format!("For {hourly} an hour, ask {price} for each gig."),
            (Side::Contract, Some(price)) => format!("For {hourly} an hour, ask {price} for the contract."),
            (Side::Gigs, None) => "Type the gigs’ hours under “Bidding and hours” to see what to ask.".into(),
            (Side::Contract, None) => "Type the contract’s hours under “Bidding and hours” to see what to ask.".into(),
        }
    }

    /// What a concession costs.
    pub fn quote_concession(&self, side: Side, off: Money, cost: Option<Money>) -> String {
        let off = self.format.money(off);
        match (side, cost.map(|cost| self.format.money(cost))) {
            (Side::Gigs, Some(cost)) => format!("{off} off each gig costs you {cost} of all you keep."),
            (Side::Contract, Some(cost)) => format!("{off} off the contract costs you {cost} of what you keep."),
            (_, None) => format!("{off} off would leave nothing of the price."),
        }
    }

    /// An hourly contract, in one sentence.
    pub fn quote_hourly(&self, scenario: &Scenario, hourly: &Hourly) -> String {
        let money = |amount: Money| self.format.money(amount);
        let quote = &scenario.inputs().quote;
        let rate = money(quote.hourly_rate.unwrap_or_default());
        let weeks = quote.weeks;
        let week = money(hourly.week);
        if weeks == 1 {
            return format!(
                "A week at {rate} bills {week}; the fee is {}, and {} is left.",
                money(hourly.fee),
                money(hourly.take_home)
            );
        }
        format!(
            "{weeks} weeks at {rate} bill {week} each, {} in all; the fee is {}, week by week, and {} is left.",
            money(hourly.gross),
            money(hourly.fee),
            money(hourly.take_home)
        )
    }

    /// The hourly rate of which the wanted amount remains.
    pub fn quote_rate(&self, keep: Money, rate: Money) -> String {
        format!("To keep {} of each hour billed, ask {} an hour.", self.format.money(keep), self.format.money(rate))
    }

    /// The button that compares with the hourly contract.
    pub fn use_as_contract(&self) -> &'static str {
        "Compare it as the contract"
    }
}
