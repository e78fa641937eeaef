//! Which inputs count more than the fee? Numbers with painted sliders if they affect the lead, otherwise plain ones.

use engine::fees::{PAYMENT_SERVICES, Schedule};
use engine::scenario::{Field, Kind, Side, Slider};

use crate::controls::{choice_field, list, number_field, option, plain_field, statuses};
use crate::html::{Html, el};
use crate::state::State;
use crate::style::column;

const GIGS: [Field; 4] = [Field::GigHours, Field::GigOverhead, Field::GigWinRate, Field::GigBoughtIn];
const CONTRACT: [Field; 4] =
    [Field::ContractHours, Field::ContractOverhead, Field::ContractWinRate, Field::ContractBoughtIn];
const BIDS: [Field; 5] =
    [Field::BidMinutes, Field::BidCost, Field::BidConnects, Field::ConnectPrice, Field::ClientOverhead];
const REST: [Field; 7] = [
    Field::FreeConnects,
    Field::HeldConnects,
    Field::Membership,
    Field::MembershipConnects,
    Field::FeeTax,
    Field::WithdrawalFee,
    Field::Withdrawals,
];

/// Hours, bids and other costs.
pub fn costs(state: &State) -> Html {
    // Hourly pay is offered only if both sides have hours, or it is chosen already.
    let hourly = state.answer.comparison.after_costs.as_ref().is_some_and(|after_costs| {
        after_costs.nets.gigs.hourly.is_some() && after_costs.nets.contract.hourly.is_some()
    });
    let by = hourly.then(|| field(state, Field::Verdict));
    el!("div", "class" = "th-inputs"; by, columns(state, &GIGS, &CONTRACT), columns(state, &BIDS, &REST))
}

/// How the payments are spread.
pub fn months(state: &State) -> Html {
    el!("div", "class" = "th-inputs";
        columns(state, &[Field::GigDuration], &[Field::ContractDuration, Field::ContractPayments]))
}

/// What a quote should achieve.
pub fn quote(state: &State) -> Html {
    let left = [Field::Keep, Field::HourlyPay, Field::Concession];
    let right = [Field::HourlyRate, Field::WeeklyHours, Field::Weeks];
    el!("div", "class" = "th-inputs"; columns(state, &left, &right))
}

/// What may go wrong, and how likely.
pub fn risk(state: &State) -> Html {
    let reviews = [Field::BadReview, Field::ReviewsInSight, Field::AveragePrice, Field::WorkLost];
    let payments = [Field::NonPayment, Field::EscrowNonPayment, Field::HourlyNonPayment];
    let disputes = [Field::Claim, Field::ArbitrationFee];
    let score = [Field::GoodJobs, Field::BadJobs, Field::SilentJobs];
    el!("div", "class" = "th-inputs";
        columns(state, &[Field::GigProtection], &[Field::ContractProtection]),
        columns(state, &reviews, &payments),
        columns(state, &disputes, &score))
}

/// What is charged off the platform, and what the account is worth.
pub fn leaving(state: &State) -> Html {
    let left = [Field::ConversionRate, Field::ConversionFee];
    let right = [Field::MonthlyTakeHome, Field::RebuildMonths];
    // If a fee depends on the months, their fields are among the main ones.
    let months = (!state.answer.scenario.counts_months()).then(|| {
        let one = |side: Side, field: Field| {
            el!("div", "class" = column(side);
                el!("p", "class" = "th-title"; state.words().side_fields(side)), plain_field(state, field, None))
        };
        let (gigs, contract) = (one(Side::Gigs, Field::GigMonths), one(Side::Contract, Field::ContractMonths));
        el!("div", "class" = "th-sides"; gigs, contract)
    });
    el!("div", "class" = "th-inputs"; direct(state), months, columns(state, &left, &right))
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

/// Two columns, with the sides' names if the fields belong to them.
fn columns(state: &State, left: &[Field], right: &[Field]) -> Html {
    let one = |fields: &[Field]| {
        let side = fields[0].side();
        let title = side.map(|side| el!("p", "class" = "th-title"; state.words().side_fields(side)));
        let fields: Vec<Html> = fields.iter().map(|which| field(state, *which)).collect();
        el!("div", "class" = side.map_or("th-column", column); title, fields)
    };
    el!("div", "class" = "th-sides"; one(left), one(right))
}

fn field(state: &State, field: Field) -> Html {
    let words = state.words();
    match field.kind() {
        Kind::Choice(choices) => {
            let options = choices.iter().enumerate().map(|(index, value)| (*value, words.choice(field, index)));
            choice_field(state, field, &options.collect::<Vec<_>>())
        }
        _ if field.slider() == Slider::None => plain_field(state, field, None),
        _ => number_field(state, field, words.label(field)),
    }
}
