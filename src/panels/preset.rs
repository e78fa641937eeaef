//! What does a panel answer with before the reader has typed anything? Usual numbers under a name, outside the answer at
//! the top: from the sources that the panel shows, or an example of our own, as its note says; or the reader's own, which are no
//! longer counted.

use engine::compare::{compare, is_spread};
use engine::fees::{FACTS, Fact, Topic};
use engine::scenario::{Field, Protection, Scenario, Side, pairs};

use super::context::PanelContext;
use crate::controls::name::FILL_IN;
use crate::html::{Html, el};
use crate::state::Panel;

/// Numbers to begin with.
pub struct Preset {
    /// The name on its button.
    pub name: &'static str,
    /// The numbers, as a link.
    pub link: String,
}

/// The presets of a panel, and which of them it answers with before the reader says anything.
pub struct Presets {
    all: Vec<Preset>,
    usual: usize,
    /// Whether the reader, or the example, says something.
    is_asked: bool,
}

impl Presets {
    /// The presets of a panel; none if it needs none, or nothing is known in this currency.
    pub fn of(panel: Panel, context: &PanelContext) -> Option<Presets> {
        let is_asked = is_asked(panel, context);
        presets(panel, context).map(|(all, usual)| Presets { all, usual, is_asked })
    }

    /// The one that a panel answers with until the reader says something.
    pub fn usual(&self) -> &Preset {
        &self.all[self.usual]
    }

    /// The scenario that a panel answers for in place of the reader's, if they have not said enough, and what it assumes: of
    /// the usual numbers those in whose place there is none of the reader's.
    pub fn assumed(&self, context: &PanelContext) -> Option<(Preset, Scenario)> {
        if self.is_asked {
            return None;
        }
        let rest = pairs(&self.usual().link).into_iter().filter(|(field, _)| is_open(*field, context));
        let link: Vec<String> = rest.map(|(field, value)| format!("{}={value}", field.name())).collect();
        let preset = Preset { name: self.usual().name, link: link.join("&") };
        let scenario = context.scenario.filled_in(&preset.link)?;
        Some((preset, scenario))
    }

    /// Their buttons. The one that the panel shows is pressed.
    pub fn buttons(&self, context: &PanelContext) -> Html {
        let buttons = self.all.iter().enumerate().filter_map(|(index, preset)| {
            let filled_in = context.scenario.filled_in(&preset.link)?;
            let is_shown = if self.is_asked { filled_in == *context.scenario } else { index == self.usual };
            Some(
                el!("button", "type" = "button", "class" = "th-use", "data-field" = FILL_IN, "value" = preset.link.clone(),
                "aria-pressed" = if is_shown { "true" } else { "false" }; preset.name),
            )
        });
        el!("div", "class" = "th-examples th-presets", "role" = "group", "aria-label" = context.words.presets();
            buttons.collect::<Html>())
    }
}

/// Whether the reader, or the example, says anything that a panel answers.
fn is_asked(panel: Panel, context: &PanelContext) -> bool {
    if panel == Panel::Costs { context.comparison.after_costs.is_some() } else { panel.is_asked(context.scenario) }
}

/// Whether a field still has its default, and the reader did not type that value.
fn is_open(field: Field, context: &PanelContext) -> bool {
    let default = context.scenario.filled_in(&format!("{}={}", field.name(), field.default_text()));
    default.as_ref() == Some(context.scenario) && !context.zeros.has(field)
}

