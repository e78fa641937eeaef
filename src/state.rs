//! What has the reader typed, and what follows from it? The only way in which the state changes, without a browser.

mod action;
mod answer;
mod attributes;
mod author;
mod bring_back;
mod doubt;
mod fee;
mod panel;
mod pointed;
mod range;
mod rates;
mod repair;
mod tidy;
mod zeros;

use std::rc::Rc;

use engine::amount::{Currency, Decimal};
use engine::fees::Payer;
use engine::scenario::{
    DecimalMark, Draft, FeeSource, Field, Group, Ignored, Kind, Overrides, Problem, Reason, Side, differs, pairs,
    read_link, relisted, validate, write_link,
};
use time::Date;
use words::Words;

pub use action::Action;
pub use answer::{Answer, Answered, Good};
pub use author::Author;
use doubt::Doubt;
pub use panel::{Open, Panel};
pub use pointed::Pointed;
pub use range::{Ranges, round_up};
use rates::{ChosenRates, is_rate};
use repair::fitting;
use tidy::{tidy, tidy_all};
pub use zeros::Zeros;

/// Everything that the page shows is derived from this.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The author's example.
    pub author: Rc<Author>,
    /// The same, computed.
    pub example: Rc<Answered>,
    /// The values that the example and the link set, before the reader changed anything.
    started: Draft,
    /// Every field as typed.
    pub draft: Draft,
    /// Its problems.
    pub problems: Rc<[Problem]>,
    /// The last draft that could be computed, whose answer is shown.
    pub good: Good,
    /// That answer.
    pub answer: Rc<Answer>,
    /// The answer at which the reader last rested.
    pub rested: Rc<Answer>,
    /// Parts of the link that were ignored.
    pub ignored: Rc<[Ignored]>,
    /// The ranges of the sliders.
    pub ranges: Ranges,
    /// Which panels are open.
    pub open: Open,
    /// The two numbers of the map, across and up.
    pub axes: [Field; 2],
    /// Whether the part that fills the panels failed to load.
    pub panels_failed: bool,
    /// Whether a choice of the reader's waits for a part that failed to load.
    pub choice_failed: bool,
    /// Whether each side has its own rate.
    pub own_rates: bool,
    /// The rates that the reader chose, where others have taken their place.
    chosen_rates: Option<Rc<ChosenRates>>,
    /// The fee that the reader or the author wrote, where a schedule has taken its place.
    own_fee: Option<Rc<str>>,
    /// The currency of amounts before the reader chose anything.
    first_currency: Currency,
    /// The currency field's text before another fee was tried for comparison, so that amounts keep their currency.
    before_comparing: Option<Rc<str>>,
    /// The day on which the page is read, where anybody knows it.
    pub today: Option<Date>,
    /// The field in which the reader is typing.
    pub typing: Option<Field>,
    /// The state before the reader began to type a number there.
    before_typing: Option<Rc<State>>,
    /// The state before a button took numbers of the reader's away, until they choose something else.
    taken_away: Option<Rc<State>>,
    /// The costs and hours that the reader no longer counts, as a link.
    uncounted: Option<Rc<str>>,
    /// The doubt about the last text of that kind, and its field.
    doubted: Option<(Field, Doubt)>,
    /// The fields in which the reader has typed a zero.
    zeros: Zeros,
    words: Words,
}

impl State {
    /// The author's example, or what the page's fragment makes of it.
    ///
    /// # Panics
    ///
    /// Never: values of attributes and links that cannot be computed are ignored.
    pub fn new(author: impl Into<Rc<Author>>, fragment: &str) -> State {
        let author = author.into();
        let (draft, ignored) = read_link(&author.overrides, fragment);
        State::showing(author, draft, ignored)
    }

    /// The author's example with the numbers of a link from the defaults, and with open panels.
    ///
    /// # Panics
    ///
    /// Never: a link leaves out what cannot be computed.
    pub fn restored(author: impl Into<Rc<Author>>, link: &str, open: Open) -> State {
        let (draft, ignored) = read_link(&Overrides::default(), link);
        let mut state = State::showing(author.into(), draft, ignored);
        state.open = open;
        state
    }

