//! What has a button taken away that the reader may want back?

use std::rc::Rc;

use engine::scenario::{Field, Kind, Side};

use super::{Action, State};

impl State {
    /// Whether a button has just taken numbers of the reader's away.
    pub fn can_bring_back(&self) -> bool {
        self.taken_away.is_some()
    }

    /// Whether it took the list of a side away, and put nothing in place of the other side's.
    pub fn can_bring_list_back(&self, side: Side) -> bool {
        let [list, other] = [side, side.other()].map(Field::list_of);
        let is_taken = |before: &Rc<State>| {
            let [here, there] = [self.draft.text(other), before.draft.text(other)];
            before.draft.has_list(side) && (here.is_empty() || here == there)
        };
        self.draft.text(list).is_empty() && self.taken_away.as_ref().is_some_and(is_taken)
    }

    /// The state that can be brought back after an action.
    pub(super) fn taken_away_by(&self, action: &Action) -> Option<Rc<State>> {
        let removes_list = |field: &Field, text: &str| {
            matches!(field.kind(), Kind::List(_)) && text.is_empty() && !self.draft.text(*field).is_empty()
        };
        let takes_away = matches!(action, Action::Back | Action::Several(_)) && self.is_changed()
            || matches!(action, Action::Choose(field, text) if removes_list(field, text));
        let before = self.taken_away.clone();
        if takes_away {
            // After several such buttons, restore the numbers from before the first one.
            return before.or_else(|| Some(Rc::new(self.but(|before| before.before_typing = None))));
        }
        // A look is no choice of numbers. The page's attributes may be another example, or in another language.
        let is_over = action.is_a_choice() && !matches!(action, Action::Choose(Field::View, _));
        before.filter(|_| !is_over && !matches!(action, Action::Rewrite(_)))
    }
}
