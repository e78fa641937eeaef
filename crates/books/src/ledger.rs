//! Which fees and refunds belong to which payment?

use engine::amount::{Currency, Money};

use crate::date::Written;
use crate::known::{Known, in_order, place};
use crate::paid::{Paid, Returned, position};
use crate::services::{RowKind, Service};
use crate::statement::{Entry, Sums};

/// A row before its related rows are known.
pub struct Parsed {
    pub entry: Entry,
    pub written: Option<Written>,
    /// Its identifier, as a key.
    pub id: Option<[u64; 2]>,
    /// The identifiers of what it may belong to, the surer one first.
    pub names: [Option<[u64; 2]>; 2],
    /// The amount that was given back, by its row.
    pub returned: Money,
    /// Whether the amount is net, and nothing names the gross.
    pub is_net: bool,
    /// The status of a payment of which nothing remains, unless a refund in the file takes it back.
    pub refunded: Option<String>,
    /// Whether it counts as a credit note only if its client has paid.
    pub is_credit: bool,
    /// Its currency, if anything names it.
    pub said: Option<Currency>,
    /// Whether it is a fee for a dispute: taken in addition to the fee on the payment.
    pub is_disputed: bool,
}

/// The positions of rows from the first day on.
pub fn chronological(found: &[Parsed]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..found.len()).collect();
    let days = || found.iter().filter_map(|found| found.entry.day);
    // In a file that begins with the last day, lower rows are earlier.
    if days().next() > days().next_back() {
        order.reverse();
    }
    let day = |at: &usize| found[*at].entry.day.map_or(0, |day| day.to_julian_day().into());
    in_order(&mut order.iter().map(day)).into_iter().map(|at| order[at]).collect()
}

/// Payments with their fees and refunds, and everything else.
pub struct Settled {
    /// The payments from the first day on, each with its fees and refunds.
    pub payments: Vec<Paid>,
    /// The payments that were refunded in full, each with the number of the others that came before it.
    pub undone: Vec<(usize, Paid)>,
    /// The fees and refunds that belong to no payment, and sums of everything else.
    pub sums: Sums,
}

/// Finds the payment of each fee and refund.
pub fn settle(found: &[Parsed], service: Service) -> Settled {
    let order: Vec<&Parsed> = chronological(found).into_iter().map(|at| &found[at]).collect();
    let signs = Signs::of(found, service);
    let mut ledger = Ledger::default();
    for (at, found) in order.iter().enumerate().filter(|(_, found)| found.entry.kind.is_payment()) {
        ledger.add(at, found);
    }
    let mut sums = Sums::default();
    // A refunded fee belongs to the same payment as its refund.
    for found in order.iter().filter(|found| found.entry.kind == RowKind::Refund) {
        sums.loose_refunds += ledger.refund(found, &signs);
    }
    for (at, found) in order.iter().enumerate() {
        let taken = signs.taken(&found.entry);
        match found.entry.kind {
            // These are done.
            RowKind::Payment | RowKind::Bonus | RowKind::Refund | RowKind::NotPaid | RowKind::MoneyOut => {}
            RowKind::Fee => sums.loose_fees += ledger.charge(at, found, taken),
            RowKind::Tax => sums.taxes += taken,
            RowKind::Withdrawal => sums.withdrawn += taken,
            RowKind::WithdrawalFee => sums.withdrawal_fees += taken,
            RowKind::Spending => sums.spent += taken,
        }
    }
    let (mut payments, mut undone) = (vec![], vec![]);
    for paid in ledger.payments {
        if paid.remains() {
            payments.push(paid);
        } else {
            // The fee may have been kept.
            sums.loose_fees += paid.taken.unwrap_or_default();
            undone.push((payments.len(), paid));
        }
    }
    Settled { payments, undone, sums }
}

/// The kinds of rows in which an amount that was taken has a minus.
struct Signs(Vec<RowKind>);

impl Signs {
    /// Finds these kinds: in some files no kind has a minus, and in readers' own files perhaps only some kinds.
    fn of(found: &[Parsed], service: Service) -> Signs {
        let signed = || found.iter().filter(|found| found.entry.amount < Money::ZERO).map(|found| found.entry.kind);
        let is_alike = matches!(service, Service::PayPal | Service::Stripe)
            || service != Service::Other && signed().next().is_some();
        let kinds = [
            RowKind::Refund,
            RowKind::Fee,
            RowKind::Tax,
            RowKind::Withdrawal,
            RowKind::WithdrawalFee,
            RowKind::Spending,
        ];
        Signs(kinds.into_iter().filter(|kind| is_alike || signed().any(|signed| signed == *kind)).collect())
    }

