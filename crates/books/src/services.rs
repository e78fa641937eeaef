//! Which services' files are known, how are they laid out, and what do they call things? The answers are from published programs
//! that import such files; `docs/books.md` has the addresses.

use engine::amount::{Currency, Money};
use engine::fees::{PLATFORMS, Platform};
use engine::scenario::{is_currency_code, split_at_text};

use crate::column::{Column, Columns, plain};
use crate::date::Order;

/// The service whose file it is.
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
    /// Any other file, such as a reader's own spreadsheet.
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

    /// The currency of its amounts, if there is only one; anything else that a file calls a currency is that of the bank.
    pub fn currency(self) -> Option<Currency> {
        (self == Service::Upwork).then_some(Currency::USD)
    }

    /// Whether rows of this kind and status are no client's, whatever they are called: payments by the freelancer's card, and money
    /// that went back.
    pub(crate) fn ignores(self, kind: &str, status: &str) -> bool {
        match self {
            Service::Upwork => kind == "payment",
            Service::Wise => status == "refunded" || matches!(kind, "card" | "conversion"),
            Service::Fiverr
            | Service::Freelancer
            | Service::PayPal
            | Service::Stripe
            | Service::Payoneer
            | Service::Other => false,
        }
    }

    /// Whether it writes fees with a sign, below zero if they are given back. Others write the fee that was taken, and beside a
    /// refund the fee that was given back.
    pub(crate) fn signs_fees(self) -> bool {
        self == Service::Stripe
    }

    /// Whether freelancers find their clients there; elsewhere they are only paid.
    fn is_marketplace(self) -> bool {
        matches!(self, Service::Upwork | Service::Fiverr | Service::Freelancer)
    }

    /// Its platform in the catalogue. Where fees differ by country, it is that of the United States.
    pub fn platform(self) -> Option<&'static Platform> {
        let name = match self {
            Service::PayPal => "PayPal (US)",
            Service::Stripe => "Stripe (US)",
            Service::Wise => "Wise Business",
            Service::Upwork | Service::Fiverr | Service::Freelancer | Service::Payoneer | Service::Other => {
                self.name()?
            }
        };
        PLATFORMS.iter().find(|platform| platform.name == name)
    }
}

/// The kind of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
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
    /// A fee for a withdrawal.
    WithdrawalFee,
    /// A membership, bids and the like.
    Spending,
    /// No client paid: one currency became another, money is held back for a while, or it is the reader's own, such as a loan.
    NotPaid,
    /// Money went out, and nothing shows what for.
    MoneyOut,
}

impl RowKind {
    /// Whether a client paid.
    pub fn is_payment(self) -> bool {
        matches!(self, RowKind::Payment | RowKind::Bonus)
    }
}

/// A known layout.
pub(crate) struct Layout {
    pub service: Service,
    /// Headings that only this file has, all together, in their plainest form.
    marks: &'static [&'static str],
    /// The text of some row, if the headings are not enough to know the file; in small letters.
    says: &'static [&'static str],
    /// The names of the columns. Of several names, the first that is there is used.
    columns: &'static [(Column, &'static [&'static str])],
    /// The order of the day and the month in dates, if no date decides it.
    pub order: Order,
    /// Rows that did not happen, or moved nothing: a heading, and the cell below it there, in its plainest form.
    unmoved: &'static [(&'static str, &'static str)],
}

