//! What does a side keep, computed the naive way? Payment after payment and tier after tier, in whole numbers, without the
//! engine's types for terms, curves and payments.

use take_home::amount::{Decimal, Rate};
use take_home::fees::{Adjustment, Basis, Charge, Fee, Limit};
use take_home::scenario::{Clients, LineClients, Scenario, Side};

/// The fee on one payment of a contract, cent by cent: what everything up to the payment is charged, less what everything
/// before it is. Each cent pays the rate of the tier it falls into; a limit belongs to the tier below. Written without
/// the engine's types and without decimals: in millionths of a cent.
pub fn fee(fee: &Fee, digits: u32, fee_tax: Option<Rate>, before: i64, amount: i64, contract: i64) -> i64 {
    const MILLION: i128 = 1_000_000;
    let hundred = Decimal::from(10_i64.pow(digits));
    let millionths = |rate: &str| -> i128 {
        let percent: Decimal = rate.trim_end_matches('%').parse().unwrap();
        i128::try_from(percent * Decimal::from(10_000)).unwrap()
    };
    let of_charge = |charge: &Charge, tax: Option<Rate>, before: i64, amount: i64, contract: i64| {
        let by_history = charge.whole && matches!(charge.basis, Basis::Client | Basis::Month | Basis::Account);
        let tiers: Vec<(i128, i64)> = charge
            .tiers
            .iter()
            .map(|tier| {
                let limit = tier.up_to.map_or(i64::MAX, |limit| {
                    let excluded = i64::from(limit.excluded && !by_history);
                    // The first job: nothing was billed before it.
                    if limit == Limit::FIRST_JOB {
                        1
                    } else {
                        i64::try_from(limit.amount * hundred).unwrap() - excluded
                    }
                });
                (millionths(&tier.rate.to_string()), limit)
            })
            .collect();
        let tier_of = |cent: i64| tiers.iter().position(|(_, limit)| cent <= *limit).unwrap();
        let adjusted = |total: i128, tier: usize| {
            charge.tiers[tier].adjustments.iter().fold(total, |total, adjustment| {
                let cents = i128::try_from(adjustment.amount() * hundred).unwrap() * MILLION;
                match adjustment {
                    Adjustment::Plus(_) => total + cents,
                    Adjustment::AtLeast(_) => total.max(cents),
                    Adjustment::AtMost(_) => total.min(cents),
                }
            })
        };
        // Everything up to an amount.
        let total = |billed: i64| -> i128 {
            if billed == 0 {
                return 0;
            }
            if charge.whole {
                let tier = tier_of(contract);
                return adjusted(tiers[tier].0 * i128::from(billed), tier);
            }
            let mut from = 0;
            let slices = tiers.iter().map(|(rate, limit)| {
                let end = billed.min(*limit).max(from);
                let slice = rate * i128::from(end - from);
                from = end;
                slice
            });
            adjusted(slices.sum(), tiers.len() - 1)
        };
        let exact = if by_history {
            // The tier whose end the billings before have not reached.
            tiers[tier_of(before + 1)].0 * i128::from(amount)
        } else {
            total(before + amount) - total(before)
        };
        // A fee is never negative, so half up is half away from zero.
        let fee = (exact + MILLION / 2) / MILLION;
        let tax = tax.map_or(0, |tax| millionths(&tax.percent().to_string()));
        i64::try_from(fee + (fee * tax + MILLION / 2) / MILLION).unwrap()
    };
    let case = &fee.cases()[0];
    let first = of_charge(&case.charge, fee_tax.or(case.charge.tax), before, amount, contract);
    case.then.iter().fold(first, |fee, charge| {
        let rest = (amount - fee).max(0);
        fee + of_charge(charge, charge.tax, 0, rest, rest)
    })
}

/// A payment before it is charged.
struct Bill {
    amount: i64,
    /// Which client pays it.
    client: (usize, i64),
    /// The price of the contract that it is a part of.
    contract: i64,
}

