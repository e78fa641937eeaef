//! What may anybody write, and what is done with it? One function for each kind of text that comes from outside.
//!
//! Each takes any text and returns; it panics if a law does not hold.

pub mod corpus;
pub mod mutation;

use std::rc::Rc;

use engine::compare::compare;
use engine::json::{comparison_json, extras_json};
use engine::scenario::{
    DecimalMark, Draft, Field, Names, Overrides, example, other_reading, read_hours, read_link, read_list, read_number,
    validate, write_link,
};
use take_home::books::{self, Opened, Stage};
use take_home::share::{Action, Embed, Original, Press, SavedScenario, Section, Sharing};
use take_home::state::{Author, State};
use take_home_fees::Fee;

/// A kind of text and what is done with it.
pub type Target = (&'static str, fn(&str));

/// All of them.
pub const TARGETS: [Target; 7] = [
    ("notation", notation),
    ("links", links),
    ("numbers", numbers),
    ("lists", lists),
    ("files", files),
    ("saved", saved),
    ("attributes", attributes),
];

/// A fee. What is read is printed, and read again as the same; what is wrong is inside the line.
fn notation(line: &str) {
    match line.parse::<Fee>() {
        Ok(fee) => {
            let printed = fee.to_string();
            assert_eq!(printed.parse::<Fee>().as_ref(), Ok(&fee), "{printed}");
        }
        Err(error) => assert!(error.at <= line.chars().count() + 1, "{error:?}"),
    }
}

/// A fragment. Whatever it holds, there is a comparison, and its own link leads to the same.
fn links(fragment: &str) {
    let (draft, _) = read_link(&Overrides::default(), fragment);
    compared(&draft);
    let link = write_link(&draft, &Overrides::default());
    let (again, _) = read_link(&Overrides::default(), &link);
    assert_eq!(write_link(&again, &Overrides::default()), link);
}

/// Everything that a comparison reports.
fn compared(draft: &Draft) {
    let scenario = validate(draft).expect("links and attributes leave what can be computed");
    let comparison = compare(&scenario);
    assert!(comparison_json(&scenario, &comparison).to_string().starts_with("{\"schedule\":"));
    assert!(extras_json(&scenario).to_string().starts_with('{'));
}

/// A number in a field, in each way of writing decimals, and in the language that the text begins with.
fn numbers(text: &str) {
    let (tag, number) = text.split_once(' ').unwrap_or(("en", text));
    for mark in [
        DecimalMark::Point,
        DecimalMark::Comma,
        DecimalMark::Lakh,
        DecimalMark::Spaced,
        DecimalMark::Swiss,
        DecimalMark::of_language(tag),
    ] {
        for number in [text, number] {
            if let Ok(read) = read_number(number, mark) {
                assert!(!read.is_sign_negative() || read.is_zero(), "{read}");
                // What a language writes, it reads.
                assert_eq!(read_number(&mark.write(&read.to_string()), mark), Ok(read), "{number}");
            }
            let _ = read_hours(number, mark);
            let _ = other_reading(number, mark);
        }
    }
}

/// A list of gigs, in each way of writing decimals. What is read is written, and read again as the same.
fn lists(text: &str) {
    for mark in [DecimalMark::Point, DecimalMark::Comma, DecimalMark::Lakh, DecimalMark::Spaced, DecimalMark::Swiss] {
        match read_list(text, mark) {
            Ok(list) => {
                let written = list.written(mark, Names::Given);
                assert_eq!(read_list(&written, mark).as_ref(), Ok(&list), "{written}");
                let link = list.written(DecimalMark::Point, Names::Letters);
                let (draft, _) = read_link(&Overrides::default(), &format!("gig-list={}", link.replace('%', "%25")));
                compared(&draft);
            }
            Err(error) => assert!(error.at <= text.chars().count() + 1, "{error:?}"),
        }
    }
}

/// A reader's file, in two pieces. Whatever it holds, it is shown, and its payments are a list that reads.
fn files(text: &str) {
    let state = State::new(Author::default(), "");
    let mut opened = Opened::default();
    let half = (0..=text.len() / 2).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let (start, end) = text.split_at(half);
    let pieces = [Some(start), Some(end), None].map(|piece| books::Action::Take(piece.map(str::to_owned), 500));
    for action in [books::Action::Open(Some("a.csv".into()), 1)].into_iter().chain(pieces) {
        let _ = opened.after(action, &state);
    }
    books::view(&opened, &state).to_text();
    if let Stage::Read(read) = &opened.stage {
        let lines = books::report(read).lines().count();
        assert_eq!(lines, 1 + read.check.differences.len(), "a heading, and a line for each difference");
        let used = read.as_gigs(None, &state).map_or_else(|| state.clone(), |action| state.after(action));
        assert!(used.problem(Field::GigList).is_none(), "{}", used.draft.text(Field::GigList));
    }
}

/// A list of saved scenarios, as the page hands it over: names, links and days.
fn saved(list: &str) {
    let original = Original::of(&Rc::new(State::new(Author::default(), "gigs=40")), "https://example.org/".into());
    let mut scenarios: Vec<SavedScenario> = vec![];
    for (name, text) in named_texts(list) {
        let unfinished = scenarios.last_mut().filter(|one| name != "name" && one.saved.is_empty());
        match (name.as_str(), unfinished) {
            ("link", Some(one)) => one.link = text,
            ("saved", Some(one)) => one.saved = text,
            _ => scenarios.push(SavedScenario { name: text, link: String::new(), saved: String::new() }),
        }
    }
    let mut sharing = Sharing::new(Embed::new(&original, String::new(), String::new()));
    for action in [Action::Press(Press::Turn(Section::Saved)), Action::Stored(scenarios, true)] {
        let _ = sharing.after(action, &original);
    }
    assert!(sharing.view(&original).to_text().starts_with('<'));
}

/// Names and texts, any of them.
fn named_texts(text: &str) -> Vec<(String, String)> {
    let decoded = |text| percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned();
    let pairs = text.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    pairs.map(|(name, text)| (decoded(name), decoded(text))).collect()
}

/// An author's attributes, and a reader's link on top of them.
fn attributes(text: &str) {
    let (attributes, link) = text.split_once('#').unwrap_or((text, ""));
    let pairs = named_texts(attributes);
    let (overrides, _) = example(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let (draft, _) = read_link(&overrides, link);
    compared(&draft);
    let written = write_link(&draft, &overrides);
    let (again, _) = read_link(&overrides, &written);
    for field in Field::ALL {
        assert!(!engine::scenario::differs(field, &draft, &again), "{} in {written}", field.name());
    }
}