/// The names of `PayPal`'s columns in French, Spanish, Italian, Dutch and Polish.
const PAYPAL_ABROAD: &[(Column, &[&str])] = &[
    (Column::Date, &["date", "fecha", "data", "datum"]),
    (Column::Client, &["nom", "nombre", "nome", "naam", "nazwa"]),
    // Statements have a description instead.
    (Column::Kind, &["type", "tipo", "typ", "description", "descripción", "descrizione", "omschrijving", "opis"]),
    (Column::Status, &["état", "estado", "stato", "status", "stan"]),
    (Column::Currency, &["devise", "divisa", "valuta", "waluta"]),
    (Column::Amount, &["avant commission", "bruto", "lordo", "brutto"]),
    (Column::Fee, &["commission", "comisión", "tarifa", "tariffa", "kosten", "opłata"]),
    (
        Column::Id,
        &[
            "numéro de transaction",
            "id de transacción",
            "codice transazione",
            "transactiereferentie",
            "numer transakcji",
        ],
    ),
    (Column::Belongs, &["numéro de la transaction de référence", "reference txn id", "pomocniczy numer transakcji"]),
];

/// The layout of its file in a language, by headings that only that one has.
const fn paypal_abroad(marks: &'static [&'static str]) -> Layout {
    let (service, columns, order) = (Service::PayPal, PAYPAL_ABROAD, Order::DayFirst);
    Layout { service, marks, says: &[], columns, order, unmoved: &[] }
}