/// All payments of a side one by one.
fn bills(scenario: &Scenario, side: Side) -> Vec<Bill> {
    let plan = scenario.plans().get(side);
    let spread = |line: usize, jobs: i64, clients: i64, amounts: &dyn Fn(i64) -> (i64, i64)| {
        // How many gigs each client has, and which client a payment is for. A single job has one client.
        let gigs_of = |client: i64| jobs / clients + i64::from(client < jobs % clients);
        let client_of = |index: i64| (0..clients).find(|client| index < (0..=*client).map(gigs_of).sum()).unwrap();
        let bill = |index: i64| Bill {
            amount: amounts(index).0,
            client: (line, client_of(index)),
            contract: amounts(index).1,
        };
        (0..jobs).map(bill).collect::<Vec<_>>()
    };
    if let Some((list, level)) = plan.list() {
        let lines = list.lines().iter().enumerate().flat_map(|(index, line)| {
            let hundredths = i64::from(level.hundredths());
            // Half a unit rounds up, and nothing costs nothing.
            let price = ((line.price.minor() * hundredths + 5_000) / 10_000).max(1);
            let jobs = i64::from(line.jobs);
            match line.clients {
                LineClients::Own(clients) => spread(index, jobs, jobs.min(clients.into()), &|_| (price, price)),
                LineClients::Named(name) => spread(usize::MAX - name, jobs, 1, &|_| (price, price)),
            }
        });
        return lines.collect();
    }
    let price = plan.price().expect("equal jobs").minor();
    let parts = i64::from(plan.instalments()).min(price);
    let jobs = i64::from(plan.jobs());
    let clients = match plan.clients().expect("equal jobs") {
        Clients::Each => jobs,
        Clients::One => 1,
        Clients::Number(number) => jobs.min(number.into()),
    };
    let amounts = |index: i64| (price / parts + i64::from(index < price % parts), price);
    spread(0, jobs * parts, clients, &amounts)
}

/// All payments of a side one by one, month by month: the fee of each.
pub fn fee_of_each(scenario: &Scenario, side: Side) -> Vec<(i64, i64)> {
    let (plan, basis) = (scenario.plans().get(side), scenario.charge(side).basis);
    let (digits, fee_tax) = (scenario.currency().digits(), scenario.inputs().costs.fee_tax);
    let bills = bills(scenario, side);
    let count = i64::try_from(bills.len()).unwrap();
    let billed = plan.billed.minor();
    let mut by_client = std::collections::HashMap::new();
    let (mut together, mut this_month, mut month) = (billed, billed, 0);
    let charged = (0..).zip(bills).map(|(index, Bill { amount, client, contract })| {
        // The month in which the payment falls: the first `extra` months have one more.
        let (each, extra) = (count / i64::from(plan.months), count % i64::from(plan.months));
        let mut falls = 0;
        let mut until = each + i64::from(extra > 0);
        while index >= until {
            falls += 1;
            until += each + i64::from(falls < extra);
        }
        if falls != month {
            (this_month, month) = (0, falls);
        }
        let of_client = by_client.entry(client).or_insert(billed);
        let before = match basis {
            _ if plan.jobs() == 1 && scenario.charge(side).counts_jobs() => billed,
            Basis::Account => together,
            Basis::Client => *of_client,
            Basis::Contract if plan.jobs() == 1 => together - billed,
            Basis::Contract | Basis::Payment => 0,
            Basis::Month => this_month,
        };
        together += amount;
        this_month += amount;
        *of_client += amount;
        let contract = if basis == Basis::Contract { contract } else { amount };
        (amount, fee(scenario.fee(), digits, fee_tax, before, amount, contract))
    });
    charged.collect()
}

/// What a side keeps after its fee.
pub fn left(scenario: &Scenario, side: Side) -> i64 {
    fee_of_each(scenario, side).iter().map(|(amount, fee)| amount - fee).sum()
}
