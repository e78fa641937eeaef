//! Which inputs does a panel have? A few for each question, and the rest behind one line.

use engine::fees::{PAYMENT_SERVICES, Schedule};
use engine::scenario::{Criterion, Field, Kind, Protection, Scenario, Side};

use crate::controls::name::COUNT_COSTS;
use crate::controls::{choice_field, folded, list, option, plain_field, statuses};
use crate::html::{Html, el, several, ticked, together};
use crate::state::{Answer, Panel, State};
use crate::style::column;

/// Two columns of fields.
type Row = [Vec<Field>; 2];

fn row(left: &[Field], right: &[Field]) -> Row {
    [left.to_vec(), right.to_vec()]
}

/// The fields of a panel, if it has any: a row in sight, and those behind one line.
fn fields(panel: Panel, scenario: &Scenario) -> Option<(Row, Vec<Row>)> {
    Some(match panel {
        Panel::Costs => (
            row(&[Field::GigHours, Field::BidMinutes], &[Field::ContractHours, Field::ClientOverhead]),
            vec![
                row(
                    &[Field::GigWinRate, Field::GigOverhead, Field::GigBoughtIn],
                    &[Field::ContractWinRate, Field::ContractOverhead, Field::ContractBoughtIn],
                ),
                row(
                    &[
                        Field::BidCost,
                        Field::BidConnects,
                        Field::ConnectPrice,
                        Field::FreeConnects,
                        Field::HeldConnects,
                    ],
                    &[
                        Field::Membership,
                        Field::MembershipConnects,
                        Field::FeeTax,
                        Field::WithdrawalFee,
                        Field::Withdrawals,
                    ],
                ),
            ],
        ),
        Panel::Months => {
            // Each job of a list is paid at once.
            let payments = (!scenario.is_list(Side::Contract)).then(|| row(&[Field::ContractPayments], &[]));
            (row(&[Field::GigDuration], &[Field::ContractDuration]), payments.into_iter().collect())
        }
        Panel::Quote => (
            row(&[Field::Keep], &[Field::HourlyPay]),
            vec![row(&[Field::HourlyRate, Field::WeeklyHours], &[Field::Weeks, Field::Concession])],
        ),
        Panel::Risk => {
            let paid = |side: Side| non_payment(scenario.plans().get(side).protection);
            let (gigs, contract) = (paid(Side::Gigs), paid(Side::Contract));
            let unpaid = if gigs == contract { vec![gigs] } else { vec![gigs, contract] };
            let mut others = vec![Field::NonPayment, Field::EscrowNonPayment, Field::HourlyNonPayment];
            others.retain(|field| !unpaid.contains(field));
            (
                [unpaid, vec![Field::BadReview]],
                vec![
                    row(&[Field::GigProtection], &[Field::ContractProtection]),
                    row(&others, &[Field::WorkLost, Field::ReviewsInSight, Field::AveragePrice]),
                ],
            )
        }
        Panel::Dispute => (row(&[Field::Claim], &[Field::ArbitrationFee]), vec![]),
        Panel::Score => (row(&[Field::GoodJobs], &[Field::BadJobs]), vec![row(&[Field::SilentJobs], &[])]),
        // There is no marketplace to leave.
        Panel::Leaving if scenario.fee_source().payment_service().is_some() => return None,
        Panel::Leaving => {
            // If a fee depends on the months, their fields are among the main ones.
            let months = (!scenario.counts_months()).then(|| row(&[Field::GigMonths], &[Field::ContractMonths]));
            let costs = row(&[Field::ConversionRate], &[Field::ConversionFee]);
            (row(&[Field::MonthlyTakeHome], &[Field::RebuildMonths]), months.into_iter().chain([costs]).collect())
        }
        Panel::Map
        | Panel::List
        | Panel::Books
        | Panel::Working
        | Panel::Influence
        | Panel::Client
        | Panel::Others
        | Panel::About
        | Panel::OwnFee => return None,
    })
}

/// The chance that a job is never paid, by the way it is paid.
fn non_payment(protection: Protection) -> Field {
    match protection {
        Protection::None => Field::NonPayment,
        Protection::Escrow => Field::EscrowNonPayment,
        Protection::Hourly => Field::HourlyNonPayment,
    }
}

/// The inputs of a panel.
#[derive(Clone, Copy)]
pub struct Inputs<'a> {
    /// The reader's state.
    pub state: &'a State,
    /// The scenario that the panel answers for until the reader has typed something.
    pub assumed: Option<&'a Scenario>,
    /// The preset that counts usual costs and hours, as a link.
    pub usual: Option<&'a str>,
}