const LAYOUTS: &[Layout] = &[
    Layout {
        service: Service::Upwork,
        marks: &["ref id", "type", "freelancer", "team", "amount"],
        says: &[],
        columns: &[
            (Column::Date, &["date"]),
            (Column::Id, &["ref id"]),
            (Column::Kind, &["type"]),
            (Column::About, &["description"]),
            (Column::Client, &["team", "account name"]),
            (Column::Amount, &["amount"]),
        ],
        order: Order::MonthFirst,
        unmoved: &[],
    },
    // Since 2024. A payment and what was taken of it have the same transaction.
    Layout {
        service: Service::Upwork,
        marks: &["transaction id", "transaction type", "transaction summary", "amount"],
        says: &[],
        columns: &[
            (Column::Date, &["date"]),
            (Column::Id, &["transaction id"]),
            (Column::Kind, &["transaction type"]),
            (Column::About, &["transaction summary"]),
            (Column::Client, &["client team", "team"]),
            (Column::Amount, &["amount"]),
        ],
        order: Order::MonthFirst,
        unmoved: &[],
    },
    // Earnings without fees. Only the contract is named.
    Layout {
        service: Service::Upwork,
        marks: &["date", "contract", "hours", "amount", "payment type"],
        says: &[],
        columns: &[
            (Column::Date, &["date"]),
            (Column::Kind, &["payment type"]),
            (Column::Client, &["contract"]),
            (Column::Amount, &["amount"]),
        ],
        order: Order::MonthFirst,
        unmoved: &[],
    },
    // Net amounts: the fee has been taken.
    Layout {
        service: Service::Fiverr,
        marks: &["date", "activity", "order", "amount"],
        says: &[],
        columns: &[
            (Column::Date, &["date"]),
            (Column::Kind, &["activity"]),
            (Column::About, &["description"]),
            (Column::Client, &["from", "buyer"]),
            (Column::Id, &["order"]),
            (Column::Currency, &["currency"]),
            (Column::Net, &["amount"]),
        ],
        order: Order::MonthFirst,
        unmoved: &[],
    },
    // From before orders had names.
    Layout {
        service: Service::Fiverr,
        marks: &["date", "for", "amount"],
        says: &["funds cleared", "funds pending clearance"],
        columns: &[(Column::Date, &["date"]), (Column::Kind, &["for"]), (Column::Net, &["amount"])],
        order: Order::MonthFirst,
        unmoved: &[],
    },
    // Everything else is in the descriptions.
    Layout {
        service: Service::Freelancer,
        marks: &["date", "description", "currency", "amount"],
        says: &["done milestone payment", "project fee taken"],
        columns: &[
            (Column::Date, &["date"]),
            (Column::About, &["description"]),
            (Column::Currency, &["currency"]),
            (Column::Amount, &["amount"]),
        ],
        order: Order::DayFirst,
        unmoved: &[],
    },
    // The list of activities, and the monthly statement, in which some words are different.
    Layout {
        service: Service::PayPal,
        marks: &["currency", "gross", "fee", "net", "transaction id"],
        says: &[],
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
        unmoved: &[("balance impact", "memo")],
    },
    Layout {
        service: Service::PayPal,
        marks: &["brutto", "netto", "transaktionscode"],
        says: &[],
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
        unmoved: &[("auswirkung auf guthaben", "memo")],
    },
    paypal_abroad(&["avant commission", "commission", "net", "numéro de transaction"]),
    paypal_abroad(&["bruto", "neto", "id de transacción"]),
    paypal_abroad(&["lordo", "tariffa", "netto", "codice transazione"]),
    paypal_abroad(&["bruto", "kosten", "transactiereferentie"]),
    paypal_abroad(&["brutto", "opłata", "netto", "numer transakcji"]),
    // A personal account.
    Layout {
        service: Service::PayPal,
        marks: &["time zone", "name", "type", "status", "amount", "receipt id"],
        says: &[],
        columns: &[
            (Column::Date, &["date"]),
            (Column::Client, &["name"]),
            (Column::Kind, &["type"]),
            (Column::Status, &["status"]),
            (Column::Currency, &["currency"]),
            (Column::Amount, &["amount"]),
            (Column::Fee, &["fees"]),
            (Column::Id, &["transaction id"]),
        ],
        order: Order::MonthFirst,
        unmoved: &[],
    },
    // The balance, as it can be downloaded, and as a report.
    Layout {
        service: Service::Stripe,
        marks: &["id", "type", "source", "amount", "fee", "net", "currency"],
        says: &[],
        columns: &[
            (Column::Date, &["created utc"]),
            (Column::Id, &["source"]),
            (Column::Kind, &["type"]),
            (Column::Amount, &["amount"]),
            (Column::Fee, &["fee"]),
            (Column::Currency, &["currency"]),
            (Column::About, &["description"]),
            (Column::Client, &["customer name", "customer email"]),
        ],
        order: Order::MonthFirst,
        unmoved: &[],
    },
    Layout {
        service: Service::Stripe,
        marks: &["balance transaction id", "reporting category", "gross", "fee", "net"],
        says: &[],
        columns: &[
            (Column::Date, &["created utc", "created"]),
            (Column::Id, &["charge id", "source id", "balance transaction id"]),
            (Column::Kind, &["reporting category"]),
            (Column::Amount, &["gross"]),
            (Column::Fee, &["fee"]),
            (Column::Currency, &["currency"]),
            (Column::About, &["description"]),
            (Column::Client, &["customer name", "customer email", "customer id"]),
        ],
        order: Order::MonthFirst,
        unmoved: &[],
    },
    // Payouts: none of them is a client's payment.
    Layout {
        service: Service::Stripe,
        marks: &["id", "amount", "arrival date utc", "destination"],
        says: &[],
        columns: &[
            (Column::Date, &["arrival date utc"]),
            (Column::Id, &["id"]),
            (Column::Kind, &["description"]),
            (Column::Status, &["status"]),
            (Column::Debit, &["amount"]),
            (Column::Currency, &["currency"]),
        ],
        order: Order::MonthFirst,
        unmoved: &[],
    },
    // The list of payments.
    Layout {
        service: Service::Stripe,
        marks: &["id", "amount", "amount refunded", "fee", "status"],
        says: &[],
        columns: &[
            (Column::Date, &["created date utc", "created utc"]),
            (Column::Id, &["id"]),
            (Column::Status, &["status"]),
            // The fee is in the currency that the amount became.
            (Column::Amount, &["converted amount", "amount"]),
            (Column::Returned, &["converted amount refunded", "amount refunded"]),
            (Column::Fee, &["fee"]),
            (Column::Currency, &["converted currency", "currency"]),
            (Column::Client, &["customer description", "customer email", "customer id"]),
        ],
        order: Order::MonthFirst,
        unmoved: &[("captured", "false"), ("mode", "test"), ("dispute status", "lost")],
    },
    Layout {
        service: Service::Payoneer,
        marks: &["transaction id", "credit amount", "debit amount", "description"],
        says: &[],
        columns: &[
            (Column::Date, &["transaction date", "date"]),
            (Column::Id, &["transaction id"]),
            (Column::Kind, &["description"]),
            (Column::Credit, &["credit amount"]),
            (Column::Debit, &["debit amount"]),
            (Column::Currency, &["currency"]),
            (Column::Status, &["status"]),
            (Column::Client, &["source", "store name"]),
        ],
        order: Order::MonthFirst,
        unmoved: &[],
    },
    Layout {
        service: Service::Payoneer,
        marks: &["date", "description", "amount", "currency", "status", "running balance"],
        says: &[],
        columns: &[
            (Column::Date, &["date"]),
            (Column::Kind, &["description"]),
            (Column::Amount, &["amount"]),
            (Column::Currency, &["currency"]),
            (Column::Status, &["status"]),
        ],
        order: Order::MonthFirst,
        unmoved: &[],
    },
    // A statement of one balance.
    Layout {
        service: Service::Wise,
        marks: &["payment reference", "payer name", "amount", "currency"],
        says: &[],
        columns: &[
            (Column::Date, &["date"]),
            (Column::Id, &["transferwise id"]),
            (Column::Kind, &["transaction details type"]),
            (Column::Amount, &["amount"]),
            (Column::Currency, &["currency"]),
            (Column::About, &["description"]),
            (Column::Client, &["payer name"]),
        ],
        order: Order::DayFirst,
        unmoved: &[],
    },
    // The list of transfers, whose amounts have no sign.
    Layout {
        service: Service::Wise,
        marks: &["id", "status", "direction", "target amount after fees"],
        says: &[],
        columns: &[
            (Column::Date, &["finished on", "created on"]),
            (Column::Id, &["id"]),
            (Column::Kind, &["direction"]),
            (Column::Status, &["status"]),
            (Column::Client, &["source name"]),
            (Column::Net, &["target amount after fees"]),
            (Column::Fee, &["target fee amount"]),
            (Column::Currency, &["target currency"]),
        ],
        order: Order::DayFirst,
        unmoved: &[],
    },
];

