//! What does every panel start from, and which pieces do several have?

use time::Date;

use engine::compare::Comparison;
use engine::scenario::{Scenario, Side};
use words::Words;

use crate::controls::name::FILL_IN;
use crate::controls::use_button;
use crate::html::{Html, el};
use crate::state::Zeros;
use crate::style::column;

/// A comparison, and how to show it.
#[derive(Clone, Copy, Debug)]
pub struct PanelContext<'a> {
    /// The scenario that was compared.
    pub scenario: &'a Scenario,
    /// The result.
    pub comparison: &'a Comparison,
    /// The fields in which the reader has typed a zero.
    pub zeros: Zeros,
    /// The costs and hours that the reader no longer counts, as a link.
    pub uncounted: Option<&'a str>,
    /// The words and number formats.
    pub words: Words,
    /// The day on which the page is read, if it is known.
    pub today: Option<Date>,
    /// Whether buttons work.
    pub live: bool,
}

/// A button that fills in some fields at once, as a link would; `named` says which, where the text does not.
pub fn fill_in(
    context: &PanelContext,
    link: impl Into<String>,
    text: impl Into<String>,
    named: Option<String>,
) -> Option<Html> {
    context.live.then(|| use_button(FILL_IN, link.into(), text.into(), named))
}

/// The figures of both sides, each as a table of names and values.
pub fn sums(words: Words, rows: &dyn Fn(Side) -> Vec<(String, String)>) -> Html {
    let row = |(label, value): (String, String)| el!("tr"; el!("th", "scope" = "row"; label), el!("td"; value));
    let table = |side: Side| {
        el!("div", "class" = column(side);
            el!("table", "class" = "th-working";
                el!("caption", "class" = "th-title"; words.side(side)),
                el!("tbody"; rows(side).into_iter().map(row).collect::<Html>())))
    };
    el!("div", "class" = "th-sides"; table(Side::Gigs), table(Side::Contract))
}
