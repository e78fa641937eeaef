//! What does the page say about costs and hours?

use super::Words;
use engine::compare::{AfterCosts, Comparison, CostKind, Net, Outcome};
use engine::fees::Fact;
use engine::scenario::{BySide, Criterion, Field, Side};

/// A quantity for which no official source gives a usual value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assumption {
    /// What it is.
    pub what: &'static str,
    /// What blogs, vendors and surveys say.
    pub found: &'static str,
    /// A value to start with.
    pub begin: &'static str,
    /// The same as a link; empty if no field expresses it.
    pub set: &'static str,
}

impl Words {
    /// The heading of costs and hours.
    pub fn costs_heading(&self) -> &'static str {
        "Bidding and hours"
    }

    /// The result, in one line.
    pub fn costs_summary(&self, counted: Option<&AfterCosts>) -> String {
        let Some(counted) = counted else { return "not counted".into() };
        let BySide { gigs, contract } = BySide::from_fn(|side| self.cost_and_hours(counted.nets.get(side)));
        format!("gigs {gigs}; contract {contract}")
    }

    /// `−$812.50, 61 h`
    fn cost_and_hours(&self, net: &Net) -> String {
        let cost = self.format.money(-net.cost);
        if net.hourly.is_none() { cost } else { format!("{cost}, {}\u{a0}h", self.format.decimal(net.hours)) }
    }

    /// The main number of a side: what remains, or its hourly pay.
    pub fn decides(&self, criterion: Criterion, net: &Net) -> String {
        match criterion {
            Criterion::Money => self.format.money(net.take_home),
            Criterion::Hour => format!("{} an hour", self.format.money(net.hourly.unwrap_or_default())),
        }
    }

    /// The main number of a side, with the text beside its bar.
    pub fn kept(&self, comparison: &Comparison, side: Side) -> [String; 2] {
        let outcome = comparison.outcomes.get(side);
        match comparison.after_costs() {
            Some(AfterCosts { criterion, nets, .. }) => {
                let net = nets.get(side);
                [self.decides(*criterion, net), self.fee_and_costs(outcome, *criterion, net)]
            }
            None => [self.format.money(outcome.take_home), self.fee_of(outcome)],
        }
    }

    /// The fee, costs, hours, and the number that is not the main one.
    pub fn fee_and_costs(&self, outcome: &Outcome, criterion: Criterion, net: &Net) -> String {
        let (fee, costs) = (self.fee_of(outcome), self.format.money(net.cost));
        let Some(hourly) = net.hourly else { return format!("{fee}; costs {costs}") };
        let hours = self.format.decimal(net.hours);
        match criterion {
            Criterion::Money => format!("{fee}; costs {costs}; {hours}\u{a0}h at {}", self.format.money(hourly)),
            Criterion::Hour => format!("{fee}; costs {costs}; {} for {hours}\u{a0}h", self.format.money(net.take_home)),
        }
    }

    /// The name of a criterion.
    pub fn by(&self, criterion: Criterion) -> &'static str {
        match criterion {
            Criterion::Money => "what is left",
            Criterion::Hour => "pay by the hour",
        }
    }

    /// The words of a choice among [inputs](engine::scenario::Inputs).
    pub fn choice(&self, field: Field, index: usize) -> &'static str {
        match (field, index) {
            (Field::Verdict, 0) => self.by(Criterion::Money),
            (Field::Verdict, _) => self.by(Criterion::Hour),
            (Field::GigProtection | Field::ContractProtection, 0) => "nothing",
            (Field::GigProtection | Field::ContractProtection, 1) => "escrow",
            (Field::GigProtection | Field::ContractProtection, _) => "hourly",
            (_, 0) => "payment",
            (_, _) => "month",
        }
    }

    /// One row for each thing that is counted, with its amount on a side.
    pub fn cost_rows(&self, take_home: String, net: &Net) -> Vec<(String, String)> {
        let mut rows = vec![("left after the fee".to_owned(), take_home)];
        let bids = self.format.decimal(net.bids);
        rows.extend(net.costs.iter().map(|(kind, cost)| {
            let name = match kind {
                CostKind::Bids => format!("{bids} bids"),
                CostKind::Connects => format!("connects for {bids} bids"),
                CostKind::Membership => "membership".into(),
                CostKind::BoughtIn => "bought-in work".into(),
                CostKind::Withdrawals => "withdrawals".into(),
            };
            (name, self.format.money(-*cost))
        }));
        rows.push(("left in the end".into(), self.format.money(net.take_home)));
        if let Some(hourly) = net.hourly {
            rows.push(("hours, paid and unpaid".into(), self.format.decimal(net.hours)));
            rows.push(("an hour pays".into(), self.format.money(hourly)));
        }
        rows
    }

    /// What the fields for costs mean.
    pub fn costs_hint(&self) -> &'static str {
        "Expected numbers: a client is won once, and 100 ÷ the share of bids that win are needed for one. Connects that are free, in hand or come with a membership are used first."
    }

    /// A start date.
    pub fn fact_since(&self, fact: &Fact) -> String {
        format!("{}:", self.day(fact.from))
    }

    /// What was found about each quantity, and values to start with.
    pub fn assumptions(&self) -> [Assumption; 6] {
        let row = |what, found, begin, set| Assumption { what, found, begin, set };
        [
            row("bids that win, new", "3 to 8 %", "5 %", "gig-win-rate=5&contract-win-rate=5"),
            row("bids that win, established", "6 to 20 %", "10 %", "gig-win-rate=10&contract-win-rate=10"),
            row("minutes for a bid", "15 to 30 to write, about 10 to find the job", "35", "bid-minutes=35"),
            row("connects for a bid", "4 to 24, often 16", "12", "bid-connects=12"),
            row("unpaid hours per client", "our own guess", "1.5", "client-overhead=1.5"),
            row("unpaid share of all working time", "10 to 50 %", "30 %", ""),
        ]
    }

    /// The text before the assumptions.
    pub fn assumptions_hint(&self) -> &'static str {
        "Assumptions to begin with; nobody official says what is usual. Change them to your own."
    }

    /// The headings of the assumptions.
    pub fn assumptions_columns(&self) -> [&'static str; 3] {
        ["What", "Found", "To begin with"]
    }

    /// The heading over what a platform charged for bids.
    pub fn eras_hint(&self) -> &'static str {
        "What bids on Upwork cost, as far as it is known:"
    }
}