impl Layout {
    /// Finds the layout of a row of headings; `says` shows whether any of the rows below has these words.
    pub fn of(row: &[String], says: impl Fn(&str) -> bool) -> Option<&'static Layout> {
        let headings: Vec<String> = row.iter().map(|heading| plain(heading)).collect();
        let has = |mark: &&str| headings.iter().any(|heading| is_mark(heading, mark));
        let is_said = |layout: &Layout| layout.says.is_empty() || layout.says.iter().any(|words| says(words));
        LAYOUTS.iter().find(|layout| layout.marks.iter().all(has) && is_said(layout))
    }

    /// The places of the headings that mark rows that do not count, each with the cell below it there.
    pub fn unmoved(&self, row: &[String]) -> Vec<(usize, &'static str)> {
        let place = |name: &str| row.iter().position(|heading| plain(heading) == name);
        self.unmoved.iter().filter_map(|(name, word)| Some((place(name)?, *word))).collect()
    }

    /// The places of its columns in a row of headings.
    pub fn columns(&self, row: &[String], is_empty: &dyn Fn(usize) -> bool) -> Columns {
        let headings: Vec<String> = row.iter().map(|heading| plain(heading)).collect();
        let place = |(column, names): &(Column, &[&str])| {
            let here = |name: &&str| headings.iter().position(|heading| is_mark(heading, name));
            // One of two columns that may name clients may be empty.
            let says = |name: &&str| here(name).filter(|at| *column != Column::Client || !is_empty(*at));
            names.iter().find_map(says).or_else(|| names.iter().find_map(here))
        };
        self.columns.iter().fold(Columns::default(), |columns, found| columns.with(found.0, place(found)))
    }
}

