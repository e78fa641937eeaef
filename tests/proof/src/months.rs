//! What has each side brought by each month? *Months* of `docs/definitions.md`.

use crate::comparison::money;
use crate::costs::Costs;
use crate::exact::{fraction, round};
use crate::expect::Expect;
use crate::plan::Plan;
use crate::side::Side;

/// `months`, if the plan takes several months or payments.
pub fn months<'a>(plan: &Plan, sides: [&Side; 2], costs: &[Costs; 2]) -> Option<Expect<'a>> {
    let counts = ["contract-payments", "gig-duration", "contract-duration"];
    // A list has no other payments than its jobs.
    let counts = counts.into_iter().filter(|name| *name != "contract-payments" || sides[1].list.is_none());
    if counts.into_iter().all(|name| plan.count(name) == 1) {
        return None;
    }
    let longest = sides[0].months.max(sides[1].months);
    let so_far = [0, 1].map(|index| by_month(sides[index], costs[index].total(), longest));
    let mut overtakings = vec![];
    let mut before = 0;
    for (index, (gigs, contract)) in so_far[0].iter().zip(&so_far[1]).enumerate() {
        let lead = (contract - gigs).signum();
        if lead * before == -1 {
            let ahead = if lead < 0 { "gigs" } else { "contract" };
            overtakings.push(Expect::Object(vec![
                ("month", Expect::text((index + 1).to_string())),
                ("ahead", Expect::text(ahead)),
            ]));
        }
        // Level months in between change nothing.
        before = if lead == 0 { before } else { lead };
    }
    let list =
        |amounts: &[i128]| Expect::List(amounts.iter().map(|amount| Expect::text(money(plan, *amount))).collect());
    Some(Expect::Object(vec![
        ("gigs", list(&so_far[0])),
        ("contract", list(&so_far[1])),
        ("overtakings", Expect::List(overtakings)),
    ]))
}

/// What a side has brought by the end of each month.
fn by_month(side: &Side, cost: i128, longest: i128) -> Vec<i128> {
    let payments = side.payments_at(side.price);
    let fees = side.terms.fees(&payments);
    let left: Vec<(usize, i128)> =
        payments.iter().zip(fees).map(|(payment, fee)| (payment.month, payment.amount - fee)).collect();
    let of_month = |month: i128| {
        let passed = month.min(side.months);
        let paid = left.iter().filter(|(of, _)| i128::try_from(*of).is_ok_and(|of| of < passed));
        paid.map(|(_, left)| left).sum::<i128>() - round(fraction(cost * passed, side.months))
    };
    (1..=longest).map(of_month).collect()
}
