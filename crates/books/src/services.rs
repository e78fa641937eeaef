//! Which services' files are known, how are they laid out, and what do they call things? Read where people publish programs
//! that import such files; `docs/books.md` has the addresses.

use engine::amount::Money;
use engine::fees::{PLATFORMS, Platform};

use crate::column::{Column, Columns, plain};
use crate::date::Order;

/// Whose file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Service {
    /// Upwork's transactions.
    Upwork,
    /// Fiverr's earnings.
    Fiverr,
    /// Freelancer.com's transactions.
    Freelancer,
    /// The activity of a `PayPal` account.
    PayPal,
    /// Stripe's balance or payments.
    Stripe,
    /// Payoneer's transactions.
    Payoneer,
    /// Wise's statements.
    Wise,
    /// Somebody else's, such as a reader's own spreadsheet.
    Other,
}

impl Service {
    /// Its name, as it writes it; none for other files.
    pub fn name(self) -> Option<&'static str> {
        Some(match self {
            Service::Upwork => "Upwork",
            Service::Fiverr => "Fiverr",
            Service::Freelancer => "Freelancer.com",
            Service::PayPal => "PayPal",
            Service::Stripe => "Stripe",
            Service::Payoneer => "Payoneer",
            Service::Wise => "Wise",
            Service::Other => return None,
        })
    }

    /// Its platform in the catalogue. Where fees differ by country, those of the United States.
    pub fn platform(self) -> Option<&'static Platform> {
        let name = match self {
            Service::PayPal => "PayPal (US)",
            Service::Stripe => "Stripe (US)",
            Service::Wise => "Wise Business",
            other => other.name()?,
        };
        PLATFORMS.iter().find(|platform| platform.name == name)
    }
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A client paid.
    Payment,
    /// A client paid something more.
    Bonus,
    /// A client got something back.
    Refund,
    /// A fee on payments.
    Fee,
    /// A tax on a fee, or one that was kept back.
    Tax,
    /// Money went to a bank.
    Withdrawal,
    /// A fee for that.
    WithdrawalFee,
    /// A membership, bids and the like.
    Spending,
    /// Nothing was paid: one currency became another, or money is held back for a while.
    NotPaid,
    /// Money went out, and nothing says for what.
    MoneyOut,
}

impl Sort {
    /// Whether a client paid.
    pub fn is_payment(self) -> bool {
        matches!(self, Sort::Payment | Sort::Bonus)
    }
}

/// A known layout.
pub(crate) struct Layout {
    pub service: Service,
    /// Headings that only this file has, all together, in their plainest form.
    marks: &'static [&'static str],
    /// What the columns are called. Of several names the first that is there.
    columns: &'static [(Column, &'static [&'static str])],
    /// Which of two numbers in a date is the day, if no date decides it.
    pub order: Order,
}

