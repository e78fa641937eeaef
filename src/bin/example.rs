//! How does the example get into pages? Prints it for the build: `html` as in the page, `table` or `picture` for
//! places without scripts.

use take_home::compare::compare;
use take_home::scenario::{Overrides, validate};
use take_home::share::{picture, table};
use take_home::view::example;
use words::Words;

fn main() {
    let draft = Overrides::default_draft();
    let scenario = validate(&draft).expect("the example can be computed");
    let (comparison, words) = (compare(&scenario), Words::new(&draft, scenario.currency()));
    let html = match std::env::args().nth(1).as_deref() {
        Some("picture") => picture(&scenario, &comparison, &words),
        Some("table") => table(&scenario, &comparison, &words),
        _ => example(),
    };
    println!("{}", html.to_text());
}
