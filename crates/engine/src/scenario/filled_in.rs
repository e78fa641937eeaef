//! What would a scenario be with a preset's numbers? They come as a link.

use super::check::Check;
use super::{Overrides, Scenario, pairs};

impl Scenario {
    /// The same scenario with the values of a link in fields that are counted besides the fee; none if one of them cannot be used.
    /// Names that are not fields are ignored.
    pub fn filled_in(&self, link: &str) -> Option<Scenario> {
        let pairs = pairs(link);
        let mut draft = Overrides::default_draft();
        for (field, value) in &pairs {
            draft = draft.with(*field, value);
        }
        let mut scenario = self.clone();
        for (field, _) in pairs {
            scenario = scenario.with(field, Check::new(&draft).value(field, self.currency())?)?;
        }
        Some(scenario)
    }
}
