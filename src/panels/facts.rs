use super::{Page, fill_in};
use crate::fees::{Certainty, FACTS, Fact, Source, Topic};
use crate::markup::{Child, Html, el, together};
use crate::report::Words;

/// What is known of some topics, each with its source, and a button where fields can say it.
pub fn facts(page: &Page, topics: &[Topic]) -> Html {
    let known = FACTS.iter().filter(|fact| topics.contains(&fact.topic));
    el!("ul", "class" = "th-eras"; known.map(|fact| item(page, fact)).collect::<Vec<_>>())
}

fn item(page: &Page, fact: &'static Fact) -> Html {
    let words = page.words;
    let set = (!fact.set.is_empty()).then(|| fill_in(page, fact.set, words.use_it())).flatten();
    el!("li"; told(words, words.fact_since(fact), fact.note, &fact.source, fact.certainty), set)
}

/// What is known, under what it is called or since when it holds, with who says so.
pub fn told(words: Words, heading: String, note: &'static str, source: &'static Source, certainty: Certainty) -> Html {
    together(vec![
        el!("b"; heading),
        Child::node(" "),
        Child::node(note),
        Child::node(" "),
        link(source),
        Child::node(format!(", {}; {}. ", words.read_on(source.read), words.certainty(certainty))),
    ])
}

/// The page that something was read from.
pub fn link(source: &Source) -> Html {
    el!("a", "href" = source.url, "rel" = "noopener", "target" = "_blank"; source.title)
}
