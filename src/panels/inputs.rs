//! Which inputs does a panel have? A few for each question, and the rest behind one line.

use engine::fees::{PAYMENT_SERVICES, Schedule};
use engine::scenario::{Field, Kind, Scenario};

use crate::controls::name::COUNT_COSTS;
use crate::controls::{choice_field, fold, list, option, plain_field, statuses};
use crate::html::{Html, el, ticked, together};
use crate::state::{Panel, State};
use crate::style::column;

const REST: [Field; 8] = [
    Field::ConnectPrice,
    Field::FreeConnects,
    Field::HeldConnects,
    Field::Membership,
    Field::MembershipConnects,
    Field::FeeTax,
    Field::WithdrawalFee,
    Field::Withdrawals,
];

/// The inputs of a panel.
#[derive(Clone, Copy)]
pub struct Inputs<'a> {
    /// What the reader has typed.
    pub state: &'a State,
    /// What the panel answers for until the reader has typed something.
    pub assumed: Option<&'a Scenario>,
    /// The preset that counts usual costs and hours, as a link.
    pub usual: Option<&'a str>,
}

impl Inputs<'_> {
    /// The inputs of a panel, if it has any.
    pub fn of(self, panel: Panel) -> Option<Html> {
        let rows = match panel {
            Panel::Costs => self.costs(),
            Panel::Months => {
                vec![self.columns(&[Field::GigDuration], &[Field::ContractDuration, Field::ContractPayments])]
            }
            Panel::Quote => vec![
                self.columns(&[Field::Keep, Field::HourlyPay], &[Field::Concession]),
                self.more(vec![self.columns(&[Field::HourlyRate, Field::WeeklyHours], &[Field::Weeks])]),
            ],
            Panel::Risk => vec![
                self.columns(&[Field::NonPayment, Field::EscrowNonPayment], &[Field::BadReview, Field::WorkLost]),
                self.more(vec![
                    self.columns(&[Field::GigProtection], &[Field::ContractProtection]),
                    self.columns(&[Field::HourlyNonPayment], &[Field::ReviewsInSight, Field::AveragePrice]),
                ]),
            ],
            Panel::Dispute => vec![self.columns(&[Field::Claim], &[Field::ArbitrationFee])],
            Panel::Score => vec![self.columns(&[Field::GoodJobs, Field::BadJobs], &[Field::SilentJobs])],
            Panel::Leaving => self.leaving(),
            Panel::Map
            | Panel::List
            | Panel::Books
            | Panel::Working
            | Panel::Influence
            | Panel::Client
            | Panel::Others
            | Panel::About
            | Panel::OwnFee => return None,
        };
        // One of these numbers alone would say nothing, so changing one takes over the others.
        let goes_together = self.assumed.is_some() && matches!(panel, Panel::Months | Panel::Score);
        let assumed = self.usual.filter(|_| goes_together).map(str::to_owned);
        Some(el!("div", "class" = "th-inputs", "data-assumed" = assumed; rows))
    }

    fn costs(self) -> Vec<Html> {
        // Hourly pay is offered only if both sides have hours, or it is chosen already.
        let after_costs = self.state.answer.comparison.after_costs.as_ref();
        let are_timed = after_costs.is_some_and(|after_costs| {
            after_costs.nets.gigs.hourly.is_some() && after_costs.nets.contract.hourly.is_some()
        });
        let tick =
            el!("input", "type" = "checkbox", "data-field" = COUNT_COSTS, "value" = self.usual.map(str::to_owned));
        let tick = ticked(tick, after_costs.is_some());
        vec![
            el!("label", "class" = "th-check"; tick, self.state.words().count_costs()),
            if are_timed { self.field(Field::Verdict) } else { Html::default() },
            self.columns(&[Field::GigHours, Field::BidMinutes], &[Field::ContractHours, Field::ClientOverhead]),
            self.more(vec![
                self.columns(
                    &[Field::GigWinRate, Field::GigOverhead, Field::GigBoughtIn],
                    &[Field::ContractWinRate, Field::ContractOverhead, Field::ContractBoughtIn],
                ),
                self.columns(&[Field::BidCost, Field::BidConnects], &REST),
            ]),
        ]
    }

    fn leaving(self) -> Vec<Html> {
        // If a fee depends on the months, their fields are among the main ones.
        let is_main = self.state.answer.scenario.counts_months();
        let months = (!is_main).then(|| self.columns(&[Field::GigMonths], &[Field::ContractMonths]));
        vec![
            self.columns(&[Field::MonthlyTakeHome], &[Field::RebuildMonths]),
            self.more(vec![
                direct(self.state),
                months.unwrap_or_default(),
                self.columns(&[Field::ConversionRate], &[Field::ConversionFee]),
            ]),
        ]
    }

    /// Fields that few readers need.
    fn more(self, rows: Vec<Html>) -> Html {
        fold(self.state.words().more_fields(), together(rows))
    }

    /// Two columns, with the sides' names if all their fields belong to them.
    fn columns(self, left: &[Field], right: &[Field]) -> Html {
        let one = |fields: &[Field]| {
            let side = fields[0].side().filter(|side| fields.iter().all(|field| field.side() == Some(*side)));
            let title = side.map(|side| el!("p", "class" = "th-title"; self.state.words().side_fields(side)));
            let fields: Vec<Html> = fields.iter().map(|field| self.field(*field)).collect();
            el!("div", "class" = side.map_or("th-column", column); title, fields)
        };
        el!("div", "class" = "th-sides"; one(left), one(right))
    }

    fn field(self, field: Field) -> Html {
        let words = self.state.words();
        match field.kind() {
            Kind::Choice(choices) => {
                let choice =
                    |(index, value): (usize, &&str)| ((*value).to_owned(), words.choice(field, index).to_owned());
                let options = choices.iter().enumerate().map(choice);
                choice_field(self.state, field, &options.collect::<Vec<_>>())
            }
            _ => plain_field(self.state, field, self.assumed_value(field)),
        }
    }

    /// What a field is taken to be until somebody types something.
    fn assumed_value(self, field: Field) -> Option<String> {
        let assumed = self.assumed?.inputs().get(field);
        let is_other = assumed != self.state.answer.scenario.inputs().get(field);
        is_other.then(|| self.state.words().format.value(field, assumed))
    }
}

/// The lists of payment services and their statuses.
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
