//! What does a link ask for? Its values, with the defaults of the reference, and the fees that it names.

use std::collections::HashMap;

use crate::charged::Terms;
use crate::documents::{self, Schedule, Value};
use crate::exact::{Exact, decimal, fraction, whole};
use crate::list::{self, Line};
use crate::notation::{self, Charge, Fee, Rate, When};

/// A link that has been read.
pub struct Plan {
    given: HashMap<String, String>,
    /// The currency of all amounts.
    pub currency: String,
    /// How many decimals it has.
    pub digits: u32,
    /// Who charges the fee; `None` for a fee of the reader's own.
    pub schedule: Option<&'static Schedule>,
    /// The fee, and its line.
    pub fee: (Fee, String),
    /// What clients pay on top.
    pub client: Option<(Option<&'static Schedule>, Fee, String)>,
}

/// One of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The gigs.
    Gigs,
    /// The contract.
    Contract,
}

impl Which {
    /// The name of one of its fields: `gig-hours`, `contract-hours`.
    pub fn field(self, name: &str) -> String {
        format!("{}-{name}", if self == Which::Gigs { "gig" } else { "contract" })
    }

    /// The other one.
    pub fn other(self) -> Which {
        if self == Which::Gigs { Which::Contract } else { Which::Gigs }
    }
}

// ISO 4217: currencies that do not have two decimals.
const WITHOUT: &[&str] =
    &["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"];