    fn showing(author: Rc<Author>, draft: Draft, ignored: Vec<Ignored>) -> State {
        let Answered { draft, answer } = Answered::of(draft);
        let ranges = Ranges::around(&answer.scenario);
        let words = Words::of(&draft, &answer.scenario, &answer.comparison);
        let own_rates = draft.has_own_rates();
        State {
            example: Answered::example(&author),
            author,
            started: draft.clone(),
            first_currency: answer.scenario.currency(),
            before_comparing: None,
            good: draft.clone().into(),
            draft,
            problems: Rc::default(),
            rested: Rc::clone(&answer),
            taken_away: None,
            uncounted: None,
            answer,
            ignored: ignored.into(),
            ranges,
            open: Open::default(),
            axes: [Field::GigPrice, Field::Gigs],
            panels_failed: false,
            choice_failed: false,
            own_fee: None,
            own_rates,
            chosen_rates: None,
            today: None,
            typing: None,
            before_typing: None,
            doubted: None,
            zeros: Zeros::default(),
            words,
        }
    }

    /// The same state with a change. Literals with `..self.clone()` move each of the other fields: 2.7 kB more of compressed Wasm.
    fn but(&self, change: impl FnOnce(&mut State)) -> State {
        let mut next = self.clone();
        change(&mut next);
        next
    }

    /// The example, or a link to it.
    fn started_from(&self, fragment: &str) -> State {
        self.looking_at(State::new(Rc::clone(&self.author), fragment))
    }

    /// Other numbers; open panels stay open.
    fn looking_at(&self, mut other: State) -> State {
        other.open = self.open;
        other.axes = self.axes;
        other.panels_failed = self.panels_failed;
        other.today = self.today;
        other
    }

    /// The same state, read on that day.
    #[must_use]
    pub fn read_on(mut self, today: Option<Date>) -> State {
        self.today = today;
        self
    }

    /// The same state, in which a choice of the reader's may wait for a part that failed to load.
    #[must_use]
    pub fn with_failed_choice(mut self, choice_failed: bool) -> State {
        self.choice_failed = choice_failed;
        self
    }

    /// The words for this state.
    pub fn words(&self) -> Words {
        self.words
    }

    /// Whether only an article's first screen is shown.
    pub fn is_compact(&self) -> bool {
        self.draft.text(Field::View) == "compact"
    }

    /// Whether the answer shown is not that of the draft.
    pub fn is_stale(&self) -> bool {
        !self.problems.is_empty()
    }

    /// Whether the reader has rested on the answer shown.
    pub fn is_rested(&self) -> bool {
        Rc::ptr_eq(&self.rested, &self.answer)
    }

    /// The fragment that leads back to this scenario.
    pub fn link(&self) -> String {
        if self.author.overrides == Overrides::default() {
            self.good.link().as_ref().into()
        } else {
            write_link(&self.good.draft, &self.author.overrides)
        }
    }

    /// Whether a link brings back more than the example, or something is typed that cannot be used.
    pub fn is_changed(&self) -> bool {
        self.is_stale() || Field::ALL.iter().copied().any(|field| self.has_changed(field))
    }

    /// The fields in which the answer shown differs from the example, except for its looks, each with both texts.
    pub fn changes(&self) -> Vec<(Field, &str, &str)> {
        let texts = |field: Field| (field, self.example.draft.text(field), self.good.draft.text(field));
        let is_look = |field: &Field| matches!(field, Field::Lang | Field::Theme | Field::View);
        let all = Field::ALL.iter().copied().filter(|field| !is_look(field));
        all.filter(|field| self.has_changed(*field)).map(texts).collect()
    }

    /// Whether the reader would say that a field differs from the example.
    fn has_changed(&self, field: Field) -> bool {
        let (before, now) = (&self.example.draft, &self.good.draft);
        if !differs(field, before, now) {
            return false;
        }
        // A schedule that an own fee takes the place of does not matter, nor does a currency named to compare with other fees.
        let are_own = |payer: Payer| before.is_own_fee(payer) && now.is_own_fee(payer);
        let does_not_matter = is_rate(field) && self.undone(field, before) == now.text(field)
            || field == Field::Schedule && are_own(Payer::Freelancer)
            || field == Field::ClientSchedule && are_own(Payer::Client)
            || field == Field::Currency && self.before_comparing.is_some()
            || now.is_replaced(field);
        !does_not_matter
    }