    fn has(&self, kind: RowKind) -> bool {
        self.0.contains(&kind)
    }

    /// The amount that an entry took, below zero if it was refunded.
    fn taken(&self, entry: &Entry) -> Money {
        if self.has(entry.kind) { -entry.amount } else { entry.amount }
    }
}

/// The number of payments before and after a fee that are searched for the one that it belongs to.
const NEAR: usize = 200;

/// The number of payments before a refund that are searched.
pub const BEFORE: usize = 2_000;

/// The payments from the first day on, and the indices to find them.
#[derive(Default)]
struct Ledger {
    payments: Vec<Paid>,
    /// The place of each among all entries.
    places: Vec<usize>,
    /// The numbers of names, and the payments of each name; the payments of each client, from one on, after those without one.
    names: Known,
    by_name: Vec<Vec<usize>>,
    by_client: Vec<Vec<usize>>,
    /// The amounts that the refunds of each name gave back, each with its payment.
    refunds: Vec<Vec<(usize, Money)>>,
}

impl Ledger {
    fn add(&mut self, at: usize, found: &Parsed) {
        let index = self.payments.len();
        let paid = Paid::from(found.entry);
        let returned = Returned { amount: found.returned, ..Returned::default() };
        self.payments.push(Paid { gross: paid.gross - found.returned, returned, ..paid });
        self.places.push(at);
        for name in found.names.into_iter().flatten() {
            let number = self.names.number(name, self.by_name.len());
            place(&mut self.by_name, number).push(index);
        }
        place(&mut self.by_client, position(paid.client)).push(index);
    }

    fn named(&self, found: &Parsed) -> Option<&Vec<usize>> {
        let mut names = found.names.into_iter().flatten();
        names.find_map(|name| self.by_name.get(self.names.get(name)?))
    }

    /// The payment that a fee was taken for: the nearest of its name, or else of the same client on the same day, or else the
    /// client's last one before, that has none. A fee without a client belongs to the row before or after it, whoever paid.
    fn beside(&self, at: usize, found: &Parsed) -> Option<usize> {
        let nearest = |indices: &[usize], is_free: bool| {
            let middle = indices.partition_point(|index| self.places[*index] < at);
            let near = indices.get(middle.saturating_sub(NEAR)..indices.len().min(middle + NEAR)).unwrap_or_default();
            let may = |index: &usize| !is_free || self.payments[*index].taken.is_none();
            near.iter().copied().filter(may).min_by_key(|index| self.places[*index].abs_diff(at))
        };
        if let Some(named) = self.named(found) {
            return nearest(named, true).or_else(|| nearest(named, false));
        }
        let entry = &found.entry;
        if entry.client.is_none() {
            let behind = self.places.partition_point(|place| *place < at);
            let is_free = |index: &usize| {
                let is_next = self.places.get(*index).is_some_and(|place| place.abs_diff(at) == 1);
                is_next && self.payments[*index].taken.is_none() && self.payments[*index].day == entry.day
            };
            let beside = [behind.checked_sub(1), Some(behind)].into_iter().flatten().filter(is_free);
            // A payment without a client is surer.
            return beside.min_by_key(|index| self.payments[*index].client.is_some());
        }
        let same = self.by_client.get(position(entry.client))?;
        let of_the_day = nearest(same, true).filter(|index| self.payments[*index].day == entry.day);
        of_the_day.or_else(|| self.before(found, &|paid| paid.taken.is_none()))
    }

    /// The last payment of the same name, or else of the same client, that was not made later and fits.
    fn before(&self, found: &Parsed, is: &dyn Fn(&Paid) -> bool) -> Option<usize> {
        let last = |indices: &Vec<usize>| {
            let is_before = |index: &usize| self.payments[*index].day <= found.entry.day;
            let end = indices.partition_point(is_before);
            let near = indices.get(end.saturating_sub(BEFORE)..end).unwrap_or_default();
            near.iter().rev().copied().find(|index| is(&self.payments[*index]))
        };
        self.named(found).and_then(last).or_else(|| self.by_client.get(position(found.entry.client)).and_then(last))
    }

