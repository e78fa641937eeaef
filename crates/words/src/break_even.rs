//! At which numbers would the sides be level? One sentence, in which each number can be tried.

use std::cmp::Ordering;

use super::format::percentage;
use super::words::{Try, Turn};
use super::{Phrase, Words, text};
use engine::amount::{Decimal, Money};
use engine::compare::{Comparison, level_gigs};
use engine::scenario::{Field, Scenario, Side, limits};

// Sentences about lists state this limit in words.
const _: () = assert!(limits::MAX_LEVEL == 1_000, "ten times a list's prices");

impl Words {
    /// The price of a gig, the number of gigs and the price of the contract at which the sides would be level; for a list, how far
    /// all its prices would have to move.
    pub(super) fn break_even(&self, scenario: &Scenario, comparison: &Comparison) -> Turn {
        // The side behind needs the lowest matching price; the side ahead stays ahead down to the start of its
        // stretch, which is not a break-even if it is ahead there, too.
        let price = |side: Side| {
            let matching = comparison.verdict.matching.get(side);
            let pricing = scenario.plans().get(side).pricing();
            let ahead = comparison.verdict.lead.side() == Some(side) && !scenario.same_total();
            let found = if ahead { matching.least_pricing_up_to(pricing) } else { matching.least_pricing() };
            found.filter(|pricing| *pricing > 1 || !matching.is_ahead_at_lowest())
        };
        let (gig, contract) = (price(Side::Gigs), price(Side::Contract));
        let are_lists = [Side::Gigs, Side::Contract].map(|side| scenario.is_list(side));
        // Beside a list, the sentence names no number of gigs.
        let number = if are_lists == [false, false] { level_gigs(scenario, comparison) } else { None };
        // The sentence, and whether its numbers can be tried: tied totals move together, and these prices would change one
        // side alone.
        let sentence = match are_lists {
            [false, false] => self.prices(gig, number, contract, scenario.same_total()),
            [true, false] => self.list(gig, contract, scenario.same_total()),
            [false, true] => self.other_list(gig, contract),
            [true, true] => self.both_lists(gig, contract),
        };
        let tries = [
            gig.map(|price| (scenario.pricing_field(Side::Gigs), price)),
            number.map(|number| (Field::Gigs, i64::from(number))),
            contract.map(|price| (scenario.pricing_field(Side::Contract), price)),
        ];
        let mut tries = tries.into_iter().flatten().map(|(field, value)| self.attempt(field, value));
        let part = |(text, stressed): (String, bool)| (text, if stressed { tries.next() } else { None });
        Turn(sentence.0.into_iter().map(part).collect())
    }

    fn prices(&self, gig: Option<i64>, number: Option<u32>, contract: Option<i64>, are_tied: bool) -> Phrase {
        let money = |price: i64| self.format.short_money(Money::from_minor(price));
        let gigs = |number: u32| self.format.counted(number);
        let article = self.article(contract);
        match (gig.map(money), number.map(gigs), contract.map(money)) {
            (Some(gig), _, Some(contract)) if are_tied => {
                Phrase::plainly(text::TurnTied { gig, article, contract }.say())
            }
            (Some(gig), _, None) if are_tied => Phrase::plainly(text::TurnTiedGig { gig }.say()),
            (None, _, Some(contract)) if are_tied => {
                Phrase::plainly(text::TurnTiedContract { article, contract }.say())
            }
            (Some(gig), Some(gigs), Some(contract)) => text::Turn { gigs, gig, article, contract }.say(),
            (Some(gig), None, Some(contract)) => text::TurnPrices { gig, article, contract }.say(),
            (Some(gig), Some(gigs), None) => text::TurnGigs { gigs, gig }.say(),
            (Some(gig), None, None) => text::TurnGigsOnly { gig }.say(),
            (None, Some(gigs), Some(contract)) => text::TurnContract { gigs, article, contract }.say(),
            (None, None, Some(contract)) => text::TurnContractOnly { article, contract }.say(),
            (None, _, None) => Phrase::plainly(text::turn_none()),
        }
    }

    /// The article before the contract's price.
    fn article(&self, contract: Option<i64>) -> String {
        self.format.article(Money::from_minor(contract.unwrap_or_default()))
    }

    fn list(&self, level: Option<i64>, contract: Option<i64>, are_tied: bool) -> Phrase {
        let article = self.article(contract);
        let contract = contract.map(|price| self.format.short_money(Money::from_minor(price)));
        match (level.map(|level| self.level_of(level)), contract) {
            (Some(level), Some(contract)) if are_tied => {
                Phrase::plainly(text::TurnTiedList { level, article, contract }.say())
            }
            (Some(level), None) if are_tied => Phrase::plainly(text::TurnTiedListOnly { level }.say()),
            (None, Some(contract)) if are_tied => Phrase::plainly(text::TurnTiedContract { article, contract }.say()),
            (Some(level), Some(contract)) => text::TurnList { level, article, contract }.say(),
            (Some(level), None) => text::TurnListOnly { level }.say(),
            (None, Some(contract)) => text::TurnListContractOnly { article, contract }.say(),
            (None, None) => Phrase::plainly(text::turn_none()),
        }
    }

    fn other_list(&self, gig: Option<i64>, level: Option<i64>) -> Phrase {
        let gig = gig.map(|price| self.format.short_money(Money::from_minor(price)));
        match (gig, level.map(|level| self.level_of(level))) {
            (Some(gig), Some(level)) => text::TurnOtherList { gig, level }.say(),
            (Some(gig), None) => text::TurnOtherListNone { gig }.say(),
            (None, Some(level)) => text::TurnThoseLevel { level }.say(),
            (None, None) => Phrase::plainly(text::turn_none()),
        }
    }

    fn both_lists(&self, level: Option<i64>, other_level: Option<i64>) -> Phrase {
        match (level.map(|level| self.level_of(level)), other_level.map(|level| self.level_of(level))) {
            (Some(level), Some(other_level)) => text::TurnBothLists { level, other_level }.say(),
            (Some(level), None) => text::TurnTheseOnly { level }.say(),
            (None, Some(level)) => text::TurnThoseOnly { level }.say(),
            (None, None) => Phrase::plainly(text::turn_none()),
        }
    }

    /// A value to try, as a button says it.
    fn attempt(&self, field: Field, value: i64) -> Try {
        let shown = self.format.value_with_unit(field, value);
        let name = if field == Field::GigPrice {
            text::TryGig { value: shown }.say()
        } else if field == Field::Gigs {
            text::TryGigs { value: shown }.say()
        } else if field == Field::ContractPrice {
            text::TryContract { value: shown }.say()
        } else {
            text::TryLevel { value: shown }.say()
        };
        Try { field, value: self.format.value(field, value), name }
    }

    /// The distance of a list's prices from those that it names, given as a share of them in hundredths of a percent.
    pub(super) fn level_of(&self, level: i64) -> String {
        let percent = percentage(self.format.decimal(Decimal::new((level - 10_000).abs(), 2).normalize()));
        match level.cmp(&10_000) {
            Ordering::Greater => text::LevelAbove { percent }.say(),
            Ordering::Less => text::LevelBelow { percent }.say(),
            Ordering::Equal => text::level_same().into(),
        }
    }
}
