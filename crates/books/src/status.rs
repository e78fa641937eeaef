//! Does a row count? Not if it has not happened, or if it is the sum of others.

use crate::column::plain;
use crate::date::is_month;
use crate::services::{Service, find};

// What a row of sums or balances is called, in a reader's own file.
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

// How the status of what has not happened begins, or not yet, in small letters and in the languages of the known services.
const NOT_DONE: [&str; 41] = [
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
    "annullat",
    "rifiutat",
];

// The same of invoices, in a reader's own file.
const NOT_PAID: [&str; 49] = [
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

// How the status of what was paid and then refunded begins, in a reader's own file.
const REFUNDED: [&str; 8] =
    ["refunded", "reverted", "reversed", "returned", "charged back", "bounced", "erstattet", "zurückgebucht"];

// The same, where the status is nothing else.
const NOT_PAID_ALONE: [&str; 4] = ["n", "false", "late", "invoiced"];

/// Whether a row of that name is the sum of others: `Total 2025` and `Subtotal January` are, `Total Design` is a client.
pub fn is_total(text: &str) -> bool {
    let mut rests = TOTALS.iter().filter_map(|word| text.strip_prefix(word));
    rests.any(|rest| rest.is_empty() || rest.starts_with(' ') && rest.split(' ').all(is_time))
}

/// Whether a word is a time that sums are made of: `2025`, `January`, `Q1`, `year`; or nothing.
fn is_time(word: &str) -> bool {
    let is_named = ["year", "month", "quarter", "week", "jahr", "monat", "quartal", "for", "of", "the"].contains(&word);
    let is_year = word.is_empty() || word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_quarter = word.len() == 2 && matches!(word.trim_start_matches('q'), "1" | "2" | "3" | "4");
    is_named || is_year || is_quarter || is_month(word)
}

/// Whether an entry with that status has happened.
pub fn is_done(service: Service, status: &str) -> bool {
    let status = plain(status);
    // `no` is no `note`.
    let is_unpaid = |word: &&str| find(&status, word) == Some(0);
    !NOT_DONE.iter().any(|start| status.starts_with(start))
        && (service != Service::Other || !NOT_PAID.iter().any(is_unpaid) && !NOT_PAID_ALONE.contains(&status.as_str()))
}

/// Whether that is the status of a payment of which nothing is left.
pub fn is_refunded(service: Service, status: &str) -> bool {
    let status = plain(status);
    service == Service::Other && REFUNDED.iter().any(|start| find(&status, start) == Some(0))
}