    /// What a field would have if its change from an example were undone: the example's text or, of a rate, the nearest that the
    /// fee allows.
    pub fn undone(&self, field: Field, example: &Draft) -> String {
        let text = example.text(field);
        if !is_rate(field) {
            return text.into();
        }
        let draft = self.good.draft.clone();
        // One for each side would take the place of that for both.
        let alone =
            if field == Field::Rate { draft.with(Field::GigRate, "").with(Field::ContractRate, "") } else { draft };
        fitting(alone.with(field, text), None).text(field).into()
    }

    /// Whether what is shown needs the part that answers closed questions: the reader or the example asks one, or one is open.
    pub fn needs_answers(&self) -> bool {
        self.open.any() || Panel::ALL.iter().any(|panel| panel.is_asked(&self.answer.scenario))
    }

    /// Whether what is shown needs the part that fills panels: one is open, or a fee is being typed.
    pub fn needs_panels(&self) -> bool {
        self.open.any() || self.answer.scenario.fee_source() == FeeSource::Custom
    }

    /// Whether the example or the link sets a field. What the reader types changes nothing about it.
    pub fn starts_with(&self, field: Field) -> bool {
        differs(field, &self.started, &Overrides::default_draft())
    }

    /// The problem of a field, if it has one.
    pub fn problem(&self, field: Field) -> Option<&Problem> {
        self.problems.iter().find(|problem| problem.field == field)
    }

    /// The doubt about a text that the reader has typed, until it is changed.
    fn doubted(&self, field: Field) -> Option<Doubt> {
        self.doubted.filter(|(doubted, _)| *doubted == field).map(|(_, doubt)| doubt)
    }

    /// Whether the text in a field is ambiguous.
    pub fn is_doubted(&self, field: Field) -> bool {
        self.doubted(field).is_some()
    }

    /// The number that the reader may have meant instead of the one that was understood.
    pub fn doubt(&self, field: Field) -> Option<Decimal> {
        if let Doubt::Number(other) = self.doubted(field)? { Some(other) } else { None }
    }

    /// Whether the reader has typed an amount in another currency, which was read as one in that of the page.
    pub fn is_in_other_currency(&self, field: Field) -> bool {
        matches!(self.doubted(field), Some(Doubt::Currency(_)))
    }

    /// The currency of such an amount, if the fee can be charged in it.
    pub fn typed_currency(&self, field: Field) -> Option<Currency> {
        match self.doubted(field)? {
            Doubt::Currency(typed) => Some(typed).filter(|typed| self.may_be_in(*typed)),
            Doubt::Number(_) => None,
        }
    }

    /// The state after an action.
    #[must_use]
    pub fn after(&self, action: Action) -> State {
        let (typing, doubted) = match &action {
            Action::Type(field, text) => {
                let others = self.doubted.filter(|(doubted, _)| doubted != field);
                let currency = self.answer.scenario.currency();
                let found = Doubt::of(text, *field, self.draft.decimal_mark(), currency).map(|found| (*field, found));
                (Some(*field), found.or(others))
            }
            Action::Rest | Action::PanelsFailed(_) => (self.typing, self.doubted),
            Action::Finish(_) | Action::Open(..) => (None, self.doubted),
            Action::Choose(field, _) => (None, self.doubted.filter(|(doubted, _)| doubted != field)),
            Action::Slide(..)
            | Action::Place(_)
            | Action::ChooseAxis(..)
            | Action::ChooseSchedule(_)
            | Action::CompareUnder(_)
            | Action::OwnRates(_)
            | Action::ChooseClient(_)
            | Action::FillIn(_)
            | Action::Set(_)
            | Action::Several(_)
            | Action::IgnoreCosts
            | Action::Back
            | Action::BringBack
            | Action::Follow(_)
            | Action::Rewrite(_) => (None, None),
        };
        let before_typing = if let Action::Type(field, _) = &action {
            let is_first = self.typing != Some(*field);
            let before = || Rc::new(self.but(|before| before.before_typing = None));
            if is_first { field.kind().is_number().then(before) } else { self.before_typing.clone() }
        } else {
            self.before_typing.clone().filter(|_| typing.is_some())
        };
        let is_over = action.is_a_choice() || matches!(action, Action::PanelsFailed(_));
        let choice_failed = self.choice_failed && !is_over;
        let taken_away = self.taken_away_by(&action);
        let mut next = self.acted(action);
        next.choice_failed = choice_failed;
        next.typing = typing;
        next.before_typing = before_typing;
        next.taken_away = taken_away;
        next.doubted = doubted;
        next.without_half_a_number()
    }

