//! Which payments does a list bring? Line by line, each with what counts towards its tiers.

use super::run::{History, Run};
use crate::amount::Money;
use crate::fees::{Basis, Terms};
use crate::scenario::{LineClients, List, ListLine, Plan, Share};

/// All payments of a list.
pub(super) fn all<'a>(plan: &Plan, list: &List, level: Share, terms: &'a Terms) -> Vec<Run<'a>> {
    let depends_on_order = !terms.ignores_history() && matches!(terms.basis(), Basis::Account | Basis::Month);
    let lines = if depends_on_order { list.lines() } else { list.merged() };
    Walk::new(plan, list, terms).runs(lines, level, u32::MAX)
}

/// The first payments of a list.
pub(super) fn first<'a>(plan: &Plan, list: &List, level: Share, terms: &'a Terms, count: u32) -> Vec<Run<'a>> {
    Walk::new(plan, list, terms).runs(list.lines(), level, count)
}

/// The payments of each line.
pub(super) fn by_line<'a>(plan: &Plan, list: &List, level: Share, terms: &'a Terms) -> Vec<Vec<Run<'a>>> {
    let mut walk = Walk::new(plan, list, terms);
    let of_line = |line: &ListLine| walk.runs(std::slice::from_ref(line), level, u32::MAX);
    list.lines().iter().map(of_line).collect()
}

/// A list being charged from its first line on, and what was billed so far.
struct Walk<'a> {
    terms: &'a Terms,
    /// The amount billed to each client before the first line, if that counts.
    billed: Money,
    /// The amount billed to each client with a name.
    named: Vec<Money>,
    /// The amount billed to all of them, or in the current month.
    together: Money,
    /// The number of payments still to come in the current month.
    left_in_month: u32,
    /// The number of payments in each month.
    each_month: u32,
    /// The number of months to come that have one more.
    longer: u32,
}

impl<'a> Walk<'a> {
    fn new(plan: &Plan, list: &List, terms: &'a Terms) -> Walk<'a> {
        let billed = if terms.basis().counts_earlier_billings() { plan.billed } else { Money::ZERO };
        let mut walk = Walk {
            terms,
            billed,
            named: vec![billed; list.named()],
            together: billed,
            left_in_month: 0,
            each_month: plan.jobs() / plan.months,
            longer: plan.jobs() % plan.months,
        };
        walk.begin_month();
        walk
    }

    fn begin_month(&mut self) {
        self.left_in_month = self.each_month + self.longer.min(1);
        self.longer = self.longer.saturating_sub(1);
    }

    /// The payments of these lines, up to `left` jobs.
    fn runs(&mut self, lines: &[ListLine], level: Share, mut left: u32) -> Vec<Run<'a>> {
        let mut runs = Vec::with_capacity(lines.len());
        for line in lines {
            let jobs = line.jobs.min(left);
            if jobs > 0 {
                self.line(line, level, jobs, &mut |run| runs.push(run));
            }
            left -= jobs;
        }
        runs
    }

    /// The payments of some jobs of a line.
    fn line(&mut self, line: &ListLine, level: Share, jobs: u32, add: &mut dyn FnMut(Run<'a>)) {
        let amount = level.of(line.price);
        let terms = self.terms;
        let contract = (terms.basis() == Basis::Contract).then_some(amount);
        let run = |count: u32, before: Money, history: History| Run {
            count,
            amount,
            larger: 0,
            before,
            contract,
            history,
            terms,
        };
        if terms.ignores_history() {
            return add(run(jobs, self.billed, History::Alone));
        }
        match (terms.basis(), line.clients) {
            (Basis::Contract | Basis::Payment, _) => add(run(jobs, self.billed, History::Alone)),
            (Basis::Client, LineClients::Own(clients)) => {
                add(run(jobs, self.billed, History::by_client(clients, line.jobs, line.jobs)));
            }
            (Basis::Client, LineClients::Named(position)) => {
                if let Some(billed) = self.named.get_mut(position) {
                    add(run(jobs, *billed, History::Together));
                    *billed += amount * jobs;
                }
            }
            (Basis::Account, _) => {
                add(run(jobs, self.together, History::Together));
                self.together += amount * jobs;
            }
            (Basis::Month, _) => {
                let mut left = jobs;
                while left > 0 {
                    if self.left_in_month == 0 {
                        self.begin_month();
                        self.together = Money::ZERO;
                    }
                    let count = left.min(self.left_in_month);
                    add(run(count, self.together, History::Together));
                    self.together += amount * count;
                    self.left_in_month -= count;
                    left -= count;
                }
            }
        }
    }
}