/// Whether a heading is this one, perhaps with a currency after it.
fn is_mark(heading: &str, mark: &str) -> bool {
    heading == mark || heading.strip_prefix(mark).is_some_and(|rest| rest.len() == 4 && rest.starts_with(' '))
}

// The names of rows that mean something else at one service, or nothing elsewhere: they come before all others.
const OF_SERVICES: [(Service, RowKind, &[&str]); 9] = [
    (
        Service::PayPal,
        RowKind::NotPaid,
        &[
            "payment release",
            "zahlungseinbehaltung",
            "kontoeinbehaltung",
            "freigabe der",
            "loan",
            "incentive",
            "redemption",
            "interest",
            "general credit",
            "funding",
            "echeck deposit",
            "ach deposit",
            "account correction",
            "unclaimed",
            "transfer from",
            "cryptocurrency",
            "order",
            "annulation de la suspension",
            "anulación de retención",
            "annullamento del blocco",
            "rilascio",
            "vrijgave",
            "zwolnienie",
        ],
    ),
    (Service::Fiverr, RowKind::NotPaid, &["funds pending"]),
    (Service::Stripe, RowKind::NotPaid, &["advance", "anticipation repayment"]),
    (Service::Stripe, RowKind::Withdrawal, &["transfer cancel"]),
    (Service::Upwork, RowKind::NotPaid, &["referral", "courtesy", "interest", "miscellaneous"]),
    (Service::Payoneer, RowKind::NotPaid, &["transfer between", "card load"]),
    (Service::Payoneer, RowKind::Withdrawal, &["cancelled withdrawal", "withdrawal cancelled", "withdrawal return"]),
    (Service::Wise, RowKind::NotPaid, &["interest"]),
    // Without its columns of names and numbers, PayPal's file is a spreadsheet.
    (
        Service::Other,
        RowKind::NotPaid,
        &[
            "bonifico da conto bancario",
            "virement bancaire sur",
            "annulation de la suspension",
            "anulación de retención",
        ],
    ),
];

