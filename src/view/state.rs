//! What the reader has typed, and the one way in which it changes. No browser is known here.

use std::rc::Rc;

use super::range::{Ranges, SLIDERS};
use crate::amount::Rate;
use crate::compare::{Comparison, Quantity, compare};
use crate::report::Words;
use crate::scenario::{
    Draft, Field, Given, Ignored, Kind, Problem, Scenario, Tariff, read_link, read_number, validate,
};

/// A scenario and what it comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What was compared.
    pub scenario: Scenario,
    /// The result.
    pub comparison: Comparison,
}

impl Answer {
    fn of(scenario: Scenario) -> Answer {
        let comparison = compare(&scenario);
        Answer { scenario, comparison }
    }
}

/// The author's example, as the element's attributes give it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Author {
    /// What the attributes say.
    pub given: Given,
    /// What in them was not used.
    pub ignored: Vec<Ignored>,
}

/// Everything that the page shows is derived from this.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The author's example.
    pub author: Author,
    /// Every field as typed.
    pub draft: Draft,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
    /// The last draft that could be computed, whose answer is shown.
    pub good: Draft,
    /// That answer.
    pub answer: Rc<Answer>,
    /// What the link named that was not used.
    pub ignored: Vec<Ignored>,
    /// How far the sliders reach.
    pub ranges: Ranges,
    /// Whether the working is open.
    pub working: bool,
    words: Words,
}

/// What a reader, or the page around the element, does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Types into a field.
    Type(Field, String),
    /// Is done typing in it.
    Finish(Field),
    /// Drags a slider to a value.
    Slide(Quantity, i64),
    /// Chooses a schedule of the catalogue, or a fee of their own.
    ChooseSchedule(String),
    /// Lets each side have a rate of its own, or one rate for both.
    OwnRates(bool),
    /// Opens or closes the working.
    Working(bool),
    /// Goes back to the author's example.
    Back,
    /// Opens a link to a scenario.
    Follow(String),
    /// The page changes the element's attributes.
    Rewrite(Box<Author>),
}

impl State {
    /// The author's example, or what the page's fragment makes of it.
    ///
    /// # Panics
    ///
    /// Never: attributes and links leave out what cannot be computed.
    pub fn new(author: Author, fragment: &str) -> State {
        let (draft, ignored) = read_link(&author.given, fragment);
        let Ok(scenario) = validate(&draft) else { panic!("links and attributes leave a draft that can be computed") };
        let draft = tidy_all(draft, &scenario);
        let ranges = Ranges::around(&scenario);
        let words = Words::new(&draft, scenario.currency());
        let answer = Rc::new(Answer::of(scenario));
        State { author, good: draft.clone(), draft, problems: vec![], answer, ignored, ranges, working: false, words }
    }

    /// The example or a link to it, with what is open left open.
    fn started_from(&self, fragment: &str) -> State {
        State { working: self.working, ..State::new(self.author.clone(), fragment) }
    }

    /// The words for this state.
    pub fn words(&self) -> Words {
        self.words
    }

    /// Whether the answer shown is not that of the draft.
    pub fn is_stale(&self) -> bool {
        !self.problems.is_empty()
    }

    /// The fragment that brings this scenario back.
    pub fn link(&self) -> String {
        crate::scenario::write_link(&self.good, &self.author.given)
    }

    /// What is wrong with a field.
    pub fn problem(&self, field: Field) -> Option<&Problem> {
        self.problems.iter().find(|problem| problem.field == field)
    }

    /// Whether the sides have rates of their own.
    pub fn has_own_rates(&self) -> bool {
        [Field::GigRate, Field::ContractRate].iter().any(|&field| !self.draft.text(field).is_empty())
    }

