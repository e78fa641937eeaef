//! What should each payment have cost? Under the fee in force that day, under every other one, and as one contract for each
//! client.

use engine::amount::{Currency, Money, Rate};
use engine::fees::{Applies, Basis, Choice, PLATFORMS, Payment, Platform, Schedule, Terms};

use crate::in_force::{UsualFee, in_force, kept};
use crate::known::{in_order, place};
use crate::paid::{Client, Paid, Walk, position};

/// A payment whose fee differs from its schedule's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The payment.
    pub paid: Paid,
    /// The fee that was taken.
    pub taken: Money,
    /// The fee by the schedule.
    pub expected: Money,
    /// The schedule.
    pub schedule: &'static Schedule,
}

/// The fees that were taken, compared with the schedules in force.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Check {
    /// The total that was billed.
    pub gross: Money,
    /// The fees of all payments: those of the file, or else those of the schedules.
    pub fee: Money,
    /// The fees taken of the payments that have both a fee in the file and a schedule, before anything was given back.
    pub taken: Money,
    /// The fees on these by the schedules.
    pub expected: Money,
    /// The number of payments with a fee and a schedule.
    pub compared: u32,
    /// The number of those that differ by one smallest unit, as rounding makes it.
    pub rounded: u32,
    /// The payments that differ by more, from the first day on.
    pub differences: Vec<Difference>,
    /// The number of payments without a fee in the file; the schedule's is used for them.
    pub unsaid: u32,
    /// The number of payments made when no schedule is known to have been in force.
    pub unknown: u32,
    /// The number of payments in a currency in which the schedule's fee is not known.
    pub uncharged: u32,
    /// Whether a fee leaves its rate open, so that any rate within its bounds is right.
    pub is_open: bool,
    /// Whether a day was before the first day that is known for sure.
    pub is_unsure: bool,
    /// The sums of each client.
    pub clients: Vec<ClientSum>,
    /// The fees if each client's payments had been one contract, and the number of those clients.
    pub bundled: Option<(Money, u32)>,
}

impl Check {
    /// Counts a payment, and compares it with its schedule. Returns its fee: the file's, or else the schedule's.
    fn add(&mut self, paid: &Paid, said: Option<&Said>) -> Money {
        self.gross += paid.gross;
        self.unsaid += u32::from(paid.taken.is_none());
        if let Some(Said { schedule, is_sure, expected, is_open }) = said {
            self.is_unsure |= !is_sure;
            self.is_open |= is_open;
            if let Some(taken) = paid.charged() {
                self.compared += 1;
                self.taken += taken;
                self.expected += *expected;
                match (taken - *expected).abs().minor() {
                    0 => {}
                    1 => self.rounded += 1,
                    _ => self.differences.push(Difference { paid: *paid, taken, expected: *expected, schedule }),
                }
            }
        }
        let fee = paid.taken.or(said.map(|said| said.expected)).unwrap_or_default();
        self.fee += fee;
        fee
    }

    /// The number of payments.
    pub fn payments(&self) -> u32 {
        self.clients.iter().map(|sum| sum.payments).sum()
    }

    /// The amount taken in addition when payments were given back, as for disputes.
    pub fn disputed(&self) -> Money {
        self.clients.iter().fold(Money::ZERO, |sum, client| sum + client.disputed)
    }

    /// The fees that were kept although everything else was refunded.
    pub fn kept_fees(&self) -> Money {
        self.clients.iter().map(|sum| sum.kept_fees).sum()
    }

    /// The published fees minus the fees taken.
    pub fn more_expected(&self) -> Money {
        self.expected - self.taken
    }

    /// The total that would have been taken, less refunds, if each fee had been the published one.
    pub fn published(&self) -> Money {
        self.fee + self.more_expected()
    }

    /// The amount that another fee on all payments takes in addition.
    pub fn more_under(&self, fee: Money) -> Money {
        fee - self.fee
    }

    /// The amount that remains of everything under another fee.
    pub fn kept_under(&self, fee: Money) -> Money {
        self.gross - fee
    }
}

/// One client's total and the fees on it; if the file does not name fees, those by the schedules.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClientSum {
    /// The client; none for payments without a name.
    pub client: Option<Client>,
    /// The number of payments.
    pub payments: u32,
    /// The amount billed before the first of them.
    pub before: Money,
    /// The amount billed, less what was given back.
    pub gross: Money,
    /// The fees, less what was given back of them.
    pub fee: Money,
    /// The amount billed at first, and the fees on it.
    pub at_first: (Money, Money),
    /// The amount taken in addition when payments were given back.
    pub disputed: Money,
    /// The fees that were kept although everything else was refunded.
    pub kept_fees: Money,
    /// The schedule in force when the client last paid, if one is known.
    pub last: Option<&'static Schedule>,
}