/// Presets of these names, each with its link.
fn named<const N: usize>(names: [&'static str; N], links: [String; N]) -> Vec<Preset> {
    names.into_iter().zip(links).map(|(name, link)| Preset { name, link }).collect()
}

/// All presets of a panel, and the position of the usual one.
fn presets(panel: Panel, context: &PanelContext) -> Option<(Vec<Preset>, usize)> {
    let (words, scenario) = (context.words, context.scenario);
    match panel {
        Panel::Costs => {
            let links = [
                "gig-win-rate=5&contract-win-rate=5&bid-minutes=45&client-overhead=2",
                "gig-win-rate=10&contract-win-rate=10&bid-minutes=35&client-overhead=1.5",
                "gig-win-rate=50&contract-win-rate=50&bid-minutes=10&client-overhead=0.5",
            ];
            let (mut all, mut usual) = (named(words.cost_presets(), links.map(str::to_owned)), 1);
            // Numbers in another currency may be invalid here.
            if let Some(link) = context.uncounted.filter(|link| scenario.filled_in(link).is_some()) {
                usual = all.len();
                all.push(Preset { name: words.preset_own(), link: link.to_owned() });
            }
            Some((all, usual))
        }
        Panel::Months => {
            let plans = scenario.plans();
            let half_a_year = |months: u32| if is_spread(scenario) { months } else { 6 };
            let [gigs, contract] = [plans.gigs.months, plans.contract.months].map(half_a_year);
            let paid = |payments: u32| {
                format!("gig-duration={gigs}&contract-duration={contract}&contract-payments={payments}")
            };
            let mut all = named(words.month_presets(), [1, 2, contract].map(paid));
            // Each job of a list is paid at once.
            all.truncate(if scenario.is_list(Side::Contract) { 1 } else { all.len() });
            Some((all, 0))
        }
        Panel::Quote => {
            let keep = |side: Side| {
                let left = context.comparison.remaining(side);
                format!("keep={}", scenario.currency().plain(left))
            };
            Some((named(words.quote_presets(), [Side::Gigs, Side::Contract].map(keep)), 0))
        }
        Panel::Risk => {
            let (unpaid, review) = (fact(Topic::Payment, Field::NonPayment)?, fact(Topic::Reviews, Field::BadReview)?);
            let paid = |protection: Protection| {
                let protection = protection.word();
                format!("gig-protection={protection}&contract-protection={protection}&{}&{}", unpaid.set, review.set)
            };
            let protections = [Protection::None, Protection::Escrow, Protection::Hourly];
            Some((named(words.risk_presets(), protections.map(paid)), 0))
        }
        Panel::Dispute => {
            // A platform charges in its own currency.
            let fee = fact(Topic::Dispute, Field::ArbitrationFee).filter(|_| scenario.currency().code() == "USD")?;
            let [contract, gig] = [scenario.plans().contract.gross(), scenario.plans().gigs.average_price()];
            let claim = |amount| format!("claim={}&{}", scenario.currency().plain(amount), fee.set);
            Some((named(words.dispute_presets(), [contract, gig].map(claim)), 0))
        }
        Panel::Score => {
            let links = ["good-jobs=5&bad-jobs=0", "good-jobs=9&bad-jobs=1", "good-jobs=48&bad-jobs=2"];
            Some((named(words.score_presets(), links.map(str::to_owned)), 1))
        }
        Panel::Map
        | Panel::Working
        | Panel::Influence
        | Panel::List
        | Panel::Books
        | Panel::Client
        | Panel::Others
        | Panel::Leaving
        | Panel::About
        | Panel::OwnFee => None,
    }
}

/// The newest fact of a topic that sets a field.
fn fact(topic: Topic, field: Field) -> Option<&'static Fact> {
    let sets = |fact: &&Fact| fact.topic == topic && pairs(fact.set).iter().any(|(set, _)| *set == field);
    FACTS.iter().rfind(sets)
}

/// Calls `say` with what a panel answers for: the reader's numbers or, if they say nothing about it, a preset, which it is
/// given too.
pub fn answer<T>(panel: Panel, context: &PanelContext, say: impl Fn(&PanelContext, Option<&Preset>) -> T) -> T {
    let presets = Presets::of(panel, context);
    match presets.and_then(|presets| presets.assumed(context)) {
        Some((preset, scenario)) => {
            let comparison = compare(&scenario);
            say(&PanelContext { scenario: &scenario, comparison: &comparison, ..*context }, Some(&preset))
        }
        None => say(context, None),
    }
}

/// Which numbers a panel has assumed, and where they are from.
pub fn note(panel: Panel, context: &PanelContext, preset: &Preset) -> Option<Html> {
    let words = context.words;
    let inputs = context.scenario.inputs();
    // No source says what is in dispute.
    let is_sourced = |field: &Field| field.kind().is_number() && *field != Field::Claim;
    let assumed: Vec<Field> = pairs(&preset.link).into_iter().map(|(field, _)| field).filter(is_sourced).collect();
    if assumed.is_empty() {
        return None;
    }
    // Inputs show the numbers themselves.
    let unseen = assumed.into_iter().filter(|_| !context.live);
    let numbers = unseen.map(|field| (field, inputs.get(field)));
    let note = match panel {
        Panel::Costs if context.uncounted.is_some() => return None,
        Panel::Costs => words.costs_assumed(numbers),
        Panel::Risk | Panel::Dispute => words.sources_assumed(numbers),
        Panel::Months | Panel::Score => words.example_assumed(numbers),
        Panel::Map
        | Panel::Working
        | Panel::Influence
        | Panel::List
        | Panel::Quote
        | Panel::Client
        | Panel::Others
        | Panel::Books
        | Panel::Leaving
        | Panel::About
        | Panel::OwnFee => return None,
    };
    Some(el!("p", "class" = "th-hint"; note))
}
