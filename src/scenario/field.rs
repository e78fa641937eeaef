use super::{Draft, Side};
use crate::amount::Money;
use crate::fees::{PROCESSORS, Payer};

const PROTECTIONS: Kind = Kind::Choice(&["none", "escrow", "hourly"]);

/// What kind of text a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The id of a schedule for that payer.
    Schedule(Payer),
    /// A fee in the notation, or nothing.
    Fee,
    /// A percentage that a fee may be.
    Rate {
        /// Whether it may be left out.
        optional: bool,
    },
    /// One of a fee's statuses, or nothing.
    Status,
    /// A whole number.
    Whole {
        /// The least it may be.
        least: u32,
        /// The most.
        most: u32,
    },
    /// A share of something in percent, at most all of it, to hundredths.
    Percent {
        /// The least it may be, in hundredths.
        least: u32,
        /// The most, in percent.
        most: u32,
    },
    /// Hours, to hundredths, at most [`Field::MAX_HOURS`].
    Hours,
    /// An amount of money.
    Money {
        /// The least it may be, in the currency's smallest units.
        least: i64,
        /// The most, in major units.
        most: i64,
    },
    /// Present or absent.
    Flag,
    /// One of some words.
    Choice(&'static [&'static str]),
    /// A currency's code, or nothing.
    Currency,
    /// A language tag, or nothing.
    Lang,
}

impl Kind {
    /// Whether the text is a number.
    pub const fn is_number(self) -> bool {
        match self {
            Kind::Rate { .. } | Kind::Whole { .. } | Kind::Percent { .. } | Kind::Hours | Kind::Money { .. } => true,
            Kind::Schedule(_)
            | Kind::Fee
            | Kind::Status
            | Kind::Flag
            | Kind::Choice(_)
            | Kind::Currency
            | Kind::Lang => false,
        }
    }
}

