//! What would a scenario be with a preset's numbers? They come as a link.

use super::check::Check;
use super::{Field, Overrides, Scenario, pairs};

impl Scenario {
    /// The same scenario with the values of a link in fields that are counted besides the fee; none if one of them cannot
    /// be used.
    pub fn filled_in(&self, link: &str) -> Option<Scenario> {
        let fields = || pairs(link).map(|(name, value)| Some((Field::named(&name)?, value)));
        let draft = fields().try_fold(Overrides::default_draft(), |draft, pair| {
            let (field, value) = pair?;
            Some(draft.with(field, &value))
        })?;
        fields().flatten().try_fold(self.clone(), |scenario, (field, _)| {
            scenario.with(field, Check::new(&draft).value(field, self.currency())?)
        })
    }
}