impl ClientSum {
    /// Counts a payment and its fee, after what was billed before.
    fn add(&mut self, paid: &Paid, fee: Money, walk: &Walk) {
        if self.payments == 0 {
            self.before = walk.client(paid).map_or(Money::ZERO, |(billed, _)| *billed);
        }
        self.client = paid.client;
        self.payments += 1;
        self.gross += paid.gross;
        self.fee += fee;
        let (billed, charged) = paid.charged().map_or((paid.gross, fee), |charged| (paid.billed(), charged));
        self.disputed += (fee - charged).max(Money::ZERO);
        self.kept_fees += paid.kept_fee().unwrap_or_default();
        self.at_first = (self.at_first.0 + billed, self.at_first.1 + charged);
    }

    /// The amount that remains after the fees.
    pub fn kept(&self) -> Money {
        self.gross - self.fee
    }
}

/// A schedule with all the cases that may apply to its payments: a level, a rate.
struct Options {
    schedule: &'static Schedule,
    cases: Vec<Settled>,
    usual: UsualFee,
}

/// A case of a fee.
struct Settled {
    applies: Applies,
    /// The terms at the lowest rate and at the highest.
    terms: [Terms; 2],
    /// The number of payments that it fits.
    fitted: u32,
}

impl Settled {
    /// The fee by this case. If the rate is open, the fee taken is right if some rate allows it.
    fn expected(&self, payment: impl Fn(&Terms) -> Payment, taken: Money) -> Money {
        let [one, other] = self.terms.each_ref().map(|terms| terms.fee(&payment(terms)));
        taken.clamp(one.min(other), one.max(other))
    }

    fn is_open(&self) -> bool {
        self.terms[0] != self.terms[1]
    }
}

impl Options {
    fn of(schedule: &'static Schedule, currency: Currency, rate: Rate) -> Option<Options> {
        let fee = schedule.fee_in(currency)?;
        let at = |status: usize, months: u32| {
            let choice = Choice { status, months, rate: Rate::ZERO };
            let rates = fee.open_rate_of(choice).unwrap_or_default();
            let settled = |rate: Rate| fee.settle(Choice { rate, ..choice }, currency).ok();
            let terms = [settled(rates.0)?, settled(rates.1)?];
            Some(Settled { applies: fee.case(choice).applies.clone(), terms, fitted: 0 })
        };
        let statuses = fee.statuses().count().max(1);
        let cases: Option<Vec<Settled>> = if fee.counts_months() {
            [0, u32::MAX].into_iter().map(|months| at(0, months)).collect()
        } else {
            (0..statuses).map(|status| at(status, 0)).collect()
        };
        Some(Options { schedule, cases: cases?, usual: UsualFee::of(fee, currency, rate)? })
    }

    /// The fee on a payment, and whether the schedule leaves the rate open: the fee taken, if any of its cases allows that;
    /// otherwise the one nearest to it.
    fn expected(&mut self, walk: &Walk, paid: &Paid, taken: Money) -> (Money, bool) {
        let months = walk.months_with(paid);
        let is_first = |case: &&mut Settled| matches!(case.applies, Applies::FirstMonths(first) if months < first);
        let is_by_months = self.cases.iter_mut().any(|case| is_first(&case));
        let applies = |case: &&mut Settled| match case.applies {
            Applies::FirstMonths(first) => months < first,
            Applies::Later => !is_by_months,
            Applies::Always | Applies::Status(_) => true,
        };
        let found = self
            .cases
            .iter_mut()
            .filter(applies)
            .map(|case| (case.expected(|terms| walk.payment(terms.basis(), paid, paid.billed()), taken), case));
        match found.min_by_key(|(expected, _)| (*expected - taken).abs()) {
            Some((expected, case)) => {
                case.fitted += u32::from(expected == taken);
                (expected, case.is_open())
            }
            None => (Money::ZERO, false),
        }
    }

    /// The fee on one contract in place of a client's payments, by the case that fits the most of them.
    fn of_one(&self, sum: &ClientSum) -> Money {
        let most = self.cases.iter().map(|case| case.fitted).max();
        let usual = self.cases.iter().find(|case| Some(case.fitted) == most);
        let before = |terms: &Terms| if terms.basis() == Basis::Client { sum.before } else { Money::ZERO };
        let (billed, charged) = sum.at_first;
        let payment = |terms: &Terms| Payment::of(billed, before(terms));
        let expected = usual.map_or(Money::ZERO, |case| case.expected(payment, charged));
        // The same share of it comes back as of the fees on the payments, and as much is taken besides.
        let kept = sum.fee - sum.disputed;
        let expected = if charged <= Money::ZERO {
            expected
        } else {
            Money::quotient(i128::from(expected.minor()) * i128::from(kept.minor()), charged.minor().into())
        };
        expected + sum.disputed
    }
}