// The names of rows, of all services.
const WORDS: [(&str, RowKind); 111] = [
    // Phrases that contain a word below but mean something else: they come first.
    ("chargeback fee", RowKind::Fee),
    ("dispute fee", RowKind::Fee),
    ("fee reversal", RowKind::Fee),
    ("payout reversal", RowKind::Withdrawal),
    ("payout failure", RowKind::Withdrawal),
    ("charge failure", RowKind::Refund),
    ("payment failure", RowKind::Refund),
    ("zahlungsrückbuchung", RowKind::Refund),
    ("rückbuchungsgebühr", RowKind::Fee),
    ("rücklastschriftgebühr", RowKind::Fee),
    ("shopping cart item", RowKind::NotPaid),
    ("request sent", RowKind::NotPaid),
    ("money request", RowKind::NotPaid),
    ("card deposit", RowKind::NotPaid),
    ("gutschrift auf kreditkarte", RowKind::NotPaid),
    ("payment review", RowKind::NotPaid),
    ("einbehaltung", RowKind::NotPaid),
    ("invoice sent", RowKind::NotPaid),
    ("rechnung gesendet", RowKind::NotPaid),
    ("cashback", RowKind::NotPaid),
    ("cash back", RowKind::NotPaid),
    ("locked", RowKind::NotPaid),
    ("removal of", RowKind::NotPaid),
    ("hold", RowKind::NotPaid),
    ("authorization", RowKind::NotPaid),
    ("reserve", RowKind::NotPaid),
    ("escrow", RowKind::NotPaid),
    ("neutral", RowKind::NotPaid),
    ("conversion", RowKind::NotPaid),
    ("converted", RowKind::NotPaid),
    ("currency conversion", RowKind::NotPaid),
    ("general currency conversion", RowKind::NotPaid),
    ("conversión de divisas", RowKind::NotPaid),
    ("conversion de devise", RowKind::NotPaid),
    ("conversión", RowKind::NotPaid),
    ("conversione", RowKind::NotPaid),
    ("conversão", RowKind::NotPaid),
    ("exchange", RowKind::NotPaid),
    ("währungsumrechnung", RowKind::NotPaid),
    ("umrechnung", RowKind::NotPaid),
    ("bank deposit", RowKind::NotPaid),
    ("bankgutschrift", RowKind::NotPaid),
    ("topped up", RowKind::NotPaid),
    ("topup", RowKind::NotPaid),
    ("money added", RowKind::NotPaid),
    ("clearing", RowKind::NotPaid),
    ("withdrawal fee", RowKind::WithdrawalFee),
    ("payout fee", RowKind::WithdrawalFee),
    ("transfer fee", RowKind::WithdrawalFee),
    ("membership", RowKind::Spending),
    ("connects", RowKind::Spending),
    ("subscription", RowKind::Spending),
    ("bid", RowKind::Spending),
    ("upgrade", RowKind::Spending),
    ("exam fee", RowKind::Spending),
    ("arbitration", RowKind::Spending),
    ("fee refund", RowKind::Fee),
    ("refund", RowKind::Refund),
    ("reversal", RowKind::Refund),
    ("chargeback", RowKind::Refund),
    ("dispute", RowKind::Refund),
    ("cancellation", RowKind::Refund),
    ("cancelled", RowKind::Refund),
    ("rückzahlung", RowKind::Refund),
    ("rückerstattung", RowKind::Refund),
    ("rückbuchung", RowKind::Refund),
    ("reembolso", RowKind::Refund),
    ("rimborso", RowKind::Refund),
    ("terugbetaling", RowKind::Refund),
    ("zwrot", RowKind::Refund),
    ("storno", RowKind::Refund),
    ("remboursement", RowKind::Refund),
    ("credit note", RowKind::Refund),
    ("credit memo", RowKind::Refund),
    ("rechnungskorrektur", RowKind::Refund),
    ("nota de crédito", RowKind::Refund),
    ("nota di credito", RowKind::Refund),
    ("note de crédit", RowKind::Refund),
    ("vat", RowKind::Tax),
    ("gst", RowKind::Tax),
    ("tax", RowKind::Tax),
    ("wht", RowKind::Tax),
    ("withholding", RowKind::Tax),
    ("wise charges", RowKind::Fee),
    ("service fee", RowKind::Fee),
    ("fee", RowKind::Fee),
    ("commission", RowKind::Fee),
    ("gebühr", RowKind::Fee),
    ("withdraw", RowKind::Withdrawal),
    ("payout", RowKind::Withdrawal),
    ("transfer to", RowKind::Withdrawal),
    ("abbuchung", RowKind::Withdrawal),
    ("retiro", RowKind::Withdrawal),
    ("bonus", RowKind::Bonus),
    ("tip", RowKind::Bonus),
    ("hourly", RowKind::Payment),
    ("fixed price", RowKind::Payment),
    ("milestone", RowKind::Payment),
    ("transfer from", RowKind::Payment),
    ("payment", RowKind::Payment),
    ("charge", RowKind::Payment),
    ("order", RowKind::Payment),
    ("earning", RowKind::Payment),
    ("invoice", RowKind::Payment),
    ("zahlung", RowKind::Payment),
    ("handyzahlung", RowKind::Payment),
    ("pago", RowKind::Payment),
    ("paiement", RowKind::Payment),
    ("credit", RowKind::Payment),
    ("deposit", RowKind::Payment),
    ("received", RowKind::Payment),
];

