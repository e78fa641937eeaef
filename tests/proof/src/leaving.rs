//! What does leaving the platform cost? *Leaving* of `docs/definitions.md`.

use crate::charged::Terms;
use crate::comparison::money;
use crate::costs::Costs;
use crate::documents;
use crate::exact::{fraction, trimmed, whole};
use crate::expect::Expect;
use crate::plan::Plan;
use crate::side::Side;

/// `leaving`, if it is asked for.
pub fn leaving<'a>(plan: &Plan, sides: [&Side; 2], costs: &[Costs; 2]) -> Option<Expect<'a>> {
    let asked = |name: &str| plan.number(name) > whole(0);
    if !["conversion-rate", "conversion-fee", "rebuild-months", "monthly-take-home"].into_iter().any(asked) {
        return None;
    }
    let direct = documents::schedule(plan.text("direct-schedule"))?;
    let at_stake = plan.amount("monthly-take-home") * plan.count("rebuild-months");
    let rule = plan.schedule.and_then(|schedule| documents::conversion(schedule.platform));
    let side = |index: usize| {
        let (side, cost) = (sides[index], costs[index].total());
        if direct.currency != plan.currency && direct.fee.names_amounts() {
            return Expect::Null;
        }
        let charges = plan.case(&direct.fee, "direct-status", side.which);
        let terms = Terms::settle(charges, |open| open.at(whole(0)), None, plan.units(), 0);
        let payments = side.payments_at(side.price);
        let (gross, _) = side.gross_and_fee(side.price);
        let stays = side.take_home(side.price) - cost;
        let leaves = gross - terms.sum(&payments) - cost;
        let saving = leaves - stays;
        let of_rule = || {
            let rule = rule.filter(|rule| asked("conversion-rate") && rule.currency == plan.currency)?;
            let terms = Terms::settle(&rule.fee.cases[0].1, |open| open.at(whole(0)), None, plan.units(), 0);
            let pay = plan.amount("conversion-rate") * rule.hours;
            Some(terms.fee_on(pay))
        };
        let each = if asked("conversion-fee") { Some(plan.amount("conversion-fee")) } else { of_rule() };
        let months_left = rule.map(|rule| (rule.months - plan.count(&side.which.field("months"))).max(0));
        let break_even = (saving > 0 && saving < at_stake).then(|| trimmed(fraction(saving, at_stake), 6));
        Expect::Object(vec![
            ("stays", Expect::text(money(plan, stays))),
            ("leaves", Expect::text(money(plan, leaves))),
            ("saving", Expect::text(money(plan, saving))),
            ("conversionFee", Expect::maybe(each.map(|each| money(plan, each * side.clients)))),
            ("monthsLeft", Expect::maybe(months_left.map(|months| months.to_string()))),
            ("breakEven", Expect::maybe(break_even)),
        ])
    };
    Some(Expect::Object(vec![
        ("direct", Expect::text(direct.id)),
        ("gigs", side(0)),
        ("contract", side(1)),
        ("atStake", Expect::text(money(plan, at_stake))),
    ]))
}