    /// The state after an action.
    #[must_use]
    pub fn after(&self, action: Action) -> State {
        match action {
            Action::Type(field, text) => self.with(self.draft.clone().with(field, &text)),
            Action::Finish(field) => State { draft: tidy(self.draft.clone(), field, &self.words()), ..self.clone() },
            Action::Slide(quantity, value) => {
                let field =
                    SLIDERS.iter().find(|(_, slider)| *slider == quantity).map_or(Field::Gigs, |slider| slider.0);
                self.with(self.draft.clone().with(field, &self.words().format.value(quantity, value)))
            }
            Action::ChooseSchedule(id) => self.choose(&id),
            Action::OwnRates(own) => {
                let rate = self.draft.text(Field::Rate).to_owned();
                let text = if own { rate.as_str() } else { "" };
                self.with(self.draft.clone().with(Field::GigRate, text).with(Field::ContractRate, text))
            }
            Action::Working(working) => State { working, ..self.clone() },
            Action::Back => self.started_from(""),
            Action::Follow(fragment) => self.started_from(&fragment),
            Action::Rewrite(author) => self.rewritten(*author),
        }
    }

    fn choose(&self, id: &str) -> State {
        let draft = self.draft.clone();
        if id == Tariff::CUSTOM {
            // The fee that was shown, to be changed.
            let fee = self.answer.scenario.fee().to_string();
            return self.with(draft.with(Field::Schedule, id).with(Field::Fee, &fee));
        }
        let mut draft = draft.with(Field::Schedule, id).with(Field::Fee, "");
        // A rate or a currency that the schedule does not allow would be an error of ours, not of the reader's.
        if let Err(problems) = validate(&draft) {
            for problem in problems {
                match problem.field {
                    Field::Rate => draft = draft.with(Field::Rate, Field::Rate.default_text()),
                    Field::GigRate | Field::ContractRate | Field::Currency => draft = draft.with(problem.field, ""),
                    _ => {}
                }
            }
        }
        self.with(draft)
    }

    /// Only what the page changed changes; the reader's other numbers stay.
    fn rewritten(&self, author: Author) -> State {
        let before = Given::resolve(&[&self.author.given]);
        let after = Given::resolve(&[&author.given]);
        let changed = Field::ALL.into_iter().filter(|&field| before.text(field) != after.text(field));
        let draft = changed.fold(self.draft.clone(), |draft, field| draft.with(field, after.text(field)));
        let next = State { author, ..self.clone() }.with(draft);
        match validate(&next.draft) {
            Ok(scenario) => State { draft: tidy_all(next.draft.clone(), &scenario), ..next },
            Err(_) => next,
        }
    }

    fn with(&self, draft: Draft) -> State {
        match validate(&draft) {
            Ok(scenario) => {
                let ranges = if scenario.fee() == self.answer.scenario.fee() {
                    self.ranges.reaching(&scenario)
                } else {
                    Ranges::around(&scenario)
                };
                let answer = if scenario == self.answer.scenario {
                    Rc::clone(&self.answer)
                } else {
                    Rc::new(Answer::of(scenario))
                };
                let good = draft.clone();
                let words = Words::new(&draft, answer.scenario.currency());
                State { draft, good, problems: vec![], answer, ranges, words, ..self.clone() }
            }
            Err(problems) => State { draft, problems, ..self.clone() },
        }
    }
}

/// Every number as the page writes it.
fn tidy_all(draft: Draft, scenario: &Scenario) -> Draft {
    let words = Words::new(&draft, scenario.currency());
    Field::ALL.into_iter().fold(draft, |draft, field| tidy(draft, field, &words))
}

/// A number as the page writes it; a text that is none stays as typed.
fn tidy(draft: Draft, field: Field, words: &Words) -> Draft {
    let Ok(number) = read_number(draft.text(field), draft.decimal_mark()) else { return draft };
    let text = match field.kind() {
        Kind::Money { .. } => words.format.currency.amount(number).map(|amount| words.format.amount(amount)),
        Kind::Count => u32::try_from(number).ok().map(|count| words.format.count(count)),
        Kind::Rate { .. } => Rate::from_percent(number).ok().map(|rate| words.format.percent(rate)),
        Kind::Schedule | Kind::Fee | Kind::Flag | Kind::Choice(_) | Kind::Currency | Kind::Lang => None,
    };
    match text {
        Some(text) => draft.with(field, &text),
        None => draft,
    }
}
