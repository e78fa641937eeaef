use super::{Page, fill_in};
use crate::fees::{FACTS, Fact, Source, Topic};
use crate::markup::{Html, el};

/// What is known of some topics, each with its source, and a button where fields can say it.
pub fn facts(page: &Page, topics: &[Topic]) -> Html {
    let known = FACTS.iter().filter(|fact| topics.contains(&fact.topic));
    el!("ul", "class" = "th-eras"; known.map(|fact| item(page, fact)).collect::<Vec<_>>())
}

fn item(page: &Page, fact: &'static Fact) -> Html {
    let words = page.words;
    let set = (!fact.set.is_empty()).then(|| fill_in(page, fact.set, words.use_it())).flatten();
    el!("li";
        el!("b"; words.fact_since(fact)), " ", fact.note, " ",
        link(&fact.source), ", ", words.read_on(fact.source.read), "; ", words.certainty(fact.certainty), ". ",
        set)
}

/// The page that something was read from.
pub fn link(source: &Source) -> Html {
    el!("a", "href" = source.url, "rel" = "noopener", "target" = "_blank"; source.title)
}
