//! Which of the reader's numbers stay when the page changes the element's attributes?

use std::rc::Rc;

use engine::scenario::{DecimalMark, Draft, Field, Kind, Overrides, differs, relisted};

use super::rates::{ChosenRates, is_rate};
use super::repair::{fitting, number_in};
use super::{Answered, Author, State};

impl State {
    /// Only what the page changed is changed; the reader's other numbers stay.
    pub(super) fn rewritten(&self, author: &Rc<Author>) -> State {
        let before = Overrides::resolve(&[&self.author.overrides]);
        let after = Overrides::resolve(&[&author.overrides]);
        let price = Field::ContractPrice;
        let changed = |field: Field| {
            // A contract's price that nobody set follows the author's gigs only until the reader sets one.
            let is_set =
                author.overrides.text(price).is_none() && number_in(&self.draft, price) != number_in(&before, price);
            // Another language writes the same number otherwise.
            let is_rewritten = before.decimal_mark() != after.decimal_mark() && !differs(field, &before, &after);
            before.text(field) != after.text(field) && !is_rewritten && !(field == price && is_set)
        };
        let draft = written_with(after.decimal_mark(), self.draft.clone());
        let draft = Field::ALL
            .into_iter()
            .filter(|field| changed(*field))
            .fold(draft, |draft, field| draft.with(field, after.text(field)));
        // Rates that the page names take the place of the reader's; another language writes these otherwise.
        let is_named = |field: &Field| author.overrides.text(*field) != self.author.overrides.text(*field);
        let names_rates = Field::ALL.iter().copied().filter(|field| is_rate(*field)).any(|field| is_named(&field));
        let are_kept = !names_rates && draft.decimal_mark() == self.draft.decimal_mark();
        let chosen = if are_kept { self.chosen_rates() } else { ChosenRates::of(&draft) };
        let next = self.but(|next| {
            next.author = Rc::clone(author);
            next.example = Answered::example(author);
        });
        // Valid values stay valid; readers correct their own mistakes.
        let draft = if self.is_stale() { draft } else { fitting(chosen.where_they_apply(draft), None) };
        let mut next = next.remembering(chosen, draft);
        if changed(Field::Schedule) || changed(Field::Currency) || changed(Field::Fee) {
            next.first_currency = next.answer.scenario.currency();
        }
        if next.is_stale() { next } else { next.tidied() }
    }

    /// The same with a field of another state as it was typed so far, if it still says the same: the reader has not finished.
    #[must_use]
    pub fn with_unfinished(mut self, field: Field, typed: &State) -> State {
        let is_the_same =
            !differs(field, &self.draft, &typed.draft) && self.draft.decimal_mark() == typed.draft.decimal_mark();
        if !is_the_same {
            return self;
        }
        let before = typed.before_typing.as_ref().map(|before| before.good.draft.text(field));
        self.before_typing = before.map(|text| Rc::new(self.with(self.draft.clone().with(field, text))));
        self.draft = self.draft.with(field, typed.draft.text(field));
        self.typing = Some(field);
        self
    }

    /// The example as this page writes numbers: a link may have brought another language.
    pub fn example_here(&self) -> Rc<Answered> {
        let (here, there) = (&self.good.draft, &self.example.draft);
        if here.decimal_mark() == there.decimal_mark() {
            return Rc::clone(&self.example);
        }
        let mut language = Overrides::default();
        language.set(Field::Lang, here.text(Field::Lang));
        Rc::new(Answered::of(Overrides::resolve(&[&self.author.overrides, &language])))
    }
}

/// The same numbers with another decimal mark, as another language writes them.
fn written_with(mark: DecimalMark, draft: Draft) -> Draft {
    let before = draft.decimal_mark();
    if mark == before {
        return draft;
    }
    Field::ALL.iter().copied().fold(draft, |draft, field| {
        let text = if field.kind().is_number() {
            number_in(&draft, field).map(|number| mark.write(&number.to_string()))
        } else if let Kind::List(_) = field.kind() {
            relisted(draft.text(field), before, mark)
        } else {
            None
        };
        match text {
            Some(text) => draft.with(field, &text),
            None => draft,
        }
    })
}
