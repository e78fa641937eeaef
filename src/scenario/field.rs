use super::Draft;
use crate::fees::Payer;

/// Everything that can be said about a scenario: an attribute of the element, a key of the fragment and of a frame's
/// address, all by the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(usize)]
pub enum Field {
    /// Catalogue id of the schedule, or `custom`.
    Schedule,
    /// A fee in the notation; overrides the schedule.
    Fee,
    /// Percent, where the fee leaves a rate open.
    Rate,
    /// The same for the gigs alone.
    GigRate,
    /// The same for the contract alone.
    ContractRate,
    /// Which of the fee's statuses is the reader's: a membership, a level, a way of paying.
    Status,
    /// How many gigs.
    Gigs,
    /// Price of each gig.
    GigPrice,
    /// `each` or `one`.
    GigClients,
    /// Billed before to each of the gigs' clients.
    GigBilled,
    /// Whole months since the first project with those clients.
    GigMonths,
    /// Price of the contract.
    ContractPrice,
    /// Whether the contract's price follows gigs × price.
    SameTotal,
    /// Billed before to the contract's client.
    ContractBilled,
    /// Whole months since the first project with that client.
    ContractMonths,
    /// Catalogue id of what the client pays on top, `none` or `custom`.
    ClientSchedule,
    /// The client's fee in the notation; overrides its schedule.
    ClientFee,
    /// Percent, where the client's fee leaves a rate open.
    ClientRate,
    /// Which of the client's statuses.
    ClientStatus,
    /// ISO 4217 code.
    Currency,
    /// BCP 47 tag.
    Lang,
    /// `auto`, `light` or `dark`.
    Theme,
    /// `full` or `compact`.
    View,
}

/// What kind of text a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The id of a schedule for that payer.
    Schedule(Payer),
    /// A fee in the notation, or nothing.
    Fee,
    /// A percentage.
    Rate {
        /// Whether it may be left out.
        optional: bool,
    },
    /// One of a fee's statuses, or nothing.
    Status,
    /// A whole number, at least one and at most [`Field::MAX_GIGS`].
    Count,
    /// A whole number of months, at most [`Field::MAX_MONTHS`].
    Months,
    /// An amount of money.
    Money {
        /// Whether zero makes sense.
        or_nothing: bool,
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
            Kind::Rate { .. } | Kind::Count | Kind::Months | Kind::Money { .. } => true,
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

impl Field {
    /// Every field, in the order in which links name them.
    pub const ALL: [Field; 23] = [
        Field::Schedule,
        Field::Fee,
        Field::Rate,
        Field::GigRate,
        Field::ContractRate,
        Field::Status,
        Field::Gigs,
        Field::GigPrice,
        Field::GigClients,
        Field::GigBilled,
        Field::GigMonths,
        Field::ContractPrice,
        Field::SameTotal,
        Field::ContractBilled,
        Field::ContractMonths,
        Field::ClientSchedule,
        Field::ClientFee,
        Field::ClientRate,
        Field::ClientStatus,
        Field::Currency,
        Field::Lang,
        Field::Theme,
        Field::View,
    ];

    /// The most gigs a plan may have.
    pub const MAX_GIGS: u32 = 10_000;

    /// The most months that a client may have been one: a century.
    pub const MAX_MONTHS: u32 = 1_200;

    /// The public name.
    pub const fn name(self) -> &'static str {
        match self {
            Field::Schedule => "schedule",
            Field::Fee => "fee",
            Field::Rate => "rate",
            Field::GigRate => "gig-rate",
            Field::ContractRate => "contract-rate",
            Field::Status => "status",
            Field::Gigs => "gigs",
            Field::GigPrice => "gig-price",
            Field::GigClients => "gig-clients",
            Field::GigBilled => "gig-billed",
            Field::GigMonths => "gig-months",
            Field::ContractPrice => "contract-price",
            Field::SameTotal => "same-total",
            Field::ContractBilled => "contract-billed",
            Field::ContractMonths => "contract-months",
            Field::ClientSchedule => "client-schedule",
            Field::ClientFee => "client-fee",
            Field::ClientRate => "client-rate",
            Field::ClientStatus => "client-status",
            Field::Currency => "currency",
            Field::Lang => "lang",
            Field::Theme => "theme",
            Field::View => "view",
        }
    }

    /// The field of that name.
    pub fn named(name: &str) -> Option<Field> {
        Field::ALL.into_iter().find(|field| field.name() == name)
    }

    /// What kind of text it holds.
    pub const fn kind(self) -> Kind {
        match self {
            Field::Schedule => Kind::Schedule(Payer::Freelancer),
            Field::ClientSchedule => Kind::Schedule(Payer::Client),
            Field::Fee | Field::ClientFee => Kind::Fee,
            Field::Status | Field::ClientStatus => Kind::Status,
            Field::Rate => Kind::Rate { optional: false },
            Field::GigRate | Field::ContractRate | Field::ClientRate => Kind::Rate { optional: true },
            Field::Gigs => Kind::Count,
            Field::GigMonths | Field::ContractMonths => Kind::Months,
            Field::GigPrice | Field::ContractPrice => Kind::Money { or_nothing: false },
            Field::GigBilled | Field::ContractBilled => Kind::Money { or_nothing: true },
            Field::GigClients => Kind::Choice(&["each", "one"]),
            Field::SameTotal => Kind::Flag,
            Field::Currency => Kind::Currency,
            Field::Lang => Kind::Lang,
            Field::Theme => Kind::Choice(&["auto", "light", "dark"]),
            Field::View => Kind::Choice(&["full", "compact"]),
        }
    }

    /// The text it has where nobody says anything. The contract's price has none: it is gigs × price then.
    pub const fn default_text(self) -> &'static str {
        match self {
            Field::Schedule => "upwork-2016",
            Field::Rate => "10",
            Field::Gigs => "30",
            Field::GigPrice => "500",
            Field::GigClients => "each",
            Field::GigBilled | Field::GigMonths | Field::ContractBilled | Field::ContractMonths => "0",
            Field::Theme => "auto",
            Field::View => "full",
            Field::SameTotal => Draft::NO,
            Field::Fee
            | Field::GigRate
            | Field::ContractRate
            | Field::Status
            | Field::ContractPrice
            | Field::ClientSchedule
            | Field::ClientFee
            | Field::ClientRate
            | Field::ClientStatus
            | Field::Currency
            | Field::Lang => "",
        }
    }
}