    /// Refunds a payment, or takes back a refund that failed. Returns the amount that belongs to no payment, below zero if taken
    /// back.
    fn refund(&mut self, found: &Parsed, signs: &Signs) -> Money {
        let amount = found.entry.amount;
        // A dispute was won: the payment has again what was refunded of it.
        let is_back = signs.has(RowKind::Refund) && amount > Money::ZERO;
        let all = amount.abs();
        let room = |paid: &Paid| if is_back { paid.returned.amount } else { paid.gross };
        let fee = found.entry.fee.unwrap_or_default();
        let equal = if is_back { None } else { self.before(found, &|paid| paid.gross == all) };
        if let Some(index) = equal.or_else(|| self.before(found, &|paid| room(paid) >= all)) {
            self.give_back(index, amount_of(all, is_back), fee, found);
            return Money::ZERO;
        }
        // Of several payments, the last ones first; those without a name are different clients'.
        let is_named = found.entry.client.is_some() || self.named(found).is_some();
        let (mut rest, mut rest_of_fee) = (all, fee);
        while is_named
            && rest > Money::ZERO
            && let Some(index) = self.before(found, &|paid| room(paid) > Money::ZERO)
        {
            let part = rest.min(room(&self.payments[index]));
            let share = Money::quotient(i128::from(fee.minor()) * i128::from(part.minor()), all.minor().into());
            let its_fee = if part == rest { rest_of_fee } else { share };
            self.give_back(index, amount_of(part, is_back), its_fee, found);
            (rest, rest_of_fee) = (rest - part, rest_of_fee - its_fee);
        }
        amount_of(rest, is_back)
    }

    /// Charges a fee that has its own row, or refunds one. Returns the amount that belongs to no payment.
    fn charge(&mut self, at: usize, found: &Parsed, fee: Money) -> Money {
        let is_later = found.is_disputed || fee < Money::ZERO;
        let place = if found.is_disputed {
            self.before(found, &|paid| paid.taken.is_some())
        } else if fee < Money::ZERO {
            let given_back = self.given_back(found);
            let all: Money = given_back.iter().map(|(_, amount)| *amount).sum();
            if given_back.len() > 1 && all > Money::ZERO {
                self.take_back(&given_back, all, -fee);
                return Money::ZERO;
            }
            self.before(found, &|paid| paid.taken.is_none_or(|taken| taken >= -fee))
        } else {
            self.beside(at, found)
        };
        match place {
            Some(index) => self.take(index, fee, is_later),
            None => return fee,
        }
        Money::ZERO
    }

    /// The amounts that were given back by the refund to which a refunded fee belongs, by its name.
    fn given_back(&self, fee: &Parsed) -> Vec<(usize, Money)> {
        let mut names = fee.names.into_iter().flatten();
        names.find_map(|name| self.refunds.get(self.names.get(name)?)).cloned().unwrap_or_default()
    }

    /// Takes back a refunded fee in proportion, because its refund, `all` in all, took back several payments.
    fn take_back(&mut self, refunded: &[(usize, Money)], all: Money, fee: Money) {
        let mut rest = fee;
        for (count, (index, amount)) in refunded.iter().enumerate() {
            let is_last = count + 1 == refunded.len();
            let share = Money::quotient(i128::from(fee.minor()) * i128::from(amount.minor()), all.minor().into());
            let part = if is_last { rest } else { share };
            self.take(*index, -part, true);
            rest = rest - part;
        }
    }

    /// Counts a fee charged or refunded on its own row; a later one is not part of what was charged for the payment.
    fn take(&mut self, index: usize, fee: Money, is_later: bool) {
        let paid = &mut self.payments[index];
        paid.taken = Some(paid.taken.unwrap_or_default() + fee);
        if is_later {
            paid.returned.fee = paid.returned.fee - fee;
        }
    }

    /// Records the amount that a refund gave back of a payment, and the fee taken with it, below zero if that was given back, too.
    fn give_back(&mut self, index: usize, amount: Money, fee: Money, refund: &Parsed) {
        if let Some(name) = refund.id {
            let number = self.names.number(name, self.by_name.len());
            place(&mut self.by_name, number).push(index);
            place(&mut self.refunds, number).push((index, amount));
        }
        let paid = &mut self.payments[index];
        paid.gross = paid.gross - amount;
        paid.taken = paid.taken.map(|taken| taken + fee);
        let before = paid.returned;
        paid.returned =
            Returned { amount: before.amount + amount, fee: before.fee - fee, day: refund.entry.day.max(before.day) };
    }
}

/// An amount that was refunded; below zero if it was taken back.
fn amount_of(refunded: Money, is_back: bool) -> Money {
    if is_back { -refunded } else { refunded }
}