/// The place of a word in a text in its plainest form. A long one is also found at the beginning of another.
pub(crate) fn find(text: &str, word: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        let here = text.get(at..)?;
        let rest = here.strip_prefix(word).map(|rest| rest.split(' ').next().unwrap_or_default());
        // `tip` is not in `multiple`, and `fee` is not in `feedback`.
        if rest.is_some_and(|rest| word.len() > 4 || matches!(rest, "" | "s" | "es")) {
            return Some(at);
        }
        at += here.find(' ')? + 1;
    }
}

/// The kind of a row: by the kind that it has, or by the first word of its description that names one; otherwise by whether money
/// comes in. In a reader's own file a description names the work, such as a membership site or a page about refunds, and so may a
/// kind, such as `Tax advice`: money that comes in is a payment unless its kind is nothing but another word, or begins with
/// several.
pub(crate) fn kind_of(service: Service, word: &str, about: &str, amount: Money) -> RowKind {
    let is_in = amount > Money::ZERO;
    let is_own = service == Service::Other;
    // Banks call money that comes in a top-up, whoever paid it.
    if is_own && is_in && matches!(word, "topup" | "top up") && about.starts_with("payment from ") {
        return RowKind::Payment;
    }
    let about = if is_own && is_in { "" } else { about };
    // A dispute, in older files.
    if service == Service::Stripe && word == "adjustment" {
        return RowKind::Refund;
    }
    if is_own && SPENT.iter().any(|spent| find(word, spent) == Some(0)) {
        return RowKind::MoneyOut;
    }
    // The payer's name follows it.
    let word =
        if service == Service::Payoneer { split_at_text(word, " from ").map_or(word, |(kind, _)| kind) } else { word };
    // In a reader's own file a kind may go on with anything.
    let says = |known: &&str| find(word, known).is_some_and(|at| at == 0 || !is_own);
    if let Some((_, kind, _)) = OF_SERVICES.iter().find(|(of, _, words)| *of == service && words.iter().any(says)) {
        return *kind;
    }
    let begins = |known: &str| known.contains(' ') && find(word, known) == Some(0);
    let is_said = |known: &str| is_one_of(word, known) || begins(known);
    let is_kind = |known: &str| if is_own && is_in { is_said(known) } else { find(word, known).is_some() };
    let by_kind = WORDS.iter().find(|(known, _)| is_kind(known));
    // A description may contain other people's words.
    let by_about = || WORDS.iter().filter_map(|found| Some((find(about, found.0)?, found))).min_by_key(|(at, _)| *at);
    // Wise calls its own charges transfers, too.
    let is_charge = service == Service::Wise && about.starts_with("wise charges");
    let says_little = word.is_empty() || word == "in" || is_charge;
    let found = by_kind.or_else(|| by_about().filter(|_| says_little).map(|(_, found)| found));
    match found.map(|(_, kind)| *kind) {
        // A freelancer's payment to others is not a client's payment.
        Some(RowKind::Payment | RowKind::Bonus) if !is_in => RowKind::MoneyOut,
        // A PayPal mass payment, seen by the recipient.
        Some(RowKind::Withdrawal) if is_in && service == Service::PayPal => RowKind::Payment,
        _ if word == "out" => RowKind::MoneyOut,
        // A retainer may be called a subscription.
        Some(RowKind::Spending) if is_in && !service.is_marketplace() => RowKind::Payment,
        Some(kind) => kind,
        None if is_in => RowKind::Payment,
        None => RowKind::MoneyOut,
    }
}

/// Whether a word says that somebody paid, in a language in which files of `PayPal` are known.
pub(crate) fn is_payment_word(word: &str) -> bool {
    const STARTS: [&str; 6] = ["payment", "paiement", "pago", "pagamento", "betaling", "płatność"];
    word.ends_with("zahlung") || STARTS.iter().any(|start| word.starts_with(start))
}

