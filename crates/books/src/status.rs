//! Does a row count? Not if it has not happened, or if it is the sum of others.

use crate::column::plain;
use crate::date::is_month;
use crate::services::{Service, find};

// The names of rows of sums or balances in a reader's own file.
const TOTALS: [&str; 21] = [
    "total",
    "totals",
    "grand total",
    "subtotal",
    "sum",
    "summe",
    "gesamt",
    "gesamtsumme",
    "zwischensumme",
    "totale",
    "total général",
    "total general",
    "opening balance",
    "closing balance",
    "starting balance",
    "ending balance",
    "balance brought forward",
    "anfangssaldo",
    "endsaldo",
    "saldo",
    "solde",
];

// The beginnings of a status of what has not happened, or not yet, in small letters and in the languages of the known services.
const NOT_DONE: [&str; 40] = [
    "uncaptured",
    "pend",
    "denied",
    "fail",
    "cancel",
    "expired",
    "declined",
    "unclaimed",
    "rejected",
    "draft",
    "open",
    "unpaid",
    "processing",
    "in progress",
    "uncollected",
    "blocked",
    "voided",
    "on hold",
    "held",
    "requires",
    "error",
    "incomplete",
    "ausstehend",
    "abgelehnt",
    "storniert",
    "offen",
    "annul",
    "refus",
    "en attente",
    "in sospeso",
    "deneg",
    "recus",
    "in behandeling",
    "geannuleerd",
    "geweigerd",
    "mislukt",
    "oczekuj",
    "anulowan",
    "odrzucon",
    "rifiutat",
];

// The same for invoices, in a reader's own file.
const NOT_PAID: [&str; 50] = [
    "disputed",
    "overdue",
    "past due",
    "due",
    "sent",
    "unsent",
    "viewed",
    "not paid",
    "not yet",
    "no",
    "outstanding",
    "void",
    "await",
    "scheduled",
    "überfällig",
    "unbezahlt",
    "nicht",
    "entwurf",
    "versendet",
    "to be paid",
    "yet to be",
    "written off",
    "bad debt",
    "waiting",
    "quote",
    "rascunho",
    "enviad",
    "inviat",
    "envoyé",
    "impay",
    "non pay",
    "non pagat",
    "à payer",
    "en retard",
    "brouillon",
    "impaga",
    "sin pagar",
    "vencid",
    "anulad",
    "borrador",
    "da pagare",
    "scadut",
    "bozza",
    "não",
    "em aberto",
    "atrasad",
    "fällig",
    "gemahnt",
    "noch nicht",
    "zahlung ausstehend",
];

// The same, where the status is nothing else.
const NOT_PAID_ALONE: [&str; 4] = ["n", "false", "late", "invoiced"];

// The beginnings of a status of what was paid and then refunded, in a reader's own file.
const REFUNDED: [&str; 10] = [
    "refunded",
    "refund",
    "reverted",
    "reversed",
    "returned",
    "charged back",
    "chargeback",
    "bounced",
    "erstattet",
    "zurückgebucht",
];

/// Whether a row with this name is the sum of others: `Total 2025`, `Total 01 2025` and `Subtotal January` are, `Total Design` and
/// `Sum 41` are clients.
pub fn is_total(text: &str) -> bool {
    let mut rests = TOTALS.iter().filter_map(|word| text.strip_prefix(word));
    rests.any(|rest| rest.is_empty() || rest.starts_with(' ') && are_times(rest.trim_start()))
}

/// Whether words are times that sums are made of: `2025`, `January`, `Q1`, `year`, with small numbers beside them.
fn are_times(text: &str) -> bool {
    const NAMES: [&str; 10] = ["year", "month", "quarter", "week", "jahr", "monat", "quartal", "for", "of", "the"];
    let is_number = |word: &str, digits: usize| word.len() <= digits && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_quarter = |word: &str| word.strip_prefix('q').is_some_and(|number| is_number(number, 1));
    let is_time = |word: &str| {
        word.len() == 4 && is_number(word, 4) || NAMES.contains(&word) || is_quarter(word) || is_month(word)
    };
    text.split(' ').any(is_time) && text.split(' ').all(|word| is_time(word) || is_number(word, 2))
}

/// Whether an entry with this status has happened.
pub fn is_done(service: Service, status: &str) -> bool {
    let status = plain(status);
    // `no` is no `note`.
    let is_unpaid = |word: &&str| find(&status, word) == Some(0);
    !NOT_DONE.iter().any(|start| status.starts_with(start))
        && (service != Service::Other || !NOT_PAID.iter().any(is_unpaid) && !NOT_PAID_ALONE.contains(&status.as_str()))
}

/// Whether this is the status of a payment of which nothing remains.
pub fn is_refunded(service: Service, status: &str) -> bool {
    let status = plain(status);
    // `Refunded partially`.
    let is_part = ["part", "teil"].iter().any(|word| status.split(' ').any(|said| said.starts_with(word)));
    service == Service::Other && !is_part && REFUNDED.iter().any(|start| find(&status, start) == Some(0))
}
