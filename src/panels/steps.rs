//! What do a fee's tiers look like?

use crate::html::{Html, el};
use crate::marks::drawing;
use crate::style::{longest_figure, tier_class};
use engine::amount::{Rate, quotient};
use engine::fees::Charge;
use words::Words;

/// A charge as steps: each tier as high as its rate, with its end below it.
pub fn steps(words: Words, charge: &Charge) -> Html {
    let highest = charge.tiers.iter().map(|tier| tier.rate.most().millionths()).max().unwrap_or_default();
    // A flat fee of zero still has a line.
    let height = |rate: Rate| {
        let share = quotient(96 * i128::from(rate.millionths()), highest.max(1).into());
        4 + u8::try_from(share).unwrap_or(96)
    };
    let longest = (0..charge.tiers.len())
        .map(|index| longest_figure(&words.step(charge, index)).max(longest_figure(&words.step_end(charge, index))));
    // Beside each other on a phone they have this many characters.
    let is_long = longest.max().unwrap_or(0) * charge.tiers.len() > 32;
    let steps = charge.tiers.iter().enumerate().map(|(index, tier)| {
        let height = height(tier.rate.most());
        let top = 100 - height;
        el!("li";
            drawing("", el!("rect", "class" = tier_class(index), "width" = "100%", "y" = format!("{top}%"),
                "height" = format!("{height}%"))),
            el!("b"; words.step(charge, index)),
            el!("span"; words.step_end(charge, index)))
    });
    // Many tiers, or long amounts, are listed one below the other, because they would not fit side by side.
    let classes = if charge.tiers.len() > 4 || is_long { "th-steps th-many" } else { "th-steps" };
    el!("figure", "class" = classes;
        el!("ol"; steps.collect::<Html>()),
        el!("figcaption", "class" = "th-hint"; words.steps(charge)))
}
