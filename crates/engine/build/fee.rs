//! How does a fee of the catalogue become a constant?

use std::fmt::Write as _;

use take_home_fees::amount::{Decimal, Rate};
use take_home_fees::{Adjustment, Applies, Case, Charge, Fee, Limit, Tier, TierRate};

use crate::{At, Slip};

/// The arrays that fees consist of. Each is a static, because a constant can borrow nothing else that may be dropped.
#[derive(Default)]
pub struct Fees {
    statics: String,
    count: usize,
}

impl Fees {
    /// The constant for a fee in the notation, which has to be written as it is printed.
    pub fn constant(&mut self, text: &At) -> Result<String, Slip> {
        let fee: Fee = text.get_ref().parse().map_err(|error| Slip::of(text, &error))?;
        let printed = fee.to_string();
        if printed != *text.get_ref() {
            return Err(Slip::of(text, &format!("write this fee as “{printed}”")));
        }
        let cases: Vec<String> = fee.cases().iter().map(|case| self.case(case)).collect();
        Ok(format!("Fee::constant(&{})", self.array("Case", &cases)))
    }

    /// All arrays.
    pub fn code(&self) -> &str {
        &self.statics
    }

    fn array(&mut self, item: &str, items: &[String]) -> String {
        let name = format!("ARRAY_{}", self.count);
        self.count += 1;
        writeln!(self.statics, "static {name}: [{item}; {}] = [{}];", items.len(), items.join(", "))
            .expect("a string takes any text");
        name
    }

    fn case(&mut self, case: &Case) -> String {
        let applies = match &case.applies {
            Applies::Always => "Applies::Always".to_owned(),
            Applies::Status(name) => format!("Applies::Status(Cow::Borrowed({name:?}))"),
            Applies::FirstMonths(months) => format!("Applies::FirstMonths({months})"),
            Applies::Later => "Applies::Later".to_owned(),
        };
        let charge = self.charge(&case.charge);
        let then = match case.then.iter().map(|charge| self.charge(charge)).collect::<Vec<_>>() {
            none if none.is_empty() => "[]".to_owned(),
            some => self.array("Charge", &some),
        };
        format!("Case {{ applies: {applies}, charge: {charge}, then: Cow::Borrowed(&{then}) }}")
    }

    fn charge(&mut self, charge: &Charge) -> String {
        let Charge { tiers, whole, basis, tax } = charge;
        let tiers: Vec<String> = tiers.iter().map(|tier| self.tier(tier)).collect();
        let tiers = self.array("Tier", &tiers);
        let tax = option(tax.as_ref().map(rate));
        format!("Charge {{ tiers: Cow::Borrowed(&{tiers}), whole: {whole}, basis: Basis::{basis:?}, tax: {tax} }}")
    }

    fn tier(&mut self, tier: &Tier) -> String {
        let adjustments = match tier.adjustments.iter().map(adjustment).collect::<Vec<_>>() {
            none if none.is_empty() => "[]".to_owned(),
            some => self.array("Adjustment<Decimal>", &some),
        };
        let tier_rate = match &tier.rate {
            TierRate::Set(only) => format!("TierRate::Set({})", rate(only)),
            TierRate::Open { least, most } => {
                format!("TierRate::Open {{ least: {}, most: {} }}", rate(least), rate(most))
            }
        };
        let up_to = option(tier.up_to.map(|Limit { amount, excluded }| {
            format!("Limit {{ amount: {}, excluded: {excluded} }}", decimal(amount))
        }));
        format!("Tier {{ rate: {tier_rate}, adjustments: Cow::Borrowed(&{adjustments}), up_to: {up_to} }}")
    }
}

fn option(value: Option<String>) -> String {
    value.map_or("None".to_owned(), |value| format!("Some({value})"))
}

fn rate(rate: &Rate) -> String {
    format!("Rate::from_millionths({})", rate.millionths())
}

fn adjustment(adjustment: &Adjustment<Decimal>) -> String {
    let amount = decimal(adjustment.amount());
    match adjustment {
        Adjustment::Plus(_) => format!("Adjustment::Plus({amount})"),
        Adjustment::AtLeast(_) => format!("Adjustment::AtLeast({amount})"),
        Adjustment::AtMost(_) => format!("Adjustment::AtMost({amount})"),
    }
}

fn decimal(amount: Decimal) -> String {
    let parts = amount.unpack();
    format!("Decimal::from_parts({}, {}, {}, {}, {})", parts.lo, parts.mid, parts.hi, parts.negative, parts.scale)
}