    /// A number that cannot be used leaves the answer from before it was typed: in `2 hundred`, nobody means the 2.
    fn without_half_a_number(mut self) -> State {
        if let Some(before) = self.before_typing.clone().filter(|_| self.is_stale()) {
            self.good = before.good.clone();
            self.answer = Rc::clone(&before.answer);
            self.ranges = before.ranges.clone();
            self.uncounted.clone_from(&before.uncounted);
            self.words = before.words;
        }
        self
    }

    fn acted(&self, action: Action) -> State {
        match action {
            Action::Type(field, text) => self.with_text(field, &text),
            Action::Choose(field, value) => self.choosing(field, value),
            Action::Finish(field) => {
                let currency = self.answer.scenario.currency();
                self.clone().rewritten_by(&|draft| {
                    let words = Words::new(&draft, currency);
                    tidy(draft, field, &words)
                })
            }
            Action::Slide(field, value) => self.acted(Action::Type(field, self.words().format.value(field, value))),
            Action::Place(values) => {
                let mut state = self.clone();
                for (field, value) in values {
                    if state.answer.scenario.inputs().get(field) != value {
                        state = state.acted(Action::Slide(field, value));
                    }
                }
                state
            }
            Action::ChooseAxis(which, field) => self.but(|next| next.axes = with_axis(self.axes, which, field)),
            Action::ChooseSchedule(id) => {
                let chosen = self.choose(&id, None);
                // An amount may be finer than the platform's currency.
                if chosen.is_stale() && !self.is_stale() { self.in_its_currency(&id) } else { chosen }
            }
            Action::CompareUnder(id) => self.in_its_currency(&id),
            Action::OwnRates(own) => self.with_own_rates(own),
            Action::ChooseClient(id) => self.choose_client(&id),
            Action::FillIn(link) => self.set(&pairs(&link)),
            Action::Set(values) => self.set(&values),
            Action::Several(actions) => {
                let mut state = self.clone();
                for action in actions {
                    state = state.after(action);
                }
                state
            }
            Action::IgnoreCosts => self.without_costs(),
            Action::Rest => self.but(|next| next.rested = Rc::clone(&self.answer)),
            Action::Open(panel, open) => self.but(|next| {
                next.open = self.open.with(panel, open);
                // Opening one requests its part, again if it failed before.
                next.panels_failed &= !open;
            }),
            Action::PanelsFailed(failed) => self.but(|next| next.panels_failed = failed),
            Action::Back => self.started_from(""),
            Action::BringBack => match &self.taken_away {
                Some(before) => self.looking_at(State::clone(before)),
                None => self.clone(),
            },
            Action::Follow(fragment) => self.started_from(&fragment),
            Action::Rewrite(author) => self.rewritten(&author),
        }
    }

    /// The state with another value from a list, a tick or a button.
    fn choosing(&self, field: Field, value: String) -> State {
        let mut next = self.acted(Action::Type(field, value));
        // A zero that a button puts back was not typed.
        if next.zeros.has(field) {
            next.zeros = next.zeros.with(field, false);
            next = next.with(next.draft.clone());
        }
        // Hours that are undone decide nothing any more.
        let lacks_hours = |problem: &Problem| matches!(problem.reason, Reason::NoHours);
        if field != Field::Verdict && !next.problems.is_empty() && next.problems.iter().all(lacks_hours) {
            let verdict = Field::Verdict;
            return next.with(next.draft.clone().with(verdict, verdict.default_text()));
        }
        next
    }

    /// The state with another text in a field, and with everything that follows from it.
    fn with_text(&self, field: Field, text: &str) -> State {
        let draft = self.draft.clone().with(field, text);
        // Another charge may apply then, and not allow the rate.
        let is_of_charge = matches!(
            field,
            Field::Status | Field::ClientStatus | Field::DirectSchedule | Field::GigMonths | Field::ContractMonths
        );
        // A typed fee is the reader's own, even while it is empty.
        if field == Field::Fee {
            let draft = self.in_own_currency().with(Field::Schedule, FeeSource::CUSTOM).with(Field::Fee, text);
            self.but(|next| next.before_comparing = None).fitted(draft, Some(field))
        } else if field == Field::ClientFee {
            self.fitted(draft.with(Field::ClientSchedule, FeeSource::CUSTOM), Some(field))
        } else if is_of_charge {
            self.fitted(draft, Some(field))
        } else {
            let zeros = self.zeros.with(field, draft.number(field).is_ok_and(|number| number.is_zero()));
            let next = self.but(|next| {
                next.zeros = zeros;
                next.chosen_rates.take_if(|_| is_rate(field));
            });
            next.with(draft).in_chosen_currency(field == Field::Currency)
        }
    }

