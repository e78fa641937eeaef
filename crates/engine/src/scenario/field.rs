//! Which fields are there? One table with each field's meaning, public name, kind, default, side, group, effect,
//! slider and place in the scenario. What a field is worth, is called and changes is an
//! exhaustive `match`, so that the compiler names the places that have to handle a new row.

use super::kind::{money, percent, price, whole};
use super::limits::{MAX_DURATION, MAX_GIGS, MAX_LEVEL, MAX_MONTHS, MAX_PAYMENTS};
use super::{Criterion, Every, Inputs, Kind, Protection, Side};
use crate::amount::Money;
use crate::fees::{PAYMENT_SERVICES, Payer};

const PROTECTIONS: Kind = Kind::Choice(Protection::WORDS);

/// The section of the page to which a field belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The fee.
    Fee,
    /// The two sides.
    Main,
    /// The amount that the client pays.
    Client,
    /// Bids, costs and hours.
    Costs,
    /// The spread of payments over months.
    Months,
    /// The price to ask for.
    Quote,
    /// The risks.
    Risk,
    /// Staying on the platform or leaving it.
    Leaving,
    /// Currency, language and looks.
    Look,
}

impl Group {
    /// Whether its fields are counted besides the fee.
    const fn is_besides(self) -> bool {
        match self {
            Group::Costs | Group::Months | Group::Quote | Group::Risk | Group::Leaving => true,
            Group::Fee | Group::Main | Group::Client | Group::Look => false,
        }
    }
}

/// The part of the comparison that a field changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing that changes step by step.
    Nothing,
    /// The number of jobs.
    Jobs,
    /// The number of clients.
    Clients,
    /// The price of a job.
    Price,
    /// The amount billed before.
    History,
    /// The open rate.
    Rate,
    /// The months with a client.
    Relation,
    /// The spread of payments.
    Spread,
    /// Tax on the fee.
    Tax,
    /// A cost or hours, in proportion.
    Cost,
    /// Connects, which run out.
    Connects,
    /// The number of bids, and with it their costs and hours.
    WinRate,
}

/// The reach of a field's slider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slider {
    /// It has none.
    None,
    /// From one step to twice the value, and at least to here.
    Stepped(i64),
    /// From one client to as many as there are jobs.
    Clients,
    /// From half a list's prices to one and a half times them, and at least twice the value.
    Level,
    /// Past every limit of the fee.
    PastLimits,
    /// Two years of months, or more.
    Months,
    /// The range that the fee leaves open.
    OpenRange,
    /// A share, up to all.
    Share,
    /// At least to here, in the unit of its value.
    Up(i64),
    /// At least to here, in major units of the currency.
    UpMajor(i64),
    /// At least to half the price of the side's job.
    HalfThePrice,
}

macro_rules! side {
    (Both) => {
        None
    };
    ($side:ident) => {
        Some(Side::$side)
    };
}