/// Whether a fee is one for a dispute, by the words of its row.
pub(crate) fn is_of_dispute(words: &[&str]) -> bool {
    let disputes = ["chargeback", "dispute", "rückbuchungsgebühr", "rücklastschriftgebühr"];
    words.iter().any(|text| disputes.iter().any(|word| find(&plain(text), word).is_some()))
}

/// Whether money that goes to a client in a reader's own file may be a credit note: its kind is empty, or names an invoice.
pub(crate) fn may_be_credit(service: Service, kind: &str) -> bool {
    let invoices = ["invoice", "rechnung", "factura", "facture", "fattura", "fatura"];
    service == Service::Other && (kind.is_empty() || invoices.iter().any(|word| find(kind, word) == Some(0)))
}

// The beginnings of kinds of spending in a reader's own file, whatever the sign of the amount.
const SPENT: [&str; 10] =
    ["expense", "expenditure", "debit", "ausgabe", "gasto", "egreso", "dépense", "uscita", "spesa", "despesa"];

/// The words by which a column marks money that goes out and money that comes in.
const DIRECTIONS: [[&str; 2]; 10] = [
    ["dr", "cr"],
    ["db", "cr"],
    ["d", "c"],
    ["debit", "credit"],
    ["s", "h"],
    ["soll", "haben"],
    ["out", "in"],
    ["outgoing", "incoming"],
    ["outflow", "inflow"],
    ["ausgang", "eingang"],
];

/// Whether cells contain nothing but the direction of the money: each of them does, and both words of a pair are there.
pub(crate) fn are_directions(cells: &[&str]) -> bool {
    let cells: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
    DIRECTIONS.iter().any(|pair| {
        let is_there = |word: &&str| cells.iter().any(|cell| cell == word);
        pair.iter().all(is_there) && cells.iter().all(|cell| pair.contains(&cell.as_str()))
    })
}

/// Whether a cell of such a column means that money goes out.
pub(crate) fn is_debit(cell: &str) -> bool {
    let cell = plain(cell);
    DIRECTIONS.iter().any(|[out, _]| *out == cell)
}

/// Whether a text is this word, or its plural.
fn is_one_of(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| matches!(rest, "" | "s" | "es"))
}

/// Whether one currency became another: `USD to EUR`, and not `PDF to CSV`.
pub(crate) fn converts(text: &str) -> bool {
    let is_code = |word: &str| word.bytes().all(|byte| byte.is_ascii_uppercase()) && is_currency_code(word);
    let mut before = ["", ""];
    text.split(' ').any(|word| {
        let found = is_code(before[0]) && before[1] == "to" && is_code(word);
        before = [before[1], word];
        found
    })
}

/// The payer, and the project, where only the description names them: `Payment from Acme`,
/// `Done milestone payment from Acme for project Logo (…)`, `Project fee taken (Logo)`.
pub(crate) fn described(service: Service, about: &str) -> [&str; 2] {
    let about = match about.strip_suffix(')').and_then(|inside| inside.rsplit_once('(')) {
        // The currency.
        Some((before, code)) if is_currency_code(code) => before.trim_end(),
        _ => about,
    };
    match service {
        Service::Payoneer => [split_at_text(about, "payment from ").map_or("", |(_, client)| client.trim()), ""],
        Service::Freelancer => {
            let (before, project) = split_at_text(about, " for project ").unwrap_or((about, ""));
            let client = split_at_text(before, " from ").map_or("", |(_, client)| client);
            let project = if project.is_empty() {
                about.split_once('(').and_then(|(_, rest)| rest.rsplit_once(')')).map_or("", |(inside, _)| inside)
            } else {
                split_at_text(project, " (").map_or(project, |(name, _)| name)
            };
            [client.trim(), project.trim()]
        }
        Service::Other => [about.strip_prefix("Payment from ").map_or("", str::trim), ""],
        Service::Upwork | Service::Fiverr | Service::PayPal | Service::Stripe | Service::Wise => ["", ""],
    }
}