const LAYOUTS: [Layout; 13] = [
    // Upwork's transaction history, until 2023 and since.
    Layout {
        service: Service::Upwork,
        marks: &["ref id", "type", "agency", "freelancer", "team", "amount"],
        columns: &[
            (Column::Date, &["date"]),
            (Column::Id, &["ref id"]),
            (Column::Kind, &["type"]),
            (Column::About, &["description"]),
            (Column::Client, &["team", "account name"]),
            (Column::Amount, &["amount"]),
            (Column::Currency, &["currency"]),
        ],
        order: Order::MonthFirst,
    },
    Layout {
        service: Service::Upwork,
        marks: &["date", "transaction id", "transaction type", "transaction summary", "ref id", "amount"],
        columns: &[
            (Column::Date, &["date"]),
            (Column::Id, &["transaction id"]),
            (Column::Belongs, &["ref id"]),
            (Column::Kind, &["transaction type"]),
            (Column::About, &["transaction summary"]),
            (Column::Client, &["client team", "client", "team"]),
            (Column::Amount, &["amount"]),
            (Column::Currency, &["currency"]),
        ],
        order: Order::MonthFirst,
    },
    Layout {
        service: Service::PayPal,
        marks: &["gross", "fee", "net", "transaction id"],
        columns: &[
            (Column::Date, &["date"]),
            (Column::Client, &["name"]),
            (Column::Kind, &["type", "description"]),
            (Column::Status, &["status"]),
            (Column::Currency, &["currency"]),
            (Column::Amount, &["gross"]),
            (Column::Fee, &["fee"]),
            (Column::Id, &["transaction id"]),
            (Column::Belongs, &["reference txn id"]),
        ],
        order: Order::MonthFirst,
    },
    Layout {
        service: Service::PayPal,
        marks: &["brutto", "netto", "transaktionscode"],
        columns: &[
            (Column::Date, &["datum"]),
            (Column::Client, &["name"]),
            (Column::Kind, &["typ", "beschreibung"]),
            (Column::Status, &["status"]),
            (Column::Currency, &["währung"]),
            (Column::Amount, &["brutto"]),
            (Column::Fee, &["gebühr", "entgelt"]),
            (Column::Id, &["transaktionscode"]),
            (Column::Belongs, &["zugehöriger transaktionscode"]),
        ],
        order: Order::DayFirst,
    },
    // Stripe's balance: what comes in and what goes out.
    Layout {
        service: Service::Stripe,
        marks: &["id", "type", "source", "amount", "fee", "net", "currency"],
        columns: &[
            (Column::Date, &["created utc"]),
            (Column::Id, &["source"]),
            (Column::Kind, &["type"]),
            (Column::Amount, &["amount"]),
            (Column::Fee, &["fee"]),
            (Column::Currency, &["currency"]),
            (Column::About, &["description"]),
            (Column::Client, &["customer facing name", "customer name", "customer email"]),
        ],
        order: Order::MonthFirst,
    },
    // Its report of the balance, item by item.
    Layout {
        service: Service::Stripe,
        marks: &["balance transaction id", "reporting category", "gross", "fee", "net"],
        columns: &[
            (Column::Date, &["created utc", "created"]),
            (Column::Id, &["source id", "balance transaction id"]),
            (Column::Kind, &["reporting category"]),
            (Column::Amount, &["gross"]),
            (Column::Fee, &["fee"]),
            (Column::Currency, &["currency"]),
            (Column::About, &["description"]),
            (Column::Client, &["customer name", "customer email", "customer id"]),
        ],
        order: Order::MonthFirst,
    },
    // Its list of payments.
    Layout {
        service: Service::Stripe,
        marks: &["id", "amount", "amount refunded", "fee", "status"],
        columns: &[
            (Column::Date, &["created date utc", "created utc"]),
            (Column::Id, &["id"]),
            (Column::Status, &["status"]),
            (Column::Amount, &["amount"]),
            (Column::Fee, &["fee"]),
            (Column::Currency, &["currency"]),
            (Column::About, &["description"]),
            (Column::Client, &["customer description", "customer email", "customer id"]),
        ],
        order: Order::MonthFirst,
    },
    Layout {
        service: Service::Payoneer,
        marks: &["transaction id", "credit amount", "debit amount", "description"],
        columns: &[
            (Column::Date, &["transaction date", "date"]),
            (Column::Id, &["transaction id"]),
            (Column::Kind, &["description"]),
            (Column::About, &["additional description"]),
            (Column::Credit, &["credit amount"]),
            (Column::Debit, &["debit amount"]),
            (Column::Currency, &["currency"]),
            (Column::Status, &["status"]),
            (Column::Client, &["store name", "source"]),
        ],
        order: Order::MonthFirst,
    },
    Layout {
        service: Service::Payoneer,
        marks: &["date", "description", "amount", "currency", "status", "running balance"],
        columns: &[
            (Column::Date, &["date"]),
            (Column::Kind, &["description"]),
            (Column::Amount, &["amount"]),
            (Column::Currency, &["currency"]),
            (Column::Status, &["status"]),
        ],
        order: Order::MonthFirst,
    },
    Layout {
        service: Service::Wise,
        marks: &["transferwise id", "payment reference", "running balance"],
        columns: WISE,
        order: Order::DayFirst,
    },
    // Wise's list of transfers.
    Layout {
        service: Service::Wise,
        marks: &["id", "direction", "source amount after fees", "target amount after fees"],
        columns: &[
            (Column::Date, &["finished on", "created on"]),
            (Column::Id, &["id"]),
            (Column::Kind, &["direction"]),
            (Column::Status, &["status"]),
            (Column::Client, &["source name"]),
            (Column::Amount, &["target amount after fees"]),
            (Column::Currency, &["target currency"]),
            (Column::About, &["reference"]),
        ],
        order: Order::DayFirst,
    },
    Layout {
        service: Service::Fiverr,
        marks: &["date", "activity", "order", "amount"],
        columns: &[
            (Column::Date, &["date"]),
            (Column::Kind, &["activity"]),
            (Column::Client, &["from", "buyer"]),
            (Column::Belongs, &["order"]),
            (Column::Currency, &["currency"]),
            (Column::Net, &["amount"]),
        ],
        order: Order::MonthFirst,
    },
    Layout {
        service: Service::Freelancer,
        marks: &["date", "transaction type", "project", "amount"],
        columns: &[
            (Column::Date, &["date"]),
            (Column::Kind, &["transaction type"]),
            (Column::About, &["description", "project"]),
            (Column::Client, &["user", "employer", "name"]),
            (Column::Amount, &["amount"]),
            (Column::Currency, &["currency"]),
            (Column::Status, &["status"]),
        ],
        order: Order::DayFirst,
    },
];

const WISE: &[(Column, &[&str])] = &[
    (Column::Date, &["date"]),
    (Column::Id, &["transferwise id"]),
    (Column::Amount, &["amount"]),
    (Column::Currency, &["currency"]),
    (Column::About, &["description"]),
    (Column::Client, &["payer name"]),
    (Column::Kind, &["transaction details type"]),
];