/// Compares the fees taken with the schedules in force on the day of each payment; later refunds change neither. `counts` decides
/// which payments count. The others are history all the same, as are those refunded in full. `rate` is for fees that leave it open,
/// where a file does not name the fee.
pub fn check(
    payments: &[Paid],
    counts: &dyn Fn(&Paid) -> bool,
    platform: Option<&'static Platform>,
    currency: Currency,
    rate: Rate,
) -> Check {
    let mut check = Check::default();
    let mut walk = Walk::default();
    let mut published = Published { currency, rate, options: vec![] };
    // By the clients' positions, from one on; those without a name come first.
    let mut sums: Vec<ClientSum> = vec![];
    let any_remains = payments.iter().any(Paid::remains);
    for paid in payments {
        walk.come_to(paid.day);
        // A fee that was kept was paid. If nothing else was, there is nothing to compare.
        let is_there = paid.remains() || any_remains && paid.kept_fee().is_some();
        if counts(paid) && is_there {
            let known = platform.and_then(|platform| Some((platform, in_force(platform, paid.day)?)));
            let said = known.and_then(|(platform, found)| published.says(platform, found, &walk, paid));
            check.unknown += u32::from(known.is_none() && platform.is_some());
            check.uncharged += u32::from(known.is_some() && said.is_none());
            let fee = check.add(paid, said.as_ref());
            let sum = place(&mut sums, position(paid.client));
            sum.add(paid, fee, &walk);
            sum.last = said.map(|said| said.schedule).or(sum.last);
        }
        walk.go_on(paid);
    }
    sums.retain(|sum| sum.payments > 0);
    // The largest first.
    let order = in_order(&mut sums.iter().map(|sum| -sum.gross.minor()));
    check.clients = order.into_iter().map(|at| sums[at]).collect();
    check.bundled = bundled(&check.clients, &published.options);
    check
}

/// The fee on a payment by a schedule.
struct Said {
    schedule: &'static Schedule,
    /// Whether its first day is known for sure.
    is_sure: bool,
    expected: Money,
    /// Whether it leaves the rate open.
    is_open: bool,
}

/// The schedules that were looked up so far.
struct Published {
    currency: Currency,
    rate: Rate,
    options: Vec<Options>,
}

impl Published {
    /// The fee by the schedule in force; none if it is not known in this currency.
    fn says(
        &mut self,
        platform: &'static Platform,
        (schedule, is_sure): (&'static Schedule, bool),
        walk: &Walk,
        paid: &Paid,
    ) -> Option<Said> {
        let options = self.of(schedule)?;
        let Some(taken) = paid.charged() else {
            return Some(Said { schedule, is_sure, expected: options.usual.charged(walk, paid), is_open: false });
        };
        let (expected, is_open) = options.expected(walk, paid, taken);
        // Some contracts kept a lower fee for a while.
        if taken < expected
            && let Some(before) = kept(platform, schedule, paid.day)
            && let Some((earlier, is_open)) = self.of(before).map(|options| options.expected(walk, paid, taken))
            && (earlier - taken).abs().minor() <= 1
        {
            return Some(Said { schedule, is_sure, expected: earlier, is_open });
        }
        Some(Said { schedule, is_sure, expected, is_open })
    }

    fn of(&mut self, schedule: &'static Schedule) -> Option<&mut Options> {
        let known = self.options.iter().position(|options| options.schedule.id == schedule.id);
        let at = if let Some(known) = known {
            known
        } else {
            self.options.push(Options::of(schedule, self.currency, self.rate)?);
            self.options.len() - 1
        };
        self.options.get_mut(at)
    }
}

/// The fees if each client had one contract, under the schedule in force when the client last paid; none if a payment has no name,
/// or no schedule.
fn bundled(clients: &[ClientSum], options: &[Options]) -> Option<(Money, u32)> {
    let mut fee = Money::ZERO;
    for sum in clients {
        let schedule = sum.client.and(sum.last)?;
        let options = options.iter().find(|options| options.schedule.id == schedule.id)?;
        // A payment alone is one contract already.
        fee += if sum.payments == 1 { sum.fee } else { options.of_one(sum) };
    }
    (!clients.is_empty()).then_some((fee, u32::try_from(clients.len()).unwrap_or(u32::MAX)))
}

/// The schedules to compare a file with: the newest of each platform that is in force and can be charged in this currency.
pub fn others(currency: Currency) -> impl Iterator<Item = &'static Schedule> {
    PLATFORMS
        .iter()
        .filter_map(|platform| platform.freelancer().last())
        .filter(move |schedule| schedule.until().is_none() && schedule.fee_in(currency).is_some())
}

/// The fees on all payments that count under one schedule, with its first status and the rate nearest to `rate`.
pub fn under(
    schedule: &'static Schedule,
    payments: &[Paid],
    counts: &dyn Fn(&Paid) -> bool,
    currency: Currency,
    rate: Rate,
) -> Option<Money> {
    let usual = UsualFee::of(schedule.fee_in(currency)?, currency, rate)?;
    let mut walk = Walk::default();
    let mut sum = Money::ZERO;
    for paid in payments {
        walk.come_to(paid.day);
        if counts(paid) {
            sum += usual.charged(&walk, paid);
        }
        walk.go_on(paid);
    }
    Some(sum)
}