impl Inputs<'_> {
    /// The inputs of a panel, if it has any, and `note`, which says where their numbers are from.
    pub fn of(self, panel: Panel, note: Option<Html>) -> Option<Html> {
        let scenario = self.assumed.unwrap_or(&self.state.answer.scenario);
        let ([left, right], behind) = fields(panel, scenario)?;
        let counting = (panel == Panel::Costs).then(|| self.counting());
        let more = (!behind.is_empty()).then(|| self.more(panel, &behind));
        let rows = several![counting, self.columns(&left, &right), more, note];
        // One of these numbers alone would say nothing, so changing one takes over the others.
        let goes_together = self.assumed.is_some() && matches!(panel, Panel::Months | Panel::Score);
        let assumed = self.usual.filter(|_| goes_together).map(str::to_owned);
        Some(el!("div", "class" = "th-inputs", "data-assumed" = assumed; rows))
    }

    /// Whether costs and hours are counted, and by what the answer judges then.
    fn counting(self) -> Html {
        // Hourly pay is offered only if both sides have paid hours, or it is chosen already.
        let Answer { scenario, comparison, .. } = &*self.state.answer;
        let after_costs = comparison.after_costs.as_ref();
        let are_timed = scenario.inputs().criterion == Criterion::Hour
            || after_costs.is_some_and(|counted| counted.nets.gigs.times_work && counted.nets.contract.times_work);
        let tick =
            el!("input", "type" = "checkbox", "data-field" = COUNT_COSTS, "value" = self.usual.map(str::to_owned));
        let tick = ticked(tick, after_costs.is_some());
        several![
            el!("label", "class" = "th-check"; tick, self.state.words().count_costs()),
            if are_timed { self.field(Field::Verdict) } else { Html::default() },
        ]
    }

    /// One line, and the fields behind it. It is open if the example or the link sets any of them, or nobody would see that.
    fn more(self, panel: Panel, rows: &[Row]) -> Html {
        let mut fields = vec![];
        if panel == Panel::Leaving {
            fields.push(direct(self.state));
        }
        for [left, right] in rows {
            fields.push(if right.is_empty() { self.field(left[0]) } else { self.columns(left, right) });
        }
        let listed = if panel == Panel::Leaving { &[Field::DirectSchedule, Field::DirectStatus][..] } else { &[] };
        let mut all = listed.iter().chain(rows.iter().flatten().flatten());
        let is_open = all.any(|field| self.state.starts_with(*field));
        folded(self.state.words().more_fields().into(), together(fields), is_open)
    }

    /// Two columns, with the sides' names if their labels do not say which field is whose.
    fn columns(self, left: &[Field], right: &[Field]) -> Html {
        let words = self.state.words();
        let is_shared = words.label(left[0]) == words.label(right[0]);
        let one = |fields: &[Field]| {
            let side = fields[0].side().filter(|side| fields.iter().all(|field| field.side() == Some(*side)));
            let title = side.filter(|_| is_shared).map(|side| words.side_fields(side));
            let fields: Html = fields.iter().map(|field| self.field(*field)).collect();
            // The group's name distinguishes fields that share a label.
            el!("div", "class" = side.map_or("th-column", column), "role" = title.map(|_| "group"), "aria-label" = title;
                title.map(|title| el!("p", "class" = "th-title"; title)), fields)
        };
        el!("div", "class" = "th-sides"; one(left), one(right))
    }

    fn field(self, field: Field) -> Html {
        let words = self.state.words();
        let Kind::Choice(choices) = field.kind() else {
            return plain_field(self.state, field, self.assumed_value(field));
        };
        let choice = |word: &&str| ((*word).to_owned(), words.choice(field, word).to_owned());
        let options = choices.iter().map(choice);
        choice_field(self.state, field, &options.collect::<Vec<_>>())
    }

    /// The value that is assumed for a field until the reader types one.
    fn assumed_value(self, field: Field) -> Option<String> {
        let assumed = self.assumed?.inputs().get(field);
        let is_other = assumed != self.state.answer.scenario.inputs().get(field);
        is_other.then(|| self.state.words().format.value(field, assumed))
    }
}

/// The lists of payment services off the platform, and their statuses.
fn direct(state: &State) -> Html {
    let words = state.words();
    let name = Field::DirectSchedule.name();
    let leaving = &state.answer.scenario.inputs().leaving;
    let (chosen, status) = (leaving.service, leaving.status);
    let options = PAYMENT_SERVICES.iter().rev().filter_map(|id| Schedule::find(id)).map(|schedule| {
        let text = words.direct_schedule(schedule);
        option(schedule.id.into(), schedule.id == chosen.id, text)
    });
    el!("div", "class" = "th-pickers";
        el!("label", "class" = "th-label", "for" = name; words.label(Field::DirectSchedule)),
        list(name, None, chosen.id.to_owned(), options.collect()),
        statuses(Field::DirectStatus, words.label(Field::DirectStatus), &chosen.fee, status))
}