    /// The state with values as a link has them, but not escaped.
    fn set(&self, values: &[(Field, String)]) -> State {
        let mark = self.draft.decimal_mark();
        let draft = values.iter().fold(self.draft.clone(), |draft, (field, value)| {
            if field.kind().is_number() {
                draft.with(*field, &mark.write(value))
            } else if let Kind::List(_) = field.kind() {
                let list = relisted(value, DecimalMark::Point, mark);
                draft.with(*field, list.as_deref().unwrap_or(value))
            } else {
                draft.with(*field, value)
            }
        });
        let sets = |wanted: &dyn Fn(Field) -> bool| values.iter().any(|(field, _)| wanted(*field));
        let next = self.but(|next| _ = next.chosen_rates.take_if(|_| sets(&is_rate)));
        next.with(draft).tidied().in_chosen_currency(sets(&|field| field == Field::Currency))
    }

    /// After its currency is chosen, if it is: amounts are in that one from then on.
    fn in_chosen_currency(mut self, is_chosen: bool) -> State {
        if is_chosen {
            self.first_currency = self.answer.scenario.currency();
            self.before_comparing = None;
        }
        self
    }

    /// Without costs and hours, which are kept for their panel.
    fn without_costs(&self) -> State {
        let is_cost = |field: &Field| field.group() == Group::Costs;
        let counts = |pair: &&str| pairs(pair).iter().any(|(field, _)| is_cost(field));
        let counted: Vec<&str> = self.good.link().split('&').filter(counts).collect();
        let costs = Field::ALL.iter().copied().filter(is_cost);
        let draft = costs.fold(self.draft.clone(), |draft, field| draft.with(field, field.default_text()));
        self.but(|next| next.uncounted = Some(counted.join("&").into())).with(draft)
    }

    /// The same state with every number as the page writes it.
    fn tidied(self) -> State {
        let answer = Rc::clone(&self.answer);
        self.rewritten_by(&|draft| tidy_all(draft, &answer.scenario))
    }

    /// The state with the typed texts, and those of the answer shown, rewritten so that they mean the same.
    fn rewritten_by(mut self, rewrite: &dyn Fn(Draft) -> Draft) -> State {
        let good = rewrite(self.good.draft.clone());
        if good != self.good.draft {
            self.good = good.into();
        }
        self.draft = rewrite(self.draft);
        self
    }

    /// The draft, in which a level of prices goes with the list that it is of.
    fn with_level_of(&self, side: Side, draft: Draft) -> Draft {
        let level = Field::pricing_of(side, true);
        let is_gone = self.draft.has_list(side) && !draft.has_list(side);
        if is_gone { draft.with(level, level.default_text()) } else { draft }
    }

    /// The state with another draft: its answer if it can be computed, or else the last one and the problems.
    fn with(&self, draft: Draft) -> State {
        let draft = [Side::Gigs, Side::Contract].into_iter().fold(draft, |draft, side| self.with_level_of(side, draft));
        self.but(|next| {
            match validate(&draft) {
                Ok(scenario) => {
                    let before = &self.answer.scenario;
                    next.ranges = if scenario.fee() == before.fee() && scenario.currency() == before.currency() {
                        self.ranges.reaching(&scenario)
                    } else {
                        Ranges::around(&scenario)
                    };
                    if scenario != *before || self.zeros != self.answer.zeros {
                        next.answer = Rc::new(Answer::of(scenario, self.zeros, self.uncounted.clone()));
                    }
                    next.good = draft.clone().into();
                    next.problems = Rc::default();
                    next.words = Words::of(&draft, &next.answer.scenario, &next.answer.comparison);
                    next.uncounted = next.answer.uncounted.clone();
                }
                Err(problems) => next.problems = problems.into(),
            }
            next.draft = draft;
        })
    }
}

/// Both axes after another number is chosen for one of them; they never show the same.
fn with_axis(mut axes: [Field; 2], which: usize, field: Field) -> [Field; 2] {
    if axes[1 - which] == field {
        axes.swap(0, 1);
    }
    axes[which] = field;
    axes
}
