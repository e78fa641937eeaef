//! What is known besides fees, and who says so?

use super::context::{PanelContext, fill_in};
use crate::html::{Html, el, placed, several};
use engine::fees::{Certainty, FACTS, Fact, Source, Topic};
use words::Words;

/// A list of facts about some topics, each with its source, and a button if fields can express it.
pub fn facts(context: &PanelContext, topics: &[Topic]) -> Html {
    let known = FACTS.iter().filter(|fact| topics.contains(&fact.topic));
    el!("ul", "class" = "th-items"; known.map(|fact| item(context, fact)).collect::<Html>())
}

fn item(context: &PanelContext, fact: &'static Fact) -> Html {
    let words = context.words;
    let button = || fill_in(context, fact.set, words.use_fact(fact), Some(words.use_fact_named(fact)));
    let set = (!fact.set.is_empty()).then(button).flatten();
    el!("li"; sourced(words, words.fact_since(fact), fact.note, &fact.source, fact.certainty), set)
}

/// A fact with its name or start date, and its source.
pub fn sourced(
    words: Words,
    heading: String,
    note: &'static str,
    source: &'static Source,
    certainty: Certainty,
) -> Html {
    let from = placed(&words.source_and_certainty(source, certainty), [link(source)]);
    several![el!("b"; heading), " ", note, " ", from, " "]
}

/// The link to a source.
pub fn link(source: &Source) -> Html {
    el!("a", "href" = source.url, "rel" = "noopener", "target" = "_blank"; source.title)
}
