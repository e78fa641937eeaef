//! Prints the example for places that run nothing: `table` or `picture`.

use take_home::compare::compare;
use take_home::copies::{picture, table};
use take_home::markup::Html;
use take_home::report::Words;
use take_home::scenario::{Given, validate};

fn main() {
    let draft = Given::default_draft();
    let scenario = validate(&draft).expect("the example can be computed");
    let (comparison, words) = (compare(&scenario), Words::new(&draft, scenario.currency()));
    let Html(text) = match std::env::args().nth(1).as_deref() {
        Some("picture") => picture(&scenario, &comparison, &words),
        _ => table(&scenario, &comparison, &words),
    };
    println!("{text}");
}