const THREE: &[&str] = &["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];

/// How many decimals a currency has.
pub fn digits_of(currency: &str) -> u32 {
    if WITHOUT.contains(&currency) {
        0
    } else if THREE.contains(&currency) {
        3
    } else {
        2
    }
}

impl Plan {
    /// Reads a link as `docs/reference.md` describes it; why not, if it cannot.
    pub fn read(link: &str) -> Result<Plan, String> {
        let mut given = HashMap::new();
        for pair in link.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let value = percent_encoding::percent_decode_str(value).decode_utf8().map_err(|error| error.to_string())?;
            if !documents::names().contains_key(name) {
                return Err(format!("{name} is no name"));
            }
            given.insert(name.to_owned(), value.into_owned());
        }
        let given = given;
        let of = |name: &str| given.get(name).map(String::as_str);
        let text = |name: &str| of(name).unwrap_or(documents::names()[name].default);
        let schedule = |id: &str| documents::schedule(id).ok_or_else(|| format!("{id} is no schedule"));
        let fee_of = |line: &str| notation::read(line).ok_or_else(|| format!("{line} is no fee"));
        let id = text("schedule");
        let (schedule_in_force, fee) = match of("fee") {
            Some(line) => (None, (fee_of(line)?, notation::printed(line))),
            None => (Some(schedule(id)?), (schedule(id)?.fee.clone(), schedule(id)?.line.to_owned())),
        };
        let of_schedule = schedule_in_force.map_or("USD", |schedule| schedule.currency);
        let currency = of("currency").unwrap_or(of_schedule);
        let currency = if schedule_in_force.is_some() && fee.0.names_amounts() { of_schedule } else { currency };
        let client = match (of("client-fee"), of("client-schedule")) {
            (Some(line), _) => Some((None, fee_of(line)?, notation::printed(line))),
            (None, Some("none")) => Some((None, fee_of("0%")?, "0%".to_owned())),
            (None, Some(id)) => {
                let schedule = schedule(id)?;
                Some((Some(schedule), schedule.fee.clone(), schedule.line.to_owned()))
            }
            (None, None) => schedule_in_force
                .and_then(client_of)
                .map(|schedule| (Some(schedule), schedule.fee.clone(), schedule.line.to_owned())),
        };
        let client = client.filter(|(schedule, fee, _)| {
            schedule.is_none_or(|schedule| schedule.currency == currency || !fee.names_amounts())
        });
        let is_too_much = |fee: &Fee| fee.cases.iter().any(|(_, charges)| takes_all(charges, Rate::highest, None));
        if is_too_much(&fee.0) || client.as_ref().is_some_and(|(_, fee, _)| is_too_much(fee)) {
            return Err("charges and their taxes take more than 99.99 %".to_owned());
        }
        let (currency, digits) = (currency.to_owned(), digits_of(currency));
        let plan = Plan { given, currency, digits, schedule: schedule_in_force, fee, client };
        let is_too_much = |which: Which| {
            let rate = plan.rate(which);
            takes_all(plan.case(&plan.fee.0, "status", which), |open| open.at(rate), plan.fee_tax())
        };
        if [Which::Gigs, Which::Contract].into_iter().any(is_too_much) {
            return Err("the tax takes more than 99.99 % of a payment".to_owned());
        }
        Ok(plan)
    }

    /// Whether the link itself names a value.
    pub fn is_given(&self, name: &str) -> bool {
        self.given.contains_key(name)
    }

    /// A value as it is written, or its default; empty if there is none.
    pub fn text(&self, name: &str) -> &str {
        self.given.get(name).map_or(documents::names()[name].default, String::as_str)
    }

    /// A value that is a number.
    pub fn number(&self, name: &str) -> Exact {
        decimal(self.text(name)).unwrap_or_else(|| panic!("{name} is a number"))
    }

    /// A percentage as a fraction.
    pub fn percent(&self, name: &str) -> Exact {
        self.number(name) * fraction(1, 100)
    }

    /// A whole number.
    pub fn count(&self, name: &str) -> i128 {
        let number = self.number(name);
        assert!(number.is_integer(), "{name} is a whole number");
        number.to_integer()
    }

    /// An amount in smallest units.
    pub fn amount(&self, name: &str) -> i128 {
        let amount = self.number(name) * whole(self.units());
        assert!(amount.is_integer(), "{name} has more decimals than {}", self.currency);
        amount.to_integer()
    }

    /// How many smallest units a major one has.
    pub fn units(&self) -> i128 {
        10i128.pow(self.digits)
    }

    /// The list of a side's jobs, if it is one.
    pub fn list(&self, which: Which) -> Option<Vec<Line>> {
        let name = which.field("list");
        self.is_given(&name).then(|| list::read(self.text(&name), self.units()).expect("a list"))
    }

    /// The level of a list's prices, in hundredths of a percent.
    pub fn level(&self, which: Which) -> i128 {
        (self.number(&which.field("list-level")) * whole(100)).to_integer()
    }

    /// The price of each job.
    pub fn price(&self, which: Which) -> i128 {
        let total = || match self.list(Which::Gigs) {
            Some(list) => gross_of_list(&list, self.level(Which::Gigs)),
            None => self.count("gigs") * self.amount("gig-price"),
        };
        match which {
            Which::Gigs => self.amount("gig-price"),
            Which::Contract if self.is_same_total() || !self.is_given("contract-price") => total(),
            Which::Contract => self.amount("contract-price"),
        }
    }

    fn is_same_total(&self) -> bool {
        self.given.get("same-total").is_some_and(|text| text != "no")
    }

    /// The highest price of each job that a field accepts, also for all together; of a list, the highest level.
    pub fn highest_price(&self, which: Which) -> i128 {
        let Value::Number { to, .. } = documents::names()["gig-price"].value else { unreachable!("a number") };
        if let Some(list) = self.list(which) {
            let most = to.to_integer() * self.units();
            let (mut fits, mut exceeds) = (0, 100_001);
            while exceeds - fits > 1 {
                let middle = i128::midpoint(fits, exceeds);
                if gross_of_list(&list, middle) <= most { fits = middle } else { exceeds = middle }
            }
            return fits;
        }
        let jobs = if which == Which::Gigs { self.count("gigs") } else { 1 };
        to.to_integer() * self.units() / jobs
    }

    /// The terms of the freelancer's fee.
    pub fn terms(&self, which: Which) -> Terms {
        let rate = self.rate(which);
        let charges = self.case(&self.fee.0, "status", which);
        Terms::settle(charges, |open| open.at(rate), self.fee_tax(), self.units(), self.billed(which))
    }

    /// The rate that the reader chose for a side.
    fn rate(&self, which: Which) -> Exact {
        let own = which.field("rate");
        self.percent(if self.is_given(&own) { &own } else { "rate" })
    }

    /// The tax that replaces the fee's.
    fn fee_tax(&self) -> Option<Exact> {
        let tax = self.percent("fee-tax");
        (tax > whole(0)).then_some(tax)
    }

    /// The terms of the client's fee.
    pub fn client_terms(&self, fee: &Fee, which: Which) -> Terms {
        let rate = self.is_given("client-rate").then(|| self.percent("client-rate"));
        let rate = |open: Rate| rate.map_or(open.highest(), |rate| open.at(rate));
        Terms::settle(self.case(fee, "client-status", which), rate, None, self.units(), self.billed(which))
    }

    fn billed(&self, which: Which) -> i128 {
        self.amount(&which.field("billed"))
    }

    /// The case of a fee that applies to a side.
    pub fn case<'a>(&self, fee: &'a Fee, status: &str, which: Which) -> &'a [Charge] {
        let months = self.count(&which.field("months"));
        let chosen = self.text(status);
        let applies = |when: &When| match when {
            When::Otherwise => true,
            When::First(first) => months < *first,
            When::Status(name) => notation::status_name(name) == chosen,
        };
        let case = fee.cases.iter().find(|(when, _)| applies(when));
        &case.unwrap_or(&fee.cases[0]).1
    }
}

/// What all jobs of a list cost at a level of its prices.
fn gross_of_list(list: &[Line], level: i128) -> i128 {
    list::payments(list, level, 0, 1).iter().map(|payment| payment.amount).sum()
}

/// The platform's last client fee that began before a schedule ended.
fn client_of(schedule: &Schedule) -> Option<&'static Schedule> {
    let of_platform = documents::schedules().iter();
    of_platform
        .filter(|client| client.is_for_clients && client.platform == schedule.platform)
        .rfind(|client| schedule.ended.as_ref().is_none_or(|ended| client.began <= *ended))
}

/// Whether charges with their taxes may together take more than 99.99 % of a payment. `tax` replaces that on the first.
fn takes_all(charges: &[Charge], rate: impl Fn(Rate) -> Exact, tax: Option<Exact>) -> bool {
    let left = charges.iter().enumerate().map(|(index, charge)| {
        let tax = if index == 0 { tax.or(charge.tax) } else { charge.tax }.unwrap_or_default();
        let highest = charge.tiers.iter().map(|tier| rate(tier.rate)).max().unwrap_or_default();
        (whole(1) - highest * (whole(1) + tax)).max(whole(0))
    });
    left.fold(whole(1), |all, left| all * left) < fraction(1, 10_000)
}