macro_rules! fields {
    ($(
        $(#[doc = $doc:literal])*
        $field:ident = $name:literal, $kind:expr, $default:expr, $side:ident, $group:ident, $effect:ident,
        $slider:ident $(($to:expr))?, [$($($place:ident).+),*];
    )*) => {
        /// Everything that can be set in a scenario: an attribute of the element, a key of the fragment and of a
        /// frame's address, all by the same name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(usize)]
        pub enum Field {
            $($(#[doc = $doc])* $field,)*
        }

        /// A row of the table.
        struct Row {
            name: &'static str,
            kind: Kind,
            default: &'static str,
            side: Option<Side>,
            group: Group,
            effect: Effect,
            slider: Slider,
            has_place: bool,
        }

        const ROWS: &[Row] = &[$(Row {
            name: $name,
            kind: $kind,
            default: $default,
            side: side!($side),
            group: Group::$group,
            effect: Effect::$effect,
            slider: Slider::$slider $(($to))?,
            has_place: !matches!(&[$(stringify!($($place).+)),*] as &[&str], &[]),
        }),*];

        impl Field {
            /// Every field, in the order in which links name them.
            pub const ALL: [Field; ROWS.len()] = [$(Field::$field),*];

            /// Its meaning, as in `docs/reference.md`, in Markdown.
            pub fn meaning(self) -> &'static str {
                match self {
                    $(Field::$field => concat!($($doc),*).trim_start(),)*
                }
            }
        }

        impl Inputs {
            /// The value of a field as a whole number of its unit: the currency's smallest unit for money, a hundredth
            /// for percentages and hours, and the position of a word among those of a choice. Zero if the field has no
            /// place here.
            pub fn get(&self, field: Field) -> i64 {
                use super::units::Units as _;
                match field {
                    $(Field::$field => [$(self.$($place).+.units()),*].first().copied().unwrap_or(0),)*
                }
            }

            /// Sets a field to one of its possible values.
            pub(crate) fn set(&mut self, field: Field, value: i64) {
                use super::units::Units as _;
                match field {
                    $(Field::$field => { $(self.$($place).+.set(value);)* })*
                }
            }
        }
    };
}

fields! {
    /// An id from [fees.md](fees.md), or `custom` for the fee in `fee`. An id never changes its meaning.
    Schedule = "schedule", Kind::Schedule(Payer::Freelancer), "upwork-2016", Both, Fee, Nothing, None, [];
    /// A fee in the [fee notation](fee-notation.md); overrides `schedule`.
    Fee = "fee", Kind::Fee, "", Both, Fee, Nothing, None, [];
    /// The rate in percent, if the fee leaves it open.
    Rate = "rate", Kind::Rate { optional: false }, "10", Both, Fee, Rate, OpenRange, [rates.gigs, rates.contract];
    /// The rate in percent for the gigs only; overrides `rate`.
    GigRate = "gig-rate", Kind::Rate { optional: true }, "", Gigs, Fee, Rate, OpenRange, [rates.gigs];
    /// The rate in percent for the contract only; overrides `rate`.
    ContractRate = "contract-rate", Kind::Rate { optional: true }, "", Contract, Fee, Rate, OpenRange, [rates.contract];
    /// Which of the fee's statuses applies (a membership, a level, a way of paying): its name in lower case with
    /// hyphens, such as `mid-level`. If absent, the first one.
    Status = "status", Kind::Status, "", Both, Fee, Nothing, None, [];
    /// Number of gigs.
    Gigs = "gigs", whole(1, MAX_GIGS), "30", Gigs, Main, Jobs, Stepped(100), [plans.gigs.jobs];
    /// Price of each gig.
    GigPrice = "gig-price", price(Money::MAX_MAJOR), "500", Gigs, Main, Price, Stepped(0), [plans.gigs.price];
    /// For how many clients the gigs are: `each` (every gig has its own), `one`, or a number. If the gigs do not divide
    /// evenly, the first few clients have one more; more clients than gigs are one for each.
    GigClients = "gig-clients", Kind::Clients, "each", Gigs, Main, Clients, Clients, [plans.gigs.clients];
    /// The gigs as a [list](list-notation.md), in place of their number, price and clients.
    GigList = "gig-list", Kind::List(Side::Gigs), "", Gigs, Main, Nothing, None, [];
    /// What you ask for, in percent of the list's prices: 110 raises each by a tenth. Each price is rounded to the
    /// currency's smallest unit, and is at least one unit.
    GigListLevel = "gig-list-level", percent(1, MAX_LEVEL), "100", Gigs, Main, Price, Level, [plans.gigs.level];
    /// Amount already billed to each of those clients.
    GigBilled = "gig-billed", money(Money::MAX_MAJOR), "0", Gigs, Main, History, PastLimits, [plans.gigs.billed];
    /// Whole months since the first project with those clients. Some fees depend on them; so does leaving the platform.
    GigMonths = "gig-months", whole(0, MAX_MONTHS), "0", Gigs, Main, Relation, Months, [plans.gigs.client_months];
    /// Price of the contract. If absent, `gigs` × `gig-price` as they are at the start.
    ContractPrice = "contract-price", price(Money::MAX_MAJOR), "", Contract, Main, Price, Stepped(0), [plans.contract.price];
    /// The other side as a [list](list-notation.md) too, in place of the contract's price and payments.
    ContractList = "contract-list", Kind::List(Side::Contract), "", Contract, Main, Nothing, None, [];
    /// What you ask for, in percent of that list's prices.
    ContractListLevel = "contract-list-level", percent(1, MAX_LEVEL), "100", Contract, Main, Price, Level, [plans.contract.level];
    /// If present, links name the clients of lists; otherwise they call them A, B and so on.
    ListNames = "list-names", Kind::Flag, Kind::NO, Both, Main, Nothing, None, [];
    /// If present, the contract's price always follows `gigs` × `gig-price`. In a link, `same-total=no` turns it off.
    SameTotal = "same-total", Kind::Flag, Kind::NO, Both, Main, Nothing, None, [];
    /// Amount already billed to the contract's client.
    ContractBilled = "contract-billed", money(Money::MAX_MAJOR), "0", Contract, Main, History, PastLimits, [plans.contract.billed];
    /// Whole months since the first project with that client.
    ContractMonths = "contract-months", whole(0, MAX_MONTHS), "0", Contract, Main, Relation, Months, [plans.contract.client_months];
    /// What the client pays on top: an id from [fees.md](fees.md), `none`, or `custom` for the fee in `client-fee`. If
    /// absent, the platform's last client fee that began before `schedule` ended.
    ClientSchedule = "client-schedule", Kind::Schedule(Payer::Client), "", Both, Client, Nothing, None, [];
    /// The client's fee in the [fee notation](fee-notation.md); overrides `client-schedule`.
    ClientFee = "client-fee", Kind::Fee, "", Both, Client, Nothing, None, [];
    /// The rate in percent, if the client's fee leaves it open. If absent, the highest possible.
    ClientRate = "client-rate", Kind::Rate { optional: true }, "", Both, Client, Nothing, None, [];
    /// Which of the client fee's statuses applies. If absent, the first one.
    ClientStatus = "client-status", Kind::Status, "", Both, Client, Nothing, None, [];
    /// What the verdict goes by once costs or hours are counted: `money`, the amount remaining after fee and costs, or
    /// `hour`, the pay per hour.
    Verdict = "verdict", Kind::Choice(Criterion::WORDS), "money", Both, Costs, Nothing, None, [criterion];
    /// Tax on the fee in percent; above 0 it replaces any tax that the fee names.
    FeeTax = "fee-tax", percent(0, 99), "0", Both, Costs, Tax, Up(3_000), [costs.fee_tax];
    /// Cost of a proposal.
    BidCost = "bid-cost", money(1_000_000), "0", Both, Costs, Cost, UpMajor(50), [costs.bid.cost];
    /// Connects that a proposal takes.
    BidConnects = "bid-connects", whole(0, 100), "0", Both, Costs, Connects, Up(60), [costs.bid.connects];
    /// Price of one Connect.
    ConnectPrice = "connect-price", money(10_000), "0", Both, Costs, Cost, UpMajor(2), [costs.connects.price];
    /// Free Connects each month.
    FreeConnects = "free-connects", whole(0, 10_000), "0", Both, Costs, Connects, Up(60), [costs.connects.free];
    /// Connects in hand at the start.
    HeldConnects = "held-connects", whole(0, 10_000), "0", Both, Costs, Connects, Up(60), [costs.connects.held];
    /// Price of a membership per month.
    Membership = "membership", money(1_000_000), "0", Both, Costs, Cost, UpMajor(50), [costs.membership.price];
    /// Connects that the membership includes each month.
    MembershipConnects = "membership-connects", whole(0, 10_000), "0", Both, Costs, Connects, Up(60), [costs.membership.connects];
    /// Minutes that a proposal takes.
    BidMinutes = "bid-minutes", whole(0, 10_000), "0", Both, Costs, Cost, Up(60), [costs.bid.minutes];
    /// Unpaid hours for each client.
    ClientOverhead = "client-overhead", Kind::Hours, "0", Both, Costs, Cost, Up(1_000), [costs.client_overhead];
    /// Cost of a withdrawal.
    WithdrawalFee = "withdrawal-fee", money(1_000_000), "0", Both, Costs, Cost, UpMajor(50), [costs.withdrawal.fee];
    /// Whether money is withdrawn after each `payment` or each `month`.
    Withdrawals = "withdrawals", Kind::Choice(Every::WORDS), "payment", Both, Costs, Nothing, None, [costs.withdrawal.every];
    /// Percent of proposals for gigs that win. Each client is won once, which takes 100 ÷ this number proposals on average.
    GigWinRate = "gig-win-rate", percent(1, 100), "10", Gigs, Costs, WinRate, Share, [plans.gigs.win_rate];
    /// Working hours of each gig.
    GigHours = "gig-hours", Kind::Hours, "0", Gigs, Costs, Cost, Up(3_000), [plans.gigs.hours];
    /// Unpaid hours for each gig.
    GigOverhead = "gig-overhead", Kind::Hours, "0", Gigs, Costs, Cost, Up(1_000), [plans.gigs.overhead];
    /// Subcontractors and tools for each gig.
    GigBoughtIn = "gig-bought-in", money(1_000_000), "0", Gigs, Costs, Cost, HalfThePrice, [plans.gigs.bought_in];
    /// Months over which the gigs' payments are spread evenly. If they do not divide evenly, the earlier months have one
    /// more; if there are fewer payments than months, each comes at the end of its share of the time.
    GigDuration = "gig-duration", whole(1, MAX_DURATION), "1", Gigs, Months, Spread, Up(24), [plans.gigs.months];
    /// Percent of proposals for such contracts that win.
    ContractWinRate = "contract-win-rate", percent(1, 100), "10", Contract, Costs, WinRate, Share, [plans.contract.win_rate];
    /// Working hours of the contract.
    ContractHours = "contract-hours", Kind::Hours, "0", Contract, Costs, Cost, Up(30_000), [plans.contract.hours];
    /// Unpaid hours for the contract.
    ContractOverhead = "contract-overhead", Kind::Hours, "0", Contract, Costs, Cost, Up(1_000), [plans.contract.overhead];
    /// Subcontractors and tools for the contract.
    ContractBoughtIn = "contract-bought-in", money(1_000_000_000), "0", Contract, Costs, Cost, HalfThePrice, [plans.contract.bought_in];
    /// Months over which the contract's payments are spread, in the same way.
    ContractDuration = "contract-duration", whole(1, MAX_DURATION), "1", Contract, Months, Spread, Up(24), [plans.contract.months];
    /// Number of payments for the contract: months of a retainer, or milestones. If the price does not divide evenly, the
    /// first few are a cent larger.
    ContractPayments = "contract-payments", whole(1, MAX_PAYMENTS), "1", Contract, Months, Spread, Up(24), [plans.contract.instalments];
    /// What should remain of a quote after fee and costs.
    Keep = "keep", money(Money::MAX_MAJOR), "0", Both, Quote, Nothing, None, [quote.keep];
    /// Hourly pay that a quote should reach.
    HourlyPay = "hourly-pay", money(1_000_000), "0", Both, Quote, Nothing, None, [quote.hourly_pay];
    /// A discount on the price of each job.
    Concession = "concession", money(Money::MAX_MAJOR), "0", Both, Quote, Nothing, None, [quote.concession];
    /// Rate of an hourly contract, billed week by week.
    HourlyRate = "hourly-rate", money(1_000_000), "0", Both, Quote, Nothing, None, [quote.hourly_rate];
    /// Hours billed each week.
    WeeklyHours = "weekly-hours", Kind::Hours, "0", Both, Quote, Nothing, None, [quote.weekly_hours];
    /// Number of weeks billed.
    Weeks = "weeks", whole(1, 520), "4", Both, Quote, Nothing, None, [quote.weeks];
    /// Percent of jobs that end with a bad review.
    BadReview = "bad-review", percent(0, 100), "0", Both, Risk, Nothing, None, [risk.bad_review];
    /// Number of later jobs for which a review stays visible.
    ReviewsInSight = "reviews-in-sight", whole(0, 100), "10", Both, Risk, Nothing, None, [risk.reviews_in_sight];
    /// Average price of those jobs; 0 means the price of a gig.
    AveragePrice = "average-price", money(1_000_000_000), "0", Both, Risk, Nothing, None, [risk.average_price];
    /// Percent of that work lost while a bad review is visible.
    WorkLost = "work-lost", percent(0, 100), "20", Both, Risk, Nothing, None, [risk.work_lost];
    /// Percent of unprotected payments that are never made.
    NonPayment = "non-payment", percent(0, 100), "0", Both, Risk, Nothing, None, [risk.non_payment.unprotected];
    /// Percent of payments in escrow that are never made.
    EscrowNonPayment = "escrow-non-payment", percent(0, 100), "0", Both, Risk, Nothing, None, [risk.non_payment.escrow];
    /// Percent of payments for hours under hourly protection that are never made.
    HourlyNonPayment = "hourly-non-payment", percent(0, 100), "0", Both, Risk, Nothing, None, [risk.non_payment.hourly];
    /// What protects the gigs' payments.
    GigProtection = "gig-protection", PROTECTIONS, "none", Gigs, Risk, Nothing, None, [plans.gigs.protection];
    /// What protects the contract's payments.
    ContractProtection = "contract-protection", PROTECTIONS, "none", Contract, Risk, Nothing, None, [plans.contract.protection];
    /// Amount in dispute.
    Claim = "claim", money(1_000_000_000), "0", Both, Risk, Nothing, None, [dispute.claim];
    /// Cost of arbitration.
    ArbitrationFee = "arbitration-fee", money(1_000_000), "0", Both, Risk, Nothing, None, [dispute.arbitration_fee];
    /// Past jobs that ended well.
    GoodJobs = "good-jobs", whole(0, 100_000), "0", Both, Risk, Nothing, None, [record.good];
    /// Past jobs that ended badly.
    BadJobs = "bad-jobs", whole(0, 100_000), "0", Both, Risk, Nothing, None, [record.bad];
    /// Past jobs that ended without feedback.
    SilentJobs = "silent-jobs", whole(0, 100_000), "0", Both, Risk, Nothing, None, [record.silent];
    /// The payment service used off the platform: the id of its schedule.
    DirectSchedule = "direct-schedule", Kind::Choice(PAYMENT_SERVICES), "paypal-2023", Both, Leaving, Nothing, None, [leaving.service];
    /// Which of its statuses applies. If absent, the first one.
    DirectStatus = "direct-status", Kind::Status, "", Both, Leaving, Nothing, None, [leaving.status];
    /// Your hourly rate on the platform, from which it calculates its fee for taking a client off it.
    ConversionRate = "conversion-rate", money(1_000_000), "0", Both, Leaving, Nothing, None, [leaving.hourly_rate];
    /// That fee, if you know it.
    ConversionFee = "conversion-fee", money(1_000_000_000), "0", Both, Leaving, Nothing, None, [leaving.conversion_fee];
    /// Months it would take to replace a lost account.
    RebuildMonths = "rebuild-months", whole(0, MAX_MONTHS), "0", Both, Leaving, Nothing, None, [leaving.rebuild_months];
    /// Your monthly take-home from the account.
    MonthlyTakeHome = "monthly-take-home", money(1_000_000_000), "0", Both, Leaving, Nothing, None, [leaving.monthly_take_home];
    /// Currency of all amounts. If absent, the schedule's.
    Currency = "currency", Kind::Currency, "", Both, Look, Nothing, None, [];
    /// Language; it decides the decimal mark, and the words are English for now. If absent, the page's.
    Lang = "lang", Kind::Lang, "", Both, Look, Nothing, None, [];
    /// Colours; `page` follows the page around the calculator, `auto` the reader's setting.
    Theme = "theme", Kind::Choice(&["page", "auto", "light", "dark"]), "page", Both, Look, Nothing, None, [];
    /// `compact` is an article's first screen: the answer and its main sliders; one button shows the rest.
    View = "view", Kind::Choice(&["full", "compact"]), "full", Both, Look, Nothing, None, [];
}

/// A field of these groups without a place in [`Inputs`] would silently not be counted: a slip stops the build.
const _: () = {
    let mut index = 0;
    while index < ROWS.len() {
        let is_input = ROWS[index].group.is_besides();
        assert!(
            !is_input || ROWS[index].has_place,
            "a field that is counted besides the fee needs a place in `Inputs`"
        );
        index += 1;
    }
};

impl Field {
    const fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }

    /// The field with this name.
    pub fn named(name: &str) -> Option<Field> {
        Field::ALL.iter().copied().find(|field| field.name() == name)
    }

    /// The public name.
    pub const fn name(self) -> &'static str {
        self.row().name
    }

    /// The kind of text that it holds.
    pub const fn kind(self) -> Kind {
        self.row().kind
    }

    /// The text it has if nobody sets it. The contract's price has none: its default is gigs × price.
    pub const fn default_text(self) -> &'static str {
        self.row().default
    }

    /// The side it belongs to; none if it applies to both.
    pub const fn side(self) -> Option<Side> {
        self.row().side
    }

    /// The group to which it belongs.
    pub const fn group(self) -> Group {
        self.row().group
    }

    /// The part of the comparison that it changes.
    pub const fn effect(self) -> Effect {
        self.row().effect
    }

    /// The reach of its slider.
    pub const fn slider(self) -> Slider {
        self.row().slider
    }

    /// The field with a side's list.
    pub const fn list_of(side: Side) -> Field {
        match side {
            Side::Gigs => Field::GigList,
            Side::Contract => Field::ContractList,
        }
    }

    /// The field that sets all prices of a side.
    pub const fn pricing_of(side: Side, is_list: bool) -> Field {
        match (side, is_list) {
            (Side::Gigs, false) => Field::GigPrice,
            (Side::Gigs, true) => Field::GigListLevel,
            (Side::Contract, false) => Field::ContractPrice,
            (Side::Contract, true) => Field::ContractListLevel,
        }
    }

    /// Whether it is counted besides the fee: every such field has a place in [`Inputs`], and all are read into it in the
    /// same way.
    pub const fn is_counted_besides(self) -> bool {
        self.group().is_besides()
    }
}