/// Fields with their public name, their kind, and the text they have where nobody says anything.
macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident = $name:literal, $kind:expr, $default:expr;)*) => {
        /// Everything that can be said about a scenario: an attribute of the element, a key of the fragment and of a
        /// frame's address, all by the same name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(usize)]
        pub enum Field {
            $($(#[$doc])* $field,)*
        }

        const FIELDS: &[(Field, &str, Kind, &str)] = &[$((Field::$field, $name, $kind, $default)),*];
    };
}

fields! {
    /// Catalogue id of the schedule, or `custom`.
    Schedule = "schedule", Kind::Schedule(Payer::Freelancer), "upwork-2016";
    /// A fee in the notation; overrides the schedule.
    Fee = "fee", Kind::Fee, "";
    /// Percent, where the fee leaves a rate open.
    Rate = "rate", Kind::Rate { optional: false }, "10";
    /// The same for the gigs alone.
    GigRate = "gig-rate", Kind::Rate { optional: true }, "";
    /// The same for the contract alone.
    ContractRate = "contract-rate", Kind::Rate { optional: true }, "";
    /// Which of the fee's statuses is the reader's: a membership, a level, a way of paying.
    Status = "status", Kind::Status, "";
    /// How many gigs.
    Gigs = "gigs", Kind::Whole { least: 1, most: Field::MAX_GIGS }, "30";
    /// Price of each gig.
    GigPrice = "gig-price", Kind::Money { least: 1, most: Money::MAX_MAJOR }, "500";
    /// `each` or `one`.
    GigClients = "gig-clients", Kind::Choice(&["each", "one"]), "each";
    /// Billed before to each of the gigs' clients.
    GigBilled = "gig-billed", Kind::Money { least: 0, most: Money::MAX_MAJOR }, "0";
    /// Whole months since the first project with those clients.
    GigMonths = "gig-months", Kind::Whole { least: 0, most: Field::MAX_MONTHS }, "0";
    /// Price of the contract.
    ContractPrice = "contract-price", Kind::Money { least: 1, most: Money::MAX_MAJOR }, "";
    /// Whether the contract's price follows gigs × price.
    SameTotal = "same-total", Kind::Flag, Draft::NO;
    /// Billed before to the contract's client.
    ContractBilled = "contract-billed", Kind::Money { least: 0, most: Money::MAX_MAJOR }, "0";
    /// Whole months since the first project with that client.
    ContractMonths = "contract-months", Kind::Whole { least: 0, most: Field::MAX_MONTHS }, "0";
    /// Catalogue id of what the client pays on top, `none` or `custom`.
    ClientSchedule = "client-schedule", Kind::Schedule(Payer::Client), "";
    /// The client's fee in the notation; overrides its schedule.
    ClientFee = "client-fee", Kind::Fee, "";
    /// Percent, where the client's fee leaves a rate open.
    ClientRate = "client-rate", Kind::Rate { optional: true }, "";
    /// Which of the client's statuses.
    ClientStatus = "client-status", Kind::Status, "";
    /// What decides: `money`, what is left in the end, or `hour`, what an hour pays.
    Verdict = "verdict", Kind::Choice(&["money", "hour"]), "money";
    /// Tax on the fee, in percent.
    FeeTax = "fee-tax", Kind::Percent { least: 0, most: 99 }, "0";
    /// What a bid costs.
    BidCost = "bid-cost", Kind::Money { least: 0, most: 1_000_000 }, "0";
    /// Connects that a bid takes.
    BidConnects = "bid-connects", Kind::Whole { least: 0, most: 100 }, "0";
    /// Price of one connect.
    ConnectPrice = "connect-price", Kind::Money { least: 0, most: 10_000 }, "0";
    /// Connects given each month.
    FreeConnects = "free-connects", Kind::Whole { least: 0, most: 10_000 }, "0";
    /// Connects in hand at the start.
    HeldConnects = "held-connects", Kind::Whole { least: 0, most: 10_000 }, "0";
    /// What a membership costs a month.
    Membership = "membership", Kind::Money { least: 0, most: 1_000_000 }, "0";
    /// Connects that the membership brings each month.
    MembershipConnects = "membership-connects", Kind::Whole { least: 0, most: 10_000 }, "0";
    /// Minutes that a bid takes.
    BidMinutes = "bid-minutes", Kind::Whole { least: 0, most: 10_000 }, "0";
    /// Unpaid hours for each client.
    ClientOverhead = "client-overhead", Kind::Hours, "0";
    /// What a withdrawal costs.
    WithdrawalFee = "withdrawal-fee", Kind::Money { least: 0, most: 1_000_000 }, "0";
    /// How often money is withdrawn: after each `payment`, or each `month`.
    Withdrawals = "withdrawals", Kind::Choice(&["payment", "month"]), "payment";
    /// Share of bids for gigs that win, in percent.
    GigWinRate = "gig-win-rate", Kind::Percent { least: 1, most: 100 }, "10";
    /// Working hours of a gig.
    GigHours = "gig-hours", Kind::Hours, "0";
    /// Unpaid hours beside each gig.
    GigOverhead = "gig-overhead", Kind::Hours, "0";
    /// Bought-in work for each gig.
    GigBoughtIn = "gig-bought-in", Kind::Money { least: 0, most: 1_000_000 }, "0";
    /// Months over which the gigs are spread.
    GigDuration = "gig-duration", Kind::Whole { least: 1, most: Field::MAX_DURATION }, "1";
    /// Share of bids for such a contract that win, in percent.
    ContractWinRate = "contract-win-rate", Kind::Percent { least: 1, most: 100 }, "10";
    /// Working hours of the contract.
    ContractHours = "contract-hours", Kind::Hours, "0";
    /// Unpaid hours beside the contract.
    ContractOverhead = "contract-overhead", Kind::Hours, "0";
    /// Bought-in work for the contract.
    ContractBoughtIn = "contract-bought-in", Kind::Money { least: 0, most: 1_000_000_000 }, "0";
    /// Months over which the contract is spread.
    ContractDuration = "contract-duration", Kind::Whole { least: 1, most: Field::MAX_DURATION }, "1";
    /// In how many payments the contract is paid: months of a retainer, or milestones.
    ContractPayments = "contract-payments", Kind::Whole { least: 1, most: Field::MAX_PAYMENTS }, "1";
    /// What should be kept of a quote.
    Keep = "keep", Kind::Money { least: 0, most: Money::MAX_MAJOR }, "0";
    /// What an hour should pay in the end.
    HourlyPay = "hourly-pay", Kind::Money { least: 0, most: 1_000_000 }, "0";
    /// What is let off the price.
    Concession = "concession", Kind::Money { least: 0, most: Money::MAX_MAJOR }, "0";
    /// The rate of an hourly contract.
    HourlyRate = "hourly-rate", Kind::Money { least: 0, most: 1_000_000 }, "0";
    /// Hours billed each week.
    WeeklyHours = "weekly-hours", Kind::Hours, "0";
    /// How many weeks are billed.
    Weeks = "weeks", Kind::Whole { least: 1, most: 520 }, "4";
    /// Chance of a bad review for each job, in percent.
    BadReview = "bad-review", Kind::Percent { least: 0, most: 100 }, "0";
    /// For how many more jobs a review stays in sight.
    ReviewsInSight = "reviews-in-sight", Kind::Whole { least: 0, most: 100 }, "10";
    /// What such a job pays on average.
    AveragePrice = "average-price", Kind::Money { least: 0, most: 1_000_000_000 }, "0";
    /// Share of that work which a bad review in sight costs, in percent.
    WorkLost = "work-lost", Kind::Percent { least: 0, most: 100 }, "20";
    /// Chance that a payment which nothing protects is never made, in percent.
    NonPayment = "non-payment", Kind::Percent { least: 0, most: 100 }, "0";
    /// The same for a payment that lies in escrow.
    EscrowNonPayment = "escrow-non-payment", Kind::Percent { least: 0, most: 100 }, "0";
    /// The same for hours that the platform protects.
    HourlyNonPayment = "hourly-non-payment", Kind::Percent { least: 0, most: 100 }, "0";
    /// What protects the gigs' payments.
    GigProtection = "gig-protection", PROTECTIONS, "none";
    /// What protects the contract's payments.
    ContractProtection = "contract-protection", PROTECTIONS, "none";
    /// What is in dispute.
    Claim = "claim", Kind::Money { least: 0, most: 1_000_000_000 }, "0";
    /// What arbitration costs.
    ArbitrationFee = "arbitration-fee", Kind::Money { least: 0, most: 1_000_000 }, "0";
    /// Jobs so far that ended well.
    GoodJobs = "good-jobs", Kind::Whole { least: 0, most: 100_000 }, "0";
    /// Jobs so far that ended badly.
    BadJobs = "bad-jobs", Kind::Whole { least: 0, most: 100_000 }, "0";
    /// Jobs so far that ended without feedback.
    SilentJobs = "silent-jobs", Kind::Whole { least: 0, most: 100_000 }, "0";
    /// Catalogue id of what is charged off the platform.
    DirectSchedule = "direct-schedule", Kind::Choice(PROCESSORS), "paypal-2023";
    /// Which of its statuses.
    DirectStatus = "direct-status", Kind::Status, "";
    /// The hourly rate on which a conversion fee is reckoned.
    ConversionRate = "conversion-rate", Kind::Money { least: 0, most: 1_000_000 }, "0";
    /// What taking a client along costs, where the platform has named it.
    ConversionFee = "conversion-fee", Kind::Money { least: 0, most: 1_000_000_000 }, "0";
    /// Months until a lost account would be made good.
    RebuildMonths = "rebuild-months", Kind::Whole { least: 0, most: Field::MAX_MONTHS }, "0";
    /// What the account leaves in a month.
    MonthlyTakeHome = "monthly-take-home", Kind::Money { least: 0, most: 1_000_000_000 }, "0";
    /// ISO 4217 code.
    Currency = "currency", Kind::Currency, "";
    /// BCP 47 tag.
    Lang = "lang", Kind::Lang, "";
    /// `auto`, `light` or `dark`.
    Theme = "theme", Kind::Choice(&["auto", "light", "dark"]), "auto";
    /// `full` or `compact`.
    View = "view", Kind::Choice(&["full", "compact"]), "full";
}

impl Field {
    /// Every field, in the order in which links name them.
    pub const ALL: [Field; FIELDS.len()] = {
        let mut all = [Field::Schedule; FIELDS.len()];
        let mut index = 0;
        while index < all.len() {
            all[index] = FIELDS[index].0;
            index += 1;
        }
        all
    };

    /// The most gigs a plan may have.
    pub const MAX_GIGS: u32 = 10_000;
    /// The most months that a client may have been one: a century.
    pub const MAX_MONTHS: u32 = 1_200;
    /// The most months over which work may be spread: ten years.
    pub const MAX_DURATION: u32 = 120;
    /// The most payments of one contract: weekly for ten years.
    pub const MAX_PAYMENTS: u32 = 520;
    /// The most hours of anything.
    pub const MAX_HOURS: u32 = 100_000;

    /// The public name.
    pub const fn name(self) -> &'static str {
        FIELDS[self as usize].1
    }

    /// The field of that name.
    pub fn named(name: &str) -> Option<Field> {
        Field::ALL.into_iter().find(|field| field.name() == name)
    }

    /// The side whose input it is; none where it holds for both.
    pub fn side(self) -> Option<Side> {
        match self {
            Field::GigWinRate
            | Field::GigHours
            | Field::GigOverhead
            | Field::GigBoughtIn
            | Field::GigDuration
            | Field::GigProtection => Some(Side::Gigs),
            Field::ContractWinRate
            | Field::ContractHours
            | Field::ContractOverhead
            | Field::ContractBoughtIn
            | Field::ContractDuration
            | Field::ContractPayments
            | Field::ContractProtection => Some(Side::Contract),
            _ => None,
        }
    }

    /// What kind of text it holds.
    pub const fn kind(self) -> Kind {
        FIELDS[self as usize].2
    }

    /// The text it has where nobody says anything. The contract's price has none: it is gigs × price then.
    pub const fn default_text(self) -> &'static str {
        FIELDS[self as usize].3
    }
}