impl Layout {
    /// The layout of a row of headings.
    pub fn of(row: &[String]) -> Option<&'static Layout> {
        let headings: Vec<String> = row.iter().map(|heading| plain(heading)).collect();
        LAYOUTS
            .iter()
            .find(|layout| layout.marks.iter().all(|mark| headings.iter().any(|heading| is_mark(heading, mark))))
    }

    /// Where its columns are in a row of headings.
    pub fn columns(&self, row: &[String]) -> Columns {
        let headings: Vec<String> = row.iter().map(|heading| plain(heading)).collect();
        let place =
            |names: &[&str]| names.iter().find_map(|name| headings.iter().position(|heading| is_mark(heading, name)));
        self.columns.iter().fold(Columns::default(), |columns, (column, names)| columns.with(*column, place(names)))
    }
}

/// Whether a heading is that one, perhaps with a currency behind it.
fn is_mark(heading: &str, mark: &str) -> bool {
    heading == mark || heading.strip_prefix(mark).is_some_and(|rest| rest.len() == 4 && rest.starts_with(' '))
}

// What rows are called, of all services. A word may be anywhere in what a row says; the first one counts.
const WORDS: [(&str, Sort); 60] = [
    ("withdrawal fee", Sort::WithdrawalFee),
    ("payout fee", Sort::WithdrawalFee),
    ("transfer fee", Sort::WithdrawalFee),
    ("membership", Sort::Spending),
    ("connects", Sort::Spending),
    ("subscription", Sort::Spending),
    ("bid", Sort::Spending),
    ("upgrade", Sort::Spending),
    ("refund of fee", Sort::Fee),
    ("fee refund", Sort::Fee),
    ("refund", Sort::Refund),
    ("reversal", Sort::Refund),
    ("chargeback", Sort::Refund),
    ("dispute", Sort::Refund),
    ("cancellation", Sort::Refund),
    ("rückzahlung", Sort::Refund),
    ("rückerstattung", Sort::Refund),
    ("reembolso", Sort::Refund),
    ("remboursement", Sort::Refund),
    ("vat", Sort::Tax),
    ("gst", Sort::Tax),
    ("tax", Sort::Tax),
    ("wht", Sort::Tax),
    ("withholding", Sort::Tax),
    ("conversion", Sort::NotPaid),
    ("converted", Sort::NotPaid),
    ("exchange", Sort::NotPaid),
    ("umrechnung", Sort::NotPaid),
    ("hold", Sort::NotPaid),
    ("authorization", Sort::NotPaid),
    ("reserve", Sort::NotPaid),
    ("escrow", Sort::NotPaid),
    ("neutral", Sort::NotPaid),
    ("withdraw", Sort::Withdrawal),
    ("payout", Sort::Withdrawal),
    ("transfer to", Sort::Withdrawal),
    ("bank deposit", Sort::Withdrawal),
    ("bankgutschrift", Sort::Withdrawal),
    ("abbuchung", Sort::Withdrawal),
    ("retiro", Sort::Withdrawal),
    ("service fee", Sort::Fee),
    ("fee", Sort::Fee),
    ("commission", Sort::Fee),
    ("gebühr", Sort::Fee),
    ("bonus", Sort::Bonus),
    ("tip", Sort::Bonus),
    ("hourly", Sort::Payment),
    ("fixed price", Sort::Payment),
    ("milestone", Sort::Payment),
    ("payment", Sort::Payment),
    ("charge", Sort::Payment),
    ("order", Sort::Payment),
    ("earning", Sort::Payment),
    ("invoice", Sort::Payment),
    ("zahlung", Sort::Payment),
    ("pago", Sort::Payment),
    ("paiement", Sort::Payment),
    ("credit", Sort::Payment),
    ("deposit", Sort::Payment),
    ("received", Sort::Payment),
];

/// What a row is: by what it is called, or else by what is said about it and whether money comes in.
pub(crate) fn sort_of(service: Service, kind: &str, about: &str, amount: Money) -> Sort {
    let is_in = amount > Money::ZERO;
    let has = |text: &str, word: &str| {
        // Whole words, or the beginning of one: `tip` is not in `multiple`.
        text.match_indices(word).any(|(at, _)| at == 0 || text.as_bytes().get(at - 1) == Some(&b' '))
    };
    let by_word = |text: &str| WORDS.iter().find(|(word, _)| has(text, word)).map(|(_, sort)| *sort);
    let found = by_word(kind).or_else(|| by_word(about).filter(|_| service != Service::Other || kind.is_empty()));
    match found {
        // What a freelancer pays others is not a client's payment.
        Some(Sort::Payment | Sort::Bonus) if !is_in => Sort::MoneyOut,
        Some(sort) => sort,
        None if is_in => Sort::Payment,
        None => Sort::MoneyOut,
    }
}
